#include "core/base/ids.h"

#include <QMutex>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto serialAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"_L1;

struct LastId
{
    QMutex mutex;
    qint64 ms = 0;
    quint64 tail = 0; ///< the 62 bits after the variant
};

LastId &lastId()
{
    static LastId last;
    return last;
}

} // namespace

QUuid newEntryId(qint64 utcMs)
{
    constexpr quint64 tailMask = (quint64(1) << 62) - 1;
    LastId &last = lastId();
    const QMutexLocker lock(&last.mutex);
    if (utcMs > last.ms) {
        last.ms = utcMs;
        last.tail = QRandomGenerator::system()->generate64() & tailMask;
    } else {
        // The same millisecond, or the clock went back: count on from the last id by a random step.
        last.tail += 1 + QRandomGenerator::system()->bounded(1u << 30);
        if (last.tail > tailMask) {
            ++last.ms;
            last.tail &= tailMask;
        }
    }
    const quint16 random12 = quint16((last.tail >> 50) & 0x0FFF);
    const quint64 low = last.tail & ((quint64(1) << 50) - 1);
    const quint64 ms = quint64(last.ms);
    const quint16 clockSequence = quint16(0x8000 | (low >> 48));
    return QUuid(uint(ms >> 16), ushort(ms & 0xFFFF), ushort(0x7000 | random12), uchar(clockSequence >> 8),
                 uchar(clockSequence & 0xFF), uchar(low >> 40), uchar(low >> 32), uchar(low >> 24),
                 uchar(low >> 16), uchar(low >> 8), uchar(low));
}

QUuid newRandomId()
{
    return QUuid::createUuid();
}

QString idText(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString newSerial(int length)
{
    QString serial;
    for (int i = 0; i < length; ++i)
        serial.append(serialCharacter(QRandomGenerator::system()->bounded(int(serialAlphabet.size()))));
    return serial;
}

bool isSerial(QStringView text, int length)
{
    return text.size() == length && std::ranges::all_of(text, [](QChar c) { return serialValue(c) >= 0; });
}

int serialValue(QChar character)
{
    return character.unicode() < 0x80 ? int(serialAlphabet.indexOf(character)) : -1;
}

QChar serialCharacter(int value)
{
    return QChar(serialAlphabet[value]);
}

} // namespace checkpoint
