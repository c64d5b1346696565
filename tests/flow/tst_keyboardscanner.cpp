#include "core/scan/devices/keyboardscandevice.h"
#include "core/scan/keyburst.h"
#include "tests/support/typingtool.h"
#include "tests/support/typist.h"

#include <QAbstractNativeEventFilter>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QShortcut>
#include <QTableWidget>
#include <QTest>
#include <QVBoxLayout>

#include <cstring>
#include <functional>
#include <memory>
#include <optional>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The form of a desk, with everything that a key can do something to.
struct Form : QWidget
{
    Form()
    {
        auto *const layout = new QVBoxLayout(this);
        for (QWidget *each : std::initializer_list<QWidget *>{&name, &note, &button, &table})
            layout->addWidget(each);
        table.setRowCount(3);
        table.setColumnCount(2);
        table.setItem(0, 0, new QTableWidgetItem(u"Nguyen"_s));
        table.setItem(1, 0, new QTableWidgetItem(u"Tran"_s));
        table.setEditTriggers(QAbstractItemView::NoEditTriggers);
        connect(&button, &QPushButton::clicked, this, [this] { ++clicks; });
        connect(&name, &QLineEdit::returnPressed, this, [this] { ++returns; });
        connect(&table, &QTableWidget::itemActivated, this, [this] { ++activations; });
        connect(new QShortcut(Qt::Key_1, &button, nullptr, nullptr, Qt::WindowShortcut),
                &QShortcut::activated, this, [this] { ++shortcuts; });
        resize(500, 500);
    }

    QLineEdit name;
    QPlainTextEdit note;
    QPushButton button{u"Save"_s};
    QTableWidget table;
    int clicks = 0;
    int returns = 0;
    int activations = 0;
    int shortcuts = 0;
};

const QString card = u"001090999991|010000001|NGUYEN THU NGHIEM|15011990|Nam|So 1 Pho Gia Dinh|01052021"_s;
/// A health-insurance code: its hexadecimal digits are what typing tools rewrite.
const QString hex =
    u"DN4790000000001|4e677579e1bb856e205468e1bbad204e676869e1bb876d|15/01/1990|1|c3aadd65c3b4ff|79 - 025|x|$"_s;
/// Every letter that Telex or VNI acts on, as a signed code may carry it.
const QString traps =
    u"HTTPS://X.VN/aasddxwwessrrojffzz112233445566778899ooeeaawwddssffrrxxjj?Q=AaDdOoEeWw"_s;

constexpr int mostTries = 5; ///< until it was a scanner that typed

/// The pauses between the keys as the X server stamps them, which the program has no part in. A computer that
/// is taken away from the one that types, as by the host of a virtual machine, makes pauses no scanner makes.
class KeyStamps final : public QAbstractNativeEventFilter
{
public:
    KeyStamps() { qApp->installNativeEventFilter(this); }

    void begin()
    {
        m_last.reset();
        m_longestPause = 0;
    }
    /// In milliseconds, within a line.
    quint32 longestPause() const { return m_longestPause; }

    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *) override
    {
        // As xcb_key_press_event_t has it: the kind, the key, two bytes, and the time.
        constexpr quint8 keyPress = 2;
        constexpr quint8 returnKey = 36;
        const auto *bytes = static_cast<const quint8 *>(message);
        if (type != "xcb_generic_event_t" || bytes[0] != keyPress)
            return false;
        quint32 at = 0;
        std::memcpy(&at, bytes + 4, sizeof at);
        if (m_last)
            m_longestPause = qMax(m_longestPause, at - *m_last);
        m_last = bytes[1] == returnKey ? std::nullopt : std::optional(at);
        return false;
    }

private:
    std::optional<quint32> m_last;
    quint32 m_longestPause = 0;
};

} // namespace

/// Nothing is said of the program where it was no scanner that typed.
#define SCANNER_TYPED()                                                                                      \
    if (const QString why = stoodStill(); !why.isEmpty())                                                    \
    QSKIP(qPrintable(why))

/// A keyboard scanner, a person and a typing tool at the same keys.
class TestKeyboardScanner : public QObject
{
    Q_OBJECT

public:
    explicit TestKeyboardScanner(TypingTool::Kind kind, TypingTool *tool) : m_kind(kind), m_tool(tool) {}

private slots:
    void init();
    void cleanup();
    void theTypingToolWorksForPeople();
    void everyScanIsTakenWhole_data();
    void everyScanIsTakenWhole();
    void peopleTypeBesideTheScanner();
    void whatIsTypedWhileTheWindowIsBusyIsNoScan();
    void aSecondLineEndForABusyWindowPressesNothing();
    void aShortcutOfOneKeyWorksForPeopleOnly();
    void twentyScansAreAllTaken();
    void scansInADialogAndInAMenuAreTaken();
    void aWordBeingTypedSurvivesAScan();
    void aTypingToolWithoutTimeSplitsNoScan();

private:
    void typeKeys(const QString &text, int gapMs, bool enter);
    /// Why what was typed last cannot have been a scanner; nothing when it can.
    QString stoodStill();
    void pressKey(const QString &key);
    void runTool(const QStringList &arguments);
    void focus(QWidget *widget);
    QWidget *widgetOf(const QString &place);

    const TypingTool::Kind m_kind;
    TypingTool *const m_tool;
    const SystemClock m_clock;
    std::unique_ptr<Form> m_form;
    std::unique_ptr<KeyboardScanDevice> m_device;
    QStringList m_scans;
    KeyStamps m_stamps;
};

void TestKeyboardScanner::init()
{
    m_scans.clear();
    m_form = std::make_unique<Form>();
    m_form->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_form.get()));
    // There is no window manager to give the window the keyboard.
    runTool({u"windowfocus"_s, u"--sync"_s, QString::number(m_form->winId())});
    QTRY_VERIFY(m_form->isActiveWindow());
    m_form->name.setFocus();
    QTest::qWait(200);
    QVERIFY2(m_tool->switchOn(), qPrintable(m_tool->problem()));
    m_device = std::make_unique<KeyboardScanDevice>(u"Keyboard"_s, &m_clock);
    connect(m_device.get(), &ScanDevice::scanned, this,
            [this](const RawScan &scan) { m_scans.append(QString::fromUtf8(scan.sightings.first().bytes)); });
    m_device->start();
    QTest::qWait(100);
}

void TestKeyboardScanner::cleanup()
{
    m_device.reset();
    m_form.reset();
}

void TestKeyboardScanner::runTool(const QStringList &arguments)
{
    QProcess tool;
    startTypist(&tool, arguments);
    QTRY_COMPARE_WITH_TIMEOUT(tool.state(), QProcess::NotRunning, 60'000);
    QCOMPARE(tool.exitCode(), 0);
}

void TestKeyboardScanner::typeKeys(const QString &text, int gapMs, bool enter)
{
    QStringList arguments;
    for (const QString &line : text.split(u'\n')) {
        arguments += {u"type"_s, u"--delay"_s, QString::number(gapMs), u"--args"_s, u"1"_s, u"--"_s, line};
        if (enter)
            arguments += {u"key"_s, u"--delay"_s, QString::number(gapMs), u"Return"_s};
    }
    m_stamps.begin();
    runTool(arguments);
}

QString TestKeyboardScanner::stoodStill()
{
    QTest::qWait(100); // the last keys may still be on their way
    return m_stamps.longestPause() < quint32(KeyBurst::quickMs)
               ? QString()
               : u"the computer stood still for %1 ms in the middle of a scan"_s.arg(m_stamps.longestPause());
}

void TestKeyboardScanner::pressKey(const QString &key)
{
    runTool({u"key"_s, key});
}

void TestKeyboardScanner::focus(QWidget *widget)
{
    widget->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), widget);
    QTest::qWait(150);
}

QWidget *TestKeyboardScanner::widgetOf(const QString &place)
{
    if (place == "line"_L1)
        return &m_form->name;
    if (place == "text"_L1)
        return &m_form->note;
    if (place == "button"_L1)
        return &m_form->button;
    return &m_form->table;
}

void TestKeyboardScanner::theTypingToolWorksForPeople()
{
    if (m_kind == TypingTool::Kind::None)
        QSKIP("no typing tool");
    focus(&m_form->name);
    typeKeys(u"ddawngj "_s, 120, false);
    QTRY_COMPARE(m_form->name.text(), u"đặng "_s);
    QVERIFY(m_scans.isEmpty());
}

void TestKeyboardScanner::everyScanIsTakenWhole_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("payload");
    QTest::addColumn<int>("gap");
    for (const QString &place : {u"line"_s, u"text"_s, u"button"_s, u"table"_s}) {
        for (const auto &[name, payload] : {std::pair{"card", card}, {"hex", hex}, {"traps", traps}}) {
            for (const int gap : {2, 8})
                QTest::addRow("%s in the %s, %d ms", name, qPrintable(place), gap) << place << payload << gap;
        }
    }
}

void TestKeyboardScanner::everyScanIsTakenWhole()
{
    QFETCH(QString, place);
    QFETCH(QString, payload);
    QFETCH(int, gap);
    for (int tries = 1;; ++tries) {
        focus(widgetOf(place));
        typeKeys(payload, gap, true);
        if (stoodStill().isEmpty() || tries == mostTries)
            break;
        cleanup();
        init();
    }
    SCANNER_TYPED();
    QTRY_COMPARE(m_scans, QStringList{payload});
    QTest::qWait(300);
    QCOMPARE(m_scans, QStringList{payload});
    QCOMPARE(m_form->name.text(), QString());
    QCOMPARE(m_form->note.toPlainText(), QString());
    QCOMPARE(m_form->clicks + m_form->returns + m_form->activations + m_form->shortcuts, 0);
}

void TestKeyboardScanner::peopleTypeBesideTheScanner()
{
    focus(&m_form->name);
    typeKeys(u"Tran "_s, 110, false);
    // A busy machine would hand the last key over together with the scan.
    QTRY_COMPARE(m_form->name.text(), u"Tran "_s);
    typeKeys(card, 5, true);
    SCANNER_TYPED();
    QTRY_COMPARE(m_scans, QStringList{card});
    QTest::qWait(300);
    typeKeys(u"Thi Mau"_s, 110, true);
    QTRY_COMPARE(m_form->name.text(), u"Tran Thi Mau"_s);
    QTRY_COMPARE(m_form->returns, 1);
    QCOMPARE(m_scans.size(), 1);
    pressKey(u"Tab"_s);
    QTRY_COMPARE(QApplication::focusWidget(), static_cast<QWidget *>(&m_form->note));
    focus(&m_form->button);
    pressKey(u"space"_s);
    QTRY_COMPARE(m_form->clicks, 1);
    pressKey(u"ctrl+z"_s);
    QCOMPARE(m_scans.size(), 1);
}

/// All its keys come at once afterwards, as a scanner's would.
void TestKeyboardScanner::whatIsTypedWhileTheWindowIsBusyIsNoScan()
{
    focus(&m_form->name);
    QProcess tool;
    startTypist(&tool, {u"type"_s, u"--delay"_s, u"110"_s, u"--"_s, u"thang chin.pdf mau "_s});
    QVERIFY(tool.waitForStarted());
    QVERIFY(tool.waitForFinished(60'000)); // no event is looked at until then: 2 s of typing
    QTRY_COMPARE(m_form->name.text(), u"thang chin.pdf mau "_s);
    QTest::qWait(600);
    QVERIFY(m_scans.isEmpty());
    // And a scan that comes while the window is busy is one.
    startTypist(&tool, {u"type"_s, u"--delay"_s, u"5"_s, u"--"_s, card + u"\n"_s});
    QVERIFY(tool.waitForFinished(60'000));
    QTRY_COMPARE(m_scans, QStringList{card});
    QCOMPARE(m_form->name.text(), u"thang chin.pdf mau "_s);
}

/// It belongs to the scan before it: the question that stands there is for people to answer.
void TestKeyboardScanner::aSecondLineEndForABusyWindowPressesNothing()
{
    focus(&m_form->table);
    QShortcut answer(Qt::Key_Return, m_form.get());
    int answers = 0;
    connect(&answer, &QShortcut::activated, this, [&answers] { ++answers; });
    pressKey(u"Return"_s);
    QTRY_COMPARE(answers, 1);
    QProcess tool;
    startTypist(&tool, {u"type"_s, u"--delay"_s, u"5"_s, u"--args"_s, u"1"_s, u"--"_s, card, u"key"_s,
                        u"--delay"_s, u"5"_s, u"Return"_s, u"Return"_s});
    QVERIFY(tool.waitForFinished(60'000)); // no event is looked at until then
    QTest::qSleep(500);
    QTRY_COMPARE(m_scans, QStringList{card});
    QTest::qWait(600);
    QCOMPARE(answers, 1);
    pressKey(u"Return"_s);
    QTRY_COMPARE(answers, 2);
}

void TestKeyboardScanner::aShortcutOfOneKeyWorksForPeopleOnly()
{
    focus(&m_form->button);
    typeKeys(u"1079300999992|x"_s, 5, true);
    SCANNER_TYPED();
    QTRY_COMPARE(m_scans.size(), 1);
    QCOMPARE(m_form->shortcuts, 0);
    QTest::qWait(300);
    pressKey(u"1"_s);
    QTRY_COMPARE(m_form->shortcuts, 1);
    focus(&m_form->name);
    typeKeys(u"1 "_s, 110, false);
    QTRY_COMPARE(m_form->name.text(), u"1 "_s);
    QCOMPARE(m_form->shortcuts, 1);
}

void TestKeyboardScanner::twentyScansAreAllTaken()
{
    for (QWidget *each : {static_cast<QWidget *>(&m_form->name), static_cast<QWidget *>(&m_form->button)}) {
        focus(each);
        m_scans.clear();
        QString all;
        QStringList sent;
        for (int i = 0; i < 20; ++i) {
            sent.append(u"0010909%1|Nguyen Thu"_s.arg(10000 + i));
            all += sent.last() + u'\n';
        }
        typeKeys(all.chopped(1), 3, true);
        SCANNER_TYPED();
        QTRY_COMPARE(m_scans.size(), sent.size());
        QCOMPARE(m_scans, sent);
        QCOMPARE(m_form->name.text(), QString());
    }
}

void TestKeyboardScanner::scansInADialogAndInAMenuAreTaken()
{
    QDialog dialog(m_form.get());
    QVBoxLayout layout(&dialog);
    QLineEdit line;
    QPushButton accept(u"OK"_s);
    layout.addWidget(&line);
    layout.addWidget(&accept);
    accept.setDefault(true);
    connect(&accept, &QPushButton::clicked, &dialog, &QDialog::accept);
    dialog.setModal(true);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    runTool({u"windowfocus"_s, u"--sync"_s, QString::number(dialog.winId())});
    QTRY_VERIFY(dialog.isActiveWindow());
    for (QWidget *each : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&accept)}) {
        focus(each);
        m_scans.clear();
        typeKeys(hex, 5, true);
        SCANNER_TYPED();
        QTRY_COMPARE(m_scans, QStringList{hex});
        QVERIFY(dialog.isVisible());
        QCOMPARE(line.text(), QString());
    }
    dialog.hide();
    runTool({u"windowfocus"_s, u"--sync"_s, QString::number(m_form->winId())});
    QTRY_VERIFY(m_form->isActiveWindow());

    QMenu menu;
    int triggered = 0;
    for (const QString &text : {u"&Nam"_s, u"&0 visitors"_s})
        connect(menu.addAction(text), &QAction::triggered, this, [&triggered] { ++triggered; });
    menu.popup(m_form->mapToGlobal(QPoint(10, 10)));
    QVERIFY(QTest::qWaitForWindowExposed(&menu));
    QTest::qWait(200);
    m_scans.clear();
    typeKeys(card, 5, true);
    SCANNER_TYPED();
    QTRY_COMPARE(m_scans, QStringList{card});
    QCOMPARE(triggered, 0);
    QVERIFY(menu.isVisible());
}

void TestKeyboardScanner::aWordBeingTypedSurvivesAScan()
{
    focus(&m_form->name);
    typeKeys(u"Tran"_s, 110, false); // the typing tool still works on this word
    QTest::qWait(500);
    typeKeys(card, 5, true);
    SCANNER_TYPED();
    QTRY_COMPARE(m_scans, QStringList{card});
    QTest::qWait(300);
    typeKeys(u" Mau "_s, 110, false);
    QTRY_COMPARE(m_form->name.text(), u"Tran Mau "_s);
}

void TestKeyboardScanner::aTypingToolWithoutTimeSplitsNoScan()
{
    if (m_kind == TypingTool::Kind::None)
        QSKIP("no typing tool");
    focus(&m_form->name);
    const std::jthread starved = m_tool->starve();
    for (const QString &payload : {card, u"001090999991"_s, card, u"001090999991"_s, u"001090999991"_s}) {
        // Nothing is known of the tool yet.
        m_device->stop();
        m_device->start();
        m_scans.clear();
        typeKeys(payload, payload == card ? 9 : 3, true);
        SCANNER_TYPED();
        QTRY_COMPARE_WITH_TIMEOUT(m_scans.size(), 1, 10'000);
        QTest::qWait(700);
        QCOMPARE(m_scans, QStringList{payload});
        QCOMPARE(m_form->name.text(), QString());
    }
}

int main(int argc, char *argv[])
{
    const TypingTool::Kind kind = TypingTool::kindOf(qgetenv("CHECKPOINT_TYPING_TOOL"));
    TypingTool tool(kind); // before the application, which looks for it only once
    if (!tool.start())
        qFatal("No typing tool: %s", qPrintable(tool.problem()));
    const QApplication application(argc, argv);
    TestKeyboardScanner test(kind, &tool);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_keyboardscanner.moc"
