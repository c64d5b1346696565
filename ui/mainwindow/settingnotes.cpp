#include "ui/mainwindow/settingnotes.h"

#include "core/base/logging.h"
#include "core/settings/settings.h"

#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto noteAfter = 1500ms;

bool isSetting(const QString &name)
{
    for (const Setting each : {Setting::WindowGeometry, Setting::RefusedShown, Setting::ReportChoices,
                               Setting::ScannerProfiles, Setting::DeviceDays, Setting::SheetReminder}) {
        if (Settings::name(each) == name)
            return false;
    }
    return true;
}

} // namespace

SettingNotes::SettingNotes(EntryStore *store, QObject *parent) : QObject(parent), m_ledger(store)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(noteAfter);
    connect(&m_soon, &QTimer::timeout, this, &SettingNotes::writeNow);
}

void SettingNotes::note(const QStringList &names)
{
    for (const QString &name : names) {
        if (isSetting(name) && !m_names.contains(name))
            m_names << name;
    }
    if (!m_names.isEmpty())
        m_soon.start();
}

void SettingNotes::writeNow()
{
    m_soon.stop();
    if (m_names.isEmpty())
        return;
    const QString detail = u"of this desk: "_s + std::exchange(m_names, {}).join(u", "_s);
    m_ledger.note(LedgerNote::Setting, detail).then(this, [](const Result<void> &noted) {
        if (!noted)
            qCWarning(lcApp, "A change of settings is not in the ledger: %s",
                      qPrintable(noted.error().detail));
    });
}

} // namespace checkpoint
