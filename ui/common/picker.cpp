#include "ui/common/picker.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Qt's own names a choice on Linux after what is chosen, whatever its accessible name is.
class PickerInterface : public QAccessibleWidget
{
public:
    explicit PickerInterface(Picker *picker) : QAccessibleWidget(picker, QAccessible::ComboBox) {}

    QString text(QAccessible::Text kind) const override
    {
        const auto *const picker = static_cast<const Picker *>(object());
        if (kind == QAccessible::Value)
            return picker->currentText();
        if (kind != QAccessible::Name)
            return QAccessibleWidget::text(kind);
        QStringList both{picker->accessibleName(), picker->currentText()};
        both.removeAll(QString());
        return both.join(u", "_s);
    }
};

QAccessibleInterface *pickerInterface(const QString &, QObject *object)
{
    auto *const picker = qobject_cast<Picker *>(object);
    return picker ? new PickerInterface(picker) : nullptr;
}

} // namespace

Picker::Picker(QWidget *parent) : QComboBox(parent)
{
    QAccessible::installFactory(pickerInterface); // the same one again changes nothing
    setAttribute(Qt::WA_Hover);
    setItemDelegate(new QStyledItemDelegate(this));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize Picker::sizeHint() const
{
    return {QComboBox::sizeHint().width() + tokens::space32, tokens::controlHeight};
}

int Picker::widthOfChosen() const
{
    const QFontMetrics metrics(textFont(tokens::bodyText));
    return metrics.horizontalAdvance(currentText()) + 2 * tokens::space12 + tokens::space32;
}

void Picker::measureAnew()
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setSizeAdjustPolicy(QComboBox::AdjustToContentsOnFirstShow);
}

void Picker::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double ring = hasFocus() ? tokens::focusRing : 1;
    painter.setPen(QPen(QColor(hasFocus()    ? colours.accent
                               : isEnabled() ? colours.border
                                             : colours.line),
                        ring));
    painter.setBrush(QColor(underMouse() && isEnabled() ? colours.hover : colours.card));
    painter.drawRoundedRect(QRectF(rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2),
                            tokens::controlRadius, tokens::controlRadius);
    const QRect words = rect().adjusted(tokens::space12, 0, -tokens::space32 - tokens::space8, 0);
    painter.setPen(QColor(isEnabled() ? colours.text : colours.quiet));
    painter.setFont(textFont(tokens::bodyText));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(currentText(), Qt::ElideRight, words.width()));
    paintIcon(painter, "chevron-down"_L1,
              QRectF(width() - tokens::space12 - tokens::smallIconSize,
                     (height() - tokens::smallIconSize) / 2.0, tokens::smallIconSize, tokens::smallIconSize),
              QColor(colours.quiet));
}

void Picker::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace checkpoint
