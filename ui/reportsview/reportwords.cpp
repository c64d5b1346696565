#include "ui/reportsview/reportwords.h"

#include <QCoreApplication>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReportWords
{
    Q_DECLARE_TR_FUNCTIONS(ReportWords)
};

} // namespace

QString reportName(const QString &id)
{
    if (id == "entries"_L1)
        return ReportWords::tr("Entries");
    if (id == "visits"_L1)
        return ReportWords::tr("Visits");
    if (id == "district"_L1)
        return ReportWords::tr("Report to the authorities");
    if (id == "inside"_L1)
        return ReportWords::tr("Who is inside");
    return id;
}

QString reportPurpose(const QString &id)
{
    if (id == "entries"_L1)
        return ReportWords::tr("One line per entry. Names and numbers are masked.");
    if (id == "visits"_L1)
        return ReportWords::tr(
            "In and out side by side, with the length of the stay. Estimated exits are marked.");
    if (id == "district"_L1)
        return ReportWords::tr("One line for each day, without personal data: passages, persons, peak hour. "
                               "A second file says what each column means.");
    if (id == "inside"_L1)
        return ReportWords::tr("Everybody who is inside now; the time chosen does not matter.");
    return {};
}

} // namespace checkpoint
