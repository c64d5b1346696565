#include "ui/reportsview/overviewpage.h"

#include "ui/common/actionbutton.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/entriesview/daychooser.h"
#include "ui/reportsview/chartcard.h"

#include <QDir>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <numeric>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastCardHeight = 220;

} // namespace

OverviewPage::OverviewPage(QWidget *parent)
    : QWidget(parent)
    , m_days(new DayChooser(this))
    , m_sums(new QLabel(this))
    , m_print(new ActionButton(ActionButton::Look::Plain, this))
    , m_save(new ActionButton(ActionButton::Look::Plain, this))
    , m_hours(new ChartCard(u"hoursChart"_s))
    , m_presence(new ChartCard(u"presenceChart"_s))
    , m_month(new ChartCard(u"daysChart"_s))
    , m_locations(new ChartCard(u"locationsChart"_s))
    , m_sources(new ChartCard(u"sourcesChart"_s))
    , m_empty(new EmptyState(u"overviewEmptyTitle"_s))
    , m_pages(new QStackedLayout)
{
    setTone(m_sums, "quiet"_L1);
    auto *head = new QHBoxLayout;
    head->setSpacing(tokens::space16);
    head->addWidget(m_days);
    head->addWidget(m_sums, 1);
    head->addWidget(m_print);
    head->addWidget(m_save);
    m_sums->setObjectName(u"overviewSums"_s);
    m_sums->setWordWrap(true);
    m_print->setObjectName(u"overviewPrint"_s);
    m_print->setKey(QKeySequence(QKeySequence::Print));
    m_save->setObjectName(u"overviewSave"_s);
    m_save->setKey(QKeySequence(QKeySequence::Save));
    connect(m_print, &QAbstractButton::clicked, this, &OverviewPage::printWanted);
    connect(m_save, &QAbstractButton::clicked, this, &OverviewPage::save);

    // On a low screen the pictures keep their height and are scrolled.
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"overviewScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *cards = new QWidget(scroll);
    scroll->setWidget(cards);
    scroll->viewport()->setAutoFillBackground(false);
    cards->setAutoFillBackground(false);
    auto *grid = new QGridLayout(cards);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(tokens::space12);
    grid->addWidget(m_hours, 0, 0, 1, 3);
    grid->addWidget(m_presence, 0, 3, 1, 3);
    grid->addWidget(m_month, 1, 0, 1, 2);
    grid->addWidget(m_locations, 1, 2, 1, 2);
    grid->addWidget(m_sources, 1, 4, 1, 2);
    for (int column = 0; column < 6; ++column)
        grid->setColumnStretch(column, 1);
    for (int row = 0; row < 2; ++row) {
        grid->setRowStretch(row, 1);
        grid->setRowMinimumHeight(row, textScaled(leastCardHeight));
    }
    m_pages->addWidget(m_empty);
    m_pages->addWidget(scroll);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addLayout(head);
    column->addLayout(m_pages, 1);
    connect(m_days, &DayChooser::dayChanged, this, &OverviewPage::dayWanted);
    retranslate();
}

QDate OverviewPage::day() const
{
    return m_days->day();
}

void OverviewPage::setToday(const QDate &today)
{
    m_days->setToday(today);
}

void OverviewPage::setCapacity(int capacity)
{
    m_capacity = capacity;
    draw();
}

void OverviewPage::setTraffic(const Traffic &traffic)
{
    m_traffic = traffic;
    m_failure.reset();
    draw();
}

void OverviewPage::showFailure(const Error &error)
{
    m_failure = error;
    m_traffic.reset();
    draw();
}

void OverviewPage::showTables(bool shown)
{
    for (ChartCard *card : {m_hours, m_presence, m_month, m_locations, m_sources})
        card->showTable(shown);
}

QList<ChartSheet> OverviewPage::sheets() const
{
    if (!m_traffic || m_traffic->isEmpty())
        return {};
    const Colours &paper = paperColours();
    const QString passages = tr("Passages");
    return {chartSheet(tr("Passages by hour"), hoursPicture(*m_traffic, paper), tr("Hour"), passages),
            chartSheet(tr("People inside over the day"), presencePicture(*m_traffic, m_capacity, paper),
                       tr("Hour"), tr("People")),
            chartSheet(tr("Last 30 days"), daysPicture(*m_traffic, paper), tr("Day"), passages),
            chartSheet(tr("By location"), locationsPicture(*m_traffic, paper), passages, tr("Location")),
            chartSheet(tr("By kind of code"), sourcesPicture(*m_traffic, paper), passages, tr("Code"))};
}

void OverviewPage::save()
{
    const QString name = u"pictures-"_s + day().toString(Qt::ISODate) + u".pdf"_s;
    QString path = saving.ask(this, tr("Save the pictures"), name, tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        path += ".pdf"_L1;
    emit saveWanted(path);
}

void OverviewPage::showPrinted(const Result<QString> &answer)
{
    if (answer) {
        setTone(m_sums, "in"_L1);
        m_sums->setText(tr("Printed: %1").arg(QDir::toNativeSeparators(*answer)));
        return;
    }
    const ErrorText text = errorText(answer.error().code);
    setTone(m_sums, "refused"_L1);
    m_sums->setText(text.happened + u' ' + text.todo);
}

void OverviewPage::draw()
{
    setTone(m_sums, "quiet"_L1);
    const bool any = m_traffic && !m_traffic->isEmpty();
    m_print->setEnabled(any);
    m_save->setEnabled(any);
    m_pages->setCurrentIndex(m_traffic && !m_traffic->isEmpty() ? 1 : 0);
    m_sums->clear();
    if (m_failure) {
        const ErrorText text = errorText(m_failure->code);
        m_empty->setWords(text.happened, text.kept + u' ' + text.todo);
    } else {
        m_empty->setWords(tr("Nothing was recorded in these thirty days"),
                          tr("As soon as visitors pass, the day is shown here in pictures."));
    }
    if (!m_traffic)
        return;
    const Colours &colours = coloursOf(palette());
    m_hours->setPicture(hoursPicture(*m_traffic, colours));
    m_presence->setPicture(presencePicture(*m_traffic, m_capacity, colours));
    m_month->setPicture(daysPicture(*m_traffic, colours));
    m_locations->setPicture(locationsPicture(*m_traffic, colours));
    m_sources->setPicture(sourcesPicture(*m_traffic, colours));
    const int in = std::accumulate(m_traffic->in.begin(), m_traffic->in.end(), 0);
    const int out = std::accumulate(m_traffic->out.begin(), m_traffic->out.end(), 0);
    const QLocale locale;
    m_sums->setText(
        tr("In %1 · Out %2 · At most %3 inside at once")
            .arg(locale.toString(in), locale.toString(out), locale.toString(m_traffic->mostInside)));
}

void OverviewPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void OverviewPage::retranslate()
{
    m_hours->setTitle(tr("Passages by hour"));
    m_presence->setTitle(tr("People inside over the day"));
    m_month->setTitle(tr("Last 30 days"));
    m_locations->setTitle(tr("By location"));
    m_sources->setTitle(tr("By kind of code"));
    m_print->setLabel(tr("Print…"));
    m_save->setLabel(tr("Save as PDF"));
    draw();
}

} // namespace checkpoint
