#pragma once

#include "core/store/operatorregister.h"

#include <QList>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;

namespace checkpoint {

class ActionButton;
class BesideLine;
class Picker;

/// What is typed or confirmed about one operator: a new one, another PIN, another role, removing, and
/// working without sign-in again. Says by signals what is wanted, or what is wrong with what was typed. GUI
/// thread; owned by the chapter of the operators.
class OperatorForm : public QWidget
{
    Q_OBJECT

public:
    enum class About { Nothing, Add, Pin, OwnPin, Role, Remove, End };

    explicit OperatorForm(QWidget *parent);

    void setOperators(const QList<DeskOperator> &operators);
    /// Begins anew; what was typed before is forgotten. `who` is whom it is about.
    void open(About about, const std::optional<DeskOperator> &who = {});
    About about() const { return m_about; }
    /// Whether one's own PIN is being changed: what was typed stays until that is done.
    bool isBusy() const { return m_busy; }
    /// It was not done: what was typed can be put right, the PIN so far typed again.
    void takeBack();
    void retranslate();

signals:
    void opened(bool isOpen);
    void addWanted(const QString &name, checkpoint::Role role, const QString &pin);
    void roleWanted(const QString &name, checkpoint::Role role);
    void pinWanted(const QString &name, const QString &pin);
    void ownPinWanted(const QString &before, const QString &pin);
    void removeWanted(const QString &name);
    void endWanted();
    /// Nothing is wanted: in a sentence, what is wrong.
    void faultFound(const QString &fault);

private:
    void confirm();
    QString fault() const;
    QString ofPins() const;
    bool losesLast() const;
    bool asksPins() const;
    void showParts();
    void askQuestion();
    void setBusy(bool busy);

    QList<DeskOperator> m_operators;
    About m_about = About::Nothing;
    QString m_who;
    bool m_busy = false;
    QLabel *m_question;
    BesideLine *m_roleLine;
    QLineEdit *m_name;
    Picker *m_role;
    QLabel *m_roleMay;
    BesideLine *m_pinLine;
    QLineEdit *m_before; ///< the PIN so far
    QLineEdit *m_pin;
    QLineEdit *m_again;
    QLabel *m_pinRule;
    ActionButton *m_confirm;
    ActionButton *m_leave;
};

} // namespace checkpoint
