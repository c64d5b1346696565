#pragma once

#include <QString>

namespace checkpoint {

/// A key and what it does, as a view lists it in the help.
struct KeyHint
{
    QString key;
    QString what;
};

} // namespace checkpoint
