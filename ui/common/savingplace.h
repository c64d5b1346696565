#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace checkpoint {

/// Asks where a file is to be saved. Begins in the folder of the last one that was saved from here while that
/// is there, else in the user's documents or home: a folder that is not there would bring the dialog to
/// wherever another one was last, such as the program's own backups. GUI thread.
class SavingPlace
{
public:
    SavingPlace();

    /// The path for a file of that name, one of those kinds; empty when it goes nowhere.
    QString ask(QWidget *above, const QString &title, const QString &name, const QString &kinds);

    /// Shows the suggested path and gives the chosen one. A test answers in its place.
    std::function<QString(QWidget *above, const QString &title, const QString &suggested,
                          const QString &kinds)>
        dialog;

private:
    QString m_folder; ///< of the last one
};

} // namespace checkpoint
