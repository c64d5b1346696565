#include "app/deskbackups.h"
#include "core/settings/settings.h"
#include "core/store/folderkeys.h"
#include "core/store/retention.h"
#include "tests/unit/store/storefixture.h"
#include "ui/settingsview/backupsettings.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace storetest;

namespace {

constexpr int patience = 60'000; ///< milliseconds, on a busy machine

/// A clock that the test sets, in the local time of this machine.
struct DayClock final : Clock
{
    Moment now() const override { return {moment.toMSecsSinceEpoch(), moment.offsetFromUtc() / 60, false}; }
    qint64 steadyMs() const override { return moment.toMSecsSinceEpoch(); }

    QDateTime moment = QDateTime(QDate(2024, 1, 2), QTime(23, 50));
};

} // namespace

/// When the desk makes a backup by itself, where, and what it says: with a true store, and folders that come
/// and go.
class TestDeskBackups : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void oneBackupIsMadeOnEachLocalDay();
    void aBackupOfADayToComeKeepsNoneBack();
    void aShareThatIsGoneIsSaidOnceAndTriedAgain();
    void foldersThatWereLeftAreLookedAfterUntilNothingLiesThere();
    void anotherFolderIsChosenByAnAdministratorOnly();
    void aBackupFromBeforeAChangeOfKeyIsShownAndBroughtBack();
    void whatWaitsIsRescuedAtTheStart();
    void aFileThatIsNoBackupIsRefusedInWords();

private:
    void open(char key = 'k');
    void close();
    void makeNow();
    void choose(const QString &folder);
    QString share(const QString &name) const { return m_folder->filePath(name); }
    QStringList backupsIn(const QString &folder) const;
    QString said() const { return m_view->findChild<QLabel *>(u"backupSaid"_s)->text(); }
    QStringList former() const { return m_settings->value(Setting::FormerBackups).toStringList(); }
    template <typename T> T looped(QFuture<T> future) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    DayClock m_clock;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<OpenStore> m_store;
    std::unique_ptr<BackupSettings> m_view;
    std::unique_ptr<DeskBackups> m_backups;
};

void TestDeskBackups::init()
{
    m_folder = std::make_unique<QTemporaryDir>(quickFolder());
    m_data = m_folder->filePath(u"data"_s);
    QVERIFY(QDir().mkpath(m_data));
    m_clock = {};
    m_settings = std::make_unique<Settings>(m_data);
    open();
    VERIFY_OK(await((*m_store)->record(in(cardP01(), 0))));
}

void TestDeskBackups::cleanup()
{
    close();
    m_settings.reset();
}

void TestDeskBackups::open(char key)
{
    m_store = std::make_unique<OpenStore>(m_data, StoreMode::ReadWrite, key);
    VERIFY_OK(m_store->unlocked);
    m_view = std::make_unique<BackupSettings>();
    m_backups =
        std::make_unique<DeskBackups>(&m_store->store, m_settings.get(), &m_clock, m_data, m_view.get());
}

void TestDeskBackups::close()
{
    m_backups.reset();
    m_view.reset();
    m_store.reset();
}

/// Waits for what needs the event loop.
template <typename T> T TestDeskBackups::looped(QFuture<T> future) const
{
    [&] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), patience); }();
    return future.result();
}

QStringList TestDeskBackups::backupsIn(const QString &folder) const
{
    return QDir(folder).entryList({u"checkpoint-*.db"_s}, QDir::Files);
}

/// As the desk does it every ten minutes; to the end of whatever that began.
void TestDeskBackups::makeNow()
{
    QLabel *const label = m_view->findChild<QLabel *>(u"backupSaid"_s);
    label->clear();
    m_backups->makeWhenDue();
    // One read after another on the thread that makes backups: whatever was due was begun behind the first,
    // and is done and looked after before the last.
    for (int reads = 0; reads < 3; ++reads) {
        looped(m_backups->isMarkedDamaged());
        QCoreApplication::processEvents();
    }
}

void TestDeskBackups::choose(const QString &folder)
{
    emit m_view->folderChosen(folder);
    QTRY_COMPARE_WITH_TIMEOUT(m_settings->value(Setting::BackupFolder).toString(), folder, patience);
}

void TestDeskBackups::oneBackupIsMadeOnEachLocalDay()
{
    const QString own = Backups::defaultFolder(m_data);
    makeNow();
    QCOMPARE(backupsIn(own).size(), 1);
    QVERIFY(said().contains(u"was made"));
    makeNow();
    QCOMPARE(backupsIn(own).size(), 1); // the day has one
    QCOMPARE(said(), QString());
    m_clock.moment = m_clock.moment.addSecs(20 * 60); // past midnight, as the clock on the wall has it
    makeNow();
    QCOMPARE(backupsIn(own).size(), 2);
    // A desk that is started again on that day has it still.
    close();
    open();
    m_backups->start();
    makeNow();
    QCOMPARE(backupsIn(own).size(), 2);
    for (const QString &name : backupsIn(own))
        VERIFY_OK(looped(Backups(&m_store->store).look(own + u'/' + name)));
}

void TestDeskBackups::aBackupOfADayToComeKeepsNoneBack()
{
    const QString own = Backups::defaultFolder(m_data);
    const QDateTime right = m_clock.moment;
    m_clock.moment = right.addDays(40);
    makeNow();
    m_clock.moment = right;
    makeNow();
    QCOMPARE(backupsIn(own).size(), 2);
}

void TestDeskBackups::aShareThatIsGoneIsSaidOnceAndTriedAgain()
{
    const QSignalSpy failed(m_backups.get(), &DeskBackups::failed);
    QVERIFY(QDir().mkpath(share(u"share"_s)));
    choose(share(u"share"_s));
    makeNow();
    QCOMPARE(backupsIn(share(u"share"_s)).size(), 1);
    QCOMPARE(backupsIn(Backups::defaultFolder(m_data)).size(), 0);
    QVERIFY(failed.isEmpty());
    // The cable is out for a day: said once, however often it is tried, and no folder is made in its place.
    QVERIFY(QDir().rename(share(u"share"_s), share(u"away"_s)));
    m_clock.moment = m_clock.moment.addDays(1);
    for (int tries = 0; tries < 3; ++tries) {
        makeNow();
        QCOMPARE(failed.size(), 1);
        QVERIFY2(said().contains(u"cannot be reached"), qPrintable(said()));
    }
    QVERIFY(!QFileInfo::exists(share(u"share"_s)));
    // It is back: the day still gets its own, and the next time it is gone is said again.
    QVERIFY(QDir().rename(share(u"away"_s), share(u"share"_s)));
    makeNow();
    QCOMPARE(backupsIn(share(u"share"_s)).size(), 2);
    QVERIFY(said().contains(u"was made"));
    QVERIFY(QDir().rename(share(u"share"_s), share(u"away"_s)));
    m_clock.moment = m_clock.moment.addDays(1);
    makeNow();
    QCOMPARE(failed.size(), 2);
}

void TestDeskBackups::foldersThatWereLeftAreLookedAfterUntilNothingLiesThere()
{
    const QString first = share(u"first"_s);
    const QString second = share(u"second"_s);
    QVERIFY(QDir().mkpath(first) && QDir().mkpath(second));
    const auto nobodyIn = [](const QString &file) {
        Connection connection;
        if (!connection.open(file, Connection::Access::Immutable))
            return false;
        Statement row = connection.query(u"SELECT count(*) FROM visitor WHERE sealed IS NOT NULL"_s);
        return row.next() && row.integer(0) == 0;
    };
    choose(first);
    QCOMPARE(former(), QStringList()); // the own one is looked after anyway
    makeNow();
    const QString left = first + u'/' + backupsIn(first).value(0);
    QVERIFY(!nobodyIn(left));
    choose(second);
    QCOMPARE(former(), QStringList{first});
    // Whoever is destroyed goes from what lies in the folder that was left as well.
    const QUuid person = *await((*m_store)->entries({}))->first().entry.visitorId;
    VERIFY_OK(await(Retention(&m_store->store).eraseVisitors({person}, m_clock.now().utcMs)));
    m_clock.moment = m_clock.moment.addDays(1);
    makeNow();
    QTRY_VERIFY_WITH_TIMEOUT(nobodyIn(left), patience);
    QCOMPARE(former(), QStringList{first});
    // One that cannot be reached now is not forgotten; one where nothing lies any more is.
    QVERIFY(QDir().rename(first, share(u"away"_s)));
    m_clock.moment = m_clock.moment.addDays(1);
    makeNow();
    QCOMPARE(former(), QStringList{first});
    QVERIFY(QDir().rename(share(u"away"_s), first));
    QVERIFY(QFile::remove(left));
    m_clock.moment = m_clock.moment.addDays(1);
    makeNow();
    QTRY_COMPARE_WITH_TIMEOUT(former(), QStringList(), patience);
    // Chosen again it is none that was left.
    choose(first);
    QCOMPARE(former(), QStringList{second});
}

void TestDeskBackups::anotherFolderIsChosenByAnAdministratorOnly()
{
    VERIFY_OK(await(OperatorRegister(&m_store->store).add(u"Giang Thử"_s, Role::Administrator, "hash"_ba)));
    const QSignalSpy told(m_backups.get(), &DeskBackups::settingChanged);
    emit m_view->folderChosen(share(u"mine"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!said().isEmpty(), patience);
    QCOMPARE(m_settings->value(Setting::BackupFolder).toString(), QString());
    QVERIFY(told.isEmpty());
    makeNow(); // nobody is signed in: the backup of the day is made all the same
    QCOMPARE(backupsIn(Backups::defaultFolder(m_data)).size(), 1);
}

void TestDeskBackups::aBackupFromBeforeAChangeOfKeyIsShownAndBroughtBack()
{
    makeNow();
    const QString own = Backups::defaultFolder(m_data);
    const QString before = own + u'/' + backupsIn(own).value(0);
    VERIFY_OK(await(FolderKeys(&m_store->store).change(masterKey('n'), KeyPlace::File)));
    close();
    open('n');
    emit m_view->previewRequested(before);
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"1 entries of 1 visitors"), patience);
    const QSignalSpy restored(m_backups.get(), &DeskBackups::restored);
    emit m_view->restoreRequested(before);
    QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, patience);
    QVERIFY2(said().contains(u"Nothing was missing"), qPrintable(said()));
    QCOMPARE(match(*m_store, cardP01()).known, cardP01());
}

void TestDeskBackups::whatWaitsIsRescuedAtTheStart()
{
    close();
    QFile database(EntryStore::databasePath(m_data));
    QVERIFY(database.open(QIODevice::ReadWrite) && database.write(QByteArray(64, 'x')) == 64);
    database.close();
    m_store = std::make_unique<OpenStore>(m_data);
    COMPARE_CODE(m_store->opened, "database-damaged");
    m_view = std::make_unique<BackupSettings>();
    m_backups =
        std::make_unique<DeskBackups>(&m_store->store, m_settings.get(), &m_clock, m_data, m_view.get());
    VERIFY_OK(looped(m_backups->replaceDamaged()));
    VERIFY_OK(looped(m_store->store.open(m_data, StoreMode::ReadWrite)));
    VERIFY_OK(looped(m_store->store.unlock(masterKey(), KeyPlace::File)));
    const QSignalSpy rescued(m_backups.get(), &DeskBackups::rescued);
    const QSignalSpy nothing(m_backups.get(), &DeskBackups::nothingWaited);
    m_backups->start();
    QTRY_COMPARE_WITH_TIMEOUT(nothing.size(), 1, patience); // behind everything that waited
    QCOMPARE(rescued.size(), 1);
}

void TestDeskBackups::aFileThatIsNoBackupIsRefusedInWords()
{
    const QString file = share(u"letter.db"_s);
    QVERIFY(writeFile(file, "Kính gửi"));
    emit m_view->previewRequested(file);
    QTRY_VERIFY_WITH_TIMEOUT(!said().isEmpty(), patience);
    const QSignalSpy restored(m_backups.get(), &DeskBackups::restored);
    m_view->findChild<QLabel *>(u"backupSaid"_s)->clear();
    emit m_view->restoreRequested(file);
    QTRY_VERIFY_WITH_TIMEOUT(!said().isEmpty(), patience);
    QVERIFY(restored.isEmpty());
}

QTEST_MAIN(TestDeskBackups)
#include "tst_deskbackups.moc"
