#include "core/sync/batchbody.h"

#include "core/base/ids.h"
#include "core/sync/gzip.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto entriesField = "entries"_L1;
constexpr auto deskField = "desk_id"_L1;

QString utcText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs, QTimeZone::utc()).toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// "1990-01-15", or "1990" where only the year is known.
QJsonValue dateOrNull(const std::optional<PartialDate> &date)
{
    if (!date)
        return {};
    return date->isWhole() ? date->toString() : QString::number(date->year()).rightJustified(4, u'0');
}

QJsonValue visitorJson(const std::optional<VisitorData> &visitor)
{
    if (!visitor)
        return {};
    return QJsonObject{
        {u"qid"_s, textOrNull(visitor->qid)},
        {u"id_number"_s, textOrNull(visitor->idNumber)},
        {u"name"_s, textOrNull(visitor->name)},
        {u"birth_date"_s, dateOrNull(visitor->birthDate)},
        {u"sex"_s, visitor->sex ? QJsonValue(sexId(*visitor->sex)) : QJsonValue()},
        {u"phone"_s, textOrNull(visitor->phone)},
        {u"health_insurance"_s, textOrNull(visitor->healthInsurance)},
        {u"address"_s, textOrNull(visitor->address)},
    };
}

QJsonObject entryJson(const OutboxEntry &each)
{
    const Entry &entry = each.entry;
    return {
        {u"id"_s, idText(entry.id)},
        {u"direction"_s, entryKindId(entry.kind)},
        {u"at"_s, utcText(entry.at.utcMs)},
        {u"offset_minutes"_s, entry.at.offsetMinutes},
        {u"location"_s, entry.location},
        {u"source"_s, entry.source},
        {u"estimated"_s, entry.estimated},
        {u"clock_suspect"_s, entry.at.suspect},
        {u"corrects"_s, entry.corrects ? QJsonValue(idText(*entry.corrects)) : QJsonValue()},
        {u"visitor"_s, visitorJson(each.visitor)},
    };
}

QByteArray bodyOf(const QUuid &id, const QString &deskId, const QJsonArray &entries, qint64 nowMs)
{
    const QJsonObject body{
        {u"batch_id"_s, idText(id)},
        {deskField, deskId},
        {u"sent_at"_s, utcText(nowMs)},
        {entriesField, entries},
    };
    return gzipped(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace

StoredBatch makeBatch(const QList<OutboxEntry> &entries, const QString &deskId, qint64 nowMs)
{
    Q_ASSERT(!entries.isEmpty());
    constexpr qsizetype frame = 512; // what stands around the entries
    StoredBatch batch;
    QJsonArray array;
    qsizetype bytes = frame;
    for (const OutboxEntry &each : entries) {
        const QJsonObject object = entryJson(each);
        bytes += QJsonDocument(object).toJson(QJsonDocument::Compact).size() + 1;
        if (!array.isEmpty() && (bytes > mostBatchBytes || array.size() == mostBatchEntries))
            break;
        array.append(object);
        batch.entries.append(each.number);
        batch.ids.append(each.entry.id);
    }
    batch.id = newEntryId(nowMs);
    batch.body = bodyOf(batch.id, deskId, array, nowMs);
    return batch;
}

std::optional<std::pair<StoredBatch, StoredBatch>> halvesOf(const StoredBatch &batch, qint64 nowMs)
{
    const std::optional<QByteArray> plain = gunzipped(batch.body, 2 * mostBatchBytes);
    if (!plain)
        return std::nullopt;
    const QJsonObject body = QJsonDocument::fromJson(*plain).object();
    const QJsonArray whole = body.value(entriesField).toArray();
    if (whole.size() != batch.entries.size() || whole.size() < 2)
        return std::nullopt;
    std::pair<StoredBatch, StoredBatch> halves;
    QJsonArray first;
    QJsonArray second;
    const qsizetype middle = whole.size() / 2;
    for (qsizetype i = 0; i < whole.size(); ++i)
        (i < middle ? first : second).append(whole[i]);
    const QString deskId = body.value(deskField).toString();
    halves.first = {newEntryId(nowMs), batch.entries.first(middle), batch.ids.first(middle), {}};
    halves.second = {newEntryId(nowMs), batch.entries.sliced(middle), batch.ids.sliced(middle), {}};
    halves.first.body = bodyOf(halves.first.id, deskId, first, nowMs);
    halves.second.body = bodyOf(halves.second.id, deskId, second, nowMs);
    return halves;
}

} // namespace checkpoint
