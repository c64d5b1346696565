#pragma once

#include "ui/common/deskpreferences.h"

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace checkpoint {

class SettingRow;

/// One chapter of the settings: a heading and its rows. Shows values and emits what is changed; a change
/// counts at once. GUI thread; owned by the settings view.
class SettingsSection : public QFrame
{
    Q_OBJECT

public:
    /// `name` is the object's name; `icon` a file of resources/icons.
    SettingsSection(const QString &name, QLatin1StringView icon, QWidget *parent);

    QLatin1StringView icon() const { return m_icon; }
    virtual QString title() const = 0;

    /// Puts every text in the language in use. Called once by whoever made the section.
    void retranslateAll();
    /// Shows these values; emits nothing.
    void setPreferences(const DeskPreferences &preferences);
    /// Shows only the rows that say all of these words, or all where the heading does. Gives how many
    /// are shown.
    int filter(const QStringList &words);
    const std::vector<SettingRow *> &allRows() const { return m_all; }
    /// Whether its heading or a row says the words one after the other.
    bool saysTogether(const QString &words) const;
    /// Whoever is signed in may not change these: says who may, and lets nothing be changed but by buttons,
    /// which know by themselves. Empty: everything can be changed.
    void setWhoMay(const QString &sentence);
    QString whoMayChange() const;

signals:
    void preferencesChanged(const checkpoint::DeskPreferences &preferences);
    /// A page of its own is to be shown in the place of the sections.
    void pageWanted(QWidget *page);

protected:
    /// At the end, or in a layout of the section's own. `focus` is what the words belong to; the control
    /// itself when nothing is said.
    SettingRow *addRow(QWidget *control, QWidget *focus = nullptr, QVBoxLayout *place = nullptr);
    /// Deletes a row with its control.
    void dropRow(SettingRow *row);
    /// Between rows that belong together and others.
    void addRule();
    /// A quiet sentence about the rows that follow.
    QLabel *addAside(const QString &name);
    const DeskPreferences &preferences() const { return m_preferences; }
    /// Edits a copy and emits it.
    void change(const std::function<void(DeskPreferences &)> &edit);
    virtual void fill() {}
    virtual void retranslate() = 0;
    QVBoxLayout *rows() const { return m_rows; }

    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void letChange(SettingRow *row);

    const QLatin1StringView m_icon;
    DeskPreferences m_preferences;
    QLabel *m_heading;
    QLabel *m_whoMay;
    QVBoxLayout *m_rows;
    std::vector<SettingRow *> m_all;
};

} // namespace checkpoint
