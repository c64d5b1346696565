#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace checkpoint {

/// One chapter of the manual.
struct HelpChapter
{
    QString title;
    QStringList views;      ///< the views it is about: "scan", "entries" …
    QStringList paragraphs; ///< **strong** and *emphasised* words are marked
};

/// The manual of one language, as it lies in resources/help. Plain values; needs no window.
class HelpText
{
public:
    /// "vi" or "en".
    static HelpText ofLanguage(const QString &language);
    static HelpText fromMarkdown(const QString &markdown);

    const QList<HelpChapter> &chapters() const { return m_chapters; }

    /// A place where what was searched for stands.
    struct Hit
    {
        qsizetype chapter = 0;
        QString paragraph; ///< the one that says most of it, without marks
    };
    /// The chapters that say every word of what was typed (without diacritics, beginnings of words), those
    /// with the words in their title first, then those that say them in a row, then in one paragraph.
    QList<Hit> search(const QString &typed) const;

private:
    QList<HelpChapter> m_chapters;
};

/// A paragraph without the marks of strong and emphasised words.
QString plainHelp(const QString &paragraph);
/// A paragraph as HTML.
QString htmlHelp(const QString &paragraph);

} // namespace checkpoint
