#pragma once

#include "core/domain/entry.h"

#include <QStringList>

namespace checkpoint {

/// The entries of a period, one line each, void entries included. Masked unless revealed; revealed, it has
/// the columns of everything that is known of the visitor.
class EntriesReport
{
public:
    explicit EntriesReport(bool revealed) : m_revealed(revealed) {}

    QStringList header() const;
    QStringList line(const EntryRow &row) const;

private:
    const bool m_revealed;
};

/// "2026-11-20T08:15:02.481+07:00": ISO 8601 with the offset that the desk's clock had.
QString isoTime(const Moment &moment);

} // namespace checkpoint
