#pragma once

#include "core/base/result.h"
#include "core/posters/postercontent.h"
#include "core/posters/posterlayout.h"
#include "core/posters/sheet.h"

#include <QList>

#include <vector>

namespace checkpoint {

/// One sheet: as many posters as its layout has places for, in order; a single one fills all places. The
/// errors of checkedPosterContent() and encodeQr(); DoesNotFit when a name does not fit at its least size –
/// nothing is ever cut. Needs a QGuiApplication for its fonts; any thread.
Result<Sheet> composePosterSheet(const QList<PosterContent> &contents, const PosterOptions &options);

/// How many sheets `posters` posters take.
int posterSheetCount(int posters, PosterLayout layout);
/// The posters on one of them.
QList<PosterContent> postersOfSheet(const QList<PosterContent> &contents, int sheet, PosterLayout layout);

} // namespace checkpoint
