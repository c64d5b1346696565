#pragma once

#include <QByteArrayView>

#include <memory>

namespace checkpoint {

/// Bytes that nobody else may see, such as a key: in locked memory that no swap and no core file gets, wiped
/// with the last copy. Copies share the bytes. Fill it before copying it; then it is immutable and may be
/// used from any thread.
class Secret
{
public:
    Secret() = default; ///< none at all
    /// So many zeros, to be filled.
    explicit Secret(qsizetype size);
    /// A copy of bytes; whoever has them elsewhere wipes them there.
    Secret(QByteArrayView bytes);
    template <typename Bytes>
    requires std::convertible_to<const Bytes &, QByteArrayView> Secret(const Bytes &bytes)
        : Secret(QByteArrayView(bytes))
    {
    }

    static Secret random(qsizetype size);

    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    unsigned char *data() { return m_bytes.get(); }
    const unsigned char *data() const { return m_bytes.get(); }
    QByteArrayView view() const { return {m_bytes.get(), m_size}; }

    /// Takes the same time whatever the bytes are.
    bool operator==(const Secret &other) const;

private:
    std::shared_ptr<unsigned char> m_bytes;
    qsizetype m_size = 0;
};

} // namespace checkpoint
