#pragma once

#include <QMetaType>

namespace checkpoint {

/// What is known of a visitor's health declaration of the day.
enum class DeclarationStatus {
    Unknown,  ///< nobody said; no platform is connected, or it does not know the person
    Declared, ///< declared, and nothing speaks against the visit
    Symptoms, ///< declared symptoms or a contact
    None,     ///< the platform knows the person, who declared nothing
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::DeclarationStatus)
