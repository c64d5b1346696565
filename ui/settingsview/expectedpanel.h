#pragma once

#include "core/domain/expected.h"
#include "ui/common/savingplace.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QStandardItemModel;
class QTableView;

namespace checkpoint {

class ActionButton;
class SettingRow;

/// What stands in a file of expected visitors: those that can be taken, and the lines that cannot.
struct ExpectedFile
{
    struct Fault
    {
        int line = 0; ///< as an editor counts them, from 1
        QString what; ///< a sentence
    };
    QString name; ///< of the file, without its folder
    QList<ExpectedVisitor> visitors;
    QList<Fault> faults;
    QString wholeFault; ///< why nothing of it can be taken; empty when something can
};

/// Who is announced: typed in, or taken from a CSV file or from rows that were copied in a spreadsheet after
/// they were looked at. Takes values in by slots and gives wishes out by signals. GUI thread; owned by
/// whoever shows it.
class ExpectedPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ExpectedPanel(QWidget *parent = nullptr);

    QDate day() const { return m_day; }
    /// Where the sample file goes.
    SavingPlace *savingPlace() { return &m_saving; }

    /// Who is expected, and who was about to be, is nobody's business any more.
    void forget();

public slots:
    /// The visitors expected on day().
    void setVisitors(const QList<checkpoint::ExpectedVisitor> &visitors);
    /// Shows what a chosen file holds, before anything is taken over.
    void showFile(const checkpoint::ExpectedFile &file);
    void showFailure(const QString &sentence);
    void showAdded(int count);
    void showSaved(const QString &path);

signals:
    void dayChanged(const QDate &day);
    void fileChosen(const QString &path);
    /// Rows that were copied in a spreadsheet.
    void tablePasted(const QString &text);
    /// A sample of such a file is to be written there.
    void sampleWanted(const QString &path);
    void addRequested(const QList<checkpoint::ExpectedVisitor> &visitors);
    void removeRequested(const QUuid &id);

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeForm();
    QWidget *makePreview();
    QWidget *makeList();
    void retranslate();
    void fill();
    void sayFile();
    void leaveFile();
    void add();
    void goTo(const QDate &day);
    void chooseFile();
    void pasteTable();
    void saveSample();
    void say(const QString &sentence, QLatin1StringView tone);

    QDate m_day;
    QList<ExpectedVisitor> m_visitors;
    ExpectedFile m_file;
    QLabel *m_about;
    SettingRow *m_nameRow = nullptr;
    QLineEdit *m_name = nullptr;
    SettingRow *m_timeRow = nullptr;
    QLineEdit *m_time = nullptr;
    SettingRow *m_hostRow = nullptr;
    QLineEdit *m_host = nullptr;
    ActionButton *m_add = nullptr;
    ActionButton *m_open = nullptr;
    ActionButton *m_paste = nullptr;
    ActionButton *m_sample = nullptr;
    QLabel *m_said = nullptr;
    SavingPlace m_saving;
    QWidget *m_preview = nullptr;
    QLabel *m_previewWords = nullptr;
    QPlainTextEdit *m_previewFaults = nullptr;
    ActionButton *m_take = nullptr;
    ActionButton *m_leave = nullptr;
    ActionButton *m_before = nullptr;
    ActionButton *m_after = nullptr;
    QLabel *m_dayWords = nullptr;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    ActionButton *m_remove = nullptr;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::ExpectedFile)
