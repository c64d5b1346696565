#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/store/entrylists.h"

#include <QList>
#include <QString>

class QPagedPaintDevice;

namespace checkpoint {

/// What stands on the list beside the people. %1 is what follows.
struct EvacuationWords
{
    QString title = QStringLiteral("Danh sách người còn ở trong");
    QString printedAt = QStringLiteral("In lúc %1");
    QString people = QStringLiteral("%1 người");
    QString since = QStringLiteral("vào lúc %1");
    QString alone = QStringLiteral("chỉ còn người đi cùng");
    QString nobody = QStringLiteral("Không còn ai ở trong.");
    QString page = QStringLiteral("Trang %1");
    QString staff = QStringLiteral("nhân viên");
    QString host = QStringLiteral("gặp %1");
    QString venue = {}; ///< its name; empty: not said
};

/// The list to call people from when the building must be left: by location, in big type, with a box to tick
/// for everybody, those who came along included. Any thread.
class EvacuationList
{
public:
    /// `rows` in any order, as EntryLists::inside() gives them. Names are abbreviated unless revealed.
    EvacuationList(QList<InsideRow> rows, const Moment &now, bool revealed, EvacuationWords words = {});

    /// Paints it onto the pages of a printer or a PDF file; WriteFailed when the device does not take them.
    Result<void> paint(QPagedPaintDevice *device) const;

    /// Paints it into a PDF file of A4 pages, which is there when it is whole.
    Result<void> writePdf(const QString &path) const;

    /// What the ledger is told of such a list.
    static QString noteOf(qsizetype rows, bool revealed);

private:
    QList<InsideRow> m_rows;
    const Moment m_now;
    const bool m_revealed;
    const EvacuationWords m_words;
};

} // namespace checkpoint
