#include "ui/settingsview/staffpanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/settingcard.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/settingtable.h"

#include <QEvent>
#include <QHideEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <tuple>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int panelWidest = 900;
constexpr int longestStaffSearch = 80;
constexpr int staffSearchDelayMs = 200;

} // namespace

StaffPanel::StaffPanel(QWidget *parent) : QWidget(parent), m_about(new QLabel(this))
{
    setObjectName(u"staffPanel"_s);
    setMaximumWidth(textScaled(panelWidest));
    m_about->setFont(textFont(tokens::bodyText));
    m_about->setWordWrap(true);
    setTone(m_about, "quiet"_L1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    column->addWidget(m_about);
    column->addWidget(makeCard(), 1);
    setFocusProxy(m_search);
    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(staffSearchDelayMs);
    connect(&m_searchSoon, &QTimer::timeout, this, &StaffPanel::search);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_searchSoon.start();
        updateButton();
    });
    connect(m_mark, &QAbstractButton::clicked, this, &StaffPanel::mark);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &StaffPanel::updateButton);
    retranslate();
}

QWidget *StaffPanel::makeCard()
{
    auto *card = new SettingCard(this);
    QVBoxLayout *column = card->column();
    std::tie(m_search, m_searchRow) = card->addLine(u"staffSearch"_s, longestStaffSearch);
    m_search->installEventFilter(this);
    std::tie(m_table, m_model) = makeSettingTable(card, u"staffTable"_s, 3, 1);
    m_table->installEventFilter(this);
    m_empty = new QLabel(card);
    m_empty->setFont(textFont(tokens::bodyText));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTone(m_empty, "quiet"_L1);
    m_failure = new QLabel(card);
    m_failure->setWordWrap(true);
    m_failure->hide();
    setTone(m_failure, "refused"_L1);
    m_mark = new ActionButton(ActionButton::Look::Primary, card);
    m_mark->setObjectName(u"staffMark"_s);
    m_mark->setKey(QKeySequence(Qt::CTRL | Qt::Key_Return));
    column->addSpacing(tokens::space8);
    column->addWidget(m_empty, 1);
    column->addWidget(m_table, 1);
    column->addWidget(m_failure);
    column->addSpacing(tokens::space8);
    column->addWidget(m_mark);
    return card;
}

QString StaffPanel::typed() const
{
    return m_search->text().trimmed();
}

void StaffPanel::search()
{
    m_searchSoon.stop();
    emit wanted(typed());
}

void StaffPanel::forget()
{
    m_search->setText({}); // clear() could be undone
    m_searchSoon.stop();
    m_answered.clear();
    m_hits.clear();
    fill();
}

void StaffPanel::setHits(const QString &typed, const QList<VisitorHit> &hits)
{
    if (typed != this->typed())
        return;
    m_answered = typed;
    m_hits = hits;
    m_failure->hide();
    fill();
}

void StaffPanel::showFailure(const QString &sentence)
{
    m_failure->setText(sentence);
    m_failure->show();
}

void StaffPanel::mark()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    if (rows.isEmpty() || m_answered != typed())
        return;
    const VisitorHit &hit = m_hits[rows.front().row()];
    emit markRequested(hit.visitorId, !hit.visitor.staff);
}

void StaffPanel::fill()
{
    const int before = m_table->currentIndex().row();
    m_model->setRowCount(0);
    for (const VisitorHit &hit : std::as_const(m_hits)) {
        auto *who = new QStandardItem(personName(hit.visitor));
        who->setData(true, StrongRole);
        auto *traits = new QStandardItem(personTraits(hit.visitor));
        traits->setData(true, QuietRole);
        m_model->appendRow({who, traits, new QStandardItem(hit.visitor.staff ? tr("Staff") : QString())});
    }
    m_table->resizeColumnToContents(0);
    m_table->resizeColumnToContents(2);
    m_table->setVisible(!m_hits.isEmpty());
    m_empty->setVisible(m_hits.isEmpty());
    m_empty->setText(typed().isEmpty()
                         ? tr("Nobody is marked as staff yet. Look for somebody above.")
                         : tr("Nobody with this name has been here. Record their entry first."));
    if (!m_hits.isEmpty())
        m_table->selectRow(qBound(0, before, int(m_hits.size()) - 1));
    updateButton();
}

/// While the list still answers other words nobody in it is meant.
void StaffPanel::updateButton()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const bool staff = !rows.isEmpty() && m_hits.value(rows.front().row()).visitor.staff;
    m_mark->setLabel(staff ? tr("No longer staff") : tr("Mark as staff"));
    m_mark->setEnabled(!rows.isEmpty() && m_answered == typed());
}

/// From what is typed straight into who was found, and there Enter does what the button says.
bool StaffPanel::eventFilter(QObject *watched, QEvent *event)
{
    const auto *pressed = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    const int key = pressed && !(pressed->modifiers() & ~Qt::KeypadModifier) ? pressed->key() : 0;
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_search && (key == Qt::Key_Down || isEnter) && !m_hits.isEmpty()) {
        m_table->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (watched == m_table && isEnter) {
        mark();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

/// Whoever comes again looks for somebody else.
void StaffPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        forget();
}

void StaffPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        setMaximumWidth(textScaled(panelWidest));
}

void StaffPanel::retranslate()
{
    setWindowTitle(tr("Staff"));
    m_about->setText(tr(
        "Staff come and go at any hour and are not asked about their visit; the lists can show them apart. "
        "Whoever has been here once can be marked, here or in the details of an entry."));
    m_searchRow->setWords(tr("Look for a person"), tr("A part of the name, or the last digits of a number."));
    m_table->setAccessibleName(tr("Staff"));
    m_model->setHorizontalHeaderLabels({tr("Who"), tr("Identified by"), tr("Group")});
    fill();
}

} // namespace checkpoint
