#include "core/store/backuprota.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr auto momentFormat = "yyyyMMddTHHmmss"_L1;

struct Rota
{
    int most;
    std::function<QString(const QDate &)> period;
};

bool isToCome(const QDateTime &moment, const QDateTime &now)
{
    return moment.toLocalTime().date() > now.toLocalTime().date();
}

} // namespace

QList<QDateTime> keptBackups(QList<QDateTime> moments, const QDateTime &now)
{
    static const std::array rotas{
        Rota{7, [](const QDate &day) { return day.toString(Qt::ISODate); }},
        Rota{4,
             [](const QDate &day) {
                 int year = 0;
                 const int week = day.weekNumber(&year);
                 return u"%1-%2"_s.arg(year).arg(week);
             }},
        Rota{6, [](const QDate &day) { return day.toString(u"yyyy-MM"_s); }},
    };
    std::ranges::sort(moments, std::greater());
    QSet<QDateTime> kept;
    while (!moments.isEmpty() && isToCome(moments.first(), now))
        kept.insert(moments.takeFirst());
    for (const Rota &rota : rotas) {
        QSet<QString> periods;
        for (const QDateTime &moment : std::as_const(moments)) {
            const QString period = rota.period(moment.toLocalTime().date());
            if (periods.contains(period))
                continue;
            if (periods.size() == rota.most)
                break;
            periods.insert(period);
            kept.insert(moment);
        }
    }
    QList<QDateTime> list(kept.begin(), kept.end());
    std::ranges::sort(list, std::greater());
    return list;
}

std::optional<QDateTime> lastBackup(const QList<QDateTime> &moments, const QDateTime &now)
{
    std::optional<QDateTime> last;
    for (const QDateTime &moment : moments) {
        if (!isToCome(moment, now) && (!last || moment > *last))
            last = moment;
    }
    return last;
}

QString folderMark(const QUuid &folderId)
{
    constexpr qsizetype length = 8;
    return folderId.toString(QUuid::Id128).left(length);
}

QString backupName(const QUuid &folderId, const QDateTime &moment)
{
    return u"checkpoint-%1-%2Z.db"_s.arg(folderMark(folderId), moment.toUTC().toString(momentFormat));
}

std::optional<BackupName> readBackupName(const QString &fileName)
{
    static const QRegularExpression pattern(
        u"^checkpoint-(?:([0-9a-f]{8})-)?(\\d{8}T\\d{6})Z(?:-[a-z-]+)?\\.db$"_s);
    const QRegularExpressionMatch match = pattern.match(fileName);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime moment = QDateTime::fromString(match.captured(2), momentFormat);
    moment.setTimeSpec(Qt::UTC);
    return moment.isValid() ? std::optional(BackupName{moment, match.captured(1)}) : std::nullopt;
}

} // namespace checkpoint
