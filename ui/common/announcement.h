#pragma once

class QString;
class QWidget;

namespace checkpoint {

/// Makes a widget a place whose news a screen reader says by itself, wherever the focus is: in the words of
/// the AT-SPI standard a notification. To be called in the widget's constructor, before anybody asks about
/// it.
void makeAnnouncing(QWidget *widget);

/// Names an announcing widget after its news and has them said, when the widget can be seen. The same words
/// said again are news again.
void announce(QWidget *widget, const QString &text);

} // namespace checkpoint
