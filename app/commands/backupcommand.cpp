#include "app/commands/backupcommand.h"

#include "app/commands/output.h"
#include "app/commands/sheetinput.h"
#include "core/base/ids.h"
#include "core/settings/settings.h"
#include "core/store/folderkeys.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString momentIso(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODate);
}

QString momentIso(qint64 utcMs)
{
    return momentIso(QDateTime::fromMSecsSinceEpoch(utcMs));
}

QString momentText(qint64 utcMs)
{
    return QDateTime::fromMSecsSinceEpoch(utcMs).toString(u"yyyy-MM-dd HH:mm"_s);
}

QJsonObject fileJson(const BackupFile &file)
{
    return {{u"file"_s, file.path}, {u"made"_s, momentIso(file.moment)}, {u"bytes"_s, file.bytes}};
}

QJsonObject contentsJson(const BackupContents &contents)
{
    QJsonObject object{{u"folder"_s, idText(contents.folderId)},
                       {u"schema"_s, contents.version},
                       {u"bytes"_s, contents.bytes},
                       {u"entries"_s, contents.entries},
                       {u"visitors"_s, contents.visitors},
                       {u"lines"_s, contents.ledgerLines}};
    if (contents.firstUtcMs)
        object.insert(u"from"_s, momentIso(*contents.firstUtcMs));
    if (contents.lastUtcMs)
        object.insert(u"to"_s, momentIso(*contents.lastUtcMs));
    if (!contents.venue.isEmpty())
        object.insert(u"venue"_s, contents.venue);
    if (!contents.desk.isEmpty())
        object.insert(u"desk"_s, contents.desk);
    return object;
}

QString contentsText(const BackupContents &contents)
{
    QString text = u"%1 entries of %2 visitors"_s.arg(contents.entries).arg(contents.visitors);
    if (contents.firstUtcMs && contents.lastUtcMs)
        text += u", from %1 to %2"_s.arg(momentText(*contents.firstUtcMs), momentText(*contents.lastUtcMs));
    if (!contents.venue.isEmpty())
        text += u"; venue: "_s + contents.venue;
    if (!contents.desk.isEmpty())
        text += u"; desk: "_s + contents.desk;
    return text + u"; version %1, %2 bytes"_s.arg(contents.version).arg(contents.bytes);
}

} // namespace

BackupCommand::BackupCommand(const FolderAccess &dataFolder, QObject *parent)
    : OfficeCommand(dataFolder, parent), m_backups(store())
{
    connect(&m_signals, &StopSignals::stopRequested, this, [this] { *m_stop = true; });
}

void BackupCommand::start(const QStringList &arguments)
{
    const bool lists = arguments.value(0) == "list"_L1;
    QCommandLineParser parser;
    parser.addOptions({{u"json"_s, {}}, {u"to"_s, {}, u"folder"_s}});
    if (!parse(parser, u"backup"_s, lists ? arguments.mid(1) : arguments, 0))
        return;
    if (parser.isSet(u"to"_s) && parser.value(u"to"_s).isEmpty())
        return endWrong(u"--to needs a folder"_s);
    const QString said = parser.value(u"to"_s);
    const QString to = said.isEmpty() ? placeFor(folder()->path()) : QDir(said).absolutePath();
    open(StoreMode::ReadOnly,
         [this, lists, to, json = parser.isSet(u"json"_s)] { lists ? list(to, json) : make(to, json); });
}

QString BackupCommand::placeFor(const QString &dataFolder)
{
    const QString chosen = Settings(dataFolder).value(Setting::BackupFolder).toString();
    return chosen.isEmpty() ? Backups::defaultFolder(dataFolder) : chosen;
}

void BackupCommand::make(const QString &to, bool json)
{
    m_backups.make(to, clock().now(), {}, m_stop).then(this, [this, json](const Result<BackupFile> &made) {
        if (!made)
            return fail(made.error());
        end(json ? jsonLine(fileJson(*made)) : u"backed up: %1"_s.arg(made->path).toUtf8());
    });
}

void BackupCommand::list(const QString &to, bool json)
{
    m_backups.list(to).then(this, [this, json](const Result<QList<BackupFile>> &files) {
        if (!files)
            return fail(files.error());
        for (const BackupFile &file : *files) {
            const QByteArray line =
                json ? jsonLine(fileJson(file))
                     : u"%1  %2 bytes  %3"_s.arg(momentText(file.moment.toMSecsSinceEpoch()))
                           .arg(file.bytes)
                           .arg(file.path)
                           .toUtf8();
            if (!printLine(line)) {
                emit finished(ExitNotRecorded);
                return;
            }
        }
        emit finished(ExitDone);
    });
}

RestoreCommand::RestoreCommand(const FolderAccess &dataFolder, QObject *parent)
    : OfficeCommand(dataFolder, parent), m_backups(store())
{
    connect(&m_signals, &StopSignals::stopRequested, this, [this] { *m_stop = true; });
}

void RestoreCommand::start(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(sheetOptions() + QList<QCommandLineOption>{{u"json"_s, {}}, {u"dry-run"_s, {}}});
    if (!parse(parser, u"restore"_s, arguments, 1))
        return;
    std::optional<Secret> key;
    if (isSheetGiven(parser)) {
        const Result<Secret> given = sheetKey(parser);
        if (!given && given.error().code == ErrorCode::WrongUse)
            return endWrong(given.error().detail);
        if (!given)
            return fail(given.error());
        key = *given;
    }
    const QString file = QFileInfo(parser.positionalArguments().first()).absoluteFilePath();
    const bool json = parser.isSet(u"json"_s);
    const bool isNew = !QFileInfo::exists(EntryStore::databasePath(folder()->path()));
    if (parser.isSet(u"dry-run"_s) && isNew)
        return showAnew(file, json);
    if (parser.isSet(u"dry-run"_s))
        return open(StoreMode::ReadOnly, [this, file, json] { show(file, json); });
    if (isNew || key)
        return moveIn(file, key, json);
    open(StoreMode::ReadWrite, [this, file, json] { restore(file, json); });
}

void RestoreCommand::show(const QString &file, bool json)
{
    m_backups.look(file).then(this, [this, json](const auto &contents) { endShown(contents, json); });
}

void RestoreCommand::showAnew(const QString &file, bool json)
{
    m_backups.lookAnew(file).then(this, [this, json](const auto &contents) { endShown(contents, json); });
}

void RestoreCommand::endShown(const Result<BackupContents> &contents, bool json)
{
    if (!contents)
        return fail(contents.error());
    end(json ? jsonLine(contentsJson(*contents)) : contentsText(*contents).toUtf8());
}

void RestoreCommand::moveIn(const QString &file, const std::optional<Secret> &key, bool json)
{
    folder()->moveIn(file, key).then(this, [this, json, key](const Result<BackupContents> &moved) {
        const auto wanted = folder()->keyRecord();
        if (!moved && moved.error().code == ErrorCode::KeyMissing && !key && wanted)
            return fail(
                {ErrorCode::KeyMissing,
                 u"the backup is in its place; “recovery use” with the sheet of key %1 opens it"_s.arg(
                     masterKeyName(wanted->keyId))});
        if (!moved)
            return fail(moved.error());
        end(json ? jsonLine(contentsJson(*moved))
                 : u"the backup is the record now: "_s.toUtf8() + contentsText(*moved).toUtf8());
    });
}

void RestoreCommand::restore(const QString &file, bool json)
{
    m_backups.restore(file, {}, m_stop, clock().now())
        .then(this, [this, json](const Result<MergeCounts> &restored) {
            if (!restored)
                return fail(restored.error());
            const QJsonObject object{{u"entries"_s, restored->entries},
                                     {u"visitors"_s, restored->visitors},
                                     {u"known"_s, restored->known},
                                     {u"unplaced"_s, restored->unplaced}};
            end(json ? jsonLine(object)
                     : u"restored: %1 entries and %2 visitors came back, %3 entries were there"_s
                           .arg(restored->entries)
                           .arg(restored->visitors)
                           .arg(restored->known)
                           .toUtf8());
        });
}

} // namespace checkpoint
