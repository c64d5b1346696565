#pragma once

#include "core/base/error.h"
#include "core/store/operatorregister.h"
#include "ui/settingsview/settingssection.h"

class QLabel;
class QLineEdit;
class QStandardItemModel;
class QTableView;

namespace checkpoint {

class ActionButton;
class Picker;
class SheetReminder;

/// Who works at this desk: adding, another role, another PIN, removing, working without sign-in again, and
/// after how long the desk is locked. Knows the operators it is told of; wishes go out by signals. GUI
/// thread; owned by the settings view.
class OperatorSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit OperatorSettings(QWidget *parent = nullptr);

    QString title() const override;

public slots:
    /// The operators, and who is signed in. What is being typed stays.
    void setOperators(const QList<checkpoint::DeskOperator> &operators,
                      const std::optional<checkpoint::DeskOperator> &current);
    /// The last wish was done.
    void showDone();
    /// The recovery sheet was saved: nobody need be reminded of it any more.
    void takeSheetSaved();
    /// Why it was not.
    void showFailure(const checkpoint::Error &error);

signals:
    void addWanted(const QString &name, checkpoint::Role role, const QString &pin);
    void roleWanted(const QString &name, checkpoint::Role role);
    void pinWanted(const QString &name, const QString &pin);
    void removeWanted(const QString &name);
    /// Nobody signs in any more.
    void endWanted();
    /// The recovery sheet is to be saved: it opens the desk when no administrator knows a PIN any more.
    void sheetWanted();

protected:
    void fill() override;
    void retranslate() override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Form { None, Add, Pin, Role, Remove, End };

    QWidget *makeList();
    QWidget *makeForm();
    void open(Form form);
    void confirm();
    QString fault() const;
    void showForm();
    void chosenChanged();
    void remind(bool wanted);
    std::optional<DeskOperator> chosen() const;
    void say(const QString &words, QLatin1StringView tone);

    QList<DeskOperator> m_operators;
    std::optional<DeskOperator> m_current;
    Form m_form = Form::None;
    QString m_about; ///< whom the form is about
    SettingRow *m_listRow = nullptr;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    ActionButton *m_add = nullptr;
    ActionButton *m_pinButton = nullptr;
    ActionButton *m_roleButton = nullptr;
    ActionButton *m_remove = nullptr;
    QWidget *m_card = nullptr;
    QLabel *m_question = nullptr;
    QLineEdit *m_name = nullptr;
    Picker *m_role = nullptr;
    QLabel *m_roleMay = nullptr;
    QLabel *m_pinRule = nullptr;
    QLineEdit *m_pin = nullptr;
    QLineEdit *m_again = nullptr;
    ActionButton *m_confirm = nullptr;
    ActionButton *m_leave = nullptr;
    QLabel *m_said = nullptr;
    bool m_faultSaid = false;
    bool m_beginsSignIn = false; ///< the wish that is being done is the first operator
    SheetReminder *m_reminder = nullptr;
    SettingRow *m_idleRow = nullptr;
    Picker *m_idle = nullptr;
    SettingRow *m_endRow = nullptr;
    ActionButton *m_end = nullptr;
};

} // namespace checkpoint
