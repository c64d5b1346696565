#pragma once

#include "app/commands/arguments.h"
#include "app/datafolder.h"
#include "core/base/clock.h"
#include "core/desk/venueoffice.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

class QCommandLineParser;

namespace checkpoint {

/// What the commands around the venue share: the data folder, opened, and the office that looks after the
/// venue. Lives on the GUI thread until finished().
class OfficeCommand : public QObject
{
    Q_OBJECT

public:
    explicit OfficeCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);
    ~OfficeCommand() override;

signals:
    void finished(int exitCode);

protected:
    /// Opens the folder and goes on; ends the command when it cannot be opened.
    void open(StoreMode mode, const std::function<void()> &work);

    /// See DataFolder.
    StoreMode reportMode(bool revealed) const { return m_folder.reportMode(revealed); }

    /// The same for showing data in full: what shows them and why is noted first; `what` is empty where the
    /// work itself notes whom it shows.
    void openRevealing(StoreMode mode, const QString &what, const QString &reason,
                       const std::function<void()> &work);

    DataFolder *folder() { return &m_folder; }
    VenueOffice *office() { return &m_office; }
    EntryStore *store() const { return m_folder.store(); }
    const Clock &clock() const { return m_clock; }

    /// Reads a command's options; false, and the command has ended, when they are wrong or the number of
    /// positional arguments is another.
    bool parse(QCommandLineParser &parser, const QString &command, const QStringList &arguments,
               qsizetype positionals);

    /// Prints a line, then ends with ExitDone.
    void end(const QByteArray &line, int exitCode = ExitDone);
    void endWrong(const QString &problem);
    void fail(const Error &error);

private:
    const SystemClock m_clock;
    DataFolder m_folder;
    VenueOffice m_office;
};

} // namespace checkpoint
