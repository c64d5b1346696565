#include "core/desk/roomwatch.h"

#include <QStorageInfo>

#include <utility>

using namespace std::chrono_literals;

namespace checkpoint {

namespace {

constexpr auto lookEach = 1min;

std::optional<qint64> freeBytesOf(const QString &folder)
{
    const QStorageInfo storage(folder);
    return storage.isValid() && storage.isReady() ? std::optional(storage.bytesAvailable()) : std::nullopt;
}

} // namespace

RoomWatch::RoomWatch(const QString &folder, Probe probe, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_probe(probe ? std::move(probe) : Probe(freeBytesOf))
    , m_thread(QStringLiteral("room"))
{
    m_timer.setInterval(lookEach);
    connect(&m_timer, &QTimer::timeout, this, &RoomWatch::look);
}

void RoomWatch::start()
{
    m_timer.start();
    look();
}

void RoomWatch::look()
{
    if (m_looking)
        return; // the last look has no answer yet
    m_looking = true;
    m_thread.run([probe = m_probe, folder = m_folder] { return probe(folder); })
        .then(this, [this](std::optional<qint64> freeBytes) {
            m_looking = false;
            take(freeBytes);
        });
}

void RoomWatch::take(std::optional<qint64> freeBytes)
{
    if (!freeBytes)
        return;
    if (*freeBytes >= littleRoom) {
        m_said.reset();
    } else if (!m_said || *freeBytes <= *m_said / 2) {
        m_said = *freeBytes;
        emit roomRanLow(*freeBytes);
    }
}

} // namespace checkpoint
