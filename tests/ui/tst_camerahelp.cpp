#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/diagnosticsview/diagnosticsview.h"
#include "ui/scanview/previewpane.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

Guidance guidance(Advice advice, QPointF at = {500, 200})
{
    return {advice, QPolygonF(QRectF(at, QSizeF(260, 260))).first(4), {1280, 720}};
}

FrameDiagnostics diagnostics()
{
    FrameDiagnostics shown;
    shown.pixelFormat = u"YUYV"_s;
    shown.frameSize = {1280, 720};
    shown.framesASecond = 29.8;
    shown.framesReceived = 1310;
    shown.framesRead = 1303;
    shown.framesDropped = 7;
    shown.decodeShare = 0.31;
    shown.advice = Advice::Glare;
    shown.reader.spent = ReaderStatistics::Duration(6.4);
    shown.reader.budget = ReaderStatistics::Duration(13.3);
    shown.reader.passes[size_t(ReadPass::Midpoint)] = {1303, 41, ReaderStatistics::Duration(2.2), 0.9};
    shown.reader.passes[size_t(ReadPass::Rectified)] = {404, 5, ReaderStatistics::Duration(3.1), 0.1};
    shown.reader.region = {60, 52, ReaderStatistics::Duration(0.2), 0};
    return shown;
}

/// Pixels of the advice's colour in a picture of the pane.
int advicePixels(const QImage &picture, const QRect &within)
{
    const QRect part = within & picture.rect();
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            count += picture.pixel(x, y) == QColor(darkColours.ask).rgb();
    }
    return count;
}

} // namespace

/// What helps when the camera does not read: the advice on its picture, and the diagnostics.
class TestCameraHelp : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyAdviceIsSaidInWords_data();
    void everyAdviceIsSaidInWords();
    void aScreenReaderHearsTheAdvice();
    void aFrameGoesWithTheCode();
    void aCodeThatIsReadTakesTheAdvicesPlace();
    void theAdviceGoesWithTheCamera();
    void anAdviceForACodeBeyondThePictureIsFramedInSight();
    void diagnosticsShowEveryWayOfReading();
    void diagnosticsAreCopiedAsText();
    void diagnosticsAreReachedAndLeftByKeys();
    void diagnosticsAreToldOnlyWhileTheyAreLookedAt();
    void withoutACameraDiagnosticsSaySo();
};

void TestCameraHelp::init()
{
    applyTheme(*qApp, ThemeKind::Light);
}

void TestCameraHelp::everyAdviceIsSaidInWords_data()
{
    QTest::addColumn<Advice>("advice");
    for (int i = int(Advice::None) + 1; i < adviceCount; ++i)
        QTest::addRow("%d", i) << Advice(i);
}

void TestCameraHelp::everyAdviceIsSaidInWords()
{
    QFETCH(Advice, advice);
    PreviewPane pane;
    pane.setState(DeviceState::Running);
    pane.setPicture(samples::cameraPicture(), {1280, 720});
    const QString before = pane.caption();
    pane.showGuidance(guidance(advice));
    QVERIFY(!pane.caption().isEmpty());
    QVERIFY(pane.caption() != before);
    QCOMPARE(pane.caption(), adviceWords(advice));
    pane.showGuidance({});
    QCOMPARE(pane.caption(), before);
}

void TestCameraHelp::aScreenReaderHearsTheAdvice()
{
    PreviewPane pane;
    pane.setState(DeviceState::Running);
    pane.setPicture(samples::cameraPicture(), {1280, 720});
    pane.showGuidance(guidance(Advice::Glare));
    QCOMPARE(pane.accessibleDescription(), adviceWords(Advice::Glare));
    pane.showGuidance({});
    QVERIFY(pane.accessibleDescription() != adviceWords(Advice::Glare));
}

void TestCameraHelp::aFrameGoesWithTheCode()
{
    PreviewPane pane;
    pane.resize(640, 360);
    pane.setMirrored(false);
    pane.setState(DeviceState::Running);
    pane.setPicture(samples::cameraPicture(), {1280, 720});
    const QRect first(40, 90, 150, 150); // half of the frame's pixels, with room for the line
    const QRect second(390, 90, 150, 150);
    pane.showGuidance(guidance(Advice::Closer, {100, 200}));
    QImage picture = pane.grab().toImage();
    QVERIFY(advicePixels(picture, first) > 100);
    QCOMPARE(advicePixels(picture, second), 0);
    pane.showGuidance(guidance(Advice::Closer, {800, 200}));
    picture = pane.grab().toImage();
    QCOMPARE(advicePixels(picture, first), 0);
    QVERIFY(advicePixels(picture, second) > 100);
}

void TestCameraHelp::aCodeThatIsReadTakesTheAdvicesPlace()
{
    PreviewPane pane;
    pane.setState(DeviceState::Running);
    pane.setPicture(samples::cameraPicture(), {1280, 720});
    pane.showGuidance(guidance(Advice::OutOfFocus));
    pane.showSighting(samples::sighting());
    QVERIFY(pane.caption() != adviceWords(Advice::OutOfFocus));
}

void TestCameraHelp::theAdviceGoesWithTheCamera()
{
    PreviewPane pane;
    pane.setState(DeviceState::Running);
    pane.setPicture(samples::cameraPicture(), {1280, 720});
    pane.showGuidance(guidance(Advice::OutOfFocus));
    pane.setState(DeviceState::Missing);
    pane.setState(DeviceState::Running);
    QVERIFY(pane.caption() != adviceWords(Advice::OutOfFocus));
}

void TestCameraHelp::anAdviceForACodeBeyondThePictureIsFramedInSight()
{
    PreviewPane pane;
    pane.resize(640, 360);
    pane.setState(DeviceState::Running);
    pane.setPicture(samples::cameraPicture(), {1280, 720});
    pane.showGuidance({Advice::Further, QPolygonF(QRectF(100, -200, 1100, 1100)).first(4), {1280, 720}});
    QVERIFY(advicePixels(pane.grab().toImage(), pane.rect()) > 400);
}

void TestCameraHelp::diagnosticsShowEveryWayOfReading()
{
    DiagnosticsView view;
    view.setDiagnostics(diagnostics());
    auto *table = view.findChild<QTableView *>(u"passTable"_s);
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), readPassCount + 2); // the last place, and several frames together
    QSet<QString> names;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        names.insert(table->model()->index(row, 0).data().toString());
    QCOMPARE(names.size(), readPassCount + 2);
    QVERIFY(!names.contains(QString()));
    const QString text = view.asText();
    for (const QString &figure : {u"YUYV"_s, u"720"_s, u"41"_s, u"404"_s, adviceWords(Advice::Glare)})
        QVERIFY2(text.contains(figure), qPrintable(figure));
    // 1303 × 2.2 of 1303 × 2.2 + 404 × 3.1 + 60 × 0.2 milliseconds
    QCOMPARE(table->model()->index(int(ReadPass::Midpoint), 4).data().toString().section(u' ', 0, 0),
             u"69"_s);
}

void TestCameraHelp::diagnosticsAreCopiedAsText()
{
    DiagnosticsView view;
    view.setDiagnostics(diagnostics());
    view.findChild<ActionButton *>(u"copyDiagnostics"_s)->click();
    QCOMPARE(QApplication::clipboard()->text(), view.asText());
    QVERIFY(view.asText().count(u'\n') > readPassCount);
}

void TestCameraHelp::diagnosticsAreReachedAndLeftByKeys()
{
    const auto window = samples::makeWindow(samples::morningPreferences(), {1366, 768});
    window->showView(MainWindow::View::Settings);
    window->showDiagnostics();
    window->setDiagnostics(diagnostics());
    DiagnosticsView *view = window->diagnosticsView();
    QVERIFY(view->isVisible());
    auto *table = view->findChild<QTableView *>(u"passTable"_s);
    QVERIFY(table->hasFocus());
    QVERIFY(!table->accessibleName().isEmpty());
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Down);
    QVERIFY(table->currentIndex().row() > 0);
    window->setDiagnostics(diagnostics()); // figures that change leave the place where one was
    QVERIFY(table->currentIndex().row() > 0);
    QTest::keyClick(table, Qt::Key_Tab);
    QVERIFY(!table->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!view->isVisible());
    QCOMPARE(window->view(), MainWindow::View::Settings);
}

void TestCameraHelp::diagnosticsAreToldOnlyWhileTheyAreLookedAt()
{
    const auto window = samples::makeWindow(samples::morningPreferences(), {1366, 768});
    bool wanted = false;
    connect(window.get(), &MainWindow::diagnosticsWantedChanged, this, [&wanted](bool now) { wanted = now; });
    window->showDiagnostics();
    QVERIFY(wanted);
    window->showView(MainWindow::View::Scan);
    QVERIFY(!wanted);
}

void TestCameraHelp::withoutACameraDiagnosticsSaySo()
{
    DiagnosticsView view;
    const QString without = view.asText();
    view.setDiagnostics(diagnostics());
    QVERIFY(view.asText() != without);
    view.clear();
    QCOMPARE(view.asText(), without);
    QVERIFY(!without.contains(u"YUYV"_s));
}

QTEST_MAIN(TestCameraHelp)

#include "tst_camerahelp.moc"
