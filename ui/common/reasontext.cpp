#include "ui/common/reasontext.h"

#include <QCoreApplication>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReasonWords
{
    Q_DECLARE_TR_FUNCTIONS(ReasonWords)
};

} // namespace

ReasonText reasonText(Reason reason)
{
    switch (reason) {
    case Reason::UnknownCode:
        return {
            ReasonWords::tr("Unknown code"), ReasonWords::tr("This is not a visitor's code."),
            ReasonWords::tr(
                "Ask for the citizen card, the personal QR code or the health-insurance card. Without any: "
                "record by hand (Ctrl+N).")};
    case Reason::VenueCode:
        return {ReasonWords::tr("Venue's code"),
                ReasonWords::tr("This is a place's code or a web address, not a person's code."),
                ReasonWords::tr("Ask the visitor for a code of their own.")};
    case Reason::PaymentCode:
        return {ReasonWords::tr("Payment code"), ReasonWords::tr("This is a payment code."),
                ReasonWords::tr("Ask the visitor for the citizen card or the personal QR code.")};
    case Reason::CertificateNotRead:
        return {ReasonWords::tr("Certificate"),
                ReasonWords::tr("This is a health certificate that cannot be read."),
                ReasonWords::tr("Scan it again. If it stays, ask for the citizen card.")};
    case Reason::CertificateForged:
        return {ReasonWords::tr("Forged certificate"),
                ReasonWords::tr("The signature of this certificate is wrong: it is forged or damaged."),
                ReasonWords::tr("Scan it again. If it stays, ask for the citizen card.")};
    case Reason::IdInvalid:
        return {ReasonWords::tr("Invalid number"), ReasonWords::tr("The number in this code is not valid."),
                ReasonWords::tr("Scan again. If it stays, ask for another paper.")};
    case Reason::BadCheckDigit:
        return {ReasonWords::tr("Misread document"),
                ReasonWords::tr("A check digit of the document is wrong."),
                ReasonWords::tr("Scan the document again, flat and in good light.")};
    case Reason::TwoScans:
        return {ReasonWords::tr("Two scans at once"), ReasonWords::tr("Two scans ran together."),
                ReasonWords::tr("Scan both codes again, one after the other.")};
    case Reason::NoCode:
        return {ReasonWords::tr("No code"), ReasonWords::tr("There is no code in this picture."),
                ReasonWords::tr("Take a sharp photo that shows the whole code.")};
    case Reason::PosterShown:
        return {ReasonWords::tr("Our own poster"),
                ReasonWords::tr("This is this venue's poster, not a person's code."),
                ReasonWords::tr("Ask the visitor to show their personal code.")};
    case Reason::PosterOutdated:
        return {
            ReasonWords::tr("Outdated poster"),
            ReasonWords::tr("This is a poster of this venue that a newer one has replaced."),
            ReasonWords::tr("Take it down and hang the newer one. Ask the visitor for a code of their own.")};
    case Reason::PosterWithdrawn:
        return {ReasonWords::tr("Withdrawn poster"),
                ReasonWords::tr("This is a poster of this venue that was withdrawn."),
                ReasonWords::tr("Take it down. Ask the visitor for a code of their own.")};
    case Reason::PosterForged:
        return {ReasonWords::tr("Forged poster"),
                ReasonWords::tr("This poster names this venue, but the venue did not issue it."),
                ReasonWords::tr("Find out where it hangs and take it down.")};
    case Reason::PosterForeign:
        return {ReasonWords::tr("Another venue's poster"),
                ReasonWords::tr("This is the poster of another venue."),
                ReasonWords::tr("Ask the visitor for a code of their own.")};
    case Reason::PosterUnknown:
        return {
            ReasonWords::tr("Poster not known here"),
            ReasonWords::tr("This poster is not known at this desk."),
            ReasonWords::tr("If another desk of the venue printed it, bring that desk's venue file here.")};
    case Reason::PassForged:
        return {ReasonWords::tr("Forged pass"),
                ReasonWords::tr("This pass looks like one of this venue, but the venue did not issue it."),
                ReasonWords::tr("Keep the pass and ask the visitor for the citizen card.")};
    case Reason::PassForeign:
        return {
            ReasonWords::tr("Pass not known here"), ReasonWords::tr("This pass is not known at this desk."),
            ReasonWords::tr("If another desk of the venue issued it, bring that desk's venue file here.")};
    case Reason::PassExpired:
        return {ReasonWords::tr("Pass has expired"), ReasonWords::tr("This visitor pass has expired."),
                ReasonWords::tr("Issue a new pass, or ask for the citizen card.")};
    case Reason::PassRevoked:
        return {ReasonWords::tr("Pass was withdrawn"),
                ReasonWords::tr("This visitor pass was reported lost or withdrawn."),
                ReasonWords::tr("Keep the pass and ask the visitor for the citizen card.")};
    case Reason::TwoPersons:
        return {ReasonWords::tr("Two persons"),
                ReasonWords::tr("The codes of two persons are in the picture."),
                ReasonWords::tr("Nobody was recorded. Hold up one code at a time.")};
    case Reason::AlreadyInside:
        return {ReasonWords::tr("Already inside"), ReasonWords::tr("This person is already inside."),
                ReasonWords::tr("If the person is leaving, record that they leave.")};
    case Reason::LeavesWithoutEntry:
        return {ReasonWords::tr("Leaves without an entry"),
                ReasonWords::tr("Leaves, but no entry was recorded."),
                ReasonWords::tr("Record that the person leaves, or that they come in.")};
    case Reason::IdentityConflict:
        return {ReasonWords::tr("Numbers do not match"),
                ReasonWords::tr("The numbers in this code belong to different people."),
                ReasonWords::tr("Compare the card with the person, then record or leave it.")};
    case Reason::OnAttentionList:
        return {ReasonWords::tr("Attention"), ReasonWords::tr("This person is on the attention list."),
                ReasonWords::tr("Read the note, then let the person in, or do not.")};
    case Reason::OverCapacity:
        return {ReasonWords::tr("Full"), ReasonWords::tr("As many people are inside as the venue may hold."),
                ReasonWords::tr("Let people in as others leave.")};
    case Reason::OutsideOpeningHours:
        return {ReasonWords::tr("Closed now"), ReasonWords::tr("The venue is closed at this hour."),
                ReasonWords::tr("Let the person in, or do not: then the refusal is kept.")};
    case Reason::StayTooShort:
        return {ReasonWords::tr("Stay too short"),
                ReasonWords::tr("This person came in only a short while ago."),
                ReasonWords::tr("If the person is leaving already, record that they leave.")};
    case Reason::JustLeft:
        return {ReasonWords::tr("Just left"), ReasonWords::tr("This person left only a moment ago."),
                ReasonWords::tr("If the person is coming in again, record that they come in.")};
    case Reason::NotDeclared:
        return {ReasonWords::tr("No declaration"),
                ReasonWords::tr("This person has not made a health declaration."),
                ReasonWords::tr("Ask for the declaration, then let the person in or record nothing.")};
    case Reason::ReportsSymptoms:
        return {
            ReasonWords::tr("Declared symptoms"),
            ReasonWords::tr("This person's health declaration says symptoms or a contact."),
            ReasonWords::tr("Follow the venue's rule for this, then let the person in or record nothing.")};
    case Reason::NoCertificate:
        return {ReasonWords::tr("No certificate"),
                ReasonWords::tr("No health certificate that is verified and valid was shown."),
                ReasonWords::tr("Scan the certificate, or let the person in or record nothing.")};
    }
    Q_UNREACHABLE();
}

QString warningText(CodeWarning warning)
{
    switch (warning) {
    case CodeWarning::Incomplete:
        return ReasonWords::tr("The code is cut off; some data are missing.");
    case CodeWarning::Masked:
        return ReasonWords::tr("The code hides a part of the number or of the date of birth.");
    case CodeWarning::IdMismatch:
        return ReasonWords::tr("The card number does not match the sex or year of birth: compare the card.");
    case CodeWarning::BirthDateInvalid:
        return ReasonWords::tr("The date of birth in the code does not exist; it was left out.");
    case CodeWarning::IssuedInvalid:
        return ReasonWords::tr("The date of issue in the code does not exist; it was left out.");
    case CodeWarning::SexUnreadable:
        return ReasonWords::tr("The sex in the code cannot be read; it was left out.");
    case CodeWarning::NameUnreadable:
        return ReasonWords::tr("The name in the code cannot be read; it was left out.");
    case CodeWarning::NameRepaired:
        return ReasonWords::tr("The name was damaged and restored: compare with the card.");
    case CodeWarning::AddressUnreadable:
        return ReasonWords::tr("The address in the code cannot be read; it was left out.");
    case CodeWarning::PhoneInvalid:
        return ReasonWords::tr("The phone number in the code is not valid; it was left out.");
    case CodeWarning::HealthInsuranceInvalid:
        return ReasonWords::tr("The health-insurance number in the code is not valid; it was left out.");
    case CodeWarning::TypingDamage:
        return ReasonWords::tr("The scanner garbled letters: turn off Vietnamese typing, scan again.");
    case CodeWarning::LeavesWithoutEntry:
        return ReasonWords::tr("Left although no entry was recorded.");
    }
    Q_UNREACHABLE();
}

QString sourceName(const QString &source)
{
    if (source == formatid::citizenCard)
        return ReasonWords::tr("Citizen card");
    if (source == formatid::personalQr)
        return ReasonWords::tr("Personal QR");
    if (source == formatid::healthInsurance)
        return ReasonWords::tr("Insurance card");
    if (source == formatid::certificate)
        return ReasonWords::tr("Certificate");
    if (source == formatid::travelDocument)
        return ReasonWords::tr("Passport");
    if (source == formatid::visitorPass)
        return ReasonWords::tr("Visitor pass");
    if (source == formatid::venueCode)
        return ReasonWords::tr("Venue's code");
    if (source == formatid::paymentCode)
        return ReasonWords::tr("Payment code");
    if (source == formatid::ownPhone)
        return ReasonWords::tr("Own phone");
    if (source == "manual"_L1)
        return ReasonWords::tr("By hand");
    return ReasonWords::tr("Unknown code");
}

} // namespace checkpoint
