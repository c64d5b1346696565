#include "app/commands/officecommand.h"

#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

OfficeCommand::OfficeCommand(const FolderAccess &dataFolder, QObject *parent)
    : QObject(parent), m_folder(dataFolder), m_office(m_folder.store(), &m_clock)
{
}

OfficeCommand::~OfficeCommand() = default;

void OfficeCommand::open(StoreMode mode, const std::function<void()> &work)
{
    m_folder.open(mode).then(this, [this, work](const Result<void> &opened) {
        if (opened)
            work();
        else
            fail(opened.error());
    });
}

void OfficeCommand::openRevealing(StoreMode mode, const QString &what, const QString &reason,
                                  const std::function<void()> &work)
{
    open(mode, [this, what, reason, work] {
        m_folder.noteReveal(what, reason).then(this, [this, work](const Result<void> &noted) {
            if (noted)
                work();
            else
                fail(noted.error());
        });
    });
}

bool OfficeCommand::parse(QCommandLineParser &parser, const QString &command, const QStringList &arguments,
                          qsizetype positionals)
{
    if (!parser.parse(QStringList{command} + arguments)) {
        endWrong(parser.errorText());
        return false;
    }
    if (parser.positionalArguments().size() != positionals) {
        endWrong(positionals == 0 ? u"“%1” takes no further word"_s.arg(command)
                                  : u"“%1” takes one name; quote it when it has blanks"_s.arg(command));
        return false;
    }
    return true;
}

void OfficeCommand::end(const QByteArray &line, int exitCode)
{
    emit finished(printLine(line) ? exitCode : ExitNotRecorded);
}

void OfficeCommand::endWrong(const QString &problem)
{
    complain(problem);
    emit finished(ExitWrongUse);
}

void OfficeCommand::fail(const Error &error)
{
    switch (error.code) {
    case ErrorCode::WrongUse:
        return endWrong(error.detail);
    case ErrorCode::NotFound: // the sentence for people speaks of entries
        complain(errorCodeId(error.code) + u": "_s + error.detail);
        emit finished(ExitNotRecorded);
        return;
    case ErrorCode::SourceUnreadable:
    case ErrorCode::PassphraseWrong:
    case ErrorCode::FileDamaged:
    case ErrorCode::FileNewer:
        complain(error);
        emit finished(ExitSourceUnreadable);
        return;
    default:
        complain(error);
        emit finished(exitCodeOf(error));
    }
}

} // namespace checkpoint
