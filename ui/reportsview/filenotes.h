#pragma once

#include "core/reports/rollup/districtfile.h"

#include <QTableWidget>

namespace checkpoint {

/// Why a row of a file does not count, for people, in the current language: columns by their words, days as
/// they are written here. Pure.
QString noteText(const FileNote &note);

/// What was decided about the rows of files that are added up; the reasons are seen whole. GUI thread.
class FileNotes : public QTableWidget
{
    Q_OBJECT

public:
    explicit FileNotes(QWidget *parent = nullptr);

    void setNotes(const QList<FileNote> &notes);

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace checkpoint
