#pragma once

#include "ui/reportsview/reporttable.h"

#include <QDate>
#include <QMetaType>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;

namespace checkpoint {

class ChoiceRow;
class Picker;
class Toggle;

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
    /// Why the report is to show persons in full, when it is; once, then it shows them masked again.
    std::optional<QString> takeRevealReason();
    /// No rows stay, nor the wish to see persons in full and its reason; what is under way is stopped, as it
    /// would be noted as somebody else's.
    void forget();
    /// What is shown of the report, and what became of it.
    ReportTable *table() const { return m_table; }

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
    void retranslate();
    void save();
    void print();
    void choose();
    void showDays();
    /// The days that are typed; false, and it is said, when one of them is none.
    bool daysAreRight();
    bool mayGoOn();
    void sayWhatIsMissing();
    QString report() const;
    ReportDays days() const;

    QDate m_today;
    bool m_lacksArea = false; ///< of a report to the authority: it could not tell whose it is
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
    Toggle *m_reveal = nullptr;
    QLineEdit *m_reason = nullptr;
    ReportTable *m_table;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ReportDays)
Q_DECLARE_METATYPE(checkpoint::ReportChoices)
