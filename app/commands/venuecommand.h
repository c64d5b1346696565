#pragma once

#include "app/commands/officecommand.h"
#include "app/commands/sourcerunner.h"

#include <QByteArray>
#include <QList>

#include <memory>

namespace checkpoint {

/// `venue show|set|adopt|export|import`: the venue of this desk. `set` changes what is said and keeps the
/// rest; `adopt` takes a code over from a text or a picture; `export` and `import` carry the venue, its keys
/// and registers to another desk, sealed by a passphrase that comes from the terminal or --passphrase-fd.
class VenueCommand : public OfficeCommand
{
    Q_OBJECT

public:
    using OfficeCommand::OfficeCommand;

    void start(const QStringList &arguments);

private:
    void startSet(const QStringList &arguments);
    void startAdopt(const QStringList &arguments);
    void startExport(const QStringList &arguments);
    void startImport(const QStringList &arguments);
    void show(bool json);
    void set(const QCommandLineParser &parser, Venue venue);
    void readPicture(const QString &path);
    void adopt(const QString &text);
    void writeExport(const QString &path, const QByteArray &sealed);

    std::unique_ptr<SourceRunner> m_runner; ///< of a picture to adopt
    QList<QByteArray> m_codes;              ///< found in it
};

} // namespace checkpoint
