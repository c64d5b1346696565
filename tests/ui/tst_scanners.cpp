#include "core/barcode/qrdecoder.h"
#include "core/scan/picturedecoder.h"
#include "ui/common/devicehealthtext.h"
#include "ui/common/errortext.h"
#include "ui/common/scannerfindingtext.h"
#include "ui/common/theme.h"
#include "ui/settingsview/selftestpanel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QPdfWriter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;

namespace {

constexpr ScannerFinding allFindings[] = {ScannerFinding::Fine,
                                          ScannerFinding::LayoutShifted,
                                          ScannerFinding::CapsLockOn,
                                          ScannerFinding::TelexOn,
                                          ScannerFinding::VniOn,
                                          ScannerFinding::SuffixMissing,
                                          ScannerFinding::SuffixTab,
                                          ScannerFinding::TooSlow,
                                          ScannerFinding::CutShort,
                                          ScannerFinding::DiacriticsLost,
                                          ScannerFinding::DiacriticsDamaged,
                                          ScannerFinding::CharactersLost};

QByteArray codeIn(const QImage &picture)
{
    PictureDecoder decoder;
    const QList<Sighting> found = decoder.decodeStill(picture.convertToFormat(QImage::Format_RGB32));
    return found.size() == 1 ? found.first().bytes : QByteArray();
}

} // namespace

/// What the desk says about its scanners.
class TestScanners : public QObject
{
    Q_OBJECT

private slots:
    void everyFindingSaysWhatIsWrongAndWhatToDo()
    {
        QSet<QString> sentences;
        for (const ScannerFinding finding : allFindings) {
            const ScannerFindingText text = scannerFindingText(finding);
            QVERIFY(!text.what.isEmpty());
            sentences.insert(text.what);
            const bool isGood = finding == ScannerFinding::Fine || finding == ScannerFinding::SuffixTab;
            QCOMPARE(text.todo.isEmpty(), isGood);
        }
        QCOMPARE(sentences.size(), qsizetype(std::size(allFindings)));
    }

    void theCodeOnTheScreenIsTheSheets()
    {
        SelfTestPanel panel;
        for (const QSize size : {QSize(760, 420), QSize(1366, 700), QSize(1900, 1000)}) {
            panel.resize(size);
            QCOMPARE(codeIn(panel.grab().toImage()), selfTestText().toUtf8());
        }
    }

    void thePrintedSheetCanBeRead()
    {
        QImage page(1240, 1754, QImage::Format_RGB32); // A4 at 150 dots an inch
        page.fill(Qt::white);
        QPainter painter(&page);
        paintSelfTestSheet(painter, QRectF(60, 60, 1120, 1634));
        painter.end();
        QCOMPARE(codeIn(page), selfTestText().toUtf8());
    }

    void aScanIsAnsweredInWords()
    {
        SelfTestPanel panel;
        auto *const device = panel.findChild<QLabel *>(u"selfTestDevice"_s);
        auto *const findings = panel.findChild<QLabel *>(u"selfTestFindings"_s);
        const QString waiting = device->text();
        QVERIFY(!waiting.isEmpty());
        QVERIFY(findings->text().isEmpty());
        const SelfTestResult bad =
            diagnose(QString(selfTestText()).replace(u"aa ee oo dd"_s, u"â ê ô đ"_s).toUtf8(),
                     {ScanSuffix::None, 8, 20, true});
        panel.showResult(u"Scanner A"_s, bad);
        QVERIFY(device->text().contains(u"Scanner A"_s));
        QVERIFY(findings->text().contains(scannerFindingText(ScannerFinding::TelexOn).what));
        QVERIFY(findings->text().contains(scannerFindingText(ScannerFinding::SuffixMissing).todo));
        panel.showResult(u"Scanner A"_s, diagnose(selfTestText().toUtf8(), {ScanSuffix::Enter, 8, 20, true}));
        QCOMPARE(findings->text(), scannerFindingText(ScannerFinding::Fine).what);
    }

    void itOpensInTheMiddleOfTheWindowWithEveryLineReadable()
    {
        const QScreen *screen = QGuiApplication::primaryScreen();
        for (const int textSize : {100, 150}) {
            applyTheme(*qApp, ThemeKind::Light, textSize);
            QWidget window;
            window.setGeometry(screen->availableGeometry());
            SelfTestPanel panel;
            panel.openOver(&window);
            QVERIFY(QTest::qWaitForWindowExposed(&panel));
            QVERIFY((panel.geometry().center() - window.geometry().center()).manhattanLength() < 10);
            panel.showResult(
                u"Scanner A"_s,
                diagnose(QString(selfTestText()).replace(u"aa ee oo dd"_s, u"â ê ô đ"_s).toUtf8(),
                         {ScanSuffix::None, 8, 20, true}));
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            QVERIFY(screen->availableGeometry().contains(panel.geometry()));
            auto *const scroll = panel.findChild<QScrollArea *>(u"selfTestScroll"_s);
            for (const QLabel *label : scroll->findChildren<QLabel *>()) {
                if (label->isVisible())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qPrintable(label->objectName()));
            }
            // The result is there at once, and everything of it can be scrolled to.
            auto *const device = panel.findChild<QLabel *>(u"selfTestDevice"_s);
            QVERIFY(!device->visibleRegion().isEmpty());
            QVERIFY(device->visibleRegion().boundingRect() == device->rect());
            QVERIFY(scroll->verticalScrollBar()->maximum() == 0 || scroll->focusPolicy() != Qt::NoFocus);
        }
        applyTheme(*qApp, ThemeKind::Light);
    }

    void anotherCodeIsNotTakenForSilence()
    {
        SelfTestPanel panel;
        auto *const device = panel.findChild<QLabel *>(u"selfTestDevice"_s);
        auto *const findings = panel.findChild<QLabel *>(u"selfTestFindings"_s);
        const QString waiting = device->text();
        panel.showOtherCode(u"Scanner B"_s);
        QVERIFY(device->text() != waiting && device->text().contains(u"Scanner B"_s));
        QVERIFY(!findings->text().isEmpty());
        const QString other = findings->text();
        panel.showResult(u"Scanner A"_s, diagnose(selfTestText().toUtf8(), {ScanSuffix::Enter, 8, 20, true}));
        QCOMPARE(findings->text(), scannerFindingText(ScannerFinding::Fine).what);
        panel.showOtherCode(u"Scanner B"_s);
        QCOMPARE(findings->text(), other);
    }

    void theSheetCanBePrinted()
    {
        SelfTestPanel panel;
        QSignalSpy spy(&panel, &SelfTestPanel::printRequested);
        panel.findChild<QAbstractButton *>(u"printSheetButton"_s)->click();
        QCOMPARE(spy.size(), 1);
        auto *const said = panel.findChild<QLabel *>(u"selfTestPrinted"_s);
        panel.showPrinted(QString(u"HP LaserJet"_s));
        QVERIFY(!said->isHidden() && said->text().contains(u"HP LaserJet"_s));
        panel.showPrinted(Error{ErrorCode::PrinterMissing, {}});
        QCOMPARE(said->text(), errorText(ErrorCode::PrinterMissing).happened);
    }

    void theSelfTestIsClosedByItsButtonAndByEsc()
    {
        SelfTestPanel panel;
        for (const bool byKey : {false, true}) {
            panel.show();
            panel.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&panel));
            auto *const close = panel.findChild<QAbstractButton *>(u"closeSelfTest"_s);
            byKey ? QTest::keyClick(&panel, Qt::Key_Escape) : close->click();
            QVERIFY(!panel.isVisible());
        }
    }

    void aDevicesHealthIsOneLine()
    {
        const Moment morning{1'795'137'120'000, 420, false}; // 20/11/2026 08:12 in Vietnam
        const QDate today(2026, 11, 20);
        DeviceHealth health;
        const QString nothing = deviceHealthLine(health, today);
        QVERIFY(!nothing.isEmpty());
        QVERIFY(deviceHealthAdvice(health).isEmpty());
        health = {morning, 124, 2, DeviceState::Missing, true};
        const QString line = deviceHealthLine(health, today);
        QVERIFY2(line.contains(u"08:12"_s) && line.contains(u"124"_s) && line.contains(u"2"_s),
                 qPrintable(line));
        QVERIFY(!line.contains(u'\n'));
        QVERIFY(!deviceHealthAdvice(health).isEmpty());
    }
};

QTEST_MAIN(TestScanners)
#include "tst_scanners.moc"
