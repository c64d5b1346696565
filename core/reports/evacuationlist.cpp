#include "core/reports/evacuationlist.h"

#include "core/reports/catalogue/insidereport.h"
#include "core/reports/summary/sheetpages.h"

#include <QDateTime>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double box = 6;        ///< to tick, a side
constexpr double line = 9;       ///< height of a line
constexpr double gap = 3;        ///< between boxes and words
constexpr int mostBoxes = 8;     ///< of one line; more are said by a number
constexpr double nameSize = 5.3; ///< 15 points: read at arm's length
constexpr double smallSize = 3.9;
constexpr double leastHost = 30; ///< room for whom they visit; with less they get a line of their own

/// One line of the list on the pages, of the full width.
class Line
{
public:
    explicit Line(SheetPages &pages)
        : m_painter(pages.painter()), m_area(pages.place(line)), m_dots(m_area.width() / pages.width())
    {
    }

    /// Gives where the words end.
    double text(double left, double size, bool bold, const QString &words)
    {
        QFont font;
        font.setPixelSize(qRound(size * m_dots));
        font.setBold(bold);
        m_painter->setFont(font);
        const QRectF room = m_area.adjusted(left * m_dots, 0, 0, 0);
        const QString shown = m_painter->fontMetrics().elidedText(words, Qt::ElideRight, int(room.width()));
        m_painter->drawText(room, int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), shown);
        return left + m_painter->fontMetrics().horizontalAdvance(shown) / m_dots;
    }

    void tick(double left)
    {
        m_painter->setPen(QPen(Qt::black, 0.4 * m_dots));
        m_painter->drawRect(QRectF(m_area.left() + left * m_dots, m_area.top() + (line - box) / 2 * m_dots,
                                   box * m_dots, box * m_dots));
    }

private:
    QPainter *m_painter;
    const QRectF m_area;
    const double m_dots; ///< a millimetre
};

int peopleOf(const InsideRow &row)
{
    return int(row.visitorInside) + row.partyInside.size();
}

} // namespace

EvacuationList::EvacuationList(QList<InsideRow> rows, const Moment &now, bool revealed, EvacuationWords words)
    : m_rows(std::move(rows)), m_now(now), m_revealed(revealed), m_words(std::move(words))
{
    InsideReport::sort(m_rows);
}

Result<void> EvacuationList::paint(QPagedPaintDevice *device) const
{
    QPainter painter;
    if (!painter.begin(device))
        return Error{ErrorCode::WriteFailed, u"nothing can be painted on the pages"_s};
    const QString venue = m_words.venue.isEmpty() ? QString() : m_words.venue + u"  ·  "_s;
    SheetPages pages(device, &painter, venue + m_words.title, m_words.page);
    int all = 0;
    for (const InsideRow &row : m_rows)
        all += peopleOf(row);
    Line(pages).text(0, 7, true, m_words.title);
    if (!m_words.venue.isEmpty())
        Line(pages).text(0, nameSize, true, m_words.venue);
    pages.gap(gap);
    Line(pages).text(0, smallSize, false,
                     m_words.printedAt.arg(m_now.toDateTime().toString(u"dd/MM/yyyy HH:mm"_s)) + u"  ·  "_s +
                         (all > 0 ? m_words.people.arg(all) : m_words.nobody));
    QString location;
    bool first = true;
    for (const InsideRow &row : m_rows) {
        if (first || row.in.entry.location != location) {
            location = row.in.entry.location;
            first = false;
            int here = 0;
            for (const InsideRow &other : m_rows)
                here += other.in.entry.location == location ? peopleOf(other) : 0;
            pages.need(2 * line + gap);
            pages.gap(gap);
            Line(pages).text(0, nameSize, true, location + u"  ·  "_s + m_words.people.arg(here));
        }
        const QString &host = row.in.details.host;
        pages.need(host.isEmpty() ? line : 2 * line);
        Line each(pages);
        const int people = peopleOf(row);
        const int boxes = std::min(people, mostBoxes);
        for (int i = 0; i < boxes; ++i)
            each.tick(i * (box + 1));
        const VisitorData shown = m_revealed ? row.in.visitor : masked(row.in.visitor);
        const double named = each.text(boxes * (box + 1) + gap, nameSize, false,
                                       shown.name.isEmpty() ? shown.idNumber : shown.name);
        QStringList words{QString()};
        if (shown.birthDate)
            words.append(QString::number(shown.birthDate->year()));
        if (row.in.visitor.staff)
            words.append(m_words.staff);
        words.append(m_words.since.arg(row.in.entry.at.toDateTime().toString(u"HH:mm dd/MM"_s)));
        if (people > 1)
            words.append(m_words.people.arg(people));
        if (!row.visitorInside)
            words.append(m_words.alone);
        const double end = each.text(named, smallSize, false, words.join(u"  ·  "_s));
        if (host.isEmpty())
            continue;
        if (pages.width() - end >= leastHost)
            each.text(end, smallSize, false, u"  ·  "_s + m_words.host.arg(host));
        else
            Line(pages).text(boxes * (box + 1) + gap, smallSize, false, m_words.host.arg(host));
    }
    return painter.end() && pages.fine() ? Result<void>()
                                         : Error{ErrorCode::WriteFailed, u"a page was not taken"_s};
}

QString EvacuationList::noteOf(qsizetype rows, bool revealed)
{
    return u"list of who is inside%1, %2 rows"_s.arg(revealed ? u" in full"_s : QString()).arg(rows);
}

Result<void> EvacuationList::writePdf(const QString &path) const
{
    return writeSheetPdf(path, m_words.title, [this](QPagedPaintDevice *device) { return paint(device); });
}

} // namespace checkpoint
