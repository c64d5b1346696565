#include "core/sync/gzip.h"
#include "core/sync/targets/platformtarget.h"
#include "tests/fuzz/fuzzing.h"

#include <array>

using namespace checkpoint;

namespace {

constexpr qsizetype limit = 64 * 1024;
constexpr std::array statuses{200, 201, 202, 204, 301, 400, 401, 403, 409, 413, 422, 429, 500, 503, 0, 999};

QList<TargetCall> calls()
{
    const auto id = QUuid::fromRfc4122(QByteArrayView("0123456789abcdef", 16));
    StoredBatch batch;
    batch.id = id;
    batch.ids = {id};
    batch.entries = {1};
    return {EnrolCall{}, VenueCall{}, BatchCall{batch}, CheckInsCall{}, DeclarationCall{}};
}

} // namespace

/// What a server may say. The first byte is the call, the second the status, then a line for Retry-After and
/// one for Date, and the body.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QList<TargetCall> all = calls();
    if (size < 2)
        return 0;
    const QByteArray rest = inputBytes(data + 2, size - 2);
    const qsizetype first = rest.indexOf('\n');
    const qsizetype second = rest.indexOf('\n', first + 1);
    HttpReply reply;
    reply.status = statuses[data[1] % statuses.size()];
    if (first >= 0 && second >= 0) {
        reply.headers.insert("retry-after", rest.left(first));
        reply.headers.insert("date", rest.mid(first + 1, second - first - 1));
    }
    reply.body = rest.mid(second + 1);
    reply.sentMs = 1'763'600'400'000;
    reply.receivedMs = reply.sentMs + 100;
    const TargetCall &call = all[data[0] % all.size()];
    const TargetAnswer answer = PlatformTarget().interpret(call, reply);
    mustHold(answer.verdict != Verdict::Accepted || (reply.status >= 200 && reply.status < 300));
    mustHold(answer.askedFor.count() >= 0);
    if (const auto *batch = std::get_if<BatchAnswered>(&answer.said)) {
        for (const EntryResult &result : batch->results)
            mustHold(std::get<BatchCall>(call).batch.ids.contains(result.entry));
    }
    if (const auto plain = gunzipped(reply.body, limit))
        mustHold(plain->size() <= limit);
    return 0;
}
