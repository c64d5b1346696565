#include "ui/persondata/erasurepanel.h"

#include "core/store/personregister.h"
#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As far as their own entries say; by time.
bool isInside(const QList<EntryRow> &entries)
{
    bool inside = false;
    for (const EntryRow &row : entries) {
        const bool counts = !row.voidedBy && !row.entry.apart;
        if (counts && row.entry.kind != EntryKind::Void)
            inside = row.entry.kind == EntryKind::In;
    }
    return inside;
}

} // namespace

ErasurePanel::ErasurePanel(QWidget *parent)
    : OverlayPanel({}, parent)
    , m_question(new QLabel(this))
    , m_isInside(new QLabel(this))
    , m_goes(new QLabel(this))
    , m_stays(new QLabel(this))
    , m_sent(new QLabel(this))
    , m_forGood(new QLabel(this))
    , m_erase(new ActionButton(ActionButton::Look::Plain, this))
    , m_leave(new ActionButton(ActionButton::Look::Primary, this))
{
    setObjectName(u"erasurePanel"_s);
    setProperty("card", false); // it stands in one
    m_question->setObjectName(u"erasureQuestion"_s);
    m_question->setFont(textFont(tokens::headingText, true));
    m_isInside->setObjectName(u"erasureInside"_s);
    setTone(m_isInside, "refused"_L1);
    m_goes->setObjectName(u"erasureGoes"_s);
    m_stays->setObjectName(u"erasureStays"_s);
    m_sent->setObjectName(u"erasureSent"_s);
    setTone(m_sent, "ask"_L1);
    setTone(m_forGood, "refused"_L1);
    m_erase->setObjectName(u"erasureConfirm"_s);
    m_erase->setKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete));
    m_leave->setObjectName(u"erasureLeave"_s);
    m_leave->setKeyHint(u"Esc"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space12);
    for (QLabel *words : {m_question, m_isInside, m_goes, m_stays, m_sent, m_forGood}) {
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    auto *answers = new QHBoxLayout;
    answers->setSpacing(tokens::space8);
    answers->addWidget(m_leave);
    answers->addWidget(m_erase, 0, Qt::AlignVCenter);
    answers->addStretch();
    column->addLayout(answers);
    column->addStretch();
    connect(m_erase, &QAbstractButton::clicked, this, &ErasurePanel::confirmed);
    connect(m_leave, &QAbstractButton::clicked, this, &ErasurePanel::left);
    retranslate();
}

void ErasurePanel::ask(const QString &name, const PersonRecord &record)
{
    m_name = name;
    m_entries = int(record.entries.size());
    m_noted = !record.attention.isEmpty();
    m_inside = isInside(record.entries);
    m_waiting = 0;
    for (const PersonRecord::Sent &sent : record.sent)
        m_waiting += int(sent.waiting);
    retranslate();
    m_leave->setFocus(Qt::OtherFocusReason);
}

void ErasurePanel::forget()
{
    m_name.clear();
    m_entries = m_waiting = 0;
    m_noted = m_inside = false;
    retranslate();
}

/// Enter alone leaves it: nothing is erased by a key that was pressed once too often.
void ErasurePanel::takeKey(int)
{
    emit left();
}

void ErasurePanel::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ErasurePanel::retranslate()
{
    m_question->setText(tr("Erase everything held on %1?").arg(m_name));
    setAccessibleName(m_question->text());
    m_isInside->setText(
        tr("This person is still inside. Record first that they leave (F4): afterwards nobody "
           "could tell who it is that is listed there."));
    m_isInside->setVisible(m_inside);
    m_erase->setVisible(!m_inside);
    m_forGood->setVisible(!m_inside);
    m_goes->setText(
        tr("Erased: name, numbers, birth, address and phone, what was said of their visits, announcements, "
           "and by what they are recognised. If they come again, they are recorded as a new visitor."));
    QString stays =
        tr("Kept: the times of their entries and exits (%1), belonging to nobody, so that the counts and the "
           "proof of the record stay right; that a person's data were erased on request, so that no backup "
           "brings them back; and the request with its days, as proof that it was done.")
            .arg(m_entries);
    if (m_noted)
        stays += u' ' + tr("A note of the attention list that holds finds them until it ends.");
    m_stays->setText(stays);
    m_sent->setText(tr("Entries that wait to be sent: %1. They go without the person.").arg(m_waiting));
    m_sent->setVisible(m_waiting > 0);
    m_forGood->setText(tr("This cannot be undone."));
    m_erase->setLabel(tr("Erase permanently"));
    m_leave->setLabel(tr("Leave it"));
}

} // namespace checkpoint
