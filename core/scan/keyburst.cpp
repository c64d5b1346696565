#include "core/scan/keyburst.h"

#include <algorithm>
#include <utility>

namespace checkpoint {

namespace {

/// The pause after which a scan without an end is at its end, while nothing is known of the scanner: letters
/// that an input method composes come this late.
constexpr int patienceMs = ScannerProfile::longestGapMs;
constexpr int shortestPatienceMs = 60;
/// Where nobody types, keys may wait for this long.
constexpr int holdWhereNobodyTypesMs = 200;
/// Where people type, a scanner slower than this cannot be told from a quick typist.
constexpr int slowestQuickMs = 80;

} // namespace

KeyDecision KeyBurst::feed(const KeyInput &input)
{
    using Kind = KeyInput::Kind;
    // The clock may have passed the deadline while the window was busy: the keys' own times count.
    KeyDecision before;
    if (isHolding() && pauseBefore(input) > holdMs())
        before = expire(input.atMs);

    KeyDecision decision;
    switch (input.kind) {
    case Kind::Text:
    case Kind::Composition: {
        if (!isHolding())
            begin(input);
        if (append(input))
            countStroke(input);
        decision = keep(input);
        break;
    }
    case Kind::Enter:
    case Kind::Tab:
        if (isHolding())
            decision = end(input.kind == Kind::Enter ? ScanSuffix::Enter : ScanSuffix::Tab, input.atMs);
        else if (isInTail(input.atMs))
            decision.fate = KeyDecision::Fate::Swallow;
        break;
    case Kind::Erase:
        if (m_state == State::Scanning) {
            m_text.chop(1);
            decision.fate = KeyDecision::Fate::Swallow;
        } else if (isHolding()) {
            decision = giveBack(KeyDecision::Fate::Pass);
        }
        break;
    case Kind::Other:
        if (m_state == State::Undecided)
            decision = giveBack(KeyDecision::Fate::Pass);
        break;
    }
    if (before.held != KeyDecision::Held::Keep) {
        decision.held = before.held;
        decision.scan = before.scan;
    }
    return decision;
}

/// What becomes of characters once they are part of the text.
KeyDecision KeyBurst::keep(const KeyInput &input)
{
    if (!isHolding()) {
        reset();
        m_shownPreedit = input.preedit;
        return {};
    }
    if (m_tooLong && m_state == State::Scanning)
        return {KeyDecision::Held::Drop, KeyDecision::Fate::Swallow, {}};
    if (m_tooLong || looksTypedByHand())
        return giveBack(KeyDecision::Fate::Pass);
    return {KeyDecision::Held::Keep, KeyDecision::Fate::Hold, {}};
}

std::optional<qint64> KeyBurst::deadline() const
{
    if (isHolding())
        return m_lastMs + holdMs();
    return m_tailUntilMs > 0 ? std::optional(m_tailUntilMs) : std::nullopt;
}

KeyDecision KeyBurst::expire(qint64 nowMs)
{
    if (isHolding() && nowMs - m_lastMs >= holdMs())
        return end(ScanSuffix::None, nowMs);
    if (!isHolding() && nowMs >= m_tailUntilMs)
        m_tailUntilMs = 0;
    return {};
}

void KeyBurst::begin(const KeyInput &input)
{
    m_inTail = isInTail(input.atMs) ||
               (input.kind == KeyInput::Kind::Composition && input.atMs < m_composedTailUntilMs);
    m_typing = input.typing;
    m_prefix = m_shownPreedit;
    m_preedit = m_shownPreedit;
    m_lastMs = input.atMs;
}

bool KeyBurst::append(const KeyInput &input)
{
    if (m_tooLong)
        return true;
    const QString before = text();
    if (input.kind == KeyInput::Kind::Composition) {
        m_composed = true;
        m_text.chop(input.replaced);
        m_text.append(input.text);
        m_preedit = input.preedit;
    } else {
        // An input method hands on keys that it does not take only when it has settled the ones before.
        m_text.append(std::exchange(m_preedit, {}) + input.text);
    }
    if (text().size() > longestScan) {
        m_tooLong = true;
        m_text.clear();
        m_preedit.clear();
    }
    return m_tooLong || text() != before;
}

/// An input method tells of a key late, and of the next one later still: the keys themselves came quicker.
qint64 KeyBurst::pauseBefore(const KeyInput &input) const
{
    const qint64 pause = input.atMs - m_lastMs;
    return input.longestPauseMs ? std::min(pause, *input.longestPauseMs) : pause;
}

/// What an input method hands on together after the window was busy was still pressed one after another.
qint64 KeyBurst::gapBefore(const KeyInput &input) const
{
    return std::max({qint64(0), pauseBefore(input), input.rhythmMs});
}

void KeyBurst::shift(qint64 byMs)
{
    m_lastMs += byMs;
    for (qint64 *until : {&m_tailUntilMs, &m_composedTailUntilMs}) {
        if (*until > 0)
            *until += byMs;
    }
}

void KeyBurst::countStroke(const KeyInput &input)
{
    if (m_state == State::Idle)
        m_state = State::Undecided;
    else if (m_gaps.size() < longestScan)
        m_gaps.append(int(gapBefore(input)));
    m_lastMs = std::max(m_lastMs, input.atMs);
    m_typing = m_typing || input.typing;
    if (m_state == State::Scanning || m_gaps.size() < quickKeys - 1)
        return;
    const int limit = quickLimit();
    if (std::all_of(m_gaps.end() - (quickKeys - 1), m_gaps.end(), [limit](int gap) { return gap < limit; }))
        m_state = State::Scanning;
}

/// A person may begin quickly, by sliding over the keys, but does not go on like that.
bool KeyBurst::looksTypedByHand() const
{
    if (!m_typing || m_state != State::Scanning || m_gaps.size() < slowKeys)
        return false;
    const int limit = quickLimit();
    return std::all_of(m_gaps.end() - slowKeys, m_gaps.end(), [limit](int gap) { return gap >= limit; });
}

bool KeyBurst::isScan(ScanSuffix suffix) const
{
    if (m_state != State::Scanning)
        return false;
    const qsizetype shortest = suffix == ScanSuffix::None ? shortestSilentScan : shortestScan;
    const int limit = quickLimit();
    const auto quick = std::ranges::count_if(m_gaps, [limit](int gap) { return gap < limit; });
    return m_tooLong || (text().size() >= shortest && quick * 2 >= m_gaps.size());
}

KeyDecision KeyBurst::end(ScanSuffix suffix, qint64 nowMs)
{
    if (!isScan(suffix)) {
        if (!m_inTail)
            return giveBack(KeyDecision::Fate::Pass);
        reset();
        return {KeyDecision::Held::Drop, KeyDecision::Fate::Swallow, {}};
    }
    KeyDecision decision{KeyDecision::Held::Drop, KeyDecision::Fate::Swallow,
                         TypedScan{text(), m_composed, m_tooLong, timing(suffix)}};
    m_unfinishedWord = m_prefix;
    reset();
    m_shownPreedit.clear();
    // After silence the next keys may be the rest of a scan with a pause that was longer than any before.
    const bool isEnded = suffix != ScanSuffix::None || m_profile.suffix == ScanSuffix::None;
    m_tailUntilMs = nowMs + (isEnded ? tailMs : patienceMs);
    m_composedTailUntilMs =
        decision.scan->composed ? nowMs + std::max(composedTailMs, int(m_tailUntilMs - nowMs)) : 0;
    return decision;
}

KeyDecision KeyBurst::giveBack(KeyDecision::Fate fate)
{
    m_shownPreedit = m_preedit;
    reset();
    return {KeyDecision::Held::GiveBack, fate, {}};
}

void KeyBurst::reset()
{
    m_state = State::Idle;
    m_tooLong = false;
    m_inTail = false;
    m_typing = false;
    m_composed = false;
    m_text.clear();
    m_preedit.clear();
    m_prefix.clear();
    m_gaps.clear();
}

int KeyBurst::quickLimit() const
{
    if (!m_typing)
        return std::max(quickWhereNobodyTypesMs, std::min(2 * m_profile.typicalGapMs, patienceMs));
    return std::max(quickMs, std::min(m_profile.typicalGapMs * 5 / 4, slowestQuickMs));
}

/// How long to wait for the next key.
int KeyBurst::holdMs() const
{
    if (m_state == State::Scanning) {
        const bool endsByItself = m_profile.suffix == ScanSuffix::None && m_profile.gapMs > 0;
        return endsByItself ? std::clamp(2 * m_profile.gapMs, shortestPatienceMs, patienceMs) : patienceMs;
    }
    return m_typing ? quickLimit() : std::max(holdWhereNobodyTypesMs, quickLimit());
}

QString KeyBurst::text() const
{
    const QString all = m_text + m_preedit;
    return all.startsWith(m_prefix) ? all.sliced(m_prefix.size()) : all;
}

ScanTiming KeyBurst::timing(ScanSuffix suffix) const
{
    QList<int> gaps = m_gaps;
    std::ranges::sort(gaps);
    return {suffix, gaps[gaps.size() / 2], gaps.last(), true};
}

} // namespace checkpoint
