#pragma once

#include "core/store/operatorregister.h"
#include "core/store/outbox.h"
#include "ui/common/deskstate.h"

#include <QDateTime>
#include <QWidget>

#include <optional>

class QLabel;

namespace checkpoint {

class ActionButton;
class SignLabel;
class SyncLight;

/// The line at the top: where the desk stands (click to change it), the day and the time, how the desk is
/// doing.
class TopLine : public QWidget
{
    Q_OBJECT

public:
    explicit TopLine(QWidget *parent = nullptr);

    /// While this is shown it stands here instead of place, day and time: what comes and goes moves nothing
    /// that somebody may be about to click.
    void setMessage(QWidget *message);

    void setPlace(const QString &venue, const QString &location);
    void setDeskState(DeskState state);
    void setNow(const QDateTime &now);
    /// Who works here, in the button that changes it; without operators there is none.
    void setOperator(const std::optional<DeskOperator> &current, bool hasOperators);
    /// Who was signed in last; empty: nobody yet.
    QString lastOperator() const { return m_lastOperator; }
    /// How it stands with the targets, in the light that opens the view of sending.
    void setTargets(const QList<TargetRecord> &targets);

signals:
    void placeClicked();
    void syncClicked();
    void operatorClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void showPlace();
    void showOperator();

    QString m_venue;
    QString m_location;
    DeskState m_state = DeskState::Opening;
    QDateTime m_now;
    std::optional<DeskOperator> m_operator;
    QString m_lastOperator;
    ActionButton *m_who;
    ActionButton *m_place;
    QLabel *m_day;
    QLabel *m_time;
    SignLabel *m_light;
    QLabel *m_stateWord;
    SyncLight *m_sync;
};

} // namespace checkpoint
