#pragma once

#include <QLatin1StringView>
#include <QList>
#include <QMap>
#include <QMetaType>
#include <QString>

namespace checkpoint {

/// What the desk has to say without being looked at.
enum class Sound {
    In,
    Out,
    Ask,         ///< a question waits
    Refused,     ///< the scan does not count
    NotRecorded, ///< something should have been written and was not
};

inline constexpr Sound allSounds[] = {Sound::In, Sound::Out, Sound::Ask, Sound::Refused, Sound::NotRecorded};

/// "in", "out", "ask", "refused", "not-recorded", as kept in the settings.
QLatin1StringView soundId(Sound sound);

/// The shapes that can be chosen, by the names of their files in resources/sounds; "none" is silence.
const QList<QLatin1StringView> &soundShapes();

/// The shape that was chosen for a sound; its own one where none or an unknown one was chosen. No two sounds
/// have the same one of their own.
QLatin1StringView shapeOf(const QMap<Sound, QString> &chosen, Sound sound);

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::Sound)
