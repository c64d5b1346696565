#pragma once

#include "core/desk/scanoutcome.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;

namespace checkpoint {

class ElidedLabel;
class SignLabel;
enum class Meaning;

/// The result of a scan in one line, for where the large card cannot be: above a panel in which somebody
/// types, and above the other views. What is refused or repeated takes no question's place. Takes no focus
/// and no key.
class ResultStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ResultStrip(QWidget *parent = nullptr);

    void showOutcome(const ScanOutcome &outcome);
    void clear();
    /// The entry does not stand any more.
    void leave(const QUuid &entryId);
    /// What is held on somebody was put right or destroyed.
    void changePerson(const QUuid &visitorId, const VisitorData &now);
    /// What was refused or failed before says nothing of what has been done since.
    void endAlarm();
    /// Nobody is signed in: says no more than the visitors' window.
    void setLocked(bool locked);
    /// What a question says behind its sentence, such as where it is answered.
    void setAnswerHint(const QString &hint);
    /// What needs nothing done goes by itself after a while: it would be taken for the person who stands
    /// there.
    void setPassing(bool passing) { m_passing = passing; }

    static constexpr int passesAfterMs = 20'000;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    Meaning meaning() const;
    bool isAlarm() const { return m_outcome && m_outcome->kind == ScanOutcome::Kind::Failed; }

    std::optional<ScanOutcome> m_outcome;
    std::optional<ScanOutcome> m_refused; ///< while the question stands
    QString m_answerHint;
    bool m_locked = false;
    bool m_passing = false;
    QTimer m_passes;
    SignLabel *m_sign;
    QLabel *m_word;
    ElidedLabel *m_name;
    ElidedLabel *m_why;
    QLabel *m_time;
};

} // namespace checkpoint
