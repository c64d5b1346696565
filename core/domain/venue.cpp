#include "core/domain/venue.h"

#include "core/base/idtable.h"
#include "core/domain/textfolding.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr std::array categoryIds{
    std::pair{VenueCategory::Office, "office"_L1},
    std::pair{VenueCategory::Factory, "factory"_L1},
    std::pair{VenueCategory::Food, "food"_L1},
    std::pair{VenueCategory::Bar, "bar"_L1},
    std::pair{VenueCategory::Wellness, "wellness"_L1},
    std::pair{VenueCategory::Gym, "gym"_L1},
    std::pair{VenueCategory::Meeting, "meeting"_L1},
    std::pair{VenueCategory::Hospital, "hospital"_L1},
    std::pair{VenueCategory::Apartment, "apartment"_L1},
    std::pair{VenueCategory::School, "school"_L1},
    std::pair{VenueCategory::Transport, "transport"_L1},
    std::pair{VenueCategory::Mall, "mall"_L1},
    std::pair{VenueCategory::Market, "market"_L1},
    std::pair{VenueCategory::Shop, "shop"_L1},
    std::pair{VenueCategory::Ceremony, "ceremony"_L1},
    std::pair{VenueCategory::Attraction, "attraction"_L1},
    std::pair{VenueCategory::Worship, "worship"_L1},
};

constexpr std::array codeKindIds{
    std::pair{VenueCodeKind::Local, "local"_L1},
    std::pair{VenueCodeKind::Adopted, "adopted"_L1},
    std::pair{VenueCodeKind::Platform, "platform"_L1},
};

constexpr qsizetype longestLocationCode = 8;

constexpr std::array posterStateIds{
    std::pair{PosterState::Valid, "valid"_L1},
    std::pair{PosterState::Replaced, "replaced"_L1},
    std::pair{PosterState::Withdrawn, "withdrawn"_L1},
};

bool mustBeSaid(VenueField field)
{
    return field == VenueField::Name || field == VenueField::LocationName || field == VenueField::AdoptedText;
}

/// Anything that prints nothing, or turns the line round: no name needs it, and it hides what a poster says.
bool isUnseen(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
        return true;
    default:
        return c == QChar::ReplacementCharacter;
    }
}

bool hasUnseen(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate() || isUnseen(text[i]))
            return true;
    }
    return false;
}

bool isWebAddress(const QString &text)
{
    const auto printable = [](QChar c) { return c > u' ' && c < QChar(0x7F) && c != u'#' && c != u'"'; };
    return (text.startsWith("https://"_L1) || text.startsWith("http://"_L1)) &&
           text.indexOf(u':') + 3 < text.size() && std::ranges::all_of(text, printable);
}

bool isCode(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
               c == u'-' || c == u'_' || c == u'.';
    });
}

} // namespace

QString venueCategoryId(VenueCategory category)
{
    return idIn(categoryIds, category);
}

std::optional<VenueCategory> venueCategoryFromId(const QString &id)
{
    return valueIn(categoryIds, id, Qt::CaseInsensitive);
}

const QList<VenueCategory> &venueCategories()
{
    static const QList<VenueCategory> all = [] {
        QList<VenueCategory> categories;
        for (const auto &[category, id] : categoryIds)
            categories.append(category);
        return categories;
    }();
    return all;
}

QString venueCodeKindId(VenueCodeKind kind)
{
    return idIn(codeKindIds, kind);
}

std::optional<VenueCodeKind> venueCodeKindFromId(const QString &id)
{
    return valueIn(codeKindIds, id, Qt::CaseInsensitive);
}

QString posterStateId(PosterState state)
{
    return idIn(posterStateIds, state);
}

std::optional<PosterState> posterStateFromId(const QString &id)
{
    return valueIn(posterStateIds, id, Qt::CaseInsensitive);
}

int longestText(VenueField field)
{
    switch (field) {
    case VenueField::Name:
    case VenueField::Street:
        return 200;
    case VenueField::Province:
    case VenueField::District:
    case VenueField::Commune:
    case VenueField::ContactName:
    case VenueField::VisitorName:
        return 100;
    case VenueField::LocationName:
        return 80;
    case VenueField::AdoptedText:
        return 300;
    case VenueField::Address:
        return 65;
    case VenueField::Code:
        return 20;
    }
    Q_UNREACHABLE();
}

QString tidyText(VenueField field, const QString &text)
{
    if (field == VenueField::AdoptedText)
        return text;
    QString tidy = text.normalized(QString::NormalizationForm_C);
    // Only blanks are tidied away: what cannot be seen, line breaks included, is wrong and is said to be.
    const auto isBlank = [](QChar c) { return c.category() == QChar::Separator_Space; };
    QString result;
    for (const QChar c : std::as_const(tidy)) {
        if (!isBlank(c))
            result.append(c);
        else if (!result.isEmpty() && result.back() != u' ')
            result.append(u' ');
    }
    if (result.endsWith(u' '))
        result.chop(1);
    return result;
}

std::optional<VenueError> wrongWith(VenueField field, const QString &text)
{
    if (text.isEmpty())
        return mustBeSaid(field) ? std::optional(VenueError::Empty) : std::nullopt;
    if (text.size() > longestText(field))
        return VenueError::TooLong;
    if (hasUnseen(text))
        return VenueError::ControlCharacters;
    if (field == VenueField::Address && !isWebAddress(text))
        return VenueError::Unusable;
    if (field == VenueField::Code && !isCode(text))
        return VenueError::Unusable;
    return std::nullopt;
}

bool isLocationCode(const QString &code)
{
    return !code.isEmpty() && code.size() <= longestLocationCode && std::ranges::all_of(code, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
    });
}

QString locationCodeFor(const QString &name, const QStringList &taken)
{
    QString stem;
    for (const QChar c : foldedText(name)) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            stem.append(c);
    }
    stem.truncate(longestLocationCode);
    if (stem.isEmpty())
        stem = u"p"_s;
    QString code = stem;
    for (int i = 2; taken.contains(code); ++i) {
        const QString number = QString::number(i);
        code = stem.left(longestLocationCode - number.size()) + number;
    }
    return code;
}

std::optional<VenueFault> faultOf(const Venue &venue)
{
    const std::array texts{
        std::pair{VenueField::Name, venue.name},
        std::pair{VenueField::Province, venue.province},
        std::pair{VenueField::District, venue.district},
        std::pair{VenueField::Commune, venue.commune},
        std::pair{VenueField::Street, venue.street},
        std::pair{VenueField::ContactName, venue.contactName},
        std::pair{VenueField::Code, venue.code},
        std::pair{VenueField::Address, venue.address},
    };
    for (const auto &[field, text] : texts) {
        if (const auto error = wrongWith(field, text))
            return VenueFault{field, *error};
    }
    if (venue.codeKind == VenueCodeKind::Adopted) {
        if (const auto error = wrongWith(VenueField::AdoptedText, venue.adoptedText))
            return VenueFault{VenueField::AdoptedText, *error};
    }
    if (venue.codeKind != VenueCodeKind::Adopted && venue.address.isEmpty())
        return VenueFault{VenueField::Address, VenueError::Empty};
    return std::nullopt;
}

} // namespace checkpoint
