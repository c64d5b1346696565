#pragma once

#include "core/base/clock.h"
#include "core/domain/venue.h"
#include "core/reports/summary/sheetlanguage.h"
#include "core/reports/summary/sheetpages.h"

#include <QList>
#include <QString>

#include <optional>

namespace checkpoint {

/// Whose sheet it is, of what time, and who made it when.
struct SheetHead
{
    SheetLanguage language = SheetLanguage::Vietnamese;
    QString venue;   ///< its name; empty: a line to write it on
    QString address; ///< street, commune, district, province
    QString place;   ///< of the venue, where the sheet was made
    QString madeBy;  ///< empty: to be written by hand
    Moment madeAt;
    std::optional<qint64> fromUtcMs; ///< included
    std::optional<qint64> toUtcMs;   ///< excluded
    bool hasPeriod = true;           ///< false: it is about the moment it was made
    bool hasPersons = false;         ///< persons are named on it
    bool revealed = false;           ///< in full
    bool isTheirOwn = false;         ///< goes to the person whom it is about
};

/// A part of a summary: a table with its title, and what is to be said of it.
struct SummaryPart
{
    QString title;
    QString note; ///< such as that only the first rows are printed
    SheetTable table;
};

/// What a report adds up to, as it is printed.
struct Summary
{
    QString title;
    QList<std::pair<QString, QString>> totals;
    QList<SummaryPart> parts;
    QList<std::pair<QString, QString>> terms; ///< what words mean that are not understood by themselves
};

/// A summary on A4 pages, in the form of an official report: venue, period, totals, tables with bars that
/// need no colour, terms, and the places to sign. Any thread.
class SummarySheet
{
public:
    SummarySheet(SheetHead head, Summary summary) : m_head(std::move(head)), m_summary(std::move(summary)) {}

    /// Paints it onto the pages of a printer or a PDF file; WriteFailed when the device does not take them.
    Result<void> paint(QPagedPaintDevice *device) const;

    /// Paints it into a PDF file, which is there when it is whole.
    Result<void> writePdf(const QString &path) const;

    QString title() const { return m_summary.title; }

private:
    const SheetHead m_head;
    const Summary m_summary;
};

/// The head of a sheet: the venue at the left, the state's motto (decree 30/2020/NĐ-CP) or the program at the
/// right, the title, the period. Used by every sheet that goes to an office.
void paintSheetHead(SheetPages &pages, const SheetHead &head, const QString &title);

/// The head of a venue's sheets; the rest is as it was.
SheetHead sheetHeadOf(const std::optional<Venue> &venue, SheetHead rest);

/// "Từ ngày 01/11/2026 đến ngày 20/11/2026".
QString periodText(const SheetHead &head);

} // namespace checkpoint
