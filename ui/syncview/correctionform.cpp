#include "ui/syncview/correctionform.h"

#include "core/desk/handentry.h"
#include "ui/common/tokens.h"
#include "ui/common/wording.h"
#include "ui/syncview/formfield.h"

#include <QDate>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

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

CorrectionForm::CorrectionForm(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(new FormField(name + u"Name"_s, this))
    , m_birth(new FormField(name + u"Birth"_s, this))
    , m_phone(new FormField(name + u"Phone"_s, this))
    , m_address(new FormField(name + u"Address"_s, this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(tokens::space12);
    grid->setVerticalSpacing(tokens::space8);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_name, 0, 0, 1, 2);
    grid->addWidget(m_birth, 1, 0);
    grid->addWidget(m_phone, 1, 1);
    grid->addWidget(m_address, 2, 0, 1, 2);
    retranslate();
}

void CorrectionForm::fill(const VisitorData &known, const VisitorData &shown)
{
    m_known = known;
    m_shown = shown;
    m_name->edit()->setText(known.name);
    m_birth->edit()->setText(birthText(known.birthDate));
    m_phone->edit()->setText(known.phone);
    m_address->edit()->setText(known.address);
    for (FormField *field : fields())
        field->setFault({});
    retranslate();
}

void CorrectionForm::begin(const VisitorData &known, const VisitorData &shown)
{
    fill(known, shown);
    m_name->edit()->setFocus(Qt::OtherFocusReason);
    m_name->edit()->selectAll();
}

void CorrectionForm::maskUntouched()
{
    if (m_shown.name.isEmpty() || m_known.name.isEmpty() || m_name->text() != m_known.name.simplified())
        return;
    m_known.name.clear(); // an empty line is one that nobody changed
    m_name->edit()->setText({});
}

void CorrectionForm::forget()
{
    fill({}, {});
}

std::optional<VisitorCorrection> CorrectionForm::correction()
{
    VisitorCorrection correction;
    if (m_name->text() != m_known.name.simplified())
        correction.name = m_name->text();
    if (m_phone->text() != m_known.phone)
        correction.phone = m_phone->text();
    if (m_address->text() != m_known.address.simplified())
        correction.address = m_address->text();
    m_birth->setFault({});
    if (m_birth->text() != birthText(m_known.birthDate)) {
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
    for (FormField *field : fields()) {
        if (field->edit()->accessibleDescription().isEmpty())
            continue;
        field->edit()->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    return checkedNow.correction;
}

void CorrectionForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CorrectionForm::retranslate()
{
    m_name->setLabel(tr("Full name"));
    m_birth->setLabel(tr("Date or year of birth"));
    m_phone->setLabel(tr("Phone"));
    m_address->setLabel(tr("Address"));
    const auto sayNow = [](FormField *field, const QString &shown) {
        field->edit()->setPlaceholderText(shown.isEmpty() ? QString() : tr("Now: %1").arg(shown));
    };
    sayNow(m_name, m_shown.name);
    sayNow(m_birth, birthText(m_shown.birthDate));
    sayNow(m_phone, m_shown.phone);
    sayNow(m_address, m_shown.address);
}

} // namespace checkpoint
