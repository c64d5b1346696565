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

checkpoint::PageKey lineKey(const checkpoint::ListRow &line);
/// What a store would say of these lines, which are newest first.
checkpoint::Outline outlineOf(const QList<checkpoint::ListRow> &lines, int stride, quint64 revision);
QList<checkpoint::ListRow> pageOf(const QList<checkpoint::ListRow> &lines,
                                  const std::optional<checkpoint::PageKey> &after, int limit);

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
