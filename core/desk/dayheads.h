#pragma once

#include "core/base/future.h"
#include "core/signing/signingkey.h"
#include "core/store/ledger.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QObject>

namespace checkpoint {

/// Where the ledger stood at the end of a day.
struct DayHead
{
    QDate day;       ///< local
    LedgerHead head; ///< its moment is not part of the line
};

/// The head as one line of text for printing or keeping elsewhere: format, day, line number and hash of the
/// ledger, then the public key (Ed25519) and its signature over all before, both in base64url.
QByteArray dayHeadLine(const DayHead &head, const SigningKey &key);

/// What such a line says. FileDamaged when it is none, or is not signed by this key.
Result<DayHead> readDayHead(QByteArrayView line, const VerifyingKey &key);

/// Gives out signed heads of the ledger and checks what comes back, so that a ledger that was cut or written
/// anew is found. Lives on the thread of its maker; the store outlives it.
class DayHeads : public QObject
{
    Q_OBJECT

public:
    explicit DayHeads(EntryStore *store, QObject *parent = nullptr);

    /// The line for a day, for today as far as it has come. NotFound when nothing was written by its end.
    Future<Result<QByteArray>> lineOf(const QDate &day);

    /// The heads in a text, a line each; empty lines and those that begin with “#” are passed over.
    /// FileDamaged when one is wrong or of another folder.
    Future<Result<QList<LedgerHead>>> headsIn(const QByteArray &text);

private:
    Ledger m_ledger;
};

} // namespace checkpoint
