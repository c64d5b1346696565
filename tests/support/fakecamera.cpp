#include "tests/support/fakecamera.h"

#include "tests/support/pixelformats.h"

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

namespace {

/// Whole or not at all: the camera may read it at any moment.
void writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        qFatal("a file of the fake camera cannot be written");
}

QByteArray modeName(const FakeCameraMode &mode)
{
    return mode.format + '-' + QByteArray::number(mode.size.width()) + 'x' +
           QByteArray::number(mode.size.height());
}

QByteArray capsOf(const FakeCameraMode &mode)
{
    const QByteArray type = mode.format == "JPEG" ? "image/jpeg" : "video/x-raw,format=" + mode.format;
    return type + ",width=" + QByteArray::number(mode.size.width()) +
           ",height=" + QByteArray::number(mode.size.height()) +
           ",framerate=" + QByteArray::number(mode.framesPerSecond) + "/1";
}

} // namespace

FakeCameras::FakeCameras()
{
    qputenv("QT_MEDIA_BACKEND", "gstreamer");
    qputenv("GST_PLUGIN_PATH", CHECKPOINT_FAKECAM_PLUGINS);
    qputenv("GST_REGISTRY", CHECKPOINT_FAKECAM_REGISTRY);
    qputenv("FAKECAM_CONTROL", QFile::encodeName(controlPath()));
    writeControl();
}

bool FakeCameras::areSupported()
{
    const QDir plugins(QLibraryInfo::path(QLibraryInfo::PluginsPath) + u"/multimedia"_s);
    return !plugins.entryList({u"*gstreamer*"_s}, QDir::Files).isEmpty();
}

void FakeCameras::plug(const QString &name, const QImage &scene, const QList<FakeCameraMode> &modes)
{
    Camera camera;
    camera.modes = modes;
    camera.folder = m_folder.filePath(u"frames of "_s + name);
    QDir().mkpath(camera.folder);
    m_cameras.insert(name, camera);
    show(name, scene);
    writeControl();
}

void FakeCameras::unplug(const QString &name)
{
    m_cameras.remove(name);
    writeControl();
}

void FakeCameras::unplugAll()
{
    m_cameras.clear();
    writeControl();
}

void FakeCameras::show(const QString &name, const QImage &scene)
{
    const Camera &camera = m_cameras[name];
    for (const FakeCameraMode &mode : camera.modes) {
        const QImage picture = scene.size() == mode.size
                                   ? scene
                                   : scene.scaled(mode.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        writeWhole(camera.folder + u'/' + QString::fromLatin1(modeName(mode)),
                   gstreamerFrame(picture, mode.format));
    }
}

void FakeCameras::setFrozen(const QString &name, bool frozen)
{
    m_cameras[name].frozen = frozen;
    writeControl();
}

void FakeCameras::setDelays(const QString &name, int openMs, int closeMs)
{
    m_cameras[name].openDelayMs = openMs;
    m_cameras[name].closeDelayMs = closeMs;
    writeControl();
}

QString FakeCameras::controlPath() const
{
    return m_folder.filePath(u"control"_s);
}

void FakeCameras::writeControl() const
{
    QByteArray text;
    for (auto camera = m_cameras.cbegin(); camera != m_cameras.cend(); ++camera) {
        QByteArrayList caps;
        for (const FakeCameraMode &mode : camera->modes)
            caps.append(capsOf(mode));
        text += '[' + camera.key().toUtf8() + "]\ncaps=" + caps.join("; ") +
                "\nframes=" + QFile::encodeName(camera->folder);
        text += QByteArray("\nfrozen=") + (camera->frozen ? "true" : "false");
        text += "\nopen-delay-ms=" + QByteArray::number(camera->openDelayMs);
        text += "\nclose-delay-ms=" + QByteArray::number(camera->closeDelayMs) + "\n\n";
    }
    writeWhole(controlPath(), text);
}

} // namespace checkpoint::test
