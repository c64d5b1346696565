#include "ui/paperday/paperdaypage.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/meaning.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/visitoroffers.h"
#include "ui/common/wording.h"
#include "ui/scanview/passagefields.h"

#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

PaperDayPage::PaperDayPage(QWidget *parent) : QWidget(parent), now([] { return SystemClock().now(); })
{
    setObjectName(u"paperDayPage"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(makeFields());
    row->addWidget(makeTable(), 1);
    for (QLineEdit *field : fields())
        field->installEventFilter(this);
    // Installed later, it is asked first: Enter takes who is marked before it goes on.
    m_offers = new VisitorOffers(m_fields->edit(PassageField::Name), this);
    m_offers->setObjectName(u"paperHits"_s);
    connect(m_offers, &VisitorOffers::searchRequested, this, &PaperDayPage::searchRequested);
    connect(m_offers, &VisitorOffers::taken, this, &PaperDayPage::takeHit);
    connect(m_fields, &PassageFields::edited, this, [this](PassageField field) {
        if (field == PassageField::Name)
            m_taken.reset();
    });
    connect(m_record, &QAbstractButton::clicked, this, &PaperDayPage::submit);
    connect(m_turn, &QAbstractButton::clicked, this, &PaperDayPage::turnRound);
    connect(m_brief, &QAbstractButton::toggled, this, &PaperDayPage::setBrief);
    connect(m_undo, &QAbstractButton::clicked, this, &PaperDayPage::takeBack);
    connect(m_form, &QAbstractButton::clicked, this, &PaperDayPage::formWanted);
    setFocusProxy(m_day);
    retranslate();
    showSums();
}

void PaperDayPage::setLocations(const QStringList &locations, const QString &chosen)
{
    const QString before = m_place->count() > 0 ? m_place->currentText() : chosen;
    m_place->clear();
    QStringList all = locations;
    if (!chosen.isEmpty() && !all.contains(chosen))
        all.prepend(chosen);
    m_place->addItems(all);
    m_place->setCurrentIndex(std::max(0, int(all.indexOf(before))));
    m_place->setEnabled(!all.isEmpty());
}

QString PaperDayPage::location() const
{
    return m_place->currentText();
}

void PaperDayPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_day->text().isEmpty())
        m_day->setText(dateText(now().toDateTime().date()));
}

void PaperDayPage::begin()
{
    QLineEdit *first = m_rows.isEmpty() ? m_day : m_time;
    first->setFocus(Qt::OtherFocusReason);
    first->selectAll();
}

QList<KeyHint> PaperDayPage::keyHints() const
{
    return {{u"Enter"_s, tr("Next field; after the last one the line is recorded")},
            {u"↑ ↓"_s, tr("Choose a visitor who was here before")}};
}

void PaperDayPage::clearFields()
{
    m_again = 0;
    m_taken.reset();
    m_offers->forget();
    m_fields->setValues({});
}

void PaperDayPage::forget()
{
    clearFields();
    m_time->clear();
    m_direction = Direction::In;
    showDirection();
    m_rows.forget();
    say({}, "quiet"_L1);
    showSums();
}

// ---- going through the fields

QList<QLineEdit *> PaperDayPage::fields() const
{
    QList<QLineEdit *> all{m_day, m_time, m_fields->edit(PassageField::Name),
                           m_fields->edit(PassageField::BirthYear)};
    if (!m_brief->isChecked())
        all << m_fields->edit(PassageField::Phone) << m_fields->edit(PassageField::Purpose);
    return all;
}

bool PaperDayPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo)) {
        // Where nothing is typed there is nothing to undo but the last line.
        const auto *edit = qobject_cast<QLineEdit *>(watched);
        if (edit && !edit->isUndoAvailable()) {
            event->ignore();
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    auto *field = qobject_cast<QLineEdit *>(watched);
    if (!enter || !field || (key->modifiers() & ~Qt::KeypadModifier))
        return QWidget::eventFilter(watched, event);
    goOn(field);
    return true;
}

void PaperDayPage::goOn(QLineEdit *from)
{
    const QList<QLineEdit *> all = fields();
    const qsizetype place = all.indexOf(from);
    if (from == m_fields->edit(PassageField::BirthYear))
        writeYearOut();
    if (place == all.size() - 1) {
        submit();
        return;
    }
    all[place + 1]->setFocus(Qt::OtherFocusReason);
    all[place + 1]->selectAll();
    findChild<QScrollArea *>(u"paperScroll"_s)->ensureWidgetVisible(all[place + 1]);
}

/// What two digits stand for is seen before it is recorded.
void PaperDayPage::writeYearOut()
{
    QLineEdit *year = m_fields->edit(PassageField::BirthYear);
    year->setText(birthYearOfPaper(year->text(), now().toDateTime().date().year()));
}

void PaperDayPage::setHits(const QString &typed, const QList<VisitorHit> &hits)
{
    m_offers->setHits(typed, hits);
}

/// Their data stay masked: what is known needs not be typed, and is not shown.
void PaperDayPage::takeHit(const VisitorHit &hit)
{
    m_taken = hit;
    PassageValues values = m_fields->values();
    values.name = personName(hit.visitor);
    values.birthYear = hit.visitor.birthDate ? QString::number(hit.visitor.birthDate->year()) : QString();
    values.phone.clear();
    if (values.purpose.isEmpty())
        values.purpose = hit.lastDetails.purpose;
    m_fields->setValues(values);
    QLineEdit *last = fields().last();
    last->setFocus(Qt::OtherFocusReason);
    last->selectAll();
}

void PaperDayPage::turnRound()
{
    m_direction = m_direction == Direction::In ? Direction::Out : Direction::In;
    showDirection();
    announce(m_said, directionWord(m_direction));
}

void PaperDayPage::setBrief(bool brief)
{
    QList<PassageField> shown{PassageField::Name, PassageField::BirthYear};
    if (!brief)
        shown << PassageField::Phone << PassageField::Purpose;
    const bool inHidden = brief && (m_fields->edit(PassageField::Phone)->hasFocus() ||
                                    m_fields->edit(PassageField::Purpose)->hasFocus());
    m_fields->setFields(shown, {PassageField::Name});
    if (inHidden)
        m_fields->edit(PassageField::BirthYear)->setFocus(Qt::OtherFocusReason);
}

void PaperDayPage::showDirection()
{
    m_way->setText(directionShout(m_direction));
    setTone(m_way, meaningTone(meaningOf(m_direction)));
}

// ---- recording

/// The line as it is typed; nothing when a field cannot be read, which is said then.
std::optional<PaperLine> PaperDayPage::readLine()
{
    PaperLine line;
    const QDate today = now().toDateTime().date();
    if (const auto day = dayOfPaper(m_day->text(), today))
        line.day = *day;
    else
        say(tr("The day is none: write it as 21/11/2026"), "refused"_L1, m_day);
    if (!line.day.isValid())
        return std::nullopt;
    m_day->setText(dateText(line.day));
    if (const auto time = timeOfPaper(m_time->text()))
        line.time = *time;
    else
        say(tr("The time is none: write it as 8:15 or 815"), "refused"_L1, m_time);
    if (!line.time.isValid())
        return std::nullopt;
    m_time->setText(line.time.toString(u"HH:mm"_s));
    writeYearOut();
    if (!m_fields->validate()) {
        say(tr("A field cannot be kept as it is."), "refused"_L1);
        return std::nullopt;
    }
    const PassageValues values = m_fields->values();
    line.direction = m_direction;
    line.location = location();
    line.person.typed.name = values.name;
    line.person.typed.phone = values.phone;
    line.person.details.purpose = values.purpose;
    if (!values.birthYear.isEmpty())
        line.person.typed.birthDate = PartialDate::fromYear(values.birthYear.toInt());
    if (m_taken)
        line.person.visitorId = m_taken->visitorId;
    else if (m_direction == Direction::Out)
        line.person.visitorId = m_rows.insideByName(values.name);
    return line;
}

void PaperDayPage::submit()
{
    const std::optional<PaperLine> line = readLine();
    if (!line)
        return;
    CheckedPaperLine tidy = checked(*line, now(), m_deskSince);
    if (tidy.fault == PaperFault::NotYet)
        return say(tr("This time has not come yet."), "refused"_L1,
                   line->day > now().toDateTime().date() ? m_day : m_time);
    if (tidy.fault == PaperFault::BeforeDesk)
        return say(tr("This desk records only since %1.").arg(dateText(m_deskSince)), "refused"_L1, m_day);
    if (tidy.fault)
        return say(tr("A field cannot be kept as it is."), "refused"_L1, m_fields->edit(PassageField::Name));
    // Who is known keeps their name and year: what the list shows of them is abbreviated.
    if (m_taken) {
        tidy.entry.code.visitor.name.clear();
        tidy.entry.code.visitor.birthDate =
            m_taken->visitor.birthDate ? std::nullopt : tidy.entry.code.visitor.birthDate;
    }
    m_rows.remove(std::exchange(m_again, 0));
    const int number = m_rows.append(*line);
    clearFields();
    say({}, "quiet"_L1);
    m_time->setFocus(Qt::OtherFocusReason);
    m_time->selectAll();
    showSums();
    emit recordWanted(number, tidy.entry);
}

void PaperDayPage::showOutcome(int number, const Result<LateOutcome> &outcome)
{
    if (!outcome) {
        const ErrorText text = errorText(outcome.error().code);
        m_rows.setState(number, TypedLineState::Failed, text.happened);
        say(text.happened + u' ' + text.todo, "refused"_L1);
        // Elsewhere somebody types something else.
        if (const TypedLine *row = m_rows.find(number); row && isVisible() && isUntouchedSince(row->line)) {
            refill(row->line);
            m_again = number;
            fields().last()->setFocus(Qt::OtherFocusReason);
        }
    } else if (outcome->kind == LateOutcome::Refused) {
        m_rows.setState(number, TypedLineState::Refused, tr("the desk does not take it"));
        say(tr("Row %1 is not recorded.").arg(number), "refused"_L1);
    } else {
        m_rows.setRecorded(number, *outcome);
    }
    showSums();
}

// ---- taking back

void PaperDayPage::takeBack()
{
    const TypedLine *row = m_rows.lastStanding();
    if (!row || row->state == TypedLineState::Waiting)
        return;
    const TypedLine last = *row;
    if (last.state == TypedLineState::Recorded && last.entryId) {
        emit takeBackWanted(last.number, *last.entryId);
        return;
    }
    refill(last.line);
    m_rows.remove(last.number);
    showSums();
}

/// Nothing was typed or turned after that line was.
bool PaperDayPage::isUntouchedSince(const PaperLine &line) const
{
    return !m_taken && m_fields->values() == PassageValues() && focusWidget() == m_time &&
           m_time->text() == line.time.toString(u"HH:mm"_s) && m_day->text() == dateText(line.day) &&
           m_direction == line.direction && location() == line.location;
}

/// The line stands in the fields again, so that what is wrong with it can be typed anew.
void PaperDayPage::refill(const PaperLine &line)
{
    m_again = 0;
    m_day->setText(dateText(line.day));
    m_time->setText(line.time.toString(u"HH:mm"_s));
    m_direction = line.direction;
    showDirection();
    const VisitorData &typed = line.person.typed;
    if (!typed.phone.isEmpty() || !line.person.details.purpose.isEmpty())
        m_brief->setChecked(false);
    if (line.person.visitorId) {
        m_taken.emplace();
        m_taken->visitorId = *line.person.visitorId;
        m_taken->visitor = typed;
    }
    m_fields->setValues({typed.name,
                         typed.birthDate ? QString::number(typed.birthDate->year()) : QString(),
                         typed.phone,
                         line.person.details.purpose,
                         {},
                         0,
                         0});
    m_time->setFocus(Qt::OtherFocusReason);
    m_time->selectAll();
}

void PaperDayPage::showTakenBack(int number, const Result<void> &done)
{
    const TypedLine *const row = m_rows.find(number);
    if (!done) {
        const ErrorText text = errorText(done.error().code);
        say(text.happened + u' ' + text.todo, "refused"_L1);
    } else if (row) { // it may be forgotten meanwhile
        refill(row->line);
        m_rows.setState(number, TypedLineState::TakenBack);
        say(tr("Row %1 is voided and stands in the fields again.").arg(number), "quiet"_L1);
    }
    showSums();
}

void PaperDayPage::showPrinted(const Result<QString> &answer)
{
    if (answer) {
        m_sums->setText(tr("The form is printed: %1").arg(QDir::toNativeSeparators(*answer)));
        return;
    }
    const ErrorText text = errorText(answer.error().code);
    m_sums->setText(text.happened + u' ' + text.todo);
}

void PaperDayPage::say(const QString &words, QLatin1StringView tone, QWidget *where)
{
    setTone(m_said, tone);
    m_said->setText(words);
    if (!words.isEmpty())
        announce(m_said, words);
    if (auto *field = qobject_cast<QLineEdit *>(where)) {
        field->setFocus(Qt::OtherFocusReason);
        field->selectAll();
    }
}

void PaperDayPage::showSums()
{
    m_pages->setCurrentIndex(m_rows.isEmpty() ? 0 : 1);
    m_undo->setEnabled(m_rows.lastStanding() != nullptr);
    const int recorded = m_rows.count(TypedLineState::Recorded);
    const int missing = m_rows.count(TypedLineState::Failed) + m_rows.count(TypedLineState::Refused);
    QString sums =
        m_rows.isEmpty() ? QString() : tr("%n line(s) recorded as late entries", nullptr, recorded);
    if (missing > 0)
        sums += u" · "_s + tr("%n not recorded", nullptr, missing);
    m_sums->setText(sums);
}

void PaperDayPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_offers->place();
}

void PaperDayPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace checkpoint
