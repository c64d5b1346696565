#pragma once

#include "ui/common/reasonpanel.h"

namespace checkpoint {

/// Asks why everything held on somebody is to be seen; the reason is kept with the record.
class HeldReasonPanel : public ReasonPanel
{
    Q_OBJECT

public:
    explicit HeldReasonPanel(QWidget *parent = nullptr);

    /// `confirm` is what the answer does: "Show", "Print" …
    void ask(const QString &name, const QString &confirm);
    void forget();

signals:
    void confirmed(const QString &reason);

protected:
    Words words() const override;
    void confirm(const QString &reason) override { emit confirmed(reason); }

private:
    QString m_name;
    QString m_confirm;
};

} // namespace checkpoint
