#include "ui/visitorwindow/visitorwindow.h"

#include "ui/common/icons.h"
#include "ui/common/meaning.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QDateTime>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QWindow>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(VisitorWindow)
};

constexpr QSize usualSize(960, 600);
constexpr int noticeLinesShown = 2;

/// Texts and signs grow with the window: it is read from metres away, whatever the monitor.
int scaled(int tokenSize, int height)
{
    return qMax(tokenSize, tokenSize * height / usualSize.height());
}

/// The largest size up to `size` at which the text takes no more than `lines` lines of `width`.
QFont fittingFont(const QString &text, int size, bool strong, int width, int lines)
{
    QFont font = textFont(size, strong);
    while (size > tokens::headingText) {
        const QFontMetrics metrics(font);
        const QRect bounds = metrics.boundingRect(QRect(0, 0, width, 1'000'000), Qt::TextWordWrap, text);
        if (bounds.width() <= width && bounds.height() <= lines * metrics.lineSpacing())
            break;
        size -= 2;
        font = textFont(size, strong);
    }
    return font;
}

} // namespace

std::optional<VisitorWords> visitorWords(const ScanOutcome &outcome)
{
    QString name = outcome.visitor.name.isEmpty() ? QString() : personName(outcome.visitor);
    if (outcome.apart)
        name = partyText(outcome.party);
    switch (outcome.kind) {
    case ScanOutcome::Kind::Recorded:
        if (outcome.direction == Direction::Out)
            return VisitorWords{directionShout(Direction::Out), name, Words::tr("Recorded. Goodbye!")};
        return VisitorWords{directionShout(Direction::In), name, Words::tr("Recorded. Please come in.")};
    case ScanOutcome::Kind::Repeated:
        return VisitorWords{Words::tr("READ ALREADY"), name, Words::tr("You need not scan again.")};
    case ScanOutcome::Kind::Asks:
    case ScanOutcome::Kind::Failed:
        return VisitorWords{Words::tr("PLEASE WAIT"), {}, Words::tr("The receptionist will help you.")};
    case ScanOutcome::Kind::Refused:
        if (outcome.reason == Reason::TwoPersons)
            return VisitorWords{
                Words::tr("ONE AT A TIME"), {}, Words::tr("Please hold up one code at a time.")};
        return VisitorWords{Words::tr("NOT READ"),
                            {},
                            Words::tr("Please hold up your citizen card or your personal QR code.")};
    default:
        return {};
    }
}

QScreen *screenBeside(const QScreen *taken, const QScreen *gone)
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto beside = std::ranges::find_if(screens, [taken, gone](const QScreen *screen) {
        return screen != taken && screen != gone &&
               (!taken || !screen->geometry().intersects(taken->geometry()));
    });
    return beside == screens.end() ? nullptr : *beside;
}

VisitorWindow::VisitorWindow(QWidget *parent) : QWidget(parent, Qt::Window)
{
    setObjectName(u"visitorWindow"_s);
    setWindowIcon(applicationIcon());
    // Looked at, never used: the keys and the scans stay with the desk's window.
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(480, 320);
    resize(usualSize);
    m_back.setSingleShot(true);
    m_back.setInterval(resultStaysMs);
    connect(&m_back, &QTimer::timeout, this, &VisitorWindow::welcome);
    if (parent)
        parent->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &VisitorWindow::place);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](const QScreen *added) {
        watch(added);
        follow();
    });
    const QList<QScreen *> monitors = QGuiApplication::screens();
    for (const QScreen *monitor : monitors)
        watch(monitor);
    tellScreenReader();
}

void VisitorWindow::setVenue(const QString &name)
{
    m_venue = name;
    tellScreenReader();
    update();
}

void VisitorWindow::setNotice(const std::optional<Notice> &notice)
{
    if (notice == m_notice)
        return;
    m_notice = notice;
    tellScreenReader();
    update();
}

/// Only while nobody is answered: nobody reads two things at once.
QString VisitorWindow::noticeText() const
{
    if (!m_notice || m_outcome)
        return {};
    return tr("Your data are recorded for who comes in and leaves, and destroyed after %1 days. Questions: "
              "%2. "
              "Notice version %3 of %4.")
        .arg(QString::number(m_notice->visitorDays), m_notice->contact.simplified(),
             QString::number(m_notice->version), dateText(m_notice->savedAt.toDateTime().date()));
}

void VisitorWindow::showOutcome(const ScanOutcome &outcome)
{
    if (!visitorWords(outcome)) {
        if (outcome.kind == ScanOutcome::Kind::Dismissed && m_outcome &&
            m_outcome->kind == ScanOutcome::Kind::Asks)
            welcome(); // nobody waits for an answer any more
        return;
    }
    // Who waits for an answer goes on waiting.
    if (m_outcome && m_outcome->kind == ScanOutcome::Kind::Asks &&
        (outcome.kind == ScanOutcome::Kind::Refused || outcome.kind == ScanOutcome::Kind::Repeated))
        return;
    m_outcome = outcome;
    if (outcome.kind == ScanOutcome::Kind::Asks)
        m_back.stop();
    else
        m_back.start();
    tellScreenReader();
    update();
}

void VisitorWindow::welcome()
{
    m_outcome.reset();
    tellScreenReader();
    update();
}

void VisitorWindow::setWanted(bool wanted)
{
    m_wanted = wanted;
    follow();
}

void VisitorWindow::follow()
{
    place(nullptr);
}

/// Two monitors that showed the same show something of their own when one of them moves.
void VisitorWindow::watch(const QScreen *monitor)
{
    connect(monitor, &QScreen::geometryChanged, this, &VisitorWindow::follow);
}

void VisitorWindow::place(const QScreen *gone)
{
    const QWidget *desk = parentWidget();
    QScreen *free = m_wanted && desk && desk->isVisible() ? screenBeside(desk->screen(), gone) : nullptr;
    if (free && isVisible() && screen() == free && geometry() == free->geometry())
        return;
    hide();
    if (!free)
        return;
    setWindowState(Qt::WindowNoState);
    setScreen(free);
    setGeometry(free->geometry());
    setWindowState(Qt::WindowFullScreen); // showFullScreen() would take the keys away from the desk
    show();
}

VisitorWords VisitorWindow::words() const
{
    if (m_outcome)
        return visitorWords(*m_outcome).value_or(VisitorWords{});
    return {tr("Welcome"), {}, tr("Please hold your QR code in front of the camera or the scanner.")};
}

QString VisitorWindow::spokenText() const
{
    const VisitorWords said = words();
    QStringList parts{m_venue, said.word, said.name, said.todo, noticeText()};
    parts.removeAll(QString());
    return parts.join(u". "_s);
}

void VisitorWindow::tellScreenReader()
{
    setWindowTitle(tr("For visitors"));
    setAccessibleName(spokenText());
}

void VisitorWindow::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    const VisitorWords said = words();
    const int margin = scaled(tokens::space32, height());
    const QRect area = rect().adjusted(margin, margin, -margin, -margin);
    QPainter painter(this);
    painter.fillRect(rect(), QColor(colours.card));

    const Meaning meaning = m_outcome ? publicMeaningOf(*m_outcome) : Meaning::In;
    const QColor ink(m_outcome ? colours.*meaningInk(meaning) : colours.accent);
    painter.fillRect(QRect(0, 0, width(), scaled(tokens::resultEdge, height())), ink);

    // The venue above, then sign and word, the name, and what to do: centred, as one block.
    painter.setPen(QColor(colours.quiet));
    const QFont venueFont = fittingFont(m_venue, scaled(tokens::nameText, height()), false, area.width(), 2);
    painter.setFont(venueFont);
    painter.drawText(area, Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, m_venue);

    const int sign = scaled(120, height());
    const QFont wordFont =
        fittingFont(said.word, scaled(2 * tokens::venueText, height()), true, area.width(), 1);
    const QFont nameFont = fittingFont(said.name, scaled(tokens::venueText, height()), true, area.width(), 2);
    const QFont todoFont = fittingFont(said.todo, scaled(tokens::nameText, height()), false, area.width(), 3);
    const int gap = scaled(tokens::space16, height());
    const auto heightOf = [&area](const QFont &font, const QString &text) {
        return text.isEmpty()
                   ? 0
                   : QFontMetrics(font)
                         .boundingRect(QRect(0, 0, area.width(), 1'000'000), Qt::TextWordWrap, text)
                         .height();
    };
    const int wordHeight = heightOf(wordFont, said.word);
    const int nameHeight = heightOf(nameFont, said.name);
    const int todoHeight = heightOf(todoFont, said.todo);
    const int block = sign + wordHeight + nameHeight + todoHeight + 2 * gap;
    int y = area.top() + (area.height() - block) / 2 + scaled(tokens::space24, height());

    const QLatin1StringView icon = m_outcome ? meaningSign(meaning) : "show-code"_L1;
    paintIcon(painter, icon, QRectF(area.center().x() - sign / 2.0, y, sign, sign), ink);
    y += sign;
    const auto line = [&](const QFont &font, const QColor &colour, const QString &text, int lineHeight) {
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRect(area.left(), y, area.width(), lineHeight), Qt::AlignHCenter | Qt::TextWordWrap,
                         text);
        y += lineHeight;
    };
    line(wordFont, ink, said.word, wordHeight);
    line(nameFont, QColor(colours.text), said.name, nameHeight);
    y += gap;
    line(todoFont, QColor(colours.text), said.todo, todoHeight);
    paintNotice(painter, area);
}

void VisitorWindow::paintNotice(QPainter &painter, const QRect &area) const
{
    const QString notice = noticeText();
    painter.setFont(
        fittingFont(notice, scaled(tokens::headingText, height()), false, area.width(), noticeLinesShown));
    painter.setPen(QColor(coloursOf(palette()).quiet));
    painter.drawText(area, Qt::AlignBottom | Qt::AlignHCenter | Qt::TextWordWrap, notice);
}

void VisitorWindow::closeEvent(QCloseEvent *event)
{
    event->accept();
    // Closed with the program, it opens again with it.
    if (event->spontaneous())
        emit closed();
}

void VisitorWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

bool VisitorWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Show)
        connect(parentWidget()->windowHandle(), &QWindow::screenChanged, this, &VisitorWindow::follow,
                Qt::UniqueConnection);
    if (watched == parentWidget() && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        follow();
    return QWidget::eventFilter(watched, event);
}

void VisitorWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        tellScreenReader();
        update();
    }
}

} // namespace checkpoint
