#pragma once

#include "core/base/error.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace checkpoint {

/// The exit codes of the command line.
enum ExitCode {
    ExitDone = 0,
    ExitWrongUse = 2,
    ExitSourceUnreadable = 3, ///< a source could not be read; the others were
    ExitNotRecorded = 4,      ///< something was not recorded, or the data folder could not be opened
    ExitWaiting = 5,          ///< entries still wait for a target
    ExitRejected = 6,         ///< a target rejected entries, and none waits
    ExitNeedsEnrolment = 7,   ///< no target, or one that does not know this desk (any more)
    ExitNotAllowed = 9,       ///< nobody is signed in, the PIN is wrong, or the role does not allow it
    ExitInUse = 8,            ///< another program has the data folder open for writing
};

/// The command line, split into what all commands share and what is the command's own.
struct Arguments
{
    QString dataFolder;   ///< --data, before or after the command's name; empty: the default folder
    QString operatorName; ///< --operator, the same
    std::optional<int>
        pinDescriptor; ///< --pin-fd: where the operator's PIN is read; otherwise it is asked for
    QString command;   ///< the first word; empty: the desk itself
    QStringList rest;  ///< the command's options and sources, as they came
    bool help = false; ///< --help or -h, wherever it stands
    QString problem;   ///< what is wrong with the line; empty when nothing is
};

Arguments splitArguments(const QStringList &arguments);

/// Prints one line to standard error, headed by the program's name.
void complain(const QString &text);

/// The same for a failure: its stable code, the sentence for people, and the detail for support.
void complain(const Error &error);

/// The exit code of a failure of the data folder.
int exitCodeOf(const Error &error);

/// Prints to standard output and flushes, so that what was shown as recorded stays shown whatever happens
/// next. False once standard output takes no more (its reader has gone, the disk is full): whoever prints
/// stops then and ends with ExitNotRecorded.
[[nodiscard]] bool printLine(const QByteArray &line);

} // namespace checkpoint
