#pragma once

#include "core/scan/rawscan.h"
#include "ui/entriesview/entriesview.h"
#include "ui/mainwindow/mainwindow.h"

#include <memory>

/// The window as on a usual morning, without devices, desk and store.
namespace samples {

QString cameraId();
QString scannerId();
checkpoint::DeviceInfo webcam(checkpoint::DeviceState state);
checkpoint::RawScan sighting(int codes = 1);

/// A day of `rows` entries. A search for "xyz" finds nobody, any other those whose name has "Mẫu" in it.
checkpoint::EntrySource sampleSource(int rows);

checkpoint::DeskPreferences morningPreferences();
std::unique_ptr<checkpoint::MainWindow> makeWindow(const checkpoint::DeskPreferences &preferences,
                                                   const QSize &size);

/// Lets everything posted arrive.
void settle();

/// Every text of a widget and of what is shown in it: labels, buttons, headers, cells, tool tips, accessible
/// names; each with the object it belongs to.
QStringList shownTexts(const QWidget &root);

} // namespace samples
