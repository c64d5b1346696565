#include "tests/architecture/arrows.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::architecture {

const QMap<QString, QSet<QString>> &arrows()
{
    static const QMap<QString, QSet<QString>> table{
        {u"base"_s, {}},
        {u"domain"_s, {u"base"_s}},
        {u"signing"_s, {u"domain"_s, u"base"_s}},
        {u"settings"_s, {u"base"_s}},
        {u"codes"_s, {u"signing"_s, u"domain"_s, u"base"_s}},
        {u"barcode"_s, {u"domain"_s, u"base"_s}},
        {u"scan"_s, {u"barcode"_s, u"domain"_s, u"base"_s}},
        {u"store"_s, {u"domain"_s, u"base"_s}},
        {u"access"_s, {u"store"_s, u"domain"_s, u"base"_s}},
        {u"sync"_s, {u"store"_s, u"domain"_s, u"base"_s}},
        {u"reports"_s, {u"store"_s, u"domain"_s, u"base"_s}},
        {u"posters"_s, {u"barcode"_s, u"signing"_s, u"domain"_s, u"base"_s}},
        {u"desk"_s, {u"scan"_s, u"codes"_s, u"store"_s, u"domain"_s, u"base"_s}},
        {u"ui"_s,
         {u"desk"_s, u"access"_s, u"sync"_s, u"reports"_s, u"posters"_s, u"settings"_s, u"domain"_s,
          u"base"_s}},
        {u"app"_s, {u"ui"_s}},
    };
    return table;
}

QSet<QString> reachableFrom(const QString &library)
{
    QSet<QString> reached;
    QStringList open = arrows().value(library).values();
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        if (reached.contains(next))
            continue;
        reached.insert(next);
        open += arrows().value(next).values();
    }
    return reached;
}

const QSet<QString> &requiredLibraries()
{
    static const QSet<QString> required{u"base"_s,    u"domain"_s,  u"codes"_s,   u"barcode"_s,
                                        u"scan"_s,    u"store"_s,   u"desk"_s,    u"settings"_s,
                                        u"reports"_s, u"signing"_s, u"posters"_s, u"sync"_s};
    return required;
}

QString libraryOf(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 2)
        return {};
    if (parts[0] == "app"_L1 || parts[0] == "ui"_L1)
        return parts[0];
    return parts[0] == "core"_L1 && parts.size() > 2 ? parts[1] : QString();
}

} // namespace checkpoint::architecture
