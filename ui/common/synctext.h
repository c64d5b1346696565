#pragma once

#include "core/store/outbox.h"
#include "ui/common/errortext.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

namespace checkpoint {

/// How it stands with the targets together, for the light at the top.
struct SyncWords
{
    QString brief;   ///< "All sent", "12 waiting" …; empty without a target
    QString details; ///< a line for each target: the counts, and what went wrong
    bool needsSomebody = false;
};

SyncWords syncWords(const QList<TargetRecord> &targets);

/// What a target is called on the screen: one that was given no name of its own in the words of the language.
QString targetName(const QString &name);

/// That entries wait for so long that their visitors' data will be destroyed before they are sent; empty
/// while they do not.
QString waitingAlarmText(const TargetRecord &target);

/// That this computer's clock is ahead of a platform's by so much, or behind it.
ErrorText clockOffText(qint64 offMs);

} // namespace checkpoint
