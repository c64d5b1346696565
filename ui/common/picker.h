#pragma once

#include <QComboBox>

namespace checkpoint {

/// A drop-down choice that looks like the other controls. A screen reader hears its accessible name and what
/// is chosen.
class Picker : public QComboBox
{
    Q_OBJECT

public:
    explicit Picker(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    /// What is needed for what is chosen alone.
    int widthOfChosen() const;
    /// Its width follows the words it offers now; by itself it keeps the one it was first shown with.
    void measureAnew();

protected:
    void paintEvent(QPaintEvent *event) override;
    /// The wheel scrolls the page; it does not change what is chosen.
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace checkpoint
