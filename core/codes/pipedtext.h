#pragma once

#include <QString>
#include <QStringList>

namespace checkpoint {

/// A text of fields between '|', and which of the documents that are written so it comes from.
struct PipedText
{
    enum class Kind { None, CitizenCard, PersonalQr, HealthInsurance };

    Kind kind = Kind::None;
    QStringList fields;       ///< without blanks around them; at most mostFields
    qsizetype fieldCount = 0; ///< as many as the text really has

    /// More than any of the documents has.
    static constexpr qsizetype mostFields = 24;

    /// The field, empty when there are not so many.
    QString field(qsizetype index) const { return fields.value(index); }
};

/// Splits a text and tells its kind by the shape of its first fields alone, so that a cut text keeps its
/// kind. In one place because the three kinds exclude each other.
PipedText pipedText(const QString &text);

} // namespace checkpoint
