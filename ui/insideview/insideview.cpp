#include "ui/insideview/insideview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/insideview/insidemodel.h"
#include "ui/insideview/rollcallpanel.h"
#include "ui/scanview/passagefields.h"

#include <QApplication>
#include <QEvent>
#include <QFocusEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int insideDelayMs = 200;
enum Which { Now, BeforeToday };

} // namespace

InsideView::InsideView(QWidget *parent)
    : QWidget(parent), m_model(new InsideModel(this)), m_today(QDate::currentDate())
{
    setObjectName(u"insideView"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    column->setSpacing(tokens::space12);
    column->addWidget(makeTopRow());
    column->addWidget(makeTableCard(), 1);
    column->addWidget(makePartyCard());
    column->addWidget(makeBottomRow());
    makeKeys();

    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(insideDelayMs);
    connect(&m_refreshSoon, &QTimer::timeout, this, [this] {
        m_stale = false;
        emit rowsWanted();
    });
    connect(m_which, &ChoiceRow::chosen, this, [this] {
        endClosing();
        show(m_rows);
    });
    connect(m_group, &ChoiceRow::chosen, this, [this](int group) {
        endClosing();
        m_model->setGroup(EntryFilter::Group(group));
        updateState();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        endClosing();
        m_model->setWords(words);
        updateState();
    });
    connect(m_out, &QAbstractButton::clicked, this, &InsideView::sendOut);
    connect(m_party, &QAbstractButton::clicked, this, &InsideView::beginParty);
    connect(m_close, &QAbstractButton::clicked, this, &InsideView::beginClosing);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { updateState(); });
    retranslate();
}

// ---- showing

void InsideView::setToday(const QDate &today)
{
    if (today == m_today)
        return;
    m_today = today;
    m_model->setToday(today);
    sayClosed(0);
    refresh();
}

void InsideView::refresh()
{
    m_stale = true;
    if (isVisible())
        m_refreshSoon.start();
}

void InsideView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->setToday(m_today);
    if (m_stale)
        m_refreshSoon.start(0);
    m_justOpened = m_pages->currentIndex() != 0;
}

/// Whoever gives the view the focus means what is done in it.
void InsideView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    takeFocus();
}

/// Into the question that stands: its keys are its own.
void InsideView::takeFocus()
{
    if (!m_rollCallCard->isHidden())
        return m_rollCall->takeFocus();
    QWidget *place = m_table;
    if (!m_partyCard->isHidden())
        place = m_partyFields->edit(PassageField::Companions);
    else if (!m_closeCard->isHidden())
        place = m_closeLeave;
    place->setFocus(Qt::OtherFocusReason);
}

/// What was said was about what was done before.
void InsideView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    tell({});
}

void InsideView::setRows(const QList<InsideRow> &rows)
{
    m_failure.reset();
    m_fetched = true;
    show(rows);
}

void InsideView::show(const QList<InsideRow> &rows)
{
    m_rows = rows;
    std::optional<QUuid> chosen;
    if (const auto row = chosenRow())
        chosen = row->in.entry.id;
    QList<InsideRow> wanted;
    for (const InsideRow &row : m_rows) {
        if (m_which->index() == Now || row.in.entry.at.toDateTime().date() < m_today)
            wanted << row;
    }
    m_model->setRows(wanted);
    arrangeColumns();
    for (int row = 0; chosen && row < m_model->rowCount(); ++row) {
        if (m_model->rowAt(row)->in.entry.id == *chosen)
            m_table->selectRow(row);
    }
    keepPartyQuestion();
    updateState();
}

/// Who has left meanwhile, or whose group has, is not asked about any more; of a smaller group no more may
/// leave than are there.
void InsideView::keepPartyQuestion()
{
    if (!m_partyOf)
        return;
    const QUuid asked = m_partyOf->in.entry.id;
    for (const InsideRow &row : std::as_const(m_rows)) {
        if (row.in.entry.id != asked || row.partyInside.isEmpty())
            continue;
        m_partyOf = row;
        m_partyFields->setMost(PassageField::Companions, row.partyInside.companions);
        m_partyFields->setMost(PassageField::Children, row.partyInside.children);
        return;
    }
    const QString name = personName(m_partyOf->in.visitor);
    endParty();
    tell(tr("Nobody who came with %1 is inside any more; the question is closed.").arg(name));
}

void InsideView::tell(const QString &sentence, bool failed)
{
    m_told->setText(sentence);
    m_told->setVisible(!sentence.isEmpty());
    setTone(m_told, failed ? "refused"_L1 : "in"_L1);
    if (!sentence.isEmpty())
        announce(m_told, sentence);
}

bool InsideView::asks() const
{
    return !m_partyCard->isHidden() || !m_closeCard->isHidden() || !m_rollCallCard->isHidden();
}

void InsideView::forget()
{
    m_partyCard->hide();
    endClosing();
    endRollCall();
    tell({});
    sayClosed(0);
    m_partyOf.reset();
    m_partyTitle->clear();
    m_partyStays->clear();
    m_partyFields->setValues({});
    m_search->setText({}); // clear() could be undone
    m_estimatedExits.clear();
    m_failure.reset();
    m_fetched = false;
    m_refreshSoon.stop();
    m_stale = true;
    show({});
}

void InsideView::setEstimatedExits(const QList<EntryRow> &exits)
{
    m_estimatedExits = exits;
    tellEstimated();
}

void InsideView::tellEstimated()
{
    m_estimated->setVisible(m_which->index() == BeforeToday && !m_estimatedExits.isEmpty());
    m_estimated->setText(InsideModel::estimatedWords(m_estimatedExits));
}

void InsideView::showFailure(const Error &error)
{
    m_failure = error.code;
    m_model->setRows({});
    updateState();
}

void InsideView::updateState()
{
    const bool rows = m_model->rowCount() > 0;
    const bool atWork = m_table->hasFocus() || m_out->hasFocus();
    m_pages->setCurrentIndex(rows ? 0 : 1);
    if (rows && std::exchange(m_justOpened, false) && isVisible() && !m_search->hasFocus())
        takeFocus();
    tellEstimated();
    if (m_failure) {
        const ErrorText text = errorText(*m_failure);
        m_empty->setWords(text.happened, text.todo);
    } else if (!m_fetched) {
        m_empty->setWords({}, {});
    } else if (!m_model->isEmpty()) {
        m_empty->setWords(tr("Nobody matches"), m_group->index() == 0 ? tr("Esc shows everybody again.")
                                                                      : tr("Choose “Everybody” above."));
    } else if (m_which->index() == BeforeToday) {
        m_empty->setWords(tr("Nobody is left from earlier days"), tr("Whoever came before today has left."));
    } else {
        m_empty->setWords(tr("Nobody is inside"), tr("Whoever comes in is listed here until they leave."));
    }
    const auto chosen = chosenRow();
    for (ActionButton *button : {m_out, m_party, m_close, m_printFull})
        button->setVisible(!asks());
    // Else the next button would have the focus, and print at the next Enter.
    if (atWork && !rows)
        m_search->setFocus(Qt::OtherFocusReason);
    else if (m_out->hasFocus() && !chosen)
        m_table->setFocus(Qt::OtherFocusReason);
    m_out->setEnabled(chosen.has_value());
    m_party->setEnabled(chosen && !chosen->partyInside.isEmpty());
    m_close->setEnabled(rows);
    m_print->setEnabled(m_fetched && !m_failure);
    m_printFull->setEnabled(m_fetched && !m_failure);
    setTone(m_sums, "quiet"_L1);
    const int all = m_model->visitors();
    const QString visitors =
        (m_model->isNarrowed() ? tr("%1 of %n visitor(s)", nullptr, all).arg(m_model->shownVisitors())
                               : tr("%n visitor(s)", nullptr, all)) +
        m_model->staffWords();
    const int along = m_model->isNarrowed() ? 0 : m_model->companions();
    m_sums->setText(along > 0 ? tr("%1 and %2").arg(visitors, tr("%n companion(s)", nullptr, along))
                              : visitors);
}

/// Where the keyboard stands without a mark on it, nobody is chosen: no key may send out whom it does not
/// show.
std::optional<InsideRow> InsideView::chosenRow() const
{
    const QModelIndex current = m_table->currentIndex();
    return m_table->selectionModel()->isSelected(current) ? m_model->rowAt(current.row()) : std::nullopt;
}

/// The columns follow the table, which gets its place later than the view. The first key of the arrows marks
/// where it stands.
bool InsideView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_top && event->type() == QEvent::Resize)
        arrangeTop();
    if (watched == m_bottom && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        arrangeBottom();
    if (watched == m_table && event->type() == QEvent::Resize)
        arrangeColumns();
    if (watched == m_table && event->type() == QEvent::KeyPress && !chosenRow() && m_model->rowCount() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_table->selectRow(qMax(0, m_table->currentIndex().row()));
            return true;
        }
    }
    // Keys of the closing that a field would take; what was typed there is undone first.
    if (watched == m_search && event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool undoes = m_closedUndo->isVisible() && m_closedUndo->isPressedBy(key);
        if ((undoes && !m_search->isUndoAvailable()) || m_close->isPressedBy(key)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

// ---- doing

void InsideView::sendOut()
{
    const auto row = chosenRow();
    if (!row || asks())
        return;
    tell({});
    endClosedKey();
    emit sendOutRequested(row->in.entry.id);
}

/// What was done last is something else now; the button goes on offering it.
void InsideView::endClosedKey()
{
    m_closedUndo->setKeys({}, this);
}

void InsideView::beginParty()
{
    tell({});
    m_partyOf = chosenRow();
    if (!m_partyOf)
        return;
    const QString name = personName(m_partyOf->in.visitor);
    m_partyTitle->setText(tr("Who of %1's group is leaving?").arg(name));
    m_partyStays->setText(tr("%1 stays inside. If they all leave: Esc, then Enter.").arg(name));
    PassageValues values;
    values.companions = m_partyOf->partyInside.companions;
    values.children = m_partyOf->partyInside.children;
    m_partyFields->setMost(PassageField::Companions, values.companions);
    m_partyFields->setMost(PassageField::Children, values.children);
    m_partyFields->setValues(values);
    endClosing();
    m_partyCard->show();
    updateState();
    takeFocus();
    m_partyFields->edit(PassageField::Companions)->selectAll();
}

void InsideView::endParty()
{
    m_partyOf.reset();
    m_partyCard->hide();
    updateState();
    m_table->setFocus(Qt::OtherFocusReason);
}

void InsideView::beginClosing()
{
    endParty();
    tell({});
    m_toClose.clear();
    for (int each = 0; each < m_model->rowCount(); ++each)
        m_toClose << m_model->rowAt(each)->in.entry.id;
    m_closeQuestion->setText(tr("Record OUT for all %n listed and for those with them? The exits are marked "
                                "as estimated.",
                                nullptr, int(m_toClose.size())));
    m_closeCard->show();
    updateState();
    takeFocus();
}

/// Who comes while the question stands is not meant by it; whoever looks at other rows asks anew.
void InsideView::endClosing()
{
    const bool focused = m_closeCard->isAncestorOf(QApplication::focusWidget());
    m_closeCard->hide();
    m_toClose.clear();
    updateState();
    if (focused)
        m_table->setFocus(Qt::OtherFocusReason);
}

/// Names in full are for the roll call only, and for a reason.
void InsideView::beginRollCall()
{
    endParty();
    endClosing();
    tell({});
    m_rollCallCard->show();
    updateState();
    m_rollCall->ask();
}

void InsideView::endRollCall()
{
    const bool focused = m_rollCallCard->isAncestorOf(QApplication::focusWidget());
    m_rollCallCard->hide();
    m_rollCall->forget();
    updateState();
    if (focused)
        m_table->setFocus(Qt::OtherFocusReason);
}

void InsideView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (m_top && (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange))
        arrangeTop();
}

} // namespace checkpoint
