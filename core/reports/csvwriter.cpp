#include "core/reports/csvwriter.h"

#include <QFileInfo>
#include <QLocale>
#include <QStringView>
#include <QtEndian>

#include <array>
#include <charconv>
#include <cstring>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qsizetype bufferSize = 64 * 1024;

/// True for text that a spreadsheet runs: a formula sign at its start, blanks, quotes and separators before
/// it not counted.
bool looksLikeFormula(QStringView text)
{
    for (const QChar c : text) {
        if (c == u'\t' || c == u'\r' || c == u'\n')
            return true;
        if (c.isSpace() || c == u'"' || c == u'\'' || c == u',' || c == u';' || c == u'|' ||
            c == QChar(0xFEFF) || c == QChar(u'\0'))
            continue;
        // The full-width signs count as well: some spreadsheets take them for the plain ones.
        return QStringView(u"=+-@\uFF1D\uFF0B\uFF0D\uFF20").contains(c);
    }
    return false;
}

/// What a letter means for the cell it stands in.
enum class LetterKind : char {
    Other,
    Digit,
    InNumber, ///< may stand between digits in a number, a date or a time
    Quoted,   ///< has to stand between quotes or be left out
};

// Ten million letters a report: no searching in lists of them.
constexpr std::array<LetterKind, 128> asciiKinds = [] {
    std::array<LetterKind, 128> kinds{};
    for (char c = '0'; c <= '9'; ++c)
        kinds[std::size_t(c)] = LetterKind::Digit;
    for (const char c : {'.', ':', '/', '-', '+', 'e', 'E', '%', ' '})
        kinds[std::size_t(c)] = LetterKind::InNumber;
    for (const char c : {'"', ',', ';', '\n', '\r', '\t', '\0'})
        kinds[std::size_t(c)] = LetterKind::Quoted;
    return kinds;
}();

LetterKind kindOf(QChar c)
{
    return c.unicode() < asciiKinds.size() ? asciiKinds[c.unicode()] : LetterKind::Other;
}

/// What a look at every letter of a text says.
struct Letters
{
    bool plain = true;   ///< nothing that has to stand between quotes or be left out
    bool number = false; ///< nothing but digits and what stands between them in a number, a date or a time
};

Letters lettersOf(QStringView text)
{
    Letters letters;
    bool digits = false;
    bool others = false;
    for (const QChar c : text) {
        const LetterKind kind = kindOf(c);
        letters.plain = letters.plain && kind != LetterKind::Quoted;
        digits = digits || kind == LetterKind::Digit;
        others = others || kind == LetterKind::Other || (kind == LetterKind::Quoted && c != u',');
    }
    letters.number = digits && !others;
    return letters;
}

/// True for what many texts begin with, starred numbers too, and no spreadsheet takes for a formula.
bool beginsHarmlessly(QChar c)
{
    return kindOf(c) == LetterKind::Digit || c == u'*' || c.isLetter();
}

} // namespace

CsvWriter::CsvWriter(const QString &path, bool withTerms) : m_file(path), m_withTerms(withTerms) {}

Result<void> CsvWriter::begin(const QList<Column> &columns)
{
    // Writing replaces what lies under the name: a file may be replaced, a device or a pipe never.
    const QFileInfo there(m_file.fileName());
    if (there.exists() && !there.isFile())
        return Error{ErrorCode::WriteFailed, u"%1 is no file"_s.arg(m_file.fileName())};
    if (!m_file.open(QIODevice::WriteOnly))
        return failure();
    m_columns = columns;
    m_lines.append(QByteArrayView("\xEF\xBB\xBF", 3));
    CellRow names;
    for (const Column &column : columns)
        names.append(column.name);
    return write(names);
}

Result<void> CsvWriter::write(const CellRow &cells)
{
    return writeWith(cells, {});
}

/// With the sign that separates them from what stands before.
QByteArray CsvWriter::prepared(const CellRow &cells) const
{
    CsvBuffer ready;
    for (const Cell &one : cells) {
        ready.append(QByteArrayView(",", 1));
        ready.append(one);
    }
    return ready.bytes().toByteArray();
}

Result<void> CsvWriter::writeWith(const CellRow &cells, const QByteArray &prepared)
{
    bool first = true;
    for (const Cell &one : cells) {
        if (!std::exchange(first, false))
            m_lines.append(QByteArrayView(",", 1));
        m_lines.append(one);
    }
    m_lines.append(prepared);
    m_lines.append(QByteArrayView("\r\n", 2));
    return m_lines.size() < bufferSize ? Result<void>() : flush();
}

Result<void> CsvWriter::finish()
{
    if (auto flushed = flush(); !flushed)
        return flushed;
    // The terms first: the report is what people wait for, and is never there without them.
    if (m_withTerms) {
        CsvWriter terms(termsPath(m_file.fileName()));
        Result<void> written = terms.begin(termColumns());
        const QList<CellRow> rows = termRows(m_columns);
        for (const CellRow &row : rows) {
            if (written)
                written = terms.write(row);
        }
        if (written)
            written = terms.finish();
        if (!written)
            return written;
    }
    return m_file.commit() ? Result<void>() : failure();
}

QString CsvWriter::cell(const QString &text)
{
    const Letters letters = lettersOf(text);
    const bool guard = letters.number || looksLikeFormula(text);
    QString guarded = guard ? u'\'' + text : text;
    if (letters.plain && !guarded.startsWith(u' ') && !guarded.endsWith(u' '))
        return guarded;
    guarded.remove(QChar(u'\0'));
    return u'"' + guarded.replace(u'"', "\"\""_L1) + u'"';
}

QString CsvWriter::termsPath(const QString &path)
{
    const bool csv = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
    return path.left(csv ? path.size() - 4 : path.size()) + ".terms.csv"_L1;
}

void CsvBuffer::append(const Cell &one)
{
    if (const auto *text = std::get_if<QString>(&one))
        appendText(*text);
    else if (const auto *whole = std::get_if<qint64>(&one))
        appendNumber(*whole);
    else if (const auto *number = std::get_if<double>(&one))
        append(QByteArray::number(*number, 'g', QLocale::FloatingPointShortest));
    else if (const auto *flag = std::get_if<bool>(&one))
        append(*flag ? QByteArrayView("yes", 3) : QByteArrayView("no", 2));
    else if (const auto *day = std::get_if<QDate>(&one))
        append(day->toString(Qt::ISODate).toLatin1());
    else if (const auto *moment = std::get_if<Moment>(&one))
        append(IsoTime(*moment).text());
    else if (const auto *id = std::get_if<QUuid>(&one))
        appendId(*id);
}

void CsvBuffer::appendNumber(qint64 number)
{
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    append(QByteArrayView(digits.data(), end));
}

/// As idText() writes it. Of a million ids some have no letter but "e", as numbers do: those are guarded.
void CsvBuffer::appendId(const QUuid &id)
{
    constexpr char hexDigits[] = "0123456789abcdef";
    const quint64 halves[] = {quint64(id.data1) << 32 | quint64(id.data2) << 16 | id.data3,
                              qFromBigEndian<quint64>(id.data4)};
    char *const start = room(37);
    char *place = start;
    bool letters = false;
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            *place++ = '-';
        const char digit = hexDigits[(halves[i / 16] >> (60 - 4 * (i % 16))) & 0xF];
        letters = letters || (digit > '9' && digit != 'e');
        *place++ = digit;
    }
    take(start, place, !letters);
}

/// Counts what was written from `start` to `end` as used, with an apostrophe before it when it is guarded.
void CsvBuffer::take(char *start, char *end, bool guarded)
{
    if (guarded) {
        std::memmove(start + 1, start, std::size_t(end++ - start));
        *start = '\'';
    }
    m_used += end - start;
}

/// Nearly every text begins with a letter or digit and holds nothing to be quoted: it is looked at and
/// written in one go. All others take the long way through cell().
void CsvBuffer::appendText(const QString &text)
{
    if (text.isEmpty())
        return;
    char *const start = room(1 + 3 * text.size()); // no letter of UTF-16 needs more
    char *place = start;
    bool digits = false;
    bool others = false;
    bool plain = beginsHarmlessly(text.front()) && text.back() != u' ';
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        const LetterKind kind = kindOf(c);
        plain = plain && kind != LetterKind::Quoted && !c.isSurrogate();
        digits = digits || kind == LetterKind::Digit;
        others = others || kind == LetterKind::Other;
        if (unit < 0x80) {
            *place++ = char(unit);
        } else if (unit < 0x800) {
            *place++ = char(0xC0 | (unit >> 6));
            *place++ = char(0x80 | (unit & 0x3F));
        } else {
            *place++ = char(0xE0 | (unit >> 12));
            *place++ = char(0x80 | ((unit >> 6) & 0x3F));
            *place++ = char(0x80 | (unit & 0x3F));
        }
    }
    if (!plain)
        return append(CsvWriter::cell(text).toUtf8());
    take(start, place, digits && !others);
}

/// Where so many bytes more may be written; whoever writes them counts them as used.
char *CsvBuffer::room(qsizetype bytes)
{
    if (m_used + bytes > m_bytes.size())
        m_bytes.resize(2 * (m_used + bytes));
    return m_bytes.data() + m_used;
}

void CsvBuffer::append(QByteArrayView bytes)
{
    std::memcpy(room(bytes.size()), bytes.data(), std::size_t(bytes.size()));
    m_used += bytes.size();
}

Result<void> CsvWriter::flush()
{
    const QByteArrayView lines = m_lines.bytes();
    const bool written = m_file.write(lines.data(), lines.size()) == lines.size();
    m_lines.clear();
    return written ? Result<void>() : failure();
}

Error CsvWriter::failure() const
{
    return {ErrorCode::WriteFailed, u"%1: %2"_s.arg(m_file.fileName(), m_file.errorString())};
}

} // namespace checkpoint
