#pragma once

#include "core/base/secret.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// A key as a recovery sheet gives it away: as the text of a code, and as words that anybody can type. Both
/// are pure; any thread. The words are a fixed list of 2048, each of five letters (consonant, vowel,
/// consonant, vowel, consonant), the last of which checks the others: no letter can be mistyped unseen. A
/// line is four words of the key and a fifth that checks them, and the last line ends the key's own check.

/// Bytes of a key on a sheet.
inline constexpr qsizetype recoveryKeyBytes = 32;
inline constexpr int recoveryWordsALine = 5;
inline constexpr int recoveryLines = 6;

/// All words, in their order.
QStringList recoveryWordList();

/// 30 words, line by line.
QStringList recoveryWords(const Secret &key);

/// What the code on the sheet says.
QByteArray recoveryText(const Secret &key);

/// What somebody typed or scanned.
struct RecoveryReading
{
    enum class Problem {
        None,
        NoSheet,   ///< a code that is no recovery sheet's, or a damaged one
        Newer,     ///< the sheet of a newer version of the program
        Unknown,   ///< word `word` is none of the list
        WrongLine, ///< of line `line` some word is wrong, or two changed places
        Missing,   ///< there are only `word` words
        TooMany,   ///< there are `word` words
        WrongKey,  ///< every line is right by itself, but they are not one sheet's
    };

    Problem problem = Problem::NoSheet;
    int word = 0;        ///< counted from 1
    int line = 0;        ///< counted from 1
    QString typed;       ///< the word that is none
    QStringList nearest; ///< words that it may be
    std::optional<Secret> key = {};
};

/// Of the words as far as they were typed: capitals, marks of punctuation and line breaks do not matter.
RecoveryReading readRecoveryWords(const QString &typed);
/// Of a scanned code.
RecoveryReading readRecoveryText(QByteArrayView scanned);
/// Of either, whichever it looks like.
RecoveryReading readRecovery(const QString &typedOrScanned);

/// What is wrong, in English, for the command line; words that were typed are not in it.
QString recoveryProblem(const RecoveryReading &reading);

} // namespace checkpoint
