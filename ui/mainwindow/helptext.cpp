#include "ui/mainwindow/helptext.h"

#include "core/domain/textfolding.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Its words without diacritics, a blank before each.
QString searchable(const QString &text)
{
    static const QRegularExpression signs(u"[^\\w+]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return u' ' + foldedText(text).replace(signs, u" "_s);
}

bool says(const QString &text, const QStringList &words)
{
    const QString folded = searchable(text);
    return std::ranges::all_of(words,
                               [&folded](const QString &word) { return folded.contains(u' ' + word); });
}

/// The paragraph that says most of the words.
QString closest(const HelpChapter &chapter, const QStringList &words)
{
    const auto count = [&words](const QString &paragraph) {
        return std::ranges::count_if(words,
                                     [&](const QString &word) { return says(plainHelp(paragraph), {word}); });
    };
    const auto most = std::ranges::max_element(chapter.paragraphs, {}, count);
    return most == chapter.paragraphs.end() ? QString() : plainHelp(*most);
}

} // namespace

QString plainHelp(const QString &paragraph)
{
    return QString(paragraph).remove(u'*');
}

QString htmlHelp(const QString &paragraph)
{
    static const QRegularExpression strong(u"\\*\\*([^*]+)\\*\\*"_s);
    static const QRegularExpression emphasised(u"\\*([^*]+)\\*"_s);
    return paragraph.toHtmlEscaped().replace(strong, u"<b>\\1</b>"_s).replace(emphasised, u"<i>\\1</i>"_s);
}

HelpText HelpText::ofLanguage(const QString &language)
{
    QFile file(u":/help/%1.md"_s.arg(language));
    return file.open(QIODevice::ReadOnly) ? fromMarkdown(QString::fromUtf8(file.readAll())) : HelpText();
}

HelpText HelpText::fromMarkdown(const QString &markdown)
{
    static const QRegularExpression heading(u"^## (?<title>.+?)\\s*(?:\\{(?<views>[a-z ]*)\\})?$"_s);
    HelpText help;
    for (const QString &line : markdown.split(u'\n')) {
        const QString text = line.simplified();
        if (const auto match = heading.match(text); match.hasMatch())
            help.m_chapters << HelpChapter{
                match.captured(u"title"_s), match.captured(u"views"_s).split(u' ', Qt::SkipEmptyParts), {}};
        else if (!text.isEmpty() && !help.m_chapters.isEmpty())
            help.m_chapters.last().paragraphs << text;
    }
    return help;
}

QList<HelpText::Hit> HelpText::search(const QString &typed) const
{
    const QStringList words = foldedText(typed).split(u' ', Qt::SkipEmptyParts);
    const QString phrase = u' ' + words.join(u' ');
    QList<Hit> hits[4];
    if (words.isEmpty())
        return {};
    for (qsizetype i = 0; i < m_chapters.size(); ++i) {
        const HelpChapter &chapter = m_chapters[i];
        const auto together = std::ranges::find_if(chapter.paragraphs, [&phrase](const QString &each) {
            return searchable(plainHelp(each)).contains(phrase);
        });
        const bool inARow = together != chapter.paragraphs.end();
        const auto said =
            inARow ? together : std::ranges::find_if(chapter.paragraphs, [&words](const QString &each) {
                return says(plainHelp(each), words);
            });
        const bool inOne = said != chapter.paragraphs.end();
        const QString paragraph = inOne ? plainHelp(*said) : closest(chapter, words);
        if (says(chapter.title, words))
            hits[0] << Hit{i, paragraph};
        else if (inOne)
            hits[inARow ? 1 : 2] << Hit{i, paragraph};
        else if (says(chapter.title + u' ' + plainHelp(chapter.paragraphs.join(u' ')), words))
            hits[3] << Hit{i, paragraph};
    }
    return hits[0] + hits[1] + hits[2] + hits[3];
}

} // namespace checkpoint
