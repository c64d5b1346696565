#include "ui/reportsview/filenotes.h"

#include "ui/common/rowdelegate.h"
#include "ui/common/tokens.h"
#include "ui/common/wording.h"
#include "ui/reportsview/columnwords.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QRegularExpression>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

enum NoteColumn { NoteFile, NoteLine, NoteKind, NoteWhy, NoteColumns };

bool isVietnamese()
{
    return QLocale().language() == QLocale::Vietnamese;
}

} // namespace

QString noteText(const FileNote &note)
{
    // A day, or a column's name where it is no word of the language; parts of file names are neither.
    static const QString alone =
        uR"((?<![\w./-])(?:\d{4}-\d\d-\d\d|[a-z]+(?:_[a-z0-9]+)+|%1)(?![\w/-]|\.\w))"_s;
    static const QRegularExpression english(alone.arg(u"^(?:day|active)"_s));
    static const QRegularExpression vietnamese(alone.arg(u"(?:day|active|commune|province)"_s));
    const QString said = isVietnamese() ? note.reasonVi : note.reason;
    QString text;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : (isVietnamese() ? vietnamese : english).globalMatch(said)) {
        const QDate day = QDate::fromString(match.captured(), Qt::ISODate);
        text += said.mid(done, match.capturedStart() - done);
        text += day.isValid() ? dateText(day) : u"“%1”"_s.arg(columnWords(match.captured()));
        done = match.capturedEnd();
    }
    return text + said.mid(done);
}

FileNotes::FileNotes(QWidget *parent) : QTableWidget(parent)
{
    setObjectName(u"rollupNotes"_s);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setItemDelegate(new RowDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(tokens::rowHeight);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setStretchLastSection(true);
}

void FileNotes::resizeEvent(QResizeEvent *event)
{
    QTableWidget::resizeEvent(event);
    resizeRowsToContents();
}

void FileNotes::setNotes(const QList<FileNote> &notes)
{
    const QString kinds[] = {tr("does not count"), tr("a newer one counts"), tr("the same once more")};
    clear();
    setColumnCount(NoteColumns);
    setRowCount(int(notes.size()));
    setHorizontalHeaderLabels({tr("File"), tr("Line"), tr("Result"), tr("Why")});
    for (int row = 0; row < rowCount(); ++row) {
        const FileNote &note = notes[row];
        const QString texts[] = {QFileInfo(note.file).fileName(), QString::number(note.line),
                                 kinds[note.kind], noteText(note)};
        for (int column = 0; column < NoteColumns; ++column)
            setItem(row, column, new QTableWidgetItem(texts[column]));
        item(row, NoteFile)->setToolTip(QDir::toNativeSeparators(note.file));
        item(row, NoteWhy)->setData(WrapRole, true);
    }
    resizeColumnsToContents();
    resizeRowsToContents();
}

} // namespace checkpoint
