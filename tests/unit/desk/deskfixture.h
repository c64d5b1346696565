#pragma once

#include "core/desk/checkpointdesk.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <limits>
#include <memory>

/// What the tests of the desk share: synthetic persons, a clock that is set, a desk on a database of its own.
namespace desktest {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

inline const QByteArray cardOfNghiem =
    "001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định|01052021";
inline const QByteArray qrOfNghiem =
    "001090999991|NGUYEN THU NGHIEM|1990-01-15|0|162999999999999991|<1<HS4019999999991<0900000001";
inline const QByteArray cardOfMau = "079300999992||Trần Thị Mẫu|29022000|Nữ|12/3 Đường Không Có|12082021";
inline const QByteArray qrOfMau =
    "079300999992|TRAN THI MAU|2000-02-29|1|162999999999999992|162999999999999991<2<00<0900000001";
inline const QByteArray starredQrOfMau = "******999992|TRAN THI MAU|2000-**-**|0|162999999999999992|<2<<";
inline const QByteArray poster = "https://example.invalid/v/VENUE-0001";

/// The card of one more person.
inline QByteArray cardOf(int number)
{
    return "0010909" + QByteArray::number(10'000 + number) + "||Nguyễn Thử|15011990|Nam|Hà Nội|01052021";
}

/// A Thursday, 2025-11-20 08:00:00 in Vietnam, until it is set.
class SetClock final : public Clock
{
public:
    static constexpr qint64 start = 1'763'600'400'000;

    Moment now() const override { return {start + m_wallMs, 420, m_suspect}; }
    qint64 steadyMs() const override { return m_steadyMs; }
    void advance(qint64 ms)
    {
        m_wallMs += ms;
        m_steadyMs += ms;
    }
    void setWall(qint64 utcMs) { m_wallMs = utcMs - start; }
    void setSuspect(bool suspect) { m_suspect = suspect; }

private:
    qint64 m_wallMs = 0;
    qint64 m_steadyMs = 1'000'000;
    bool m_suspect = false;
};

inline constexpr qint64 second = 1'000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 hour = 60 * minute;

/// Handles events until something holds, as soon as it does: qWaitFor() would look every 10 ms only.
template <typename Holds> bool comes(Holds holds)
{
    const QDeadlineTimer patience(20'000);
    QTimer wakening; // or it would sleep beyond its patience
    wakening.start(100);
    while (!holds()) {
        if (patience.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

template <typename T> T awaited(QFuture<T> future)
{
    QFutureWatcher<T> watcher; // its end is an event
    watcher.setFuture(future);
    if (!comes([&future] { return future.isFinished(); }))
        return T(Error{ErrorCode::Cancelled, u"no answer"_s});
    return future.result();
}

/// A desk with three devices: "auto", "in" and "out".
class DeskFixture
{
public:
    explicit DeskFixture(const QString &folderTemplate = QDir::tempPath() + u"/checkpoint-desk-XXXXXX"_s)
        : folder(folderTemplate)
    {
        openStore();
        makeDesk(true);
    }

    ~DeskFixture()
    {
        announced.reset();
        desk.reset();
    }

    void openStore()
    {
        if (!awaited(store->open(folder.path(), StoreMode::ReadWrite)).ok() ||
            !awaited(store->unlock(QByteArray(32, 'k'), KeyPlace::File)).ok())
            qFatal("the store does not open");
    }

    void makeDesk(bool operatorPresent)
    {
        announced.reset();
        desk = std::make_unique<CheckpointDesk>(store.get(), &clock, operatorPresent);
        desk->setLocation(u"Cổng A"_s);
        desk->setDevice({u"auto"_s, u"Auto"_s, DirectionRule::Auto, RepeatPolicy::InView});
        desk->setDevice({u"in"_s, u"In"_s, DirectionRule::In, RepeatPolicy::InView});
        desk->setDevice({u"out"_s, u"Out"_s, DirectionRule::Out, RepeatPolicy::InView});
        announced = std::make_unique<QSignalSpy>(desk.get(), &CheckpointDesk::announced);
    }

    void show(const QString &device, const QList<QByteArray> &payloads)
    {
        RawScan scan;
        scan.deviceId = device;
        scan.source = device;
        scan.capturedAt = clock.now();
        scan.steadyMs = clock.steadyMs();
        for (const QByteArray &payload : payloads)
            scan.sightings.append({payload, {}});
        desk->take(scan);
    }

    bool settle()
    {
        return comes([this] { return desk->waiting() == 0; });
    }

    QList<ScanOutcome> outcomes() const
    {
        QList<ScanOutcome> all;
        for (const QList<QVariant> &arguments : *announced)
            all.append(arguments.first().value<ScanOutcome>());
        return all;
    }

    /// What was announced last, once nothing waits any more.
    ScanOutcome last()
    {
        settle();
        return outcomes().isEmpty() ? ScanOutcome() : outcomes().last();
    }

    /// What becomes of one scan, later than anything before and held up anew.
    ScanOutcome scan(const QString &device, const QByteArray &payload)
    {
        show(device, {payload});
        return last();
    }

    /// What becomes of a hand entry.
    ScanOutcome write(const HandEntry &entry)
    {
        desk->recordByHand(entry);
        return last();
    }

    Counters counters()
    {
        settle();
        return awaited(store->counters(0, std::numeric_limits<qint64>::max())).value();
    }

    QList<EntryRow> entries()
    {
        settle();
        return awaited(store->entries({})).value();
    }

    QTemporaryDir folder;
    std::unique_ptr<EntryStore> store = std::make_unique<EntryStore>();
    SetClock clock;
    std::unique_ptr<CheckpointDesk> desk;
    std::unique_ptr<QSignalSpy> announced;
};

} // namespace desktest
