#include "ui/mainwindow/windowfunctions.h"

#include "ui/common/actionbutton.h"
#include "ui/common/language.h"
#include "ui/entriesview/entriesview.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/viewfunctions.h"
#include "ui/paperday/paperdaypage.h"
#include "ui/passview/paperview.h"
#include "ui/reportsview/reportsview.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/settingsview.h"
#include "ui/syncview/syncview.h"

#include <QCoreApplication>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WindowFunctions
{
    Q_DECLARE_TR_FUNCTIONS(WindowFunctions)
};

/// Keys that only count in a view, as the view tells them.
QList<Function> asFunctions(const QString &place, const QList<KeyHint> &hints)
{
    QList<Function> functions;
    for (const KeyHint &hint : hints)
        functions << Function{place + u'.' + hint.key, hint.what, hint.key, {}};
    return functions;
}

/// What the buttons that are seen do.
QList<Function> visibleButtons(const QWidget &view)
{
    QList<Function> functions;
    for (ActionButton *button : view.findChildren<ActionButton *>())
        if (button->isVisible() && !button->isCheckable() && !button->text().isEmpty() &&
            button->objectName() != "placeButton"_L1 && // its words are the place, not what it does
            !button->property(ActionButton::hasFunction).toBool())
            functions << Function{u"button."_s + button->objectName(),
                                  button->accessibleName().isEmpty() ? button->text()
                                                                     : button->accessibleName(),
                                  button->keyHint(), [button] { button->click(); }, button->isEnabled()};
    return functions;
}

/// What people call a view besides its name.
QString otherNames(View view)
{
    switch (view) {
    case View::Scan:
        return WindowFunctions::tr("first page start camera scanner");
    case View::Entries:
        return WindowFunctions::tr("list of entries history log search who came today");
    case View::Inside:
        return WindowFunctions::tr("list of people inside who is still here");
    case View::Reports:
        return WindowFunctions::tr("figures statistics charts files");
    case View::Posters:
        return WindowFunctions::tr("print QR code passes");
    case View::Sync:
        return WindowFunctions::tr("platform send connect");
    case View::Settings:
        return WindowFunctions::tr("options set up");
    }
    Q_UNREACHABLE();
}

QList<Function> viewFunctions(MainWindow &window)
{
    QList<Function> functions;
    for (const auto &[view, key] : viewKeys) {
        Function function{u"view."_s + viewId(view), viewName(view), key,
                          [&window, shown = view] { window.showView(shown); }};
        function.alsoFoundBy = otherNames(view);
        functions << function;
    }
    return functions;
}

QList<Function> windowFunctions(MainWindow &window, const ChangePreferences &change)
{
    const DeskPreferences &now = window.preferences();
    const WindowMode mode = window.windowMode();
    const bool kiosk = mode == WindowMode::Kiosk;
    QList<Function> functions{
        {u"help"_s, WindowFunctions::tr("Help"), u"F1"_s, [&window] { window.showHelp(true); }},
        {u"palette"_s, WindowFunctions::tr("Find a function by its name"), u"Ctrl+K"_s, {}},
        {u"fullscreen"_s,
         mode == WindowMode::Normal ? WindowFunctions::tr("Full screen")
                                    : WindowFunctions::tr("Leave the full screen"),
         u"F11"_s, [&window] { window.toggleFullScreen(); }, !kiosk},
        {u"paste"_s, WindowFunctions::tr("Read a photo that was copied"), u"Ctrl+V"_s,
         [&window] { window.paste(); }},
        {u"pass"_s, WindowFunctions::tr("Issue a pass for the chosen or the last visitor"), u"Ctrl+Shift+P"_s,
         [&window] { window.beginPass(); }, true, WindowFunctions::tr("print label phone lost")},
        {u"visitors"_s,
         now.visitorWindow ? WindowFunctions::tr("Close the window for visitors")
                           : WindowFunctions::tr("Window for visitors on the second monitor"),
         {},
         [change, shown = !now.visitorWindow] {
             change([shown](DeskPreferences &each) { each.visitorWindow = shown; });
         }},
        {u"signin"_s, WindowFunctions::tr("Sign in, or change the operator"), u"F8"_s,
         [&window] { window.beginSignIn(); }, window.hasOperators(),
         WindowFunctions::tr("switch user PIN login")},
        {u"lock"_s, WindowFunctions::tr("Lock the desk"), u"Ctrl+L"_s,
         [&window] { emit window.lockWanted(); }, window.hasOperators() && !window.isLocked(),
         WindowFunctions::tr("sign out hide data")},
        {u"close"_s, WindowFunctions::tr("Close the help or a message"), u"Esc"_s, {}},
    };
    if (kiosk)
        functions << Function{u"kiosk.leave"_s, WindowFunctions::tr("Leave the kiosk"), u"Ctrl+Shift+F11"_s,
                              [&window] { window.beginLeavingKiosk(); }};
    return functions;
}

/// What comes after a power cut: wanted rarely, and then at once.
QList<Function> powerCutFunctions(MainWindow &window)
{
    const auto open = [&window](ReportsView::Page page) {
        return [&window, page] {
            window.showView(View::Reports);
            window.reportsView()->open(page);
        };
    };
    const QString also = WindowFunctions::tr("power cut late entries without computer");
    return {{u"paper.type"_s,
             WindowFunctions::tr("Type in what was written on paper"),
             {},
             open(ReportsView::PaperDay),
             true,
             also},
            {u"paper.form"_s,
             WindowFunctions::tr("Print the paper form for a power cut"),
             {},
             [&window, open] {
                 open(ReportsView::PaperDay)();
                 emit window.reportsView()->paperDay()->formWanted();
             },
             true,
             also},
            {u"paper.photos"_s,
             WindowFunctions::tr("Read a folder of photos of codes"),
             {},
             open(ReportsView::Photos),
             true,
             also}};
}

/// What people may ask for by law.
QList<Function> personFunctions(MainWindow &window)
{
    return {{u"person.requests"_s,
             WindowFunctions::tr("What is held on a person, and what they ask for"),
             {},
             [&window] {
                 window.showView(View::Reports);
                 window.reportsView()->open(ReportsView::PersonData);
             },
             true,
             WindowFunctions::tr("personal data request correct erase delete withdraw consent privacy law")}};
}

QList<Function> choices(MainWindow &window, const ChangePreferences &change)
{
    const DeskPreferences &now = window.preferences();
    const auto set = [change](auto DeskPreferences::*field, auto value) {
        return [change, field, value] { change([=](DeskPreferences &each) { each.*field = value; }); };
    };
    const QString also = WindowFunctions::tr("colours theme appearance");
    QList<Function> functions{
        {u"theme.light"_s,
         WindowFunctions::tr("Light colours"),
         {},
         set(&DeskPreferences::theme, ThemeKind::Light),
         now.theme != ThemeKind::Light,
         also},
        {u"theme.dark"_s,
         WindowFunctions::tr("Dark colours"),
         {},
         set(&DeskPreferences::theme, ThemeKind::Dark),
         now.theme != ThemeKind::Dark,
         also},
        {u"theme.contrast"_s,
         WindowFunctions::tr("High contrast"),
         {},
         set(&DeskPreferences::theme, ThemeKind::Contrast),
         now.theme != ThemeKind::Contrast,
         also},
        {u"mute"_s,
         now.muted ? WindowFunctions::tr("Sounds on") : WindowFunctions::tr("Sounds off"),
         {},
         set(&DeskPreferences::muted, !now.muted),
         true,
         WindowFunctions::tr("mute silent volume")},
    };
    for (const int size : textSizes)
        functions << Function{u"text.%1"_s.arg(size),
                              WindowFunctions::tr("Text at %1 %").arg(size),
                              {},
                              set(&DeskPreferences::textSize, size),
                              now.textSize != size,
                              WindowFunctions::tr("size letters large small")};
    for (const QString &language : {u"vi"_s, u"en"_s})
        functions << Function{u"language."_s + language,
                              Language::ownName(language),
                              {},
                              set(&DeskPreferences::language, language),
                              now.language != language,
                              WindowFunctions::tr("language")};
    return functions;
}

} // namespace

void addWindowFunctions(FunctionList &list, MainWindow &window, const ChangePreferences &change)
{
    list.add({}, [&window] { return viewFunctions(window); });
    list.add(viewId(View::Scan), [&window] { return asFunctions(u"scan"_s, window.scanView()->keyHints()); });
    list.add(viewId(View::Entries),
             [&window] { return asFunctions(u"entries"_s, window.entriesView()->keyHints()); });
    list.add(viewId(View::Inside),
             [&window] { return asFunctions(u"inside"_s, window.insideView()->keyHints()); });
    list.add(viewId(View::Reports),
             [&window] { return asFunctions(u"reports"_s, window.reportsView()->keyHints()); });
    list.add(viewId(View::Posters),
             [&window] { return asFunctions(u"posters"_s, window.paperView()->keyHints()); });
    list.add(viewId(View::Sync), [&window] { return asFunctions(u"sync"_s, window.syncView()->keyHints()); });
    list.add(viewId(View::Settings),
             [&window] { return asFunctions(u"settings"_s, window.settingsView()->keyHints()); });
    list.add(u"views"_s, [&window] { return functionsOfViews(window); });
    list.add(u"buttons"_s, [&window] { return visibleButtons(window); });
    list.add({}, [&window, change] { return windowFunctions(window, change); });
    list.add({}, [&window] { return powerCutFunctions(window); });
    list.add({}, [&window] { return personFunctions(window); });
    list.add({}, [&window, change] { return choices(window, change); });
    list.add(u"rows"_s, [&window] {
        QList<Function> functions = window.settingsView()->functions();
        for (Function &function : functions) {
            function.place = placeWords(View::Settings);
            function.run = [&window, run = function.run] {
                window.showView(View::Settings);
                run();
            };
        }
        return functions;
    });
}

} // namespace checkpoint
