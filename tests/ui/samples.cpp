#include "tests/ui/samples.h"

#include "core/base/ids.h"

#include <QDateTime>
#include <QPainter>
#include <QRandomGenerator>

namespace samples {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUuid firstEntry = QUuid::fromString(u"01900000-0000-7000-8000-000000000001"_s);

VisitorData person(const QString &name, const QString &id, int year, Sex sex)
{
    VisitorData data;
    data.name = name;
    data.idNumber = id;
    data.birthDate = PartialDate::fromDate(year, 1, 15);
    data.sex = sex;
    data.address = u"Số 1 Phố Giả Định, Hà Nội"_s;
    return data;
}

ScanOutcome outcome(ScanOutcome::Kind kind, const VisitorData &visitor, const QString &format)
{
    ScanOutcome result;
    result.kind = kind;
    result.number = 7;
    result.deviceId = u"camera:Webcam C270"_s;
    result.deviceName = u"Webcam C270"_s;
    result.format = format;
    result.at = at(8, 12, 2);
    result.location = u"Cổng A"_s;
    result.visitor = visitor;
    return result;
}

Entry passage(EntryKind kind, const Moment &moment)
{
    Entry entry;
    entry.id = newEntryId(moment.utcMs);
    entry.kind = kind;
    entry.at = moment;
    entry.location = u"Cổng A"_s;
    entry.source = formatid::citizenCard;
    return entry;
}

} // namespace

Moment at(int hour, int minute, int second, int daysAgo)
{
    const QDateTime local(QDate(2026, 11, 20).addDays(-daysAgo), QTime(hour, minute, second),
                          Qt::OffsetFromUTC, 7 * 3600);
    return {local.toMSecsSinceEpoch(), 7 * 60, false};
}

VisitorData nghiem()
{
    return person(u"Nguyễn Thử Nghiệm"_s, u"001090999991"_s, 1990, Sex::Male);
}
VisitorData mau()
{
    return person(u"Trần Thị Mẫu"_s, u"079300999992"_s, 2000, Sex::Female);
}
VisitorData lap()
{
    return person(u"Lê Thị Giả Lập"_s, u"031195999993"_s, 1995, Sex::Female);
}
VisitorData guest()
{
    VisitorData data = person(u"SAMPLE VISITOR ONE"_s, u"T0000000A"_s, 1985, Sex::Male);
    data.nationality = u"UTO"_s;
    return data;
}

ScanOutcome recordedIn()
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Recorded, nghiem(), formatid::citizenCard);
    result.direction = Direction::In;
    result.entryId = firstEntry;
    result.lastEntry = passage(EntryKind::Out, at(9, 40, 0, 1));
    return result;
}

ScanOutcome recordedOut()
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Recorded, lap(), formatid::healthInsurance);
    result.direction = Direction::Out;
    result.entryId = QUuid::fromString(u"01900000-0000-7000-8000-000000000002"_s);
    result.at = at(10, 31, 47);
    result.insideSinceUtcMs = at(7, 48).utcMs;
    result.lastEntry = passage(EntryKind::In, at(7, 48));
    return result;
}

ScanOutcome corrected()
{
    ScanOutcome result = recordedIn();
    result.direction = Direction::Out;
    result.corrects = result.entryId;
    result.entryId = QUuid::fromString(u"01900000-0000-7000-8000-000000000003"_s);
    return result;
}

ScanOutcome correctedTwiceTheSameWay()
{
    ScanOutcome result = corrected();
    result.details = {u"Thăm người bệnh"_s, u"Khoa Nội"_s};
    result.party = {1, 0};
    result.sameWay = passage(EntryKind::Out, at(7, 40, 10));
    return result;
}

ScanOutcome withWarnings()
{
    ScanOutcome result = recordedIn();
    result.visitor = person(u"Đặng Hữu Mẫu"_s, u"031088999997"_s, 1988, Sex::Male);
    result.entryId = QUuid::fromString(u"01900000-0000-7000-8000-000000000004"_s);
    result.lastEntry.reset();
    result.warnings = {CodeWarning::IdMismatch, CodeWarning::NameRepaired};
    return result;
}

ScanOutcome repeated()
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Repeated, nghiem(), formatid::citizenCard);
    result.at = at(8, 12, 9);
    result.lastEntry = passage(EntryKind::In, at(8, 12, 2));
    return result;
}

ScanOutcome refused(Reason reason)
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Refused, {}, formatid::venueCode);
    result.reason = reason;
    return result;
}

ScanOutcome alreadyInside()
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Asks, nghiem(), formatid::citizenCard);
    result.reason = Reason::AlreadyInside;
    result.direction = Direction::In;
    result.at = at(10, 5, 12);
    result.insideSinceUtcMs = at(8, 12, 2).utcMs;
    result.lastEntry = passage(EntryKind::In, at(8, 12, 2));
    result.answers = {Answer::Dismiss, Answer::RecordOut, Answer::RecordIn};
    return result;
}

ScanOutcome insideSinceJustNow()
{
    ScanOutcome result = alreadyInside();
    result.at = at(8, 12, 30);
    result.direction = Direction::Out;
    result.answers = {Answer::Dismiss, Answer::RecordOut};
    return result;
}

ScanOutcome justLeft()
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Asks, nghiem(), formatid::citizenCard);
    result.reason = Reason::JustLeft;
    result.direction = Direction::In;
    result.at = at(11, 2, 40);
    result.lastEntry = passage(EntryKind::Out, at(11, 2, 34));
    result.answers = {Answer::Dismiss, Answer::RecordIn};
    return result;
}

ScanOutcome onAttentionList()
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Asks, nghiem(), formatid::citizenCard);
    result.reason = Reason::OnAttentionList;
    result.direction = Direction::In;
    result.attention.emplace().reason = u"Đã gây rối ở khoa Nội"_s;
    result.lastEntry = passage(EntryKind::Out, at(7, 2, 34));
    result.answers = {Answer::Dismiss, Answer::RecordIn, Answer::RecordOut};
    return result;
}

ScanOutcome leavesWithoutEntry()
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Asks, mau(), formatid::personalQr);
    result.reason = Reason::LeavesWithoutEntry;
    result.direction = Direction::Out;
    result.answers = {Answer::Dismiss, Answer::RecordOut, Answer::RecordIn};
    return result;
}

ScanOutcome failed(ErrorCode code)
{
    ScanOutcome result = outcome(ScanOutcome::Kind::Failed, nghiem(), formatid::citizenCard);
    result.direction = Direction::In;
    result.error = Error{code, u"a detail for the log"_s};
    return result;
}

ScanOutcome voided()
{
    ScanOutcome result = recordedIn();
    result.kind = ScanOutcome::Kind::Voided;
    result.at = at(8, 12, 40);
    return result;
}

QList<EntryRow> morning(int count)
{
    const VisitorData people[] = {nghiem(),
                                  lap(),
                                  mau(),
                                  guest(),
                                  person(u"Huỳnh Ước Định"_s, u"092088999995"_s, 1988, Sex::Male),
                                  person(u"Phạm Bé Mẫu"_s, u"048220999994"_s, 2020, Sex::Male),
                                  person(u"Đỗ Văn Sai"_s, u"001200999996"_s, 2000, Sex::Male)};
    const QLatin1StringView sources[] = {formatid::citizenCard, formatid::healthInsurance,
                                         formatid::personalQr, formatid::travelDocument};
    QList<EntryRow> rows;
    for (int i = 0; i < count; ++i) {
        const int seconds = 8 * 3600 + 11 * 60 + 47 - i * 37;
        const Moment moment = at(seconds / 3600, seconds / 60 % 60, seconds % 60);
        EntryRow row;
        row.entry = passage(i % 3 == 1 ? EntryKind::Out : EntryKind::In, moment);
        row.entry.source = sources[i % 4];
        row.visitor = people[i % std::size(people)];
        if (i == 4)
            row.entry.warnings = {CodeWarning::NameRepaired};
        if (i == 2) {
            row.entry.party = {1, 1};
            row.noted = true;
        }
        if (i == 3 || i == 9) {
            EntryRow taken;
            taken.entry = passage(EntryKind::Void, at(8, 11, 50));
            taken.entry.corrects = row.entry.id;
            taken.entry.reason = u"Quét nhầm người"_s;
            row.voidedBy = taken.entry.id;
            row.voidReason = taken.entry.reason;
            rows.prepend(taken);
        }
        rows << row;
    }
    return rows;
}

QList<RefusedScan> refusedScans()
{
    QList<RefusedScan> scans;
    const Reason reasons[] = {Reason::PaymentCode, Reason::VenueCode, Reason::UnknownCode};
    for (int i = 0; i < 3; ++i) {
        RefusedScan scan;
        scan.at = at(8, 10 - 2 * i, 20);
        scan.location = u"Cổng A"_s;
        scan.source = i == 0 ? formatid::paymentCode : i == 1 ? formatid::venueCode : formatid::unknown;
        scan.reason = reasons[i];
        scans << scan;
    }
    scans[2].source = formatid::citizenCard; // somebody who was sent away
    scans[2].reason = Reason::OnAttentionList;
    scans[2].id = QUuid::createUuid();
    scans[2].visitorId = QUuid::createUuid();
    scans[2].visitor = lap();
    return scans;
}

QPolygonF codeOutline()
{
    return QPolygonF({{520, 250}, {742, 262}, {730, 482}, {510, 470}});
}

QImage cameraPicture()
{
    QImage picture(1280, 720, QImage::Format_RGB32);
    picture.fill(QColor(0x9aa7ae));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x74828a));
    painter.drawRect(0, 520, 1280, 200);
    painter.setBrush(QColor(0xc4ccd0));
    painter.drawRect(80, 40, 260, 420);
    painter.setBrush(QColor(0x4d5a63));
    painter.drawRoundedRect(QRectF(900, 120, 300, 600), 120, 120);
    painter.setBrush(QColor(0xc99b7d));
    painter.drawEllipse(QRectF(970, 20, 160, 190));
    painter.drawRoundedRect(QRectF(640, 430, 330, 110), 50, 50);
    painter.translate(626, 366);
    painter.rotate(3);
    painter.setBrush(QColor(0xeef1ee));
    painter.drawRoundedRect(QRectF(-150, -160, 300, 320), 14, 14);
    painter.setBrush(Qt::black);
    QRandomGenerator random(7);
    constexpr int modules = 25;
    const double size = 220.0 / modules;
    for (int y = 0; y < modules; ++y) {
        for (int x = 0; x < modules; ++x) {
            const bool finder = (x < 7 || x > 17) && (y < 7 || y > 17) && !(x > 17 && y > 17);
            const int fx = x > 17 ? x - 18 : x;
            const int fy = y > 17 ? y - 18 : y;
            const bool ring = finder && (fx == 0 || fx == 6 || fy == 0 || fy == 6 ||
                                         (fx > 1 && fx < 5 && fy > 1 && fy < 5));
            if (finder ? ring : random.bounded(2) == 1)
                painter.drawRect(QRectF(-110 + x * size, -110 + y * size, size + 0.4, size + 0.4));
        }
    }
    return picture;
}

} // namespace samples
