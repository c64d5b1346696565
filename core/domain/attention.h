#pragma once

#include "core/domain/visitor.h"

#include <QMetaType>
#include <QString>
#include <QUuid>

#include <optional>

namespace checkpoint {

/// The venue wants to be told when somebody comes. Personal data: sealed on disk, never logged; the person is
/// found by digests of their numbers, whether they were ever seen here or not.
struct AttentionNote
{
    QUuid id;
    QString reason;                   ///< in the venue's words, shown to the operator
    qint64 fromUtcMs = 0;             ///< holds from then on
    std::optional<qint64> untilUtcMs; ///< and before this; absent: until it is withdrawn
    VisitorData who;                  ///< as it was typed or known when the note was written
    bool withdrawn = false;
    std::optional<QUuid> visitorId;        ///< a known person, who may have no number at all
    std::optional<qint64> endedUtcMs = {}; ///< from when on it holds no more: withdrawn, or over

    bool holdsAt(qint64 utcMs) const
    {
        return !withdrawn && fromUtcMs <= utcMs && (!untilUtcMs || utcMs < *untilUtcMs);
    }
    /// The same of a moment that is past: one that was withdrawn since held until then.
    bool heldAt(qint64 utcMs) const { return fromUtcMs <= utcMs && (!endedUtcMs || utcMs < *endedUtcMs); }
    bool operator==(const AttentionNote &) const = default;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::AttentionNote)
