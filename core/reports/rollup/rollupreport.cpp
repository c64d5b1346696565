#include "core/reports/rollup/rollupreport.h"

#include "core/reports/rollup/arearollup.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double target = 1; // active points for each hundred people

QString levelId(AreaLevel level)
{
    switch (level) {
    case AreaLevel::Commune:
        return u"commune"_s;
    case AreaLevel::District:
        return u"district"_s;
    case AreaLevel::Province:
        return u"province"_s;
    case AreaLevel::Whole:
        break;
    }
    return u"all"_s;
}

CellRow cellsOf(const AreaDay &day)
{
    const auto rounded = [](double number) { return qRound64(number * 100) / 100.0; };
    const std::optional<double> perHundred = day.activePerHundred();
    return {levelId(day.level),
            day.day,
            day.area.province,
            day.area.district,
            day.area.commune,
            day.registered,
            day.reported,
            day.active,
            day.activeBefore ? Cell(day.active - *day.activeBefore) : Cell(),
            day.activeMean ? Cell(rounded(*day.activeMean)) : Cell(),
            day.activeMean ? Cell(rounded(double(day.active) - *day.activeMean)) : Cell(),
            day.persons,
            day.in,
            day.out,
            day.refused,
            day.population ? Cell(*day.population) : Cell(),
            perHundred ? Cell(rounded(*perHundred)) : Cell(),
            perHundred ? Cell(*perHundred >= target) : Cell(),
            qint64(day.silentCommunes.size()),
            day.silentCommunes.join(u"; "_s)};
}

} // namespace

QList<Column> RollupReport::columns() const
{
    return {
        {u"level"_s, u"Cấp: all là tất cả, province là tỉnh, district là huyện, commune là xã"_s,
         u"all, province, district or commune"_s},
        {u"day"_s, u"Ngày"_s, u"Day"_s},
        {u"province"_s, u"Tỉnh, thành phố"_s, u"Province or city"_s},
        {u"district"_s, u"Quận, huyện"_s, u"District"_s},
        {u"commune"_s, u"Xã, phường, thị trấn"_s, u"Commune or ward"_s},
        {u"points_registered"_s, u"Số điểm đã đăng ký tính đến ngày đó, trong các địa điểm có báo cáo"_s,
         u"Points registered by that day, of the venues that ever reported"_s},
        {u"points_reported"_s, u"Số điểm đã gửi báo cáo cho ngày đó"_s,
         u"Points that sent a report for the day"_s},
        {u"points_active"_s,
         u"Số điểm hoạt động: có ít nhất một lượt ghi nhận trong ngày; nhiều lượt vẫn là một điểm"_s,
         u"Active points: with at least one passage on the day, however many scans there are"_s},
        {u"points_active_change"_s,
         u"Tăng giảm số điểm hoạt động so với ngày trước; trống nếu ngày trước không có báo cáo"_s,
         u"Active points, change against the day before; empty when nobody reported then"_s},
        {u"points_active_mean_7_days"_s,
         u"Trung bình số điểm hoạt động của 7 ngày trước đó (chỉ tính ngày có báo cáo)"_s,
         u"Mean of the active points of the seven days before, of those with a report"_s},
        {u"points_active_against_mean"_s, u"Chênh lệch so với trung bình 7 ngày"_s,
         u"Active points, difference from that mean"_s},
        {u"persons"_s, u"Tổng số người của các điểm; một người đến hai điểm được tính hai lần"_s,
         u"Sum of the points' persons; somebody at two points counts twice"_s},
        {u"entries_in"_s, u"Số lượt vào"_s, u"Passages in"_s},
        {u"entries_out"_s, u"Số lượt ra"_s, u"Passages out"_s},
        {u"refused_scans"_s, u"Số lượt quét bị từ chối"_s, u"Refused scans"_s},
        {u"population"_s, u"Dân số theo tệp dân số; trống nếu không có"_s,
         u"Population, from the file of populations; empty without"_s},
        {u"points_active_per_100_people"_s, u"Số điểm hoạt động trên 100 dân"_s,
         u"Active points for each 100 people"_s},
        {u"target_met"_s, u"yes nếu đạt chỉ tiêu 1 điểm hoạt động trên 100 dân"_s,
         u"yes when there is at least 1 active point for each 100 people"_s},
        {u"communes_without_scan"_s, u"Số xã không có lượt quét nào trong ngày"_s,
         u"How many communes have no scan on the day"_s},
        {u"communes_without_scan_names"_s, u"Tên các xã đó"_s, u"Their names"_s},
    };
}

/// Each file once, however often it was named.
QStringList RollupReport::files() const
{
    QStringList found;
    QSet<QString> known;
    const auto take = [&](const QString &path) {
        const QString canonical = QFileInfo(path).canonicalFilePath();
        if (canonical.isEmpty() || !known.contains(canonical))
            found.append(path);
        known.insert(canonical);
    };
    for (const QString &source : m_sources) {
        if (!QFileInfo(source).isDir()) {
            take(source);
            continue;
        }
        const QDir folder(source);
        const QStringList names = folder.entryList({u"*.csv"_s}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            const bool beside = name.endsWith(".terms.csv"_L1, Qt::CaseInsensitive) ||
                                name.endsWith(".notes.csv"_L1, Qt::CaseInsensitive);
            if (!beside)
                take(folder.filePath(name));
        }
    }
    return found;
}

Result<void> RollupReport::note(const QList<FileNote> &notes) const
{
    for (const FileNote &one : notes) {
        if (auto taken = noted ? noted(one) : Result<void>(); !taken)
            return taken;
    }
    return {};
}

Result<void> RollupReport::write(ReportOutput &output)
{
    Population population;
    if (!m_populationPath.isEmpty()) {
        Result<Population> read = readPopulation(m_populationPath);
        if (!read)
            return read.error();
        population = *read;
    }
    if (auto taken = note(population.broken); !taken)
        return taken;
    AreaRollup rollup(population);
    const QStringList paths = files();
    qint64 done = 0;
    for (const QString &path : paths) {
        if (output.isCancelled())
            return Error{ErrorCode::Cancelled, u"the report was stopped"_s};
        const DistrictFile file = readDistrictFile(path);
        QList<FileNote> notes = file.broken;
        for (const DistrictRow &row : file.rows)
            rollup.add(path, row, notes);
        if (auto taken = note(notes); !taken)
            return taken;
        output.setProgress(++done, paths.size());
    }
    if (rollup.venueCount() == 0)
        return Error{ErrorCode::SourceUnreadable, u"none of the files has a row that counts"_s};
    const std::vector<AreaDay> days = rollup.days();
    for (const AreaDay &day : days) {
        if (auto written = output.write(cellsOf(day)); !written)
            return written;
    }
    return {};
}

QList<Column> RollupReport::noteColumns()
{
    return {{u"file"_s, u"Tệp"_s, u"File"_s},
            {u"line"_s, u"Dòng"_s, u"Line"_s},
            {u"kind"_s,
             u"broken: dòng hỏng, không được tính; replaced: có bản mới hơn; duplicate: trùng hoàn toàn"_s,
             u"broken: does not count; replaced: another row is newer; duplicate: the same row once more"_s},
            {u"reason"_s, u"Lý do, bằng tiếng Anh"_s, u"Why, in English"_s},
            {u"reason_vi"_s, u"Lý do"_s, u"Why, in Vietnamese"_s}};
}

CellRow RollupReport::noteCells(const FileNote &note)
{
    static const QString kinds[]{u"broken"_s, u"replaced"_s, u"duplicate"_s};
    return {note.file, qint64(note.line), kinds[note.kind], note.reason, note.reasonVi};
}

} // namespace checkpoint
