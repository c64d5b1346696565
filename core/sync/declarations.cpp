#include "core/sync/declarations.h"

#include "core/sync/syncengine.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace checkpoint {

namespace {

constexpr auto dayCheck = 1min;

QByteArray randomKey()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    return {reinterpret_cast<const char *>(words), sizeof words};
}

/// A target as it was enrolled: enrolled anew it may offer something else.
QString enrolledName(const SyncTarget &target)
{
    return target.name + u'\n' + target.address + u'\n' + target.deskId;
}

Future<std::optional<DeclarationStatus>> known(std::optional<DeclarationStatus> status)
{
    return readyFuture(status);
}

} // namespace

Declarations::Declarations(SyncEngine *engine, const Clock *clock, QObject *parent)
    : QObject(parent), m_engine(engine), m_clock(clock), m_key(randomKey()), m_midnight(this)
{
    m_midnight.setInterval(dayCheck);
    connect(&m_midnight, &QTimer::timeout, this, &Declarations::forgetYesterday);
    m_midnight.start();
}

void Declarations::setTargets(const QList<TargetRecord> &targets)
{
    m_targets.clear();
    for (const TargetRecord &each : targets) {
        if (each.condition.state == TargetState::Ready && !each.paused)
            m_targets.append(each.target);
    }
}

const SyncTarget *Declarations::targetToAsk() const
{
    const auto found = std::ranges::find_if(
        m_targets, [this](const SyncTarget &each) { return !m_notOffered.contains(enrolledName(each)); });
    return found == m_targets.end() ? nullptr : &*found;
}

void Declarations::forgetYesterday()
{
    const QDate today = m_clock->now().toDateTime().date();
    if (today != m_day)
        m_known.clear();
    m_day = today;
}

Future<std::optional<DeclarationStatus>> Declarations::ask(const QString &qid)
{
    const SyncTarget *const target = targetToAsk();
    if (!target || qid.isEmpty())
        return known(std::nullopt);
    forgetYesterday();
    const QByteArray digest =
        QMessageAuthenticationCode::hash(qid.toUtf8(), m_key, QCryptographicHash::Blake2b_256);
    const DeclarationStatus before = m_known.value(digest, DeclarationStatus::Unknown);
    if (before == DeclarationStatus::Declared || before == DeclarationStatus::Symptoms)
        return known(before);
    if (m_clock->steadyMs() < m_notBefore)
        return known(before);
    return m_engine->askDeclaration(*target, qid)
        .then(this, [this, asked = *target, digest](const TargetAnswer &answer) {
            return take(asked, digest, answer);
        });
}

std::optional<DeclarationStatus> Declarations::take(const SyncTarget &asked, const QByteArray &digest,
                                                    const TargetAnswer &answer)
{
    forgetYesterday();
    if (const auto *const status = std::get_if<DeclarationStatus>(&answer.said)) {
        m_known.insert(digest, *status);
        return *status;
    }
    if (answer.verdict == Verdict::Stopped) {
        m_notOffered.insert(enrolledName(asked));
        return std::nullopt;
    }
    if (answer.askedFor > 0ms)
        m_notBefore = m_clock->steadyMs() + answer.askedFor.count();
    return m_known.value(digest, DeclarationStatus::Unknown);
}

} // namespace checkpoint
