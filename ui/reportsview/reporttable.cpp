#include "ui/reportsview/reporttable.h"

#include "ui/common/actionbutton.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/reportsview/cellwords.h"
#include "ui/reportsview/columnwords.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rowsMeasured = 30; ///< for the widths of columns
constexpr int widestColumn = 320;
constexpr int orderRole = Qt::UserRole;

/// A cell that is sorted by its value; texts as the language sorts them.
class ValueItem : public QTableWidgetItem
{
public:
    ValueItem(const QString &text, const QVariant &order) : QTableWidgetItem(text)
    {
        setData(orderRole, order);
    }

    bool operator<(const QTableWidgetItem &other) const override
    {
        const QVariant mine = data(orderRole);
        const QVariant theirs = other.data(orderRole);
        if (mine.typeId() == QMetaType::QString && theirs.typeId() == QMetaType::QString)
            return QString::localeAwareCompare(mine.toString(), theirs.toString()) < 0;
        if (mine.typeId() == theirs.typeId())
            return mine.toDouble() < theirs.toDouble();
        return mine.typeId() < theirs.typeId(); // nothing, then numbers, then texts
    }
};

} // namespace

ReportTable::ReportTable(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_table(new QTableWidget(this))
    , m_empty(new EmptyState(name + u"EmptyTitle"_s, this))
    , m_pages(new QStackedLayout)
    , m_said(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_print(new ActionButton(ActionButton::Look::Plain, this))
    , m_save(new ActionButton(ActionButton::Look::Primary, this))
    , m_cancel(new ActionButton(ActionButton::Look::Plain, this))
{
    setProperty("card", true);
    m_table->setObjectName(name + u"Preview"_s);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setResizeContentsPrecision(rowsMeasured);
    m_table->horizontalHeader()->setMaximumSectionSize(textScaled(widestColumn));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tokens::rowHeight);
    m_table->installEventFilter(this);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    m_said->setObjectName(name + u"Said"_s);
    m_said->setWordWrap(true);
    m_said->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(name + u"Progress"_s);
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_print->setObjectName(name + u"Print"_s);
    m_print->setKey(QKeySequence(QKeySequence::Print));
    m_save->setObjectName(name + u"Save"_s);
    m_save->setKey(QKeySequence(QKeySequence::Save));
    m_cancel->setObjectName(name + u"Cancel"_s);
    m_cancel->setKey(Qt::Key_Escape);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(tokens::space12);
    bottom->addWidget(m_said, 1);
    bottom->addWidget(m_progress, 1);
    bottom->addWidget(m_cancel);
    bottom->addWidget(m_print);
    bottom->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addLayout(m_pages, 1);
    column->addLayout(bottom);
    QHeaderView *heads = m_table->horizontalHeader();
    heads->setSectionsClickable(true);
    connect(heads, &QHeaderView::sectionClicked, this, [this, heads](int chosen) {
        const bool again = heads->isSortIndicatorShown() && heads->sortIndicatorSection() == chosen &&
                           heads->sortIndicatorOrder() == Qt::AscendingOrder;
        sort(chosen, again ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(m_print, &QAbstractButton::clicked, this, &ReportTable::printWanted);
    connect(m_save, &QAbstractButton::clicked, this, &ReportTable::saveWanted);
    connect(m_cancel, &QAbstractButton::clicked, this, &ReportTable::cancelWanted);
    retranslate();
    setProgress(-1);
}

void ReportTable::fill()
{
    m_table->horizontalHeader()->setSortIndicatorShown(false);
    m_table->clear();
    // The first rows alone in another order would pass for the first ones of all.
    m_sortable = !m_shown.more && m_shown.rows.size() > 1;
    m_table->setColumnCount(int(m_shown.columns.size()));
    m_table->setRowCount(int(m_shown.rows.size()));
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const QString &name = m_shown.columns[column].name;
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const Cell cell = m_shown.rows[row].value(column);
            const QString words = cellWords(name, cell);
            m_table->setItem(row, column, new ValueItem(words, cellOrder(cell, words)));
        }
    }
    nameColumns();
    placeColumns();
    m_table->resizeColumnsToContents();
    m_pages->setCurrentIndex(m_shown.rows.isEmpty() ? 0 : 1);
    offer();
}

/// People look for what differs from line to line; what is the same in all of many comes after it, and what
/// only programs read comes last. The file keeps its order.
void ReportTable::placeColumns()
{
    enum Rank { Differs, Same, ForPrograms };
    constexpr int many = 7;
    const QList<CellRow> &rows = m_shown.rows;
    const auto rankOf = [&rows](int column) {
        const auto cellOf = [column](const CellRow &row) { return row.value(column); };
        const auto isId = [](const Cell &cell) { return std::holds_alternative<QUuid>(cell); };
        if (std::ranges::any_of(rows, isId, cellOf))
            return ForPrograms;
        const auto isFirst = [&](const Cell &cell) { return cell == cellOf(rows.first()); };
        return rows.size() >= many && std::ranges::all_of(rows, isFirst, cellOf) ? Same : Differs;
    };
    QHeaderView *heads = m_table->horizontalHeader();
    int place = 0;
    for (const Rank rank : {Differs, Same, ForPrograms})
        for (int column = 0; column < m_table->columnCount(); ++column)
            if (rankOf(column) == rank)
                heads->moveSection(heads->visualIndex(column), place++);
}

/// Words over the columns; what the file calls them and what they mean is told by their tool tips.
void ReportTable::nameColumns()
{
    const bool vietnamese = QLocale().language() == QLocale::Vietnamese;
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const Column &told = m_shown.columns[column];
        auto *head = new QTableWidgetItem(columnWords(told.name));
        QStringList lines{told.name, vietnamese ? told.meaningVi : told.meaningEn};
        if (m_sortable)
            lines << tr("Click to sort; in the table Ctrl+↑ and Ctrl+↓ sort by the column.");
        lines.removeAll(QString());
        head->setToolTip(lines.join(u'\n'));
        m_table->setHorizontalHeaderItem(column, head);
    }
}

void ReportTable::sort(int column, Qt::SortOrder order)
{
    if (!m_sortable || column < 0)
        return;
    m_table->horizontalHeader()->setSortIndicator(column, order);
    m_table->horizontalHeader()->setSortIndicatorShown(true);
    m_table->sortItems(column, order);
}

bool ReportTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool up = key->key() == Qt::Key_Up;
        const int column = m_table->currentColumn();
        if (key->modifiers() == Qt::ControlModifier && (up || key->key() == Qt::Key_Down)) {
            sort(column, up ? Qt::AscendingOrder : Qt::DescendingOrder);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ReportTable::setPreview(const PreviewRows &preview)
{
    m_shown = preview;
    m_waiting = false;
    fill();
    sayRows();
}

void ReportTable::sayRows()
{
    const int rows = int(m_shown.rows.size());
    const QString number = m_shown.more ? tr("The first %n row(s); the file has all.", nullptr, rows)
                                        : tr("%n row(s)", nullptr, rows);
    say(m_caution.isEmpty() ? number : m_caution + u'\n' + number,
        m_caution.isEmpty() ? "quiet"_L1 : "ask"_L1);
    m_saysRows = true;
}

void ReportTable::setCaution(const QString &words)
{
    m_caution = words;
    if (m_saysRows)
        sayRows();
}

void ReportTable::clear()
{
    m_shown = {};
    m_waiting = false;
    fill();
    say({}, "quiet"_L1);
}

void ReportTable::setEmptyWords(const QString &title, const QString &hint)
{
    m_emptyTitle = title;
    m_emptyHint = hint;
    offer();
}

void ReportTable::setReady(bool ready)
{
    m_ready = ready;
    offer();
}

void ReportTable::setSavePlain()
{
    m_save->setLook(ActionButton::Look::Plain);
}

void ReportTable::awaitPreview()
{
    m_waiting = true;
    offer();
}

void ReportTable::offer()
{
    const bool empty = m_shown.rows.isEmpty() && !m_waiting;
    m_empty->setWords(m_waiting ? QString() : m_emptyTitle, m_waiting ? QString() : m_emptyHint);
    for (ActionButton *button : {m_save, m_print}) {
        button->setWhyNot(empty ? m_emptyTitle + u". "_s + m_emptyHint : QString());
        button->setEnabled(m_ready && !m_working && !empty);
    }
}

void ReportTable::showFailure(const Error &error)
{
    if (std::exchange(m_waiting, false)) { // the rows of before are not those that were asked for
        m_shown = {};
        fill();
    }
    if (error.code == ErrorCode::Cancelled) {
        say(tr("Stopped. No file was written."), "quiet"_L1);
        return;
    }
    const ErrorText text = errorText(error.code);
    say(text.happened + u' ' + text.todo, "refused"_L1);
}

void ReportTable::setProgress(int permille)
{
    m_working = permille >= 0;
    m_progress->setVisible(m_working);
    m_cancel->setVisible(m_working);
    m_said->setVisible(!m_working);
    m_progress->setValue(permille);
    offer();
}

void ReportTable::showSaved(const QString &path, qint64 rows)
{
    say(tr("%n row(s) saved in %1", nullptr, int(rows)).arg(QDir::toNativeSeparators(path)), "in"_L1);
}

void ReportTable::showPrinted(const QString &printer)
{
    say(tr("The summary is printed: %1").arg(QDir::toNativeSeparators(printer)), "in"_L1);
}

void ReportTable::say(const QString &words, QLatin1StringView tone)
{
    m_saysRows = false;
    setTone(m_said, tone);
    m_said->setText(words);
}

QString ReportTable::ending(Form form)
{
    static const QString endings[FormCount] = {u".csv"_s, u".xlsx"_s, u".pdf"_s};
    return endings[form];
}

QString ReportTable::askPath(const QString &name, Form form)
{
    const QString kinds[] = {tr("CSV table (*.csv)"), tr("Excel workbook (*.xlsx)"), tr("PDF (*.pdf)")};
    QString path = saving.ask(this, tr("Save the report"), name + ending(form), kinds[form]);
    if (path.isEmpty())
        return {};
    if (!path.endsWith(ending(form), Qt::CaseInsensitive))
        path += ending(form);
    return path;
}

void ReportTable::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReportTable::retranslate()
{
    m_print->setLabel(tr("Print…"));
    m_save->setLabel(tr("Save"));
    m_cancel->setLabel(tr("Stop"));
    m_progress->setAccessibleName(tr("How much of the report is done"));
    m_table->setAccessibleName(tr("The first rows of the report"));
    const QHeaderView *heads = m_table->horizontalHeader();
    const bool isSorted = heads->isSortIndicatorShown();
    const int chosen = heads->sortIndicatorSection();
    const Qt::SortOrder order = heads->sortIndicatorOrder();
    fill();
    if (isSorted)
        sort(chosen, order);
    if (m_saysRows)
        sayRows();
}

} // namespace checkpoint
