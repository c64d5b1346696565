#include "core/store/expectedrows.h"

#include "core/base/ids.h"
#include "core/base/logging.h"
#include "core/domain/textfolding.h"
#include "core/store/personindex.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QByteArrayView nameSpace("expected-name");
constexpr QByteArrayView sameSpace("expected");
constexpr auto nameField = "name"_L1;
constexpr auto yearField = "year"_L1;
constexpr auto numberField = "number"_L1;
constexpr auto phoneField = "phone"_L1;
constexpr auto hostField = "host"_L1;
constexpr auto purposeField = "purpose"_L1;
constexpr auto minuteField = "minute"_L1;
constexpr int secondsAMinute = 60;

qint64 dayNumber(const QDate &day)
{
    return QDate(1970, 1, 1).daysTo(day);
}

QDate dayOf(qint64 number)
{
    return QDate(1970, 1, 1).addDays(number);
}

QByteArray toCbor(const ExpectedVisitor &visitor)
{
    QCborMap map{{nameField, visitor.name},
                 {numberField, visitor.idNumber},
                 {phoneField, visitor.phone},
                 {hostField, visitor.host},
                 {purposeField, visitor.purpose}};
    if (visitor.birthYear)
        map.insert(yearField, *visitor.birthYear);
    if (visitor.at)
        map.insert(minuteField, visitor.at->msecsSinceStartOfDay() / 1000 / secondsAMinute);
    return map.toCborValue().toCbor();
}

std::vector<IdentityKey> keysOf(const ExpectedVisitor &visitor)
{
    VisitorData data;
    data.idNumber = visitor.idNumber;
    return identityKeys(data);
}

// Not arrived when the entry that said so does not stand any more.
QString columns()
{
    return u"x.id, x.day, x.sealed, CASE WHEN EXISTS (SELECT 1 FROM entry t WHERE t.corrects = x.arrived "
           "AND t.kind = 'void') THEN NULL ELSE x.arrived END"_s;
}

} // namespace

bool ExpectedRows::insert(const ExpectedVisitor &visitor)
{
    const qint64 day = dayNumber(visitor.day);
    const QByteArray same = m_vault.digest(sameSpace, toCbor(visitor));
    m_connection.run(
        u"INSERT INTO expected (id, day, digest, sealed) VALUES (?, ?, ?, ?) ON CONFLICT (day, digest) DO NOTHING"_s,
        visitor.id, day, same, m_vault.seal(Vault::RowKind::Expected, visitor.id, toCbor(visitor)));
    if (m_connection.changedRows() == 0)
        return false;
    const RowId seq = m_connection.lastRow();
    QList<QByteArray> digests{nameDigest(visitor.name)};
    for (const IdentityKey &key : keysOf(visitor))
        digests.append(PersonIndex::digest(m_vault, key));
    if (!visitor.phone.isEmpty())
        digests.append(m_vault.digest(phoneSpace, visitor.phone.toUtf8()));
    for (const QByteArray &digest : std::as_const(digests)) {
        m_connection.run(
            u"INSERT INTO expected_key (day, digest, expected) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
            day, digest, seq);
    }
    return true;
}

bool ExpectedRows::remove(const QUuid &id)
{
    m_connection.run(u"DELETE FROM expected WHERE id = ?"_s, id);
    return m_connection.changedRows() > 0;
}

int ExpectedRows::removeBefore(const QDate &day)
{
    m_connection.run(u"DELETE FROM expected WHERE day < ?"_s, dayNumber(day));
    return int(m_connection.changedRows());
}

std::optional<ExpectedVisitor> ExpectedRows::find(const PersonQuery &query,
                                                  const std::optional<RowId> &person)
{
    if (!query.day.isValid())
        return std::nullopt;
    const QList<QByteArray> numbers = numbersOf(query, person);
    const QByteArray phone =
        query.phone.isEmpty() ? QByteArray() : m_vault.digest(phoneSpace, query.phone.toUtf8());
    const QByteArray name = query.name.isEmpty() ? QByteArray() : nameDigest(query.name);
    QList<QByteArray> digests = numbers;
    if (!phone.isEmpty())
        digests.append(phone);
    if (!name.isEmpty())
        digests.append(name);

    using Rank = std::tuple<bool, bool, int, QTime>;
    std::optional<Rank> best;
    std::optional<ExpectedVisitor> found;
    for (const QByteArray &digest : std::as_const(digests)) {
        Statement rows = m_connection.query(
            u"SELECT "_s + columns() +
                u" FROM expected_key k JOIN expected x ON x.seq = k.expected WHERE k.day = ? AND k.digest = ?"_s,
            dayNumber(query.day), digest);
        while (rows.next()) {
            const ExpectedVisitor visitor = read(rows);
            const bool chosen = query.expected == visitor.id;
            const bool byNumber = numbers.contains(digest);
            const std::vector<IdentityKey> keys = keysOf(visitor);
            const bool otherNumber = !byNumber && !keys.empty() && !numbers.isEmpty() &&
                                     std::ranges::none_of(keys, [&](const IdentityKey &key) {
                                         return numbers.contains(PersonIndex::digest(m_vault, key));
                                     });
            const bool otherYear =
                !byNumber && visitor.birthYear && query.birthYear && *visitor.birthYear != *query.birthYear;
            if (!chosen && (otherNumber || otherYear))
                continue;
            const int strength = byNumber ? 0 : digest == phone ? 1 : 2;
            const Rank rank{!chosen, visitor.arrivedEntry.has_value(), strength,
                            visitor.at.value_or(QTime(23, 59, 59))};
            if (!best || rank < *best) {
                best = rank;
                found = visitor;
            }
        }
    }
    return found;
}

std::optional<ExpectedVisitor> ExpectedRows::fulfilledBy(const QUuid &entry)
{
    Statement row =
        m_connection.query(u"SELECT "_s + columns() + u" FROM expected x WHERE x.arrived = ?"_s, entry);
    return row.next() ? std::optional(read(row)) : std::nullopt;
}

void ExpectedRows::setArrived(const QUuid &id, const QUuid &entry)
{
    m_connection.run(u"UPDATE expected SET arrived = ? WHERE id = ?"_s, entry, id);
}

QList<ExpectedVisitor> ExpectedRows::ofDay(const QDate &day)
{
    QList<ExpectedVisitor> visitors;
    {
        Statement rows = m_connection.query(u"SELECT "_s + columns() + u" FROM expected x WHERE x.day = ?"_s,
                                            dayNumber(day));
        while (rows.next())
            visitors.append(read(rows));
    }
    std::ranges::stable_sort(visitors, {}, [](const ExpectedVisitor &visitor) {
        return std::tuple(!visitor.at, visitor.at.value_or(QTime(0, 0)), foldedText(visitor.name));
    });
    return visitors;
}

ExpectedVisitor ExpectedRows::read(const Statement &row)
{
    ExpectedVisitor visitor;
    visitor.id = row.uuid(0);
    visitor.day = dayOf(row.integer(1));
    if (!row.isNull(3))
        visitor.arrivedEntry = row.uuid(3);
    const Result<QByteArray> cbor = m_vault.open(Vault::RowKind::Expected, visitor.id, row.blob(2));
    if (!cbor) {
        qCWarning(lcStore) << "the sealed announcement" << idText(visitor.id) << "does not open";
        return visitor;
    }
    const QCborMap map = QCborValue::fromCbor(*cbor).toMap();
    visitor.name = map.value(nameField).toString();
    visitor.idNumber = map.value(numberField).toString();
    visitor.phone = map.value(phoneField).toString();
    visitor.host = map.value(hostField).toString();
    visitor.purpose = map.value(purposeField).toString();
    if (map.contains(yearField))
        visitor.birthYear = int(map.value(yearField).toInteger());
    if (map.contains(minuteField)) {
        visitor.at =
            QTime::fromMSecsSinceStartOfDay(int(map.value(minuteField).toInteger()) * secondsAMinute * 1000);
    }
    return visitor;
}

/// The digests of the numbers that the query and the record give the person.
QList<QByteArray> ExpectedRows::numbersOf(const PersonQuery &query, const std::optional<RowId> &person)
{
    QList<QByteArray> digests;
    for (const IdentityKey &key : query.keys)
        digests.append(PersonIndex::digest(m_vault, key));
    if (person) {
        for (const QByteArray &digest : PersonIndex::digestsOf(m_connection, m_vault, *person)) {
            if (!digests.contains(digest))
                digests.append(digest);
        }
    }
    return digests;
}

QByteArray ExpectedRows::nameDigest(const QString &name) const
{
    return m_vault.digest(nameSpace, foldedText(name).toUtf8());
}

} // namespace checkpoint
