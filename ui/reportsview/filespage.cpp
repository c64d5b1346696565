#include "ui/reportsview/filespage.h"

#include "core/desk/paperline.h"
#include "core/domain/textfolding.h"
#include "core/reports/districtform.h"
#include "core/reports/reportcatalog.h"
#include "ui/common/choicerow.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"
#include "ui/reportsview/reportwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int choicesWidth = 320;
enum Period { Today, Yesterday, SevenDays, ThisMonth, LastMonth, Everything, ChosenDays, PeriodCount };
constexpr QLatin1StringView periodIds[PeriodCount] = {"today"_L1,      "yesterday"_L1, "week"_L1, "month"_L1,
                                                      "last-month"_L1, "all"_L1,       "days"_L1};

/// The receiver refuses a report on a venue that says no province or commune.
bool lacksArea(const PreviewRows &preview)
{
    for (qsizetype column = 0; column < preview.columns.size(); ++column) {
        const QString &name = preview.columns[column].name;
        if (name != districtform::province && name != districtform::commune)
            continue;
        const Cell cell = preview.rows.first().value(column);
        const auto *text = std::get_if<QString>(&cell);
        if (!text || text->isEmpty())
            return true;
    }
    return false;
}

} // namespace

FilesPage::FilesPage(QWidget *parent)
    : QWidget(parent), m_today(QDate::currentDate()), m_table(new ReportTable(u"report"_s, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(makeChoices());
    row->addWidget(m_table, 1);
    connect(m_reports, &QListWidget::currentRowChanged, this, [this] {
        retranslate();
        choose();
    });
    connect(m_period, &QComboBox::activated, this, &FilesPage::choose);
    connect(m_form, &ChoiceRow::chosen, this, &FilesPage::choose);
    connect(m_by, &QLineEdit::editingFinished, this, &FilesPage::choose);
    for (QLineEdit *day : {m_first, m_last})
        connect(day, &QLineEdit::editingFinished, this, &FilesPage::choose);
    connect(m_table, &ReportTable::printWanted, this, &FilesPage::print);
    connect(m_table, &ReportTable::saveWanted, this, &FilesPage::save);
    connect(m_table, &ReportTable::cancelWanted, this, &FilesPage::cancelWanted);
    for (const QString &id : reportIds())
        (new QListWidgetItem(id, m_reports))->setSizeHint({0, tokens::controlHeight});
    m_reports->setCurrentRow(0);
}

QWidget *FilesPage::makeChoices()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setFixedWidth(textScaled(choicesWidth));
    m_title = new QLabel(card);
    m_title->setFont(textFont(tokens::headingText, true));
    m_reports = new QListWidget(card);
    m_reports->setObjectName(u"reportList"_s);
    m_reports->setFrameShape(QFrame::NoFrame);
    m_reports->setItemDelegate(new WholeRowDelegate(m_reports));
    m_what = new QLabel(card);
    m_what->setObjectName(u"reportWhat"_s);
    m_what->setWordWrap(true);
    m_periodWord = new QLabel(card);
    m_period = new Picker(card);
    m_period->setObjectName(u"reportPeriod"_s);
    for (int i = 0; i < PeriodCount; ++i)
        m_period->addItem(QString());
    m_formWord = new QLabel(card);
    m_daysRow = new QWidget(card);
    m_first = new QLineEdit(m_daysRow);
    m_first->setObjectName(u"reportFirstDay"_s);
    m_last = new QLineEdit(m_daysRow);
    m_last->setObjectName(u"reportLastDay"_s);
    auto *daysLine = new QHBoxLayout(m_daysRow);
    daysLine->setContentsMargins(0, 0, 0, 0);
    daysLine->addWidget(m_first);
    daysLine->addWidget(m_last);
    m_byWord = new QLabel(card);
    m_by = new QLineEdit(card);
    m_by->setObjectName(u"reportBy"_s);
    m_by->setMaxLength(100);
    m_form = new ChoiceRow(ReportTable::FormCount, card);
    m_form->setObjectName(u"reportForm"_s);
    m_form->setIndex(0);
    m_reveal = new Toggle(card);
    m_reveal->setObjectName(u"reportReveal"_s);
    m_reason = new QLineEdit(card);
    m_reason->setObjectName(u"reportReason"_s);
    m_reason->setMaxLength(200);
    m_reason->hide();
    connect(m_reveal, &QAbstractButton::toggled, m_reason, &QWidget::setVisible);
    for (QLabel *word : {m_what, m_periodWord, m_formWord, m_byWord}) {
        word->setFont(textFont(tokens::noteText));
        setTone(word, "quiet"_L1);
    }
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_title);
    column->addWidget(m_reports, 1);
    column->addWidget(m_what);
    column->addWidget(m_periodWord);
    column->addWidget(m_period);
    column->addWidget(m_daysRow);
    column->addWidget(m_formWord);
    column->addWidget(m_form);
    column->addWidget(m_byWord);
    column->addWidget(m_by);
    column->addWidget(m_reveal);
    column->addWidget(m_reason);
    showDays();
    return card;
}

void FilesPage::setToday(const QDate &today)
{
    m_today = today;
}

QString FilesPage::report() const
{
    return reportIds().value(m_reports->currentRow());
}

ReportDays FilesPage::days() const
{
    const QDate monthStart(m_today.year(), m_today.month(), 1);
    switch (m_period->currentIndex()) {
    case Today:
        return {m_today, m_today};
    case Yesterday:
        return {m_today.addDays(-1), m_today.addDays(-1)};
    case SevenDays:
        return {m_today.addDays(-6), m_today};
    case ThisMonth:
        return {monthStart, m_today};
    case LastMonth:
        return {monthStart.addMonths(-1), monthStart.addDays(-1)};
    case ChosenDays:
        return {dayOfPaper(m_first->text(), m_today), dayOfPaper(m_last->text(), m_today)};
    default:
        return {};
    }
}

void FilesPage::setChoices(const ReportChoices &choices)
{
    if (choices == this->choices())
        return;
    const QSignalBlocker quiet(this);
    if (const qsizetype row = reportIds().indexOf(choices.report); row >= 0)
        m_reports->setCurrentRow(int(row));
    for (int i = 0; i < PeriodCount; ++i)
        if (choices.period == periodIds[i])
            m_period->setCurrentIndex(i);
    for (int i = 0; i < ReportTable::FormCount; ++i)
        if (choices.form == ReportTable::ending(ReportTable::Form(i)).mid(1))
            m_form->setIndex(i);
    m_by->setText(choices.madeBy);
    showDays();
}

ReportChoices FilesPage::choices() const
{
    return {report(), periodIds[std::max(0, m_period->currentIndex())],
            ReportTable::ending(ReportTable::Form(std::max(0, m_form->index()))).mid(1),
            m_by->text().simplified()};
}

void FilesPage::choose()
{
    showDays();
    emit choicesChanged(choices());
    if (daysAreRight())
        askPreview();
}

void FilesPage::showDays()
{
    const bool typed = m_period->currentIndex() == ChosenDays;
    m_daysRow->setVisible(typed);
    if (typed && m_first->text().isEmpty()) {
        m_first->setText(dateText(m_today.addDays(-6)));
        m_last->setText(dateText(m_today));
    }
}

bool FilesPage::daysAreRight()
{
    if (m_period->currentIndex() != ChosenDays)
        return true;
    const ReportDays typed = days();
    if (typed.first && typed.last && *typed.first <= *typed.last)
        return true;
    m_table->say(tr("Write the days as 21/11/2026, the first one first."), "refused"_L1);
    return false;
}

void FilesPage::askPreview()
{
    m_table->say({}, "quiet"_L1);
    m_table->awaitPreview();
    if (isVisible())
        emit previewWanted(report(), days());
}

void FilesPage::setPreview(const PreviewRows &rows)
{
    m_lacksArea = !rows.rows.isEmpty() && lacksArea(rows);
    sayWhatIsMissing();
    m_table->setPreview(rows);
}

void FilesPage::sayWhatIsMissing()
{
    m_table->setCaution(m_lacksArea ? tr("The venue's province or commune is not filled in: the receiver "
                                         "cannot count this report. Fill it in: Settings (F10), Venue.")
                                    : QString());
}

/// Whether everything is said that a file needs; false, and it is said, when not.
bool FilesPage::mayGoOn()
{
    if (!daysAreRight())
        return false;
    if (!m_reveal->isChecked() || !m_reason->text().simplified().isEmpty())
        return true;
    m_table->say(tr("Say why names are shown in full; the reason is logged."), "refused"_L1);
    m_reason->setFocus(Qt::OtherFocusReason);
    return false;
}

std::optional<QString> FilesPage::takeRevealReason()
{
    if (!m_reveal->isChecked())
        return std::nullopt;
    const QString reason = m_reason->text().simplified();
    m_reveal->setChecked(false);
    m_reason->setText({});
    return reason;
}

void FilesPage::forget()
{
    emit cancelWanted();
    m_reveal->setChecked(false);
    m_reason->setText({}); // clear() could be undone
    m_table->clear();
}

void FilesPage::print()
{
    if (mayGoOn())
        emit printWanted(report(), days());
}

void FilesPage::save()
{
    if (!mayGoOn())
        return;
    const ReportDays of = days();
    QString name = foldedText(reportName(report())).replace(u' ', u'-');
    for (const auto &day : {of.first, of.last == of.first ? std::nullopt : of.last})
        if (day)
            name += u'-' + day->toString(Qt::ISODate);
    const QString path = m_table->askPath(name, ReportTable::Form(std::max(0, m_form->index())));
    if (path.isEmpty())
        return;
    m_table->setProgress(0);
    emit saveWanted(report(), of, path);
}

void FilesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FilesPage::retranslate()
{
    m_title->setText(tr("Which report?"));
    m_reports->setAccessibleName(tr("Reports"));
    for (int row = 0; row < m_reports->count(); ++row)
        m_reports->item(row)->setText(reportName(reportIds().value(row)));
    m_what->setText(reportPurpose(report()));
    m_periodWord->setText(tr("Period"));
    m_period->setAccessibleName(tr("Period"));
    const QString periods[] = {tr("Today"),      tr("Yesterday"),        tr("Last 7 days"), tr("This month"),
                               tr("Last month"), tr("The whole record"), tr("Choose days…")};
    for (int i = 0; i < PeriodCount; ++i)
        m_period->setItemText(i, periods[i]);
    m_formWord->setText(tr("Format"));
    m_form->setAccessibleName(tr("Form of the file"));
    m_form->setLabels({tr("CSV"), tr("Excel"), tr("PDF")});
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_byWord->setText(tr("Prepared by (shown on paper and PDF)"));
    m_by->setAccessibleName(tr("Prepared by"));
    m_reveal->setLabel(tr("Names and numbers in full"));
    m_reason->setPlaceholderText(tr("Reason (logged)"));
    m_reason->setAccessibleName(tr("Why persons are shown in full"));
    sayWhatIsMissing();
    m_table->setEmptyWords(tr("Nothing in this time"), tr("Choose a longer time on the left."));
}

} // namespace checkpoint
