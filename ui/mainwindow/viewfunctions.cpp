#include "ui/mainwindow/viewfunctions.h"

#include "ui/common/actionbutton.h"
#include "ui/entriesview/detailspanel.h"
#include "ui/entriesview/entriesview.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/viewfunctiontable.h"
#include "ui/passview/paperview.h"
#include "ui/reportsview/reportsview.h"
#include "ui/settingsview/settingsview.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ViewFunctions
{
    Q_DECLARE_TR_FUNCTIONS(ViewFunctions)
};

void openPage(MainWindow &window, Place place)
{
    switch (place) {
    case Place::Pictures:
        return window.reportsView()->open(ReportsView::Pictures);
    case Place::Files:
        return window.reportsView()->open(ReportsView::Files);
    case Place::Trace:
        return window.reportsView()->open(ReportsView::Trace);
    case Place::Persons:
        return window.reportsView()->open(ReportsView::PersonData);
    case Place::ManyVenues:
        return window.reportsView()->open(ReportsView::Rollup);
    case Place::PaperDay:
        return window.reportsView()->open(ReportsView::PaperDay);
    case Place::Posters:
        return window.paperView()->showPosters();
    case Place::Passes:
        return window.paperView()->showPasses();
    case Place::Attention:
        return window.settingsView()->showAttention();
    case Place::Expected:
        return window.settingsView()->showExpected();
    case Place::Staff:
        return window.settingsView()->showStaff();
    case Place::VenueCode:
        return window.settingsView()->showVenueCode();
    case Place::Operators:
        return window.settingsView()->showSection(u"operatorSettings"_s);
    case Place::Scan:
    case Place::Entries:
    case Place::Details:
    case Place::Inside:
    case Place::Sync:
        return;
    }
}

/// Goes to where a function is done and does it, as soon as what it is done with is there. It waits only for
/// what it has opened itself: whatever comes afterwards, a visitor or a line that is chosen, is not what was
/// meant. Deletes itself.
class Errand : public QObject
{
public:
    Errand(MainWindow &window, const ViewFunction &function)
        : QObject(&window), m_window(window), m_function(function)
    {
        m_again.setInterval(100);
        connect(&m_again, &QTimer::timeout, this, &Errand::tryToDo);
    }

    void begin()
    {
        const QWidget *control = m_window.findChild<QWidget *>(QString(m_function.control));
        const bool wasThere = m_window.view() == viewOf(m_function.place) &&
                              (m_function.place == Place::Details || (control && control->isVisible()));
        if (!wasThere) {
            m_window.showView(viewOf(m_function.place));
            if (m_window.isLocked()) {
                m_window.beginSignIn();
                return deleteLater();
            }
            openPage(m_window, m_function.place);
        }
        const auto *button = qobject_cast<const ActionButton *>(control);
        if (button && !button->whoMay().isEmpty())
            return giveUp(button->whoMay());
        // Which line is chosen is for whoever looks at the list to say.
        if (m_function.needs == Needs::Line && !wasThere)
            return giveUp(ViewFunctions::tr("Choose a line of the list first."));
        m_triesLeft = wasThere || m_function.place == Place::Scan ? 0 : mostTries;
        m_again.start();
        tryToDo();
    }

private:
    void tryToDo()
    {
        auto *control = m_window.findChild<QWidget *>(QString(m_function.control));
        if (!control || m_window.view() != viewOf(m_function.place))
            return deleteLater();
        auto *button = qobject_cast<ActionButton *>(control);
        if (m_function.needs == Needs::Words || !button)
            return goTo(*control);
        if (m_function.place == Place::Details && (openDetails() || awaitsDetails()))
            return;
        const bool seen = button->isVisible() || (m_function.place == Place::Details && detailsShown());
        if (seen && button->isEnabled()) {
            if (button->isVisible())
                button->setFocus(Qt::OtherFocusReason);
            m_again.stop();
            deleteLater();
            return button->click();
        }
        if (m_triesLeft-- <= 0)
            giveUp(whyOff(*button));
    }

    bool detailsShown() const { return m_window.findChild<DetailsPanel *>()->isVisible(); }

    /// True when they are now.
    bool openDetails()
    {
        auto *open = m_window.findChild<ActionButton *>(u"detailsButton"_s);
        if (detailsShown() || !open->isEnabled())
            return false;
        open->click();
        m_subject = m_window.findChild<DetailsPanel *>()->expected();
        return true;
    }

    /// Those of the entry that was chosen are on their way. Of another one nothing is done.
    bool awaitsDetails()
    {
        const auto *details = m_window.findChild<DetailsPanel *>();
        if (!detailsShown())
            return false;
        if (m_subject.isNull())
            m_subject = details->expected();
        if (details->expected() != m_subject) {
            m_again.stop();
            deleteLater();
            return true;
        }
        return !details->isAsExpected() && ++m_waits <= mostTries;
    }

    /// A button that is pressed when something was typed: there the typing begins.
    void goTo(QWidget &control)
    {
        QWidget *field = &control;
        if (qobject_cast<ActionButton *>(field)) {
            const auto fields = control.parentWidget()->findChildren<QLineEdit *>();
            const auto first =
                std::ranges::find_if(fields, [](const QLineEdit *each) { return each->isVisible(); });
            field = first == fields.end() ? nullptr : *first;
        }
        if (field && field->isVisible())
            field->setFocus(Qt::ShortcutFocusReason);
        m_again.stop();
        deleteLater();
    }

    void giveUp(const QString &why)
    {
        m_window.tellWhyNot(ViewFunctions::tr(m_function.text), why);
        m_again.stop();
        deleteLater();
    }

    static constexpr int mostTries = 20;

    MainWindow &m_window;
    const ViewFunction m_function;
    QTimer m_again;
    QUuid m_subject; ///< of whom the details are
    int m_triesLeft = 0;
    int m_waits = 0; ///< for the details
};

} // namespace

QString whyOff(const ActionButton &button)
{
    if (const QString known = button.whyOff(); !known.isEmpty())
        return known;
    for (const ViewFunction &function : viewFunctionTable())
        if (function.control == button.objectName() && function.needs == Needs::Line)
            return ViewFunctions::tr("Choose a line in the list that this applies to.");
    return ViewFunctions::tr("There is nothing to do this with at the moment.");
}

QString placeWords(View view)
{
    const auto *key = std::ranges::find(viewKeys, view, &std::pair<View, QLatin1StringView>::first);
    return viewName(view) + u' ' + key->second;
}

QList<Function> functionsOfViews(MainWindow &window)
{
    QList<Function> functions;
    for (const ViewFunction &each : viewFunctionTable()) {
        const auto *button = window.findChild<ActionButton *>(QString(each.control));
        QString whyNot = button ? button->whoMay() : QString();
        if (button && button->isVisible() && !button->isEnabled())
            whyNot = whyOff(*button);
        functions << Function{u"button."_s + each.control,
                              ViewFunctions::tr(each.text),
                              button ? button->keyHint() : QString(),
                              [&window, each] { (new Errand(window, each))->begin(); },
                              true,
                              ViewFunctions::tr(each.also),
                              placeWords(viewOf(each.place)),
                              whyNot};
    }
    return functions;
}

} // namespace checkpoint
