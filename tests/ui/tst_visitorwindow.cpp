#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/toggle.h"
#include "ui/firststart/firststartview.h"
#include "ui/scanview/lanearea.h"
#include "ui/scanview/previewpane.h"
#include "ui/settingsview/settingsview.h"
#include "ui/visitorwindow/visitorwindow.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>
#include <QWindow>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// What visitors see on their own monitor, the lanes, and the first start.
class TestVisitorWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void itWelcomes();
    void whoComesInIsNamedShortly();
    void whoLeavesIsToldSo();
    void whyOneWaitsIsNeverShown();
    void nothingOfAnEntryTakenBack();
    void theWelcomeComesBack();
    void aQuestionStays();
    void aCorrectionIsShownToWhomItIsAboutOnly();
    void itFillsTheOtherMonitorAndTakesNoFocus();
    void itNeverStandsOverTheDesk();
    void escapeClosesItAndTheSwitchFollows();
    void twoLanesShowTwoPictures();
    void oneCameraHasTheWholePlace();
    void aThirdCameraIsShownWhenChosen();
    void theFirstStartAsksThreeThings();
    void skippingLeavesAllOpen();
    void aScanAnswersTheThirdQuestion();

private:
    VisitorWindow *switchOn();

    std::unique_ptr<MainWindow> m_window;
};

void TestVisitorWindow::initTestCase()
{
    qRegisterMetaType<QStringList>();
}

void TestVisitorWindow::init()
{
    m_window = samples::makeWindow(samples::morningPreferences(), {1366, 768});
}

void TestVisitorWindow::itWelcomes()
{
    VisitorWindow window;
    window.setVenue(u"Bệnh viện Thử"_s);
    QVERIFY(window.spokenText().contains(u"Bệnh viện Thử"_s));
    QVERIFY(window.spokenText().contains(u"Kính chào"_s));
    // With it what becomes of their data, until somebody is answered: nobody reads two things at once.
    Notice notice = proposedNotice({}, {});
    notice.version = 7;
    notice.contact = u"024 0000 0000 %1"_s;
    window.setNotice(notice);
    QVERIFY(window.spokenText().contains(u"024 0000 0000 %1"_s));
    QVERIFY(window.spokenText().contains(u"30"_s) && window.spokenText().contains(u"7"_s));
    window.showOutcome(samples::recordedIn());
    QVERIFY(!window.spokenText().contains(u"024"_s));
}

void TestVisitorWindow::whoComesInIsNamedShortly()
{
    VisitorWindow window;
    window.showOutcome(samples::recordedIn());
    QVERIFY(window.spokenText().contains(u"VÀO"_s));
    QVERIFY(window.spokenText().contains(u"N. T. Nghiệm"_s));
    QVERIFY(!window.spokenText().contains(samples::nghiem().name));
}

void TestVisitorWindow::whoLeavesIsToldSo()
{
    QVERIFY(visitorWords(samples::recordedOut())->word == u"RA"_s);
}

void TestVisitorWindow::whyOneWaitsIsNeverShown()
{
    ScanOutcome asks = samples::alreadyInside();
    asks.reason = Reason::OnAttentionList;
    asks.attention = AttentionNote{};
    asks.attention->reason = u"Gây rối tuần trước"_s;
    VisitorWindow window;
    window.showOutcome(samples::alreadyInside());
    const QImage usual = window.grab().toImage();
    window.showOutcome(asks);
    QCOMPARE(window.grab().toImage(), usual);
    QVERIFY(window.spokenText().contains(u"XIN CHỜ"_s));
    QVERIFY(!window.spokenText().contains(u"Gây rối"_s));
    QVERIFY(!window.spokenText().contains(u"Nghiệm"_s));
    window.showOutcome(samples::failed());
    QVERIFY(window.spokenText().contains(u"XIN CHỜ"_s));
}

void TestVisitorWindow::nothingOfAnEntryTakenBack()
{
    QVERIFY(!visitorWords(samples::voided()));
}

void TestVisitorWindow::theWelcomeComesBack()
{
    VisitorWindow window;
    window.showOutcome(samples::recordedIn());
    QTRY_VERIFY_WITH_TIMEOUT(window.spokenText().contains(u"Kính chào"_s),
                             VisitorWindow::resultStaysMs + 2000);
}

void TestVisitorWindow::aQuestionStays()
{
    VisitorWindow window;
    window.showOutcome(samples::recordedIn());
    window.showOutcome(samples::alreadyInside());
    QTest::qWait(VisitorWindow::resultStaysMs + 500);
    QVERIFY(window.spokenText().contains(u"XIN CHỜ"_s));
    window.showOutcome(samples::refused()); // the rest of a code, or somebody else's that is none
    window.showOutcome(samples::repeated());
    QVERIFY(window.spokenText().contains(u"XIN CHỜ"_s));
    ScanOutcome dismissed = samples::alreadyInside();
    dismissed.kind = ScanOutcome::Kind::Dismissed;
    window.showOutcome(dismissed); // nobody waits any more
    QVERIFY(window.spokenText().contains(u"Kính chào"_s));
}

void TestVisitorWindow::aCorrectionIsShownToWhomItIsAboutOnly()
{
    const auto *window = m_window->findChild<VisitorWindow *>();
    m_window->showOutcome(samples::recordedIn());
    m_window->showOutcome(samples::corrected());
    QVERIFY(window->spokenText().contains(u"RA"_s));
    m_window->showOutcome(samples::withWarnings());
    QVERIFY(window->spokenText().contains(u"Đ. H. Mẫu"_s));
    ScanOutcome older = samples::corrected();
    older.corrects = QUuid::createUuid();
    m_window->showOutcome(older);
    QVERIFY(window->spokenText().contains(u"Đ. H. Mẫu"_s));
    ScanOutcome failed = older; // taking back an entry of the list
    failed.kind = ScanOutcome::Kind::Failed;
    failed.deviceId.clear();
    failed.corrects.reset();
    failed.error = Error{ErrorCode::NotFound, {}};
    m_window->showOutcome(failed);
    QVERIFY(window->spokenText().contains(u"Đ. H. Mẫu"_s));
}

/// Switched on at the desk, which stands on the first of two monitors.
VisitorWindow *TestVisitorWindow::switchOn()
{
    m_window->move(0, 0);
    m_window->settingsView()->findChild<Toggle *>(u"visitorsToggle"_s)->click();
    samples::settle();
    return m_window->findChild<VisitorWindow *>();
}

void TestVisitorWindow::itFillsTheOtherMonitorAndTakesNoFocus()
{
    const VisitorWindow *visitors = switchOn();
    QVERIFY(visitors->isVisible());
    QCOMPARE(visitors->geometry(), QGuiApplication::screens().at(1)->geometry());
    QVERIFY(visitors->isFullScreen());
    QVERIFY(visitors->testAttribute(Qt::WA_ShowWithoutActivating));
}

/// Also when the visitors' monitor is unplugged, and when the desk is moved to it.
void TestVisitorWindow::itNeverStandsOverTheDesk()
{
    const VisitorWindow *visitors = switchOn();
    QScreen *second = QGuiApplication::screens().at(1);
    emit qGuiApp->screenRemoved(second);
    QVERIFY(!visitors->isVisible());
    QVERIFY(m_window->preferences().visitorWindow); // it waits for the monitor
    emit qGuiApp->screenAdded(second);
    QVERIFY(visitors->isVisible());
    m_window->windowHandle()->setScreen(second);
    QCOMPARE(visitors->geometry(), QGuiApplication::screens().at(0)->geometry());
}

void TestVisitorWindow::escapeClosesItAndTheSwitchFollows()
{
    VisitorWindow *visitors = switchOn();
    QTest::keyClick(visitors, Qt::Key_Escape);
    QVERIFY(!visitors->isVisible());
    QVERIFY(!m_window->preferences().visitorWindow);
    QVERIFY(!m_window->settingsView()->findChild<Toggle *>(u"visitorsToggle"_s)->isChecked());
}

void TestVisitorWindow::twoLanesShowTwoPictures()
{
    LaneArea lanes;
    lanes.resize(560, 300);
    lanes.show();
    QSignalSpy shown(&lanes, &LaneArea::shownDevicesChanged);
    lanes.setDevice({u"camera:out"_s, u"Ra"_s, DeviceState::Running, DirectionRule::Out, true});
    lanes.setDevice({u"camera:in"_s, u"Vào"_s, DeviceState::Running, DirectionRule::In, true});
    QCOMPARE(lanes.shownDevices(), (QStringList{u"camera:in"_s, u"camera:out"_s}));
    QCOMPARE(shown.last()[0].toStringList(), lanes.shownDevices());
    QImage picture(64, 36, QImage::Format_RGB32);
    picture.fill(Qt::darkGray);
    lanes.setPicture(u"camera:in"_s, picture, {640, 360});
    QVERIFY(lanes.pane(u"camera:in"_s)->hasPicture());
    QVERIFY(!lanes.pane(u"camera:out"_s)->hasPicture());
    QVERIFY(lanes.pane(u"camera:in"_s)->mapTo(&lanes, QPoint()).x() <
            lanes.pane(u"camera:out"_s)->mapTo(&lanes, QPoint()).x());
}

void TestVisitorWindow::oneCameraHasTheWholePlace()
{
    LaneArea lanes;
    lanes.resize(560, 300);
    lanes.show();
    lanes.setDevice({u"camera:a"_s, u"A"_s, DeviceState::Running, DirectionRule::Auto, true});
    samples::settle();
    QCOMPARE(lanes.pane(u"camera:a"_s)->size(), lanes.size());
    lanes.setDevice({u"serial:b"_s, u"B"_s, DeviceState::Running, DirectionRule::Auto, false});
    QCOMPARE(lanes.shownDevices(), QStringList{u"camera:a"_s});
    lanes.removeDevice(u"camera:a"_s);
    QVERIFY(lanes.shownDevices().isEmpty());
}

void TestVisitorWindow::aThirdCameraIsShownWhenChosen()
{
    LaneArea lanes;
    for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
        lanes.setDevice({id, id, DeviceState::Running, DirectionRule::Auto, true});
    QCOMPARE(lanes.shownDevices().size(), 2);
    QVERIFY(!lanes.shownDevices().contains(u"c"_s));
    lanes.showDevice(u"c"_s);
    QVERIFY(lanes.shownDevices().contains(u"c"_s));
    QCOMPARE(lanes.shownDevices().size(), 2);
}

void TestVisitorWindow::theFirstStartAsksThreeThings()
{
    FirstStartView view;
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.begin();
    QSignalSpy finished(&view, &FirstStartView::finished);
    QTest::keyClicks(QApplication::focusWidget(), u"Tram y te Mau"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(finished.count(), 0);
    QTest::keyClicks(QApplication::focusWidget(), u"Cong chinh"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(finished[0][0].toString(), u"Tram y te Mau"_s);
    QCOMPARE(finished[0][1].toString(), u"Cong chinh"_s);
}

void TestVisitorWindow::skippingLeavesAllOpen()
{
    FirstStartView view;
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.begin();
    QSignalSpy finished(&view, &FirstStartView::finished);
    QTest::keyClicks(QApplication::focusWidget(), u"Tram"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(finished.count(), 1);
    QVERIFY(finished[0][0].toString().isEmpty());
}

void TestVisitorWindow::aScanAnswersTheThirdQuestion()
{
    FirstStartView view;
    view.showScanned(u"USB 2D"_s);
    QVERIFY(view.findChild<QLabel *>(u"firstStartScanner"_s)->text().contains(u"USB 2D"_s));
}

/// With two monitors beside each other.
int main(int argc, char **argv)
{
    QTemporaryFile monitors;
    if (!monitors.open())
        return 1;
    monitors.write(R"({"screens": [{"name": "desk", "x": 0, "y": 0, "width": 800, "height": 800},)"
                   R"({"name": "hall", "x": 800, "y": 0, "width": 1024, "height": 768}]})");
    monitors.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + monitors.fileName().toUtf8());
    QApplication application(argc, argv);
    TestVisitorWindow test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_visitorwindow.moc"
