#include "ui/mainwindow/settingsconnection.h"

#include "core/base/wholefile.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/expectedcsv.h"
#include "core/desk/venueoffice.h"
#include "ui/common/errortext.h"
#include "ui/common/wording.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settingsview/attentionpanel.h"
#include "ui/settingsview/expectedfiletext.h"
#include "ui/settingsview/expectedpanel.h"
#include "ui/settingsview/settingsview.h"
#include "ui/settingsview/staffpanel.h"

#include <QFile>
#include <QFileInfo>

#include <optional>

namespace checkpoint {

SettingsConnection::SettingsConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window)
    , m_parts(parts)
    , m_lists(parts.store)
    , m_entries(parts.store)
    , m_window(window)
    , m_view(window->settingsView())
{
    connect(m_parts.office, &VenueOffice::loaded, this, &SettingsConnection::takeVenue);
    const auto said = [window](const Result<void> &kept) {
        if (!kept && kept.error().code != ErrorCode::WrongUse) // typing is judged where it is typed
            window->showTrouble({}, kept.error());
    };
    connect(m_view, &SettingsView::venueChanged, this, [this, said](const Venue &venue) {
        // A venue without a name is not kept yet; it is as soon as it has one.
        if (!venue.name.isEmpty())
            m_parts.office->keepVenue(venue).then(this, said);
    });
    connect(m_view, &SettingsView::rulesChanged, this, [this, said](const VenueRules &rules) {
        m_parts.office->venueRegister()->saveRules(rules, m_parts.clock->now()).then(this, said);
    });
    connectAttention();
    connectExpected();
    connectStaff();
    connect(window, &MainWindow::lockedChanged, this, [this](bool locked) {
        if (!locked)
            start();
    });
}

void SettingsConnection::start()
{
    if (m_window->isLocked())
        return;
    fetchAttention();
    fetchExpected();
    if (m_view->staffPanel()->isVisible())
        m_view->staffPanel()->search();
}

void SettingsConnection::takeVenue(const VenueRecord &record)
{
    if (record.venue)
        m_view->setVenue(*record.venue);
    m_view->setRules(record.rules);
}

void SettingsConnection::connectAttention()
{
    AttentionPanel *panel = m_view->attentionPanel();
    connect(m_view, &SettingsView::opened, this, &SettingsConnection::fetchAttention);
    connect(m_view, &SettingsView::attentionOpened, this, &SettingsConnection::fetchAttention);
    connect(panel, &AttentionPanel::addRequested, this, [this, panel](const AttentionNote &note) {
        m_lists.addAttention(note).then(this, [this, panel](const Result<AttentionNote> &added) {
            if (!added)
                return panel->showFailure(errorText(added.error().code).happened);
            panel->showAdded(*added);
            fetchAttention();
            sayWhetherInside(*added);
        });
    });
    connect(panel, &AttentionPanel::withdrawRequested, this,
            [this, panel](const QUuid &id, const QString &name) {
                m_lists.withdrawAttention(id, m_parts.clock->now())
                    .then(this, [this, panel, name](const Result<void> &withdrawn) {
                        if (!withdrawn)
                            return panel->showFailure(errorText(withdrawn.error().code).happened);
                        panel->showWithdrawn(name);
                        fetchAttention();
                    });
            });
    connect(panel, &AttentionPanel::scanWanted, this,
            [this](bool wanted) { m_parts.desk->setLookingUp(wanted); });
    connect(m_parts.desk, &CheckpointDesk::lookedUp, panel, &AttentionPanel::takeScanned);
}

/// Whoever is noted may be in the house already, and passes no door for a while.
void SettingsConnection::sayWhetherInside(const AttentionNote &note)
{
    const Moment now = m_parts.clock->now();
    m_parts.store->match(personQuery(note.who, now, note.visitorId))
        .then(this, [this, now, name = personName(note.who)](const Result<PersonMatch> &match) {
            if (match && match->openVisitEntry && !m_window->isLocked())
                m_view->attentionPanel()->showInside(
                    name, pastText(match->openVisitEntry->at, now.toDateTime().date()));
        });
}

void SettingsConnection::connectExpected()
{
    ExpectedPanel *panel = m_view->expectedPanel();
    connect(m_view, &SettingsView::expectedOpened, this, &SettingsConnection::fetchExpected);
    connect(panel, &ExpectedPanel::dayChanged, this, &SettingsConnection::fetchExpected);
    connect(panel, &ExpectedPanel::fileChosen, this, &SettingsConnection::readFile);
    connect(panel, &ExpectedPanel::tablePasted, this, [this, panel](const QString &text) {
        m_files.run([text, day = panel->day()] { return readExpectedCsv(text.toUtf8(), day, u'\t'); })
            .then(this, [this, panel](const ExpectedCsv &csv) {
                if (!m_window->isLocked())
                    panel->showFile(expectedFile(tr("Pasted rows"), csv));
            });
    });
    connect(panel, &ExpectedPanel::sampleWanted, this, [this, panel](const QString &path) {
        const QByteArray sample = expectedSample(m_parts.clock->now().toDateTime().date().addDays(1));
        m_files.run([path, sample] { return writePrivateFile(path, sample); })
            .then(this, [panel, path](const Result<void> &written) {
                if (!written)
                    panel->showFailure(errorText(written.error().code).happened);
                else
                    panel->showSaved(QFileInfo(path).fileName());
            });
    });
    connect(panel, &ExpectedPanel::addRequested, this, [this, panel](const QList<ExpectedVisitor> &visitors) {
        m_lists.addExpected(visitors).then(this, [this, panel](const Result<int> &added) {
            if (!added) {
                panel->showFailure(errorText(added.error().code).happened);
                return;
            }
            panel->showAdded(*added);
            fetchExpected();
        });
    });
    connect(panel, &ExpectedPanel::removeRequested, this, [this, panel](const QUuid &id) {
        m_lists.removeExpected(id).then(this, [this, panel](const Result<void> &removed) {
            if (!removed)
                panel->showFailure(errorText(removed.error().code).happened);
            else
                fetchExpected();
        });
    });
}

void SettingsConnection::connectStaff()
{
    StaffPanel *panel = m_view->staffPanel();
    connect(panel, &StaffPanel::wanted, this, [this, panel](const QString &typed) {
        const auto found = typed.isEmpty() ? m_entries.staff(StaffPanel::mostListed)
                                           : m_entries.findVisitors(typed, StaffPanel::mostListed);
        found.then(this, [this, panel, typed](const Result<QList<VisitorHit>> &hits) {
            if (hits && !m_window->isLocked())
                panel->setHits(typed, *hits);
        });
    });
    connect(panel, &StaffPanel::markRequested, this, [this, panel](const QUuid &visitorId, bool staff) {
        m_parts.store->setStaff(visitorId, staff).then(this, [panel](const Result<void> &marked) {
            if (!marked)
                panel->showFailure(errorText(marked.error().code).happened);
            else
                panel->search();
        });
    });
}

void SettingsConnection::fetchAttention()
{
    if (m_window->isLocked())
        return;
    m_lists.attention(m_parts.clock->now().utcMs)
        .then(this, [this](const Result<QList<AttentionNote>> &notes) {
            if (!notes || m_window->isLocked())
                return;
            m_view->attentionPanel()->setNotes(*notes);
            m_attention = int(notes->size());
            tellCounts();
        });
}

void SettingsConnection::fetchExpected()
{
    ExpectedPanel *panel = m_view->expectedPanel();
    const QDate day = panel->day();
    m_lists.expected(day).then(this, [this, panel, day](const Result<QList<ExpectedVisitor>> &visitors) {
        if (!visitors || m_window->isLocked())
            return;
        if (day == panel->day())
            panel->setVisitors(*visitors);
        if (day == m_parts.clock->now().toDateTime().date()) {
            m_expectedToday = int(visitors->size());
            tellCounts();
        }
    });
}

void SettingsConnection::readFile(const QString &path)
{
    ExpectedPanel *panel = m_view->expectedPanel();
    m_files
        .run([path, day = panel->day()]() -> std::optional<ExpectedCsv> {
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                return std::nullopt;
            // One byte more than is taken, so that a file that is too large is known as such.
            return readExpectedCsv(file.read(largestExpectedBytes + 1), day);
        })
        .then(this, [this, panel, path](const std::optional<ExpectedCsv> &csv) {
            if (m_window->isLocked())
                return;
            if (csv)
                panel->showFile(expectedFile(QFileInfo(path).fileName(), *csv));
            else
                panel->showFailure(fileNotOpenedText());
        });
}

void SettingsConnection::tellCounts()
{
    m_view->setListCounts(m_attention, m_expectedToday);
}

} // namespace checkpoint
