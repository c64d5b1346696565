#include "ui/common/visitoroffers.h"

#include "core/domain/textfolding.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDate>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastWidth = 460; ///< pixels, where there is as much

/// Of the document, or of the phone where there is none: what tells apart whom the short name does not.
QString lastDigits(const VisitorData &visitor)
{
    VisitorData number;
    number.idNumber = visitor.idNumber.isEmpty() ? visitor.phone : visitor.idNumber;
    return number.idNumber.isEmpty() ? QString() : u"…"_s + masked(number).idNumber.right(4);
}

} // namespace

VisitorOffers::VisitorOffers(QLineEdit *name, QWidget *above) : QListWidget(above), m_name(name)
{
    setFrameShape(QFrame::Box);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(delayMs);
    connect(&m_soon, &QTimer::timeout, this, &VisitorOffers::search);
    connect(this, &QListWidget::itemClicked, this, [this] { take(currentRow()); });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_soon.start(); });
    m_name->installEventFilter(this);
    retranslate();
}

std::optional<VisitorHit> VisitorOffers::onlyOneCalled(const QString &name) const
{
    const QString folded = foldedText(name);
    std::optional<VisitorHit> found;
    for (const VisitorHit &hit : m_hits) {
        if (hit.visitorId.isNull() || foldedText(hit.visitor.name) != folded)
            continue;
        if (found)
            return std::nullopt;
        found = hit;
    }
    return found;
}

void VisitorOffers::stop()
{
    m_soon.stop();
    m_searched.clear();
    hide();
}

void VisitorOffers::forget()
{
    stop();
    m_hits.clear();
    clear();
}

void VisitorOffers::search()
{
    const QString typed = m_name->text().simplified();
    if (typed.size() < leastLetters) {
        hide();
        return;
    }
    m_searched = typed;
    emit searchRequested(typed);
}

void VisitorOffers::setHits(const QString &typed, const QList<VisitorHit> &hits)
{
    if (m_searched.isEmpty() || typed != m_searched)
        return;
    // Who is known by nothing that stands was most likely written down by mistake.
    const auto comesFirst = [](const VisitorHit &hit) {
        return hit.expected || hit.insideSinceUtcMs || hit.lastEntry;
    };
    m_hits = hits;
    std::ranges::stable_partition(m_hits, comesFirst);
    const auto expected = std::ranges::count_if(m_hits, [](const VisitorHit &hit) { return !!hit.expected; });
    m_hits = m_hits.mid(0, expected + mostHits);
    clear();
    for (const VisitorHit &hit : std::as_const(m_hits)) {
        auto *item = new QListWidgetItem(lineOf(hit), this);
        item->setSizeHint({0, tokens::rowHeight});
    }
    setVisible(!m_hits.isEmpty());
    place();
}

/// Who they are, what tells them apart from others of that short name, when they come and when they came.
QString VisitorOffers::lineOf(const VisitorHit &hit) const
{
    QStringList parts{personName(hit.visitor), personTraits(hit.visitor)};
    const auto looksAlike = [&hit](const VisitorHit &other) {
        return &other != &hit && foldedText(personName(other.visitor)) == foldedText(personName(hit.visitor));
    };
    if (std::ranges::any_of(m_hits, looksAlike))
        parts << lastDigits(hit.visitor);
    if (hit.expected)
        parts << announcedText(*hit.expected);
    if (hit.insideSinceUtcMs)
        parts << tr("inside now");
    else if (hit.lastEntry)
        parts << pastText(hit.lastEntry->at, QDate::currentDate());
    else if (!hit.visitorId.isNull())
        parts << tr("no entry that stands");
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// Where there is no room for all of them the rest is scrolled to.
void VisitorOffers::place()
{
    const QPoint below = m_name->mapTo(parentWidget(), QPoint(0, m_name->height() + tokens::space4));
    const int wanted = int(m_hits.size()) * tokens::rowHeight + 2 * frameWidth();
    const int room = parentWidget()->height() - below.y();
    const int width =
        qMax(m_name->width(), qMin(textScaled(leastWidth), parentWidget()->width() - 2 * below.x()));
    setGeometry(below.x(), below.y(), width, qBound(qMin(wanted, tokens::rowHeight), room, wanted));
    raise();
}

void VisitorOffers::take(int row)
{
    if (row < 0 || row >= m_hits.size())
        return;
    const VisitorHit hit = m_hits[row];
    stop();
    emit taken(hit);
}

bool VisitorOffers::nameKey(int key)
{
    if (!isVisible())
        return false;
    const int row = currentRow();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        setCurrentRow(qBound(-1, row + (key == Qt::Key_Down ? 1 : -1), int(m_hits.size()) - 1));
        if (const QListWidgetItem *item = currentItem())
            m_name->setAccessibleDescription(item->text());
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && row >= 0) {
        take(row);
        return true;
    }
    return false;
}

bool VisitorOffers::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_name && event->type() == QEvent::KeyPress &&
        nameKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (watched == m_name && event->type() == QEvent::FocusOut)
        hide();
    return QListWidget::eventFilter(watched, event);
}

void VisitorOffers::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VisitorOffers::retranslate()
{
    setAccessibleName(tr("Visitors who fit the name"));
}

} // namespace checkpoint
