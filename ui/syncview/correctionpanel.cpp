#include "ui/syncview/correctionpanel.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/syncview/correctionform.h"
#include "ui/syncview/formfield.h"
#include "ui/syncview/syncviewwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

CorrectionPanel::CorrectionPanel(QWidget *parent)
    : OverlayPanel({}, parent)
    , m_title(new QLabel(this))
    , m_message(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_form(new CorrectionForm(u"correct"_s, this))
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
    column->addWidget(m_form);
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
    m_rejected = rejected;
    retranslate();
    m_form->begin(rejected.visitor);
}

void CorrectionPanel::forget()
{
    m_rejected = {};
    m_form->forget();
    retranslate();
}

void CorrectionPanel::submit()
{
    if (const std::optional<VisitorCorrection> correction = m_form->correction())
        emit corrected(m_rejected.entry.id, *correction);
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
    // What is wrong may be the number, which is not in the form.
    QStringList who{personName(m_rejected.visitor), masked(m_rejected.visitor).idNumber};
    who.removeAll(QString());
    m_title->setText(tr("Correct the data of %1").arg(who.join(u" · "_s)));
    setAccessibleName(m_title->text());
    m_message->setText(tr("The platform says: %1").arg(rejectionText(m_rejected)));
    m_hint->setText(
        tr("Time and direction stay as they were scanned. All rejected entries of this person are sent "
           "again."));
    m_keep->setLabel(tr("Correct and send again"));
    m_leave->setLabel(tr("Leave it"));
}

} // namespace checkpoint
