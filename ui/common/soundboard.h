#pragma once

#include "ui/common/sound.h"

#include <QHash>
#include <QObject>

class QSoundEffect;

namespace checkpoint {

/// The sounds of the desk. Never blocks and never fails: where there is no sound device it stays silent, and
/// comes back when one is plugged in. GUI thread; owned by the main window.
class SoundBoard : public QObject
{
    Q_OBJECT

public:
    explicit SoundBoard(QObject *parent = nullptr);

    void play(Sound sound);
    /// Plays the sound so that it is heard while it is being chosen, muted or not.
    void audition(Sound sound);
    /// The shapes chosen; the sounds that are not in it have their own one.
    void setShapes(const QMap<Sound, QString> &chosen) { m_chosen = chosen; }
    /// 0 (silent) to 100.
    void setVolume(int percent);
    int volume() const { return m_volume; }
    void setMuted(bool muted) { m_muted = muted; }
    bool isMuted() const { return m_muted; }

signals:
    /// A sound was asked for; also where it cannot be heard.
    void played(checkpoint::Sound sound);

private:
    bool hasDevice() const;
    void sound(QLatin1StringView shape);

    QHash<QLatin1StringView, QSoundEffect *> m_effects; ///< by shape
    QMap<Sound, QString> m_chosen;
    int m_volume = 70;
    bool m_muted = false;
};

} // namespace checkpoint
