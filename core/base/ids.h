#pragma once

#include <QString>
#include <QUuid>

namespace checkpoint {

/// A UUIDv7 (RFC 9562): its first 48 bits are the moment, so ids made by one program sort in the order they
/// were made, also within one millisecond and when the clock goes back. Thread-safe.
QUuid newEntryId(qint64 utcMs);

/// A UUIDv4: says nothing about when or for whom it was made. Thread-safe.
QUuid newRandomId();

/// "0190b2c4-…", lower case, without braces.
QString idText(const QUuid &id);

/// A random text of the characters in which serials and pass numbers are written: 0–9 and A–Z without I, L,
/// O and U, which people misread. Five random bits a character. Thread-safe.
QString newSerial(int length);

/// True for a text of `length` such characters.
bool isSerial(QStringView text, int length);

/// The value of such a character, 0 to 31, or -1 when it is none; and back.
int serialValue(QChar character);
QChar serialCharacter(int value);

} // namespace checkpoint
