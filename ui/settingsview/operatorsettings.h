#pragma once

#include "core/base/error.h"
#include "core/store/operatorregister.h"
#include "ui/settingsview/settingssection.h"

class QLabel;
class QStandardItemModel;
class QTableView;

namespace checkpoint {

class ActionButton;
class OperatorForm;
class Picker;
class SheetReminder;

/// Who works at this desk: adding, another role, another PIN, removing, working without sign-in again, one's
/// own PIN, and after how long the desk is locked. Knows the operators it is told of; wishes go out by
/// signals. GUI thread; owned by the settings view.
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
    /// Whoever is signed in wants another PIN, and says the one so far.
    void ownPinWanted(const QString &before, const QString &pin);
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
    QWidget *makeList();
    void connectForm();
    void chosenChanged();
    void askPin();
    void remind(bool wanted);
    std::optional<DeskOperator> chosen() const;
    bool leads() const;
    void showReminder();
    void say(const QString &words, QLatin1StringView tone);

    QList<DeskOperator> m_operators;
    std::optional<DeskOperator> m_current;
    SettingRow *m_listRow = nullptr;
    QStandardItemModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    ActionButton *m_add = nullptr;
    ActionButton *m_pinButton = nullptr;
    ActionButton *m_roleButton = nullptr;
    ActionButton *m_remove = nullptr;
    SettingRow *m_ownRow = nullptr;
    ActionButton *m_own = nullptr;
    OperatorForm *m_form = nullptr;
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
