#include "core/desk/handentry.h"
#include "tests/ui/samples.h"
#include "ui/common/errortext.h"
#include "ui/common/language.h"
#include "ui/common/reasontext.h"
#include "ui/common/wording.h"
#include "ui/persondata/heldreasonpanel.h"
#include "ui/persondata/requestwords.h"
#include "ui/scanview/resultwords.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>
#include <QTimeZone>
#include <QXmlStreamReader>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Every sentence that stands for a value of the core, in the current language.
QStringList allSentences()
{
    QStringList texts;
    for (int i = 0; i <= int(ErrorCode::Cancelled); ++i) {
        const ErrorText text = errorText(ErrorCode(i));
        texts << text.happened << text.kept << text.todo;
    }
    for (int i = 0; i <= int(Reason::NoCertificate); ++i) {
        const ReasonText text = reasonText(Reason(i));
        texts << text.brief << text.what << text.todo;
    }
    for (int i = 0; i <= int(CodeWarning::LeavesWithoutEntry); ++i)
        texts << warningText(CodeWarning(i));
    for (int i = 0; i <= int(DeviceState::Failed); ++i)
        texts << deviceStateWord(DeviceState(i));
    for (int i = 0; i <= int(DirectionRule::Out); ++i)
        texts << directionRuleWord(DirectionRule(i));
    for (const Answer answer : {Answer::RecordIn, Answer::RecordOut, Answer::Dismiss})
        texts << answerLabel(answer);
    for (const QString &source :
         {u"citizen-card"_s, u"personal-qr"_s, u"health-insurance"_s, u"certificate"_s, u"travel-document"_s,
          u"visitor-pass"_s, u"venue-code"_s, u"payment-code"_s, u"unknown"_s, u"manual"_s, u"own-phone"_s})
        texts << sourceName(source);
    return texts;
}

QString everythingSaid(const ScanOutcome &outcome)
{
    const ResultWords words = resultWords(outcome);
    return (QStringList{words.word, words.time, words.name, words.traits, words.headline} + words.notes +
            words.warnings + QStringList{words.certificate})
        .join(u'\n');
}

} // namespace

/// What the person at the desk reads.
class TestTexts : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyValueHasItsSentenceInBothLanguages();
    void noVietnameseTextIsMissing();
    void placeholdersAreKeptInTranslation();
    void whatARequestStillWaitsForIsSaid();
    void datesAndTimesAreWrittenAsHere();
    void theDayBeforeIsYesterday();
    void peopleAreMasked();
    void aPersonWithoutANameIsStillNamed();
    void aRecordedEntrySaysWhoWhichWayAndWhen();
    void alreadyInsideSaysSinceWhen();
    void whoHasJustLeftIsSaidToTheSecond();
    void leavingWithoutEntryIsSaid();
    void aFailureSaysWhatWasKeptAndWhatToDo();
    void whatIsAskedAboutDataHeldIsWhatIsDone();
    void repeatedSaysThatNothingWasAdded();
    void onlyAVerifiedAndValidCertificateIsCalledGood();
    void keysAreWrittenAsOnTheKeyboard();
    void qtsOwnDialogsSpeakVietnamese();

private:
    Language m_language{u"vi"_s};
};

void TestTexts::init()
{
    m_language.apply(u"vi"_s);
}

void TestTexts::everyValueHasItsSentenceInBothLanguages()
{
    m_language.apply(u"en"_s);
    const QStringList english = allSentences();
    m_language.apply(u"vi"_s);
    const QStringList vietnamese = allSentences();
    QCOMPARE(vietnamese.size(), english.size());
    for (qsizetype i = 0; i < english.size(); ++i) {
        QVERIFY(!english[i].isEmpty());
        QVERIFY2(!vietnamese[i].isEmpty() && vietnamese[i] != english[i], qPrintable(english[i]));
    }
}

void TestTexts::noVietnameseTextIsMissing()
{
    QFile file(QStringLiteral(CHECKPOINT_SOURCE_DIR "/translations/checkpoint_vi.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    int messages = 0;
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "source"_L1) {
            source = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            const QString type = xml.attributes().value("type"_L1).toString();
            ++messages;
            QVERIFY2(type.isEmpty(), qPrintable(type + u": "_s + source));
            QVERIFY2(!xml.readElementText(QXmlStreamReader::IncludeChildElements).isEmpty(),
                     qPrintable(source));
        }
    }
    QVERIFY(!xml.hasError());
    QVERIFY(messages > 200);
}

void TestTexts::placeholdersAreKeptInTranslation()
{
    QFile file(QStringLiteral(CHECKPOINT_SOURCE_DIR "/translations/checkpoint_vi.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    const QRegularExpression placeholder(u"%[0-9n]"_s);
    const auto placeholders = [&placeholder](const QString &text) {
        QStringList found;
        for (auto match = placeholder.globalMatch(text); match.hasNext();)
            found << match.next().captured();
        found.sort();
        return found;
    };
    QString source;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == "source"_L1)
            source = xml.readElementText();
        else if (xml.isStartElement() && xml.name() == "translation"_L1)
            QCOMPARE(placeholders(xml.readElementText(QXmlStreamReader::IncludeChildElements)),
                     placeholders(source));
    }
}

/// Rights under Law 91/2025/QH15: whoever asks is answered first; what was done is not due any more.
void TestTexts::whatARequestStillWaitsForIsSaid()
{
    PersonRequest request;
    const QDateTime received(QDate(2026, 11, 2), QTime(9, 0), QTimeZone(7 * 3600));
    request.receivedAt = {received.toMSecsSinceEpoch(), 7 * 60, false};
    const auto onDay = [](int day) {
        return QDateTime(QDate(2026, 11, day), QTime(12, 0)).toMSecsSinceEpoch();
    };
    QVERIFY(requestClocksText(request).contains(u"hạn trả lời"_s));
    QVERIFY(requestClocksText(request).contains(u"hạn thực hiện"_s));
    request.answeredUtcMs = onDay(3);
    QVERIFY2(requestClocksText(request).contains(u"đã trả lời ngày 03/11/2026, hạn thực hiện"_s),
             qPrintable(requestClocksText(request)));
    request.doneUtcMs = onDay(5);
    QVERIFY2(
        requestClocksText(request).endsWith(u"đã trả lời ngày 03/11/2026, đã thực hiện ngày 05/11/2026."_s),
        qPrintable(requestClocksText(request)));
}

void TestTexts::datesAndTimesAreWrittenAsHere()
{
    QCOMPARE(dateText(QDate(2026, 11, 20)), u"20/11/2026"_s);
    QCOMPARE(weekdayText(QDate(2026, 11, 20)), u"Thứ Sáu 20/11/2026"_s);
    QCOMPARE(clockText(samples::at(15, 4, 5)), u"15:04:05"_s);
    m_language.apply(u"en"_s);
    QCOMPARE(weekdayText(QDate(2026, 11, 20)), u"Friday 20/11/2026"_s);
}

void TestTexts::theDayBeforeIsYesterday()
{
    const QDate today(2026, 11, 20);
    QCOMPARE(pastText(samples::at(8, 5), today), u"hôm nay 08:05"_s);
    QCOMPARE(pastText(samples::at(9, 40, 0, 1), today), u"hôm qua 09:40"_s);
    QCOMPARE(pastText(samples::at(9, 40, 0, 2), today), u"18/11/2026 09:40"_s);
}

void TestTexts::peopleAreMasked()
{
    VisitorData full = samples::nghiem();
    full.phone = u"+84900000001"_s;
    full.qid = u"162999999999999991"_s;
    full.healthInsurance = u"HS4019999999991"_s;
    for (ScanOutcome outcome :
         {samples::recordedIn(), samples::recordedOut(), samples::corrected(), samples::withWarnings(),
          samples::repeated(), samples::alreadyInside(), samples::leavesWithoutEntry(), samples::failed(),
          samples::voided(), samples::refused()}) {
        outcome.visitor = full;
        const QString said = everythingSaid(outcome);
        for (const QString &secret : {full.name, full.idNumber, full.phone, full.qid, full.healthInsurance,
                                      full.address, u"Nguyễn"_s, u"999991"_s, u"15/01"_s, u"-01-15"_s})
            QVERIFY2(!said.contains(secret), qPrintable(said));
        QVERIFY(said.contains(u"N. T. Nghiệm"_s));
    }
}

void TestTexts::aPersonWithoutANameIsStillNamed()
{
    VisitorData visitor = samples::nghiem();
    visitor.name.clear();
    QCOMPARE(personName(visitor), u"Chưa rõ tên"_s);
    QCOMPARE(personLine(visitor, u"citizen-card"_s), u"Nam · 1990 · CCCD"_s);
    QCOMPARE(personLine({}, u"citizen-card"_s), u"CCCD"_s);
}

void TestTexts::aRecordedEntrySaysWhoWhichWayAndWhen()
{
    const ResultWords words = resultWords(samples::recordedIn());
    QCOMPARE(words.word, u"VÀO"_s);
    QCOMPARE(words.time, u"08:12:02"_s);
    QCOMPARE(words.name, u"N. T. Nghiệm"_s);
    QCOMPARE(words.traits, u"Nam · 1990 · CCCD"_s);
    QCOMPARE(words.notes, QStringList{u"Lần trước: Ra hôm qua 09:40"_s});
    QCOMPARE(resultWords(samples::recordedOut()).word, u"RA"_s);
    QVERIFY(resultWords(samples::recordedOut()).notes.first().contains(u"07:48"_s));
}

void TestTexts::alreadyInsideSaysSinceWhen()
{
    QCOMPARE(resultWords(samples::alreadyInside()).headline, u"Đã ở trong từ 08:12"_s);
    ScanOutcome sinceYesterday = samples::alreadyInside();
    sinceYesterday.insideSinceUtcMs = samples::at(16, 30, 0, 1).utcMs;
    QCOMPARE(resultWords(sinceYesterday).headline, u"Đã ở trong từ hôm qua 16:30"_s);
}

void TestTexts::whoHasJustLeftIsSaidToTheSecond()
{
    m_language.apply(u"en"_s);
    const ResultWords words = resultWords(samples::justLeft());
    QCOMPARE(words.headline, u"Left 6 s ago"_s);
    QCOMPARE(words.notes, QStringList{reasonText(Reason::JustLeft).todo});
    ScanOutcome setBack = samples::justLeft(); // the clock: no time that makes no sense is said
    setBack.at.utcMs -= 8'000;
    QCOMPARE(resultWords(setBack).headline, reasonText(Reason::JustLeft).what);
}

void TestTexts::leavingWithoutEntryIsSaid()
{
    QCOMPARE(resultWords(samples::leavesWithoutEntry()).headline, u"Ra khi chưa ghi lượt vào"_s);
}

void TestTexts::aFailureSaysWhatWasKeptAndWhatToDo()
{
    const ResultWords words = resultWords(samples::failed(ErrorCode::DiskFull));
    QCOMPARE(words.word, u"CHƯA GHI ĐƯỢC"_s);
    QCOMPARE(words.headline, errorText(ErrorCode::DiskFull).happened);
    QCOMPARE(words.notes.first(), errorText(ErrorCode::DiskFull).kept);
    // Only what was scanned is scanned again.
    for (const ErrorCode code : {ErrorCode::DiskFull, ErrorCode::StoreFailed}) {
        ScanOutcome byHand = samples::failed(code);
        byHand.format = manualSource;
        QCOMPARE(resultWords(byHand).notes.last(), errorText(code).todo);
        QVERIFY(resultWords(samples::failed(code)).notes.last() != errorText(code).todo);
    }
    QVERIFY(!everythingSaid(samples::failed()).contains(u"a detail for the log"_s));
}

/// The question and the button that answers it speak of the same.
void TestTexts::whatIsAskedAboutDataHeldIsWhatIsDone()
{
    HeldReasonPanel panel;
    using Wish = HeldReasonPanel::Wish;
    for (const Wish wish : {Wish::Show, Wish::Print, Wish::Save}) {
        panel.ask(u"N. T. Nghiệm"_s, wish);
        QString done = panel.findChild<QAbstractButton *>(u"heldConfirm"_s)->text();
        done.remove(u'…');
        const QString asked = panel.findChild<QLabel *>(u"heldQuestion"_s)->text();
        QVERIFY2(asked.startsWith(done + u' '), qPrintable(asked + u" / "_s + done));
    }
}

void TestTexts::repeatedSaysThatNothingWasAdded()
{
    QVERIFY(resultWords(samples::repeated()).headline.contains(u"Không ghi thêm"_s));
}

void TestTexts::onlyAVerifiedAndValidCertificateIsCalledGood()
{
    ScanOutcome shown = samples::recordedIn();
    QVERIFY(resultWords(shown).certificate.isEmpty());
    HealthRecord dose;
    dose.product = u"Comirnaty"_s;
    dose.dose = 2;
    dose.doses = 3;
    dose.date = QDate(2021, 12, 1);
    Certificate certificate;
    certificate.issuer = u"VN"_s;
    certificate.issuedUtcMs = shown.at.utcMs - 1;
    certificate.expiresUtcMs = shown.at.utcMs + 1;
    certificate.records = {dose};
    QStringList states;
    const auto say = [&](bool verified, qint64 issued, qint64 expires, bool good) {
        certificate.verified = verified;
        certificate.issuedUtcMs = shown.at.utcMs + issued;
        certificate.expiresUtcMs = shown.at.utcMs + expires;
        shown.certificate = certificate;
        const ResultWords words = resultWords(shown);
        states << words.certificate.section(u'\n', 0, 0);
        QCOMPARE(words.certificateGood, good);
        QVERIFY(words.certificate.contains(u"Comirnaty · 01/12/2021"_s));
        QVERIFY(words.certificate.section(u'\n', -1).contains(u"VN"_s));
        QVERIFY2(spokenText(words).contains(states.last()), "whoever cannot see it hears it");
    };
    say(true, -1, 1, true);
    say(false, -1, 1, false);
    say(true, -2, -1, false);
    say(false, -2, -1, false);
    say(true, 1, 2, false);
    say(false, 1, 2, false);
    QCOMPARE(QSet<QString>(states.cbegin(), states.cend()).size(), states.size());
    // Of many records the newest are shown.
    HealthRecord newer = dose;
    newer.date = QDate(2022, 5, 1);
    certificate.records = {dose, dose, dose, dose, newer};
    shown.certificate = certificate;
    const QStringList lines = resultWords(shown).certificate.split(u'\n');
    QVERIFY(lines.size() <= 6);
    QVERIFY(lines[1].contains(u"01/05/2022"_s));
}

void TestTexts::keysAreWrittenAsOnTheKeyboard()
{
    QCOMPARE(keyText(QKeySequence(Qt::CTRL | Qt::Key_Z)), u"Ctrl+Z"_s);
    QCOMPARE(keyText(QKeySequence(Qt::Key_Return)), u"Enter"_s);
    QCOMPARE(keyText(QKeySequence(Qt::Key_Delete)), u"Delete"_s);
    QCOMPARE(keyText(QKeySequence(Qt::Key_Escape)), u"Esc"_s);
}

void TestTexts::qtsOwnDialogsSpeakVietnamese()
{
    const auto all = [] {
        QStringList texts;
        const auto add = [&texts](const char *property, const QWidget *widget) {
            if (!qobject_cast<const QLineEdit *>(widget) && !qobject_cast<const QAbstractSpinBox *>(widget))
                texts << widget->property(property).toString();
        };
        QPrinter printer(QPrinter::HighResolution);
        QPrintDialog printing(&printer);
        printing.setOption(QAbstractPrintDialog::PrintPageRange);
        QFileDialog files;
        files.setOption(QFileDialog::DontUseNativeDialog);
        files.setAcceptMode(QFileDialog::AcceptSave);
        for (QWidget *dialog : {static_cast<QWidget *>(&printing), static_cast<QWidget *>(&files)}) {
            texts << dialog->windowTitle();
            const QList<QWidget *> widgets = dialog->findChildren<QWidget *>();
            for (const QWidget *widget : widgets) {
                for (const char *property : {"text", "title", "toolTip"})
                    add(property, widget);
                if (const auto *tabs = qobject_cast<const QTabWidget *>(widget)) {
                    for (int i = 0; i < tabs->count(); ++i)
                        texts << tabs->tabText(i);
                }
                if (const auto *choice = qobject_cast<const QComboBox *>(widget);
                    choice && dialog == &printing) {
                    // Before the file stand the printers, each by its own name.
                    const bool printers = choice->objectName() == "printers"_L1;
                    for (int i = printers ? choice->count() - 1 : 0; i < choice->count(); ++i)
                        texts << choice->itemText(i);
                }
            }
        }
        return texts;
    };
    const QStringList vietnamese = all();
    m_language.apply(u"en"_s);
    const QStringList english = all();
    QCOMPARE(vietnamese.size(), english.size());
    static const QRegularExpression word(u"[A-Za-z]{2,}"_s);
    int said = 0;
    for (qsizetype i = 0; i < english.size(); ++i) {
        if (!word.match(english[i]).hasMatch() || english[i].contains(u'/'))
            continue;
        ++said;
        QVERIFY2(vietnamese[i] != english[i], qPrintable(english[i]));
    }
    QVERIFY(said > 30);
}

QTEST_MAIN(TestTexts)
#include "tst_texts.moc"
