#include "ui/mainwindow/commandpalette.h"

#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int widestPalette = 760;
constexpr int mostRows = 9;
constexpr int KeyRole = Qt::UserRole + 1;
constexpr int EnabledRole = Qt::UserRole + 2;
constexpr int NoteRole = Qt::UserRole + 3;
constexpr int noteHeight = 16;

/// A function: its name at the left, its key at the right; below, where it is done and why not now.
class FunctionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int line = qMax(tokens::controlHeight, textScaled(tokens::rowHeight));
        return {0, line + (index.data(NoteRole).toString().isEmpty() ? 0 : textScaled(noteHeight))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (isCutAtFoot(option))
            return;
        const Colours &colours = coloursOf(option.palette);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->setPen(QPen(QColor(colours.accent), tokens::focusRing));
            painter->setBrush(QColor(colours.selection));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), tokens::controlRadius,
                                     tokens::controlRadius);
        }
        QRect words = option.rect.adjusted(tokens::space12, 0, -tokens::space12, 0);
        const QString key = index.data(KeyRole).toString();
        painter->setPen(QColor(colours.quiet));
        painter->setFont(textFont(tokens::noteText));
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight, key);
        words.setRight(words.right() - painter->fontMetrics().horizontalAdvance(key) - tokens::space12);
        if (const QString note = index.data(NoteRole).toString(); !note.isEmpty()) {
            words.adjust(0, tokens::space4, 0, -tokens::space4);
            painter->drawText(words, Qt::AlignBottom | Qt::AlignLeft,
                              painter->fontMetrics().elidedText(note, Qt::ElideRight, words.width()));
            words.setBottom(words.bottom() - painter->fontMetrics().height());
        }
        painter->setPen(QColor(index.data(EnabledRole).toBool() ? colours.text : colours.quiet));
        painter->setFont(textFont(tokens::bodyText, selected));
        painter->drawText(
            words, Qt::AlignVCenter | Qt::AlignLeft,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(const FunctionList *functions, QWidget *parent)
    : QFrame(parent)
    , m_functions(functions)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_model(new QStandardItemModel(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(u"commandPalette"_s);
    setProperty("card", true);
    setProperty("overlay", true);
    setAutoFillBackground(true);
    m_search->setObjectName(u"paletteSearch"_s);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FunctionDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("plain", true);
    m_nothing->setFont(textFont(tokens::bodyText));
    m_nothing->setWordWrap(true);
    setTone(m_nothing, "quiet"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space12, tokens::space12, tokens::space12, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_search);
    column->addWidget(m_nothing);
    column->addWidget(m_list, 1);
    parent->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now->window() == window() && !isAncestorOf(now))
            hide();
    });
    retranslate();
    hide();
}

void CommandPalette::open()
{
    m_before = QApplication::focusWidget();
    m_search->clear();
    find();
    place();
    show();
    raise();
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

QStringList CommandPalette::offered() const
{
    QStringList texts;
    for (const Function &function : m_found)
        texts << function.text;
    return texts;
}

void CommandPalette::find()
{
    m_found = m_functions->found(m_search->text());
    m_model->clear();
    for (const Function &function : std::as_const(m_found)) {
        auto *item = new QStandardItem(function.text);
        item->setData(function.key, KeyRole);
        item->setData(function.enabled && function.whyNot.isEmpty(), EnabledRole);
        QStringList said{function.place, function.whyNot};
        said.removeAll(QString());
        const QString note = said.join(u" · "_s);
        item->setData(note, NoteRole);
        QStringList heard{function.text, function.key, note};
        heard.removeAll(QString());
        item->setData(heard.join(u", "_s), Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_nothing->setVisible(m_found.isEmpty());
    m_list->setVisible(!m_found.isEmpty());
    move(0);
}

void CommandPalette::move(int step)
{
    if (m_found.isEmpty())
        return;
    const int row = qBound(0, m_list->currentIndex().row() + step, int(m_found.size()) - 1);
    m_list->setCurrentIndex(m_model->index(row, 0));
    // A screen reader stays in the field; it is told what Enter would do.
    m_search->setAccessibleDescription(m_model->index(row, 0).data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::run()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_found.size() || !m_found[row].enabled)
        return;
    const Function function = m_found[row];
    close();
    function.run();
}

void CommandPalette::place()
{
    const QWidget *over = parentWidget();
    const int rowHeight = qMax(tokens::controlHeight, textScaled(tokens::rowHeight));
    const int width = qMin(textScaled(widestPalette), over->width() - 2 * tokens::space16);
    const int wanted = mostRows * rowHeight + tokens::controlHeight + 4 * tokens::space12;
    const int height = qMin(wanted, over->height() - tokens::topLineHeight - tokens::space16);
    setGeometry((over->width() - width) / 2, tokens::topLineHeight, width, height);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_search ||
        (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress))
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    const bool pressed = event->type() == QEvent::KeyPress;
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (pressed && !key->isAutoRepeat())
            run();
        break;
    case Qt::Key_Escape:
        if (pressed)
            close();
        break;
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        if (pressed)
            move(key->key() == Qt::Key_Down       ? 1
                 : key->key() == Qt::Key_Up       ? -1
                 : key->key() == Qt::Key_PageDown ? mostRows
                                                  : -mostRows);
        break;
    default:
        return QFrame::eventFilter(watched, event);
    }
    // Nobody else takes these keys while something is being looked for.
    event->accept();
    return true;
}

void CommandPalette::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::retranslate()
{
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->setAccessibleName(tr("Find a function by its name"));
    m_list->setAccessibleName(tr("Functions"));
    m_nothing->setText(tr("No function found. Try another word."));
}

} // namespace checkpoint
