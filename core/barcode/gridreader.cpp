#include "core/barcode/gridreader.h"

#include "core/barcode/symbolreading.h"

#include <array>

namespace checkpoint {

namespace {

/// Few are enough for most symbols; strong blur takes more.
constexpr std::array<int, 3> rounds{3, 5, 8};
/// Of the finder patterns' variance, unexplained by any blur: more is no symbol, less is worth more rounds.
constexpr double mostUnexplained = 0.33;
constexpr double worthMore = 0.2;

} // namespace

DecodedCodes GridReader::read(const LuminanceView &clear, const LuminanceView &picture,
                              const SymbolPlane &plane, Polarity polarity, SymbolAccumulator *across)
{
    m_wasNear = false;
    m_known.layOut(plane.modules);
    m_surface.fit(clear, plane, m_known, polarity);
    sampleModules(picture, m_surface, polarity, m_samples);
    const double unexplained = m_equaliser.begin(m_samples, m_known);
    if (unexplained > mostUnexplained)
        return {};
    DecodedCodes codes;
    for (const int more : rounds) {
        m_equaliser.improve(more);
        codes = decode(m_equaliser);
        if (!codes.empty() || unexplained > worthMore)
            break;
    }
    if (codes.empty() && across)
        codes = readAcross(*across, unexplained);
    m_wasNear = codes.empty() && unexplained < worthMore;
    return codes;
}

DecodedCodes GridReader::readAcross(SymbolAccumulator &across, double unexplained)
{
    if (!across.add(m_equaliser, m_known, unexplained) || across.frames() < 2)
        return {};
    if (m_together.begin(across.mean(), m_known) > worthMore)
        return {};
    DecodedCodes codes;
    for (size_t i = 0; i < 2 && codes.empty(); ++i) {
        m_together.improve(rounds[i]);
        codes = decode(m_together);
    }
    return codes;
}

DecodedCodes GridReader::decode(const ModuleEqualiser &equaliser)
{
    const int modules = m_known.modules();
    DecodedCodes codes = readModules(
        modules, [&equaliser](int column, int row) { return equaliser.isDark(column, row); }, m_drawn);
    for (DecodedCode &code : codes) {
        code.outline.clear();
        for (const QPointF &corner :
             {QPointF(0, 0), QPointF(modules, 0), QPointF(modules, modules), QPointF(0, modules)})
            code.outline.append(m_surface.toPicture(corner));
    }
    return codes;
}

} // namespace checkpoint
