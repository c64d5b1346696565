#pragma once

#include "core/reports/tablefile.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSaveFile>
#include <QString>

namespace checkpoint {

/// Writes a CSV file that a spreadsheet opens without harm: UTF-8 with BOM, RFC 4180 with CRLF. A leading
/// apostrophe stands before text that a spreadsheet would run as a formula, and before text that it would
/// take for a number and so strip of its zeros; programs that read the file drop it. Numbers stay numbers.
class CsvWriter final : public TableFile
{
public:
    explicit CsvWriter(const QString &path, bool withTerms = false);

    Result<void> begin(const QList<Column> &columns) override;
    Result<void> write(const CellRow &cells) override;
    Result<void> finish() override;

    /// One cell of text as it stands in the file, quoted where needed.
    static QString cell(const QString &text);

    /// Where the terms of a CSV file lie: "NAME.terms.csv" beside "NAME.csv".
    static QString termsPath(const QString &path);

private:
    void append(const Cell &cell);
    void appendText(const QString &text);
    void append(QByteArrayView bytes);
    char *room(qsizetype bytes);
    Result<void> flush();
    Error failure() const;

    QSaveFile m_file;
    const bool m_withTerms;
    QList<Column> m_columns;
    QByteArray m_buffer;
    qsizetype m_used = 0; ///< bytes of the buffer that wait to be written
};

} // namespace checkpoint
