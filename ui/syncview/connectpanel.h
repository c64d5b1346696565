#pragma once

#include "core/base/error.h"
#include "core/store/outbox.h"
#include "ui/common/overlaypanel.h"

#include <QTimer>

#include <functional>

class QLabel;
class QProgressBar;

namespace checkpoint {

class ActionButton;
class FormField;

/// What somebody typed to connect the desk to a platform.
struct ConnectWish
{
    QString name; ///< of the target here; empty: the usual one
    QString address;
    QString code;
    QString authorityPath; ///< of a PEM file; empty: the certificates of the system
    QString pinnedKey;     ///< hexadecimal; empty: any
};

/// Asks for address and code of a platform, and for its certificate where it has one of its own. Enter
/// connects, Esc stops what is under way, then leaves. GUI thread; owned by the sync view.
class ConnectPanel : public OverlayPanel
{
    Q_OBJECT

public:
    explicit ConnectPanel(QWidget *parent = nullptr);

    /// Begins anew, or with a target that is to be enrolled again; `known` are the names that are taken.
    void begin(const std::optional<SyncTarget> &again, const QStringList &known);
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    /// What stands in the way, in the place where it was typed.
    void showFailure(const Error &error);

    /// Asks for a file; a test answers in its place.
    std::function<QString(QWidget *above, const QString &title, const QString &kinds)> askWhich;

signals:
    void connectWanted(const checkpoint::ConnectWish &wish);
    void stopWanted();
    void left();

protected:
    void takeKey(int key) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void submit();
    void leave();
    void say(const QString &words);
    void retranslate();

    std::optional<SyncTarget> m_again;
    QStringList m_known;
    bool m_busy = false;
    QTimer m_patience; ///< progress is shown of what takes longer than a second
    QLabel *m_title;
    QLabel *m_hint;
    FormField *m_address;
    FormField *m_code;
    FormField *m_name;
    FormField *m_authority;
    FormField *m_pin;
    ActionButton *m_choose;
    QLabel *m_said;
    QProgressBar *m_progress;
    ActionButton *m_connect;
    ActionButton *m_leave;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ConnectWish)
