#pragma once

#include <QElapsedTimer>
#include <QWidget>

#include <array>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace checkpoint {

class ActionButton;

/// Asks, in its place on the screen, why something is done: ready reasons on the keys 1 to 4, or own words.
/// Enter does it, Esc leaves it. What it asks about is said by who derives from it.
class ReasonPanel : public QWidget
{
    Q_OBJECT

public:
    /// `name` begins the object names of its parts: "void" gives "voidQuestion", "voidReason1" …
    ReasonPanel(const QString &name, QWidget *parent);

    /// Where there is little room, the sentence that explains gives way.
    void setTight(bool tight);

    /// Where one goes on answering.
    void takeFocus();
    /// A key that was meant for what stood before it, and has just gone, is no answer.
    void rest();

signals:
    void left();

protected:
    struct Words
    {
        QString question;
        QString why;
        std::array<QString, 4> reasons;
        QString confirm;
    };

    /// What it says now, in the current language.
    virtual Words words() const = 0;
    /// Enter, or the button.
    virtual void confirm(const QString &reason) = 0;

    /// Starts anew with the first reason.
    void begin();
    /// Leaves nothing of the own words.
    void forgetReason();
    void retranslate();
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrangeReasons();
    void takeOwnWords();
    QString reason() const;

    QVBoxLayout *m_column;
    QGridLayout *m_choices;
    QHBoxLayout *m_answers;
    QLabel *m_question;
    QLabel *m_why;
    std::array<ActionButton *, 4> m_reasons{};
    QLineEdit *m_ownWords;
    ActionButton *m_confirm;
    ActionButton *m_leave;
    QElapsedTimer m_resting;
};

} // namespace checkpoint
