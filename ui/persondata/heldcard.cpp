#include "ui/persondata/heldcard.h"

#include "core/reports/personsheet.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/persondata/erasurepanel.h"
#include "ui/persondata/heldpage.h"
#include "ui/syncview/correctionform.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTextBrowser>

#include <chrono>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QLabel *plainWords(const QString &name, QWidget *parent)
{
    auto *words = new QLabel(parent);
    words->setObjectName(name);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    return words;
}

} // namespace

HeldCard::HeldCard(QWidget *parent)
    : QFrame(parent)
    , m_pages(new QStackedLayout)
    , m_empty(new EmptyState(u"heldEmptyTitle"_s, this))
    , m_reason(new HeldReasonPanel(this))
    , m_erasing(new ErasurePanel(this))
{
    setObjectName(u"heldCard"_s);
    setProperty("card", true);
    for (QWidget *page :
         std::initializer_list<QWidget *>{m_empty, makeShown(), m_reason, makeCorrecting(), m_erasing})
        m_pages->addWidget(page);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    frame->addLayout(m_pages);
    m_second.setInterval(1s);
    connectParts();
    retranslate();
}

QWidget *HeldCard::makeShown()
{
    auto *page = new QWidget(this);
    m_name = plainWords(u"heldName"_s, page);
    m_name->setFont(textFont(tokens::headingText, true));
    m_state = plainWords(u"heldState"_s, page);
    m_state->setFont(textFont(tokens::noteText));
    m_text = new QTextBrowser(page);
    m_text->setObjectName(u"heldText"_s);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByKeyboard); // read with the keys, not copied away
    m_text->setCursorWidth(0);                                     // nothing is typed there
    m_text->setContextMenuPolicy(Qt::NoContextMenu);
    m_said = plainWords(u"heldSaid"_s, page);
    makeAnnouncing(m_said);
    m_said->hide();
    const auto button = [page](QHBoxLayout *line, const QString &name, const QKeySequence &key) {
        auto *made = new ActionButton(ActionButton::Look::Plain, page);
        made->setObjectName(name);
        made->setKey(key);
        line->addWidget(made);
        return made;
    };
    auto *seeing = new QHBoxLayout;
    m_reveal = button(seeing, u"heldReveal"_s, Qt::CTRL | Qt::Key_R);
    m_print = button(seeing, u"heldPrint"_s, QKeySequence::Print);
    m_save = button(seeing, u"heldSave"_s, QKeySequence::Save);
    auto *changing = new QHBoxLayout;
    m_correct = button(changing, u"heldCorrect"_s, Qt::CTRL | Qt::Key_E);
    m_erase = button(changing, u"heldErase"_s, Qt::CTRL | Qt::Key_Delete);
    for (QHBoxLayout *line : {seeing, changing}) {
        line->setSpacing(tokens::space8);
        line->addStretch();
    }
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    column->addWidget(m_name);
    column->addWidget(m_state);
    column->addWidget(m_said); // above what is long
    column->addWidget(m_text, 1);
    column->addLayout(seeing);
    column->addLayout(changing);
    return page;
}

QWidget *HeldCard::makeCorrecting()
{
    auto *page = new QWidget(this);
    m_correctTitle = plainWords(u"heldCorrectTitle"_s, page);
    m_correctTitle->setFont(textFont(tokens::headingText, true));
    m_correctHint = plainWords(u"heldCorrectHint"_s, page);
    setTone(m_correctHint, "quiet"_L1);
    m_form = new CorrectionForm(u"heldRight"_s, page);
    m_keep = new ActionButton(ActionButton::Look::Primary, page);
    m_keep->setObjectName(u"heldRightKeep"_s);
    m_keep->setKey(Qt::Key_Return, page);
    m_leave = new ActionButton(ActionButton::Look::Plain, page);
    m_leave->setObjectName(u"heldRightLeave"_s);
    m_leave->setKey(Qt::Key_Escape, page);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_keep);
    answers->addWidget(m_leave, 0, Qt::AlignVCenter);
    answers->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    column->addWidget(m_correctTitle);
    column->addWidget(m_correctHint);
    column->addWidget(m_form);
    column->addLayout(answers);
    column->addStretch();
    return page;
}

void HeldCard::connectParts()
{
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (--m_secondsLeft <= 0)
            mask();
        else
            retranslate();
    });
    connect(m_reveal, &QAbstractButton::clicked, this, [this] { m_full ? mask() : ask(Wish::Show); });
    connect(m_print, &QAbstractButton::clicked, this, [this] { ask(Wish::Print); });
    connect(m_save, &QAbstractButton::clicked, this, [this] { ask(Wish::Save); });
    connect(m_correct, &QAbstractButton::clicked, this, &HeldCard::openForm);
    connect(m_erase, &QAbstractButton::clicked, this, [this] {
        mask();
        m_pages->setCurrentIndex(Erasing);
        m_erasing->ask(name(), m_masked->record);
    });
    connect(m_reason, &HeldReasonPanel::confirmed, this, &HeldCard::takeReason);
    connect(m_reason, &HeldReasonPanel::left, this, &HeldCard::leavePanel);
    connect(m_keep, &QAbstractButton::clicked, this, &HeldCard::correct);
    connect(m_leave, &QAbstractButton::clicked, this, &HeldCard::leavePanel);
    connect(m_erasing, &ErasurePanel::left, this, &HeldCard::leavePanel);
    connect(m_erasing, &ErasurePanel::confirmed, this, [this] {
        const QUuid visitor = m_person.value_or(QUuid());
        leavePanel();
        emit eraseWanted(visitor);
    });
}

QString HeldCard::name() const
{
    return m_masked ? personName(m_masked->record.data) : QString();
}

// ---- whose

void HeldCard::begin(const QUuid &visitorId)
{
    forget();
    m_person = visitorId;
    emit lookWanted(visitorId);
}

void HeldCard::beginCorrecting(const QUuid &visitorId, const QString &name)
{
    begin(visitorId);
    m_correctsNext = true;
    m_correctsName = name;
}

void HeldCard::openForm()
{
    if (!m_correct->isEnabled())
        return;
    mask();
    m_pages->setCurrentIndex(Correcting);
    VisitorData known; // what is right need not be seen
    known.name = std::exchange(m_correctsName, {});
    m_form->begin(known, m_masked ? m_masked->record.data : VisitorData());
}

void HeldCard::forget()
{
    m_correctsNext = false;
    m_correctsName.clear();
    m_second.stop();
    m_person.reset();
    m_masked.reset();
    m_full.reset();
    m_said->setText({});
    m_said->hide();
    m_reason->forget();
    m_form->forget();
    m_erasing->forget();
    m_pages->setCurrentIndex(Empty);
    fill();
    emit personChanged();
}

void HeldCard::setHeld(const HeldData &held)
{
    if (!m_person)
        return;
    // Who reads on, or types elsewhere meanwhile, is not disturbed by what others record.
    const bool anew = !isResting() || held.revealed;
    const QString before = name();
    const int place = m_text->verticalScrollBar()->value();
    if (!held.revealed) {
        m_masked = held;
        m_full.reset();
        m_person = held.record.visitorId; // of the person as a whole
    } else if (m_masked && m_masked->record.visitorId == held.record.visitorId) {
        m_full = held;
        m_secondsLeft = revealedSeconds;
        m_second.start();
    } else {
        return;
    }
    m_pages->setCurrentIndex(Shown);
    fill();
    if (anew)
        m_text->setFocus(Qt::OtherFocusReason);
    else
        m_text->verticalScrollBar()->setValue(place);
    if (!held.revealed && (anew || name() != before))
        emit personChanged();
    if (std::exchange(m_correctsNext, false))
        openForm();
}

void HeldCard::mask()
{
    m_second.stop();
    m_full.reset();
    fill();
}

// ---- what is done

void HeldCard::ask(Wish wish)
{
    if (!m_masked)
        return;
    m_wish = wish;
    m_said->hide();
    m_pages->setCurrentIndex(Reason);
    m_reason->ask(name(), wish);
}

void HeldCard::takeReason(const QString &reason)
{
    const std::optional<QUuid> person = m_person;
    leavePanel();
    if (!person)
        return;
    switch (m_wish) {
    case Wish::Show:
        emit revealWanted(*person, reason);
        return;
    case Wish::Print:
        emit printWanted(*person, reason);
        return;
    case Wish::Save:
        save(reason);
        return;
    }
}

void HeldCard::save(const QString &reason)
{
    const std::optional<QUuid> person = m_person;
    QString path =
        saving.ask(this, tr("Save what is held"), tr("personal-data") + u".pdf"_s, u"PDF (*.pdf)"_s);
    if (path.isEmpty() || !person || m_person != person) // forgotten while the path was asked for
        return;
    if (!path.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        path += u".pdf"_s;
    emit saveWanted(*person, reason, path);
}

void HeldCard::correct()
{
    const std::optional<VisitorCorrection> correction = m_form->correction();
    if (!correction || !m_person)
        return;
    if (*correction == VisitorCorrection()) {
        m_correctHint->setText(tr("Fill in what needs correcting; the rest stays as it is."));
        setTone(m_correctHint, "refused"_L1);
        return;
    }
    const QUuid person = *m_person;
    leavePanel();
    emit correctWanted(person, *correction);
}

void HeldCard::leavePanel()
{
    m_form->forget();
    m_pages->setCurrentIndex(m_masked ? Shown : Empty);
    retranslate();
    if (m_masked)
        m_text->setFocus(Qt::OtherFocusReason);
}

void HeldCard::showFailure(const Error &error)
{
    const ErrorText text = errorText(error.code);
    say(text.happened + u' ' + text.todo, "refused"_L1);
}

void HeldCard::showSheet(const Result<QString> &where)
{
    if (!where)
        return showFailure(where.error());
    const bool isFile = QDir::isAbsolutePath(*where);
    say(isFile ? tr("Saved: %1").arg(QDir::toNativeSeparators(*where)) : tr("Printed: %1").arg(*where),
        "in"_L1);
}

void HeldCard::showCorrected()
{
    say(tr("Corrected."), "in"_L1);
}

void HeldCard::showErased()
{
    say(tr("Erased, in the file and in what is left of it as well. Tell the person, then mark the request "
           "as done."),
        "in"_L1);
}

void HeldCard::say(const QString &words, QLatin1StringView tone)
{
    if (!m_person)
        return;
    if (m_pages->currentIndex() == Empty)
        m_pages->setCurrentIndex(Shown);
    setTone(m_said, tone);
    m_said->setText(words);
    m_said->show();
    announce(m_said, words);
    emit told(m_said);
}

// ---- how it is said

void HeldCard::fill()
{
    const std::optional<HeldData> &shown = m_full ? m_full : m_masked;
    m_text->setHtml(
        shown ? heldPage(personSummary(shown->record, shown->terms, sheetLanguage(QLocale().name().left(2))))
              : QString());
    retranslate();
}

void HeldCard::hideEvent(QHideEvent *event)
{
    // What is out of sight is masked when it comes back.
    if (m_full)
        mask();
    m_form->maskUntouched();
    QFrame::hideEvent(event);
}

void HeldCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

void HeldCard::setTight(bool tight)
{
    m_reason->setTight(tight);
}

void HeldCard::retranslate()
{
    m_empty->setWords(tr("Nobody looked up yet"),
                      tr("Look up on the left who asks: everything held on them then appears here, masked, "
                         "to be shown, printed, corrected or erased."));
    const bool there = m_masked && !m_masked->record.erased;
    m_name->setText(m_full ? m_full->record.data.name : name());
    m_state->setText(!m_masked ? QString()
                     : m_full  ? tr("Shown in full. Masked again in %1 s.").arg(m_secondsLeft)
                     : there   ? tr("Masked. Shown in full only for a reason, which is logged.")
                               : tr("Erased: what remains belongs to nobody."));
    setTone(m_state, m_full ? "ask"_L1 : "quiet"_L1);
    m_text->setAccessibleName(tr("What is held on the person"));
    m_reveal->setLabel(m_full ? tr("Hide (%1 s)").arg(m_secondsLeft) : tr("Show in full"));
    m_print->setLabel(tr("Print…"));
    m_save->setLabel(tr("Save as PDF…"));
    m_correct->setLabel(tr("Correct…"));
    m_erase->setLabel(tr("Erase…"));
    for (ActionButton *each : {m_reveal, m_print, m_save, m_correct, m_erase})
        each->setEnabled(there);
    m_correctTitle->setText(tr("Correct what is held on %1").arg(name()));
    m_correctHint->setText(tr("Leave correct fields empty. What was already sent stays with the recipient."));
    setTone(m_correctHint, "quiet"_L1);
    m_keep->setLabel(tr("Correct"));
    m_leave->setLabel(tr("Leave it"));
}

} // namespace checkpoint
