#pragma once

#include "app/commands/entriescommand.h"
#include "app/commands/scancommand.h"

#include <QObject>

#include <memory>

namespace checkpoint {

/// `demo`: plays the sample clip (rendered, synthetic persons) through the same way as a camera, prints each
/// outcome, and says where the database and the CSV file lie. In a folder of its own, so that nobody's record
/// is touched.
class DemoCommand : public QObject
{
    Q_OBJECT

public:
    /// An empty folder means a new one below the default data folder.
    explicit DemoCommand(const QString &dataFolder, QObject *parent = nullptr);

    void start(const QStringList &arguments);

    /// The sample clip beside the program or where it was installed; empty when it is missing.
    static QString clipPath();

signals:
    void finished(int exitCode);

private:
    void listEntries(int scanExitCode);

    const QString m_folder;
    std::unique_ptr<ScanCommand> m_scan;
    std::unique_ptr<EntriesCommand> m_entries;
};

} // namespace checkpoint
