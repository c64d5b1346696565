#pragma once

#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace checkpoint {

enum class Sex { Male, Female };

/// "male" or "female", as in the platform's contract and the command line's output.
QString sexId(Sex sex);
std::optional<Sex> sexFromId(const QString &id);

/// A date of which only the year may be known or shown.
class PartialDate
{
public:
    PartialDate() = default;

    /// A whole date; nothing when the calendar has no such day.
    static std::optional<PartialDate> fromDate(int year, int month, int day);
    static std::optional<PartialDate> fromYear(int year);
    /// A year whose month and day are starred out.
    static std::optional<PartialDate> fromStarredYear(int year);
    /// Reads what toString() writes.
    static std::optional<PartialDate> fromString(const QString &text);

    int year() const { return m_year; }
    bool isWhole() const { return m_month > 0; }
    bool isStarred() const { return m_starred; }
    /// "1990-01-15", "1990" or "1990-**-**".
    QString toString() const;

    bool operator==(const PartialDate &) const = default;

private:
    int m_year = 0;
    int m_month = 0;
    int m_day = 0;
    bool m_starred = false;
};

/// What was put right about a person by somebody. No code changes it any more: a card goes on saying what it
/// said. A phone is none of these, since people tell another one at the desk.
struct PutRight
{
    bool name = false;
    bool birthDate = false;
    bool address = false;

    bool operator==(const PutRight &) const = default;
};

/// What is known of a person, each field absent (empty) when no code said it. Personal data: sealed on disk,
/// masked on screen, never logged.
struct VisitorData
{
    QString
        idNumber;  ///< citizen number (12 digits), old identity card (9 digits) or passport; may be starred
    QString oldId; ///< the number of the card before, 9 or 12 digits
    QString name;  ///< as the code says it, NFC
    std::optional<PartialDate> birthDate;
    std::optional<Sex> sex;
    QString address;
    std::optional<PartialDate> issued; ///< date of issue of the document
    QString phone;                     ///< E.164, "+84900000001"
    QString qid;                       ///< the national platform's personal id, digits
    QString healthInsurance;           ///< BHYT number: 10 digits, or 2 letters and 13 digits
    QString nationality;               ///< three letters, as on a travel document
    QString pass;                      ///< number of the visitor pass
    QString platformPerson;            ///< the platform's name for who checked in with an own phone
    QString certificateHolder;         ///< name and birth date by which a certificate tells whose it is

    bool staff = false; ///< belongs to the venue's own staff, for whom other rules hold
    PutRight putRight;  ///< what holds whatever a code says

    bool operator==(const VisitorData &) const = default;
};

/// The kinds of number that tell who somebody is. A phone is none: families share phones.
enum class KeyKind {
    CitizenNumber,     ///< 12 digits; a person has one at a time
    OldId,             ///< a former number (9 or 12 digits); a person may have several
    Qid,               ///< one a person, for life
    HealthInsurance,   ///< the last 10 digits of the BHYT number (the social-insurance number); one a person
    TravelDocument,    ///< passport number; a person may have several
    VisitorPass,       ///< number of a pass of this venue; a person may have several
    PlatformPerson,    ///< the platform's `person_ref`, the same for the same person
    CertificateHolder, ///< name and whole birth date; health certificates carry no number
};

/// One number that tells who somebody is, in the form in which it is compared.
struct IdentityKey
{
    KeyKind kind = KeyKind::CitizenNumber;
    QString value;

    bool operator==(const IdentityKey &) const = default;
};

/// "citizen-number", "old-id", "qid", "health-insurance", "travel-document", "visitor-pass",
/// "platform-person", "certificate-holder": stable, they stand in the database.
QString keyKindId(KeyKind kind);

/// True when a person can have only one such number, so that two different ones contradict each other.
bool isSingleValued(KeyKind kind);

/// The space in which two numbers are compared: a citizen number and an old id are both national numbers, and
/// the old id of one code may be the number of another.
QString keySpace(KeyKind kind);

/// The keys of a person, strongest first; starred numbers give none.
std::vector<IdentityKey> identityKeys(const VisitorData &data);

/// What is known after a further code: `newer` fills what `known` lacks and, when it is `trusted` (nothing in
/// it was cut, repaired or unreadable), replaces what it says otherwise. A starred or upper-case form never
/// replaces a full one, and nothing what was put right, unless that was put right later. Who is known as
/// staff stays so.
VisitorData merged(const VisitorData &known, const VisitorData &newer, bool trusted);

/// Initials of all but the last word: "Nguyễn Thử Nghiệm" → "N. T. Nghiệm".
QString abbreviatedName(const QString &name);

/// The form in which a person is shown unless revealed: abbreviated name, sex, year of birth, the last four
/// digits of the number, whether they are staff; nothing else.
VisitorData masked(const VisitorData &data);

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::VisitorData)
