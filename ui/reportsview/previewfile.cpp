#include "ui/reportsview/previewfile.h"

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
    if (m_rows->rows.size() == mostRows) {
        m_rows->more = true;
        return Error{ErrorCode::Cancelled, u"a preview ends here"_s};
    }
    QStringList texts;
    for (const Cell &cell : cells)
        texts << cellText(cell);
    m_rows->rows << texts;
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
        QString operator()(const Moment &moment) const
        {
            return QDateTime::fromMSecsSinceEpoch(moment.utcMs, Qt::OffsetFromUTC, moment.offsetMinutes * 60)
                .toString(u"dd/MM/yyyy HH:mm:ss"_s);
        }
    };
    return std::visit(Texts(), cell);
}

} // namespace checkpoint
