#pragma once

#include <QFrame>
#include <QSet>

namespace checkpoint {

/// A card that lies over another part of a view while somebody types in it. While the focus is in it, its
/// keys are its own: whatever else listens to them, such as a question that came up meanwhile, does not hear
/// them.
class OverlayPanel : public QFrame
{
    Q_OBJECT

public:
    /// Enter (both of them) and Esc, and `moreKeys`.
    explicit OverlayPanel(const QSet<int> &moreKeys, QWidget *parent = nullptr);

signals:
    /// What is in it has changed its size: whoever placed it may have to anew.
    void roomWanted();

protected:
    /// One of the panel's keys was pressed; Enter is always Qt::Key_Return.
    virtual void takeKey(int key) = 0;

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QSet<int> m_keys;
};

} // namespace checkpoint
