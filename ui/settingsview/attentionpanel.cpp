#include "ui/settingsview/attentionpanel.h"

#include "core/desk/paperline.h"
#include "core/desk/personfinder.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/settingcard.h"
#include "ui/settingsview/settingrow.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestList = 900;
constexpr int longestReason = 200;
constexpr int longestDay = 20;

/// "21/11/2026"; a day without its year is the next such day.
std::optional<QDate> lastDayOf(const QString &typed, const QDate &today)
{
    return dayOfPaper(typed, today.addYears(1).addDays(-1));
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
}

QWidget *AttentionPanel::makeForm()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    m_who = new QLabel(card);
    m_who->setObjectName(u"attentionWho"_s);
    m_who->setFont(textFont(tokens::bodyText, true));
    m_who->setTextFormat(Qt::PlainText);
    m_who->setWordWrap(true);
    m_who->setMinimumHeight(tokens::space32); // as the words beside it
    m_whoRow = new SettingRow(m_who, card);
    column->addWidget(m_whoRow);
    m_scan = new ActionButton(ActionButton::Look::Plain, card);
    m_scan->setObjectName(u"attentionScan"_s);
    m_scan->setCheckable(true);
    std::tie(m_number, m_numberRow) = card->addLine(u"attentionNumber"_s, longestReason);
    std::tie(m_name, m_nameRow) = card->addLine(u"attentionName"_s, longestReason);
    std::tie(m_reason, m_reasonRow) = card->addLine(u"attentionReason"_s, longestReason);
    m_validity = new ChoiceRow(int(Validity::Day) + 1, card);
    m_validity->setObjectName(u"attentionValidity"_s);
    m_validity->setIndex(int(Validity::Month));
    m_validityRow = new SettingRow(m_validity, card);
    column->addWidget(m_validityRow);
    std::tie(m_day, m_dayRow) = card->addLine(u"attentionDay"_s, longestDay);
    m_add = new ActionButton(ActionButton::Look::Primary, card);
    m_add->setObjectName(u"attentionAdd"_s);
    m_add->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_said = new QLabel(card);
    m_said->setObjectName(u"attentionSaid"_s);
    m_said->setWordWrap(true);
    makeAnnouncing(m_said);
    m_said->hide();
    column->addSpacing(tokens::space8);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_scan, 0, Qt::AlignVCenter);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_said);
    connect(m_scan, &QAbstractButton::toggled, this, [this](bool wanted) {
        emit scanWanted(wanted);
        retranslate();
    });
    connect(m_validity, &ChoiceRow::chosen, this, [this](int index) {
        arrangeForm();
        if (index == int(Validity::Day))
            m_day->setFocus(Qt::OtherFocusReason);
    });
    connect(m_add, &QAbstractButton::clicked, this, &AttentionPanel::add);
    return card;
}

QWidget *AttentionPanel::makeList()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    m_model = new QStandardItemModel(0, 3, this);
    m_table = new QTableView(card);
    m_table->setObjectName(u"attentionTable"_s);
    m_table->setModel(m_model);
    RowDelegate::setUp(m_table);
    m_table->setMinimumHeight(4 * tokens::rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_empty = new QLabel(card);
    m_empty->setFont(textFont(tokens::bodyText));
    setTone(m_empty, "quiet"_L1);
    m_withdraw = new ActionButton(ActionButton::Look::Plain, card);
    m_withdraw->setObjectName(u"attentionWithdraw"_s);
    m_withdraw->setIconName("void"_L1);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addSpacing(tokens::space8);
    column->addWidget(m_withdraw);
    connect(m_withdraw, &QAbstractButton::clicked, this, &AttentionPanel::withdraw);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_withdraw->setEnabled(m_table->selectionModel()->hasSelection()); });
    return card;
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
}

void AttentionPanel::takeScanned(const QByteArray &text)
{
    if (!m_scan->isChecked())
        return; // another page waits for it
    m_scan->setChecked(false);
    const QList<VisitorData> meant = personsMeantBy(text);
    const VisitorData person = meant.isEmpty() ? VisitorData() : meant.first();
    const QStringList numbers{person.idNumber, person.healthInsurance, person.qid};
    const auto given = std::ranges::find_if(numbers, [](const QString &each) { return !each.isEmpty(); });
    m_name->setText(person.name);
    if (given == numbers.end() || !personByNumber(*given)) {
        m_number->setText({});
        m_number->setFocus(Qt::OtherFocusReason);
        say(tr("This code holds no number that tells who somebody is. Type the number of their card."),
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
    say(tr("%1 was taken off the list.").arg(name), "in"_L1);
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
                              ? tr("Write the number of a document: by it the desk knows who comes.")
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
                                    : tr("Write the last day as day/month/year."));
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

void AttentionPanel::withdraw()
{
    m_said->hide();
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const AttentionNote &note = m_notes[rows.front().row()];
    emit withdrawRequested(note.id, personName(note.who));
}

void AttentionPanel::fill()
{
    m_model->setRowCount(0);
    for (const AttentionNote &note : std::as_const(m_notes)) {
        const VisitorData shown = masked(note.who);
        const QString number = shown.idNumber.isEmpty() ? QString() : u" · "_s + shown.idNumber;
        auto *who = new QStandardItem(personName(note.who) + number);
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
    m_withdraw->setVisible(!m_notes.isEmpty());
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

void AttentionPanel::retranslate()
{
    setWindowTitle(tr("Attention list"));
    m_about->setText(
        tr("When one of these people comes, the desk asks and shows the reason. Whoever leaves is "
           "never stopped. Numbers are kept sealed."));
    m_whoRow->setWords(tr("Person"), tr("Known from the entry; no number is needed."));
    m_scan->setLabel(m_scan->isChecked() ? tr("Hold up the code…") : tr("By code"));
    m_scan->setToolTip(
        tr("The next code that is held up says who it is about; that person is not recorded by it."));
    m_numberRow->setWords(tr("Number of a document"), tr("Needed: CCCD, CMND, passport or BHYT."));
    m_nameRow->setWords(tr("Name"), tr("May stay empty."));
    m_reasonRow->setWords(tr("Reason"), tr("Needed: shown to the desk."));
    m_validityRow->setWords(tr("Valid"));
    m_validity->setLabels({tr("Today"), tr("Until tomorrow"), tr("7 days"), tr("30 days"), tr("One year"),
                           tr("Always"), tr("A date")});
    m_dayRow->setWords(tr("Until the day"), tr("Day/month/year; the note holds to the end of that day."));
    m_add->setLabel(tr("Add to the list"));
    m_empty->setText(tr("Nobody is on the list."));
    m_withdraw->setLabel(tr("Take off the list"));
    m_table->setAccessibleName(tr("Attention list"));
    m_model->setHorizontalHeaderLabels({tr("Who"), tr("Reason"), tr("Valid")});
    arrangeForm();
    fill();
}

} // namespace checkpoint
