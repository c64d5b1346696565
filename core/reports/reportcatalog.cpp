#include "core/reports/reportcatalog.h"

#include "core/reports/catalogue/districtreport.h"
#include "core/reports/catalogue/entriesreport.h"
#include "core/reports/catalogue/insidereport.h"
#include "core/reports/catalogue/visitsreport.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

struct Kind
{
    QLatin1StringView id;
    std::unique_ptr<Report> (*make)(const ReportRequest &);
};

template <typename Made> std::unique_ptr<Report> make(const ReportRequest &request)
{
    return std::make_unique<Made>(request);
}

constexpr Kind kinds[]{
    {"entries"_L1, &make<EntriesReport>},
    {"visits"_L1, &make<VisitsReport>},
    {"district"_L1, &make<DistrictReport>},
    {"inside"_L1, &make<InsideReport>},
};

} // namespace

QStringList reportIds()
{
    QStringList ids;
    for (const Kind &kind : kinds)
        ids.append(kind.id);
    return ids;
}

std::unique_ptr<Report> makeReport(const QString &id, const ReportRequest &request)
{
    for (const Kind &kind : kinds) {
        if (id == kind.id)
            return kind.make(request);
    }
    return nullptr;
}

} // namespace checkpoint
