#pragma once

#include "core/desk/personfinder.h"
#include "core/reports/catalogue/tracereport.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/reportdelivery.h"
#include "ui/reportsview/tracepage.h"

#include <functional>

namespace checkpoint {

/// The wires between the page for tracing and the record: whom a text means, the look at an answer, its file.
/// GUI thread; child of the connection of the reports.
class TraceConnection : public QObject
{
    Q_OBJECT

public:
    /// The head of a sheet about a time.
    using Head = std::function<SheetHead(qint64 fromUtcMs, qint64 toUtcMs, bool revealed)>;

    TraceConnection(const DeskParts &parts, TracePage *page, const Head &head, QObject *parent);

private:
    TraceRequest request(const TraceWish &wish) const;
    SheetHead head(const TraceRequest &request) const;
    void look(const TraceWish &wish);

    const DeskParts m_parts;
    TracePage *const m_page;
    const Head m_head;
    PersonFinder m_finder;
    ReportDelivery m_delivery;
    int m_search = 0; ///< which answer to a search is waited for
};

} // namespace checkpoint
