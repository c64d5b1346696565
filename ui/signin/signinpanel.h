#pragma once

#include "core/base/error.h"
#include "core/store/operatorregister.h"
#include "ui/common/overlaypanel.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTableView;

namespace checkpoint {

class ActionButton;

/// Asks who works at the desk from now on: a name, by Alt and its digit, with the arrow keys, F8 or the
/// mouse, and the PIN. Digits alone are always the PIN's, also before a name is chosen: nobody's PIN is tried
/// against somebody else. Lies over a part of the view; scanning goes on, and what a scanner types never gets
/// here. Knows no operators but those it is told of: wishes go out by signals. GUI thread; owned by the main
/// window.
class SignInPanel : public OverlayPanel
{
    Q_OBJECT

public:
    explicit SignInPanel(QWidget *parent = nullptr);

    void setOperators(const QList<DeskOperator> &operators);
    /// Who is signed in now; locking is offered then.
    void setCurrent(const std::optional<DeskOperator> &current);
    /// With one operator, or two of whom one is signed in, it is clear whose PIN is asked for; else a name
    /// has to be chosen, `name` first.
    void begin(const QString &name = {});
    /// The same to leave the kiosk: asks for an administrator's PIN, whoever is signed in.
    void beginLeavingKiosk();
    /// What was typed before the field for the PIN was there.
    void typePin(const QString &text);
    bool leavesKiosk() const { return m_leavesKiosk; }
    /// The PIN was right.
    void end();
    void showFailure(const Error &error);
    /// So many seconds until the next PIN of this operator is looked at: counted down, and no PIN is taken
    /// until then.
    void setWait(const QString &name, int seconds);

    static constexpr int usualWidth = 460;

signals:
    /// Somebody was chosen: whether they have to wait is worth knowing.
    void chosen(const QString &name);
    void signInWanted(const QString &name, const QString &pin);
    void lockWanted();
    /// Nobody knows the PIN: a new one can be set with the recovery sheet.
    void recoveryWanted();
    void left();

protected:
    void takeKey(int key) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeList();
    void makePin();
    void open(bool leavesKiosk, const QString &name);
    void choose(int row);
    void chooseNobody();
    /// The name after the chosen one, or before it; the one offered first while nobody is.
    void step(int by);
    void tellWhose();
    void submit();
    void tick();
    void say(const QString &words, QLatin1StringView tone);
    void setBusy(bool busy);
    void fill();
    void retranslate();

    QList<DeskOperator> m_all;
    QList<DeskOperator> m_operators; ///< who can be chosen
    bool m_leavesKiosk = false;
    std::optional<DeskOperator> m_current;
    QString m_name;  ///< chosen; empty while nobody is
    int m_first = 0; ///< the row that is offered first
    int m_wait = 0;  ///< seconds
    bool m_busy = false;
    QTimer m_second;
    QLabel *m_title;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_list = nullptr;
    QLabel *m_pinWord = nullptr;
    QLineEdit *m_pin = nullptr;
    QLabel *m_said;
    ActionButton *m_signIn;
    ActionButton *m_forgotten;
    ActionButton *m_lock;
    ActionButton *m_leave;
};

} // namespace checkpoint
