#include "ui/common/rescuetext.h"

#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

struct RescueWords
{
    Q_DECLARE_TR_FUNCTIONS(RescueWords)
};

QString dayAndTime(qint64 utcMs)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(utcMs);
    return dateText(local.date()) + u' ' + local.toString(u"HH:mm"_s);
}

QString missingText(const MergeCounts &counts)
{
    const QString many = RescueWords::tr("Entries that are missing: %n", nullptr, int(counts.missing));
    if (counts.missingFromUtcMs && counts.missingToUtcMs)
        return many + u' ' +
               RescueWords::tr("(between %1 and %2).")
                   .arg(dayAndTime(*counts.missingFromUtcMs), dayAndTime(*counts.missingToUtcMs));
    if (counts.missingFromUtcMs)
        return many + u' ' + RescueWords::tr("(after %1).").arg(dayAndTime(*counts.missingFromUtcMs));
    return many + u'.';
}

} // namespace

ErrorText rescueBeginsText()
{
    return {RescueWords::tr("The database was damaged."),
            RescueWords::tr("It was put aside unchanged, and what can be read of it is brought back now."),
            RescueWords::tr("Go on scanning.")};
}

ErrorText rescuedText(const MergeCounts &counts)
{
    if (counts.hadLostEnd)
        return {RescueWords::tr("The database had lost what was recorded last. Entries that came back: %n.",
                                nullptr, int(counts.entries)),
                counts.missing > 0 ? missingText(counts) : RescueWords::tr("Nothing is missing."),
                RescueWords::tr("Have the disk looked at.")};
    return {RescueWords::tr("The damaged database was read: entries that came back: %n.", nullptr,
                            int(counts.entries)),
            counts.missing > 0 ? missingText(counts)
            : counts.skipped
                ? RescueWords::tr("Some parts could not be read; no entry is known to be missing.")
                : RescueWords::tr("Nothing is missing."),
            RescueWords::tr("The damaged file is kept in the data folder. Have the disk looked at.")};
}

ErrorText littleRoomText(qint64 freeBytes)
{
    return {RescueWords::tr("The disk is nearly full: %1 are free.")
                .arg(QLocale().formattedDataSize(freeBytes, 0)),
            RescueWords::tr("Everything is still recorded."),
            RescueWords::tr("Free some space. When the disk is full, scanning stops until there is room.")};
}

} // namespace checkpoint
