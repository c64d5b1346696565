#include "ui/common/choicerow.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int markSize = 14;

/// One choice of the row. The chosen one is marked and framed, not filled: what is filled is pressed.
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

    QSize sizeHint() const override { return minimumSizeHint() + QSize(tokens::space12, 0); }
    /// The mark and the words, close together.
    QSize minimumSizeHint() const override
    {
        const int words = QFontMetrics(textFont(tokens::bodyText, true)).horizontalAdvance(text());
        return {words + textScaled(markSize) + textScaled(tokens::space4) + tokens::space8,
                tokens::controlHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ground(isChecked() ? colours.selection : underMouse() ? colours.hover : colours.card);
        const QColor ink(isEnabled() ? colours.text : colours.quiet);
        painter.setPen(QPen(QColor(!isEnabled()  ? colours.line
                                   : isChecked() ? colours.accent
                                                 : colours.border),
                            1));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::controlRadius,
                                tokens::controlRadius);
        if (hasFocus()) {
            constexpr double inset = 2 + tokens::focusRing / 2.0;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(QColor(colours.accent), tokens::focusRing));
            painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                                    tokens::controlRadius - 2, tokens::controlRadius - 2);
        }
        const QFont font = textFont(tokens::bodyText, isChecked());
        QRect words = rect();
        if (isChecked()) {
            const int mark = textScaled(markSize);
            const int before = mark + textScaled(tokens::space4);
            const int left = (width() - before - QFontMetrics(font).horizontalAdvance(text())) / 2;
            paintIcon(painter, "check"_L1, QRectF(left, (height() - mark) / 2.0, mark, mark), ink);
            words.setLeft(before);
        }
        painter.setPen(ink);
        painter.setFont(font);
        painter.drawText(words, Qt::AlignCenter, text());
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
