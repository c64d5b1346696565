#pragma once

#include <QString>

#include <optional>

namespace checkpoint {

/// Undoes what a reader did that took Vietnamese UTF-8 for another character set: Shift-JIS (windows-31j),
/// latin-1 or windows-1252, or windows-1258 (the system character set of a Vietnamese Windows).
///
/// Every character is turned back into the bytes that it stood for, and the bytes are read as strict UTF-8.
/// Only letters of Vietnam's orthographies are accepted. Fields (between '|') are judged one by one: in a
/// field in which some of the bytes were lost for good the rest stays visible as damage (with a U+FFFD),
/// while other fields are undone all the same; a field with letters that the character set does not have was
/// never damaged and stays as it is. Nothing when no field could be undone as a whole. Time is linear in the
/// text.
std::optional<QString> withWrongCharsetUndone(const QString &text);

} // namespace checkpoint
