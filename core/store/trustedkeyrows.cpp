#include "core/store/trustedkeyrows.h"

#include "core/base/ids.h"
#include "core/base/logging.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto kidField = "kid"_L1;
constexpr auto keyField = "key"_L1;
constexpr auto issuerField = "issuer"_L1;
constexpr auto expiresField = "expires"_L1;

QByteArray toCbor(const TrustedKey &key)
{
    QCborMap map{{kidField, key.kid}, {keyField, key.publicKey}, {issuerField, key.issuer}};
    if (key.expires)
        map.insert(expiresField, key.expires->toString(Qt::ISODate));
    return map.toCborValue().toCbor();
}

TrustedKey fromCbor(const QByteArray &cbor)
{
    const QCborMap map = QCborValue::fromCbor(cbor).toMap();
    TrustedKey key{map.value(kidField).toByteArray(),
                   map.value(keyField).toByteArray(),
                   map.value(issuerField).toString(),
                   {}};
    const QDate expires = QDate::fromString(map.value(expiresField).toString(), Qt::ISODate);
    if (expires.isValid())
        key.expires = expires;
    return key;
}

} // namespace

QList<TrustedKey> TrustedKeyRows::keys()
{
    QList<TrustedKey> keys;
    Statement rows = m_connection.query(u"SELECT kid, uuid, sealed FROM trusted_key ORDER BY kid"_s);
    while (rows.next()) {
        const auto plain = m_vault.open(Vault::RowKind::TrustedKey, rows.uuid(1), rows.blob(2));
        const TrustedKey key = plain ? fromCbor(*plain) : TrustedKey();
        if (plain && key.kid == rows.blob(0))
            keys.append(key);
        else
            qCWarning(lcStore, "a key of the trust list does not open; it is left out");
    }
    return keys;
}

int TrustedKeyRows::add(const QList<TrustedKey> &keys)
{
    int added = 0;
    QList<TrustedKey> known = this->keys();
    for (const TrustedKey &key : keys) {
        const auto same = std::ranges::find(std::as_const(known), key.kid, &TrustedKey::kid);
        if (same != known.cend() && same->publicKey == key.publicKey)
            continue;
        if (same != known.cend()) {
            m_connection.fail({ErrorCode::WrongUse, u"the list has another key with the kid %1; remove that "
                                                    "one first"_s.arg(QString::fromLatin1(key.kid.toHex()))});
            return 0;
        }
        const QUuid id = newRandomId();
        m_connection.run(u"INSERT OR REPLACE INTO trusted_key (kid, uuid, sealed) VALUES (?, ?, ?)"_s,
                         key.kid, id, m_vault.seal(Vault::RowKind::TrustedKey, id, toCbor(key)));
        known.append(key);
        ++added;
    }
    return added;
}

void TrustedKeyRows::remove(const QByteArray &kid)
{
    {
        Statement row = m_connection.query(u"SELECT 1 FROM trusted_key WHERE kid = ?"_s, kid);
        if (!row.next()) {
            m_connection.fail({ErrorCode::NotFound, u"the trust list has no key with this kid"_s});
            return;
        }
    }
    m_connection.run(u"DELETE FROM trusted_key WHERE kid = ?"_s, kid);
}

} // namespace checkpoint
