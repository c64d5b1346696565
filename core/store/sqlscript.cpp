#include "core/store/sqlscript.h"

#include <QStringView>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

/// The end of the token that starts at `start`: a comment, something in quotes, a word, or one character.
qsizetype tokenEnd(QStringView text, qsizetype start)
{
    const auto after = [text](qsizetype found, qsizetype length) {
        return found < 0 ? text.size() : found + length;
    };
    const QStringView rest = text.sliced(start);
    if (rest.startsWith(u"--"))
        return after(text.indexOf(u'\n', start), 1);
    if (rest.startsWith(u"/*"))
        return after(text.indexOf(u"*/", start + 2), 2);
    const QChar first = rest.front();
    if (first == u'\'' || first == u'"' ||
        first == u'`') // a doubled quote is read as two tokens, which does no harm
        return after(text.indexOf(first, start + 1), 1);
    qsizetype end = start;
    while (end < text.size() && isWordPart(text[end]))
        ++end;
    return qMax(end, start + 1);
}

} // namespace

QStringList sqlStatements(const QString &script)
{
    QStringList statements;
    QString statement;
    qsizetype words = 0;
    bool trigger = false; // its body has semicolons of its own, between BEGIN and END
    int depth = 0;        // of BEGIN … END and CASE … END inside it
    const QStringView text(script);
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = tokenEnd(text, at);
        const QStringView token = text.sliced(at, end - at);
        at = end;
        if (token.startsWith(u"--") || token.startsWith(u"/*")) {
            statement += u' ';
            continue;
        }
        if (token == u";" && depth == 0) {
            if (words > 0)
                statements.append(statement.trimmed());
            statement.clear();
            words = 0;
            trigger = false;
            continue;
        }
        statement += token;
        if (!isWordPart(token.front()))
            continue;
        ++words;
        const auto is = [token](QStringView word) { return token.compare(word, Qt::CaseInsensitive) == 0; };
        if (is(u"trigger") && words <= 3) // CREATE [TEMP] TRIGGER
            trigger = true;
        if (trigger && (is(u"begin") || is(u"case")))
            ++depth;
        if (trigger && is(u"end"))
            --depth;
    }
    if (words > 0)
        statements.append(statement.trimmed());
    return statements;
}

} // namespace checkpoint
