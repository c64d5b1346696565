#pragma once

#include "core/reports/rollup/districtfile.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace checkpoint {

enum class AreaLevel { Commune, District, Province, Whole };

/// What a day adds up to in an area.
struct AreaDay
{
    AreaLevel level = AreaLevel::Commune;
    Area area; ///< what is below the level is empty
    QDate day;
    qint64 registered = 0; ///< points that were registered by the day
    qint64 reported = 0;   ///< points that sent a report for the day
    qint64 active = 0;
    std::optional<qint64> activeBefore; ///< of the day before, when somebody reported then
    std::optional<double> activeMean;   ///< of those of the seven days before for which somebody reported
    qint64 in = 0;
    qint64 out = 0;
    qint64 persons = 0;
    qint64 refused = 0;
    std::optional<qint64> population;
    QStringList silentCommunes; ///< without a scan on the day, in the order of the alphabet

    /// Active points for each hundred people.
    std::optional<double> activePerHundred() const;
};

/// Adds the venues' reports up by commune, district and province. One row about a venue and day counts: the
/// newest. Memory grows with venues and days, not with files. Used on one thread.
class AreaRollup
{
public:
    /// Of whom `population` speaks is an area even when nobody reports from there.
    explicit AreaRollup(const Population &population) : m_population(population) {}

    /// Takes a row in; notes what that replaced. `file` names where it stands.
    void add(const QString &file, const DistrictRow &row, QList<FileNote> &notes);

    /// All areas of all days, by day, then from the whole down to the communes.
    std::vector<AreaDay> days() const;

    qsizetype venueCount() const { return m_venues.size(); }

private:
    struct DaySaid
    {
        qint64 reportedMs = 0;
        qint64 in = 0;
        qint64 out = 0;
        qint64 persons = 0;
        qint64 refused = 0;
        bool active = false;
        int line = 0;
        int file = 0;
    };
    struct VenueSaid
    {
        Area area; ///< as the newest row says; likewise the day
        QDate registeredOn;
        qint64 newestMs = 0;
        QMap<QDate, DaySaid> days;
    };

    std::vector<AreaDay> communesOf(const QDate &day, const QList<Area> &communes) const;

    const Population m_population;
    QStringList m_files;
    QHash<QString, VenueSaid> m_venues; ///< by code
};

} // namespace checkpoint
