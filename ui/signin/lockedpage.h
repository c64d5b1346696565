#pragma once

#include <QWidget>

namespace checkpoint {

class ActionButton;
class EmptyState;

/// What stands in the place of every view that shows data, while nobody is signed in. GUI thread; owned by
/// the main window.
class LockedPage : public QWidget
{
    Q_OBJECT

public:
    explicit LockedPage(QWidget *parent = nullptr);

signals:
    void signInWanted();
    /// Whoever comes back types the PIN at once, without asking to sign in first.
    void typed(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    EmptyState *m_words;
    ActionButton *m_signIn;
};

} // namespace checkpoint
