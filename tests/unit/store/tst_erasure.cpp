#include "core/store/entryreader.h"
#include "core/store/entrywriter.h"
#include "core/store/erasure.h"
#include "core/store/folderrow.h"
#include "core/store/ledger.h"
#include "core/store/outboxrows.h"
#include "core/store/pagescrub.h"
#include "core/store/recordcheck.h"
#include "core/store/schema.h"
#include "core/store/storefolder.h"
#include "core/store/targetrows.h"
#include "tests/unit/store/storefixture.h"

#include <QRandomGenerator>
#include <QSet>
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
        const std::shared_ptr<const Vault> vault = *Vault::fromMasterKey(masterKey());
        EntryWriter writer{folder.connection(), vault};
        Erasure erasure{folder.connection(), *vault};
    };

    PersonMatch match(const VisitorData &visitor);
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

PersonMatch TestErasure::match(const VisitorData &visitor)
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
    QVERIFY(match(person(1)).visitorId.has_value());
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
    QVERIFY(!match(cardP01()).visitorId);
    QVERIFY(match(cardP02()).visitorId.has_value());
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
    QCOMPARE(match(cardP01()).known.name, cardP01().name);
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
    VERIFY_OK(m_open->writer.recordRefusal({{}, at(0), u"Cổng chính"_s, {}, {}, {}}, "x", {}));
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
                  u"SELECT count(*) FROM refused_scan WHERE digest <> zeroblob(16)"_s},
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
    QVERIFY(!match(qrP26()).visitorId);
    QCOMPARE(number(u"SELECT count(*) FROM expected"_s), 0);
    QCOMPARE(number(u"SELECT count(*) FROM reveal WHERE sealed_reason IS NOT NULL"_s), 0);
    const QList<RejectedEntry> rejected = outbox.rejected(10, {});
    QCOMPARE(rejected.size(), 1);
    QCOMPARE(rejected.first().code, u"bad-name"_s);
    QCOMPARE(rejected.first().message, QString());
    QVERIFY(match(cardP02()).visitorId.has_value());
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
    QVERIFY(match(cardP01()).visitorId.has_value());
    // Somebody whom this state does not know yet is on the list from now on as well.
    const QUuid unknown = newRandomId();
    const auto erased =
        m_open->erasure.eraseVisitors({list.first().id, unknown}, list.first().cause, onDay(32));
    VERIFY_OK(erased);
    QCOMPARE(erased->visitors, 1);
    QVERIFY(!match(cardP01()).visitorId);
    QVERIFY(match(cardP02()).visitorId.has_value());
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

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
