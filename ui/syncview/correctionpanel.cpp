#include "ui/syncview/correctionpanel.h"

#include "core/desk/handentry.h"
#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/syncview/formfield.h"
#include "ui/syncview/syncviewwords.h"

#include <QDate>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

QString birthText(const std::optional<PartialDate> &birth)
{
    if (!birth)
        return {};
    const QDate day = QDate::fromString(birth->toString(), Qt::ISODate);
    return birth->isWhole() && day.isValid() ? dateText(day) : QString::number(birth->year());
}

/// "1990", "15/1/1990"; nothing when it is neither.
std::optional<PartialDate> birthOfTyped(const QString &typed)
{
    bool isNumber = false;
    const int year = typed.toInt(&isNumber);
    if (isNumber)
        return PartialDate::fromYear(year);
    const auto day = dateOfTyped(typed);
    return day ? PartialDate::fromDate(day->year(), day->month(), day->day()) : std::nullopt;
}

} // namespace

CorrectionPanel::CorrectionPanel(QWidget *parent)
    : OverlayPanel({}, parent)
    , m_title(new QLabel(this))
    , m_message(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_name(new FormField(u"correctName"_s, this))
    , m_birth(new FormField(u"correctBirth"_s, this))
    , m_phone(new FormField(u"correctPhone"_s, this))
    , m_address(new FormField(u"correctAddress"_s, this))
    , m_keep(new ActionButton(ActionButton::Look::Primary, this))
    , m_leave(new ActionButton(ActionButton::Look::Plain, this))
{
    setObjectName(u"correctionPanel"_s);
    m_title->setObjectName(u"correctionTitle"_s);
    m_title->setFont(textFont(tokens::headingText, true));
    m_message->setObjectName(u"correctionMessage"_s);
    setTone(m_message, "ask"_L1);
    setTone(m_hint, "quiet"_L1);
    for (QLabel *label : {m_title, m_message, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_keep->setObjectName(u"correctionKeep"_s);
    m_keep->setMinimumHeight(tokens::primaryHeight);
    m_keep->setKeyHint(u"Enter"_s);
    m_leave->setObjectName(u"correctionLeave"_s);
    m_leave->setKeyHint(u"Esc"_s);
    connect(m_keep, &QAbstractButton::clicked, this, &CorrectionPanel::submit);
    connect(m_leave, &QAbstractButton::clicked, this, &CorrectionPanel::left);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(tokens::space12);
    grid->setVerticalSpacing(tokens::space8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_name, 0, 0, 1, 2);
    grid->addWidget(m_birth, 1, 0);
    grid->addWidget(m_phone, 1, 1);
    grid->addWidget(m_address, 2, 0, 1, 2);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_keep);
    buttons->addStretch();
    buttons->addWidget(m_leave, 0, Qt::AlignVCenter);
    auto *form = new QWidget(this);
    form->setMaximumWidth(widestForm);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(tokens::space24, tokens::space16, tokens::space24, tokens::space16);
    column->setSpacing(tokens::space8);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addLayout(grid);
    column->addWidget(m_hint);
    column->addStretch();
    column->addLayout(buttons);
    auto *page = new QHBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(form, 1);
    page->addStretch();
    retranslate();
}

void CorrectionPanel::begin(const RejectedEntry &rejected)
{
    fill(rejected);
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    m_name->edit()->selectAll();
}

void CorrectionPanel::forget()
{
    fill({});
}

void CorrectionPanel::fill(const RejectedEntry &rejected)
{
    m_rejected = rejected;
    m_name->edit()->setText(rejected.visitor.name);
    m_birth->edit()->setText(birthText(rejected.visitor.birthDate));
    m_phone->edit()->setText(rejected.visitor.phone);
    m_address->edit()->setText(rejected.visitor.address);
    for (FormField *field : {m_name, m_birth, m_phone, m_address})
        field->setFault({});
    retranslate();
}

void CorrectionPanel::submit()
{
    const VisitorData &known = m_rejected.visitor;
    VisitorCorrection correction;
    if (m_name->text() != known.name.simplified())
        correction.name = m_name->text();
    if (m_phone->text() != known.phone)
        correction.phone = m_phone->text();
    if (m_address->text() != known.address.simplified())
        correction.address = m_address->text();
    m_birth->setFault({});
    if (m_birth->text() != birthText(known.birthDate)) {
        correction.birthDate = birthOfTyped(m_birth->text());
        if (!m_birth->text().isEmpty() && !*correction.birthDate)
            m_birth->setFault(tr("A year or a date, such as 1990 or 15/1/1990"));
    }
    const CheckedCorrection checkedNow = checked(correction, QDate::currentDate().year());
    const auto is = [&checkedNow](HandFault::Field field) {
        return checkedNow.fault && checkedNow.fault->field == field;
    };
    m_name->setFault(!is(HandFault::Field::Name) ? QString()
                     : m_name->text().isEmpty()  ? tr("Please fill in")
                                                 : tr("This name cannot be kept"));
    m_phone->setFault(is(HandFault::Field::Phone) ? tr("This is no mobile number") : QString());
    if (is(HandFault::Field::BirthYear))
        m_birth->setFault(tr("A year or a date, such as 1990 or 15/1/1990"));
    for (FormField *field : {m_name, m_birth, m_phone, m_address}) {
        if (field->edit()->accessibleDescription().isEmpty())
            continue;
        field->edit()->setFocus(Qt::OtherFocusReason);
        return;
    }
    emit corrected(m_rejected.entry.id, checkedNow.correction);
}

void CorrectionPanel::takeKey(int key)
{
    if (key == Qt::Key_Escape)
        emit left();
    else
        submit();
}

void CorrectionPanel::changeEvent(QEvent *event)
{
    OverlayPanel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CorrectionPanel::retranslate()
{
    m_title->setText(tr("Correct the data of %1").arg(personName(m_rejected.visitor)));
    setAccessibleName(m_title->text());
    m_message->setText(tr("The platform says: %1").arg(rejectionText(m_rejected)));
    m_hint->setText(
        tr("Time and direction stay as they were scanned. All rejected entries of this person are sent "
           "again."));
    m_name->setLabel(tr("Full name"));
    m_birth->setLabel(tr("Date or year of birth"));
    m_phone->setLabel(tr("Phone"));
    m_address->setLabel(tr("Address"));
    m_keep->setLabel(tr("Correct and send again"));
    m_leave->setLabel(tr("Leave it"));
}

} // namespace checkpoint
