#include "core/scan/keyburst.h"

#include <QTest>

#include <optional>

using namespace Qt::Literals::StringLiterals;
using namespace checkpoint;
using Kind = KeyInput::Kind;

namespace {

/// Somebody or something at the keys, and what becomes of them.
class Keys
{
public:
    explicit Keys(bool typing) : m_typing(typing) {}

    KeyBurst burst;
    QString field; ///< what arrives in the field that has the focus; Enter as "↵", Tab as "⇥", others as "·"
    QStringList scans;
    QList<ScanTiming> timings;
    int tooLong = 0;
    qint64 longestWaitMs = 0; ///< between a key's press and its arrival in the field

    Keys &press(const QString &key, int afterMs)
    {
        wait(afterMs);
        const Kind kind = key == u"↵"_s   ? Kind::Enter
                          : key == u"⇥"_s ? Kind::Tab
                          : key == u"⌫"_s ? Kind::Erase
                          : key == u"·"_s ? Kind::Other
                                          : Kind::Text;
        take({kind, m_now, m_typing, kind == Kind::Text ? key : QString()}, key);
        return *this;
    }
    Keys &type(const QString &text, int gapMs)
    {
        for (const QChar c : text)
            press(c, gapMs);
        return *this;
    }
    /// A step of an input method. In the field it shows as "[settled|unfinished]".
    Keys &compose(const QString &settled, const QString &unfinished, int afterMs)
    {
        wait(afterMs);
        take({Kind::Composition, m_now, m_typing, settled, unfinished},
             u"[%1|%2]"_s.arg(settled, unfinished));
        return *this;
    }
    /// Steps of an input method, handed on all at once after the window was busy.
    Keys &composeLate(const QString &text, int gapMs)
    {
        m_now += gapMs * text.size();
        for (qsizetype i = 0; i < text.size(); ++i) {
            KeyInput input{Kind::Composition, m_now, m_typing, {}, text.first(i + 1)};
            input.rhythmMs = gapMs;
            take(input, text.mid(i, 1));
        }
        return *this;
    }
    Keys &wait(int ms)
    {
        const qint64 until = m_now + ms;
        while (burst.deadline() && *burst.deadline() <= until) {
            m_now = std::max(m_now, *burst.deadline());
            carryOut(burst.expire(m_now));
        }
        m_now = until;
        return *this;
    }
    Keys &settle() { return wait(2'000); }
    qint64 now() const { return m_now; }
    bool isHolding() const { return !m_held.isEmpty(); }
    void take(const KeyInput &input, const QString &shown)
    {
        const KeyDecision decision = burst.feed(input);
        carryOut(decision);
        if (decision.fate == KeyDecision::Fate::Hold)
            m_held.append({m_now, shown});
        else if (decision.fate == KeyDecision::Fate::Pass)
            field += shown;
    }

private:
    void carryOut(const KeyDecision &decision)
    {
        if (decision.held == KeyDecision::Held::GiveBack) {
            for (const auto &[at, shown] : m_held) {
                field += shown;
                longestWaitMs = std::max(longestWaitMs, m_now - at);
            }
        }
        if (decision.held != KeyDecision::Held::Keep)
            m_held.clear();
        if (decision.scan && decision.scan->tooLong)
            ++tooLong;
        else if (decision.scan)
            scans.append(decision.scan->text);
        if (decision.scan)
            timings.append(decision.scan->timing);
    }

    const bool m_typing;
    qint64 m_now = 10'000;
    QList<std::pair<qint64, QString>> m_held;
};

const QString card = u"001090999991|010000001|Nguyen Thu Nghiem|15011990|Nam"_s;

} // namespace

class KeyBurstTest : public QObject
{
    Q_OBJECT

private:
    static void forEachFocus()
    {
        QTest::addColumn<bool>("typing");
        QTest::newRow("in a text field") << true;
        QTest::newRow("elsewhere") << false;
    }

private slots:
    void aScanWithEnterIsTakenWhole_data()
    {
        QTest::addColumn<bool>("typing");
        QTest::addColumn<int>("gap");
        QTest::addColumn<QString>("end");
        for (const bool typing : {true, false}) {
            for (const int gap : {0, 1, 5, 12, 20, 30, 39}) {
                for (const QString &end : {u"↵"_s, u"⇥"_s}) {
                    QTest::addRow("%s, %d ms, %s", typing ? "text field" : "elsewhere", gap, qPrintable(end))
                        << typing << gap << end;
                }
            }
        }
        for (const int gap : {60, 90, 119})
            QTest::addRow("elsewhere, %d ms", gap) << false << gap << u"↵"_s;
    }
    void aScanWithEnterIsTakenWhole()
    {
        QFETCH(bool, typing);
        QFETCH(int, gap);
        QFETCH(QString, end);
        Keys keys(typing);
        keys.wait(1'000).type(card, gap).press(end, gap).settle();
        QCOMPARE(keys.scans, QStringList{card});
        QCOMPARE(keys.field, QString());
        QCOMPARE(keys.timings.first().suffix, end == u"↵"_s ? ScanSuffix::Enter : ScanSuffix::Tab);
        QCOMPARE(keys.timings.first().typicalGapMs, gap);
        QVERIFY(keys.timings.first().typed);
    }

    void aScanWithoutEndIsTakenAfterSilence_data() { forEachFocus(); }
    void aScanWithoutEndIsTakenAfterSilence()
    {
        QFETCH(bool, typing);
        Keys keys(typing);
        keys.type(card, 10).wait(499);
        QVERIFY(keys.scans.isEmpty());
        keys.wait(1);
        QCOMPARE(keys.scans, QStringList{card});
        QCOMPARE(keys.timings.first().suffix, ScanSuffix::None);
    }

    void aLearnedPauseShortensTheSilence()
    {
        Keys keys(false);
        keys.burst.setProfile({ScanSuffix::None, 40, 10, Diacritics::Unknown});
        keys.type(card, 10).wait(80);
        QCOMPARE(keys.scans, QStringList{card});
    }

    void longPausesInsideAScanBelongToIt_data() { forEachFocus(); }
    void longPausesInsideAScanBelongToIt()
    {
        QFETCH(bool, typing);
        Keys keys(typing);
        keys.type(u"001090999991|Ngu"_s, 10).press(u"y"_s, 450).type(u"en Th"_s, 10).press(u"u"_s, 490);
        keys.press(u"↵"_s, 300).settle();
        QCOMPARE(keys.scans, QStringList{u"001090999991|Nguyen Thu"_s});
        QCOMPARE(keys.field, QString());
        QCOMPARE(keys.timings.first().longestGapMs, 490);
    }

    void whatAnInputMethodHandsOnLateWasStillTypedByHand()
    {
        Keys keys(true);
        keys.wait(1'000).composeLate(u"Thi Mau Nghiem"_s, 110).settle();
        QVERIFY(keys.scans.isEmpty());
        QCOMPARE(keys.field, u"Thi Mau Nghiem"_s);
    }

    void whatPeopleTypeArrivesInOrderAndAtOnce_data()
    {
        QTest::addColumn<bool>("typing");
        QTest::addColumn<int>("gap");
        for (const bool typing : {true, false}) {
            for (const int gap : {60, 80, 120, 200, 400, 900}) {
                if (typing || gap > KeyBurst::quickWhereNobodyTypesMs)
                    QTest::addRow("%s, %d ms", typing ? "text field" : "elsewhere", gap) << typing << gap;
            }
        }
    }
    void whatPeopleTypeArrivesInOrderAndAtOnce()
    {
        QFETCH(bool, typing);
        QFETCH(int, gap);
        Keys keys(typing);
        keys.type(u"tran thi mau"_s, gap).press(u"↵"_s, gap).type(u"2000"_s, gap).press(u"⇥"_s, gap).settle();
        QCOMPARE(keys.field, u"tran thi mau↵2000⇥"_s);
        QCOMPARE(keys.scans, QStringList());
        if (typing)
            QVERIFY2(keys.longestWaitMs <= KeyBurst::quickMs,
                     qPrintable(QString::number(keys.longestWaitMs)));
    }

    void rolledKeysAreNoScan()
    {
        Keys keys(true);
        for (const auto &[key, gap] : {std::pair{u"t"_s, 100},
                                       {u"h"_s, 25},
                                       {u"e"_s, 90},
                                       {u"n"_s, 30},
                                       {u"g"_s, 20},
                                       {u"h"_s, 35},
                                       {u"i"_s, 110},
                                       {u"↵"_s, 20}})
            keys.press(key, gap);
        keys.settle();
        QCOMPARE(keys.field, u"thenghi↵"_s);
        QCOMPARE(keys.scans, QStringList());
    }

    void aHandSlidOverTheKeysIsNoScan_data() { forEachFocus(); }
    void aHandSlidOverTheKeysIsNoScan()
    {
        QFETCH(bool, typing);
        Keys keys(typing);
        keys.type(u"asdfg"_s, 8).settle();
        QCOMPARE(keys.field, u"asdfg"_s);
        QCOMPARE(keys.scans, QStringList());
        keys.type(u"asdfg"_s, 8).press(u"↵"_s, 100).settle();
        QCOMPARE(keys.field, u"asdfgasdfg↵"_s);
        QCOMPARE(keys.scans, QStringList());
    }

    void whoBeginsQuicklyAndGoesOnByHandGetsItBack()
    {
        Keys keys(true);
        keys.type(u"qwert"_s, 10).type(u"nguyen thi"_s, 130).press(u"↵"_s, 130).settle();
        QCOMPARE(keys.field, u"qwertnguyen thi↵"_s);
        QCOMPARE(keys.scans, QStringList());
    }

    void aBareEnterIsNoScanAndPasses_data() { forEachFocus(); }
    void aBareEnterIsNoScanAndPasses()
    {
        QFETCH(bool, typing);
        Keys keys(typing);
        keys.press(u"↵"_s, 100);
        QCOMPARE(keys.field, u"↵"_s); // at once
        keys.press(u"⇥"_s, 10).press(u"↵"_s, 10);
        QCOMPARE(keys.field, u"↵⇥↵"_s);
        QVERIFY(keys.scans.isEmpty());
    }

    void combinationsAndOtherKeysNeverCount_data() { forEachFocus(); }
    void combinationsAndOtherKeysNeverCount()
    {
        QFETCH(bool, typing);
        Keys keys(typing);
        keys.press(u"·"_s, 10);
        QCOMPARE(keys.field, u"·"_s);
        keys.press(u"a"_s, 10).press(u"·"_s, 10).press(u"b"_s, 10).press(u"·"_s, 10).settle();
        QCOMPARE(keys.field, u"·a·b·"_s);
        QVERIFY(keys.scans.isEmpty());
    }

    void anotherKeyInTheMiddleOfAScanDoesNotSpoilIt()
    {
        Keys keys(false);
        keys.type(card.left(20), 10).press(u"·"_s, 5).type(card.mid(20), 10).press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{card});
        QCOMPARE(keys.field, u"·"_s);
    }

    void aLateTailIsAbsorbed_data() { forEachFocus(); }
    void aLateTailIsAbsorbed()
    {
        QFETCH(bool, typing);
        Keys keys(typing);
        keys.type(card, 5).press(u"↵"_s, 5).press(u"↵"_s, 5).press(u"x"_s, 40).press(u"y"_s, 20).settle();
        QCOMPARE(keys.scans, QStringList{card});
        QCOMPARE(keys.field, QString());
    }

    void theTailOfAScanWithoutEndIsAbsorbed()
    {
        Keys keys(true);
        keys.type(card, 5).press(u"x"_s, 620).press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{card});
        QCOMPARE(keys.field, QString());
    }

    void afterTheTailPeopleTypeAgain()
    {
        Keys keys(true);
        keys.type(card, 5).press(u"↵"_s, 5).wait(200).type(u"ghi"_s, 150).press(u"↵"_s, 150).settle();
        QCOMPARE(keys.scans, QStringList{card});
        QCOMPARE(keys.field, u"ghi↵"_s);
    }

    void scansMayFollowEachOtherClosely_data() { forEachFocus(); }
    void scansMayFollowEachOtherClosely()
    {
        QFETCH(bool, typing);
        Keys keys(typing);
        QStringList sent;
        for (int i = 0; i < 20; ++i) {
            sent.append(card + QString::number(i));
            keys.type(sent.last(), 1).press(u"↵"_s, 1).wait(i * 5);
        }
        QCOMPARE(keys.scans, sent);
        QCOMPARE(keys.field, QString());
    }

    void aShortCodeCounts()
    {
        Keys keys(true);
        keys.type(u"NV0012"_s, 10).press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{u"NV0012"_s});
    }

    void aScanOfFourThousandCharactersFits()
    {
        Keys keys(true);
        const QString longest(KeyBurst::longestScan, u'x');
        keys.type(longest, 1).press(u"↵"_s, 1).settle();
        QCOMPARE(keys.scans, QStringList{longest});
        keys.type(longest + u'x', 1).press(u"↵"_s, 1).settle();
        QCOMPARE(keys.tooLong, 1);
        QCOMPARE(keys.scans.size(), 1);
        QCOMPARE(keys.field, QString());
        keys.type(card, 1).press(u"↵"_s, 1).settle();
        QCOMPARE(keys.scans.last(), card);
    }

    void theKeysOwnTimesCountNotWhenTheyAreLookedAt()
    {
        // The window stood still for a second; then all of a person's keys come together.
        Keys keys(true);
        QString typed;
        for (int i = 0; i < 8; ++i) {
            typed += QChar(u'a' + i);
            keys.take({Kind::Text, keys.now() + i * 120, true, typed.last(1)}, typed.last(1));
        }
        keys.take({Kind::Enter, keys.now() + 8 * 120, true}, u"↵"_s);
        QCOMPARE(keys.field, typed + u"↵"_s);
        QVERIFY(keys.scans.isEmpty());
    }

    void compositionsOfAScanAreReassembled()
    {
        // What a typing tool makes of "Nguyễn" key by key, at a scanner's pace.
        Keys keys(true);
        keys.type(u"0010|"_s, 10);
        keys.compose({}, u"N"_s, 10).compose({}, u"Ng"_s, 10).compose({}, u"Ngu"_s, 10);
        keys.compose({}, u"Nguy"_s, 10).compose({}, u"Nguyê"_s, 10).compose({}, u"Nguyễ"_s, 10);
        keys.compose({}, u"Nguyễn"_s, 10).compose(u"Nguyễn"_s, {}, 0).type(u"|X"_s, 10);
        keys.press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{u"0010|Nguyễn|X"_s});
        QCOMPARE(keys.field, QString());
    }

    void aSlowTypingToolSplitsNoScan()
    {
        // Its keys came 5 ms apart; the tool tells of them 70 and 90 ms apart.
        Keys keys(true);
        QString sofar;
        int number = 0;
        for (const QChar c : u"001090999991|an"_s) {
            sofar += c;
            KeyInput input{Kind::Composition, keys.now() + 80 * ++number, true, {}, sofar};
            input.rhythmMs = 5;
            input.longestPauseMs = 5;
            keys.take(input, u"?"_s);
        }
        keys.wait(80 * number).press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{u"001090999991|an"_s});
        QCOMPARE(keys.field, QString());
    }

    void aSlowTypingToolMakesNoScannerOfAPerson()
    {
        Keys keys(true);
        QString sofar;
        for (const QChar c : u"thang chin"_s) {
            sofar += c;
            KeyInput input{Kind::Composition, keys.now() + 110, true, {}, sofar};
            input.rhythmMs = 110;
            input.longestPauseMs = 110;
            keys.take(input, QString(c));
            keys.wait(110);
        }
        keys.settle();
        QVERIFY(keys.scans.isEmpty());
        QCOMPARE(keys.field, u"thang chin"_s);
    }

    void anUnsettledCompositionIsPartOfTheScan()
    {
        Keys keys(true);
        keys.type(u"0010|"_s, 10).compose({}, u"a"_s, 10).compose({}, u"an"_s, 10).compose({}, u"anh"_s, 10);
        keys.press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{u"0010|anh"_s});
    }

    void aTypingToolMayTakeBackWhatItSettled()
    {
        Keys keys(true);
        keys.type(u"0010|a"_s, 10);
        keys.take({Kind::Composition, keys.now() + 10, true, u"â"_s, {}, 1}, {});
        keys.wait(10).type(u"n|x"_s, 10).press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{u"0010|ân|x"_s});
    }

    void aTypingToolMayEraseWithKeys()
    {
        Keys keys(true);
        keys.type(u"0010|a"_s, 10).press(u"⌫"_s, 5).type(u"ân|x"_s, 10).press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{u"0010|ân|x"_s});
        QCOMPARE(keys.field, QString());
    }

    void peopleWhoErasePressTheKeyThemselves()
    {
        Keys keys(true);
        keys.type(u"ab"_s, 30).press(u"⌫"_s, 30);
        QCOMPARE(keys.field, u"ab⌫"_s);
    }

    void peopleMayComposeLetters()
    {
        Keys keys(true);
        keys.compose({}, u"D"_s, 150).compose({}, u"Đ"_s, 150).compose({}, u"Đa"_s, 150);
        keys.compose({}, u"Đă"_s, 150).compose(u"Đă"_s, {}, 150).press(u" "_s, 0).press(u"↵"_s, 150).settle();
        QCOMPARE(keys.field, u"[|D][|Đ][|Đa][|Đă][Đă|] ↵"_s);
        QVERIFY(keys.scans.isEmpty());
        QVERIFY(keys.longestWaitMs <= KeyBurst::quickMs);
    }

    void anUnfinishedWordBeforeAScanIsNoPartOfIt()
    {
        Keys keys(true);
        keys.compose({}, u"n"_s, 150).compose({}, u"ng"_s, 150).wait(1'000);
        keys.compose(u"ng0"_s, {}, 10).type(u"01090999991"_s, 10).press(u"↵"_s, 10).settle();
        QCOMPARE(keys.scans, QStringList{u"001090999991"_s});
        QCOMPARE(keys.field, u"[|n][|ng]"_s);
        QCOMPARE(keys.burst.takeUnfinishedWord(), u"ng"_s);
        QCOMPARE(keys.burst.takeUnfinishedWord(), QString());
    }

    void theScannerIsKnownBeforeTheScanEnds()
    {
        Keys keys(true);
        keys.type(u"0010"_s, 10);
        QVERIFY(!keys.burst.isScanning());
        keys.press(u"9"_s, 10);
        QVERIFY(keys.burst.isScanning());
        keys.press(u"|"_s, 10).press(u"↵"_s, 10);
        QVERIFY(!keys.burst.isScanning());
        QVERIFY(keys.burst.isInTail(keys.now()));
        keys.wait(KeyBurst::tailMs);
        QVERIFY(!keys.burst.isInTail(keys.now()));
        QVERIFY(!keys.burst.deadline());
    }

    void aSlowScannerIsLearnedWhereNobodyTypesAndReadInAField()
    {
        Keys keys(false);
        keys.type(card, 60).press(u"↵"_s, 60).settle();
        QCOMPARE(keys.scans, QStringList{card});
        const ScannerProfile learned = ScannerProfile().afterScan(keys.timings.first(), {});
        QCOMPARE(learned.typicalGapMs, 60);
        QCOMPARE(learned.suffix, ScanSuffix::Enter);
        Keys field(true);
        field.burst.setProfile(learned);
        field.type(card, 60).press(u"↵"_s, 60).settle();
        QCOMPARE(field.scans, QStringList{card});
        // People are still no scanners.
        field.type(u"tran thi mau"_s, 100).press(u"↵"_s, 100).settle();
        QCOMPARE(field.field, u"tran thi mau↵"_s);
    }

    void aProfileIsWrittenAndRead()
    {
        const ScannerProfile profile{ScanSuffix::Tab, 130, 12, Diacritics::Damaged};
        QCOMPARE(profile.toString(), u"tab,130,12,damaged"_s);
        QCOMPARE(ScannerProfile::fromString(profile.toString()), profile);
        QCOMPARE(ScannerProfile::fromString(ScannerProfile().toString()), ScannerProfile());
        for (const QString &wrong : {u""_s, u"enter"_s, u"enter,10,5,intact"_s, u"enter,501,5,intact"_s,
                                     u"enter,-1,5,intact"_s, u"return,50,5,intact"_s, u"enter,50,5,maybe"_s,
                                     u"enter,50,x,intact"_s, u"enter,50,5,intact,"_s})
            QVERIFY2(!ScannerProfile::fromString(wrong), qPrintable(wrong));
    }

    void aProfileIsLearnedFromScans()
    {
        const ScanTiming enter{ScanSuffix::Enter, 8, 12, true};
        const ScanTiming tab{ScanSuffix::Tab, 8, 12, true};
        ScannerProfile profile = ScannerProfile().afterScan(enter, {});
        QCOMPARE(profile, (ScannerProfile{ScanSuffix::Enter, 20, 8, Diacritics::Unknown}));
        profile = profile.afterScan(tab, enter);
        QCOMPARE(profile.suffix, ScanSuffix::Enter); // once is no habit
        profile = profile.afterScan(tab, tab);
        QCOMPARE(profile.suffix, ScanSuffix::Tab);
        profile = profile.afterScan({ScanSuffix::Tab, 9, 2'000, true}, tab);
        QCOMPARE(profile.gapMs, 500);
        for (int i = 0; i < 40; ++i)
            profile = profile.afterScan(tab, tab);
        QCOMPARE(profile.gapMs, 20);
    }
};

QTEST_GUILESS_MAIN(KeyBurstTest)
#include "keybursttest.moc"
