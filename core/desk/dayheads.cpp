#include "core/desk/dayheads.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QByteArrayView signedSpace("ledger-head");
constexpr auto format = "checkpoint-head-1";
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype hashSize = 32;

enum Word { Format, Day, Sequence, Hash, Key, Signature, WordCount };

Error notAHead(const QString &why)
{
    return {ErrorCode::FileDamaged, why};
}

/// The newest first.
Result<QList<SigningKey>> pairsOf(const Result<QList<Secret>> &seeds)
{
    if (!seeds)
        return seeds.error();
    QList<SigningKey> pairs;
    for (const Secret &seed : *seeds) {
        const Result<SigningKey> pair = SigningKey::fromSeed(seed.view());
        if (!pair)
            return pair.error();
        pairs.append(*pair);
    }
    return pairs;
}

} // namespace

QByteArray dayHeadLine(const DayHead &head, const SigningKey &key)
{
    const QByteArray said = QByteArrayList{format, head.day.toString(Qt::ISODate).toLatin1(),
                                           QByteArray::number(head.head.sequence), head.head.hash.toHex(),
                                           key.verifyingKey().bytes().toBase64(base64)}
                                .join(' ');
    return said + ' ' + key.sign(signedSpace, said).toBase64(base64);
}

Result<DayHead> readDayHead(QByteArrayView line, const VerifyingKey &key)
{
    const QByteArray text = line.toByteArray().simplified();
    const QByteArrayList words = text.split(' ');
    if (words.size() != WordCount || words[Format] != format)
        return notAHead(u"a line is no head of a ledger"_s);
    bool isNumber = false;
    const DayHead head{QDate::fromString(QString::fromLatin1(words[Day]), Qt::ISODate),
                       {words[Sequence].toLongLong(&isNumber), 0, QByteArray::fromHex(words[Hash])}};
    if (!head.day.isValid() || !isNumber || head.head.hash.size() != hashSize)
        return notAHead(u"a head of a ledger was mistyped or changed"_s);
    if (QByteArray::fromBase64(words[Key], base64) != key.bytes())
        return notAHead(u"the head of %1 is of another data folder"_s.arg(head.day.toString(Qt::ISODate)));
    const QByteArrayView said = QByteArrayView(text).chopped(words[Signature].size() + 1);
    if (!key.verifies(signedSpace, said, QByteArray::fromBase64(words[Signature], base64)))
        return notAHead(u"the head of %1 was mistyped or changed"_s.arg(head.day.toString(Qt::ISODate)));
    return head;
}

DayHeads::DayHeads(EntryStore *store, QObject *parent) : QObject(parent), m_ledger(store) {}

Future<Result<QByteArray>> DayHeads::lineOf(const QDate &day)
{
    const qint64 end = day.addDays(1).startOfDay().toMSecsSinceEpoch();
    return m_ledger.head(end).then(
        this, [this, day](const Result<std::optional<LedgerHead>> &head) -> Future<Result<QByteArray>> {
            if (!head)
                return readyFuture(Result<QByteArray>(head.error()));
            if (!*head) {
                return readyFuture(Result<QByteArray>(
                    Error{ErrorCode::NotFound, u"nothing was written by the end of that day"_s}));
            }
            return m_ledger.headSeeds().then(
                this,
                [said = DayHead{day, **head}](const Result<QList<Secret>> &seeds) -> Result<QByteArray> {
                    const Result<QList<SigningKey>> keys = pairsOf(seeds);
                    if (!keys)
                        return keys.error();
                    return dayHeadLine(said, keys->first());
                });
        });
}

Future<Result<QList<LedgerHead>>> DayHeads::headsIn(const QByteArray &text)
{
    return m_ledger.headSeeds().then(
        this, [text](const Result<QList<Secret>> &seeds) -> Result<QList<LedgerHead>> {
            const Result<QList<SigningKey>> keys = pairsOf(seeds);
            if (!keys)
                return keys.error();
            QList<LedgerHead> heads;
            for (const QByteArray &line : text.split('\n')) {
                if (line.trimmed().isEmpty() || line.startsWith('#'))
                    continue;
                Result<DayHead> head = readDayHead(line, keys->first().verifyingKey());
                for (qsizetype i = 1; !head && i < keys->size(); ++i) {
                    if (const Result<DayHead> older = readDayHead(line, keys->at(i).verifyingKey()))
                        head = older;
                }
                if (!head)
                    return head.error();
                heads.append(head->head);
            }
            if (heads.isEmpty())
                return notAHead(u"there is no head of a ledger in it"_s);
            return heads;
        });
}

} // namespace checkpoint
