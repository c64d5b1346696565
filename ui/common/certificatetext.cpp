#include "ui/common/certificatetext.h"

#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <functional>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostRecords = 3; ///< on the card; there are questions and warnings to read as well

struct CertificateWords
{
    Q_DECLARE_TR_FUNCTIONS(CertificateWords)
};

QString stateOf(const Certificate &certificate, Certificate::Validity validity)
{
    switch (validity) {
    case Certificate::Validity::Expired:
        return certificate.verified ? CertificateWords::tr("Certificate: signature right, but expired.")
                                    : CertificateWords::tr("Certificate expired; signature not checked.");
    case Certificate::Validity::NotYetValid:
        return certificate.verified
                   ? CertificateWords::tr("Certificate: signature right, but not valid yet.")
                   : CertificateWords::tr("Certificate not valid yet; signature not checked.");
    case Certificate::Validity::Current:
        return certificate.verified
                   ? CertificateWords::tr("Certificate verified.")
                   : CertificateWords::tr(
                         "Certificate read, signature not checked: its key is missing here.");
    }
    Q_UNREACHABLE();
}

QString lineOf(const HealthRecord &record)
{
    QStringList parts;
    switch (record.kind) {
    case HealthRecord::Kind::Vaccination:
        parts << (record.dose > 0 && record.doses > 0
                      ? CertificateWords::tr("Dose %1 of %2").arg(record.dose).arg(record.doses)
                      : CertificateWords::tr("Vaccination"))
              << record.product;
        break;
    case HealthRecord::Kind::Test:
        parts << CertificateWords::tr("Test");
        if (record.detected)
            parts << (*record.detected ? CertificateWords::tr("positive") : CertificateWords::tr("negative"));
        break;
    case HealthRecord::Kind::Recovery:
        parts << CertificateWords::tr("Recovered");
        break;
    }
    if (record.date)
        parts << dateText(*record.date);
    parts << record.issuer;
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace

CertificateText certificateText(const Certificate &certificate, qint64 utcMs)
{
    const Certificate::Validity validity = certificate.validityAt(utcMs);
    CertificateText text;
    text.good = certificate.countsAt(utcMs);
    text.state = stateOf(certificate, validity);
    QList<HealthRecord> records = certificate.records;
    std::ranges::stable_sort(records, std::greater(), &HealthRecord::date);
    for (qsizetype i = 0; i < std::min(records.size(), mostRecords); ++i)
        text.lines << lineOf(records[i]);
    if (records.size() > mostRecords)
        text.lines << CertificateWords::tr("More records: %1").arg(records.size() - mostRecords);
    const QString until = dateText(QDateTime::fromMSecsSinceEpoch(certificate.expiresUtcMs).date());
    text.lines << (certificate.issuer.isEmpty()
                       ? CertificateWords::tr("Until %1").arg(until)
                       : CertificateWords::tr("Issued by %1, until %2").arg(certificate.issuer, until));
    return text;
}

} // namespace checkpoint
