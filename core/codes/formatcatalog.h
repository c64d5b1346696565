#pragma once

#include "core/codes/scantext.h"
#include "core/domain/visitorcode.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

namespace checkpoint {

/// One kind of code: recognises its texts and says what they hold. Pure, thread-safe, without state.
/// To add one: a file pair formats/<id>format, one line in formatcatalog.cpp, a folder tests/data/codes/<id>
/// with valid/ and invalid/.
class VisitorCodeFormat
{
public:
    virtual ~VisitorCodeFormat() = default;

    /// The stable name, one of formatid.
    virtual QLatin1StringView id() const = 0;

    /// What the text says; nothing when the text is not of this kind. A text that is of this kind but wrong
    /// is a VisitorCode with an error.
    virtual std::optional<VisitorCode> read(const ScanText &text) const = 0;
};

/// The formats in the order in which they are asked, most specific first.
const std::vector<std::unique_ptr<VisitorCodeFormat>> &formatCatalog();

/// What scanned bytes say: the first format of the catalogue that knows them, or the format "unknown" with
/// the error Reason::UnknownCode. Never guesses a character set: the bytes are UTF-8, or damage that can be
/// undone for certain. Thread-safe.
VisitorCode readCode(const QByteArray &payload);

} // namespace checkpoint
