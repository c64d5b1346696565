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
        codes = decode([this](int column, int row) { return m_equaliser.isDark(column, row); });
        if (!codes.empty() || unexplained > worthMore)
            break;
    }
    if (codes.empty() && across && unexplained < worthMore)
        codes = readAcross(*across);
    m_wasNear = codes.empty() && unexplained < worthMore;
    return codes;
}

DecodedCodes GridReader::readAcross(SymbolAccumulator &across)
{
    if (!across.add(m_equaliser, m_known) || across.frames() < 2)
        return {};
    return decode([&across](int column, int row) { return across.isDark(column, row); });
}

template <typename IsDark> DecodedCodes GridReader::decode(const IsDark &isDark)
{
    const int modules = m_known.modules();
    DecodedCodes codes = readModules(modules, isDark, m_drawn);
    for (DecodedCode &code : codes) {
        code.outline.clear();
        for (const QPointF &corner :
             {QPointF(0, 0), QPointF(modules, 0), QPointF(modules, modules), QPointF(0, modules)})
            code.outline.append(m_surface.toPicture(corner));
    }
    return codes;
}

} // namespace checkpoint
