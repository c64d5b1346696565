#include "core/scan/scannerselftest.h"

#include <QHash>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// The parts of the text, each with a separator behind it.
const QString head = u"CPDTEST1"_s;
const QString digits = u"0123456789"_s;
const QString capitals = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
const QString smallLetters = u"abcdefghijklmnopqrstuvwxyz"_s;
const QString punctuation = u"<>/$-:.,;+*=%&#@!?_()[]{}"_s;
const QString traps = u"aa ee oo dd aw ow uw as af ar ax aj e1 e2 a6 o7 a8 d9"_s;
const QString vietnamese = u"Nguyễn Thử Nghiệm Đường Ước Ặ"_s;
const QString tail = u"HET"_s;

/// How far into a scan its head is looked for: characters of a scan before may stand in front of it.
constexpr qsizetype headRange = 20;

/// Small letters without marks.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            plain.append(c == u'đ' || c == u'Đ' ? QChar(u'd') : c.toLower());
    }
    return plain;
}

/// The text as UTF-8, or byte by byte when it is none.
QString decoded(const QByteArray &payload)
{
    QStringDecoder utf8(QStringConverter::Utf8);
    const QString text = utf8.decode(payload);
    return (utf8.hasError() ? QString::fromLatin1(payload) : text)
        .normalized(QString::NormalizationForm_C)
        .trimmed();
}

QString withCaseSwapped(const QString &text, bool asciiOnly)
{
    QString swapped = text;
    for (QChar &c : swapped) {
        if (!asciiOnly || c.unicode() < 0x80)
            c = c.isUpper() ? c.toLower() : c.toUpper();
    }
    return swapped;
}

int lettersIn(const QString &text, const QString &letters)
{
    return int(std::ranges::count_if(text, [&letters](QChar c) { return letters.contains(c); }));
}

bool capsLockIn(const QString &text)
{
    // A typing tool that runs beside it changes some letters of a row, but never half of them.
    const auto arrivedSmall = [&text](const QString &row) {
        return text.contains(row.left(13)) || text.contains(row.right(13));
    };
    const qsizetype start = text.indexOf(u"cpd"_s);
    return start >= 0 && start < headRange && !text.contains(u"CPD"_s) &&
           (arrivedSmall(smallLetters) || arrivedSmall(capitals) || !text.contains(u"CPDTEST"_s));
}

/// What Telex makes of "aa" and VNI of "e1", in front of the names, which hold such letters themselves.
bool telexIn(const QString &text)
{
    return lettersIn(text, u"âêôăơưđ"_s) > 1 && !text.contains(u"aa ee"_s);
}

bool vniIn(const QString &text)
{
    return text.contains(u"aa ee"_s) && lettersIn(text, u"éèâơăđ"_s) > 1;
}

/// A layout exchanges characters for others, one for one and always the same ones; what is missing
/// altogether is another matter. Looked at in the parts without Vietnamese letters.
bool layoutShiftedIn(const QString &text)
{
    const QString part = selfTestText().left(selfTestText().indexOf(vietnamese));
    if (text.size() < part.size())
        return false;
    QHash<QChar, QChar> exchanged;
    int different = 0;
    for (qsizetype i = 0; i < part.size(); ++i) {
        const auto known = exchanged.constFind(part[i]);
        if (known != exchanged.constEnd() && known.value() != text[i])
            return false;
        exchanged.insert(part[i], text[i]);
        different += part[i] == text[i] ? 0 : 1;
    }
    return different >= 2;
}

/// Punctuation that is wrong although every letter and digit is right: dead keys swallow characters, so the
/// lengths need not agree.
bool punctuationShiftedIn(const QString &text)
{
    const QString plain = folded(text);
    return plain.contains(smallLetters) && plain.contains(digits) && !text.contains(punctuation) &&
           lettersIn(text, u"<>/$:;|"_s) < lettersIn(selfTestText(), u"<>/$:;|"_s) / 2;
}

/// Where the Vietnamese letters begin, -1: nowhere. Their first ones lie in the same place on all layouts.
qsizetype namesIn(const QString &text)
{
    return folded(text).lastIndexOf(u"ngu"_s);
}

QString markedLettersIn(const QString &text)
{
    QString marked;
    for (const QChar c : text) {
        if (c.unicode() >= 0x80)
            marked.append(c);
    }
    return marked;
}

Diacritics diacriticsIn(const QString &text, bool cut)
{
    const qsizetype start = namesIn(text);
    if (start < 0)
        return Diacritics::Unknown;
    const QString names = text.mid(start, vietnamese.size());
    const QString expected = markedLettersIn(vietnamese);
    const QString marked = markedLettersIn(names);
    if (marked == expected || marked == withCaseSwapped(expected, false))
        return Diacritics::Intact;
    if (cut && expected.startsWith(marked))
        return Diacritics::Unknown;
    const QString plain = folded(names);
    const bool doubled = plain.contains(u"ee"_s) || plain.contains(u"uu"_s) || plain.contains(u"dd"_s);
    const bool replaced = plain.contains(u'?') || doubled;
    return marked.isEmpty() && !replaced ? Diacritics::Lost : Diacritics::Damaged;
}

bool isCutShort(const QString &text)
{
    return !folded(text.right(tail.size() + 8)).contains(folded(tail));
}

} // namespace

QString selfTestText()
{
    static const QString text = [] {
        const QString body =
            QStringList{head, digits, capitals, smallLetters, punctuation, traps, vietnamese}.join(u'|');
        // The length of the whole text stands before its end, for whoever looks at it.
        return body + u"|%1"_s.arg(body.size() + 4 + 1 + tail.size()) + u'|' + tail;
    }();
    return text;
}

bool isSelfTest(const QByteArray &payload)
{
    // "pdtest1": letters that lie in the same place on the layouts in use. A typing tool makes "é" of "es" or
    // "e1", and swallows what it made it of.
    const QString start = folded(decoded(payload.left(qsizetype{4} * headRange))).left(headRange + 8);
    return start.contains(u"pdtest"_s) || start.contains(u"pdtet"_s);
}

bool SelfTestResult::isUsable() const
{
    return findings.contains(ScannerFinding::Fine);
}

SelfTestResult diagnose(const QByteArray &received, const ScanTiming &timing)
{
    const QString text = decoded(received);
    SelfTestResult result;
    result.profile = ScannerProfile().afterScan(timing, {});
    QList<ScannerFinding> &findings = result.findings;

    if (text == selfTestText()) {
        result.profile.diacritics = Diacritics::Intact;
        findings.append(ScannerFinding::Fine);
    } else {
        const bool cut = isCutShort(text);
        const bool capsLock = capsLockIn(text);
        const QString plainCase = capsLock ? withCaseSwapped(text, true) : text;
        if (capsLock)
            findings.append(ScannerFinding::CapsLockOn);
        const QString beforeNames = text.left(std::max<qsizetype>(0, namesIn(text))).toLower();
        const bool vni = vniIn(beforeNames);
        const bool telex = telexIn(beforeNames);
        if (telex)
            findings.append(ScannerFinding::TelexOn);
        if (vni)
            findings.append(ScannerFinding::VniOn);
        const bool typingTool = telex || vni;
        if (!typingTool && (layoutShiftedIn(plainCase) || punctuationShiftedIn(plainCase)))
            findings.append(ScannerFinding::LayoutShifted);
        result.profile.diacritics = diacriticsIn(text, cut);
        if (result.profile.diacritics == Diacritics::Lost)
            findings.append(ScannerFinding::DiacriticsLost);
        if (result.profile.diacritics == Diacritics::Damaged)
            findings.append(ScannerFinding::DiacriticsDamaged);
        if (cut)
            findings.append(ScannerFinding::CutShort);
        if (findings.isEmpty())
            findings.append(ScannerFinding::CharactersLost);
    }
    if (timing.suffix == ScanSuffix::None)
        findings.append(ScannerFinding::SuffixMissing);
    if (timing.suffix == ScanSuffix::Tab)
        findings.append(ScannerFinding::SuffixTab);
    if (timing.typicalGapMs >= slowGapMs)
        findings.append(ScannerFinding::TooSlow);
    return result;
}

} // namespace checkpoint
