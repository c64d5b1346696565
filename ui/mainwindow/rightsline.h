#pragma once

#include <QLabel>
#include <QTimer>

namespace checkpoint {

/// A line at the foot of the window: which buttons in sight whoever is signed in may not use, and who may.
/// Nothing where there are none, or where the window is low. GUI thread; owned by the main window.
class RightsLine : public QLabel
{
    Q_OBJECT

public:
    /// Looks at the buttons that the window has now.
    explicit RightsLine(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void look();

    QTimer m_soon;
};

} // namespace checkpoint
