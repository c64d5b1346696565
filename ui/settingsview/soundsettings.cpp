#include "ui/settingsview/soundsettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/picker.h"
#include "ui/common/toggle.h"
#include "ui/settingsview/settingrow.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QString SoundSettings::resultWord(Sound sound)
{
    const QString words[] = {tr("In"), tr("Out"), tr("A question"), tr("Not accepted"), tr("Not recorded")};
    return words[size_t(sound)];
}

SoundSettings::SoundSettings(QWidget *parent) : SettingsSection(u"soundSettings"_s, "sound"_L1, parent)
{
    makeVolume();
    m_muted = new Toggle(this);
    m_muted->setObjectName(u"mutedToggle"_s);
    m_mutedRow = addRow(m_muted);
    connect(m_muted, &QAbstractButton::toggled, this,
            [this](bool on) { change([on](DeskPreferences &preferences) { preferences.muted = on; }); });
    addRule();
    for (const Sound sound : allSounds)
        makeChoice(sound);
}

void SoundSettings::makeVolume()
{
    auto *level = new QWidget(this);
    m_volume = new QSlider(Qt::Horizontal, level);
    m_volume->setObjectName(u"volumeSlider"_s);
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_volumeFigure = new QLabel(level);
    m_volumeFigure->setFont(textFont(tokens::bodyText));
    m_volumeFigure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *row = new QHBoxLayout(level);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_volume, 1);
    row->addWidget(m_volumeFigure);
    m_volumeRow = addRow(level, m_volume);
    connect(m_volume, &QSlider::valueChanged, this, [this](int value) {
        change([value](DeskPreferences &preferences) { preferences.volume = value; });
        fill();
    });
}

void SoundSettings::makeChoice(Sound sound)
{
    auto *pair = new QWidget(this);
    Choice &choice = m_choices[size_t(sound)];
    choice.shape = new Picker(pair);
    choice.shape->setObjectName(u"shape:"_s + soundId(sound));
    choice.listen = new ActionButton(ActionButton::Look::Plain, pair);
    choice.listen->setObjectName(u"listen:"_s + soundId(sound));
    choice.listen->setIconName("sound"_L1);
    auto *row = new QHBoxLayout(pair);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space8);
    row->addWidget(choice.shape, 1);
    row->addWidget(choice.listen);
    choice.row = addRow(pair, choice.shape);
    connect(choice.listen, &QAbstractButton::clicked, this, [this, sound] { emit soundTested(sound); });
    connect(choice.shape, &QComboBox::activated, this, [this, sound](int index) {
        choose(sound, m_choices[size_t(sound)].shape->itemData(index).toString());
        emit soundTested(sound);
    });
}

void SoundSettings::choose(Sound sound, const QString &shape)
{
    change([&](DeskPreferences &preferences) {
        preferences.sounds.remove(sound);
        if (shape != shapeOf({}, sound))
            preferences.sounds.insert(sound, shape);
    });
    sayAlike();
}

QString SoundSettings::title() const
{
    return tr("Sounds");
}

void SoundSettings::fill()
{
    const QSignalBlocker blockers[] = {QSignalBlocker(m_volume), QSignalBlocker(m_muted)};
    m_volume->setValue(preferences().volume);
    m_volumeFigure->setText(u"%1 %"_s.arg(preferences().volume));
    m_volumeFigure->setMinimumWidth(m_volumeFigure->fontMetrics().horizontalAdvance(u"100 %"_s));
    m_muted->setChecked(preferences().muted);
    for (const Sound sound : allSounds) {
        Picker *shape = m_choices[size_t(sound)].shape;
        shape->setCurrentIndex(shape->findData(QString(shapeOf(preferences().sounds, sound))));
    }
    sayAlike();
}

/// Results are told apart without looking; two that sound alike are not.
void SoundSettings::sayAlike()
{
    const auto shape = [this](Sound sound) { return shapeOf(preferences().sounds, sound); };
    for (const Sound sound : allSounds) {
        QStringList alike;
        for (const Sound other : allSounds)
            if (other != sound && shape(other) == shape(sound) && shape(sound) != "none"_L1)
                alike << resultWord(other);
        m_choices[size_t(sound)].row->setFault(
            alike.isEmpty() ? QString() : tr("Sounds the same as: %1").arg(alike.join(u", "_s)));
    }
}

void SoundSettings::retranslate()
{
    m_volumeRow->setWords(tr("Volume"), {}, tr("loud quiet"));
    m_mutedRow->setWords(tr("Mute"), tr("Results are then only seen."), tr("silent off"));
    m_muted->setLabel(tr("No sound at all"));
    const QString notes[] = {{}, {}, tr("The desk waits for an answer."), {}, tr("Something went wrong.")};
    const QString shapes[] = {
        tr("Two notes up"),   tr("Two notes down"), tr("Four notes up"),          tr("Four notes down"),
        tr("Bell"),           tr("Knocking"),       tr("Rising like a question"), tr("Low note, three times"),
        tr("Rough and long"), tr("No sound")};
    for (const Sound sound : allSounds) {
        const Choice &choice = m_choices[size_t(sound)];
        choice.shape->clear();
        for (qsizetype i = 0; i < soundShapes().size(); ++i)
            choice.shape->addItem(shapes[i], QString(soundShapes()[i]));
        choice.listen->setLabel(tr("Listen"));
        choice.listen->setAccessibleName(tr("Listen: %1").arg(resultWord(sound)));
        choice.row->setWords(resultWord(sound), notes[size_t(sound)], tr("sound tone"));
        choice.shape->setAccessibleName(tr("Sound: %1").arg(resultWord(sound)));
    }
}

} // namespace checkpoint
