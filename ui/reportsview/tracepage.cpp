#include "ui/reportsview/tracepage.h"

#include "core/desk/paperline.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/errortext.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usualDays = 14; ///< how far back a trace looks unless told otherwise
constexpr int usualMinutes = 15;
constexpr int mostMinutes = 7 * 24 * 60;
constexpr int longestLine = 200;
constexpr int foundHeight = 118;
constexpr int hitHeight = 54; ///< two lines: nothing of who it is is cut

QLabel *smallWord(QWidget *parent)
{
    auto *word = new QLabel(parent);
    word->setFont(textFont(tokens::noteText));
    setTone(word, "quiet"_L1);
    word->setWordWrap(true);
    return word;
}

QVBoxLayout *columnOf(QWidget *part)
{
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space4);
    return column;
}

} // namespace

TracePage::TracePage(QWidget *parent)
    : QWidget(parent), m_today(QDate::currentDate()), m_table(new ReportTable(u"trace"_s, this))
{
    setObjectName(u"tracePage"_s);
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    row->setSpacing(tokens::space16);
    row->addWidget(makePerson(card), 4);
    row->addWidget(makeRule(card), 3);
    row->addWidget(makeCause(card), 5);
    auto *scroll = new QScrollArea(this); // on a low screen the fields follow the focus
    scroll->setObjectName(u"traceScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    scroll->setWidget(card);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addWidget(scroll);
    column->addWidget(m_table, 1);
    m_table->setReady(false);
    m_table->setSavePlain();
    connect(m_person, &QLineEdit::returnPressed, this, &TracePage::find);
    connect(m_find, &QAbstractButton::clicked, this, &TracePage::find);
    connect(m_scan, &QAbstractButton::toggled, this, [this](bool wanted) {
        emit scanWanted(wanted);
        retranslate();
    });
    connect(m_found, &QListWidget::itemActivated, this, [this](QListWidgetItem *person) {
        person->setSelected(true);
        m_reference->setFocus(Qt::OtherFocusReason);
    });
    connect(m_trace, &QAbstractButton::clicked, this, &TracePage::trace);
    for (QLineEdit *last : {m_reference, m_reason})
        connect(last, &QLineEdit::returnPressed, this, &TracePage::trace);
    connect(m_table, &ReportTable::saveWanted, this, &TracePage::save);
    connect(m_table, &ReportTable::printWanted, this, [this] {
        if (m_answered)
            emit printWanted(*m_answered);
    });
    connect(m_table, &ReportTable::cancelWanted, this, &TracePage::cancelWanted);
    setToday(m_today);
    retranslate();
}

QWidget *TracePage::makePerson(QWidget *card)
{
    auto *part = new QWidget(card);
    m_personWord = smallWord(part);
    m_person = new QLineEdit(part);
    m_person->setObjectName(u"tracePerson"_s);
    m_person->setMaxLength(4096); // the text of a code is long
    m_find = new ActionButton(ActionButton::Look::Plain, part);
    m_find->setObjectName(u"traceFind"_s);
    m_scan = new ActionButton(ActionButton::Look::Plain, part);
    m_scan->setObjectName(u"traceScan"_s);
    m_scan->setCheckable(true);
    m_found = new QListWidget(part);
    m_found->setObjectName(u"traceFound"_s);
    m_found->setItemDelegate(new WholeRowDelegate(m_found));
    m_found->setMinimumSize(0, textScaled(foundHeight));
    m_found->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_found->setMaximumHeight(textScaled(foundHeight));
    m_foundSaid = smallWord(part);
    m_foundSaid->setObjectName(u"traceFoundSaid"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(tokens::space8);
    line->addWidget(m_find);
    line->addWidget(m_scan);
    line->addStretch();
    QVBoxLayout *column = columnOf(part);
    column->addWidget(m_personWord);
    column->addWidget(m_person);
    column->addLayout(line);
    column->addWidget(m_found);
    column->addWidget(m_foundSaid);
    column->addStretch();
    return part;
}

QWidget *TracePage::makeRule(QWidget *card)
{
    auto *part = new QWidget(card);
    m_daysWord = smallWord(part);
    m_first = new QLineEdit(part);
    m_first->setObjectName(u"traceFirstDay"_s);
    m_last = new QLineEdit(part);
    m_last->setObjectName(u"traceLastDay"_s);
    auto *days = new QHBoxLayout;
    days->setSpacing(tokens::space8);
    days->addWidget(m_first);
    days->addWidget(m_last);
    m_minutesWord = smallWord(part);
    m_minutes = new QSpinBox(part);
    m_minutes->setObjectName(u"traceMinutes"_s);
    m_marginWord = smallWord(part);
    m_margin = new QSpinBox(part);
    m_margin->setObjectName(u"traceMargin"_s);
    for (QSpinBox *box : {m_minutes, m_margin})
        box->setRange(0, mostMinutes);
    m_minutes->setValue(usualMinutes);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(tokens::space8);
    grid->setVerticalSpacing(tokens::space4);
    grid->addWidget(m_minutesWord, 0, 0);
    grid->addWidget(m_marginWord, 0, 1);
    grid->addWidget(m_minutes, 1, 0);
    grid->addWidget(m_margin, 1, 1);
    m_samePlace = new Toggle(part);
    m_samePlace->setObjectName(u"traceSamePlace"_s);
    QVBoxLayout *column = columnOf(part);
    column->addWidget(m_daysWord);
    column->addLayout(days);
    column->addLayout(grid);
    column->addWidget(m_samePlace);
    column->addStretch();
    return part;
}

QWidget *TracePage::makeCause(QWidget *card)
{
    auto *part = new QWidget(card);
    m_referenceWord = smallWord(part);
    m_reference = new QLineEdit(part);
    m_reference->setObjectName(u"traceReference"_s);
    m_reasonWord = smallWord(part);
    m_reason = new QLineEdit(part);
    m_reason->setObjectName(u"traceReason"_s);
    for (QLineEdit *field : {m_reference, m_reason})
        field->setMaxLength(longestLine);
    m_reveal = new Toggle(part);
    m_reveal->setObjectName(u"traceReveal"_s);
    m_trace = new ActionButton(ActionButton::Look::Primary, part);
    m_trace->setObjectName(u"traceStart"_s);
    m_trace->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_form = new ChoiceRow(ReportTable::FormCount, part);
    m_form->setObjectName(u"traceForm"_s);
    m_form->setIndex(ReportTable::Csv);
    QVBoxLayout *column = columnOf(part);
    column->addWidget(m_referenceWord);
    column->addWidget(m_reference);
    column->addWidget(m_reasonWord);
    column->addWidget(m_reason);
    column->addWidget(m_reveal);
    column->addWidget(m_trace, 0, Qt::AlignLeft);
    column->addSpacing(tokens::space12);
    column->addWidget(m_form);
    column->addStretch();
    return part;
}

void TracePage::setToday(const QDate &today)
{
    if (m_first->text().isEmpty() || m_last->text() == dateText(m_today)) {
        m_first->setText(dateText(today.addDays(1 - usualDays)));
        m_last->setText(dateText(today));
    }
    m_today = today;
}

void TracePage::begin()
{
    (m_hits.isEmpty() ? m_person : m_reference)->setFocus(Qt::OtherFocusReason);
}

// ---- whom

void TracePage::find()
{
    const QByteArray text = m_person->text().trimmed().toUtf8();
    if (!text.isEmpty())
        emit findWanted(text);
}

void TracePage::takeScanned(const QByteArray &text)
{
    stopScanning();
    m_person->setText({});
    emit findWanted(text);
}

void TracePage::setHits(const QList<VisitorHit> &hits)
{
    m_hits = hits;
    m_found->clear();
    for (const VisitorHit &hit : hits) {
        const VisitorData shown = masked(hit.visitor);
        QStringList who{personName(shown), personTraits(shown)};
        who.removeAll(QString());
        QString words = who.join(u" · "_s);
        if (hit.lastEntry)
            words += u'\n' + tr("last here %1").arg(dateText(hit.lastEntry->at.toDateTime().date()));
        auto *item = new QListWidgetItem(words, m_found);
        item->setSizeHint({0, textScaled(hitHeight)});
    }
    if (hits.isEmpty()) {
        setTone(m_foundSaid, "refused"_L1);
        m_foundSaid->setText(tr("Nobody with that code, number or name was ever here."));
        return;
    }
    if (hits.size() == 1)
        m_found->setCurrentRow(0);
    setTone(m_foundSaid, "quiet"_L1);
    m_foundSaid->setText(hits.size() == 1 ? tr("This person is traced.")
                                          : tr("Choose one of %n person(s).", nullptr, int(hits.size())));
    if (hits.size() > 1)
        m_found->setFocus(Qt::OtherFocusReason);
    else
        m_reference->setFocus(Qt::OtherFocusReason);
}

void TracePage::showFindFailure(const Error &error)
{
    setHits({});
    const ErrorText text = errorText(error.code);
    m_foundSaid->setText(text.happened + u' ' + text.todo);
}

void TracePage::stopScanning()
{
    m_scan->setChecked(false);
}

void TracePage::forget()
{
    m_asked.reset();
    m_answered.reset();
    emit cancelWanted();
    stopScanning();
    for (QLineEdit *field : {m_person, m_reference, m_reason})
        field->setText({}); // clear() could be undone
    m_reveal->setChecked(false);
    setHits({});
    m_foundSaid->clear();
    m_table->clear();
    m_table->setReady(false);
    retranslate();
}

void TracePage::hideEvent(QHideEvent *event)
{
    // Nobody who comes in meanwhile may be looked up in place of being recorded.
    stopScanning();
    QWidget::hideEvent(event);
}

// ---- what

std::optional<TraceWish> TracePage::wish()
{
    const auto missing = [this](const QString &words, QWidget *where) {
        m_table->say(words, "refused"_L1);
        where->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    };
    TraceWish wish;
    // What has the focus is current without being chosen.
    const QList<QListWidgetItem *> chosen = m_found->selectedItems();
    const int person = chosen.isEmpty() ? -1 : m_found->row(chosen.first());
    if (person < 0 || person >= m_hits.size())
        return missing(tr("Say first who is to be traced: a code, a number or a name, then Enter."),
                       m_hits.isEmpty() ? static_cast<QWidget *>(m_person) : m_found);
    wish.visitorId = m_hits[person].visitorId;
    const std::optional<QDate> first = dayOfPaper(m_first->text(), m_today);
    const std::optional<QDate> last = dayOfPaper(m_last->text(), m_today);
    if (!first || !last || *first > *last)
        return missing(tr("Write the days as 21/11/2026, the first one first."), first ? m_last : m_first);
    wish.first = *first;
    wish.last = *last;
    wish.leastMinutes = m_minutes->value();
    wish.marginMinutes = m_margin->value();
    wish.samePlaceOnly = m_samePlace->isChecked();
    wish.reference = m_reference->text().simplified();
    if (wish.reference.isEmpty())
        return missing(tr("A trace needs the number of the authority's letter; it is kept."), m_reference);
    wish.reason = m_reason->text().simplified();
    if (wish.reason.isEmpty())
        return missing(tr("A trace needs a reason; it is kept."), m_reason);
    wish.revealed = m_reveal->isChecked();
    return wish;
}

void TracePage::trace()
{
    if (m_table->isWorking())
        return;
    m_asked = wish();
    if (!m_asked)
        return;
    m_answered.reset();
    m_table->clear();
    m_table->setReady(false);
    m_table->setProgress(0);
    emit traceWanted(*m_asked);
}

void TracePage::setAnswer(const PreviewRows &rows)
{
    if (!m_asked) // it was forgotten meanwhile
        return;
    m_answered = m_asked;
    m_table->setReady(!rows.rows.isEmpty());
    m_table->setEmptyWords(tr("The person was not here in this time"), tr("Choose other days above."));
    m_table->setPreview(rows);
}

void TracePage::save()
{
    if (!m_answered)
        return;
    const TraceWish wish = *m_answered; // it may be forgotten while the path is asked for
    const QString name =
        u"trace-%1-%2"_s.arg(wish.first.toString(Qt::ISODate), wish.last.toString(Qt::ISODate));
    const QString path = m_table->askPath(name, ReportTable::Form(std::max(0, m_form->index())));
    if (path.isEmpty() || !m_answered)
        return;
    m_table->setProgress(0);
    emit saveWanted(wish, path);
}

void TracePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TracePage::retranslate()
{
    m_personWord->setText(tr("Whose contacts? A code (paste it), a number or a name, then Enter"));
    m_person->setAccessibleName(tr("Person to be traced"));
    m_find->setLabel(tr("Find"));
    m_scan->setLabel(m_scan->isChecked() ? tr("Hold up the code…") : tr("By code"));
    m_scan->setToolTip(
        tr("The next code that is held up says who is traced; that person is not recorded by it."));
    m_found->setAccessibleName(tr("Who was found"));
    m_daysWord->setText(tr("From and to, both included"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_minutesWord->setText(tr("Together for at least"));
    m_minutes->setAccessibleName(tr("Least minutes together"));
    m_marginWord->setText(tr("Margin before and after"));
    m_margin->setAccessibleName(tr("Margin in minutes"));
    for (QSpinBox *box : {m_minutes, m_margin})
        box->setSuffix(tr(" min"));
    m_samePlace->setLabel(tr("Only at the same location"));
    m_referenceWord->setText(tr("Number of the authority's letter"));
    m_reference->setAccessibleName(m_referenceWord->text());
    m_reasonWord->setText(tr("Reason (kept with your name)"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reveal->setLabel(tr("Names and numbers in full"));
    m_form->setAccessibleName(tr("Form of the file"));
    m_form->setLabels({tr("CSV"), tr("Excel"), tr("PDF")});
    m_trace->setLabel(tr("Trace"));
    if (!m_answered)
        m_table->setEmptyWords(
            tr("Who was here at the same time"),
            tr("Everybody who appears in the answer is noted in the access log, with reference and reason."));
}

} // namespace checkpoint
