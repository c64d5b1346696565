#include "ui/scanview/completionpanel.h"

#include "core/codes/phonenumber.h"
#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Asked
{
    AskedField asked;
    PassageField field;
    FieldRule VenueRules::*rule;
};

constexpr Asked askedFields[] = {
    {AskedField::Phone, PassageField::Phone, &VenueRules::phone},
    {AskedField::BirthYear, PassageField::BirthYear, &VenueRules::birthYear},
    {AskedField::Purpose, PassageField::Purpose, &VenueRules::purpose},
    {AskedField::Host, PassageField::Host, &VenueRules::host},
};

} // namespace

CompletionPanel::CompletionPanel(QWidget *parent)
    : OverlayPanel({}, parent)
    , m_title(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_fields(new PassageFields(this))
    , m_keep(new ActionButton(ActionButton::Look::Primary, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"completionPanel"_s);
    m_title->setObjectName(u"completionTitle"_s);
    m_title->setFont(textFont(tokens::headingText, true));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_hint->setFont(textFont(tokens::noteText));
    m_hint->setWordWrap(true);
    setTone(m_hint, "quiet"_L1);
    m_keep->setObjectName(u"completionKeep"_s);
    m_keep->setMinimumHeight(tokens::primaryHeight);
    m_keep->setKeyHint(u"Enter"_s);
    m_leave->setObjectName(u"completionLeave"_s);
    m_leave->setKeyHint(u"Esc"_s);
    connect(m_keep, &QAbstractButton::clicked, this, &CompletionPanel::submit);
    connect(m_leave, &QAbstractButton::clicked, this, &CompletionPanel::left);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_keep);
    buttons->addStretch();
    buttons->addWidget(m_leave, 0, Qt::AlignVCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(tokens::space16, tokens::space12, tokens::space16, tokens::space12);
    column->setSpacing(tokens::space8);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_fields);
    column->addStretch();
    column->addLayout(buttons);
    retranslate();
}

void CompletionPanel::begin(const ScanOutcome &outcome, const VenueRules &rules)
{
    if (outcome.number == m_outcome.number && !isBlank()) {
        m_fields->focusFirst();
        return;
    }
    m_outcome = outcome;
    QList<PassageField> shown;
    QSet<PassageField> required;
    for (const Asked &each : askedFields) {
        if (!outcome.missing.contains(each.asked))
            continue;
        shown << each.field;
        if (rules.*each.rule == FieldRule::Required)
            required << each.field;
    }
    shown << PassageField::Companions << PassageField::Children;
    m_fields->setFields(shown, required);
    PassageValues values;
    values.purpose = outcome.details.purpose;
    values.host = outcome.expected ? outcome.expected->host : outcome.details.host;
    values.companions = outcome.party.companions;
    values.children = outcome.party.children;
    m_fields->setValues(values);
    m_before = m_fields->values();
    retranslate();
    m_fields->focusFirst();
}

void CompletionPanel::forget()
{
    hide();
    m_outcome = {};
    m_fields->setValues({});
    m_before = m_fields->values();
    setOffers({}, {});
    retranslate();
}

void CompletionPanel::setOffers(const QStringList &purposes, const QStringList &hosts)
{
    m_fields->setOffers(PassageField::Purpose, purposes);
    m_fields->setOffers(PassageField::Host, hosts);
}

void CompletionPanel::submit()
{
    if (!m_fields->validate())
        return;
    const PassageValues values = m_fields->values();
    EntryCompletion completion;
    if (values.purpose != m_before.purpose || values.host != m_before.host || !values.purpose.isEmpty() ||
        !values.host.isEmpty())
        completion.details = EntryDetails{values.purpose, values.host};
    if (!values.phone.isEmpty())
        completion.phone = mobileNumber(values.phone);
    if (!values.birthYear.isEmpty())
        completion.birthDate = PartialDate::fromYear(values.birthYear.toInt());
    if (values.companions != m_before.companions || values.children != m_before.children)
        completion.party = Party{values.companions, values.children};
    m_before = values; // it is said
    emit completed(m_outcome.number, completion);
    emit left();
}

void CompletionPanel::takeKey(int key)
{
    if (key == Qt::Key_Escape)
        emit left();
    else
        submit();
}

void CompletionPanel::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompletionPanel::retranslate()
{
    const QString name = personName(m_outcome.visitor);
    const bool leaves = m_outcome.direction == Direction::Out;
    m_title->setText(tr("More about %1").arg(name));
    setAccessibleName(m_title->text());
    m_hint->setText(leaves ? tr("Recorded already. Who leaves together with them? Those who stay are still "
                                "counted as inside.")
                           : tr("Recorded already. Companions without a code are counted with this person; "
                                "if one of them leaves apart: Inside (F4), Ctrl+G."));
    m_keep->setLabel(tr("Keep"));
    m_leave->setLabel(tr("Leave it"));
}

} // namespace checkpoint
