#include "ui/settingsview/selftestpanel.h"

#include "core/barcode/qrencoder.h"
#include "ui/common/actionbutton.h"
#include "ui/common/announcement.h"
#include "ui/common/errortext.h"
#include "ui/common/scannerfindingtext.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr int quietModules = 4; // ISO/IEC 18004
constexpr int smallestCode = 320;
constexpr QSize opened(900, 480); ///< in the size of text that the program begins with

const ModuleGrid &selfTestCode()
{
    static const ModuleGrid grid = [] {
        const Result<ModuleGrid> code = encodeQr(selfTestText().toUtf8(), QrErrorCorrection::Medium);
        Q_ASSERT(code.ok());
        return code.ok() ? *code : ModuleGrid();
    }();
    return grid;
}

/// Black on white whatever the theme: scanners know nothing else.
void paintCode(QPainter &painter, const QRectF &square, bool wholePixels)
{
    const ModuleGrid &grid = selfTestCode();
    const int modules = grid.size() + 2 * quietModules;
    const double side = wholePixels ? std::floor(square.width() / modules) : square.width() / modules;
    const double margin = (square.width() - side * grid.size()) / 2;
    const QPointF corner = square.topLeft() + QPointF(wholePixels ? std::floor(margin) : margin,
                                                      wholePixels ? std::floor(margin) : margin);
    painter.fillRect(square, Qt::white);
    for (int row = 0; row < grid.size(); ++row) {
        for (int column = 0; column < grid.size(); ++column) {
            if (grid.isDark(column, row))
                painter.fillRect(QRectF(corner.x() + column * side, corner.y() + row * side, side, side),
                                 Qt::black);
        }
    }
}

class CodeSquare : public QWidget
{
public:
    explicit CodeSquare(QWidget *parent) : QWidget(parent)
    {
        setMinimumSize(smallestCode, smallestCode);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const int side = std::min(width(), height());
        paintCode(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), true);
    }
};

struct SheetWords
{
    Q_DECLARE_TR_FUNCTIONS(SheetWords)
};

QString sheetTitle()
{
    return SheetWords::tr("Scanner self-test");
}

QString sheetHint()
{
    return SheetWords::tr("Scan this code with each scanner. The desk says what is wrong and what to do. "
                          "Only this code is not recorded: visitors' codes are, as always.");
}

QLabel *addLabel(QVBoxLayout *column, const QString &name, const QFont &font)
{
    auto *const label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setFont(font);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    column->addWidget(label);
    return label;
}

} // namespace

SelfTestPanel::SelfTestPanel(QWidget *parent)
    : QWidget(parent), m_code(new CodeSquare(this)), m_scroll(new QScrollArea(this))
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(tokens::space24, tokens::space24, tokens::space24, tokens::space24);
    row->setSpacing(tokens::space24);
    row->addWidget(m_code, 1);
    auto *const column = new QVBoxLayout;
    column->setSpacing(tokens::space12);
    row->addLayout(column, 1);
    auto *const words = new QWidget;
    words->setAutoFillBackground(false);
    auto *const said = new QVBoxLayout(words);
    said->setContentsMargins(0, 0, tokens::space8, 0);
    said->setSpacing(tokens::space12);
    m_title = addLabel(said, u"selfTestTitle"_s, textFont(tokens::nameText, true));
    m_hint = addLabel(said, u"selfTestHint"_s, textFont(tokens::bodyText));
    m_device = addLabel(said, u"selfTestDevice"_s, textFont(tokens::bodyText, true));
    m_findings = addLabel(said, u"selfTestFindings"_s, textFont(tokens::bodyText));
    m_findings->setTextFormat(Qt::PlainText);
    said->addStretch();
    m_scroll->setObjectName(u"selfTestScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(words);
    m_scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
    m_print = new ActionButton(ActionButton::Look::Plain, this);
    m_print->setObjectName(u"printSheetButton"_s);
    m_close = new ActionButton(ActionButton::Look::Plain, this);
    m_close->setObjectName(u"closeSelfTest"_s);
    m_close->setKey(Qt::Key_Escape);
    m_printed = addLabel(column, u"selfTestPrinted"_s, textFont(tokens::noteText));
    m_printed->hide();
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(tokens::space8);
    buttons->addWidget(m_print);
    buttons->addWidget(m_close);
    buttons->addStretch();
    column->addLayout(buttons);
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::close);
    connect(m_print, &QAbstractButton::clicked, this, &SelfTestPanel::printRequested);
    retranslate();
}

void SelfTestPanel::openOver(const QWidget *window)
{
    if (!isVisible()) {
        const QSize most = window->screen()->availableSize() * 0.94;
        resize(QSize(textScaled(opened.width()), textScaled(opened.height())).boundedTo(most));
        move(window->frameGeometry().center() - rect().center());
    }
    show();
    raise();
    activateWindow();
    grow();
}

/// As high as its words need, within the screen; what is left is scrolled to.
void SelfTestPanel::grow()
{
    if (!isVisible() || !isWindow())
        return;
    layout()->activate();
    const QRect screen = this->screen()->availableGeometry();
    const QWidget *words = m_scroll->widget();
    const int missing = words->heightForWidth(m_scroll->viewport()->width()) - m_scroll->viewport()->height();
    if (missing > 0)
        resize(width(), qMin(height() + missing, int(screen.height() * 0.94)));
    const QPoint last = screen.bottomRight() - rect().bottomRight();
    move(qBound(screen.left(), x(), qMax(screen.left(), last.x())),
         qBound(screen.top(), y(), qMax(screen.top(), last.y())));
}

void SelfTestPanel::showResult(const QString &deviceName, const SelfTestResult &result)
{
    m_deviceName = deviceName;
    m_result = result;
    m_readOther = false;
    fillFindings();
}

void SelfTestPanel::showOtherCode(const QString &deviceName)
{
    if (m_readOther && deviceName == m_deviceName) // a camera sees a code many times
        return;
    m_deviceName = deviceName;
    m_readOther = true;
    fillFindings();
    announce(m_device, m_device->text() + u' ' + m_findings->text());
}

void SelfTestPanel::showPrinted(const Result<QString> &answer)
{
    m_printed->setText(answer ? tr("Printed on %1.").arg(*answer) : errorText(answer.error().code).happened);
    setTone(m_printed, answer ? "in"_L1 : "refused"_L1);
    m_printed->show();
}

void SelfTestPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SelfTestPanel::retranslate()
{
    setWindowTitle(sheetTitle());
    m_title->setText(sheetTitle());
    m_hint->setText(sheetHint());
    m_print->setLabel(tr("Print the sheet"));
    m_close->setLabel(tr("Close"));
    m_code->setAccessibleName(tr("Code of the self-test"));
    fillFindings();
}

void SelfTestPanel::fillFindings()
{
    // Whoever has scanned knows how; what was found takes the place.
    m_hint->setVisible(!m_readOther && m_result.findings.isEmpty());
    if (m_readOther) {
        m_device->setText(tr("%1 has read a code, but not the one of this sheet.").arg(m_deviceName));
        sayFindings(tr("The scanner works. That code was treated like a visitor's: see the main window. For "
                       "the test, scan the code shown here."),
                    "ask"_L1);
        return;
    }
    if (m_result.findings.isEmpty()) {
        m_device->setText(tr("Waiting for a scan…"));
        m_findings->clear();
        return;
    }
    m_device->setText(m_result.isUsable() ? tr("%1 works.").arg(m_deviceName)
                                          : tr("%1 needs attention.").arg(m_deviceName));
    QStringList paragraphs;
    for (const ScannerFinding finding : m_result.findings) {
        const ScannerFindingText text = scannerFindingText(finding);
        paragraphs.append(text.todo.isEmpty() ? text.what : text.what + u'\n' + text.todo);
    }
    sayFindings(paragraphs.join(u"\n\n"_s), m_result.isUsable() ? "in"_L1 : "refused"_L1);
}

void SelfTestPanel::sayFindings(const QString &findings, QLatin1StringView tone)
{
    setTone(m_device, tone);
    m_findings->setText(findings);
    m_findings->setAccessibleName(m_device->text() + u' ' + findings);
    m_scroll->verticalScrollBar()->setValue(0);
    grow();
}

void paintSelfTestSheet(QPainter &painter, const QRectF &page)
{
    const double unit = page.width() / 100;
    const auto write = [&painter, &page, unit](double top, double height, double size, bool strong,
                                               const QString &text) {
        QFont font = painter.font();
        font.setBold(strong);
        font.setPixelSize(std::max(1, int(size * unit)));
        painter.setFont(font);
        painter.setPen(Qt::black);
        painter.drawText(QRectF(page.left(), page.top() + top * unit, page.width(), height * unit),
                         Qt::AlignHCenter | Qt::TextWordWrap, text);
    };
    painter.save();
    write(4, 8, 5, true, sheetTitle());
    write(14, 14, 2.6, false, sheetHint());
    const double side = std::min(page.width() * 0.8, page.height() - 34 * unit);
    paintCode(painter, QRectF(page.center().x() - side / 2, page.top() + 30 * unit, side, side), false);
    painter.restore();
}

} // namespace checkpoint
