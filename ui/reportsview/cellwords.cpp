#include "ui/reportsview/cellwords.h"

#include "core/base/ids.h"
#include "core/desk/handentry.h"
#include "core/domain/venue.h"
#include "ui/common/reasontext.h"
#include "ui/common/venuetext.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct IdWords
{
    QLatin1StringView column;
    QLatin1StringView id;
    const char *words;
};

constexpr IdWords namedIds[] = {
    {"direction"_L1, "void"_L1, QT_TRANSLATE_NOOP("CellWords", "Voids another")},
    {"state"_L1, "closed"_L1, QT_TRANSLATE_NOOP("CellWords", "Left")},
    {"state"_L1, "closed-estimated"_L1, QT_TRANSLATE_NOOP("CellWords", "Left (estimated)")},
    {"state"_L1, "inside"_L1, QT_TRANSLATE_NOOP("CellWords", "Inside")},
    {"state"_L1, "exit-missing"_L1, QT_TRANSLATE_NOOP("CellWords", "Exit missing")},
    {"state"_L1, "entry-missing"_L1, QT_TRANSLATE_NOOP("CellWords", "Entry missing")},
    {"sex"_L1, "male"_L1, QT_TRANSLATE_NOOP("CellWords", "Male")},
    {"sex"_L1, "female"_L1, QT_TRANSLATE_NOOP("CellWords", "Female")},
    {"kind"_L1, "visit"_L1, QT_TRANSLATE_NOOP("CellWords", "Visit")},
    {"kind"_L1, "contact"_L1, QT_TRANSLATE_NOOP("CellWords", "Contact")},
    {"level"_L1, "all"_L1, QT_TRANSLATE_NOOP("CellWords", "All together")},
    {"level"_L1, "province"_L1, QT_TRANSLATE_NOOP("CellWords", "Province")},
    {"level"_L1, "district"_L1, QT_TRANSLATE_NOOP("CellWords", "District")},
    {"level"_L1, "commune"_L1, QT_TRANSLATE_NOOP("CellWords", "Commune")},
};

QString textWords(const QString &column, const QString &text)
{
    if (column == "source"_L1 || column == "source_in"_L1 || column == "source_out"_L1)
        return text.isEmpty() ? text : sourceName(text);
    if (column == "device"_L1 && text == manualSource)
        return sourceName(text);
    if (column == "direction"_L1 && text != "void"_L1)
        return directionWord(text == "in"_L1 ? Direction::In : Direction::Out);
    if (column == "venue_kind"_L1) {
        const std::optional<VenueCategory> category = venueCategoryFromId(text);
        return category ? venueCategoryText(*category) : text;
    }
    const auto *const found = std::ranges::find_if(
        namedIds, [&](const IdWords &one) { return one.column == column && one.id == text; });
    return found == std::end(namedIds) ? text : QCoreApplication::translate("CellWords", found->words);
}

QString numberWords(double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // a year is a number as well
    return locale.toString(number, 'g', 10);
}

} // namespace

QString cellWords(const QString &column, const Cell &cell)
{
    struct Words
    {
        const QString &column;

        QString operator()(std::monostate) const { return {}; }
        QString operator()(const QString &text) const { return textWords(column, text); }
        QString operator()(qint64 number) const { return QString::number(number); }
        QString operator()(double number) const { return numberWords(number); }
        QString operator()(bool yes) const
        {
            return yes ? QCoreApplication::translate("CellWords", "Yes")
                       : QCoreApplication::translate("CellWords", "No");
        }
        QString operator()(const QDate &day) const { return dateText(day); }
        QString operator()(const QUuid &id) const { return idText(id); }
        QString operator()(const Moment &at) const
        {
            return u"%1 %2"_s.arg(dateText(at.toDateTime().date()), clockText(at));
        }
    };
    return std::visit(Words{column}, cell);
}

QVariant cellOrder(const Cell &cell, const QString &words)
{
    struct Orders
    {
        const QString &words;

        QVariant operator()(std::monostate) const { return {}; }
        QVariant operator()(const QString &) const { return words; }
        QVariant operator()(qint64 number) const { return double(number); }
        QVariant operator()(double number) const { return number; }
        QVariant operator()(bool yes) const { return double(yes); }
        QVariant operator()(const QDate &day) const { return double(day.toJulianDay()); }
        QVariant operator()(const QUuid &) const { return words; }
        QVariant operator()(const Moment &moment) const { return double(moment.utcMs); }
    };
    return std::visit(Orders{words}, cell);
}

} // namespace checkpoint
