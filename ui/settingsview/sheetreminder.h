#pragma once

#include <QWidget>

class QLabel;

namespace checkpoint {

class ActionButton;

/// Reminds whoever began with PINs of the recovery sheet, until it is saved or they want to hear of it no
/// more. GUI thread; owned by the operators' settings.
class SheetReminder : public QWidget
{
    Q_OBJECT

public:
    explicit SheetReminder(QWidget *parent);

    void retranslate();

signals:
    void sheetWanted();
    /// Nobody is to be reminded any more.
    void dismissed();

private:
    QLabel *m_words;
    ActionButton *m_sheet;
    ActionButton *m_dismiss;
};

} // namespace checkpoint
