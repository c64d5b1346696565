#include "core/desk/personfinder.h"

#include "core/codes/formatcatalog.h"
#include "core/store/operatorregister.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// The person that a code speaks of; nothing when the text is no code of a person.
std::optional<VisitorData> personOfCode(const QByteArray &text)
{
    const VisitorCode code = readCode(text);
    if (code.error || identityKeys(code.visitor).empty())
        return std::nullopt;
    return code.visitor;
}

} // namespace

QList<VisitorData> personsMeantBy(const QByteArray &text)
{
    if (const std::optional<VisitorData> person = personOfCode(text))
        return {*person};
    const QString number = QString::fromUtf8(text).simplified().remove(u' ').toUpper();
    QList<VisitorData> meanings;
    for (QString VisitorData::*field : {&VisitorData::idNumber, &VisitorData::oldId, &VisitorData::qid,
                                        &VisitorData::healthInsurance, &VisitorData::pass}) {
        VisitorData meaning;
        meaning.*field = number;
        if (!identityKeys(meaning).empty())
            meanings.append(meaning);
    }
    return meanings;
}

PersonFinder::PersonFinder(EntryStore *store, QObject *parent) : QObject(parent), m_store(store) {}

bool PersonFinder::isPersonsCode(const QByteArray &text)
{
    return personOfCode(text).has_value();
}

bool PersonFinder::isCodeOrNumber(const QByteArray &text)
{
    return !personsMeantBy(text).isEmpty();
}

/// Matching by itself asks nobody: a locked desk goes on scanning.
Future<Result<void>> PersonFinder::allowed()
{
    return OperatorRegister(m_store).allow(Deed::See);
}

Future<Result<QList<VisitorHit>>> PersonFinder::byCode(const QByteArray &text)
{
    return allowed().then(this, [this, text](const Result<void> &may) {
        return may ? firstOf(personsMeantBy(text)) : readyFuture(Result<QList<VisitorHit>>(may.error()));
    });
}

/// Asks for one meaning after the other until somebody has it.
Future<Result<QList<VisitorHit>>> PersonFinder::firstOf(const QList<VisitorData> &meanings)
{
    if (meanings.isEmpty())
        return readyFuture(Result<QList<VisitorHit>>(QList<VisitorHit>()));
    return m_store->match(identityKeys(meanings.first()))
        .then(this,
              [this, rest = meanings.mid(1)](
                  const Result<PersonMatch> &match) -> Future<Result<QList<VisitorHit>>> {
                  if (!match)
                      return readyFuture(Result<QList<VisitorHit>>(match.error()));
                  if (!match->visitorId)
                      return firstOf(rest);
                  VisitorHit hit;
                  hit.visitorId = *match->visitorId;
                  hit.visitor = match->known;
                  hit.lastEntry = match->lastEntry;
                  return readyFuture(Result<QList<VisitorHit>>(QList<VisitorHit>{hit}));
              });
}

Future<Result<QList<VisitorHit>>> PersonFinder::byName(const QString &name)
{
    return allowed().then(this, [this, name](const Result<void> &may) {
        return may ? EntryLists(m_store).findVisitors(name, mostHits)
                   : readyFuture(Result<QList<VisitorHit>>(may.error()));
    });
}

Future<Result<QList<VisitorHit>>> PersonFinder::find(const QByteArray &text)
{
    return byCode(text).then(
        this, [this, text](const Result<QList<VisitorHit>> &hits) -> Future<Result<QList<VisitorHit>>> {
            if (!hits || !hits->isEmpty() || personOfCode(text))
                return readyFuture(Result<QList<VisitorHit>>(hits));
            return byName(QString::fromUtf8(text));
        });
}

} // namespace checkpoint
