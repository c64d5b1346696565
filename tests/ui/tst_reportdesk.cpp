#include "core/desk/checkpointdesk.h"
#include "core/desk/datakeeping.h"
#include "core/desk/dayclosing.h"
#include "core/desk/venueoffice.h"
#include "core/store/connection.h"
#include "core/store/entrystore.h"
#include "core/store/personregister.h"
#include "tests/ui/noonclock.h"
#include "tests/unit/posters/privatecups.h"
#include "tests/unit/store/storefixture.h"
#include "ui/common/choicerow.h"
#include "ui/insideview/insideview.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/persondata/erasurepanel.h"
#include "ui/persondata/heldcard.h"
#include "ui/persondata/persondatapage.h"
#include "ui/persondata/requestlist.h"
#include "ui/reportsview/filespage.h"
#include "ui/reportsview/reportsview.h"
#include "ui/reportsview/rolluppage.h"
#include "ui/reportsview/tracepage.h"
#include "ui/settingsview/keepingsettings.h"
#include "ui/settingsview/noticepanel.h"
#include "ui/settingsview/settingsview.h"
#include "ui/visitorwindow/visitorwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

QString textOf(const QString &pdf)
{
    QProcess text;
    text.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
    return text.waitForFinished() ? QString::fromUtf8(text.readAllStandardOutput())
                                        .normalized(QString::NormalizationForm_C)
                                        .simplified()
                                  : QString();
}

} // namespace

/// Tracing, adding up and printing reports at a true desk with a true record and true queues.
class TestReportDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void aTraceIsRefusedUntilReferenceAndReasonAreGiven();
    void aTraceIsMadeFromTheKeyboardNotedAndSaved();
    void aCodeHeldUpForATraceIsNotRecorded();
    void severalOfANameAreChosenFrom();
    void filesThatAreDroppedAreCheckedAndAddedUp();
    void aReportInFullNeedsAReasonAndIsNoted();
    void theSummaryComesOutOfTheQueue();
    void theEvacuationListComesOutOfTheQueueWithTwoKeysAndIsNoted();
    void theRollCallHasFullNamesTheVenueAndWhoIsStaff();
    void aPersonIsShownTheirDataForAReasonAndGetsASheet();
    void whatIsWrongIsPutRightAndTheRestStays();
    void destroyingAsksAndLeavesCountsOnly();
    void whoIsStillInsideIsNotDestroyed();
    void aRequestIsAnsweredAndDoneInItsDaysOrSaysThatItIsLate();
    void aRequestIsMarkedOnlyAfterAQuestion();
    void whoIsLookedAtHasTheirRequestChosen();
    void aCodeHeldUpForARequestIsNotRecordedNorTraced();
    void nothingOfAPersonStaysWhenTheDeskIsLocked();
    void eachSavedNoticeIsAVersionOnPaperAndOnTheScreen();

private:
    template <typename T> T *part(const char *name) const
    {
        return m_window->findChild<T *>(QString::fromLatin1(name));
    }
    QString said(const char *name) const { return part<QLabel>(name)->text(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(letter),
                                Qt::NoModifier);
    }
    void record(const VisitorData &who, EntryKind kind, int hour, int minute)
    {
        VERIFY_OK(storetest::await(m_store->record(storetest::draft(who, kind, test::friday(hour, minute)))));
    }
    /// One value of the record.
    QVariant value(const QString &sql) const
    {
        Connection connection;
        if (!connection.open(EntryStore::databasePath(m_folder->path()), Connection::Access::ReadOnly))
            return {};
        Statement row = connection.query(sql);
        return row.next() ? QVariant(row.text(0)) : QVariant();
    }
    void open(ReportsView::Page page)
    {
        m_window->showView(MainWindow::View::Reports);
        m_window->reportsView()->open(page);
    }
    void findNghiem()
    {
        part<QLineEdit>("tracePerson")->setFocus();
        type(u"001090999991"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(part<QListWidget>("traceFound")->count(), 1, patience);
        QCOMPARE(QApplication::focusWidget(), part<QLineEdit>("traceReference"));
    }
    /// What is held on Nghiệm, masked.
    void lookAtNghiem()
    {
        open(ReportsView::PersonData);
        QCOMPARE(QApplication::focusWidget(), part<QLineEdit>("personText"));
        type(u"001090999991"_s);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(held().contains(u"N. T. Nghiệm"_s), patience);
    }
    QString held() const { return part<QTextBrowser>("heldText")->toPlainText(); }
    /// The reason, in one's own words.
    void giveReason(const QString &reason)
    {
        part<QLineEdit>("heldOwnWords")->setFocus();
        type(reason);
        press(Qt::Key_Return);
    }
    /// The venue has a name, and Định belongs to it.
    void nameVenueAndStaff()
    {
        Venue venue;
        venue.name = u"Bệnh viện Giả Định"_s;
        auto kept = m_office->keepVenue(venue);
        QTRY_VERIFY_WITH_TIMEOUT(kept.isFinished(), patience);
        const auto staff = storetest::await(m_store->match(identityKeys(storetest::cardP05())));
        VERIFY_OK(storetest::await(m_store->setStaff(*staff->visitorId, true)));
    }
    int reveals() const { return value(u"SELECT count(*) FROM reveal"_s).toInt(); }
    void giveCause()
    {
        type(u"12/CV-KSBT"_s);
        part<QLineEdit>("traceReason")->setFocus();
        type(u"ca bệnh ngày 20/11"_s);
    }
    /// Accepts the print dialog that is open with the queue "desk", and gives what came out, as text.
    QString printed();

    test::PrivateCups m_cups;
    test::NoonClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<VenueOffice> m_office;
    std::unique_ptr<DayClosing> m_closing;
    std::unique_ptr<DataKeeping> m_keeping;
    std::unique_ptr<MainWindow> m_window;
};

void TestReportDesk::initTestCase()
{
    QVERIFY2(m_cups.start(), m_cups.log().constData());
}

void TestReportDesk::init()
{
    m_folder = std::make_unique<QTemporaryDir>(storetest::quickFolder());
    m_store = std::make_unique<EntryStore>();
    VERIFY_OK(storetest::await(m_store->open(m_folder->path(), StoreMode::ReadWrite)));
    VERIFY_OK(storetest::await(m_store->unlock(QByteArray(32, 'k'), KeyPlace::File)));
    m_desk = std::make_unique<CheckpointDesk>(m_store.get(), &m_clock, true);
    m_office = std::make_unique<VenueOffice>(m_store.get(), &m_clock);
    m_closing = std::make_unique<DayClosing>(m_store.get(), &m_clock, m_desk->turns());
    DeskPreferences preferences;
    preferences.firstStartDone = true;
    preferences.muted = true;
    preferences.language = u"en"_s;
    m_window = std::make_unique<MainWindow>(preferences);
    m_keeping = std::make_unique<DataKeeping>(m_store.get(), &m_clock);
    DeskParts parts{m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), &m_clock, false};
    parts.keeping = m_keeping.get();
    m_window->connectDesk(parts);
    m_window->resize(1366, 768);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->setNow(m_clock.now().toDateTime());
    m_window->setDeskReady();
    // Nghiệm from 8 to 9; Mẫu is there for 40 minutes of that, Định for ten.
    record(storetest::cardP01(), EntryKind::In, 8, 0);
    record(storetest::cardP02(), EntryKind::In, 8, 20);
    record(storetest::cardP05(), EntryKind::In, 8, 50);
    record(storetest::cardP01(), EntryKind::Out, 9, 0);
    record(storetest::cardP02(), EntryKind::Out, 9, 30);
}

void TestReportDesk::cleanup()
{
    m_window.reset();
    m_keeping.reset();
    m_closing.reset();
    m_office.reset();
    m_desk.reset();
    m_store.reset();
}

QString TestReportDesk::printed()
{
    QPrintDialog *dialog = nullptr;
    if (!QTest::qWaitFor(
            [&] { return (dialog = m_window->findChild<QPrintDialog *>()) && dialog->isVisible(); },
            patience))
        return {};
    auto *printers = dialog->findChild<QComboBox *>(u"printers"_s);
    printers->setCurrentIndex(printers->findText(u"desk"_s));
    const qsizetype before = m_cups.documents(0).size();
    dialog->accept();
    QList<QByteArray> documents;
    if (!QTest::qWaitFor([&] { return (documents = m_cups.documents(0)).size() > before; }, patience))
        return {};
    const QString file = m_folder->filePath(u"printed.pdf"_s);
    return storetest::writeFile(file, documents.last()) ? textOf(file) : QString();
}

void TestReportDesk::aTraceIsRefusedUntilReferenceAndReasonAreGiven()
{
    open(ReportsView::Trace);
    QSignalSpy wanted(m_window->reportsView()->trace(), &TracePage::traceWanted);
    press(Qt::Key_Return, Qt::ControlModifier); // nobody is chosen
    QVERIFY(!said("traceSaid").isEmpty());
    findNghiem();
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>("traceReference"));
    type(u"12/CV-KSBT"_s);
    press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>("traceReason"));
    QVERIFY(wanted.isEmpty());
    QVERIFY(!part<QAbstractButton>("traceSave")->isEnabled());
    QCOMPARE(value(u"SELECT count(*) FROM reveal"_s).toInt(), 0);
}

void TestReportDesk::aTraceIsMadeFromTheKeyboardNotedAndSaved()
{
    open(ReportsView::Trace);
    findNghiem();
    QVERIFY(!part<QListWidget>("traceFound")->item(0)->text().contains(u"Nguyễn"_s)); // masked
    giveCause();
    press(Qt::Key_Return, Qt::ControlModifier);
    auto *table = part<QTableWidget>("tracePreview");
    QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), 2, patience); // the visit, and Mẫu: Định stayed too short
    QStringList header; // as in the file: it stands first in the tool tip of the words
    for (int column = 0; column < table->columnCount(); ++column) {
        const QTableWidgetItem *head = table->horizontalHeaderItem(column);
        header << head->toolTip().section(u'\n', 0, 0);
        QVERIFY2(!head->text().isEmpty() && !head->text().contains(u'_'), qPrintable(head->text()));
    }
    QCOMPARE(table->horizontalHeaderItem(int(header.indexOf(u"overlap_minutes"_s)))->text(),
             u"Minutes together"_s);
    const auto cell = [&](int row, const QString &column) {
        return table->item(row, int(header.indexOf(column)))->text();
    };
    QCOMPARE(cell(0, u"kind"_s), u"Visit"_s);
    QCOMPARE(cell(1, u"kind"_s), u"Contact"_s);
    QCOMPARE(cell(1, u"overlap_minutes"_s), u"40"_s);
    QCOMPARE(cell(1, u"name"_s), u"T. T. Mẫu"_s);
    // Sorted by the column of the cursor: the traced person's own line has no minutes.
    table->setFocus();
    table->setCurrentCell(0, int(header.indexOf(u"overlap_minutes"_s)));
    press(Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(cell(0, u"kind"_s), u"Contact"_s);
    press(Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(cell(0, u"kind"_s), u"Visit"_s);
    // Both persons are in the access log before anybody sees a line.
    QCOMPARE(value(u"SELECT count(*) FROM reveal"_s).toInt(), 2);
    const QString path = m_folder->filePath(u"contacts.csv"_s);
    m_window->reportsView()->trace()->table()->saving.dialog = [path](auto &&...) { return path; };
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(said("traceSaid").contains(u"contacts.csv"_s), patience);
    const QByteArray file = storetest::fileBytes(path);
    QCOMPARE(file.count("\r\n"), 3);
    QVERIFY(file.contains("12/CV-KSBT,contact,1,40"));
    QVERIFY(!file.contains("079300999992"));
    QVERIFY(value(u"SELECT group_concat(detail) FROM ledger WHERE kind = 'export'"_s)
                .toString()
                .contains(u"trace, 2 rows"_s));
}

void TestReportDesk::aCodeHeldUpForATraceIsNotRecorded()
{
    open(ReportsView::Trace);
    const qsizetype before = storetest::await(m_store->entries({}))->size();
    part<QAbstractButton>("traceScan")->click();
    RawScan scan;
    scan.deviceId = u"camera"_s;
    scan.source = u"camera"_s;
    scan.capturedAt = m_clock.now();
    scan.steadyMs = m_clock.steadyMs();
    scan.sightings << Sighting{"079300999992||Trần Thị Mẫu|29022000|Nữ|12/3 Đường Không Có|12082021", {}};
    QSignalSpy announced(m_desk.get(), &CheckpointDesk::announced);
    m_desk->take(scan);
    QTRY_COMPARE_WITH_TIMEOUT(part<QListWidget>("traceFound")->count(), 1, patience);
    QVERIFY(part<QListWidget>("traceFound")->item(0)->text().contains(u"T. T. Mẫu"_s));
    scan.steadyMs += 40; // it stays in view
    m_desk->take(scan);
    QVERIFY(announced.isEmpty());
    QCOMPARE(storetest::await(m_store->entries({}))->size(), before);
    // Whoever comes after that is recorded.
    QVERIFY(!part<QAbstractButton>("traceScan")->isChecked());
    scan.sightings = {Sighting{"001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Số 1|01052021", {}}};
    m_desk->take(scan);
    QTRY_COMPARE_WITH_TIMEOUT(announced.size(), 1, patience);
    // Nor is anybody looked up once the page is left.
    part<QAbstractButton>("traceScan")->click();
    m_window->showView(MainWindow::View::Scan);
    QVERIFY(!part<QAbstractButton>("traceScan")->isChecked());
}

void TestReportDesk::severalOfANameAreChosenFrom()
{
    VisitorData other = storetest::cardP05();
    other.idNumber = u"001090999977"_s;
    other.oldId.clear();
    other.name = u"Trần Văn Mẫu"_s;
    record(other, EntryKind::In, 10, 0);
    open(ReportsView::Trace);
    type(u"tran mau"_s);
    press(Qt::Key_Return);
    auto *found = part<QListWidget>("traceFound");
    QTRY_COMPARE_WITH_TIMEOUT(found->count(), 2, patience);
    QVERIFY(found->selectedItems().isEmpty()); // nobody is guessed
    QCOMPARE(QApplication::focusWidget(), found);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(found->selectedItems().size(), 1);
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>("traceReference"));
    part<QLineEdit>("tracePerson")->setFocus();
    part<QLineEdit>("tracePerson")->clear();
    type(u"ai đó không có"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(found->count(), 0, patience);
    QVERIFY(!said("traceFoundSaid").isEmpty());
}

void TestReportDesk::filesThatAreDroppedAreCheckedAndAddedUp()
{
    const QTemporaryDir sent;
    const QByteArray head =
        "form_version,day,province,district,commune,venue_code,venue_name,active,entries_in,entries_out,"
        "persons,refused_scans,reported_at\r\n";
    const auto row = [](const char *day, const char *commune, const char *code, const char *active, int in) {
        return QByteArray("1,") + day + ",Hà Nội,Quận Thử," + commune + ',' + code + ",Điểm," + active + ',' +
               QByteArray::number(in) + ",0," + QByteArray::number(in) + ",0," + day + "T20:00:00+07:00\r\n";
    };
    QVERIFY(storetest::writeFile(sent.filePath(u"a.csv"_s),
                                 head + row("2026-11-19", "Phường Mẫu", "V1", "yes", 3) +
                                     row("2026-11-20", "Phường Mẫu", "V1", "yes", 5)));
    QVERIFY(storetest::writeFile(sent.filePath(u"b.csv"_s),
                                 head + row("2026-11-20", "Phường Lặng", "V2", "no", 0) + "1,gãy\r\n"));
    const QTemporaryDir other;
    QVERIFY(
        storetest::writeFile(other.filePath(u"people.csv"_s),
                             "province,district,commune,population\r\nHà Nội,Quận Thử,Phường Mẫu,50\r\n"));
    open(ReportsView::Rollup);
    RollupPage *page = m_window->reportsView()->rollup();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(sent.path())});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(page, &drop);
    auto *headline = part<QLabel>("rollupHeadline");
    QTRY_VERIFY_WITH_TIMEOUT(headline->isVisible(), patience);
    QVERIFY2(headline->text().contains(u"1 of 2 points active"_s), qPrintable(headline->text()));
    QVERIFY(headline->text().contains(u"20/11/2026"_s));
    QVERIFY(headline->text().contains(u"0 against the day before"_s));
    auto *table = part<QTableWidget>("rollupPreview");
    QCOMPARE(table->rowCount(), 2); // the communes of the newest day
    part<ChoiceRow>("rollupPart")->button(1)->click();
    auto *silent = part<QListWidget>("rollupSilent");
    QVERIFY(silent->isVisible());
    QCOMPARE(silent->count(), 1);
    QCOMPARE(silent->item(0)->text(), u"Phường Lặng"_s);
    part<ChoiceRow>("rollupPart")->button(2)->click();
    auto *notes = part<QTableWidget>("rollupNotes");
    QVERIFY(notes->isVisible());
    QCOMPARE(notes->rowCount(), 1);
    QCOMPARE(notes->item(0, 0)->text(), u"b.csv"_s);
    QCOMPARE(notes->item(0, 1)->text(), u"3"_s);
    QVERIFY(!notes->item(0, 3)->text().isEmpty());
    // With how many people live there.
    page->askFiles = [&](auto &&...) { return QStringList{other.filePath(u"people.csv"_s)}; };
    part<QAbstractButton>("rollupPeople")->click();
    QTRY_VERIFY_WITH_TIMEOUT(headline->text().contains(u"2 for each 100 people"_s), patience);
    part<ChoiceRow>("rollupPart")->button(0)->click();
    const QString path = other.filePath(u"sum.csv"_s);
    page->table()->saving.dialog = [path](auto &&...) { return path; };
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(said("rollupSaid").contains(u"sum.csv"_s), patience);
    QVERIFY(storetest::fileBytes(path).contains("commune,2026-11-20,Hà Nội,Quận Thử,Phường Mẫu,1,1,1,0,1,0"));
    QVERIFY(storetest::fileBytes(other.filePath(u"sum.notes.csv"_s)).contains(",3,broken,"));
}

void TestReportDesk::aReportInFullNeedsAReasonAndIsNoted()
{
    open(ReportsView::Files);
    FilesPage *files = m_window->reportsView()->files();
    const QString path = m_folder->filePath(u"full.csv"_s);
    files->table()->saving.dialog = [path](auto &&...) { return path; };
    part<QAbstractButton>("reportReveal")->click();
    press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(!QFile::exists(path));
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>("reportReason"));
    type(u"yêu cầu của công an"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(said("reportSaid").contains(u"full.csv"_s), patience);
    QVERIFY(storetest::fileBytes(path).contains("079300999992"));
    QCOMPARE(value(u"SELECT count(*) FROM report_reveal"_s).toInt(), 1);
    QVERIFY(value(u"SELECT detail FROM ledger WHERE kind = 'export'"_s)
                .toString()
                .startsWith(u"entries in full"_s));
    // The next one is masked again.
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!storetest::fileBytes(path).contains("079300999992"), patience);
}

void TestReportDesk::theSummaryComesOutOfTheQueue()
{
    open(ReportsView::Files);
    press(Qt::Key_P, Qt::ControlModifier);
    const QString text = printed();
    QVERIFY2(text.contains(u"20/11/2026"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Cổng chính"_s), qPrintable(text));
    QTRY_VERIFY_WITH_TIMEOUT(said("reportSaid").contains(u"desk"_s), patience);
    QVERIFY(value(u"SELECT detail FROM ledger WHERE kind = 'export'"_s)
                .toString()
                .startsWith(u"entries, 5 rows"_s));
}

void TestReportDesk::theEvacuationListComesOutOfTheQueueWithTwoKeysAndIsNoted()
{
    nameVenueAndStaff();
    EntryDraft again = storetest::draft(storetest::cardP05(), EntryKind::In, test::friday(9, 35));
    again.details.host = u"Khoa Nhi"_s;
    VERIFY_OK(storetest::await(m_store->record(again)));
    // From whatever is open: F4, Ctrl+P. With the mouse: the rail, the button.
    m_window->showView(MainWindow::View::Scan);
    press(Qt::Key_F4);
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("insidePrint")->isEnabled(), patience);
    press(Qt::Key_P, Qt::ControlModifier);
    const QString text = printed().normalized(QString::NormalizationForm_KC); // no ligatures
    QVERIFY2(text.contains(u"H. Ư. Định · staff"_s), qPrintable(text));       // only Định is inside
    QVERIFY2(text.contains(u"visits Khoa Nhi"_s), qPrintable(text));
    QVERIFY2(text.contains(u"Bệnh viện Giả Định"_s) && !text.contains(u"Huỳnh"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"Mẫu"_s), qPrintable(text));
    QTRY_VERIFY_WITH_TIMEOUT(value(u"SELECT detail FROM ledger WHERE kind = 'export'"_s)
                                 .toString()
                                 .contains(u"list of who is inside, 1 rows"_s),
                             patience);
}

/// With full names it is of use for calling people: for a reason, noted before anything is printed.
void TestReportDesk::theRollCallHasFullNamesTheVenueAndWhoIsStaff()
{
    nameVenueAndStaff();
    record(storetest::cardP02(), EntryKind::In, 9, 40);
    press(Qt::Key_F4);
    QTRY_COMPARE_WITH_TIMEOUT(part<QTableView>("insideTable")->model()->rowCount(), 2, patience);
    press(Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), part<QAbstractButton>("rollCallReason1"));
    press(Qt::Key_Escape);
    QVERIFY(!part<QWidget>("rollCallPanel")->isVisible());
    QCOMPARE(reveals(), 0);
    press(Qt::Key_R, Qt::ControlModifier);
    press(Qt::Key_Return);
    const QString text = printed().normalized(QString::NormalizationForm_KC); // no ligatures
    for (const QString &wanted : {u"Bệnh viện Giả Định"_s, u"Huỳnh Ước Định · staff"_s, u"Trần Thị Mẫu"_s})
        QVERIFY2(text.contains(wanted), qPrintable(text));
    QVERIFY2(!text.contains(u"Nghiệm"_s), qPrintable(text)); // has left
    QCOMPARE(text.count(u"staff"_s), 1);
    QCOMPARE(reveals(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(value(u"SELECT detail FROM ledger WHERE kind = 'export'"_s)
                                 .toString()
                                 .contains(u"list of who is inside in full, 2 rows"_s),
                             patience);
}

void TestReportDesk::aPersonIsShownTheirDataForAReasonAndGetsASheet()
{
    lookAtNghiem();
    for (const QString &hidden : {u"Nguyễn Thử Nghiệm"_s, u"001090999991"_s, u"Phố Giả Định"_s})
        QVERIFY2(!held().contains(hidden), qPrintable(held()));
    QVERIFY2(held().contains(u"20/11/2026 08:00"_s) && held().contains(u"20/11/2026 09:00"_s),
             qPrintable(held()));
    QCOMPARE(reveals(), 0);
    // What happens meanwhile is there at once, and takes the keyboard from nobody.
    part<QLineEdit>("personText")->setFocus();
    record(storetest::cardP01(), EntryKind::In, 9, 40);
    QTRY_VERIFY_WITH_TIMEOUT(held().contains(u"20/11/2026 09:40"_s), patience);
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>("personText"));
    part<QTextBrowser>("heldText")->setFocus();
    // In full only after a reason, which is in the record before anything is seen.
    press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!held().contains(u"001090999991"_s));
    giveReason(u"chính người đó hỏi"_s);
    QTRY_VERIFY_WITH_TIMEOUT(held().contains(u"001090999991"_s), patience);
    QVERIFY(held().contains(u"Nguyễn Thử Nghiệm"_s));
    QVERIFY(held().contains(u"chính người đó hỏi"_s)); // they see who looked, this time included
    QCOMPARE(reveals(), 1);
    press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(!held().contains(u"001090999991"_s));
    QTRY_VERIFY_WITH_TIMEOUT(held().contains(u"(hidden)"_s), patience); // that somebody gave a reason
    QVERIFY(!held().contains(u"chính người đó hỏi"_s));
    // A sheet tells everything, and is noted as one.
    const QString path = m_folder->filePath(u"held.pdf"_s);
    QStringList suggested;
    m_window->reportsView()->personData()->held()->saving.dialog =
        [path, &suggested](auto &&, auto &&, const QString &where, auto &&) {
            suggested.append(QFileInfo(where).absolutePath());
            return path;
        };
    press(Qt::Key_S, Qt::ControlModifier);
    giveReason(u"theo yêu cầu"_s);
    QTRY_VERIFY_WITH_TIMEOUT(said("heldSaid").startsWith(u"Saved"_s), patience);
    QVERIFY(said("heldSaid").contains(u"held.pdf"_s));
    // It is in sight on a small screen, and the dialog begins in a folder of the user's that is there.
    const auto *words = part<QLabel>("heldSaid");
    QTRY_COMPARE_WITH_TIMEOUT(words->visibleRegion().boundingRect(), words->rect(), patience);
    QVERIFY2(QFileInfo(suggested.value(0)).isDir(), qPrintable(suggested.value(0)));
    QVERIFY(QDir::home().relativeFilePath(suggested.value(0)).section(u'/', 0, 0) != ".."_L1);
    const QString text = textOf(path);
    QVERIFY2(text.contains(u"Nguyễn Thử Nghiệm"_s) && text.contains(u"001090999991"_s), qPrintable(text));
    QVERIFY2(text.contains(u"For the person whom it is about"_s) && !text.contains(u"destroy after use"_s),
             qPrintable(text));
    QCOMPARE(reveals(), 2);
    QVERIFY(value(u"SELECT group_concat(detail) FROM ledger WHERE kind = 'export'"_s)
                .toString()
                .contains(u"held on a person"_s));
    // The same from a printer.
    press(Qt::Key_P, Qt::ControlModifier);
    giveReason(u"in cho người đó"_s);
    const QString paper = printed();
    for (const QString &wanted : {u"Nguyễn Thử Nghiệm"_s, u"001090999991"_s, u"in cho người đó"_s})
        QVERIFY2(paper.contains(wanted), qPrintable(paper));
    QCOMPARE(reveals(), 3);
}

void TestReportDesk::whatIsWrongIsPutRightAndTheRestStays()
{
    lookAtNghiem();
    press(Qt::Key_E, Qt::ControlModifier);
    auto *name = part<QLineEdit>("heldRightName");
    QCOMPARE(QApplication::focusWidget(), name);
    QVERIFY(name->text().isEmpty()); // what is right need not be seen
    press(Qt::Key_Return);
    QVERIFY(!said("heldCorrectHint").isEmpty());
    QVERIFY(name->isVisible());
    part<QLineEdit>("heldRightPhone")->setFocus();
    type(u"12"_s);
    press(Qt::Key_Return);
    QVERIFY(part<QLineEdit>("heldRightPhone")->isVisible()); // no phone has two figures
    part<QLineEdit>("heldRightPhone")->setText({});
    part<QLineEdit>("heldRightAddress")->setFocus();
    type(u"Số 9 Phố Mới"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!said("heldSaid").isEmpty(), patience);
    const auto match = storetest::await(m_store->match(identityKeys(storetest::cardP01())));
    QCOMPARE(match->known.address, u"Số 9 Phố Mới"_s);
    QCOMPARE(match->known.name, storetest::cardP01().name);
    QCOMPARE(reveals(), 0);
}

void TestReportDesk::destroyingAsksAndLeavesCountsOnly()
{
    const qsizetype entries = storetest::await(m_store->entries({}))->size();
    lookAtNghiem();
    press(Qt::Key_Delete, Qt::ControlModifier);
    QVERIFY(part<QLabel>("erasureStays")->isVisible());
    QVERIFY(said("erasureStays").contains(u"(2)"_s)); // in and out
    QCOMPARE(QApplication::focusWidget(), part<QAbstractButton>("erasureLeave"));
    press(Qt::Key_Return); // once too often
    QVERIFY(!part<QLabel>("erasureStays")->isVisible());
    QCOMPARE(value(u"SELECT count(*) FROM erased_visitor"_s).toInt(), 0);
    press(Qt::Key_Delete, Qt::ControlModifier);
    press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(said("heldSaid").startsWith(u"Erased"_s), patience);
    QCOMPARE(value(u"SELECT count(*) FROM erased_visitor"_s).toInt(), 1);
    QVERIFY(!storetest::await(m_store->match(identityKeys(storetest::cardP01())))->visitorId);
    QCOMPARE(storetest::await(m_store->entries({}))->size(), entries);
    QTRY_VERIFY_WITH_TIMEOUT(!part<QAbstractButton>("heldReveal")->isEnabled(), patience);
    // Whoever asks again is nobody here.
    part<QLineEdit>("personText")->setFocus();
    part<QLineEdit>("personText")->selectAll();
    type(u"001090999991"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("personFoundSaid")->isVisible(), patience);
    QVERIFY(said("personFoundSaid").contains(u"Nothing is held"_s));
}

void TestReportDesk::whoIsStillInsideIsNotDestroyed()
{
    ErasurePanel panel;
    panel.show();
    PersonRecord record;
    EntryRow in;
    in.entry.kind = EntryKind::In;
    EntryRow out;
    out.entry.kind = EntryKind::Out;
    record.entries = {in, out};
    const auto *destroy = panel.findChild<QAbstractButton *>(u"erasureConfirm"_s);
    const auto *inside = panel.findChild<QLabel *>(u"erasureInside"_s);
    panel.ask(u"N. T. Nghiệm"_s, record);
    QVERIFY(destroy->isVisible() && !inside->isVisible());
    record.entries = {in, out, in};
    panel.ask(u"N. T. Nghiệm"_s, record);
    QVERIFY(!destroy->isVisible() && inside->isVisible());
    QSignalSpy confirmed(&panel, &ErasurePanel::confirmed);
    QTest::keyClick(&panel, Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(confirmed.size(), 0);
    record.entries.last().voidedBy = QUuid::createUuid(); // taken back: nobody came
    panel.ask(u"N. T. Nghiệm"_s, record);
    QVERIFY(destroy->isVisible() && !inside->isVisible());
}

void TestReportDesk::aRequestIsAnsweredAndDoneInItsDaysOrSaysThatItIsLate()
{
    // Came on Friday 6 November, and was not answered by Tuesday the 10th.
    PersonRequest late;
    late.kind = RequestKind::Withdraw;
    late.receivedAt = test::friday(9, 0);
    late.receivedAt.utcMs -= 14 * 86'400'000LL;
    late.note = u"bà Mẫu, 0900000001"_s;
    VERIFY_OK(storetest::await(PersonRegister(m_store.get()).addRequest(late)));
    lookAtNghiem();
    auto *table = part<QTableView>("requestTable");
    const auto state = [table](int row) { return table->model()->index(row, 3).data().toString(); };
    const auto about = [table](int row) { return table->model()->index(row, 1).data().toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    QCOMPARE(state(0), u"Answer 10 days late"_s); // in words, whatever the colour
    // A new one, of whoever is looked at.
    part<QComboBox>("requestKind")->setCurrentIndex(3);
    part<QLineEdit>("requestNote")->setFocus();
    type(u"tại quầy"_s);
    press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);
    QCOMPARE(part<QLineEdit>("requestNote")->text(), QString());
    QVERIFY2(state(1).contains(u"24/11/2026"_s), qPrintable(state(1))); // two working days
    // What is said below the form pushes nothing out of the window: the list gives room.
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("requestSaid")->isVisible(), patience);
    QCoreApplication::processEvents();
    QCOMPARE(part<QScrollArea>("personDataScroll")->verticalScrollBar()->maximum(), 0);
    const auto kept = storetest::await(PersonRegister(m_store.get()).requests());
    QCOMPARE(kept->last().kind, RequestKind::Erase);
    QVERIFY(kept->last().visitorId.has_value());
    QCOMPARE(about(0), u"–"_s);
    QCOMPARE(about(1), u"N. T. Nghiệm"_s);
    // Choosing one moves nothing.
    table->clearSelection();
    QCoreApplication::processEvents();
    const int place = part<QWidget>("requestAnswered")->y();
    table->selectRow(0);
    QCoreApplication::processEvents();
    QCOMPARE(part<QWidget>("requestAnswered")->y(), place);
    QCOMPARE(part<QTextBrowser>("heldText")->cursorWidth(), 0); // nothing is typed there
    // Who asks is not in the list; whoever wants to know is noted.
    table->selectRow(0);
    QVERIFY2(said("requestChosen").contains(u"10/11/2026"_s), qPrintable(said("requestChosen")));
    QVERIFY(!said("requestChosen").contains(u"Mẫu"_s));
    part<QAbstractButton>("requestWho")->click();
    QTRY_COMPARE_WITH_TIMEOUT(said("requestChosen"), late.note, patience);
    table->selectRow(1);
    QVERIFY(!said("requestChosen").contains(u"Mẫu"_s));
    part<QAbstractButton>("requestPerson")->click(); // the same one stays chosen
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("heldReveal")->isEnabled(), patience);
    QCOMPARE(table->selectionModel()->selectedRows().value(0).row(), 1);
    // While something else is asked, Enter in the search belongs to the search.
    part<QAbstractButton>("heldReveal")->click();
    part<QLineEdit>("personText")->setFocus();
    part<QLineEdit>("personText")->setText(u"khong ai"_s);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(part<QLabel>("personFoundSaid")->isVisible(), patience);
    QCOMPARE(reveals(), 0);
    part<QAbstractButton>("requestAnswered")->click();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(
        said("requestSaid"), u"Marked as answered: Erase, received on 20/11/2026 (N. T. Nghiệm)"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(state(1).contains(u"10/12/2026"_s), patience); // 20 days to erase
    QVERIFY(!part<QAbstractButton>("requestAnswered")->isEnabled());
    part<QAbstractButton>("requestDone")->click();
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(said("requestSaid").startsWith(u"Marked as done: Erase"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
    part<QAbstractButton>("requestsWithDone")->click();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);
    // Beside somebody else it would be taken for something done for that one.
    QVERIFY(part<QLabel>("requestSaid")->isVisible());
    m_window->findChild<RequestList *>()->setAbout(QUuid::createUuid(), u"T. T. Mẫu"_s);
    QVERIFY(!part<QLabel>("requestSaid")->isVisible());
}

void TestReportDesk::aRequestIsMarkedOnlyAfterAQuestion()
{
    for (const QString &note : {u"bà Mẫu, 0900000001"_s, u"ông Định, 0900000002"_s}) {
        PersonRequest request;
        request.receivedAt = test::friday(9, 0);
        request.note = note;
        VERIFY_OK(storetest::await(PersonRegister(m_store.get()).addRequest(request)));
    }
    const auto open = [this] { return *storetest::await(PersonRegister(m_store.get()).requests()); };
    const QList<PersonRequest> before = open();
    QCOMPARE(before.size(), 2);
    lookAtNghiem();
    auto *table = part<QTableView>("requestTable");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, patience);
    auto *panel = part<QWidget>("requestMarkPanel");
    QSignalSpy answered(m_window->reportsView()->personData()->requests(), &RequestList::answeredWanted);
    QSignalSpy done(m_window->reportsView()->personData()->requests(), &RequestList::doneWanted);
    part<QLineEdit>("requestNote")->setText(u"tại quầy"_s);
    table->selectRow(0);
    press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(panel->isVisible() && panel->hasFocus());
    QVERIFY2(said("requestMarkNote").contains(u"who asks"_s), qPrintable(said("requestMarkNote")));
    // What else is typed is no answer, nor is the other one's key, nor Enter elsewhere.
    for (const Qt::Key key : {Qt::Key_Space, Qt::Key_1, Qt::Key_Y})
        press(key);
    press(Qt::Key_Y, Qt::ControlModifier);
    press(Qt::Key_D, Qt::ControlModifier);
    part<QLineEdit>("personText")->setFocus();
    press(Qt::Key_Return);
    QVERIFY(panel->isVisible());
    panel->setFocus();
    press(Qt::Key_Escape);
    QVERIFY(!panel->isVisible() && table->hasFocus());
    QCOMPARE(part<QLineEdit>("requestNote")->text(), u"tại quầy"_s);
    press(Qt::Key_Y, Qt::ControlModifier);
    QVERIFY(panel->isVisible());
    table->selectRow(1); // another one
    QVERIFY(!panel->isVisible());
    press(Qt::Key_D, Qt::ControlModifier);
    emit m_window->reportsView()->personData()->requests()->listWanted(false); // nothing new: it stays
    VERIFY_OK(storetest::await(m_store->entries({})));
    QTest::qWait(50);
    QVERIFY(panel->isVisible());
    m_window->showView(MainWindow::View::Scan);
    m_window->showView(MainWindow::View::Reports);
    QVERIFY(!panel->isVisible());
    QCOMPARE(answered.size() + done.size(), 0);
    for (const PersonRequest &request : open())
        QVERIFY(!request.answeredUtcMs && !request.doneUtcMs);
    for (const PersonRequest &request : before)
        QVERIFY(storetest::await(PersonRegister(m_store.get()).requestNote(request.id))->startsWith(u'b') ||
                storetest::await(PersonRegister(m_store.get()).requestNote(request.id))->startsWith(u'ô'));
    table->selectRow(1);
    table->setFocus();
    press(Qt::Key_Y, Qt::ControlModifier);
    press(Qt::Key_Return); // by habit: it stays as it is
    QVERIFY(!panel->isVisible());
    QCOMPARE(answered.size(), 0);
    // Ctrl+Enter does it, to that one alone.
    press(Qt::Key_Y, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(open().at(1).answeredUtcMs.has_value(), patience);
    QVERIFY(!open().at(0).answeredUtcMs);
    QTRY_VERIFY_WITH_TIMEOUT(!part<QAbstractButton>("requestAnswered")->isEnabled(), patience);
    press(Qt::Key_D, Qt::ControlModifier);
    m_window->setLocked(true);
    QVERIFY(panel->isHidden() && said("requestMarkQuestion").isEmpty());
    m_window->setLocked(false);
    QCOMPARE(open().size(), 2);
}

/// Beside a request of another one, somebody would erase the wrong person.
void TestReportDesk::whoIsLookedAtHasTheirRequestChosen()
{
    const auto idOf = [this](const VisitorData &who) {
        return *storetest::await(m_store->match(identityKeys(who)))->visitorId;
    };
    PersonRegister persons(m_store.get());
    for (const VisitorData &who : {storetest::cardP02(), storetest::cardP01(), storetest::cardP01()}) {
        PersonRequest request;
        request.kind = RequestKind::Erase;
        request.visitorId = idOf(who);
        request.receivedAt = test::friday(9, 0);
        VERIFY_OK(storetest::await(persons.addRequest(request)));
    }
    VERIFY_OK(storetest::await(persons.closeRequest(storetest::await(persons.requests())->at(1).id, 0)));
    lookAtNghiem();
    auto *table = part<QTableView>("requestTable");
    const auto chosen = [table] {
        const QModelIndexList rows = table->selectionModel()->selectedRows();
        return rows.isEmpty() ? -1 : rows.first().row();
    };
    QTRY_COMPARE_WITH_TIMEOUT(chosen(), 1, patience); // of two: Mẫu's, and the one that is still open
    part<QAbstractButton>("requestsWithDone")->click();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, patience);
    QCOMPARE(chosen(), 2); // the same one
    // The question says whose it is, and which.
    part<QAbstractButton>("requestDone")->click();
    QVERIFY2(said("requestMarkQuestion").contains(u"N. T. Nghiệm"_s) &&
                 said("requestMarkQuestion").contains(u"20/11/2026"_s),
             qPrintable(said("requestMarkQuestion")));
    press(Qt::Key_Escape);
    // What was chosen by hand stays, also by opening whom it is about.
    table->selectRow(1);
    part<QAbstractButton>("requestPerson")->click();
    QTRY_VERIFY_WITH_TIMEOUT(held().contains(u"N. T. Nghiệm"_s), patience);
    QCOMPARE(chosen(), 1);
    const auto lookFor = [this](const QString &number) {
        part<QLineEdit>("personText")->setFocus();
        part<QLineEdit>("personText")->selectAll();
        type(number);
        press(Qt::Key_Return);
    };
    lookFor(storetest::cardP02().idNumber);
    QTRY_VERIFY_WITH_TIMEOUT(held().contains(u"T. T. Mẫu"_s), patience);
    QCOMPARE(chosen(), 0);
    lookFor(storetest::cardP05().idNumber); // asked for nothing
    QTRY_VERIFY_WITH_TIMEOUT(!held().contains(u"T. T. Mẫu"_s) && !held().isEmpty(), patience);
    QCOMPARE(chosen(), -1);
    QVERIFY(!part<QAbstractButton>("requestDone")->isEnabled());
}

void TestReportDesk::aCodeHeldUpForARequestIsNotRecordedNorTraced()
{
    open(ReportsView::PersonData);
    QSignalSpy traced(m_window->reportsView()->trace(), &TracePage::findWanted);
    const qsizetype before = storetest::await(m_store->entries({}))->size();
    part<QAbstractButton>("personScan")->click();
    RawScan scan;
    scan.deviceId = u"camera"_s;
    scan.source = u"camera"_s;
    scan.capturedAt = m_clock.now();
    scan.steadyMs = m_clock.steadyMs();
    scan.sightings << Sighting{"079300999992||Trần Thị Mẫu|29022000|Nữ|12/3 Đường Không Có|12082021", {}};
    m_desk->take(scan);
    QTRY_VERIFY_WITH_TIMEOUT(held().contains(u"T. T. Mẫu"_s), patience);
    QCOMPARE(storetest::await(m_store->entries({}))->size(), before);
    QVERIFY(traced.isEmpty());
    QVERIFY(!part<QAbstractButton>("personScan")->isChecked());
}

void TestReportDesk::nothingOfAPersonStaysWhenTheDeskIsLocked()
{
    lookAtNghiem();
    press(Qt::Key_R, Qt::ControlModifier);
    giveReason(u"x"_s);
    QTRY_VERIFY_WITH_TIMEOUT(held().contains(u"001090999991"_s), patience);
    part<QLineEdit>("requestNote")->setFocus();
    type(u"bà Mẫu"_s);
    // Something is on its way as well.
    emit m_window->reportsView()->personData()->held()->lookWanted(
        *m_window->reportsView()->personData()->held()->person());
    m_window->setLocked(true);
    QVERIFY(held().isEmpty());
    VERIFY_OK(storetest::await(m_store->entries({}))); // whatever was on its way has come
    QCoreApplication::processEvents();
    QVERIFY(held().isEmpty());
    for (QLineEdit *edit : m_window->reportsView()->personData()->findChildren<QLineEdit *>()) {
        QVERIFY2(edit->text().isEmpty(), qPrintable(edit->objectName()));
        QVERIFY2(!edit->isUndoAvailable(), qPrintable(edit->objectName()));
    }
    for (const QLabel *label : m_window->reportsView()->personData()->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(u"Nghiệm"_s), qPrintable(label->text()));
    m_window->setLocked(false);
    QVERIFY(held().isEmpty());
}

void TestReportDesk::eachSavedNoticeIsAVersionOnPaperAndOnTheScreen()
{
    m_window->showView(MainWindow::View::Settings);
    m_window->settingsView()->showSection(u"keepingSettings"_s);
    part<QAbstractButton>("noticeOpen")->click();
    NoticePanel *panel = m_window->settingsView()->keepingSettings()->noticePanel();
    auto *save = part<QAbstractButton>("noticeSave");
    const auto visitors = m_window->findChild<VisitorWindow *>();
    QVERIFY(!visitors->spokenText().contains(u"ersion"_s));
    QVERIFY(!part<QAbstractButton>("noticePdf")->isEnabled()); // nothing hangs that was not kept
    save->click();
    QVERIFY(part<QLineEdit>("noticeContact")->hasFocus()); // the venue has none yet
    type(u"Phòng Hành chính, 024 0000 0000"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(visitors->spokenText().contains(u"ersion 1 of 20/11/2026"_s), patience);
    QVERIFY(visitors->spokenText().contains(u"30 days"_s) &&
            visitors->spokenText().contains(u"Phòng Hành chính"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!save->isEnabled(), patience); // nothing is other than what is kept
    part<QPlainTextEdit>("noticePurpose")->setPlainText(u"Để biết ai đang ở trong tòa nhà."_s);
    save->click();
    QTRY_COMPARE_WITH_TIMEOUT(part<QListWidget>("noticeVersions")->count(), 2, patience);
    // Other terms are told by another version, without anybody's doing.
    RetentionTerms terms;
    terms.setDays(RetentionKind::Visitors, 45);
    emit m_window->settingsView()->keepingSettings()->termsChanged(terms);
    QTRY_VERIFY_WITH_TIMEOUT(visitors->spokenText().contains(u"45 days"_s), patience);
    QVERIFY(visitors->spokenText().contains(u"ersion 3"_s));
    QTRY_COMPARE_WITH_TIMEOUT(part<QListWidget>("noticeVersions")->count(), 3, patience);
    const auto page = [&](int row) {
        part<QListWidget>("noticeVersions")->setCurrentRow(row);
        const QString path = m_folder->filePath(u"notice-%1.pdf"_s.arg(row));
        panel->saving.dialog = [path](auto &&...) { return path; };
        part<QAbstractButton>("noticePdf")->click();
        return QTest::qWaitFor([&] { return QFile::exists(path); }, patience) ? textOf(path) : QString();
    };
    const QString now = page(0);
    for (const auto &words :
         {u"Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"_s, u"356/2025/NĐ-CP"_s, u"ai đang ở trong"_s,
          u"45 ngày"_s, u"Phòng Hành chính, 024 0000 0000"_s, u"02 ngày làm việc"_s, u"Phiên bản 3"_s})
        QVERIFY2(now.contains(words), qPrintable(words + u": "_s + now));
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("noticePdf")->isEnabled(), patience);
    const QString first = page(2);
    QVERIFY2(first.contains(u"Phiên bản 1"_s) && first.contains(u"30 ngày"_s), qPrintable(first));
    QVERIFY(value(u"SELECT group_concat(detail) FROM ledger WHERE kind = 'setting'"_s)
                .toString()
                .contains(u"version 2"_s));
    // What comes out of the printer to be hung is what was kept, also an older one.
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("noticePrint")->isEnabled(), patience);
    part<QAbstractButton>("noticePrint")->click();
    const QString hung = printed();
    QVERIFY2(hung.contains(u"Phiên bản 1"_s) && hung.contains(u"Luật Bảo vệ dữ liệu cá nhân"_s) &&
                 hung.contains(u"Phòng Hành chính, 024 0000 0000"_s),
             qPrintable(hung));
}

QTEST_MAIN(TestReportDesk)
#include "tst_reportdesk.moc"
