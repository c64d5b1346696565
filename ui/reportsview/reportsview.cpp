#include "ui/reportsview/reportsview.h"

#include "ui/common/choicerow.h"
#include "ui/common/currentpagelayout.h"
#include "ui/common/tokens.h"
#include "ui/paperday/paperdaypage.h"
#include "ui/paperday/photospage.h"
#include "ui/persondata/persondatapage.h"
#include "ui/reportsview/filespage.h"
#include "ui/reportsview/overviewpage.h"
#include "ui/reportsview/rolluppage.h"
#include "ui/reportsview/tracepage.h"

#include <QAbstractButton>
#include <QEvent>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int pictureDelayMs = 2000; ///< pictures of a day need not follow every scan

} // namespace

ReportsView::ReportsView(QWidget *parent)
    : QWidget(parent)
    , m_which(new ChoiceRow(PageCount, this))
    , m_overview(new OverviewPage(this))
    , m_files(new FilesPage(this))
    , m_trace(new TracePage(this))
    , m_persons(new PersonDataPage(this))
    , m_rollup(new RollupPage(this))
    , m_paper(new PaperDayPage(this))
    , m_photos(new PhotosPage(this))
    , m_pages(new CurrentPageLayout)
{
    setObjectName(u"reportsView"_s);
    m_which->setObjectName(u"reportsWhich"_s);
    m_which->setIndex(Pictures);
    m_pages->addWidget(m_overview);
    m_pages->addWidget(m_files);
    m_pages->addWidget(m_trace);
    m_pages->addWidget(m_persons);
    m_pages->addWidget(m_rollup);
    m_pages->addWidget(m_paper);
    m_pages->addWidget(m_photos);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    column->setSpacing(tokens::space12);
    column->addWidget(m_which);
    column->addLayout(m_pages, 1);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(pictureDelayMs);
    connect(&m_refreshSoon, &QTimer::timeout, this, [this] {
        m_stale = false;
        emit m_overview->dayWanted(m_overview->day());
    });
    connect(m_which, &ChoiceRow::chosen, this, &ReportsView::showPage);
    setFocusProxy(m_which->button(Pictures));
    retranslate();
}

void ReportsView::setToday(const QDate &today)
{
    m_overview->setToday(today);
    m_files->setToday(today);
    m_trace->setToday(today);
    m_persons->setToday(today);
}

QList<KeyHint> ReportsView::keyHints() const
{
    return QList<KeyHint>{
               {u"← →"_s, tr("Pictures, files, trace, requests, many venues, paper day or photos")},
               {u"Ctrl+S"_s, tr("Save the chosen report or the pictures as a file")},
               {u"Ctrl+P"_s, tr("Print the report's summary, the pictures or the paper form")},
               {u"Ctrl+R"_s, tr("Show everything held on a person in full, for a reason")},
               {u"Ctrl+E"_s, tr("Put right what is held on a person")},
               {u"Ctrl+Delete"_s, tr("Erase what is held on a person")},
               {u"Ctrl+Y"_s, tr("A request: mark it as answered")},
               {u"Ctrl+D"_s, tr("A request: mark it as done")},
               {u"Ctrl+W"_s, tr("A request: show who asks")},
               {u"Ctrl+Enter"_s, tr("Trace; a request: show what is held on that person")},
               {u"Esc"_s, tr("Stop a report that is being written")}} +
           m_paper->keyHints() + m_photos->keyHints();
}

void ReportsView::refresh()
{
    m_stale = true;
    if (isVisible() && !m_refreshSoon.isActive())
        m_refreshSoon.start();
}

void ReportsView::forget()
{
    m_refreshSoon.stop();
    m_stale = true;
    m_files->forget();
    m_trace->forget();
    m_paper->forget();
    m_persons->forget();
}

void ReportsView::showPage(int page)
{
    m_pages->setCurrentIndex(page);
    if (page == Files)
        m_files->askPreview();
}

void ReportsView::open(Page page)
{
    m_which->setIndex(page);
    showPage(page);
    if (page == PaperDay)
        m_paper->begin();
    else if (page == Trace)
        m_trace->begin();
    else if (page == PersonData)
        m_persons->begin();
    else if (page == Rollup)
        m_rollup->begin();
    else
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ReportsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        m_refreshSoon.start(0);
    if (m_pages->currentIndex() == Files)
        m_files->askPreview();
}

void ReportsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ReportsView::retranslate()
{
    m_which->setAccessibleName(tr("What is shown"));
    m_which->setLabels({tr("Charts"), tr("Files"), tr("Trace"), tr("Requests"), tr("Many venues"),
                        tr("Paper day"), tr("Photos")});
}

} // namespace checkpoint
