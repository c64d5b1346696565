#include "ui/mainwindow/noticebar.h"

#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

NoticeBar::NoticeBar(const QString &name, QWidget *parent, Look look)
    : QFrame(parent)
    , m_look(look)
    , m_happened(new QLabel(this))
    , m_rest(new QLabel(this))
    , m_close(new ActionButton(ActionButton::Look::Quiet, this))
{
    setObjectName(name + "Bar"_L1);
    makeAnnouncing(this);
    m_happened->setObjectName(name + "Happened"_L1);
    m_happened->setFont(textFont(tokens::bodyText, true));
    setTone(m_happened, look == Look::Trouble ? "refused"_L1 : "ask"_L1);
    m_rest->setObjectName(name + "Rest"_L1);
    for (QLabel *label : {m_happened, m_rest}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_close->setObjectName(name + "Close"_L1);
    m_close->setIconName("cross"_L1);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_happened);
    words->addWidget(m_rest);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::space16 + tokens::iconSize + tokens::space12, tokens::space8,
                            tokens::space8, tokens::space8);
    row->addLayout(words, 1);
    row->addWidget(m_close);
    connect(m_close, &QAbstractButton::clicked, this, &NoticeBar::clear);
    hide();
}

void NoticeBar::show(ErrorCode code, const QString &about, bool canBeClosed)
{
    say(
        [code, about] {
            ErrorText text = errorText(code);
            if (!about.isEmpty())
                text.happened = about + u": "_s + text.happened;
            return text;
        },
        canBeClosed);
}

void NoticeBar::say(const std::function<ErrorText()> &words, bool canBeClosed)
{
    m_words = words;
    m_canBeClosed = canBeClosed;
    m_close->setVisible(canBeClosed);
    retranslate();
    setVisible(true);
    announce(this, accessibleName());
}

void NoticeBar::clear()
{
    m_words = nullptr;
    hide();
}

void NoticeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body(contentsRect());
    const bool trouble = m_look == Look::Trouble;
    const QColor ink(trouble ? colours.refused : colours.ask);
    painter.setPen(QPen(ink, 1));
    painter.setBrush(QColor(trouble ? colours.noticeGround : colours.card));
    painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), tokens::cardRadius, tokens::cardRadius);
    paintIcon(
        painter, "warning"_L1,
        QRectF(tokens::space16, (body.height() - tokens::iconSize) / 2.0, tokens::iconSize, tokens::iconSize),
        ink);
}

void NoticeBar::retranslate()
{
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(m_close->accessibleName());
    if (!m_words)
        return;
    const ErrorText text = m_words();
    m_happened->setText(text.happened);
    m_rest->setText((text.kept + u' ' + text.todo).trimmed());
    setAccessibleName(m_happened->text() + u' ' + m_rest->text());
}

} // namespace checkpoint
