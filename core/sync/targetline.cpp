#include "core/sync/targetline.h"

#include "core/base/logging.h"
#include "core/sync/targetcatalog.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

LineRules rulesOf(const SyncTarget &target, LineRules rules)
{
    rules.authority = target.authority;
    rules.pinnedKey = target.pinnedKey;
    return rules;
}

} // namespace

TargetLine::TargetLine(const SyncTarget &target, const LineRules &patience, QObject *parent)
    : QObject(parent), m_target(target), m_line(rulesOf(target, patience), this)
{
}

Future<TargetAnswer> TargetLine::ask(const TargetCall &call)
{
    const Target *const rules = targetOfKind(m_target.kind);
    if (!rules) {
        TargetAnswer answer;
        answer.verdict = Verdict::Stopped;
        answer.why = u"this version of the program does not know targets of this kind"_s;
        return readyFuture(answer);
    }
    return m_line.send(rules->request(m_target, call)).then(this, [call, rules](const HttpReply &reply) {
        const TargetAnswer answer = rules->interpret(call, reply);
        if (answer.verdict != Verdict::Accepted)
            qCInfo(lcSync, "%s", qPrintable(answer.why));
        return answer;
    });
}

} // namespace checkpoint
