#include "ui/reportsview/previewfile.h"

#include "core/base/ids.h"
#include "ui/common/wording.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

void PreviewRows::setColumns(const QList<Column> &columns)
{
    const bool vietnamese = QLocale().language() == QLocale::Vietnamese;
    for (const Column &column : columns) {
        header << column.name;
        meanings << (vietnamese ? column.meaningVi : column.meaningEn);
    }
}

Result<void> PreviewFile::begin(const QList<Column> &columns)
{
    m_rows->setColumns(columns);
    return {};
}

Result<void> PreviewFile::write(const CellRow &cells)
{
    if (m_rows->rows.size() == m_most) {
        m_rows->more = true;
        return Error{ErrorCode::Cancelled, u"a preview ends here"_s};
    }
    QStringList texts;
    QVariantList orders;
    for (const Cell &cell : cells) {
        texts << cellText(cell);
        orders << cellOrder(cell);
    }
    m_rows->rows << texts;
    m_rows->orders << orders;
    return {};
}

QString cellText(const Cell &cell)
{
    struct Texts
    {
        QString operator()(std::monostate) const { return {}; }
        QString operator()(const QString &text) const { return text; }
        QString operator()(qint64 number) const { return QString::number(number); }
        QString operator()(double number) const { return QLocale::c().toString(number, 'g', 10); }
        QString operator()(bool yes) const { return yes ? u"yes"_s : u"no"_s; }
        QString operator()(const QDate &day) const { return dateText(day); }
        QString operator()(const QUuid &id) const { return idText(id); }
        QString operator()(const Moment &moment) const
        {
            return QDateTime::fromMSecsSinceEpoch(moment.utcMs, Qt::OffsetFromUTC, moment.offsetMinutes * 60)
                .toString(u"dd/MM/yyyy HH:mm:ss"_s);
        }
    };
    return std::visit(Texts(), cell);
}

QVariant cellOrder(const Cell &cell)
{
    struct Orders
    {
        QVariant operator()(std::monostate) const { return {}; }
        QVariant operator()(const QString &text) const { return text; }
        QVariant operator()(qint64 number) const { return double(number); }
        QVariant operator()(double number) const { return number; }
        QVariant operator()(bool yes) const { return double(yes); }
        QVariant operator()(const QDate &day) const { return double(day.toJulianDay()); }
        QVariant operator()(const QUuid &id) const { return idText(id); }
        QVariant operator()(const Moment &moment) const { return double(moment.utcMs); }
    };
    return std::visit(Orders(), cell);
}

} // namespace checkpoint
