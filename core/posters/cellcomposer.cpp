#include "core/barcode/qrencoder.h"
#include "core/posters/cellcomposer_p.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// A name at this share of its largest size is still a large name: rather a smaller symbol than a smaller
/// name than this.
constexpr double comfortableShare = 0.62;

constexpr double symbolStep = 1; ///< millimetres
constexpr double nameStep = 0.97;
/// Beside the quiet zone: what hangs over its place, as the ends of lines do, must not reach into it.
constexpr double clearOfQuiet = 0.6;

constexpr double locationShare = 0.66; ///< of the name's size
constexpr double leastLocationShare = 0.8;
constexpr double pinIndent = 1.1; ///< ems

QList<const PosterWords *> wordsOf(PosterLanguages languages)
{
    QList<const PosterWords *> words;
    if (languages != PosterLanguages::English)
        words.append(&posterWords(PosterLanguage::Vietnamese));
    if (languages != PosterLanguages::Vietnamese)
        words.append(&posterWords(PosterLanguage::English));
    return words;
}

} // namespace

CellComposer::CellComposer(Sheet &sheet, const PosterContent &content, PosterLanguages languages,
                           const CellPlan &plan, const QRectF &cell)
    : m_sheet(sheet)
    , m_content(content)
    , m_plan(plan)
    , m_cell(cell)
    , m_area(cell.adjusted(plan.margin, plan.margin, -plan.margin, -plan.margin))
    , m_words(wordsOf(languages))
    , m_unit(plan.unit)
{
}

Result<void> CellComposer::compose()
{
    Result<ModuleGrid> modules = encodeQr(m_content.codeText, QrErrorCorrection::Quartile);
    if (!modules)
        return modules.error();
    m_modules = *std::move(modules);
    switch (m_plan.shape) {
    case CellShape::Column:
        return composeColumn();
    case CellShape::Beside:
        return composeBeside();
    case CellShape::Square:
        return composeSquare();
    }
    Q_UNREACHABLE();
}

Error CellComposer::doesNotFit() const
{
    return {ErrorCode::DoesNotFit,
            u"the names (%1 and %2 characters) do not fit on this layout at %3 mm; a larger layout has room"_s
                .arg(m_content.venueName.size())
                .arg(m_content.locationName.size())
                .arg(m_plan.leastName)};
}

bool CellComposer::findFit(const std::function<bool(double side, double leastName)> &fits)
{
    const double comfortable = std::max(m_plan.mostName * comfortableShare, m_plan.leastName);
    for (const double density : {1.0, 0.86}) {
        m_unit = m_plan.unit * density;
        for (double side = m_plan.mostSymbol; side > m_plan.leastSymbol; side -= symbolStep) {
            if (fits(side, comfortable))
                return true;
        }
        if (fits(m_plan.leastSymbol, comfortable))
            return true;
    }
    for (const double density : {0.86, 0.74}) {
        m_unit = m_plan.unit * density;
        if (fits(m_plan.leastSymbol, m_plan.leastName))
            return true;
    }
    return false;
}

double CellComposer::stepsHeight(const Steps &steps) const
{
    return m_plan.stepsInARow ? steps.icon + gap() / 2 + steps.captionHeight
                              : 3 * std::max(steps.icon, steps.captionHeight) + 2 * gap();
}

Result<void> CellComposer::composeColumn()
{
    Footer footer;
    Steps steps;
    Header header;
    double symbol = 0;
    double room = 0;
    const bool found = findFit([&](double side, double leastName) {
        if (side + 2 * quietZone(side) > m_cell.width())
            return false;
        symbol = side;
        footer = fitFooter(m_area.width());
        const double icon = 24 * m_unit;
        steps = fitSteps(
            m_plan.stepsInARow ? (m_area.width() - 2 * gap()) / 3 : m_area.width() - icon - 3 * gap(), icon);
        room = m_area.height() - footer.height() - stepsHeight(steps) - 2 * gap() - side -
               2 * std::max(quietZone(side), gap());
        return fitHeader(header, m_area.width(), room, leastName);
    });
    if (!found)
        return doesNotFit();

    // What is left over becomes air, in equal parts.
    const double air = (room - header.height(gap())) / 4;
    const double clear = std::max(quietZone(symbol), gap());
    const double headerHeight = header.height(gap() + air / 2);
    double top = m_area.top() + air / 2;
    placeHeader(header, {m_area.left(), top, m_area.width(), headerHeight}, TextSide::Centre,
                gap() + air / 2);
    top += headerHeight + air + clear;
    placeSymbol({m_cell.center().x() - symbol / 2, top}, symbol);
    top += symbol + clear + air;
    placeSteps(steps, {m_area.left(), top, m_area.width(), stepsHeight(steps)});
    placeFooter(footer, m_area, TextSide::Centre);
    return {};
}

Result<void> CellComposer::composeBeside()
{
    Footer footer;
    Steps steps;
    Header header;
    QRectF column;
    double symbol = 0;
    const bool found = findFit([&](double side, double leastName) {
        const double quiet = quietZone(side);
        if (side + 2 * quiet > m_cell.height())
            return false;
        symbol = side;
        const double left =
            m_cell.left() + std::max(m_plan.margin, quiet) + side + std::max(quiet + clearOfQuiet, 2 * gap());
        column = QRectF(QPointF(left, m_area.top()), m_area.bottomRight());
        footer = fitFooter(column.width());
        const double icon = 20 * m_unit;
        steps = fitSteps(
            m_plan.stepsInARow ? (column.width() - 2 * gap()) / 3 : column.width() - icon - 2 * gap(), icon);
        return fitHeader(header, column.width(),
                         column.height() - footer.height() - stepsHeight(steps) - 3 * gap(), leastName);
    });
    if (!found)
        return doesNotFit();

    placeSymbol(
        {m_cell.left() + std::max(m_plan.margin, quietZone(symbol)), m_cell.center().y() - symbol / 2},
        symbol);
    const double below = footer.height() + stepsHeight(steps);
    const double air = (column.height() - below - 2 * gap() - header.height(gap())) / 4;
    const double headerGap = gap() + air / 2;
    placeHeader(header, column, TextSide::Left, headerGap);
    const double headerHeight = header.height(headerGap);
    placeSteps(steps,
               {column.left(), column.top() + headerHeight + (column.height() - headerHeight - below) / 2,
                column.width(), stepsHeight(steps)});
    placeFooter(footer, column, TextSide::Left);
    return {};
}

Result<void> CellComposer::composeSquare()
{
    Footer footer;
    Header header;
    double symbol = 0;
    double room = 0;
    const bool found = findFit([&](double side, double leastName) {
        symbol = side;
        footer = fitFooter(m_area.width());
        room = m_area.height() - footer.height() - side - quietZone(side) - std::max(quietZone(side), gap());
        return fitHeader(header, m_area.width(), room, leastName);
    });
    if (!found)
        return doesNotFit();

    const double quiet = quietZone(symbol);
    const double air = (room - header.height(gap() / 2)) / 3;
    placeHeader(header, m_area.adjusted(0, air / 2, 0, 0), TextSide::Centre, gap() / 2 + air / 2);
    const double bottom = m_area.bottom() - footer.height() - quiet - air / 4;
    const double symbolLeft = m_cell.left() + std::max(m_plan.margin, quiet);
    placeSymbol({symbolLeft, bottom - symbol}, symbol);
    const double towerLeft = symbolLeft + symbol + quiet + clearOfQuiet;
    const QRectF tower(towerLeft, bottom - symbol, m_area.right() - towerLeft, symbol);
    Steps steps = fitSteps(tower.width(), 0);
    steps.icon = std::min(tower.width() * 0.7, (symbol - 2 * gap()) / 3 - steps.captionHeight - gap() / 3);
    placeStepTower(steps, tower);
    placeFooter(footer, m_area, TextSide::Centre);
    return {};
}

TextBlock CellComposer::fittedWord(const QString &text, bool bold, Ink ink, double size, double width,
                                   int lines) const
{
    // Fixed wording: the floor is for layouts that do not exist yet.
    constexpr double floor = 1.2;
    const auto fitted = fitText(text, bold, {width, 1e6, size, floor, lines});
    Q_ASSERT(fitted);
    return {fitted.value_or(FittedText{{text}, floor}), bold, ink, 0};
}

double CellComposer::Header::height(double gap) const
{
    double sum = gap + name.height();
    for (const TextBlock &line : headline)
        sum += line.height();
    if (location)
        sum += location->height() + gap / 2;
    return sum;
}

bool CellComposer::fitHeader(Header &header, double width, double height, double leastName) const
{
    const bool beside = m_plan.shape == CellShape::Beside;
    header = {};
    double rest = height - gap();
    for (const PosterWords *words : m_words) {
        const bool first = words == m_words.first();
        const double size = (first ? 9.4 : 6) * m_unit;
        // The first line has a drawing at each end when it stands in the middle.
        const double room = first && !beside ? width - 3.8 * size : width;
        header.headline.push_back(
            fittedWord(words->headline, first, Ink::Accent, size, room, beside ? 2 : 1));
        rest -= header.headline.back().height();
    }
    // Both names shrink together: the location is never louder than the venue.
    const int mostLines = beside ? 8 : m_plan.stepsInARow ? 4 : 7;
    for (double size = m_plan.mostName;; size = std::max(size * nameStep, leastName)) {
        double forName = rest;
        bool fits = true;
        if (!m_content.locationName.isEmpty()) {
            const double locationSize = std::max(size * locationShare, m_plan.leastName * leastLocationShare);
            const auto location =
                fitText(m_content.locationName, true,
                        {width - pinIndent * locationSize, rest, locationSize, locationSize, mostLines});
            fits = location.has_value();
            if (fits) {
                header.location = TextBlock{*location, true, Ink::Black, pinIndent * locationSize};
                forName -= header.location->height() + gap() / 2;
            }
        }
        if (fits) {
            if (const auto name =
                    fitText(m_content.venueName, true, {width, forName, size, size, mostLines})) {
                header.name = TextBlock{*name, true, Ink::Black, 0};
                return true;
            }
        }
        if (size <= leastName)
            return false;
    }
}

CellComposer::Steps CellComposer::fitSteps(double captionWidth, double icon) const
{
    const bool tower = m_plan.shape == CellShape::Square;
    // Beside its drawing in a column a caption has a line of its own.
    const double louder = m_plan.shape == CellShape::Column && !m_plan.stepsInARow ? 1.3 : 1;
    Steps steps;
    steps.icon = icon;
    steps.captions.resize(3);
    for (const PosterWords *words : m_words) {
        const bool first = words == m_words.first();
        double size = std::max((first ? 6 : 4.6) * m_unit * louder, first ? 2.5 : 2.1);
        const QString texts[] = {words->openApp, words->scanCode, words->confirm};
        for (const QString &text : texts)
            size = std::min(size,
                            fittedWord(text, first, Ink::Black, size, captionWidth, tower ? 2 : 1).text.size);
        // Long captions take two lines rather than becoming small.
        if (first && size < 4.6 * m_unit && !tower) {
            size = std::max((first ? 5.2 : 4.2) * m_unit, first ? 2.5 : 2.1);
            for (const QString &text : texts)
                size = std::min(size, fittedWord(text, first, Ink::Black, size, captionWidth, 2).text.size);
        }
        for (size_t i = 0; i < 3; ++i)
            steps.captions[i].push_back(fittedWord(texts[i], first, Ink::Black, size, captionWidth, 2));
    }
    for (const std::vector<TextBlock> &captions : steps.captions) {
        double height = 0;
        for (const TextBlock &caption : captions)
            height += caption.height();
        steps.captionHeight = std::max(steps.captionHeight, height);
    }
    return steps;
}

} // namespace checkpoint
