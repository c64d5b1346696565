#include "core/store/attentionrows.h"
#include "core/store/entryreader.h"
#include "core/store/entrywriter.h"
#include "core/store/erasure.h"
#include "core/store/folderrow.h"
#include "core/store/ledger.h"
#include "core/store/noticeregister.h"
#include "core/store/operatorregister.h"
#include "core/store/outboxrows.h"
#include "core/store/pagescrub.h"
#include "core/store/personreader.h"
#include "core/store/personregister.h"
#include "core/store/recordcheck.h"
#include "core/store/retention.h"
#include "core/store/schema.h"
#include "core/store/storefolder.h"
#include "core/store/targetrows.h"
#include "tests/unit/store/storefixture.h"

#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace storetest;

/// Keeping no longer than the terms say: what goes, what stays, and that nothing of it is left in the files.
class TestErasure : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void erasedDataAreGoneFromEveryFile();
    void whatMovedRowsLeftBehindIsCleared();
    void whoWasSentAwayIsDestroyedWithTheirData();
    void countsVisitsAndProofStay();
    void aTermEndsToTheDay();
    void whoeverWasErasedComesAsSomebodyNew();
    void nothingIsWrittenToAnErasedVisitorAgain();
    void everyKindHasItsOwnTerm();
    void whatWaitsToBeSentKeepsItsDataSixtyDays();
    void aRequestDestroysWhatTheTermsWouldKeep();
    void anAttentionNoteThatHoldsFindsThePersonAfterwards();
    void anOlderStateIsErasedAgainByTheList();
    void theListCannotBeShortened();
    void theTermsAreKept();
    void aPieceEndsWithItsTime();
    void onlyAnAdministratorErasesByHand();
    void whatIsErasedByNightIsCleanedAndTold();
    void everythingHeldOnAPersonIsFound();
    void aCorrectionReplacesWhatWasWrong();
    void aRequestIsClosedWithItsNote();
    void everyNoticeThatWasGivenStaysAsItWas();

private:
    struct Open
    {
        explicit Open(const QString &path) : opened(folder.open(path, programMigrations()))
        {
            if (opened)
                adopted = adoptKey(folder.connection(), *vault, KeyPlace::File);
        }
        Connection &connection() { return folder.connection(); }

        WritingFolder folder;
        const Result<OpenedFolder> opened;
        Result<void> adopted = Error{ErrorCode::KeyMissing, {}};
        const std::shared_ptr<Vault> vault = *Vault::fromMasterKey(masterKey());
        EntryWriter writer{folder.connection(), vault};
        Erasure erasure{folder.connection(), *vault};
    };

    PersonMatch matched(const VisitorData &visitor);
    qint64 number(const QString &sql);
    QList<QByteArray> column(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Open> m_open;
};

namespace {

constexpr qint64 day = 60 * 24; // minutes

/// The moment so many days after the first morning.
qint64 onDay(qint64 days)
{
    return at(days * day).utcMs;
}

/// A synthetic person; no two have a number in common.
VisitorData person(int number)
{
    VisitorData data;
    data.idNumber = u"0010909%1"_s.arg(number, 5, 10, QChar(u'0'));
    data.name = u"Nguyễn Thử Nghiệm %1"_s.arg(number);
    data.address = u"Số %1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội"_s.arg(number);
    data.phone = u"+8490000%1"_s.arg(number, 4, 10, QChar(u'0'));
    return data;
}

/// How many of these lie anywhere in the bytes; told by their first 12 bytes, as longer ones lie on several
/// pages.
qsizetype foundIn(const QByteArray &bytes, const QList<QByteArray> &secrets)
{
    constexpr qsizetype length = 12;
    QSet<QByteArrayView> sought;
    for (const QByteArray &secret : secrets)
        sought.insert(QByteArrayView(secret).first(length));
    QSet<QByteArrayView> found;
    for (qsizetype i = 0; i + length <= bytes.size(); ++i) {
        const QByteArrayView here = QByteArrayView(bytes).sliced(i, length);
        if (const auto secret = sought.constFind(here); secret != sought.cend())
            found.insert(*secret);
    }
    return found.size();
}

const SyncTarget platform{
    u"platform"_s, u"platform"_s, u"https://localhost:1"_s, u"D1"_s, u"VN1"_s, u"token"_s, {}, {}};

} // namespace

void TestErasure::init()
{
    m_open.reset();
    m_folder = std::make_unique<QTemporaryDir>(quickFolder());
    m_open = std::make_unique<Open>(m_folder->path());
    VERIFY_OK(m_open->opened);
    VERIFY_OK(m_open->adopted);
}

PersonMatch TestErasure::matched(const VisitorData &visitor)
{
    PersonQuery query;
    query.keys = identityKeys(visitor);
    const auto found = m_open->writer.match(query);
    return found ? *found : PersonMatch();
}

qint64 TestErasure::number(const QString &sql)
{
    Statement row = m_open->connection().query(sql);
    return row.next() ? row.integer(0) : -1;
}

QList<QByteArray> TestErasure::column(const QString &sql)
{
    QList<QByteArray> values;
    Statement rows = m_open->connection().query(sql);
    while (rows.next())
        values.append(rows.blob(0));
    return values;
}

/// Many persons between many others, so that pages are divided and rows move; every second one is due.
void TestErasure::erasedDataAreGoneFromEveryFile()
{
    constexpr int persons = 300;
    for (int i = 0; i < persons; ++i) {
        EntryDraft draft = in(person(i), i % 2 == 0 ? 0 : 20 * day);
        draft.details.purpose = u"khám bệnh %1"_s.arg(i);
        const auto recorded = m_open->writer.record(draft);
        VERIFY_OK(recorded);
        if (i % 7 == 0)
            VERIFY_OK(m_open->writer.voidEntry(recorded->entry.id, u"nhầm người %1"_s.arg(i), at(1)));
        RefusedScan refused;
        refused.at = at(i % 2 == 0 ? 0 : 20 * day);
        refused.location = u"Cổng chính"_s;
        VERIFY_OK(m_open->writer.recordRefusal(refused, QByteArray::number(i), {}));
    }
    // What is due is told by the persons' even numbers; their rows are the odd ones.
    const QString due = u"(SELECT id FROM visitor WHERE id % 2 = 1)"_s;
    QList<QByteArray> secrets = column(u"SELECT sealed FROM visitor WHERE id IN "_s + due);
    secrets += column(u"SELECT digest FROM visitor_key WHERE visitor IN "_s + due);
    secrets += column(u"SELECT digest FROM visitor_phone WHERE visitor IN "_s + due);
    secrets +=
        column(u"SELECT sealed_details FROM entry WHERE sealed_details NOT NULL AND visitor IN "_s + due);
    secrets +=
        column(u"SELECT sealed_reason FROM entry WHERE sealed_reason NOT NULL AND visitor IN "_s + due);
    secrets += column(u"SELECT digest FROM refused_scan WHERE at_ms = %1"_s.arg(onDay(0)));
    QVERIFY(secrets.size() > persons / 2 * 5);
    const auto stillThere = [this, &secrets] { return foundIn(rawBytes(m_folder->path()), secrets); };
    QCOMPARE(stillThere(), secrets.size());

    const auto erased = m_open->erasure.eraseAllDue(RetentionTerms(), onDay(31));
    VERIFY_OK(erased);
    QCOMPARE(erased->visitors, persons / 2);
    VERIFY_OK(PageScrub(m_open->connection()).run());
    QCOMPARE(stillThere(), 0);

    // Nothing else was touched: the file is sound, and whoever is not due is as before.
    VERIFY_OK(checkDatabase(m_open->connection(), [](qint64, qint64) { return true; }));
    QCOMPARE(number(u"SELECT count(*) FROM visitor WHERE sealed IS NOT NULL"_s), persons / 2);
    QVERIFY(matched(person(1)).visitorId.has_value());
    const RecordProof proof =
        *RecordCheck(m_open->connection(), *m_open->vault, [] { return false; }).run({}, {});
    QVERIFY2(proof.holds(), qPrintable(proof.faults.value(0).what));
}

/// SQLite alone leaves copies of rows that went to another page when theirs was divided.
void TestErasure::whatMovedRowsLeftBehindIsCleared()
{
    Connection &connection = m_open->connection();
    QRandomGenerator random(7);
    const auto bytes = [&random](int size) {
        QByteArray some(size, 0);
        std::ranges::generate(some, [&random] { return char(random.generate()); });
        return some;
    };
    connection.run(u"CREATE TABLE digests (digest BLOB PRIMARY KEY, of INTEGER) WITHOUT ROWID"_s);
    connection.run(u"CREATE TABLE seals (id INTEGER PRIMARY KEY, sealed BLOB)"_s);
    constexpr int rows = 6000;
    QList<QByteArray> secrets;
    {
        Transaction transaction(connection, Transaction::Kind::Write);
        for (int i = 0; i < rows; ++i) {
            secrets += {bytes(16), bytes(80 + i % 300), bytes(80 + i % 500)};
            connection.run(u"INSERT INTO digests VALUES (?, ?)"_s, secrets[3 * i], i);
            connection.run(u"INSERT INTO seals VALUES (?, ?)"_s, i, secrets[3 * i + 1]);
            // More becomes known of somebody who was here before.
            const int known = (i * 7919) % (i + 1);
            connection.run(u"UPDATE seals SET sealed = ? WHERE id = ?"_s, secrets[3 * i + 2], known);
        }
        VERIFY_OK(transaction.commit());
    }
    connection.run(u"DELETE FROM digests WHERE of % 2 = 0"_s);
    connection.run(u"UPDATE seals SET sealed = NULL"_s);
    VERIFY_OK(connection.answer());
    for (int i = 1; i < rows; i += 2)
        secrets[3 * i].clear(); // these stay
    secrets.removeAll(QByteArray());
    const auto left = [this, &secrets] { return foundIn(rawBytes(m_folder->path()), secrets); };
    connection.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    QVERIFY2(left() > 0, "SQLite clears this by itself now");
    VERIFY_OK(PageScrub(connection).run());
    QCOMPARE(left(), 0);
    VERIFY_OK(checkDatabase(connection, [](qint64, qint64) { return true; }));
    QCOMPARE(number(u"SELECT count(*) FROM digests"_s), rows / 2);
}

/// Whether the record knew them or only the attention list did.
void TestErasure::whoWasSentAwayIsDestroyedWithTheirData()
{
    AttentionRows attention(m_open->connection(), *m_open->vault);
    for (const VisitorData &who : {cardP01(), cardP02()})
        attention.insert({newRandomId(), u"cấm vào"_s, onDay(0), {}, who, false, {}}, {});
    VERIFY_OK(m_open->writer.record(in(cardP01(), 0)));
    const auto sendAway = [this](const VisitorData &who, qint64 minutes) {
        VisitorCode code;
        code.visitor = who;
        RefusedScan refused{{}, at(minutes), u"Cổng chính"_s, {}, {}, Reason::OnAttentionList};
        refused.visitorId = matched(who).visitorId;
        return m_open->writer.recordRefusal(refused, who.idNumber.toUtf8(), code);
    };
    VERIFY_OK(sendAway(cardP01(), 3));
    VERIFY_OK(sendAway(cardP02(), 4));
    QVERIFY(matched(cardP01()).visitorId != matched(cardP02()).visitorId);
    EntryReader reader(m_open->connection(), m_open->vault);
    const auto names = [&reader] {
        QStringList found;
        const auto scans = reader.refusedScans({});
        for (const RefusedScan &scan : *scans)
            found << scan.visitor.name;
        return found;
    };
    QCOMPARE(names(), (QStringList{cardP01().name, cardP02().name}));
    const QList<QByteArray> secrets = column(u"SELECT sealed FROM visitor"_s);
    QCOMPARE(secrets.size(), 2);
    // It is part of what is held on them.
    PersonReader persons(m_open->connection(), *m_open->vault);
    const auto held = persons.held(*matched(cardP02()).visitorId);
    VERIFY_OK(held);
    QCOMPARE(held->refusals.size(), 1);
    QCOMPARE(held->refusals.first().at, at(4));
    QVERIFY(maskedRecord(*held).refusals.first().visitor.name != cardP02().name);

    const QList<QUuid> all{*matched(cardP01()).visitorId, *matched(cardP02()).visitorId};
    VERIFY_OK(m_open->erasure.eraseVisitors(all.mid(0, 1), ErasureCause::Request, onDay(1)));
    QCOMPARE(names(), (QStringList{QString(), cardP02().name}));
    QCOMPARE(number(u"SELECT count(*) FROM refused_scan WHERE visitor IS NULL AND digest = zeroblob(16)"_s),
             1);
    VERIFY_OK(m_open->erasure.eraseAllDue(RetentionTerms(), onDay(40))); // who was never here as well
    QCOMPARE(names(), (QStringList{QString(), QString()}));
    VERIFY_OK(PageScrub(m_open->connection()).run());
    QCOMPARE(foundIn(rawBytes(m_folder->path()), secrets), 0);
    QCOMPARE(number(u"SELECT count(*) FROM refused_scan"_s), 2);
    const RecordProof proof =
        *RecordCheck(m_open->connection(), *m_open->vault, [] { return false; }).run({}, {});
    QVERIFY2(proof.holds(), qPrintable(proof.faults.value(0).what));
}

void TestErasure::countsVisitsAndProofStay()
{
    VERIFY_OK(m_open->writer.record(in(cardP01(), 0)));
    VERIFY_OK(m_open->writer.record(out(cardP01(), 5)));
    const auto taken = m_open->writer.record(in(cardP02(), 6));
    VERIFY_OK(taken);
    VERIFY_OK(m_open->writer.voidEntry(taken->entry.id, u"nhầm"_s, at(7)));
    EntryDraft withPurpose = in(cardP05(), 8);
    withPurpose.details.host = u"khoa Nội"_s;
    VERIFY_OK(m_open->writer.record(withPurpose));
    const QStringList counts{
        u"SELECT count(*) FROM entry"_s, u"SELECT count(*) FROM visit"_s,
        u"SELECT count(DISTINCT v.uuid) FROM entry e JOIN visitor v ON v.id = e.visitor"_s};
    QList<qint64> before;
    for (const QString &sql : counts)
        before.append(number(sql));

    const auto erased = m_open->erasure.eraseAllDue(RetentionTerms(), onDay(40));
    VERIFY_OK(erased);
    QCOMPARE(erased->visitors, 3);
    QCOMPARE(erased->seals, 3 + 1 + 1); // persons, a reason, a host
    for (qsizetype i = 0; i < counts.size(); ++i)
        QCOMPARE(number(counts[i]), before[i]);
    const auto check = [this] {
        return *RecordCheck(m_open->connection(), *m_open->vault, [] { return false; }).run({}, {});
    };
    QVERIFY2(check().holds(), qPrintable(check().faults.value(0).what));
    QCOMPARE(check().destroyed, erased->seals);

    // The ledger told of exactly these: one more would be missed.
    VERIFY_OK(m_open->writer.record(in(cardP01(), 41 * day)));
    m_open->connection().run(u"UPDATE visitor SET sealed = NULL WHERE id = 4"_s);
    QVERIFY(!check().holds());
}

void TestErasure::aTermEndsToTheDay()
{
    VERIFY_OK(m_open->writer.record(in(cardP01(), 0)));
    VERIFY_OK(m_open->writer.record(in(cardP02(), 0)));
    VERIFY_OK(m_open->writer.record(out(cardP02(), 10 * day)));
    const auto erasedOn = [this](qint64 utcMs) {
        return m_open->erasure.eraseAllDue(RetentionTerms(), utcMs)->visitors;
    };
    QCOMPARE(erasedOn(onDay(30)), 0);
    QCOMPARE(
        Erasure(m_open->connection(), *m_open->vault).eraseAllDue(RetentionTerms(), onDay(30) + 1)->visitors,
        1);
    QVERIFY(!matched(cardP01()).visitorId);
    QVERIFY(matched(cardP02()).visitorId.has_value());
    QCOMPARE(
        Erasure(m_open->connection(), *m_open->vault).eraseAllDue(RetentionTerms(), onDay(40) + 1)->visitors,
        1);
}

void TestErasure::whoeverWasErasedComesAsSomebodyNew()
{
    const auto first = m_open->writer.record(in(cardP01(), 0));
    VERIFY_OK(first);
    VERIFY_OK(m_open->erasure.eraseAllDue(RetentionTerms(), onDay(31)));
    const auto again = m_open->writer.record(in(cardP01(), 32 * day));
    VERIFY_OK(again);
    QVERIFY(again->entry.visitorId != first->entry.visitorId);
    QCOMPARE(number(u"SELECT count(*) FROM visitor WHERE sealed IS NOT NULL"_s), 1);
    QCOMPARE(matched(cardP01()).known.name, cardP01().name);
}

void TestErasure::nothingIsWrittenToAnErasedVisitorAgain()
{
    const auto inside = m_open->writer.record(in(cardP01(), 0));
    VERIFY_OK(inside);
    VERIFY_OK(m_open->erasure.eraseAllDue(RetentionTerms(), onDay(31)));
    const QUuid id = inside->entry.visitorId.value();
    // Let out by hand with the card in the hand; asked for a phone; made one of the staff.
    EntryDraft leaving = out(cardP01(), 32 * day);
    leaving.visitorId = id;
    VERIFY_OK(m_open->writer.record(leaving));
    EntryCompletion completion;
    completion.phone = u"+84900000001"_s;
    completion.at = at(32 * day);
    VERIFY_OK(m_open->writer.completeEntry(inside->entry.id, completion));
    VERIFY_OK(m_open->writer.setStaff(id, true));
    QCOMPARE(number(u"SELECT count(*) FROM visitor WHERE sealed IS NOT NULL"_s), 0);
    QCOMPARE(number(u"SELECT (SELECT count(*) FROM visitor_key) + (SELECT count(*) FROM visitor_phone)"_s),
             0);
    // The visit ended all the same.
    QCOMPARE(number(u"SELECT count(*) FROM visit WHERE out_entry IS NOT NULL"_s), 1);
}

void TestErasure::everyKindHasItsOwnTerm()
{
    EntryDraft draft = in(cardP01(), 0);
    draft.details.purpose = u"khám bệnh"_s;
    const auto recorded = m_open->writer.record(draft);
    VERIFY_OK(recorded);
    VERIFY_OK(m_open->writer.noteReveals({recorded->entry.id}, u"kiểm tra"_s, at(0)));
    VERIFY_OK(m_open->writer.notePeriodRevealed({}, {}, u"báo cáo"_s, at(0)));
    RefusedScan refused{{}, at(0), u"Cổng chính"_s, {}, {}, {}};
    refused.visitorId = recorded->entry.visitorId;
    VERIFY_OK(m_open->writer.recordRefusal(refused, "x", {}));
    ExpectedVisitor expected;
    expected.id = newRandomId();
    expected.name = u"Trần Thị Mẫu"_s;
    expected.day = QDate(2024, 1, 1);
    QVERIFY(ExpectedRows(m_open->connection(), *m_open->vault).insert(expected));
    AttentionRows attention(m_open->connection(), *m_open->vault);
    attention.insert({newRandomId(), u"cấm vào"_s, onDay(0), onDay(1), cardP02(), false, {}}, {});
    attention.insert({newRandomId(), u"không hết hạn"_s, onDay(0), {}, cardP05(), false, {}}, {});

    const std::array kinds{
        std::pair{RetentionKind::Details, u"SELECT count(*) FROM entry WHERE sealed_details IS NOT NULL"_s},
        std::pair{RetentionKind::Reveals,
                  u"SELECT (SELECT count(*) FROM reveal WHERE sealed_reason IS NOT NULL) + "
                  "(SELECT count(*) FROM report_reveal WHERE sealed_reason IS NOT NULL)"_s},
        std::pair{RetentionKind::RefusedScans,
                  u"SELECT count(*) FROM refused_scan WHERE digest <> zeroblob(16) OR visitor IS NOT NULL"_s},
        std::pair{RetentionKind::Expected, u"SELECT count(*) FROM expected"_s},
        std::pair{RetentionKind::Attention, u"SELECT count(*) - 1 FROM attention WHERE sealed IS NOT NULL"_s},
        std::pair{RetentionKind::Visitors, u"SELECT count(*) FROM visitor WHERE sealed IS NOT NULL"_s},
    };
    RetentionTerms terms;
    for (const RetentionKind kind : retentionKinds)
        terms.setDays(kind, RetentionTerms::mostDays);
    for (const auto &[kind, sql] : kinds) {
        VERIFY_OK(Erasure(m_open->connection(), *m_open->vault).eraseAllDue(terms, onDay(20)));
        QVERIFY2(number(sql) > 0, qPrintable(retentionKindId(kind)));
        terms.setDays(kind, 10);
        VERIFY_OK(Erasure(m_open->connection(), *m_open->vault).eraseAllDue(terms, onDay(20)));
        QVERIFY2(number(sql) == 0, qPrintable(retentionKindId(kind)));
    }
    QCOMPARE(number(u"SELECT count(*) FROM refused_scan"_s), 1);
    QCOMPARE(number(u"SELECT count(*) FROM attention_key"_s), 2); // of the note that has no end
}

void TestErasure::whatWaitsToBeSentKeepsItsDataSixtyDays()
{
    Connection &connection = m_open->connection();
    TargetRows(connection, *m_open->vault).keep(platform);
    OutboxRows outbox(connection, *m_open->vault, 1);
    VERIFY_OK(m_open->writer.record(in(cardP01(), 0)));
    VERIFY_OK(m_open->writer.record(in(cardP02(), 0)));
    VERIFY_OK(m_open->writer.record(in(cardP05(), 0)));
    const auto store = [&](qsizetype entry) {
        const QList<OutboxEntry> waiting = outbox.waiting(10);
        outbox.store({newRandomId(), {waiting[entry].number}, {waiting[entry].entry.id}, "body with a name"},
                     0);
    };
    store(2);
    outbox.settle(outbox.openBatch()->id, u"R1"_s,
                  {{outbox.openBatch()->ids.first(), EntryFate::Accepted, {}, {}}}, 0);
    store(1); // sent, and no answer came
    VERIFY_OK(connection.answer());

    const auto eraseOn = [this](qint64 utcMs) {
        return Erasure(m_open->connection(), *m_open->vault).eraseAllDue(RetentionTerms(), utcMs)->visitors;
    };
    const TargetRecord record = TargetRows(connection, *m_open->vault).all().first();
    QCOMPARE(record.oldestWaitingMs, onDay(0)); // the one in the batch without an answer
    QCOMPARE(record.daysWaited(onDay(15) - 1), 14);
    QCOMPARE(record.daysWaited(onDay(15)), waitingAlarmDays);
    QCOMPARE(record.waitingTermDays, 60);
    QCOMPARE(eraseOn(onDay(31)), 1); // who was sent
    QCOMPARE(eraseOn(onDay(60)), 0);
    QVERIFY(outbox.openBatch().has_value());
    QCOMPARE(eraseOn(onDay(60) + 1), 2);
    QVERIFY(!outbox.openBatch().has_value());
    const QList<OutboxEntry> waiting = outbox.waiting(10);
    QCOMPARE(waiting.size(), 2);
    for (const OutboxEntry &each : waiting)
        QVERIFY(!each.visitor.has_value());
    QCOMPARE(number(u"SELECT recorded = 3 AND acknowledged = 1 AND waiting = 2 FROM target"_s), 1);
    QCOMPARE(number(u"SELECT count(*) FROM batch WHERE sealed_body IS NOT NULL"_s), 0);
}

void TestErasure::aRequestDestroysWhatTheTermsWouldKeep()
{
    Connection &connection = m_open->connection();
    TargetRows(connection, *m_open->vault).keep(platform);
    OutboxRows outbox(connection, *m_open->vault, 1);
    const auto recorded = m_open->writer.record(in(qrP26(), 0));
    VERIFY_OK(recorded);
    const auto other = m_open->writer.record(in(cardP02(), 0));
    VERIFY_OK(other);
    const QList<OutboxEntry> waiting = outbox.waiting(10);
    outbox.store({newRandomId(), {waiting[0].number}, {waiting[0].entry.id}, "body"}, 0);
    outbox.settle(outbox.openBatch()->id, u"R1"_s,
                  {{recorded->entry.id, EntryFate::Rejected, u"bad-name"_s, u"name not known"_s}}, 0);
    VERIFY_OK(m_open->writer.noteReveals({recorded->entry.id}, u"người nhà hỏi"_s, at(0)));
    ExpectedVisitor expected;
    expected.id = newRandomId();
    expected.name = u"Nguyễn Thử Nghiệm"_s;
    expected.idNumber = cardP01().idNumber;
    expected.day = QDate(2024, 2, 1);
    QVERIFY(ExpectedRows(connection, *m_open->vault).insert(expected));

    const auto erased =
        m_open->erasure.eraseVisitors({*recorded->entry.visitorId}, ErasureCause::Request, onDay(0) + 1000);
    VERIFY_OK(erased);
    QCOMPARE(erased->visitors, 1);
    QVERIFY(!matched(qrP26()).visitorId);
    QCOMPARE(number(u"SELECT count(*) FROM expected"_s), 0);
    QCOMPARE(number(u"SELECT count(*) FROM reveal WHERE sealed_reason IS NOT NULL"_s), 0);
    const QList<RejectedEntry> rejected = outbox.rejected(10, {});
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(rejected.first().code, u"bad-name"_s);
    QCOMPARE(rejected.first().message, QString());
    QVERIFY(matched(cardP02()).visitorId.has_value());
    QCOMPARE(number(u"SELECT count(*) FROM erasure WHERE why = 'request' AND visitors = 1"_s), 1);
    const RecordProof proof = *RecordCheck(connection, *m_open->vault, [] { return false; }).run({}, {});
    QVERIFY2(proof.holds(), qPrintable(proof.faults.value(0).what));
}

void TestErasure::anAttentionNoteThatHoldsFindsThePersonAfterwards()
{
    const auto recorded = m_open->writer.record(in(cardP01(), 0));
    VERIFY_OK(recorded);
    AttentionRows attention(m_open->connection(), *m_open->vault);
    attention.insert({newRandomId(), u"cấm vào"_s, onDay(0), {}, {}, false, recorded->entry.visitorId}, 1);
    VERIFY_OK(m_open->erasure.eraseAllDue(RetentionTerms(), onDay(31)));
    PersonQuery query = personQuery(cardP01(), at(40 * day), {});
    const auto match = m_open->writer.match(query);
    VERIFY_OK(match);
    QVERIFY(!match->visitorId);
    QVERIFY(match->attention.has_value());
}

void TestErasure::anOlderStateIsErasedAgainByTheList()
{
    VERIFY_OK(m_open->writer.record(in(cardP01(), 0)));
    VERIFY_OK(m_open->writer.record(in(cardP02(), 20 * day)));
    const QTemporaryDir older(quickFolder());
    m_open->connection().run(u"VACUUM INTO ?"_s, EntryStore::databasePath(older.path()));
    VERIFY_OK(m_open->connection().answer());
    VERIFY_OK(m_open->erasure.eraseAllDue(RetentionTerms(), onDay(31)));
    const QList<ErasedVisitor> list = Erasure::erasedVisitors(m_open->connection());
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().atUtcMs, onDay(31));

    m_open = std::make_unique<Open>(older.path());
    VERIFY_OK(m_open->opened);
    QVERIFY(matched(cardP01()).visitorId.has_value());
    // Somebody whom this state does not know yet is on the list from now on as well.
    const QUuid unknown = newRandomId();
    const auto erased =
        m_open->erasure.eraseVisitors({list.first().id, unknown}, list.first().cause, onDay(32));
    VERIFY_OK(erased);
    QCOMPARE(erased->visitors, 1);
    QVERIFY(!matched(cardP01()).visitorId);
    QVERIFY(matched(cardP02()).visitorId.has_value());
    QCOMPARE(Erasure::erasedVisitors(m_open->connection()).size(), 2);
    m_open.reset();
}

void TestErasure::theListCannotBeShortened()
{
    VERIFY_OK(m_open->erasure.eraseVisitors({newRandomId()}, ErasureCause::Request, onDay(0)));
    for (const QString &sql : {u"DELETE FROM erased_visitor"_s, u"UPDATE erased_visitor SET at_ms = 0"_s}) {
        m_open->connection().run(sql);
        QVERIFY(m_open->connection().failure().has_value());
    }
    // Of an entry nothing but its sealed words can be taken away.
    VERIFY_OK(m_open->writer.record(in(cardP01(), 0)));
    for (const QString &sql :
         {u"DELETE FROM entry"_s, u"UPDATE entry SET visitor = 1"_s, u"UPDATE entry SET at_ms = 0"_s,
          u"UPDATE entry SET sealed_details = x'00'"_s, u"UPDATE entry SET sealed_reason = x'00'"_s}) {
        m_open->connection().run(sql);
        QVERIFY2(m_open->connection().failure().has_value(), qPrintable(sql));
    }
}

void TestErasure::theTermsAreKept()
{
    QCOMPARE(Erasure::readTerms(m_open->connection()), RetentionTerms());
    QCOMPARE(RetentionTerms().days(RetentionKind::Visitors), 30);
    QCOMPARE(RetentionTerms().days(RetentionKind::Waiting), 60);
    RetentionTerms terms;
    terms.setDays(RetentionKind::Details, 7);
    Erasure::writeTerms(m_open->connection(), terms);
    VERIFY_OK(m_open->connection().answer());
    QCOMPARE(Erasure::readTerms(m_open->connection()), terms);
    for (const RetentionKind kind : retentionKinds)
        QCOMPARE(retentionKindFromId(retentionKindId(kind)), kind);
}

/// A scan waits for one person's data at most, however many are due.
void TestErasure::aPieceEndsWithItsTime()
{
    for (int i = 0; i < 5; ++i)
        VERIFY_OK(m_open->writer.record(in(person(i), 0)));
    for (int i = 1; i <= 5; ++i) {
        const auto more = m_open->erasure.eraseDue(RetentionTerms(), onDay(31), QDeadlineTimer(0));
        VERIFY_OK(more);
        QVERIFY(*more);
        QCOMPARE(m_open->erasure.counts().visitors, i);
    }
}

void TestErasure::onlyAnAdministratorErasesByHand()
{
    const auto recorded = m_open->writer.record(in(cardP01(), 0));
    VERIFY_OK(recorded);
    m_open.reset();
    OpenStore store(m_folder->path());
    OperatorRegister operators(&store.store);
    VERIFY_OK(await(operators.add(u"Quản trị"_s, Role::Administrator, "hash")));
    const auto supervisor = await(operators.signIn(await(operators.operators())->first().id));
    VERIFY_OK(supervisor);
    VERIFY_OK(await(operators.add(u"Giám sát"_s, Role::Supervisor, "hash")));
    const auto all = await(operators.operators());
    VERIFY_OK(await(operators.signIn(std::ranges::find(*all, Role::Supervisor, &DeskOperator::role)->id)));

    Notice notice = proposedNotice({}, {});
    notice.contact = u"Quầy lễ tân"_s;
    COMPARE_CODE(await(NoticeRegister(&store.store).save(notice, at(0))), "not-allowed");
    Retention retention(&store.store);
    RetentionTerms terms;
    terms.setDays(RetentionKind::Visitors, 5);
    COMPARE_CODE(await(retention.setTerms(terms)), "not-allowed");
    COMPARE_CODE(await(retention.eraseDueNow({onDay(31), 0, false})), "not-allowed");
    COMPARE_CODE(await(retention.eraseVisitors({*recorded->entry.visitorId}, onDay(1))), "not-allowed");
    QVERIFY(match(store, cardP01()).visitorId.has_value());
    // What is due goes all the same: nobody has to be there for it.
    const auto erased = await(retention.eraseDue({onDay(31), 0, false}));
    VERIFY_OK(erased);
    QCOMPARE(erased->visitors, 1);

    VERIFY_OK(await(operators.signIn(std::ranges::find(*all, Role::Administrator, &DeskOperator::role)->id)));
    VERIFY_OK(await(retention.setTerms(terms)));
    QCOMPARE(await(retention.state())->terms, terms);
    terms.setDays(RetentionKind::Visitors, 0);
    COMPARE_CODE(await(retention.setTerms(terms)), "wrong-use");
    VERIFY_OK(await(retention.eraseDueNow({onDay(31), 0, false})));
}

void TestErasure::whatIsErasedByNightIsCleanedAndTold()
{
    VERIFY_OK(m_open->writer.record(in(cardP01(), 0)));
    QList<QByteArray> secrets =
        column(u"SELECT sealed FROM visitor"_s) + column(u"SELECT digest FROM visitor_key"_s);
    m_open.reset();
    {
        OpenStore store(m_folder->path());
        QSignalSpy changed(&store.store, &EntryStore::changed);
        const auto erased = await(Retention(&store.store).eraseDue({onDay(31), 0, false}));
        VERIFY_OK(erased);
        QVERIFY(QTest::qWaitFor([&] { return !changed.isEmpty(); }));
        const auto state = await(Retention(&store.store).state());
        VERIFY_OK(state);
        QCOMPARE(state->runs.size(), 1);
        QCOMPARE(state->runs.first().counts, *erased);
        QCOMPARE(state->runs.first().beganUtcMs, onDay(31));
        const auto nothing = await(Retention(&store.store).eraseDue({onDay(31), 0, false}));
        VERIFY_OK(nothing);
        QVERIFY(nothing->isNothing());
        QCOMPARE(foundIn(rawBytes(m_folder->path()), secrets), 0);
        QCOMPARE(await(Retention(&store.store).state())->runs.size(), 1);
    }
    m_open = std::make_unique<Open>(m_folder->path());
    QCOMPARE(number(u"SELECT cleaned FROM erasure"_s), 1);
    QCOMPARE(number(u"SELECT count(*) FROM ledger WHERE kind = 'erasure' AND operator IS NULL"_s), 1);
}

void TestErasure::everythingHeldOnAPersonIsFound()
{
    TargetRows(m_open->connection(), *m_open->vault).keep(platform);
    EntryDraft draft = in(cardP01(), 0);
    draft.details.host = u"khoa Nội"_s;
    const auto first = m_open->writer.record(draft);
    VERIFY_OK(first);
    // Another code of the same person, and an exit that was taken back.
    const auto second = m_open->writer.record(out(qrP26(), 60));
    VERIFY_OK(second);
    VERIFY_OK(m_open->writer.voidEntry(second->entry.id, u"nhầm cửa"_s, at(61)));
    VERIFY_OK(m_open->writer.record(in(cardP02(), 5)));
    VERIFY_OK(m_open->writer.noteReveals({first->entry.id}, u"người nhà hỏi"_s, at(70)));
    m_open.reset();
    OpenStore store(m_folder->path());
    PersonRegister persons(&store.store);
    const PersonMatch found = match(store, cardP01());
    QVERIFY(found.visitorId.has_value());
    const auto held = await(persons.held(*found.visitorId));
    VERIFY_OK(held);
    QCOMPARE(held->data.qid, qrP26().qid);
    QCOMPARE(held->data.idNumber, cardP01().idNumber);
    QCOMPARE(held->keyKinds,
             QStringList({u"citizen-number"_s, u"health-insurance"_s, u"old-id"_s, u"qid"_s}));
    QCOMPARE(held->phones, 1);
    QCOMPARE(held->entries.size(), 3);
    QCOMPARE(held->entries.first().details.host, u"khoa Nội"_s);
    QCOMPARE(held->entries.last().entry.reason, u"nhầm cửa"_s);
    QCOMPARE(held->reveals.size(), 1);
    QCOMPARE(held->reveals.first().reason, u"người nhà hỏi"_s);
    QCOMPARE(held->sent.size(), 1);
    QCOMPARE(held->sent.first().waiting, 3);
    QVERIFY(!held->erased);
    COMPARE_CODE(await(persons.held(newRandomId())), "not-found");

    VERIFY_OK(await(Retention(&store.store).eraseVisitors({*found.visitorId}, onDay(1))));
    const auto after = await(persons.held(*found.visitorId));
    VERIFY_OK(after);
    QVERIFY(after->erased);
    QCOMPARE(after->data, VisitorData());
    QCOMPARE(after->entries.size(), 3);
    QVERIFY(after->keyKinds.isEmpty() && after->reveals.first().reason.isEmpty());
}

void TestErasure::aCorrectionReplacesWhatWasWrong()
{
    VERIFY_OK(m_open->writer.record(in(qrP26(), 0)));
    m_open.reset();
    OpenStore store(m_folder->path());
    PersonRegister persons(&store.store);
    VisitorCorrection correction;
    correction.name = u"Nguyễn Thử Nghiệm"_s;
    correction.phone = u"+84900000002"_s;
    VERIFY_OK(await(persons.correct(*match(store, qrP26()).visitorId, correction)));
    const VisitorData right = match(store, qrP26()).known;
    QCOMPARE(right.name, u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(right.phone, u"+84900000002"_s);
    QCOMPARE(right.qid, qrP26().qid);
    QCOMPARE(await(persons.held(*match(store, qrP26()).visitorId))->phones, 1);
    COMPARE_CODE(await(persons.correct(newRandomId(), correction)), "not-found");
}

void TestErasure::aRequestIsClosedWithItsNote()
{
    m_open.reset();
    {
        OpenStore store(m_folder->path());
        PersonRegister persons(&store.store);
        PersonRequest request;
        request.kind = RequestKind::Erase;
        request.receivedAt = at(0);
        request.note = u"bà Mẫu, gọi lại"_s;
        const auto added = await(persons.addRequest(request));
        VERIFY_OK(added);
        QVERIFY(await(persons.requests())->first().note.isEmpty()); // a list tells of nobody
        QCOMPARE(*await(persons.requestNote(added->id)), request.note);
        QCOMPARE(await(persons.requests())->first().due(), answerDue(QDate(2024, 1, 1)));
        VERIFY_OK(await(persons.answerRequest(added->id, onDay(1))));
        QCOMPARE(await(persons.requests())->first().due(), QDate(2024, 1, 21));
        VERIFY_OK(await(persons.closeRequest(added->id, onDay(2))));
        QVERIFY(await(persons.requests())->isEmpty());
        const auto all = await(persons.requests(true));
        QCOMPARE(all->size(), 1);
        QCOMPARE(*await(persons.requestNote(added->id)), QString());
        QCOMPARE(all->first().due(), std::nullopt);
        COMPARE_CODE(await(persons.closeRequest(added->id, onDay(3))), "not-found");
    }
    m_open = std::make_unique<Open>(m_folder->path());
    m_open->connection().run(u"DELETE FROM person_request"_s);
    QVERIFY(m_open->connection().failure().has_value());
}

void TestErasure::everyNoticeThatWasGivenStaysAsItWas()
{
    m_open.reset();
    {
        OpenStore store(m_folder->path());
        NoticeRegister notices(&store.store);
        QVERIFY(await(notices.versions())->isEmpty());
        Notice notice = proposedNotice({}, {});
        COMPARE_CODE(await(notices.save(notice, at(0))), "wrong-use"); // nobody to ask
        notice.contact = u"Quầy lễ tân, 024 0000 0000"_s;
        notice.visitorDays = 1; // whatever is said, the terms are told as they are kept
        const auto first = await(notices.save(notice, at(0)));
        VERIFY_OK(first);
        QCOMPARE(first->version, 1);
        QCOMPARE(first->visitorDays, 30);
        QCOMPARE(await(notices.save(notice, at(day)))->version, 1); // nothing else is told
        notice.english.purpose += u" Nothing else."_s;
        QCOMPARE(await(notices.save(notice, at(2 * day)))->version, 2);
        RetentionTerms terms;
        terms.setDays(RetentionKind::Details, 7);
        VERIFY_OK(await(Retention(&store.store).setTerms(terms)));
        VERIFY_OK(await(Retention(&store.store).setTerms(terms)));
        const auto versions = await(notices.versions());
        QCOMPARE(versions->size(), 3);
        QCOMPARE(versions->first().version, 3);
        QCOMPARE(versions->first().detailDays, 7);
        QCOMPARE(versions->first().english.purpose, notice.english.purpose);
        QCOMPARE(versions->last(), *first);
        notice.contact.fill(u'x', longestNoticeContact + 1);
        COMPARE_CODE(await(notices.save(notice, at(3 * day))), "wrong-use");
    }
    m_open = std::make_unique<Open>(m_folder->path());
    QCOMPARE(number(u"SELECT count(*) FROM ledger WHERE kind = 'setting' AND detail LIKE 'the notice%'"_s),
             3);
    for (const auto &change : {u"UPDATE notice SET contact = 'x'"_s, u"DELETE FROM notice"_s}) {
        m_open->connection().run(change);
        QVERIFY(m_open->connection().failure().has_value());
    }
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
