#include "tests/ui/paintedcontrast.h"
#include "tests/ui/samplewindow.h"
#include "tests/ui/scenes.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace checkpoint;
using namespace samples;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastHeight =
    24; ///< of what is pressed on a small screen (WCAG 2.2, 2.5.8); elsewhere it is 40

constexpr QSize deskScreen(1366, 768);

/// A text that stands somewhere in the window.
struct PaintedText
{
    QString text;
    QRect place; ///< in the window
};

/// Nothing lies over it, and it is no picture's caption.
bool isInSight(const QWidget &window, const QWidget *widget)
{
    const QPoint middle = widget->mapTo(&window, widget->rect().center());
    const QWidget *top = window.childAt(middle);
    return widget->isVisible() && !widget->visibleRegion().isEmpty() && top &&
           (top == widget || widget->isAncestorOf(top) || top->isAncestorOf(widget));
}

QRect placeOf(const QWidget &window, const QWidget *widget, const QRect &part)
{
    return QRect(widget->mapTo(&window, part.topLeft()), part.size());
}

QList<PaintedText> cellsOf(const QWidget &window, const QTableView *table)
{
    QList<PaintedText> cells;
    const QRect viewport = table->viewport()->rect();
    for (int row = table->rowAt(0); row >= 0 && row < table->model()->rowCount(); ++row) {
        for (int column = 0; column < table->model()->columnCount(); ++column) {
            const QModelIndex index = table->model()->index(row, column);
            const QRect cell = table->visualRect(index);
            const QString text = index.data().toString();
            const QPoint middle = table->viewport()->mapTo(&window, cell.center());
            if (viewport.contains(cell) && !text.isEmpty() && window.childAt(middle) == table->viewport())
                cells.append({text, placeOf(window, table->viewport(), cell.adjusted(6, 3, -6, -3))});
        }
        if (table->rowViewportPosition(row) > viewport.bottom())
            break;
    }
    return cells;
}

QList<PaintedText> textsOf(const QWidget &window)
{
    QList<PaintedText> texts;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!isInSight(window, widget) || !widget->isEnabled())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty())
            texts.append({label->text(), placeOf(window, label, label->contentsRect())});
        // Without the frame, which is a colour of its own.
        if (const auto *button = qobject_cast<const QAbstractButton *>(widget);
            button && !button->text().isEmpty())
            texts.append({button->text(), placeOf(window, button, button->rect().adjusted(8, 8, -8, -8))});
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget);
            edit && !(edit->text() + edit->placeholderText()).isEmpty() && !edit->hasFocus())
            texts.append({edit->text() + edit->placeholderText(),
                          placeOf(window, edit, edit->rect().adjusted(8, 8, -8, -8))});
        if (const auto *table = qobject_cast<const QTableView *>(widget))
            texts += cellsOf(window, table);
    }
    return texts;
}

/// What lies outside of a screen, is cut or needs scrolling though it is needed at the desk.
QStringList crowdedOn(const QSize &screen, const Scene &scene, MainWindow &window)
{
    QStringList faults;
    if (window.size() != screen)
        faults.append(
            u"%1: the window is %2 x %3"_s.arg(scene.name).arg(window.width()).arg(window.height()));
    if (scene.name == "scan-undo-failed"_L1 && screen.height() < 768)
        return faults; // two troubles and a question at once
    // The fields of long forms follow the focus where they are higher than a low screen.
    const bool longForm =
        screen.height() < 768 &&
        (scene.name.startsWith("reports-paper"_L1) || scene.name.startsWith("reports-trace"_L1) ||
         scene.name.startsWith("reports-requests"_L1) || scene.name == "entries-turn"_L1 ||
         scene.name == "entries-sent-away"_L1); // the details
    const bool lowSettings = screen.height() < 768 && scene.name.startsWith("settings"_L1);
    const QStringList found{u"settings-search"_s, u"palette"_s}; // as much as there is
    const bool mayScroll = lowSettings || longForm || found.contains(scene.name);
    for (const QAbstractScrollArea *area : window.findChildren<QScrollArea *>()) {
        const bool scrolls = area->verticalScrollBar()->maximum() > 0 && !mayScroll;
        if (area->isVisible() && (scrolls || area->horizontalScrollBar()->maximum() > 0))
            faults.append(u"%1: %2 scrolls"_s.arg(scene.name, area->objectName()));
    }
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (!isInSight(window, button) || button->text().isEmpty() ||
            button->inherits("checkpoint::DeviceChip"))
            continue;
        const QSize wanted = button->minimumSizeHint(); // its words; the key beside them may go
        if (button->width() + 1 < wanted.width() || button->height() < leastHeight)
            faults.append(u"%1: “%2” is cut: %3 x %4 of %5 x %6"_s.arg(scene.name, button->text())
                              .arg(button->width())
                              .arg(button->height())
                              .arg(wanted.width())
                              .arg(wanted.height()));
    }
    return faults;
}

} // namespace

/// Whether people can read what is shown: measured in pictures of every view in every state.
class TestReadability : public QObject
{
    Q_OBJECT

private slots:
    void everyTextHasContrastAndEveryDeskScreenHoldsTheWindow_data();
    void everyTextHasContrastAndEveryDeskScreenHoldsTheWindow();
    void aSmallScreenHoldsTheWindow();
    void aDeskScreenHoldsTheSettingsInBothLanguages();
};

void TestReadability::everyTextHasContrastAndEveryDeskScreenHoldsTheWindow_data()
{
    QTest::addColumn<ThemeKind>("theme");
    QTest::addColumn<double>("least"); // WCAG 2: 4.5 is AA, 7 is AAA
    QTest::newRow("light") << ThemeKind::Light << 4.5;
    QTest::newRow("dark") << ThemeKind::Dark << 4.5;
    QTest::newRow("contrast") << ThemeKind::Contrast << 7.0;
}

void TestReadability::everyTextHasContrastAndEveryDeskScreenHoldsTheWindow()
{
    QFETCH(ThemeKind, theme);
    QFETCH(double, least);
    DeskPreferences preferences = morningPreferences();
    preferences.theme = theme;
    int measured = 0;
    QStringList faults;
    int shown = 0;
    for (const Scene &scene : scenes()) {
        // The scenes share their parts: each half of them shows every pair of colours.
        if (theme != ThemeKind::Light && (++shown % 2 == 0) == (theme == ThemeKind::Dark))
            continue;
        const auto window = makeWindow(preferences, deskScreen);
        show(scene, *window);
        faults += crowdedOn(deskScreen, scene, *window);
        const QImage picture = window->grab().toImage();
        const QList<PaintedText> texts = textsOf(*window);
        for (const PaintedText &text : texts) {
            const QRect place = text.place & window->rect();
            if (place.isEmpty())
                continue;
            const double contrast = paintedContrast(picture.copy(place));
            if (contrast < least)
                faults.append(u"%1: “%2” %3"_s.arg(scene.name, text.text).arg(contrast, 0, 'f', 2));
            ++measured;
        }
    }
    for (const QString &fault : std::as_const(faults))
        qWarning().noquote() << fault;
    QVERIFY(faults.isEmpty());
    QVERIFY2(measured > 500, qPrintable(QString::number(measured)));
}

/// The window is no larger than the screen, nothing in it lies outside or is cut, and what is needed at the
/// desk is there without scrolling. (On the screens of desks it is asked together with the contrast.)
void TestReadability::aSmallScreenHoldsTheWindow()
{
    // 1366 x 768 at 150 %. 1920 x 1080 at 200 % gives 960 x 540: what this one holds, that one holds.
    constexpr QSize screen(910, 512);
    QStringList faults;
    for (const Scene &scene : scenes()) {
        const auto window = makeWindow(morningPreferences(), screen);
        show(scene, *window);
        faults += crowdedOn(screen, scene, *window);
    }
    for (const QString &fault : std::as_const(faults))
        qWarning().noquote() << fault;
    QVERIFY(faults.isEmpty());
}

/// Where most stands below each other, the length of the words counts.
void TestReadability::aDeskScreenHoldsTheSettingsInBothLanguages()
{
    DeskPreferences preferences = morningPreferences();
    QStringList faults;
    for (const QString &language : {u"vi"_s, u"en"_s}) {
        preferences.language = language;
        for (const Scene &scene : scenesToLookAt()) {
            if (!scene.name.startsWith("settings"_L1))
                continue;
            const auto window = makeWindow(preferences, deskScreen);
            show(scene, *window);
            for (const QString &fault : crowdedOn(deskScreen, scene, *window))
                faults.append(language + u' ' + fault);
        }
    }
    for (const QString &fault : std::as_const(faults))
        qWarning().noquote() << fault;
    QVERIFY(faults.isEmpty());
}

QTEST_MAIN(TestReadability)
#include "tst_readability.moc"
