#pragma once

#include "core/domain/access.h"

#include <QList>
#include <QString>

#include <utility>

class QWidget;

namespace checkpoint {

/// Lets every control of the window that the role may not use say who may, instead of doing it. What is
/// refused is refused in core; this only says so beforehand. GUI thread.
void applyRights(QWidget &window, Role role);

/// What applyRights() looks after: the deed, and the object's name of the button or the chapter.
QList<std::pair<Deed, QString>> guardedControls();

} // namespace checkpoint
