#include "ui/mainwindow/rail.h"

#include "ui/common/theme.h"
#include "ui/mainwindow/railitem.h"

#include <QEvent>
#include <QKeySequence>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RailView
{
    View view;
    QLatin1StringView id; ///< also the icon's name
    Qt::Key key;
};

constexpr RailView railViews[] = {
    {View::Scan, "scan"_L1, Qt::Key_F2},          {View::Entries, "entries"_L1, Qt::Key_F3},
    {View::Inside, "inside"_L1, Qt::Key_F4},      {View::Reports, "reports"_L1, Qt::Key_F5},
    {View::Posters, "posters"_L1, Qt::Key_F6},    {View::Sync, "sync"_L1, Qt::Key_F7},
    {View::Settings, "settings"_L1, Qt::Key_F10},
};

} // namespace

QString viewId(View view)
{
    for (const RailView &each : railViews)
        if (each.view == view)
            return each.id;
    Q_UNREACHABLE();
}

QString viewName(View view)
{
    switch (view) {
    case View::Scan:
        return Rail::tr("Scan");
    case View::Entries:
        return Rail::tr("Entries");
    case View::Inside:
        return Rail::tr("Inside");
    case View::Reports:
        return Rail::tr("Reports");
    case View::Posters:
        return Rail::tr("Posters");
    case View::Sync:
        return Rail::tr("Sending");
    case View::Settings:
        return Rail::tr("Settings");
    }
    Q_UNREACHABLE();
}

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_find(new RailItem("search"_L1, Qt::CTRL | Qt::Key_K, this))
    , m_help(new RailItem("help"_L1, Qt::Key_F1, this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"rail"_s);
    setFixedWidth(textScaled(tokens::railWidth) + 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, tokens::space8, 1, tokens::space8);
    column->setSpacing(tokens::space4);
    for (const RailView &each : railViews) {
        auto *item = new RailItem(each.id, each.key, this);
        item->setObjectName(u"rail:"_s + each.id);
        column->addWidget(item);
        connect(item, &QAbstractButton::clicked, this, [this, view = each.view] { emit viewChosen(view); });
        m_items.emplace(each.view, item);
    }
    column->addStretch();
    m_help->setObjectName(u"rail:help"_s);
    m_hint->setObjectName(u"kioskHint"_s);
    m_hint->setFont(textFont(tokens::noteText));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setContentsMargins(tokens::space4, 0, tokens::space4, 0);
    m_hint->hide();
    setTone(m_hint, "quiet"_L1);
    column->addWidget(m_hint);
    column->addWidget(m_find);
    column->addWidget(m_help);
    m_find->setObjectName(u"rail:find"_s);
    m_find->setCheckable(false);
    m_find->setBrief(true);
    connect(m_find, &QAbstractButton::clicked, this, &Rail::findChosen);
    connect(m_help, &QAbstractButton::clicked, this, &Rail::helpChosen);
    retranslate();
}

void Rail::setView(View view)
{
    for (const auto &[each, item] : m_items)
        item->setChecked(each == view);
}

void Rail::setHelpShown(bool shown)
{
    m_help->setChecked(shown);
}

void Rail::setHint(const QString &key)
{
    m_hintKey = key;
    m_hint->setVisible(!key.isEmpty());
    retranslate();
}

/// In one line where it fits, else broken in front of the last part of the key.
QString Rail::hintKeyInLines() const
{
    const QMargins margins = m_hint->contentsMargins();
    const int room = width() - 1 - margins.left() - margins.right();
    const qsizetype last = m_hintKey.lastIndexOf(u'+');
    if (last < 0 || m_hint->fontMetrics().horizontalAdvance(m_hintKey) <= room)
        return m_hintKey;
    return m_hintKey.left(last) + u'\n' + m_hintKey.mid(last);
}

/// The ground, with the hair line at its right.
void Rail::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), QColor(colours.rail));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), QColor(colours.line));
}

void Rail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        setFixedWidth(textScaled(tokens::railWidth) + 1);
}

void Rail::retranslate()
{
    for (const auto &[view, item] : m_items)
        item->setLabel(viewName(view));
    m_help->setLabel(tr("Help"));
    m_find->setLabel(tr("Functions"));
    m_find->setToolTip(tr("Find a function by its name"));
    m_hint->setText(tr("Leave the kiosk:") + u'\n' + hintKeyInLines());
}

} // namespace checkpoint
