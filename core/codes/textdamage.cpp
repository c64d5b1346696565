#include "core/codes/textdamage.h"

#include "core/codes/utf8.h"
#include "core/codes/vietnameseletters.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

/// For each character of a character set the byte, or the two bytes, that it was read from.
using Charset = QHash<char16_t, quint16>;

constexpr char noByte = '\xFF'; // never part of UTF-8, so it ends every sequence
constexpr char16_t byteOrderMark = 0xFEFF;

/// A character set of single bytes. Bytes that it does not define were read as the control character of that
/// value.
Charset singleByteCharset(const char *name)
{
    Charset charset;
    QStringDecoder decoder(name, QStringConverter::Flag::Stateless);
    for (int byte = 0x80; byte <= 0xFF; ++byte) {
        const QString decoded = decoder.isValid() ? decoder(QByteArray(1, char(byte))) : QString();
        if (decoded.size() == 1 && decoded.front().unicode() >= 0x80)
            charset.insert(decoded.front().unicode(), quint16(byte));
    }
    for (int byte = 0x80; byte <= 0xFF; ++byte) {
        if (!charset.contains(char16_t(byte)))
            charset.insert(char16_t(byte), quint16(byte));
    }
    return charset;
}

/// The pairs of bytes of Shift-JIS, decoded in one go because each call costs; a line end stands between
/// them.
void insertPairsOfShiftJis(Charset &charset)
{
    QByteArray pairs;
    QList<quint16> codes;
    for (int lead = 0x81; lead <= 0xFC; ++lead) {
        if (lead > 0x9F && lead < 0xE0)
            continue;
        for (int trail = 0x40; trail <= 0xFC; ++trail) {
            if (trail == 0x7F)
                continue;
            pairs.append(char(lead)).append(char(trail)).append('\n');
            codes.append(quint16(lead << 8 | trail));
        }
    }
    QStringDecoder decoder("Shift_JIS");
    if (!decoder.isValid())
        return;
    const QString decoded = decoder(pairs);
    qsizetype pair = 0;
    for (const QStringView part : QStringView(decoded).tokenize(u'\n')) {
        if (pair < codes.size() && part.size() == 1 && part.front().unicode() > 0xFF &&
            part.front() != QChar(QChar::ReplacementCharacter) && !charset.contains(part.front().unicode()))
            charset.insert(part.front().unicode(), codes[pair]);
        ++pair;
    }
}

Charset shiftJis()
{
    Charset charset;
    insertPairsOfShiftJis(charset);
    for (int byte = 0xA1; byte <= 0xDF; ++byte)
        charset.insert(char16_t(0xFF61 + byte - 0xA1), quint16(byte)); // half-width katakana
    // Bytes without a meaning: as Windows and as others map them.
    charset.insert(0x0080, 0x80);
    charset.insert(0x00A0, 0xA0);
    charset.insert(0xF8F0, 0xA0);
    // Signs that decoders map differently. "Á" ends in 81, and these are what 81 makes with what may follow
    // it.
    constexpr std::array<std::pair<char16_t, quint16>, 8> variants{{{0x2212, 0x817C},
                                                                    {0xFF0D, 0x817C},
                                                                    {0x301C, 0x8160},
                                                                    {0xFF5E, 0x8160},
                                                                    {0x2016, 0x8161},
                                                                    {0x2225, 0x8161},
                                                                    {0x2014, 0x815C},
                                                                    {0x2015, 0x815C}}};
    for (const auto &[character, code] : variants)
        charset.insert(character, code);
    return charset;
}

Charset latin1()
{
    Charset charset = singleByteCharset("windows-1252");
    for (int byte = 0x80; byte <= 0xFF; ++byte)
        charset.insert(char16_t(byte), quint16(byte));
    return charset;
}

const std::array<Charset, 3> &charsets()
{
    static const std::array<Charset, 3> all{shiftJis(), latin1(), singleByteCharset("windows-1258")};
    return all;
}

/// The bytes of a text, each with the character that it comes from.
struct Bytes
{
    QByteArray values;
    QList<qsizetype> sources;

    void append(char value, qsizetype source)
    {
        values.append(value);
        sources.append(source);
    }
    bool beginsCharacter(qsizetype i) const { return i == 0 || sources[i] != sources[i - 1]; }
};

Bytes bytesOf(const QString &text, const Charset &charset)
{
    Bytes bytes;
    bytes.values.reserve(text.size() * 2);
    bytes.sources.reserve(text.size() * 2);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        if (c < 0x80) {
            bytes.append(char(c), i);
            continue;
        }
        const auto found = charset.constFind(c);
        if (found == charset.cend()) {
            bytes.append(noByte, i);
            continue;
        }
        if (*found > 0xFF)
            bytes.append(char(*found >> 8), i);
        bytes.append(char(*found & 0xFF), i);
    }
    return bytes;
}

/// Undoes one character set in a text, field by field.
class CharsetUndoing
{
public:
    CharsetUndoing(const QString &text, const Charset &charset) : m_text(text), m_charset(charset) {}

    void run()
    {
        const Bytes bytes = bytesOf(m_text, m_charset);
        for (qsizetype i = 0; i < bytes.values.size();)
            i = step(bytes, i);
        closeField(m_text.size());
        if (m_letters == 0)
            return;
        // The whole text was misread: where nothing could be undone although the letters look like it, they
        // are wrong.
        for (Field &field : m_fields) {
            if (field.lost && !field.genuine)
                field.text.append(QChar(QChar::ReplacementCharacter));
        }
    }

    int letters() const { return m_letters; }
    QString result() const
    {
        QString result;
        result.reserve(m_text.size());
        for (const Field &field : m_fields) {
            result.append(field.text);
            if (field.piped)
                result.append(u'|');
        }
        return result;
    }

private:
    struct Field
    {
        QString text;
        int letters = 0;      ///< characters that were undone
        bool lost = false;    ///< some that the charset has could not be undone
        bool genuine = false; ///< some that the charset does not have
        bool piped = false;   ///< a '|' ends it
    };

    /// Takes the byte at i and what belongs to it; returns the next one.
    qsizetype step(const Bytes &bytes, qsizetype i)
    {
        const auto value = uchar(bytes.values[i]);
        if (value == '|') {
            m_field.piped = true;
            closeField(bytes.sources[i]);
            m_fieldStart = bytes.sources[i] + 1;
            return i + 1;
        }
        if (value < 0x80) {
            m_field.text.append(QLatin1Char(char(value)));
            return i + 1;
        }
        const Utf8Character character = utf8CharacterAt(bytes.values, i);
        if (character.length > 0 &&
            (isVietnameseCharacter(character.codePoint) || character.codePoint == byteOrderMark)) {
            m_field.text.append(QChar(char16_t(character.codePoint)));
            ++m_field.letters;
            return i + character.length;
        }
        return keep(bytes, i);
    }

    qsizetype keep(const Bytes &bytes, qsizetype i)
    {
        if (!bytes.beginsCharacter(i)) {
            m_field.text.append(QChar(QChar::ReplacementCharacter));
            m_field.lost = true;
            return i + 1;
        }
        const QChar source = m_text[bytes.sources[i]];
        m_field.text.append(source);
        if (m_charset.contains(source.unicode()) || source == QChar(QChar::ReplacementCharacter))
            m_field.lost = true;
        else
            m_field.genuine = true;
        const bool pair = i + 1 < bytes.values.size() && !bytes.beginsCharacter(i + 1);
        return i + (pair ? 2 : 1);
    }

    void closeField(qsizetype sourceEnd)
    {
        if (m_field.genuine)
            m_field.text = m_text.mid(m_fieldStart, sourceEnd - m_fieldStart);
        else if (!m_field.lost)
            m_letters += m_field.letters;
        m_fields.append(std::exchange(m_field, Field()));
    }

    const QString &m_text;
    const Charset &m_charset;
    QList<Field> m_fields;
    Field m_field;
    qsizetype m_fieldStart = 0;
    int m_letters = 0;
};

} // namespace

std::optional<QString> withWrongCharsetUndone(const QString &text)
{
    if (std::ranges::none_of(text, [](QChar c) { return c.unicode() >= 0x80; }))
        return std::nullopt;
    std::optional<QString> best;
    int mostLetters = 0;
    for (const Charset &charset : charsets()) {
        CharsetUndoing undoing(text, charset);
        undoing.run();
        if (undoing.letters() > mostLetters) {
            mostLetters = undoing.letters();
            best = undoing.result();
        }
    }
    return best;
}

} // namespace checkpoint
