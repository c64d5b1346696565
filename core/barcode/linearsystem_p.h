#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace checkpoint {

/// `unknowns` rows of coefficients, the right side last.
template <std::size_t unknowns> using LinearSystem = std::array<std::array<double, unknowns + 1>, unknowns>;

/// Gauss's elimination with the largest pivot; nothing when the system is singular.
template <std::size_t unknowns>
std::optional<std::array<double, unknowns>> solved(LinearSystem<unknowns> system)
{
    for (std::size_t row = 0; row < unknowns; ++row) {
        std::size_t pivot = row;
        for (std::size_t other = row + 1; other < unknowns; ++other) {
            if (std::abs(system[other][row]) > std::abs(system[pivot][row]))
                pivot = other;
        }
        if (std::abs(system[pivot][row]) < 1e-12)
            return std::nullopt;
        std::swap(system[pivot], system[row]);
        for (std::size_t lower = row + 1; lower < unknowns; ++lower) {
            const double factor = system[lower][row] / system[row][row];
            for (std::size_t column = row; column <= unknowns; ++column)
                system[lower][column] -= factor * system[row][column];
        }
    }
    std::array<double, unknowns> values{};
    for (std::size_t row = unknowns; row-- > 0;) {
        double rest = system[row][unknowns];
        for (std::size_t column = row + 1; column < unknowns; ++column)
            rest -= system[row][column] * values[column];
        values[row] = rest / system[row][row];
    }
    return values;
}

} // namespace checkpoint
