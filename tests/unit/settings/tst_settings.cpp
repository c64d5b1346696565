#include "core/settings/autostart.h"
#include "core/settings/secretstore.h"
#include "core/settings/settings.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T> T awaited(QFuture<T> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
        return T(Error{ErrorCode::Cancelled, u"no answer"_s});
    return future.takeResult();
}

} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasChosenIsRememberedOverAStart();
    void aBrokenValueCountsAsAbsent();
    void vietnameseIsTheDefault();
    void theDeskOpensAtLoginOnlyWhileThatIsWanted();
    void withoutAKeychainTheKeyLiesInAFileThatOnlyTheOwnerReads();
    void aKeyThatIsMissingOrBrokenIsSaidAndNeverReplaced();
    void aKeyMadeJustBeforeThePowerWentIsTaken();
};

void TestSettings::initTestCase()
{
    // No session bus: no keychain.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void TestSettings::whatWasChosenIsRememberedOverAStart()
{
    const QTemporaryDir folder;
    {
        Settings settings(folder.path());
        settings.set(Setting::Camera, u"Webcam C270"_s);
        settings.set(Setting::SoundVolume, 30);
        settings.set(Setting::CameraMirrored, false);
        settings.set(Setting::WindowGeometry, QByteArray("\x01\x00\xFF", 3));
    }
    const Settings settings(folder.path());
    QCOMPARE(settings.value(Setting::Camera).toString(), u"Webcam C270"_s);
    QCOMPARE(settings.value(Setting::SoundVolume).toInt(), 30);
    QCOMPARE(settings.value(Setting::CameraMirrored).toBool(), false);
    QCOMPARE(settings.value(Setting::WindowGeometry).toByteArray(), QByteArray("\x01\x00\xFF", 3));
}

void TestSettings::aBrokenValueCountsAsAbsent()
{
    const QTemporaryDir folder;
    {
        QSettings file(Settings::filePath(folder.path()), QSettings::IniFormat);
        file.setValue("sound-volume"_L1, u"loud"_s);
    }
    QCOMPARE(Settings(folder.path()).value(Setting::SoundVolume),
             Settings::defaultValue(Setting::SoundVolume));
}

void TestSettings::vietnameseIsTheDefault()
{
    const QTemporaryDir folder;
    QCOMPARE(Settings(folder.path()).value(Setting::Language).toString(), u"vi"_s);
}

void TestSettings::theDeskOpensAtLoginOnlyWhileThatIsWanted()
{
    const QTemporaryDir folder;
    const QString path = autostartPath(folder.path());
    QVERIFY(setAutostart(true, folder.path(), u"/opt/My \"Desk\" 100%/checkpoint-desk"_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray entry = file.readAll();
    QVERIFY(entry.startsWith("[Desktop Entry]\nType=Application\n"));
    // What is special in a desktop entry is escaped.
    QVERIFY(entry.contains("Exec=\"/opt/My \\\\\"Desk\\\\\" 100%%/checkpoint-desk\"\n"));
    QVERIFY(setAutostart(false, folder.path(), u"/opt/checkpoint-desk"_s));
    QVERIFY(!QFile::exists(path));
    QVERIFY(setAutostart(false, folder.path(), u"/opt/checkpoint-desk"_s));
    // Where nothing can be written that is said.
    QFile blocker(folder.path() + "/file"_L1);
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    const auto written = setAutostart(true, folder.path() + "/file"_L1, u"/opt/checkpoint-desk"_s);
    QVERIFY(!written && written.error().code == ErrorCode::WriteFailed);
}

void TestSettings::withoutAKeychainTheKeyLiesInAFileThatOnlyTheOwnerReads()
{
    const QTemporaryDir folder;
    SecretStore store(folder.path(), u"test"_s, 5s);
    const auto created = awaited(store.create());
    QVERIFY(created.ok());
    QCOMPARE(created->place, SecretPlace::File);
    QCOMPARE(created->secret.size(), SecretStore::secretBytes);
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(SecretStore::keyFilePath(folder.path())) & others));
    QCOMPARE(awaited(store.load(SecretPlace::File)).value(), created->secret);
}

void TestSettings::aKeyThatIsMissingOrBrokenIsSaidAndNeverReplaced()
{
    const QTemporaryDir folder;
    SecretStore store(folder.path(), u"test"_s, 5s);
    auto loaded = awaited(store.load(SecretPlace::File));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::KeyMissing);
    QVERIFY(!QFile::exists(SecretStore::keyFilePath(folder.path())));
    loaded = awaited(store.load(SecretPlace::Keychain));
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, ErrorCode::KeyMissing);

    QFile file(SecretStore::keyFilePath(folder.path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("1234");
    file.close();
    QVERIFY(!awaited(store.load(SecretPlace::File)));
    QVERIFY(
        !awaited(store.create())); // a broken key file may still be rescued by hand: it is not overwritten
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("1234"));
}

void TestSettings::aKeyMadeJustBeforeThePowerWentIsTaken()
{
    const QTemporaryDir folder;
    SecretStore first(folder.path(), u"test"_s, 5s);
    const auto created = awaited(first.create());
    SecretStore second(folder.path(), u"test"_s, 5s);
    QCOMPARE(awaited(second.create()).value().secret, created.value().secret);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
