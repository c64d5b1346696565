#include "app/application.h"
#include "app/commands/arguments.h"
#include "app/commands/backupcommand.h"
#include "app/commands/democommand.h"
#include "app/commands/entriescommand.h"
#include "app/commands/importcommand.h"
#include "app/commands/keycommand.h"
#include "app/commands/locationcommand.h"
#include "app/commands/noticecommand.h"
#include "app/commands/operatorcommand.h"
#include "app/commands/passcommand.h"
#include "app/commands/personcommand.h"
#include "app/commands/platformcommand.h"
#include "app/commands/postercommand.h"
#include "app/commands/readcommand.h"
#include "app/commands/recoverycommand.h"
#include "app/commands/reportcommand.h"
#include "app/commands/retentioncommand.h"
#include "app/commands/scancommand.h"
#include "app/commands/standardstreams.h"
#include "app/commands/synccommand.h"
#include "app/commands/tracecommand.h"
#include "app/commands/trustcommand.h"
#include "app/commands/venuecommand.h"
#include "app/commands/verifycommand.h"
#include "app/privatememory.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

using namespace checkpoint;

constexpr auto usage = R"(Usage:
  checkpoint-desk [--data DIR] [--play SOURCE] [--snapshot FILE]        opens the desk
  checkpoint-desk read [--json] [--null] SOURCE...                      what codes say; records nothing
  checkpoint-desk scan [--data DIR] [--json] [--null] [--direction auto|in|out] [--location NAME] SOURCE...
  checkpoint-desk entries [--data DIR] [--from T] [--to T] [--csv FILE|--json] [--refused]
                          [--reveal [--reason TEXT]]
  checkpoint-desk venue show [--json]
  checkpoint-desk venue set --name T --category KIND --province T [--district T] --commune T --street T --contact T
                            --phone NUMBER [--hours HOURS] [--capacity N]
  checkpoint-desk venue adopt TEXT|IMAGE                                takes over the venue's existing code
  checkpoint-desk venue export|import FILE [--passphrase-fd N] [--replace]
  checkpoint-desk location add|withdraw NAME, location list [--json]
  checkpoint-desk poster [--location NAME|--all|--list FILE.csv] [--layout a4|a5|a4x2|a4x4|sticker|door]
                         [--orientation portrait|landscape] [--language vi|en|both] [--dpi N] [--each] [--renew]
                         -o FILE.pdf|.png|.svg
  checkpoint-desk notice show [--language vi|en|both] [--version N] [-o FILE.pdf]   what visitors are told about their data
  checkpoint-desk notice set [--language vi|en] [--purpose TEXT] [--basis TEXT] [--contact TEXT]   keeps another version
  checkpoint-desk pass --name NAME [--valid-days N] [--layout label|a4] [--language vi|en|both] -o FILE.pdf
  checkpoint-desk pass list [--json] [--reveal], pass revoke NUMBER
  checkpoint-desk trust import FILE..., trust list [--json], trust remove KID
                                   the keys that health certificates are checked with: PEM, or a JSON list
  checkpoint-desk platform enrol --address URL --code CODE [--ca FILE] [--pin SHA256] [--target NAME]
  checkpoint-desk platform status [--json], platform pause|resume [--target NAME]
  checkpoint-desk platform rejected [--json] [--reveal] [--target NAME], platform history [--json] [--target NAME]
  checkpoint-desk sync [--once] [--again] [--json] [--target NAME] [--timeout SECONDS]
                                   sends what waits; --once: one pass, now; --again: rejected entries as well
  checkpoint-desk report entries|visits|district|inside [--from T] [--to T] [--reveal [--reason TEXT]]
                            -o FILE.csv|.xlsx|.pdf [--language vi|en] [--by NAME]   .pdf: what it adds up to, on paper
  checkpoint-desk report inside [--reveal] -o FILE.pdf                  the list to call people from; --summary: the sums
  checkpoint-desk report trace --code TEXT|-|--name NAME|--visitor ID --from T --to T [--minutes N] [--margin N]
                            [--same-location] --reference TEXT --reason TEXT [--reveal] -o FILE.csv|.xlsx|.pdf
  checkpoint-desk report rollup FILE|FOLDER... [--population FILE] -o FILE.csv|.xlsx|.pdf
  checkpoint-desk import photos FOLDER [--direction auto|in|out] [--location NAME]
  checkpoint-desk import paper FILE.csv [--date DAY] [--location NAME]
  checkpoint-desk verify [--json] [--head-file FILE|-]                  whether the record is as it was written
  checkpoint-desk verify --head DAY                                     the signed head of a day, to be kept elsewhere
  checkpoint-desk operator add NAME --role operator|supervisor|administrator [--new-pin-fd N]
  checkpoint-desk operator list [--json], operator remove NAME, operator set-pin NAME [--new-pin-fd N]
  checkpoint-desk recovery sheet -o FILE.pdf [--language vi|en|both]    from which the key comes back; keep it locked away
  checkpoint-desk recovery use [--qr TEXT|PICTURE|--words TEXT]         opens a data folder whose key is missing
  checkpoint-desk recovery pin NAME [--qr TEXT|PICTURE|--words TEXT] [--new-pin-fd N]
                                   a new PIN for an administrator; without --qr and --words the words are typed
  checkpoint-desk key change, key status                                another key for the data folder
  checkpoint-desk person show|export|correct|erase --code TEXT|-|--name NAME|--visitor ID   what is held on somebody
                            show, export: --reason TEXT [--language vi|en] [-o FILE.pdf]
                            correct: [--full-name T] [--birth-date DAY] [--phone NUMBER] [--address T]
  checkpoint-desk person request view|correct|withdraw|erase [--code TEXT|-|--name NAME|--visitor ID] [--note TEXT]
  checkpoint-desk person requests [--all] [--json], person answered ID, person done ID
  checkpoint-desk retention [--json] [--set KIND=DAYS]... [--now [--today DATE]]  how long personal data are kept, and what was
                                   destroyed; --now: destroys what is over its term instead of waiting for the night;
                                   --today: says that the date of this computer is right where no time server does
  checkpoint-desk backup [--to FOLDER] [--json], backup list [--to FOLDER] [--json]
  checkpoint-desk restore FILE [--dry-run] [--json]                     brings back what is missing; nothing newer is lost
  checkpoint-desk restore FILE [--qr TEXT|PICTURE|--words TEXT]         into a new data folder, with the recovery sheet
  checkpoint-desk demo [--data DIR]                                     plays the sample clip
KIND: office factory food bar wellness gym meeting hospital apartment school transport mall market shop ceremony
attraction worship. HOURS: “Mo-Fr 07:00-17:00; Sa 07:00-11:30”.
SOURCE: a picture, a folder of pictures, a film, camera:NAME, serial:PORT[@BAUD], or - (payloads on standard input, one a line).
Exit codes: 0 done; 2 wrong use; 3 a source could not be read; 4 something was not recorded, or the data folder
cannot be opened; 5 entries still wait for the platform; 6 the platform rejected some; 7 the desk needs
enrolment; 8 another program has the data folder open for writing; 9 whoever calls may not do that.
A desk that has operators wants --operator NAME with every command but read; the PIN is asked for, or read by
--pin-fd N. There --reveal takes --reason TEXT as well.
)";

/// Runs one command; it begins once the event loop runs and ends it with its exit code.
template <typename Command> int runCommand(Command &command, const QStringList &arguments)
{
    QObject::connect(&command, &Command::finished, QCoreApplication::instance(), &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QTimer::singleShot(0, &command, [&command, arguments] { command.start(arguments); });
    return QCoreApplication::exec();
}

template <typename Command> int runIn(const FolderAccess &folder, const QStringList &words)
{
    Command command(folder);
    return runCommand(command, words);
}

int runRead(const FolderAccess &, const QStringList &words)
{
    ReadCommand command;
    return runCommand(command, words);
}

int runReport(const FolderAccess &folder, const QStringList &words)
{
    return words.value(0) == "trace"_L1 ? runIn<TraceCommand>(folder, words.mid(1))
                                        : runIn<ReportCommand>(folder, words);
}

/// Whoever holds the sheet has forgotten the PIN, or there is nothing yet to look it up in.
int runRecovery(const FolderAccess &folder, const QStringList &words)
{
    FolderAccess access = folder;
    access.signsIn = words.value(0) == "sheet"_L1;
    return runIn<RecoveryCommand>(access, words);
}

struct NamedCommand
{
    QLatin1StringView name;
    int (*run)(const FolderAccess &folder, const QStringList &words);
};

constexpr NamedCommand commands[]{
    {"read"_L1, &runRead},
    {"scan"_L1, &runIn<ScanCommand>},
    {"entries"_L1, &runIn<EntriesCommand>},
    {"venue"_L1, &runIn<VenueCommand>},
    {"location"_L1, &runIn<LocationCommand>},
    {"poster"_L1, &runIn<PosterCommand>},
    {"notice"_L1, &runIn<NoticeCommand>},
    {"pass"_L1, &runIn<PassCommand>},
    {"trust"_L1, &runIn<TrustCommand>},
    {"platform"_L1, &runIn<PlatformCommand>},
    {"sync"_L1, &runIn<SyncCommand>},
    {"report"_L1, &runReport},
    {"import"_L1, &runIn<ImportCommand>},
    {"verify"_L1, &runIn<VerifyCommand>},
    {"operator"_L1, &runIn<OperatorCommand>},
    {"recovery"_L1, &runRecovery},
    {"key"_L1, &runIn<KeyCommand>},
    {"person"_L1, &runIn<PersonCommand>},
    {"retention"_L1, &runIn<RetentionCommand>},
    {"backup"_L1, &runIn<BackupCommand>},
    {"restore"_L1, &runIn<RestoreCommand>},
};

int runCommandLine(const Arguments &arguments)
{
    if (arguments.command == "demo"_L1) // without --data it plays in a folder of its own
    {
        DemoCommand command(arguments.dataFolder);
        return runCommand(command, arguments.rest);
    }
    FolderAccess folder(arguments.dataFolder.isEmpty() ? DataFolder::defaultPath() : arguments.dataFolder);
    folder.signsIn = true;
    folder.operatorName = arguments.operatorName;
    folder.pinDescriptor = arguments.pinDescriptor;
    for (const NamedCommand &command : commands) {
        if (arguments.command == command.name)
            return command.run(folder, arguments.rest);
    }
    complain(u"there is no command “%1”; --help lists them"_s.arg(arguments.command));
    return ExitWrongUse;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace

int main(int argc, char *argv[])
{
    keepMemoryPrivate();
    prepareStandardStreams();
    QCoreApplication::setApplicationName(u"checkpoint-desk"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(CHECKPOINT_VERSION));

    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    Arguments arguments = splitArguments(words);
    if (!arguments.problem.isEmpty()) {
        complain(arguments.problem);
        return ExitWrongUse;
    }
    if (arguments.help) {
        std::fputs(usage, stdout);
        return ExitDone;
    }
    if (arguments.command.isEmpty() && arguments.rest.contains("--version"_L1)) {
        std::puts("checkpoint-desk " CHECKPOINT_VERSION);
        return ExitDone;
    }
    if (arguments.command.isEmpty() && !hasDisplay()) {
        if (!arguments.rest.isEmpty()) {
            complain(
                u"there is no display, so no window can be opened with “%1”; --help lists the commands"_s.arg(
                    arguments.rest.first()));
            return ExitWrongUse;
        }
        complain(
            u"there is no display, so no window can be opened; here is what the desk does with the sample clip"_s);
        arguments.command = u"demo"_s;
    }
    if (!arguments.command.isEmpty()) {
        // The commands decode pictures and films but show nothing.
        qputenv("QT_QPA_PLATFORM", "offscreen");
        const QGuiApplication application(argc, argv);
        return runCommandLine(arguments);
    }
    QApplication::setDesktopFileName(u"org.checkpointdesk.CheckpointDesk"_s);
    const QApplication application(argc, argv);
    return Application::run(arguments);
}
