#pragma once

#include "ui/reportsview/reporttable.h"
#include "ui/reportsview/rolluppreview.h"

#include <QMetaType>
#include <QWidget>

#include <functional>

class QLabel;
class QListWidget;
class QStackedLayout;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class FileNotes;

/// Which files are added up. The file of populations may be missing.
struct RollupWish
{
    QStringList sources; ///< files and folders
    QString population;
};

/// Adds the reports of many venues up, as a commune's or district's office does it: drops files or folders
/// here, sees what is wrong with them and what they add up to, and saves it. Needs no record. GUI thread.
class RollupPage : public QWidget
{
    Q_OBJECT

public:
    explicit RollupPage(QWidget *parent = nullptr);

    ReportTable *table() const { return m_table; }
    /// Adds files and folders, and asks for what they say.
    void addSources(const QStringList &paths);
    void begin();

    /// Asks for files or for a folder. A test answers in their place.
    std::function<QStringList(QWidget *above, const QString &title, const QString &kinds)> askFiles;
    std::function<QString(QWidget *above, const QString &title)> askFolder;

public slots:
    void setAnswer(const checkpoint::RollupAnswer &answer);
    /// No answer comes: why.
    void showFailure(const checkpoint::Error &error);

signals:
    void rollupWanted(const checkpoint::RollupWish &wish);
    void saveWanted(const checkpoint::RollupWish &wish, const QString &path);
    void printWanted(const checkpoint::RollupWish &wish);
    void cancelWanted();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Part { Areas, Silent, Notes, PartCount };

    QWidget *makeSources();
    QWidget *makeAnswer();
    void retranslate();
    void ask();
    void removeChosen();
    void showAreas();
    QString headline() const;
    RollupWish wish() const;
    void save();

    QStringList m_sources;
    QString m_population;
    RollupAnswer m_answer;
    QLabel *m_title;
    QLabel *m_what;
    QListWidget *m_list;
    ActionButton *m_files;
    ActionButton *m_folder;
    ActionButton *m_people;
    ActionButton *m_remove;
    QLabel *m_formWord;
    ChoiceRow *m_form;
    QLabel *m_headline;
    ChoiceRow *m_part;
    ChoiceRow *m_level;
    QStackedLayout *m_parts;
    ReportTable *m_table;
    QListWidget *m_silent;
    FileNotes *m_notes;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::RollupWish)
