#pragma once

#include "core/base/future.h"
#include "core/domain/notice.h"
#include "core/store/connection.h"
#include "core/store/vault.h"

#include <QList>

#include <optional>

namespace checkpoint {

class EntryStore;

/// The notice about personal data and its versions. Works on the threads of an EntryStore, which outlives it;
/// may be used from any thread and answers in futures.
class NoticeRegister
{
public:
    explicit NoticeRegister(EntryStore *store) : m_store(store) {}

    /// Every version, the newest first; empty while none was saved. Reading thread.
    Future<Result<QList<Notice>>> versions();

    /// Keeps what the notice says as the next version, with the terms as they are kept, and gives it; the
    /// ledger tells of it. What says the same as the last version is that version. NotAllowed to anybody but
    /// an administrator; WrongUse when a text is missing or too long.
    Future<Result<Notice>> save(const Notice &notice, const Moment &at);

private:
    EntryStore *const m_store;
};

/// The rows of the notice. Used on the thread of its connection.
class NoticeRows
{
public:
    NoticeRows(Connection &connection, const Vault &vault) : m_connection(connection), m_vault(vault) {}

    QList<Notice> versions();
    /// Within the caller's transaction; gives the version.
    Notice add(Notice notice, const Moment &at);
    /// The terms are others now: a notice that was given tells them in its next version.
    void follow(const RetentionTerms &terms, const Moment &at);

private:
    Connection &m_connection;
    const Vault &m_vault;
};

} // namespace checkpoint
