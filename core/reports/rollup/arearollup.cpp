#include "core/reports/rollup/arearollup.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int daysOfMean = 7;

/// The area that a commune belongs to on a level.
Area areaOn(AreaLevel level, const Area &commune)
{
    switch (level) {
    case AreaLevel::Commune:
        return commune;
    case AreaLevel::District:
        return {commune.province, commune.district, {}};
    case AreaLevel::Province:
        return {commune.province, {}, {}};
    case AreaLevel::Whole:
        break;
    }
    return {};
}

void addCommune(AreaDay &sum, const AreaDay &commune)
{
    sum.registered += commune.registered;
    sum.reported += commune.reported;
    sum.active += commune.active;
    sum.in += commune.in;
    sum.out += commune.out;
    sum.persons += commune.persons;
    sum.refused += commune.refused;
    if (commune.population)
        sum.population = sum.population.value_or(0) + *commune.population;
    if (commune.active == 0)
        sum.silentCommunes.append(commune.area.commune);
}

/// Fills in what the days before were like.
void compareWithDaysBefore(std::vector<AreaDay> &days)
{
    QHash<QString, QMap<QDate, qint64>> active; // of days for which somebody reported
    const auto keyOf = [](const AreaDay &day) { return QString::number(int(day.level)) + day.area.key(); };
    for (const AreaDay &day : days) {
        if (day.reported > 0)
            active[keyOf(day)].insert(day.day, day.active);
    }
    for (AreaDay &day : days) {
        const QMap<QDate, qint64> known = active.value(keyOf(day));
        double sum = 0;
        int count = 0;
        for (int back = 1; back <= daysOfMean; ++back) {
            const auto before = known.constFind(day.day.addDays(-back));
            if (before == known.cend())
                continue;
            if (back == 1)
                day.activeBefore = *before;
            sum += double(*before);
            ++count;
        }
        if (count > 0)
            day.activeMean = sum / count;
    }
}

} // namespace

std::optional<double> AreaDay::activePerHundred() const
{
    if (!population || *population <= 0)
        return std::nullopt;
    return 100.0 * double(active) / double(*population);
}

void AreaRollup::add(const QString &file, const DistrictRow &row, QList<FileNote> &notes)
{
    if (m_files.isEmpty() || m_files.last() != file)
        m_files.append(file);
    VenueSaid &venue = m_venues[row.venueCode];
    if (venue.days.isEmpty() || row.reportedMs >= venue.newestMs) {
        venue.area = row.area;
        venue.registeredOn = row.registeredOn;
        venue.newestMs = row.reportedMs;
    }
    const DaySaid said{row.reportedMs, row.in,     row.out,  row.persons,
                       row.refused,    row.active, row.line, int(m_files.size()) - 1};
    const auto known = venue.days.find(row.day);
    if (known == venue.days.end()) {
        venue.days.insert(row.day, said);
        return;
    }
    const bool newer = said.reportedMs > known->reportedMs;
    const bool same = said.reportedMs == known->reportedMs && said.in == known->in &&
                      said.out == known->out && said.persons == known->persons &&
                      said.refused == known->refused;
    const DaySaid &losing = newer ? *known : said;
    const DaySaid &winning = newer ? said : *known;
    const QString day = row.day.toString(Qt::ISODate);
    const QString &other = m_files[winning.file];
    const QString english = same ? u"venue %1 on %2: the same as %3 line %4"_s
                                 : u"venue %1 on %2: %3 line %4 is newer and counts instead"_s;
    const QString vietnamese = same ? u"địa điểm %1 ngày %2: trùng với %3 dòng %4"_s
                                    : u"địa điểm %1 ngày %2: %3 dòng %4 mới hơn và được tính thay"_s;
    notes.append({same ? FileNote::Duplicate : FileNote::Replaced, m_files[losing.file], losing.line,
                  english.arg(row.venueCode, day, other).arg(winning.line),
                  vietnamese.arg(row.venueCode, day, other).arg(winning.line)});
    if (newer)
        *known = said;
}

std::vector<AreaDay> AreaRollup::days() const
{
    QSet<QDate> reported;
    QMap<QString, Area> areas; // by key, in the order of the alphabet
    for (const VenueSaid &venue : m_venues) {
        areas.insert(venue.area.key(), venue.area);
        for (auto day = venue.days.begin(); day != venue.days.end(); ++day)
            reported.insert(day.key());
    }
    for (auto commune = m_population.communes.begin(); commune != m_population.communes.end(); ++commune)
        areas.insert(commune.key(), commune->area);
    QList<QDate> dates(reported.begin(), reported.end());
    std::ranges::sort(dates);

    std::vector<AreaDay> all;
    for (const QDate &date : std::as_const(dates)) {
        const std::vector<AreaDay> communes = communesOf(date, areas.values());
        for (const AreaLevel level : {AreaLevel::Whole, AreaLevel::Province, AreaLevel::District}) {
            QMap<QString, AreaDay> sums;
            for (const AreaDay &commune : communes) {
                const Area area = areaOn(level, commune.area);
                if (level == AreaLevel::District && area.district.isEmpty())
                    continue;
                AreaDay &sum = sums[area.key()];
                sum.level = level;
                sum.area = area;
                sum.day = date;
                addCommune(sum, commune);
            }
            all.insert(all.end(), sums.begin(), sums.end());
        }
        all.insert(all.end(), communes.begin(), communes.end());
    }
    compareWithDaysBefore(all);
    return all;
}

std::vector<AreaDay> AreaRollup::communesOf(const QDate &day, const QList<Area> &communes) const
{
    std::vector<AreaDay> sums;
    QHash<QString, std::size_t> places;
    for (const Area &commune : communes) {
        AreaDay sum;
        sum.area = commune;
        sum.day = day;
        const auto people = m_population.communes.constFind(commune.key());
        if (people != m_population.communes.cend())
            sum.population = people->people;
        places.insert(commune.key(), sums.size());
        sums.push_back(sum);
    }
    for (const VenueSaid &venue : m_venues) {
        AreaDay &sum = sums[places.value(venue.area.key())];
        const QDate since = venue.registeredOn.isValid() ? venue.registeredOn : venue.days.firstKey();
        const auto said = venue.days.constFind(day);
        if (since <= day || said != venue.days.cend())
            ++sum.registered;
        if (said == venue.days.cend())
            continue;
        ++sum.reported;
        sum.active += said->active;
        sum.in += said->in;
        sum.out += said->out;
        sum.persons += said->persons;
        sum.refused += said->refused;
    }
    for (AreaDay &sum : sums) {
        if (sum.active == 0)
            sum.silentCommunes = {sum.area.commune};
    }
    return sums;
}

} // namespace checkpoint
