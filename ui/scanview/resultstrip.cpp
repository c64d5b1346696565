#include "ui/scanview/resultstrip.h"

#include "ui/common/announcement.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/meaning.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/scanview/resultwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

ResultStrip::ResultStrip(QWidget *parent)
    : QWidget(parent)
    , m_sign(new SignLabel(tokens::nameText, this))
    , m_word(new QLabel(this))
    , m_name(new ElidedLabel(tokens::nameText, true, this))
    , m_why(new ElidedLabel(tokens::bodyText, false, this))
    , m_time(new QLabel(this))
{
    setObjectName(u"resultStrip"_s);
    makeAnnouncing(this);
    m_word->setObjectName(u"stripWord"_s);
    m_word->setFont(textFont(tokens::nameText, true));
    m_name->setObjectName(u"stripName"_s);
    m_why->setObjectName(u"stripWhy"_s);
    m_time->setFont(textFont(tokens::headingText));
    setFixedHeight(tokens::primaryHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::resultEdge + tokens::space12, 0, tokens::space16, 0);
    row->setSpacing(tokens::space12);
    row->addWidget(m_sign);
    row->addWidget(m_word);
    row->addWidget(m_name, 0, Qt::AlignVCenter);
    row->addWidget(m_why, 1, Qt::AlignVCenter);
    row->addWidget(m_time);
    m_passes.setSingleShot(true);
    m_passes.setInterval(passesAfterMs);
    connect(&m_passes, &QTimer::timeout, this, &ResultStrip::clear);
    hide();
}

void ResultStrip::showOutcome(const ScanOutcome &outcome)
{
    const bool waits = m_outcome && m_outcome->kind == ScanOutcome::Kind::Asks;
    if (waits && outcome.kind == ScanOutcome::Kind::Repeated)
        return;
    m_refused.reset();
    if (waits && outcome.kind == ScanOutcome::Kind::Refused)
        m_refused = outcome;
    else
        m_outcome = outcome;
    fill();
    show();
    m_passes.stop();
    if (m_passing && m_outcome->kind != ScanOutcome::Kind::Asks &&
        m_outcome->kind != ScanOutcome::Kind::Failed)
        m_passes.start();
    announce(this, accessibleName());
}

void ResultStrip::clear()
{
    m_outcome.reset();
    m_refused.reset();
    hide();
}

void ResultStrip::leave(const QUuid &entryId)
{
    if (m_outcome && m_outcome->entryId == entryId)
        clear();
}

void ResultStrip::changePerson(const QUuid &visitorId, const VisitorData &now)
{
    if (!m_outcome || m_outcome->visitorId != visitorId)
        return;
    m_outcome->visitor = now;
    fill();
}

void ResultStrip::endAlarm()
{
    if (isAlarm())
        clear();
}

void ResultStrip::setLocked(bool locked)
{
    m_locked = locked;
    fill();
}

void ResultStrip::setAnswerHint(const QString &hint)
{
    m_answerHint = hint;
    fill();
}

Meaning ResultStrip::meaning() const
{
    return m_locked ? publicMeaningOf(*m_outcome) : meaningOf(*m_outcome);
}

void ResultStrip::fill()
{
    if (!m_outcome)
        return;
    const ResultWords words = m_locked ? lockedWords(*m_outcome) : resultWords(*m_outcome);
    const Meaning meaning = this->meaning();
    const QLatin1StringView plain = isAlarm() ? "onAlarm"_L1 : ""_L1;
    m_sign->setSign(meaningSign(meaning), isAlarm() ? &Colours::onAlarm : meaningInk(meaning));
    m_word->setText(words.word);
    setTone(m_word, isAlarm() ? "onAlarm"_L1 : meaningTone(meaning));
    m_name->setText(words.name);
    m_name->setVisible(!words.name.isEmpty());
    QStringList why;
    if (m_refused)
        why << refusedBesideText(*m_refused);
    why << words.headline;
    if (m_outcome->kind == ScanOutcome::Kind::Failed)
        why << words.notes.value(words.notes.size() - 1); // what to do
    if (m_outcome->kind == ScanOutcome::Kind::Asks && !m_locked)
        why << m_answerHint;
    why.removeAll(QString());
    m_why->setText(why.join(u" · "_s));
    m_time->setText(words.time);
    for (QLabel *label : {static_cast<QLabel *>(m_name), static_cast<QLabel *>(m_why), m_time})
        setTone(label, plain);
    QStringList said{words.word, words.name, m_why->text()};
    said.removeAll(QString());
    setAccessibleName(said.join(u", "_s));
    update();
}

void ResultStrip::paintEvent(QPaintEvent *)
{
    if (!m_outcome)
        return;
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::controlRadius,
                         tokens::controlRadius);
    painter.fillPath(shape, QColor(isAlarm()                         ? colours.alarm
                                   : meaning() == Meaning::Attention ? colours.noticeGround
                                                                     : colours.card));
    painter.setPen(QPen(QColor(isAlarm() ? colours.alarm : colours.line), 1));
    painter.drawPath(shape);
    if (isAlarm())
        return;
    painter.setClipPath(shape);
    painter.fillRect(QRect(0, 0, tokens::resultEdge, contentsRect().height()),
                     QColor(colours.*meaningInk(meaning())));
}

void ResultStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace checkpoint
