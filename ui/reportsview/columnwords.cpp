#include "ui/reportsview/columnwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ColumnWord
{
    QLatin1StringView name;
    const char *words;
};

constexpr ColumnWord known[] = {
    {"entry_id"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Entry no.")},
    {"exit_id"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Exit no.")},
    {"at"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Time")},
    {"direction"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Direction")},
    {"location"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Location")},
    {"source"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Kind of code")},
    {"device"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Device")},
    {"estimated"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Estimated")},
    {"corrects"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Voids another")},
    {"voided_by"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Voided by")},
    {"reason"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Reason")},
    {"late"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Late entry")},
    {"clock_suspect"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Clock in doubt")},
    {"companions"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Companions")},
    {"children"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Children")},
    {"entered_at"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Came in")},
    {"left_at"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Left")},
    {"minutes"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Minutes")},
    {"state"_L1, QT_TRANSLATE_NOOP("ColumnWords", "State")},
    {"location_in"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Location in")},
    {"location_out"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Location out")},
    {"source_in"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Code in")},
    {"source_out"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Code out")},
    {"minutes_inside"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Minutes inside")},
    {"people"_L1, QT_TRANSLATE_NOOP("ColumnWords", "People")},
    {"visitor_inside"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Visitor inside")},
    {"visitor_id"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Visitor")},
    {"name"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Name")},
    {"sex"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Sex")},
    {"birth_date"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Born")},
    {"id_number"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Document number")},
    {"old_id"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Former number")},
    {"address"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Address")},
    {"issued"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Issued on")},
    {"phone"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Phone")},
    {"qid"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Platform id")},
    {"health_insurance"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Health insurance")},
    {"nationality"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Nationality")},
    {"reference"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Letter")},
    {"kind"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Visit or contact")},
    {"visit_number"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Visit no.")},
    {"overlap_minutes"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Minutes together")},
    {"overlap_from"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Together from")},
    {"overlap_to"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Together until")},
    {"same_location"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Same location")},
    {"times_assumed"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Time assumed")},
    {"form_version"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Form version")},
    {"day"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Day")},
    {"province"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Province")},
    {"district"_L1, QT_TRANSLATE_NOOP("ColumnWords", "District")},
    {"commune"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Commune")},
    {"venue_code"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Venue code")},
    {"venue_name"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Venue")},
    {"venue_kind"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Kind of venue")},
    {"contact_name"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Contact")},
    {"contact_phone"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Contact's phone")},
    {"registered_on"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Registered on")},
    {"last_scan_at"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Last scan")},
    {"active"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Active")},
    {"entries_in"_L1, QT_TRANSLATE_NOOP("ColumnWords", "In")},
    {"entries_out"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Out")},
    {"open_visits"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Still open")},
    {"persons"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Persons")},
    {"scans_citizen_card"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Citizen cards")},
    {"scans_personal_qr"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Personal QR codes")},
    {"scans_health_insurance"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Health-insurance cards")},
    {"scans_certificate"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Certificates")},
    {"scans_travel_document"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Travel documents")},
    {"scans_visitor_pass"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Visitor passes")},
    {"scans_manual"_L1, QT_TRANSLATE_NOOP("ColumnWords", "By hand")},
    {"scans_other"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Other codes")},
    {"refused_scans"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Refused")},
    {"peak_hour"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Peak hour")},
    {"peak_hour_scans"_L1, QT_TRANSLATE_NOOP("ColumnWords", "In the peak hour")},
    {"locations_registered"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Locations registered")},
    {"locations_active"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Locations active")},
    {"synced_percent"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Sent %")},
    {"reported_at"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Reported at")},
    {"level"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Level")},
    {"points_registered"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Points registered")},
    {"points_reported"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Points that reported")},
    {"points_active"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Active points")},
    {"points_active_change"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Against the day before")},
    {"points_active_mean_7_days"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Mean of 7 days")},
    {"points_active_against_mean"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Against the mean")},
    {"population"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Population")},
    {"points_active_per_100_people"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Per 100 people")},
    {"target_met"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Target met")},
    {"communes_without_scan"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Communes without a scan")},
    {"communes_without_scan_names"_L1, QT_TRANSLATE_NOOP("ColumnWords", "Their names")},
};

} // namespace

QString columnWords(const QString &name)
{
    const auto *const found = std::ranges::find(known, name, &ColumnWord::name);
    if (found == std::end(known))
        return QString(name).replace(u'_', u' ');
    return QCoreApplication::translate("ColumnWords", found->words);
}

} // namespace checkpoint
