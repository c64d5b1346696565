#pragma once

#include "core/domain/venuerules.h"
#include "ui/settingsview/settingssection.h"

namespace checkpoint {

/// A chapter that shows and changes some of the venue's rules; the others it hands on as they are. GUI
/// thread.
class RulesChapter : public SettingsSection
{
    Q_OBJECT

public:
    using SettingsSection::SettingsSection;

    /// Shows the rules as they are kept; emits nothing.
    void setRules(const VenueRules &rules);

signals:
    void rulesChanged(const checkpoint::VenueRules &rules);

protected:
    const VenueRules &rules() const { return m_rules; }
    /// Edits a copy and emits it where it differs.
    void changeRules(const std::function<void(VenueRules &)> &edit);

private:
    VenueRules m_rules;
};

} // namespace checkpoint
