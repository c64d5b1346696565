#include "ui/persondata/requestlist.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/errortext.h"
#include "ui/common/picker.h"
#include "ui/common/questionpanel.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/persondata/requestrow.h"
#include "ui/persondata/requestwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTableView>

#include <algorithm>
#include <chrono>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto noteStays = 30s;
constexpr int longestNote = 200;
constexpr int requestsShown = 3;

/// Wants no more than its least height: what is said below it must not push anything out of the window.
struct ModestTable : QTableView
{
    using QTableView::QTableView;
    QSize sizeHint() const override { return {QTableView::sizeHint().width(), minimumHeight()}; }
};

QLabel *listWords(const QString &name, QWidget *parent)
{
    auto *words = new QLabel(parent);
    words->setObjectName(name);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    return words;
}

ActionButton *listButton(const QString &name, QWidget *parent)
{
    auto *button = new ActionButton(ActionButton::Look::Plain, parent);
    button->setObjectName(name);
    return button;
}

} // namespace

RequestList::RequestList(QWidget *parent)
    : QFrame(parent)
    , m_today(QDate::currentDate())
    , m_title(listWords(u"requestsTitle"_s, this))
    , m_withDone(new Toggle(this))
    , m_model(new QStandardItemModel(0, RequestColumns, this))
    , m_table(new ModestTable(this))
    , m_nothing(listWords(u"requestsNothing"_s, this))
    , m_chosen(listWords(u"requestChosen"_s, this))
    , m_answered(listButton(u"requestAnswered"_s, this))
    , m_done(listButton(u"requestDone"_s, this))
    , m_who(listButton(u"requestWho"_s, this))
    , m_person(listButton(u"requestPerson"_s, this))
    , m_question(new QuestionPanel(u"requestMark"_s, this))
    , m_said(listWords(u"requestSaid"_s, this))
{
    setObjectName(u"requestList"_s);
    setProperty("card", true);
    m_title->setFont(textFont(tokens::headingText, true));
    m_withDone->setObjectName(u"requestsWithDone"_s);
    m_table->setObjectName(u"requestTable"_s);
    m_table->setModel(m_model);
    RowDelegate::setUp(m_table);
    m_table->setMinimumHeight(requestsShown * tokens::rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(StateColumn, QHeaderView::Stretch);
    setTone(m_nothing, "quiet"_L1);
    setTone(m_chosen, "quiet"_L1);
    makeAnnouncing(m_said);
    m_said->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_withDone);
    const auto lineOf = [](std::initializer_list<ActionButton *> buttons) {
        auto *line = new QHBoxLayout;
        line->setSpacing(tokens::space8);
        for (ActionButton *each : buttons)
            line->addWidget(each);
        line->addStretch();
        return line;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addLayout(head);
    column->addWidget(m_nothing, 1);
    m_nothing->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_answered->setKey(Qt::CTRL | Qt::Key_Y);
    m_done->setKey(Qt::CTRL | Qt::Key_D);
    m_who->setKey(Qt::CTRL | Qt::Key_W);
    m_person->setKey(Qt::CTRL | Qt::Key_Return, this);
    column->addWidget(m_table, 1);
    column->addWidget(m_chosen);
    column->addLayout(lineOf({m_answered, m_done}));
    column->addLayout(lineOf({m_who, m_person}));
    column->addWidget(m_question);
    column->addWidget(m_form = makeForm());
    column->addWidget(m_said);
    m_noteEnds.setSingleShot(true);
    m_noteEnds.setInterval(noteStays);
    connect(&m_noteEnds, &QTimer::timeout, this, &RequestList::hideNote);
    connect(m_withDone, &QAbstractButton::toggled, this, &RequestList::listWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RequestList::hideNote);
    connect(m_answered, &QAbstractButton::clicked, this, [this] { ask(false); });
    connect(m_done, &QAbstractButton::clicked, this, [this] { ask(true); });
    connect(m_question, &QuestionPanel::left, this, &RequestList::endQuestion);
    connect(m_question, &QuestionPanel::confirmed, this, &RequestList::confirm);
    connect(m_who, &QAbstractButton::clicked, this, [this] {
        if (const PersonRequest *request = chosen())
            emit noteWanted(request->id);
    });
    connect(m_person, &QAbstractButton::clicked, this, [this] {
        if (const PersonRequest *request = chosen(); request && request->visitorId)
            emit personWanted(*request->visitorId);
    });
    retranslate();
}

QWidget *RequestList::makeForm()
{
    auto *form = new QWidget(this);
    form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_newWord = listWords(u"requestAbout"_s, form);
    m_newWord->setFont(textFont(tokens::noteText));
    setTone(m_newWord, "quiet"_L1);
    m_kind = new Picker(form);
    m_kind->setObjectName(u"requestKind"_s);
    for (const RequestKind kind : requestKinds)
        m_kind->addItem(requestKindWord(kind));
    m_note = new QLineEdit(form);
    m_note->setObjectName(u"requestNote"_s);
    m_note->setMaxLength(longestNote);
    m_add = listButton(u"requestAdd"_s, form);
    m_add->setKeyHint(u"Enter"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(tokens::space8);
    line->addWidget(m_note, 1);
    line->addWidget(m_add);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, tokens::space8, 0, 0);
    column->setSpacing(tokens::space4);
    column->addWidget(m_newWord);
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    column->addLayout(line);
    connect(m_add, &QAbstractButton::clicked, this, &RequestList::add);
    connect(m_note, &QLineEdit::returnPressed, this, &RequestList::add);
    return form;
}

void RequestList::setToday(const QDate &today)
{
    if (today == m_today)
        return;
    m_today = today;
    fill();
}

void RequestList::setAbout(const std::optional<QUuid> &visitorId, const QString &name)
{
    const bool another = visitorId && visitorId != m_about;
    m_about = visitorId;
    m_aboutName = name;
    retranslate();
    if (!another)
        return;
    m_said->hide(); // it is not said of this one
    const PersonRequest *request = chosen();
    if (!m_asked && (!request || request->visitorId != m_about)) // what is asked is of that one
        chooseTheirs();
}

/// The first open request of whom the card beside the list shows; no other one stays chosen.
void RequestList::chooseTheirs()
{
    const auto theirs = std::ranges::find_if(m_requests, [this](const PersonRequest &request) {
        return request.visitorId == m_about && !request.doneUtcMs;
    });
    if (theirs == m_requests.end())
        m_table->clearSelection();
    else
        m_table->selectRow(int(theirs - m_requests.begin()));
}

bool RequestList::withDone() const
{
    return m_withDone->isChecked();
}

const PersonRequest *RequestList::chosen() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const int row = rows.isEmpty() ? -1 : rows.front().row();
    return row >= 0 && row < m_requests.size() ? &m_requests[row] : nullptr;
}

void RequestList::setRequests(const QList<PersonRequest> &requests)
{
    const PersonRequest *before = chosen();
    const QUuid kept = before ? before->id : QUuid();
    m_requests = requests;
    fill(kept);
    if (m_about && kept.isNull())
        chooseTheirs();
}

void RequestList::fill()
{
    const PersonRequest *now = chosen();
    fill(now ? now->id : QUuid());
}

/// The one that was chosen stays so: no button may speak of another.
void RequestList::fill(const QUuid &chosenId)
{
    m_filling = true;
    m_model->setRowCount(0);
    int late = 0;
    for (const PersonRequest &request : std::as_const(m_requests)) {
        late += request.isOverdue(m_today);
        m_model->appendRow(requestRow(request, m_today));
        if (request.id == chosenId)
            m_table->selectRow(m_model->rowCount() - 1);
    }
    for (const RequestColumn column : {ReceivedColumn, AboutColumn, KindColumn})
        m_table->resizeColumnToContents(column);
    m_table->setVisible(!m_requests.isEmpty());
    m_nothing->setVisible(m_requests.isEmpty());
    m_title->setText(late > 0 ? tr("What people asked for – %n overdue", nullptr, late)
                              : tr("What people asked for"));
    m_filling = false;
    offer();
}

void RequestList::offer()
{
    const PersonRequest *request = chosen();
    m_answered->setEnabled(request && !request->answeredUtcMs && !request->doneUtcMs);
    m_done->setEnabled(request && !request->doneUtcMs);
    m_who->setEnabled(request && !request->doneUtcMs);
    m_person->setEnabled(request && request->visitorId);
    const bool stands = m_asked && request && request->id == m_asked->request &&
                        (m_asked->done ? m_done : m_answered)->isEnabled();
    if (m_asked && !stands && !m_filling)
        return endQuestion();
    for (QWidget *each : std::initializer_list<QWidget *>{m_answered, m_done, m_who, m_person})
        each->setVisible(!m_requests.isEmpty() && !m_asked);
    m_form->setVisible(!m_asked); // what is written there stays
    if (!m_noteEnds.isActive())
        m_chosen->setText(request ? requestClocksText(*request) : tr("Choose a request to see its dates."));
    m_chosen->setVisible(!m_requests.isEmpty()); // always: the buttons below are not to move
}

void RequestList::showNote(const QUuid &request, const QString &note)
{
    if (const PersonRequest *now = chosen(); !now || now->id != request)
        return;
    m_noteEnds.start();
    m_chosen->setText(note.isEmpty() ? tr("Nobody wrote down who asks.") : note);
}

void RequestList::hideNote()
{
    m_noteEnds.stop();
    offer();
}

// ---- what cannot be undone

void RequestList::ask(bool done)
{
    const PersonRequest *request = chosen();
    if (!request)
        return;
    m_asked = Asked{request->id, done};
    offer();
    wordQuestion();
    m_question->show();
    m_question->takeFocus();
    emit told(m_question); // is seen whole
}

void RequestList::wordQuestion()
{
    if (!m_asked)
        m_question->setWords({}, {}, tr("Mark as done")); // no name stays
    else if (m_asked->done)
        m_question->setWords(
            tr("Mark as done: %1?").arg(wordsOf(m_asked->request)),
            tr("What was written down about who asks and how to reach them is erased. The request and its "
               "days stay as proof. This cannot be undone."),
            tr("Mark as done"));
    else
        m_question->setWords(tr("Mark as answered: %1?").arg(wordsOf(m_asked->request)),
                             tr("The person was told what will be done; from now on the list watches the day "
                                "by which it has to be done. Nothing is erased, but this cannot be undone."),
                             tr("Mark as answered"));
}

void RequestList::endQuestion()
{
    if (!m_asked)
        return;
    m_asked.reset();
    const bool focused = m_question->end();
    wordQuestion();
    offer();
    if (focused)
        m_table->setFocus(Qt::OtherFocusReason);
}

void RequestList::confirm()
{
    if (!m_asked)
        return;
    const Asked asked = *m_asked;
    endQuestion();
    if (asked.done)
        emit doneWanted(asked.request);
    else
        emit answeredWanted(asked.request);
}

void RequestList::add()
{
    if (!m_add->isEnabled())
        return;
    if (!m_about && m_note->text().simplified().isEmpty()) {
        say(tr("Write down who asks and how to reach them, or look for the person first."), "refused"_L1);
        m_note->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit addWanted(requestKinds[size_t(m_kind->currentIndex())], m_about, m_note->text().simplified());
}

void RequestList::showAdded(const PersonRequest &request)
{
    m_note->setText({});
    say(tr("Written down. %1").arg(requestClocksText(request)), "in"_L1);
}

void RequestList::showAnswered(const QUuid &id)
{
    say(tr("Marked as answered: %1").arg(wordsOf(id)), "in"_L1);
}

void RequestList::showDone(const QUuid &id)
{
    say(tr("Marked as done: %1. You find it among the done requests.").arg(wordsOf(id)), "in"_L1);
}

QString RequestList::wordsOf(const QUuid &id) const
{
    const auto found = std::ranges::find(m_requests, id, &PersonRequest::id);
    return found == m_requests.end() ? QString() : requestText(*found);
}

void RequestList::showFailure(const Error &error)
{
    const ErrorText text = errorText(error.code);
    say(text.happened + u' ' + text.todo, "refused"_L1);
}

void RequestList::say(const QString &words, QLatin1StringView tone)
{
    setTone(m_said, tone);
    m_said->setText(words);
    m_said->show();
    announce(m_said, words);
    emit told(m_said);
}

void RequestList::forget()
{
    endQuestion();
    m_noteEnds.stop();
    m_note->setText({}); // clear() could be undone
    m_said->setText({});
    m_said->hide();
    m_chosen->setText({});
    m_kind->setCurrentIndex(0);
    setAbout({}, {});
    setRequests({});
}

void RequestList::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    emit listWanted(withDone());
}

void RequestList::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    endQuestion();
}

void RequestList::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RequestList::retranslate()
{
    m_withDone->setLabel(tr("Done ones as well"));
    m_table->setAccessibleName(tr("What people asked for"));
    m_model->setHorizontalHeaderLabels({tr("Received"), tr("About"), tr("What"), tr("By when")});
    m_nothing->setText(
        tr("Nobody waits for an answer. When somebody asks for their data, write it down below: "
           "an answer is due within 2 working days."));
    m_answered->setLabel(tr("Answered"));
    m_done->setLabel(tr("Done"));
    m_who->setLabel(tr("Who asks"));
    m_person->setLabel(tr("What is held on them"));
    m_newWord->setText(m_about ? tr("A new request of %1").arg(m_aboutName)
                               : tr("New request, not about anybody on record"));
    m_kind->setAccessibleName(tr("What is asked for"));
    for (int kind = 0; kind < m_kind->count(); ++kind)
        m_kind->setItemText(kind, requestKindWord(requestKinds[size_t(kind)]));
    m_note->setPlaceholderText(tr("Who asks, and how to reach them"));
    m_note->setAccessibleName(tr("Who asks, and how to reach them"));
    m_add->setLabel(tr("Write down"));
    wordQuestion();
    fill();
}

} // namespace checkpoint
