#pragma once

#include "core/desk/handentry.h"
#include "core/desk/scanoutcome.h"
#include "core/desk/showings.h"
#include "core/scan/rawscan.h"
#include "core/store/entrystore.h"

#include <QByteArray>

namespace checkpoint {

/// Somebody on the way through the desk: what was scanned or written down, and what is known of it by now.
struct Passage
{
    DeviceSetup setup;
    VisitorCode code;
    QByteArray payload; ///< what tells this showing from others
    qint64 steadyMs = 0;
    std::optional<QUuid> visitorId; ///< the person, when the operator chose them
    std::optional<QUuid> expected;  ///< the announcement, when the operator chose it
    std::optional<QUuid> knownAs;   ///< the person, when the store knows them
    bool asked = false;             ///< it stood as a question, so deciding it again is no repeat
    bool partyStays = false;        ///< leaving, those who came along stay
    bool contradicts = false;       ///< the code's numbers belong to different people
    ScanOutcome outcome;            ///< filled on the way

    void warn(CodeWarning warning);
};

/// A scanned code at a device.
Passage scannedPassage(const RawScan &scan, const DeviceSetup &setup, const VisitorCode &code,
                       const QByteArray &payload, const QString &location);

/// Somebody written down by hand; the entry is checked.
Passage writtenPassage(const HandEntry &entry, const Moment &at, qint64 steadyMs, const QString &location);

/// Whether the holder of the certificate of one passage is the person of another: the same name, whatever its
/// diacritics, and the same day of birth.
bool holdsCertificate(const Passage &person, const Passage &certificate);

/// The passage of a person who shows a certificate as well. Both codes tell who they are from then on.
Passage withCertificate(const Passage &person, const Passage &certificate);

/// What is to be recorded of it.
EntryDraft draftOf(const Passage &passage, Direction direction);

/// What is kept when it is not recorded.
RefusedScan refusalOf(const Passage &passage, Reason reason);

/// What is said once it is recorded.
ScanOutcome recordedOutcome(const Passage &passage, const Recorded &recorded);

} // namespace checkpoint
