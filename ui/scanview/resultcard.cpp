#include "ui/scanview/resultcard.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/meaning.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/voidpanel.h"
#include "ui/common/wording.h"
#include "ui/scanview/declarationwords.h"
#include "ui/scanview/readiness.h"
#include "ui/scanview/resultstrip.h"
#include "ui/scanview/resultwords.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSamePerson(const VisitorData &first, const VisitorData &second)
{
    if (first == second)
        return true;
    const auto keys = identityKeys(first);
    const auto others = identityKeys(second);
    return std::ranges::any_of(
        keys, [&others](const IdentityKey &key) { return std::ranges::find(others, key) != others.end(); });
}

void say(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

ResultCard::ResultCard(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"resultCard"_s);
    makeAnnouncing(this);
    m_pages = new QStackedLayout;
    m_pages->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(makeResultPage());
    m_voidPanel = new VoidPanel(this);
    m_pages->addWidget(m_voidPanel);

    m_strip = new ResultStrip(this);
    m_frame = new QVBoxLayout(this);
    m_frame->setSpacing(tokens::space8);
    m_frame->addWidget(m_strip);
    m_frame->addLayout(m_pages, 1);

    connect(m_undo, &QAbstractButton::clicked, this, &ResultCard::beginUndo);
    connect(m_restore, &QAbstractButton::clicked, this, &ResultCard::restore);
    connect(m_turnRound, &QAbstractButton::clicked, this, &ResultCard::turnRound);
    connect(m_complete, &QAbstractButton::clicked, this, &ResultCard::complete);
    connect(m_voidPanel, &VoidPanel::left, this, &ResultCard::endPanel);
    connect(m_voidPanel, &VoidPanel::confirmed, this, [this](const QUuid &entryId, const QString &reason) {
        endPanel();
        emit undoRequested(entryId, reason);
    });
    endPanel();
    fill();
}

void ResultCard::setDeskState(DeskState state)
{
    m_deskState = state;
    tellReadiness();
}

void ResultCard::setDeviceState(std::optional<DeviceState> state, bool isProven)
{
    m_deviceState = state;
    m_deviceProven = isProven;
    tellReadiness();
}

void ResultCard::tellReadiness()
{
    if (m_outcome)
        return;
    const QString before = accessibleName();
    fill();
    if (accessibleName() != before)
        announce(this, accessibleName());
}

/// A repeat hides neither a question that still waits, nor that something was not recorded, nor the result
/// that it repeats; and what counts for nobody hides no question.
bool ResultCard::isBeside(const ScanOutcome &outcome) const
{
    if (outcome.kind == ScanOutcome::Kind::Refused)
        return asks();
    if (outcome.kind != ScanOutcome::Kind::Repeated || !m_outcome)
        return false;
    return asks() || m_outcome->kind == ScanOutcome::Kind::Failed ||
           (m_outcome->kind != ScanOutcome::Kind::Repeated &&
            isSamePerson(m_outcome->visitor, outcome.visitor));
}

void ResultCard::showOutcome(const ScanOutcome &outcome)
{
    if (isBeside(outcome)) {
        m_beside = outcome;
        if (panelShown())
            m_strip->showOutcome(outcome);
        showBeside();
        fitNotes();
        announce(this, m_again.text->text());
        return;
    }
    if (outcome.kind == ScanOutcome::Kind::Recorded) {
        m_undoable = outcome;
    } else if (outcome.kind == ScanOutcome::Kind::Voided) {
        // An entry of the list was taken back, not the one that stands here.
        const bool isShown = m_undoable && m_undoable->entryId == outcome.entryId;
        if (isShown)
            m_undoable.reset();
        if (!isShown || asks()) // a question that waits stays in sight
            return;
    }
    m_sinceQuestion.invalidate();
    if (asks() && outcome.kind == ScanOutcome::Kind::Asks)
        m_sinceQuestion.start();
    m_beside.reset();
    m_outcome = outcome;
    m_declaration.reset();
    if (outcome.declaration != DeclarationStatus::Unknown)
        m_declaration = outcome.declaration;
    if (panelShown() && outcome.entryId != m_voidPanel->entryId()) {
        m_strip->showOutcome(outcome);
        m_voidPanel->setTight(true);
        m_frame->setContentsMargins(tokens::space24 + tokens::resultEdge, tokens::space8, tokens::space24,
                                    tokens::space8);
    } else {
        endPanel();
    }
    fill();
    announce(this, accessibleName());
}

void ResultCard::showCompleted(const ScanOutcome &outcome)
{
    if (m_undoable && m_undoable->number == outcome.number)
        m_undoable = outcome;
    if (!m_outcome || m_outcome->number != outcome.number)
        return;
    m_outcome = outcome;
    fill();
}

void ResultCard::changePerson(const QUuid &visitorId, const VisitorData &now)
{
    m_strip->changePerson(visitorId, now);
    for (std::optional<ScanOutcome> *each : {&m_outcome, &m_undoable, &m_beside}) {
        if (*each && (*each)->visitorId == visitorId)
            (*each)->visitor = now;
    }
    if (panelShown() && m_undoable && m_undoable->entryId == m_voidPanel->entryId())
        m_voidPanel->changePerson(m_undoable->visitor);
    fill();
}

void ResultCard::showDeclaration(quint64 number, DeclarationStatus status)
{
    if (m_locked || !m_outcome || m_outcome->number != number || m_declaration == status)
        return;
    m_declaration = status;
    fillDeclaration();
    fitNotes();
    announce(this, m_declared.text->text());
    setAccessibleName(spokenText(words()) + u", "_s + m_declared.text->text());
}

void ResultCard::fillDeclaration()
{
    const bool shown =
        m_outcome && m_declaration && !m_locked && m_outcome->kind != ScanOutcome::Kind::Failed;
    m_declared.sign->setVisible(shown);
    m_declared.text->setVisible(shown);
    if (!shown)
        return;
    const DeclarationWords words = declarationWords(*m_declaration);
    m_declared.sign->setSign(words.sign, words.ink);
    m_declared.text->setText(words.sentence);
    setDeclarationSize();
    setTone(m_declared.text, words.tone);
}

void ResultCard::setLocked(bool locked)
{
    m_locked = locked;
    if (locked)
        forget();
    else
        fill();
}

void ResultCard::setKeysElsewhere(bool elsewhere)
{
    if (std::exchange(m_keysElsewhere, elsewhere) == elsewhere)
        return;
    fillButtons();
    showBeside(); // what was said of a key is not so any more
    fitNotes();
}

void ResultCard::forget()
{
    endPanel();
    m_voidPanel->forget();
    m_undoable.reset();
    m_beside.reset();
    if (!asks()) {
        m_outcome.reset();
        m_declaration.reset();
    }
    fill();
}

ResultWords ResultCard::words() const
{
    return m_locked ? lockedWords(*m_outcome) : resultWords(*m_outcome);
}

Meaning ResultCard::meaning() const
{
    return m_locked ? publicMeaningOf(*m_outcome) : meaningOf(*m_outcome);
}

bool ResultCard::panelShown() const
{
    return m_pages->currentWidget() == m_voidPanel;
}

void ResultCard::endPanel()
{
    // What is hidden hands the focus on to the next button: not to one that answers.
    if (isAncestorOf(QApplication::focusWidget()))
        setFocus(Qt::OtherFocusReason);
    m_pages->setCurrentIndex(0);
    m_strip->clear();
    m_voidPanel->setTight(false);
    m_frame->setContentsMargins(tokens::space24 + tokens::resultEdge, tokens::space16, tokens::space24,
                                tokens::space16);
    update();
}

void ResultCard::fill()
{
    if (!m_outcome) {
        showEmpty();
        return;
    }
    const ResultWords words = this->words();
    const Meaning meaning = this->meaning();
    const bool alarm = meaning == Meaning::NotRecorded;
    m_sign->setSign(meaningSign(meaning), alarm ? &Colours::onAlarm : meaningInk(meaning));
    m_word->setText(words.word);
    setTone(m_word, alarm ? "onAlarm"_L1 : meaningTone(meaning));
    m_time->setText(words.time);
    m_timeBelow->setText(words.time);
    for (QLabel *time : {m_time, m_timeBelow})
        setTone(time, alarm ? "onAlarm"_L1 : ""_L1);
    say(m_name, words.name);
    setTone(m_name, alarm ? "onAlarm"_L1 : ""_L1);
    say(m_traits, words.traits);
    setTone(m_traits, alarm ? "onAlarm"_L1 : ""_L1);
    say(m_headline, words.headline);
    setTone(m_headline, alarm ? "onAlarm"_L1 : asks() ? meaningTone(meaning) : ""_L1);
    fillLines(words.notes, words.warnings, alarm);
    fillDeclaration();
    fillCertificate(words);
    showBeside();
    fillButtons();
    arrangeHead();
    fitNotes();
    const QString declared = m_declared.text->isHidden() ? QString() : u", "_s + m_declared.text->text();
    setAccessibleName(spokenText(words) + declared);
    update();
}

void ResultCard::fillLines(const QStringList &notes, const QStringList &warnings, bool alarm)
{
    m_noteLines = notes;
    for (QLabel *note : m_notes)
        setTone(note, alarm ? "onAlarm"_L1 : "quiet"_L1);
    // What does not fit in the lines goes on in the last one.
    const QStringList lines{warnings.value(0), warnings.mid(1).join(u' ')};
    for (size_t i = 0; i < m_warnings.size(); ++i) {
        say(m_warnings[i].text, lines[qsizetype(i)]);
        m_warnings[i].sign->setVisible(!lines[qsizetype(i)].isEmpty());
    }
}

void ResultCard::fillCertificate(const ResultWords &words)
{
    const bool good = words.certificateGood;
    m_certificate.sign->setSign(good ? "check"_L1 : "warning"_L1, good ? &Colours::in : &Colours::ask);
    m_certificate.sign->setVisible(!words.certificate.isEmpty());
    say(m_certificate.text, words.certificate);
    setTone(m_certificate.text, good ? "in"_L1 : "ask"_L1);
}

void ResultCard::showBeside()
{
    m_again.sign->setVisible(m_beside.has_value());
    m_again.text->setVisible(m_beside.has_value());
    if (!m_beside || !m_outcome)
        return;
    const bool alarm = m_outcome->kind == ScanOutcome::Kind::Failed;
    if (m_beside->kind == ScanOutcome::Kind::Refused) {
        m_again.sign->setSign(meaningSign(Meaning::Refused), meaningInk(Meaning::Refused));
        setTone(m_again.text, "quiet"_L1);
        m_again.text->setText(refusedBesideText(*m_beside));
        return;
    }
    m_again.sign->setSign("repeat"_L1, alarm ? &Colours::onAlarm : &Colours::quiet);
    setTone(m_again.text, alarm ? "onAlarm"_L1 : "quiet"_L1);
    const QString when = clockText(m_beside->at);
    m_again.text->setText(isSamePerson(m_outcome->visitor, m_beside->visitor)
                              ? tr("Read again at %1: nothing more was recorded.").arg(when)
                              : tr("%1 was read again at %2: nothing more was recorded.")
                                    .arg(personName(m_beside->visitor), when));
}

void ResultCard::showEmpty()
{
    const Readiness ready = readiness(m_deskState, m_deviceState, m_deviceProven);
    m_sign->setSign(ready.sign, ready.ink);
    m_word->setText(ready.word);
    setTone(m_word, ready.tone);
    say(m_headline, ready.headline);
    setTone(m_headline, ready.alarm ? "onAlarm"_L1 : ""_L1);
    fillLines(ready.notes, {}, ready.alarm);
    fillCertificate({});
    m_time->clear();
    m_timeBelow->clear();
    m_name->hide();
    m_traits->hide();
    fillDeclaration();
    showBeside();
    fillButtons();
    arrangeHead();
    fitNotes();
    setAccessibleName(ready.word + u", "_s + ready.headline);
    update();
}

QRgb ResultCard::edgeInk() const
{
    const Colours &colours = coloursOf(palette());
    if (panelShown())
        return colours.ask;
    return colours.*
           (m_outcome ? meaningInk(meaning()) : readiness(m_deskState, m_deviceState, m_deviceProven).ink);
}

bool ResultCard::isAlarm() const
{
    if (panelShown())
        return false;
    return m_outcome ? m_outcome->kind == ScanOutcome::Kind::Failed : m_deskState == DeskState::Trouble;
}

/// Somebody of the attention list: no question like the others, so that its ground is another one too.
bool ResultCard::warns() const
{
    return !panelShown() && m_outcome && meaning() == Meaning::Attention;
}

void ResultCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace checkpoint
