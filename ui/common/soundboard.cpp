#include "ui/common/soundboard.h"

#include <QAudio>
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView soundFiles[] = {"in"_L1, "out"_L1, "attention"_L1};

} // namespace

SoundBoard::SoundBoard(QObject *parent) : QObject(parent) {}

bool SoundBoard::hasDevice() const
{
    return !QMediaDevices::defaultAudioOutput().isNull();
}

void SoundBoard::play(Sound sound)
{
    emit played(sound);
    if (m_volume == 0 || !hasDevice())
        return;
    QSoundEffect *&effect = m_effects[size_t(sound)];
    if (!effect) {
        effect = new QSoundEffect(this);
        effect->setSource(QUrl(u"qrc:/sounds/%1.wav"_s.arg(soundFiles[size_t(sound)])));
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
