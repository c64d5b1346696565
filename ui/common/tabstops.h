#pragma once

class QWidget;

namespace checkpoint {

/// Moves the keyboard to the next place (or the one before) as they stand on the screen, whenever they were
/// made; behind the last one out of `within`. For QWidget::focusNextPrevChild(). GUI thread.
bool moveFocusAsSeen(QWidget *within, bool next);

} // namespace checkpoint
