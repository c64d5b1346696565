#include "ui/settingsview/expectedpanel.h"

#include "core/desk/typedtext.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/settingcard.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingtable.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestPanel = 900;
constexpr int longestLine = 200;
constexpr qsizetype shownFaults = 200;

QString localFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

ExpectedPanel::ExpectedPanel(QWidget *parent)
    : QWidget(parent), m_day(QDate::currentDate()), m_about(new QLabel(this))
{
    setObjectName(u"expectedPanel"_s);
    setAcceptDrops(true);
    setMaximumWidth(textScaled(widestPanel));
    m_about->setFont(textFont(tokens::bodyText));
    m_about->setWordWrap(true);
    setTone(m_about, "quiet"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addWidget(m_about);
    column->addWidget(makeForm());
    column->addWidget(makePreview());
    column->addWidget(makeList(), 1);
    setFocusProxy(m_name);
    retranslate();
}

QWidget *ExpectedPanel::makeForm()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    m_before = new ActionButton(ActionButton::Look::Quiet, card);
    m_before->setObjectName(u"expectedBefore"_s);
    m_before->setIconName("chevron-left"_L1);
    m_after = new ActionButton(ActionButton::Look::Quiet, card);
    m_after->setObjectName(u"expectedAfter"_s);
    m_after->setIconName("chevron-right"_L1);
    m_dayWords = new QLabel(card);
    m_dayWords->setObjectName(u"expectedDay"_s);
    m_dayWords->setFont(textFont(tokens::bodyText, true));
    auto *head = new QHBoxLayout;
    head->addWidget(m_before);
    head->addWidget(m_dayWords);
    head->addWidget(m_after);
    head->addStretch();
    column->addLayout(head);
    connect(m_before, &QAbstractButton::clicked, this, [this] { goTo(m_day.addDays(-1)); });
    connect(m_after, &QAbstractButton::clicked, this, [this] { goTo(m_day.addDays(1)); });
    std::tie(m_name, m_nameRow) = card->addLine(u"expectedName"_s, longestLine);
    std::tie(m_time, m_timeRow) = card->addLine(u"expectedTime"_s, longestLine);
    std::tie(m_host, m_hostRow) = card->addLine(u"expectedHost"_s, longestLine);
    m_add = new ActionButton(ActionButton::Look::Primary, card);
    m_add->setObjectName(u"expectedAdd"_s);
    m_add->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_open = new ActionButton(ActionButton::Look::Plain, card);
    m_open->setObjectName(u"expectedFile"_s);
    m_paste = new ActionButton(ActionButton::Look::Plain, card);
    m_paste->setObjectName(u"expectedPaste"_s);
    m_paste->setKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    m_sample = new ActionButton(ActionButton::Look::Plain, card);
    m_sample->setObjectName(u"expectedSample"_s);
    m_said = new QLabel(card);
    m_said->setObjectName(u"expectedSaid"_s);
    m_said->setWordWrap(true);
    makeAnnouncing(m_said);
    m_said->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_open);
    buttons->addWidget(m_paste);
    buttons->addWidget(m_sample);
    buttons->addStretch();
    column->addSpacing(tokens::space8);
    column->addWidget(m_add, 0, Qt::AlignLeft);
    column->addSpacing(tokens::space8);
    column->addLayout(buttons);
    column->addWidget(m_said);
    connect(m_add, &QAbstractButton::clicked, this, &ExpectedPanel::add);
    connect(m_host, &QLineEdit::returnPressed, this, &ExpectedPanel::add);
    connect(m_open, &QAbstractButton::clicked, this, &ExpectedPanel::chooseFile);
    connect(m_paste, &QAbstractButton::clicked, this, &ExpectedPanel::pasteTable);
    connect(m_sample, &QAbstractButton::clicked, this, &ExpectedPanel::saveSample);
    return card;
}

QWidget *ExpectedPanel::makePreview()
{
    auto *card = new SettingCard(this);
    m_preview = card;
    QVBoxLayout *column = card->column();
    m_previewWords = new QLabel(m_preview);
    m_previewWords->setObjectName(u"expectedFileWords"_s);
    m_previewWords->setFont(textFont(tokens::bodyText, true));
    m_previewWords->setWordWrap(true);
    m_previewFaults = new QPlainTextEdit(m_preview);
    m_previewFaults->setObjectName(u"expectedFaults"_s);
    m_previewFaults->setReadOnly(true);
    m_previewFaults->setTabChangesFocus(true);
    m_previewFaults->setFixedHeight(4 * tokens::rowHeight);
    m_take = new ActionButton(ActionButton::Look::Primary, m_preview);
    m_take->setObjectName(u"expectedTake"_s);
    m_leave = new ActionButton(ActionButton::Look::Plain, m_preview);
    m_leave->setObjectName(u"expectedLeave"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_take);
    buttons->addWidget(m_leave);
    buttons->addStretch();
    column->addWidget(m_previewWords);
    column->addWidget(m_previewFaults);
    column->addSpacing(tokens::space8);
    column->addLayout(buttons);
    m_preview->hide();
    connect(m_take, &QAbstractButton::clicked, this, [this] {
        const QList<ExpectedVisitor> visitors = m_file.visitors;
        leaveFile();
        emit addRequested(visitors);
        if (!visitors.isEmpty())
            goTo(visitors.front().day);
    });
    connect(m_leave, &QAbstractButton::clicked, this, &ExpectedPanel::leaveFile);
    return m_preview;
}

QWidget *ExpectedPanel::makeList()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    std::tie(m_table, m_model) = makeSettingTable(card, u"expectedTable"_s, 4, 2);
    m_empty = new QLabel(card);
    m_empty->setObjectName(u"expectedEmpty"_s);
    m_empty->setFont(textFont(tokens::bodyText));
    m_empty->setWordWrap(true);
    setTone(m_empty, "quiet"_L1);
    m_remove = new ActionButton(ActionButton::Look::Plain, card);
    m_remove->setObjectName(u"expectedRemove"_s);
    m_remove->setIconName("void"_L1);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addSpacing(tokens::space8);
    column->addWidget(m_remove);
    connect(m_remove, &QAbstractButton::clicked, this, [this] {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        if (!rows.isEmpty())
            emit removeRequested(m_visitors[rows.front().row()].id);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(m_table->selectionModel()->hasSelection()); });
    return card;
}

void ExpectedPanel::setVisitors(const QList<ExpectedVisitor> &visitors)
{
    m_visitors = visitors;
    fill();
}

void ExpectedPanel::forget()
{
    for (QLineEdit *edit : {m_name, m_time, m_host})
        edit->setText({}); // clear() could be undone
    for (SettingRow *row : {m_nameRow, m_timeRow})
        row->setFault({});
    leaveFile();
    m_said->hide();
    setVisitors({});
}

/// The names of a file are not kept for longer than they are looked at.
void ExpectedPanel::leaveFile()
{
    m_preview->hide();
    m_file = {};
    sayFile();
}

void ExpectedPanel::showFailure(const QString &sentence)
{
    say(sentence, "refused"_L1);
}

void ExpectedPanel::showAdded(int count)
{
    say(tr("%n visitor(s) announced.", nullptr, count), "in"_L1);
}

void ExpectedPanel::showSaved(const QString &path)
{
    say(tr("Saved: %1. Open it, replace the two sample visitors with yours, and import it here.").arg(path),
        "in"_L1);
}

void ExpectedPanel::say(const QString &sentence, QLatin1StringView tone)
{
    setTone(m_said, tone);
    m_said->setText(sentence);
    m_said->show();
    announce(m_said, sentence);
}

void ExpectedPanel::showFile(const ExpectedFile &file)
{
    m_file = file;
    m_said->hide();
    m_preview->show();
    sayFile();
    m_take->setFocus(Qt::OtherFocusReason);
}

void ExpectedPanel::sayFile()
{
    QStringList lines;
    for (const ExpectedFile::Fault &fault : m_file.faults.mid(0, shownFaults))
        lines << tr("Line %1: %2").arg(fault.line).arg(fault.what);
    for (const ExpectedVisitor &visitor : m_file.visitors.mid(0, shownFaults))
        lines << QStringList{dateText(visitor.day), visitor.at ? visitor.at->toString(u"HH:mm"_s) : u"–"_s,
                             visitor.name, visitor.host}
                     .join(u"  ·  "_s);
    m_previewWords->setText(
        tr("%1: %n visitor(s) can be taken over", nullptr, int(m_file.visitors.size())).arg(m_file.name) +
        (m_file.faults.isEmpty() ? QString()
                                 : u", "_s + tr("%n line(s) cannot", nullptr, int(m_file.faults.size()))));
    if (!m_file.wholeFault.isEmpty())
        m_previewWords->setText(m_file.name + u": "_s + m_file.wholeFault);
    m_previewFaults->setVisible(!lines.isEmpty());
    m_previewFaults->setPlainText(lines.join(u'\n'));
    m_take->setEnabled(!m_file.visitors.isEmpty());
    m_take->setLabel(tr("Take over %n visitor(s)", nullptr, int(m_file.visitors.size())));
}

void ExpectedPanel::add()
{
    m_said->hide();
    ExpectedVisitor visitor;
    visitor.name = m_name->text().simplified();
    visitor.host = m_host->text().simplified();
    visitor.day = m_day;
    if (visitor.name.isEmpty()) {
        m_nameRow->setFault(tr("A name is needed to recognise the visitor."));
        m_name->setFocus();
        return;
    }
    for (const auto &[edit, row] : {std::pair(m_name, m_nameRow), std::pair(m_host, m_hostRow)}) {
        if (faultOfTyped(tidyTyped(edit->text()))) {
            row->setFault(tr("It contains invisible characters."));
            edit->setFocus();
            return;
        }
    }
    if (!m_time->text().simplified().isEmpty()) {
        visitor.at = timeOfAsked(m_time->text());
        if (!visitor.at) {
            m_timeRow->setFault(tr("Write the time as 08:30."));
            m_time->setFocus();
            return;
        }
    }
    emit addRequested({visitor});
    for (QLineEdit *edit : {m_name, m_time, m_host})
        edit->setText({});
    m_name->setFocus();
}

void ExpectedPanel::goTo(const QDate &day)
{
    m_day = day;
    m_said->hide();
    m_visitors.clear();
    fill();
    emit dayChanged(m_day);
}

void ExpectedPanel::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("File of expected visitors"), QString(), tr("Tables (*.csv *.txt)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ExpectedPanel::fileChosen);
    dialog->open();
}

void ExpectedPanel::pasteTable()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.simplified().isEmpty())
        showFailure(tr(
            "Nothing was copied: select the rows in the spreadsheet, copy them (Ctrl+C) and paste again."));
    else
        emit tablePasted(text);
}

void ExpectedPanel::saveSample()
{
    const QString path = m_saving.ask(this, tr("Sample of a file of expected visitors"),
                                      tr("expected-visitors-sample") + u".csv"_s, tr("CSV file (*.csv)"));
    if (!path.isEmpty())
        emit sampleWanted(path);
}

void ExpectedPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ExpectedPanel::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    emit fileChosen(localFile(event->mimeData()));
}

void ExpectedPanel::fill()
{
    m_model->setRowCount(0);
    for (const ExpectedVisitor &visitor : std::as_const(m_visitors)) {
        auto *name = new QStandardItem(abbreviatedName(visitor.name));
        name->setData(true, StrongRole);
        auto *arrived = new QStandardItem(visitor.arrivedEntry ? tr("has come") : QString());
        arrived->setData(true, QuietRole);
        m_model->appendRow({new QStandardItem(visitor.at ? visitor.at->toString(u"HH:mm"_s) : u"–"_s), name,
                            new QStandardItem(visitor.host), arrived});
    }
    for (const int column : {0, 1, 3})
        m_table->resizeColumnToContents(column);
    m_dayWords->setText(weekdayText(m_day));
    m_table->setVisible(!m_visitors.isEmpty());
    m_remove->setVisible(!m_visitors.isEmpty());
    m_remove->setEnabled(false);
    m_empty->setVisible(m_visitors.isEmpty());
}

void ExpectedPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        setMaximumWidth(textScaled(widestPanel));
}

void ExpectedPanel::retranslate()
{
    setWindowTitle(tr("Expected visitors"));
    m_about->setText(tr("Announced visitors are recognised on arrival, and the desk sees whom they visit. "
                        "For several at once use a CSV file, or copy the rows in Excel and paste them here; "
                        "the first row names the columns: name, day, time, host.") +
                     u'\n' +
                     tr("Days as %1, times as 08:30.").arg(QDate::currentDate().toString(u"dd/MM/yyyy"_s)));
    m_nameRow->setWords(tr("Name"));
    m_timeRow->setWords(tr("Time"), tr("May stay empty."));
    m_time->setPlaceholderText(u"08:30"_s);
    m_hostRow->setWords(tr("Whom they visit"), tr("May stay empty."));
    m_add->setLabel(tr("Announce"));
    m_open->setLabel(tr("From a file …"));
    m_paste->setLabel(tr("Paste from Excel"));
    m_sample->setLabel(tr("Save a sample file…"));
    m_leave->setLabel(tr("Leave it"));
    m_previewFaults->setAccessibleName(tr("Contents of the file"));
    m_before->setAccessibleName(tr("The day before"));
    m_after->setAccessibleName(tr("The next day"));
    m_empty->setText(
        tr("Nobody is expected on this day. Type a name above and press Ctrl+Enter, or paste a table "
           "with Ctrl+Shift+V."));
    m_remove->setLabel(tr("Take off the list"));
    m_table->setAccessibleName(tr("Expected visitors"));
    m_model->setHorizontalHeaderLabels({tr("Time"), tr("Name"), tr("Whom they visit"), QString()});
    sayFile();
    fill();
}

} // namespace checkpoint
