#include "app/commands/recoverycommand.h"

#include "app/commands/passphrase.h"
#include "app/commands/sheetinput.h"
#include "core/posters/sheetwriter.h"
#include "core/store/folderkeys.h"

#include <QCommandLineParser>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

RecoveryCommand::RecoveryCommand(const FolderAccess &dataFolder, QObject *parent)
    : OfficeCommand(dataFolder, parent)
{
}

void RecoveryCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    if (verb == "sheet"_L1)
        return startSheet(arguments.mid(1));
    if (verb == "use"_L1)
        return startUse(arguments.mid(1));
    if (verb == "pin"_L1)
        return startPin(arguments.mid(1));
    endWrong(u"“recovery” is followed by sheet, use or pin"_s);
}

// ---- making a sheet

void RecoveryCommand::startSheet(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(
        {{u"language"_s, {}, u"vi|en|both"_s, u"both"_s}, {{u"o"_s, u"output"_s}, {}, u"file"_s}});
    if (!parse(parser, u"recovery sheet"_s, arguments, 0))
        return;
    const auto languages = posterLanguagesFromId(parser.value(u"language"_s));
    const QString path = parser.value(u"o"_s);
    if (!languages)
        return endWrong(u"--language is vi, en or both"_s);
    if (sheetFileOf(path) != SheetFile::Pdf)
        return endWrong(u"recovery sheet needs -o FILE.pdf"_s);
    open(StoreMode::ReadOnly, [this, path, languages = *languages] { makeSheet(path, languages); });
}

void RecoveryCommand::makeSheet(const QString &path, PosterLanguages languages)
{
    office()->load().then(this, [this, path, languages](const Result<VenueRecord> &record) {
        if (!record)
            return fail(record.error());
        const QString venue = record->venue ? record->venue->name : QString();
        folder()->keyForSheet().then(this, [this, path, languages, venue](const Result<Secret> &key) {
            if (!key)
                return fail(key.error());
            const QString name = masterKeyName(masterKeyId(*key));
            const Result<void> written =
                writeRecoveryPdf(path,
                                 {venue, name, clock().now().toDateTime().date(), recoveryText(*key),
                                  recoveryWords(*key), recoveryWordsALine},
                                 languages);
            if (!written)
                return fail(written.error());
            end("recovery sheet of key "_ba + name.toLatin1());
        });
    });
}

// ---- using one

/// False, and the command has ended, when what was given is no sheet.
bool RecoveryCommand::takeSheet(const QCommandLineParser &parser)
{
    const Result<Secret> key = sheetKey(parser);
    if (key)
        m_key = *key;
    else if (key.error().code == ErrorCode::WrongUse)
        endWrong(key.error().detail);
    else
        fail(key.error());
    return key.ok();
}

/// Which sheet it is and which one is wanted, where the key is not the folder's.
void RecoveryCommand::failWithSheet(const Error &error)
{
    const auto wanted = folder()->keyRecord();
    const QByteArray given = masterKeyId(*m_key);
    if (error.code != ErrorCode::KeyMissing || !wanted || wanted->keyId == given)
        return fail(error);
    const bool isFormer = folder()->formerKeyIds().contains(given);
    fail({ErrorCode::KeyMissing,
          u"%1 key %2, this data folder has key %3; nothing was changed"_s.arg(
              isFormer ? u"this sheet is out of date: it is of the former"_s : u"this is the sheet of"_s,
              masterKeyName(given), masterKeyName(wanted->keyId))});
}

void RecoveryCommand::startUse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(sheetOptions());
    if (!parse(parser, u"recovery use"_s, arguments, 0) || !takeSheet(parser))
        return;
    if (!QFileInfo::exists(EntryStore::databasePath(folder()->path())))
        return fail({ErrorCode::NotFound, u"nothing has been recorded in %1 yet"_s.arg(folder()->path())});
    folder()->open(StoreMode::ReadWrite).then(this, [this](const Result<void> &opened) {
        if (!opened && opened.error().code != ErrorCode::KeyMissing)
            return fail(opened.error());
        if (!opened)
            return recover(*m_key);
        if (folder()->keyRecord() && folder()->keyRecord()->keyId != masterKeyId(*m_key))
            return failWithSheet({ErrorCode::KeyMissing, {}});
        end("the data folder has its key; nothing was changed");
    });
}

void RecoveryCommand::recover(const Secret &key)
{
    folder()->recover(key).then(this, [this](const Result<void> &recovered) {
        if (!recovered)
            return failWithSheet(recovered.error());
        end(folder()->keyPlace() == KeyPlace::Keychain ? "the key is back, in the keychain"
                                                       : "the key is back, in the data folder");
    });
}

void RecoveryCommand::startPin(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(sheetOptions() + QList<QCommandLineOption>{{u"new-pin-fd"_s, {}, u"number"_s}});
    if (!parse(parser, u"recovery pin"_s, arguments, 1) || !takeSheet(parser))
        return;
    const QString name = parser.positionalArguments().first();
    const auto descriptor = descriptorOf(parser.value(u"new-pin-fd"_s));
    if (parser.isSet(u"new-pin-fd"_s) && !descriptor)
        return endWrong(u"--new-pin-fd needs the number of an open file descriptor"_s);
    open(StoreMode::ReadOnly, [this, name, descriptor] {
        const Result<QString> pin =
            descriptor ? passphraseFrom(*descriptor) : passphraseFromTerminal(true, "New PIN: ");
        if (!pin)
            return fail(pin.error());
        folder()->access()->recover(*m_key, name, *pin).then(this, [this, name](const Result<void> &set) {
            if (set)
                end("set: "_ba + name.toUtf8());
            else
                failWithSheet(set.error());
        });
    });
}

} // namespace checkpoint
