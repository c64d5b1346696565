#include "ui/settingsview/ruleschapter.h"

namespace checkpoint {

void RulesChapter::setRules(const VenueRules &rules)
{
    m_rules = rules;
    fill();
}

void RulesChapter::changeRules(const std::function<void(VenueRules &)> &edit)
{
    VenueRules rules = m_rules;
    edit(rules);
    if (rules == m_rules)
        return;
    m_rules = rules;
    emit rulesChanged(m_rules);
}

} // namespace checkpoint
