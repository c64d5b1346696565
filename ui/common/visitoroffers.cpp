#include "ui/common/visitoroffers.h"

#include "core/domain/textfolding.h"
#include "ui/common/tokens.h"
#include "ui/common/wording.h"

#include <QDate>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

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
        if (foldedText(hit.visitor.name) != folded)
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
    const auto wasHere = [](const VisitorHit &hit) { return hit.insideSinceUtcMs || hit.lastEntry; };
    m_hits = hits;
    std::ranges::stable_partition(m_hits, wasHere);
    m_hits = m_hits.mid(0, mostHits);
    clear();
    for (const VisitorHit &hit : std::as_const(m_hits)) {
        QStringList parts{personName(hit.visitor), personTraits(hit.visitor)};
        const auto looksAlike = [&hit](const VisitorHit &other) {
            return other.visitorId != hit.visitorId &&
                   foldedText(personName(other.visitor)) == foldedText(personName(hit.visitor));
        };
        if (std::ranges::any_of(m_hits, looksAlike))
            parts << lastDigits(hit.visitor);
        if (hit.insideSinceUtcMs)
            parts << tr("inside now");
        else if (hit.lastEntry)
            parts << pastText(hit.lastEntry->at, QDate::currentDate());
        else
            parts << tr("no entry that stands");
        parts.removeAll(QString());
        auto *item = new QListWidgetItem(parts.join(u" · "_s), this);
        item->setSizeHint({0, tokens::rowHeight});
    }
    setVisible(!m_hits.isEmpty());
    place();
}

void VisitorOffers::place()
{
    const QPoint below = m_name->mapTo(parentWidget(), QPoint(0, m_name->height() + tokens::space4));
    setGeometry(below.x(), below.y(), m_name->width(),
                int(m_hits.size()) * tokens::rowHeight + 2 * frameWidth());
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
    setAccessibleName(tr("Visitors who were here before"));
}

} // namespace checkpoint
