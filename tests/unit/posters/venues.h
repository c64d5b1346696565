#pragma once

#include "core/posters/postercontent.h"

#include <QList>
#include <QString>

#include <utility>

namespace checkpoint::test {

/// A venue of tests/data/venues.
struct VenueFixture
{
    QString name; ///< of the file
    PosterContent content;
};

/// All of them; ends the program when the folder is empty or holds a file that is none.
QList<VenueFixture> venueFixtures();

/// Every layout in every orientation and language, with a name for messages.
QList<std::pair<QString, PosterOptions>> allPosterOptions();

} // namespace checkpoint::test
