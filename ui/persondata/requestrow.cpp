#include "ui/persondata/requestrow.h"

#include "ui/common/meaning.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/wording.h"
#include "ui/persondata/requestwords.h"

#include <QStandardItem>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QList<QStandardItem *> requestRow(const PersonRequest &request, const QDate &today)
{
    auto *about = new QStandardItem(request.visitorId ? requestAboutWords(request) : u"–"_s);
    about->setData(request.about.isEmpty(), QuietRole);
    about->setData(requestAboutWords(request), Qt::AccessibleTextRole);
    auto *kind = new QStandardItem(requestKindWord(request.kind));
    kind->setData(true, StrongRole);
    auto *state = new QStandardItem(requestStateText(request, today));
    if (request.isOverdue(today))
        state->setData(int(Meaning::Refused), MeaningRole);
    else if (request.doneUtcMs)
        state->setData(true, QuietRole);
    return {new QStandardItem(dateText(request.receivedOn())), about, kind, state};
}

} // namespace checkpoint
