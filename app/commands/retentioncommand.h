#pragma once

#include "app/commands/officecommand.h"
#include "core/store/retention.h"

#include <memory>

namespace checkpoint {

/// `retention [--json] [--set KIND=DAYS]… [--now [--today DATE]]`: how long each kind of personal data is
/// kept and what was destroyed last. `--set` changes terms, `--now` destroys at once what is over its term;
/// both are an administrator's.
class RetentionCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    using Terms = QList<std::pair<RetentionKind, int>>;

    void change(const Terms &terms, bool now, bool json);
    void rescueAndErase(bool json);
    void erase(bool json);
    void show(bool json);
    void print(const RetentionState &state, bool json);

    std::unique_ptr<Retention> m_retention;
};

} // namespace checkpoint
