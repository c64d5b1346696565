#include "ui/settingsview/keptline.h"

#include "ui/common/theme.h"

#include <QEvent>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int momentMs = 3000;

} // namespace

KeptLine::KeptLine(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"settingsKept"_s);
    setFont(textFont(tokens::noteText));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    m_moment.setSingleShot(true);
    m_moment.setInterval(momentMs);
    connect(&m_moment, &QTimer::timeout, this, &KeptLine::fill);
    fill();
}

void KeptLine::sayKept()
{
    m_moment.start();
    fill();
}

void KeptLine::fill()
{
    setTone(this, m_moment.isActive() ? "in"_L1 : "quiet"_L1);
    setText(m_moment.isActive() ? u"✓ "_s + tr("Saved") : tr("Every change is saved at once."));
}

void KeptLine::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_moment.stop(); // the whole page says it
    fill();
}

} // namespace checkpoint
