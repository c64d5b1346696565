#include "app/deskdevices.h"
#include "core/base/clock.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/dayclosing.h"
#include "core/desk/venueoffice.h"
#include "core/settings/settings.h"
#include "core/store/entrystore.h"
#include "tests/support/ptyscanner.h"
#include "ui/common/preferencestore.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/scanview/devicechip.h"
#include "ui/settingsview/settingsview.h"

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QWindow>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto personA = "001090999991||Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021"_ba;
const auto personB = "031195999993||Lê Thị Giả Lập|02031995|Nữ|Thôn Mẫu, Xã Thử, Hải Phòng|15082024||||"_ba;
const auto personC = "079080999994||Phạm Văn Thử|03031980|Nam|Cần Thơ|01012022"_ba;
const auto plainCard = "001090999991||NGUYEN THU NGHIEM|15011990|Nam|So 1 Pho Gia Dinh|01052021"_ba;

/// Its seconds go by only when the test says so.
struct TestClock final : Clock
{
    Moment now() const override { return SystemClock().now(); }
    qint64 steadyMs() const override { return steady; }

    qint64 steady = 1'000'000;
};

} // namespace

/// The scanners of a desk as people name them: with true ports, a true store, and settings that outlive the
/// program.
class TestDeskDevices : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aNameStandsInTheEntriesFromThenOnAndAfterARestart();
    void aNameIsKeptWhileTheScannerIsUnplugged();
    void whatAScannerTypesDoesNotBecomeTheName();
    void itsReadsOfTheDayAreCountedOnAfterARestart();

private:
    void begin();
    void end();
    QStringList devicesOfEntries();
    DeviceInfo shown() const;
    bool settingsSay(const QString &words) const;
    QLineEdit *nameField(const QString &id) const;
    void name(const QString &text);

    TestClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PtyScanner> m_scanner;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<VenueOffice> m_office;
    std::unique_ptr<DayClosing> m_closing;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<DeskDevices> m_devices;
};

void TestDeskDevices::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_scanner = std::make_unique<PtyScanner>(m_folder->filePath(u"entrance"_s));
    m_scanner->plug();
    Settings settings(m_folder->path());
    settings.set(Setting::FirstStartDone, true);
    settings.set(Setting::KeyboardScanner, false);
    settings.set(Setting::SerialScanners, QStringList{m_scanner->port()});
}

void TestDeskDevices::cleanup()
{
    end();
    m_scanner.reset();
}

/// As the program begins.
void TestDeskDevices::begin()
{
    m_settings = std::make_unique<Settings>(m_folder->path());
    m_store = std::make_unique<EntryStore>();
    m_desk = std::make_unique<CheckpointDesk>(m_store.get(), &m_clock, true);
    m_office = std::make_unique<VenueOffice>(m_store.get(), &m_clock);
    m_closing = std::make_unique<DayClosing>(m_store.get(), &m_clock, m_desk->turns());
    m_window = std::make_unique<MainWindow>(preferencesFrom(*m_settings));
    m_window->connectDesk({m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), &m_clock});
    m_devices = std::make_unique<DeskDevices>(m_desk.get(), m_window.get(), m_settings.get(), &m_clock);
    connect(m_window.get(), &MainWindow::preferencesChanged, m_devices.get(),
            [this](const DeskPreferences &preferences) {
                remember(preferences, *m_settings);
                m_devices->apply(preferences);
            });
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    bool ready = false;
    m_store->open(m_folder->path(), StoreMode::ReadWrite);
    m_store->unlock(QByteArray(32, 'k'), KeyPlace::File)
        .then(m_store.get(), [&ready](const Result<void> &unlocked) { ready = unlocked.ok(); });
    QTRY_VERIFY(ready);
    m_window->setDeskReady();
    m_devices->start();
    QTRY_COMPARE(shown().state, DeviceState::Running);
}

void TestDeskDevices::end()
{
    m_devices.reset();
    m_window.reset();
    m_closing.reset();
    m_office.reset();
    m_desk.reset();
    m_store.reset();
    m_settings.reset();
}

/// The oldest first.
QStringList TestDeskDevices::devicesOfEntries()
{
    auto answer = m_store->entries({});
    if (!QTest::qWaitFor([&answer] { return answer.isFinished(); }, 20'000))
        return {};
    const Result<QList<EntryRow>> rows = answer.result();
    QStringList devices;
    for (const EntryRow &row : rows ? *rows : QList<EntryRow>())
        devices << row.entry.device;
    return devices;
}

DeviceInfo TestDeskDevices::shown() const
{
    const auto *chip = m_window->findChild<DeviceChip *>(u"deviceChip:serial:"_s + m_scanner->port());
    return chip ? chip->device() : DeviceInfo();
}

bool TestDeskDevices::settingsSay(const QString &words) const
{
    const auto labels = m_window->settingsView()->findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *each) { return each->text().contains(words); });
}

QLineEdit *TestDeskDevices::nameField(const QString &id) const
{
    m_window->showView(MainWindow::View::Settings);
    m_window->settingsView()->showSection(u"devicesSettings"_s);
    auto *field = m_window->findChild<QLineEdit *>(u"deviceName:"_s + id);
    field->setFocus();
    field->selectAll();
    return field;
}

void TestDeskDevices::name(const QString &text)
{
    QLineEdit *field = nameField(u"serial:"_s + m_scanner->port());
    if (text.isEmpty())
        QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
}

void TestDeskDevices::aNameStandsInTheEntriesFromThenOnAndAfterARestart()
{
    begin();
    QCOMPARE(shown().name, u"entrance"_s);
    m_scanner->scan(personA);
    QTRY_COMPARE(devicesOfEntries(), QStringList{u"entrance"_s});
    name(u"Cong chinh"_s);
    // At once, and the port stays open.
    QCOMPARE(shown().state, DeviceState::Running);
    QCOMPARE(shown().name, u"Cong chinh"_s);
    const auto *chip = m_window->findChild<DeviceChip *>(u"deviceChip:serial:"_s + m_scanner->port());
    QCOMPARE(chip->accessibleName(), u"Cong chinh"_s);
    m_scanner->scan(personB);
    QTRY_COMPARE(devicesOfEntries(), (QStringList{u"entrance"_s, u"Cong chinh"_s}));
    QCOMPARE(m_desk->deviceName(u"serial:"_s + m_scanner->port()), u"Cong chinh"_s);

    end();
    begin();
    QCOMPARE(shown().name, u"Cong chinh"_s);
    m_scanner->scan(personC);
    QTRY_COMPARE(devicesOfEntries().value(2), u"Cong chinh"_s);
    name({});
    QCOMPARE(shown().name, u"entrance"_s);
}

void TestDeskDevices::aNameIsKeptWhileTheScannerIsUnplugged()
{
    begin();
    name(u"Lan ra"_s);
    m_scanner->unplug();
    QTRY_VERIFY_WITH_TIMEOUT(shown().state != DeviceState::Running, 20'000);
    QCOMPARE(shown().name, u"Lan ra"_s);
    m_scanner->plug();
    QTRY_COMPARE_WITH_TIMEOUT(shown().state, DeviceState::Running, 20'000);
    m_scanner->scan(personA);
    QTRY_COMPARE(devicesOfEntries(), QStringList{u"Lan ra"_s});
}

void TestDeskDevices::whatAScannerTypesDoesNotBecomeTheName()
{
    {
        Settings settings(m_folder->path());
        settings.set(Setting::KeyboardScanner, true);
    }
    begin();
    QLineEdit *field = nameField(u"keyboard"_s);
    // As a person: long after each other.
    for (const char letter : "Ban"_ba) {
        QTest::keyClick(m_window->windowHandle(), letter);
        m_clock.steady += 1'000;
        QTRY_VERIFY(field->text().endsWith(QLatin1Char(letter)));
    }
    // As a scanner: everything at once, with Enter behind.
    for (const char letter : plainCard)
        QTest::keyClick(m_window->windowHandle(), letter);
    QTest::keyClick(m_window->windowHandle(), Qt::Key_Return);
    QTRY_COMPARE(devicesOfEntries().size(), 1);
    QCOMPARE(field->text(), u"Ban"_s);
    QVERIFY(m_window->preferences().deviceNames.isEmpty()); // its Enter is none of the field's
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->preferences().deviceNames.value(u"keyboard"_s), u"Ban"_s);
}

void TestDeskDevices::itsReadsOfTheDayAreCountedOnAfterARestart()
{
    begin();
    m_scanner->scan(personA);
    QTRY_COMPARE(devicesOfEntries().size(), 1);
    m_scanner->scan(personB);
    QTRY_VERIFY(settingsSay(u"2 lượt đọc hôm nay"_s));
    end();
    begin();
    QVERIFY(!shown().isProven); // the port is there; whether its scanner is, only a read tells
    QTRY_VERIFY(settingsSay(u"2 lượt đọc hôm nay"_s));
    m_scanner->scan(personC);
    QTRY_VERIFY(settingsSay(u"3 lượt đọc hôm nay"_s));
    QVERIFY(shown().isProven);
}

QTEST_MAIN(TestDeskDevices)
#include "tst_deskdevices.moc"
