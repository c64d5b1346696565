#include "ui/settingsview/settingsview.h"

// What can be found of the settings from elsewhere, their keys, and the ways to chapters and pages; the view
// itself is in settingsview.cpp.

#include "ui/common/actionbutton.h"
#include "ui/settingsview/askingsettings.h"
#include "ui/settingsview/attentionpanel.h"
#include "ui/settingsview/connectionsettings.h"
#include "ui/settingsview/devicessettings.h"
#include "ui/settingsview/expectedpanel.h"
#include "ui/settingsview/rulessettings.h"
#include "ui/settingsview/sectionlist.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingssection.h"
#include "ui/settingsview/staffpanel.h"
#include "ui/settingsview/venuecodepanel.h"
#include "ui/settingsview/venuesettings.h"

#include <QLineEdit>
#include <QScrollArea>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QList<KeyHint> SettingsView::keyHints() const
{
    return {
        {u"Ctrl+F"_s, tr("Search the settings")},
        {u"Tab"_s, tr("The next control")},
        {u"↑ ↓"_s, tr("The next chapter, where the list has the focus")},
        {u"← →"_s, tr("Change a choice or the volume")},
        {u"Space"_s, tr("Turn a switch on or off, press a button")},
        {u"Esc"_s, tr("Back from a page of its own")},
    };
}

QList<Function> SettingsView::functions()
{
    QList<Function> functions{
        {u"settings.search"_s, tr("Search the settings"), {}, [this] { beginSearch(); }},
        {u"settings.attention"_s,
         tr("Attention list"),
         {},
         [this] { showAttention(); },
         true,
         tr("ban do not let in warning watch black list")},
        {u"settings.expected"_s, tr("Expected visitors"), {}, [this] { showExpected(); }},
        {u"settings.staff"_s,
         tr("Staff"),
         {},
         [this] { showStaff(); },
         true,
         tr("employees colleagues mark who belongs to the venue")},
        {u"settings.venuecode"_s,
         tr("Code and file of the venue"),
         {},
         [this] { showVenueCode(); },
         true,
         tr("adopt import export passphrase another desk")},
        {u"settings.selftest"_s, tr("Scanner self-test"), {}, [this] { emit selfTestRequested(); }},
        {u"settings.diagnostics"_s, tr("Reader diagnostics"), {}, [this] { emit diagnosticsRequested(); }},
    };
    for (SettingsSection *section : m_sections) {
        const QString id = u"settings."_s + section->objectName();
        functions << Function{
            id, tr("Settings: %1").arg(section->title()), {}, [this, section] { goTo(section, nullptr); }};
        for (const SettingRow *row : section->allRows())
            if (QWidget *control = row->focusControl();
                control && !control->property(ActionButton::hasFunction).toBool())
                functions << Function{id + u'.' + row->label(),
                                      section->title() + u": "_s + row->label(),
                                      {},
                                      [this, section, control] { goTo(section, control); },
                                      true,
                                      row->alsoFoundBy(),
                                      {},
                                      qobject_cast<ActionButton *>(control) ? QString()
                                                                            : section->whoMayChange()};
    }
    return functions;
}

void SettingsView::showDevice(const QString &deviceId)
{
    goTo(m_devices, m_devices->controlOf(deviceId));
}

void SettingsView::showConnections()
{
    goTo(m_connections, m_connections->allRows().front()->focusControl());
}

void SettingsView::goTo(SettingsSection *section, QWidget *control)
{
    showSection(section->objectName());
    if (!control) {
        m_list->button(m_list->index())->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_scroll->ensureWidgetVisible(control);
    control->setFocus(Qt::TabFocusReason);
}

void SettingsView::showAttention()
{
    showPage(m_attention);
    emit attentionOpened();
}

void SettingsView::showAttentionOf(const QUuid &visitorId, const VisitorData &visitor)
{
    showAttention();
    m_attention->beginFor(visitorId, visitor);
    setWayBack(WayBack::Entries);
}

void SettingsView::setWayBack(WayBack to)
{
    m_wayBack = to;
    nameWayBack();
}

void SettingsView::nameWayBack()
{
    const QString labels[] = {tr("Settings"), tr("Entries"), tr("Inside")};
    const QString names[] = {tr("Back to the settings"), tr("Back to the entries"),
                             tr("Back to who is inside")};
    m_back->setLabel(labels[size_t(m_wayBack)]);
    m_back->setAccessibleName(names[size_t(m_wayBack)]);
}

void SettingsView::goBack()
{
    const WayBack to = m_wayBack;
    closePage();
    if (to == WayBack::Entries)
        emit entriesWanted();
    else if (to == WayBack::Inside)
        emit insideWanted();
}

void SettingsView::showExpected()
{
    showPage(m_expected);
    emit expectedOpened();
}

void SettingsView::showExpectedOfInside()
{
    showExpected();
    setWayBack(WayBack::Inside);
}

void SettingsView::showStaff()
{
    showPage(m_staff);
    m_staff->search();
}

void SettingsView::showVenueCode()
{
    showPage(m_venueCode);
}

void SettingsView::editLocation()
{
    showSection(m_venue->objectName());
    m_venue->editLocation();
}

void SettingsView::beginSearch()
{
    closePage();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

/// The venue and its rules are written in several chapters: each goes on from what another one changed.
void SettingsView::connectVenueAndRules()
{
    connect(m_venue, &VenueSettings::venueChanged, m_rules, &RulesSettings::setVenue);
    connect(m_rules, &RulesSettings::venueChanged, m_venue, &VenueSettings::setVenue);
    connect(m_rules, &RulesSettings::rulesChanged, m_asking, &AskingSettings::setRules);
    connect(m_asking, &AskingSettings::rulesChanged, m_rules, &RulesSettings::setRules);
    connect(m_venue, &VenueSettings::venueChanged, this, &SettingsView::venueChanged);
    connect(m_rules, &RulesSettings::venueChanged, this, &SettingsView::venueChanged);
    connect(m_rules, &RulesSettings::rulesChanged, this, &SettingsView::rulesChanged);
    connect(m_asking, &AskingSettings::rulesChanged, this, &SettingsView::rulesChanged);
}

} // namespace checkpoint
