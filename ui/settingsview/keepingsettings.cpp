#include "ui/settingsview/keepingsettings.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/settingsview/noticepanel.h"
#include "ui/settingsview/settingrow.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

KeepingSettings::KeepingSettings(QWidget *parent)
    : SettingsSection(u"keepingSettings"_s, "calendar"_L1, parent), m_notice(new NoticePanel(this))
{
    m_notice->hide();
    for (const RetentionKind kind : retentionKinds) {
        auto *days = new QSpinBox(this);
        days->setObjectName(u"keep:"_s + retentionKindId(kind));
        days->setRange(RetentionTerms::leastDays, RetentionTerms::mostDays);
        days->setFont(textFont(tokens::bodyText));
        days->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
        days->setMinimumWidth(textScaled(120));
        days->setKeyboardTracking(false); // half a number is no term
        m_terms[std::size_t(kind)] = {days, addRow(days)};
        connect(days, &QSpinBox::valueChanged, this, [this, kind](int value) { takeTerm(kind, value); });
    }
    addRule();
    m_erase = new ActionButton(ActionButton::Look::Plain, this);
    m_erase->setObjectName(u"eraseNow"_s);
    m_lastRow = addRow(m_erase);
    connect(m_erase, &QAbstractButton::clicked, this, &KeepingSettings::eraseRequested);
    addRule();
    m_noticeButton = new ActionButton(ActionButton::Look::Plain, this);
    m_noticeButton->setObjectName(u"noticeOpen"_s);
    m_noticeRow = addRow(m_noticeButton);
    connect(m_noticeButton, &QAbstractButton::clicked, this, [this] { emit pageWanted(m_notice); });
    m_failure = new QLabel(this);
    m_failure->setObjectName(u"keepingFailure"_s);
    m_failure->setWordWrap(true);
    setTone(m_failure, "refused"_L1);
    m_failure->hide();
    rows()->addWidget(m_failure);
    fillTerms();
}

QString KeepingSettings::title() const
{
    return tr("Keeping data");
}

void KeepingSettings::setState(const RetentionState &state)
{
    m_state = state;
    m_failure->hide();
    fillTerms();
    retranslate();
}

void KeepingSettings::showFailure(const QString &sentence)
{
    fillTerms();
    m_failure->setText(sentence);
    m_failure->show();
}

void KeepingSettings::fillTerms()
{
    for (const RetentionKind kind : retentionKinds) {
        const QSignalBlocker quiet(m_terms[std::size_t(kind)].days);
        m_terms[std::size_t(kind)].days->setValue(m_state.terms.days(kind));
    }
}

void KeepingSettings::takeTerm(RetentionKind kind, int days)
{
    RetentionTerms terms = m_state.terms;
    terms.setDays(kind, days);
    emit termsChanged(terms);
}

QString KeepingSettings::lastText() const
{
    if (m_state.runs.isEmpty())
        return tr("Nothing had to be destroyed yet. It is done every night and when the program starts.");
    const ErasureRun &last = m_state.runs.first();
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(last.beganUtcMs);
    return tr("Last on %1 at %2: the data of %n visitor(s). Entries and counts stay.", nullptr,
              int(last.counts.visitors))
        .arg(dateText(at.date()), at.time().toString(u"HH:mm"_s));
}

void KeepingSettings::retranslate()
{
    const auto say = [this](RetentionKind kind, const QString &label, const QString &note) {
        m_terms[std::size_t(kind)].row->setWords(label, note, tr("retention erase delete personal data"));
        m_terms[std::size_t(kind)].days->setSuffix(tr(" days"));
        m_terms[std::size_t(kind)].days->setAccessibleName(label);
    };
    say(RetentionKind::Visitors, tr("Visitors' data"),
        tr("After their last entry. Name, numbers and address are destroyed; entries and counts stay."));
    say(RetentionKind::Details, tr("Purposes and hosts"), tr("After the entry."));
    say(RetentionKind::Reasons, tr("Reasons for voiding"), tr("After the entry was voided."));
    say(RetentionKind::Reveals, tr("Reasons for revealing"), tr("After somebody looked at data in full."));
    say(RetentionKind::RefusedScans, tr("Refused scans"), tr("After that nobody can tell what was scanned."));
    say(RetentionKind::Expected, tr("Expected visitors"), tr("After the day they were announced for."));
    say(RetentionKind::Attention, tr("Attention list"), tr("After a note has ended or was withdrawn."));
    say(RetentionKind::Waiting, tr("Entries not sent yet"),
        tr("Visitors' data are kept this long; after that entries are sent without them."));
    m_lastRow->setWords(tr("Destroyed"), lastText(), tr("erase delete"));
    m_erase->setLabel(tr("Destroy data past their term now"));
    m_noticeRow->setWords(tr("Notice for visitors"),
                          tr("What for, on what basis, how long, whom to ask: on the wall and on the screen. "
                             "The law asks for it."),
                          tr("privacy personal data poster wall version print"));
    m_noticeButton->setLabel(tr("The notice…"));
}

} // namespace checkpoint
