#pragma once

#include "core/domain/visitor.h"
#include "ui/common/reasonpanel.h"

#include <QUuid>

namespace checkpoint {

/// Asks why somebody's data are to be shown in full; the reason is kept with the record.
class RevealPanel : public ReasonPanel
{
    Q_OBJECT

public:
    explicit RevealPanel(QWidget *parent = nullptr);

    void ask(const QUuid &entryId, const VisitorData &visitor);

signals:
    void confirmed(const QUuid &entryId, const QString &reason);

protected:
    Words words() const override;
    void confirm(const QString &reason) override { emit confirmed(m_entryId, reason); }

private:
    QUuid m_entryId;
    VisitorData m_visitor;
};

} // namespace checkpoint
