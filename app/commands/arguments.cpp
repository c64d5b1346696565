#include "app/commands/arguments.h"

#include "ui/common/errortext.h"

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

Arguments splitArguments(const QStringList &arguments)
{
    Arguments split;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word == "--data"_L1) {
            if (i + 1 == arguments.size()) {
                split.problem = u"--data needs a folder"_s;
                return split;
            }
            split.dataFolder = arguments[++i];
        } else if (word.startsWith("--data="_L1)) {
            split.dataFolder = word.mid(7);
        } else if (word == "--"_L1) {
            split.rest += arguments.mid(i);
            return split;
        } else if (split.command.isEmpty() && split.rest.isEmpty() && !word.startsWith(u'-')) {
            split.command = word;
        } else {
            split.rest.append(word);
        }
    }
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

void printLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace checkpoint
