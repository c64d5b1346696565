#include "app/deskbackups.h"

#include "core/base/logging.h"
#include "core/store/backuprota.h"
#include "ui/settingsview/backupsettings.h"

using namespace std::chrono_literals;

namespace checkpoint {

namespace {

constexpr auto firstBackupLook = 60s; ///< the desk is at work by then
constexpr auto dailyLook = 10min;
constexpr auto progressPause = 200ms;
constexpr auto rescuePause = 10min;

} // namespace

DeskBackups::DeskBackups(EntryStore *store, Settings *settings, const Clock *clock, const QString &dataFolder,
                         BackupSettings *view)
    : m_backups(store)
    , m_operators(store)
    , m_settings(settings)
    , m_clock(clock)
    , m_dataFolder(dataFolder)
    , m_view(view)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DeskBackups::makeWhenDue);
    m_rescueAgain.setSingleShot(true);
    connect(&m_rescueAgain, &QTimer::timeout, this, &DeskBackups::rescue);
    connect(m_view, &BackupSettings::folderChosen, this, &DeskBackups::chooseFolder);
    connect(m_view, &BackupSettings::backupRequested, this, [this] { make(true); });
    connect(m_view, &BackupSettings::cancelRequested, this, [this] {
        if (m_stop)
            *m_stop = true;
    });
    connect(m_view, &BackupSettings::previewRequested, this, &DeskBackups::preview);
    connect(m_view, &BackupSettings::restoreRequested, this, &DeskBackups::restore);
}

Future<Result<void>> DeskBackups::replaceDamaged()
{
    return m_backups.replaceDamaged(m_dataFolder, folder(), m_clock->now().toDateTime().toUTC())
        .then(this, [](const Result<Rescue> &replaced) {
            return replaced ? Result<void>() : Result<void>(replaced.error());
        });
}

void DeskBackups::start()
{
    refresh();
    rescue();
    m_timer.start(firstBackupLook);
}

/// One after another; what fails, as on a full disk, is tried again later, and with each start.
void DeskBackups::rescue()
{
    m_backups.rescue(folder()).then(this, [this](const Result<MergeCounts> &counts) {
        if (counts) {
            emit rescued(*counts);
            return rescue();
        }
        if (counts.error().code == ErrorCode::NotFound)
            emit nothingWaited();
        if (counts.error().code == ErrorCode::NotFound || counts.error().code == ErrorCode::Cancelled)
            return;
        qCWarning(lcApp, "What was put aside cannot be rescued now: %s", qPrintable(counts.error().detail));
        emit rescueFailed(counts.error());
        m_rescueAgain.start(rescuePause);
    });
}

QString DeskBackups::folder() const
{
    const QString chosen = m_settings->value(Setting::BackupFolder).toString();
    return chosen.isEmpty() ? Backups::defaultFolder(m_dataFolder) : chosen;
}

void DeskBackups::refresh()
{
    m_view->setFolder(folder());
    m_backups.list(folder()).then(this, [this](const Result<QList<BackupFile>> &files) {
        if (!files)
            return m_view->showFailure(files.error(), true);
        m_view->setLast(lastOf(*files));
    });
}

std::optional<QDateTime> DeskBackups::lastOf(const QList<BackupFile> &files) const
{
    QList<QDateTime> moments;
    for (const BackupFile &file : files)
        moments.append(file.moment);
    return lastBackup(moments, m_clock->now().toDateTime());
}

/// Once a local day, whatever days a clock that was wrong has made some for.
void DeskBackups::makeWhenDue()
{
    m_timer.start(dailyLook);
    if (m_stop)
        return;
    m_backups.list(folder()).then(this, [this](const Result<QList<BackupFile>> &files) {
        if (m_stop) // somebody has begun something meanwhile
            return;
        if (!files)
            return tellFailure(files.error(), false);
        const auto last = lastOf(*files);
        if (!last || last->toLocalTime().date() != m_clock->now().toDateTime().date())
            make(false);
    });
}

void DeskBackups::make(bool wanted)
{
    if (m_stop)
        return;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_backups.make(folder(), m_clock->now(), begin(), m_stop)
        .then(this, [this, wanted](const Result<BackupFile> &made) { makingEnded(made, wanted); });
}

/// Something goes on that tells how far it is. The number outlives the desk, whose store may finish later.
Backups::Progress DeskBackups::begin()
{
    const auto reached = std::make_shared<std::atomic<int>>(0);
    m_view->setProgress(0);
    m_look.callOnTimeout(m_view, [view = m_view, reached] { view->setProgress(reached->load()); });
    m_look.start(progressPause);
    return [reached](int perMille) { *reached = perMille; };
}

void DeskBackups::end()
{
    m_stop.reset();
    m_look.stop();
    m_look.disconnect();
    m_view->setProgress(std::nullopt);
}

void DeskBackups::makingEnded(const Result<BackupFile> &made, bool wanted)
{
    end();
    if (made) {
        m_toldFailure = false;
        m_view->setLast(made->moment);
        m_view->showDone();
        return tendFormer();
    }
    if (made.error().code != ErrorCode::Cancelled)
        tellFailure(made.error(), wanted);
}

void DeskBackups::tellFailure(const Error &error, bool wanted)
{
    qCWarning(lcApp, "No backup could be made: %s", qPrintable(error.detail));
    m_view->showFailure(error, error.code == ErrorCode::WriteFailed);
    if (!wanted && !m_toldFailure)
        emit failed(error);
    m_toldFailure = m_toldFailure || !wanted;
}

/// Nobody makes backups there any more, but those that are there hold persons.
void DeskBackups::tendFormer()
{
    const QStringList former = m_settings->value(Setting::FormerBackups).toStringList();
    if (former.isEmpty())
        return;
    m_backups.tend(former, m_clock->now()).then(this, [this, former](const QStringList &left) {
        QStringList now = m_settings->value(Setting::FormerBackups).toStringList();
        now.removeIf([&](const QString &each) { return former.contains(each) && !left.contains(each); });
        m_settings->set(Setting::FormerBackups, now);
    });
}

void DeskBackups::chooseFolder(const QString &folder)
{
    m_operators.allow(Deed::Settings).then(this, [this, folder](const Result<void> &allowed) {
        if (!allowed)
            return m_view->showFailure(allowed.error(), false);
        QStringList former = m_settings->value(Setting::FormerBackups).toStringList();
        former.append(this->folder());
        former.removeAll(folder);
        former.removeAll(Backups::defaultFolder(m_dataFolder)); // looked after anyway
        former.removeDuplicates();
        m_settings->set(Setting::FormerBackups, former);
        m_settings->set(Setting::BackupFolder, folder);
        emit settingChanged(Settings::name(Setting::BackupFolder));
        m_toldFailure = false;
        refresh();
        tendFormer();
    });
}

void DeskBackups::preview(const QString &file)
{
    m_backups.look(file).then(this, [this, file](const Result<BackupContents> &contents) {
        if (contents)
            m_view->showPreview(file, *contents);
        else
            m_view->showFailure(contents.error(), false);
    });
}

void DeskBackups::restore(const QString &file)
{
    if (m_stop)
        return;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_backups.restore(file, begin(), m_stop, m_clock->now())
        .then(this, [this](const Result<MergeCounts> &restored) {
            end();
            if (restored)
                emit this->restored();
            if (restored)
                m_view->showRestored(*restored);
            else
                m_view->showFailure(restored.error(), false);
        });
}

} // namespace checkpoint
