#include "core/desk/checkpointdesk.h"
#include "core/desk/dayclosing.h"
#include "core/desk/venueoffice.h"
#include "core/store/entrystore.h"
#include "tests/ui/noonclock.h"
#include "tests/unit/store/storefixture.h"
#include "ui/common/actionbutton.h"
#include "ui/common/meaning.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/wording.h"
#include "ui/mainwindow/deskparts.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/paperday/paperdaypage.h"
#include "ui/paperday/photospage.h"
#include "ui/reportsview/reportsview.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPrintDialog>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 20'000;

template <typename T> T awaited(QFuture<T> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patience))
        return T(Error{ErrorCode::Cancelled, u"no answer"_s});
    return future.result();
}

} // namespace

/// The day after a power cut, at a true desk with a true record: what stands on the form is typed in from the
/// keyboard alone.
class TestPaperDay : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void fiveLinesAreTypedInWithoutTheMouse();
    void twentyLinesTakeFewKeys();
    void twoDigitsAreTheLatestSuchYear();
    void aLineWithAPhoneComesBackWithItsPhone();
    void aLineIsGreenOnlyWhenItIsCommitted();
    void whoWasHereBeforeIsTakenFromTheList();
    void whoLeavesIsTheOneWhoCameIn();
    void theLastLineIsTakenBackIntoTheFields();
    void aLineThatCouldNotBeWrittenIsTriedAgainByEnter();
    void whatIsTypedMeanwhileIsNotReplacedByALineThatFailed();
    void whoLeavesTheDeskLeavesNoLineBehind();
    void whatCannotBeIsSaidAndNothingIsRecorded_data();
    void whatCannotBeIsSaidAndNothingIsRecorded();
    void theFormIsPrintedFromTheKeyboard();
    void whoeverComesNextBeginsWithAnEmptyForm();
    void aFolderOfPhotosIsReadAndSummedUp();

private:
    QLineEdit *field(const QString &name) const { return m_page->findChild<QLineEdit *>(name); }
    QString said() const { return m_page->findChild<QLabel *>(u"paperSaid"_s)->text(); }
    QAbstractItemModel *rows() const { return m_page->findChild<QTableView *>(u"paperRows"_s)->model(); }
    QString state(int row) const { return rows()->index(row, PaperRowsModel::State).data().toString(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    /// As a Vietnamese keyboard gives it.
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), Qt::Key_unknown, QString(letter),
                                Qt::NoModifier);
    }
    /// Types into the fields one after another, each followed by Enter; "-" leaves one as it is.
    void typeLine(const QStringList &texts)
    {
        for (const QString &text : texts) {
            if (text != u'-')
                type(text);
            press(Qt::Key_Return);
        }
    }
    QList<EntryRow> entries() { return awaited(m_store->entries({})).value(); }
    bool settled(int row = 0)
    {
        return QTest::qWaitFor([&] { return state(row) == PaperRowsModel::tr("Recorded, late"); }, patience);
    }

    test::NoonClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EntryStore> m_store;
    std::unique_ptr<CheckpointDesk> m_desk;
    std::unique_ptr<VenueOffice> m_office;
    std::unique_ptr<DayClosing> m_closing;
    std::unique_ptr<MainWindow> m_window;
    PaperDayPage *m_page = nullptr;
};

void TestPaperDay::init()
{
    m_folder = std::make_unique<QTemporaryDir>(storetest::quickFolder());
    m_store = std::make_unique<EntryStore>();
    QVERIFY(awaited(m_store->open(m_folder->path(), StoreMode::ReadWrite)).ok());
    QVERIFY(awaited(m_store->unlock(QByteArray(32, 'k'), KeyPlace::File)).ok());
    m_desk = std::make_unique<CheckpointDesk>(m_store.get(), &m_clock, true);
    m_office = std::make_unique<VenueOffice>(m_store.get(), &m_clock);
    m_closing = std::make_unique<DayClosing>(m_store.get(), &m_clock, m_desk->turns());
    DeskPreferences preferences;
    preferences.firstStartDone = true;
    preferences.muted = true;
    preferences.location = u"Cổng A"_s;
    m_window = std::make_unique<MainWindow>(preferences);
    DeskParts parts{m_desk.get(), m_store.get(), m_office.get(), m_closing.get(), &m_clock};
    parts.asksFirst = false;
    m_window->connectDesk(parts);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->setDeskReady();
    m_page = m_window->reportsView()->paperDay();
    m_window->showView(MainWindow::View::Reports);
    m_window->reportsView()->open(ReportsView::PaperDay);
    QCOMPARE(QApplication::focusWidget(), field(u"paperDay"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_page->location(), u"Cổng A"_s, patience);
}

void TestPaperDay::cleanup()
{
    m_window.reset();
    m_closing.reset();
    m_office.reset();
    m_desk.reset();
    m_store.reset();
}

void TestPaperDay::fiveLinesAreTypedInWithoutTheMouse()
{
    typeLine({u"20/11"_s}); // the day, once
    typeLine({u"715"_s, u"Nguyễn Thử Nghiệm"_s, u"1990"_s, u"0900000001"_s, u"khám bệnh"_s});
    typeLine({u"-"_s, u"Trần Thị Mẫu"_s, u""_s, u""_s, u""_s}); // the same time
    typeLine({u"8h05"_s, u"Lê Thị Giả Lập"_s, u"1995"_s, u""_s, u"phòng 3"_s});
    press(Qt::Key_F9); // out from here on
    typeLine({u"0930"_s, u"Đỗ Thử"_s, u""_s, u""_s, u""_s});
    typeLine({u"-"_s, u"Hoàng Mẫu"_s, u"1970"_s, u""_s, u""_s});
    QCOMPARE(rows()->rowCount(), 5);
    for (int row = 0; row < 5; ++row)
        QVERIFY2(settled(row), qPrintable(state(row)));
    QList<EntryRow> kept = entries();
    QCOMPARE(kept.size(), 5);
    std::ranges::stable_sort(kept, {}, [](const EntryRow &each) { return each.entry.at.utcMs; });
    const QStringList times{u"07:15"_s, u"07:15"_s, u"08:05"_s, u"09:30"_s, u"09:30"_s};
    for (qsizetype i = 0; i < kept.size(); ++i) {
        const Entry &entry = kept[i].entry;
        QCOMPARE(entry.at.toDateTime().toString(u"HH:mm"_s), times[i]);
        QCOMPARE(entry.at.toDateTime().date(), m_clock.now().toDateTime().date());
        QVERIFY(entry.late);
        QCOMPARE(entry.source, u"manual"_s);
        QCOMPARE(entry.location, u"Cổng A"_s);
        QCOMPARE(entry.kind, i < 3 ? EntryKind::In : EntryKind::Out);
    }
    QCOMPARE(kept[2].visitor.name, u"Lê Thị Giả Lập"_s);
    QCOMPARE(kept[2].details.purpose, u"phòng 3"_s);
}

/// What stands on the form is time, name and year; a third of the people have been here before. Vietnamese is
/// typed as Telex: a letter with a mark takes a key for each of its marks. Slow hands make 2.5 keys a second,
/// which is 30 words a minute; a chord is two keys.
void TestPaperDay::twentyLinesTakeFewKeys()
{
    const QStringList names{u"Nguyễn Thử Nghiệm"_s, u"Trần Thị Mẫu"_s, u"Lê Giả Lập"_s, u"Đỗ Văn Thử"_s,
                            u"Hoàng Thị Ví Dụ"_s};
    int keys = 0;
    const auto write = [&](const QString &text) {
        keys += int(text.normalized(QString::NormalizationForm_D).size()) +
                int(text.count(u'đ') + text.count(u'Đ'));
        type(text);
    };
    const auto enter = [&] {
        ++keys;
        press(Qt::Key_Return);
    };
    write(u"20/11"_s);
    enter();
    keys += 2;
    press(Qt::Key_B, Qt::ControlModifier); // nobody wrote a phone or a purpose
    for (int line = 0; line < 20; ++line) {
        write(line % 2 ? QString() : QString::number(700 + line * 2)); // every second one at the same time
        enter();
        const bool known = line >= 5 && line % 3 == 0;
        if (known) {
            write(names[line % 5].section(u' ', -1).toLower());
            auto *offers = m_page->findChild<QListWidget *>();
            QTRY_VERIFY_WITH_TIMEOUT(offers->isVisible() && offers->count() > 0, patience);
            keys += 2;
            press(Qt::Key_Down);
            press(Qt::Key_Return);
            enter();
        } else {
            write(names[line % 5] + (line < 5 ? QString() : QChar(u'A' + line)));
            enter();
            write(QString::number(50 + line));
            enter();
        }
        QVERIFY2(settled(), qPrintable(said()));
    }
    QCOMPARE(entries().size(), 20);
    for (const EntryRow &row : entries())
        QVERIFY(row.visitor.birthDate && row.visitor.birthDate->year() >= 1950);
    constexpr double keysASecond = 2.5;
    qInfo("%d keys for 20 lines: %.0f s at %.1f keys a second", keys, keys / keysASecond, keysASecond);
    QVERIFY2(keys / keysASecond < 180, qPrintable(QString::number(keys)));
}

void TestPaperDay::twoDigitsAreTheLatestSuchYear()
{
    const std::pair<QString, QString> years[] = {
        {u"58"_s, u"1958"_s},   {u"08"_s, u"2008"_s}, {u"26"_s, u"2026"_s},  {u"27"_s, u"1927"_s},
        {u"1926"_s, u"1926"_s}, {u"5"_s, u"5"_s},     {QString(), QString()}};
    for (const auto &[typed, year] : years)
        QCOMPARE(birthYearOfPaper(typed, 2026), year);
    typeLine({u"-"_s, u"815"_s, u"Trần Thị Mẫu"_s, u"58"_s});
    QCOMPARE(field(u"passageBirthYear"_s)->text(), u"1958"_s); // is seen before it is recorded
}

void TestPaperDay::aLineWithAPhoneComesBackWithItsPhone()
{
    typeLine({u"-"_s, u"715"_s, u"Trần Thị Mẫu"_s, u"92"_s, u"0900000002"_s, {}});
    QVERIFY(settled());
    press(Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!field(u"passagePhone"_s)->isVisible());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(state(0), PaperRowsModel::tr("Voided"), patience);
    QVERIFY(field(u"passagePhone"_s)->isVisible());
    QCOMPARE(field(u"passagePhone"_s)->text(), u"0900000002"_s);
}

void TestPaperDay::aLineIsGreenOnlyWhenItIsCommitted()
{
    QStringList states;
    qsizetype committed = -1;
    connect(rows(), &QAbstractItemModel::rowsInserted, this, [&] { states << state(0); });
    connect(rows(), &QAbstractItemModel::dataChanged, this, [&] {
        states << state(0);
        // Lists are read through a connection of their own, which sees only what is committed.
        committed = storetest::await(m_store->entries({})).value().size();
    });
    typeLine({u"-"_s, u"715"_s, u"Nguyễn Thử Nghiệm"_s, u""_s, u""_s, u""_s});
    QVERIFY(settled());
    QCOMPARE(states,
             QStringList({PaperRowsModel::tr("Being recorded …"), PaperRowsModel::tr("Recorded, late")}));
    QCOMPARE(committed, 1);
    QVERIFY(disconnect(rows(), nullptr, this, nullptr));
}

void TestPaperDay::whoWasHereBeforeIsTakenFromTheList()
{
    typeLine({u"-"_s, u"715"_s, u"Nguyễn Thử Nghiệm"_s, u"1990"_s, u""_s, u"khám bệnh"_s});
    QVERIFY(settled());
    press(Qt::Key_F9);
    typeLine({u"900"_s});
    type(u"nghiem"_s);
    auto *hits = m_page->findChild<QListWidget *>(u"paperHits"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hits->isVisible(), patience);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(field(u"passageName"_s)->text(), u"N. T. Nghiệm"_s);
    press(Qt::Key_Return); // the purpose is the last field
    QCOMPARE(rows()->rowCount(), 2);
    QVERIFY(settled());
    const QList<EntryRow> kept = entries();
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept[0].entry.visitorId, kept[1].entry.visitorId);
    QCOMPARE(kept[0].visitor.name, u"Nguyễn Thử Nghiệm"_s);
    QCOMPARE(kept[1].visitor.name, u"Nguyễn Thử Nghiệm"_s);
}

void TestPaperDay::whoLeavesIsTheOneWhoCameIn()
{
    typeLine({u"-"_s, u"715"_s, u"Trần Thị Mẫu"_s, u""_s, u""_s, u""_s});
    QVERIFY(settled());
    press(Qt::Key_F9);
    typeLine({u"800"_s, u"tran thi mau"_s, u""_s, u""_s, u""_s});
    QVERIFY(settled());
    const QList<EntryRow> kept = entries();
    QCOMPARE(kept[0].entry.visitorId, kept[1].entry.visitorId);
    QCOMPARE(awaited(m_store->counters(0, m_clock.now().utcMs)).value().inside, 0);
}

void TestPaperDay::theLastLineIsTakenBackIntoTheFields()
{
    typeLine({u"-"_s, u"715"_s, u"Trần Thị Mẫu"_s, u"1992"_s, u""_s, u"thăm"_s});
    QVERIFY(settled());
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(state(0), PaperRowsModel::tr("Voided"), patience);
    QCOMPARE(field(u"passageName"_s)->text(), u"Trần Thị Mẫu"_s);
    QCOMPARE(field(u"paperTime"_s)->text(), u"07:15"_s);
    QCOMPARE(awaited(m_store->counters(0, m_clock.now().utcMs)).value().in, 0);
    typeLine({u"725"_s, u"-"_s, u"-"_s, u"-"_s, u"-"_s}); // only the time was wrong
    QVERIFY(settled());
    QCOMPARE(awaited(m_store->counters(0, m_clock.now().utcMs)).value().in, 1);
}

void TestPaperDay::aLineThatCouldNotBeWrittenIsTriedAgainByEnter()
{
    PaperDayPage page;
    page.now = [this] { return m_clock.now(); };
    page.show();
    QSignalSpy wanted(&page, &PaperDayPage::recordWanted);
    const auto *rows = page.findChild<QTableView *>(u"paperRows"_s)->model();
    page.findChild<QLineEdit *>(u"paperTime"_s)->setText(u"715"_s);
    auto *name = page.findChild<QLineEdit *>(u"passageName"_s);
    name->setText(u"Trần Thị Mẫu"_s);
    page.findChild<QAbstractButton *>(u"paperRecord"_s)->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(name->text().isEmpty());
    page.showOutcome(wanted.last().first().toInt(), Error{ErrorCode::StoreFailed, {}});
    QCOMPARE(name->text(), u"Trần Thị Mẫu"_s);
    QCOMPARE(rows->rowCount(), 1); // seen until it is tried again
    QTest::keyClick(page.focusWidget(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
    QCOMPARE(wanted[1][1].value<LateEntry>().code.visitor.name, u"Trần Thị Mẫu"_s);
    QCOMPARE(rows->rowCount(), 1); // in its place
    LateOutcome recorded;
    recorded.kind = LateOutcome::Recorded;
    page.showOutcome(wanted.last().first().toInt(), recorded);
    const auto sign = [rows](int column) { return rows->index(0, column).data(MeaningRole).toInt(); };
    QCOMPARE(Meaning(sign(PaperRowsModel::State)), Meaning::Done); // written, whichever way they went
    QCOMPARE(Meaning(sign(PaperRowsModel::Way)), Meaning::In);
}

void TestPaperDay::whatIsTypedMeanwhileIsNotReplacedByALineThatFailed()
{
    PaperDayPage page;
    page.now = [this] { return m_clock.now(); };
    page.show();
    QSignalSpy wanted(&page, &PaperDayPage::recordWanted);
    page.findChild<QLineEdit *>(u"paperTime"_s)->setText(u"715"_s);
    auto *name = page.findChild<QLineEdit *>(u"passageName"_s);
    name->setText(u"Trần Thị Mẫu"_s);
    page.findChild<QAbstractButton *>(u"paperRecord"_s)->click();
    name->setText(u"Nguyễn Thử"_s);
    page.showOutcome(wanted.last().first().toInt(), Error{ErrorCode::StoreFailed, {}});
    QCOMPARE(name->text(), u"Nguyễn Thử"_s);
    // Of whoever came before nothing comes back.
    page.findChild<QAbstractButton *>(u"paperRecord"_s)->click();
    QCOMPARE(wanted.size(), 2);
    page.forget();
    page.showOutcome(wanted.last().first().toInt(), Error{ErrorCode::StoreFailed, {}});
    QVERIFY(name->text().isEmpty());
}

/// Ctrl+Z of whoever comes next must not bring the last line into the fields.
void TestPaperDay::whoLeavesTheDeskLeavesNoLineBehind()
{
    typeLine({u"-"_s, u"715"_s, u"Trần Thị Mẫu"_s, u"1992"_s, u""_s, u"thăm"_s});
    QVERIFY(settled());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field(u"passageName"_s)->text().isEmpty()); // not before the record has taken it back
    m_window->setLocked(true);
    QCOMPARE(rows()->rowCount(), 0);
    m_window->setLocked(false);
    const auto in = [this] { return awaited(m_store->counters(0, m_clock.now().utcMs)).value().in; };
    QTRY_COMPARE_WITH_TIMEOUT(in(), 0, patience); // the answer came to nobody
    QVERIFY(field(u"passageName"_s)->text().isEmpty());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field(u"passageName"_s)->text().isEmpty());
}

void TestPaperDay::whatCannotBeIsSaidAndNothingIsRecorded_data()
{
    QTest::addColumn<QStringList>("line");
    QTest::addColumn<QString>("focused");
    const QString day = u"paperDay"_s;
    const QString time = u"paperTime"_s;
    const QString name = u"Trần Thị Mẫu"_s;
    QTest::newRow("a time that has not come") << QStringList{u"-"_s, u"1530"_s, name, {}, {}, {}} << time;
    QTest::newRow("a day that has not come") << QStringList{u"1/1/2031"_s, u"815"_s, name, {}, {}, {}} << day;
    QTest::newRow("no time") << QStringList{u"-"_s, {}, name, {}, {}, {}} << time;
    QTest::newRow("25 o'clock") << QStringList{u"-"_s, u"2500"_s, name, {}, {}, {}} << time;
    QTest::newRow("the 31st of November") << QStringList{u"31/11/2026"_s, u"815"_s, name, {}, {}, {}} << day;
    QTest::newRow("nobody") << QStringList{u"-"_s, u"815"_s, {}, {}, {}, {}} << u"passageName"_s;
    QTest::newRow("born in 1850") << QStringList{u"-"_s, u"815"_s, name, u"1850"_s, {}, {}}
                                  << u"passageBirthYear"_s;
    QTest::newRow("no phone") << QStringList{u"-"_s, u"815"_s, name, {}, u"12345"_s, {}} << u"passagePhone"_s;
    QTest::newRow("before the desk was there")
        << QStringList{u"1/1/2020"_s, u"815"_s, name, {}, {}, {}} << day;
}

void TestPaperDay::whatCannotBeIsSaidAndNothingIsRecorded()
{
    QFETCH(const QStringList, line);
    QFETCH(const QString, focused);
    m_page->setDeskSince(QDate(2024, 1, 1));
    typeLine(line);
    QVERIFY(!said().isEmpty());
    QCOMPARE(QApplication::focusWidget(), field(focused));
    QCOMPARE(rows()->rowCount(), 0);
    QVERIFY(entries().isEmpty());
}

void TestPaperDay::theFormIsPrintedFromTheKeyboard()
{
    press(Qt::Key_P, Qt::ControlModifier);
    QPrintDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = m_window->findChild<QPrintDialog *>(u"sheetPrintDialog"_s)));
    dialog->reject();
    m_page->showPrinted(u"/somewhere/form.pdf"_s);
    QVERIFY(m_page->findChild<QLabel *>(u"paperSums"_s)->text().contains(u"/somewhere/form.pdf"_s));
    m_page->showPrinted(Error{ErrorCode::PrinterMissing, {}});
    QVERIFY(!m_page->findChild<QLabel *>(u"paperSums"_s)->text().isEmpty());
}

void TestPaperDay::whoeverComesNextBeginsWithAnEmptyForm()
{
    QLineEdit *time = field(u"paperTime"_s);
    time->setText(u"09:00"_s);
    time->setFocus();
    press(Qt::Key_F9);
    auto *way = m_page->findChild<QLabel *>(u"paperWay"_s);
    QCOMPARE(way->text(), directionShout(Direction::Out));
    m_page->forget();
    QVERIFY(time->text().isEmpty());
    QCOMPARE(way->text(), directionShout(Direction::In));
}

void TestPaperDay::aFolderOfPhotosIsReadAndSummedUp()
{
    m_window->reportsView()->open(ReportsView::Photos);
    PhotosPage *photos = m_window->reportsView()->photos();
    const QTemporaryDir folder;
    QImage blank(320, 240, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QVERIFY(blank.save(folder.filePath(u"1.png"_s)));
    QFile text(folder.filePath(u"2.txt"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no photo") > 0);
    text.close();
    photos->askFolder = [&folder](QWidget *, const QString &) { return folder.path(); };
    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    QVERIFY(photos->findChild<ActionButton *>(u"photosStop"_s)->isVisible());
    auto *sum = photos->findChild<QLabel *>(u"photosSaid"_s);
    QTRY_VERIFY_WITH_TIMEOUT(sum->isVisible() && !sum->text().isEmpty(), patience);
    QVERIFY2(sum->text().contains(u'2'), qPrintable(sum->text()));
    auto *table = photos->findChild<QTableWidget *>(u"photosTable"_s);
    QCOMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"1.png"_s);
    QVERIFY(!table->item(1, 1)->text().isEmpty());
    QVERIFY(!photos->findChild<ActionButton *>(u"photosStop"_s)->isVisible());
}

QTEST_MAIN(TestPaperDay)
#include "tst_paperday.moc"
