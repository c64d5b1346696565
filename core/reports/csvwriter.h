#pragma once

#include "core/reports/tablefile.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSaveFile>
#include <QString>

namespace checkpoint {

/// Lines of CSV as they are made. On one thread.
class CsvBuffer
{
public:
    void append(const Cell &cell);
    void append(QByteArrayView bytes);

    QByteArrayView bytes() const { return {m_bytes.constData(), m_used}; }
    qsizetype size() const { return m_used; }
    void clear() { m_used = 0; }

private:
    void appendText(const QString &text);
    void appendNumber(qint64 number);
    void appendId(const QUuid &id);
    void take(char *start, char *end, bool guarded);
    char *room(qsizetype bytes);

    QByteArray m_bytes;
    qsizetype m_used = 0;
};

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
    QByteArray prepared(const CellRow &cells) const override;
    Result<void> writeWith(const CellRow &cells, const QByteArray &prepared) override;

    /// One cell of text as it stands in the file, quoted where needed.
    static QString cell(const QString &text);

    /// Where the terms of a CSV file lie: "NAME.terms.csv" beside "NAME.csv".
    static QString termsPath(const QString &path);

private:
    Result<void> flush();
    Error failure() const;

    QSaveFile m_file;
    const bool m_withTerms;
    QList<Column> m_columns;
    CsvBuffer m_lines; ///< that wait to be written
};

} // namespace checkpoint
