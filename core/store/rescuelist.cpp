#include "core/store/rescuelist.h"

#include "core/base/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString listFile(const QString &folder)
{
    return QDir(folder).filePath(u"checkpoint.rescue"_s);
}

} // namespace

QList<Rescue> rescuesOf(const QString &folder)
{
    QFile file(listFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Rescue> rescues;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject said = value.toObject();
        // The folder may have been moved since.
        const QString name = said.value("damaged"_L1).toString();
        rescues.append({name.isEmpty() ? QString() : QDir(folder).filePath(name),
                        said.value("backup"_L1).toString(), said.value("known"_L1).toInteger(),
                        said.value("last"_L1).toInteger(), said.value("inPlace"_L1).toBool()});
    }
    return rescues;
}

Result<void> keepRescues(const QString &folder, const QList<Rescue> &rescues)
{
    QJsonArray list;
    for (const Rescue &each : rescues) {
        list.append(QJsonObject{{u"damaged"_s, QFileInfo(each.damaged).fileName()},
                                {u"backup"_s, each.backup},
                                {u"known"_s, each.knownUpTo},
                                {u"last"_s, each.lastEntry},
                                {u"inPlace"_s, each.isInPlace}});
    }
    Result<void> kept;
    if (QFile file(listFile(folder)); list.isEmpty() && file.exists() && !file.remove())
        kept = Error{ErrorCode::WriteFailed, u"%1: %2"_s.arg(file.fileName(), file.errorString())};
    else if (!list.isEmpty())
        kept = writePrivateFile(listFile(folder), QJsonDocument(list).toJson(QJsonDocument::Compact));
    syncFolder(folder);
    return kept;
}

} // namespace checkpoint
