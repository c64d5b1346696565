#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace checkpoint::test {

/// A printing system of our own: a cupsd on a socket in a folder of its own, for root and for anybody else,
/// in a chroot as well. Its queues are "desk", the default one, "paused", which is stopped, and "closed",
/// which takes no jobs. Nothing is printed: each job stays in the spool as it came.
class PrivateCups
{
public:
    PrivateCups();
    ~PrivateCups();
    Q_DISABLE_COPY_MOVE(PrivateCups)

    /// Starts it and points this process to it; before anything of printing is used.
    bool start();
    /// What it said, for a failed test.
    QByteArray log() const;

    /// The documents that came in so far, in order, once there are as many; PDF.
    QList<QByteArray> documents(int atLeast) const;
    /// The number of copies asked for of the last job, from the scheduler's log.
    int copiesOfLastJob() const;

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    bool write(const QString &name, const QByteArray &text) const;

    QTemporaryDir m_folder;
    QProcess m_scheduler;
};

} // namespace checkpoint::test
