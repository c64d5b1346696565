#pragma once

#include "core/posters/sheet.h"

#include <QWidget>

class QScreen;

namespace checkpoint {

/// A poster on a monitor of its own, as large as it fits; Esc or a click closes it. GUI thread; owned by the
/// poster view.
class PosterScreen : public QWidget
{
    Q_OBJECT

public:
    explicit PosterScreen(const Sheet &sheet);

    /// A monitor that is not `taken`; that one where there is no other.
    static const QScreen *beside(const QScreen *taken);
    /// Without taking the keyboard from the desk when it is `passive`: a scanner types there.
    void showOn(const QScreen *screen, bool passive);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const Sheet m_sheet;
};

} // namespace checkpoint
