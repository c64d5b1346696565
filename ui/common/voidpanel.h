#pragma once

#include "core/domain/entry.h"
#include "ui/common/reasonpanel.h"

namespace checkpoint {

/// Asks why an entry is taken back. Names the person, so that the wrong one is not taken back.
class VoidPanel : public ReasonPanel
{
    Q_OBJECT

public:
    explicit VoidPanel(QWidget *parent = nullptr);

    /// The entry it is about; starts anew with the first reason.
    void ask(const QUuid &entryId, Direction direction, const Moment &at, const VisitorData &visitor);
    /// Whom it is about is called otherwise now.
    void changePerson(const VisitorData &now);
    QUuid entryId() const { return m_entryId; }
    /// Leaves nothing of whom it was about, nor of what was typed.
    void forget();

signals:
    void confirmed(const QUuid &entryId, const QString &reason);

protected:
    Words words() const override;
    void confirm(const QString &reason) override { emit confirmed(m_entryId, reason); }

private:
    QUuid m_entryId;
    Direction m_direction = Direction::In;
    Moment m_at;
    VisitorData m_visitor;
};

} // namespace checkpoint
