#pragma once

#include "app/commands/officecommand.h"

namespace checkpoint {

/// `trust import FILE…|list|remove KID`: the keys that health certificates are checked with. All files are
/// read before anything is changed. `list [--json]` prints one key a line.
class TrustCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void import(const QStringList &files);
    void list(bool json);
    void remove(const QString &kid);
};

} // namespace checkpoint
