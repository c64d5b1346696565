#pragma once

#include "ui/common/overlaypanel.h"

class QBoxLayout;
class QLabel;

namespace checkpoint {

class ActionButton;

/// Asks, in its place in a card, before something is done that is not undone by a key: says what will be.
/// Its keys are those of questionkeys.h, only while the focus is in it; of what is typed besides, a space
/// included, nothing comes. GUI thread; part of who asks.
class QuestionPanel : public OverlayPanel
{
    Q_OBJECT

public:
    /// `name` begins the object names of its parts: "turn" gives "turnPanel", "turnQuestion", "turnConfirm" …
    QuestionPanel(const QString &name, QWidget *parent);

    void setWords(const QString &question, const QString &note, const QString &confirm);
    /// Where there is little room, the sentence that explains gives way.
    void setTight(bool tight);
    /// Where one answers.
    void takeFocus();
    /// Hides itself; true when the focus was in it.
    bool end();

signals:
    void confirmed();
    void left();

protected:
    void takeKey(int key) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void arrangeAnswers();

    QLabel *m_question;
    QLabel *m_note;
    ActionButton *m_confirm;
    ActionButton *m_leave;
    QBoxLayout *m_answers;
    bool m_tight = false;
};

} // namespace checkpoint
