#pragma once

#include "ui/common/functionlist.h"
#include "ui/mainwindow/rail.h"

#include <utility>

namespace checkpoint {

class ActionButton;
class MainWindow;

/// The views with the keys that show them, in their order.
inline constexpr std::pair<View, QLatin1StringView> viewKeys[] = {
    {View::Scan, QLatin1StringView("F2")},     {View::Entries, QLatin1StringView("F3")},
    {View::Inside, QLatin1StringView("F4")},   {View::Reports, QLatin1StringView("F5")},
    {View::Posters, QLatin1StringView("F6")},  {View::Sync, QLatin1StringView("F7")},
    {View::Settings, QLatin1StringView("F10")}};

/// What a view is called, with its key: where a function is done.
QString placeWords(View view);

/// What can be done in each view and on each page of one, offered wherever somebody is. Running one goes
/// there and does it; where a line or words are missing, the focus goes where they are chosen or typed, and
/// the window says what is missing. The window outlives them.
QList<Function> functionsOfViews(MainWindow &window);

/// Why a button of a view is off now, in a sentence: who may, or what is missing.
QString whyOff(const ActionButton &button);

} // namespace checkpoint
