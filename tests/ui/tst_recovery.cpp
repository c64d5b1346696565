#include "core/settings/recoverycode.h"
#include "core/store/folderkeys.h"
#include "ui/recovery/recoverydialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

Secret keyOf(char fill)
{
    return Secret(QByteArray(32, fill));
}

QString wordsOf(char fill)
{
    return recoveryWords(keyOf(fill)).join(u' ');
}

RawScan scanOf(const QByteArray &text)
{
    RawScan scan;
    scan.sightings.append({text, {}});
    return scan;
}

} // namespace

/// A sheet is taken in a window: only the right one, and what is wrong with another is said at once.
class TestRecoveryDialog : public QObject
{
    Q_OBJECT

private slots:
    void typedWordsOpenOnlyWithTheRightSheet();
    void aScannedCodeIsTakenAndNotShown();
    void aVisitorsCodeIsNotShownAndChangesNothing();
    void aNewPinIsTypedTwice();
    void aFailureIsSaidAndTheDialogStays();
};

void TestRecoveryDialog::typedWordsOpenOnlyWithTheRightSheet()
{
    RecoveryDialog dialog(masterKeyId(keyOf('k')), {masterKeyId(keyOf('o'))}, {});
    dialog.show();
    auto *words = dialog.findChild<QPlainTextEdit *>(u"recoveryWords"_s);
    auto *use = dialog.findChild<QPushButton *>(u"recoveryUse"_s);
    auto *said = dialog.findChild<QLabel *>(u"recoverySaid"_s);
    QSignalSpy given(&dialog, &RecoveryDialog::keyGiven);
    QVERIFY(!use->isEnabled());
    QString wrong = wordsOf('k');
    wrong[37] = u'q'; // of the seventh word
    words->setPlainText(wrong);
    QVERIFY(!use->isEnabled());
    QVERIFY2(said->text().contains(u"2") && said->text().contains(wrong.mid(36, 5)),
             qPrintable(said->text()));
    words->setPlainText(wordsOf('x'));
    QVERIFY(!use->isEnabled());
    QVERIFY(said->text().contains(masterKeyName(masterKeyId(keyOf('x')))));
    QVERIFY(said->text().contains(masterKeyName(masterKeyId(keyOf('k')))));
    const QString another = said->text();
    words->setPlainText(wordsOf('o'));
    QVERIFY(!use->isEnabled());
    QVERIFY(said->text() != another && said->text().contains(masterKeyName(masterKeyId(keyOf('o')))));
    words->setPlainText(wordsOf('k'));
    QVERIFY(use->isEnabled());
    use->click();
    QCOMPARE(given.size(), 1);
    QVERIFY(given.first().first().value<Secret>() == keyOf('k'));
    dialog.showAnswer({});
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(words->toPlainText().isEmpty());
}

void TestRecoveryDialog::aScannedCodeIsTakenAndNotShown()
{
    RecoveryDialog dialog(masterKeyId(keyOf('k')), {}, {});
    auto *words = dialog.findChild<QPlainTextEdit *>(u"recoveryWords"_s);
    words->setPlainText(wordsOf('x'));
    dialog.takeScan(scanOf(recoveryText(keyOf('k'))));
    QVERIFY(dialog.findChild<QPushButton *>(u"recoveryUse"_s)->isEnabled());
    QCOMPARE(words->toPlainText(), QString()); // it is the master key: nobody reads it off the screen
    QVERIFY(!words->placeholderText().isEmpty());
    words->setPlainText(u"b"_s); // typed words count from here on
    QVERIFY(words->placeholderText().isEmpty());
    QVERIFY(!dialog.findChild<QPushButton *>(u"recoveryUse"_s)->isEnabled());
}

/// Scanning goes on while somebody types the words, on a locked desk as well.
void TestRecoveryDialog::aVisitorsCodeIsNotShownAndChangesNothing()
{
    RecoveryDialog dialog(masterKeyId(keyOf('k')), {}, {});
    auto *words = dialog.findChild<QPlainTextEdit *>(u"recoveryWords"_s);
    auto *said = dialog.findChild<QLabel *>(u"recoverySaid"_s);
    const QString begun = wordsOf('k').left(20);
    words->setPlainText(begun);
    const QString before = said->text();
    dialog.takeScan(scanOf("001090999991||Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021"_ba));
    QCOMPARE(words->toPlainText(), begun);
    QCOMPARE(said->text(), before);
    RawScan both = scanOf("001090999991||Nguyễn Thử Nghiệm|15011990|Nam|Hà Nội|01052021"_ba);
    both.sightings.append({recoveryText(keyOf('k')), {}});
    dialog.takeScan(both); // a sheet beside somebody's card
    QVERIFY(dialog.findChild<QPushButton *>(u"recoveryUse"_s)->isEnabled());
}

void TestRecoveryDialog::aNewPinIsTypedTwice()
{
    RecoveryDialog dialog(masterKeyId(keyOf('k')), {}, {u"Lan"_s});
    auto *use = dialog.findChild<QPushButton *>(u"recoveryUse"_s);
    QSignalSpy given(&dialog, &RecoveryDialog::pinGiven);
    dialog.findChild<QPlainTextEdit *>(u"recoveryWords"_s)->setPlainText(wordsOf('k'));
    QVERIFY(!use->isEnabled());
    auto *pin = dialog.findChild<QLineEdit *>(u"recoveryPin"_s);
    auto *again = dialog.findChild<QLineEdit *>(u"recoveryPinAgain"_s);
    QCOMPARE(pin->echoMode(), QLineEdit::Password);
    pin->setText(u"2468"_s);
    again->setText(u"2469"_s);
    QVERIFY(!use->isEnabled());
    again->setText(u"2468"_s);
    QVERIFY(use->isEnabled());
    use->click();
    QCOMPARE(given.size(), 1);
    QCOMPARE(given.first().at(1).toString(), u"Lan"_s);
    QCOMPARE(given.first().at(2).toString(), u"2468"_s);
}

void TestRecoveryDialog::aFailureIsSaidAndTheDialogStays()
{
    RecoveryDialog dialog(masterKeyId(keyOf('k')), {}, {});
    dialog.show();
    auto *use = dialog.findChild<QPushButton *>(u"recoveryUse"_s);
    dialog.findChild<QPlainTextEdit *>(u"recoveryWords"_s)->setPlainText(wordsOf('k'));
    use->click();
    QVERIFY(!use->isEnabled());
    dialog.showAnswer(Error{ErrorCode::DiskFull, {}});
    QVERIFY(dialog.isVisible());
    QVERIFY(use->isEnabled());
    QVERIFY(!dialog.findChild<QLabel *>(u"recoverySaid"_s)->text().isEmpty());
}

QTEST_MAIN(TestRecoveryDialog)
#include "tst_recovery.moc"
