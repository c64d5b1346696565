#pragma once

#include "core/base/error.h"
#include "core/domain/admission.h"
#include "core/domain/entry.h"
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

/// What became of one scan; what is shown, heard and printed. Announced only after the commit.
struct ScanOutcome
{
    enum class Kind {
        Recorded, ///< an entry is committed
        Repeated, ///< the same code or person again; nothing was recorded
        Refused,  ///< kept as a refused scan, with `reason`
        Asks,     ///< waits for the operator, with `reason` and `answers`
        Failed,   ///< NOT recorded, with `error`
        Voided,   ///< an entry was taken back
    };

    Kind kind = Kind::Recorded;
    quint64 number = 0; ///< counts the desk's outcomes; names a question when it is answered
    QString deviceId;
    QString deviceName;
    QString source; ///< RawScan::source
    QString format; ///< formatid
    Moment at;
    QString location;
    std::optional<Direction> direction;
    std::optional<Reason> reason;
    QList<CodeWarning> warnings;
    std::optional<QUuid> entryId;
    VisitorData visitor;            ///< in full; whoever shows it masks it
    std::optional<Entry> lastEntry; ///< the person's entry before this one
    std::optional<qint64> insideSinceUtcMs;
    std::optional<Error> error;
    QList<Answer> answers;  ///< with Asks: what can be answered, the likeliest first
    bool corrected = false; ///< a direction was turned round
};

/// What can be answered to a question, the likeliest first: what the door's rule says; nothing, when the code
/// was merely held up twice.
QList<Answer> likelyAnswers(const Admission &admission, qint64 atUtcMs,
                            std::optional<qint64> insideSinceUtcMs);

/// "recorded", "repeated", "refused", "asks", "failed", "voided".
QString outcomeKindId(ScanOutcome::Kind kind);

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ScanOutcome)
