#pragma once

#include "core/domain/openinghours.h"

#include <QDate>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// What kind of place a venue is: the kinds that letter 2278/BTTTT-THH names.
enum class VenueCategory {
    Office,
    Factory, ///< industrial parks, factories and production
    Food,    ///< food and drink on site
    Bar,     ///< bars, clubs, karaoke
    Wellness,
    Gym,
    Meeting, ///< meetings, conferences, training
    Hospital,
    Apartment,
    School,
    Transport, ///< stations, ports, waiting rooms and public vehicles
    Mall,      ///< malls and supermarkets
    Market,
    Shop,       ///< essential shops and services
    Ceremony,   ///< funerals and weddings
    Attraction, ///< sights and entertainment
    Worship,
};

/// "office", "factory" …: as on the command line, in the database and in the platform's contract.
QString venueCategoryId(VenueCategory category);
/// In any case; nothing when there is no such kind.
std::optional<VenueCategory> venueCategoryFromId(const QString &id);
const QList<VenueCategory> &venueCategories();

/// Where a venue's code comes from.
enum class VenueCodeKind {
    Local,    ///< made by this desk; no platform knows it
    Adopted,  ///< the venue's existing QR, printed unchanged and not signed
    Platform, ///< given by the platform
};

/// "local", "adopted", "platform".
QString venueCodeKindId(VenueCodeKind kind);
std::optional<VenueCodeKind> venueCodeKindFromId(const QString &id);

/// The place whose door this desk keeps. Contact name and phone are personal data.
struct Venue
{
    QString code; ///< what names the venue towards the platform, or locally; empty until it has one
    VenueCodeKind codeKind = VenueCodeKind::Local;
    QString address;     ///< where the venue's signed posters lead; empty with an adopted code
    QString adoptedText; ///< the text of the QR that was taken over, unchanged; Adopted only
    QString name;
    std::optional<VenueCategory> category;
    QString province;
    QString district; ///< empty where there are none any more
    QString commune;
    QString street;
    QString contactName;
    QString contactPhone; ///< E.164; whoever takes it from a person makes it one
    OpeningHours openingHours;
    int capacity = 0; ///< how many people may be inside at once; 0: not said

    bool operator==(const Venue &) const = default;
};

/// A place of the venue where a code hangs or a desk stands.
struct Location
{
    QString code; ///< stands in the text of its posters: 1 to 8 of a–z and 0–9
    QString name;
    bool withdrawn = false;

    bool operator==(const Location &) const = default;
};

enum class PosterState {
    Valid,
    Replaced,  ///< a newer one was issued for the same place
    Withdrawn, ///< it should hang nowhere
};

/// "valid", "replaced", "withdrawn".
QString posterStateId(PosterState state);
std::optional<PosterState> posterStateFromId(const QString &id);

/// One issued poster, as the register has it. Prints of the same poster share its serial.
struct Poster
{
    QString serial;       ///< 7 of 0–9 and A–Z without I, L, O, U
    QString locationCode; ///< empty: the venue as a whole
    QDate issuedOn;
    int version = 1; ///< counts the posters of a place
    PosterState state = PosterState::Valid;

    static constexpr int serialLength = 7;

    bool operator==(const Poster &) const = default;
};

/// One pass for a visitor without a phone, as the register has it. Holds nothing about the visitor.
struct VisitorPass
{
    QString number; ///< 10 of the same characters as a serial
    QDate issuedOn;
    QDate validUntil; ///< the last day on which it counts
    bool revoked = false;

    static constexpr int numberLength = 10;

    bool operator==(const VisitorPass &) const = default;
};

/// What is wrong with a text that a person typed.
enum class VenueError {
    Empty,             ///< nothing but blanks
    TooLong,           ///< more characters than the field takes
    ControlCharacters, ///< line breaks, tabs, or characters that cannot be seen
    Unusable,          ///< not of the field's form
};

/// The texts of a venue and what limits them, in characters.
enum class VenueField {
    Name,     ///< 200, must be said
    Province, ///< 100, as the other parts of the address
    District,
    Commune,
    Street,       ///< 200
    ContactName,  ///< 100
    VisitorName,  ///< 100, on a pass
    LocationName, ///< 80, must be said
    AdoptedText,  ///< 300, must be said; taken as it is
    Address, ///< 65 ASCII characters, so that a signed code fits into a QR code that is read from two metres
    Code,    ///< 20 of letters, digits, "-", "_" and "."
};

/// How many characters a field takes.
int longestText(VenueField field);

/// The text as it is kept: NFC, without blanks at its ends, one blank where there were several. An adopted
/// text stays as it is.
QString tidyText(VenueField field, const QString &text);

/// What is wrong with a tidy text; nothing when it is right. Empty is wrong only where a field must be said.
std::optional<VenueError> wrongWith(VenueField field, const QString &text);

/// True for 1 to 8 of a–z and 0–9.
bool isLocationCode(const QString &code);

/// The code of a new place, made of its name: letters and digits without diacritics, and none of those taken.
QString locationCodeFor(const QString &name, const QStringList &taken);

/// The first field of a venue that is wrong, for whoever is about to keep it.
struct VenueFault
{
    VenueField field = VenueField::Name;
    VenueError error = VenueError::Empty;

    bool operator==(const VenueFault &) const = default;
};
std::optional<VenueFault> faultOf(const Venue &venue);

inline constexpr int largestCapacity = 1'000'000;

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Venue)
Q_DECLARE_METATYPE(checkpoint::Location)
Q_DECLARE_METATYPE(checkpoint::Poster)
Q_DECLARE_METATYPE(checkpoint::VisitorPass)
