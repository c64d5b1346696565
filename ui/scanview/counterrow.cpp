#include "ui/scanview/counterrow.h"

#include "core/domain/admission.h"
#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wordsFrom = 680;

} // namespace

CounterRow::CounterRow(QWidget *parent)
    : QFrame(parent), m_muted(new ActionButton(ActionButton::Look::Plain, this))
{
    setProperty("card", true);
    setObjectName(u"counterRow"_s);
    setFixedHeight(60);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::space24, 0, tokens::space24, 0);
    row->setSpacing(tokens::space16);
    constexpr QLatin1StringView names[] = {"countInside"_L1, "countIn"_L1, "countOut"_L1, "countRefused"_L1};
    constexpr QLatin1StringView tones[] = {""_L1, "in"_L1, "out"_L1, "refused"_L1};
    for (size_t i = 0; i < m_figures.size(); ++i) {
        if (i > 0) {
            auto *rule = new QFrame(this);
            rule->setProperty("rule", true);
            rule->setFixedSize(1, tokens::space32);
            row->addWidget(rule);
        }
        m_words[i] = new QLabel(this);
        m_words[i]->setFont(textFont(tokens::bodyText));
        setTone(m_words[i], "quiet"_L1);
        m_figures[i] = new QLabel(this);
        m_figures[i]->setObjectName(QString(names[i]));
        m_figures[i]->setFont(textFont(tokens::nameText, true));
        if (i < 3)
            setTone(m_figures[i], tones[i]);
        auto *pair = new QHBoxLayout;
        pair->setSpacing(tokens::space12);
        pair->addWidget(m_words[i]);
        pair->addWidget(m_figures[i]);
        if (i == 0) {
            m_more = new QLabel(this);
            m_more->setObjectName(u"countMore"_s);
            m_more->setFont(textFont(tokens::bodyText, true));
            pair->addWidget(m_more);
        }
        pair->addStretch();
        row->addLayout(pair, 1);
    }
    m_muted->setObjectName(u"mutedMark"_s);
    m_muted->setIconName("sound-off"_L1);
    m_muted->hide();
    row->addWidget(m_muted, 0, Qt::AlignVCenter);
    connect(m_muted, &QAbstractButton::clicked, this, &CounterRow::soundWanted);
    retranslate();
}

void CounterRow::setMuted(bool muted)
{
    m_muted->setVisible(muted);
}

void CounterRow::setCounters(const Counters &counters)
{
    m_counters = counters;
    const qint64 values[] = {counters.inside, counters.in, counters.out, counters.refused};
    for (size_t i = 0; i < m_figures.size(); ++i) {
        m_figures[i]->setText(QLocale().toString(values[i]));
        m_figures[i]->setAccessibleName(m_words[i]->text() + u' ' + m_figures[i]->text());
    }
    tellMore();
}

void CounterRow::setCapacity(int capacity)
{
    m_capacity = capacity;
    tellMore();
}

void CounterRow::tellMore()
{
    const QLocale locale;
    QStringList shown;
    QStringList said;
    if (m_counters.partyInside > 0) {
        shown << u"(+%1)"_s.arg(locale.toString(m_counters.partyInside));
        said << tr("%n companion(s)", nullptr, int(m_counters.partyInside));
    }
    if (m_capacity > 0) {
        shown << u"/ %1"_s.arg(locale.toString(m_capacity));
        said << tr("There is room for %n people, companions counted.", nullptr, m_capacity);
    }
    m_more->setVisible(!shown.isEmpty());
    m_more->setText(shown.join(u' '));
    m_more->setToolTip(said.join(u'\n'));
    m_more->setAccessibleName(said.join(u", "_s));
    const bool full = isFull(m_counters.inside + m_counters.partyInside, m_capacity);
    setTone(m_more, full ? "ask"_L1 : "quiet"_L1);
}

/// Where it is narrow the words make room for the figures.
void CounterRow::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool narrow = width() < textScaled(wordsFrom);
    layout()->setSpacing(narrow ? tokens::space8 : tokens::space16);
    const int margin = narrow ? tokens::space12 : tokens::space24;
    layout()->setContentsMargins(margin, 0, margin, 0);
    for (QLabel *words : m_words)
        words->setFont(textFont(narrow ? tokens::noteText : tokens::bodyText));
}

void CounterRow::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CounterRow::retranslate()
{
    const QString words[] = {tr("Inside now"), tr("In today"), tr("Out today"), tr("Refused")};
    const QString rules[] = {
        tr("Visitors who are inside: those of this morning, and in today less out today."),
        tr("Visitors who came in today; companions are not counted."),
        tr("Visitors who left today; companions are not counted, even if they left apart."), QString()};
    for (size_t i = 0; i < m_words.size(); ++i) {
        m_words[i]->setText(words[i]);
        for (QLabel *label : {m_words[i], m_figures[i]})
            label->setToolTip(rules[i]);
        m_figures[i]->setAccessibleDescription(rules[i]);
    }
    m_muted->setLabel(tr("Muted"));
    m_muted->setToolTip(tr("Results make no sound. Press to hear them again."));
    setCounters(Counters(m_counters));
}

} // namespace checkpoint
