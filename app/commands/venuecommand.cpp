#include "app/commands/venuecommand.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"
#include "app/commands/passphrase.h"
#include "core/base/wholefile.h"
#include "core/codes/phonenumber.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 largestVenueFile = 64 * 1024 * 1024;

/// The options that say a text of the venue.
constexpr std::array textOptions{
    std::pair{"name"_L1, &Venue::name},          std::pair{"province"_L1, &Venue::province},
    std::pair{"district"_L1, &Venue::district},  std::pair{"commune"_L1, &Venue::commune},
    std::pair{"street"_L1, &Venue::street},      std::pair{"contact"_L1, &Venue::contactName},
    std::pair{"phone"_L1, &Venue::contactPhone},
};

QString categoryIds()
{
    QStringList ids;
    for (const VenueCategory category : venueCategories())
        ids.append(venueCategoryId(category));
    return ids.join(u' ');
}

/// What the options say, put into the venue; what is wrong with them, empty when nothing is.
QString takeOptions(const QCommandLineParser &parser, Venue &venue)
{
    for (const auto &[option, field] : textOptions) {
        if (parser.isSet(option))
            venue.*field = parser.value(option);
    }
    if (parser.isSet(u"category"_s) && !(venue.category = venueCategoryFromId(parser.value(u"category"_s))))
        return u"--category is one of: "_s + categoryIds();
    if (parser.isSet(u"phone"_s)) {
        const auto phone = mobileNumber(venue.contactPhone);
        if (!phone)
            return u"--phone is no Vietnamese mobile number"_s;
        venue.contactPhone = *phone;
    }
    if (parser.isSet(u"hours"_s)) {
        const auto hours = OpeningHours::fromString(parser.value(u"hours"_s));
        if (!hours)
            return u"--hours is like “Mo-Fr 07:00-17:00; Sa 07:00-11:30”"_s;
        venue.openingHours = *hours;
    }
    if (parser.isSet(u"capacity"_s)) {
        bool isNumber = false;
        venue.capacity = parser.value(u"capacity"_s).toInt(&isNumber);
        if (!isNumber || venue.capacity < 0 || venue.capacity > largestCapacity)
            return u"--capacity is a number from 0 (not said) to %1"_s.arg(largestCapacity);
    }
    return {};
}

/// Options that a venue needs and that nobody has said yet.
QStringList missingOptions(const Venue &venue)
{
    QStringList missing;
    for (const auto &[option, field] : textOptions) {
        if ((venue.*field).isEmpty() && option != "district"_L1)
            missing.append(u"--"_s + option);
    }
    if (!venue.category)
        missing.append(u"--category"_s);
    return missing;
}

QJsonObject venueJson(const VenueRecord &record)
{
    const Venue &venue = *record.venue;
    const auto posters = [&record](PosterState state) {
        return qint64(std::ranges::count(record.posters, state, &Poster::state));
    };
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    return {
        {u"name"_s, text(venue.name)},
        {u"category"_s, venue.category ? QJsonValue(venueCategoryId(*venue.category)) : QJsonValue()},
        {u"province"_s, text(venue.province)},
        {u"district"_s, text(venue.district)},
        {u"commune"_s, text(venue.commune)},
        {u"street"_s, text(venue.street)},
        {u"contact_name"_s, text(venue.contactName)},
        {u"contact_phone"_s, text(venue.contactPhone)},
        {u"opening_hours"_s, text(venue.openingHours.toString())},
        {u"capacity"_s, venue.capacity == 0 ? QJsonValue() : QJsonValue(venue.capacity)},
        {u"venue_code"_s, text(venue.code)},
        {u"code_kind"_s, venueCodeKindId(venue.codeKind)},
        {u"check_in_url"_s, text(venue.address)},
        {u"adopted_text"_s, text(venue.adoptedText)},
        {u"locations"_s, qint64(record.locations.size())},
        {u"posters_valid"_s, posters(PosterState::Valid)},
        {u"posters_replaced"_s, posters(PosterState::Replaced)},
        {u"posters_withdrawn"_s, posters(PosterState::Withdrawn)},
        {u"passes"_s, qint64(record.passes.size())},
    };
}

void addPassphraseOption(QCommandLineParser &parser)
{
    parser.addOption({u"passphrase-fd"_s, {}, u"number"_s});
}

Result<QString> passphraseSaid(const QCommandLineParser &parser, bool twice)
{
    if (!parser.isSet(u"passphrase-fd"_s))
        return passphraseFromTerminal(twice);
    const auto descriptor = descriptorOf(parser.value(u"passphrase-fd"_s));
    if (!descriptor)
        return Error{ErrorCode::WrongUse, u"--passphrase-fd needs the number of an open file descriptor"_s};
    return passphraseFrom(*descriptor);
}

} // namespace

void VenueCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    const QStringList rest = arguments.mid(1);
    if (verb == "show"_L1) {
        QCommandLineParser parser;
        parser.addOption({u"json"_s, {}});
        if (parse(parser, u"venue show"_s, rest, 0))
            open(StoreMode::ReadOnly, [this, json = parser.isSet(u"json"_s)] { show(json); });
    } else if (verb == "set"_L1) {
        startSet(rest);
    } else if (verb == "adopt"_L1) {
        startAdopt(rest);
    } else if (verb == "export"_L1) {
        startExport(rest);
    } else if (verb == "import"_L1) {
        startImport(rest);
    } else {
        endWrong(u"venue needs show, set, adopt, export or import"_s);
    }
}

// ---- show and set

void VenueCommand::show(bool json)
{
    office()->load().then(this, [this, json](const Result<VenueRecord> &record) {
        if (!record)
            return fail(record.error());
        if (!record->venue)
            return fail({ErrorCode::NotFound, u"the venue is not set yet; “venue set” does"_s});
        const QJsonObject object = venueJson(*record);
        if (json)
            return end(jsonLine(object));
        QStringList lines;
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (!field->isNull())
                lines.append(field.key() + u": "_s + field->toVariant().toString());
        }
        end(lines.join(u'\n').toUtf8());
    });
}

void VenueCommand::startSet(const QStringList &arguments)
{
    auto parser = std::make_shared<QCommandLineParser>();
    for (const auto &[option, field] : textOptions)
        parser->addOption({option, {}, u"text"_s});
    parser->addOptions(
        {{u"category"_s, {}, u"kind"_s}, {u"hours"_s, {}, u"hours"_s}, {u"capacity"_s, {}, u"number"_s}});
    if (!parse(*parser, u"venue set"_s, arguments, 0))
        return;
    if (parser->optionNames().isEmpty())
        return endWrong(u"venue set needs something to set, such as --name"_s);
    // Wrong options are said before a data folder is made.
    Venue probe;
    if (const QString problem = takeOptions(*parser, probe); !problem.isEmpty())
        return endWrong(problem);
    open(StoreMode::ReadWrite, [this, parser] {
        office()->venueRegister()->load().then(this, [this, parser](const Result<VenueRecord> &record) {
            if (record)
                set(*parser, record->venue.value_or(Venue()));
            else
                fail(record.error());
        });
    });
}

void VenueCommand::set(const QCommandLineParser &parser, Venue venue)
{
    if (const QString problem = takeOptions(parser, venue); !problem.isEmpty())
        return endWrong(problem);
    const QStringList missing = missingOptions(venue);
    if (!missing.isEmpty() && !(missing.contains("--name"_L1) && parser.isSet(u"name"_s)))
        return endWrong(u"the venue still needs "_s + missing.join(u' '));
    office()->keepVenue(venue).then(this, [this](const Result<void> &kept) {
        if (kept)
            show(false);
        else
            fail(kept.error());
    });
}

// ---- adopt

void VenueCommand::startAdopt(const QStringList &arguments)
{
    QCommandLineParser parser;
    if (!parse(parser, u"venue adopt"_s, arguments, 1))
        return;
    const QString what = parser.positionalArguments().first();
    if (QFileInfo(what).isFile())
        readPicture(what);
    else
        adopt(what);
}

void VenueCommand::readPicture(const QString &path)
{
    m_runner = std::make_unique<SourceRunner>(QStringList{path}, DeviceOptions{&clock(), false});
    connect(m_runner.get(), &SourceRunner::unreadable, this, [](const QString &source, const Error &error) {
        complain(source + u": "_s + errorCodeId(error.code) + u": "_s + error.detail);
    });
    connect(m_runner.get(), &SourceRunner::finished, this, [this] {
        if (m_runner->anyUnreadable()) {
            emit finished(ExitSourceUnreadable);
            return;
        }
        if (m_codes.size() != 1) {
            return fail({ErrorCode::SourceUnreadable,
                         u"the picture shows %1 codes; it must show one"_s.arg(m_codes.size())});
        }
        adopt(QString::fromUtf8(m_codes.first()));
    });
    m_runner->start([this](ScanDevice *device) {
        connect(device, &ScanDevice::scanned, this, [this](const RawScan &scan) {
            for (const Sighting &sighting : scan.sightings) {
                if (!m_codes.contains(sighting.bytes))
                    m_codes.append(sighting.bytes);
            }
        });
    });
}

void VenueCommand::adopt(const QString &text)
{
    if (const auto error = wrongWith(VenueField::AdoptedText, text))
        return endWrong(VenueOffice::complaint(VenueFault{VenueField::AdoptedText, *error}));
    open(StoreMode::ReadWrite, [this, text] {
        office()->adopt(text).then(this, [this](const Result<void> &adopted) {
            if (adopted)
                show(false);
            else
                fail(adopted.error());
        });
    });
}

// ---- export and import

void VenueCommand::startExport(const QStringList &arguments)
{
    QCommandLineParser parser;
    addPassphraseOption(parser);
    if (!parse(parser, u"venue export"_s, arguments, 1))
        return;
    const Result<QString> passphrase = passphraseSaid(parser, true);
    if (!passphrase)
        return fail(passphrase.error());
    open(StoreMode::ReadOnly, [this, path = parser.positionalArguments().first(), passphrase = *passphrase] {
        office()
            ->venueRegister()
            ->exported(passphrase)
            .then(this, [this, path](const Result<QByteArray> &sealed) {
                if (sealed)
                    writeExport(path, *sealed);
                else
                    fail(sealed.error());
            });
    });
}

void VenueCommand::writeExport(const QString &path, const QByteArray &sealed)
{
    if (const Result<void> written = writePrivateFile(path, sealed); !written)
        return fail(written.error());
    end("exported: "_ba + path.toUtf8());
}

void VenueCommand::startImport(const QStringList &arguments)
{
    QCommandLineParser parser;
    addPassphraseOption(parser);
    parser.addOption({u"replace"_s, {}});
    if (!parse(parser, u"venue import"_s, arguments, 1))
        return;
    QFile file(parser.positionalArguments().first());
    if (!file.open(QIODevice::ReadOnly))
        return fail({ErrorCode::SourceUnreadable, file.errorString()});
    const QByteArray sealed = file.read(largestVenueFile);
    const Result<QString> passphrase = passphraseSaid(parser, false);
    if (!passphrase)
        return fail(passphrase.error());
    open(StoreMode::ReadWrite, [this, sealed, passphrase = *passphrase,
                                replace = parser.isSet(u"replace"_s)] {
        office()
            ->venueRegister()
            ->import(sealed, passphrase, replace, clock().now())
            .then(this, [this](const Result<VenueImport> &imported) {
                if (!imported)
                    return fail(imported.error());
                end(u"imported: %1; new here: %2 locations, %3 posters, %4 passes"_s.arg(imported->venueName)
                        .arg(imported->locations)
                        .arg(imported->posters)
                        .arg(imported->passes)
                        .toUtf8());
            });
    });
}

} // namespace checkpoint
