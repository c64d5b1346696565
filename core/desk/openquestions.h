#pragma once

#include "core/desk/passage.h"

#include <QList>

#include <optional>
#include <utility>
#include <vector>

namespace checkpoint {

/// The questions that wait for the operator: the one that stands, and those that a newer passage has put
/// aside, oldest first. No key answers one that was put aside until it stands again. Values only: asks nobody
/// and records nothing. Lives with the desk.
class OpenQuestions
{
public:
    /// So many are kept aside: more than anybody comes back to.
    static constexpr size_t mostAside = 50;

    const std::optional<Passage> &standing() const { return m_standing; }

    /// This one stands from now on; there must be none that stands.
    void stand(const Passage &question) { m_standing = question; }

    /// Nothing stands any more.
    std::optional<Passage> takeStanding() { return std::exchange(m_standing, std::nullopt); }

    /// What stands is put aside, also a code that was held up again: the visitor may have wanted to leave.
    /// Gives what there is no room for any more: the oldest.
    std::optional<Passage> putAside();

    /// The one with this number is not aside any more.
    std::optional<Passage> takeAside(quint64 number);

    /// The one that is about whoever passes here is not aside any more.
    std::optional<Passage> takeAsideAbout(const Passage &passage);

    /// Nothing is left aside about a person of the record, who has passed since.
    void dropAsideAbout(const QUuid &visitorId);

    /// Whoever of the record a question is about is shown as that from now on.
    void changePerson(const QUuid &visitorId, const VisitorData &now);

    const std::vector<Passage> &aside() const { return m_aside; }

private:
    std::optional<Passage> m_standing;
    std::vector<Passage> m_aside;
};

/// Whether letting this question be refuses nobody anything: the person is inside, whoever asks, has just
/// left, or is on the way out. Nor does a question that was dropped: its reason holds no more.
bool refusesNobody(const ScanOutcome &asked);

} // namespace checkpoint
