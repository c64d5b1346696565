#pragma once

#include <QAbstractButton>

namespace checkpoint {

/// A switch with its words beside it: on or off, at once.
class Toggle : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Toggle(QWidget *parent = nullptr);

    void setLabel(const QString &label);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace checkpoint
