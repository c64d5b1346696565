#include "core/base/ids.h"
#include "core/sync/batchbody.h"
#include "core/sync/gzip.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// What is sent of entries.
class TestBatchBody : public QObject
{
    Q_OBJECT

private slots:
    void anEntrySaysWhatTheContractAsksFor();
    void whatIsNotKnownIsNull();
    void destroyedDataAreNull();
    void aBatchHasAtMostFiveHundredEntries();
    void aBatchHasAtMostAMebibyte();
    void anEntryThatIsTooLargeTravelsAlone();
    void theHalvesHoldTheSameEntriesUnderNewIds();
    void aDamagedBodyHasNoHalves();
    void gzipGivesBackWhatItTookAndNothingLarger();
};

namespace {

constexpr qint64 morning = 1'763'598'902'481; // 2025-11-20T00:35:02.481Z

OutboxEntry entry(qint64 number)
{
    OutboxEntry each;
    each.number = number;
    each.entry.id = newEntryId(morning + number);
    each.entry.at = {morning, 420, false};
    each.entry.location = u"Cổng A"_s;
    each.entry.source = u"citizen-card"_s;
    each.visitor = VisitorData();
    each.visitor->name = u"Nguyễn Thử Nghiệm"_s;
    each.visitor->idNumber = u"001090999991"_s;
    return each;
}

QList<OutboxEntry> entries(int count)
{
    QList<OutboxEntry> all;
    for (int i = 1; i <= count; ++i)
        all.append(entry(i));
    return all;
}

QJsonObject bodyOf(const StoredBatch &batch)
{
    return QJsonDocument::fromJson(gunzipped(batch.body, 4 * mostBatchBytes).value_or(QByteArray())).object();
}

QJsonObject onlyEntry(const OutboxEntry &each)
{
    return bodyOf(makeBatch({each}, u"D1"_s, morning))[u"entries"_s][0].toObject();
}

} // namespace

void TestBatchBody::anEntrySaysWhatTheContractAsksFor()
{
    OutboxEntry each = entry(1);
    each.entry.kind = EntryKind::Void;
    each.entry.corrects = newEntryId(morning);
    each.entry.at.suspect = true;
    each.visitor->birthDate = PartialDate::fromDate(1990, 1, 15);
    each.visitor->sex = Sex::Male;
    const StoredBatch batch = makeBatch({each}, u"D1"_s, morning);
    const QJsonObject body = bodyOf(batch);
    QCOMPARE(body[u"batch_id"_s].toString(), idText(batch.id));
    QCOMPARE(body[u"desk_id"_s].toString(), u"D1"_s);
    QCOMPARE(body[u"sent_at"_s].toString(), u"2025-11-20T00:35:02.481Z"_s);
    const QJsonObject said = body[u"entries"_s][0].toObject();
    QCOMPARE(said[u"id"_s].toString(), idText(each.entry.id));
    QCOMPARE(said[u"direction"_s].toString(), u"void"_s);
    QCOMPARE(said[u"at"_s].toString(), u"2025-11-20T00:35:02.481Z"_s);
    QCOMPARE(said[u"offset_minutes"_s].toInt(), 420);
    QCOMPARE(said[u"corrects"_s].toString(), idText(*each.entry.corrects));
    QCOMPARE(said[u"clock_suspect"_s].toBool(), true);
    QCOMPARE(said[u"visitor"_s][u"name"_s].toString(), u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(said[u"visitor"_s][u"birth_date"_s].toString(), u"1990-01-15"_s);
    QCOMPARE(said[u"visitor"_s][u"sex"_s].toString(), u"male"_s);
}

void TestBatchBody::whatIsNotKnownIsNull()
{
    OutboxEntry each = entry(1);
    each.visitor->birthDate = PartialDate::fromStarredYear(2000);
    const QJsonObject said = onlyEntry(each);
    for (const auto &name : {u"qid"_s, u"sex"_s, u"phone"_s, u"health_insurance"_s, u"address"_s})
        QVERIFY(said[u"visitor"_s].toObject().contains(name) && said[u"visitor"_s][name].isNull());
    QVERIFY(said.contains(u"corrects"_s) && said[u"corrects"_s].isNull());
    QCOMPARE(said[u"visitor"_s][u"birth_date"_s].toString(), u"2000"_s);
}

void TestBatchBody::destroyedDataAreNull()
{
    OutboxEntry each = entry(1);
    each.visitor.reset();
    const QJsonObject said = onlyEntry(each);
    QVERIFY(said.contains(u"visitor"_s) && said[u"visitor"_s].isNull());
}

void TestBatchBody::aBatchHasAtMostFiveHundredEntries()
{
    const StoredBatch batch = makeBatch(entries(700), u"D1"_s, morning);
    QCOMPARE(batch.entries.size(), 500);
    QCOMPARE(batch.ids.size(), 500);
    QCOMPARE(batch.entries.first(), 1);
    QCOMPARE(bodyOf(batch)[u"entries"_s].toArray().size(), 500);
}

void TestBatchBody::aBatchHasAtMostAMebibyte()
{
    QList<OutboxEntry> large = entries(400);
    for (OutboxEntry &each : large)
        each.visitor->address = QString(5'000, u'ạ'); // 15,000 bytes
    const StoredBatch batch = makeBatch(large, u"D1"_s, morning);
    const auto plain = gunzipped(batch.body, 4 * mostBatchBytes);
    QVERIFY(plain);
    QVERIFY(plain->size() <= 1'048'576);
    QVERIFY(plain->size() > 1'000'000); // and no smaller than it has to be
    QCOMPARE(bodyOf(batch)[u"entries"_s].toArray().size(), batch.entries.size());
}

void TestBatchBody::anEntryThatIsTooLargeTravelsAlone()
{
    QList<OutboxEntry> large = entries(2);
    large[0].visitor->address = QString(2'000'000, u'a');
    QCOMPARE(makeBatch(large, u"D1"_s, morning).entries, QList<qint64>{1});
}

void TestBatchBody::theHalvesHoldTheSameEntriesUnderNewIds()
{
    const StoredBatch whole = makeBatch(entries(5), u"D1"_s, morning);
    const auto halves = halvesOf(whole, morning + 1);
    QVERIFY(halves);
    QCOMPARE(halves->first.entries + halves->second.entries, whole.entries);
    QCOMPARE(halves->first.ids + halves->second.ids, whole.ids);
    QVERIFY(halves->first.id != whole.id && halves->second.id != whole.id);
    QVERIFY(halves->first.id != halves->second.id);
    QJsonArray all = bodyOf(halves->first)[u"entries"_s].toArray();
    const QJsonArray second = bodyOf(halves->second)[u"entries"_s].toArray();
    for (const QJsonValue &each : second)
        all.append(each);
    QCOMPARE(all, bodyOf(whole)[u"entries"_s].toArray());
    QCOMPARE(bodyOf(halves->first)[u"desk_id"_s].toString(), u"D1"_s);
    QCOMPARE(bodyOf(halves->first)[u"batch_id"_s].toString(), idText(halves->first.id));
}

void TestBatchBody::aDamagedBodyHasNoHalves()
{
    StoredBatch batch = makeBatch(entries(4), u"D1"_s, morning);
    batch.entries.removeLast();
    QVERIFY(!halvesOf(batch, morning));
    batch.body.chop(3);
    QVERIFY(!halvesOf(batch, morning));
    QVERIFY(!halvesOf(makeBatch(entries(1), u"D1"_s, morning), morning));
}

void TestBatchBody::gzipGivesBackWhatItTookAndNothingLarger()
{
    QByteArray bytes(100'000, 'x');
    for (char &c : bytes)
        c = char(QRandomGenerator::global()->bounded(16));
    const QByteArray file = gzipped(bytes);
    QVERIFY(file.size() < bytes.size());
    QCOMPARE(gzipped(bytes), file); // so that a batch can be sent again byte for byte
    QCOMPARE(gunzipped(file, bytes.size()).value_or(QByteArray()), bytes);
    QVERIFY(!gunzipped(file, bytes.size() - 1));
    QVERIFY(!gunzipped(file.chopped(1), bytes.size()));
    QVERIFY(!gunzipped("no gzip", 100));
}

QTEST_APPLESS_MAIN(TestBatchBody)
#include "tst_batchbody.moc"
