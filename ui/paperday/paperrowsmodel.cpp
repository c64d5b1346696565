#include "ui/paperday/paperrowsmodel.h"

#include "core/domain/textfolding.h"
#include "ui/common/meaning.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/wording.h"

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Meaning> meaningOfState(const TypedLine &row)
{
    switch (row.state) {
    case TypedLineState::Recorded:
        return Meaning::Done;
    case TypedLineState::Known:
        return Meaning::Again;
    case TypedLineState::Refused:
        return Meaning::Refused;
    case TypedLineState::Failed:
        return Meaning::NotRecorded;
    case TypedLineState::TakenBack:
        return Meaning::TakenBack;
    case TypedLineState::Waiting:
        break;
    }
    return std::nullopt;
}

} // namespace

int PaperRowsModel::append(const PaperLine &line)
{
    beginInsertRows({}, 0, 0);
    TypedLine row;
    row.number = ++m_last;
    row.line = line;
    m_rows.append(row);
    endInsertRows();
    return row.number;
}

qsizetype PaperRowsModel::placeOf(int number) const
{
    const auto place = std::ranges::find(m_rows, number, &TypedLine::number);
    return place == m_rows.end() ? -1 : place - m_rows.begin();
}

void PaperRowsModel::changed(qsizetype place)
{
    const int row = int(m_rows.size() - 1 - place);
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PaperRowsModel::setState(int number, TypedLineState state, const QString &trouble)
{
    const qsizetype place = placeOf(number);
    if (place < 0)
        return;
    m_rows[place].state = state;
    m_rows[place].trouble = trouble;
    changed(place);
}

void PaperRowsModel::setRecorded(int number, const LateOutcome &outcome)
{
    const qsizetype place = placeOf(number);
    if (place < 0)
        return;
    m_rows[place].entryId = outcome.entryId;
    m_rows[place].visitorId = outcome.visitorId;
    setState(number,
             outcome.kind == LateOutcome::Duplicate ? TypedLineState::Known : TypedLineState::Recorded);
}

void PaperRowsModel::remove(int number)
{
    const qsizetype place = placeOf(number);
    if (place < 0)
        return;
    const int row = int(m_rows.size() - 1 - place);
    beginRemoveRows({}, row, row);
    m_rows.removeAt(place);
    m_last = m_rows.isEmpty() ? 0 : m_rows.last().number;
    endRemoveRows();
}

void PaperRowsModel::forget()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

const TypedLine *PaperRowsModel::lastStanding() const
{
    for (auto row = m_rows.crbegin(); row != m_rows.crend(); ++row) {
        if (row->state != TypedLineState::TakenBack && row->state != TypedLineState::Known)
            return &*row;
    }
    return nullptr;
}

const TypedLine *PaperRowsModel::find(int number) const
{
    const qsizetype place = placeOf(number);
    return place < 0 ? nullptr : &m_rows[place];
}

std::optional<QUuid> PaperRowsModel::insideByName(const QString &name) const
{
    const QString wanted = foldedText(name);
    for (auto row = m_rows.crbegin(); row != m_rows.crend(); ++row) {
        const bool stands = row->state == TypedLineState::Recorded || row->state == TypedLineState::Known;
        if (stands && row->visitorId && foldedText(row->line.person.typed.name) == wanted)
            return row->line.direction == Direction::In ? row->visitorId : std::nullopt;
    }
    return std::nullopt;
}

int PaperRowsModel::count(TypedLineState state) const
{
    return int(std::ranges::count(m_rows, state, &TypedLine::state));
}

void PaperRowsModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

int PaperRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PaperRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PaperRowsModel::stateWords(const TypedLine &row)
{
    switch (row.state) {
    case TypedLineState::Waiting:
        return tr("Being recorded …");
    case TypedLineState::Recorded:
        return tr("Recorded, late");
    case TypedLineState::Known:
        return tr("Known already");
    case TypedLineState::Refused:
    case TypedLineState::Failed:
        return tr("Not recorded: %1").arg(row.trouble);
    case TypedLineState::TakenBack:
        return tr("Voided");
    }
    Q_UNREACHABLE();
}

QVariant PaperRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const TypedLine &row = m_rows[m_rows.size() - 1 - index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        switch (index.column()) {
        case Number:
            return QString::number(row.number);
        case Time:
            return row.line.time.toString(u"HH:mm"_s) + u' ' + row.line.day.toString(u"dd/MM"_s);
        case Way:
            return directionWord(row.line.direction);
        case Person:
            return personName(row.line.person.typed);
        case Traits:
            return personTraits(row.line.person.typed);
        default:
            return stateWords(row);
        }
    case MeaningRole:
        if (index.column() == Way)
            return int(meaningOf(row.line.direction));
        if (const auto meaning = meaningOfState(row); meaning && index.column() == State)
            return int(*meaning);
        return {};
    case VoidedRole:
        return row.state == TypedLineState::TakenBack;
    case StrongRole:
        return index.column() == Person;
    case QuietRole:
        return index.column() == Traits || index.column() == Number ||
               (index.column() == State && row.state == TypedLineState::Waiting);
    default:
        return {};
    }
}

QVariant PaperRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Row");
    case Time:
        return tr("Time");
    case Way:
        return tr("Direction");
    case Person:
        return tr("Person");
    case Traits:
        return tr("Born");
    default:
        return tr("Result");
    }
}

} // namespace checkpoint
