#pragma once

#include "core/desk/scanoutcome.h"
#include "core/scan/scandevice.h"
#include "ui/common/deskstate.h"

#include <QElapsedTimer>
#include <QWidget>

#include <array>
#include <optional>

class QGridLayout;
class QLabel;
class QShortcut;
class QStackedLayout;
class QVBoxLayout;

namespace checkpoint {

class ActionButton;
class ElidedLabel;
class ResultStrip;
enum class Meaning;
struct ResultWords;
class SignLabel;
class VoidPanel;

/// The large result of the last scan: who, in or out, recorded or not; questions with their answers; the way
/// back. Never modal: the next outcome replaces the one that is shown. Only a repeat does not, since it says
/// less than what it repeats, nor what is refused while a question waits, which is said in a line below it;
/// and while somebody gives the reason of an undo the outcome stands in a line above the panel, so that no
/// key and no word goes astray. Shows people masked only.
class ResultCard : public QWidget
{
    Q_OBJECT

public:
    explicit ResultCard(QWidget *parent = nullptr);

    void showOutcome(const ScanOutcome &outcome);
    /// What stands here is known in full now.
    void showCompleted(const ScanOutcome &outcome);
    /// What a platform says of the declaration of whoever stands here; another outcome's is passed over.
    void showDeclaration(quint64 number, DeclarationStatus status);
    /// What is held on somebody was put right or destroyed: of what they were called before nothing stays.
    void changePerson(const QUuid &visitorId, const VisitorData &now);
    /// What is said before the first scan: that all is ready is said only where it is.
    void setDeskState(DeskState state);
    void setDeviceState(std::optional<DeviceState> state, bool isProven = true);
    /// Nobody is signed in: what stood here is forgotten but for a question that waits, of what comes no more
    /// is said than on the visitors' window, and nothing can be done.
    void setLocked(bool locked);
    /// Somebody else works here now: what stood here is forgotten but for a question that waits.
    void forget();
    /// Somebody types in a panel, whose keys come first: those of this card are not shown.
    void setKeysElsewhere(bool elsewhere);
    /// A form was closed whose F9 records as well: pressed twice it turns nobody round.
    void restTurning() { m_sinceForm.start(); }
    /// What Ctrl+Z would take back.
    const std::optional<ScanOutcome> &undoable() const { return m_undoable; }
    /// True while a question waits for an answer here.
    bool asks() const { return m_outcome && m_outcome->kind == ScanOutcome::Kind::Asks; }

public slots:
    /// Opens the panel that asks for the reason of an undo.
    void beginUndo();

    /// The question about taking an entry back, while it stands.
    VoidPanel *openPanel() const { return panelShown() ? m_voidPanel : nullptr; }

signals:
    void undoRequested(const QUuid &entryId, const QString &reason);
    /// What was taken back is to count again.
    void restoreRequested(const QUuid &entryId);
    /// What stands here is to be corrected to that direction.
    void turnRoundRequested(const QUuid &entryId, checkpoint::Direction direction);
    void answerRequested(quint64 number, checkpoint::Answer answer);
    /// Companions, or what the venue asks for, are to be added to what stands here.
    void completionRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool panelShown() const;
    QWidget *makeResultPage();
    void tellReadiness();
    void fill();
    ResultWords words() const;
    Meaning meaning() const;
    void complete();
    void fillCertificate(const ResultWords &words);
    void fillLines(const QStringList &notes, const QStringList &warnings, bool alarm);
    void fillButtons();
    QString takeBackLabel(bool standsHere) const;
    void fillDeclaration();
    void setDeclarationSize();
    void arrangeHead();
    void arrangeAnswers();
    void fitNotes();
    void setTextSizes();
    void showEmpty();
    void showBeside();
    bool isBeside(const ScanOutcome &outcome) const;
    void endPanel();
    void giveAnswer(size_t index);
    void turnRound();
    void tellWhyNotTurned();
    void tellWhyNotVoided();
    void remark(const QString &why);
    void restore();
    QRgb edgeInk() const;
    bool isAlarm() const;
    bool warns() const;

    bool m_locked = false;
    bool m_keysElsewhere = false;
    DeskState m_deskState = DeskState::Opening;
    bool m_deviceProven = true;
    std::optional<DeviceState> m_deviceState; ///< of the device that does best; none without a device
    std::optional<ScanOutcome> m_beside;      ///< what was repeated or refused while m_outcome stands
    QElapsedTimer m_sinceForm;                ///< runs when a form was closed that F9 records, too
    QElapsedTimer m_sinceQuestion;            ///< runs when a question took the place of another
    std::optional<ScanOutcome> m_outcome;
    std::optional<ScanOutcome> m_undoable;
    std::optional<QUuid> m_turned;   ///< what was asked to be turned round: not twice
    std::optional<QUuid> m_restored; ///< and to count again
    QStackedLayout *m_pages = nullptr;
    SignLabel *m_sign = nullptr;
    QLabel *m_word = nullptr;
    QLabel *m_time = nullptr;
    QLabel *m_timeBelow = nullptr; ///< takes the time where the word needs the whole line
    ElidedLabel *m_name = nullptr;
    ElidedLabel *m_traits = nullptr;
    QLabel *m_headline = nullptr;
    std::array<QLabel *, 3> m_notes{};
    QStringList m_noteLines;
    struct WarningLine
    {
        SignLabel *sign = nullptr;
        QLabel *text = nullptr;
    };
    std::array<WarningLine, 2> m_warnings{};
    WarningLine m_certificate;
    WarningLine m_again;
    WarningLine m_declared;
    std::optional<DeclarationStatus> m_declaration; ///< of whoever stands here, once it is said
    QVBoxLayout *m_frame = nullptr;
    ResultStrip *m_strip = nullptr;
    ActionButton *m_undo = nullptr;
    ActionButton *m_restore = nullptr;
    ActionButton *m_turnRound = nullptr;
    QShortcut *m_idleTurn = nullptr; ///< the key of turning round where nothing can be
    QShortcut *m_idleVoid = nullptr; ///< the key of taking back where there is nothing
    ActionButton *m_complete = nullptr;
    std::array<ActionButton *, 3> m_answers{};
    QGridLayout *m_answerGrid = nullptr;
    VoidPanel *m_voidPanel = nullptr;
};

} // namespace checkpoint
