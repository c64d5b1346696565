#include "ui/common/venuetext.h"

#include "core/codes/phonenumber.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct VenueText
{
    Q_DECLARE_TR_FUNCTIONS(VenueText)
};

} // namespace

QString venueCategoryText(VenueCategory category)
{
    switch (category) {
    case VenueCategory::Office:
        return VenueText::tr("Office");
    case VenueCategory::Factory:
        return VenueText::tr("Industrial park or factory");
    case VenueCategory::Food:
        return VenueText::tr("Food and drink");
    case VenueCategory::Bar:
        return VenueText::tr("Bar, club or karaoke");
    case VenueCategory::Wellness:
        return VenueText::tr("Spa or massage");
    case VenueCategory::Gym:
        return VenueText::tr("Gym or sports");
    case VenueCategory::Meeting:
        return VenueText::tr("Meeting, conference or training");
    case VenueCategory::Hospital:
        return VenueText::tr("Hospital or clinic");
    case VenueCategory::Apartment:
        return VenueText::tr("Apartment building");
    case VenueCategory::School:
        return VenueText::tr("School");
    case VenueCategory::Transport:
        return VenueText::tr("Station, port or vehicle");
    case VenueCategory::Mall:
        return VenueText::tr("Mall or supermarket");
    case VenueCategory::Market:
        return VenueText::tr("Market");
    case VenueCategory::Shop:
        return VenueText::tr("Shop or service");
    case VenueCategory::Ceremony:
        return VenueText::tr("Wedding or funeral");
    case VenueCategory::Attraction:
        return VenueText::tr("Sight or entertainment");
    case VenueCategory::Worship:
        return VenueText::tr("Place of worship");
    }
    Q_UNREACHABLE();
}

QString venueErrorText(VenueError error)
{
    switch (error) {
    case VenueError::Empty:
        return VenueText::tr("This must not be empty.");
    case VenueError::TooLong:
        return VenueText::tr("This is too long.");
    case VenueError::ControlCharacters:
        return VenueText::tr("It contains invisible characters.");
    case VenueError::Unusable:
        return VenueText::tr("This cannot be used here.");
    }
    Q_UNREACHABLE();
}

QString openingHoursText(const OpeningHours &hours)
{
    QString text = hours.toString();
    if (QLocale().language() != QLocale::Vietnamese)
        return text;
    constexpr std::pair<QLatin1StringView, QLatin1StringView> days[] = {
        {"Mo"_L1, "T2"_L1}, {"Tu"_L1, "T3"_L1}, {"We"_L1, "T4"_L1}, {"Th"_L1, "T5"_L1},
        {"Fr"_L1, "T6"_L1}, {"Sa"_L1, "T7"_L1}, {"Su"_L1, "CN"_L1}};
    for (const auto &[english, vietnamese] : days)
        text.replace(english, vietnamese);
    return text;
}

std::optional<QString> phoneFromTyped(const QString &typed)
{
    static const QRegularExpression fixedLine(u"^(?:\\+84|0084|0)(2[0-9]{9})$"_s);
    static const QRegularExpression abroad(u"^\\+[1-9][0-9]{7,14}$"_s);
    QString digits = typed;
    digits.remove(QRegularExpression(u"[\\s.\\-()]"_s));
    if (digits.isEmpty())
        return QString();
    if (const auto mobile = mobileNumber(digits))
        return mobile;
    if (const auto match = fixedLine.match(digits); match.hasMatch())
        return u"+84"_s + match.captured(1);
    if (abroad.match(digits).hasMatch())
        return digits;
    return std::nullopt;
}

} // namespace checkpoint
