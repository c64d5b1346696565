#pragma once

#include "tests/architecture/sourcetree.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace checkpoint::architecture {

/// Something that breaks a rule: "core/scan/x.cpp:12: …" and what is wrong with it.
using Findings = QStringList;

/// One rule of the tree's shape. To add one: a function in rules.cpp, a line in allRules(), a bad tree in
/// tst_rules.cpp.
struct Rule
{
    QByteArray name;
    Findings (*check)(const SourceTree &tree);
};

const std::vector<Rule> &allRules();

} // namespace checkpoint::architecture
