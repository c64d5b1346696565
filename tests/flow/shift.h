#pragma once

#include "tests/flow/deskprogram.h"
#include "tests/support/fakecamera.h"
#include "tests/support/ptyscanner.h"
#include "tests/support/screenreader.h"
#include "tests/support/typingtool.h"

#include <QImage>
#include <QTemporaryDir>

#include <memory>

namespace checkpoint::test {

/// A file system of its own for the desk's data, small enough to be filled. Only this program and those that
/// it starts see it, so nothing is left behind. Made before any thread; needs the right to mount, or user
/// namespaces.
class SmallDisk
{
public:
    explicit SmallDisk(int megabytes);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isThere() const { return m_problem.isEmpty(); }
    QString problem() const { return m_problem; }
    QString path() const { return m_folder.path(); }

    /// Not a byte more can be written.
    bool fill();
    void makeRoom();

private:
    QTemporaryDir m_folder;
    QString m_problem;
};

/// A desk's day without hardware: the real program with cameras, two serial scanners (the second one at the
/// exit), a typing scanner beside a Vietnamese typing tool, and somebody who listens to what the desk says.
class Shift
{
public:
    /// For the whole test program; before its application object.
    Shift();

    /// In the application: the typing tool, the screen reader. False with problem().
    bool begin();
    QString problem() const { return m_problem; }

    /// A desk on the small disk with an empty record.
    bool openDesk(int cameraCount);
    /// Ends it and tidies up; false when it did not end in order.
    bool closeDesk();
    /// Wipes the data folder, for the next desk.
    void clearDisk();

    DeskProgram &desk() { return *m_desk; }
    SmallDisk &disk() { return m_disk; }
    TypingTool &typingTool() { return m_typingTool; }
    PtyScanner &entrance() { return *m_entrance; }
    PtyScanner &exit() { return *m_exit; }

    /// Holds a card before a camera, or nothing.
    void hold(int camera, const QByteArray &card);
    void clearView(int camera);

    /// What was said of visitors since the desk was opened.
    QStringList said() const;
    /// Waits until so many outcomes were said.
    bool waitForSaid(qsizetype count, int ms = 10'000);
    bool waitForSaid(const QString &part, int ms = 10'000);
    /// The same in what was said after that; what comes before it is passed over.
    bool waitForNext(const QString &part, int ms = 10'000);

    /// "IN N. T. Babibo", "OUT …": the entries that were said to be recorded, and those that the record has,
    /// each in its order.
    QStringList saidToBeRecorded() const;
    QStringList recorded() const;

private:
    SmallDisk m_disk;
    QTemporaryDir m_ports;
    FakeCameras m_cameras;
    TypingTool m_typingTool;
    ScreenReader m_reader;
    std::unique_ptr<PtyScanner> m_entrance;
    std::unique_ptr<PtyScanner> m_exit;
    std::unique_ptr<DeskProgram> m_desk;
    QImage m_emptyDesk;
    qsizetype m_saidBefore = 0;
    qsizetype m_heard = 0;
    QString m_problem;
};

} // namespace checkpoint::test
