#pragma once

#include <QDate>
#include <QMetaType>
#include <QString>
#include <QTime>
#include <QUuid>

#include <optional>

namespace checkpoint {

/// Somebody who is announced for a day. Personal data: sealed on disk, never logged. Found on arrival by the
/// number, by the phone or by the name (diacritics do not matter); what is given and contradicts the person
/// (another number, another year of birth) rules out the weaker ones.
struct ExpectedVisitor
{
    QUuid id;
    QString name;
    std::optional<int> birthYear;
    QString idNumber; ///< empty when nobody knows it
    QString phone;    ///< E.164, empty when nobody knows it
    QString host;     ///< whom they visit
    QDate day;
    std::optional<QTime> at; ///< local time
    QString purpose;
    std::optional<QUuid> arrivedEntry; ///< the standing entry by which they came

    bool operator==(const ExpectedVisitor &) const = default;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ExpectedVisitor)
