#include "ui/posterview/papercheck.h"

#include "core/posters/postercomposer.h"

#include <algorithm>

namespace checkpoint {

namespace {

/// What a picture is judged by; a value, for another thread.
struct Look
{
    QList<PosterContent> expected;
    QList<PosterContent> others;
    PosterOptions options;
    QImage picture;
    DecodedCodes codes;
};

const PosterContent *seenOf(const QList<PosterContent> &posters, const DecodedCodes &codes)
{
    const auto seen = std::ranges::find_if(posters, [&codes](const PosterContent &poster) {
        return std::ranges::any_of(
            codes, [&poster](const DecodedCode &code) { return code.bytes == poster.codeText; });
    });
    return seen == posters.end() ? nullptr : &*seen;
}

PaperVerdict judgedLook(const Look &look)
{
    const PosterContent *right = seenOf(look.expected, look.codes);
    const PosterContent *other = right ? nullptr : seenOf(look.others, look.codes);
    const PosterContent &wanted = right ? *right : look.expected.first();
    const auto sheet = composePosterSheet(postersOfSheet({wanted}, 0, look.options.layout), look.options);
    PaperVerdict verdict;
    verdict.known = right || other;
    verdict.place = right ? right->locationName : (other ? other->locationName : QString());
    if (!sheet || sheet->symbols.empty()) {
        verdict.finding = PaperFinding{};
        return verdict;
    }
    QList<QByteArray> known;
    for (const PosterContent &poster : look.expected + look.others)
        known << poster.codeText;
    const QImage grey = look.picture.convertToFormat(QImage::Format_Grayscale8);
    const auto findings =
        judgePaper(expectedPaper(*sheet, 0, known), look.codes,
                   {grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1});
    if (!findings.empty())
        verdict.finding = findings.front();
    return verdict;
}

} // namespace

PaperCheck::PaperCheck(QObject *parent) : QObject(parent) {}

void PaperCheck::begin(const QList<PosterContent> &expected, const QList<PosterContent> &others,
                       const PosterOptions &options)
{
    m_expected = expected;
    m_others = others;
    m_options = options;
    m_on = !expected.isEmpty();
    m_sinceSeen.start();
}

void PaperCheck::end()
{
    m_on = false;
}

void PaperCheck::look(const QImage &picture, const QSize &frameSize, const QList<Sighting> &sightings)
{
    if (!m_on || m_busy || picture.isNull() || frameSize.isEmpty())
        return;
    if (sightings.isEmpty()) {
        if (m_sinceSeen.elapsed() >= patienceMs)
            emit judged({PaperFinding{}, {}, false});
        return;
    }
    m_sinceSeen.start();
    const double scale = double(picture.width()) / frameSize.width();
    Look look{m_expected, m_others, m_options, picture, {}};
    for (const Sighting &sighting : sightings) {
        QPolygonF outline;
        for (const QPointF &corner : sighting.outline)
            outline << corner * scale;
        look.codes.push_back({sighting.bytes, outline});
    }
    m_busy = true;
    m_worker.run([look] { return judgedLook(look); }).then(this, [this](const PaperVerdict &verdict) {
        m_busy = false;
        if (m_on)
            emit judged(verdict);
    });
}

} // namespace checkpoint
