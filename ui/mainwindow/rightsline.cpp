#include "ui/mainwindow/rightsline.h"

#include "ui/common/actionbutton.h"
#include "ui/common/theme.h"
#include "ui/mainwindow/rights.h"

#include <QEvent>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int leastHeight = 640; ///< of the window: below it every line is wanted for what is read

} // namespace

RightsLine::RightsLine(QWidget *window) : QLabel(window)
{
    setObjectName(u"rightsLine"_s);
    setFont(textFont(tokens::noteText));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space8);
    setTone(this, "quiet"_L1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &RightsLine::look);
    for (const auto &[deed, control] : guardedControls())
        for (ActionButton *button : window->findChildren<ActionButton *>(control))
            button->installEventFilter(this);
    hide();
}

bool RightsLine::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::EnabledChange:
        m_soon.start();
        break;
    default:
        break;
    }
    return QLabel::eventFilter(watched, event);
}

void RightsLine::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_soon.start();
}

void RightsLine::look()
{
    QStringList sentences;
    QList<QStringList> names;
    for (const auto &[deed, control] : guardedControls())
        for (const ActionButton *button : window()->findChildren<ActionButton *>(control)) {
            if (!button->isVisible() || button->whoMay().isEmpty() || button->text().isEmpty())
                continue;
            qsizetype at = sentences.indexOf(button->whoMay());
            if (at < 0) {
                at = sentences.size();
                sentences << button->whoMay();
                names << QStringList();
            }
            names[at] << button->text();
        }
    QStringList said;
    for (qsizetype i = 0; i < sentences.size(); ++i)
        said << names[i].join(u", "_s) + u": "_s + sentences[i];
    setText(said.join(u'\n'));
    setVisible(!said.isEmpty() && window()->height() >= textScaled(leastHeight));
}

} // namespace checkpoint
