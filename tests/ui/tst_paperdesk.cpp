#include "core/barcode/qrdecoder.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/dayclosing.h"
#include "core/desk/venueoffice.h"
#include "core/posters/postercomposer.h"
#include "core/posters/sheetpainter.h"
#include "core/scan/devicecatalog.h"
#include "core/scan/devices/camerascandevice.h"
#include "core/scan/devices/camerawatch.h"
#include "core/store/entrystore.h"
#include "tests/support/fakecamera.h"
#include "tests/unit/posters/privatecups.h"
#include "ui/common/actionbutton.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/passview/paperview.h"
#include "ui/passview/passview.h"
#include "ui/posterview/posterview.h"
#include "ui/settingsview/settingsview.h"
#include "ui/settingsview/venuecodepanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPainter>
#include <QPrintDialog>
#include <QProcess>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <sys/stat.h>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 30'000;

DecodedCodes codesIn(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    return QrDecoder().decode({grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine())});
}

QImage pageOf(const QByteArray &pdf, int page)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"job.pdf"_s));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(pdf);
    file.close();
    const QString number = QString::number(page);
    QProcess::execute(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-f"_s, number, u"-l"_s, number, u"-singlefile"_s,
                                      u"-png"_s, file.fileName(), folder.filePath(u"page"_s)});
    return QImage(folder.filePath(u"page.png"_s));
}

/// A printed sheet held before something dark, as a camera sees it; printed at a share of its size.
QImage heldUp(const Sheet &sheet, double printScale = 1)
{
    QImage scene(1280, 720, QImage::Format_RGB32);
    scene.fill(QColor(70, 66, 60));
    constexpr double height = 640;
    const double dots = height / sheet.size.height();
    QPainter painter(&scene);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.translate((1280 - sheet.size.width() * dots) / 2, (720 - height) / 2);
    painter.fillRect(QRectF(0, 0, sheet.size.width() * dots, height), QColor(244, 243, 238));
    painter.translate(sheet.size.width() * dots * (1 - printScale) / 2, height * (1 - printScale) / 2);
    paintSheet(painter, sheet, dots * printScale);
    return scene;
}

} // namespace

/// What is printed, with everything true but the paper: the window and its print dialog, a printing system of
/// the test's own, the record, a camera.
class TestPaperDesk : public QObject
{
    Q_OBJECT

public:
    explicit TestPaperDesk(FakeCameras *cameras) : m_cameras(cameras) {}

private slots:
    void initTestCase() { QVERIFY2(m_cups.start(), m_cups.log().constData()); }
    void init();
    void cleanup();
    void whoWasWrittenDownByHandGetsAPassThatLetsThemOut();
    void onlyTheChosenPagesArePrintedAndAsOftenAsAsked();
    void aPrinterThatCannotPrintIsSaid_data();
    void aPrinterThatCannotPrintIsSaid();
    void printingToAFileNeedsNoPrinter();
    void aPassIsWithdrawnAndComesBack();
    void aCodeThatIsShownIsTakenOver();
    void theVenueGoesToAnotherDesk();
    void aPrintedPosterIsJudgedBeforeTheCamera();

private:
    void openRecords();
    template <typename T> T *part(const char *name)
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    template <typename T> Result<T> awaited(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, patience))
            return Error{ErrorCode::StoreFailed, u"no answer"_s};
        return future.result();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    void scan(const QByteArray &text);
    void keepVenue(const QStringList &places);
    /// Fills in the print dialog that is open, and accepts it.
    void inDialog(const QString &printer, int copies, const std::optional<std::pair<int, int>> &pages = {},
                  const QString &file = {});
    QString posterSaid() { return part<QLabel>("posterSaid")->text(); }

    FakeCameras *const m_cameras;
    PrivateCups m_cups;
    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<VenueOffice> m_office;
    std::unique_ptr<DayClosing> m_closing;
    std::unique_ptr<MainWindow> m_window;
};

void TestPaperDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<EntryStore>();
    m_desk = std::make_unique<CheckpointDesk>(m_store.get(), &m_clock, true);
    m_office = std::make_unique<VenueOffice>(m_store.get(), &m_clock);
    m_closing = std::make_unique<DayClosing>(m_store.get(), &m_clock, m_desk->turns());
    DeskPreferences preferences;
    preferences.firstStartDone = true;
    preferences.language = u"en"_s;
    m_window = std::make_unique<MainWindow>(preferences);
    m_window->connectDesk({m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), &m_clock, false});
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    openRecords();
}

void TestPaperDesk::cleanup()
{
    m_window.reset();
    m_closing.reset();
    m_office.reset();
    m_desk.reset();
    m_store.reset();
}

void TestPaperDesk::openRecords()
{
    QVERIFY(awaited(m_store->open(m_folder->path(), StoreMode::ReadWrite)).ok());
    QVERIFY(awaited(m_store->unlock(QByteArray(32, 'k'), KeyPlace::File)).ok());
    m_window->setDeskReady();
}

void TestPaperDesk::scan(const QByteArray &text)
{
    RawScan raw;
    raw.deviceId = u"test"_s;
    raw.source = u"test"_s;
    raw.capturedAt = m_clock.now();
    raw.steadyMs = m_clock.steadyMs();
    raw.sightings << Sighting{text, {}};
    m_desk->take(raw);
}

void TestPaperDesk::keepVenue(const QStringList &places)
{
    Venue venue;
    venue.name = u"Bệnh viện Thử Nghiệm"_s;
    QVERIFY(awaited(m_office->keepVenue(venue)).ok());
    for (const QString &place : places)
        QVERIFY(awaited(m_office->addLocation(place)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(part<QListWidget>("posterPlaces")->count(), int(places.size()) + 1, patience);
}

void TestPaperDesk::inDialog(const QString &printer, int copies,
                             const std::optional<std::pair<int, int>> &pages, const QString &file)
{
    QPrintDialog *dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((dialog = m_window->findChild<QPrintDialog *>()) && dialog->isVisible(),
                             patience);
    auto *printers = dialog->findChild<QComboBox *>(u"printers"_s);
    QVERIFY(printers);
    const int index = file.isEmpty() ? printers->findText(printer) : printers->count() - 1;
    QVERIFY2(index >= 0, qPrintable(printer));
    printers->setCurrentIndex(index);
    if (!file.isEmpty())
        dialog->findChild<QLineEdit *>(u"filename"_s)->setText(file);
    if (auto *count = dialog->findChild<QSpinBox *>(u"copies"_s); copies > 1)
        count->setValue(copies);
    if (pages) {
        auto *range = dialog->findChild<QRadioButton *>(u"printRange"_s);
        QVERIFY(range->isEnabled());
        range->setChecked(true);
        dialog->findChild<QSpinBox *>(u"from"_s)->setValue(pages->first);
        dialog->findChild<QSpinBox *>(u"to"_s)->setValue(pages->second);
    }
    // What the dialog objects to it says in a box of its own, which would wait forever.
    QTimer objection;
    connect(&objection, &QTimer::timeout, dialog, [] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            qWarning("%s", qPrintable(box->text()));
            box->close();
        }
    });
    objection.start(500);
    dialog->accept();
    QCOMPARE(dialog->result(), int(QDialog::Accepted));
}

void TestPaperDesk::whoWasWrittenDownByHandGetsAPassThatLetsThemOut()
{
    keepVenue({});
    QSignalSpy announced(m_desk.get(), &CheckpointDesk::announced);
    HandEntry entry;
    entry.typed.name = u"Lê Thị Giả Lập"_s;
    entry.direction = DirectionRule::In;
    QVERIFY(!m_desk->recordByHand(entry));
    QTRY_COMPARE_WITH_TIMEOUT(announced.count(), 1, patience);
    press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto *issue = part<ActionButton>("passIssue");
    QTRY_VERIFY_WITH_TIMEOUT(issue->hasFocus(), patience);
    QVERIFY(part<QLineEdit>("passName")->text().contains(u"Lập"_s));
    press(Qt::Key_Return);
    auto *print = part<ActionButton>("passPrint");
    QTRY_VERIFY_WITH_TIMEOUT(print->isEnabled(), patience);
    const qsizetype before = m_cups.documents(0).size();
    press(Qt::Key_P, Qt::ControlModifier);
    inDialog(u"desk"_s, 1);
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("passSaid")->text().contains(u"desk"_s), patience);
    const auto documents = m_cups.documents(int(before) + 1);
    QCOMPARE(documents.size(), before + 1);
    const DecodedCodes codes = codesIn(pageOf(documents.last(), 1));
    QCOMPARE(codes.size(), 1U);
    scan(codes.front().bytes);
    // A pass that came out of the printer names who came in by hand a moment ago.
    QTRY_COMPARE_WITH_TIMEOUT(announced.count(), 2, patience);
    const auto outcome = announced[1][0].value<ScanOutcome>();
    QCOMPARE(outcome.kind, ScanOutcome::Kind::Asks); // already inside, since a moment ago
    QCOMPARE(outcome.visitor.name, u"Lê Thị Giả Lập"_s);
    QVERIFY(outcome.insideSinceUtcMs);
    m_desk->answer(outcome.number, Answer::RecordOut);
    QTRY_COMPARE_WITH_TIMEOUT(announced.count(), 3, patience);
    QCOMPARE(announced[2][0].value<ScanOutcome>().direction, Direction::Out);
}

void TestPaperDesk::onlyTheChosenPagesArePrintedAndAsOftenAsAsked()
{
    keepVenue({u"Cổng A"_s, u"Cổng B"_s});
    m_window->showView(MainWindow::View::Posters);
    auto *places = part<QListWidget>("posterPlaces");
    for (int row = 0; row < places->count(); ++row)
        places->item(row)->setCheckState(Qt::Checked);
    const qsizetype before = m_cups.documents(0).size();
    part<ActionButton>("posterPrint")->click();
    inDialog(u"desk"_s, 3, std::pair(2, 3));
    QTRY_VERIFY_WITH_TIMEOUT(posterSaid().contains(u"desk"_s), patience);
    const auto documents = m_cups.documents(int(before) + 1);
    QCOMPARE(documents.size(), before + 1);
    QCOMPARE(m_cups.copiesOfLastJob(), 3);
    const DecodedCodes codes = codesIn(pageOf(documents.last(), 1));
    QCOMPARE(codes.size(), 1U);
    QVERIFY(codes.front().bytes.contains("l=conga"));
    QVERIFY(codesIn(pageOf(documents.last(), 2)).front().bytes.contains("l=congb"));
    QVERIFY(pageOf(documents.last(), 3).isNull());
}

void TestPaperDesk::aPrinterThatCannotPrintIsSaid_data()
{
    QTest::addColumn<QString>("printer");
    QTest::newRow("paused") << u"paused"_s;
    QTest::newRow("takes no jobs") << u"closed"_s;
}

void TestPaperDesk::aPrinterThatCannotPrintIsSaid()
{
    QFETCH(QString, printer);
    keepVenue({});
    m_window->showView(MainWindow::View::Posters);
    const qsizetype before = m_cups.documents(0).size();
    part<ActionButton>("posterPrint")->click();
    inDialog(printer, 1);
    auto *said = part<QLabel>("posterSaid");
    QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"paused"_s), patience);
    QVERIFY(part<ActionButton>("posterPrint")->isEnabled());
    QTest::qWait(200);
    QCOMPARE(m_cups.documents(0).size(), before);
}

void TestPaperDesk::printingToAFileNeedsNoPrinter()
{
    keepVenue({});
    m_window->showView(MainWindow::View::Posters);
    part<ActionButton>("posterPrint")->click();
    const QString file = m_folder->filePath(u"to-file.pdf"_s);
    inDialog({}, 1, {}, file);
    QTRY_VERIFY_WITH_TIMEOUT(posterSaid().contains(u"to-file.pdf"_s), patience);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().startsWith("%PDF"));
}

void TestPaperDesk::aPassIsWithdrawnAndComesBack()
{
    keepVenue({});
    PassDraft draft;
    draft.visitor.name = u"Trần Thị Mẫu"_s;
    const auto pass = awaited(m_office->issuePass(draft, 3));
    QVERIFY(pass.ok());
    m_window->showView(MainWindow::View::Posters);
    m_window->paperView()->showPasses();
    auto *table = m_window->passView()->findChild<QTableView *>(u"passTable"_s);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    table->setFocus();
    table->selectRow(0);
    const auto state = [table] { return table->model()->index(0, 4).data().toString(); };
    const QString valid = state();
    press(Qt::Key_Delete);
    QTRY_VERIFY_WITH_TIMEOUT(state() != valid, patience);
    QSignalSpy announced(m_desk.get(), &CheckpointDesk::announced);
    scan(pass->codeText);
    QTRY_COMPARE_WITH_TIMEOUT(announced.count(), 1, patience);
    QCOMPARE(announced[0][0].value<ScanOutcome>().reason, Reason::PassRevoked);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(state(), valid, patience);
}

void TestPaperDesk::aCodeThatIsShownIsTakenOver()
{
    keepVenue({u"Cổng A"_s});
    QSignalSpy announced(m_desk.get(), &CheckpointDesk::announced);
    m_window->showView(MainWindow::View::Settings);
    m_window->settingsView()->showVenueCode();
    auto *text = part<QLineEdit>("venueCodeText");
    auto *said = part<QLabel>("venueCodeSaid");
    scan("https://example.invalid/v/VENUE-0001");
    QTRY_COMPARE_WITH_TIMEOUT(text->text(), u"https://example.invalid/v/VENUE-0001"_s, patience);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("venueCodeState")->text().contains(u"VENUE-0001"_s), patience);
    QTest::qWait(100);
    QCOMPARE(announced.count(), 0); // nobody was refused at the door by this
    // A person's code is nobody's venue.
    text->setText(u"001090999991||Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(said->text().contains(u"person"_s), patience);
    QVERIFY(part<QLabel>("venueCodeState")->text().contains(u"VENUE-0001"_s));
    part<ActionButton>("venueCodeOwn")->click();
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("venueCodeState")->text().contains(u"checkpoint.invalid"_s),
                             patience);
}

void TestPaperDesk::theVenueGoesToAnotherDesk()
{
    keepVenue({u"Cổng A"_s});
    const QString path = m_folder->filePath(u"venue.checkpoint"_s);
    m_window->showView(MainWindow::View::Settings);
    VenueCodePanel *panel = m_window->settingsView()->venueCodePanel();
    m_window->settingsView()->showVenueCode();
    auto *exported = part<QLabel>("venueExportSaid");
    auto *imported = part<QLabel>("venueImportSaid");
    const QString pipe = m_folder->filePath(u"pipe"_s); // no file: it must stay what it is
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    panel->saving.dialog = [pipe](auto...) { return pipe; };
    panel->askWhich = [path](auto...) { return path; };
    part<QLineEdit>("venueExportPhrase")->setText(u"ngan"_s);
    part<ActionButton>("venueExport")->click();
    QVERIFY(exported->text().isEmpty());
    part<QLineEdit>("venueExportPhrase")->setText(u"Cổng chính 2026"_s);
    part<ActionButton>("venueExport")->click(); // not said a second time
    QVERIFY(exported->text().isEmpty());
    part<QLineEdit>("venueExportAgain")->setText(u"Cổng chính 2026"_s);
    part<ActionButton>("venueExport")->click();
    QTRY_VERIFY_WITH_TIMEOUT(exported->text().contains(u"could not be written"_s), patience);
    QVERIFY(!QFileInfo(pipe).isFile());
    panel->saving.dialog = [path](auto...) { return path; };
    part<ActionButton>("venueExport")->click();
    QTRY_VERIFY_WITH_TIMEOUT(exported->text().contains(path), patience);
    QCOMPARE(QFile(path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(part<QLineEdit>("venueExportPhrase")->text().isEmpty());

    // The same file at a desk that knows nothing.
    QTemporaryDir keep;
    QVERIFY(QFile::copy(path, keep.filePath(u"v"_s)));
    cleanup();
    init();
    panel = m_window->settingsView()->venueCodePanel();
    panel->askWhich = [&keep](auto...) { return keep.filePath(u"v"_s); };
    m_window->showView(MainWindow::View::Settings);
    m_window->settingsView()->showVenueCode();
    imported = part<QLabel>("venueImportSaid");
    part<QLineEdit>("venueImportPhrase")->setText(u"sai mất rồi nhé"_s);
    part<ActionButton>("venueImport")->click();
    QTRY_VERIFY_WITH_TIMEOUT(imported->text().contains(u"passphrase"_s), patience);
    QVERIFY(!awaited(m_office->load())->venue);
    part<QLineEdit>("venueImportPhrase")->setText(u"Cổng chính 2026"_s);
    part<ActionButton>("venueImport")->click();
    QTRY_VERIFY_WITH_TIMEOUT(imported->text().contains(u"Bệnh viện Thử Nghiệm"_s), patience);
    QCOMPARE(awaited(m_office->load())->locations.size(), 1);
}

void TestPaperDesk::aPrintedPosterIsJudgedBeforeTheCamera()
{
    if (!FakeCameras::areSupported())
        QSKIP("Qt's multimedia has no GStreamer back end here");
    keepVenue({u"Cổng A"_s, u"Cổng B"_s});
    const auto record = awaited(m_office->load());
    const QString gateA = record->locations[0].code;
    const auto posters = awaited(m_office->issuePosters({gateA, record->locations[1].code}, false));
    QVERIFY(posters.ok());
    const auto sheet = [&](qsizetype index) {
        return *composePosterSheet({posterContent((*posters)[index])}, {});
    };
    QTRY_VERIFY_WITH_TIMEOUT(
        part<QListWidget>("posterPlaces")->item(2)->text().contains((*posters)[1].issued.poster.serial),
        patience);
    m_window->showView(MainWindow::View::Posters);
    auto *places = part<QListWidget>("posterPlaces");
    places->item(0)->setCheckState(Qt::Unchecked);
    places->item(1)->setCheckState(Qt::Checked);

    const QString name = u"Desk camera"_s;
    m_cameras->plug(name, heldUp(sheet(0)));
    QTRY_VERIFY_WITH_TIMEOUT(!availableCameras().isEmpty(), patience);
    CameraScanDevice camera(name, &m_clock);
    m_desk->attach(&camera);
    camera.setPreviewWanted(true);
    connect(&camera, &ScanDevice::previewed, m_window.get(),
            [&](const QImage &picture, const QSize &frameSize) {
                m_window->setPreview(camera.id(), picture, frameSize);
            });
    QSignalSpy announced(m_desk.get(), &CheckpointDesk::announced);
    part<ActionButton>("posterCheck")->click();
    camera.start();
    QTRY_VERIFY_WITH_TIMEOUT(posterSaid().contains(u"The print is right: Cổng A"_s), patience);
    m_cameras->show(name, heldUp(sheet(0), 0.8)); // the printer shrank it
    QTRY_VERIFY2_WITH_TIMEOUT(posterSaid().contains(u"Print again"_s), qPrintable(posterSaid()), patience);
    m_cameras->show(name, heldUp(sheet(1))); // hangs elsewhere
    QTRY_VERIFY2_WITH_TIMEOUT(posterSaid().contains(u"Cổng B"_s), qPrintable(posterSaid()), patience);
    QImage dark(1280, 720, QImage::Format_RGB32);
    dark.fill(QColor(70, 66, 60));
    m_cameras->show(name, dark);
    QTRY_VERIFY2_WITH_TIMEOUT(posterSaid().contains(u"Hold the printed poster"_s), qPrintable(posterSaid()),
                              patience);
    QCOMPARE(announced.count(), 0); // no refused scans by checking
    camera.stop();
    m_cameras->unplugAll();
}

int main(int argc, char *argv[])
{
    FakeCameras cameras; // before the application: it sets the environment of the multimedia plug-ins
    QApplication application(argc, argv);
    TestPaperDesk test(&cameras);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_paperdesk.moc"
