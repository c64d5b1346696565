#include "ui/persondata/persondatapage.h"

#include "core/store/entrylists.h"
#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/persondata/heldcard.h"
#include "ui/persondata/personsearch.h"
#include "ui/persondata/requestlist.h"

#include <QBoxLayout>
#include <QHideEvent>
#include <QScrollArea>
#include <QTimer>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int narrowPage = 1000;
constexpr int leastHeld = 360;
constexpr int lowPersonPage = 420; ///< below this what explains gives way

} // namespace

PersonDataPage::PersonDataPage(QWidget *parent)
    : QWidget(parent)
    , m_back(new ActionButton(ActionButton::Look::Quiet, this))
    , m_search(new PersonSearch(this))
    , m_requests(new RequestList(this))
    , m_held(new HeldCard(this))
{
    setObjectName(u"personDataPage"_s);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addWidget(m_search);
    column->addWidget(m_requests, 1);
    auto *both = new QWidget;
    m_row = new QBoxLayout(QBoxLayout::LeftToRight, both);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(tokens::space12);
    m_row->addWidget(left, 1);
    m_row->addWidget(m_held, 1);
    auto *scroll = new QScrollArea(this); // on a low screen the fields follow the focus
    scroll->setObjectName(u"personDataScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setWidget(both);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(tokens::space8);
    m_back->setObjectName(u"personDataBack"_s);
    m_back->setIconName("chevron-left"_L1);
    m_back->setKeyHint(u"F3"_s);
    m_back->hide();
    nameWayBack();
    page->addWidget(m_back, 0, Qt::AlignLeft);
    page->addWidget(scroll, 1);
    connect(m_back, &QAbstractButton::clicked, this, &PersonDataPage::entriesWanted);
    connect(m_search, &PersonSearch::chosen, this,
            [this](const VisitorHit &person) { m_held->begin(person.visitorId); });
    connect(m_requests, &RequestList::personWanted, m_held, &HeldCard::begin);
    connect(m_held, &HeldCard::personChanged, this, [this, scroll] {
        m_requests->setAbout(m_held->person(), m_held->name());
        if (m_held->person())
            scroll->ensureWidgetVisible(m_held);
    });
    const auto show = [scroll](QWidget *words) {
        QTimer::singleShot(0, words, [scroll, words] { // once it is laid out
            if (words->isVisible())
                scroll->ensureWidgetVisible(words);
        });
    };
    connect(m_held, &HeldCard::told, this, show);
    connect(m_requests, &RequestList::told, this, show);
}

void PersonDataPage::setToday(const QDate &today)
{
    m_requests->setToday(today);
}

void PersonDataPage::begin()
{
    m_search->begin();
}

void PersonDataPage::forget()
{
    emit forgotten();
    m_search->forget();
    m_held->forget();
    m_requests->forget();
}

void PersonDataPage::setOfEntry(bool ofEntry)
{
    m_back->setVisible(ofEntry);
}

void PersonDataPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        setOfEntry(false);
}

void PersonDataPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameWayBack();
}

void PersonDataPage::nameWayBack()
{
    m_back->setLabel(tr("Entries"));
    m_back->setAccessibleName(tr("Back to the entries"));
}

/// Where there is too little room beside each other, what is held stands below.
void PersonDataPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < textScaled(narrowPage);
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_held->setMinimumHeight(narrow ? textScaled(leastHeld) : 0);
    m_held->setTight(height() < lowPersonPage);
}

} // namespace checkpoint
