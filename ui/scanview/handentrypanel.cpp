#include "ui/scanview/handentrypanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/visitoroffers.h"
#include "ui/common/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int sameNameRestsMs = 500;

} // namespace

HandEntryPanel::HandEntryPanel(QWidget *parent)
    : OverlayPanel({Qt::Key_F9, Qt::Key_F12}, parent)
    , m_title(new QLabel(this))
    , m_known(new QLabel(this))
    , m_fields(new PassageFields(this))
    , m_list(new VisitorOffers(m_fields->edit(PassageField::Name), this))
    , m_staff(new Toggle(this))
    , m_in(new ActionButton(ActionButton::Look::Primary, this))
    , m_out(new ActionButton(ActionButton::Look::Plain, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"handEntryPanel"_s);
    makeAnnouncing(this);
    m_title->setFont(textFont(tokens::headingText, true));
    m_known->setObjectName(u"handEntryKnown"_s);
    m_known->setFont(textFont(tokens::noteText));
    m_known->setTextFormat(Qt::PlainText);
    setTone(m_known, "accent"_L1);

    m_list->setObjectName(u"handEntryHits"_s);
    connect(m_list, &VisitorOffers::searchRequested, this, &HandEntryPanel::searchRequested);
    connect(m_list, &VisitorOffers::taken, this, &HandEntryPanel::takeHit);

    makeButtons();
    m_fields->setCompact();
    auto *head = new QHBoxLayout;
    head->setSpacing(tokens::space12);
    head->addWidget(m_title);
    head->addWidget(m_known, 1);
    head->addWidget(m_staff);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_in, 0, Qt::AlignVCenter);
    buttons->addWidget(m_out, 0, Qt::AlignVCenter);
    buttons->addStretch();
    buttons->addWidget(m_leave, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, tokens::space8, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addLayout(head);
    column->addWidget(m_fields);
    column->addStretch();
    column->addLayout(buttons);

    connect(m_fields, &PassageFields::edited, this, [this](PassageField field) {
        if (m_sameName) {
            m_sameName.reset();
            retranslate();
        }
        if (field == PassageField::Name)
            forgetHit();
    });
    connect(m_staff, &QAbstractButton::toggled, this, &HandEntryPanel::applyFields);
    retranslate();
    applyFields();
}

void HandEntryPanel::makeButtons()
{
    m_staff->setObjectName(u"handEntryStaff"_s);
    m_staff->setCheckable(true);
    m_in->setObjectName(u"handEntryIn"_s);
    m_out->setObjectName(u"handEntryOut"_s);
    m_leave->setObjectName(u"handEntryLeave"_s);
    m_leave->setKeyHint(u"Esc"_s);
    connect(m_in, &QAbstractButton::clicked, this, [this] { press(Way::In); });
    connect(m_out, &QAbstractButton::clicked, this, [this] { press(Way::Out); });
    connect(m_leave, &QAbstractButton::clicked, this, &HandEntryPanel::leave);
}

void HandEntryPanel::begin()
{
    if (m_resumed)
        empty();
    m_resumed = std::exchange(m_draft, false);
    retranslate();
    m_fields->edit(PassageField::Name)->setFocus(Qt::OtherFocusReason);
}

void HandEntryPanel::empty()
{
    m_resumed = false;
    m_taken.reset();
    m_sameName.reset();
    m_list->forget();
    m_staff->setChecked(false);
    m_filled = {};
    m_fields->setValues({});
    applyFields();
}

void HandEntryPanel::leave()
{
    if (m_sameName) {
        m_sameName.reset();
        retranslate();
    } else if (m_list->isVisible()) {
        m_list->hide();
    } else {
        empty(); // the next one's name must not join on to it
        emit left();
    }
}

void HandEntryPanel::setAside()
{
    m_sameName.reset();
    m_list->hide();
    m_draft = !isBlank();
    m_resumed = false;
    if (!m_draft)
        empty();
}

void HandEntryPanel::forget()
{
    hide();
    m_draft = false;
    empty();
    setOffers({}, {});
    retranslate();
}

bool HandEntryPanel::isBlank() const
{
    return m_fields->values() == PassageValues{};
}

void HandEntryPanel::setRules(const VenueRules &rules)
{
    m_rules = rules;
    applyFields();
}

void HandEntryPanel::setOffers(const QStringList &purposes, const QStringList &hosts)
{
    m_fields->setOffers(PassageField::Purpose, purposes);
    m_fields->setOffers(PassageField::Host, hosts);
}

FieldRule HandEntryPanel::ruleOf(PassageField field) const
{
    switch (field) {
    case PassageField::BirthYear:
        return m_rules.birthYear;
    case PassageField::Phone:
        return m_rules.phone;
    case PassageField::Purpose:
        return m_rules.purpose;
    case PassageField::Host:
        return m_rules.host;
    case PassageField::Name:
        return FieldRule::Required;
    case PassageField::Companions:
    case PassageField::Children:
        return FieldRule::Optional;
    }
    Q_UNREACHABLE();
}

/// What the venue does not ask for need not be filled in, and can be written down all the same.
void HandEntryPanel::applyFields()
{
    QList<PassageField> shown{PassageField::Name, PassageField::BirthYear, PassageField::Phone};
    if (!m_staff->isChecked())
        shown << PassageField::Purpose << PassageField::Host << PassageField::Companions
              << PassageField::Children;
    QSet<PassageField> required{PassageField::Name};
    for (const PassageField field : std::as_const(shown)) {
        if (ruleOf(field) == FieldRule::Required && !m_staff->isChecked())
            required << field;
    }
    const bool phoneKnown = !knownPhone().isEmpty();
    if (phoneKnown)
        required.remove(PassageField::Phone);
    m_fields->setFields(shown, required);
    m_fields->edit(PassageField::Phone)->setPlaceholderText(phoneKnown ? tr("known") : QString());
    const bool yearKnown = m_taken && !m_taken->visitorId.isNull() && m_taken->visitor.birthDate;
    m_fields->edit(PassageField::BirthYear)->setReadOnly(yearKnown);
}

// ---- recording

void HandEntryPanel::press(Way way)
{
    if (m_sameName)
        answerWhetherSame(way == Way::In);
    else
        submit((way == Way::Out) == proposesOut() ? Way::Proposed : way);
}

void HandEntryPanel::submit(Way way)
{
    if (m_sameName) {
        // The key that asked, pressed twice, is no answer.
        if (way != Way::In && (way != m_sameName->way || m_sameName->since.hasExpired(sameNameRestsMs)))
            answerWhetherSame(way == Way::Proposed);
        return;
    }
    m_list->stop();
    if (m_fields->validate() && !asksWhetherSame(way))
        record(way);
}

/// Two of one name and year are possible; taken for one without a word, one of them would never have come.
bool HandEntryPanel::asksWhetherSame(Way way)
{
    if (m_taken && !m_taken->visitorId.isNull())
        return false;
    const PassageValues values = m_fields->values();
    const auto hit = m_list->onlyOneCalled(m_taken ? m_taken->visitor.name : values.name);
    if (!hit)
        return false;
    if (m_taken && !hit->visitor.idNumber.isEmpty() && !m_taken->visitor.idNumber.isEmpty() &&
        hit->visitor.idNumber != m_taken->visitor.idNumber)
        return false;
    const auto &birth = hit->visitor.birthDate;
    if (birth && !values.birthYear.isEmpty() && birth->year() != values.birthYear.toInt())
        return false;
    m_sameName = SameName{*hit, way, {}};
    m_sameName->since.start();
    retranslate();
    announce(this, m_known->text());
    return true;
}

/// Who is inside, as it turns out, is not recorded without looking again: the other direction is proposed
/// now.
void HandEntryPanel::answerWhetherSame(bool same)
{
    const SameName asked = *std::exchange(m_sameName, std::nullopt);
    if (!same) {
        record(asked.way);
        return;
    }
    PassageValues typed = m_fields->values();
    VisitorHit one = asked.hit;
    if (m_taken) // announced, and known as it turns out
        one.expected = m_taken->expected;
    takeHit(one);
    typed.name = m_fields->values().name;
    if (asked.hit.visitor.birthDate)
        typed.birthYear = m_fields->values().birthYear;
    m_fields->setValues(typed);
    if (!asked.hit.insideSinceUtcMs)
        submit(asked.way);
}

/// Who is known keeps what is known of them; who is only announced comes as announced, unless something else
/// is typed. The number that was announced goes along: it tells who they are, and the card knows them by it.
HandEntry HandEntryPanel::written() const
{
    const PassageValues values = m_fields->values();
    HandEntry entry;
    const bool known = m_taken && !m_taken->visitorId.isNull();
    if (known)
        entry.visitorId = m_taken->visitorId;
    else
        entry.typed.name = m_taken ? m_taken->visitor.name : values.name;
    if (!values.birthYear.isEmpty() && !(known && m_taken->visitor.birthDate))
        entry.typed.birthDate = PartialDate::fromYear(values.birthYear.toInt());
    entry.typed.phone = values.phone;
    if (m_taken && m_taken->expected) {
        entry.expected = m_taken->expected->id;
        entry.typed.idNumber = m_taken->expected->idNumber;
        if (entry.typed.phone.isEmpty() && (!known || m_taken->visitor.phone.isEmpty()))
            entry.typed.phone = knownPhone();
    }
    entry.details = {values.purpose, values.host};
    entry.party = {values.companions, values.children};
    entry.staff = m_staff->isChecked();
    return entry;
}

void HandEntryPanel::record(Way way)
{
    HandEntry entry = written();
    // Of a known person the button says what is recorded, so that is no question any more.
    if (way == Way::Out || (way == Way::Proposed && proposesOut()))
        entry.direction = DirectionRule::Out;
    else if (way == Way::In || m_taken)
        entry.direction = DirectionRule::In;
    // Those were filled in for who leaves.
    const bool leaves = entry.direction == DirectionRule::Out;
    entry.partyStays = leaves && !m_filled.party.isEmpty() && entry.party.isEmpty();
    if (!leaves && m_taken && entry.party == m_filled.party)
        entry.party = {};
    empty();
    emit recordRequested(entry);
}

void HandEntryPanel::takeKey(int key)
{
    if (key == Qt::Key_Escape)
        m_leave->click();
    else
        submit(key == Qt::Key_F9 ? Way::Out : key == Qt::Key_F12 ? Way::In : Way::Proposed);
}

bool HandEntryPanel::proposesOut() const
{
    return m_taken && m_taken->insideSinceUtcMs;
}

/// Place and key of a direction stay; the one that Enter does stands out.
void HandEntryPanel::showProposed()
{
    const auto show = [](ActionButton *button, bool proposed, const QString &key) {
        button->setLook(proposed ? ActionButton::Look::Primary : ActionButton::Look::Plain);
        button->setKeyHint(proposed ? u"Enter / "_s + key : key);
    };
    show(m_in, !proposesOut(), u"F12"_s);
    show(m_out, proposesOut(), u"F9"_s);
    m_in->setLabel(tr("Record IN"));
    m_out->setLabel(tr("Record OUT"));
}

void HandEntryPanel::resizeEvent(QResizeEvent *event)
{
    OverlayPanel::resizeEvent(event);
    m_list->place();
}

void HandEntryPanel::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HandEntryPanel::retranslate()
{
    m_title->setText(tr("By hand"));
    setAccessibleName(m_title->text());
    m_staff->setLabel(tr("Staff"));
    m_leave->setLabel(tr("Close"));
    m_staff->setVisible(!m_sameName); // the question takes its place
    if (m_sameName) {
        const QStringList who{personName(m_sameName->hit.visitor), personTraits(m_sameName->hit.visitor)};
        m_known->setText(
            tr("The same person as %1?").arg(who.last().isEmpty() ? who.first() : who.join(u" · "_s)));
        m_in->setLook(ActionButton::Look::Primary);
        m_in->setKeyHint(u"Enter"_s);
        m_in->setLabel(tr("The same"));
        m_out->setLook(ActionButton::Look::Plain);
        m_out->setKeyHint(u"F9"_s);
        m_out->setLabel(tr("Somebody else"));
        m_leave->setLabel(tr("Back"));
        return;
    }
    m_known->setText(m_resumed ? tr("Not recorded yet · Ctrl+N: empty") : whoIsTaken());
    showProposed();
}

} // namespace checkpoint
