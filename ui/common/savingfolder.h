#pragma once

#include <QString>

namespace checkpoint {

/// Where a dialog for saving begins: the folder of the last file while it is there, else the user's documents
/// or home. A folder that is not there would bring the dialog to wherever another one was last, such as the
/// program's own backups. Any thread.
QString savingFolder(const QString &last);

} // namespace checkpoint
