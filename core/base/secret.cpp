#include "core/base/secret.h"

#include <QtGlobal>

#include <sodium.h>

#include <cstring>

namespace checkpoint {

Secret::Secret(qsizetype size) : m_size(size)
{
    if (sodium_init() < 0)
        qFatal("libsodium does not start");
    // sodium_malloc() locks, and keeps what it gives out of core files; sodium_free() wipes.
    auto *const bytes = static_cast<unsigned char *>(sodium_malloc(std::size_t(size)));
    Q_CHECK_PTR(bytes);
    m_bytes = std::shared_ptr<unsigned char>(bytes, &sodium_free);
    sodium_memzero(bytes, std::size_t(size));
}

Secret::Secret(QByteArrayView bytes) : Secret(bytes.size())
{
    if (!bytes.isEmpty())
        std::memcpy(data(), bytes.data(), std::size_t(bytes.size()));
}

Secret Secret::random(qsizetype size)
{
    Secret secret(size);
    randombytes_buf(secret.data(), std::size_t(size));
    return secret;
}

bool Secret::operator==(const Secret &other) const
{
    return m_size == other.m_size &&
           (m_size == 0 || sodium_memcmp(data(), other.data(), std::size_t(m_size)) == 0);
}

} // namespace checkpoint
