#include "app/commands/output.h"

#include "core/base/ids.h"
#include "core/reports/cell.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QJsonArray warningsJson(const QList<CodeWarning> &warnings)
{
    QJsonArray ids;
    for (const CodeWarning warning : warnings)
        ids.append(warningId(warning));
    return ids;
}

QString warningsText(const QList<CodeWarning> &warnings)
{
    QStringList ids;
    for (const CodeWarning warning : warnings)
        ids.append(warningId(warning));
    return ids.isEmpty() ? QString() : u"  ("_s + ids.join(u", "_s) + u')';
}

QJsonValue idOrNull(const std::optional<QUuid> &id)
{
    return id ? QJsonValue(idText(*id)) : QJsonValue();
}

QString personText(const VisitorData &visitor)
{
    QStringList parts;
    parts.append(visitor.name.isEmpty() ? visitor.idNumber : visitor.name);
    if (visitor.sex)
        parts.append(sexId(*visitor.sex));
    if (visitor.birthDate)
        parts.append(visitor.birthDate->toString());
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString clockText(const Moment &moment)
{
    return moment.toDateTime().toString(u"HH:mm:ss"_s);
}

/// What a health certificate says; for reading alone, where nothing is recorded.
QJsonObject certificateJson(const Certificate &certificate)
{
    const auto time = [](qint64 utcMs) {
        return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::UTC).toString(Qt::ISODate);
    };
    QJsonArray records;
    for (const HealthRecord &record : certificate.records) {
        records.append(QJsonObject{
            {u"kind"_s, healthRecordKindId(record.kind)},
            {u"product"_s, record.product},
            {u"dose"_s, record.dose},
            {u"doses"_s, record.doses},
            {u"date"_s, record.date ? QJsonValue(record.date->toString(Qt::ISODate)) : QJsonValue()},
            {u"detected"_s, record.detected ? QJsonValue(*record.detected) : QJsonValue()},
            {u"issuer"_s, record.issuer}});
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    return {{u"signature"_s, certificate.verified ? u"verified"_s : u"not-checked"_s},
            {u"validity"_s, certificateValidityId(certificate.validityAt(now))},
            {u"issuer"_s, certificate.issuer},
            {u"issued_at"_s, time(certificate.issuedUtcMs)},
            {u"expires_at"_s, time(certificate.expiresUtcMs)},
            {u"records"_s, records}};
}

} // namespace

QJsonObject visitorJson(const VisitorData &visitor)
{
    QJsonObject object;
    const auto put = [&object](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            object.insert(name, value);
    };
    put("id_number"_L1, visitor.idNumber);
    put("old_id"_L1, visitor.oldId);
    put("name"_L1, visitor.name);
    if (visitor.birthDate)
        put("birth_date"_L1, visitor.birthDate->toString());
    if (visitor.sex)
        put("sex"_L1, sexId(*visitor.sex));
    put("address"_L1, visitor.address);
    if (visitor.issued)
        put("issued"_L1, visitor.issued->toString());
    put("phone"_L1, visitor.phone);
    put("qid"_L1, visitor.qid);
    put("health_insurance"_L1, visitor.healthInsurance);
    put("nationality"_L1, visitor.nationality);
    put("pass"_L1, visitor.pass);
    return object;
}

QJsonObject readJson(const QString &source, const QByteArray &payload, const VisitorCode &code)
{
    const QByteArray digest = QCryptographicHash::hash(payload, QCryptographicHash::Sha256).toHex();
    QJsonObject object{
        {u"source"_s, source},
        {u"payload_sha256"_s, payload.isEmpty() ? QJsonValue() : QJsonValue(QString::fromLatin1(digest))},
        {u"format"_s, code.format},
        {u"fields"_s, visitorJson(code.visitor)},
        {u"warnings"_s, warningsJson(code.warnings)},
        {u"error"_s, code.error ? QJsonValue(reasonId(*code.error)) : QJsonValue()},
    };
    if (code.certificate)
        object.insert(u"certificate"_s, certificateJson(*code.certificate));
    return object;
}

QString readText(const QString &source, const VisitorCode &code)
{
    QString text = source + ": "_L1 + code.format;
    if (code.error)
        text += u"  error: "_s + reasonId(*code.error);
    const QJsonObject fields = visitorJson(code.visitor);
    for (auto field = fields.begin(); field != fields.end(); ++field)
        text += u"\n    %1: %2"_s.arg(field.key(), field.value().toString());
    if (code.certificate) {
        const QJsonObject certificate = certificateJson(*code.certificate);
        text += u"\n    certificate: %1, signature %2"_s.arg(certificate.value(u"validity"_s).toString(),
                                                             certificate.value(u"signature"_s).toString());
    }
    return text + warningsText(code.warnings);
}

QJsonObject outcomeJson(const ScanOutcome &outcome)
{
    QJsonObject object{
        {u"source"_s, outcome.source},
        {u"device"_s, outcome.deviceName},
        {u"format"_s, outcome.format},
        {u"outcome"_s, outcomeKindId(outcome.kind)},
        {u"direction"_s, outcome.direction ? QJsonValue(directionId(*outcome.direction)) : QJsonValue()},
        {u"reason"_s, outcome.reason ? QJsonValue(reasonId(*outcome.reason)) : QJsonValue()},
        {u"warnings"_s, warningsJson(outcome.warnings)},
        {u"entry_id"_s, idOrNull(outcome.entryId)},
        {u"at"_s, isoTime(outcome.at)},
        {u"location"_s, outcome.location},
        {u"visitor"_s, visitorJson(masked(outcome.visitor))},
    };
    if (outcome.error)
        object.insert(u"reason"_s, errorCodeId(outcome.error->code));
    if (!outcome.notices.isEmpty()) {
        QJsonArray notices;
        for (const Reason notice : outcome.notices)
            notices.append(reasonId(notice));
        object.insert(u"notices"_s, notices);
    }
    return object;
}

QString outcomeText(const ScanOutcome &outcome)
{
    QString why;
    if (outcome.error)
        why = u"  "_s + errorCodeId(outcome.error->code);
    else if (outcome.reason)
        why = u"  "_s + reasonId(*outcome.reason);
    for (const Reason notice : outcome.notices)
        why += u"  "_s + reasonId(notice);
    return u"%1  %2  %3  %4  %5%6%7"_s.arg(clockText(outcome.at), outcomeKindId(outcome.kind),
                                           outcome.direction ? directionId(*outcome.direction) : u"-"_s,
                                           personText(masked(outcome.visitor)), outcome.format, why,
                                           warningsText(outcome.warnings));
}

QJsonObject entryJson(const EntryRow &row, bool revealed)
{
    const Entry &entry = row.entry;
    return {
        {u"entry_id"_s, idText(entry.id)},
        {u"at"_s, isoTime(entry.at)},
        {u"direction"_s, entryKindId(entry.kind)},
        {u"location"_s, entry.location},
        {u"source"_s, entry.source},
        {u"device"_s, entry.device},
        {u"estimated"_s, entry.estimated},
        {u"clock_suspect"_s, entry.at.suspect},
        {u"corrects"_s, idOrNull(entry.corrects)},
        {u"voided_by"_s, idOrNull(row.voidedBy)},
        {u"reason"_s, entry.reason.isEmpty() ? QJsonValue() : QJsonValue(entry.reason)},
        {u"warnings"_s, warningsJson(entry.warnings)},
        {u"visitor_id"_s, idOrNull(entry.visitorId)},
        {u"visitor"_s, visitorJson(revealed ? row.visitor : masked(row.visitor))},
    };
}

QString entryText(const EntryRow &row, bool revealed)
{
    const Entry &entry = row.entry;
    return u"%1  %2  %3  %4  %5%6%7"_s.arg(
        isoTime(entry.at), entryKindId(entry.kind).leftJustified(4),
        personText(revealed ? row.visitor : masked(row.visitor)), entry.source, entry.location,
        row.voidedBy ? u"  (voided)"_s : QString(), warningsText(entry.warnings));
}

QJsonObject refusedJson(const RefusedScan &scan)
{
    return {
        {u"entry_id"_s, QJsonValue()},        {u"refused_id"_s, idText(scan.id)},
        {u"at"_s, isoTime(scan.at)},          {u"outcome"_s, u"refused"_s},
        {u"direction"_s, QJsonValue()},       {u"location"_s, scan.location},
        {u"source"_s, scan.source},           {u"device"_s, scan.device},
        {u"reason"_s, reasonId(scan.reason)},
    };
}

QString refusedText(const RefusedScan &scan)
{
    return u"%1  refused  %2  %3  %4"_s.arg(isoTime(scan.at), reasonId(scan.reason), scan.source,
                                            scan.location);
}

QByteArray jsonLine(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace checkpoint
