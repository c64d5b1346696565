#include "ui/scanview/recentmodel.h"

#include "ui/common/reasontext.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/wording.h"

#include <QKeySequence>
#include <QSet>

#include <algorithm>
#include <functional>
#include <utility>

namespace checkpoint {

void RecentModel::add(const ScanOutcome &outcome)
{
    switch (outcome.kind) {
    case ScanOutcome::Kind::Repeated:
    case ScanOutcome::Kind::Asks:
        return;
    case ScanOutcome::Kind::Dismissed:
        if (meaningOf(outcome) != Meaning::Refused)
            return;
        break;
    case ScanOutcome::Kind::Voided:
        if (outcome.entryId)
            markVoided(*outcome.entryId);
        return;
    case ScanOutcome::Kind::Failed:
        if (outcome.deviceId.isEmpty()) // an undo, not a scan
            return;
        break;
    case ScanOutcome::Kind::Recorded:
    case ScanOutcome::Kind::Refused:
        break;
    }
    if (outcome.corrects)
        replace(*outcome.corrects, rowOf(outcome));
    else
        insertOnTop(rowOf(outcome));
}

RecentModel::Row RecentModel::rowOf(const ScanOutcome &outcome)
{
    Row row;
    row.at = outcome.at;
    row.meaning = meaningOf(outcome);
    row.reason = outcome.reason;
    row.entryId = outcome.entryId;
    row.visitorId = outcome.visitorId;
    row.visitor = masked(outcome.visitor);
    row.source = outcome.format;
    row.place = outcome.location;
    (outcome.apart ? row.apart : row.party) = outcome.party;
    row.noted = outcome.attention.has_value();
    return row;
}

RecentModel::Row RecentModel::rowOf(const RefusedScan &scan)
{
    Row row;
    row.at = scan.at;
    row.meaning = Meaning::Refused;
    row.reason = scan.reason;
    row.visitorId = scan.visitorId;
    row.visitor = masked(scan.visitor);
    row.source = scan.source;
    row.place = scan.location;
    return row;
}

void RecentModel::setLeftOpen(const QList<ScanOutcome> &leftOpen)
{
    beginResetModel();
    m_open.clear();
    for (const ScanOutcome &outcome : leftOpen) {
        Row row = rowOf(outcome);
        row.number = outcome.number;
        row.lacks = outcome.missing;
        if (row.meaning != Meaning::Attention)
            row.meaning = Meaning::Ask;
        m_open << row;
    }
    endResetModel();
}

quint64 RecentModel::leftOpenNumber(int row) const
{
    return row >= 0 && row < openRows() ? m_open[row].number : 0;
}

/// Half of the room is for what comes.
int RecentModel::openRows() const
{
    return int(qMin(m_open.size(), qsizetype(qMax(1, m_shownRows / 2))));
}

const RecentModel::Row &RecentModel::rowAt(int row) const
{
    return row < openRows() ? m_open.at(row) : m_rows.at(row - openRows());
}

void RecentModel::setEntries(const QList<EntryRow> &rows, const QList<RefusedScan> &refused, qint64 fromUtcMs)
{
    QSet<QUuid> corrected;
    for (const EntryRow &source : rows) {
        if (source.entry.corrects && source.entry.kind != EntryKind::Void)
            corrected.insert(*source.entry.corrects);
    }
    QList<Row> stored;
    for (const EntryRow &source : rows) {
        // What was corrected is replaced by its correction, as when that is done here.
        if (source.entry.kind == EntryKind::Void || corrected.contains(source.entry.id))
            continue;
        Row row;
        row.at = source.entry.at;
        row.meaning = source.entry.kind == EntryKind::In ? Meaning::In : Meaning::Out;
        row.entryId = source.entry.id;
        row.visitorId = source.entry.visitorId;
        row.visitor = masked(source.visitor);
        row.source = source.entry.source;
        row.place = source.entry.location;
        row.voided = source.voidedBy.has_value();
        (source.entry.apart ? row.apart : row.party) = source.entry.party;
        row.noted = source.noted;
        stored << row;
    }
    beginResetModel();
    const qint64 newest = stored.isEmpty() ? 0 : stored.first().at.utcMs;
    const bool forgotten = std::exchange(m_forgotten, false);
    const qint64 newestRefused = forgotten && !refused.isEmpty() ? refused.first().at.utcMs : 0;
    for (const Row &each : std::as_const(m_rows)) {
        if (each.at.utcMs >= fromUtcMs && each.at.utcMs > (each.entryId ? newest : newestRefused))
            stored << each;
    }
    if (forgotten)
        for (const RefusedScan &scan : refused)
            stored << rowOf(scan);
    std::ranges::stable_sort(stored, std::greater(), [](const Row &each) { return each.at.utcMs; });
    m_rows = stored.mid(0, keptRows);
    endResetModel();
}

void RecentModel::forget()
{
    beginResetModel();
    m_rows.clear();
    m_forgotten = true;
    endResetModel();
}

void RecentModel::changePerson(const QUuid &visitorId, const VisitorData &now)
{
    beginResetModel();
    for (QList<Row> *rows : {&m_open, &m_rows}) {
        for (Row &each : *rows) {
            if (each.visitorId == visitorId)
                each.visitor = masked(now);
        }
    }
    endResetModel();
}

void RecentModel::complete(const ScanOutcome &outcome)
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (!outcome.entryId || m_rows[i].entryId != outcome.entryId)
            continue;
        m_rows[i].party = outcome.party;
        if (const int row = i + openRows(); row < rowCount())
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

std::optional<PageKey> RecentModel::lineOf(int row) const
{
    if (row < openRows() || row >= rowCount() || !rowAt(row).entryId)
        return std::nullopt;
    return PageKey{rowAt(row).at.utcMs, *rowAt(row).entryId};
}

void RecentModel::setShownRows(int count)
{
    if (count == m_shownRows)
        return;
    beginResetModel();
    m_shownRows = count;
    endResetModel();
}

void RecentModel::insertOnTop(const Row &row)
{
    beginResetModel();
    m_rows.prepend(row);
    if (m_rows.size() > keptRows)
        m_rows.resize(keptRows);
    endResetModel();
}

/// Of an entry that is not listed here the correction is not listed either.
void RecentModel::replace(const QUuid &entryId, const Row &row)
{
    beginResetModel();
    for (Row &each : m_rows)
        if (each.entryId == entryId)
            each = row;
    endResetModel();
}

void RecentModel::markVoided(const QUuid &entryId)
{
    for (int i = 0; i < int(m_rows.size()); ++i) {
        if (m_rows[i].entryId != entryId)
            continue;
        m_rows[i].voided = true;
        if (const int row = i + openRows(); row < rowCount())
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(qMin(m_rows.size() + openRows(), qsizetype(m_shownRows)));
}

int RecentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RecentModel::passageText(const Row &row)
{
    if (row.voided)
        return tr("Voided");
    switch (row.meaning) {
    case Meaning::In:
        return directionWord(Direction::In);
    case Meaning::Out:
        return directionWord(Direction::Out);
    case Meaning::Refused:
        return tr("Refused");
    case Meaning::NotRecorded:
        return tr("Not recorded");
    case Meaning::Ask:
    case Meaning::Attention:
        return row.lacks.isEmpty() ? tr("Not answered") : tr("Incomplete");
    case Meaning::Skipped:
    case Meaning::Done:
    case Meaning::Again:
    case Meaning::TakenBack:
        break;
    }
    return {};
}

QString RecentModel::personText(const Row &row)
{
    const bool passed = row.meaning == Meaning::In || row.meaning == Meaning::Out;
    if (!passed && row.visitor == VisitorData())
        return row.reason ? reasonText(*row.reason).brief : QString();
    return row.apart.isEmpty() ? EntryColumns::personText(row.visitor, row.party)
                               : tr("%1 of those with %2").arg(partyText(row.apart), personName(row.visitor));
}

QString RecentModel::spokenPerson(const Row &row)
{
    return personSpoken(row.party.isEmpty() ? personText(row) : personName(row.visitor), row.party,
                        row.noted);
}

QString RecentModel::askedFieldName(AskedField field)
{
    switch (field) {
    case AskedField::Phone:
        return tr("mobile phone");
    case AskedField::BirthYear:
        return tr("year of birth");
    case AskedField::Purpose:
        return tr("purpose");
    case AskedField::Host:
        return tr("whom they visit");
    }
    Q_UNREACHABLE();
}

QString RecentModel::sourceText(const Row &row)
{
    if (!row.lacks.isEmpty()) {
        QStringList words;
        for (const AskedField field : row.lacks)
            words << askedFieldName(field);
        return tr("lacks: %1").arg(words.join(QStringLiteral(", ")));
    }
    if (row.number != 0 && row.reason)
        return reasonText(*row.reason).brief;
    // A kind of code that is itself the reason of a refusal is not said twice.
    const QString source = sourceName(row.source);
    return source == personText(row) ? QString() : source;
}

/// Where it is left open it says how to come back to it.
QString RecentModel::placeText(int row) const
{
    if (row >= openRows())
        return rowAt(row).place;
    if (row > 0)
        return tr("click to go on");
    const QString key = keyText(QKeySequence(Qt::CTRL | Qt::Key_T));
    return m_open.size() == 1 ? key : tr("%1 · %n left open", nullptr, int(m_open.size())).arg(key);
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    const Row &row = rowAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Time:
            return clockText(row.at);
        case Passage:
            return passageText(row);
        case Person:
            return personText(row);
        case Traits:
            return row.apart.isEmpty() ? personTraits(row.visitor) : QString(); // of others nothing is known
        case Source:
            return sourceText(row);
        case Place:
            return placeText(index.row());
        default:
            return {};
        }
    case Qt::AccessibleTextRole:
        return column == Person && (row.noted || !row.party.isEmpty()) ? QVariant(spokenPerson(row))
                                                                       : QVariant();
    case Qt::ToolTipRole: // what the sign and the number stand for
        return data(index, Qt::AccessibleTextRole);
    case NotedRole:
        return column == Person && row.noted;
    case Qt::TextAlignmentRole:
        return int(EntryColumns::alignment(column));
    case MeaningRole:
        return column == Passage ? QVariant(int(row.meaning)) : QVariant();
    case VoidedRole:
        return row.voided;
    case StrongRole:
        return column == Person;
    case QuietRole:
        return column >= Source;
    default:
        return {};
    }
}

QVariant RecentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? EntryColumns::header(section, role) : QVariant();
}

void RecentModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace checkpoint
