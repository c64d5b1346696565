#pragma once

#include <QStackedLayout>

namespace checkpoint {

/// Pages on top of each other, of which only the one in sight is measured. QStackedLayout asks each of them
/// for its size, which lays out every text of a page that nobody looks at: the greater part of what a window
/// costs before it is seen. For pages that fit any screen by themselves, as the views do.
class CurrentPageLayout : public QStackedLayout
{
public:
    using QStackedLayout::QStackedLayout;

    QSize sizeHint() const override { return currentItem() ? currentItem()->sizeHint() : QSize(); }
    QSize minimumSize() const override { return currentItem() ? currentItem()->minimumSize() : QSize(); }
    bool hasHeightForWidth() const override { return currentItem() && currentItem()->hasHeightForWidth(); }
    int heightForWidth(int width) const override
    {
        return currentItem() ? currentItem()->heightForWidth(width) : -1;
    }

private:
    QLayoutItem *currentItem() const { return itemAt(currentIndex()); }
};

} // namespace checkpoint
