#include "core/desk/personsearch.h"

#include "core/codes/formatcatalog.h"

namespace checkpoint {

QList<VisitorData> personsMeantBy(const QByteArray &text)
{
    const VisitorCode code = readCode(text);
    if (!code.error && !identityKeys(code.visitor).empty())
        return {code.visitor};
    const QString number = QString::fromUtf8(text).simplified().remove(u' ').toUpper();
    QList<VisitorData> meanings;
    for (QString VisitorData::*field : {&VisitorData::idNumber, &VisitorData::oldId, &VisitorData::qid,
                                        &VisitorData::healthInsurance, &VisitorData::pass}) {
        VisitorData meaning;
        meaning.*field = number;
        if (!identityKeys(meaning).empty())
            meanings.append(meaning);
    }
    return meanings;
}

} // namespace checkpoint
