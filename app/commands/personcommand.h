#pragma once

#include "app/commands/officecommand.h"
#include "core/desk/personoffice.h"
#include "core/reports/summary/summary.h"

#include <functional>
#include <memory>

namespace checkpoint {

/// `person show|export|correct|erase` about somebody named by a code, a number, a name or an id, and `person
/// request|requests|answered|done`: what people ask for about their own data, and by when it has to be done.
class PersonCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    using Found = std::function<void(const QUuid &visitorId)>;

    void startPerson(const QString &verb, const QStringList &arguments);
    void startRequest(const QStringList &arguments);
    void startRequests(const QStringList &arguments);
    void startStamp(const QString &verb, const QStringList &arguments);

    /// Goes on with the person that the options name.
    void find(const QCommandLineParser &parser, const Found &found);
    void findByName(const QString &name, const Found &found);

    void show(const QUuid &visitorId, const QString &reason, const SheetHead &head, const QString &path);
    void present(const HeldData &held, const SheetHead &head, const QString &path);
    void correct(const QUuid &visitorId, const VisitorCorrection &correction);
    void erase(const QUuid &visitorId);
    void add(RequestKind kind, const std::optional<QUuid> &visitorId, const QString &note);

    /// Once the folder is open.
    PersonOffice &persons();

    std::unique_ptr<PersonOffice> m_persons;
};

} // namespace checkpoint
