#pragma once

#include <QWidget>

class QLabel;

namespace checkpoint {

/// What stands where a list is empty: why, and what to do.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    /// `titleName` is the object name of the sentence that says why.
    explicit EmptyState(const QString &titleName, QWidget *parent = nullptr);

    /// Below the words, for what helps; becomes a child.
    void setHelp(QWidget *help);
    void setWords(const QString &title, const QString &hint);

private:
    QLabel *m_title;
    QLabel *m_hint;
};

} // namespace checkpoint
