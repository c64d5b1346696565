#include "ui/common/purposetext.h"

#include "core/domain/venuerules.h"

#include <QCoreApplication>

namespace checkpoint {

namespace {

struct PurposeWords
{
    Q_DECLARE_TR_FUNCTIONS(PurposeWords)
};

} // namespace

QStringList offeredPurposes(const VenueRules &rules)
{
    if (rules.purposes)
        return *rules.purposes;
    return {PurposeWords::tr("Visiting a patient"), PurposeWords::tr("Medical examination"),
            PurposeWords::tr("Fetching results"), PurposeWords::tr("Working appointment"),
            PurposeWords::tr("Delivery")};
}

} // namespace checkpoint
