#include "app/commands/arguments.h"

#include "app/commands/passphrase.h"
#include "ui/common/errortext.h"

#include <cerrno>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

void takeSignIn(Arguments &split, const QString &option, const QString &value)
{
    if (option == "--operator"_L1)
        split.operatorName = value;
    else
        split.pinDescriptor = descriptorOf(value);
    if (split.operatorName.isEmpty() && option == "--operator"_L1)
        split.problem = u"--operator needs a name"_s;
    if (!split.pinDescriptor && option == "--pin-fd"_L1)
        split.problem = u"--pin-fd needs the number of an open file descriptor"_s;
}

} // namespace

Arguments splitArguments(const QStringList &arguments)
{
    Arguments split;
    bool folderSaid = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word == "--data"_L1) {
            if (i + 1 == arguments.size()) {
                split.problem = u"--data needs a folder"_s;
                return split;
            }
            split.dataFolder = arguments[++i];
            folderSaid = true;
        } else if (word.startsWith("--data="_L1)) {
            split.dataFolder = word.mid(7);
            folderSaid = true;
        } else if (word == "--operator"_L1 || word == "--pin-fd"_L1) {
            if (i + 1 == arguments.size()) {
                split.problem = word + u" needs a value"_s;
                return split;
            }
            takeSignIn(split, word, arguments[++i]);
        } else if (word.startsWith("--operator="_L1) || word.startsWith("--pin-fd="_L1)) {
            takeSignIn(split, word.section(u'=', 0, 0), word.section(u'=', 1));
        } else if (word == "--help"_L1 || word == "-h"_L1) {
            split.help = true;
        } else if (word == "--"_L1) {
            split.rest += arguments.mid(i);
            break;
        } else if (split.command.isEmpty() && split.rest.isEmpty() && !word.startsWith(u'-')) {
            split.command = word;
        } else {
            split.rest.append(word);
        }
    }
    // An empty name is a script's mistake; the default folder may be a real desk's.
    if (folderSaid && split.dataFolder.isEmpty())
        split.problem = u"--data needs a folder"_s;
    return split;
}

void complain(const QString &text)
{
    std::fprintf(stderr, "checkpoint-desk: %s\n", qPrintable(text));
}

void complain(const Error &error)
{
    const ErrorText text = errorText(error.code);
    complain(u"%1: %2 %3 %4 (%5)"_s.arg(errorCodeId(error.code), text.happened, text.kept, text.todo,
                                        error.detail));
}

int exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InUse:
        return ExitInUse;
    case ErrorCode::WrongUse:
        return ExitWrongUse;
    case ErrorCode::NotAllowed:
    case ErrorCode::PinWrong:
    case ErrorCode::PinTooSoon:
        return ExitNotAllowed;
    default:
        return ExitNotRecorded;
    }
}

bool printLine(const QByteArray &line)
{
    if (std::ferror(stdout))
        return false;
    const QByteArray whole = line + '\n';
    if (std::fwrite(whole.constData(), 1, size_t(whole.size()), stdout) == size_t(whole.size()) &&
        std::fflush(stdout) == 0)
        return true;
    if (errno != EPIPE) // a reader that has seen enough is no trouble
        complain(u"standard output cannot be written: "_s + qt_error_string(errno));
    return false;
}

} // namespace checkpoint
