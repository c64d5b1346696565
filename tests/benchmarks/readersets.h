#pragma once

#include "tests/support/camerashot.h"

#include <QByteArray>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace checkpoint::test {

/// What spoils a frame.
struct Degradation
{
    QString name;
    std::function<void(CameraShot &, double pixelsPerModule)> apply;
    double degrees = 4;
    double distortion = 0.02;
};

std::vector<Degradation> degradations();

/// 112 to 150 bytes as citizen cards carry them: versions 7 to 9 at level M. Synthetic persons.
QByteArray cardPayload(int number);

/// The card of that number, held near the middle.
CameraShot shotOf(int number, QSize size, double module, const Degradation &degradation);

/// A room without a code.
CameraShot roomOf(int number, QSize size);

} // namespace checkpoint::test
