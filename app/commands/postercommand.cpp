#include "app/commands/postercommand.h"

#include "app/commands/arguments.h"
#include "core/posters/locationlist.h"
#include "core/posters/postercomposer.h"

#include <QCommandLineParser>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// As long as the code of a signed poster mostly is: to see whether the names fit before anything is issued.
constexpr int usualCodeLength = 140;

bool isNamed(const Location &location, const QString &name)
{
    return QString::compare(location.name, tidyText(VenueField::LocationName, name), Qt::CaseInsensitive) ==
           0;
}

const Location *placeNamed(const QList<Location> &places, const QString &name)
{
    const auto found = std::ranges::find_if(
        places, [&name](const Location &place) { return !place.withdrawn && isNamed(place, name); });
    return found == places.end() ? nullptr : &*found;
}

PosterContent contentOf(const SignedPoster &poster)
{
    const Poster &issued = poster.issued.poster;
    return {poster.venueName, poster.issued.location.name,
            poster.codeText,  poster.adopted ? QString() : issued.serial,
            issued.version,   issued.issuedOn,
            poster.adopted};
}

} // namespace

PosterCommand::PosterCommand(const FolderAccess &dataFolder, QObject *parent)
    : OfficeCommand(dataFolder, parent), m_chores(u"posters"_s)
{
}

PosterCommand::~PosterCommand() = default;

void PosterCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"location"_s, {}, u"name"_s},
                       {u"all"_s, {}},
                       {u"list"_s, {}, u"file"_s},
                       {u"layout"_s, {}, u"layout"_s, u"a4"_s},
                       {u"orientation"_s, {}, u"orientation"_s, u"portrait"_s},
                       {u"language"_s, {}, u"language"_s, u"both"_s},
                       {u"dpi"_s, {}, u"number"_s, u"300"_s},
                       {u"each"_s, {}},
                       {u"renew"_s, {}},
                       {{u"o"_s, u"output"_s}, {}, u"file"_s}});
    if (!parse(parser, u"poster"_s, arguments, 0))
        return;
    if (const QString problem = takeOptions(parser); !problem.isEmpty())
        return endWrong(problem);
    if (parser.isSet(u"list"_s)) {
        const Result<QStringList> names = readLocationList(parser.value(u"list"_s));
        if (!names)
            return fail(names.error());
        m_names = *names;
        m_listed = true;
    }
    // A file that cannot be written is said before a poster is issued.
    QSaveFile probe(m_task.path);
    if (!probe.open(QIODevice::WriteOnly))
        return fail({ErrorCode::WriteFailed, u"%1: %2"_s.arg(m_task.path, probe.errorString())});
    probe.cancelWriting();
    open(StoreMode::ReadWrite, [this] { choosePlaces(); });
}

QString PosterCommand::takeOptions(const QCommandLineParser &parser)
{
    const auto layout = posterLayoutFromId(parser.value(u"layout"_s));
    const auto orientation = posterOrientationFromId(parser.value(u"orientation"_s));
    const auto languages = posterLanguagesFromId(parser.value(u"language"_s));
    if (!layout)
        return u"--layout is one of: a4 a5 a4x2 a4x4 sticker door"_s;
    if (!orientation)
        return u"--orientation is portrait or landscape"_s;
    if (!languages)
        return u"--language is vi, en or both"_s;
    bool isNumber = false;
    m_task.dpi = parser.value(u"dpi"_s).toInt(&isNumber);
    if (!isNumber || m_task.dpi < leastDpi || m_task.dpi > mostDpi)
        return u"--dpi is a number from %1 to %2"_s.arg(leastDpi).arg(mostDpi);
    m_task.path = parser.value(u"o"_s);
    if (!sheetFileOf(m_task.path))
        return u"poster needs -o FILE that ends in .pdf, .png or .svg"_s;
    m_names = parser.values(u"location"_s);
    m_all = parser.isSet(u"all"_s);
    if (int(m_all) + int(!m_names.isEmpty()) + int(parser.isSet(u"list"_s)) > 1)
        return u"--location, --all and --list exclude one another"_s;
    m_task.options = {*layout, *orientation, *languages};
    m_task.oneFileEach = parser.isSet(u"each"_s);
    m_renew = parser.isSet(u"renew"_s);
    return {};
}

void PosterCommand::choosePlaces()
{
    office()->load().then(this, [this](const Result<VenueRecord> &record) {
        if (!record)
            return fail(record.error());
        if (!record->venue)
            return fail({ErrorCode::NotFound, u"there is no venue yet; “venue set” says what it is"_s});
        if (m_listed)
            return addPlaces(*record, m_names);
        if (m_all) {
            for (const Location &place : record->locations) {
                if (!place.withdrawn)
                    m_names.append(place.name);
            }
            if (m_names.isEmpty())
                return fail({ErrorCode::NotFound, u"the venue has no places yet; “location add” adds one"_s});
        }
        issue(*record);
    });
}

/// One after the other, then goes on with what the register knows now.
void PosterCommand::addPlaces(const VenueRecord &record, QStringList names)
{
    while (!names.isEmpty() && placeNamed(record.locations, names.first()))
        names.removeFirst();
    if (names.isEmpty())
        return issue(record);
    const QString name = names.takeFirst();
    office()->addLocation(name).then(this, [this, record, names](const Result<Location> &added) {
        if (!added)
            return fail(added.error());
        VenueRecord known = record;
        known.locations.append(*added);
        addPlaces(known, names);
    });
}

void PosterCommand::issue(const VenueRecord &record)
{
    QStringList codes;
    PosterContent draft{record.venue->name,
                        {},
                        QByteArray(usualCodeLength, 'x'),
                        {},
                        1,
                        clock().now().toDateTime().date(),
                        false};
    for (const QString &name : m_names) {
        const Location *place = placeNamed(record.locations, name);
        if (!place)
            return fail({ErrorCode::NotFound, u"there is no place of this name: %1"_s.arg(name)});
        codes.append(place->code);
        draft.locationName = place->name;
        // What cannot be laid out must not replace the poster that hangs.
        if (const Result<Sheet> sheet = composePosterSheet({draft}, m_task.options); !sheet)
            return fail(sheet.error());
    }
    if (codes.isEmpty()) {
        if (const Result<Sheet> sheet = composePosterSheet({draft}, m_task.options); !sheet)
            return fail(sheet.error());
        codes.append(QString());
    }
    office()->issuePosters(codes, m_renew).then(this, [this](const Result<QList<SignedPoster>> &posters) {
        if (posters)
            write(*posters);
        else
            fail(posters.error());
    });
}

void PosterCommand::write(const QList<SignedPoster> &posters)
{
    for (const SignedPoster &poster : posters)
        m_task.contents.append(contentOf(poster));
    m_job = std::make_unique<PosterJob>(&m_chores);
    connect(&m_signals, &StopSignals::stopRequested, m_job.get(), &PosterJob::cancel);
    connect(m_job.get(), &PosterJob::finished, this, [this, posters](const Result<PosterBatch> &batch) {
        if (batch)
            report(posters, *batch);
        else
            fail(batch.error());
    });
    m_job->start(m_task);
}

void PosterCommand::report(const QList<SignedPoster> &posters, const PosterBatch &batch)
{
    for (const SignedPoster &poster : posters) {
        const Poster &issued = poster.issued.poster;
        const QString line = u"%1  version %2  %3  %4  %5"_s.arg(
            issued.serial, QString::number(issued.version), issued.issuedOn.toString(Qt::ISODate),
            poster.issued.fresh ? u"new"_s : u"again"_s, poster.issued.location.name);
        if (!printLine(line.trimmed().toUtf8())) {
            emit finished(ExitNotRecorded);
            return;
        }
    }
    if (!batch.notes.empty())
        complain(u"the code is %1 mm wide; for a venue's wall %2 mm are advised"_s
                     .arg(batch.notes.front().measured, 0, 'f', 0)
                     .arg(batch.notes.front().wanted, 0, 'f', 0));
    end(batch.files.join(u'\n').toUtf8());
}

} // namespace checkpoint
