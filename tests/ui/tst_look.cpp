#include "tests/ui/paintedcontrast.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/icons.h"
#include "ui/common/meaning.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/sound.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QDir>
#include <QHeaderView>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QScrollBar>
#include <QSet>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// The tokens of the look: what is measured rather than seen.
class TestLook : public QObject
{
    Q_OBJECT

private slots:
    void contrastOfBlackOnWhiteIs21();
    void everyTextIsReadableOnEveryGround_data();
    void everyTextIsReadableOnEveryGround();
    void edgesOfControlsAreSeen();
    void everyMeaningHasAColourAndASign();
    void iconsAreDrawnInTheColourAsked();
    void whatIsClickedIsLargeEnough();
    void highContrastIsHigherStill();
    void theSizeOfTextFollowsAtOnce();
    void whatIsChosenLooksLikeNoButton_data();
    void whatIsChosenLooksLikeNoButton();
    void aButtonSaysItsKeyWhereItHasRoom();
    void noRowIsCutAtTheFootOfAList();
    void everySoundIsShortAndOfItsOwnShape();
};

void TestLook::contrastOfBlackOnWhiteIs21()
{
    QCOMPARE(contrastRatio(0xff000000, 0xffffffff), 21.0);
    QVERIFY(qAbs(contrastRatio(0xff767676, 0xffffffff) - 4.54) < 0.01); // the well-known grey at the limit
}

void TestLook::everyTextIsReadableOnEveryGround_data()
{
    using Ink = QRgb Colours::*;
    QTest::addColumn<QRgb>("ink");
    QTest::addColumn<QRgb>("ground");
    const std::pair<const char *, Ink> inks[] = {{"text", &Colours::text},      {"quiet", &Colours::quiet},
                                                 {"accent", &Colours::accent},  {"in", &Colours::in},
                                                 {"out", &Colours::out},        {"ask", &Colours::ask},
                                                 {"refused", &Colours::refused}};
    const std::pair<const char *, Ink> grounds[] = {{"ground", &Colours::ground},
                                                    {"card", &Colours::card},
                                                    {"rail", &Colours::rail},
                                                    {"hover", &Colours::hover},
                                                    {"selection", &Colours::selection}};
    for (const auto &[theme, colours] : {std::pair("light", lightColours), std::pair("dark", darkColours),
                                         std::pair("contrast", contrastColours)}) {
        for (const auto &[inkName, ink] : inks)
            for (const auto &[groundName, ground] : grounds)
                QTest::addRow("%s: %s on %s", theme, inkName, groundName) << colours.*ink << colours.*ground;
        QTest::addRow("%s: primary button", theme) << colours.onAccent << colours.accent;
        QTest::addRow("%s: not recorded", theme) << colours.onAlarm << colours.alarm;
        QTest::addRow("%s: notice heading", theme) << colours.refused << colours.noticeGround;
        QTest::addRow("%s: notice text", theme) << colours.text << colours.noticeGround;
        QTest::addRow("%s: quiet on notice", theme) << colours.quiet << colours.noticeGround;
        QTest::addRow("%s: warning on notice", theme) << colours.ask << colours.noticeGround;
        QTest::addRow("%s: preview", theme) << colours.onScreen << colours.screen;
        QTest::addRow("%s: several codes", theme) << darkColours.ask << colours.screen;
    }
}

void TestLook::everyTextIsReadableOnEveryGround()
{
    QFETCH(QRgb, ink);
    QFETCH(QRgb, ground);
    QVERIFY2(contrastRatio(ink, ground) >= 4.5, qPrintable(QString::number(contrastRatio(ink, ground))));
}

void TestLook::edgesOfControlsAreSeen()
{
    for (const Colours &colours : {lightColours, darkColours, contrastColours}) {
        QVERIFY(contrastRatio(colours.border, colours.card) >= 3);
        QVERIFY(contrastRatio(colours.accent, colours.card) >= 3);
        QVERIFY(contrastRatio(colours.accent, colours.ground) >= 3);
    }
}

void TestLook::everyMeaningHasAColourAndASign()
{
    for (int i = 0; i <= int(Meaning::TakenBack); ++i) {
        const auto meaning = Meaning(i);
        QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(meaningSign(meaning))));
        QVERIFY(lightColours.*meaningInk(meaning) != 0);
    }
    // Told apart without colour as well.
    QVERIFY(meaningSign(Meaning::In) != meaningSign(Meaning::Out));
    QVERIFY(meaningSign(Meaning::Ask) != meaningSign(Meaning::Refused));
    QVERIFY(meaningSign(Meaning::Attention) != meaningSign(Meaning::Ask));
    QVERIFY(meaningSign(Meaning::Attention) != meaningSign(Meaning::Refused));
}

void TestLook::iconsAreDrawnInTheColourAsked()
{
    const QStringList names = QDir(u":/icons"_s).entryList();
    QVERIFY(names.size() > 20);
    for (const QString &name : names) {
        QVERIFY2(QSvgRenderer(u":/icons/"_s + name).isValid(), qPrintable(name));
        if (name == u"checkpoint-desk.svg"_s)
            continue;
        const QByteArray base = name.chopped(4).toLatin1();
        const QImage icon = iconPixmap(QLatin1StringView(base), 48, Qt::red, 1).toImage();
        bool drawn = false;
        for (int y = 0; y < icon.height(); ++y) {
            for (int x = 0; x < icon.width(); ++x) {
                const QColor pixel = icon.pixelColor(x, y);
                drawn = drawn || pixel.alpha() > 200;
                if (pixel.alpha() > 250)
                    QCOMPARE(pixel.rgb(), QColor(Qt::red).rgb());
            }
        }
        QVERIFY2(drawn, qPrintable(name));
    }
    QVERIFY(!applicationIcon().pixmap(64).isNull());
}

void TestLook::whatIsClickedIsLargeEnough()
{
    QVERIFY(tokens::controlHeight >= 40);
    QVERIFY(tokens::railItemHeight >= 40);
    QCOMPARE(tokens::focusRing, 2);
}

void TestLook::highContrastIsHigherStill()
{
    for (const QRgb ink :
         {contrastColours.text, contrastColours.quiet, contrastColours.accent, contrastColours.in,
          contrastColours.out, contrastColours.ask, contrastColours.refused})
        QVERIFY(contrastRatio(ink, contrastColours.card) >= 7);
    QVERIFY(contrastRatio(contrastColours.border, contrastColours.card) >= 7);
}

void TestLook::theSizeOfTextFollowsAtOnce()
{
    applyTheme(*qApp, ThemeKind::Light);
    QLabel own(u"Abc"_s);
    own.setFont(textFont(tokens::nameText));
    QLabel usual(u"Abc"_s);
    for (const int size : {150, 125, 150, 100}) {
        applyTheme(*qApp, ThemeKind::Light, size);
        QCOMPARE(textSize(), size);
        QCOMPARE(own.font().pixelSize(), qRound(tokens::nameText * size / 100.0));
        QCOMPARE(usual.font().pixelSize(), qRound(tokens::bodyText * size / 100.0));
    }
}

void TestLook::whatIsChosenLooksLikeNoButton_data()
{
    QTest::addColumn<ThemeKind>("theme");
    QTest::newRow("light") << ThemeKind::Light;
    QTest::newRow("dark") << ThemeKind::Dark;
    QTest::newRow("contrast") << ThemeKind::Contrast;
}

void TestLook::whatIsChosenLooksLikeNoButton()
{
    QFETCH(ThemeKind, theme);
    applyTheme(*qApp, theme);
    ChoiceRow row(2);
    row.setLabels({u"CSV"_s, u"CSV"_s});
    row.setIndex(0);
    row.show();
    const Colours &colours = coloursOf(row.palette());
    const QImage chosen = row.button(0)->grab().toImage();
    const QImage other = row.button(1)->grab().toImage();
    QCOMPARE(chosen.pixel(chosen.width() / 2, 5), colours.selection);
    QVERIFY(colours.selection != colours.accent && colours.selection != colours.card);
    QVERIFY(paintedContrast(chosen) >= 4.5);
    // Marked as well: colour is never the only sign.
    const auto inked = [](const QImage &picture) {
        const QImage left = picture.copy(3, 3, tokens::space12, picture.height() - 6);
        return paintedContrast(left) >= 3;
    };
    QVERIFY(inked(chosen));
    QVERIFY(!inked(other));
    applyTheme(*qApp, ThemeKind::Light);
}

void TestLook::aButtonSaysItsKeyWhereItHasRoom()
{
    ActionButton button;
    button.setLabel(u"Print"_s);
    button.setKeyHint(u"Ctrl+P"_s);
    const auto shows = [&button](int width) {
        button.resize(width, button.sizeHint().height());
        return button.showsKey();
    };
    QVERIFY(shows(button.sizeHint().width()));
    QVERIFY(shows(button.sizeHint().width() - tokens::space16)); // closer together
    QVERIFY(!shows(button.minimumSizeHint().width()));
    button.show();
    QHelpEvent asks(QEvent::ToolTip, {5, 5}, button.mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(&button, &asks);
    QTRY_COMPARE(QToolTip::text(), u"Ctrl+P"_s);
    QToolTip::hideText();
}

void TestLook::noRowIsCutAtTheFootOfAList()
{
    QStandardItemModel model(20, 1);
    for (int row = 0; row < model.rowCount(); ++row)
        model.setItem(row, new QStandardItem(u"MMMM"_s));
    QTableView table;
    table.setModel(&model);
    RowDelegate::setUp(&table);
    table.horizontalHeader()->hide();
    table.resize(200, 3 * tokens::rowHeight + 20);
    table.show();
    const auto foot = [&table] {
        const QImage seen = table.viewport()->grab().toImage();
        return paintedContrast(
            seen.copy(0, 3 * tokens::rowHeight, 100, seen.height() - 3 * tokens::rowHeight));
    };
    QCOMPARE(foot(), 1.0);
    table.verticalScrollBar()->setValue(4);
    QCOMPARE(table.rowAt(0), 4);
    QCOMPARE(table.rowViewportPosition(4), 0); // nor at the top
    QCOMPARE(foot(), 1.0);
    table.scrollToBottom();
    const QRect last = table.visualRect(model.index(19, 0));
    QVERIFY(table.viewport()->rect().contains(last));
    QVERIFY(paintedContrast(table.viewport()->grab(last).toImage()) > 4.5);
}

void TestLook::everySoundIsShortAndOfItsOwnShape()
{
    QSet<QByteArray> contours;
    for (const QLatin1StringView shape : soundShapes()) {
        if (shape == "none"_L1)
            continue;
        QFile file(u":/sounds/%1.wav"_s.arg(shape));
        QVERIFY2(file.open(QIODevice::ReadOnly), shape.data());
        const QByteArray wave = file.readAll().mid(44); // 16 bits, one channel, 44.1 kHz
        const double seconds = double(wave.size()) / 2 / 44100;
        QVERIFY2(seconds > 0.1 && seconds < 1, shape.data());
        // How the pitch goes, and when it is silent, in steps of 40 ms: as an ear follows it.
        const auto *samples = reinterpret_cast<const qint16 *>(wave.constData());
        QByteArray contour;
        constexpr int step = 44100 / 25;
        for (qsizetype from = 0; from + step <= wave.size() / 2; from += step) {
            int crossings = 0;
            qint16 loudest = 0;
            for (qsizetype i = from + 1; i < from + step; ++i) {
                crossings += (samples[i - 1] < 0) != (samples[i] < 0);
                loudest = qMax(loudest, qint16(qAbs(int(samples[i]))));
            }
            contour += loudest < 1500 ? '.' : char('a' + qMin(25, crossings / 8));
        }
        QVERIFY2(!contours.contains(contour), shape.data());
        contours.insert(contour);
    }
    QCOMPARE(contours.size(), soundShapes().size() - 1);
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"
