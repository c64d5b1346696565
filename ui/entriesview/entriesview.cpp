#include "ui/entriesview/entriesview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/passingcopy.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/voidpanel.h"
#include "ui/common/wording.h"
#include "ui/entriesview/daychooser.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesmodel.h"
#include "ui/entriesview/filterbar.h"

#include <QApplication>
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

#include <algorithm>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int listDelayMs = 200;
constexpr int toldStaysMs = 30'000;
constexpr int mostCopiedLines = 1'000;

} // namespace

EntriesView::EntriesView(QWidget *parent) : QWidget(parent), m_model(new EntriesModel(this))
{
    setObjectName(u"entriesView"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    column->setSpacing(tokens::space12);
    column->addWidget(makeTopRow());
    m_filters = new FilterBar(this);
    column->addWidget(m_filters);
    m_details = new DetailsPanel(this);
    m_details->hide();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(tokens::space12);
    middle->addWidget(makeTableCard(), 1);
    middle->addWidget(m_details);
    column->addLayout(middle, 1);
    setFocusProxy(m_table);

    m_voidCard = new QFrame(this);
    m_voidCard->setProperty("card", true);
    m_voidPanel = new VoidPanel(m_voidCard);
    auto *frame = new QVBoxLayout(m_voidCard);
    frame->setContentsMargins(tokens::space24, tokens::space16, tokens::space24, tokens::space16);
    frame->addWidget(m_voidPanel);
    m_voidCard->hide();
    column->addWidget(m_voidCard);
    column->addWidget(makeBottomRow());

    connectControls();
    connectModel();
    makeKeys();
    retranslate();
}

void EntriesView::connectControls()
{
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchDelayMs);
    m_toldEnds.setSingleShot(true);
    m_toldEnds.setInterval(toldStaysMs);
    connect(&m_toldEnds, &QTimer::timeout, this, [this] {
        m_told.clear();
        updateState();
    });
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(listDelayMs);
    connect(&m_searchTimer, &QTimer::timeout, this, &EntriesView::showFiltered);
    connect(&m_refreshTimer, &QTimer::timeout, this, [this] {
        m_stale = false;
        m_model->refresh();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filters->setSearching(!words.trimmed().isEmpty());
        m_searchTimer.start();
    });
    connect(m_filters, &FilterBar::cleared, this, &EntriesView::showAll);
    connect(m_showAll, &QAbstractButton::clicked, m_filters, &FilterBar::clear);
    connect(m_details, &DetailsPanel::refused, this, [this](const QString &why) { say(why, "ask"_L1); });
    connect(m_days, &DayChooser::dayChanged, this, &EntriesView::showFiltered);
    connect(m_period, &ChoiceRow::chosen, this, &EntriesView::showFiltered);
    connect(m_filters, &FilterBar::changed, this, [this] {
        emit refusedShownChanged(m_filters->refused() == EntryFilter::With);
        showFiltered();
    });
    connect(m_open, &QAbstractButton::clicked, this, [this] { showDetails(m_details->isHidden()); });
    connect(m_copy, &QAbstractButton::clicked, this, &EntriesView::copyLines);
    connect(m_void, &QAbstractButton::clicked, this, &EntriesView::beginVoid);
    connect(m_restore, &QAbstractButton::clicked, this, &EntriesView::restoreChosen);
    connect(m_voidPanel, &VoidPanel::left, this, &EntriesView::endVoid);
    connect(m_voidPanel, &VoidPanel::confirmed, this, [this](const QUuid &entryId, const QString &reason) {
        endVoid();
        takeBack(entryId, reason);
    });
    connect(m_details, &DetailsPanel::left, this, [this] { showDetails(false); });
    connect(m_details, &DetailsPanel::revealRequested, this, &EntriesView::noteReveal);
    connect(m_details, &DetailsPanel::sendOutRequested, this, &EntriesView::sendOutRequested);
    connect(m_details, &DetailsPanel::restoreRequested, this, &EntriesView::restoreChosen);
    connect(m_details, &DetailsPanel::passRequested, this, &EntriesView::passWanted);
    connect(m_details, &DetailsPanel::personRequested, this, &EntriesView::correctPerson);
    connect(m_details, &DetailsPanel::staffRequested, this, &EntriesView::requestStaff);
    connect(m_details, &DetailsPanel::unlistRequested, this, &EntriesView::unlistRequested);
    connect(m_details, &DetailsPanel::attentionRequested, this, &EntriesView::attentionWanted);
    connect(m_details, &DetailsPanel::askingChanged, this, [this](bool focused) {
        if (focused && isVisible() && !m_details->isAsking())
            m_table->setFocus(Qt::OtherFocusReason);
        updateState();
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &EntriesView::showMenu);
    connect(m_details, &DetailsPanel::turnRoundRequested, this, &EntriesView::turnRound);
}

void EntriesView::connectModel()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_restored.reset();
        const auto row = m_model->entryAt(m_table->currentIndex().row());
        m_chosen = row ? std::optional(row->entry.id) : std::nullopt;
        m_details->leaveQuestion();
        if (!m_choosing)
            m_told.clear();
        askWhoMay();
        updateState();
        fetchDetails();
    });
    connect(m_table, &QAbstractItemView::pressed, this, [this] { m_sought.reset(); });
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] { showDetails(true); });
    connect(m_model, &EntriesModel::outlineChanged, this, [this](int grownBy) {
        m_failure.reset();
        keepInPlace(grownBy);
        m_seeking = m_sought.has_value();
        seek();
        updateState();
        fetchDetails();
    });
    connect(m_model, &EntriesModel::pageArrived, this, &EntriesView::followChosen);
    connect(m_model, &EntriesModel::asked, this, [this] {
        if (!m_failure) // what failed before may well be right now
            return;
        m_failure.reset();
        m_empty->setWords(tr("Reading the entries"), tr("With many of them this takes a moment."));
    });
    connect(m_model, &EntriesModel::failed, this, [this](const Error &error) {
        m_failure = error.code;
        updateState();
    });
}

// ---- showing

void EntriesView::setSource(const EntrySource &source)
{
    m_source = source;
    m_model->setSource(source);
    showFiltered();
}

void EntriesView::forget()
{
    ++m_detailsRound;
    m_details->clear();
    m_details->hide();
    m_voidCard->hide();
    m_voidPanel->forget();
    makeRoom();
    clearSearch();
    m_chosen.reset();
    m_told.clear();
    m_staffName.clear();
    m_change.reset();
    m_sought.reset();
    m_correcting.reset();
    list();
    m_model->forget();
    m_stale = true;
    updateState();
}

void EntriesView::setRefusedShown(bool shown)
{
    const auto wanted = shown ? EntryFilter::With : EntryFilter::Without;
    if (m_filters->refused() == EntryFilter::Only || m_filters->refused() == wanted)
        return;
    m_filters->setRefused(wanted);
    showFiltered();
}

void EntriesView::setToday(const QDate &today)
{
    m_days->setToday(today);
}

void EntriesView::refresh()
{
    m_stale = true;
    if (isVisible())
        m_refreshTimer.start();
}

EntryFilter EntriesView::filter() const
{
    EntryFilter wanted;
    const QDate last = m_days->day();
    const auto midnight = [](const QDate &day) { return day.startOfDay().toMSecsSinceEpoch(); };
    constexpr int days[] = {1, 7, 30};
    if (m_period->index() != Always) {
        wanted.fromUtcMs = midnight(last.addDays(1 - days[m_period->index()]));
        wanted.toUtcMs = midnight(last.addDays(1));
    }
    wanted.search = m_search->text().trimmed();
    m_filters->apply(wanted);
    return wanted;
}

/// Hands on what is wanted. With the dates of several days the times need more room.
void EntriesView::list()
{
    m_model->setFilter(filter(), m_period->index() != OneDay);
    arrangeColumns();
}

void EntriesView::clearSearch()
{
    const QSignalBlocker blocker(m_search);
    m_search->setText({}); // clear() could be undone
    m_searchTimer.stop();
    m_filters->setSearching(false);
}

/// Whoever was chosen stays so where they are among the lines.
void EntriesView::showFiltered()
{
    m_searchTimer.stop();
    m_refreshTimer.stop();
    m_stale = false;
    m_chosen.reset();
    m_told.clear();
    m_sought = m_model->keyAt(m_table->currentIndex().row());
    m_searchYields = false;
    m_seeking = false;
    endVoid();
    list();
    fetchChoices();
}

void EntriesView::fetchChoices()
{
    if (m_source.locations)
        m_source.locations().then(this, [this](const Result<QStringList> &locations) {
            if (locations)
                m_filters->setLocations(*locations);
        });
    if (m_source.sources)
        m_source.sources().then(this, [this](const Result<QStringList> &sources) {
            if (sources)
                m_filters->setSources(*sources);
        });
}

/// Lines that come on top push those that are looked at down; the eye must not lose them.
void EntriesView::keepInPlace(int grownBy)
{
    QScrollBar *bar = m_table->verticalScrollBar();
    if (grownBy > 0 && bar->value() > 0)
        bar->setValue(bar->value() + grownBy);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        select(0);
}

/// As the program goes on showing what was chosen: what is said below stays.
void EntriesView::select(int row)
{
    const bool before = std::exchange(m_choosing, true);
    m_table->selectionModel()->setCurrentIndex(m_model->index(row, 0), QItemSelectionModel::ClearAndSelect |
                                                                           QItemSelectionModel::Rows);
    m_choosing = before;
}

/// The chosen row must go on showing the entry that was chosen: a line written down later may have moved it
/// by one. What cannot be found again is not chosen any more.
void EntriesView::followChosen()
{
    if (m_sought && m_seeking) {
        seek();
        if (m_sought) {
            updateState();
            return;
        }
    }
    const int row = m_table->currentIndex().row();
    const auto shown = m_model->entryAt(row);
    if (!m_chosen) {
        if (shown) {
            m_chosen = shown->entry.id;
            askWhoMay();
        }
    } else if (shown && shown->entry.id != *m_chosen) {
        const int found = m_model->rowOf(*m_chosen);
        const QUuid chosen = *m_chosen;
        if (found >= 0)
            select(found);
        else
            m_table->setCurrentIndex({});
        m_chosen = found >= 0 ? std::optional(chosen) : std::nullopt;
    }
    updateState();
    if (m_details->isVisible() && !m_details->details())
        fetchDetails();
}

// ---- details

void EntriesView::showDetails(bool shown)
{
    if (shown && (!m_voidCard->isHidden() || !chosenSubject()))
        return;
    m_details->setVisible(shown);
    fetchDetails();
    updateState();
    m_table->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, this, &EntriesView::arrangeColumns);
}

std::optional<QUuid> EntriesView::chosenEntry() const
{
    const auto row = m_model->entryAt(m_table->currentIndex().row());
    return row ? std::optional(row->entry.id) : std::nullopt;
}

/// Of what there are details: an entry, or somebody who was sent away.
std::optional<QUuid> EntriesView::chosenSubject() const
{
    const auto row = m_model->rowAt(m_table->currentIndex().row());
    if (row && row->refused)
        return row->refused->visitorId ? std::optional(row->refused->id) : std::nullopt;
    return chosenEntry();
}

void EntriesView::fetchDetails()
{
    if (m_details->isHidden() || !m_source.details)
        return;
    const std::optional<QUuid> subject = chosenSubject();
    if (!subject) {
        ++m_detailsRound; // what is on its way is of another
        m_details->clear();
        return;
    }
    m_details->expect(*subject);
    const quint64 round = ++m_detailsRound;
    m_source.details(*subject).then(this, [this, round](const Result<VisitDetails> &details) {
        if (round != m_detailsRound)
            return;
        if (details)
            m_details->setDetails(*details);
        else
            m_details->showFailure(details.error());
    });
}

void EntriesView::noteReveal(const QUuid &entryId, const QString &reason)
{
    if (!m_source.noteReveal)
        return;
    // A refusal is no entry: who looks, looks at the person.
    const auto details = m_details->details();
    const auto person = details && details->refused ? details->refused->visitorId : std::nullopt;
    m_source.noteReveal(person.value_or(entryId), reason)
        .then(this, [this, entryId](const Result<void> &kept) {
            if (kept)
                m_details->reveal(entryId);
            else
                m_details->showFailure(kept.error());
        });
    m_table->setFocus(Qt::OtherFocusReason);
}

void EntriesView::copyLines()
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    std::ranges::sort(rows);
    QStringList lines;
    for (const int row : rows.mid(0, mostCopiedLines)) {
        if (const QString text = m_model->lineText(row); !text.isEmpty())
            lines << text;
    }
    if (lines.isEmpty())
        return;
    copyForAWhile(lines.join(u'\n'));
    m_sums->setText(tr("%n line(s) copied, masked", nullptr, int(lines.size())));
}

/// Below the list, until another line is chosen.
void EntriesView::say(const QString &sentence, QLatin1StringView tone)
{
    m_told = sentence;
    m_toldTone = tone;
    m_toldEnds.start();
    updateState();
    announce(m_sums, m_sums->text());
}

void EntriesView::showNoted(const QString &name)
{
    say(tr("%1 is on the attention list now.").arg(name));
}

void EntriesView::showUnlisted(const QString &name)
{
    say(tr("%1 is no longer on the attention list.").arg(name));
    fetchDetails();
}

} // namespace checkpoint
