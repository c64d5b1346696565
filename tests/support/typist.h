#pragma once

#include <QStringList>

class QProcess;

namespace checkpoint::test {

/// Starts xdotool, whose keys come as evenly as a device's, however busy the machine is: a scanner that plays
/// its keys with a pause of 40 ms among them is none. Only root may be so sure; for others it is as the
/// machine has time.
void startTypist(QProcess *typist, const QStringList &arguments);

} // namespace checkpoint::test
