#pragma once

#include "ui/common/keyhint.h"

#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace checkpoint {

/// Something the program can do, as a view offers it: for the list that is searched by name, and for the keys
/// in the help.
struct Function
{
    QString id;                ///< "settings.volume"; the first one of an id counts
    QString text;              ///< in the current language
    QString key;               ///< as it is written on a keyboard; empty when there is none
    std::function<void()> run; ///< empty: a key that is only told of in the help
    bool enabled = true;
    QString alsoFoundBy = {}; ///< words that are not shown
    QString place = {};       ///< where it is done, such as a view; empty: everywhere, or where one is
    QString whyNot = {};      ///< who may, or what is missing; running it goes there and says so
};

/// Every function of the program. Views add a source each, which is asked anew whenever the list is looked
/// at: so texts follow the language and what is possible follows the view. GUI thread; owned by the main
/// window.
class FunctionList
{
public:
    using Source = std::function<QList<Function>()>;

    /// `place` is the view in which the keys of the source count; empty: everywhere.
    void add(const QString &place, Source source);

    /// Everything that can be run, each id once, in the order of the sources.
    QList<Function> all() const;
    /// Those whose words begin with what was typed, without diacritics, the best first and what cannot be
    /// done last; all for nothing typed. Of a sentence that none says whole, those that say half of it.
    QList<Function> found(const QString &typed) const;
    /// The keys of one place.
    QList<KeyHint> keys(const QString &place) const;

private:
    QList<Function> nearly(const QStringList &words) const;

    struct Place
    {
        QString name;
        Source source;
    };
    std::vector<Place> m_places;
};

} // namespace checkpoint
