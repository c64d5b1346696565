#pragma once

#include <QWidget>

#include <vector>

class QBoxLayout;

namespace checkpoint {

/// Parts side by side where there is room for those that are shown, else below each other. GUI thread; owned
/// by its parent.
class BesideLine : public QWidget
{
    Q_OBJECT

public:
    explicit BesideLine(QWidget *parent);

    /// `least`: the width that it needs beside others, in the size of text that the program begins with; as
    /// wide as it is by itself when nothing is said.
    void add(QWidget *part, int stretch, int least = 0);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;

private:
    struct Part
    {
        QWidget *widget;
        int least;
    };

    void arrange();
    /// Of all that are shown, beside each other.
    int wanted() const;

    QBoxLayout *m_layout;
    std::vector<Part> m_parts;
};

} // namespace checkpoint
