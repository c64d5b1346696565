#include "tests/benchmarks/largerecord.h"

#include "core/base/ids.h"
#include "core/store/connection.h"
#include "core/store/storefolder.h"
#include "core/store/vault.h"
#include "core/store/visitorcbor.h"

#include <deque>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::benchmark {

VisitorData visitor(int number)
{
    static const QStringList families{u"Nguyễn"_s, u"Trần"_s, u"Lê"_s, u"Huỳnh"_s, u"Phạm"_s};
    static const QStringList middles{u"Thử"_s, u"Thị"_s, u"Giả"_s, u"Ước"_s, u"Văn"_s, u"Đặt"_s, u"Mẫu"_s};
    static const QStringList names{u"Nghiệm"_s, u"Mẫu"_s, u"Lập"_s,   u"Định"_s, u"Dụ"_s,  u"Sai"_s,
                                   u"Ví"_s,     u"Vờ"_s,  u"Tưởng"_s, u"Bịa"_s,  u"Đoán"_s};
    VisitorData data;
    data.idNumber = u"0010"_s + QString::number(number).rightJustified(8, u'0');
    data.name = families[number % families.size()] + u' ' + middles[number / 5 % middles.size()] + u' ' +
                names[number / 35 % names.size()];
    data.birthDate = PartialDate::fromDate(1950 + number % 60, 1 + number % 12, 1 + number % 28);
    data.sex = number % 2 ? Sex::Female : Sex::Male;
    data.address = u"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội"_s;
    if (number % 3 == 0)
        data.phone = u"+849"_s + QString::number(number).rightJustified(8, u'0');
    return data;
}

EntryDraft draft(int number, EntryKind kind, qint64 utcMs)
{
    EntryDraft draft;
    draft.visitor = visitor(number);
    draft.entry.id = newEntryId(utcMs);
    draft.entry.kind = kind;
    draft.entry.at = {utcMs, 420, false};
    draft.entry.location = u"Cổng chính"_s;
    draft.entry.source = u"citizen-card"_s;
    draft.entry.device = u"Camera 1"_s;
    return draft;
}

namespace {

void fillVisitors(Connection &connection, const Vault &vault, const LargeRecord &record)
{
    for (int i = 0; i < record.visitors; ++i) {
        const QUuid id = newRandomId();
        const VisitorData data = visitor(i);
        connection.run(
            u"INSERT INTO visitor (id, uuid, canonical, sealed, created_ms) VALUES (?, ?, ?, ?, ?)"_s, i + 2,
            id, i + 2, vault.seal(Vault::RowKind::Visitor, id, toCbor(data)), record.begin);
        connection.run(u"INSERT INTO visitor_key (digest, kind, visitor) VALUES (?, 'citizen-number', ?)"_s,
                       vault.digest(keySpace(KeyKind::CitizenNumber).toUtf8(), data.idNumber.toUtf8()),
                       i + 2);
    }
}

void fillPassages(Connection &connection, const LargeRecord &record)
{
    struct Inside
    {
        qint64 leavesAt;
        qint64 enteredAt;
        QUuid entry;
        int person;
    };
    std::deque<Inside> inside;
    const auto insertEntry = [&connection](const QUuid &id, const QString &kind, qint64 at, int person) {
        connection.run(
            u"INSERT INTO entry (id, kind, at_ms, offset_min, suspect, estimated, location, source, device, "
            "visitor, warnings) VALUES (?, ?, ?, 420, 0, 0, 1, 'citizen-card', 'Camera 1', ?, '')"_s,
            id, kind, at, person);
    };
    const auto insertVisit = [&connection](const Inside &visit, const std::optional<QUuid> &out) {
        connection.run(u"INSERT INTO visit (visitor, in_entry, in_ms, out_entry, out_ms, superseded) "
                       "VALUES (?, ?, ?, ?, ?, 0)"_s,
                       visit.person, visit.entry, visit.enteredAt, out,
                       out ? std::optional(visit.leavesAt) : std::nullopt);
    };
    for (int i = 0, visits = 0; i < record.entries; ++i) {
        const qint64 at = record.begin + i * record.apart();
        const QUuid id = newEntryId(at);
        if (!inside.empty() && inside.front().leavesAt <= at) {
            Inside leaving = inside.front();
            inside.pop_front();
            leaving.leavesAt = at;
            insertEntry(id, u"out"_s, at, leaving.person);
            insertVisit(leaving, id);
        } else {
            const int person = 2 + int((qint64(visits++) * 7919) % record.visitors);
            insertEntry(id, u"in"_s, at, person);
            inside.push_back({at + 2 * 3600 * second, at, id, person});
        }
        if (i % 50 == 0) {
            connection.run(u"INSERT INTO refused_scan (id, at_ms, offset_min, suspect, location, source, "
                           "device, reason, digest) VALUES (?, ?, 420, 0, 1, 'unknown', 'Camera 1', "
                           "'unknown-code', zeroblob(16))"_s,
                           newEntryId(at), at);
        }
    }
    for (const Inside &visit : inside)
        insertVisit(visit, {});
}

} // namespace

void fill(const QString &folder, const LargeRecord &record)
{
    {
        EntryStore store;
        require(await(store.open(folder, StoreMode::ReadWrite)), "open");
        require(await(store.unlock(masterKey, KeyPlace::File)), "unlock");
        require(await(store.record(draft(99'999'999, EntryKind::In, record.begin - day))), "record");
    }
    const auto vault = Vault::fromMasterKey(masterKey).value();
    WritingFolder writing;
    require(writing.open(folder, programMigrations()), "fill");
    Connection &connection = writing.connection();
    connection.run(u"PRAGMA synchronous = OFF"_s);
    connection.run(u"PRAGMA foreign_keys = OFF"_s);
    connection.run(u"PRAGMA cache_size = -400000"_s);
    Transaction transaction(connection, Transaction::Kind::Write);
    fillVisitors(connection, *vault, record);
    fillPassages(connection, record);
    connection.run(
        u"UPDATE ledger_adoption SET next = 2, last = (SELECT max(seq) FROM entry) WHERE kind = 'entry'"_s);
    connection.run(
        u"UPDATE ledger_adoption SET next = 2, last = (SELECT max(id) FROM visitor) WHERE kind = 'person'"_s);
    require(transaction.commit(), "fill");
}

} // namespace checkpoint::benchmark
