#include "ui/scanview/previewpane.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int outlineStaysMs = 900;
constexpr double toleratedCrop =
    1.12; ///< rather than narrow bars, a little of the picture's edge is left out
constexpr QRgb foundColour = darkColours.in; // on the camera's picture, whatever the theme
constexpr QRgb askColour = darkColours.ask;
constexpr double bracketShare = 0.28; ///< of each side, at either end

struct PaneMessage
{
    QLatin1StringView icon;
    QString what;
    QString todo;
};

/// The four corners of a frame around what is meant, without its sides: the full outline is for what was
/// read.
QPainterPath brackets(const QPolygonF &outline)
{
    QPainterPath path;
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF corner = outline[i];
        const QPointF before = outline[(i + outline.size() - 1) % outline.size()];
        const QPointF after = outline[(i + 1) % outline.size()];
        path.moveTo(corner + bracketShare * (before - corner));
        path.lineTo(corner);
        path.lineTo(corner + bracketShare * (after - corner));
    }
    return path;
}

} // namespace

QString adviceWords(Advice advice)
{
    switch (advice) {
    case Advice::None:
        return {};
    case Advice::Closer:
        return PreviewPane::tr("Hold the code a little closer");
    case Advice::Further:
        return PreviewPane::tr("Hold the code a little further away");
    case Advice::TooDark:
        return PreviewPane::tr("Too little light");
    case Advice::Glare:
        return PreviewPane::tr("Glare: tilt the code a little");
    case Advice::Tilt:
        return PreviewPane::tr("Hold the code straight to the camera");
    case Advice::OutOfFocus:
        return PreviewPane::tr("Blurred: hold the code still, a little further away");
    }
    return {};
}

QPolygonF mappedOutline(const QPolygonF &outline, const QSize &frame, const QRectF &picture, bool mirrored)
{
    QPolygonF mapped;
    if (frame.isEmpty())
        return mapped;
    for (const QPointF &corner : outline) {
        const double x = corner.x() / frame.width();
        const double y = corner.y() / frame.height();
        mapped << QPointF(picture.left() + (mirrored ? 1 - x : x) * picture.width(),
                          picture.top() + y * picture.height());
    }
    return mapped;
}

PreviewPane::PreviewPane(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"previewPane"_s);
    m_fade.setSingleShot(true);
    m_fade.setInterval(outlineStaysMs);
    connect(&m_fade, &QTimer::timeout, this, [this] {
        m_sighting = {};
        tellScreenReader();
        update();
    });
    tellScreenReader();
}

void PreviewPane::setState(std::optional<DeviceState> state)
{
    m_state = state;
    if (state != DeviceState::Running && state != DeviceState::Finished) {
        m_picture = {};
        m_sighting = {};
        m_guidance = {};
    }
    tellScreenReader();
    update();
}

void PreviewPane::setMirrored(bool mirrored)
{
    m_mirrored = mirrored;
    update();
}

void PreviewPane::setIdle(bool idle)
{
    m_idle = idle;
    tellScreenReader();
    update();
}

void PreviewPane::setPicture(const QImage &picture, const QSize &frameSize)
{
    const bool first = m_picture.isNull();
    m_picture = picture;
    m_frameSize = frameSize;
    if (first)
        tellScreenReader();
    update();
}

void PreviewPane::showSighting(const RawScan &scan)
{
    if (scan.sightings.isEmpty() || scan.frameSize.isEmpty())
        return;
    m_sighting = scan;
    m_guidance = {};
    m_fade.start();
    tellScreenReader();
    update();
}

void PreviewPane::showGuidance(const Guidance &guidance)
{
    const bool newWords = guidance.advice != m_guidance.advice;
    m_guidance = guidance;
    if (newWords)
        tellScreenReader();
    update();
}

QString PreviewPane::caption() const
{
    if (!m_state)
        return tr("No camera");
    switch (*m_state) {
    case DeviceState::Starting:
        return tr("The camera is starting");
    case DeviceState::Missing:
        return tr("The camera is not plugged in");
    case DeviceState::Silent:
        return tr("The camera sends no picture");
    case DeviceState::Failed:
        return tr("The camera cannot be opened");
    case DeviceState::Running:
    case DeviceState::Finished:
        break;
    }
    if (m_idle)
        return tr("Nothing is recorded at the moment");
    if (m_sighting.sightings.size() > 1)
        return tr("Hold up one code at a time");
    if (!m_sighting.sightings.isEmpty())
        return {};
    if (m_guidance.advice != Advice::None)
        return adviceWords(m_guidance.advice);
    return tr("Hold the visitor's QR code in front of the camera");
}

QRectF PreviewPane::pictureRect() const
{
    const QSizeF frame(m_frameSize.isEmpty() ? m_picture.size() : m_frameSize);
    QSizeF size = frame.scaled(QSizeF(this->size()), Qt::KeepAspectRatioByExpanding);
    if (size.width() > width() * toleratedCrop || size.height() > height() * toleratedCrop)
        size = frame.scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

void PreviewPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), tokens::cardRadius,
                         tokens::cardRadius);
    // Only what is a picture, or becomes one, is as dark as a screen.
    const Colours &colours = coloursOf(palette());
    painter.fillPath(shape, QColor(m_state ? colours.screen : colours.card));
    painter.setClipPath(shape);
    if (m_picture.isNull())
        paintMessage(painter);
    else
        paintPicture(painter);
    painter.setClipping(false);
    painter.setPen(QPen(QColor(colours.line), 1));
    painter.drawPath(shape);
}

void PreviewPane::paintPicture(QPainter &painter)
{
    const QRectF target = pictureRect();
    painter.save();
    if (m_mirrored) {
        painter.translate(target.center().x() * 2, 0);
        painter.scale(-1, 1);
    }
    painter.drawImage(target, m_picture);
    painter.restore();

    if (m_sighting.sightings.isEmpty())
        paintGuidance(painter, target);
    else
        paintSightings(painter, target);
    paintWords(painter);
}

void PreviewPane::paintSightings(QPainter &painter, const QRectF &target)
{
    const QColor colour(m_sighting.sightings.size() > 1 ? askColour : foundColour);
    painter.setBrush(Qt::NoBrush);
    for (const Sighting &sighting : m_sighting.sightings) {
        const QPolygonF outline = mappedOutline(sighting.outline, m_sighting.frameSize, target, m_mirrored);
        painter.setPen(
            QPen(QColor(coloursOf(palette()).screen), 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(outline);
        painter.setPen(QPen(colour, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolygon(outline);
    }
}

void PreviewPane::paintGuidance(QPainter &painter, const QRectF &target)
{
    if (m_guidance.outline.isEmpty() || m_guidance.advice == Advice::None)
        return;
    // What reaches beyond the picture keeps its corners in sight.
    const QRectF seen =
        (target & QRectF(rect()))
            .adjusted(tokens::space8, tokens::space8, -tokens::space8, -stripHeight() - tokens::space8);
    QPolygonF outline = mappedOutline(m_guidance.outline, m_guidance.frameSize, target, m_mirrored);
    for (QPointF &corner : outline)
        corner = {std::clamp(corner.x(), seen.left(), seen.right()),
                  std::clamp(corner.y(), seen.top(), seen.bottom())};
    const QPainterPath frame = brackets(outline);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(coloursOf(palette()).screen), 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(frame);
    painter.setPen(QPen(QColor(askColour), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(frame);
}

int PreviewPane::stripHeight() const
{
    return std::max(tokens::controlHeight,
                    QFontMetrics(textFont(tokens::headingText, true)).height() + tokens::space12);
}

void PreviewPane::paintWords(QPainter &painter)
{
    const QString words = caption();
    if (words.isEmpty())
        return;
    QColor ground(coloursOf(palette()).screen);
    ground.setAlpha(225);
    const bool asks = m_sighting.sightings.size() > 1;
    const bool advises = m_sighting.sightings.isEmpty() && m_guidance.advice != Advice::None;
    const QRectF strip(0, height() - stripHeight(), width(), stripHeight());
    painter.fillRect(strip, ground);
    painter.setPen(asks || advises ? QColor(askColour) : QColor(coloursOf(palette()).onScreen));
    QFont font = textFont(advises ? tokens::headingText : tokens::bodyText, true);
    if (QFontMetricsF(font).horizontalAdvance(words) > strip.width() - tokens::space16)
        font = textFont(tokens::bodyText, true);
    painter.setFont(font);
    painter.drawText(strip, Qt::AlignCenter, words);
}

void PreviewPane::paintMessage(QPainter &painter)
{
    PaneMessage message{"camera-off"_L1, caption(), {}};
    if (!m_state) {
        message.todo = tr("Plug in a camera or a scanner, or drop a photo of the code here.");
    } else {
        switch (*m_state) {
        case DeviceState::Running:
        case DeviceState::Finished:
            message.icon = m_idle ? "warning"_L1 : "show-code"_L1;
            break;
        case DeviceState::Starting:
            message.icon = "camera"_L1;
            message.todo = tr("This takes a moment.");
            break;
        case DeviceState::Missing:
            message.todo = tr("Plug it in; it starts by itself.");
            break;
        case DeviceState::Silent:
            message.todo =
                tr("It is being opened again. Close other programs that use it, or plug it in again.");
            break;
        case DeviceState::Failed:
            message.todo =
                tr("Choose another camera in the settings (F10), or drop a photo of the code here.");
            break;
        }
    }
    const QColor ink(m_state ? coloursOf(palette()).onScreen : coloursOf(palette()).quiet);
    const bool drawing = message.icon == "show-code"_L1;
    const QSizeF icon = drawing ? QSizeF(160, 96) : QSizeF(48, 48);
    const QRectF words(tokens::space24, 0, width() - 2 * tokens::space24, height());
    const QFont strong = textFont(tokens::headingText, true);
    const QFont body = textFont(tokens::bodyText);
    const int flags = Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap;
    const double whatHeight = QFontMetricsF(strong).boundingRect(words, flags, message.what).height();
    const double todoHeight =
        message.todo.isEmpty()
            ? 0
            : tokens::space8 + QFontMetricsF(body).boundingRect(words, flags, message.todo).height();
    double top = (height() - icon.height() - tokens::space16 - whatHeight - todoHeight) / 2;
    paintIcon(painter, message.icon, QRectF(QPointF((width() - icon.width()) / 2, top), icon), ink);
    top += icon.height() + tokens::space16;
    painter.setPen(ink);
    painter.setFont(strong);
    painter.drawText(words.translated(0, top), flags, message.what);
    painter.setFont(body);
    painter.drawText(words.translated(0, top + whatHeight + tokens::space8), flags, message.todo);
}

void PreviewPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        tellScreenReader();
        update();
    }
}

void PreviewPane::tellScreenReader()
{
    setAccessibleName(tr("Camera picture"));
    setAccessibleDescription(caption());
}

} // namespace checkpoint
