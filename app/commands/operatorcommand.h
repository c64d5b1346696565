#pragma once

#include "app/commands/officecommand.h"

namespace checkpoint {

/// `operator add NAME --role ROLE`, `list`, `remove NAME`, `set-pin NAME`: who works at this desk. The new
/// PIN is asked for at the terminal, twice, or read by --new-pin-fd. Works beside a desk that runs.
class OperatorCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void withNewPin(const QString &descriptor, const std::function<void(const QString &pin)> &work);
    void list(bool json);
    void endWith(const Result<void> &done, const QString &line);
};

} // namespace checkpoint
