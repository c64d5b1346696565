#pragma once

#include "core/base/error.h"
#include "ui/reportsview/previewfile.h"

#include <QDate>
#include <QMetaType>
#include <QWidget>

#include <functional>
#include <optional>

class QLabel;
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

/// The reports that can be saved as files: which, of what time, a look at the first rows, the file. Knows no
/// store: asks by signals. GUI thread.
class FilesPage : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPage(QWidget *parent = nullptr);

    void setToday(const QDate &today);
    /// Asks for the preview of what is chosen.
    void askPreview();
    void setPreview(const PreviewRows &rows);
    void showFailure(const Error &error);
    /// A report is on its way into its file, in thousandths; less than 0: none is.
    void setProgress(int permille);
    void showSaved(const QString &path, qint64 rows);
    void save();

    /// Asks where a file goes: the suggested path, the form it is to have. A test answers in its place.
    std::function<QString(QWidget *above, const QString &title, const QString &suggested,
                          const QString &kinds)>
        askWhere;

signals:
    void previewWanted(const QString &report, const checkpoint::ReportDays &days);
    void saveWanted(const QString &report, const checkpoint::ReportDays &days, const QString &path);
    void cancelWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeTable();
    void retranslate();
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
