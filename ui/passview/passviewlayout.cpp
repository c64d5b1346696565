#include "ui/passview/passview.h"

// How the view is laid out, what is connected to what and what can be pressed; what it does is in
// passview.cpp.

#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/emptystate.h"
#include "ui/common/picker.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/passview/visitorpassmodel.h"
#include "ui/posterview/printerchoice.h"
#include "ui/posterview/sheetpreview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int sideWidth = 400;

QVBoxLayout *columnOf(QWidget *card)
{
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    return column;
}

QLabel *makeNote(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setFont(textFont(tokens::bodyText));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTone(label, "quiet"_L1);
    return label;
}

} // namespace

PassView::PassView(QWidget *parent)
    : QWidget(parent), askPrinter(choosePrinter), m_model(new VisitorPassModel(this))
{
    setObjectName(u"passView"_s);
    auto *side = new QVBoxLayout;
    side->setSpacing(tokens::space12);
    side->addWidget(makeForm());
    side->addWidget(makePaper(), 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    row->setSpacing(tokens::space12);
    row->addWidget(makeList(), 1);
    row->addLayout(side);
    // What hangs below the name while somebody types lies over the other card.
    m_list = new QListWidget(this);
    m_list->setObjectName(u"passHits"_s);
    m_list->setItemDelegate(new WholeRowDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    QWidget *before = m_name;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_days, m_issue, m_search, m_table, m_revoke, m_undo, m_layout,
                                          m_languages, m_preview, m_print, m_save}) {
        setTabOrder(before, next);
        before = next;
    }
    connectControls();
    makeKeys();
    retranslate();
    showWorking(false);
    updateState();
}

PassView::~PassView() = default;

QWidget *PassView::makeList()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    m_search = new QLineEdit(card);
    m_search->setObjectName(u"passSearch"_s);
    m_search->setMaxLength(80);
    m_table = new QTableView(card);
    m_table->setObjectName(u"passTable"_s);
    m_table->setModel(m_model);
    RowDelegate::setUp(m_table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    const std::pair<VisitorPassModel::Column, int> widths[] = {{VisitorPassModel::Number, 140},
                                                               {VisitorPassModel::Issued, 112},
                                                               {VisitorPassModel::ValidUntil, 112},
                                                               {VisitorPassModel::State, 124}};
    for (const auto &[column, width] : widths)
        m_table->setColumnWidth(column, textScaled(width));
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(VisitorPassModel::Person, QHeaderView::Stretch);
    m_empty = new EmptyState(u"passEmptyTitle"_s, card);
    auto *lists = new QWidget(card);
    m_pages = new QStackedLayout(lists);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_revoke = new ActionButton(ActionButton::Look::Plain, card);
    m_revoke->setObjectName(u"passRevoke"_s);
    m_revoke->setKeyHint(keyText(QKeySequence(Qt::Key_Delete)));
    m_undoWords = makeNote(u"passUndoWords"_s, card);
    m_undo = new ActionButton(ActionButton::Look::Plain, card);
    m_undo->setObjectName(u"passUndo"_s);
    m_undo->setKey(QKeySequence(QKeySequence::Undo));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(tokens::space16, tokens::space8, tokens::space16, tokens::space4);
    head->addWidget(m_search);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(tokens::space16, tokens::space8, tokens::space16, tokens::space8);
    foot->setSpacing(tokens::space12);
    foot->addWidget(m_revoke);
    foot->addWidget(m_undoWords, 1);
    foot->addWidget(m_undo);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(1, tokens::space4, 1, tokens::space4);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(lists, 1);
    column->addLayout(foot);
    return card;
}

QWidget *PassView::makeForm()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setFixedWidth(sideWidth);
    m_formTitle = new QLabel(card);
    m_formTitle->setFont(textFont(tokens::headingText, true));
    m_name = new QLineEdit(card);
    m_name->setObjectName(u"passName"_s);
    m_name->setMaxLength(100);
    m_name->installEventFilter(this);
    m_known = makeNote(u"passKnown"_s, card);
    m_days = new Picker(card);
    m_days->setObjectName(u"passDays"_s);
    m_issue = new ActionButton(ActionButton::Look::Primary, card);
    m_issue->setObjectName(u"passIssue"_s);
    m_issue->setKeyHint(u"Enter"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(tokens::space8);
    row->addWidget(m_days, 1);
    row->addWidget(m_issue);
    QVBoxLayout *column = columnOf(card);
    column->addWidget(m_formTitle);
    column->addWidget(m_name);
    column->addWidget(m_known);
    column->addLayout(row);
    return card;
}

QWidget *PassView::makePaper()
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setFixedWidth(sideWidth);
    m_layout = new ChoiceRow(2, card);
    m_layout->setObjectName(u"passLayout"_s);
    m_layout->setIndex(int(PassLayout::Label));
    m_languages = new ChoiceRow(3, card);
    m_languages->setObjectName(u"passLanguages"_s);
    m_languages->setIndex(int(PosterLanguages::Both));
    m_preview = new SheetPreview(card);
    m_said = makeNote(u"passSaid"_s, card);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(u"passProgress"_s);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(tokens::space8);
    m_cancel = new ActionButton(ActionButton::Look::Plain, card);
    m_cancel->setObjectName(u"passCancel"_s);
    m_print = new ActionButton(ActionButton::Look::Primary, card);
    m_print->setObjectName(u"passPrint"_s);
    m_print->setKey(QKeySequence(QKeySequence::Print));
    m_save = new ActionButton(ActionButton::Look::Plain, card);
    m_save->setObjectName(u"passSave"_s);
    m_save->setKey(QKeySequence(QKeySequence::Save));
    auto *working = new QHBoxLayout;
    working->addWidget(m_progress, 1);
    working->addWidget(m_cancel);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_print);
    buttons->addWidget(m_save);
    buttons->addStretch();
    QVBoxLayout *column = columnOf(card);
    column->addWidget(m_layout);
    column->addWidget(m_languages);
    column->addWidget(m_preview, 1);
    column->addWidget(m_said);
    column->addLayout(working);
    column->addLayout(buttons);
    return card;
}

void PassView::connectControls()
{
    m_searchSoon.setSingleShot(true);
    m_searchSoon.setInterval(searchDelayMs);
    connect(&m_searchSoon, &QTimer::timeout, this, [this] {
        m_searched = m_name->text().simplified();
        if (m_searched.size() >= leastSearchLetters && !m_taken)
            emit visitorsWanted(m_searched);
    });
    connect(m_name, &QLineEdit::textEdited, this, &PassView::nameTyped);
    connect(m_name, &QLineEdit::returnPressed, this, &PassView::issue);
    connect(m_list, &QListWidget::itemClicked, this, [this] { takeHit(m_list->currentRow()); });
    connect(m_issue, &QAbstractButton::clicked, this, &PassView::issue);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_model->setWords(words);
        updateState();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &PassView::chosenChanged);
    connect(m_revoke, &QAbstractButton::clicked, this, &PassView::revoke);
    connect(m_undo, &QAbstractButton::clicked, this, &PassView::undo);
    connect(m_layout, &ChoiceRow::chosen, this, &PassView::preview);
    connect(m_languages, &ChoiceRow::chosen, this, &PassView::preview);
    connect(m_print, &QAbstractButton::clicked, this, &PassView::print);
    connect(m_save, &QAbstractButton::clicked, this, &PassView::save);
    connect(m_cancel, &QAbstractButton::clicked, &m_workshop, &PosterWorkshop::cancel);
    connect(&m_workshop, &PosterWorkshop::composed, this, [this](const Result<ProvedSheet> &sheet) {
        const bool wanted = sheet && !m_ready.isEmpty(); // it may be forgotten meanwhile
        m_preview->setSheet(wanted ? std::optional(sheet->sheet) : std::nullopt);
        if (!sheet)
            showFailure(sheet.error());
    });
    connect(&m_workshop, &PosterWorkshop::progressed, this, [this](int done, int of) {
        m_progress->setRange(0, of);
        m_progress->setValue(done);
    });
    connect(&m_workshop, &PosterWorkshop::printed, this, [this](const Result<QString> &printer) {
        showWorking(false);
        if (printer)
            say(tr("Handed to the printer “%1”.").arg(*printer));
        else
            showFailure(printer.error());
    });
    connect(&m_workshop, &PosterWorkshop::written, this, [this](const Result<PosterBatch> &batch) {
        showWorking(false);
        if (batch)
            say(tr("Saved: %1").arg(batch->files.first()));
        else
            showFailure(batch.error());
    });
}

void PassView::makeKeys()
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
    key(this, {QKeySequence(Qt::CTRL | Qt::Key_N)}, [this] { begin(); });
    key(m_table, {QKeySequence(Qt::Key_Delete)}, [this] { revoke(); });
    key(m_search, {QKeySequence(Qt::Key_Down), QKeySequence(Qt::Key_Return)}, [this] {
        m_table->setFocus(Qt::ShortcutFocusReason);
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->selectRow(0);
    });
    key(m_search, {QKeySequence(Qt::Key_Escape)}, [this] { m_search->clear(); });
}

void PassView::retranslate()
{
    setAccessibleName(tr("Passes"));
    m_formTitle->setText(tr("New pass"));
    m_name->setPlaceholderText(tr("Name of the visitor"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_list->setAccessibleName(tr("Visitors who were here before"));
    m_issue->setLabel(tr("Issue"));
    m_issue->setAccessibleName(tr("Issue the pass"));
    m_search->setPlaceholderText(tr("Search by number or name"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_table->setAccessibleName(tr("The passes that were issued"));
    m_revoke->setLabel(tr("Withdraw"));
    m_revoke->setAccessibleName(tr("Withdraw the chosen pass"));
    m_undo->setLabel(tr("Undo"));
    m_layout->setLabels({tr("Label"), tr("A4, eight")});
    m_layout->setAccessibleName(tr("Paper"));
    m_languages->setLabels({u"Tiếng Việt"_s, u"English"_s, tr("Both")});
    m_languages->setAccessibleName(tr("Language of the pass"));
    m_preview->setAccessibleName(tr("The sheet as it will be printed"));
    m_preview->setHint(tr("Choose a pass in the list, or issue one."));
    m_cancel->setLabel(tr("Cancel"));
    m_print->setLabel(tr("Print"));
    m_print->setAccessibleName(tr("Print the chosen passes"));
    m_save->setLabel(tr("Save as PDF"));
    fillDays();
    m_model->retranslate();
    updateState();
}

void PassView::updateState()
{
    const bool rows = m_model->rowCount() > 0;
    m_pages->setCurrentIndex(rows ? 0 : 1);
    if (!m_hasVenue)
        m_empty->setWords(tr("The venue has no name yet"),
                          tr("First say what the venue is called: Settings (F10), Venue."));
    else if (!m_fetched)
        m_empty->setWords({}, {});
    else if (!m_model->isEmpty())
        m_empty->setWords(tr("No pass fits these words"), tr("Esc shows all of them again."));
    else
        m_empty->setWords(tr("No pass was issued yet"),
                          tr("For a visitor without a phone: type the name at the right and press Enter."));
    const QStringList numbers = chosenNumbers();
    const auto pass = numbers.size() == 1 ? m_model->passAt(m_model->rowOf(numbers.first())) : std::nullopt;
    m_revoke->setEnabled(pass && !pass->pass.revoked);
    m_undo->setVisible(!m_revoked.isEmpty());
    m_undoWords->setText(!m_revoked.isEmpty() ? tr("Pass %1 is no longer valid.").arg(m_revoked)
                         : numbers.size() > 1 ? tr("Choose one pass to withdraw it.")
                                              : QString());
    QStringList known{tr("Was here before"), m_taken ? personTraits(m_taken->visitor) : QString()};
    known.removeAll(QString());
    m_known->setText(m_taken
                         ? known.join(u" · "_s)
                         : tr("Shown when leaving and on later visits, instead of a phone or a card. Only "
                              "the abbreviated name is printed."));
    m_name->setEnabled(m_hasVenue);
    m_issue->setEnabled(m_hasVenue && !m_issuing && !m_name->text().simplified().isEmpty());
    const bool ready = !m_ready.isEmpty() && !m_workshop.isWriting();
    m_print->setEnabled(ready);
    m_save->setEnabled(ready);
}

} // namespace checkpoint
