// Renders the frames of the sample clip into a folder: synthetic persons hold their codes before a webcam,
// one after another, and a venue's poster comes into view. packaging/render-sample makes the clip from them.

#include "tests/support/samplepayloads.h"
#include "tests/support/scenerenderer.h"

#include <QDir>
#include <QGuiApplication>

#include <cmath>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int framesPerSecond = 15;
constexpr int framesPerCard = 30;
constexpr QSize frameSize(1280, 720);

/// 0 outside the view, 1 held still in the middle. The last one stays, so that the clip ends with a card.
double nearness(int frame, bool last)
{
    const double phase = std::min(double(frame) / framesPerCard, last ? 0.5 : 1.0);
    return std::min(1.0, 3.2 * std::sin(phase * M_PI));
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1]))) {
        std::fputs("usage: checkpoint-render-sample FOLDER\n", stderr);
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    int number = 0;
    for (const QByteArray &payload : checkpoint::test::samplePayloads) {
        for (int frame = 0; frame < framesPerCard; ++frame) {
            const double near = nearness(frame, &payload == &checkpoint::test::samplePayloads.last());
            checkpoint::test::SceneCard card;
            card.payload = payload;
            card.pixelsPerModule = 4.5 + near;
            card.centre = QPointF(640 + 60 * std::sin(number * 0.05), 360 + (1 - near) * 620);
            card.rotationDegrees = 6 * std::sin(number * 0.11);
            const QImage scene = checkpoint::test::renderScene(frameSize, {card});
            if (!scene.save(folder.filePath(u"frame%1.png"_s.arg(number++, 4, 10, QChar(u'0')))))
                return 1;
        }
    }
    std::printf("%d frames, %d a second\n", number, framesPerSecond);
    return 0;
}
