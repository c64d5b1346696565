#include "ui/common/soundboard.h"

#include <QAudio>
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

SoundBoard::SoundBoard(QObject *parent) : QObject(parent) {}

bool SoundBoard::hasDevice() const
{
    return !QMediaDevices::defaultAudioOutput().isNull();
}

void SoundBoard::play(Sound asked)
{
    emit played(asked);
    if (!m_muted)
        sound(shapeOf(m_chosen, asked));
}

void SoundBoard::audition(Sound asked)
{
    emit played(asked);
    sound(shapeOf(m_chosen, asked));
}

void SoundBoard::sound(QLatin1StringView shape)
{
    if (shape == "none"_L1 || m_volume == 0 || !hasDevice())
        return;
    QSoundEffect *&effect = m_effects[shape];
    if (!effect) {
        effect = new QSoundEffect(this);
        effect->setSource(QUrl(u"qrc:/sounds/%1.wav"_s.arg(shape)));
    }
    // Loudness is heard by its logarithm.
    effect->setVolume(float(
        QAudio::convertVolume(m_volume / 100.0, QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale)));
    effect->play();
}

void SoundBoard::setVolume(int percent)
{
    m_volume = qBound(0, percent, 100);
}

} // namespace checkpoint
