#include "core/domain/access.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

struct DeedRule
{
    Deed deed;
    QLatin1StringView id;
    Role least;
};

constexpr std::array rules{
    DeedRule{Deed::Scan, "scan"_L1, Role::Nobody},
    DeedRule{Deed::See, "see"_L1, Role::Operator},
    DeedRule{Deed::VoidOwn, "void-own"_L1, Role::Operator},
    DeedRule{Deed::VoidOthers, "void-others"_L1, Role::Supervisor},
    DeedRule{Deed::Reveal, "reveal"_L1, Role::Supervisor},
    DeedRule{Deed::Export, "export"_L1, Role::Supervisor},
    DeedRule{Deed::Posters, "posters"_L1, Role::Supervisor},
    DeedRule{Deed::Watch, "watch"_L1, Role::Supervisor},
    DeedRule{Deed::Settings, "settings"_L1, Role::Administrator},
    DeedRule{Deed::Keys, "keys"_L1, Role::Administrator},
    DeedRule{Deed::Operators, "operators"_L1, Role::Administrator},
    DeedRule{Deed::Erase, "erase"_L1, Role::Administrator},
};

constexpr std::array roles{
    std::pair{Role::Operator, "operator"_L1},
    std::pair{Role::Supervisor, "supervisor"_L1},
    std::pair{Role::Administrator, "administrator"_L1},
};

const DeedRule &ruleOf(Deed deed)
{
    for (const DeedRule &rule : rules) {
        if (rule.deed == deed)
            return rule;
    }
    Q_UNREACHABLE();
}

} // namespace

bool mayDo(Role role, Deed deed)
{
    return role >= ruleOf(deed).least;
}

QString roleId(Role role)
{
    for (const auto &[each, id] : roles) {
        if (each == role)
            return id;
    }
    return u"nobody"_s;
}

std::optional<Role> roleFromId(const QString &id)
{
    for (const auto &[each, name] : roles) {
        if (name == id)
            return each;
    }
    return std::nullopt;
}

QString deedId(Deed deed)
{
    return ruleOf(deed).id;
}

} // namespace checkpoint
