#pragma once

#include "app/commands/officecommand.h"
#include "core/posters/postercontent.h"
#include "core/posters/recoverysheet.h"
#include "core/settings/recoverycode.h"

class QCommandLineParser;

namespace checkpoint {

/// `recovery sheet -o FILE.pdf`: the sheet from which the folder's key comes back; for administrators.
/// `recovery use`: opens a folder whose key is missing with such a sheet. `recovery pin NAME`: another PIN
/// for an administrator who forgot it. Both take the sheet by --qr TEXT|PICTURE, by --words TEXT, or typed on
/// standard input, and sign nobody in.
class RecoveryCommand : public OfficeCommand
{
    Q_OBJECT

public:
    explicit RecoveryCommand(const FolderAccess &dataFolder, QObject *parent = nullptr);

    void start(const QStringList &arguments);

private:
    void startSheet(const QStringList &arguments);
    void startUse(const QStringList &arguments);
    void startPin(const QStringList &arguments);
    void makeSheet(const QString &path, PosterLanguages languages);
    void recover(const Secret &key);
    bool takeSheet(const QCommandLineParser &parser);
    void failWithSheet(const Error &error);

    std::optional<Secret> m_key; ///< of the sheet that was given
};

} // namespace checkpoint
