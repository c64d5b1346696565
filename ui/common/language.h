#pragma once

#include <QString>
#include <QTranslator>

namespace checkpoint {

/// The language of the window: puts the translation in or takes it out while the program runs, and sets the
/// locale that dates and numbers follow. GUI thread; owned by the main window.
class Language
{
public:
    explicit Language(const QString &language) { apply(language); }

    /// "vi" or "en"; English is the language of the sources and needs no translation. Every widget gets a
    /// LanguageChange.
    void apply(const QString &language);
    QString current() const { return m_current; }

    /// What a language calls itself: "Tiếng Việt", "English".
    static QString ownName(const QString &language);

private:
    QTranslator m_translator;
    QString m_current;
};

} // namespace checkpoint
