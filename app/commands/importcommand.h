#pragma once

#include "app/commands/officecommand.h"
#include "core/desk/lateentries.h"
#include "core/desk/photoimport.h"
#include "core/domain/admission.h"
#include "core/signing/venuetrust.h"

#include <QDate>
#include <QQueue>

#include <optional>

namespace checkpoint {

/// `import photos FOLDER [--direction auto|in|out] [--location NAME]`: codes that were photographed while the
/// desk had no power, recorded as late entries at the time the camera wrote into the photo. `import paper
/// FILE.csv [--date DAY] [--location NAME]`: what was written on paper. What was imported before is left out.
class ImportCommand : public OfficeCommand
{
    Q_OBJECT

public:
    explicit ImportCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);
    ~ImportCommand() override;

    void start(const QStringList &arguments);

private:
    /// A late entry on its way, and what it came from: a photo's name, a file's line.
    struct Item
    {
        QString from;
        LateEntry entry;
        bool samePerson = false; ///< it is whose item came before
    };

    QString takeOptions(const QStringList &arguments);
    void readPhotos(const VenueTrust &trust);
    void readPaper();
    void recordNext();
    void leaveOut(const QString &from, const QString &reason);
    void finish();

    bool m_photos = false;
    QString m_source;
    QString m_location;
    DirectionRule m_direction = DirectionRule::Auto;
    QDate m_day;
    LateEntries m_late;
    QQueue<Item> m_items;
    std::optional<QUuid> m_lastPerson;
    int m_recorded = 0;
    int m_known = 0;
    int m_leftOut = 0;
    PhotoImport m_pictures;
};

} // namespace checkpoint
