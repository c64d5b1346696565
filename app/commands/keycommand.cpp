#include "app/commands/keycommand.h"

#include "core/store/folderkeys.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

void KeyCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    if (verb != "change"_L1 && verb != "status"_L1)
        return endWrong(u"“key” is followed by change or status"_s);
    QCommandLineParser parser;
    if (!parse(parser, u"key "_s + verb, arguments.mid(1), 0))
        return;
    if (verb == "change"_L1)
        open(StoreMode::ReadWrite, [this] { change(); });
    else
        open(StoreMode::ReadOnly, [this] { showStatus(); });
}

void KeyCommand::change()
{
    folder()->changeKey().then(this, [this](const Result<void> &changed) {
        if (!changed)
            return fail(changed.error());
        end("key "_ba + masterKeyName(folder()->keyRecord()->keyId).toLatin1() +
            "; make a new sheet by “recovery sheet”; the former one opens only backups from before");
    });
}

void KeyCommand::showStatus()
{
    FolderKeys(store()).behind().then(this, [this](const Result<qint64> &behind) {
        if (!behind)
            return fail(behind.error());
        end(u"key %1, %2, changed %3 times, %4 rows behind"_s
                .arg(masterKeyName(folder()->keyRecord()->keyId), folder()->keyPlace() == KeyPlace::Keychain
                                                                      ? u"in the keychain"_s
                                                                      : u"in the data folder"_s)
                .arg(folder()->formerKeyIds().size())
                .arg(*behind)
                .toUtf8());
    });
}

} // namespace checkpoint
