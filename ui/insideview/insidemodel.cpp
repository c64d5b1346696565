#include "ui/insideview/insidemodel.h"

#include "core/domain/textfolding.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/wording.h"

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

void InsideModel::setRows(const QList<InsideRow> &rows)
{
    m_all = rows;
    narrow();
}

void InsideModel::setWords(const QString &words)
{
    m_words = words;
    narrow();
}

void InsideModel::setGroup(EntryFilter::Group group)
{
    m_group = group;
    narrow();
}

void InsideModel::setToday(const QDate &today)
{
    if (today == m_today)
        return;
    m_today = today;
    retranslate();
}

void InsideModel::narrow()
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = foldedText(m_words).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const InsideRow &row = m_all[i];
        if (m_group != EntryFilter::Everybody && row.in.visitor.staff != (m_group == EntryFilter::StaffOnly))
            continue;
        const QString text =
            foldedText(row.in.visitor.name + u' ' + row.in.details.host + u' ' + row.in.entry.location);
        if (std::ranges::all_of(words, [&text](const QString &word) { return text.contains(word); }))
            m_shown.append(i);
    }
    endResetModel();
}

std::optional<InsideRow> InsideModel::rowAt(int row) const
{
    if (row < 0 || row >= m_shown.size())
        return {};
    return m_all[m_shown[row]];
}

int InsideModel::visitors() const
{
    return int(std::ranges::count_if(m_all, &InsideRow::visitorInside)) - staff();
}

int InsideModel::staff() const
{
    return int(std::ranges::count_if(
        m_all, [](const InsideRow &row) { return row.visitorInside && row.in.visitor.staff; }));
}

QString InsideModel::staffWords() const
{
    const int count = staff();
    if (count == 0)
        return {};
    return u" · "_s + (isNarrowed() ? tr("%1 of %n of the staff", nullptr, count).arg(shownStaff())
                                    : tr("%n of the staff", nullptr, count));
}

int InsideModel::shownVisitors() const
{
    return int(std::ranges::count_if(
        m_shown, [this](qsizetype at) { return m_all[at].visitorInside && !m_all[at].in.visitor.staff; }));
}

int InsideModel::shownStaff() const
{
    return int(std::ranges::count_if(
        m_shown, [this](qsizetype at) { return m_all[at].visitorInside && m_all[at].in.visitor.staff; }));
}

int InsideModel::companions() const
{
    int count = 0;
    for (const InsideRow &row : m_all)
        count += row.partyInside.size();
    return count;
}

int InsideModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int InsideModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString InsideModel::textOf(const InsideRow &row, int column) const
{
    switch (column) {
    case Since:
        return row.in.entry.at.toDateTime().date() == m_today ? shortClockText(row.in.entry.at)
                                                              : pastText(row.in.entry.at, m_today);
    case Person:
        return row.visitorInside ? personName(row.in.visitor)
                                 : tr("Came with %1, who has left").arg(personName(row.in.visitor));
    case Traits:
        return personLine(row.in.visitor, row.in.entry.source);
    case Party:
        return partyText(row.partyInside);
    case Host:
        return row.in.details.host;
    case Place:
        return row.in.entry.location;
    default:
        return {};
    }
}

QVariant InsideModel::data(const QModelIndex &index, int role) const
{
    const std::optional<InsideRow> row = rowAt(index.row());
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(*row, index.column());
    case StrongRole:
        return index.column() == Person;
    case QuietRole:
        return index.column() == Traits || index.column() == Place;
    default:
        return {};
    }
}

QVariant InsideModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Since:
        return tr("Since");
    case Person:
        return tr("Person");
    case Traits:
        return tr("Identified by");
    case Party:
        return tr("Companions");
    case Host:
        return tr("Visits");
    case Place:
        return tr("Location");
    default:
        return {};
    }
}

QString InsideModel::estimatedWords(const QList<EntryRow> &exits)
{
    constexpr int mostNamed = 12; // the entries have them all
    QStringList names;
    for (const EntryRow &exit : exits.mid(0, mostNamed))
        names << u"%1 %2"_s.arg(personName(exit.visitor), shortClockText(exit.entry.at));
    if (exits.size() > mostNamed)
        names << u"…"_s;
    return tr("%n visitor(s) of yesterday left without being seen. Exits estimated: %1", nullptr,
              int(exits.size()))
        .arg(names.join(u", "_s));
}

void InsideModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

} // namespace checkpoint
