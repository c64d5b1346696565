#pragma once

#include "ui/common/wording.h"

#include <QKeySequence>
#include <QList>
#include <QStringList>

/// The keys of every question that is answered by yes or no, wherever it stands; what is filled in or chosen
/// first is a form, and Enter ends it. Enter, which is pressed by habit, does no harm, and
/// neither does Escape: nothing is recorded, all stays as it is. What is asked about is done by Ctrl+Enter;
/// where there is another way of doing it, such as the other direction, that is F9.
namespace checkpoint::questionkeys {

inline QList<QKeySequence> leave()
{
    return {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Escape)};
}

inline QList<QKeySequence> confirm()
{
    return {QKeySequence(Qt::CTRL | Qt::Key_Return)};
}

inline QList<QKeySequence> other()
{
    return {QKeySequence(Qt::Key_F9)};
}

/// "Enter / Esc", as a button shows it.
inline QString hint(const QList<QKeySequence> &keys)
{
    QStringList words;
    for (const QKeySequence &key : keys)
        words << keyText(key);
    return words.join(QStringLiteral(" / "));
}

} // namespace checkpoint::questionkeys
