#include "core/store/namelist.h"

#include "core/domain/textfolding.h"
#include "core/store/visitorrows.h"

#include <sodium.h>

#include <cstring>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QByteArray shortened(const QByteArray &text, std::size_t size)
{
    return text.left(qsizetype(size));
}

/// "+84900000001" as people say it.
QString dialled(const QString &phone)
{
    return phone.startsWith("+84"_L1) ? u'0' + phone.sliced(3) : phone;
}

} // namespace

NameList::~NameList()
{
    for (const auto &chunk : m_chunks)
        sodium_memzero(chunk.get(), chunkSize);
}

void NameList::refresh(Connection &connection, const Vault &vault)
{
    Statement rows = connection.query(
        u"SELECT id, uuid, canonical, sealed, revision FROM visitor WHERE revision > ? ORDER BY revision"_s,
        m_revision);
    while (rows.next()) {
        const RowId row = rows.integer(0);
        const bool isCanonical = rows.integer(2) == row;
        m_revision = rows.integer(4);
        set(row, isCanonical ? VisitorRows::opened(vault, rows.uuid(1), rows.blob(3)) : VisitorData());
    }
}

NameList::Person NameList::person(RowId row) const
{
    if (std::size_t(row) >= m_places.size() || row < 0)
        return {};
    const Place &place = m_places[std::size_t(row)];
    return {{place.start, place.name},
            {place.start + place.name, place.number},
            {place.start + place.name + place.number, place.phone},
            place.staff};
}

void NameList::set(RowId row, const VisitorData &data)
{
    constexpr std::size_t longestName = 1000;
    constexpr std::size_t longestNumber = std::numeric_limits<quint8>::max();
    QByteArray name = shortened(foldedText(data.name).toUtf8(), longestName);
    QByteArray number = shortened(data.idNumber.toLower().toUtf8(), longestNumber);
    QByteArray phone = shortened(dialled(data.phone).toUtf8(), longestNumber);

    const bool isNew = std::size_t(row) >= m_places.size();
    if (isNew)
        m_places.resize(std::size_t(row) + 1);
    Place &place = m_places[std::size_t(row)];
    const Person before = person(row);
    const auto same = [](std::string_view kept, const QByteArray &text) {
        return kept == std::string_view(text.constData(), std::size_t(text.size()));
    };
    if (place.staff != data.staff && !isNew)
        ++m_arrangement;
    place.staff = data.staff;
    if (!same(before.name, name) || !same(before.number, number) || !same(before.phone, phone)) {
        if (!isNew)
            ++m_arrangement;
        if (place.start)
            sodium_memzero(place.start, place.size());
        place.name = quint16(name.size());
        place.number = quint8(number.size());
        place.phone = quint8(phone.size());
        place.start = room(place.size());
        char *end = place.start;
        for (const QByteArray &text : {name, number, phone}) {
            std::memcpy(end, text.constData(), std::size_t(text.size()));
            end += text.size();
        }
    }
    for (QByteArray *text : {&name, &number, &phone})
        sodium_memzero(text->data(), std::size_t(text->size()));
}

char *NameList::room(std::size_t size)
{
    if (m_used + size > chunkSize) {
        m_chunks.push_back(std::make_unique<char[]>(chunkSize));
        m_used = 0;
    }
    char *start = m_chunks.back().get() + m_used;
    m_used += size;
    return start;
}

} // namespace checkpoint
