#pragma once

#include "core/base/clock.h"
#include "core/domain/retention.h"
#include "core/domain/venue.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace checkpoint {

/// What the notice says in one language beside its fixed words.
struct NoticeText
{
    QString purpose; ///< what the data are for, and who gets them
    QString basis;   ///< the law by which they are processed

    bool operator==(const NoticeText &) const = default;
};

/// What visitors are told about their personal data before these are taken (Law 91/2025/QH15, Decree
/// 356/2025/NĐ-CP): what for, on what basis, how long, and whom to ask. Public: it hangs on the wall.
struct Notice
{
    int version = 0; ///< from 1 on; 0: it was not saved yet
    Moment savedAt;
    NoticeText vietnamese;
    NoticeText english;
    QString contact; ///< of the venue, for questions and requests
    int visitorDays = 0;
    int detailDays = 0;
    int waitingDays = 0;

    /// The same is told, whatever the version.
    bool saysAs(const Notice &other) const;
    /// The same with these terms.
    Notice withTerms(const RetentionTerms &terms) const;

    bool operator==(const Notice &) const = default;
};

/// What is wrong with a notice that is to be saved.
struct NoticeFault
{
    enum class Field { PurposeVietnamese, BasisVietnamese, PurposeEnglish, BasisEnglish, Contact };
    enum class Kind {
        Missing,
        TooLong,
        Unprintable, ///< controls, marks that turn the direction of writing
    };

    Field field = Field::PurposeVietnamese;
    Kind kind = Kind::Missing;

    bool operator==(const NoticeFault &) const = default;
};

/// The first field that is wrong; nothing when it can be saved. Pure; any thread.
std::optional<NoticeFault> faultOf(const Notice &notice);

/// A notice to begin with, as a venue that records its visitors has to give it. `venue` gives the contact.
Notice proposedNotice(const std::optional<Venue> &venue, const RetentionTerms &terms);

/// Letters; more would not fit on one page in letters that are read on a wall.
inline constexpr int longestNoticeText = 600;
inline constexpr int longestNoticeContact = 200;

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Notice)
