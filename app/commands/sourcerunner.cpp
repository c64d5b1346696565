#include "app/commands/sourcerunner.h"

#include <QTimer>

#include <utility>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto cameraPatience = 10s;

} // namespace

SourceRunner::SourceRunner(const QStringList &sources, const DeviceOptions &options, QObject *parent)
    : QObject(parent), m_options(options)
{
    for (const QString &source : sources)
        m_sources.enqueue(source);
}

SourceRunner::~SourceRunner() = default;

void SourceRunner::start(const Prepare &prepare)
{
    m_prepare = prepare;
    QQueue<QString> others;
    for (const QString &source : std::exchange(m_sources, {})) {
        if (!source.startsWith("camera:"_L1) && !source.startsWith("serial:"_L1)) {
            others.enqueue(source);
            continue;
        }
        if (ScanDevice *camera = make(source)) {
            m_cameras.emplace_back(camera);
            camera->start();
            giveUpWhenSilent(camera, source);
        }
    }
    m_sources = others;
    startNext();
}

/// The desk waits for a camera or scanner as long as it takes; a script wants to know.
void SourceRunner::giveUpWhenSilent(ScanDevice *camera, const QString &source)
{
    QTimer::singleShot(cameraPatience, camera, [this, camera, source] {
        if (camera->state() == DeviceState::Running)
            return;
        const bool missing = camera->state() == DeviceState::Missing;
        note(source, missing ? Error{ErrorCode::DeviceMissing, u"no such device is plugged in"_s}
                             : Error{ErrorCode::DeviceSilent, u"the device delivers nothing"_s});
        camera->stop();
        std::erase_if(m_cameras, [camera](const auto &each) { return each.get() == camera; });
        finishIfDone();
    });
}

ScanDevice *SourceRunner::make(const QString &source)
{
    Result<std::unique_ptr<ScanDevice>> made = makeDevice(source, m_options);
    if (!made) {
        note(source, made.error());
        return nullptr;
    }
    ScanDevice *device = made.value().release();
    connect(device, &ScanDevice::failed, this, &SourceRunner::note);
    m_prepare(device);
    return device;
}

void SourceRunner::startNext()
{
    m_current.reset();
    while (!m_sources.isEmpty()) {
        m_current.reset(make(m_sources.dequeue()));
        if (!m_current)
            continue;
        // Queued: the device that just finished is destroyed by the next one's start.
        connect(m_current.get(), &ScanDevice::finished, this, &SourceRunner::startNext, Qt::QueuedConnection);
        m_current->start();
        return;
    }
    finishIfDone();
}

void SourceRunner::stop()
{
    m_sources.clear();
    for (const auto &camera : m_cameras)
        camera->stop();
    m_cameras.clear();
    if (m_current)
        m_current->stop();
    m_current.reset();
    finishIfDone();
}

void SourceRunner::setPaused(bool paused)
{
    if (m_current && paused)
        m_current->pause();
    else if (m_current)
        m_current->resume();
}

void SourceRunner::note(const QString &source, const Error &error)
{
    m_anyUnreadable = true;
    emit unreadable(source, error);
}

void SourceRunner::finishIfDone()
{
    if (m_finished || m_current || !m_cameras.empty() || !m_sources.isEmpty())
        return;
    m_finished = true;
    // Queued: whoever started the sources is told after start() returned.
    QMetaObject::invokeMethod(this, &SourceRunner::finished, Qt::QueuedConnection);
}

} // namespace checkpoint
