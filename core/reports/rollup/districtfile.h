#pragma once

#include "core/base/result.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace checkpoint {

/// A commune with what it belongs to, as it is written.
struct Area
{
    QString province;
    QString district;
    QString commune;

    /// The form in which areas are compared: composed, in lower case, one blank between words. Diacritics
    /// matter, they tell communes apart.
    QString key() const;
};

/// One row of a venue's report, as far as offices add it up.
struct DistrictRow
{
    int line = 0;
    QDate day;
    Area area;
    QString venueCode;
    QString venueName;
    QDate registeredOn; ///< invalid: not said
    bool active = false;
    qint64 in = 0;
    qint64 out = 0;
    qint64 persons = 0;
    qint64 refused = 0;
    qint64 reportedMs = 0; ///< when the report was made, UTC

    bool operator==(const DistrictRow &) const = default;
};

/// Something that is wrong with a file, or that was decided about it.
struct FileNote
{
    enum Kind {
        Broken,    ///< the row (or with line 1 perhaps the file) does not count
        Replaced,  ///< another row about the same venue and day is newer
        Duplicate, ///< the same row once more
    };

    Kind kind = Broken;
    QString file;
    int line = 0;
    QString reason;        ///< English
    QString reasonVi = {}; ///< the same for the office that reads it
};

/// What a file of the district's form says.
struct DistrictFile
{
    QList<DistrictRow> rows;
    QList<FileNote> broken;
};

/// Reads a file as venues send it, or as a spreadsheet has saved it again: commas, semicolons or tabs, UTF-8
/// or UTF-16, days as 2026-11-20 or 20/11/2026. What is wrong is noted and the rest counts.
DistrictFile readDistrictFile(const QString &path);

/// The text of a table's file. SourceUnreadable when it cannot be read, is too large or no text.
Result<QString> readTableText(const QString &path);

/// How many people live in each commune, by Area::key().
struct Population
{
    struct Commune
    {
        Area area;
        qint64 people = 0;
    };
    QHash<QString, Commune> communes;
    QList<FileNote> broken;
};

/// Reads a file with the columns province, district (may be missing), commune and population, or "Tỉnh",
/// "Huyện", "Xã" and "Dân số". SourceUnreadable when it is no such file.
Result<Population> readPopulation(const QString &path);

} // namespace checkpoint
