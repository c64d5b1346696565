#pragma once

#include "core/base/future.h"
#include "core/store/entrylists.h"

#include <QByteArray>
#include <QObject>

namespace checkpoint {

/// Whom a scanned, pasted or typed text may mean: the person of a code, or whoever has that number, one
/// meaning for each kind of number it may be. Nothing when it is neither. Pure; any thread.
QList<VisitorData> personsMeantBy(const QByteArray &text);

/// Finds a person of the record by what is at hand: the text of any of their codes, one of their numbers, or
/// words of the name. NotAllowed where nobody is signed in. GUI thread; the store outlives it.
class PersonFinder : public QObject
{
    Q_OBJECT

public:
    explicit PersonFinder(EntryStore *store, QObject *parent = nullptr);

    /// Whether it is the text of a person's code, whatever else it is worth here.
    static bool isPersonsCode(const QByteArray &text);

    /// Whether it may be a code or a number of a person at all.
    static bool isCodeOrNumber(const QByteArray &text);

    /// Whose code or number it is: one person, or nobody.
    Future<Result<QList<VisitorHit>>> byCode(const QByteArray &text);

    /// Those whom the words fit, best first.
    Future<Result<QList<VisitorHit>>> byName(const QString &name);

    /// By code or number, and what is neither or nobody's number by name.
    Future<Result<QList<VisitorHit>>> find(const QByteArray &text);

    static constexpr int mostHits = 50;

private:
    Future<Result<void>> allowed();
    Future<Result<QList<VisitorHit>>> firstOf(const QList<VisitorData> &meanings);

    EntryStore *const m_store;
};

} // namespace checkpoint
