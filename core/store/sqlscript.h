#pragma once

#include <QString>
#include <QStringList>

namespace checkpoint {

/// The statements of an SQL text, one by one and without the semicolon, as Connection wants them. Knows
/// comments, quotes and the bodies of triggers; statements that are nothing but comments are left out.
QStringList sqlStatements(const QString &script);

} // namespace checkpoint
