#pragma once

#include <QLabel>

namespace checkpoint {

/// One line of text that ends in "…" where it does not fit, and then shows the whole in a tool tip. The
/// colour follows the style sheet's tones.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(int pixelSize, bool strong = false, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace checkpoint
