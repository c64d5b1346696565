#pragma once

#include "core/desk/scanoutcome.h"
#include "core/store/entrystore.h"

#include <QImage>
#include <QPolygonF>

/// Synthetic persons and outcomes for the tests of the window and the gallery: 20/11/2026, 08:12 in Vietnam.
namespace samples {

checkpoint::Moment at(int hour, int minute, int second = 0, int daysAgo = 0);
checkpoint::VisitorData nghiem();
checkpoint::VisitorData mau();
checkpoint::VisitorData lap();
checkpoint::VisitorData guest();

checkpoint::ScanOutcome recordedIn();
checkpoint::ScanOutcome recordedOut();
checkpoint::ScanOutcome corrected();
/// One that leaves two exits in a row.
checkpoint::ScanOutcome correctedTwiceTheSameWay();
checkpoint::ScanOutcome withWarnings();
checkpoint::ScanOutcome repeated();
checkpoint::ScanOutcome refused(checkpoint::Reason reason = checkpoint::Reason::VenueCode);
checkpoint::ScanOutcome alreadyInside();
checkpoint::ScanOutcome justLeft();
checkpoint::ScanOutcome onAttentionList();
checkpoint::ScanOutcome leavesWithoutEntry();
/// Held up a second time within a minute: likeliest is that nothing is to be recorded.
checkpoint::ScanOutcome insideSinceJustNow();
checkpoint::ScanOutcome failed(checkpoint::ErrorCode code = checkpoint::ErrorCode::DiskFull);
/// The undo of recordedIn().
checkpoint::ScanOutcome voided();

/// A morning's entries, newest first, two of them taken back.
QList<checkpoint::EntryRow> morning(int count = 40);
QList<checkpoint::RefusedScan> refusedScans();

/// What a camera might see: a hand with a card before a counter, with a code in it.
QImage cameraPicture();
QPolygonF codeOutline();

} // namespace samples
