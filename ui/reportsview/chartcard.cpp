#include "ui/reportsview/chartcard.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"

#include <QChartView>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableWidget>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Page { Picture, Table };

} // namespace

ChartCard::ChartCard(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_switch(new ActionButton(ActionButton::Look::Quiet, this))
    , m_pages(new QStackedLayout)
    , m_view(new QChartView(this))
    , m_table(new QTableWidget(this))
{
    setObjectName(name);
    setProperty("card", true);
    m_title->setFont(textFont(tokens::bodyText, true));
    m_switch->setObjectName(name + u"Switch"_s);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumSize(120, 90);
    m_table->setObjectName(name + u"Table"_s);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(tokens::rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_table);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_switch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, tokens::space4, tokens::space8, tokens::space8);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(m_pages, 1);
    connect(m_switch, &QAbstractButton::clicked, this, [this] { showTable(!showsTable()); });
    retranslate();
}

void ChartCard::setTitle(const QString &title)
{
    m_title->setText(title);
    retranslate();
}

void ChartCard::setPicture(TrafficPicture picture)
{
    QChart *before = m_view->chart();
    m_view->setChart(picture.chart.release()); // the view owns it now, and no longer the one before
    delete before;
    m_spoken = picture.spoken;
    m_table->clear();
    m_table->setColumnCount(int(picture.table.header.size()));
    m_table->setRowCount(int(picture.table.rows.size()));
    m_table->setHorizontalHeaderLabels(picture.table.header);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        for (int column = 0; column < m_table->columnCount(); ++column) {
            auto *cell = new QTableWidgetItem(picture.table.rows[row][column]);
            cell->setTextAlignment(Qt::AlignVCenter | (column == 0 ? Qt::AlignLeft : Qt::AlignRight));
            m_table->setItem(row, column, cell);
        }
    }
    retranslate();
}

bool ChartCard::showsTable() const
{
    return m_pages->currentIndex() == Table;
}

void ChartCard::showTable(bool shown)
{
    m_pages->setCurrentIndex(shown ? Table : Picture);
    retranslate();
}

void ChartCard::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChartCard::retranslate()
{
    m_switch->setLabel(showsTable() ? tr("Picture") : tr("Table"));
    m_switch->setAccessibleName(showsTable() ? tr("Show the picture: %1").arg(m_title->text())
                                             : tr("Show the figures: %1").arg(m_title->text()));
    m_view->setAccessibleName(m_title->text() + u". "_s + m_spoken);
    m_table->setAccessibleName(m_title->text());
}

} // namespace checkpoint
