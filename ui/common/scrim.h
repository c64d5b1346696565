#pragma once

#include <QWidget>

namespace checkpoint {

/// Lies under a panel as long as that is shown: what is behind fades, and takes no mouse. One part stays as
/// it is, wherever it comes to stand.
class Scrim : public QWidget
{
    Q_OBJECT

public:
    Scrim(QWidget *panel, QWidget *spared, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void spare();

    QWidget *m_panel;
    QWidget *m_spared;
};

} // namespace checkpoint
