#include "tests/ui/papersamples.h"

#include "tests/ui/samples.h"

#include <algorithm>

namespace samples {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

VenueRecord venueRecord()
{
    VenueRecord record;
    record.venue = Venue{};
    record.venue->name = u"Bệnh viện Đa khoa Thử Nghiệm"_s;
    record.venue->code = u"VENUE00001"_s;
    record.venue->address = u"https://checkpoint.invalid/VENUE00001"_s;
    record.locations = {
        {u"a"_s, u"Cổng A"_s, false}, {u"b"_s, u"Cổng B"_s, false}, {u"c"_s, u"Cổng cũ"_s, true}};
    record.posters = {{u"0A1B2C3"_s, u"a"_s, QDate(2026, 11, 1), 1, PosterState::Valid}};
    return record;
}

QList<RegisteredPass> passes()
{
    const auto pass = [](const QString &number, const QDate &issued, const QDate &until, bool revoked,
                         const VisitorData &visitor) {
        RegisteredPass each;
        each.pass = {number, issued, until, revoked};
        each.visitor = visitor;
        if (!visitor.name.isEmpty())
            each.visitorId = QUuid::createUuid();
        return each;
    };
    return {
        pass(u"4T7W2M9KQA"_s, QDate(2026, 10, 1), QDate(2026, 10, 7), false, lap()),
        pass(u"8H3N5V0CXE"_s, QDate(2026, 11, 2), QDate(2026, 12, 1), true, nghiem()),
        pass(u"K2D6R8Y1PZ"_s, QDate(2026, 11, 19), QDate(2026, 11, 25), false, VisitorData()),
        pass(u"N1ZA3SX0WW"_s, QDate(2026, 11, 20), QDate(2026, 11, 20), false, nghiem()),
        pass(u"NN9TXMJS2M"_s, QDate(2026, 11, 20), QDate(2026, 12, 19), false, mau()),
    };
}

Result<QList<SignedPass>> signedPasses(const QStringList &numbers)
{
    QList<SignedPass> found;
    for (const RegisteredPass &each : passes()) {
        if (numbers.contains(each.pass.number))
            found << SignedPass{each, venueRecord().venue->name, QByteArray(191, '7')};
    }
    return found;
}

SignedPoster signedPoster(const QString &place, const QString &code)
{
    SignedPoster poster;
    poster.venueName = venueRecord().venue->name;
    poster.issued.location = {code, place, false};
    poster.issued.poster = {u"0A1B2C3"_s, code, QDate(2026, 11, 1), 1, PosterState::Valid};
    poster.codeText =
        "https://checkpoint.invalid/VENUE00001?l=" + code.toUtf8() + "&s=0A1B2C3#" + QByteArray(90, 'x');
    return poster;
}

} // namespace samples
