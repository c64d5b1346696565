#include "ui/common/language.h"
#include "ui/mainwindow/commandpalette.h"
#include "ui/mainwindow/screenplace.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// Every function is found by its name and run by keyboard.
class TestCommandPalette : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void functionsAreFoundWithoutDiacritics();
    void whatIsSpelledAsTypedComesFirst();
    void theBeginningOfANameIsBest();
    void whatOnlyOthersMayDoComesLast();
    void aSentenceFindsWhatSaysMostOfIt();
    void aFunctionIsListedOnce();
    void keysBelongToTheirPlace();
    void typingAndEnterRuns();
    void arrowsChooseAndEscapeLeaves();
    void enterDoesNotReachAQuestionBehindIt();
    void whatIsNotPossibleNowIsNotRun();
    void aKioskIsLeftByItsKeyOnly();

private:
    Language m_language{u"vi"_s};
    FunctionList m_list;
    QStringList m_run;
};

void TestCommandPalette::init()
{
    m_run.clear();
    m_list = {};
    const auto function = [this](const QString &id, const QString &text, const QString &key,
                                 bool enabled = true, const QString &also = {}) {
        return Function{id, text, key, [this, id] { m_run << id; }, enabled, also};
    };
    m_list.add({}, [function] {
        return QList<Function>{function(u"settings"_s, u"Cài đặt"_s, u"F10"_s),
                               function(u"sound"_s, u"Cài đặt: Âm thanh"_s, {}),
                               function(u"volume"_s, u"Âm lượng"_s, {}, true, u"âm thanh to nhỏ"_s),
                               function(u"kiosk"_s, u"Ra khỏi kiosk"_s, u"Ctrl+Shift+F11"_s, false)};
    });
    m_list.add(u"scan"_s, [function] {
        return QList<Function>{function(u"undo"_s, u"Thu lại lượt vừa ghi"_s, u"Ctrl+Z"_s),
                               function(u"settings"_s, u"Lần nữa"_s, {}),
                               Function{u"hint"_s, u"Chọn lý do"_s, u"1 – 4"_s, {}}};
    });
}

void TestCommandPalette::functionsAreFoundWithoutDiacritics()
{
    QCOMPARE(m_list.found(u"thu lai"_s).first().id, u"undo"_s);
    QCOMPARE(m_list.found(u"LƯỢT vừa"_s).first().id, u"undo"_s);
    QCOMPARE(m_list.found(u"to nho"_s).first().id, u"volume"_s);
    QCOMPARE(m_list.found(u"ctrl+z"_s).first().id, u"undo"_s);
    QVERIFY(m_list.found(u"khong co"_s).isEmpty());
}

/// To ban somebody is no camera; without the diacritics it may be either.
void TestCommandPalette::whatIsSpelledAsTypedComesFirst()
{
    m_list.add({}, [] {
        return QList<Function>{Function{u"camera"_s, u"Camera, máy quét"_s, {}, [] {}},
                               Function{u"ban"_s, u"Danh sách lưu ý"_s, {}, [] {}, true, u"cấm vào"_s}};
    });
    QCOMPARE(m_list.found(u"cấm"_s).first().id, u"ban"_s);
    QCOMPARE(m_list.found(u"cam"_s).first().id, u"camera"_s);
    QCOMPARE(m_list.found(u"cam"_s).size(), 2);
}

void TestCommandPalette::theBeginningOfANameIsBest()
{
    const QList<Function> found = m_list.found(u"am thanh"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].id, u"sound"_s); // its name says it, not only a word beside it
    QCOMPARE(m_list.found(u"cai dat"_s).first().id, u"settings"_s);
}

void TestCommandPalette::whatOnlyOthersMayDoComesLast()
{
    FunctionList list;
    list.add({}, [] {
        QList<Function> functions{{u"theirs"_s, u"Đổi mã PIN"_s, {}, [] {}},
                                  {u"mine"_s, u"Mã PIN của tôi"_s, {}, [] {}}};
        functions[0].whyNot = u"Chỉ người quản trị"_s;
        return functions;
    });
    QCOMPARE(list.found(u"doi ma pin"_s).first().id, u"theirs"_s);
    QCOMPARE(list.found(u"pin"_s).first().id, u"mine"_s);
}

/// People write sentences; a word that nothing says does not end the search.
void TestCommandPalette::aSentenceFindsWhatSaysMostOfIt()
{
    QCOMPARE(m_list.found(u"thu lại lượt của khách"_s).first().id, u"undo"_s);
    QVERIFY(m_list.found(u"làm sao để thu lại"_s).isEmpty()); // less than half
    QVERIFY(m_list.found(u"xyz lại"_s).isEmpty());            // no sentence
}

void TestCommandPalette::aFunctionIsListedOnce()
{
    int settings = 0;
    for (const Function &function : m_list.all())
        settings += function.id == u"settings"_s;
    QCOMPARE(settings, 1);
    QCOMPARE(m_list.all().size(), 5); // a key that only stands in the help cannot be run
}

void TestCommandPalette::keysBelongToTheirPlace()
{
    const QList<KeyHint> scan = m_list.keys(u"scan"_s);
    QCOMPARE(scan.size(), 2);
    QCOMPARE(scan[0].key, u"Ctrl+Z"_s);
    QCOMPARE(scan[1].what, u"Chọn lý do"_s);
    QCOMPARE(m_list.keys({}).first().key, u"F10"_s);
}

void TestCommandPalette::typingAndEnterRuns()
{
    QWidget window;
    window.resize(900, 600);
    QLineEdit field(&window);
    CommandPalette palette(&m_list, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field.setFocus();
    palette.open();
    QVERIFY(palette.isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"thu lai"_s);
    QCOMPARE(palette.offered(), QStringList{u"Thu lại lượt vừa ghi"_s});
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_run, QStringList{u"undo"_s});
    QVERIFY(!palette.isVisible());
    QCOMPARE(QApplication::focusWidget(), &field);
    QVERIFY(field.text().isEmpty());
}

void TestCommandPalette::arrowsChooseAndEscapeLeaves()
{
    QWidget window;
    window.resize(900, 600);
    CommandPalette palette(&m_list, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    palette.open();
    QCOMPARE(palette.offered().size(), 5); // everything, before anything is typed
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QVERIFY(QApplication::focusWidget()->accessibleDescription().contains(u"Âm thanh"_s));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_run, QStringList{u"sound"_s});
    palette.open();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!palette.isVisible());
    QCOMPARE(m_run.size(), 1);
}

void TestCommandPalette::enterDoesNotReachAQuestionBehindIt()
{
    QWidget window;
    window.resize(900, 600);
    CommandPalette palette(&m_list, &window);
    QShortcut answer(Qt::Key_Return, &window);
    QShortcut dismiss(Qt::Key_Escape, &window);
    QSignalSpy answered(&answer, &QShortcut::activated);
    QSignalSpy dismissed(&dismiss, &QShortcut::activated);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    palette.open();
    QTest::keyClicks(QApplication::focusWidget(), u"thu lai"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    palette.open();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(m_run, QStringList{u"undo"_s});
    QVERIFY(answered.isEmpty());
    QVERIFY(dismissed.isEmpty());
}

void TestCommandPalette::whatIsNotPossibleNowIsNotRun()
{
    QWidget window;
    window.resize(900, 600);
    CommandPalette palette(&m_list, &window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    palette.open();
    QTest::keyClicks(QApplication::focusWidget(), u"kiosk"_s);
    QCOMPARE(palette.offered().size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(m_run.isEmpty());
    QVERIFY(palette.isVisible());
}

void TestCommandPalette::aKioskIsLeftByItsKeyOnly()
{
    QWidget window;
    ScreenPlace place(&window);
    connect(&place, &ScreenPlace::modeWanted, &place, &ScreenPlace::setMode);
    connect(&place, &ScreenPlace::leavingWanted, &place, [&place] { place.setMode(WindowMode::Normal); });
    QSignalSpy refused(&place, &ScreenPlace::closeRefused);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F11);
    QCOMPARE(place.mode(), WindowMode::FullScreen);
    QVERIFY(window.isFullScreen());
    QTest::keyClick(&window, Qt::Key_F11);
    QVERIFY(!window.isFullScreen());
    place.setMode(WindowMode::Kiosk);
    QTest::keyClick(&window, Qt::Key_F11);
    QCOMPARE(place.mode(), WindowMode::Kiosk);
    QVERIFY(!window.close());
    QVERIFY(window.isVisible());
    QCOMPARE(refused.count(), 1); // and it is said why
    QTest::keyClick(&window, Qt::Key_F11, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(place.mode(), WindowMode::Normal);
    QVERIFY(!window.isFullScreen());
    QVERIFY(window.close());
}

QTEST_MAIN(TestCommandPalette)
#include "tst_commandpalette.moc"
