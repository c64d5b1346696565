#include "core/reports/catalogue/tracereport.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype linesAtOnce = 500;
constexpr qint64 minuteMs = 60'000;

Moment localMoment(qint64 utcMs)
{
    return {utcMs, QDateTime::fromMSecsSinceEpoch(utcMs).offsetFromUtc() / 60, false};
}

template <typename T> Result<T> waited(Future<Result<T>> future)
{
    future.waitForFinished();
    return future.takeResult();
}

} // namespace

TraceReport::TraceReport(const TraceRequest &request) : m_request(request), m_persons(request.revealed) {}

QList<Column> TraceReport::columns() const
{
    return QList<Column>{
               {u"reference"_s, u"Số văn bản yêu cầu"_s, u"Reference of the request"_s},
               {u"kind"_s, u"visit: lần đến của người cần truy vết; contact: người có mặt cùng lúc"_s,
                u"visit: of the traced person; contact: somebody who was there at the same time"_s},
               {u"visit_number"_s, u"Lần đến thứ mấy của người cần truy vết"_s,
                u"Which of the traced person's visits this is about"_s},
               {u"overlap_minutes"_s, u"Số phút trọn cùng có mặt, kể cả thời gian dự phòng"_s,
                u"Whole minutes of being there together, margin included"_s},
               {u"overlap_from"_s, u"Cùng có mặt từ"_s, u"Beginning of that"_s},
               {u"overlap_to"_s, u"Cùng có mặt đến"_s, u"End of that"_s},
               {u"same_location"_s, u"yes nếu vào cùng một vị trí; no nếu chỉ cùng địa điểm"_s,
                u"yes at the same place, no when only in the same venue"_s},
               {u"location"_s, u"Vị trí"_s, u"Place"_s},
               {u"entered_at"_s, u"Giờ vào; trống nếu không có lượt vào"_s,
                u"Entry; empty when nobody saw it"_s},
               {u"left_at"_s, u"Giờ ra; trống nếu không có lượt ra"_s, u"Exit; empty when nobody saw it"_s},
               {u"times_assumed"_s,
                u"yes nếu giờ vào hoặc giờ ra được ước tính hoặc không có (khi đó tính tối đa 12 giờ)"_s,
                u"yes when an end is a guess or not known (then it is taken to be at most 12 hours away)"_s},
               {u"companions"_s, u"Số người đi cùng không có mã"_s,
                u"People without a code who came along"_s},
               {u"children"_s, u"Số trẻ em đi cùng"_s, u"Children who came along"_s}} +
           m_persons.columns();
}

Result<void> TraceReport::write(ReportOutput &output)
{
    if (m_request.reference.trimmed().isEmpty() || m_request.reason.trimmed().isEmpty())
        return Error{ErrorCode::WrongUse, u"a trace needs the reference of its request and a reason"_s};
    ReportSource source(m_request.store);
    const Result<SealedVisitor> person = waited(source.person(m_request.visitorId));
    if (!person)
        return person.error();
    const Result<QList<Line>> found = lines(source, person->person());
    if (!found)
        return found.error();
    if (auto noted = noteAll(source, person->id(), *found); !noted)
        return noted;
    for (qsizetype from = 0; from < found->size(); from += linesAtOnce) {
        if (output.isCancelled())
            return Error{ErrorCode::Cancelled, u"the report was stopped"_s};
        const Result<QList<ReportVisit>> visits = visitsOf(source, *found, from);
        if (!visits)
            return visits.error();
        m_persons.ask(source, *visits);
        for (qsizetype i = 0; i < visits->size(); ++i) {
            const ReportVisit &visit = visits->at(i);
            CellRow row = cells(found->at(from + i), visit);
            auto written = m_persons.write(output, row, visit.person);
            if (!written)
                return written;
        }
        output.setProgress(from + visits->size(), found->size());
    }
    return {};
}

Result<QList<TraceReport::Line>> TraceReport::lines(ReportSource &source, qint64 person)
{
    const qint64 now = m_request.now.utcMs;
    const auto own = waited(source.stays(person, m_request.fromUtcMs, m_request.toUtcMs, now));
    if (!own)
        return own.error();
    QList<Stay> widened = *own;
    for (Stay &stay : widened) {
        stay.fromUtcMs -= m_request.rule.marginMs;
        stay.toUtcMs += m_request.rule.marginMs;
    }
    const auto others = waited(source.staysBeside(widened, now));
    if (!others)
        return others.error();
    QList<Line> lines;
    for (qsizetype i = 0; i < own->size(); ++i)
        lines.append({i, own->at(i), {}, true});
    const QList<Overlap> overlaps = overlapsOf(*own, *others, m_request.rule);
    for (const Overlap &overlap : overlaps)
        lines.append(
            {overlap.own, overlap.other, overlap, overlap.other.location == own->at(overlap.own).location});
    return lines;
}

Result<void> TraceReport::noteAll(ReportSource &source, const QUuid &person, const QList<Line> &lines)
{
    QList<QUuid> subjects{person};
    QSet<qint64> known;
    if (!lines.isEmpty())
        known.insert(lines.first().stay.person);
    QList<qint64> others;
    for (const Line &line : lines) {
        if (line.overlap && !known.contains(line.stay.person)) {
            known.insert(line.stay.person);
            others.append(line.stay.person);
        }
    }
    const Result<QList<SealedVisitor>> visitors = waited(source.persons(others));
    if (!visitors)
        return visitors.error();
    for (const SealedVisitor &visitor : *visitors)
        subjects.append(visitor.id());
    const QString words = u"trace %1: %2"_s.arg(m_request.reference, m_request.reason);
    return waited(source.noteReveals(subjects, words, m_request.now, !m_request.revealed));
}

/// The visits of the next lines; as many as there are lines, or StoreFailed.
Result<QList<ReportVisit>> TraceReport::visitsOf(ReportSource &source, const QList<Line> &lines,
                                                 qsizetype from) const
{
    QList<qint64> numbers;
    for (qsizetype i = from; i < std::min(lines.size(), from + linesAtOnce); ++i)
        numbers.append(lines[i].stay.visit);
    Result<QList<ReportVisit>> visits = waited(source.visitsOf(numbers));
    if (visits && visits->size() != numbers.size())
        return Error{ErrorCode::StoreFailed, u"the visits changed while they were traced; try again"_s};
    return visits;
}

CellRow TraceReport::cells(const Line &line, const ReportVisit &visit) const
{
    const std::optional<Overlap> &overlap = line.overlap;
    const bool assumed = line.stay.fromAssumed || line.stay.toAssumed || (visit.in && visit.in->estimated) ||
                         (visit.out && visit.out->estimated);
    const VisitEnd &first = visit.in ? *visit.in : *visit.out;
    return {m_request.reference,
            overlap ? u"contact"_s : u"visit"_s,
            qint64(line.own + 1),
            overlap ? Cell(overlap->lengthMs() / minuteMs) : Cell(),
            overlap ? Cell(localMoment(overlap->fromUtcMs)) : Cell(),
            overlap ? Cell(localMoment(overlap->toUtcMs)) : Cell(),
            overlap ? Cell(line.samePlace) : Cell(),
            first.location,
            visit.in ? Cell(visit.in->at) : Cell(),
            visit.out ? Cell(visit.out->at) : Cell(),
            assumed,
            qint64(visit.party.companions),
            qint64(visit.party.children)};
}

} // namespace checkpoint
