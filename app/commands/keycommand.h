#pragma once

#include "app/commands/officecommand.h"

namespace checkpoint {

/// `key change`: a new master key for the data folder; recovery sheets of the old one are out of date then.
/// `key status`: which key it is, where it lies, and how much still has digests of an older one.
class KeyCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void change();
    void showStatus();
};

} // namespace checkpoint
