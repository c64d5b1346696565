#pragma once

#include "core/base/result.h"
#include "core/domain/notice.h"
#include "core/posters/postercontent.h"
#include "core/posters/sheet.h"

#include <QString>

#include <vector>

namespace checkpoint {

/// What hangs on the wall beside the codes: a version of the notice, and whose it is.
struct NoticeSheetContent
{
    QString venueName;
    QString address; ///< street, commune, district, province; may be empty
    Notice notice;
};

/// The same of a venue.
NoticeSheetContent noticeSheetContent(const std::optional<Venue> &venue, const Notice &notice);

/// One A4 page a language: what for, on what basis, which data, how long, the person's rights with the days
/// of Decree 356/2025/NĐ-CP, whom to ask, version and day. In the largest letters at which all of it fits;
/// DoesNotFit when it would have to be smaller than what is read on a wall. Any thread.
Result<std::vector<Sheet>> noticeSheets(const NoticeSheetContent &content, PosterLanguages languages);

/// The same as lines of text.
QStringList noticeLines(const NoticeSheetContent &content, PosterLanguages languages);

/// The pages as a PDF file, which appears whole or not at all. Besides: WriteFailed, DiskFull.
Result<void> writeNoticePdf(const QString &path, const NoticeSheetContent &content,
                            PosterLanguages languages);

} // namespace checkpoint
