#pragma once

#include "core/base/error.h"
#include "core/domain/admission.h"
#include "core/domain/askedfield.h"
#include "core/domain/attention.h"
#include "core/domain/declaration.h"
#include "core/domain/entry.h"
#include "core/domain/expected.h"
#include "core/domain/visitorcode.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace checkpoint {

/// How the operator settles a question.
enum class Answer {
    RecordIn,  ///< record that the person comes in
    RecordOut, ///< record that the person leaves
    Dismiss,   ///< record nothing (kept as a refused scan)
};

/// What became of one passage; what is shown, heard and printed. Announced only after the commit.
struct ScanOutcome
{
    enum class Kind {
        Recorded,  ///< an entry is committed
        Repeated,  ///< the same code or person again; nothing was recorded
        Refused,   ///< kept as a refused scan, with `reason`
        Asks,      ///< waits for the operator, with `reason` and `answers`
        Dismissed, ///< the operator let a question be; kept as a refused scan, with `reason`
        Failed,    ///< NOT recorded, with `error`
        Voided,    ///< an entry was taken back
    };

    Kind kind = Kind::Recorded;
    quint64 number = 0; ///< counts the desk's outcomes; names a question or an entry that is spoken of
    QString deviceId;   ///< empty: it comes from no device and no hand entry, but from correcting
    QString deviceName;
    QString source; ///< RawScan::source
    QString format; ///< formatid, or "manual"
    Moment at;
    QString location;
    std::optional<Direction> direction;
    std::optional<Reason> reason;
    QList<Reason> notices; ///< what the operator is told besides, whatever became of it
    QList<CodeWarning> warnings;
    std::optional<QUuid> entryId;
    std::optional<QUuid> visitorId; ///< whose passage it is, as far as the record knows the person
    VisitorData visitor;            ///< in full; whoever shows it masks it
    std::optional<Entry> lastEntry; ///< the person's entry before this one
    std::optional<qint64> insideSinceUtcMs;
    std::optional<Error> error;
    QList<Answer> answers;              ///< with Asks: what can be answered, the likeliest first
    std::optional<QUuid> corrects = {}; ///< the entry that was turned round or restored by this one
    bool restores = false;              ///< what was taken back counts again, or could not
    std::optional<Entry> sameWay = {};  ///< of a corrected one: the person's passage next to it that goes the
                                        ///< same way
    EntryDetails details;               ///< as far as they were said
    Party party;                        ///< who passes along
    bool apart = false;                 ///< only the party passed
    Party partyInside;                  ///< who came along with the person and is inside now
    std::optional<AttentionNote> attention;
    std::optional<ExpectedVisitor> expected; ///< as whom the person was announced for the day
    QList<AskedField> missing;               ///< with Recorded: what the venue asks for and nobody said
    DeclarationStatus declaration = DeclarationStatus::Unknown;
    std::optional<Certificate> certificate = {}; ///< that was shown; for the eyes of whoever stands there
    qint64 insideNow = 0;                        ///< all people inside: with Recorded after it, with Asks now
    int capacity = 0; ///< how many may be inside, where it is warned that there are as many or more
};

/// "recorded", "repeated", "refused", "asks", "dismissed", "failed", "voided".
QString outcomeKindId(ScanOutcome::Kind kind);

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ScanOutcome)
