#pragma once

#include "ui/common/reasonpanel.h"

namespace checkpoint {

/// Asks why everything held on somebody is to be seen; the reason is kept with the record.
class HeldReasonPanel : public ReasonPanel
{
    Q_OBJECT

public:
    explicit HeldReasonPanel(QWidget *parent = nullptr);

    /// What is done with it.
    enum class Wish { Show, Print, Save };

    void ask(const QString &name, Wish wish);
    void forget();

signals:
    void confirmed(const QString &reason);

protected:
    Words words() const override;
    void confirm(const QString &reason) override { emit confirmed(reason); }

private:
    QString m_name;
    Wish m_wish = Wish::Show;
};

} // namespace checkpoint
