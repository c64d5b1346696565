#pragma once

#include <QWidget>

class QBoxLayout;

namespace checkpoint {

/// Two controls of one row beside each other, below each other where it is too narrow for both.
class ControlPair : public QWidget
{
    Q_OBJECT

public:
    explicit ControlPair(QWidget *parent);

    /// Takes them as its children. What is left of the width is the first one's where it can grow.
    void setControls(QWidget *first, QWidget *second);
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    void arrange();

    QBoxLayout *m_layout;
    QWidget *m_first = nullptr;
    QWidget *m_second = nullptr;
};

} // namespace checkpoint
