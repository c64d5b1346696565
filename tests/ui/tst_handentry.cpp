#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/actionbutton.h"
#include "ui/common/visitoroffers.h"
#include "ui/common/wording.h"
#include "ui/scanview/completionpanel.h"
#include "ui/scanview/handentrypanel.h"
#include "ui/scanview/passagefields.h"
#include "ui/scanview/resultcard.h"
#include "ui/scanview/scanview.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// Writing people down by hand, and adding to what was scanned: from the keyboard alone.
class TestHandEntry : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void ctrlNTypesAndEnterRecords();
    void everyFieldIsSeenWithoutCoveringTheFigures();
    void noFieldIsSqueezedWhereThereIsNoPicture();
    void theResultBeforeStaysWholeBesideTheForm();
    void whoLooksAlikeIsToldApart();
    void withoutANameNothingIsRecorded();
    void aWrongPhoneIsSaidAtItsField();
    void f9RecordsTheOtherDirection();
    void escRecordsNothingAndLeavesNothingForTheNextName();
    void aNameOfBeforeIsAskedAboutNotDoubled();
    void noLineOfWhatIsOfferedIsCut();
    void enterOnACompletedPurposeRecords();
    void aPurposeIsChosenWithoutTypingIt();
    void aYearToComeIsSaidToBe();
    void whoWasHereBeforeIsOfferedWhileTyping();
    void whoIsKnownByNothingThatStandsComesLast();
    void downAndEnterTakeAVisitorWithoutShowingTheirData();
    void whoIsExpectedStandsFirstAndIsCalledThat();
    void takingWhoIsExpectedFillsInWhatWasAnnounced();
    void whomTheExpectedVisitorMeetsIsSeenThoughItIsNotAsked();
    void whoIsAnnouncedIsNoNamesakeUnasked();
    void whatIsTypedCountsMoreThanWhatWasAnnounced();
    void whoIsExpectedAndKnownStaysTheirOneSelf();
    void whatTheVenueDoesNotAskIsTakenFromTheAnnouncement();
    void somebodyInsideIsSentOutByEnter();
    void theKeyOfADirectionStaysWhoeverIsTaken();
    void whoLeavesDoesSoWithThoseTheyCameWith();
    void theYearTellsWhoOfOneNameWasTaken();
    void lettersWhereANumberBelongsAreNotLostInSilence();
    void tabAfterAChosenWordSkipsNothing();
    void anotherNameIsAnotherPerson();
    void answersToOlderLettersAreDropped();
    void staffIsAskedForNoPurpose();
    void whatTheVenueNeedsMustBeFilledIn();
    void enterDoesNotAnswerAQuestionThatCameMeanwhile();
    void theFormKeepsItsKeysWhenOneComesBackToIt();
    void theEnterOfAFormDoesNotTakeBack();
    void aScanDoesNotDisturbTheTyping();
    void anotherPanelLeavesADraftThatSaysSo();
    void whatIsTypedAboutOneIsNotDroppedForAnother();
    void missingFieldsAreAskedAfterTheGreenLight();
    void nothingIsAskedWhereNothingIsMissing();
    void companionsAreAddedWithCtrlG();
    void leavingWithoutTheGroupIsSaid();
    void theNextScanReplacesAnUntouchedCompletion();
    void theNextScanLeavesACompletionThatIsTyped();
    void arrowKeysCount();

private:
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    /// Types, and waits until the whole of it is searched for.
    bool search(const QString &letters)
    {
        QSignalSpy wanted(m_view, &ScanView::visitorsWanted);
        type(letters);
        const auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        return QTest::qWaitFor(
            [&] { return !wanted.isEmpty() && wanted.last()[0].toString() == name->text(); }, 20'000);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    HandEntryPanel *panel() const { return m_view->findChild<HandEntryPanel *>(); }
    CompletionPanel *completion() const { return m_view->findChild<CompletionPanel *>(); }
    QLineEdit *edit(const QWidget *where, const QString &name) const
    {
        return where->findChild<QLineEdit *>(name);
    }
    static VisitorHit hit(const VisitorData &visitor, bool inside);
    static VisitorHit expectedHit();
    bool takeFirst(const QString &typed, const QList<VisitorHit> &hits);

    std::unique_ptr<MainWindow> m_window;
    ScanView *m_view = nullptr;
};

void TestHandEntry::init()
{
    m_window = samples::makeWindow(samples::morningPreferences(), {1366, 768});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view = m_window->scanView();
    VenueRules rules;
    for (FieldRule *each : {&rules.birthYear, &rules.phone, &rules.purpose, &rules.host})
        *each = FieldRule::Optional;
    m_view->setRules(rules);
    m_window->showView(MainWindow::View::Scan);
}

void TestHandEntry::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

VisitorHit TestHandEntry::hit(const VisitorData &visitor, bool inside)
{
    VisitorHit hit;
    hit.visitorId = QUuid::createUuid();
    hit.visitor = visitor;
    hit.visitor.phone = u"+84900000001"_s;
    hit.lastDetails = {u"Khám bệnh"_s, u"Khoa Nội"_s};
    if (inside)
        hit.insideSinceUtcMs = samples::at(7, 40).utcMs;
    hit.lastEntry.emplace().at = samples::at(7, 40);
    return hit;
}

void TestHandEntry::ctrlNTypesAndEnterRecords()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(panel()->isVisible());
    type(u"  Vo Thi   Khach "_s);
    press(Qt::Key_Tab);
    type(u"1985"_s);
    for (int field = 0; field < 3; ++field) // past purpose and host
        press(Qt::Key_Tab);
    type(u"0900 000 002"_s);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    const auto entry = recorded[0][0].value<HandEntry>();
    QCOMPARE(entry.typed.name, u"Vo Thi Khach"_s);
    QCOMPARE(entry.typed.birthDate->year(), 1985);
    QVERIFY(entry.typed.phone.contains(u"900"_s));
    QCOMPARE(entry.direction, DirectionRule::Auto);
    QVERIFY(!panel()->isVisible());
}

/// What the rules do not ask for need not be filled in, and stands there all the same: in a hurry nobody
/// looks for it behind a button. On the screen of a desk it covers none of the figures.
void TestHandEntry::everyFieldIsSeenWithoutCoveringTheFigures()
{
    DeskPreferences preferences = samples::morningPreferences();
    for (const QString &language : {u"vi"_s, u"en"_s}) {
        preferences.language = language;
        m_window = samples::makeWindow(preferences, {1366, 740}); // with a frame around it
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_view = m_window->scanView();
        m_window->removeDevice(samples::cameraId());
        VenueRules rules;
        rules.phone = FieldRule::Required;
        m_view->setRules(rules);
        m_view->showOutcome(samples::recordedIn());
        press(Qt::Key_N, Qt::ControlModifier);
        QCoreApplication::processEvents();
        const QRect form(panel()->mapTo(m_window.get(), QPoint()), panel()->size());
        for (const QString &name :
             {u"passageName"_s, u"passageBirthYear"_s, u"passagePhone"_s, u"passagePurpose"_s,
              u"passageHost"_s, u"passageCompanions"_s, u"passageChildren"_s}) {
            const QLineEdit *field = edit(panel(), name);
            QVERIFY2(field->isVisible(), qPrintable(name));
            QVERIFY2(field->height() >= field->minimumSizeHint().height(), qPrintable(name));
            QVERIFY(panel()->rect().contains(QRect(field->mapTo(panel(), QPoint()), field->size())));
        }
        for (const QLabel *label : panel()->findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || label->width() >= label->sizeHint().width(),
                     qPrintable(label->text()));
        for (const ActionButton *button : panel()->findChildren<ActionButton *>())
            QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        const auto *counters = m_view->findChild<QWidget *>(u"counterRow"_s);
        const QRect figures(counters->mapTo(m_window.get(), QPoint()), counters->size());
        QVERIFY2(!form.intersects(figures), qPrintable(language));
    }
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    type(u"Khach"_s);
    edit(panel(), u"passagePhone"_s)->setText(u"0900000002"_s);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
}

/// Without a camera the form takes the room below it as well, and all the more for all its fields.
void TestHandEntry::noFieldIsSqueezedWhereThereIsNoPicture()
{
    m_window->removeDevice(samples::cameraId());
    m_view->setRules({}, 0);
    press(Qt::Key_N, Qt::ControlModifier);
    QCoreApplication::processEvents(); // the layout comes with the next round
    const QWidget *const record = panel()->findChild<QWidget *>(u"handEntryIn"_s);
    const int end = record->mapTo(panel(), QPoint()).y();
    int shown = 0;
    for (const QLineEdit *field : panel()->findChildren<QLineEdit *>()) {
        if (!field->isVisible())
            continue;
        ++shown;
        QVERIFY2(field->height() >= field->minimumSizeHint().height(), qPrintable(field->objectName()));
        QVERIFY2(field->mapTo(panel(), field->rect().bottomLeft()).y() < end,
                 qPrintable(field->objectName()));
    }
    QCOMPARE(shown, 7);
    QVERIFY(panel()->rect().contains(record->geometry()));
}

void TestHandEntry::theResultBeforeStaysWholeBesideTheForm()
{
    DeskPreferences preferences = samples::morningPreferences();
    preferences.language = u"vi"_s; // its words are longer, so that the form is wider than the picture
    m_window = samples::makeWindow(preferences, {1366, 728});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view = m_window->scanView();
    m_view->showOutcome(samples::recordedIn());
    auto *const card = m_view->findChild<ResultCard *>();
    const auto placeOf = [this](const QWidget *widget) {
        return QRect(widget->mapTo(m_view, QPoint()), widget->size());
    };
    QCoreApplication::processEvents();
    const QRect before = placeOf(card);
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(panel()->isVisible());
    QTRY_VERIFY(!placeOf(panel()).intersects(placeOf(card)));
    press(Qt::Key_Escape);
    QTRY_COMPARE(placeOf(card), before);
}

/// Two of one short name: the year, the last digits and the last visit tell them apart.
void TestHandEntry::whoLooksAlikeIsToldApart()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(search(u"nghiem"_s));
    const VisitorHit first = hit(samples::nghiem(), false);
    VisitorHit second = hit(samples::nghiem(), false);
    second.visitor.idNumber = u"001090777773"_s;
    m_view->setHits(u"nghiem"_s, {first, second, hit(samples::mau(), false)});
    const auto *list = panel()->findChild<QListWidget *>();
    QVERIFY(list->item(0)->text().contains(first.visitor.idNumber.right(4)));
    QVERIFY(list->item(1)->text().contains(u"7773"_s));
    QVERIFY(!list->item(1)->text().contains(second.visitor.idNumber));
    QVERIFY(!list->item(2)->text().contains(samples::mau().idNumber.right(4))); // nobody looks like them
}

void TestHandEntry::withoutANameNothingIsRecorded()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 0);
    QVERIFY(panel()->isVisible());
    QVERIFY(edit(panel(), u"passageName"_s)->hasFocus());
    QVERIFY(!edit(panel(), u"passageName"_s)->accessibleDescription().isEmpty());
}

void TestHandEntry::aWrongPhoneIsSaidAtItsField()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Khach"_s);
    edit(panel(), u"passagePhone"_s)->setText(u"12345"_s);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 0);
    QVERIFY(edit(panel(), u"passagePhone"_s)->hasFocus());
    QCOMPARE(edit(panel(), u"passageName"_s)->text(), u"Khach"_s);
}

void TestHandEntry::f9RecordsTheOtherDirection()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    QSignalSpy turned(m_view, &ScanView::turnRoundRequested);
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Khach"_s);
    press(Qt::Key_F9);
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(recorded[0][0].value<HandEntry>().direction, DirectionRule::Out);
    press(Qt::Key_F9); // the key bounces: the visitor before is not turned round
    QCOMPARE(turned.count(), 0);
    QTest::qWait(600);
    press(Qt::Key_F9);
    QCOMPARE(turned.count(), 1);
}

void TestHandEntry::escRecordsNothingAndLeavesNothingForTheNextName()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Khach"_s);
    press(Qt::Key_Escape);
    QVERIFY(!panel()->isVisible());
    QCOMPARE(recorded.count(), 0);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(edit(panel(), u"passageName"_s)->text(), QString());
    type(u"Nguoi"_s);
    m_view->forget(); // another operator
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(edit(panel(), u"passageName"_s)->text(), QString());
    type(u"Nguoi Khac"_s);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    press(Qt::Key_N, Qt::ControlModifier); // nothing is left of what is recorded
    QCOMPARE(edit(panel(), u"passageName"_s)->text(), QString());
}

/// The name in full, with the offered visitor in sight, and Enter: a second person would come of it.
void TestHandEntry::aNameOfBeforeIsAskedAboutNotDoubled()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    const VisitorHit known = hit(samples::nghiem(), false);
    const auto begin = [this](const VisitorHit &offered, const QString &year) {
        press(Qt::Key_N, Qt::ControlModifier);
        const bool searched = search(u"nguyen thu nghiem"_s);
        m_view->setHits(u"nguyen thu nghiem"_s, {offered});
        edit(panel(), u"passageBirthYear"_s)->setText(year);
        press(Qt::Key_Return);
        return searched;
    };
    QVERIFY(begin(known, {}));
    QCOMPARE(recorded.count(), 0);
    QVERIFY(panel()->isVisible());
    press(Qt::Key_Return); // the key bounces: that is no answer
    QCOMPARE(recorded.count(), 0);
    QTest::qWait(600);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(recorded[0][0].value<HandEntry>().visitorId, std::optional(known.visitorId));
    QCOMPARE(recorded[0][0].value<HandEntry>().direction, DirectionRule::In);

    QVERIFY(begin(known, {}));
    press(Qt::Key_F9); // somebody else of that name
    QCOMPARE(recorded.count(), 2);
    QVERIFY(!recorded[1][0].value<HandEntry>().visitorId);
    QCOMPARE(recorded[1][0].value<HandEntry>().direction, DirectionRule::Auto);

    QVERIFY(begin(known, u"1971"_s)); // not born in that year: nobody asks
    QCOMPARE(recorded.count(), 3);
    QVERIFY(!recorded[2][0].value<HandEntry>().visitorId);

    // Who is inside is not sent out by a second Enter that meant the question.
    QVERIFY(begin(hit(samples::nghiem(), true), {}));
    QTest::qWait(600);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 3);
    QVERIFY(panel()->findChild<ActionButton *>(u"handEntryOut"_s)->keyHint().contains(u"Enter"_s));
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 4);
    QCOMPARE(recorded[3][0].value<HandEntry>().direction, DirectionRule::Out); // said, so nothing is asked
}

void TestHandEntry::noLineOfWhatIsOfferedIsCut()
{
    m_view->setOffers({{u"Thăm người bệnh"_s, {}}, {u"Thăm bệnh nhân"_s, {}}});
    press(Qt::Key_N, Qt::ControlModifier);
    QLineEdit *purpose = edit(panel(), u"passagePurpose"_s);
    purpose->setFocus();
    type(u"benh"_s);
    const QAbstractItemView *offers = purpose->completer()->popup();
    QTRY_VERIFY(offers->isVisible());
    const QRect last = offers->visualRect(offers->model()->index(offers->model()->rowCount() - 1, 0));
    QVERIFY2(offers->viewport()->rect().contains(last), qPrintable(QString::number(offers->height())));
}

void TestHandEntry::enterOnACompletedPurposeRecords()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    m_view->setOffers({{u"Kham"_s, {}}});
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Khach"_s);
    QLineEdit *purpose = edit(panel(), u"passagePurpose"_s);
    purpose->setFocus();
    type(u"Kham"_s);
    QTRY_VERIFY(purpose->completer()->popup()->isVisible());
    QTest::keyClick(purpose->completer()->popup(), Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(recorded[0][0].value<HandEntry>().details.purpose, u"Kham"_s);
}

/// Down shows what there is, the venue's words before those used lately; a part of a word finds it, too.
void TestHandEntry::aPurposeIsChosenWithoutTypingIt()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    VenueRules rules;
    rules.purpose = FieldRule::Optional;
    m_view->setOffers({{u"Họp"_s, {}}, {u"Giao hàng"_s, {}}});
    m_view->setRules(rules);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Khach"_s);
    QLineEdit *purpose = edit(panel(), u"passagePurpose"_s);
    const auto offered = [purpose] {
        QStringList words;
        const QAbstractItemModel *model = purpose->completer()->completionModel();
        for (int row = 0; row < model->rowCount(); ++row)
            words << model->index(row, 0).data().toString();
        return words;
    };
    purpose->setFocus();
    press(Qt::Key_Down);
    QTRY_VERIFY(purpose->completer()->popup()->isVisible());
    QVERIFY2(offered().size() > 3, "as long as nobody said, there are words of most houses");
    rules.purposes = {u"Thăm người bệnh"_s, u"Giao hàng"_s};
    m_view->setRules(rules);
    purpose->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(offered(), (QStringList{u"Thăm người bệnh"_s, u"Giao hàng"_s, u"Họp"_s}));
    purpose->completer()->popup()->hide();
    type(u"nguoi b"_s);
    QTRY_VERIFY(purpose->completer()->popup()->isVisible());
    QCOMPARE(offered(), QStringList{u"Thăm người bệnh"_s});
    QTest::keyClick(purpose->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(purpose->completer()->popup(), Qt::Key_Return); // takes it
    QCOMPARE(recorded.count(), 0);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(recorded[0][0].value<HandEntry>().details.purpose, u"Thăm người bệnh"_s);
}

void TestHandEntry::aYearToComeIsSaidToBe()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Khach"_s);
    QStringList said;
    for (const QString &year : {u"3000"_s, u"199"_s}) {
        edit(panel(), u"passageBirthYear"_s)->setText(year);
        press(Qt::Key_Return);
        said << edit(panel(), u"passageBirthYear"_s)->accessibleDescription();
    }
    QCOMPARE(recorded.count(), 0);
    QVERIFY(!said[0].isEmpty() && said[0] != said[1]);
}

void TestHandEntry::whoWasHereBeforeIsOfferedWhileTyping()
{
    QSignalSpy wanted(m_view, &ScanView::visitorsWanted);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"n"_s);
    QTest::qWait(VisitorOffers::delayMs * 3);
    QCOMPARE(wanted.count(), 0);
    type(u"ghiem"_s);
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), u"nghiem"_s);
    m_view->setHits(u"nghiem"_s, {hit(samples::nghiem(), false), hit(samples::mau(), true)});
    auto *list = panel()->findChild<QListWidget *>();
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 2);
    QVERIFY(list->item(0)->text().startsWith(abbreviatedName(samples::nghiem().name)));
    QVERIFY(!list->item(0)->text().contains(samples::nghiem().name));
}

/// Somebody of the same short name whose only entry was taken back.
void TestHandEntry::whoIsKnownByNothingThatStandsComesLast()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(search(u"nghiem"_s));
    VisitorHit takenBack = hit(samples::nghiem(), false);
    takenBack.lastEntry.reset();
    takenBack.insideSinceUtcMs.reset();
    const VisitorHit wasHere = hit(samples::mau(), true);
    m_view->setHits(u"nghiem"_s, {takenBack, wasHere});
    const auto *list = panel()->findChild<QListWidget *>();
    QVERIFY(list->item(0)->text().startsWith(abbreviatedName(samples::mau().name)));
    QVERIFY(list->item(1)->text().startsWith(abbreviatedName(samples::nghiem().name)));
    QVERIFY(list->item(1)->text().split(u" · "_s).size() >= 3); // and it is said
}

void TestHandEntry::downAndEnterTakeAVisitorWithoutShowingTheirData()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(search(u"nghiem"_s));
    const VisitorHit known = hit(samples::nghiem(), false);
    m_view->setHits(u"nghiem"_s, {known});
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 0);
    for (const QLineEdit *each : panel()->findChildren<QLineEdit *>()) {
        QVERIFY(!each->text().contains(known.visitor.name));
        QVERIFY(!each->text().contains(u"900000001"_s));
    }
    QCOMPARE(edit(panel(), u"passageHost"_s)->text(), u"Khoa Nội"_s);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    const auto entry = recorded[0][0].value<HandEntry>();
    QCOMPARE(entry.visitorId, std::optional(known.visitorId));
    QVERIFY2(entry.typed.name.isEmpty(), "the abbreviated name must not replace the whole one");
}

/// Announced with everything, and nobody whom the record knows.
VisitorHit TestHandEntry::expectedHit()
{
    VisitorHit hit;
    ExpectedVisitor &expected = hit.expected.emplace();
    expected.id = QUuid::createUuid();
    expected.name = u"Đỗ Văn Hẹn"_s;
    expected.birthYear = 1985;
    expected.idNumber = u"001085999994"_s;
    expected.phone = u"+84900000004"_s;
    expected.host = u"Phòng 3"_s;
    expected.purpose = u"Họp"_s;
    expected.at = QTime(14, 0);
    hit.visitor.name = expected.name;
    hit.visitor.birthDate = PartialDate::fromYear(1985);
    hit.visitor.idNumber = expected.idNumber;
    hit.visitor.phone = expected.phone;
    return hit;
}

bool TestHandEntry::takeFirst(const QString &typed, const QList<VisitorHit> &hits)
{
    press(Qt::Key_N, Qt::ControlModifier);
    const bool searched = search(typed);
    m_view->setHits(typed, hits);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    return searched;
}

void TestHandEntry::whoIsExpectedStandsFirstAndIsCalledThat()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(search(u"he"_s));
    const VisitorHit announced = expectedHit();
    VisitorHit both = hit(samples::nghiem(), false);
    both.expected.emplace().host = u"Khoa Ngoại"_s;
    QList<VisitorHit> hits{announced, both};
    for (int i = 0; i < VisitorOffers::mostHits; ++i)
        hits << hit(samples::mau(), i == 0);
    hits.last().lastEntry.reset();
    m_view->setHits(u"he"_s, hits);
    const auto *list = panel()->findChild<QListWidget *>();
    QCOMPARE(list->count(), hits.size()); // those who were here before are not pushed out
    const QString line = list->item(0)->text();
    QVERIFY2(line.startsWith(u"Đ. V. Hẹn · 1985"_s) && line.contains(announcedText(*announced.expected)) &&
                 line.contains(u"14:00"_s) && line.contains(u"Phòng 3"_s),
             qPrintable(line));
    for (const QString &hidden : {u"Đỗ Văn"_s, u"9994"_s, u"0004"_s})
        QVERIFY(!line.contains(hidden));
    const QString known = list->item(1)->text();
    QVERIFY2(known.contains(announcedText(*both.expected)) && known.contains(u"07:40"_s), qPrintable(known));
    QVERIFY(!list->item(2)->text().contains(announcedText(*both.expected)));
    QVERIFY2(list->visibleRegion().boundingRect().height() >= list->sizeHintForRow(0) * list->count(),
             "a line is cut off");
    press(Qt::Key_Down); // heard as well
    QCOMPARE(edit(panel(), u"passageName"_s)->accessibleDescription(), line);
}

void TestHandEntry::whomTheExpectedVisitorMeetsIsSeenThoughItIsNotAsked()
{
    m_view->setRules({});
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    QVERIFY(takeFirst(u"he"_s, {expectedHit()}));
    QCOMPARE(edit(panel(), u"passageHost"_s)->text(), u"Phòng 3"_s);
    edit(panel(), u"passageName"_s)->setFocus();
    type(u"x"_s); // somebody else
    QCOMPARE(edit(panel(), u"passageHost"_s)->text(), QString());
}

void TestHandEntry::takingWhoIsExpectedFillsInWhatWasAnnounced()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    const VisitorHit announced = expectedHit();
    QVERIFY(takeFirst(u"he"_s, {announced}));
    QCOMPARE(edit(panel(), u"passageName"_s)->text(), u"Đ. V. Hẹn"_s);
    QCOMPARE(edit(panel(), u"passageBirthYear"_s)->text(), u"1985"_s);
    QCOMPARE(edit(panel(), u"passagePhone"_s)->text(), QString());
    QVERIFY(!edit(panel(), u"passagePhone"_s)->placeholderText().isEmpty()); // known, that is
    QCOMPARE(edit(panel(), u"passagePurpose"_s)->text(), u"Họp"_s);
    QCOMPARE(edit(panel(), u"passageHost"_s)->text(), u"Phòng 3"_s);
    QVERIFY(!panel()->findChild<QLabel *>(u"handEntryKnown"_s)->text().isEmpty());
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    const auto entry = recorded[0][0].value<HandEntry>();
    QVERIFY(!entry.visitorId);
    QCOMPARE(entry.expected, std::optional(announced.expected->id));
    QCOMPARE(entry.typed, announced.visitor);
    QCOMPARE(entry.details, (EntryDetails{u"Họp"_s, u"Phòng 3"_s}));
    QCOMPARE(entry.direction, DirectionRule::In);
}

/// Their number and phone would be the namesake's for good.
void TestHandEntry::whoIsAnnouncedIsNoNamesakeUnasked()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    const VisitorHit announced = expectedHit();
    VisitorHit known = hit(samples::mau(), false);
    known.visitor = VisitorData();
    known.visitor.name = announced.visitor.name;
    QVERIFY(takeFirst(u"he"_s, {announced, known}));
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 0); // the same one?
    press(Qt::Key_F9);
    QCOMPARE(recorded.count(), 1);
    QVERIFY(!recorded[0][0].value<HandEntry>().visitorId);
    QCOMPARE(recorded[0][0].value<HandEntry>().expected, std::optional(announced.expected->id));

    QVERIFY(takeFirst(u"he"_s, {announced, known}));
    press(Qt::Key_Return);
    QTest::qWait(600);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 2);
    const auto same = recorded[1][0].value<HandEntry>();
    QCOMPARE(same.visitorId, std::optional(known.visitorId));
    QCOMPARE(same.expected, std::optional(announced.expected->id));
    QCOMPARE(same.typed.idNumber, announced.expected->idNumber);
    QCOMPARE(same.details.host, announced.expected->host);

    known.visitor.idNumber = u"001085999995"_s; // certainly another one: nobody asks
    QVERIFY(takeFirst(u"he"_s, {announced, known}));
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 3);
    QVERIFY(!recorded[2][0].value<HandEntry>().visitorId);
}

void TestHandEntry::whatIsTypedCountsMoreThanWhatWasAnnounced()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    QVERIFY(takeFirst(u"he"_s, {expectedHit()}));
    for (const auto &[field, typed] :
         {std::pair(u"passageBirthYear"_s, u"1986"_s), std::pair(u"passagePhone"_s, u"0900000005"_s),
          std::pair(u"passageHost"_s, u"Phong 4"_s)}) {
        edit(panel(), field)->setFocus();
        edit(panel(), field)->selectAll();
        type(typed);
    }
    press(Qt::Key_Return);
    auto entry = recorded[0][0].value<HandEntry>();
    QVERIFY(entry.expected);
    QCOMPARE(entry.typed.birthDate->year(), 1986);
    QVERIFY(entry.typed.phone.contains(u"900000005"_s));
    QCOMPARE(entry.details.host, u"Phong 4"_s);

    QVERIFY(takeFirst(u"he"_s, {expectedHit()}));
    edit(panel(), u"passageName"_s)->setFocus();
    type(u" Khac"_s); // another name is another person
    QCOMPARE(edit(panel(), u"passageHost"_s)->text(), QString());
    press(Qt::Key_Return);
    entry = recorded[1][0].value<HandEntry>();
    QVERIFY(!entry.expected && entry.typed.idNumber.isEmpty() && entry.typed.phone.isEmpty());
}

void TestHandEntry::whoIsExpectedAndKnownStaysTheirOneSelf()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    VisitorHit both = hit(samples::nghiem(), false);
    both.visitor.phone.clear();
    both.expected = expectedHit().expected;
    QVERIFY(takeFirst(u"nghiem"_s, {both}));
    QCOMPARE(edit(panel(), u"passageHost"_s)->text(), u"Phòng 3"_s); // not whom they visited the last time
    press(Qt::Key_Return);
    const auto entry = recorded[0][0].value<HandEntry>();
    QCOMPARE(entry.visitorId, std::optional(both.visitorId));
    QCOMPARE(entry.expected, std::optional(both.expected->id));
    QCOMPARE(entry.typed.idNumber, both.expected->idNumber);
    QCOMPARE(entry.typed.phone, both.expected->phone);
    QVERIFY(entry.typed.name.isEmpty() && !entry.typed.birthDate);
}

void TestHandEntry::whatTheVenueDoesNotAskIsTakenFromTheAnnouncement()
{
    m_view->setRules({}); // no year, phone, purpose or host is asked for
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    const VisitorHit announced = expectedHit();
    QVERIFY(takeFirst(u"he"_s, {announced}));
    press(Qt::Key_Return);
    const auto entry = recorded[0][0].value<HandEntry>();
    QCOMPARE(entry.typed, announced.visitor);
    QCOMPARE(entry.expected, std::optional(announced.expected->id));
}

void TestHandEntry::somebodyInsideIsSentOutByEnter()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(search(u"nghiem"_s));
    m_view->setHits(u"nghiem"_s, {hit(samples::nghiem(), true)});
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(panel()->findChild<ActionButton *>(u"handEntryOut"_s)->keyHint().contains(u"Enter"_s));
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(recorded[0][0].value<HandEntry>().direction, DirectionRule::Out);
}

/// Whoever has F9 in the fingers must not let somebody in by it because they turn out to be inside.
void TestHandEntry::theKeyOfADirectionStaysWhoeverIsTaken()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    const auto *in = panel()->findChild<ActionButton *>(u"handEntryIn"_s);
    const auto *out = panel()->findChild<ActionButton *>(u"handEntryOut"_s);
    QList<int> places;
    for (const bool inside : {false, true}) {
        for (const Qt::Key key : {Qt::Key_F9, Qt::Key_F12, Qt::Key_Return}) {
            QVERIFY(takeFirst(u"nghiem"_s, {hit(samples::nghiem(), inside)}));
            QCoreApplication::processEvents();
            QCOMPARE(in->text(), u"Ghi VÀO"_s);
            QCOMPARE(out->text(), u"Ghi RA"_s);
            QVERIFY(in->x() < out->x());
            QCOMPARE(in->keyHint(), inside ? u"F12"_s : u"Enter / F12"_s);
            QCOMPARE(out->keyHint(), inside ? u"Enter / F9"_s : u"F9"_s);
            recorded.clear();
            press(key);
            QCOMPARE(recorded.count(), 1);
            const bool leaves = key == Qt::Key_F9 || (key == Qt::Key_Return && inside);
            QCOMPARE(recorded[0][0].value<HandEntry>().direction,
                     leaves ? DirectionRule::Out : DirectionRule::In);
        }
    }
}

void TestHandEntry::whoLeavesDoesSoWithThoseTheyCameWith()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    VisitorHit mother = hit(samples::mau(), true);
    mother.partyInside = {0, 1};
    QVERIFY(takeFirst(u"mau"_s, {mother}));
    QCOMPARE(edit(panel(), u"passageCompanions"_s)->text(), QString());
    QCOMPARE(edit(panel(), u"passageChildren"_s)->text(), u"1"_s);
    edit(panel(), u"passageName"_s)->setFocus();
    type(u"x"_s); // somebody else: the child is not theirs
    QCOMPARE(edit(panel(), u"passageChildren"_s)->text(), QString());
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QVERIFY(takeFirst(u"mau"_s, {mother}));
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(recorded[0][0].value<HandEntry>().party, (Party{0, 1}));
    QVERIFY(!recorded[0][0].value<HandEntry>().partyStays);
    // The child stays: nobody is nobody here, whether it is written or left out.
    for (const QString &nobody : {u"0"_s, QString()}) {
        QVERIFY(takeFirst(u"mau"_s, {mother}));
        edit(panel(), u"passageChildren"_s)->setText(nobody);
        press(Qt::Key_Return);
        const auto alone = recorded.last()[0].value<HandEntry>();
        QVERIFY(alone.partyStays && alone.party.isEmpty());
    }
    // Who was forgotten to leave comes again, alone: those of before were filled in for leaving.
    QVERIFY(takeFirst(u"mau"_s, {mother}));
    press(Qt::Key_F12);
    const auto again = recorded.last()[0].value<HandEntry>();
    QCOMPARE(again.direction, DirectionRule::In);
    QVERIFY(again.party.isEmpty() && !again.partyStays);
    QVERIFY(takeFirst(u"mau"_s, {mother}));
    edit(panel(), u"passageChildren"_s)->setText(u"2"_s); // that is said
    press(Qt::Key_F12);
    QCOMPARE(recorded.last()[0].value<HandEntry>().party, (Party{0, 2}));
    // Who is outside brings along whom the desk says, not those of before.
    mother.insideSinceUtcMs.reset();
    QVERIFY(takeFirst(u"mau"_s, {mother}));
    QCOMPARE(edit(panel(), u"passageChildren"_s)->text(), QString());
    // Nor is the child of the next one, whose name is typed, that of the one before.
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    mother.insideSinceUtcMs = 1;
    QVERIFY(takeFirst(u"mau"_s, {mother}));
    press(Qt::Key_Return);
    m_view->beginHandEntry();
    edit(panel(), u"passageName"_s)->setFocus();
    type(u"Vo Thi Sau"_s);
    edit(panel(), u"passageChildren"_s)->setText(u"1"_s);
    press(Qt::Key_F12);
    QCOMPARE(recorded.last()[0].value<HandEntry>().typed.name, u"Vo Thi Sau"_s);
    QCOMPARE(recorded.last()[0].value<HandEntry>().party, (Party{0, 1}));
}

void TestHandEntry::theYearTellsWhoOfOneNameWasTaken()
{
    m_view->setRules({}); // though the venue does not ask for it
    for (const int year : {1948, 1990}) {
        VisitorHit one = hit(samples::mau(), false);
        one.visitor.birthDate = PartialDate::fromYear(year);
        QVERIFY(takeFirst(u"mau"_s, {one}));
        const QLineEdit *field = edit(panel(), u"passageBirthYear"_s);
        QVERIFY(field->isVisible());
        QCOMPARE(field->text(), QString::number(year));
        press(Qt::Key_Escape);
    }
}

void TestHandEntry::lettersWhereANumberBelongsAreNotLostInSilence()
{
    press(Qt::Key_N, Qt::ControlModifier);
    for (const QString &name : {u"passageChildren"_s, u"passageBirthYear"_s}) {
        QLineEdit *field = edit(panel(), name);
        field->setFocus();
        type(u"BS An"_s);
        QCOMPARE(field->text(), QString());
        QVERIFY2(!field->accessibleDescription().isEmpty(), qPrintable(name));
        type(u"1"_s);
        QVERIFY(field->accessibleDescription().isEmpty());
    }
}

/// Enter takes the word that is marked, and Tab then leads to the next field, not past it.
void TestHandEntry::tabAfterAChosenWordSkipsNothing()
{
    VenueRules rules;
    rules.purpose = rules.host = FieldRule::Required;
    m_view->setRules(rules);
    ScanOutcome outcome = samples::recordedIn();
    outcome.missing = {AskedField::Purpose, AskedField::Host};
    m_view->setOffers({{u"Thăm người bệnh"_s, {}}});
    m_view->showOutcome(outcome);
    QLineEdit *purpose = edit(completion(), u"passagePurpose"_s);
    QVERIFY(purpose->hasFocus());
    type(u"tham"_s);
    QTRY_VERIFY(purpose->completer()->popup()->isVisible());
    QTest::keyClick(purpose->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(purpose->completer()->popup(), Qt::Key_Return);
    QCOMPARE(purpose->text(), u"Thăm người bệnh"_s);
    QVERIFY(purpose->hasFocus());
    press(Qt::Key_Tab);
    QVERIFY(edit(completion(), u"passageHost"_s)->hasFocus());
}

void TestHandEntry::anotherNameIsAnotherPerson()
{
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(search(u"nghiem"_s));
    m_view->setHits(u"nghiem"_s, {hit(samples::nghiem(), false)});
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    type(u"x"_s);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    const auto entry = recorded[0][0].value<HandEntry>();
    QVERIFY(!entry.visitorId);
    QVERIFY(!entry.typed.name.isEmpty());
    QCOMPARE(entry.details, EntryDetails()); // nothing of the person who was taken first

    VisitorHit nurse = hit(samples::mau(), false);
    nurse.visitor.staff = true;
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(search(u"mau"_s));
    m_view->setHits(u"mau"_s, {nurse});
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(panel()->findChild<QAbstractButton *>(u"handEntryStaff"_s)->isChecked());
    type(u"x"_s);
    QVERIFY(edit(panel(), u"passagePurpose"_s)->isVisible());
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 2);
    QVERIFY(!recorded[1][0].value<HandEntry>().staff);
}

void TestHandEntry::answersToOlderLettersAreDropped()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(search(u"ngh"_s));
    QVERIFY(search(u"iem"_s));
    m_view->setHits(u"ngh"_s, {hit(samples::mau(), false)});
    QVERIFY(!panel()->findChild<QListWidget *>()->isVisible());
}

void TestHandEntry::staffIsAskedForNoPurpose()
{
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(edit(panel(), u"passagePurpose"_s)->isVisible());
    panel()->findChild<QAbstractButton *>(u"handEntryStaff"_s)->click();
    QVERIFY(!edit(panel(), u"passagePurpose"_s)->isVisible());
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    edit(panel(), u"passageName"_s)->setFocus();
    type(u"Nhan Vien"_s);
    press(Qt::Key_Return);
    QVERIFY(recorded[0][0].value<HandEntry>().staff);
    // Somebody known turns out to be staff: the question who they are does not take the mark off.
    press(Qt::Key_N, Qt::ControlModifier);
    panel()->findChild<QAbstractButton *>(u"handEntryStaff"_s)->click();
    edit(panel(), u"passageName"_s)->setFocus();
    QVERIFY(search(u"nguyen thu nghiem"_s));
    m_view->setHits(u"nguyen thu nghiem"_s, {hit(samples::nghiem(), false)});
    press(Qt::Key_Return);
    QTest::qWait(600);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 2);
    QVERIFY(recorded[1][0].value<HandEntry>().visitorId);
    QVERIFY(recorded[1][0].value<HandEntry>().staff);
}

void TestHandEntry::whatTheVenueNeedsMustBeFilledIn()
{
    VenueRules rules;
    rules.host = FieldRule::Required;
    m_view->setRules(rules);
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Khach"_s);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 0);
    QVERIFY(edit(panel(), u"passageHost"_s)->hasFocus());
    type(u"Khoa Nhi"_s);
    press(Qt::Key_Return);
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(recorded[0][0].value<HandEntry>().details.host, u"Khoa Nhi"_s);
}

void TestHandEntry::enterDoesNotAnswerAQuestionThatCameMeanwhile()
{
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Khach"_s);
    m_view->showOutcome(samples::alreadyInside());
    press(Qt::Key_Return);
    QCOMPARE(answered.count(), 0);
    QCOMPARE(recorded.count(), 1);
}

void TestHandEntry::theFormKeepsItsKeysWhenOneComesBackToIt()
{
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Vo Thi Khach"_s);
    press(Qt::Key_F3);
    press(Qt::Key_F2);
    QSignalSpy turned(m_view, &ScanView::turnRoundRequested);
    QSignalSpy recorded(m_view, &ScanView::handEntryRequested);
    press(Qt::Key_F9);
    QCOMPARE(turned.count(), 0);
    QCOMPARE(recorded.count(), 1);
    QCOMPARE(recorded[0][0].value<HandEntry>().typed.name, u"Vo Thi Khach"_s);
}

void TestHandEntry::theEnterOfAFormDoesNotTakeBack()
{
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_Z, Qt::ControlModifier);
    QSignalSpy voided(m_view, &ScanView::undoRequested);
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Vo Thi Khach"_s);
    press(Qt::Key_Return);
    press(Qt::Key_Return); // once more, for good measure
    QCOMPARE(voided.count(), 0);
    QTest::qWait(600);
    press(Qt::Key_Return); // it was read meanwhile
    QCOMPARE(voided.count(), 1);
}

void TestHandEntry::aScanDoesNotDisturbTheTyping()
{
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Vo Thi"_s);
    ScanOutcome outcome = samples::recordedIn();
    outcome.missing = {AskedField::Phone};
    m_view->showOutcome(outcome);
    QVERIFY(panel()->isVisible());
    QVERIFY(!completion()->isVisible());
    type(u" Khach"_s);
    QCOMPARE(edit(panel(), u"passageName"_s)->text(), u"Vo Thi Khach"_s);
    // Nor while another view is looked at.
    m_window->showView(MainWindow::View::Entries);
    m_view->showOutcome(outcome);
    m_window->showView(MainWindow::View::Scan);
    QVERIFY(panel()->isVisible());
    QVERIFY(!completion()->isVisible());
}

void TestHandEntry::anotherPanelLeavesADraftThatSaysSo()
{
    ScanOutcome open = samples::recordedIn();
    open.number = 1;
    open.missing = {AskedField::Phone};
    m_view->setLeftOpen({open});
    press(Qt::Key_N, Qt::ControlModifier);
    type(u"Vo Thi"_s);
    press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(completion()->isVisible());
    press(Qt::Key_Escape);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(edit(panel(), u"passageName"_s)->text(), u"Vo Thi"_s);
    QVERIFY(panel()->findChild<QLabel *>(u"handEntryKnown"_s)->text().contains(u"Ctrl+N"_s));
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(edit(panel(), u"passageName"_s)->text(), QString());
}

void TestHandEntry::whatIsTypedAboutOneIsNotDroppedForAnother()
{
    QSignalSpy completed(m_view, &ScanView::completionRequested);
    ScanOutcome first = samples::recordedIn();
    first.number = 1;
    first.missing = {AskedField::Phone};
    ScanOutcome second = first;
    second.number = 2;
    second.visitor = samples::mau();
    m_view->showOutcome(first);
    type(u"09000"_s);
    m_view->showOutcome(second);
    m_view->setLeftOpen({second});
    press(Qt::Key_T, Qt::ControlModifier);
    press(Qt::Key_G, Qt::ControlModifier);
    QCOMPARE(completion()->number(), 1u);
    press(Qt::Key_N, Qt::ControlModifier); // somebody without a code comes in between
    press(Qt::Key_Escape);
    m_view->setLeftOpen({first, second});
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(edit(completion(), u"passagePhone"_s)->text(), u"09000"_s);
    edit(completion(), u"passagePhone"_s)->setFocus();
    type(u"00001"_s);
    press(Qt::Key_Return);
    QCOMPARE(completed.count(), 1);
    QCOMPARE(completed[0][0].toULongLong(), 1u);
    m_view->setLeftOpen({second});
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(edit(completion(), u"passagePhone"_s)->text(), QString());
}

void TestHandEntry::missingFieldsAreAskedAfterTheGreenLight()
{
    QSignalSpy completed(m_view, &ScanView::completionRequested);
    ScanOutcome outcome = samples::recordedIn();
    outcome.number = 7;
    outcome.missing = {AskedField::Phone, AskedField::Purpose};
    m_view->showOutcome(outcome);
    QVERIFY(completion()->isVisible());
    QVERIFY(!edit(completion(), u"passageHost"_s)->isVisible());
    QVERIFY(edit(completion(), u"passagePhone"_s)->hasFocus());
    type(u"0900000001"_s);
    press(Qt::Key_Tab);
    type(u"Kham benh"_s);
    press(Qt::Key_Return);
    QCOMPARE(completed.count(), 1);
    QCOMPARE(completed[0][0].toULongLong(), 7u);
    const auto kept = completed[0][1].value<EntryCompletion>();
    QCOMPARE(kept.phone, std::optional(u"+84900000001"_s));
    QCOMPARE(kept.details->purpose, u"Kham benh"_s);
    QVERIFY(!kept.party);
    QVERIFY(!completion()->isVisible());
}

void TestHandEntry::nothingIsAskedWhereNothingIsMissing()
{
    m_view->showOutcome(samples::recordedIn());
    QVERIFY(!completion()->isVisible());
}

void TestHandEntry::companionsAreAddedWithCtrlG()
{
    QSignalSpy completed(m_view, &ScanView::completionRequested);
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_G, Qt::ControlModifier);
    QVERIFY(completion()->isVisible());
    QVERIFY(edit(completion(), u"passageCompanions"_s)->hasFocus());
    type(u"2"_s);
    press(Qt::Key_Tab);
    type(u"1"_s);
    press(Qt::Key_Return);
    QCOMPARE(completed.count(), 1);
    QCOMPARE(*completed[0][1].value<EntryCompletion>().party, (Party{2, 1}));
}

void TestHandEntry::leavingWithoutTheGroupIsSaid()
{
    QSignalSpy completed(m_view, &ScanView::completionRequested);
    ScanOutcome outcome = samples::recordedOut();
    outcome.party = {2, 0};
    m_view->showOutcome(outcome);
    press(Qt::Key_G, Qt::ControlModifier);
    edit(completion(), u"passageCompanions"_s)->setText(u"0"_s);
    press(Qt::Key_Return);
    QCOMPARE(*completed[0][1].value<EntryCompletion>().party, (Party{0, 0}));
}

void TestHandEntry::theNextScanReplacesAnUntouchedCompletion()
{
    ScanOutcome first = samples::recordedIn();
    first.number = 1;
    first.missing = {AskedField::Phone};
    m_view->showOutcome(first);
    ScanOutcome second = samples::recordedIn();
    second.number = 2;
    second.visitor = samples::mau();
    second.missing = {AskedField::Phone};
    m_view->showOutcome(second);
    QCOMPARE(completion()->number(), 2u);
}

void TestHandEntry::theNextScanLeavesACompletionThatIsTyped()
{
    QSignalSpy completed(m_view, &ScanView::completionRequested);
    ScanOutcome first = samples::recordedIn();
    first.number = 1;
    first.missing = {AskedField::Phone};
    m_view->showOutcome(first);
    type(u"09000"_s);
    ScanOutcome second = samples::recordedIn();
    second.number = 2;
    second.visitor = samples::mau();
    second.missing = {AskedField::Phone};
    m_view->showOutcome(second);
    type(u"00001"_s);
    press(Qt::Key_Return);
    QCOMPARE(completed[0][0].toULongLong(), 1u);
}

void TestHandEntry::arrowKeysCount()
{
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_G, Qt::ControlModifier);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    press(Qt::Key_Down);
    QCOMPARE(edit(completion(), u"passageCompanions"_s)->text(), u"1"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QCOMPARE(edit(completion(), u"passageCompanions"_s)->text(), QString());
}

QTEST_MAIN(TestHandEntry)
#include "tst_handentry.moc"
