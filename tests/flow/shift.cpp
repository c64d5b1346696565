#include "tests/flow/shift.h"

#include "tests/support/scenerenderer.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <cerrno>
#include <cstring>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

namespace {

constexpr QSize cameraSize(1280, 720);
constexpr int diskMegabytes = 24;

bool writeTo(const char *path, const QByteArray &text)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) == text.size();
}

/// Mounts of this program's own: root may have them, others in a user namespace, where they are root.
bool enterOwnMounts()
{
    const QByteArray user = QByteArray::number(::getuid());
    const QByteArray group = QByteArray::number(::getgid());
    if (::unshare(CLONE_NEWNS) == 0)
        return true;
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
           writeTo("/proc/self/uid_map", user + ' ' + user + " 1") &&
           writeTo("/proc/self/setgroups", "deny") &&
           writeTo("/proc/self/gid_map", group + ' ' + group + " 1");
}

QString cameraName(int camera)
{
    return camera == 0 ? u"Entrance camera"_s : u"Exit camera"_s;
}

} // namespace

// ---- the disk

SmallDisk::SmallDisk(int megabytes)
{
    const QByteArray size = "size=" + QByteArray::number(megabytes) + "m,mode=700";
    const QByteArray folder = QFile::encodeName(m_folder.path());
    // Private first: else the mount would be seen by everybody.
    if (!enterOwnMounts() || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", folder.constData(), "tmpfs", 0, size.constData()) != 0)
        m_problem = u"no file system of its own: "_s + QString::fromLocal8Bit(std::strerror(errno));
}

SmallDisk::~SmallDisk()
{
    if (isThere())
        ::umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
}

bool SmallDisk::fill()
{
    QFile ballast(m_folder.filePath(u"ballast"_s));
    if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    QByteArray block(64 * 1024, 'x');
    while (!block.isEmpty()) {
        if (ballast.write(block) < block.size())
            block.truncate(block.size() / 2);
    }
    return ballast.size() > 0;
}

void SmallDisk::makeRoom()
{
    QFile::remove(m_folder.filePath(u"ballast"_s));
}

// ---- the day

Shift::Shift()
    : m_disk(diskMegabytes)
    , m_typingTool(TypingTool::Kind::Ibus)
    , m_emptyDesk(renderScene(cameraSize, QList<SceneCard>{}))
{
    if (!m_typingTool.start())
        m_problem = m_typingTool.problem();
    m_entrance = std::make_unique<PtyScanner>(m_ports.filePath(u"entrance"_s));
    m_exit = std::make_unique<PtyScanner>(m_ports.filePath(u"exit"_s));
}

bool Shift::begin()
{
    if (!m_disk.isThere())
        m_problem = m_disk.problem();
    else if (m_problem.isEmpty() && !m_reader.start())
        m_problem = u"no accessibility bus"_s;
    return m_problem.isEmpty();
}

bool Shift::openDesk(int cameraCount)
{
    m_cameras.unplugAll();
    for (int camera = 0; camera < cameraCount; ++camera)
        m_cameras.plug(cameraName(camera), m_emptyDesk);
    m_entrance->plug();
    m_exit->plug();
    m_saidBefore = m_heard = m_reader.said().size();
    const QByteArray entrance = m_entrance->port().toUtf8();
    const QByteArray exit = m_exit->port().toUtf8();
    QByteArrayList settings{"first-start-done=true", "language=en", "camera=" + cameraName(0).toUtf8(),
                            "serial-scanners=" + entrance + ", " + exit,
                            "directions=in serial:" + entrance + ", out serial:" + exit +
                                ", out camera:" + cameraName(1).toUtf8()};
    if (cameraCount > 1)
        settings.append("second-camera=" + cameraName(1).toUtf8());
    m_desk = std::make_unique<DeskProgram>(m_disk.path(), settings);
    return m_desk->start() && m_typingTool.switchOn();
}

bool Shift::closeDesk()
{
    const bool ended = !m_desk || !m_desk->isRunning() || m_desk->stop();
    m_desk.reset();
    m_entrance->unplug();
    m_exit->unplug();
    m_cameras.unplugAll();
    return ended;
}

void Shift::clearDisk()
{
    QDir folder(m_disk.path());
    const QStringList entries = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QString &entry : entries) {
        if (!QFile::remove(folder.filePath(entry)))
            QDir(folder.filePath(entry)).removeRecursively();
    }
}

void Shift::hold(int camera, const QByteArray &card)
{
    m_cameras.show(cameraName(camera), renderScene(cameraSize, card, 5));
}

void Shift::clearView(int camera)
{
    m_cameras.show(cameraName(camera), m_emptyDesk);
}

QStringList Shift::said() const
{
    QStringList all = m_reader.said().mid(m_saidBefore);
    // Before the first visitor the desk says whether it is ready.
    all.removeIf([](const QString &text) { return !text.contains(", N. "_L1); });
    return all;
}

bool Shift::waitForSaid(qsizetype count, int ms)
{
    return QTest::qWaitFor([this, count] { return said().size() >= count; }, ms);
}

bool Shift::waitForSaid(const QString &part, int ms)
{
    return QTest::qWaitFor(
        [this, &part] {
            return std::ranges::any_of(said(), [&part](const QString &text) { return text.contains(part); });
        },
        ms);
}

bool Shift::waitForNext(const QString &part, int ms)
{
    return QTest::qWaitFor(
        [this, &part] {
            for (; m_heard < m_reader.said().size(); ++m_heard) {
                if (m_reader.said()[m_heard].contains(part))
                    return true;
            }
            return false;
        },
        ms);
}

QStringList Shift::saidToBeRecorded() const
{
    QStringList recorded;
    for (const QString &text : said()) {
        const QString word = text.section(u", "_s, 0, 0);
        if (word == "IN"_L1 || word == "OUT"_L1 || word == "VOIDED"_L1)
            recorded.append(word + u' ' + text.section(u", "_s, 1, 1));
    }
    return recorded;
}

QStringList Shift::recorded() const
{
    static const QHash<QString, QString> words{
        {u"in"_s, u"IN"_s}, {u"out"_s, u"OUT"_s}, {u"void"_s, u"VOIDED"_s}};
    QStringList all;
    for (const QJsonObject &entry : m_desk->entries())
        all.append(words.value(entry[u"direction"_s].toString()) + u' ' +
                   entry[u"visitor"_s][u"name"_s].toString());
    return all;
}

} // namespace checkpoint::test
