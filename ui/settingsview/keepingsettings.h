#pragma once

#include "core/store/retention.h"
#include "ui/settingsview/settingssection.h"

#include <array>

class QSpinBox;

namespace checkpoint {

class ActionButton;
class NoticePanel;

/// How long personal data are kept, what was destroyed last, and what visitors are told about it. Takes
/// values in by slots and gives wishes out by signals. GUI thread; owned by the settings view.
class KeepingSettings : public SettingsSection
{
    Q_OBJECT

public:
    explicit KeepingSettings(QWidget *parent = nullptr);

    QString title() const override;
    NoticePanel *noticePanel() const { return m_notice; }

public slots:
    /// The terms as they are kept, and the last times that something was destroyed.
    void setState(const checkpoint::RetentionState &state);
    /// Says that the last wish failed; the terms are shown as they are kept.
    void showFailure(const QString &sentence);

signals:
    void termsChanged(const checkpoint::RetentionTerms &terms);
    void eraseRequested();

protected:
    void retranslate() override;

private:
    struct Term
    {
        QSpinBox *days = nullptr;
        SettingRow *row = nullptr;
    };

    void fillTerms();
    void takeTerm(RetentionKind kind, int days);
    QString lastText() const;

    RetentionState m_state;
    std::array<Term, retentionKinds.size()> m_terms;
    SettingRow *m_lastRow = nullptr;
    ActionButton *m_erase = nullptr;
    QLabel *m_failure = nullptr;
    NoticePanel *m_notice;
    SettingRow *m_noticeRow = nullptr;
    ActionButton *m_noticeButton = nullptr;
};

} // namespace checkpoint
