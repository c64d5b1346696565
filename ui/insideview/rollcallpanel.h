#pragma once

#include "ui/common/reasonpanel.h"

namespace checkpoint {

/// Asks why the list of who is inside is to be printed with full names; the reason is kept with the record.
class RollCallPanel : public ReasonPanel
{
    Q_OBJECT

public:
    explicit RollCallPanel(QWidget *parent = nullptr);

    void ask() { begin(); }
    void forget() { forgetReason(); }

signals:
    void confirmed(const QString &reason);

protected:
    Words words() const override;
    void confirm(const QString &reason) override { emit confirmed(reason); }
};

} // namespace checkpoint
