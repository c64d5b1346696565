#pragma once

#include "ui/common/overlaypanel.h"

class QLabel;

namespace checkpoint {

class ActionButton;
struct PersonRecord;

/// Asks before everything held on somebody is erased, and says what goes, what stays and why. Leaving it
/// has the focus. GUI thread; part of the card that shows what is held.
class ErasurePanel : public OverlayPanel
{
    Q_OBJECT

public:
    explicit ErasurePanel(QWidget *parent = nullptr);

    void ask(const QString &name, const PersonRecord &record);
    void forget();

signals:
    void confirmed();
    void left();

protected:
    void takeKey(int key) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QString m_name;
    int m_entries = 0;
    int m_waiting = 0; ///< to be sent
    bool m_noted = false;
    bool m_inside = false;
    QLabel *m_question;
    QLabel *m_isInside;
    QLabel *m_goes;
    QLabel *m_stays;
    QLabel *m_sent;
    QLabel *m_forGood;
    ActionButton *m_erase;
    ActionButton *m_leave;
};

} // namespace checkpoint
