#pragma once

#include "core/desk/personoffice.h"
#include "core/reports/summary/summary.h"
#include "ui/common/sheetprinting.h"
#include "ui/mainwindow/deskparts.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace checkpoint {

class PersonDataPage;

/// The wires between the page for persons' own data and the record. What is on its way when the page forgets
/// is dropped. GUI thread; child of the connection of the reports.
class PersonConnection : public QObject
{
    Q_OBJECT

public:
    /// The head of a sheet that is made now.
    using Head = std::function<SheetHead()>;

    PersonConnection(const DeskParts &parts, PersonDataPage *page, const Head &head, QObject *parent);

private:
    using Sheet = std::function<void(const SummarySheet &sheet)>;

    void connectSearch();
    void connectHeld();
    void connectRequests();
    void look(const QUuid &visitorId);
    /// What is shown of somebody follows the record, once nothing is asked or typed about them.
    void bringUpToDate();
    void fetchRequests();
    /// Has it noted that everything held on somebody is seen and leaves the record, then goes on with the
    /// sheet.
    void makeSheet(const QUuid &visitorId, const QString &reason, const Sheet &goOn);
    /// The answer counts only while the page has not forgotten what it is about.
    template <typename Answer> auto whileAsked(Answer answer);

    const DeskParts m_parts;
    PersonDataPage *const m_page;
    const Head m_head;
    PersonOffice m_office;
    SheetPrinting m_printing;
    int m_round = 0; ///< of questions; another one when the page forgets
    int m_search = 0;
    QTimer m_changed; ///< runs while what is shown may be older than the record
};

} // namespace checkpoint
