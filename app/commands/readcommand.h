#pragma once

#include "app/commands/sourcerunner.h"
#include "app/commands/stopsignals.h"
#include "core/base/clock.h"
#include "core/domain/visitorcode.h"
#include "core/scan/repeatfilter.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace checkpoint {

/// `read [--json] [--null] SOURCE…`: prints what codes say. Records nothing and needs no data folder. What a
/// camera or film shows is printed once a showing.
class ReadCommand : public QObject
{
    Q_OBJECT

public:
    explicit ReadCommand(QObject *parent = nullptr);

    /// Begins; finished() tells the exit code, at once when the arguments are wrong.
    void start(const QStringList &arguments);

signals:
    void finished(int exitCode);

private:
    void print(const RawScan &scan, RepeatPolicy policy);
    void printCode(const QString &source, const QByteArray &payload, const VisitorCode &code);

    const SystemClock m_clock;
    StopSignals m_signals;
    RepeatFilter m_showings;
    std::unique_ptr<SourceRunner> m_runner;
    bool m_json = false;
    bool m_outputLost = false; ///< standard output takes no more
};

} // namespace checkpoint
