#include "ui/mainwindow/recordcheckconnection.h"

#include "core/barcode/qrencoder.h"
#include "core/base/clock.h"
#include "ui/common/wording.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/settingsview/backupsettings.h"
#include "ui/settingsview/datasettings.h"
#include "ui/settingsview/recordcheckpanel.h"
#include "ui/settingsview/settingsview.h"

#include <QFontDatabase>
#include <QPagedPaintDevice>
#include <QPainter>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal marginMm = 20;
constexpr qreal codeMm = 60;

/// The head on paper: what it is, its code for a phone or scanner, and its words for whoever types it.
struct HeadSheet
{
    QString title;
    QString what;
    QByteArray line;
    QFont words;
    QFont figures;

    Result<void> paint(QPagedPaintDevice *device) const;
};

Result<void> HeadSheet::paint(QPagedPaintDevice *device) const
{
    const Result<ModuleGrid> code = encodeQr(line, QrErrorCorrection::Medium);
    if (!code)
        return code.error();
    QPainter painter;
    if (!painter.begin(device))
        return Error{ErrorCode::PrinterStopped, u"the printer takes no page"_s};
    const qreal mm = painter.device()->logicalDpiX() / 25.4;
    const QRectF page =
        QRectF(painter.viewport()).adjusted(marginMm * mm, marginMm * mm, -marginMm * mm, -marginMm * mm);
    qreal top = page.top();
    const auto write = [&](const QString &text, QFont font, qreal points) {
        font.setPointSizeF(points);
        painter.setFont(font);
        const QRectF room(page.left(), top, page.width(), page.bottom() - top);
        QRectF taken;
        painter.drawText(room, Qt::TextWrapAnywhere | Qt::TextWordWrap, text, &taken);
        top = taken.bottom() + 6 * mm;
    };
    write(title, words, 16);
    write(what, words, 10);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRectF(page.left(), top, codeMm * mm, codeMm * mm), code->toImage(1));
    top += (codeMm + 6) * mm;
    write(QString::fromLatin1(line), figures, 9);
    return {};
}

} // namespace

RecordCheckConnection::RecordCheckConnection(const DeskParts &parts, MainWindow *window)
    : QObject(window)
    , m_parts(parts)
    , m_ledger(parts.store)
    , m_heads(parts.store)
    , m_panel(window->settingsView()->dataSettings()->recordCheckPanel())
    , m_backups(window->settingsView()->backupSettings())
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    connect(m_panel, &RecordCheckPanel::checkWanted, this, &RecordCheckConnection::check);
    connect(m_panel, &RecordCheckPanel::stopWanted, this, [this] { *m_stop = true; });
    connect(m_panel, &RecordCheckPanel::headWanted, this, &RecordCheckConnection::fetchHead);
    connect(m_panel, &RecordCheckPanel::printWanted, this, &RecordCheckConnection::print);
    connect(&m_printing, &SheetPrinting::printed, m_panel, &RecordCheckPanel::showPrinted);
}

RecordCheckConnection::~RecordCheckConnection()
{
    *m_stop = true;
}

void RecordCheckConnection::check()
{
    m_stop = std::make_shared<std::atomic<bool>>(false);
    // Said on the checking thread: the page may be gone by the time it is heard.
    const auto progress = [panel = m_panel](Ledger::Step step, int perMille) {
        QMetaObject::invokeMethod(
            panel, [panel, step, perMille] { panel->setProgress(step, perMille); }, Qt::QueuedConnection);
    };
    const QString backups = m_backups->folder();
    m_ledger.prove({}, progress, m_stop, backups).then(this, [this](const Result<RecordProof> &proof) {
        if (proof)
            m_panel->showProof(*proof);
        else
            m_panel->showFailure(proof.error());
    });
}

void RecordCheckConnection::fetchHead()
{
    const QDate today = m_parts.clock->now().toDateTime().date();
    m_heads.lineOf(today).then(this, [this, today](const Result<QByteArray> &line) {
        m_panel->setHead(today, line ? *line : QByteArray());
    });
}

void RecordCheckConnection::print(const QDate &day, const QByteArray &line)
{
    const HeadSheet sheet{
        tr("Checkpoint Desk: the head of %1").arg(dateText(day)),
        tr("Signed line of the ledger. Keep it away from this computer. The code holds the same "
           "line; “checkpoint-desk verify --head-file” compares it with the record."),
        line, m_panel->font(), QFontDatabase::systemFont(QFontDatabase::FixedFont)};
    m_printing.ask(m_panel->window(), [sheet](QPagedPaintDevice *device) { return sheet.paint(device); });
}

} // namespace checkpoint
