#pragma once

#include "core/base/result.h"
#include "core/posters/passcomposer.h"

#include <QList>
#include <QString>

#include <vector>

namespace checkpoint {

/// How passes are laid out.
struct PassOptions
{
    PassLayout layout = PassLayout::Label;
    PosterLanguages languages = PosterLanguages::Both;

    bool operator==(const PassOptions &) const = default;
};

/// How many sheets so many passes take.
int passSheetCount(int passes, PassLayout layout);

/// Sheet `index` of these passes, its codes read back as they will be printed. The errors of
/// composePassSheet(); CodeUnreadable when a code would not be read. Takes a tenth of a second or more.
Result<Sheet> provedPassSheet(const QList<PassContent> &passes, int index, const PassOptions &options);

/// All of them in one PDF file; it appears whole or not at all. Besides: WriteFailed, DiskFull.
Result<void> writePassPdf(const QString &path, const QList<PassContent> &passes, const PassOptions &options);

} // namespace checkpoint
