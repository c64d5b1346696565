#pragma once

#include "core/scan/devicecatalog.h"
#include "core/scan/scandevice.h"

#include <QObject>
#include <QQueue>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

namespace checkpoint {

/// Plays the SOURCES of a command: files, folders, films and standard input one after another, cameras and
/// serial scanners all at once beside them until the program is stopped. Lives on the GUI thread; owned by
/// the command.
class SourceRunner : public QObject
{
    Q_OBJECT

public:
    SourceRunner(const QStringList &sources, const DeviceOptions &options, QObject *parent = nullptr);
    ~SourceRunner() override;

    /// Called with each device before it starts.
    using Prepare = std::function<void(ScanDevice *device)>;
    void start(const Prepare &prepare);

    /// Ends all devices; finished() follows.
    void stop();

    /// Holds back what can wait, while the desk has enough to do.
    void setPaused(bool paused);

    bool anyUnreadable() const { return m_anyUnreadable; }
    bool isFinished() const { return m_finished; }

signals:
    void unreadable(const QString &source, const checkpoint::Error &error);
    void finished();

private:
    void startNext();
    void giveUpWhenSilent(ScanDevice *camera, const QString &source);
    ScanDevice *make(const QString &source);
    void note(const QString &source, const Error &error);
    void finishIfDone();

    QQueue<QString> m_sources;
    const DeviceOptions m_options;
    Prepare m_prepare;
    std::vector<std::unique_ptr<ScanDevice>> m_cameras;
    std::unique_ptr<ScanDevice> m_current;
    bool m_anyUnreadable = false;
    bool m_finished = false;
};

} // namespace checkpoint
