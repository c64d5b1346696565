#pragma once

#include "core/posters/sheet.h"

#include <QPointF>

namespace checkpoint {

/// The three things a visitor does.
enum class PosterStep { OpenApp, ScanCode, Confirm };

/// Draws one of them: a phone and what is on it; names no app. `topLeft` and `side` (of the square it fills)
/// in millimetres.
void drawStep(Sheet &sheet, PosterStep step, QPointF topLeft, double side);

/// A pin on a map, for the location.
void drawPin(Sheet &sheet, QPointF topLeft, double height);

/// The way in or the way out: an arrow through a door.
enum class DoorWay { In, Out };
void drawDoor(Sheet &sheet, DoorWay way, QPointF topLeft, double side);

/// A line to cut along.
void drawCut(Sheet &sheet, QPointF from, QPointF to);

} // namespace checkpoint
