#pragma once

#include "core/base/error.h"
#include "ui/common/savingplace.h"
#include "ui/reportsview/previewfile.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QStackedLayout;
class QTableWidget;

namespace checkpoint {

class ActionButton;
class EmptyState;

/// A look at a report's first rows, and what is done with all of them: saved, printed, stopped. Says what
/// became of that. When the rows are all there are, a column's head sorts them, or Ctrl with Up or Down in
/// the column. GUI thread; part of a page of the reports.
class ReportTable : public QFrame
{
    Q_OBJECT

public:
    /// What a report can be written as.
    enum Form { Csv, Excel, Pdf, FormCount };

    /// `name` begins the object names of its parts: "report" gives "reportPreview", "reportSave" …
    explicit ReportTable(const QString &name, QWidget *parent = nullptr);

    void setPreview(const PreviewRows &rows);
    /// What is said before the number of rows: what the reader of the report will miss.
    void setCaution(const QString &words);
    /// Nothing is shown, and there is nothing to save.
    void clear();
    /// What stands where there is no row.
    /// Rows were asked for: until they are there nothing is said of none.
    void awaitPreview();
    void setEmptyWords(const QString &title, const QString &hint);
    /// Whether there is something to save and to print.
    void setReady(bool ready);
    /// Where something else is what the page is for.
    void setSavePlain();
    void showFailure(const Error &error);
    /// A report is on its way, in thousandths; less than 0: none is.
    void setProgress(int permille);
    bool isWorking() const { return m_working; }
    void showSaved(const QString &path, qint64 rows);
    /// A summary is on paper: the printer's name.
    void showPrinted(const QString &printer);
    void say(const QString &words, QLatin1StringView tone);

    /// Asks where a report goes, beside the last one; empty when it goes nowhere. The path has the ending of
    /// its form.
    QString askPath(const QString &name, Form form);

    SavingPlace saving; ///< asks where a file goes

    static QString ending(Form form);

signals:
    void saveWanted();
    /// The summary of the report is to be printed.
    void printWanted();
    void cancelWanted();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void nameColumns();
    void placeColumns();
    void sayRows();
    void sort(int column, Qt::SortOrder order);
    void retranslate();
    void offer();

    QTableWidget *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_pages;
    QLabel *m_said;
    QProgressBar *m_progress;
    ActionButton *m_print;
    ActionButton *m_save;
    ActionButton *m_cancel;
    PreviewRows m_shown;
    bool m_saysRows = false; ///< how many rows are shown, and nothing else
    bool m_sortable = false;
    QString m_caution;
    QString m_emptyTitle;
    QString m_emptyHint;
    bool m_waiting = false; ///< for rows: whether there are any is not known
    bool m_ready = true;
    bool m_working = false;
};

} // namespace checkpoint
