#include "ui/mainwindow/venuefileconnection.h"

#include "core/base/wholefile.h"
#include "core/desk/checkpointdesk.h"
#include "core/desk/venueoffice.h"
#include "core/scan/devices/imagescandevice.h"
#include "core/signing/trustfile.h"
#include "ui/common/errortext.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settingsview/certificatesettings.h"
#include "ui/settingsview/settingsview.h"
#include "ui/settingsview/venuecodepanel.h"

#include <QFile>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 * 1024 * 1024;

Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::SourceUnreadable, file.errorString()};
    return file.read(largestFile);
}

} // namespace

VenueFileConnection::VenueFileConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window)
    , m_parts(parts)
    , m_panel(window->settingsView()->venueCodePanel())
    , m_trust(window->settingsView()->certificateSettings())
{
    connect(m_parts.office, &VenueOffice::loaded, m_panel, &VenueCodePanel::setRecord);
    connect(m_parts.desk, &CheckpointDesk::sighted, m_panel, &VenueCodePanel::takeScan);
    connect(m_panel, &VenueCodePanel::listening, m_parts.desk, &CheckpointDesk::setPostersIgnored);
    connect(m_panel, &VenueCodePanel::adoptWanted, this, [this](const QString &text) {
        m_parts.office->adopt(text).then(
            this, [this](const Result<void> &adopted) { m_panel->showAdopted(adopted); });
    });
    connect(m_panel, &VenueCodePanel::ownCodeWanted, this, &VenueFileConnection::useOwnCode);
    connect(m_panel, &VenueCodePanel::pictureChosen, this, &VenueFileConnection::readPicture);
    connect(m_panel, &VenueCodePanel::exportWanted, this, &VenueFileConnection::exportTo);
    connect(m_panel, &VenueCodePanel::importWanted, this, &VenueFileConnection::importFrom);
    connectTrust();
}

VenueFileConnection::~VenueFileConnection() = default;

void VenueFileConnection::connectTrust()
{
    connect(m_parts.office, &VenueOffice::loaded, m_trust,
            [this](const VenueRecord &record) { m_trust->setKeys(record.trustedKeys); });
    connect(m_trust, &CertificateSettings::importRequested, this, &VenueFileConnection::importTrust);
    connect(m_trust, &CertificateSettings::removeRequested, this, [this](const QByteArray &kid) {
        m_parts.office->venueRegister()->removeTrustedKey(kid).then(
            this, [this](const Result<void> &removed) {
                if (!removed)
                    m_trust->showFailure(errorText(removed.error().code).happened);
            });
    });
}

void VenueFileConnection::importTrust(const QString &path)
{
    const auto fail = [this](const Error &error) {
        m_trust->showFailure(error.code == ErrorCode::WrongUse
                                 ? tr("Nothing was taken over: the file is damaged, holds no keys for health "
                                      "certificates, or another key than the one that the list has.")
                                 : errorText(error.code).happened);
    };
    m_files
        .run([path]() -> Result<QList<TrustedKey>> {
            const Result<QByteArray> bytes = readWhole(path);
            return bytes ? trustedKeysIn(*bytes) : bytes.error();
        })
        .then(this, [this, fail](const Result<QList<TrustedKey>> &keys) {
            if (!keys) {
                fail(keys.error());
                return;
            }
            m_parts.office->venueRegister()->addTrustedKeys(*keys).then(
                this, [this, fail](const Result<int> &added) {
                    if (added)
                        m_trust->showImported(*added);
                    else
                        fail(added.error());
                });
        });
}

void VenueFileConnection::readPicture(const QString &path)
{
    m_picture = std::make_unique<ImageScanDevice>(path, m_parts.clock);
    connect(m_picture.get(), &ScanDevice::scanned, m_panel, [this](const RawScan &scan) {
        if (scan.sightings.isEmpty())
            m_panel->showAdopted(Error{ErrorCode::SourceUnreadable, u"the picture shows no code"_s});
        else
            m_panel->takeScan(scan);
    });
    connect(m_picture.get(), &ScanDevice::failed, m_panel, [this] {
        m_panel->showAdopted(Error{ErrorCode::SourceUnreadable, u"no picture"_s});
    });
    m_picture->start();
}

void VenueFileConnection::useOwnCode()
{
    m_parts.office->load().then(this, [this](const Result<VenueRecord> &record) {
        if (!record || !record->venue)
            return;
        Venue venue = *record->venue;
        venue.codeKind = VenueCodeKind::Local;
        venue.adoptedText.clear();
        venue.code.clear();
        m_parts.office->keepVenue(venue).then(
            this, [this](const Result<void> &kept) { m_panel->showAdopted(kept); });
    });
}

void VenueFileConnection::exportTo(const QString &path, const QString &passphrase)
{
    m_parts.office->venueRegister()
        ->exported(passphrase)
        .then(this, [this, path](const Result<QByteArray> &sealed) {
            if (!sealed) {
                m_panel->showExported(sealed.error());
                return;
            }
            m_files.run([path, bytes = *sealed] { return writePrivateFile(path, bytes); })
                .then(this, [this, path](const Result<void> &written) {
                    m_panel->showExported(written ? Result<QString>(path) : written.error());
                });
        });
}

void VenueFileConnection::importFrom(const QString &path, const QString &passphrase, bool replaceVenue)
{
    m_files.run([path] { return readWhole(path); })
        .then(this, [this, passphrase, replaceVenue](const Result<QByteArray> &sealed) {
            if (!sealed) {
                m_panel->showImported(sealed.error());
                return;
            }
            m_parts.office->venueRegister()
                ->import(*sealed, passphrase, replaceVenue, m_parts.clock->now())
                .then(this, [this](const Result<VenueImport> &imported) { m_panel->showImported(imported); });
        });
}

} // namespace checkpoint
