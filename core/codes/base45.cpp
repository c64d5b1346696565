#include "core/codes/base45.h"

#include <QByteArrayView>

namespace checkpoint {

namespace {

constexpr QByteArrayView alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:");

/// The value of up to three characters, the first the least; negative when one is none of the alphabet.
int valueOf(QStringView group)
{
    int value = 0;
    for (qsizetype i = group.size(); i-- > 0;) {
        const char16_t c = group[i].unicode();
        const qsizetype digit = c < 128 ? alphabet.indexOf(char(c)) : -1;
        if (digit < 0)
            return -1;
        value = value * int(alphabet.size()) + int(digit);
    }
    return value;
}

} // namespace

std::optional<QByteArray> fromBase45(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size() / 3 * 2 + 1);
    for (qsizetype from = 0; from < text.size(); from += 3) {
        const QStringView group = text.mid(from, 3);
        const int value = valueOf(group);
        const bool pair = group.size() == 3;
        if (group.size() == 1 || value < 0 || value > (pair ? 0xFFFF : 0xFF))
            return std::nullopt;
        if (pair)
            bytes.append(char(value >> 8));
        bytes.append(char(value & 0xFF));
    }
    return bytes;
}

} // namespace checkpoint
