#pragma once

#include "core/base/clock.h"
#include "core/base/future.h"
#include "core/domain/declaration.h"
#include "core/store/outbox.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QTimer>

#include <optional>

namespace checkpoint {

class SyncEngine;
struct TargetAnswer;

/// What the targets say of visitors' health declarations, asked beside the recording, which never waits for
/// it. Remembered until midnight, under digests whose key is made anew with every start: nobody's number is
/// kept. Lives on the GUI thread; engine and clock outlive it.
class Declarations : public QObject
{
    Q_OBJECT

public:
    Declarations(SyncEngine *engine, const Clock *clock, QObject *parent = nullptr);

    /// Those that can be asked; asked in this order, until one offers it.
    void setTargets(const QList<TargetRecord> &targets);

    /// Whether anybody may be asked now.
    bool isOffered() const { return targetToAsk() != nullptr; }

    /// Asks about the person with this QID; the answer comes within 800 ms. Unknown: nobody answered in time.
    /// Nothing: no target offers it. What was declared is not asked for again on the same day; that nothing
    /// was declared is, since it may have been mended meanwhile.
    Future<std::optional<DeclarationStatus>> ask(const QString &qid);

    /// How many persons of today are remembered.
    qsizetype remembered() const { return m_known.size(); }

    /// Forgets what was said on another day than today.
    void forgetYesterday();

private:
    const SyncTarget *targetToAsk() const;
    std::optional<DeclarationStatus> take(const SyncTarget &asked, const QByteArray &digest,
                                          const TargetAnswer &answer);

    SyncEngine *const m_engine;
    const Clock *const m_clock;
    const QByteArray m_key;
    QList<SyncTarget> m_targets;
    QSet<QString> m_notOffered; ///< targets, as enrolled
    QHash<QByteArray, DeclarationStatus> m_known;
    QDate m_day;            ///< of m_known
    qint64 m_notBefore = 0; ///< steady milliseconds: a target asked not to be asked earlier
    QTimer m_midnight;
};

} // namespace checkpoint
