#pragma once

#include "core/codes/scantext.h"
#include "core/domain/visitorcode.h"

#include <QString>

#include <optional>

namespace checkpoint {

// What fields of several formats have in common.

/// True for the ASCII digits only.
bool isDigit(QChar c);
/// True for a text of one or more ASCII digits.
bool isDigits(const QString &text);

/// 12 digits.
bool isCitizenNumber(const QString &text);
/// The number of a former card: 9 or 12 digits.
bool isOldId(const QString &text);
/// What a personal QR may give as the number of a document: a citizen number, an old identity card, or a
/// passport (up to nine letters and digits, as ICAO 9303 has it), in either case, possibly with stars for
/// digits.
bool isPersonalNumber(const QString &text);
/// A BHYT number: 10 digits, or 2 letters (in either case) and 13 digits.
bool isHealthInsuranceNumber(const QString &text);

/// A date written ddMMyyyy or dd/MM/yyyy; nothing when the calendar has no such day.
std::optional<PartialDate> dayMonthYear(const QString &text);
/// The same, or a year alone.
std::optional<PartialDate> dayMonthYearOrYear(const QString &text);

/// False when the sex or the year in a citizen number (its digits 4, and 5 and 6) contradicts what stands
/// beside it.
bool numberAgrees(const QString &citizenNumber, const VisitorData &visitor);

/// A code of a text that counts as an error. It holds no field: what is refused says nothing about anybody.
VisitorCode refusedCode(const QString &format, Reason reason);

/// Puts name and address into the code as far as a reader can read them, with the warnings for what cannot be
/// read, what a keyboard-mode scanner garbled and what was undone (Caps Lock, and the wrong character set of
/// the whole scan).
void readNameAndAddress(VisitorCode &code, const QString &name, const QString &address, const ScanText &scan);

} // namespace checkpoint
