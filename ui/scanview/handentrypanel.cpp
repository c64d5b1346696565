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

HandEntryPanel::HandEntryPanel(QWidget *parent)
    : OverlayPanel({Qt::Key_F9}, parent)
    , m_title(new QLabel(this))
    , m_known(new QLabel(this))
    , m_fields(new PassageFields(this))
    , m_list(new VisitorOffers(m_fields->edit(PassageField::Name), this))
    , m_staff(new Toggle(this))
    , m_record(new ActionButton(ActionButton::Look::Primary, this))
    , m_other(new ActionButton(ActionButton::Look::Plain, this))
    , m_more(new ActionButton(ActionButton::Look::Quiet, this))
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
    auto *head = new QHBoxLayout;
    head->setSpacing(tokens::space12);
    head->addWidget(m_title);
    head->addWidget(m_known, 1);
    head->addWidget(m_staff);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_record);
    buttons->addWidget(m_other, 0, Qt::AlignVCenter);
    buttons->addStretch();
    buttons->addWidget(m_leave, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, tokens::space8, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addLayout(head);
    column->addWidget(m_fields);
    column->addWidget(m_more, 0, Qt::AlignLeft);
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
    m_record->setObjectName(u"handEntryRecord"_s);
    m_record->setMinimumHeight(tokens::primaryHeight);
    m_record->setKeyHint(u"Enter"_s);
    m_other->setObjectName(u"handEntryOther"_s);
    m_other->setKeyHint(u"F9"_s);
    m_more->setObjectName(u"handEntryMore"_s);
    m_more->setKey(QKeySequence(Qt::ALT | Qt::Key_M), this);
    m_leave->setObjectName(u"handEntryLeave"_s);
    m_leave->setKeyHint(u"Esc"_s);
    connect(m_record, &QAbstractButton::clicked, this, [this] { submit(false); });
    connect(m_other, &QAbstractButton::clicked, this, [this] { submit(true); });
    connect(m_more, &QAbstractButton::clicked, this, &HandEntryPanel::showAllFields);
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
    m_all = false;
    m_taken.reset();
    m_sameName.reset();
    m_list->forget();
    m_staff->setChecked(false);
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

/// What the venue does not ask for is not asked by hand either, and can be written down all the same.
void HandEntryPanel::applyFields()
{
    QList<PassageField> possible{PassageField::Name, PassageField::BirthYear, PassageField::Phone};
    if (!m_staff->isChecked())
        possible << PassageField::Purpose << PassageField::Host << PassageField::Companions
                 << PassageField::Children;
    QList<PassageField> shown;
    m_hidden.clear();
    QSet<PassageField> required{PassageField::Name};
    for (const PassageField field : std::as_const(possible)) {
        const FieldRule rule = ruleOf(field);
        (m_all || rule != FieldRule::Never || isAnnounced(field) ? shown : m_hidden) << field;
        if (rule == FieldRule::Required && !m_staff->isChecked())
            required << field;
    }
    m_more->setVisible(!m_hidden.isEmpty());
    nameHidden();
    const bool phoneKnown = !knownPhone().isEmpty();
    if (phoneKnown)
        required.remove(PassageField::Phone);
    m_fields->setFields(shown, required);
    m_fields->edit(PassageField::Phone)->setPlaceholderText(phoneKnown ? tr("known") : QString());
}

/// Whom somebody was announced for, and why, is seen, asked for or not.
bool HandEntryPanel::isAnnounced(PassageField field) const
{
    if (!m_taken || !m_taken->expected)
        return false;
    return (field == PassageField::Host && !m_taken->expected->host.isEmpty()) ||
           (field == PassageField::Purpose && !m_taken->expected->purpose.isEmpty());
}

/// The button says what it adds: as much of it as there is room for, first what is most looked for.
void HandEntryPanel::nameHidden()
{
    QStringList names;
    for (const PassageField field :
         {PassageField::Host, PassageField::BirthYear, PassageField::Purpose, PassageField::Phone}) {
        if (m_hidden.contains(field))
            names << PassageFields::label(field).toLower();
    }
    const QString all = tr("Add: %1").arg(names.join(u", "_s));
    m_more->setLabel(all);
    while (names.size() > 1 && m_more->sizeHint().width() > width() - 2 * tokens::space16) {
        names.removeLast();
        m_more->setLabel(tr("Add: %1").arg(names.join(u", "_s)) + u" …"_s);
    }
    m_more->setAccessibleName(all);
    m_more->setToolTip(all + u"\n"_s + tr("Also write down what the rules of this place do not ask for"));
}

void HandEntryPanel::showAllFields()
{
    const QList<PassageField> added = m_hidden;
    m_all = true;
    applyFields();
    if (!added.isEmpty())
        m_fields->edit(added.first())->setFocus(Qt::OtherFocusReason);
}

// ---- recording

void HandEntryPanel::submit(bool otherDirection)
{
    if (m_sameName) {
        answerWhetherSame(!otherDirection);
        return;
    }
    m_list->stop();
    if (m_fields->validate() && !asksWhetherSame(otherDirection))
        record(otherDirection);
}

/// Two of one name and year are possible; taken for one without a word, one of them would never have come.
bool HandEntryPanel::asksWhetherSame(bool otherDirection)
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
    m_sameName = SameName{*hit, otherDirection};
    retranslate();
    announce(this, m_known->text());
    return true;
}

/// Who is inside, as it turns out, is not recorded without looking again: the keys mean something else now.
void HandEntryPanel::answerWhetherSame(bool same)
{
    const SameName asked = *std::exchange(m_sameName, std::nullopt);
    if (!same) {
        record(asked.otherDirection);
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
        submit(asked.otherDirection);
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
    const bool yearIsShown = m_all || ruleOf(PassageField::BirthYear) != FieldRule::Never;
    if (m_taken && !known && !yearIsShown)
        entry.typed.birthDate = m_taken->visitor.birthDate;
    else if (!values.birthYear.isEmpty() && !(known && m_taken->visitor.birthDate))
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

void HandEntryPanel::record(bool otherDirection)
{
    HandEntry entry = written();
    // Of a known person the button says what is recorded, so that is no question any more.
    const bool inside = m_taken && m_taken->insideSinceUtcMs;
    if (m_taken || otherDirection)
        entry.direction = inside == otherDirection ? DirectionRule::In : DirectionRule::Out;
    empty();
    emit recordRequested(entry);
}

void HandEntryPanel::takeKey(int key)
{
    if (key == Qt::Key_Escape)
        m_leave->click();
    else
        submit(key == Qt::Key_F9);
}

void HandEntryPanel::resizeEvent(QResizeEvent *event)
{
    OverlayPanel::resizeEvent(event);
    nameHidden();
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
    nameHidden();
    m_staff->setVisible(!m_sameName); // the question takes its place
    if (m_sameName) {
        const QStringList who{personName(m_sameName->hit.visitor), personTraits(m_sameName->hit.visitor)};
        m_known->setText(
            tr("The same person as %1?").arg(who.last().isEmpty() ? who.first() : who.join(u" · "_s)));
        m_record->setLabel(tr("The same"));
        m_other->setLabel(tr("Somebody else"));
        m_leave->setLabel(tr("Back"));
        return;
    }
    m_known->setText(m_resumed ? tr("Not recorded yet · Ctrl+N: empty") : whoIsTaken());
    const bool inside = m_taken && m_taken->insideSinceUtcMs;
    m_record->setLabel(inside ? tr("Record OUT") : tr("Record IN"));
    m_other->setLabel(inside ? tr("Record IN") : tr("Record OUT"));
}

} // namespace checkpoint
