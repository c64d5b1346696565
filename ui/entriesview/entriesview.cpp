#include "ui/entriesview/entriesview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/errortext.h"
#include "ui/common/icons.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/voidpanel.h"
#include "ui/common/wording.h"
#include "ui/entriesview/daychooser.h"
#include "ui/entriesview/entriesmodel.h"

#include <QAction>
#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int refreshDelayMs = 200;

} // namespace

EntriesView::EntriesView(QWidget *parent) : QWidget(parent), m_model(new EntriesModel(this))
{
    setObjectName(u"entriesView"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    column->setSpacing(tokens::space12);
    column->addWidget(makeTopRow());
    column->addWidget(makeTableCard(), 1);

    m_voidCard = new QFrame(this);
    m_voidCard->setProperty("card", true);
    m_voidPanel = new VoidPanel(m_voidCard);
    auto *frame = new QVBoxLayout(m_voidCard);
    frame->setContentsMargins(tokens::space24, tokens::space16, tokens::space24, tokens::space16);
    frame->addWidget(m_voidPanel);
    m_voidCard->hide();
    column->addWidget(m_voidCard);

    m_sums = new QLabel(this);
    m_sums->setObjectName(u"entrySums"_s);
    m_sums->setFont(textFont(tokens::bodyText));
    setTone(m_sums, "quiet"_L1);
    m_void = new ActionButton(ActionButton::Look::Plain, this);
    m_void->setObjectName(u"voidButton"_s);
    m_void->setIconName("void"_L1);
    m_void->setKey(Qt::Key_Delete);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_sums, 1);
    bottom->addWidget(m_void);
    column->addLayout(bottom);

    connectControls();
    retranslate();
}

QWidget *EntriesView::makeTopRow()
{
    auto *top = new QWidget(this);
    m_days = new DayChooser(top);
    m_search = new QLineEdit(top);
    m_search->setObjectName(u"entrySearch"_s);
    m_search->setClearButtonEnabled(false);
    m_search->setMinimumWidth(220);
    m_search->setMaximumWidth(420);
    m_search->setMaxLength(80);
    m_refused = new Toggle(top);
    m_refused->setObjectName(u"refusedToggle"_s);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space16);
    row->addWidget(m_days);
    row->addWidget(m_search, 1);
    row->addWidget(m_refused);
    row->addStretch();
    return top;
}

QWidget *EntriesView::makeTableCard()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_table = new QTableView(card);
    m_table->setObjectName(u"entryTable"_s);
    m_table->setModel(m_model);
    RowDelegate::setUp(m_table);

    auto *empty = new QWidget(card);
    m_emptyTitle = new QLabel(empty);
    m_emptyTitle->setObjectName(u"entriesEmptyTitle"_s);
    m_emptyTitle->setFont(textFont(tokens::headingText, true));
    m_emptyTitle->setAlignment(Qt::AlignCenter);
    m_emptyHint = new QLabel(empty);
    m_emptyHint->setFont(textFont(tokens::bodyText));
    m_emptyHint->setAlignment(Qt::AlignCenter);
    m_emptyHint->setWordWrap(true);
    setTone(m_emptyHint, "quiet"_L1);
    auto *words = new QVBoxLayout(empty);
    words->addStretch();
    words->addWidget(m_emptyTitle);
    words->addWidget(m_emptyHint);
    words->addStretch();

    m_pages = new QStackedLayout;
    m_pages->addWidget(m_table);
    m_pages->addWidget(empty);
    auto *frame = new QVBoxLayout(card);
    frame->setContentsMargins(1, tokens::space4, 1, tokens::space4); // clear of the round corners
    frame->addLayout(m_pages);
    return card;
}

void EntriesView::connectControls()
{
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelayMs);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshDelayMs);
    connect(&m_searchTimer, &QTimer::timeout, this, &EntriesView::fetch);
    connect(&m_refreshTimer, &QTimer::timeout, this, &EntriesView::fetch);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_searchTimer.start(); });
    connect(m_days, &DayChooser::dayChanged, this, [this] {
        endVoid();
        fetch();
    });
    connect(m_refused, &QAbstractButton::toggled, this, [this](bool shown) {
        emit refusedShownChanged(shown);
        fetch();
    });
    connect(m_void, &QAbstractButton::clicked, this, &EntriesView::beginVoid);
    connect(m_voidPanel, &VoidPanel::left, this, &EntriesView::endVoid);
    connect(m_voidPanel, &VoidPanel::confirmed, this, [this](const QUuid &entryId, const QString &reason) {
        endVoid();
        emit voidRequested(entryId, reason);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { updateState(); });
    connect(m_table->verticalScrollBar(), &QAbstractSlider::valueChanged, this, [this](int value) {
        if (value > m_table->verticalScrollBar()->maximum() - m_table->height())
            fetchMore();
    });

    const auto key = [this](const QList<QKeySequence> &keys, auto action) {
        auto *shortcut = new QShortcut(this);
        shortcut->setKeys(keys);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    key({QKeySequence(Qt::ALT | Qt::Key_Left)}, [this] { m_days->setDay(m_days->day().addDays(-1)); });
    key({QKeySequence(Qt::ALT | Qt::Key_Right)}, [this] { m_days->setDay(m_days->day().addDays(1)); });

    // From the search straight into what was found.
    auto *down = new QShortcut(QKeySequence(Qt::Key_Down), m_search);
    down->setContext(Qt::WidgetShortcut);
    connect(down, &QShortcut::activated, this, [this] { m_table->setFocus(Qt::ShortcutFocusReason); });
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_search);
    escape->setContext(Qt::WidgetShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (m_search->text().isEmpty())
            m_table->setFocus(Qt::ShortcutFocusReason);
        else
            m_search->clear();
    });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        fetch();
        m_table->setFocus(Qt::OtherFocusReason);
    });
}

void EntriesView::setSource(const EntrySource &source)
{
    m_source = source;
    refresh();
}

void EntriesView::setRefusedShown(bool shown)
{
    m_refused->setChecked(shown);
}

void EntriesView::setToday(const QDate &today)
{
    m_days->setToday(today);
}

QList<KeyHint> EntriesView::keyHints() const
{
    return {
        {u"Ctrl+F, /"_s, tr("Search by name or last digits")},
        {u"↑ ↓"_s, tr("Choose an entry")},
        {u"Delete"_s, tr("Take the chosen entry back")},
        {u"Alt+← →"_s, tr("The day before, the day after")},
        {u"1 – 4"_s, tr("Choose the reason when taking back")},
        {u"Esc"_s, tr("Leave the search or the question")},
    };
}

void EntriesView::refresh()
{
    m_stale = true;
    if (isVisible())
        m_refreshTimer.start();
}

EntryQuery EntriesView::query() const
{
    EntryQuery query;
    query.fromUtcMs = m_days->day().startOfDay().toMSecsSinceEpoch();
    query.toUtcMs = m_days->day().addDays(1).startOfDay().toMSecsSinceEpoch();
    query.search = m_search->text().trimmed();
    query.newestFirst = true;
    return query;
}

void EntriesView::fetch()
{
    m_searchTimer.stop();
    m_refreshTimer.stop();
    if (!m_source.entries)
        return;
    m_stale = false;
    const quint64 round = ++m_round;
    EntryQuery wanted = query();
    wanted.limit = pageSize;
    m_source.entries(wanted).then(this, [this, round](const Result<QList<EntryRow>> &entries) {
        if (round != m_round)
            return;
        if (!entries) {
            showFailure(entries.error());
            return;
        }
        fetchRefused(round, *entries, entries->size() >= pageSize);
    });
}

void EntriesView::fetchRefused(quint64 round, const QList<EntryRow> &entries, bool more)
{
    // A refused scan has no name, so it cannot be what a search looks for.
    if (!m_refused->isChecked() || !m_source.refusedScans || !m_search->text().trimmed().isEmpty()) {
        showRows(entries, {}, more);
        return;
    }
    m_source.refusedScans(query()).then(
        this, [this, round, entries, more](const Result<QList<RefusedScan>> &refused) {
            if (round != m_round)
                return;
            if (!refused)
                showFailure(refused.error());
            else
                showRows(entries, *refused, more);
        });
}

void EntriesView::fetchMore()
{
    if (!m_model->hasMore() || m_fetchingMore || !m_source.entries)
        return;
    m_fetchingMore = true;
    EntryQuery wanted = query();
    wanted.limit = pageSize;
    wanted.after = m_model->lastEntryId();
    m_source.entries(wanted).then(this, [this, round = m_round](const Result<QList<EntryRow>> &entries) {
        m_fetchingMore = false;
        if (round != m_round)
            return;
        if (!entries) {
            showFailure(entries.error());
            return;
        }
        m_model->append(*entries, entries->size() >= pageSize);
        updateState();
    });
}

void EntriesView::showRows(const QList<EntryRow> &entries, const QList<RefusedScan> &refused, bool more)
{
    m_failure.reset();
    const std::optional<EntryRow> chosen = m_model->entryAt(m_table->currentIndex().row());
    m_model->setRows(entries, refused, more);
    const int row = chosen ? m_model->rowOf(chosen->entry.id) : -1;
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(qMax(row, 0), 0));
    updateState();
}

void EntriesView::showFailure(const Error &error)
{
    m_failure = error.code;
    m_model->clear();
    updateState();
}

void EntriesView::beginVoid()
{
    const std::optional<EntryRow> row = m_model->entryAt(m_table->currentIndex().row());
    if (!row || row->voidedBy)
        return;
    m_voidCard->show();
    m_voidPanel->ask(row->entry.id, row->entry.kind == EntryKind::Out ? Direction::Out : Direction::In,
                     row->entry.at, row->visitor);
    updateState();
    // The table has become lower: the row it is about stays in sight.
    QTimer::singleShot(0, this, [this] { m_table->scrollTo(m_table->currentIndex()); });
}

void EntriesView::endVoid()
{
    if (m_voidCard->isHidden())
        return;
    m_voidCard->hide();
    m_table->setFocus(Qt::OtherFocusReason);
    updateState();
}

void EntriesView::updateState()
{
    const std::optional<EntryRow> row = m_model->entryAt(m_table->currentIndex().row());
    m_void->setEnabled(row && !row->voidedBy);
    m_void->setVisible(m_voidCard->isHidden());
    const EntriesModel::Sums sums = m_model->sums();
    const QLocale locale;
    QStringList words{tr("In: %1").arg(locale.toString(sums.in)),
                      tr("Out: %1").arg(locale.toString(sums.out))};
    if (sums.voided > 0)
        words << tr("Taken back: %1").arg(locale.toString(sums.voided));
    if (sums.refused > 0)
        words << tr("Refused: %1").arg(locale.toString(sums.refused));
    if (m_model->hasMore())
        words << tr("Scroll down for earlier ones");
    m_sums->setText(m_model->rowCount() > 0 ? words.join(u" · "_s) : QString());
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    if (m_failure) {
        const ErrorText text = errorText(*m_failure);
        m_emptyTitle->setText(text.happened);
        m_emptyHint->setText(text.kept + u' ' + text.todo);
    } else if (!m_search->text().trimmed().isEmpty()) {
        m_emptyTitle->setText(tr("Nobody found on this day"));
        m_emptyHint->setText(
            tr("Search by a part of the name, without diacritics if you like, or look on another day."));
    } else {
        m_emptyTitle->setText(tr("Nobody was recorded on this day"));
        m_emptyHint->setText(tr("Who comes and leaves is listed here. Scan with F2."));
    }
}

void EntriesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        fetch();
    m_table->setFocus(Qt::OtherFocusReason);
}

void EntriesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeColumns();
}

void EntriesView::arrangeColumns()
{
    const int share = width() - 2 * tokens::space16;
    const bool narrow = share < 1000;
    // Where it is tight the location, which rarely changes at one desk, makes room for the note.
    m_table->setColumnHidden(EntriesModel::Place, narrow);
    const int widths[] = {96, 128, share * 18 / 100, 150, narrow ? 128 : 148, share * 14 / 100};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void EntriesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EntriesView::retranslate()
{
    m_search->setPlaceholderText(tr("Search a name or last digits (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search"));
    m_refused->setLabel(tr("Refused scans too"));
    m_void->setLabel(tr("Take back"));
    m_table->setAccessibleName(tr("Entries of the day"));
    m_model->retranslate();
    updateState();
}

} // namespace checkpoint
