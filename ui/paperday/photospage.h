#pragma once

#include "core/desk/photoimport.h"
#include "ui/common/keyhint.h"

#include <QMetaType>
#include <QWidget>

#include <functional>

class QLabel;
class QProgressBar;
class QStackedLayout;
class QTableWidget;

namespace checkpoint {

class ActionButton;
class ChoiceRow;
class EmptyState;
class Picker;

/// Photos of codes that were taken while the desk had no power: a folder of them is read, what became of each
/// is listed. Knows no store: asks by signals. GUI thread.
class PhotosPage : public QWidget
{
    Q_OBJECT

public:
    explicit PhotosPage(QWidget *parent = nullptr);

    void setLocations(const QStringList &locations, const QString &chosen);
    /// Asks for a folder and has it read.
    void chooseFolder();
    QList<KeyHint> keyHints() const;

    /// Asks for the folder. A test answers in its place.
    std::function<QString(QWidget *above, const QString &title)> askFolder;

public slots:
    void addNote(const checkpoint::PhotoNote &note);
    void setProgress(int done, int all);
    void showSum(const checkpoint::Result<checkpoint::PhotoSum> &sum);

signals:
    void importWanted(const QString &folder, checkpoint::DirectionRule direction, const QString &location);
    void cancelWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setWorking(bool working);
    void say(const QString &words, QLatin1StringView tone);
    void retranslate();

    QLabel *m_title;
    QLabel *m_what;
    QLabel *m_wayWord;
    ChoiceRow *m_way;
    QLabel *m_placeWord;
    Picker *m_place;
    ActionButton *m_choose;
    ActionButton *m_stop;
    QProgressBar *m_progress;
    QLabel *m_said;
    QTableWidget *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_pages;
};

/// What became of a photo, in words.
QString photoWords(const PhotoNote &note);

} // namespace checkpoint
