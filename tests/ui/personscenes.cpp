#include "tests/ui/personscenes.h"

#include "core/base/ids.h"
#include "core/desk/personoffice.h"
#include "tests/ui/samples.h"
#include "ui/persondata/heldcard.h"
#include "ui/persondata/persondatapage.h"
#include "ui/persondata/personsearch.h"
#include "ui/persondata/requestlist.h"
#include "ui/reportsview/reportsview.h"
#include "ui/settingsview/keepingsettings.h"
#include "ui/settingsview/noticepanel.h"
#include "ui/settingsview/settingsview.h"

#include <QAbstractButton>

namespace samples {

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

PersonDataPage *openPage(MainWindow &window)
{
    window.showView(MainWindow::View::Reports);
    window.reportsView()->open(ReportsView::PersonData);
    return window.reportsView()->personData();
}

HeldData heldOfNghiem(bool revealed)
{
    HeldData held;
    PersonRecord &record = held.record;
    record.visitorId = QUuid(u"{018c0000-0000-7000-8000-000000000001}"_s);
    record.data.name = u"Nguyễn Thử Nghiệm"_s;
    record.data.birthDate = PartialDate::fromDate(1990, 1, 15);
    record.data.sex = Sex::Male;
    record.data.idNumber = u"001090999991"_s;
    record.data.address = u"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội"_s;
    record.data.phone = u"+84900000001"_s;
    for (const int hour : {8, 11}) {
        EntryRow row;
        row.entry.kind = hour == 8 ? EntryKind::In : EntryKind::Out;
        row.entry.at = samples::at(hour, 5);
        row.entry.location = u"Cổng A"_s;
        row.details.purpose = u"Khám bệnh"_s;
        row.details.host = u"Khoa Nội"_s;
        record.entries.append(row);
    }
    record.reveals.append({samples::at(9, 30), u"Người nhà hỏi"_s});
    record.sent.append({u"Nền tảng quốc gia"_s, 1, 1, 0});
    held.revealed = revealed;
    if (!revealed)
        held.record = maskedRecord(record);
    return held;
}

PersonRequest request(RequestKind kind, int daysAgo, bool answered, const QString &about = {})
{
    PersonRequest request;
    request.id = newRandomId();
    request.kind = kind;
    request.about = about;
    if (!about.isEmpty() || kind == RequestKind::Erase)
        request.visitorId = newRandomId();
    request.receivedAt = samples::at(9, 0);
    request.receivedAt.utcMs -= daysAgo * 86'400'000LL;
    if (answered)
        request.answeredUtcMs = request.receivedAt.utcMs + 3'600'000;
    return request;
}

void fillPage(MainWindow &window)
{
    PersonDataPage *page = openPage(window);
    PersonRequest theirs = request(RequestKind::Correct, 1, true, u"N. T. Nghiệm"_s);
    theirs.visitorId = heldOfNghiem(false).record.visitorId;
    page->requests()->setRequests({request(RequestKind::Erase, 24, true),
                                   request(RequestKind::Withdraw, 5, false, u"T. T. Mẫu"_s), theirs,
                                   request(RequestKind::View, 0, false)});
    VisitorHit hit;
    hit.visitorId = heldOfNghiem(false).record.visitorId;
    hit.visitor = heldOfNghiem(true).record.data;
    page->search()->setHits({hit});
    page->held()->setHeld(heldOfNghiem(false));
}

} // namespace

QList<Scene> personScenes()
{
    return {
        {u"reports-requests"_s, fillPage},
        {u"reports-requests-none"_s, [](MainWindow &window) { openPage(window); }},
        {u"settings-notice"_s,
         [](MainWindow &window) {
             Notice notice = proposedNotice(std::nullopt, {});
             notice.contact = u"Phòng Hành chính, 024 0000 0000"_s;
             notice.version = 2;
             notice.savedAt = samples::at(8, 0);
             Notice before = notice;
             before.version = 1;
             window.showView(MainWindow::View::Settings);
             KeepingSettings *keeping = window.settingsView()->keepingSettings();
             keeping->noticePanel()->setVersions({notice, before});
             keeping->findChild<QAbstractButton *>(u"noticeOpen"_s)->click();
         }},
    };
}

QList<Scene> morePersonScenes()
{
    const auto press = [](const QString &button) {
        return [button](MainWindow &window) {
            fillPage(window);
            window.findChild<QAbstractButton *>(button)->click();
        };
    };
    return {
        {u"reports-requests-full"_s,
         [](MainWindow &window) {
             fillPage(window);
             window.reportsView()->personData()->held()->setHeld(heldOfNghiem(true));
         }},
        {u"reports-requests-reason"_s, press(u"heldPrint"_s)},
        {u"reports-requests-correct"_s, press(u"heldCorrect"_s)},
        {u"reports-requests-erase"_s, press(u"heldErase"_s)},
        {u"reports-requests-done"_s, press(u"requestDone"_s)},
        {u"reports-requests-several"_s,
         [](MainWindow &window) {
             PersonDataPage *page = openPage(window);
             VisitorHit hit;
             hit.visitor = heldOfNghiem(true).record.data;
             hit.lastEntry = Entry();
             hit.lastEntry->at = samples::at(8, 5);
             page->search()->setHits({hit, hit, hit});
         }},
    };
}

} // namespace samples
