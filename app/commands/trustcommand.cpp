#include "app/commands/trustcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"
#include "core/signing/trustfile.h"

#include <QCommandLineParser>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;

QJsonObject keyJson(const TrustedKey &key)
{
    return {{u"kid"_s, kidText(key.kid)},
            {u"issuer"_s, key.issuer},
            {u"expires"_s, key.expires ? QJsonValue(key.expires->toString(Qt::ISODate)) : QJsonValue()},
            {u"key"_s, QString::fromLatin1(key.publicKey.toBase64())}};
}

QString keyText(const TrustedKey &key)
{
    QString text = kidText(key.kid) + u"  "_s + (key.issuer.isEmpty() ? u"-"_s : key.issuer);
    if (key.expires)
        text += u"  until "_s + key.expires->toString(Qt::ISODate);
    return text;
}

Result<QList<TrustedKey>> keysOfFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::SourceUnreadable, path + u": "_s + file.errorString()};
    Result<QList<TrustedKey>> keys = trustedKeysIn(file.read(largestFile));
    if (!keys)
        return Error{keys.error().code, path + u": "_s + keys.error().detail};
    return keys;
}

} // namespace

void TrustCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    QCommandLineParser parser;
    if (verb == "import"_L1) {
        if (arguments.size() < 2)
            return endWrong(u"“trust import” needs a file of keys: PEM, or a JSON list"_s);
        import(arguments.mid(1));
    } else if (verb == "list"_L1) {
        parser.addOption({u"json"_s, {}});
        if (parse(parser, u"trust list"_s, arguments.mid(1), 0))
            open(StoreMode::ReadOnly, [this, json = parser.isSet(u"json"_s)] { list(json); });
    } else if (verb == "remove"_L1) {
        if (parse(parser, u"trust remove"_s, arguments.mid(1), 1))
            remove(parser.positionalArguments().first());
    } else {
        endWrong(u"trust needs import, list or remove"_s);
    }
}

void TrustCommand::import(const QStringList &files)
{
    QList<TrustedKey> all;
    for (const QString &path : files) {
        const auto keys = keysOfFile(path);
        if (!keys)
            return fail(keys.error());
        all += *keys;
    }
    open(StoreMode::ReadWrite, [this, all] {
        office()->venueRegister()->addTrustedKeys(all).then(this, [this, all](const Result<int> &added) {
            added ? end(u"imported: %1 new of %2 keys"_s.arg(*added).arg(all.size()).toUtf8())
                  : fail(added.error());
        });
    });
}

void TrustCommand::list(bool json)
{
    office()->load().then(this, [this, json](const Result<VenueRecord> &record) {
        if (!record)
            return fail(record.error());
        for (const TrustedKey &key : record->trustedKeys) {
            if (!printLine(json ? jsonLine(keyJson(key)) : keyText(key).toUtf8())) {
                emit finished(ExitNotRecorded);
                return;
            }
        }
        emit finished(ExitDone);
    });
}

void TrustCommand::remove(const QString &text)
{
    const QByteArray kid = kidFromText(text);
    if (kid.isEmpty())
        return endWrong(u"“%1” is no kid: 16 hexadecimal digits, or base64"_s.arg(text));
    open(StoreMode::ReadWrite, [this, kid] {
        office()->venueRegister()->removeTrustedKey(kid).then(this, [this, kid](const Result<void> &removed) {
            removed ? end("removed: " + kid.toHex()) : fail(removed.error());
        });
    });
}

} // namespace checkpoint
