#pragma once

#include "core/store/outbox.h"

#include <QAbstractButton>

namespace checkpoint {

/// How it stands with the targets, in one quiet light with a word; the counts when the pointer rests on it,
/// and the view of sending when it is pressed. Without a target it is not there. GUI thread; owned by the top
/// line.
class SyncLight : public QAbstractButton
{
    Q_OBJECT

public:
    explicit SyncLight(QWidget *parent = nullptr);

    void setTargets(const QList<TargetRecord> &targets);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<TargetRecord> m_targets;
    bool m_needsSomebody = false;
};

} // namespace checkpoint
