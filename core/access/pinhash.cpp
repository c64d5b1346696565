#include "core/access/pinhash.h"

#include <sodium.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr unsigned long long passes = 5;
constexpr std::size_t memory = std::size_t(128) * 1024 * 1024;

/// The bytes of a PIN, the same however a keyboard composes its letters; wiped when they go.
class PinBytes
{
public:
    explicit PinBytes(const QString &pin) : m_bytes(pin.normalized(QString::NormalizationForm_C).toUtf8()) {}
    ~PinBytes() { sodium_memzero(m_bytes.data(), std::size_t(m_bytes.size())); }
    Q_DISABLE_COPY_MOVE(PinBytes)

    const char *data() const { return m_bytes.constData(); }
    unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

} // namespace

std::optional<PinFault> faultOfPin(const QString &pin)
{
    if (pin.size() < shortestPin)
        return PinFault::TooShort;
    // By how much each character follows the one before; after nine comes nought.
    const auto stepTo = [&pin](qsizetype i) {
        const QChar before = pin[i - 1];
        const QChar next = pin[i];
        const bool digits = before.isDigit() && next.isDigit();
        const int step = next.unicode() - before.unicode();
        return digits && qAbs(step) == 9 ? -step / 9 : step;
    };
    const int step = stepTo(1);
    if (qAbs(step) > 1)
        return std::nullopt;
    for (qsizetype i = 2; i < pin.size(); ++i)
        if (stepTo(i) != step)
            return std::nullopt;
    return step == 0 ? PinFault::OneCharacter : PinFault::Row;
}

Result<QByteArray> pinHash(const QString &pin)
{
    if (faultOfPin(pin))
        return Error{
            ErrorCode::WrongUse,
            u"a PIN has at least %1 characters, not all the same, and no row as 1234"_s.arg(shortestPin)};
    const PinBytes bytes(pin);
    char text[crypto_pwhash_STRBYTES];
    if (sodium_init() < 0 || crypto_pwhash_str(text, bytes.data(), bytes.size(), passes, memory) != 0)
        return Error{ErrorCode::StoreFailed, u"there is not enough memory to take in a PIN"_s};
    return QByteArray(text);
}

bool isPin(const QString &pin, const QByteArray &hash)
{
    const PinBytes bytes(pin);
    if (sodium_init() < 0)
        return false;
    if (hash.isEmpty()) {
        char text[crypto_pwhash_STRBYTES];
        (void)!crypto_pwhash_str(text, bytes.data(), bytes.size(), passes, memory);
        return false;
    }
    return crypto_pwhash_str_verify(hash.constData(), bytes.data(), bytes.size()) == 0;
}

} // namespace checkpoint
