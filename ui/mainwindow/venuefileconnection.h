#pragma once

#include "core/base/worker.h"
#include "ui/mainwindow/deskparts.h"

#include <QObject>

#include <memory>

namespace checkpoint {

class MainWindow;
class ScanDevice;
class VenueCodePanel;
class CertificateSettings;

/// The wires of the venue's code, of its file and of the trust list: taking over, saving, reading. GUI
/// thread, files on one of its own; owned by the main window, its child.
class VenueFileConnection : public QObject
{
    Q_OBJECT

public:
    VenueFileConnection(const DeskParts &parts, MainWindow *window);
    ~VenueFileConnection() override;

private:
    void readPicture(const QString &path);
    void useOwnCode();
    void exportTo(const QString &path, const QString &passphrase);
    void connectTrust();
    void importTrust(const QString &path);
    void importFrom(const QString &path, const QString &passphrase, bool replaceVenue);

    const DeskParts m_parts;
    VenueCodePanel *m_panel;
    CertificateSettings *m_trust;
    std::unique_ptr<ScanDevice> m_picture; ///< the one that was chosen last
    Worker m_files{QStringLiteral("venue file")};
};

} // namespace checkpoint
