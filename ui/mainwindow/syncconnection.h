#pragma once

#include "core/base/worker.h"
#include "core/desk/scanoutcome.h"
#include "core/store/venueregister.h"
#include "core/sync/declarations.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/syncview/connectpanel.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace checkpoint {

class MainWindow;
class SyncView;

/// The wires between sending and the window: the light, the view, connecting and disconnecting, what is put
/// right, a wrong clock, and what platforms say of visitors' declarations. GUI thread; owned by the main
/// window, its child. Only where the parts have an engine.
class SyncConnection : public QObject
{
    Q_OBJECT

public:
    SyncConnection(const DeskParts &parts, MainWindow *window);

    /// The records are open.
    void start();

private:
    void connectView();
    void connectRows();
    void fetchTargets();
    void takeTargets(const QList<TargetRecord> &targets);
    void takeVenue(const VenueRecord &record);
    void registerVenue();
    void enrol(const ConnectWish &wish);
    void enrolWith(const ConnectWish &wish, const QByteArray &authority);
    void correct(const QString &target, const QUuid &entry, const VisitorCorrection &correction);
    void askDeclaration(const ScanOutcome &outcome);

    const DeskParts m_parts;
    MainWindow *const m_window;
    SyncView *const m_view;
    Declarations m_declarations;
    QList<TargetRecord> m_targets;
    std::unique_ptr<Worker> m_files; ///< reads certificates
    QTimer m_soon;                   ///< several changes in a row are fetched once
    bool m_hasVenue = false;
    bool m_again = false; ///< something changed while targets were fetched
    bool m_fetching = false;
    bool m_stopped = false; ///< somebody stopped the enrolment
};

} // namespace checkpoint
