#pragma once

#include "core/scan/scannerprofile.h"
#include "core/scan/scantiming.h"

#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace checkpoint {

/// A key that was pressed, or what an input method made of keys.
struct KeyInput
{
    enum class Kind {
        Text,        ///< characters
        Composition, ///< an input method's step: characters that are settled, and some it still works on
        Enter,
        Tab,
        Erase, ///< backspace
        Other, ///< arrows, function keys, combinations with Ctrl or Alt, a key held down
    };

    Kind kind = Kind::Other;
    qint64 atMs = 0;      ///< when it was pressed, also when the window was too busy to look at it
    bool typing = false;  ///< a field that takes text has the focus
    QString text = {};    ///< of Text, or what a Composition settles
    QString preedit = {}; ///< what a Composition still works on
    int replaced = 0;     ///< characters before the cursor that a Composition takes away
    qint64 rhythmMs = 0;  ///< of a Composition: no five keys were lately pressed quicker after another
    /// Of a Composition, where it is known: the keys not dealt with were pressed no further apart.
    std::optional<qint64> longestPauseMs = {};
};

/// A scan that came as key presses.
struct TypedScan
{
    QString text;
    bool composed = false; ///< an input method had its hand in it
    bool tooLong = false;  ///< longer than the buffer; the text is empty
    ScanTiming timing;

    bool operator==(const TypedScan &) const = default;
};

/// What to do with a key, and with those held back before it.
struct KeyDecision
{
    enum class Held {
        Keep,     ///< nothing is known yet
        GiveBack, ///< a person typed them: to the field they were meant for, in their order
        Drop,     ///< they are part of a scan
    };
    enum class Fate {
        Pass,    ///< goes its way, after what is given back
        Hold,    ///< is held back
        Swallow, ///< is part of a scan
    };

    Held held = Held::Keep;
    Fate fate = Fate::Pass;
    std::optional<TypedScan> scan;
};

/// Tells a scanner that works as a keyboard from a person at the keys. Keys are held back until it is clear
/// who presses them: where text can be typed for about the time that nobody notices, elsewhere longer. Many
/// keys in quick succession are a scanner's; from then on long pauses, as of letters being composed, belong
/// to the scan, until Enter, Tab or silence ends it. What comes right after a scan is its tail and is no
/// typing. Pure: the times are handed in, and expire() must be called when deadline() is reached.
class KeyBurst
{
public:
    /// A longer scan is thrown away.
    static constexpr qsizetype longestScan = 4'096;
    /// A person presses no five keys as quickly as this one after another where the keys make text.
    static constexpr int quickMs = 40;
    static constexpr int quickKeys = 5;
    /// Where nobody types, letters mean nothing: a slow scanner is given more time.
    static constexpr int quickWhereNobodyTypesMs = 120;
    /// The shortest text that is taken for a scan: ended by a key, ended by silence.
    static constexpr qsizetype shortestScan = 6;
    static constexpr qsizetype shortestSilentScan = 8;
    /// What follows a scan within this time belongs to it.
    static constexpr int tailMs = 100;
    /// What an input method made of a scan may come this late.
    static constexpr int composedTailMs = 300;
    /// So many slow keys in a row are a person's who began quickly.
    static constexpr int slowKeys = 6;

    explicit KeyBurst(const ScannerProfile &profile = {}) : m_profile(profile) {}

    void setProfile(const ScannerProfile &profile) { m_profile = profile; }
    const ScannerProfile &profile() const { return m_profile; }

    KeyDecision feed(const KeyInput &input);
    /// When expire() has to be called; nothing while nothing is held and no tail is awaited.
    std::optional<qint64> deadline() const;
    KeyDecision expire(qint64 nowMs);
    /// The keys so far turn out to have been pressed by so much later (earlier: negative) than was thought.
    void shift(qint64 byMs);
    /// After a scan: the word that an input method was working on in a field when the scan came; once.
    QString takeUnfinishedWord() { return std::exchange(m_unfinishedWord, {}); }

    /// Keys are held back.
    bool isHolding() const { return m_state != State::Idle; }
    /// The keys held are a scanner's.
    bool isScanning() const { return m_state == State::Scanning; }
    /// A scan has just ended.
    bool isInTail(qint64 nowMs) const { return nowMs < m_tailUntilMs; }

private:
    enum class State {
        Idle,
        Undecided, ///< few keys so far
        Scanning,  ///< a scanner's
    };

    void begin(const KeyInput &input);
    /// False when the input changes nothing in the text.
    bool append(const KeyInput &input);
    void countStroke(const KeyInput &input);
    qint64 pauseBefore(const KeyInput &input) const;
    qint64 gapBefore(const KeyInput &input) const;
    KeyDecision keep(const KeyInput &input);
    bool looksTypedByHand() const;
    bool isScan(ScanSuffix suffix) const;
    KeyDecision end(ScanSuffix suffix, qint64 nowMs);
    KeyDecision giveBack(KeyDecision::Fate fate);
    void reset();
    int quickLimit() const;
    int holdMs() const;
    QString text() const;
    ScanTiming timing(ScanSuffix suffix) const;

    ScannerProfile m_profile;
    State m_state = State::Idle;
    bool m_typing = false;
    bool m_inTail = false; ///< the burst began right after a scan
    bool m_tooLong = false;
    bool m_composed = false;  ///< an input method has a hand in it
    QString m_text;           ///< what is settled
    QString m_preedit;        ///< what the input method still works on
    QString m_shownPreedit;   ///< what a field shows of an unfinished composition that was given back
    QString m_prefix;         ///< m_shownPreedit when the burst began: no part of it
    QString m_unfinishedWord; ///< m_prefix of the last scan
    QList<int> m_gaps;
    qint64 m_lastMs = 0;
    qint64 m_tailUntilMs = 0;
    qint64 m_composedTailUntilMs = 0;
};

} // namespace checkpoint
