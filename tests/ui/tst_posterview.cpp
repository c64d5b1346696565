#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/theme.h"
#include "ui/posterview/findingtext.h"
#include "ui/posterview/posterscreen.h"
#include "ui/posterview/posterview.h"
#include "ui/posterview/sheetpreview.h"

#include <QApplication>
#include <QFontMetrics>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// The posters as the person at the desk makes them.
class TestPosterView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void largeTextIsNotCutInTheChoices();
    void cleanup() { m_view.reset(); }
    void withoutAVenueItSaysWhatToDo();
    void withoutAPlaceNothingIsOffered();
    void checkingThePrintoutCanAlwaysBeEnded();
    void everyButtonSaysItsKey();
    void everyPlaceIsListedButTheWithdrawnOnes();
    void theDesksOwnPlaceIsOffered();
    void lookingIssuesNothing();
    void theSheetIsReadBackBeforeAnybodyPrints();
    void savingAsksForSignedPostersAndWritesAWholeFile();
    void aNameWithoutAKindOfFileIsSaid();
    void nothingIsWrittenWhenPostersCannotBeIssued();
    void aNewPlaceIsAskedFor();
    void placesOfAListAreAddedOneAfterTheOther();
    void aListThatIsBeingAddedCanBeStopped();
    void aPlaceThatCannotBeAddedStopsTheListAndIsSaid();
    void aListThatIsNoneIsSaid();
    void theTrueSizeIsTrue();
    void thePosterFillsASecondMonitor();
    void everyFindingHasASentence();

private:
    static VenueRecord record();
    static SignedPoster signedPoster(const QString &place);
    QString said() const { return m_view->findChild<QLabel *>(u"posterSaid"_s)->text(); }

    std::unique_ptr<PosterView> m_view;
};

VenueRecord TestPosterView::record()
{
    VenueRecord record;
    record.venue = Venue{};
    record.venue->name = u"Bệnh viện Đa khoa Thử Nghiệm"_s;
    record.venue->code = u"VENUE-0001"_s;
    record.locations = {
        {u"a"_s, u"Cổng A"_s, false}, {u"b"_s, u"Cổng B"_s, false}, {u"c"_s, u"Cổng cũ"_s, true}};
    record.posters = {{u"0A1B2C3"_s, u"a"_s, QDate(2026, 11, 1), 1, PosterState::Valid}};
    return record;
}

SignedPoster TestPosterView::signedPoster(const QString &place)
{
    SignedPoster poster;
    poster.venueName = record().venue->name;
    poster.issued.location.name = place;
    poster.issued.poster = {u"0A1B2C3"_s, u"a"_s, QDate(2026, 11, 1), 1, PosterState::Valid};
    poster.codeText = QByteArray(120, 'x');
    return poster;
}

void TestPosterView::init()
{
    m_view = std::make_unique<PosterView>();
    m_view->resize(1260, 712);
    m_view->show();
    m_view->setRecord(record());
}

void TestPosterView::largeTextIsNotCutInTheChoices()
{
    applyTheme(*qApp, ThemeKind::Light, 150);
    init();
    const auto *languages = m_view->findChild<ChoiceRow *>(u"posterLanguages"_s);
    QTRY_VERIFY(languages->width() >= languages->minimumSizeHint().width());
    for (int i = 0; i < 3; ++i)
        QVERIFY(languages->button(i)->width() >= languages->button(i)->sizeHint().width());
    const auto *field = m_view->findChild<QLineEdit *>(u"posterNewPlace"_s);
    QVERIFY(field->width() >=
            QFontMetrics(textFont(tokens::bodyText)).horizontalAdvance(field->placeholderText()) +
                tokens::space24);
    applyTheme(*qApp, ThemeKind::Light, 100);
}

void TestPosterView::withoutAVenueItSaysWhatToDo()
{
    m_view->setRecord({});
    QCOMPARE(m_view->findChild<QListWidget *>(u"posterPlaces"_s)->count(), 0);
    QSignalSpy wanted(m_view.get(), &PosterView::postersWanted);
    m_view->findChild<ActionButton *>(u"posterPrint"_s)->click();
    QCOMPARE(wanted.count(), 0);
    for (const auto &name : {u"posterPrint"_s, u"posterSave"_s, u"posterShow"_s, u"posterCheck"_s}) {
        const auto *button = m_view->findChild<ActionButton *>(name);
        QVERIFY2(!button->isEnabled(), qPrintable(name));
        QVERIFY2(button->whyOff().contains(u"F10"_s), qPrintable(button->whyOff()));
    }
}

void TestPosterView::withoutAPlaceNothingIsOffered()
{
    auto *print = m_view->findChild<ActionButton *>(u"posterPrint"_s);
    auto *withdraw = m_view->findChild<ActionButton *>(u"posterWithdrawPlace"_s);
    auto *places = m_view->findChild<QListWidget *>(u"posterPlaces"_s);
    QVERIFY(print->isEnabled());
    places->item(0)->setCheckState(Qt::Unchecked);
    QVERIFY(!print->isEnabled() && !print->whyOff().isEmpty());
    places->item(1)->setCheckState(Qt::Checked);
    QVERIFY(print->isEnabled() && print->whyOff().isEmpty());
    places->setCurrentRow(0);
    QVERIFY(!withdraw->isEnabled() && !withdraw->whyOff().isEmpty()); // the whole venue is no place
    places->setCurrentRow(1);
    QVERIFY(withdraw->isEnabled());
    QSignalSpy withdrawn(m_view.get(), &PosterView::locationWithdrawn);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    places->setFocus();
    QTest::keyClick(places, Qt::Key_Delete);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // out of habit
    QCOMPARE(withdrawn.count(), 0);
    QVERIFY(places->hasFocus());
    QTest::keyClick(places, Qt::Key_Delete);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(withdrawn.count(), 1);
    QVERIFY(!withdrawn[0][0].toString().isEmpty());
}

/// What ignores posters meanwhile must have an end, whatever is ticked.
void TestPosterView::checkingThePrintoutCanAlwaysBeEnded()
{
    auto *check = m_view->findChild<ActionButton *>(u"posterCheck"_s);
    auto *places = m_view->findChild<QListWidget *>(u"posterPlaces"_s);
    places->item(1)->setCheckState(Qt::Checked); // that one hangs
    check->click();
    QVERIFY(check->isChecked());
    for (int row = 0; row < places->count(); ++row)
        places->item(row)->setCheckState(Qt::Unchecked);
    QVERIFY(check->isEnabled());
    check->click();
    QVERIFY(!check->isChecked());
    QVERIFY(!check->isEnabled());
}

void TestPosterView::everyButtonSaysItsKey()
{
    QSet<QString> keys;
    for (const ActionButton *button : m_view->findChildren<ActionButton *>()) {
        if (!button->isVisible())
            continue;
        QVERIFY2(button->showsKey(), qPrintable(button->objectName()));
        QVERIFY2(!keys.contains(button->keyHint()), qPrintable(button->keyHint()));
        keys.insert(button->keyHint());
    }
    QCOMPARE(keys.size(), 7);
    QSignalSpy wanted(m_view.get(), &PosterView::postersWanted);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    QTest::keyClick(m_view.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(wanted.count(), 1);
}

void TestPosterView::everyPlaceIsListedButTheWithdrawnOnes()
{
    auto *places = m_view->findChild<QListWidget *>(u"posterPlaces"_s);
    QCOMPARE(places->count(), 3);
    QVERIFY(places->item(1)->text().contains(u"Cổng A"_s));
    QVERIFY(places->item(1)->text().contains(u"0A1B2C3"_s));
}

/// What was said at the first start need not be typed again.
void TestPosterView::theDesksOwnPlaceIsOffered()
{
    m_view->setDeskLocation(u"Cổng chính"_s);
    auto *places = m_view->findChild<QListWidget *>(u"posterPlaces"_s);
    QCOMPARE(places->count(), 4);
    QVERIFY(places->item(3)->text().contains(u"Cổng chính"_s));
    QSignalSpy wanted(m_view.get(), &PosterView::postersWanted);
    m_view->findChild<ActionButton *>(u"posterShow"_s)->click();
    QCOMPARE(wanted[0][0].toStringList(), QStringList{QString()}); // offered is not chosen
    m_view->takePosters(Error{ErrorCode::Cancelled, {}});
    QSignalSpy added(m_view.get(), &PosterView::locationAdded);
    places->item(3)->setCheckState(Qt::Checked);
    QCOMPARE(added.count(), 1);
    QCOMPARE(added[0][0].toString(), u"Cổng chính"_s);
    VenueRecord more = record();
    more.locations.append({u"m"_s, u"Cổng chính"_s, false});
    m_view->setRecord(more);
    QCOMPARE(places->count(), 4); // once
    m_view->findChild<ActionButton *>(u"posterShow"_s)->click();
    QVERIFY(wanted[1][0].toStringList().contains(u"m"_s)); // and chosen
}

void TestPosterView::lookingIssuesNothing()
{
    QSignalSpy wanted(m_view.get(), &PosterView::postersWanted);
    QTRY_VERIFY_WITH_TIMEOUT(!said().isEmpty(), 20'000);
    QCOMPARE(wanted.count(), 0);
}

void TestPosterView::theSheetIsReadBackBeforeAnybodyPrints()
{
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"300"_s), 20'000);
}

void TestPosterView::savingAsksForSignedPostersAndWritesAWholeFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    m_view->saving.dialog = [path](auto...) { return path; };
    QSignalSpy wanted(m_view.get(), &PosterView::postersWanted);
    m_view->findChild<ActionButton *>(u"posterSave"_s)->click();
    QCOMPARE(wanted.count(), 1);
    QVERIFY(!wanted[0][1].toBool());
    m_view->takePosters(Result<QList<SignedPoster>>(QList<SignedPoster>{signedPoster(u"Cổng A"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(path), 20'000);
    QCOMPARE(m_view->findChild<QLabel *>(u"posterSaid"_s)->property("tone").toString(), u"in"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF"));
}

void TestPosterView::aNameWithoutAKindOfFileIsSaid()
{
    m_view->saving.dialog = [](auto...) { return u"/tmp/poster.doc"_s; };
    QSignalSpy wanted(m_view.get(), &PosterView::postersWanted);
    m_view->findChild<ActionButton *>(u"posterSave"_s)->click();
    QCOMPARE(wanted.count(), 0);
    QVERIFY(said().contains(u".pdf"_s));
}

void TestPosterView::nothingIsWrittenWhenPostersCannotBeIssued()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.pdf"_s);
    m_view->saving.dialog = [path](auto...) { return path; };
    m_view->findChild<ActionButton *>(u"posterSave"_s)->click();
    m_view->takePosters(Result<QList<SignedPoster>>(Error{ErrorCode::DiskFull, {}}));
    QVERIFY(!QFile::exists(path));
    QVERIFY(!said().isEmpty());
}

void TestPosterView::aNewPlaceIsAskedFor()
{
    QSignalSpy added(m_view.get(), &PosterView::locationAdded);
    auto *name = m_view->findChild<QLineEdit *>(u"posterNewPlace"_s);
    QTest::keyClicks(name, u"  Tang 2 "_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(added.count(), 1);
    QCOMPARE(added[0][0].toString(), u"Tang 2"_s);
}

void TestPosterView::placesOfAListAreAddedOneAfterTheOther()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("name\nCổng A\nTầng 2\nTầng 3\n");
    file.close();
    m_view->askWhich = [&file](auto...) { return file.fileName(); };
    QSignalSpy added(m_view.get(), &PosterView::locationAdded);
    m_view->findChild<ActionButton *>(u"posterListButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, 20'000);
    QCOMPARE(added[0][0].toString(), u"Tầng 2"_s); // the first is there already
    VenueRecord more = record();
    more.locations << Location{u"d"_s, u"Tầng 2"_s, false};
    m_view->setRecord(more);
    QCOMPARE(added.count(), 2);
    QCOMPARE(added[1][0].toString(), u"Tầng 3"_s);
    QVERIFY(m_view->findChild<QProgressBar *>(u"posterProgress"_s)->isVisible());
    more.locations << Location{u"e"_s, u"Tầng 3"_s, false};
    m_view->setRecord(more);
    QCOMPARE(added.count(), 2);
    QVERIFY(!m_view->findChild<QProgressBar *>(u"posterProgress"_s)->isVisible());
    QCOMPARE(m_view->findChild<QListWidget *>(u"posterPlaces"_s)->count(), 5);
    QVERIFY(said().contains(u"3"_s));
}

void TestPosterView::aListThatIsBeingAddedCanBeStopped()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < 500; ++i)
        file.write("Tang " + QByteArray::number(i) + "\n");
    file.close();
    m_view->askWhich = [&file](auto...) { return file.fileName(); };
    QSignalSpy added(m_view.get(), &PosterView::locationAdded);
    VenueRecord more = record();
    QObject answering;
    connect(m_view.get(), &PosterView::locationAdded, &answering, [&](const QString &name) {
        more.locations << Location{name, name, false};
        if (more.locations.size() == 10)
            m_view->findChild<ActionButton *>(u"posterCancel"_s)->click();
        QMetaObject::invokeMethod(
            m_view.get(), [this, &more] { m_view->setRecord(more); }, Qt::QueuedConnection);
    });
    m_view->findChild<ActionButton *>(u"posterListButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(
        !m_view->findChild<ActionButton *>(u"posterCancel"_s)->isVisible() && added.count() > 0, 20'000);
    QTest::qWait(50);
    QCOMPARE(added.count(), 7);
    QCOMPARE(m_view->findChild<QListWidget *>(u"posterPlaces"_s)->count(), 10); // without the withdrawn one
}

void TestPosterView::aPlaceThatCannotBeAddedStopsTheListAndIsSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Tầng 2\nTầng 3\n");
    file.close();
    m_view->askWhich = [&file](auto...) { return file.fileName(); };
    QSignalSpy added(m_view.get(), &PosterView::locationAdded);
    m_view->findChild<ActionButton *>(u"posterListButton"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(added.count(), 1, 20'000);
    m_view->showNotAdded(Error{ErrorCode::DiskFull, {}});
    m_view->setRecord(record());
    QCOMPARE(added.count(), 1);
    QVERIFY(!said().isEmpty());
}

void TestPosterView::aListThatIsNoneIsSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"list.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xff\xfe\x00");
    file.close();
    m_view->askWhich = [&file](auto...) { return file.fileName(); };
    QSignalSpy added(m_view.get(), &PosterView::locationAdded);
    m_view->findChild<ActionButton *>(u"posterListButton"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(!said().isEmpty(), 20'000);
    QCOMPARE(added.count(), 0);
}

void TestPosterView::theTrueSizeIsTrue()
{
    auto *preview = m_view->findChild<SheetPreview *>();
    QTRY_VERIFY_WITH_TIMEOUT(said().contains(u"300"_s), 20'000);
    preview->setZoom(1.0);
    // 210 mm of paper on this monitor.
    const double wanted = 210 / 25.4 * preview->physicalDpiX();
    const QImage picture = preview->viewport()->grab().toImage();
    QVERIFY(preview->zoom() == 1.0);
    QVERIFY(wanted > 0 && !picture.isNull());
    preview->setFocus();
    QTest::keyClick(preview, Qt::Key_0);
    QVERIFY(preview->zoom() < 1.0);
}

void TestPosterView::thePosterFillsASecondMonitor()
{
    m_view->findChild<ActionButton *>(u"posterShow"_s)->click();
    m_view->takePosters(Result<QList<SignedPoster>>(QList<SignedPoster>{signedPoster(u"Cổng A"_s)}));
    PosterScreen *shown = nullptr;
    for (QWidget *each : QApplication::topLevelWidgets())
        shown = qobject_cast<PosterScreen *>(each) ? static_cast<PosterScreen *>(each) : shown;
    QVERIFY(shown && shown->isVisible());
    QTest::keyClick(shown, Qt::Key_Escape);
    QVERIFY(!shown->isVisible());
}

void TestPosterView::everyFindingHasASentence()
{
    for (int kind = 0; kind <= int(ProofKind::QuietZoneInked); ++kind)
        QVERIFY(!proofText({0, ProofKind(kind), 10, 20}).isEmpty());
    for (int kind = 0; kind <= int(PaperKind::SizeUnknown); ++kind)
        QVERIFY(!paperText({PaperKind(kind), 0.6, -1}).isEmpty());
}

QTEST_MAIN(TestPosterView)
#include "tst_posterview.moc"
