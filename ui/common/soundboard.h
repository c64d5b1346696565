#pragma once

#include <QObject>

#include <array>

class QSoundEffect;

namespace checkpoint {

enum class Sound {
    In,        ///< rises
    Out,       ///< falls
    Attention, ///< one low note, three times: a question, a refusal, a failure
};

/// The three sounds of the desk. Never blocks and never fails: where there is no sound device it stays
/// silent, and comes back when one is plugged in. GUI thread; owned by the main window.
class SoundBoard : public QObject
{
    Q_OBJECT

public:
    explicit SoundBoard(QObject *parent = nullptr);

    void play(Sound sound);
    /// 0 (silent) to 100.
    void setVolume(int percent);
    int volume() const { return m_volume; }

signals:
    /// A sound was asked for; also where it cannot be heard.
    void played(checkpoint::Sound sound);

private:
    bool hasDevice() const;

    std::array<QSoundEffect *, 3> m_effects{};
    int m_volume = 70;
};

} // namespace checkpoint
