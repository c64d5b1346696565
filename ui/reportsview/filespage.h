#pragma once

#include "core/base/error.h"
#include "ui/reportsview/previewfile.h"

#include <QDate>
#include <QMetaType>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QStackedLayout;
class QTableWidget;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class EmptyState;
class Picker;

/// Days of a report, both included; without a day that end is open.
struct ReportDays
{
    std::optional<QDate> first;
    std::optional<QDate> last;
};

/// What was chosen last, kept for the next time: ids of the report, the time and the form, and who makes it.
struct ReportChoices
{
    QString report;
    QString period;
    QString form;
    QString madeBy;

    bool operator==(const ReportChoices &) const = default;
};

/// The reports that can be saved as files: which, of what time, a look at the first rows, the file. Knows no
/// store: asks by signals. GUI thread.
class FilesPage : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPage(QWidget *parent = nullptr);

    void setToday(const QDate &today);
    /// Without choicesChanged().
    void setChoices(const ReportChoices &choices);
    ReportChoices choices() const;
    /// Asks for the preview of what is chosen.
    void askPreview();
    void setPreview(const PreviewRows &rows);
    void showFailure(const Error &error);
    /// A report is on its way into its file, in thousandths; less than 0: none is.
    void setProgress(int permille);
    void showSaved(const QString &path, qint64 rows);
    /// A summary is on paper: the printer's name.
    void showPrinted(const QString &printer);
    void save();

    /// Asks where a file goes: the suggested path, the form it is to have. A test answers in its place.
    std::function<QString(QWidget *above, const QString &title, const QString &suggested,
                          const QString &kinds)>
        askWhere;

signals:
    void previewWanted(const QString &report, const checkpoint::ReportDays &days);
    void saveWanted(const QString &report, const checkpoint::ReportDays &days, const QString &path);
    /// The summary of a report is to be printed.
    void printWanted(const QString &report, const checkpoint::ReportDays &days);
    void cancelWanted();
    void choicesChanged(const checkpoint::ReportChoices &choices);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeTable();
    void retranslate();
    void print();
    void choose();
    void showDays();
    /// The days that are typed; false, and it is said, when one of them is none.
    bool daysAreRight();
    QString report() const;
    ReportDays days() const;
    void say(const QString &words, QLatin1StringView tone);

    QDate m_today;
    QLabel *m_title = nullptr;
    QListWidget *m_reports = nullptr;
    QLabel *m_what = nullptr;
    QLabel *m_periodWord = nullptr;
    Picker *m_period = nullptr;
    QLabel *m_formWord = nullptr;
    ChoiceRow *m_form = nullptr;
    QWidget *m_daysRow = nullptr;
    QLineEdit *m_first = nullptr;
    QLineEdit *m_last = nullptr;
    QLabel *m_byWord = nullptr;
    QLineEdit *m_by = nullptr;
    ActionButton *m_print = nullptr;
    ActionButton *m_save = nullptr;
    ActionButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_said = nullptr;
    QTableWidget *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QStackedLayout *m_pages = nullptr;
    QString m_folder; ///< where the last file went
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ReportDays)
Q_DECLARE_METATYPE(checkpoint::ReportChoices)
