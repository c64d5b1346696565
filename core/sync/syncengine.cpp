#include "core/sync/syncengine.h"

#include "core/base/ids.h"
#include "core/store/entrystore.h"
#include "core/sync/httpline.h"
#include "core/sync/targetcatalog.h"
#include "core/sync/targetline.h"

#include <QPromise>
#include <QSemaphore>
#include <QSslCertificate>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype sha256Bytes = 32;

/// A visitor stands at the desk meanwhile.
LineRules declarationRules()
{
    constexpr auto patience = std::chrono::milliseconds(800);
    constexpr qint64 largest = 64 * 1024;
    return {patience, patience, patience, largest, {}, {}};
}

/// What is wrong with what was said; empty when nothing is.
QString faultOf(const Enrolment &enrolment)
{
    if (const QString fault = faultOfAddress(QUrl(enrolment.address)); !fault.isEmpty())
        return fault;
    if (enrolment.name.isEmpty() || enrolment.code.isEmpty())
        return u"an enrolment needs a name and a code"_s;
    if (!enrolment.authority.isEmpty() && QSslCertificate::fromData(enrolment.authority, QSsl::Pem).isEmpty())
        return u"the file of the certificate authority holds no certificate"_s;
    if (!enrolment.pinnedKey.isEmpty() && enrolment.pinnedKey.size() != sha256Bytes)
        return u"a pinned key is 64 hexadecimal digits"_s;
    return {};
}

Future<Result<void>> answered(const Error &error)
{
    return readyFuture(Result<void>(error));
}

Error errorOf(const TargetAnswer &answer)
{
    return {answer.verdict == Verdict::Later ? ErrorCode::Unreachable : ErrorCode::PlatformRefused,
            answer.why};
}

} // namespace

SyncEngine::SyncEngine(EntryStore *store, const Clock *clock, const LineRules &patience, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_patience(patience)
    , m_outbox(store)
    , m_venue(store)
    , m_lines(new QObject)
{
    m_thread.setObjectName(u"sync"_s);
    m_lines->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_lines, &QObject::deleteLater);
    m_thread.start();
    connect(store, &EntryStore::changed, this, [this] {
        for (TargetCourier *const courier : std::as_const(m_couriers))
            QMetaObject::invokeMethod(courier, &TargetCourier::wake);
    });
}

SyncEngine::~SyncEngine()
{
    QSemaphore stopped;
    for (TargetCourier *const courier : std::as_const(m_couriers)) {
        connect(courier, &TargetCourier::stopped, courier, [&stopped] { stopped.release(); });
        QMetaObject::invokeMethod(courier, &TargetCourier::stop);
    }
    stopped.acquire(int(m_couriers.size()));
    m_thread.quit();
    m_thread.wait();
}

// ---- enrolment

/// One question on a line of its own.
Future<TargetAnswer> SyncEngine::askOnce(const SyncTarget &target, const TargetCall &call)
{
    auto promise = std::make_shared<QPromise<TargetAnswer>>();
    Future<TargetAnswer> future = promise->future();
    promise->start();
    QMetaObject::invokeMethod(m_lines, [owner = m_lines, patience = m_patience, target, call, promise] {
        auto *const line = new TargetLine(target, patience, owner);
        line->ask(call).then(line, [line, promise](const TargetAnswer &answer) {
            promise->addResult(answer);
            promise->finish();
            line->deleteLater();
        });
    });
    return future;
}

Future<Result<SyncTarget>> SyncEngine::enrol(const Enrolment &enrolment)
{
    const auto failed = [](const Error &error) { return readyFuture(Result<SyncTarget>(error)); };
    if (const QString fault = faultOf(enrolment); !fault.isEmpty())
        return failed({ErrorCode::WrongUse, fault});
    SyncTarget target;
    target.name = enrolment.name;
    target.kind = usualTargetKind();
    target.address = enrolment.address;
    target.authority = enrolment.authority;
    target.pinnedKey = enrolment.pinnedKey;
    const auto keep = [this, failed](SyncTarget kept, const TargetAnswer &answer) {
        const auto *const enrolled = std::get_if<Enrolled>(&answer.said);
        if (!enrolled)
            return failed(errorOf(answer));
        kept.deskId = enrolled->deskId;
        kept.token = enrolled->token;
        return m_outbox.keepTarget(kept).then(this, [kept](const Result<void> &done) {
            return done ? Result<SyncTarget>(kept) : Result<SyncTarget>(done.error());
        });
    };
    const auto ask = [this, enrolment, target, keep, failed, stops = m_stops](const Result<QUuid> &key) {
        if (!key)
            return failed(key.error());
        if (stops != m_stops)
            return failed({ErrorCode::Cancelled, u"it was stopped here"_s});
        return askOnce(target, EnrolCall{enrolment.code, enrolment.deskName, *key})
            .then(this, [target, keep](const TargetAnswer &answer) { return keep(target, answer); });
    };
    return m_outbox.enrolmentKey(enrolment.address, enrolment.code).then(this, ask);
}

void SyncEngine::stopEnrolling()
{
    ++m_stops;
    QMetaObject::invokeMethod(m_lines, [lines = m_lines] {
        const auto under = lines->findChildren<TargetLine *>(QString(), Qt::FindDirectChildrenOnly);
        for (TargetLine *const line : under) {
            if (line->objectName().isEmpty())
                line->hangUp();
        }
    });
}

Future<Result<void>> SyncEngine::registerVenue(const QString &target)
{
    const auto found = [this, target](const Result<QList<TargetRecord>> &records) {
        if (!records)
            return answered(records.error());
        for (const TargetRecord &each : *records) {
            if (each.target.name != target)
                continue;
            if (!each.target.venueCode.isEmpty())
                return readyFuture(Result<void>());
            return m_venue.load().then(this, [this, known = each.target](const Result<VenueRecord> &record) {
                return registerVenue(known, record);
            });
        }
        return answered({ErrorCode::NotFound, u"there is no target of that name"_s});
    };
    return m_outbox.targets().then(this, found);
}

Future<Result<void>> SyncEngine::registerVenue(const SyncTarget &target, const Result<VenueRecord> &record)
{
    if (!record)
        return answered(record.error());
    if (!record->venue)
        return answered({ErrorCode::NotFound, u"the venue has not been described yet"_s});
    const auto keep = [this, target](const TargetAnswer &answer) {
        const auto *const registered = std::get_if<VenueRegistered>(&answer.said);
        if (!registered)
            return answered(errorOf(answer));
        return m_outbox.noteVenueCode(target.name, registered->code)
            .then(this, [this, target, registered = *registered](const Result<void> &kept) {
                if (kept)
                    emit venueRegistered(target.name, registered);
                return kept;
            });
    };
    return askOnce(target, VenueCall{*record->venue, target.id}).then(this, keep);
}

// ---- sending

TargetCourier *SyncEngine::courierOf(const TargetRecord &target)
{
    TargetCourier *&courier = m_couriers[target.target.name];
    if (courier)
        return courier;
    courier = new TargetCourier(target, &m_outbox, &m_venue, m_clock, m_patience);
    courier->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, courier, &QObject::deleteLater);
    connect(courier, &TargetCourier::progressed, this, &SyncEngine::progressed);
    connect(courier, &TargetCourier::passEnded, this, &SyncEngine::passEnded);
    connect(courier, &TargetCourier::checkInsTaken, this, &SyncEngine::checkInsTaken);
    connect(courier, &TargetCourier::clockCompared, this,
            [this, name = target.target.name](std::optional<qint64> offMs) { compareClock(name, offMs); });
    connect(courier, &TargetCourier::venueRegistered, this,
            [this, name = target.target.name](const VenueRegistered &venue) {
                emit venueRegistered(name, venue);
            });
    return courier;
}

void SyncEngine::compareClock(const QString &target, std::optional<qint64> offMs)
{
    if (offMs)
        m_clockOff.insert(target, *offMs);
    else
        m_clockOff.remove(target);
    emit clockCompared(m_clockOff.isEmpty() ? std::nullopt : std::optional(m_clockOff.cbegin().value()));
}

void SyncEngine::sync(const QList<TargetRecord> &targets, bool keepGoing)
{
    for (const TargetRecord &target : targets) {
        TargetCourier *const courier = courierOf(target);
        QMetaObject::invokeMethod(courier, keepGoing ? &TargetCourier::keepGoing : &TargetCourier::sendNow);
    }
}

void SyncEngine::sendNow(const QString &target)
{
    if (TargetCourier *const courier = m_couriers.value(target))
        QMetaObject::invokeMethod(courier, &TargetCourier::sendNow);
}

Future<Result<void>> SyncEngine::setPaused(const QString &target, bool paused)
{
    return m_outbox.setPaused(target, paused).then(this, [this, target, paused](const Result<void> &done) {
        TargetCourier *const courier = m_couriers.value(target);
        if (done && !paused && courier)
            QMetaObject::invokeMethod(courier, &TargetCourier::wake);
        return done;
    });
}

/// Ready once the courier has put everything down.
Future<void> SyncEngine::dropCourier(const QString &target)
{
    TargetCourier *const courier = m_couriers.take(target);
    auto promise = std::make_shared<QPromise<void>>();
    Future<void> future = promise->future();
    promise->start();
    if (!courier) {
        promise->finish();
        return future;
    }
    disconnect(courier, nullptr, this, nullptr);
    connect(courier, &TargetCourier::stopped, this, [promise] { promise->finish(); });
    connect(courier, &TargetCourier::stopped, courier, &QObject::deleteLater);
    QMetaObject::invokeMethod(courier, &TargetCourier::stop);
    return future;
}

void SyncEngine::begin(const QString &target)
{
    dropCourier(target).then(this, [this, target] {
        m_outbox.targets().then(this, [this, target](const Result<QList<TargetRecord>> &records) {
            for (const TargetRecord &each : records ? *records : QList<TargetRecord>()) {
                if (each.target.name == target)
                    sync({each}, true);
            }
        });
    });
}

Future<Result<int>> SyncEngine::sendAgain(const QString &target, const QList<QUuid> &entries)
{
    return m_outbox.sendAgain(target, entries).then(this, [this, target](const Result<int> &count) {
        if (TargetCourier *const courier = m_couriers.value(target))
            QMetaObject::invokeMethod(courier, &TargetCourier::wake);
        return count;
    });
}

Future<Result<void>> SyncEngine::disconnectTarget(const QString &target)
{
    if (m_clockOff.contains(target)) // it has no say in it any more
        compareClock(target, std::nullopt);
    return dropCourier(target).then(this, [this, target] { return m_outbox.disconnectTarget(target); });
}

Future<TargetAnswer> SyncEngine::askDeclaration(const SyncTarget &target, const QString &qid)
{
    auto promise = std::make_shared<QPromise<TargetAnswer>>();
    Future<TargetAnswer> future = promise->future();
    promise->start();
    QMetaObject::invokeMethod(m_lines, [owner = m_lines, target, qid, promise] {
        // Kept open: the next visitor's question needs no handshake.
        auto *line = owner->findChild<TargetLine *>(target.name, Qt::FindDirectChildrenOnly);
        const auto reaches = [&target](const SyncTarget &other) {
            return other.address == target.address && other.authority == target.authority &&
                   other.pinnedKey == target.pinnedKey;
        };
        if (line && !reaches(line->target())) {
            line->hangUp();
            delete std::exchange(line, nullptr);
        }
        if (!line) {
            line = new TargetLine(target, declarationRules(), owner);
            line->setObjectName(target.name);
        }
        line->setTarget(target);
        line->ask(DeclarationCall{qid, newRandomId()}).then(line, [promise](const TargetAnswer &answer) {
            promise->addResult(answer);
            promise->finish();
        });
    });
    return future;
}

} // namespace checkpoint
