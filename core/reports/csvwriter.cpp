#include "core/reports/csvwriter.h"

#include <QFileInfo>
#include <QStringView>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// True for text that a spreadsheet runs: a formula sign at its start, blanks and quotes before it not
/// counted.
bool looksLikeFormula(QStringView text)
{
    for (const QChar c : text) {
        if (c == u'\t' || c == u'\r' || c == u'\n')
            return true;
        if (c.isSpace() || c == u'"' || c == u'\'' || c == QChar(0xFEFF))
            continue;
        // The full-width signs count as well: some spreadsheets take them for the plain ones.
        return QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(c);
    }
    return false;
}

} // namespace

CsvWriter::CsvWriter(const QString &path) : m_file(path) {}

Result<void> CsvWriter::begin(const QStringList &header)
{
    // Writing replaces what lies under the name: a file may be replaced, a device or a pipe never.
    const QFileInfo there(m_file.fileName());
    if (there.exists() && !there.isFile())
        return Error{ErrorCode::WriteFailed, u"%1 is no file"_s.arg(m_file.fileName())};
    if (!m_file.open(QIODevice::WriteOnly))
        return failure();
    if (m_file.write("\xEF\xBB\xBF") != 3)
        return failure();
    return write(header);
}

Result<void> CsvWriter::write(const QStringList &cells)
{
    QStringList line;
    for (const QString &text : cells)
        line.append(cell(text));
    const QByteArray bytes = (line.join(u',') + "\r\n"_L1).toUtf8();
    if (m_file.write(bytes) != bytes.size())
        return failure();
    return {};
}

Result<void> CsvWriter::finish()
{
    if (!m_file.commit())
        return failure();
    return {};
}

QString CsvWriter::cell(const QString &text)
{
    QString guarded = looksLikeFormula(text) ? u'\'' + text : text;
    guarded.remove(QChar(u'\0'));
    const bool needsQuotes = guarded.contains(u'"') || guarded.contains(u',') || guarded.contains(u';') ||
                             guarded.contains(u'\n') || guarded.contains(u'\r') || guarded.contains(u'\t') ||
                             guarded.startsWith(u' ') || guarded.endsWith(u' ');
    return needsQuotes ? u'"' + guarded.replace(u'"', "\"\""_L1) + u'"' : guarded;
}

Error CsvWriter::failure() const
{
    return {ErrorCode::WriteFailed, u"%1: %2"_s.arg(m_file.fileName(), m_file.errorString())};
}

} // namespace checkpoint
