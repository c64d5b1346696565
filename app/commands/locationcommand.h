#pragma once

#include "app/commands/officecommand.h"

namespace checkpoint {

/// `location add|list|withdraw NAME`: the places of the venue. `list [--json]` prints one a line, with its
/// valid poster.
class LocationCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void add(const QString &name);
    void withdraw(const QString &name);
    void list(bool json);
};

} // namespace checkpoint
