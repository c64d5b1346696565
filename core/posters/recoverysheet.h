#pragma once

#include "core/base/result.h"
#include "core/posters/postercontent.h"
#include "core/posters/sheet.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

namespace checkpoint {

/// What a recovery sheet says: a key, as a code and as words, and what it is the key of. Nothing about
/// anybody.
struct RecoverySheetContent
{
    QString venueName; ///< empty where none was set
    QString keyName;   ///< tells this sheet from those of other keys
    QDate madeOn;
    QByteArray codeText;
    QStringList words; ///< line by line
    int wordsALine = 5;
};

/// One A4 page: what it is for, where to keep it, the code, and the words with the number of their line.
/// WrongUse when something is missing, DoesNotFit when the venue's name does not fit, CodeUnreadable when the
/// code would not be read from paper. Takes a tenth of a second: not for the GUI thread.
Result<Sheet> provedRecoverySheet(const RecoverySheetContent &content, PosterLanguages languages);

/// The same as a PDF file, which appears whole or not at all and which its owner alone may read. Besides:
/// WriteFailed, DiskFull.
Result<void> writeRecoveryPdf(const QString &path, const RecoverySheetContent &content,
                              PosterLanguages languages);

} // namespace checkpoint
