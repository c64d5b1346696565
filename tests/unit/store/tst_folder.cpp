#include "core/store/connection.h"
#include "core/store/operatorregister.h"
#include "core/store/personregister.h"
#include "core/store/storefolder.h"
#include "tests/unit/store/storefixture.h"

#include <QTest>

#include <csignal>
#include <functional>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace storetest;

namespace {

constexpr uid_t nobody = 65534;

/// Makes files and their folder unwritable for this program, root included, while it lives.
class Unwritable
{
public:
    Unwritable(const QString &folder, bool folderToo) : m_folder(folder)
    {
        const QStringList names = QDir(folder).entryList(QDir::Files);
        for (const QString &name : names)
            m_paths.append(QDir(folder).filePath(name));
        for (const QString &path : m_paths)
            chmodAndGive(path, QFile::ReadOwner);
        chmodAndGive(folder, QFile::ReadOwner | QFile::ExeOwner |
                                 (folderToo ? QFile::Permissions() : QFile::WriteOwner));
        m_wasRoot = ::geteuid() == 0;
        done =
            !m_wasRoot || ::seteuid(nobody) == 0; // root may write everything, so be somebody else meanwhile
    }
    ~Unwritable()
    {
        if (m_wasRoot)
            done = ::seteuid(0) == 0;
        QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        for (const QString &path : m_paths)
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    }

    bool done = false;

private:
    static void chmodAndGive(const QString &path, QFile::Permissions permissions)
    {
        QFile::setPermissions(path, permissions);
        if (::geteuid() == 0 && ::chown(QFile::encodeName(path).constData(), nobody, gid_t(-1)) != 0)
            qWarning("chown failed");
    }

    const QString m_folder;
    QStringList m_paths;
    bool m_wasRoot = false;
};

/// A disk of one megabyte, mounted on a folder where only this program sees it.
class OwnDisk
{
public:
    explicit OwnDisk(const QString &folder) : m_folder(QFile::encodeName(folder))
    {
        isMounted = ::unshare(CLONE_NEWNS) == 0 &&
                    ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                    ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, "size=2m") == 0;
    }
    ~OwnDisk()
    {
        if (isMounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    bool makeReadOnly() const
    {
        return ::mount("none", m_folder.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

    bool isMounted = false;

private:
    const QByteArray m_folder;
};

QStringList filesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

/// Folders as they are met in the world: locked, read-only, full, damaged, of another key. And what lies in
/// them.
class FolderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void newFolderIsMadeAndKnownAgain();
    void nothingWorksBeforeUnlocking();
    void wrongKeyIsKeyMissingAndChangesNothing();
    void folderWithVisitorsNeverGetsANewKey();
    void readingANewFolderIsNotFoundAndMakesNothing();
    void openingTwiceIsWrongUse();

    void nothingPersonalLiesInTheFiles();
    void unchangedDataAreNotSealedAgain();

    void readOnlyFolderIsSaidAndLeftAlone();
    void readOnlyDatabaseInAWritableFolderIsSaid();
    void readOnlyFolderCanBeRead();
    void whereNothingCanBeWrittenTheRolesHold();
    void readOnlyDiskCanBeRead();
    void readOnlyFolderWithALeftLogIsReadWithIt();
    void leftLogThatCannotBeReadIsNeverPassedOver();
    void damagedPageIsFoundAndLeftAlone();
    void fullDiskKeepsWhatWasRecordedAndGoesOn();
    void limitOnFilesKeepsWhatWasRecordedAndGoesOn();

private:
    QString path() const { return m_folder->path(); }
    QString database() const { return EntryStore::databasePath(path()); }
    void recordSome(int count = 3)
    {
        OpenStore store(path());
        VERIFY_OK(store.unlocked);
        for (int i = 0; i < count; ++i)
            VERIFY_OK(await(store->record(in(i % 2 ? cardP01() : cardP02(), i))));
    }
    /// Copies a folder whose writer is open, as it would lie there had the writer been killed.
    void copyLiveFolder(const QString &to, const QStringList &suffixes);
    void fillUntilItFails(const QString &folder, const std::function<void()> &makeRoom,
                          const QStringList &codes);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FolderTest::newFolderIsMadeAndKnownAgain()
{
    const QString folder = path() + u"/new/folder"_s;
    QUuid id;
    {
        OpenStore store(folder);
        VERIFY_OK(store.unlocked);
        QVERIFY(!store.opened->keyRecord);
        id = store.opened->folderId;
        QVERIFY(!id.isNull());
        QCOMPARE(QFile::permissions(folder) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    }
    for (const StoreMode mode : {StoreMode::ReadWrite, StoreMode::ReadOnly}) {
        OpenStore store(folder, mode);
        VERIFY_OK(store.unlocked);
        QCOMPARE(store.opened->folderId, id);
        QVERIFY(store.opened->keyRecord.has_value());
        QCOMPARE(store.opened->keyRecord->place, KeyPlace::File);
        QVERIFY(!store.opened->keyRecord->keyId.isEmpty());
    }
    {
        // A key that has moved to the keychain is looked for there from now on.
        EntryStore store;
        VERIFY_OK(await(store.open(folder, StoreMode::ReadWrite)));
        VERIFY_OK(await(store.unlock(masterKey(), KeyPlace::Keychain)));
    }
    EntryStore store;
    const auto opened = await(store.open(folder, StoreMode::ReadOnly));
    VERIFY_OK(opened);
    QCOMPARE(opened->keyRecord->place, KeyPlace::Keychain);
}

void FolderTest::nothingWorksBeforeUnlocking()
{
    for (const bool opened : {false, true}) {
        EntryStore store;
        if (opened)
            VERIFY_OK(await(store.open(path(), StoreMode::ReadWrite)));
        COMPARE_CODE(await(store.match(identityKeys(cardP01()))), "key-missing");
        COMPARE_CODE(await(store.record(in(cardP01(), 0))), "key-missing");
        COMPARE_CODE(await(store.recordRefusal({}, {})), "key-missing");
        COMPARE_CODE(await(store.voidEntry(newRandomId(), {}, at(0))), "key-missing");
        COMPARE_CODE(await(store.correctDirection(newRandomId(), Direction::In, at(0))), "key-missing");
        COMPARE_CODE(await(store.entries({})), "key-missing");
        COMPARE_CODE(await(store.refusedScans({})), "key-missing");
        COMPARE_CODE(await(store.counters(0, 1)), "key-missing");
        COMPARE_CODE(await(store.check()), "key-missing");
        COMPARE_CODE(await(store.unlock(QByteArray(16, 'k'), KeyPlace::File)), "wrong-use");
    }
}

void FolderTest::wrongKeyIsKeyMissingAndChangesNothing()
{
    recordSome();
    const QByteArray before = fileBytes(database());
    for (const StoreMode mode : {StoreMode::ReadWrite, StoreMode::ReadOnly}) {
        const OpenStore wrong(path(), mode, 'x');
        VERIFY_OK(wrong.opened);
        COMPARE_CODE(wrong.unlocked, "key-missing");
    }
    QCOMPARE(fileBytes(database()), before);
    {
        // The right key can be handed in after a wrong one.
        EntryStore store;
        VERIFY_OK(await(store.open(path(), StoreMode::ReadWrite)));
        COMPARE_CODE(await(store.unlock(masterKey('x'), KeyPlace::File)), "key-missing");
        COMPARE_CODE(await(store.record(in(cardP01(), 9))), "key-missing");
        VERIFY_OK(await(store.unlock(masterKey(), KeyPlace::File)));
        VERIFY_OK(await(store.record(in(cardP01(), 9))));
    }
}

void FolderTest::folderWithVisitorsNeverGetsANewKey()
{
    recordSome();
    {
        WritingFolder folder;
        VERIFY_OK(folder.open(path(), programMigrations()));
        folder.connection().run(u"DROP TRIGGER folder_keeps_its_key"_s);
        folder.connection().run(u"UPDATE folder SET key_id = NULL, key_place = NULL"_s);
        VERIFY_OK(folder.connection().answer());
    }
    const OpenStore store(path());
    COMPARE_CODE(store.unlocked, "key-missing");
}

void FolderTest::readingANewFolderIsNotFoundAndMakesNothing()
{
    EntryStore store;
    COMPARE_CODE(await(store.open(path(), StoreMode::ReadOnly)), "not-found");
    COMPARE_CODE(await(store.open(path() + u"/missing"_s, StoreMode::ReadOnly)), "not-found");
    QCOMPARE(filesOf(path()), QStringList());
    // A folder that was never unlocked has no key to read with.
    VERIFY_OK(await(store.open(path(), StoreMode::ReadWrite)));
    const OpenStore reader(path(), StoreMode::ReadOnly);
    COMPARE_CODE(reader.unlocked, "key-missing");
}

void FolderTest::openingTwiceIsWrongUse()
{
    OpenStore store(path());
    COMPARE_CODE(await(store->open(path(), StoreMode::ReadWrite)), "wrong-use");
    VERIFY_OK(await(store->record(in(cardP01(), 0))));
}

void FolderTest::nothingPersonalLiesInTheFiles()
{
    const QStringList secrets{u"Nguyễn"_s,
                              u"Nghiệm"_s,
                              u"NGUYEN"_s,
                              u"nghiem"_s,
                              u"001090999991"_s,
                              u"010000001"_s,
                              u"162999999999999991"_s,
                              u"HS4019999999991"_s,
                              u"9999999991"_s,
                              u"900000001"_s,
                              u"Giả Định"_s,
                              u"khách xin xoá"_s,
                              u"1990-01-15"_s,
                              u"PAYLOAD"_s};
    const auto verifyNothing = [&secrets, this] {
        const QByteArray bytes = rawBytes(path());
        QVERIFY(bytes.contains("Camera 1")); // what is no personal data is found this way
        for (const QString &secret : secrets) {
            QVERIFY2(!bytes.contains(secret.toUtf8()), qPrintable(secret));
            QVERIFY2(!bytes.contains(
                         QByteArray(reinterpret_cast<const char *>(secret.utf16()), secret.size() * 2)),
                     qPrintable(secret));
        }
    };
    {
        OpenStore store(path());
        VERIFY_OK(store.unlocked);
        VERIFY_OK(await(store->record(in(cardP01(), 0))));
        const auto left = await(store->record(out(qrP26(), 1)));
        VERIFY_OK(left);
        VERIFY_OK(await(store->voidEntry(left->entry.id, u"khách xin xoá"_s, at(2))));
        VERIFY_OK(
            await(store->recordRefusal({newRandomId(), at(0), {}, {}, {}, Reason::UnknownCode}, "PAYLOAD")));
        QVERIFY(filesOf(path()).contains(u"checkpoint.db-wal"_s));
        QVERIFY(filesOf(path()).contains(u"checkpoint.db-shm"_s));
        verifyNothing();
    }
    verifyNothing();
}

void FolderTest::unchangedDataAreNotSealedAgain()
{
    const auto sealed = [this] {
        Connection connection;
        if (!connection.open(database(), Connection::Access::ReadOnly))
            return QByteArray();
        Statement row = connection.query(u"SELECT sealed FROM visitor"_s);
        return row.next() ? row.blob(0) : QByteArray();
    };
    OpenStore store(path());
    VERIFY_OK(await(store->record(in(cardP01(), 0))));
    const QByteArray first = sealed();
    QVERIFY(!first.isEmpty());
    VERIFY_OK(await(store->record(out(cardP01(), 1))));
    QCOMPARE(sealed(), first);
    VERIFY_OK(await(store->record(in(qrP26(), 2))));
    QVERIFY(sealed() != first);
}

void FolderTest::readOnlyFolderIsSaidAndLeftAlone()
{
    recordSome();
    const QByteArray before = fileBytes(database());
    const QStringList files = filesOf(path());
    {
        const Unwritable unwritable(path(), true);
        QVERIFY(unwritable.done);
        EntryStore store;
        COMPARE_CODE(await(store.open(path(), StoreMode::ReadWrite)), "read-only");
        COMPARE_CODE(await(store.open(path() + u"/inside"_s, StoreMode::ReadWrite)), "read-only");
    }
    QCOMPARE(fileBytes(database()), before);
    QCOMPARE(filesOf(path()), files);
    OpenStore store(path());
    VERIFY_OK(store.unlocked);
    QCOMPARE(allEntries(store).size(), 3);
}

void FolderTest::readOnlyDatabaseInAWritableFolderIsSaid()
{
    recordSome();
    QVERIFY(QFile::remove(path() + u"/checkpoint.lock"_s));
    const QByteArray before = fileBytes(database());
    {
        const Unwritable unwritable(path(), false);
        QVERIFY(unwritable.done);
        EntryStore store;
        COMPARE_CODE(await(store.open(path(), StoreMode::ReadWrite)), "read-only");
        OpenStore reader(path(), StoreMode::ReadOnly);
        VERIFY_OK(reader.unlocked);
        QCOMPARE(allEntries(reader).size(), 3);
    }
    QCOMPARE(fileBytes(database()), before);
}

void FolderTest::readOnlyFolderCanBeRead()
{
    recordSome();
    const QStringList files = filesOf(path());
    {
        const Unwritable unwritable(path(), true);
        QVERIFY(unwritable.done);
        OpenStore reader(path(), StoreMode::ReadOnly);
        VERIFY_OK(reader.unlocked);
        QCOMPARE(allEntries(reader).size(), 3);
        QCOMPARE(wholeCounters(reader).inside, 2);
        VERIFY_OK(await(reader->check()));
    }
    QCOMPARE(filesOf(path()), files);
}

/// Signing in wants a count of wrong PINs that stays: without one nobody is signed in.
void FolderTest::whereNothingCanBeWrittenTheRolesHold()
{
    recordSome(1);
    const auto looked = [this] {
        const Unwritable unwritable(path(), true);
        OpenStore reader(path(), StoreMode::ReadOnly);
        return codeOf(await(PersonRegister(&reader.store).requests()));
    };
    QCOMPARE(looked(), u"ok"_s);
    {
        OpenStore store(path());
        VERIFY_OK(await(OperatorRegister(&store.store).add(u"Giang Thử"_s, Role::Administrator, "hash")));
    }
    QCOMPARE(looked(), u"not-allowed"_s);
}

void FolderTest::readOnlyDiskCanBeRead()
{
    const OwnDisk disk(path());
    if (!disk.isMounted)
        QSKIP("needs the right to mount; readOnlyFolder… run everywhere");
    recordSome();
    QVERIFY(disk.makeReadOnly());
    EntryStore store;
    COMPARE_CODE(await(store.open(path(), StoreMode::ReadWrite)), "read-only");
    COMPARE_CODE(await(store.open(path() + u"/inside"_s, StoreMode::ReadWrite)), "read-only");
    OpenStore reader(path(), StoreMode::ReadOnly);
    VERIFY_OK(reader.unlocked);
    QCOMPARE(allEntries(reader).size(), 3);
}

void FolderTest::copyLiveFolder(const QString &to, const QStringList &suffixes)
{
    OpenStore store(path());
    VERIFY_OK(store.unlocked);
    VERIFY_OK(await(store->record(in(cardP05(), 50))));
    for (const QString &suffix : suffixes)
        QVERIFY(QFile::copy(database() + suffix, EntryStore::databasePath(to) + suffix));
}

void FolderTest::readOnlyFolderWithALeftLogIsReadWithIt()
{
    recordSome();
    QTemporaryDir left;
    copyLiveFolder(left.path(), {QString(), u"-wal"_s, u"-shm"_s});
    const QByteArray log = fileBytes(left.filePath(u"checkpoint.db-wal"_s));
    QVERIFY(!log.isEmpty());
    {
        const Unwritable unwritable(left.path(), true);
        QVERIFY(unwritable.done);
        OpenStore reader(left.path(), StoreMode::ReadOnly);
        VERIFY_OK(reader.unlocked);
        QCOMPARE(allEntries(reader).size(), 4);
    }
    QCOMPARE(fileBytes(left.filePath(u"checkpoint.db-wal"_s)), log);
    OpenStore writer(left.path());
    VERIFY_OK(writer.unlocked);
    QCOMPARE(allEntries(writer).size(), 4);
}

void FolderTest::leftLogThatCannotBeReadIsNeverPassedOver()
{
    recordSome();
    QTemporaryDir left;
    copyLiveFolder(left.path(), {QString(), u"-wal"_s});
    const Unwritable unwritable(left.path(), true);
    QVERIFY(unwritable.done);
    EntryStore store;
    COMPARE_CODE(await(store.open(left.path(), StoreMode::ReadOnly)), "read-only");
}

void FolderTest::damagedPageIsFoundAndLeftAlone()
{
    recordSome(600);
    QByteArray bytes = fileBytes(database());
    constexpr qsizetype page = 4096;
    QVERIFY(bytes.size() > 20 * page);
    // Everything from the middle on, the last pages spared.
    for (qsizetype i = bytes.size() / 2; i < bytes.size() - 2 * page; ++i)
        bytes[i] = 'x';
    QVERIFY(writeFile(database(), bytes));

    OpenStore store(path());
    if (store.unlocked) {
        COMPARE_CODE(await(store->check()), "database-damaged");
        COMPARE_CODE(await(store->entries({})), "database-damaged");
    } else {
        COMPARE_CODE(store.unlocked, "database-damaged");
    }
    QCOMPARE(fileBytes(database()), bytes);
}

void FolderTest::fillUntilItFails(const QString &folder, const std::function<void()> &makeRoom,
                                  const QStringList &codes)
{
    int recorded = 0;
    {
        OpenStore store(folder);
        VERIFY_OK(store.unlocked);
        QString failure = u"ok"_s;
        for (; recorded < 5000; ++recorded) {
            VisitorData visitor = cardP01();
            visitor.idNumber = u"0010909"_s + QString::number(recorded).rightJustified(5, u'0');
            visitor.oldId.clear();
            visitor.address = QString(500, u'a');
            failure = codeOf(await(store->record(in(visitor, recorded))));
            if (failure != u"ok"_s)
                break;
        }
        QVERIFY2(codes.contains(failure), qPrintable(failure));
        QVERIFY(recorded > 0);
        for (int i = 0; i < 3; ++i) // and stays so
            QVERIFY(codes.contains(codeOf(await(store->record(in(cardP02(), 9000 + i))))));
        QCOMPARE(allEntries(store).size(), recorded);
        makeRoom();
        VERIFY_OK(await(store->record(in(cardP02(), 9999)))); // the same store goes on
        QCOMPARE(wholeCounters(store).inside, recorded + 1);
        VERIFY_OK(await(store->check()));
    }
    OpenStore again(folder);
    VERIFY_OK(again.unlocked);
    QCOMPARE(allEntries(again).size(), recorded + 1);
}

void FolderTest::fullDiskKeepsWhatWasRecordedAndGoesOn()
{
    const OwnDisk disk(path());
    if (!disk.isMounted)
        QSKIP("needs the right to mount; limitOnFiles… and unit_store_faults run everywhere");
    const QString filler = path() + u"/filler"_s;
    QVERIFY(writeFile(filler, QByteArray(900 * 1024, 'f')));
    fillUntilItFails(path() + u"/desk"_s, [&filler] { QVERIFY(QFile::remove(filler)); }, {u"disk-full"_s});

    // A folder cannot be made on a full disk, and can as soon as there is room.
    QFile rest(filler);
    QVERIFY(rest.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (rest.write(QByteArray(4096, 'f')) > 0) {
    }
    rest.close();
    EntryStore store;
    COMPARE_CODE(await(store.open(path() + u"/desk2"_s, StoreMode::ReadWrite)), "disk-full");
    QVERIFY(QFile::remove(filler));
    VERIFY_OK(await(store.open(path() + u"/desk2"_s, StoreMode::ReadWrite)));
}

void FolderTest::limitOnFilesKeepsWhatWasRecordedAndGoesOn()
{
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    recordSome();
    rlimit small = before;
    small.rlim_cur = 1024 * 1024;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    QTemporaryDir folder;
    fillUntilItFails(folder.path(), [&before] { QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0); },
                     {u"disk-full"_s, u"store-failed"_s});
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
}

QTEST_GUILESS_MAIN(FolderTest)
#include "tst_folder.moc"
