#pragma once

#include "core/desk/passage.h"

#include <QObject>

#include <functional>
#include <optional>

namespace checkpoint {

/// Finds out who leaves when somebody is sent out from the list of who is inside. Asks the store, records
/// nothing. Lives with the desk, on its thread.
class Departures : public QObject
{
    Q_OBJECT

public:
    /// Who is to leave.
    struct Wish
    {
        QUuid entryId;              ///< by which they came in
        std::optional<Party> party; ///< who of those who came along leaves; absent: all
        bool partyOnly = false;     ///< the visitor stays, or has left already
    };

    /// What is to be recorded.
    struct Departure
    {
        Passage passage;
        EntryDraft draft;
    };
    using Done = std::function<void(const Result<Departure> &)>;

    Departures(EntryStore *store, QObject *parent) : QObject(parent), m_store(store) {}

    /// Calls `done` once: NotFound when the entry is none by which anybody of those is inside, WrongUse when
    /// more are to leave than came.
    void find(const Wish &wish, const Moment &at, const QString &location, const Done &done);

private:
    void prepare(const Wish &wish, Passage passage, const Done &done);

    EntryStore *const m_store;
};

} // namespace checkpoint
