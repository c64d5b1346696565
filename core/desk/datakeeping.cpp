#include "core/desk/datakeeping.h"

#include "core/base/logging.h"
#include "core/desk/dayclosing.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace checkpoint {

namespace {

constexpr auto looksEvery = 5min;
const QTime nightly(2, 30); // local; hardly anybody comes then

} // namespace

DataKeeping::DataKeeping(EntryStore *store, const Clock *clock, QObject *parent)
    : QObject(parent), m_retention(store), m_reports(store), m_clock(clock)
{
    m_timer.setInterval(looksEvery);
    connect(&m_timer, &QTimer::timeout, this, &DataKeeping::check);
}

void DataKeeping::start()
{
    m_started = true;
    m_timer.start();
    check();
}

void DataKeeping::check()
{
    const Moment now = m_clock->now();
    const qint64 cut = lastCut(now, nightly);
    if (!m_started || m_busy || now.suspect || m_doneCut == cut)
        return;
    m_busy = true;
    m_retention.eraseDue(now).then(this, [this, cut](const Result<ErasureCounts> &counts) {
        m_busy = false;
        if (std::exchange(m_summedCut, cut) != cut)
            m_reports.sumUpDays(m_clock->now().utcMs);
        if (!counts) {
            qCWarning(lcDesk, "Data over their term are not destroyed: %s",
                      qPrintable(errorCodeId(counts.error().code)));
            if (std::exchange(m_toldFailure, counts.error().code) != counts.error().code)
                emit failed(counts.error());
            return;
        }
        m_toldFailure.reset();
        m_doneCut = cut;
        if (!counts->isNothing())
            emit erased(*counts);
    });
}

} // namespace checkpoint
