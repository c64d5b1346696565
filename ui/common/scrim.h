#pragma once

#include <QWidget>

namespace checkpoint {

/// Lies under a panel as long as that is shown: what is behind fades, and takes no mouse.
class Scrim : public QWidget
{
    Q_OBJECT

public:
    Scrim(QWidget *panel, QWidget *parent);

    /// Whether there is to be one where the panel stands now.
    void setWanted(bool wanted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    QWidget *m_panel;
    bool m_wanted = true;
};

} // namespace checkpoint
