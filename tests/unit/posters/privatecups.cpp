#include "tests/unit/posters/privatecups.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::test {

namespace {

constexpr int patienceMs = 20000;

constexpr char filesOfScheduler[] = R"(ServerRoot ROOT/etc
DataDir /usr/share/cups
ServerBin /usr/lib/cups
RequestRoot ROOT/spool
CacheDir ROOT/cache
StateDir ROOT/run
TempDir ROOT/spool/tmp
ErrorLog ROOT/error_log
AccessLog ROOT/access_log
PageLog ROOT/page_log
FileDevice Yes
FatalErrors none
SystemGroup root
)";

constexpr char settingsOfScheduler[] = R"(Listen ROOT/cups.sock
LogLevel debug
MaxLogSize 0
Browsing Off
WebInterface No
DefaultAuthType None
DirtyCleanInterval 0
PreserveJobHistory Yes
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
)";

constexpr char queues[] = R"(<DefaultPrinter desk>
DeviceURI file://ROOT/out/desk
State Idle
Accepting Yes
</DefaultPrinter>
<Printer paused>
DeviceURI file://ROOT/out/paused
State Stopped
StateMessage Paused
Accepting Yes
</Printer>
<Printer closed>
DeviceURI file://ROOT/out/closed
State Idle
Accepting No
</Printer>
)";

} // namespace

// A short path: the name of a socket takes about a hundred bytes.
PrivateCups::PrivateCups() : m_folder(u"/tmp/cups-XXXXXX"_s) {}

PrivateCups::~PrivateCups()
{
    m_scheduler.terminate();
    if (!m_scheduler.waitForFinished(5000))
        m_scheduler.kill();
    m_scheduler.waitForFinished(5000);
}

bool PrivateCups::write(const QString &name, const QByteArray &text) const
{
    QFile file(path(name));
    QByteArray rooted = text;
    rooted.replace("ROOT", m_folder.path().toUtf8());
    return file.open(QIODevice::WriteOnly) && file.write(rooted) == rooted.size();
}

bool PrivateCups::start()
{
    const QDir root(m_folder.path());
    for (const QString &folder : {u"etc/ppd"_s, u"spool/tmp"_s, u"cache"_s, u"run/certs"_s, u"out"_s})
        root.mkpath(folder);
    if (!write(u"cups-files.conf"_s, filesOfScheduler) || !write(u"cupsd.conf"_s, settingsOfScheduler) ||
        !write(u"etc/printers.conf"_s, queues))
        return false;
    // Started by root, the scheduler works as another user.
    QProcess::execute(u"chmod"_s, {u"-R"_s, u"a+rwX"_s, m_folder.path()});

    QString program = QStandardPaths::findExecutable(u"cupsd"_s);
    if (program.isEmpty())
        program = QStandardPaths::findExecutable(u"cupsd"_s, {u"/usr/sbin"_s, u"/usr/local/sbin"_s});
    m_scheduler.setStandardOutputFile(path(u"output"_s));
    m_scheduler.setStandardErrorFile(path(u"output"_s), QIODevice::Append);
    m_scheduler.start(program,
                      {u"-f"_s, u"-c"_s, path(u"cupsd.conf"_s), u"-s"_s, path(u"cups-files.conf"_s)});
    if (!m_scheduler.waitForStarted())
        return false;
    const QString socket = path(u"cups.sock"_s);
    qputenv("CUPS_SERVER", socket.toUtf8());
    QElapsedTimer patience;
    for (patience.start(); patience.elapsed() < patienceMs; QThread::msleep(50)) {
        if (m_scheduler.state() != QProcess::Running)
            return false;
        if (QFile::exists(socket) && QProcess::execute(u"lpstat"_s, {u"-r"_s}) == 0)
            return true;
    }
    return false;
}

QByteArray PrivateCups::log() const
{
    QByteArray all;
    for (const QString &name : {u"output"_s, u"error_log"_s}) {
        QFile file(path(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll().right(4000);
    }
    return all;
}

QList<QByteArray> PrivateCups::documents(int atLeast) const
{
    QList<QByteArray> all;
    QElapsedTimer patience;
    for (patience.start(); patience.elapsed() < patienceMs; QThread::msleep(50)) {
        all.clear();
        const QDir spool(path(u"spool"_s));
        for (const QString &name : spool.entryList({u"d0*"_s}, QDir::Files, QDir::Name)) {
            QFile file(spool.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all.append(file.readAll());
        }
        if (all.size() >= atLeast && (all.isEmpty() || all.last().trimmed().endsWith("%%EOF")))
            return all;
    }
    return all;
}

int PrivateCups::copiesOfLastJob() const
{
    static const QRegularExpression copies(u"argv\\[4\\]=\"(\\d+)\""_s);
    QFile file(path(u"error_log"_s));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    int last = -1;
    auto matches = copies.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        last = matches.next().captured(1).toInt();
    return last;
}

} // namespace checkpoint::test
