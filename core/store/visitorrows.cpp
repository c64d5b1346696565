#include "core/store/visitorrows.h"

#include "core/base/ids.h"
#include "core/base/logging.h"
#include "core/store/ledgerrows.h"
#include "core/store/visitorcbor.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

RowId VisitorRows::create(qint64 createdUtcMs)
{
    RowId id = 1;
    {
        Statement newest = m_connection.query(u"SELECT max(id) FROM visitor"_s);
        if (newest.next())
            id = newest.integer(0) + 1;
    }
    m_connection.run(u"INSERT INTO visitor (id, uuid, canonical, created_ms) VALUES (?, ?, ?, ?)"_s, id,
                     newRandomId(), id, createdUtcMs);
    return id;
}

QUuid VisitorRows::uuid(RowId visitor)
{
    Statement row = m_connection.query(u"SELECT uuid FROM visitor WHERE id = ?"_s, visitor);
    return row.next() ? row.uuid(0) : QUuid();
}

std::optional<RowId> VisitorRows::find(const QUuid &visitor)
{
    Statement row = m_connection.query(u"SELECT id FROM visitor WHERE uuid = ?"_s, visitor);
    return row.next() ? std::optional(row.integer(0)) : std::nullopt;
}

VisitorData VisitorRows::data(RowId visitor)
{
    Statement row = m_connection.query(u"SELECT uuid, sealed FROM visitor WHERE id = ?"_s, visitor);
    return row.next() ? opened(m_vault, row.uuid(0), row.blob(1)) : VisitorData();
}

void VisitorRows::save(RowId visitor, const VisitorData &data)
{
    const QByteArray sealed = m_vault.seal(Vault::RowKind::Visitor, uuid(visitor), toCbor(data));
    m_connection.run(u"UPDATE visitor SET sealed = ? WHERE id = ?"_s, sealed, visitor);
    LedgerRows(m_connection, m_vault).tell(LedgerSource::Person, visitor);
}

VisitorData VisitorRows::opened(const Vault &vault, const QUuid &visitor, const QByteArray &sealed)
{
    if (sealed.isEmpty())
        return {};
    if (const Result<QByteArray> cbor = vault.open(Vault::RowKind::Visitor, visitor, sealed)) {
        if (const auto data = visitorFromCbor(*cbor))
            return *data;
    }
    qCWarning(lcStore) << "the sealed data of visitor" << idText(visitor) << "do not open";
    return {};
}

} // namespace checkpoint
