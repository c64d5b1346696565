#pragma once

#include "core/desk/scanoutcome.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// Everything the result card says about an outcome, in the current language and masked; so that it can be
/// tested without a window and is made in one place.
struct ResultWords
{
    QString word;      ///< read from two metres
    QString time;      ///< "08:12:02"
    QString name;      ///< abbreviated; empty when nobody is known
    QString traits;    ///< "Nam · 1990 · CCCD"
    QString headline;  ///< the sentence that says why, of a question, a refusal or a failure
    QStringList notes; ///< last time, inside since, what was kept, what to do
    QStringList warnings;
    QString certificate; ///< its state and what it attests, a line each; empty when none was shown
    bool certificateGood = false;
};

ResultWords resultWords(const ScanOutcome &outcome);

/// The same while nobody is signed in: of a person only what the visitors' window shows as well.
ResultWords lockedWords(const ScanOutcome &outcome);

/// What was refused while a question waits, in one line beside that.
QString refusedBesideText(const ScanOutcome &refused);

/// All of it in one row, for whoever hears it.
QString spokenText(const ResultWords &words);

/// What an answer to a question is called on its button, "Record OUT". Who is turned away by it is told.
QString answerLabel(Answer answer, const ScanOutcome &asked = {});

} // namespace checkpoint
