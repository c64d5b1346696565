#include "ui/settingsview/sectionlist.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace checkpoint {

namespace {

/// One chapter in the list: its icon and its word.
class Item : public QAbstractButton
{
public:
    Item(QLatin1StringView icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int words = QFontMetrics(textFont(tokens::bodyText, true)).horizontalAdvance(text());
        return {tokens::space12 + tokens::smallIconSize + tokens::space12 + words + tokens::space12,
                tokens::controlHeight};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? QPen(QColor(colours.accent), tokens::focusRing) : QPen(Qt::NoPen));
        painter.setBrush(isChecked()    ? QBrush(QColor(colours.selection))
                         : underMouse() ? QBrush(QColor(colours.hover))
                                        : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), tokens::controlRadius,
                                tokens::controlRadius);
        const QRectF icon(tokens::space12, (height() - tokens::smallIconSize) / 2.0, tokens::smallIconSize,
                          tokens::smallIconSize);
        paintIcon(painter, m_icon, icon, QColor(isChecked() ? colours.accent : colours.text));
        painter.setPen(QColor(colours.text));
        painter.setFont(textFont(tokens::bodyText, isChecked()));
        painter.drawText(rect().adjusted(int(icon.right()) + tokens::space12, 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeft, text());
    }

private:
    const QLatin1StringView m_icon;
};

} // namespace

SectionList::SectionList(QWidget *parent) : QScrollArea(parent)
{
    auto *inner = new QWidget;
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_column->addStretch();
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(inner);
    viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
}

void SectionList::add(const QString &name, QLatin1StringView icon)
{
    auto *item = new Item(icon, widget());
    item->setObjectName(name);
    item->installEventFilter(this);
    const int index = int(m_items.size());
    m_items.push_back(item);
    m_column->insertWidget(index, item);
    connect(item, &QAbstractButton::clicked, this, [this, index] {
        setIndex(index);
        emit chosen(index);
    });
    updateFocus();
}

void SectionList::setLabels(const QStringList &labels)
{
    for (qsizetype i = 0; i < labels.size(); ++i) {
        m_items[size_t(i)]->setText(labels[i]);
        m_items[size_t(i)]->setAccessibleName(labels[i]);
        m_items[size_t(i)]->updateGeometry();
    }
}

void SectionList::setIndex(int index)
{
    m_index = index;
    for (size_t i = 0; i < m_items.size(); ++i)
        m_items[i]->setChecked(int(i) == index);
    if (index >= 0)
        ensureWidgetVisible(m_items[size_t(index)], 0, tokens::controlHeight);
    updateFocus();
}

/// Tab comes to the chosen one only.
void SectionList::updateFocus()
{
    for (size_t i = 0; i < m_items.size(); ++i)
        m_items[i]->setFocusPolicy(int(i) == qMax(0, m_index) ? Qt::StrongFocus : Qt::ClickFocus);
}

bool SectionList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QScrollArea::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0 || m_index < 0) // none is chosen while one searches
        return QScrollArea::eventFilter(watched, event);
    const int next = qBound(0, qMax(0, m_index) + step, int(m_items.size()) - 1);
    m_items[size_t(next)]->click();
    m_items[size_t(next)]->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace checkpoint
