#include "core/desk/openquestions.h"

#include "core/domain/visitor.h"

#include <algorithm>

namespace checkpoint {

namespace {

bool areAboutOne(const Passage &first, const Passage &second)
{
    if (first.payload == second.payload)
        return true;
    if (first.knownAs && second.knownAs)
        return first.knownAs == second.knownAs;
    const auto keys = identityKeys(first.code.visitor);
    const auto others = identityKeys(second.code.visitor);
    return std::ranges::any_of(
        keys, [&others](const IdentityKey &key) { return std::ranges::find(others, key) != others.end(); });
}

} // namespace

std::optional<Passage> OpenQuestions::putAside()
{
    const std::optional<Passage> question = takeStanding();
    if (!question)
        return std::nullopt;
    m_aside.push_back(*question);
    if (m_aside.size() <= mostAside)
        return std::nullopt;
    const Passage oldest = m_aside.front();
    m_aside.erase(m_aside.begin());
    return oldest;
}

std::optional<Passage> OpenQuestions::takeAside(quint64 number)
{
    const auto found = std::ranges::find_if(
        m_aside, [number](const Passage &each) { return each.outcome.number == number; });
    if (found == m_aside.end())
        return std::nullopt;
    const Passage question = *found;
    m_aside.erase(found);
    return question;
}

std::optional<Passage> OpenQuestions::takeAsideAbout(const Passage &passage)
{
    const auto found =
        std::ranges::find_if(m_aside, [&passage](const Passage &each) { return areAboutOne(each, passage); });
    return found == m_aside.end() ? std::nullopt : takeAside(found->outcome.number);
}

void OpenQuestions::dropAsideAbout(const QUuid &visitorId)
{
    std::erase_if(m_aside, [&visitorId](const Passage &each) { return each.knownAs == visitorId; });
}

void OpenQuestions::changePerson(const QUuid &visitorId, const VisitorData &now)
{
    const auto change = [&](Passage &question) {
        if (question.knownAs == visitorId)
            question.outcome.visitor = now;
    };
    if (m_standing)
        change(*m_standing);
    std::ranges::for_each(m_aside, change);
}

bool refusesNobody(const ScanOutcome &asked)
{
    return !asked.reason || asked.reason == Reason::AlreadyInside || asked.reason == Reason::StayTooShort ||
           asked.reason == Reason::JustLeft || asked.reason == Reason::LeavesWithoutEntry;
}

} // namespace checkpoint
