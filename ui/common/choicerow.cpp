#include "ui/common/choicerow.h"

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace checkpoint {

namespace {

/// One choice of the row.
class Choice : public QAbstractButton
{
public:
    explicit Choice(QWidget *parent) : QAbstractButton(parent)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int words = QFontMetrics(textFont(tokens::bodyText, true)).horizontalAdvance(text());
        return {words + 2 * textScaled(tokens::space12), tokens::controlHeight};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        // The chosen one is filled; the ring says only where the focus is.
        const bool filled = isChecked() && isEnabled();
        const QColor ground(filled         ? colours.accent
                            : isChecked()  ? colours.selection
                            : underMouse() ? colours.hover
                                           : colours.card);
        painter.setPen(QPen(filled ? ground : QColor(isEnabled() ? colours.border : colours.line), 1));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::controlRadius,
                                tokens::controlRadius);
        if (hasFocus()) {
            constexpr double inset = 3 + tokens::focusRing / 2.0;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(QColor(filled ? colours.onAccent : colours.accent), tokens::focusRing));
            painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                                    tokens::controlRadius - 2, tokens::controlRadius - 2);
        }
        painter.setPen(QColor(filled ? colours.onAccent : isEnabled() ? colours.text : colours.quiet));
        painter.setFont(textFont(tokens::bodyText, isChecked()));
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
};

} // namespace

ChoiceRow::ChoiceRow(int count, QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space8);
    for (int i = 0; i < count; ++i) {
        auto *choice = new Choice(this);
        m_group->addButton(choice, i);
        row->addWidget(choice);
    }
    row->addStretch();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            emit chosen(id);
    });
}

void ChoiceRow::setLabels(const QStringList &labels)
{
    for (int i = 0; i < labels.size(); ++i) {
        QAbstractButton *choice = button(i);
        choice->setText(labels[i]);
        choice->setAccessibleName(labels[i]);
        choice->updateGeometry();
    }
}

int ChoiceRow::index() const
{
    return m_group->checkedId();
}

void ChoiceRow::setIndex(int index)
{
    const QSignalBlocker blocker(m_group);
    button(index)->setChecked(true);
}

QAbstractButton *ChoiceRow::button(int index) const
{
    return m_group->button(index);
}

} // namespace checkpoint
