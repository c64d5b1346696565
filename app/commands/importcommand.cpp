#include "app/commands/importcommand.h"

#include "app/commands/arguments.h"
#include "core/desk/papercsv.h"
#include "core/desk/venuecodes.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

Moment momentOf(const QDateTime &time)
{
    return {time.toMSecsSinceEpoch(), time.offsetFromUtc() / 60, false};
}

} // namespace

ImportCommand::ImportCommand(const FolderAccess &dataFolder, QObject *parent)
    : OfficeCommand(dataFolder, parent), m_late(store(), &clock()), m_pictures(store(), &clock())
{
}

ImportCommand::~ImportCommand() = default;

void ImportCommand::start(const QStringList &arguments)
{
    if (const QString problem = takeOptions(arguments); !problem.isEmpty())
        return endWrong(problem);
    if (m_photos && !QDir(m_source).exists())
        return fail({ErrorCode::SourceUnreadable, u"there is no folder %1"_s.arg(m_source)});
    open(StoreMode::ReadWrite, [this] {
        if (!m_photos)
            return readPaper();
        office()->load().then(this, [this](const Result<VenueRecord> &record) {
            record ? readPhotos(venueTrustOf(*record)) : fail(record.error());
        });
    });
}

QString ImportCommand::takeOptions(const QStringList &arguments)
{
    const QString kind = arguments.value(0);
    m_photos = kind == "photos"_L1;
    if (!m_photos && kind != "paper"_L1)
        return u"import needs photos or paper"_s;
    QCommandLineParser parser;
    parser.addOption({u"location"_s, {}, u"name"_s});
    if (m_photos)
        parser.addOption({u"direction"_s, {}, u"auto|in|out"_s, u"auto"_s});
    else
        parser.addOption({u"date"_s, {}, u"day"_s, clock().now().toDateTime().date().toString(Qt::ISODate)});
    if (!parser.parse(QStringList{u"import "_s + kind} + arguments.mid(1)))
        return parser.errorText();
    if (parser.positionalArguments().size() != 1)
        return m_photos ? u"import photos needs one folder"_s : u"import paper needs one file"_s;
    m_source = parser.positionalArguments().first();
    m_location = parser.value(u"location"_s);
    if (m_photos) {
        const auto direction = directionRuleFromId(parser.value(u"direction"_s));
        m_direction = direction.value_or(DirectionRule::Auto);
        return direction ? QString() : u"--direction is auto, in or out"_s;
    }
    m_day = QDate::fromString(parser.value(u"date"_s), Qt::ISODate);
    return m_day.isValid() ? QString() : u"--date is a day (2026-11-20)"_s;
}

void ImportCommand::readPhotos(const VenueTrust &trust)
{
    connect(&m_pictures, &PhotoImport::noted, this, [this](const PhotoNote &note) {
        if (!note.reason.isEmpty())
            leaveOut(note.name, note.reason);
    });
    connect(&m_pictures, &PhotoImport::finished, this, [this](const Result<PhotoSum> &sum) {
        if (!sum)
            return fail(sum.error());
        m_recorded = sum->recorded;
        m_known = sum->known;
        finish();
    });
    m_pictures.start({m_source, trust, m_direction, m_location});
}

void ImportCommand::readPaper()
{
    QFile file(m_source);
    if (!file.open(QIODevice::ReadOnly))
        return fail({ErrorCode::SourceUnreadable, u"%1: %2"_s.arg(m_source, file.errorString())});
    const PaperCsv paper = readPaperCsv(file.readAll(), m_day);
    for (const PaperCsv::Fault &fault : paper.faults)
        leaveOut(u"line %1"_s.arg(fault.line), fault.reason);
    for (const PaperRow &row : paper.rows) {
        Item item;
        item.from = u"line %1"_s.arg(row.line);
        item.entry.code.format = manualSource;
        item.entry.code.visitor = row.person.typed;
        item.entry.details = row.person.details;
        item.entry.location = row.location.isEmpty() ? m_location : row.location;
        item.entry.device = u"paper"_s;
        if (row.in) {
            item.entry.at = momentOf(*row.in);
            item.entry.direction = DirectionRule::In;
            item.entry.party = row.person.party;
            m_items.enqueue(item);
        }
        if (row.out) {
            item.samePerson = row.in.has_value();
            item.entry.at = momentOf(*row.out);
            item.entry.direction = DirectionRule::Out;
            item.entry.party = {}; // whoever came along leaves as well
            m_items.enqueue(item);
        }
    }
    recordNext();
}

void ImportCommand::recordNext()
{
    if (m_items.isEmpty())
        return finish();
    Item item = m_items.dequeue();
    if (item.samePerson)
        item.entry.visitorId = m_lastPerson;
    m_late.record(item.entry).then(this, [this, from = item.from](const Result<LateOutcome> &outcome) {
        if (!outcome)
            return fail(outcome.error());
        m_lastPerson = outcome->visitorId;
        if (outcome->kind == LateOutcome::Refused)
            leaveOut(from, outcome->reason);
        (outcome->kind == LateOutcome::Recorded ? m_recorded : m_known) +=
            outcome->kind != LateOutcome::Refused;
        recordNext();
    });
}

void ImportCommand::leaveOut(const QString &from, const QString &reason)
{
    ++m_leftOut;
    complain(u"%1: %2: %3"_s.arg(m_source, from, reason));
}

void ImportCommand::finish()
{
    const QString sum = u"%1 late entries recorded, %2 known already, %3 left out"_s.arg(m_recorded)
                            .arg(m_known)
                            .arg(m_leftOut);
    if (!printLine(sum.toUtf8()))
        emit finished(ExitNotRecorded);
    else
        emit finished(m_leftOut > 0 ? ExitNotRecorded : ExitDone);
}

} // namespace checkpoint
