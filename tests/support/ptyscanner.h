#pragma once

#include <QByteArray>
#include <QString>

namespace checkpoint::test {

/// A serial scanner without hardware: a pseudo-terminal behind a name that stays the same, as a scanner's
/// port does when it is unplugged and plugged in again.
class PtyScanner
{
public:
    /// `port` is the path under which programs find it; not plugged in yet.
    explicit PtyScanner(const QString &port);
    ~PtyScanner();
    Q_DISABLE_COPY_MOVE(PtyScanner)

    QString port() const { return m_port; }
    void plug();
    void unplug();
    /// Sends a code as the scanner does, with a carriage return after it.
    void scan(const QByteArray &payload);

private:
    const QString m_port;
    int m_line = -1;
};

} // namespace checkpoint::test
