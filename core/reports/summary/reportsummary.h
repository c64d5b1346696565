#pragma once

#include "core/reports/cell.h"
#include "core/reports/summary/summary.h"

#include <QDate>
#include <QHash>
#include <QMap>

#include <array>
#include <memory>

namespace checkpoint {

/// Counts by name, and the table of them: the most first, the rest as one row.
class NamedCounts
{
public:
    void add(const QString &name, qint64 count = 1) { m_counts[name] += count; }
    bool isEmpty() const { return m_counts.isEmpty(); }
    SheetTable table(const SheetWords &words, const QString &what, const QString &many) const;

private:
    QMap<QString, qint64> m_counts;
};

/// Counts of a length of time in the steps that people think in; and its mean.
class LengthCounts
{
public:
    void add(qint64 minutes);
    qint64 count() const { return m_count; }
    qint64 mean() const { return m_count > 0 ? m_sum / m_count : 0; }
    SheetTable table(const SheetWords &words, const QString &many) const;

private:
    std::array<qint64, 8> m_steps{};
    qint64 m_count = 0;
    qint64 m_sum = 0;
};

/// What the rows of one kind of report add up to, taken while they go by: memory stays small however many
/// there are. Used on the report's thread. To add one: a file in summary/catalogue and a line in
/// makeReportSummary().
class ReportSummary
{
public:
    ReportSummary(SheetLanguage language, bool revealed) : m_words{language}, m_revealed(revealed) {}
    virtual ~ReportSummary() = default;

    void begin(const QList<Column> &columns);
    void add(const CellRow &row);
    virtual Summary finish() const = 0;

    qint64 rows() const { return m_rows; }
    virtual bool hasPersons() const { return true; }
    virtual bool hasPeriod() const { return true; }

protected:
    virtual void take() = 0;

    // The cells of the row that goes by.
    QString text(QLatin1StringView column) const;
    qint64 number(QLatin1StringView column) const;
    bool flag(QLatin1StringView column) const;
    QDate day(QLatin1StringView column) const;
    std::optional<Moment> moment(QLatin1StringView column) const;
    bool isEmpty(QLatin1StringView column) const;
    /// As it is printed.
    QString shown(QLatin1StringView column) const;
    /// Name and year of birth, or what else there is of the person of the row.
    QString person() const;
    /// The cell of a person's number, and what else a sheet in full has of it.
    QString personNumber() const { return shown(QLatin1StringView("id_number")); }

    QString figure(qint64 count) const { return sheetLocale(m_words.language).toString(count); }
    QString kindOfCode(const QString &source) const;
    QString placeName(const QString &location) const;
    QString lengthText(qint64 minutes) const;
    /// What a column means, under the name that the sheet gives it.
    std::pair<QString, QString> term(const QString &name, QLatin1StringView column) const;
    /// "Only the first 30 of 412 rows are printed …"; empty when all are.
    QString cutNote(qint64 printed, qint64 all) const;

    const SheetWords m_words;
    const bool m_revealed;

private:
    const Cell *cell(QLatin1StringView column) const;

    QHash<QString, qsizetype> m_places;
    QList<Column> m_columns;
    const CellRow *m_row = nullptr;
    qint64 m_rows = 0;
};

/// The summary of a report of the catalogue, "trace" or "rollup"; nothing when there is none of that name.
std::unique_ptr<ReportSummary> makeReportSummary(const QString &report, SheetLanguage language,
                                                 bool revealed);

} // namespace checkpoint
