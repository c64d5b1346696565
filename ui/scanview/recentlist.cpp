#include "ui/scanview/recentlist.h"

#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/scanview/recentmodel.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

RecentList::RecentList(QWidget *parent)
    : QFrame(parent), m_model(new RecentModel(this)), m_table(new QTableView(this)), m_hint(new QLabel(this))
{
    setProperty("card", true);
    m_table->setObjectName(u"recentTable"_s);
    m_table->setModel(m_model);
    RowDelegate::setUp(m_table);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setMinimumHeight(tokens::rowHeight);
    m_table->horizontalHeader()->hide();
    m_hint->setFont(textFont(tokens::bodyText));
    m_hint->setAlignment(Qt::AlignCenter);
    setTone(m_hint, "quiet"_L1);

    auto *pages = new QStackedLayout;
    pages->addWidget(m_hint);
    pages->addWidget(m_table);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(1, tokens::space4, 1, tokens::space4); // clear of the round corners
    frame->addLayout(pages);
    connect(m_model, &QAbstractItemModel::modelReset, this,
            [this, pages] { pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0); });
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (const quint64 number = m_model->leftOpenNumber(index.row()))
            emit leftOpenChosen(number);
        m_chosen = m_model->lineOf(index.row());
        if (m_chosen && isVisible())
            m_chooses.start();
    });
    m_table->setMouseTracking(true);
    connect(m_table, &QAbstractItemView::entered, this, [this](const QModelIndex &index) {
        const bool leads = m_model->lineOf(index.row()) || m_model->leftOpenNumber(index.row());
        m_table->viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    });
    // A second click would fall on what is shown then.
    m_chooses.setSingleShot(true);
    m_chooses.setInterval(QApplication::doubleClickInterval());
    connect(&m_chooses, &QTimer::timeout, this, &RecentList::choose);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        m_chosen = m_model->lineOf(index.row());
        choose();
    });
}

int RecentList::edges()
{
    return 2 * (tokens::space4 + 1);
}

void RecentList::choose()
{
    m_chooses.stop();
    if (m_chosen && isVisible())
        emit entryChosen(*m_chosen);
}

void RecentList::setHint(const QString &hint)
{
    m_hint->setText(hint);
}

void RecentList::arrange(int rows, int share)
{
    m_model->setShownRows(rows);
    // Short names make room for the location, which otherwise would be cut where the text is large.
    const int fixed = textScaled(96) + textScaled(176) + share * 29 / 100;
    const int person = qMax(textScaled(120), qMin(share * 28 / 100, share - fixed - textScaled(110)));
    const int widths[] = {textScaled(96), textScaled(176), person, share * 14 / 100, share * 15 / 100};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void RecentList::retranslate()
{
    m_table->setAccessibleName(tr("Last scans"));
    m_table->setToolTip(tr("Click an entry for all about it (F3)."));
    m_model->retranslate();
}

} // namespace checkpoint
