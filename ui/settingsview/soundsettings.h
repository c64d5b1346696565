#pragma once

#include "ui/settingsview/settingssection.h"

#include <array>

class QSlider;

namespace checkpoint {

class ActionButton;
class Picker;
class Toggle;

/// How loud the desk is, and which shape each outcome has. GUI thread; owned by the settings view.
class SoundSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit SoundSettings(QWidget *parent = nullptr);

    QString title() const override;

signals:
    /// The sound as it is chosen now is to be heard.
    void soundTested(checkpoint::Sound sound);

protected:
    void fill() override;
    void retranslate() override;

private:
    struct Choice
    {
        SettingRow *row = nullptr;
        Picker *shape = nullptr;
        ActionButton *listen = nullptr;
    };
    static QString resultWord(Sound sound);
    void makeVolume();
    void makeChoice(Sound sound);
    void choose(Sound sound, const QString &shape);
    void sayAlike();

    SettingRow *m_volumeRow = nullptr;
    QSlider *m_volume = nullptr;
    QLabel *m_volumeFigure = nullptr;
    SettingRow *m_mutedRow = nullptr;
    Toggle *m_muted = nullptr;
    std::array<Choice, std::size(allSounds)> m_choices{};
};

} // namespace checkpoint
