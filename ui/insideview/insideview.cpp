#include "ui/insideview/insideview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/insideview/insidemodel.h"
#include "ui/scanview/passagefields.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QShortcut>
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
    connect(m_which, &ChoiceRow::chosen, this, [this] { show(m_rows); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
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

// ---- building

QWidget *InsideView::makeTopRow()
{
    auto *top = new QWidget(this);
    m_which = new ChoiceRow(2, top);
    m_which->setObjectName(u"insideWhich"_s);
    m_which->setIndex(Now);
    m_search = new QLineEdit(top);
    m_search->setObjectName(u"insideSearch"_s);
    m_search->setMaximumWidth(420);
    m_search->setMaxLength(80);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space16);
    row->addWidget(m_which);
    row->addWidget(m_search, 1);
    row->addStretch();
    return top;
}

QWidget *InsideView::makeTableCard()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_table = new QTableView(card);
    m_table->setObjectName(u"insideTable"_s);
    m_table->setModel(m_model);
    m_table->installEventFilter(this);
    RowDelegate::setUp(m_table);

    m_empty = new EmptyState(u"insideEmptyTitle"_s, card);

    m_estimated = new QLabel(card);
    m_estimated->setObjectName(u"insideEstimated"_s);
    m_estimated->setWordWrap(true);
    m_estimated->setTextFormat(Qt::PlainText);
    m_estimated->setContentsMargins(tokens::space12, tokens::space8, tokens::space12, tokens::space8);
    setTone(m_estimated, "quiet"_L1);

    m_pages = new QStackedLayout;
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    auto *frame = new QVBoxLayout(card);
    frame->setContentsMargins(1, tokens::space4, 1, tokens::space4); // clear of the round corners
    frame->addWidget(m_estimated);
    frame->addLayout(m_pages, 1);
    return card;
}

/// Two questions that stand below the list when they are asked: who of a party leaves, and whether everybody
/// is to be recorded as gone.
QWidget *InsideView::makePartyCard()
{
    auto *both = new QWidget(this);
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);

    m_partyCard = new QFrame(both);
    m_partyCard->setProperty("card", true);
    m_partyTitle = new QLabel(m_partyCard);
    m_partyTitle->setObjectName(u"partyTitle"_s);
    m_partyTitle->setFont(textFont(tokens::headingText, true));
    m_partyTitle->setTextFormat(Qt::PlainText);
    m_partyFields = new PassageFields(m_partyCard);
    m_partyFields->setFields({PassageField::Companions, PassageField::Children}, {});
    m_partyOut = new ActionButton(ActionButton::Look::Primary, m_partyCard);
    m_partyOut->setObjectName(u"partyOut"_s);
    m_partyOut->setKey(Qt::Key_Return);
    m_partyLeave = new ActionButton(ActionButton::Look::Plain, m_partyCard);
    m_partyLeave->setKey(Qt::Key_Escape);
    auto *row = new QHBoxLayout(m_partyCard);
    row->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space12);
    row->setSpacing(tokens::space12);
    row->addWidget(m_partyTitle, 1);
    row->addWidget(m_partyFields, 1);
    row->addWidget(m_partyOut, 0, Qt::AlignBottom);
    row->addWidget(m_partyLeave, 0, Qt::AlignBottom);
    connect(m_partyLeave, &QAbstractButton::clicked, this, &InsideView::endParty);
    connect(m_partyOut, &QAbstractButton::clicked, this, [this] {
        if (!m_partyFields->validate())
            return;
        const PassageValues values = m_partyFields->values();
        const Party party{values.companions, values.children};
        if (m_partyOf && !party.isEmpty())
            emit partyOutRequested(m_partyOf->in.entry.id, party);
        endParty();
    });

    m_closeCard = new QFrame(both);
    m_closeCard->setProperty("card", true);
    m_closeQuestion = new QLabel(m_closeCard);
    m_closeQuestion->setObjectName(u"closeQuestion"_s);
    m_closeQuestion->setFont(textFont(tokens::headingText, true));
    m_closeQuestion->setWordWrap(true);
    m_closeConfirm = new ActionButton(ActionButton::Look::Primary, m_closeCard);
    m_closeConfirm->setObjectName(u"closeConfirm"_s);
    m_closeConfirm->setKey(Qt::Key_Return);
    m_closeLeave = new ActionButton(ActionButton::Look::Plain, m_closeCard);
    m_closeLeave->setKey(Qt::Key_Escape);
    auto *closeRow = new QHBoxLayout(m_closeCard);
    closeRow->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space12);
    closeRow->setSpacing(tokens::space12);
    closeRow->addWidget(m_closeQuestion, 1);
    closeRow->addWidget(m_closeConfirm);
    closeRow->addWidget(m_closeLeave);
    connect(m_closeLeave, &QAbstractButton::clicked, this, [this] {
        m_closeCard->hide();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_closeConfirm, &QAbstractButton::clicked, this, [this] {
        m_closeCard->hide();
        QList<QUuid> ids;
        for (int each = 0; each < m_model->rowCount(); ++each)
            ids << m_model->rowAt(each)->in.entry.id;
        emit closeRequested(ids);
    });
    column->addWidget(m_partyCard);
    column->addWidget(m_closeCard);
    m_partyCard->hide();
    m_closeCard->hide();
    return both;
}

QWidget *InsideView::makeBottomRow()
{
    auto *bottom = new QWidget(this);
    m_sums = new QLabel(bottom);
    m_sums->setObjectName(u"insideSums"_s);
    m_sums->setFont(textFont(tokens::bodyText));
    setTone(m_sums, "quiet"_L1);
    m_out = new ActionButton(ActionButton::Look::Primary, bottom);
    m_out->setObjectName(u"insideOut"_s);
    m_out->setIconName("out"_L1);
    m_out->setKeyHint(u"Enter"_s);
    m_party = new ActionButton(ActionButton::Look::Plain, bottom);
    m_party->setObjectName(u"insideParty"_s);
    m_party->setKey(QKeySequence(Qt::CTRL | Qt::Key_G));
    m_close = new ActionButton(ActionButton::Look::Plain, bottom);
    m_close->setObjectName(u"insideClose"_s);
    m_close->setKey(QKeySequence(Qt::CTRL | Qt::Key_E));
    m_print = new ActionButton(ActionButton::Look::Plain, bottom);
    m_print->setObjectName(u"insidePrint"_s);
    m_print->setKey(QKeySequence(Qt::CTRL | Qt::Key_P));
    connect(m_print, &QAbstractButton::clicked, this, [this] { emit printRequested(m_rows); });
    auto *row = new QHBoxLayout(bottom);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space8);
    row->addWidget(m_sums, 1);
    row->addWidget(m_print);
    row->addWidget(m_close);
    row->addWidget(m_party);
    row->addWidget(m_out);
    return bottom;
}

void InsideView::makeKeys()
{
    const auto key = [this](QWidget *where, const QList<QKeySequence> &keys, auto action) {
        auto *shortcut = new QShortcut(where);
        shortcut->setKeys(keys);
        shortcut->setContext(where == this ? Qt::WidgetWithChildrenShortcut : Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    key(this, {QKeySequence(Qt::CTRL | Qt::Key_F)}, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    key(m_table, {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}, [this] { sendOut(); });
    key(m_search, {QKeySequence(Qt::Key_Down), QKeySequence(Qt::Key_Return)}, [this] {
        m_table->setFocus(Qt::ShortcutFocusReason);
        if (!chosenRow() && m_model->rowCount() > 0)
            m_table->selectRow(0);
    });
    key(m_search, {QKeySequence(Qt::Key_Escape)}, [this] { m_search->clear(); });
}

// ---- showing

void InsideView::setToday(const QDate &today)
{
    if (today == m_today)
        return;
    m_today = today;
    m_model->setToday(today);
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
    m_table->setFocus(Qt::OtherFocusReason);
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
    for (int row = 0; chosen && row < m_model->rowCount(); ++row) {
        if (m_model->rowAt(row)->in.entry.id == *chosen)
            m_table->selectRow(row);
    }
    updateState();
}

void InsideView::forget()
{
    for (QFrame *card : {m_partyCard, m_closeCard})
        card->hide();
    m_partyOf.reset();
    m_partyTitle->clear();
    m_partyFields->setValues({});
    m_search->setText({}); // clear() could be undone
    m_estimatedExits.clear();
    m_failure.reset();
    m_fetched = false;
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
    m_pages->setCurrentIndex(rows ? 0 : 1);
    if (rows && std::exchange(m_justOpened, false) && isVisible() && !m_search->hasFocus())
        m_table->setFocus(Qt::OtherFocusReason);
    tellEstimated();
    if (m_failure) {
        const ErrorText text = errorText(*m_failure);
        m_empty->setWords(text.happened, text.todo);
    } else if (!m_fetched) {
        m_empty->setWords({}, {});
    } else if (!m_model->isEmpty()) {
        m_empty->setWords(tr("Nobody fits these words"), tr("Esc shows everybody again."));
    } else if (m_which->index() == BeforeToday) {
        m_empty->setWords(tr("Nobody is left over from the days before"),
                          tr("Whoever came before today has left."));
    } else {
        m_empty->setWords(tr("Nobody is inside"), tr("Whoever comes in is listed here until they leave."));
    }
    const auto chosen = chosenRow();
    m_out->setEnabled(chosen.has_value());
    m_party->setEnabled(chosen && !chosen->partyInside.isEmpty());
    m_close->setEnabled(rows);
    m_print->setEnabled(m_fetched && !m_failure);
    setTone(m_sums, "quiet"_L1);
    const QString visitors = tr("%n visitor(s)", nullptr, m_model->visitors()) + m_model->staffWords();
    const int along = m_model->companions();
    m_sums->setText(along > 0 ? tr("%1 and %2").arg(visitors, tr("%n who came along", nullptr, along))
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
    if (watched == m_table && event->type() == QEvent::Resize)
        arrangeColumns();
    if (watched == m_table && event->type() == QEvent::KeyPress && !chosenRow() && m_model->rowCount() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_table->selectRow(qMax(0, m_table->currentIndex().row()));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void InsideView::arrangeColumns()
{
    const int share = m_table->width();
    const int widths[] = {textScaled(136), share * 22 / 100, share * 23 / 100, share * 14 / 100,
                          share * 15 / 100};
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setStretchLastSection(true);
}

// ---- doing

void InsideView::sendOut()
{
    if (const auto row = chosenRow())
        emit sendOutRequested(row->in.entry.id);
}

void InsideView::beginParty()
{
    m_partyOf = chosenRow();
    if (!m_partyOf)
        return;
    m_partyTitle->setText(tr("Who of those with %1 leaves?").arg(personName(m_partyOf->in.visitor)));
    PassageValues values;
    values.companions = m_partyOf->partyInside.companions;
    values.children = m_partyOf->partyInside.children;
    m_partyFields->setMost(PassageField::Companions, values.companions);
    m_partyFields->setMost(PassageField::Children, values.children);
    m_partyFields->setValues(values);
    m_closeCard->hide();
    m_partyCard->show();
    m_partyFields->edit(PassageField::Companions)->setFocus(Qt::OtherFocusReason);
    m_partyFields->edit(PassageField::Companions)->selectAll();
}

void InsideView::endParty()
{
    m_partyOf.reset();
    m_partyCard->hide();
    m_table->setFocus(Qt::OtherFocusReason);
}

void InsideView::beginClosing()
{
    endParty();
    m_closeQuestion->setText(tr("Record that all %n listed have left now? The exits are marked as estimated.",
                                nullptr, m_model->rowCount()));
    m_closeCard->show();
    m_closeConfirm->setFocus(Qt::OtherFocusReason);
}

void InsideView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace checkpoint
