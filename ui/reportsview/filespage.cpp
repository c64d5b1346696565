#include "ui/reportsview/filespage.h"

#include "core/desk/paperline.h"
#include "core/reports/reportcatalog.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/reportsview/reportwords.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QProgressBar>
#include <QStackedLayout>
#include <QStandardPaths>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int choicesWidth = 320;
enum Period { Today, Yesterday, SevenDays, ThisMonth, LastMonth, Everything, ChosenDays, PeriodCount };
constexpr QLatin1StringView periodIds[PeriodCount] = {"today"_L1,      "yesterday"_L1, "week"_L1, "month"_L1,
                                                      "last-month"_L1, "all"_L1,       "days"_L1};
enum Form { Csv, Excel, Pdf, FormCount };
constexpr QLatin1StringView endings[FormCount] = {".csv"_L1, ".xlsx"_L1, ".pdf"_L1};

} // namespace

FilesPage::FilesPage(QWidget *parent)
    : QWidget(parent)
    , askWhere([](QWidget *above, const QString &title, const QString &suggested, const QString &kinds) {
        return QFileDialog::getSaveFileName(above, title, suggested, kinds);
    })
    , m_today(QDate::currentDate())
    , m_folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(makeChoices());
    row->addWidget(makeTable(), 1);
    connect(m_reports, &QListWidget::currentRowChanged, this, [this] {
        retranslate();
        choose();
    });
    connect(m_period, &QComboBox::activated, this, &FilesPage::choose);
    connect(m_form, &ChoiceRow::chosen, this, &FilesPage::choose);
    connect(m_by, &QLineEdit::editingFinished, this, &FilesPage::choose);
    for (QLineEdit *day : {m_first, m_last})
        connect(day, &QLineEdit::editingFinished, this, &FilesPage::choose);
    connect(m_print, &QAbstractButton::clicked, this, &FilesPage::print);
    connect(m_save, &QAbstractButton::clicked, this, &FilesPage::save);
    connect(m_cancel, &QAbstractButton::clicked, this, &FilesPage::cancelWanted);
    for (const QString &id : reportIds())
        (new QListWidgetItem(id, m_reports))->setSizeHint({0, tokens::controlHeight});
    m_reports->setCurrentRow(0);
    setProgress(-1);
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
    m_form = new ChoiceRow(FormCount, card);
    m_form->setObjectName(u"reportForm"_s);
    m_form->setIndex(0);
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
    showDays();
    return card;
}

QWidget *FilesPage::makeTable()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_table = new QTableWidget(card);
    m_table->setObjectName(u"reportPreview"_s);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tokens::rowHeight);
    m_empty = new EmptyState(u"reportEmptyTitle"_s, card);
    m_pages = new QStackedLayout;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    m_said = new QLabel(card);
    m_said->setObjectName(u"reportSaid"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(u"reportProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_print = new ActionButton(ActionButton::Look::Plain, card);
    m_print->setObjectName(u"reportPrint"_s);
    m_print->setKey(QKeySequence(QKeySequence::Print));
    m_save = new ActionButton(ActionButton::Look::Primary, card);
    m_save->setObjectName(u"reportSave"_s);
    m_save->setKey(QKeySequence(QKeySequence::Save));
    m_cancel = new ActionButton(ActionButton::Look::Plain, card);
    m_cancel->setObjectName(u"reportCancel"_s);
    m_cancel->setKey(Qt::Key_Escape);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(tokens::space12);
    bottom->addWidget(m_said, 1);
    bottom->addWidget(m_progress, 1);
    bottom->addWidget(m_cancel);
    bottom->addWidget(m_print);
    bottom->addWidget(m_save);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addLayout(m_pages, 1);
    column->addLayout(bottom);
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
    for (int i = 0; i < FormCount; ++i)
        if (choices.form == endings[i].mid(1))
            m_form->setIndex(i);
    m_by->setText(choices.madeBy);
    showDays();
}

ReportChoices FilesPage::choices() const
{
    return {report(), periodIds[std::max(0, m_period->currentIndex())],
            endings[std::max(0, m_form->index())].mid(1), m_by->text().simplified()};
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
    say(tr("Write the days as 21/11/2026, the first one first."), "refused"_L1);
    return false;
}

void FilesPage::askPreview()
{
    say({}, "quiet"_L1);
    if (isVisible())
        emit previewWanted(report(), days());
}

void FilesPage::setPreview(const PreviewRows &preview)
{
    m_table->clear();
    m_table->setColumnCount(int(preview.header.size()));
    m_table->setRowCount(int(preview.rows.size()));
    m_table->setHorizontalHeaderLabels(preview.header);
    for (int row = 0; row < m_table->rowCount(); ++row)
        for (int column = 0; column < m_table->columnCount(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(preview.rows[row].value(column)));
    m_table->resizeColumnsToContents();
    m_empty->setWords(tr("Nothing in this time"), tr("Choose a longer time on the left."));
    m_pages->setCurrentIndex(preview.rows.isEmpty() ? 0 : 1);
    say(preview.more ? tr("The first %n row(s); the file has all.", nullptr, int(preview.rows.size()))
                     : tr("%n row(s)", nullptr, int(preview.rows.size())),
        "quiet"_L1);
}

void FilesPage::showFailure(const Error &error)
{
    if (error.code == ErrorCode::Cancelled) {
        say(tr("Stopped. No file was written."), "quiet"_L1);
        return;
    }
    const ErrorText text = errorText(error.code);
    say(text.happened + u' ' + text.todo, "refused"_L1);
}

void FilesPage::setProgress(int permille)
{
    const bool working = permille >= 0;
    m_progress->setVisible(working);
    m_cancel->setVisible(working);
    m_said->setVisible(!working);
    m_save->setEnabled(!working);
    m_print->setEnabled(!working);
    m_progress->setValue(permille);
}

void FilesPage::showSaved(const QString &path, qint64 rows)
{
    say(tr("%n row(s) saved in %1", nullptr, int(rows)).arg(QDir::toNativeSeparators(path)), "in"_L1);
}

void FilesPage::showPrinted(const QString &printer)
{
    say(tr("The summary is printed: %1").arg(QDir::toNativeSeparators(printer)), "in"_L1);
}

void FilesPage::print()
{
    if (daysAreRight())
        emit printWanted(report(), days());
}

void FilesPage::say(const QString &words, QLatin1StringView tone)
{
    setTone(m_said, tone);
    m_said->setText(words);
}

void FilesPage::save()
{
    if (!daysAreRight())
        return;
    const int form = std::max(0, m_form->index());
    const ReportDays of = days();
    QString name = report();
    for (const auto &day : {of.first, of.last == of.first ? std::nullopt : of.last})
        if (day)
            name += u'-' + day->toString(Qt::ISODate);
    const QString ending = endings[form];
    const QString kinds[] = {tr("CSV table (*.csv)"), tr("Excel workbook (*.xlsx)"), tr("PDF (*.pdf)")};
    QString path = askWhere(this, tr("Save the report"), QDir(m_folder).filePath(name + ending), kinds[form]);
    if (path.isEmpty())
        return;
    if (!path.endsWith(ending, Qt::CaseInsensitive))
        path += ending;
    m_folder = QFileInfo(path).absolutePath();
    setProgress(0);
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
    m_periodWord->setText(tr("Of what time"));
    m_period->setAccessibleName(tr("Of what time"));
    const QString periods[] = {tr("Today"),      tr("Yesterday"),        tr("Last 7 days"),  tr("This month"),
                               tr("Last month"), tr("The whole record"), tr("Days to type…")};
    for (int i = 0; i < PeriodCount; ++i)
        m_period->setItemText(i, periods[i]);
    m_formWord->setText(tr("As"));
    m_form->setAccessibleName(tr("Form of the file"));
    m_form->setLabels({tr("CSV"), tr("Excel"), tr("PDF")});
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_byWord->setText(tr("Made by (stands on paper and PDF)"));
    m_by->setAccessibleName(tr("Made by"));
    m_print->setLabel(tr("Print…"));
    m_progress->setAccessibleName(tr("How much of the report is done"));
    m_save->setLabel(tr("Save"));
    m_cancel->setLabel(tr("Stop"));
    m_table->setAccessibleName(tr("The first rows of the report"));
}

} // namespace checkpoint
