#include "ui/settingsview/attentionpanel.h"

#include "core/desk/paperline.h"
#include "core/desk/personfinder.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/settingrow.h"

#include <QDateTime>
#include <QEvent>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestList = 900;
constexpr auto usualValidity = AttentionPanel::Validity::Month;

/// "21/11/2026"; a day without its year is the next such day.
std::optional<QDate> lastDayOf(const QString &typed, const QDate &today)
{
    return dayOfPaper(typed, today.addYears(1).addDays(-1));
}

/// As the list shows somebody: masked.
QString nameOf(const AttentionNote &note)
{
    const VisitorData shown = masked(note.who);
    return personName(note.who) + (shown.idNumber.isEmpty() ? QString() : u" · "_s + shown.idNumber);
}

} // namespace

std::optional<VisitorData> personByNumber(const QString &typed)
{
    static const QRegularExpression separators(u"[\\s.\\-]"_s);
    static const QRegularExpression insurance(u"^(?:[A-Z]{2}[0-9]{13}|[0-9]{10})$"_s);
    static const QRegularExpression card(u"^(?:[0-9]{12}|[0-9]{9})$"_s);
    static const QRegularExpression qid(u"^[0-9]{18}$"_s);
    static const QRegularExpression passport(u"^(?=.*[0-9])(?=.*[A-Z])[A-Z0-9]{6,9}$"_s);
    const QString number = QString(typed).remove(separators).toUpper();
    VisitorData who;
    if (card.match(number).hasMatch() || passport.match(number).hasMatch())
        who.idNumber = number;
    else if (insurance.match(number).hasMatch())
        who.healthInsurance = number;
    else if (qid.match(number).hasMatch())
        who.qid = number;
    else
        return std::nullopt;
    return who;
}

std::optional<qint64> AttentionPanel::endOf(Validity validity, const QDateTime &from, const QDate &last)
{
    const QDate today = from.toLocalTime().date();
    switch (validity) {
    case Validity::Today:
        return today.addDays(1).startOfDay().toMSecsSinceEpoch();
    case Validity::Tomorrow:
        return today.addDays(2).startOfDay().toMSecsSinceEpoch();
    case Validity::Week:
        return today.addDays(8).startOfDay().toMSecsSinceEpoch();
    case Validity::Month:
        return today.addDays(31).startOfDay().toMSecsSinceEpoch();
    case Validity::Year:
        return today.addYears(1).addDays(1).startOfDay().toMSecsSinceEpoch();
    case Validity::Always:
        return std::nullopt;
    case Validity::Day:
        return last.addDays(1).startOfDay().toMSecsSinceEpoch();
    }
    Q_UNREACHABLE();
}

AttentionPanel::AttentionPanel(QWidget *parent) : QWidget(parent), m_about(new QLabel(this))
{
    setObjectName(u"attentionPanel"_s);
    setMaximumWidth(textScaled(widestList));
    m_about->setFont(textFont(tokens::bodyText));
    m_about->setWordWrap(true);
    setTone(m_about, "quiet"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addWidget(m_about);
    column->addWidget(makeForm());
    column->addWidget(makeList(), 1);
    retranslate();
    emptyForm();
}

void AttentionPanel::setNotes(const QList<AttentionNote> &notes)
{
    m_notes = notes;
    fill();
}

void AttentionPanel::beginFor(const QUuid &visitorId, const VisitorData &visitor)
{
    emptyForm();
    m_known = Known{visitorId, visitor};
    arrangeForm();
    m_reason->setFocus(Qt::OtherFocusReason);
}

/// Of somebody in the record no number is asked; a last day only where one is to be written.
void AttentionPanel::arrangeForm()
{
    m_whoRow->setVisible(m_known.has_value());
    m_scan->setVisible(!m_known);
    m_numberRow->setVisible(!m_known);
    m_nameRow->setVisible(!m_known);
    m_dayRow->setVisible(m_validity->index() == int(Validity::Day));
    setFocusProxy(m_known ? m_reason : m_number);
    if (!m_known) {
        m_who->setText({});
        return;
    }
    QStringList words{personName(m_known->visitor), personTraits(m_known->visitor)};
    words.removeAll(QString());
    m_who->setText(words.join(u" · "_s));
}

void AttentionPanel::emptyForm()
{
    m_known.reset();
    m_adding = false;
    m_scan->setChecked(false);
    for (QLineEdit *edit : {m_number, m_name, m_reason, m_day})
        edit->setText({}); // clear() could be undone
    for (SettingRow *row : {m_numberRow, m_reasonRow, m_dayRow})
        row->setFault({});
    m_validity->setIndex(int(usualValidity));
    m_said->hide();
    arrangeForm();
}

void AttentionPanel::forget()
{
    emptyForm();
    setNotes({});
}

void AttentionPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // Nobody who comes in meanwhile may be noted in place of being recorded.
    m_scan->setChecked(false);
    if (event->spontaneous())
        return;
    if (m_known)
        emptyForm();
    m_said->hide();
    m_listSaid->hide();
    leaveQuestion();
}

bool AttentionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_number && event->type() == QEvent::FocusIn && m_number->text().isEmpty()) {
        m_scan->setChecked(true);
        m_waits->start();
    } else if (watched == m_number && event->type() == QEvent::FocusOut && m_waits->isActive()) {
        m_scan->setChecked(false);
    }
    return QWidget::eventFilter(watched, event);
}

void AttentionPanel::takeScanned(const QByteArray &text)
{
    if (!m_scan->isChecked())
        return; // another page waits for it
    m_scan->setChecked(false);
    m_numberRow->setFault({});
    const QList<VisitorData> meant = personsMeantBy(text);
    const VisitorData person = meant.isEmpty() ? VisitorData() : meant.first();
    const QStringList numbers{person.idNumber, person.healthInsurance, person.qid};
    const auto given = std::ranges::find_if(numbers, [](const QString &each) { return !each.isEmpty(); });
    m_name->setText(person.name);
    if (given == numbers.end() || !personByNumber(*given)) {
        m_number->setText({});
        m_number->setFocus(Qt::OtherFocusReason);
        say(tr("This code has no number that identifies a person. Type the number of their card."),
            "refused"_L1);
        return;
    }
    m_number->setText(*given);
    m_reason->setFocus(Qt::OtherFocusReason);
}

void AttentionPanel::say(const QString &sentence, QLatin1StringView tone)
{
    setTone(m_said, tone);
    m_said->setText(sentence);
    m_said->show();
    announce(m_said, sentence);
}

void AttentionPanel::showFailure(const QString &sentence)
{
    m_adding = false;
    say(sentence, "refused"_L1);
}

void AttentionPanel::showAdded(const AttentionNote &note)
{
    const bool isKnown = m_known.has_value();
    if (note.visitorId != (isKnown ? std::optional(m_known->visitorId) : std::nullopt))
        return; // what was begun then was left
    const QString name = personName(note.who);
    emptyForm();
    if (isKnown) {
        emit knownAdded(name);
        return;
    }
    say(tr("Added to the list."), "in"_L1);
    if (isVisible())
        m_number->setFocus();
}

void AttentionPanel::showWithdrawn(const QString &name)
{
    m_listSaid->setText(tr("%1 was taken off the list.").arg(name));
    m_listSaid->show();
    announce(m_listSaid, m_listSaid->text());
}

void AttentionPanel::showInside(const QString &name, const QString &since)
{
    say(tr("Added to the list.") + u' ' + tr("%1 is inside right now, since %2.").arg(name, since), "ask"_L1);
}

/// Whom the form means; without one, says in its place what is missing.
std::optional<VisitorData> AttentionPanel::who()
{
    if (m_known) {
        VisitorData known;
        known.name = m_known->visitor.name;
        return known;
    }
    std::optional<VisitorData> typed = personByNumber(m_number->text());
    if (typed) {
        typed->name = m_name->text().simplified();
        return typed;
    }
    m_numberRow->setFault(m_number->text().simplified().isEmpty()
                              ? tr("Type a document number: the desk recognises the person by it.")
                              : tr("No document has such a number."));
    m_number->setFocus();
    return std::nullopt;
}

void AttentionPanel::add()
{
    if (m_adding)
        return;
    m_said->hide();
    const std::optional<VisitorData> person = who();
    if (!person)
        return;
    const QString reason = m_reason->text().simplified();
    if (reason.isEmpty()) {
        m_reasonRow->setFault(tr("The desk has to know why."));
        m_reason->setFocus();
        return;
    }
    const QDateTime now = QDateTime::currentDateTime();
    const auto validity = Validity(m_validity->index());
    std::optional<QDate> last;
    if (validity == Validity::Day) {
        last = lastDayOf(m_day->text(), now.date());
        if (!last || *last < now.date()) {
            m_dayRow->setFault(last ? tr("That day is over. Write today or a later day.")
                                    : tr("Write the last day as day/month/year, such as %1.")
                                          .arg(dateText(now.date().addDays(7))));
            m_day->setFocus();
            return;
        }
    }
    AttentionNote note;
    note.reason = reason;
    note.fromUtcMs = now.toMSecsSinceEpoch();
    note.untilUtcMs = endOf(validity, now, last.value_or(QDate()));
    note.who = *person;
    if (m_known)
        note.visitorId = m_known->visitorId;
    m_adding = true;
    emit addRequested(note);
}

/// The note that is chosen in the list.
const AttentionNote *AttentionPanel::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() || rows.front().row() >= m_notes.size() ? nullptr : &m_notes[rows.front().row()];
}

void AttentionPanel::askToWithdraw()
{
    const AttentionNote *note = chosen();
    if (!note)
        return;
    m_said->hide();
    m_listSaid->hide();
    m_asked = *note;
    m_question->setText(tr("Take %1 off the list? The reason was: %2").arg(nameOf(*note), note->reason));
    m_questionCard->show();
    m_withdraw->hide();
    m_keep->setFocus(Qt::OtherFocusReason);
    announce(m_question, m_question->text());
}

void AttentionPanel::leaveQuestion()
{
    const bool answered = m_questionCard->isVisible();
    m_asked.reset();
    m_question->clear();
    m_questionCard->hide();
    m_withdraw->setVisible(!m_notes.isEmpty());
    if (answered)
        m_table->setFocus(Qt::OtherFocusReason);
}

void AttentionPanel::withdraw()
{
    if (!m_asked)
        return;
    const AttentionNote note = *m_asked;
    leaveQuestion();
    emit withdrawRequested(note.id, nameOf(note));
}

void AttentionPanel::fill()
{
    m_model->setRowCount(0);
    for (const AttentionNote &note : std::as_const(m_notes)) {
        auto *who = new QStandardItem(nameOf(note));
        who->setData(true, StrongRole);
        auto *until = new QStandardItem(
            note.untilUtcMs
                ? tr("until %1").arg(dateText(QDateTime::fromMSecsSinceEpoch(*note.untilUtcMs - 1).date()))
                : tr("until withdrawn"));
        until->setData(true, QuietRole);
        m_model->appendRow({who, new QStandardItem(note.reason), until});
    }
    m_table->resizeColumnToContents(0);
    m_table->resizeColumnToContents(2);
    m_table->setVisible(!m_notes.isEmpty());
    const auto isAsked = [this](const AttentionNote &each) { return m_asked && each.id == m_asked->id; };
    if (std::ranges::none_of(m_notes, isAsked)) // it is not there any more
        leaveQuestion();
    m_withdraw->setVisible(!m_notes.isEmpty() && !m_asked);
    m_withdraw->setEnabled(false);
    m_empty->setVisible(m_notes.isEmpty());
}

void AttentionPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        setMaximumWidth(textScaled(widestList));
}

} // namespace checkpoint
