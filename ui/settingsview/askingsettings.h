#pragma once

#include "ui/settingsview/ruleschapter.h"

#include <array>

class QLabel;
class QLineEdit;

namespace checkpoint {

class ChoiceRow;

/// What the desk asks of visitors and about them. GUI thread; owned by the settings view.
class AskingSettings : public RulesChapter
{
    Q_OBJECT

public:
    explicit AskingSettings(QWidget *parent = nullptr);

    QString title() const override;

protected:
    void fill() override;
    void retranslate() override;

private:
    struct Asked
    {
        FieldRule VenueRules::*rule;
        SettingRow *row = nullptr;
        ChoiceRow *choice = nullptr;
    };
    void makeAsked();
    void makePurposes();
    void makeAdmission();
    void sayPurposes();

    QLabel *m_requiredMeans = nullptr;
    std::array<Asked, 4> m_asked;
    SettingRow *m_purposesRow = nullptr;
    QLineEdit *m_purposes = nullptr;
    SettingRow *m_declarationRow = nullptr;
    ChoiceRow *m_declaration = nullptr;
    SettingRow *m_certificateRow = nullptr;
    ChoiceRow *m_certificate = nullptr;
};

} // namespace checkpoint
