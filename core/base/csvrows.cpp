#include "core/base/csvrows.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype mostCells = 1000; // of a row; a flood of separators must not fill the memory

bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// The separator that the first row has most of outside of quotes.
QChar separatorOf(QStringView text)
{
    int tabs = 0;
    int semicolons = 0;
    int commas = 0;
    bool quoted = false;
    bool begun = false;
    for (const QChar c : text) {
        if (!quoted && begun && endsLine(c))
            break;
        begun = begun || !c.isSpace();
        if (c == u'"')
            quoted = !quoted;
        else if (!quoted) {
            tabs += c == u'\t';
            semicolons += c == u';';
            commas += c == u',';
        }
    }
    if (tabs >= std::max({semicolons, commas, 1}))
        return u'\t';
    return semicolons >= std::max(commas, 1) ? u';' : u',';
}

/// Reads one row after another.
class RowReader
{
public:
    RowReader(QStringView text, QChar separator, int line)
        : m_text(text), m_separator(separator), m_line(line)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    bool quoteOpen() const { return m_quoteOpen; }

    CsvRow next()
    {
        CsvRow row{m_line, {}};
        for (;;) {
            QString content = cell();
            if (row.cells.size() < mostCells)
                row.cells.append(std::move(content));
            if (atEnd())
                return row;
            const QChar end = m_text[m_at++];
            if (end == m_separator)
                continue;
            if (end == u'\r' && !atEnd() && m_text[m_at] == u'\n')
                ++m_at;
            ++m_line;
            return row;
        }
    }

private:
    /// Up to the separator or line end, which is left.
    QString cell()
    {
        // Blanks may stand before a quote: people align their columns.
        qsizetype begin = m_at;
        while (begin < m_text.size() && m_text[begin] == u' ')
            ++begin;
        if (begin < m_text.size() && m_text[begin] == u'"') {
            m_at = begin + 1;
            return quotedCell();
        }
        return plainRest();
    }

    QString plainRest()
    {
        const qsizetype begin = m_at;
        while (!atEnd() && m_text[m_at] != m_separator && !endsLine(m_text[m_at]))
            ++m_at;
        return m_text.mid(begin, m_at - begin).toString();
    }

    QString quotedCell()
    {
        QString content;
        while (!atEnd()) {
            const QChar c = m_text[m_at++];
            if (c != u'"') {
                content.append(c);
                const bool crlf = c == u'\r' && !atEnd() && m_text[m_at] == u'\n';
                m_line += endsLine(c) && !crlf;
                continue;
            }
            if (!atEnd() && m_text[m_at] == u'"') {
                content.append(u'"');
                ++m_at;
                continue;
            }
            return content + plainRest(); // what stands after the quote belongs to the field
        }
        m_quoteOpen = true;
        return content;
    }

    const QStringView m_text;
    const QChar m_separator;
    int m_line;
    qsizetype m_at = 0;
    bool m_quoteOpen = false;
};

} // namespace

CsvRows csvRows(const QString &text, int mostRows, std::optional<QChar> given)
{
    QStringView rest = text;
    int line = 1;
    QChar separator = given.value_or(separatorOf(rest));
    const bool saysSeparator = !given && rest.size() >= 5 &&
                               rest.startsWith("sep="_L1, Qt::CaseInsensitive) &&
                               (rest.size() == 5 || endsLine(rest[5]));
    if (saysSeparator) {
        separator = rest[4];
        const bool crlf = rest.mid(5).startsWith("\r\n"_L1);
        rest = rest.mid(crlf ? 7 : 6);
        line = 2;
    }
    CsvRows result;
    RowReader reader(rest, separator, line);
    while (!reader.atEnd()) {
        CsvRow row = reader.next();
        const bool blank =
            std::ranges::all_of(row.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
        if (blank)
            continue;
        if (result.rows.size() == mostRows) {
            result.tooMany = true;
            return result;
        }
        result.rows.append(std::move(row));
    }
    result.quoteOpen = reader.quoteOpen();
    return result;
}

} // namespace checkpoint
