#include "app/commands/locationcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QJsonObject locationJson(const Location &location, const VenueRecord &record)
{
    QJsonObject object{{u"name"_s, location.name},
                       {u"code"_s, location.code},
                       {u"withdrawn"_s, location.withdrawn},
                       {u"poster"_s, QJsonValue()}};
    for (const Poster &poster : record.posters) {
        if (poster.locationCode == location.code && poster.state == PosterState::Valid) {
            object.insert(u"poster"_s, QJsonObject{{u"serial"_s, poster.serial},
                                                   {u"version"_s, poster.version},
                                                   {u"issued_on"_s, poster.issuedOn.toString(Qt::ISODate)}});
        }
    }
    return object;
}

QString locationText(const QJsonObject &location)
{
    QString text =
        location.value(u"name"_s).toString() + u"  ("_s + location.value(u"code"_s).toString() + u')';
    const QJsonObject poster = location.value(u"poster"_s).toObject();
    if (location.value(u"withdrawn"_s).toBool())
        text += u"  withdrawn"_s;
    else if (!poster.isEmpty())
        text += u"  poster %1, version %2, issued on %3"_s.arg(poster.value(u"serial"_s).toString())
                    .arg(poster.value(u"version"_s).toInt())
                    .arg(poster.value(u"issued_on"_s).toString());
    return text;
}

} // namespace

void LocationCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    QCommandLineParser parser;
    if (verb == "list"_L1) {
        parser.addOption({u"json"_s, {}});
        if (parse(parser, u"location list"_s, arguments.mid(1), 0))
            open(StoreMode::ReadOnly, [this, json = parser.isSet(u"json"_s)] { list(json); });
    } else if (verb == "add"_L1 || verb == "withdraw"_L1) {
        if (!parse(parser, u"location "_s + verb, arguments.mid(1), 1))
            return;
        const QString name = parser.positionalArguments().first();
        open(StoreMode::ReadWrite, [this, verb, name] { verb == "add"_L1 ? add(name) : withdraw(name); });
    } else {
        endWrong(u"location needs add, list or withdraw"_s);
    }
}

void LocationCommand::add(const QString &name)
{
    office()->addLocation(name).then(this, [this](const Result<Location> &added) {
        added ? end(locationText(locationJson(*added, {})).toUtf8()) : fail(added.error());
    });
}

void LocationCommand::withdraw(const QString &name)
{
    const QString tidy = tidyText(VenueField::LocationName, name);
    office()->venueRegister()->withdrawLocation(tidy).then(this, [this](const Result<Location> &withdrawn) {
        withdrawn ? end(locationText(locationJson(*withdrawn, {})).toUtf8()) : fail(withdrawn.error());
    });
}

void LocationCommand::list(bool json)
{
    office()->load().then(this, [this, json](const Result<VenueRecord> &record) {
        if (!record)
            return fail(record.error());
        for (const Location &location : record->locations) {
            const QJsonObject object = locationJson(location, *record);
            if (!printLine(json ? jsonLine(object) : locationText(object).toUtf8())) {
                emit finished(ExitNotRecorded);
                return;
            }
        }
        emit finished(ExitDone);
    });
}

} // namespace checkpoint
