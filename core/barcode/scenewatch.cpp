#include "core/barcode/scenewatch.h"

#include <algorithm>
#include <cmath>

namespace checkpoint {

namespace {

constexpr int side = SceneWatch::cellSide;
constexpr int rowStep = 2;            // every other row is enough against the noise
constexpr float usualMemory = 0.98F;  // from one frame to the next: about a second and a half
constexpr float noiseMemory = 0.95F;  // the same
constexpr float changeByNoise = 3.5F; // 7 standard deviations
constexpr int leastCells = 2;         // one alone may be a lamp that flickers
constexpr int samples = side * side / rowStep;

/// Adds a row of pixels to the sums of its cells.
inline void addRow(const uchar *__restrict pixels, int stride, int *__restrict sums, int cells)
{
    for (int cell = 0; cell < cells; ++cell) {
        int sum = 0;
        for (int i = 0; i < side; ++i)
            sum += pixels[i * stride];
        sums[cell] += sum;
        pixels += side * stride;
    }
}

} // namespace

bool SceneWatch::hasChanged(const LuminanceView &frame)
{
    const int columns = frame.width / side;
    const int rows = frame.height / side;
    const bool isFirst = columns != m_columns || rows != m_rows;
    m_columns = columns;
    m_rows = rows;
    measure(frame);
    if (isFirst || m_cells.empty()) {
        m_usual = m_cells;
        m_noise = 0;
        return true;
    }
    const float drift = medianDifference();
    m_noise = noiseMemory * m_noise + (1 - noiseMemory) * noiseAround(drift);
    const float change = std::clamp(changeByNoise * m_noise, leastChange, mostChange);
    int changed = 0;
    for (size_t i = 0; i < m_cells.size(); ++i)
        changed += std::abs(m_cells[i] - m_usual[i] - drift) > change;
    if (changed >= leastCells) {
        m_usual = m_cells;
        return true;
    }
    for (size_t i = 0; i < m_cells.size(); ++i)
        m_usual[i] = usualMemory * m_usual[i] + (1 - usualMemory) * m_cells[i];
    return false;
}

void SceneWatch::measure(const LuminanceView &frame)
{
    m_cells.resize(size_t(m_columns) * size_t(m_rows));
    m_sums.resize(size_t(m_columns));
    auto *cell = m_cells.data();
    for (int row = 0; row < m_rows; ++row) {
        std::ranges::fill(m_sums, 0);
        for (int y = 0; y < side; y += rowStep) {
            const uchar *pixels = frame.data + qsizetype(row * side + y) * frame.rowStride;
            addRow(pixels, frame.pixelStride, m_sums.data(), m_columns);
        }
        for (const int sum : m_sums)
            *cell++ = float(sum) / samples;
    }
}

/// What the whole picture has become brighter by.
float SceneWatch::medianDifference()
{
    m_sorted.resize(m_cells.size());
    for (size_t i = 0; i < m_cells.size(); ++i)
        m_sorted[i] = m_cells[i] - m_usual[i];
    const auto middle = m_sorted.begin() + std::ptrdiff_t(m_sorted.size() / 2);
    std::nth_element(m_sorted.begin(), middle, m_sorted.end());
    return *middle;
}

float SceneWatch::noiseAround(float drift)
{
    for (float &difference : m_sorted)
        difference = std::abs(difference - drift);
    const auto most = m_sorted.begin() + std::ptrdiff_t(m_sorted.size() * 95 / 100);
    std::nth_element(m_sorted.begin(), most, m_sorted.end());
    return *most;
}

} // namespace checkpoint
