#pragma once

#include <QObject>

namespace checkpoint {

/// Turns Ctrl+C and a request to end (SIGINT, SIGTERM, SIGHUP) into a Qt signal, so that the program ends in
/// order: devices, then what waits, then the store. GUI thread, one at a time.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    void stopRequested();
};

} // namespace checkpoint
