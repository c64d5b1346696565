#pragma once

#include "core/reports/summary/summary.h"
#include "ui/mainwindow/reportdelivery.h"
#include "ui/reportsview/rolluppage.h"

#include <functional>

namespace checkpoint {

/// The wires between the page that adds many venues' reports up and those who do it. Needs no record. GUI
/// thread; child of the connection of the reports.
class ManyVenuesConnection : public QObject
{
    Q_OBJECT

public:
    ManyVenuesConnection(RollupPage *page, const std::function<SheetHead()> &head, QObject *parent);

private:
    void look(const RollupWish &wish);
    void save(const RollupWish &wish, const QString &path);

    RollupPage *const m_page;
    const std::function<SheetHead()> m_head;
    ReportDelivery m_delivery;
    int m_look = 0; ///< which look is waited for
};

} // namespace checkpoint
