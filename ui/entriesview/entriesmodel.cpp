#include "ui/entriesview/entriesmodel.h"

#include "ui/common/meaning.h"
#include "ui/common/rowdelegate.h"
#include "ui/entriesview/linewords.h"

#include <algorithm>
#include <limits>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The place right before a line, so that the page after it begins with the line itself.
PageKey justBefore(const PageKey &key)
{
    QByteArray id = key.id.toRfc4122();
    for (qsizetype i = id.size() - 1; i >= 0; --i) {
        id[i] = char(uchar(id[i]) + 1);
        if (id[i] != 0)
            return {key.atUtcMs, QUuid::fromRfc4122(id)};
    }
    return {key.atUtcMs + 1, QUuid()};
}

PageKey keyOf(const ListRow &line)
{
    return line.entry ? PageKey{line.entry->entry.at.utcMs, line.entry->entry.id}
                      : PageKey{line.refused->at.utcMs, line.refused->id};
}

} // namespace

EntriesModel::EntriesModel(QObject *parent) : QAbstractTableModel(parent)
{
    m_askSoon.setSingleShot(true);
    m_askSoon.setInterval(0);
    connect(&m_askSoon, &QTimer::timeout, this, &EntriesModel::askPages);
}

void EntriesModel::setSource(const EntrySource &source)
{
    m_source = source;
    askOutline(true);
}

void EntriesModel::forget()
{
    ++m_round;
    m_asking = false;
    m_askAgain = false;
    takeOutline({}, true);
}

void EntriesModel::setFilter(const EntryFilter &filter, bool datesShown)
{
    m_datesShown = datesShown;
    m_filter = filter;
    askOutline(true);
}

void EntriesModel::refresh()
{
    askOutline(false);
}

// ---- fetching

void EntriesModel::askOutline(bool anew)
{
    if (!m_source.outline)
        return;
    if (m_asking && !anew) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_askAgain = false;
    emit asked();
    const quint64 round = ++m_round;
    m_source.outline(m_filter, pageRows).then(this, [this, round, anew](const Result<Outline> &outline) {
        if (round != m_round)
            return;
        m_asking = false;
        if (outline)
            takeOutline(*outline, anew);
        else
            emit failed(outline.error());
        if (m_askAgain)
            askOutline(false);
    });
}

void EntriesModel::takeOutline(const Outline &outline, bool anew)
{
    const auto rows = [](qint64 total) {
        return int(std::min<qint64>(total, std::numeric_limits<int>::max()));
    };
    const int before = rows(m_outline.total);
    const int after = rows(outline.total);
    if (anew) {
        beginResetModel();
        m_outline = outline;
        m_pages.clear();
        m_before.clear();
        m_wanted.clear();
        m_grownBy = 0;
        endResetModel();
        emit outlineChanged(0);
        return;
    }
    if (outline.revision == m_outline.revision && after == before)
        return;
    // What is known of the old pages stays on the screen until the new ones are there.
    if (!m_pages.isEmpty())
        m_before = m_pages;
    m_grownBy = after - before;
    m_pages.clear();
    m_wanted.clear();
    if (after > before)
        beginInsertRows({}, 0, after - before - 1);
    else if (after < before)
        beginRemoveRows({}, 0, before - after - 1);
    m_outline = outline;
    if (after > before)
        endInsertRows();
    else if (after < before)
        endRemoveRows();
    if (after > 0)
        emit dataChanged(index(0, 0), index(after - 1, ColumnCount - 1));
    emit outlineChanged(m_grownBy);
}

void EntriesModel::want(int page) const
{
    m_wanted.removeAll(page);
    m_wanted.append(page);
    // Who scrolls on does not wait for what was passed.
    while (m_wanted.size() > 2 * mostAsked)
        m_wanted.removeFirst();
    if (!m_askSoon.isActive())
        m_askSoon.start();
}

void EntriesModel::askPages()
{
    while (m_onTheWay < mostAsked && !m_wanted.isEmpty()) {
        const int page = m_wanted.takeLast();
        if (m_pages.contains(page) || size_t(page) >= m_outline.everyStride.size())
            continue;
        ++m_onTheWay;
        m_source.page(m_filter, justBefore(m_outline.everyStride[size_t(page)]), pageRows)
            .then(this, [this, page, round = m_round](const Result<QList<ListRow>> &rows) {
                --m_onTheWay;
                if (round == m_round) {
                    if (rows)
                        takePage(page, *rows);
                    else
                        emit failed(rows.error());
                }
                askPages();
            });
    }
}

void EntriesModel::takePage(int page, const QList<ListRow> &rows)
{
    forgetFarPages(page);
    m_pages.insert(page, rows);
    const int first = page * pageRows;
    const int last = std::min(first + pageRows, rowCount()) - 1;
    if (first > last)
        return;
    emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
    emit pageArrived(first, last);
}

/// Keeps the memory flat, however far somebody scrolls.
void EntriesModel::forgetFarPages(int page)
{
    while (m_pages.size() >= keptPages) {
        int farthest = page;
        for (auto each = m_pages.keyBegin(); each != m_pages.keyEnd(); ++each)
            if (std::abs(*each - page) > std::abs(farthest - page))
                farthest = *each;
        m_pages.remove(farthest);
    }
    if (m_before.size() > keptPages)
        m_before.clear();
}

// ---- lines

std::optional<ListRow> EntriesModel::rowAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const auto lookUp = [](const Pages &pages, int at) -> std::optional<ListRow> {
        const auto page = pages.constFind(at / pageRows);
        if (at < 0 || page == pages.constEnd() || at % pageRows >= page->size())
            return {};
        return page->at(at % pageRows);
    };
    if (const auto found = lookUp(m_pages, row))
        return found;
    want(row / pageRows);
    return lookUp(m_before, row - m_grownBy);
}

std::optional<EntryRow> EntriesModel::entryAt(int row) const
{
    const auto line = rowAt(row);
    return line ? line->entry : std::nullopt;
}

std::optional<PageKey> EntriesModel::keyAt(int row) const
{
    const auto line = rowAt(row);
    return line ? std::optional(keyOf(*line)) : std::nullopt;
}

int EntriesModel::rowOf(const QUuid &id) const
{
    for (auto page = m_pages.constBegin(); page != m_pages.constEnd(); ++page) {
        const auto line =
            std::ranges::find_if(*page, [&id](const ListRow &each) { return keyOf(each).id == id; });
        if (line != page->end())
            return page.key() * pageRows + int(line - page->begin());
    }
    return -1;
}

/// -1 where it would stand before all lines.
int EntriesModel::pageOf(const PageKey &line) const
{
    const auto isBefore = [&line](const PageKey &first) {
        return first.atUtcMs > line.atUtcMs ||
               (first.atUtcMs == line.atUtcMs && first.id.toRfc4122() >= line.id.toRfc4122());
    };
    const auto after = std::ranges::partition_point(m_outline.everyStride, isBefore);
    return int(after - m_outline.everyStride.begin()) - 1;
}

bool EntriesModel::isFetched(const PageKey &line) const
{
    const int page = pageOf(line);
    return page < 0 || m_pages.contains(page);
}

void EntriesModel::fetch(const PageKey &line)
{
    if (const int page = pageOf(line); page >= 0)
        want(page);
}

QString EntriesModel::lineText(int row) const
{
    const auto line = rowAt(row);
    if (!line)
        return {};
    QStringList texts;
    for (int column = 0; column < ColumnCount; ++column)
        texts << lineWord(*line, Column(column), true);
    return texts.join(u'\t');
}

int EntriesModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return int(std::min<qint64>(m_outline.total, std::numeric_limits<int>::max()));
}

int EntriesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EntriesModel::data(const QModelIndex &index, int role) const
{
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return int(EntryColumns::alignment(column));
    const auto line = rowAt(index.row());
    if (!line)
        return role == Qt::DisplayRole && column == Person ? QVariant(u"…"_s) : QVariant();
    const bool refused = line->refused.has_value();
    switch (role) {
    case Qt::DisplayRole:
        return lineWord(*line, Column(column), m_datesShown);
    case Qt::ToolTipRole:
        return column == Note ? lineWord(*line, Note, m_datesShown) : QVariant();
    case Qt::AccessibleTextRole:
        return column == Person && !refused ? QVariant(spokenPerson(*line->entry)) : QVariant();
    case NotedRole:
        return column == Person && !refused && line->entry->noted;
    case MeaningRole:
        if (column != Passage)
            return {};
        if (refused)
            return int(Meaning::Refused);
        return int(line->entry->entry.kind == EntryKind::Out ? Meaning::Out : Meaning::In);
    case VoidedRole:
        return !refused && line->entry->voidedBy.has_value();
    case StrongRole:
        return column == Person && (!refused || namesSomebody(*line->refused));
    case QuietRole:
        return column >= Source;
    default:
        return {};
    }
}

QVariant EntriesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? EntryColumns::header(section, role) : QVariant();
}

void EntriesModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace checkpoint
