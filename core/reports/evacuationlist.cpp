#include "core/reports/evacuationlist.h"

#include "core/reports/catalogue/insidereport.h"

#include <QDateTime>
#include <QFileInfo>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr double millimetresAnInch = 25.4;
constexpr double margin = 15;
constexpr double box = 6;        ///< to tick, a side
constexpr double line = 9;       ///< height of a line
constexpr double gap = 3;        ///< between boxes and words
constexpr int mostBoxes = 8;     ///< of one line; more are said by a number
constexpr double nameSize = 5.3; ///< 15 points: read at arm's length
constexpr double smallSize = 3.9;

/// One page after another, in millimetres.
class Pages
{
public:
    Pages(QPagedPaintDevice *device, QPainter *painter, const EvacuationWords &words)
        : m_device(device), m_painter(painter), m_words(words)
    {
        const double dots = device->logicalDpiX() / millimetresAnInch;
        m_size = {device->width() / dots, device->height() / dots};
        m_dots = dots;
        number();
    }

    /// Makes room for so much; what follows stands on a new page when there is none.
    void need(double height)
    {
        if (m_at + height <= m_size.height() - margin)
            return;
        m_fine = m_fine && m_device->newPage();
        ++m_page;
        m_at = margin;
        number();
    }

    void text(double left, double size, bool bold, const QString &words, Qt::Alignment side = Qt::AlignLeft)
    {
        QFont font;
        font.setPixelSize(qRound(size * m_dots));
        font.setBold(bold);
        m_painter->setFont(font);
        const QRectF room = inDots({left, m_at, m_size.width() - margin - left, line});
        const QString shown = m_painter->fontMetrics().elidedText(words, Qt::ElideRight, int(room.width()));
        m_painter->drawText(room, int(side | Qt::AlignVCenter | Qt::TextSingleLine), shown);
    }

    void tick(double left)
    {
        m_painter->setPen(QPen(Qt::black, 0.4 * m_dots));
        m_painter->drawRect(inDots({left, m_at + (line - box) / 2, box, box}));
    }

    void down(double height) { m_at += height; }
    bool fine() const { return m_fine; }

private:
    QRectF inDots(const QRectF &area) const { return {area.topLeft() * m_dots, area.size() * m_dots}; }

    void number()
    {
        const double before = m_at;
        m_at = m_size.height() - margin;
        text(margin, smallSize, false, m_words.page.arg(m_page), Qt::AlignRight);
        m_at = before;
    }

    QPagedPaintDevice *m_device;
    QPainter *m_painter;
    const EvacuationWords &m_words;
    double m_dots = 1; ///< a millimetre
    QSizeF m_size;
    double m_at = margin;
    int m_page = 1;
    bool m_fine = true;
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
    Pages pages(device, &painter, m_words);
    int all = 0;
    for (const InsideRow &row : m_rows)
        all += peopleOf(row);
    pages.text(margin, 7, true, m_words.title);
    pages.down(line + gap);
    pages.text(margin, smallSize, false,
               m_words.printedAt.arg(m_now.toDateTime().toString(u"dd/MM/yyyy HH:mm"_s)) + u"  ·  "_s +
                   (all > 0 ? m_words.people.arg(all) : m_words.nobody));
    pages.down(line);
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
            pages.down(gap);
            pages.text(margin, nameSize, true, location + u"  ·  "_s + m_words.people.arg(here));
            pages.down(line);
        }
        pages.need(line);
        const int people = peopleOf(row);
        const int boxes = std::min(people, mostBoxes);
        for (int i = 0; i < boxes; ++i)
            pages.tick(margin + i * (box + 1));
        const VisitorData shown = m_revealed ? row.in.visitor : masked(row.in.visitor);
        QStringList words{shown.name.isEmpty() ? shown.idNumber : shown.name};
        if (shown.birthDate)
            words.append(QString::number(shown.birthDate->year()));
        words.append(m_words.since.arg(row.in.entry.at.toDateTime().toString(u"HH:mm dd/MM"_s)));
        if (people > 1)
            words.append(m_words.people.arg(people));
        if (!row.visitorInside)
            words.append(m_words.alone);
        pages.text(margin + boxes * (box + 1) + gap, nameSize, false, words.join(u"  ·  "_s));
        pages.down(line);
    }
    return painter.end() && pages.fine() ? Result<void>()
                                         : Error{ErrorCode::WriteFailed, u"a page was not taken"_s};
}

Result<void> EvacuationList::writePdf(const QString &path) const
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return Error{ErrorCode::WriteFailed, u"%1 is no file"_s.arg(path)};
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(path, file.errorString())};
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setTitle(m_words.title);
        if (auto painted = paint(&writer); !painted)
            return painted;
    }
    return file.commit() ? Result<void>()
                         : Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(path, file.errorString())};
}

} // namespace checkpoint
