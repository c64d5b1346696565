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

    /// On a monitor that is not `taken`; on that one where there is no other.
    void showBeside(const QScreen *taken);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    const Sheet m_sheet;
};

} // namespace checkpoint
