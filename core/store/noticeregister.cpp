#include "core/store/noticeregister.h"

#include "core/store/erasure.h"
#include "core/store/ledgerrows.h"
#include "core/store/storethreads_p.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

using VaultPointer = std::shared_ptr<const Vault>;

} // namespace

QList<Notice> NoticeRows::versions()
{
    Statement row = m_connection.query(
        u"SELECT version, at_ms, offset_min, suspect, purpose_vi, basis_vi, purpose_en, basis_en, contact, "
        "visitor_days, detail_days, waiting_days FROM notice ORDER BY version DESC"_s);
    QList<Notice> versions;
    while (row.next()) {
        versions.append({int(row.integer(0)),
                         {row.integer(1), int(row.integer(2)), row.flag(3)},
                         {row.text(4), row.text(5)},
                         {row.text(6), row.text(7)},
                         row.text(8),
                         int(row.integer(9)),
                         int(row.integer(10)),
                         int(row.integer(11))});
    }
    return versions;
}

Notice NoticeRows::add(Notice notice, const Moment &at)
{
    const QList<Notice> before = versions();
    if (!before.isEmpty() && before.first().saysAs(notice))
        return before.first();
    notice.version = before.isEmpty() ? 1 : before.first().version + 1;
    notice.savedAt = at;
    m_connection.run(
        u"INSERT INTO notice (version, at_ms, offset_min, suspect, purpose_vi, basis_vi, purpose_en, "
        u"basis_en, "
        "contact, visitor_days, detail_days, waiting_days) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        notice.version, at.utcMs, at.offsetMinutes, at.suspect, notice.vietnamese.purpose,
        notice.vietnamese.basis, notice.english.purpose, notice.english.basis, notice.contact,
        notice.visitorDays, notice.detailDays, notice.waitingDays);
    LedgerRows(m_connection, m_vault)
        .note(LedgerNote::Setting, u"the notice about personal data is version %1"_s.arg(notice.version));
    return notice;
}

void NoticeRows::follow(const RetentionTerms &terms, const Moment &at)
{
    const QList<Notice> before = versions();
    if (!before.isEmpty())
        add(before.first().withTerms(terms), at);
}

Future<Result<QList<Notice>>> NoticeRegister::versions()
{
    return m_store->d->readFrom([](Connection &connection, const VaultPointer &vault) {
        return connection.answer(NoticeRows(connection, *vault).versions());
    });
}

Future<Result<Notice>> NoticeRegister::save(const Notice &notice, const Moment &at)
{
    return m_store->d->writeTo(
        [notice, at](Connection &connection, const VaultPointer &vault) -> Result<Notice> {
            Transaction transaction(connection, Transaction::Kind::Write);
            connection.require(Deed::Settings);
            if (faultOf(notice))
                connection.fail({ErrorCode::WrongUse, u"a text of the notice is missing or too long"_s});
            const Notice kept =
                NoticeRows(connection, *vault).add(notice.withTerms(Erasure::readTerms(connection)), at);
            if (auto committed = transaction.commit(); !committed)
                return committed.error();
            return kept;
        });
}

} // namespace checkpoint
