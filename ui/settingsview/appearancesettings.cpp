#include "ui/settingsview/appearancesettings.h"

#include "ui/common/choicerow.h"
#include "ui/settingsview/settingrow.h"

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

AppearanceSettings::AppearanceSettings(QWidget *parent)
    : SettingsSection(u"appearanceSettings"_s, "appearance"_L1, parent)
    , m_theme(new ChoiceRow(3, this))
    , m_size(new ChoiceRow(int(std::size(textSizes)), this))
{
    m_theme->setObjectName(u"themeChoice"_s);
    m_size->setObjectName(u"textSizeChoice"_s);
    m_themeRow = addRow(m_theme);
    m_sizeRow = addRow(m_size);
    connect(m_theme, &ChoiceRow::chosen, this, [this](int index) {
        change([index](DeskPreferences &preferences) { preferences.theme = ThemeKind(index); });
    });
    connect(m_size, &ChoiceRow::chosen, this, [this](int index) {
        change([index](DeskPreferences &preferences) { preferences.textSize = textSizes[index]; });
    });
}

QString AppearanceSettings::title() const
{
    return tr("Appearance");
}

void AppearanceSettings::fill()
{
    m_theme->setIndex(int(preferences().theme));
    const auto *size = std::ranges::find(textSizes, preferences().textSize);
    m_size->setIndex(size == std::end(textSizes) ? 0 : int(size - std::begin(textSizes)));
}

void AppearanceSettings::retranslate()
{
    m_themeRow->setWords(tr("Colours"), {}, tr("theme night bright black white"));
    m_theme->setLabels({tr("Light"), tr("Dark"), tr("High contrast")});
    m_sizeRow->setWords(tr("Size of text"), {}, tr("letters large small zoom"));
    QStringList sizes;
    for (const int size : textSizes)
        sizes << u"%1 %"_s.arg(size);
    m_size->setLabels(sizes);
}

} // namespace checkpoint
