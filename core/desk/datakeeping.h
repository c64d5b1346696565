#pragma once

#include "core/base/clock.h"
#include "core/store/reportsource.h"
#include "core/store/retention.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace checkpoint {

/// Destroys every night, and when the program starts, what is kept longer than its term, and has the days
/// that are over summed up, so that a report has only the present one to count. Nothing is destroyed while
/// the clock is in doubt: a clock that runs ahead would take everything. Lives on the GUI thread; store and
/// clock outlive it.
class DataKeeping : public QObject
{
    Q_OBJECT

public:
    DataKeeping(EntryStore *store, const Clock *clock, QObject *parent = nullptr);

    Retention *retention() { return &m_retention; }

    /// The record is open: does what was missed, and from now on each night's.
    void start();

    /// Looks whether it is time; goes on by itself after start().
    void check();

signals:
    /// So much was destroyed now.
    void erased(const checkpoint::ErasureCounts &counts);
    /// Nothing more was destroyed; it is tried again. Said once for each reason, until it goes on.
    void failed(const checkpoint::Error &error);

private:
    Retention m_retention;
    ReportSource m_reports;
    const Clock *const m_clock;
    QTimer m_timer;
    std::optional<qint64> m_doneCut;   ///< the night up to which all is done
    std::optional<qint64> m_summedCut; ///< the same of summing up, which waits for no destroying
    std::optional<ErrorCode> m_toldFailure;
    bool m_started = false;
    bool m_busy = false;
};

} // namespace checkpoint
