#pragma once

#include "core/domain/visitor.h"
#include "core/store/connection.h"
#include "core/store/vault.h"

#include <memory>
#include <string_view>
#include <vector>

namespace checkpoint {

/// The names of all persons in simple form with the end of what tells them apart, in memory for searching.
/// Wiped when it goes. Used on one thread at a time.
class NameList
{
public:
    /// What is kept of a person, all folded: lower case, without diacritics, UTF-8.
    struct Person
    {
        std::string_view name;
        std::string_view number; ///< identity number
        std::string_view phone;  ///< as it is dialled: "0900000001"
        bool staff = false;
    };

    NameList() = default;
    ~NameList();
    NameList(NameList &&other) noexcept = default;
    NameList &operator=(NameList &&other) noexcept = delete;

    /// Reads whoever was made or changed since the last time. In the caller's transaction.
    void refresh(Connection &connection, const Vault &vault);

    /// Who is known under a canonical row; empty of all others.
    Person person(RowId row) const;
    RowId last() const { return RowId(m_places.size()) - 1; }

    /// Changes when a known person's data did, so that matches of before are no longer right. New persons
    /// do not count.
    quint64 arrangement() const { return m_arrangement; }

private:
    struct Place
    {
        char *start = nullptr;
        quint16 name = 0; ///< lengths
        quint8 number = 0;
        quint8 phone = 0;
        bool staff = false;

        std::size_t size() const { return std::size_t(name) + number + phone; }
    };
    static constexpr std::size_t chunkSize = 256 * 1024;

    void set(RowId row, const VisitorData &data);
    char *room(std::size_t size);

    std::vector<std::unique_ptr<char[]>> m_chunks;
    std::size_t m_used = chunkSize; ///< of the last chunk
    std::vector<Place> m_places;    ///< by row
    qint64 m_revision = -1;
    quint64 m_arrangement = 0;
};

} // namespace checkpoint
