#include "ui/settingsview/languagesettings.h"

#include "ui/common/choicerow.h"
#include "ui/common/language.h"
#include "ui/settingsview/settingrow.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView languages[] = {"vi"_L1, "en"_L1};

} // namespace

LanguageSettings::LanguageSettings(QWidget *parent)
    : SettingsSection(u"languageSettings"_s, "language"_L1, parent)
    , m_language(new ChoiceRow(int(std::size(languages)), this))
{
    m_language->setObjectName(u"languageChoice"_s);
    m_row = addRow(m_language);
    connect(m_language, &ChoiceRow::chosen, this, [this](int index) {
        change([index](DeskPreferences &preferences) { preferences.language = languages[index]; });
    });
}

QString LanguageSettings::title() const
{
    // In both languages, so that it is found by whoever cannot read the one that is on.
    return tr("Language");
}

void LanguageSettings::fill()
{
    m_language->setIndex(preferences().language == languages[1] ? 1 : 0);
}

void LanguageSettings::retranslate()
{
    m_row->setWords(tr("Language"), tr("Takes effect at once, everywhere in the program."),
                    u"language ngôn ngữ tiếng Anh tiếng Việt English Vietnamese"_s);
    m_language->setLabels({Language::ownName(languages[0]), Language::ownName(languages[1])});
}

} // namespace checkpoint
