#include "ui/settingsview/settingssection.h"

#include "core/domain/textfolding.h"
#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/settingsview/settingrow.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

SettingsSection::SettingsSection(const QString &name, QLatin1StringView icon, QWidget *parent)
    : QFrame(parent)
    , m_icon(icon)
    , m_heading(new QLabel(this))
    , m_whoMay(new QLabel(this))
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(name);
    setProperty("card", true);
    m_heading->setFont(textFont(tokens::headingText, true));
    m_rows->setContentsMargins(tokens::space24, tokens::space16, tokens::space24, tokens::space16);
    m_rows->setSpacing(tokens::space8);
    m_rows->addWidget(m_heading);
    m_whoMay->setObjectName(u"whoMay"_s);
    m_whoMay->setWordWrap(true);
    setTone(m_whoMay, "ask"_L1);
    m_whoMay->hide();
    m_rows->addWidget(m_whoMay);
}

SettingRow *SettingsSection::addRow(QWidget *control, QWidget *focus, QVBoxLayout *place)
{
    auto *row = new SettingRow(control, this, focus);
    QWidget *turned = focus ? focus : control;
    if (qobject_cast<QAbstractSpinBox *>(turned) || qobject_cast<QAbstractSlider *>(turned))
        turned->installEventFilter(this);
    (place ? place : m_rows)->addWidget(row);
    m_all.push_back(row);
    letChange(row);
    return row;
}

void SettingsSection::dropRow(SettingRow *row)
{
    std::erase(m_all, row);
    // The press of a button in the row may be what drops it.
    row->hide();
    row->deleteLater();
}

void SettingsSection::setWhoMay(const QString &sentence)
{
    m_whoMay->setText(sentence);
    m_whoMay->setVisible(!sentence.isEmpty());
    for (SettingRow *row : m_all)
        letChange(row);
}

QString SettingsSection::whoMayChange() const
{
    return m_whoMay->text();
}

void SettingsSection::letChange(SettingRow *row)
{
    const bool may = m_whoMay->text().isEmpty();
    const bool leadsOn = qobject_cast<ActionButton *>(row->focusControl());
    row->setEnabled(may || leadsOn);
    for (Toggle *beside : row->findChildren<Toggle *>())
        if (leadsOn)
            beside->setEnabled(may);
}

void SettingsSection::addRule()
{
    auto *rule = new QFrame(this);
    rule->setProperty("rule", true);
    rule->setFixedHeight(1);
    m_rows->addWidget(rule);
}

QLabel *SettingsSection::addAside(const QString &name)
{
    auto *aside = new QLabel(this);
    aside->setObjectName(name);
    aside->setFont(textFont(tokens::noteText));
    aside->setTextFormat(Qt::PlainText);
    aside->setWordWrap(true);
    aside->setProperty("aside", true);
    setTone(aside, "quiet"_L1);
    m_rows->addWidget(aside);
    return aside;
}

void SettingsSection::retranslateAll()
{
    m_heading->setText(title());
    setAccessibleName(title());
    retranslate();
    fill();
}

void SettingsSection::setPreferences(const DeskPreferences &preferences)
{
    m_preferences = preferences;
    fill();
}

int SettingsSection::filter(const QStringList &words)
{
    const bool whole = words.isEmpty() || saysAll(title(), words);
    int shown = 0;
    for (SettingRow *row : m_all) {
        const bool found = whole || row->matches(words);
        row->setVisible(found);
        shown += found ? 1 : 0;
    }
    for (QFrame *between : findChildren<QFrame *>(Qt::FindDirectChildrenOnly))
        if (between->property("rule").toBool() || between->property("aside").toBool())
            between->setVisible(words.isEmpty());
    return shown;
}

bool SettingsSection::saysTogether(const QString &words) const
{
    return (u' ' + foldedText(title())).contains(u' ' + foldedText(words)) ||
           std::ranges::any_of(m_all, [&words](const SettingRow *row) { return row->saysTogether(words); });
}

void SettingsSection::change(const std::function<void(DeskPreferences &)> &edit)
{
    edit(m_preferences);
    emit preferencesChanged(m_preferences);
}

/// The wheel scrolls the page; it does not change what is set.
bool SettingsSection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QFrame::eventFilter(watched, event);
    event->ignore();
    return true;
}

void SettingsSection::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslateAll();
}

} // namespace checkpoint
