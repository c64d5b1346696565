#include "core/desk/passagerules.h"
#include "tests/ui/samples.h"
#include "tests/ui/samplewindow.h"
#include "ui/common/actionbutton.h"
#include "ui/common/meaning.h"
#include "ui/common/reasontext.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"
#include "ui/scanview/counterrow.h"
#include "ui/scanview/previewpane.h"
#include "ui/scanview/recentmodel.h"
#include "ui/scanview/resultcard.h"
#include "ui/scanview/resultstrip.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/settingsview.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

/// The scan view as the person at the desk sees and uses it: found by object name, driven by keys.
class TestScanView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theWordStaysBoldWhenTheLookChanges();
    void everyOutcomeShowsItsWord_data();
    void everyOutcomeShowsItsWord();
    void notRecordedFillsTheWholeCardWithRed();
    void recordedDoesNotFillTheCard();
    void theNextScanIsShownAboveAnUndoThatWasBegun();
    void theReasonThatIsTypedSurvivesTheNextScan();
    void tabGoesThroughTheUndoFromTopToBottom();
    void theEntryThatWasTakenBackClosesItsPanel();
    void aRepeatLeavesTheResult();
    void aRepeatLeavesTheQuestion();
    void aRepeatOfAnotherPersonIsShown();
    void whatIsRefusedLeavesTheQuestionToBeAnswered();
    void inLargeTextTheAnswersStayWholeBesideIt();
    void inOneLineTheQuestionStaysAsWell();
    void aTurnThatMakesTwoInARowSaysWhich();
    void whatForSomebodyComesStandsOnTheCard();
    void whoCameAlongAndWhoIsNotedStandsInTheRow();
    void whatTheCountersCountIsSaid();
    void whileSomebodyWritesF9StandsOnTheFormAlone();
    void escDismissesEveryQuestion();
    void theQuestionSaysFirstWhatWasNotedAndWhoWasAnnounced();
    void somebodyNotedIsNoQuestionLikeAnyOther();
    void everyAnswerHasAKeyOfItsOwn();
    void aKeyMeansTheSameInEveryQuestion();
    void whatWasLeftOpenStandsOnTopAndIsGoneOnWith();
    void aGroupThatLeavesApartIsNotItsVisitor();
    void ofAVeryLongNameTheGivenNameIsKept();
    void aKeyForTheLastQuestionDoesNotAnswerTheNext();
    void readyIsSaidOnlyWhenReady();
    void nobodyIsAskedToScanWhileNothingIsRecorded();
    void ctrlZAsksForAReasonAndEnterTakesBack();
    void keysOneToFourChooseTheReason();
    void ownWordsAreTheReason();
    void escLeavesTheEntry();
    void undoNamesItsPersonEvenAfterARefusal();
    void afterTheUndoTheEntryCanBeRestored();
    void aVoidOfAnotherEntryLeavesTheResult();
    void whoCameAlongStandsInItsRowOnceItIsTold();
    void f9TurnsTheResultRound();
    void symptomsAreSaidLargerThanWhatIsUsual();
    void notesThatShareALineAreToldApart();
    void whoIsSentAwayIsSaidToBeRefused();
    void f9SaysWhatItNeedsWhereItCanDoNothing();
    void ctrlEnterGivesTheLikelierDirection();
    void f9GivesTheOtherAnswer();
    void escRecordsNothing();
    void noKeyAnswersWithoutAQuestion();
    void recentRowsGrowOnTop();
    void whatWasRefusedIsStillThereForTheNextOperator();
    void aFailedUndoIsNoRow();
    void aFullHouseIsSaidInTheQuestionAndInTheResult();
    void aCorrectionReplacesTheRow();
    void aCorrectionReplacesTheRowThoughOthersCameSince();
    void anUndoneRowIsStruckThrough();
    void repeatsAndQuestionsAreNoRows();
    void onlyWholeRowsAreShown();
    void inLargeTextNothingIsCut();
    void countersAreShown();
    void aDeviceIsChangedFromItsChip();
    void whoComesAtAnotherHourThanAnnouncedIsSaidTo();
    void deviceStatesAreSaidInWords_data();
    void deviceStatesAreSaidInWords();
    void aMutedDeskSaysSoAndIsHeardAgain();
    void withoutACameraItSaysWhatToDo();
    void anotherCameraIsShownWhenOneGoes();
    void theOutlineFollowsTheMirroredPicture();
    void twoCodesAreHinted();
    void nothingShownRevealsAPerson();

private:
    QString text(const QString &name) const;
    bool isShown(const QString &name) const;
    QModelIndex cell(int row, int column) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    std::unique_ptr<MainWindow> m_window;
    ScanView *m_view = nullptr;
};

void TestScanView::init()
{
    m_window = samples::makeWindow(samples::morningPreferences(), {1366, 768});
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view = m_window->scanView();
}

QString TestScanView::text(const QString &name) const
{
    const auto *label = m_view->findChild<QLabel *>(name);
    return label ? label->text() : u"no such label"_s;
}

bool TestScanView::isShown(const QString &name) const
{
    const auto *widget = m_view->findChild<QWidget *>(name);
    return widget && widget->isVisible();
}

QModelIndex TestScanView::cell(int row, int column) const
{
    return m_view->findChild<QTableView *>(u"recentTable"_s)->model()->index(row, column);
}

void TestScanView::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
}

void TestScanView::theWordStaysBoldWhenTheLookChanges()
{
    const auto *word = m_view->findChild<QLabel *>(u"resultWord"_s);
    const auto isBold = [word] { return word->font().weight() >= QFont::DemiBold; };
    m_view->showOutcome(samples::recordedIn());
    QVERIFY(isBold());
    const int usual = word->font().pixelSize();
    for (const auto &[theme, size] : {std::pair(ThemeKind::Dark, 100), std::pair(ThemeKind::Light, 150),
                                      std::pair(ThemeKind::Light, 100)}) {
        applyTheme(*qApp, theme, size);
        QVERIFY2(isBold(), qPrintable(QString::number(size)));
        m_view->showOutcome(samples::recordedOut());
        m_view->showOutcome(samples::alreadyInside());
        QVERIFY2(isBold(), qPrintable(QString::number(size)));
    }
    QCOMPARE(word->font().pixelSize(), usual);
}

void TestScanView::everyOutcomeShowsItsWord_data()
{
    QTest::addColumn<ScanOutcome>("outcome");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("name");
    QTest::newRow("in") << samples::recordedIn() << u"VÀO"_s << u"N. T. Nghiệm"_s;
    QTest::newRow("out") << samples::recordedOut() << u"RA"_s << u"L. T. G. Lập"_s;
    QTest::newRow("turned round") << samples::corrected() << u"RA"_s << u"N. T. Nghiệm"_s;
    QTest::newRow("again") << samples::repeated() << u"ĐÃ QUÉT"_s << u"N. T. Nghiệm"_s;
    QTest::newRow("refused") << samples::refused() << u"TỪ CHỐI"_s << QString();
    QTest::newRow("asks") << samples::alreadyInside() << u"XÁC NHẬN"_s << u"N. T. Nghiệm"_s;
    QTest::newRow("failed") << samples::failed() << u"CHƯA GHI ĐƯỢC"_s << u"N. T. Nghiệm"_s;
}

void TestScanView::everyOutcomeShowsItsWord()
{
    QFETCH(ScanOutcome, outcome);
    QFETCH(QString, word);
    QFETCH(QString, name);
    m_view->showOutcome(outcome);
    QCOMPARE(text(u"resultWord"_s), word);
    QCOMPARE(text(u"resultName"_s), name);
    QCOMPARE(isShown(u"resultName"_s), !name.isEmpty());
    QVERIFY(isShown(u"resultWord"_s));
    // Undo and turning round belong to what is recorded, answers to a question.
    const bool recorded = outcome.kind == ScanOutcome::Kind::Recorded;
    QCOMPARE(isShown(u"undoButton"_s), recorded);
    QCOMPARE(isShown(u"turnRoundButton"_s), recorded);
    QCOMPARE(isShown(u"answer1"_s), outcome.kind == ScanOutcome::Kind::Asks);
}

void TestScanView::notRecordedFillsTheWholeCardWithRed()
{
    m_view->showOutcome(samples::failed());
    const QImage card = m_view->findChild<ResultCard *>()->grab().toImage();
    QCOMPARE(card.pixel(card.width() - 12, card.height() - 12), lightColours.alarm);
    QCOMPARE(card.pixel(12, card.height() / 2), lightColours.alarm);
    QVERIFY(!isShown(u"undoButton"_s));
}

void TestScanView::recordedDoesNotFillTheCard()
{
    m_view->showOutcome(samples::recordedIn());
    const QImage card = m_view->findChild<ResultCard *>()->grab().toImage();
    QCOMPARE(card.pixel(card.width() - 12, card.height() - 12), lightColours.card);
    QCOMPARE(card.pixel(3, card.height() / 2), lightColours.in);
}

void TestScanView::theNextScanIsShownAboveAnUndoThatWasBegun()
{
    QSignalSpy undone(m_view, &ScanView::undoRequested);
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_Z, Qt::ControlModifier);
    m_view->showOutcome(samples::leavesWithoutEntry());
    QVERIFY(isShown(u"voidPanel"_s));
    QVERIFY(isShown(u"resultStrip"_s));
    QCOMPARE(text(u"stripWord"_s), u"XÁC NHẬN"_s);
    QCOMPARE(text(u"stripName"_s), u"T. T. Mẫu"_s);
    // Whoever was elsewhere and comes back goes on with what stands here.
    m_view->findChild<QTableView *>(u"recentTable"_s)->setFocus();
    m_view->setFocus();
    QCOMPARE(QApplication::focusWidget(), m_view->findChild<QWidget *>(u"voidReason1"_s));
    // The key is for what is asked here, not for the question that has just come.
    press(Qt::Key_Return);
    QCOMPARE(answered.count(), 0);
    QCOMPARE(undone.count(), 1);
    QCOMPARE(undone[0][0].toUuid(), *samples::recordedIn().entryId);
    QVERIFY(!isShown(u"resultStrip"_s));
    QCOMPARE(text(u"resultWord"_s), u"XÁC NHẬN"_s);
}

void TestScanView::theReasonThatIsTypedSurvivesTheNextScan()
{
    QSignalSpy undone(m_view, &ScanView::undoRequested);
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_Z, Qt::ControlModifier);
    auto *words = m_view->findChild<QLineEdit *>(u"voidOwnWords"_s);
    words->setFocus();
    QTest::keyClicks(words, u"giao "_s);
    QVERIFY(!m_view->findChild<ActionButton *>(u"voidReason1"_s)->isChecked());
    m_view->showOutcome(samples::recordedOut());
    QVERIFY(words->hasFocus());
    QTest::keyClicks(words, u"2 thu"_s);
    press(Qt::Key_Return);
    QCOMPARE(undone.count(), 1);
    QCOMPARE(undone[0][1].toString(), u"giao 2 thu"_s);
    QCOMPARE(text(u"resultWord"_s), u"RA"_s);
}

void TestScanView::tabGoesThroughTheUndoFromTopToBottom()
{
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_Z, Qt::ControlModifier);
    QStringList visited;
    for (int i = 0; i < 4; ++i) {
        visited << QApplication::focusWidget()->objectName();
        press(Qt::Key_Tab);
    }
    QCOMPARE(visited, (QStringList{u"voidReason1"_s, u"voidOwnWords"_s, u"voidConfirm"_s, u"voidLeave"_s}));
}

void TestScanView::theEntryThatWasTakenBackClosesItsPanel()
{
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_Z, Qt::ControlModifier);
    m_view->showOutcome(samples::voided());
    QVERIFY(!isShown(u"voidPanel"_s));
    QCOMPARE(text(u"resultWord"_s), u"ĐÃ HỦY"_s);
}

void TestScanView::aRepeatLeavesTheResult()
{
    m_view->showOutcome(samples::recordedIn());
    QVERIFY(!isShown(u"resultAgain"_s));
    m_view->showOutcome(samples::repeated());
    QCOMPARE(text(u"resultWord"_s), u"VÀO"_s);
    QCOMPARE(text(u"resultTime"_s), u"08:12:02"_s);
    QVERIFY(isShown(u"resultAgain"_s));
    QVERIFY(text(u"resultAgain"_s).contains(u"08:12:09"_s));
    QVERIFY(isShown(u"turnRoundButton"_s));
    m_view->showOutcome(samples::recordedOut());
    QVERIFY(!isShown(u"resultAgain"_s));
}

void TestScanView::aRepeatLeavesTheQuestion()
{
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    for (const ScanOutcome &question : {samples::alreadyInside(), samples::leavesWithoutEntry()}) {
        m_view->showOutcome(samples::recordedOut());
        m_view->showOutcome(question);
        m_view->showOutcome(samples::repeated());
        QCOMPARE(text(u"resultWord"_s), u"XÁC NHẬN"_s);
        QVERIFY(isShown(u"resultAgain"_s));
        press(Qt::Key_Return);
    }
    QCOMPARE(answered.count(), 2);
}

void TestScanView::aRepeatOfAnotherPersonIsShown()
{
    m_view->showOutcome(samples::recordedOut());
    m_view->showOutcome(samples::repeated());
    QCOMPARE(text(u"resultWord"_s), u"ĐÃ QUÉT"_s);
    QCOMPARE(text(u"resultName"_s), u"N. T. Nghiệm"_s);
    // That something was not recorded outweighs a repeat.
    m_view->showOutcome(samples::failed());
    m_view->showOutcome(samples::repeated());
    QCOMPARE(text(u"resultWord"_s), u"CHƯA GHI ĐƯỢC"_s);
}

/// A scanner sends the rest of a code as a scan of its own.
void TestScanView::whatIsRefusedLeavesTheQuestionToBeAnswered()
{
    ScanOutcome scrap = samples::refused(Reason::UnknownCode);
    scrap.at = samples::at(10, 6, 1);
    m_view->forget();
    m_view->showOutcome(samples::onAttentionList());
    const QString headline = text(u"resultHeadline"_s);
    m_view->showOutcome(scrap);
    QCOMPARE(text(u"resultWord"_s), QCoreApplication::translate("CardWords", "ATTENTION"));
    QCOMPARE(text(u"resultHeadline"_s), headline);
    QVERIFY(isShown(u"resultAgain"_s));
    const QString said = text(u"resultAgain"_s);
    QVERIFY2(said.contains(u"10:06:01"_s) && said.contains(reasonText(Reason::UnknownCode).brief),
             qPrintable(said));
    QCOMPARE(Meaning(cell(0, RecentModel::Passage).data(MeaningRole).toInt()), Meaning::Refused);
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    press(Qt::Key_Return);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered[0][0].toULongLong(), samples::onAttentionList().number);
    // Without a question it is shown itself.
    m_view->showOutcome(samples::recordedIn());
    QVERIFY(!isShown(u"resultAgain"_s));
    m_view->showOutcome(scrap);
    QCOMPARE(text(u"resultWord"_s), u"TỪ CHỐI"_s);
}

void TestScanView::inLargeTextTheAnswersStayWholeBesideIt()
{
    applyTheme(*qApp, ThemeKind::Light, 150);
    const auto *card = m_view->findChild<ResultCard *>();
    m_view->forget();
    m_view->showOutcome(samples::onAttentionList());
    QCoreApplication::processEvents();
    m_view->showOutcome(samples::refused(Reason::UnknownCode));
    QCoreApplication::processEvents();
    QVERIFY(isShown(u"resultAgain"_s));
    for (int i = 1; i <= 3; ++i) {
        const auto *answer = m_view->findChild<ActionButton *>(u"answer%1"_s.arg(i));
        QVERIFY(answer->isVisible());
        const QRect place(answer->mapTo(card, QPoint()), answer->size());
        QVERIFY2(answer->height() >= answer->sizeHint().height() && card->rect().contains(place),
                 qPrintable(answer->text()));
        QVERIFY(answer->visibleRegion().boundingRect() == answer->rect());
    }
    // Of too many notes the first stays.
    m_view->showOutcome(samples::correctedTwiceTheSameWay());
    QCoreApplication::processEvents();
    QVERIFY(text(u"resultNote1"_s).contains(u"F3"_s));
}

void TestScanView::inOneLineTheQuestionStaysAsWell()
{
    ResultStrip strip;
    const auto *word = strip.findChild<QLabel *>(u"stripWord"_s);
    strip.setPassing(true);
    strip.showOutcome(samples::onAttentionList());
    const QString asks = word->text();
    strip.showOutcome(samples::repeated());
    QCOMPARE(word->text(), asks);
    strip.showOutcome(samples::refused(Reason::UnknownCode));
    QCOMPARE(word->text(), asks);
    QVERIFY2(strip.accessibleName().contains(reasonText(Reason::UnknownCode).brief),
             qPrintable(strip.accessibleName()));
    strip.showOutcome(samples::recordedIn());
    QCOMPARE(word->text(), u"VÀO"_s);
    QVERIFY(!strip.accessibleName().contains(reasonText(Reason::UnknownCode).brief));
}

void TestScanView::aTurnThatMakesTwoInARowSaysWhich()
{
    m_view->showOutcome(samples::recordedIn());
    ScanOutcome turned = samples::corrected();
    m_view->showOutcome(turned);
    QVERIFY(!isShown(u"resultHeadline"_s));
    turned.sameWay = Entry();
    turned.sameWay->kind = EntryKind::Out;
    turned.sameWay->at = samples::at(7, 3);
    m_view->showOutcome(turned);
    QCOMPARE(text(u"resultHeadline"_s), sameWayText(*turned.sameWay));
    QVERIFY(text(u"resultHeadline"_s).contains(u"RA"_s) && text(u"resultHeadline"_s).contains(u"07:03"_s));
    QVERIFY(text(u"resultNote1"_s).contains(u"F3"_s) && text(u"resultNote1"_s).contains(u"F5"_s));
}

void TestScanView::whatForSomebodyComesStandsOnTheCard()
{
    ScanOutcome byHand = samples::recordedIn();
    byHand.details = {u"Thăm bệnh nhân"_s, u"Bs. Lan"_s};
    m_view->showOutcome(byHand);
    QVERIFY(text(u"resultNote1"_s).contains(u"Thăm bệnh nhân"_s));
    QVERIFY(text(u"resultNote1"_s).contains(u"Bs. Lan"_s));
    byHand.details.host.clear();
    byHand.expected = ExpectedVisitor();
    m_view->showOutcome(byHand);
    QVERIFY(text(u"resultNote1"_s).contains(u"Thăm bệnh nhân"_s));
}

void TestScanView::whoCameAlongAndWhoIsNotedStandsInTheRow()
{
    const auto spoken = [this](int row) {
        return cell(row, RecentModel::Person).data(Qt::AccessibleTextRole).toString();
    };
    const QString listed =
        QCoreApplication::translate("EntryColumnWords", "on the attention list at that time");
    m_view->forget();
    m_view->showOutcome(samples::recordedIn());
    QVERIFY(!cell(0, RecentModel::Person).data(NotedRole).toBool());
    ScanOutcome outcome = samples::recordedOut();
    outcome.party = {1, 2};
    outcome.attention = AttentionNote();
    m_view->showOutcome(outcome);
    QCOMPARE(cell(0, RecentModel::Person).data().toString(), u"L. T. G. Lập +3"_s);
    QVERIFY(cell(0, RecentModel::Person).data(NotedRole).toBool());
    QVERIFY2(spoken(0).contains(partyText({1, 2})) && spoken(0).contains(listed), qPrintable(spoken(0)));
    QVERIFY(!spoken(0).contains(u'+'));

    EntryRow row = samples::morning(1).first();
    row.entry.party = {2, 0};
    row.noted = true;
    m_view->forget();
    m_view->setRecent({row}, {}, 0);
    QVERIFY(cell(0, RecentModel::Person).data().toString().endsWith(u" +2"_s));
    QVERIFY(cell(0, RecentModel::Person).data(NotedRole).toBool());
    // The sign is seen, not only known.
    auto *table = m_view->findChild<QTableView *>(u"recentTable"_s);
    const QRect place = table->visualRect(cell(0, RecentModel::Person));
    const QImage with = table->viewport()->grab(place).toImage();
    row.noted = false;
    m_view->forget();
    m_view->setRecent({row}, {}, 0);
    QVERIFY(table->viewport()->grab(place).toImage() != with);
}

void TestScanView::whatTheCountersCountIsSaid()
{
    for (const QString &name : {u"countInside"_s, u"countIn"_s, u"countOut"_s}) {
        const auto *figure = m_view->findChild<QLabel *>(name);
        QVERIFY(!figure->toolTip().isEmpty());
        QCOMPARE(figure->accessibleDescription(), figure->toolTip());
    }
}

void TestScanView::whileSomebodyWritesF9StandsOnTheFormAlone()
{
    const auto *panel = m_view->findChild<QWidget *>(u"handEntryPanel"_s);
    const auto elsewhere = [this, panel] {
        QStringList found;
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || panel->isAncestorOf(widget))
                continue;
            const auto *button = qobject_cast<const ActionButton *>(widget);
            const auto *label = qobject_cast<const QLabel *>(widget);
            const QString said = button ? button->text() + button->keyHint() : label ? label->text() : u""_s;
            if (said.contains(u"F9"_s))
                found << widget->objectName() + u": "_s + said;
        }
        return found;
    };
    ScanOutcome question = samples::alreadyInside();
    question.answers = {Answer::Dismiss, Answer::RecordIn, Answer::RecordOut};
    for (const ScanOutcome &outcome : {samples::recordedIn(), question, samples::refused(), samples::failed(),
                                       samples::voided(), samples::corrected()}) {
        m_view->forget();
        m_view->showOutcome(outcome);
        press(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(panel->isVisible());
        QVERIFY2(elsewhere().isEmpty(), qPrintable(elsewhere().join(u'\n')));
        m_view->showOutcome(outcome); // comes while somebody writes
        QVERIFY2(elsewhere().isEmpty(), qPrintable(elsewhere().join(u'\n')));
        press(Qt::Key_Escape);
    }
    m_view->forget();
    m_view->showOutcome(samples::refused());
    press(Qt::Key_Z, Qt::ControlModifier); // says why nothing is taken back
    QVERIFY2(text(u"resultAgain"_s).contains(u"Ctrl+Z"_s), qPrintable(text(u"resultAgain"_s)));
    press(Qt::Key_F9); // says why nothing is turned round
    QVERIFY(!elsewhere().isEmpty());
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY2(elsewhere().isEmpty(), qPrintable(elsewhere().join(u'\n')));
}

void TestScanView::escDismissesEveryQuestion()
{
    for (const ScanOutcome &question : {samples::alreadyInside(), samples::leavesWithoutEntry(),
                                        samples::insideSinceJustNow(), samples::justLeft()}) {
        m_view->showOutcome(samples::recordedOut());
        m_view->showOutcome(question);
        QStringList hints;
        for (int i = 1; i <= 3; ++i) {
            const auto *button = m_view->findChild<ActionButton *>(u"answer%1"_s.arg(i));
            if (button->isVisible())
                hints << button->keyHint().split(u" / "_s);
        }
        QCOMPARE(hints.size(), QSet<QString>(hints.begin(), hints.end()).size());
        QSignalSpy answered(m_view, &ScanView::answerRequested);
        press(Qt::Key_Escape);
        QCOMPARE(answered.count(), 1);
        QCOMPARE(answered[0][1].value<Answer>(), Answer::Dismiss);
        press(Qt::Key_Return);
        QCOMPARE(answered.count(), 2);
        QCOMPARE(answered[1][1].value<Answer>(), question.answers.first());
    }
}

void TestScanView::theQuestionSaysFirstWhatWasNotedAndWhoWasAnnounced()
{
    ScanOutcome question = samples::alreadyInside();
    question.reason = Reason::OnAttentionList;
    question.answers = {Answer::Dismiss, Answer::RecordIn, Answer::RecordOut};
    question.attention.emplace().reason = u"Đã gây rối ở khoa Nội"_s;
    question.expected.emplace().host = u"BS. Giả"_s;
    m_view->showOutcome(question);
    QVERIFY(text(u"resultHeadline"_s).contains(u"Đã gây rối ở khoa Nội"_s));
    QStringList notes;
    for (int i = 1; i <= 3; ++i)
        notes << text(u"resultNote%1"_s.arg(i));
    QVERIFY2(notes.join(u'|').contains(u"BS. Giả"_s), qPrintable(notes.join(u'|')));
    QVERIFY(!notes.first().isEmpty() &&
            !notes.first().contains(u"gây rối"_s)); // what is the matter, in general
    // However much there is to say, and however little room without a camera: no answer is cut.
    m_window->removeDevice(samples::cameraId());
    question.warnings = samples::withWarnings().warnings;
    question.insideNow = 6;
    question.capacity = 5;
    m_view->showOutcome(samples::recordedOut());
    m_view->showOutcome(question);
    QCoreApplication::processEvents();
    const auto *card = m_view->findChild<QWidget *>(u"resultCard"_s);
    for (const QString &name : {u"resultWord"_s, u"answer1"_s, u"answer3"_s}) {
        const auto *part = m_view->findChild<QWidget *>(name);
        QVERIFY2(part->isVisible() && part->height() >= part->minimumSizeHint().height(), qPrintable(name));
        QVERIFY2(part->mapTo(card, QPoint(0, part->height())).y() <= card->height() - tokens::space8,
                 qPrintable(name));
    }
}

void TestScanView::somebodyNotedIsNoQuestionLikeAnyOther()
{
    const auto *card = m_view->findChild<QWidget *>(u"resultCard"_s);
    const auto *answer = m_view->findChild<ActionButton *>(u"answer1"_s);
    const auto ground = [card] {
        return const_cast<QWidget *>(card)->grab().toImage().pixel(card->width() - 6, card->height() / 2);
    };
    m_view->showOutcome(samples::justLeft());
    const QString usualWord = text(u"resultWord"_s);
    const QString usualAnswer = answer->text();
    QCOMPARE(ground(), lightColours.card);
    m_view->showOutcome(samples::recordedOut());
    m_view->showOutcome(samples::onAttentionList());
    QVERIFY(text(u"resultWord"_s) != usualWord);
    QCOMPARE(text(u"resultWord"_s), QCoreApplication::translate("CardWords", "ATTENTION"));
    QCOMPARE(ground(), lightColours.noticeGround);
    QVERIFY(answer->text() != usualAnswer);
    QCOMPARE(answer->text(), QCoreApplication::translate("CardWords", "Do not let in"));
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    press(Qt::Key_Return);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered[0][1].value<Answer>(), Answer::Dismiss);
    // With the desk locked whoever looks on is not told.
    m_view->setLocked(true);
    QCOMPARE(ground(), lightColours.card);
}

void TestScanView::everyAnswerHasAKeyOfItsOwn()
{
    ScanOutcome question = samples::alreadyInside();
    question.reason = Reason::OnAttentionList;
    question.answers = {Answer::Dismiss, Answer::RecordIn, Answer::RecordOut};
    m_view->showOutcome(question);
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    press(Qt::Key_Return);
    press(Qt::Key_Return, Qt::ControlModifier);
    press(Qt::Key_F9);
    QCOMPARE(answered.count(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(answered[i][1].value<Answer>(), question.answers[i]);
    QStringList hints;
    for (int i = 1; i <= 3; ++i)
        hints << m_view->findChild<ActionButton *>(u"answer%1"_s.arg(i))->keyHint();
    QCOMPARE(hints, (QStringList{u"Enter / Esc"_s, u"Ctrl+Enter"_s, u"F9"_s}));
    // While somebody types in a panel the keys are its own, and the card promises none.
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_view->findChild<ActionButton *>(u"answer2"_s)->keyHint(), QString());
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(answered.count(), 3);
    press(Qt::Key_Escape);
    QCOMPARE(m_view->findChild<ActionButton *>(u"answer2"_s)->keyHint(), u"Ctrl+Enter"_s);
}

/// Whoever has learned a key from one question must not let somebody out, or in, by it at another; and Enter,
/// pressed by habit, records nothing at any of them.
void TestScanView::aKeyMeansTheSameInEveryQuestion()
{
    for (int reason = 0; reason <= int(Reason::NoCertificate); ++reason) {
        for (const Direction direction : {Direction::In, Direction::Out}) {
            ScanOutcome question = samples::alreadyInside();
            question.reason = Reason(reason);
            question.direction = direction;
            question.answers = possibleAnswers(question);
            m_view->showOutcome(samples::recordedOut());
            m_view->showOutcome(question);
            QList<Answer> directions = question.answers;
            directions.removeAll(Answer::Dismiss);
            const auto answerTo = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
                QSignalSpy answered(m_view, &ScanView::answerRequested);
                press(key, modifiers);
                return answered.isEmpty() ? std::nullopt : std::optional(answered[0][1].value<Answer>());
            };
            for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Escape})
                QCOMPARE(answerTo(key), std::optional(Answer::Dismiss));
            QCOMPARE(answerTo(Qt::Key_Return, Qt::ControlModifier), std::optional(directions[0]));
            QCOMPARE(answerTo(Qt::Key_F9),
                     directions.size() > 1 ? std::optional(directions[1]) : std::nullopt);
            QCOMPARE(m_view->findChild<ActionButton *>(u"answer1"_s)->keyHint(), u"Enter / Esc"_s);
        }
    }
}

void TestScanView::whatWasLeftOpenStandsOnTopAndIsGoneOnWith()
{
    m_view->forget();
    for (int i = 0; i < 20; ++i) // a rush
        m_view->showOutcome(samples::refused());
    ScanOutcome question = samples::alreadyInside();
    question.number = 71;
    ScanOutcome lacking = samples::recordedIn();
    lacking.number = 72;
    lacking.missing = {AskedField::Purpose};
    m_view->setLeftOpen({question, lacking});
    QCOMPARE(cell(0, RecentModel::Person).data().toString(), u"N. T. Nghiệm"_s);
    QCOMPARE(Meaning(cell(0, RecentModel::Passage).data(MeaningRole).toInt()), Meaning::Ask);
    QVERIFY(cell(0, RecentModel::Place).data().toString().contains(u"Ctrl+T"_s));
    QCOMPARE(Meaning(cell(1, RecentModel::Passage).data(MeaningRole).toInt()), Meaning::Ask);
    QCOMPARE(Meaning(cell(2, RecentModel::Passage).data(MeaningRole).toInt()), Meaning::Refused);

    QSignalSpy recalled(m_view, &ScanView::recallRequested);
    press(Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(recalled.size(), 1);
    QCOMPARE(recalled[0][0].toULongLong(), 71u);
    auto *table = m_view->findChild<QTableView *>(u"recentTable"_s);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell(0, 2)).center());
    QCOMPARE(recalled.size(), 2);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell(2, 2)).center());
    QCOMPARE(recalled.size(), 2); // what is done is done

    m_view->setLeftOpen({lacking});
    press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(isShown(u"completionPanel"_s));
    QCOMPARE(Meaning(cell(0, RecentModel::Passage).data(MeaningRole).toInt()), Meaning::Refused);
    press(Qt::Key_Escape);
    QVERIFY(!isShown(u"completionPanel"_s));
    QCOMPARE(Meaning(cell(0, RecentModel::Passage).data(MeaningRole).toInt()), Meaning::Ask);
    m_view->setLocked(true);
    QCOMPARE(table->model()->rowCount(), 0);
    m_view->setLocked(false);
    QCOMPARE(table->model()->rowCount(), 1);
}

void TestScanView::aGroupThatLeavesApartIsNotItsVisitor()
{
    ScanOutcome outcome = samples::recordedOut();
    outcome.apart = true;
    outcome.party = {0, 2};
    m_view->showOutcome(outcome);
    QCOMPARE(text(u"resultName"_s), u"2 trẻ em"_s);
    QVERIFY(text(u"resultTraits"_s).contains(u"L. T. G. Lập"_s));
    QVERIFY(text(u"resultHeadline"_s).contains(u"L. T. G. Lập"_s));
    QVERIFY(isShown(u"undoButton"_s));
    QVERIFY(!isShown(u"turnRoundButton"_s));
    const QString row = cell(0, RecentModel::Person).data().toString();
    QVERIFY2(row.contains(u"2 trẻ em"_s) && row.contains(u"L. T. G. Lập"_s), qPrintable(row));
}

void TestScanView::ofAVeryLongNameTheGivenNameIsKept()
{
    ScanOutcome outcome = samples::recordedIn();
    outcome.visitor.name = u"Nguyễn Hoàng Thị Kim Liên Đặng Đỗ Dương Vũ Cao Trần Tôn Nữ Công Tằng An"_s;
    m_view->showOutcome(outcome);
    QCOMPARE(text(u"resultName"_s), u"N. H. … An"_s);
    QCOMPARE(cell(0, RecentModel::Person).data().toString(), u"N. H. … An"_s);
    outcome.visitor.name = u"Công Tằng Tôn Nữ Thị An"_s;
    m_view->showOutcome(outcome);
    QCOMPARE(text(u"resultName"_s), u"C. T. T. N. T. An"_s);
}

void TestScanView::aKeyForTheLastQuestionDoesNotAnswerTheNext()
{
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    m_view->showOutcome(samples::alreadyInside());
    m_view->showOutcome(samples::leavesWithoutEntry());
    press(Qt::Key_Return);
    QCOMPARE(answered.count(), 0);
    QTest::qWait(700);
    press(Qt::Key_Return);
    QCOMPARE(answered.count(), 1);
}

void TestScanView::readyIsSaidOnlyWhenReady()
{
    QCOMPARE(text(u"resultWord"_s), u"SẴN SÀNG"_s);
    m_window->setDevice(samples::webcam(DeviceState::Missing));
    QCOMPARE(text(u"resultWord"_s), u"SẴN SÀNG"_s); // the scanner still reads
    DeviceInfo unread{samples::scannerId(), u"USB 2D"_s, DeviceState::Running};
    unread.isProven = false;
    m_window->setDevice(unread);
    // It may not be there at all.
    QVERIFY(text(u"resultWord"_s) != u"SẴN SÀNG"_s && text(u"resultWord"_s) != u"CHƯA QUÉT ĐƯỢC"_s);
    m_window->removeDevice(samples::scannerId());
    QCOMPARE(text(u"resultWord"_s), u"CHƯA QUÉT ĐƯỢC"_s);
    m_window->setDevice(samples::webcam(DeviceState::Starting));
    QCOMPARE(text(u"resultWord"_s), u"ĐANG MỞ"_s);
    m_window->setDevice(samples::webcam(DeviceState::Running));
    m_window->setDeskTrouble(Error{ErrorCode::InUse, {}});
    QCOMPARE(text(u"resultWord"_s), u"KHÔNG GHI ĐƯỢC"_s);
    const QImage card = m_view->findChild<ResultCard *>()->grab().toImage();
    QCOMPARE(card.pixel(card.width() - 12, card.height() - 12), lightColours.alarm);
    m_window->setDeskReady();
    QCOMPARE(text(u"resultWord"_s), u"SẴN SÀNG"_s);
}

void TestScanView::nobodyIsAskedToScanWhileNothingIsRecorded()
{
    const auto *pane = m_view->findChild<PreviewPane *>();
    const auto *byHand = m_view->findChild<ActionButton *>(u"byHandButton"_s);
    m_window->setDevice(samples::webcam(DeviceState::Running));
    const QString invitation = pane->caption();
    m_window->setDeskTrouble(Error{ErrorCode::InUse, {}});
    QVERIFY(!pane->caption().isEmpty() && pane->caption() != invitation);
    QVERIFY(!byHand->isEnabled() && byHand->whyOff().contains(u"F5"_s));
    press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!isShown(u"handEntryPanel"_s));
    QVERIFY(m_window->findChild<QWidget *>(u"remarkBar"_s)->isVisible());
    m_window->showView(MainWindow::View::Entries);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_window->view(), MainWindow::View::Scan);
    QVERIFY(!isShown(u"handEntryPanel"_s));
    m_window->setDeskReady();
    QCOMPARE(pane->caption(), invitation);
    QVERIFY(byHand->isEnabled());
    // What failed may be tried again: that is how it is found out that it works.
    m_window->setDeskState(DeskState::Trouble);
    QVERIFY(byHand->isEnabled());
}

void TestScanView::ctrlZAsksForAReasonAndEnterTakesBack()
{
    QSignalSpy undone(m_view, &ScanView::undoRequested);
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(isShown(u"voidPanel"_s));
    QVERIFY(text(u"voidQuestion"_s).contains(u"N. T. Nghiệm"_s));
    QVERIFY(text(u"voidQuestion"_s).contains(u"VÀO"_s));
    QCOMPARE(undone.count(), 0);
    press(Qt::Key_Return);
    QCOMPARE(undone.count(), 1);
    QCOMPARE(undone[0][0].toUuid(), *samples::recordedIn().entryId);
    QCOMPARE(undone[0][1].toString(), u"Quét nhầm người"_s);
    QVERIFY(!isShown(u"voidPanel"_s));
}

void TestScanView::keysOneToFourChooseTheReason()
{
    for (int i = 0; i < 4; ++i) {
        QSignalSpy undone(m_view, &ScanView::undoRequested);
        m_view->showOutcome(samples::recordedIn());
        press(Qt::Key_Z, Qt::ControlModifier);
        const QString reason = m_view->findChild<ActionButton *>(u"voidReason%1"_s.arg(i + 1))->text();
        press(Qt::Key(Qt::Key_1 + i));
        press(Qt::Key_Return);
        QCOMPARE(undone.count(), 1);
        QCOMPARE(undone[0][1].toString(), reason);
    }
}

void TestScanView::ownWordsAreTheReason()
{
    QSignalSpy undone(m_view, &ScanView::undoRequested);
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_Z, Qt::ControlModifier);
    auto *words = m_view->findChild<QLineEdit *>(u"voidOwnWords"_s);
    words->setFocus();
    // Digits are text here, not the key of a reason.
    QTest::keyClicks(words, u"ca 2"_s);
    QCOMPARE(words->text(), u"ca 2"_s);
    press(Qt::Key_Return);
    QCOMPARE(undone.count(), 1);
    QCOMPARE(undone[0][1].toString(), u"ca 2"_s);
}

void TestScanView::escLeavesTheEntry()
{
    QSignalSpy undone(m_view, &ScanView::undoRequested);
    m_view->showOutcome(samples::recordedIn());
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Escape);
    QVERIFY(!isShown(u"voidPanel"_s));
    QCOMPARE(text(u"resultWord"_s), u"VÀO"_s);
    QCOMPARE(undone.count(), 0);
}

void TestScanView::undoNamesItsPersonEvenAfterARefusal()
{
    m_view->showOutcome(samples::recordedIn());
    m_view->showOutcome(samples::refused());
    const auto *undo = m_view->findChild<ActionButton *>(u"undoButton"_s);
    QVERIFY(undo->isVisible());
    QVERIFY(undo->text().contains(u"N. T. Nghiệm"_s));
    QVERIFY(undo->text().contains(u"08:12"_s)); // the one before, nobody else's
    QVERIFY(!isShown(u"turnRoundButton"_s));
}

void TestScanView::afterTheUndoTheEntryCanBeRestored()
{
    m_view->showOutcome(samples::recordedIn());
    m_view->showOutcome(samples::voided());
    QCOMPARE(text(u"resultWord"_s), u"ĐÃ HỦY"_s);
    QVERIFY(!isShown(u"undoButton"_s));
    QSignalSpy restored(m_view, &ScanView::restoreRequested);
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!isShown(u"voidPanel"_s));
    press(Qt::Key_Z, Qt::ControlModifier); // before it is restored: not twice
    QCOMPARE(restored.count(), 1);
    QCOMPARE(restored[0][0].toUuid(), *samples::voided().entryId);
    // Why it was not, in words of its own: nothing is wrong with the program.
    ScanOutcome notRestored = samples::failed();
    notRestored.deviceId.clear();
    notRestored.error = Error{ErrorCode::WrongUse, {}};
    m_view->showOutcome(notRestored);
    const QString general = text(u"resultHeadline"_s);
    notRestored.restores = true;
    m_view->showOutcome(notRestored);
    QVERIFY(!text(u"resultHeadline"_s).isEmpty());
    QVERIFY(text(u"resultHeadline"_s) != general);
}

void TestScanView::aFullHouseIsSaidInTheQuestionAndInTheResult()
{
    ScanOutcome asks = samples::alreadyInside();
    asks.notices = {Reason::OverCapacity};
    asks.insideNow = 6;
    asks.capacity = 5;
    m_view->showOutcome(asks);
    const QString warned = text(u"resultWarning1"_s);
    QVERIFY2(warned.contains(u'6') && warned.contains(u'5'), qPrintable(warned));
    ScanOutcome in = samples::recordedIn();
    in.notices = {Reason::OverCapacity};
    in.insideNow = 7;
    in.capacity = 5;
    m_view->showOutcome(in);
    const QString said = text(u"resultHeadline"_s); // the large line, and not once more below
    QVERIFY2(said.contains(u'7') && said.contains(u'5'), qPrintable(said));
    QVERIFY(!isShown(u"resultWarning1"_s));
}

void TestScanView::aVoidOfAnotherEntryLeavesTheResult()
{
    m_view->showOutcome(samples::recordedOut());
    m_view->showOutcome(samples::voided());
    QCOMPARE(text(u"resultWord"_s), u"RA"_s);
    QVERIFY(isShown(u"undoButton"_s));
}

void TestScanView::whoCameAlongStandsInItsRowOnceItIsTold()
{
    ScanOutcome in = samples::recordedIn();
    m_view->showOutcome(in);
    const QString alone = cell(0, RecentModel::Person).data().toString();
    in.party = {1, 1};
    m_view->showCompleted(in);
    QCOMPARE(cell(0, RecentModel::Person).data().toString(), alone + u" +2"_s);
}

void TestScanView::f9TurnsTheResultRound()
{
    QSignalSpy turned(m_view, &ScanView::turnRoundRequested);
    m_view->showOutcome(samples::recordedIn());
    QCOMPARE(m_view->findChild<ActionButton *>(u"turnRoundButton"_s)->text(),
             ResultCard::tr("Change to %1").arg(u"RA"_s));
    press(Qt::Key_F9);
    QCOMPARE(turned.count(), 1);
    m_view->showOutcome(samples::corrected());
    QCOMPARE(m_view->findChild<ActionButton *>(u"turnRoundButton"_s)->text(),
             ResultCard::tr("Change to %1").arg(u"VÀO"_s));
}

void TestScanView::symptomsAreSaidLargerThanWhatIsUsual()
{
    const auto *line = m_view->findChild<QLabel *>(u"resultDeclaration"_s);
    ScanOutcome outcome = samples::recordedIn();
    m_view->showOutcome(outcome);
    m_view->showDeclaration(outcome.number, DeclarationStatus::Declared);
    const int usual = line->font().pixelSize();
    m_view->showDeclaration(outcome.number, DeclarationStatus::Symptoms);
    QVERIFY(line->font().pixelSize() > usual);
    m_window->resize(1366, 780); // and stays so
    m_window->resize(1920, 1080);
    samples::settle();
    const int large = line->font().pixelSize();
    m_view->showDeclaration(outcome.number, DeclarationStatus::Declared);
    QVERIFY(line->font().pixelSize() < large);
}

void TestScanView::notesThatShareALineAreToldApart()
{
    ScanOutcome turned = samples::corrected();
    turned.capacity = 50; // another line
    turned.party = {1, 0};
    m_view->showOutcome(turned);
    const auto *note = m_view->findChild<QLabel *>(u"resultNote1"_s);
    const auto hasBoth = [note] {
        return note->text().contains(u"Đã đổi chiều"_s) && note->text().contains(u"Cùng"_s);
    };
    for (int height = 768; height > 480 && !hasBoth(); height -= 16) {
        m_window->resize(1024, height);
        samples::settle();
    }
    QVERIFY2(hasBoth(), qPrintable(note->text()));
    QVERIFY2(note->text().contains(u" · "_s), qPrintable(note->text()));
}

/// As it is counted and listed.
void TestScanView::whoIsSentAwayIsSaidToBeRefused()
{
    const auto topMeaning = [this] {
        return Meaning(cell(0, RecentModel::Passage).data(MeaningRole).toInt());
    };
    ScanOutcome dismissed = samples::onAttentionList();
    dismissed.kind = ScanOutcome::Kind::Dismissed;
    m_view->showOutcome(dismissed);
    QCOMPARE(text(u"resultWord"_s), u"TỪ CHỐI"_s);
    QVERIFY(text(u"resultHeadline"_s).startsWith(u"Không cho vào"_s));
    QCOMPARE(topMeaning(), Meaning::Refused);
    QCOMPARE(cell(0, RecentModel::Person).data().toString(), u"N. T. Nghiệm"_s);
    m_view->showOutcome(samples::recordedIn());
    // The button says it before, whatever the reason.
    const auto *leave = m_view->findChild<ActionButton *>(u"answer1"_s);
    ScanOutcome late = samples::justLeft();
    m_view->showOutcome(late);
    QCOMPARE(leave->text(), u"Không ghi"_s);
    late.reason = Reason::OutsideOpeningHours;
    m_view->showOutcome(late);
    QCOMPARE(leave->text(), u"Không cho vào"_s);
    m_view->showOutcome(samples::recordedIn());
    dismissed = samples::alreadyInside(); // nobody is refused anything
    dismissed.kind = ScanOutcome::Kind::Dismissed;
    m_view->showOutcome(dismissed);
    QCOMPARE(text(u"resultWord"_s), u"ĐÃ BỎ QUA"_s);
    QCOMPARE(topMeaning(), Meaning::In);
}

void TestScanView::f9SaysWhatItNeedsWhereItCanDoNothing()
{
    QSignalSpy turned(m_view, &ScanView::turnRoundRequested);
    ScanOutcome dismissed = samples::justLeft();
    dismissed.kind = ScanOutcome::Kind::Dismissed;
    ScanOutcome apart = samples::recordedOut();
    apart.apart = true;
    apart.party.children = 1;
    for (const ScanOutcome &outcome : {dismissed, samples::refused(), samples::justLeft(), apart}) {
        m_view->showOutcome(outcome);
        QVERIFY(!isShown(u"resultAgain"_s));
        press(Qt::Key_F9);
        QVERIFY(isShown(u"resultAgain"_s));
        QVERIFY(text(u"resultAgain"_s).contains(u"F9"_s));
    }
    QCOMPARE(turned.count(), 0);
    m_view->showOutcome(samples::recordedIn());
    QVERIFY(!isShown(u"resultAgain"_s));
    press(Qt::Key_F9);
    QCOMPARE(turned.count(), 1);
    QVERIFY(!isShown(u"resultAgain"_s));
}

/// Announced for 14:00, there at 16:10.
void TestScanView::whoComesAtAnotherHourThanAnnouncedIsSaidTo()
{
    ScanOutcome in = samples::recordedIn();
    in.expected.emplace().host = u"BS. Giả"_s;
    const auto comes = [&](int hour, int minute) {
        in.at = samples::at(hour, minute);
        m_view->showOutcome(in);
        return isShown(u"resultWarning1"_s) ? text(u"resultWarning1"_s) : QString();
    };
    QCOMPARE(comes(16, 10), QString()); // at no hour in particular
    in.expected->at = QTime(14, 0);
    QVERIFY(comes(16, 10).contains(u"14:00"_s));
    const QString by = QCoreApplication::translate("CardWords", "%1 h %2 min");
    QVERIFY2(comes(16, 10).contains(by.arg(2).arg(10)), qPrintable(comes(16, 10)));
    QVERIFY2(comes(8, 30).contains(by.arg(5).arg(30)), qPrintable(comes(8, 30)));
    QVERIFY(comes(11, 0).contains(QCoreApplication::translate("CardWords", "%1 h").arg(3)));
    const QString late = comes(15, 1);
    QVERIFY(comes(12, 59).contains(u"14:00"_s));
    QVERIFY(comes(12, 59) != late);
    for (const auto &[hour, minute] : {std::pair(13, 0), std::pair(14, 0), std::pair(15, 0)})
        QCOMPARE(comes(hour, minute), QString());
    in.expected->arrivedEntry = QUuid::createUuid(); // and was out for lunch since
    QCOMPARE(comes(16, 10), QString());
    in.expected->arrivedEntry.reset();
    in.direction = Direction::Out;
    QCOMPARE(comes(16, 10), QString());
}

void TestScanView::aDeviceIsChangedFromItsChip()
{
    m_window->show();
    auto *chip = m_view->findChild<QAbstractButton *>(u"deviceChip:"_s + samples::scannerId());
    chip->setFocus();
    m_view->showOutcome(samples::alreadyInside()); // whose Enter is not meant
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    press(Qt::Key_Return);
    QCOMPARE(answered.count(), 0);
    QCOMPARE(m_window->view(), MainWindow::View::Settings);
    const auto *direction = m_window->findChild<QWidget *>(u"direction:"_s + samples::scannerId());
    QVERIFY(direction->isVisible());
    QVERIFY(direction->isAncestorOf(QApplication::focusWidget()));
}

void TestScanView::ctrlEnterGivesTheLikelierDirection()
{
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    m_view->showOutcome(samples::alreadyInside());
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered[0][0].toULongLong(), samples::alreadyInside().number);
    QCOMPARE(answered[0][1].value<Answer>(), Answer::RecordOut);
}

void TestScanView::f9GivesTheOtherAnswer()
{
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    QSignalSpy turned(m_view, &ScanView::turnRoundRequested);
    m_view->showOutcome(samples::recordedIn());
    m_view->showOutcome(samples::alreadyInside());
    press(Qt::Key_F9);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered[0][1].value<Answer>(), Answer::RecordIn);
    QCOMPARE(turned.count(), 0);
}

void TestScanView::escRecordsNothing()
{
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    m_view->showOutcome(samples::alreadyInside());
    press(Qt::Key_Escape);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered[0][1].value<Answer>(), Answer::Dismiss);
}

void TestScanView::noKeyAnswersWithoutAQuestion()
{
    QSignalSpy answered(m_view, &ScanView::answerRequested);
    QSignalSpy turned(m_view, &ScanView::turnRoundRequested);
    QSignalSpy undone(m_view, &ScanView::undoRequested);
    m_view->showOutcome(samples::refused());
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape, Qt::Key_F9, Qt::Key_1})
        press(key);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(answered.count() + turned.count() + undone.count(), 0);
}

void TestScanView::recentRowsGrowOnTop()
{
    m_view->forget();
    m_view->showOutcome(samples::recordedIn());
    m_view->showOutcome(samples::recordedOut());
    m_view->showOutcome(samples::refused());
    m_view->showOutcome(samples::failed());
    QCOMPARE(cell(0, RecentModel::Passage).data().toString(), u"Chưa ghi được"_s);
    QCOMPARE(cell(1, RecentModel::Passage).data().toString(), u"Từ chối"_s);
    QCOMPARE(cell(1, RecentModel::Person).data().toString(), u"Mã địa điểm"_s);
    QCOMPARE(cell(2, RecentModel::Passage).data().toString(), u"Ra"_s);
    QCOMPARE(cell(3, RecentModel::Passage).data().toString(), u"Vào"_s);
    QCOMPARE(cell(3, RecentModel::Person).data().toString(), u"N. T. Nghiệm"_s);
    QCOMPARE(cell(3, RecentModel::Time).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight,
             int(Qt::AlignRight));
    QCOMPARE(cell(0, 0).model()->rowCount(), 4);
    m_view->setRecent({}, {}, 0); // the store knows of no entry: what was refused stays
    const QAbstractItemModel *rows = cell(0, 0).model();
    QVERIFY(!rows->match(cell(0, RecentModel::Passage), Qt::DisplayRole, u"Từ chối"_s).isEmpty());
    m_view->setRecent({}, {}, samples::recordedOut().at.utcMs + 24 * 3'600'000); // it is the day after
    QCOMPARE(rows->rowCount(), 0);
    m_view->forget();
    QCOMPARE(m_view->findChild<QTableView *>(u"recentTable"_s)->model()->rowCount(), 0);
}

/// Another operator sees the list as it was: what was refused comes back from the record, once.
void TestScanView::whatWasRefusedIsStillThereForTheNextOperator()
{
    m_view->forget();
    const ScanOutcome outcome = samples::refused();
    m_view->showOutcome(outcome);
    RefusedScan scan;
    scan.id = QUuid::createUuid();
    scan.at = outcome.at;
    scan.reason = Reason::UnknownCode;
    scan.location = u"Cổng A"_s;
    m_view->forget();
    m_view->setRecent({}, {scan}, 0);
    const auto *rows = m_view->findChild<QTableView *>(u"recentTable"_s)->model();
    QCOMPARE(rows->rowCount(), 1);
    QCOMPARE(cell(0, RecentModel::Passage).data().toString(), u"Từ chối"_s);
    QCOMPARE(cell(0, RecentModel::Place).data().toString(), u"Cổng A"_s);
    m_view->setRecent({}, {scan}, 0);
    QCOMPARE(rows->rowCount(), 1);
}

void TestScanView::aFailedUndoIsNoRow()
{
    m_view->forget();
    ScanOutcome undo;
    undo.kind = ScanOutcome::Kind::Failed;
    undo.error = Error{ErrorCode::NotFound, {}};
    m_view->showOutcome(undo);
    QCOMPARE(text(u"resultWord"_s), u"CHƯA GHI ĐƯỢC"_s);
    QCOMPARE(m_view->findChild<QTableView *>(u"recentTable"_s)->model()->rowCount(), 0);
}

void TestScanView::aCorrectionReplacesTheRow()
{
    m_view->forget();
    m_view->showOutcome(samples::recordedIn());
    m_view->showOutcome(samples::corrected());
    QCOMPARE(cell(0, 0).model()->rowCount(), 1);
    QCOMPARE(cell(0, RecentModel::Passage).data().toString(), u"Ra"_s);
}

void TestScanView::aCorrectionReplacesTheRowThoughOthersCameSince()
{
    m_view->forget();
    m_view->showOutcome(samples::recordedIn());
    m_view->showOutcome(samples::withWarnings());
    m_view->showOutcome(samples::corrected());
    QCOMPARE(cell(0, 0).model()->rowCount(), 2);
    QCOMPARE(cell(0, RecentModel::Person).data().toString(), u"Đ. H. Mẫu"_s);
    QCOMPARE(cell(0, RecentModel::Passage).data().toString(), u"Vào"_s);
    QCOMPARE(cell(1, RecentModel::Person).data().toString(), u"N. T. Nghiệm"_s);
    QCOMPARE(cell(1, RecentModel::Passage).data().toString(), u"Ra"_s);
}

void TestScanView::anUndoneRowIsStruckThrough()
{
    m_view->forget();
    m_view->showOutcome(samples::recordedIn());
    m_view->showOutcome(samples::voided());
    QCOMPARE(cell(0, 0).model()->rowCount(), 1);
    QCOMPARE(cell(0, RecentModel::Passage).data().toString(), u"Đã hủy"_s);
}

void TestScanView::repeatsAndQuestionsAreNoRows()
{
    m_view->forget();
    m_view->showOutcome(samples::repeated());
    m_view->showOutcome(samples::alreadyInside());
    QCOMPARE(m_view->findChild<QTableView *>(u"recentTable"_s)->model()->rowCount(), 0);
}

void TestScanView::onlyWholeRowsAreShown()
{
    for (const QSize &size : {QSize(1024, 700), QSize(1366, 768), QSize(1920, 1080)}) {
        m_window->resize(size);
        samples::settle();
        const auto *table = m_view->findChild<QTableView *>(u"recentTable"_s);
        const int rows = table->model()->rowCount();
        QVERIFY2(rows >= 6, qPrintable(QString::number(rows)));
        QVERIFY2(rows * tokens::rowHeight <= table->viewport()->height(),
                 qPrintable(u"%1 rows in %2"_s.arg(rows).arg(table->viewport()->height())));
    }
}

/// Neither a location, nor the figures that a form covers.
void TestScanView::inLargeTextNothingIsCut()
{
    applyTheme(*qApp, ThemeKind::Light, 150);
    QCoreApplication::processEvents();
    const auto *table = m_view->findChild<QTableView *>(u"recentTable"_s);
    const QString place = cell(0, RecentModel::Place).data().toString();
    QVERIFY(!place.isEmpty());
    QVERIFY(table->columnWidth(RecentModel::Place) >=
            QFontMetrics(textFont(tokens::bodyText)).horizontalAdvance(place) + 2 * tokens::space12);
    VenueRules rules;
    for (FieldRule VenueRules::*field :
         {&VenueRules::purpose, &VenueRules::host, &VenueRules::phone, &VenueRules::birthYear})
        rules.*field = FieldRule::Optional;
    const auto *panel = m_view->findChild<QWidget *>(u"handEntryPanel"_s);
    for (int height = 560; height <= 768; height += 16) {
        m_window->resize(1366, height);
        m_view->setRules(rules);
        m_view->beginHandEntry();
        QCoreApplication::processEvents();
        const QRect counters = m_view->counterRow()->geometry();
        const int end = panel->geometry().bottom();
        QVERIFY2(end < counters.top() || end >= counters.bottom(), qPrintable(QString::number(end)));
    }
}

void TestScanView::countersAreShown()
{
    m_view->setCounters({1234, 412, 284, 3});
    QCOMPARE(text(u"countInside"_s), u"1.234"_s);
    QCOMPARE(text(u"countIn"_s), u"412"_s);
    QCOMPARE(text(u"countOut"_s), u"284"_s);
    QCOMPARE(text(u"countRefused"_s), u"3"_s);
    QVERIFY(!isShown(u"countMore"_s));
    m_view->setCounters({3, 412, 284, 3, 2});
    QCOMPARE(text(u"countInside"_s), u"3"_s);
    QCOMPARE(text(u"countMore"_s), u"(+2)"_s);
    m_view->setRules({}, 20);
    QCOMPARE(text(u"countMore"_s), u"(+2) / 20"_s);
    QVERIFY(isShown(u"countMore"_s));
}

void TestScanView::deviceStatesAreSaidInWords_data()
{
    QTest::addColumn<DeviceState>("state");
    QTest::addColumn<QString>("caption");
    QTest::addColumn<QString>("chip");
    QTest::newRow("starting") << DeviceState::Starting << u"Đang mở camera"_s << u"đang mở · Tự động"_s;
    QTest::newRow("missing") << DeviceState::Missing << u"Camera chưa được cắm"_s << u"chưa cắm · Tự động"_s;
    QTest::newRow("silent") << DeviceState::Silent << u"Camera không gửi hình"_s
                            << u"không có hình · Tự động"_s;
    QTest::newRow("failed") << DeviceState::Failed << u"Không mở được camera"_s
                            << u"không đọc được · Tự động"_s;
    QTest::newRow("running") << DeviceState::Running << u"Đưa mã QR của khách vào trước camera"_s
                             << u"sẵn sàng · Tự động"_s;
}

void TestScanView::deviceStatesAreSaidInWords()
{
    QFETCH(DeviceState, state);
    QFETCH(QString, caption);
    QFETCH(QString, chip);
    m_window->setDevice(samples::webcam(state));
    const auto *pane = m_view->findChild<PreviewPane *>();
    QCOMPARE(pane->caption(), caption);
    QCOMPARE(pane->accessibleDescription(), caption);
    // A camera that does not deliver leaves no picture behind that looks alive.
    QCOMPARE(pane->hasPicture(), state == DeviceState::Running);
    QCOMPARE(m_view->findChild<DeviceChip *>(u"deviceChip:"_s + samples::cameraId())->accessibleDescription(),
             chip);
}

void TestScanView::aMutedDeskSaysSoAndIsHeardAgain()
{
    auto *mark = m_view->findChild<QAbstractButton *>(u"mutedMark"_s);
    QVERIFY(!mark->isVisible());
    m_window->settingsView()->findChild<Toggle *>(u"mutedToggle"_s)->click();
    QVERIFY(mark->isVisible());
    mark->click();
    QVERIFY(!m_window->preferences().muted && !mark->isVisible());
}

void TestScanView::withoutACameraItSaysWhatToDo()
{
    auto *pane = m_view->findChild<PreviewPane *>();
    const int before = pane->height();
    m_window->removeDevice(samples::cameraId());
    m_window->removeDevice(samples::scannerId());
    QCOMPARE(pane->caption(), u"Chưa có camera"_s);
    QVERIFY(pane->height() < before); // the list has the room
    QVERIFY(pane->grab().toImage().pixelColor(12, pane->height() / 2).lightness() > 200); // no dark hole
    QVERIFY(m_view->shownDevices().isEmpty());
}

void TestScanView::anotherCameraIsShownWhenOneGoes()
{
    QSignalSpy shown(m_view, &ScanView::shownDevicesChanged);
    m_window->setDevice({u"camera:B"_s, u"B"_s, DeviceState::Running, DirectionRule::Out, true});
    QCOMPARE(m_view->shownDevices(), (QStringList{samples::cameraId(), u"camera:B"_s}));
    m_window->removeDevice(samples::cameraId());
    QCOMPARE(m_view->shownDevices(), QStringList{u"camera:B"_s});
    QCOMPARE(shown.count(), 2);
}

void TestScanView::theOutlineFollowsTheMirroredPicture()
{
    const QPolygonF outline({{100, 50}, {200, 50}, {200, 150}, {100, 150}});
    const QRectF picture(10, 20, 640, 360);
    const QPolygonF plain = mappedOutline(outline, {1280, 720}, picture, false);
    QCOMPARE(plain[0], QPointF(60, 45));
    QCOMPARE(plain[2], QPointF(110, 95));
    const QPolygonF mirrored = mappedOutline(outline, {1280, 720}, picture, true);
    QCOMPARE(mirrored[0], QPointF(600, 45));
    QCOMPARE(mirrored[2], QPointF(550, 95));
    QVERIFY(mappedOutline(outline, {}, picture, false).isEmpty());
}

void TestScanView::twoCodesAreHinted()
{
    m_view->showSighting(samples::sighting(2));
    QCOMPARE(m_view->findChild<PreviewPane *>()->caption(), u"Hãy đưa từng mã một"_s);
    m_view->showSighting(samples::sighting(1));
    QCOMPARE(m_view->findChild<PreviewPane *>()->caption(), QString());
    // The outline fades, and the hint comes back.
    QTRY_COMPARE(m_view->findChild<PreviewPane *>()->caption(), u"Đưa mã QR của khách vào trước camera"_s);
}

void TestScanView::nothingShownRevealsAPerson()
{
    for (const ScanOutcome &outcome :
         {samples::recordedIn(), samples::repeated(), samples::alreadyInside(), samples::failed()}) {
        m_view->showOutcome(outcome);
        const QString everything = samples::shownTexts(*m_window).join(u'\n');
        QVERIFY(everything.contains(u"N. T. Nghiệm"_s));
        for (const QString &secret : {u"Nguyễn"_s, u"001090999991"_s, u"Giả Định"_s, u"Thử Nghiệm"_s})
            QVERIFY2(!everything.contains(secret), qPrintable(secret));
    }
}

QTEST_MAIN(TestScanView)
#include "tst_scanview.moc"
