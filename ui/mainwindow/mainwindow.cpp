#include "ui/mainwindow/mainwindow.h"

#include "ui/common/icons.h"
#include "ui/common/soundboard.h"
#include "ui/common/theme.h"
#include "ui/entriesview/entriesview.h"
#include "ui/mainwindow/deskconnection.h"
#include "ui/mainwindow/helppanel.h"
#include "ui/mainwindow/noticebar.h"
#include "ui/mainwindow/railitem.h"
#include "ui/scanview/resultstrip.h"
#include "ui/scanview/scanview.h"
#include "ui/settingsview/settingsview.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDateTime>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize leastSize(1024, 700);
constexpr QSize usualSize(1366, 768);
constexpr QLatin1StringView viewIds[] = {"scan"_L1, "entries"_L1, "settings"_L1};

/// The rail's ground, with the hair line at its right.
class Rail : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(palette());
        QPainter painter(this);
        painter.fillRect(rect(), QColor(colours.rail));
        painter.fillRect(QRect(width() - 1, 0, 1, height()), QColor(colours.line));
    }
};

/// Puts the theme on before the window itself is made: a window that is older than the program's font would
/// hand the old one down to what stands in it.
QWidget *themed(ThemeKind theme, QWidget *parent)
{
    applyTheme(*qApp, theme);
    return parent;
}

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls)
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

} // namespace

MainWindow::MainWindow(const DeskPreferences &preferences, QWidget *parent)
    : QWidget(themed(preferences.theme, parent))
    , m_preferences(preferences)
    , m_language(preferences.language)
    , m_sounds(new SoundBoard(this))
    , m_rail(new Rail(this))
    , m_top(new TopLine(this))
    , m_notice(new NoticeBar(this))
    , m_strip(new ResultStrip(this))
    , m_views(new QStackedLayout)
    , m_scan(new ScanView(this))
    , m_entries(new EntriesView(this))
    , m_settings(new SettingsView(this))
    , m_help(new HelpPanel(this))
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(leastSize);
    setAcceptDrops(true);
    setWindowIcon(applicationIcon());
    m_help->hide();
    makeRail();

    m_views->addWidget(m_scan);
    m_views->addWidget(m_entries);
    m_views->addWidget(m_settings);
    auto *notice = new QVBoxLayout;
    notice->setContentsMargins(tokens::space16, 0, tokens::space16, 0);
    notice->addWidget(m_notice);
    m_notice->setContentsMargins(0, 0, 0, tokens::space12);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addLayout(notice);
    auto *strip = new QVBoxLayout;
    strip->setContentsMargins(tokens::space16, 0, tokens::space16, 0);
    strip->addWidget(m_strip);
    m_strip->setContentsMargins(0, 0, 0, tokens::space12);
    m_strip->setFixedHeight(tokens::primaryHeight + tokens::space12);
    column->addLayout(strip);
    column->addLayout(m_views, 1);
    auto *frame = new QHBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->setSpacing(0);
    frame->addWidget(m_rail);
    frame->addLayout(column, 1);

    makeShortcuts();
    connectViews();
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &MainWindow::tick);
    m_clock.start();

    takePreferences(m_preferences);
    retranslate();
    tick();
    resize(usualSize);
    if (!m_preferences.windowGeometry.isEmpty())
        restoreGeometry(m_preferences.windowGeometry);
    const auto *id = std::find(std::begin(viewIds), std::end(viewIds), m_preferences.view);
    showView(id == std::end(viewIds) ? View::Scan : View(id - std::begin(viewIds)));
}

MainWindow::~MainWindow() = default;

void MainWindow::makeRail()
{
    m_rail->setObjectName(u"rail"_s);
    m_rail->setFixedWidth(tokens::railWidth + 1);
    m_items = {new RailItem("scan"_L1, Qt::Key_F2, m_rail), new RailItem("entries"_L1, Qt::Key_F3, m_rail),
               new RailItem("settings"_L1, Qt::Key_F10, m_rail)};
    m_helpItem = new RailItem("help"_L1, Qt::Key_F1, m_rail);
    auto *column = new QVBoxLayout(m_rail);
    column->setContentsMargins(0, tokens::space8, 1, tokens::space8);
    column->setSpacing(tokens::space4);
    for (size_t i = 0; i < m_items.size(); ++i) {
        m_items[i]->setObjectName(u"rail:"_s + viewIds[i]);
        column->addWidget(m_items[i]);
        connect(m_items[i], &QAbstractButton::clicked, this, [this, i] { showView(View(i)); });
    }
    column->addStretch();
    m_helpItem->setObjectName(u"rail:help"_s);
    column->addWidget(m_helpItem);
    connect(m_helpItem, &QAbstractButton::clicked, this, [this] { showHelp(m_help->isHidden()); });
    connect(m_help, &HelpPanel::closed, this, [this] { showHelp(false); });
}

void MainWindow::makeShortcuts()
{
    auto *full = new QShortcut(Qt::Key_F11, this);
    connect(full, &QShortcut::activated, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    auto *pasteKey = new QShortcut(QKeySequence(QKeySequence::Paste), this);
    connect(pasteKey, &QShortcut::activated, this, &MainWindow::paste);
}

void MainWindow::connectViews()
{
    connect(m_top, &TopLine::placeClicked, this, [this] {
        showView(View::Settings);
        m_settings->editLocation();
    });
    connect(m_settings, &SettingsView::preferencesChanged, this, &MainWindow::changePreferences);
    connect(m_settings, &SettingsView::soundTested, m_sounds, &SoundBoard::play);
    connect(m_entries, &EntriesView::refusedShownChanged, this, [this](bool shown) {
        DeskPreferences preferences = m_preferences;
        preferences.refusedShown = shown;
        changePreferences(preferences);
    });
    connect(m_scan, &ScanView::shownDeviceChanged, this, [this](const QString &deviceId) {
        if (m_view == View::Scan)
            emit previewWantedChanged(deviceId);
    });
}

void MainWindow::connectDesk(CheckpointDesk *desk, EntryStore *store)
{
    delete m_connection;
    m_connection = new DeskConnection(desk, store, this);
}

void MainWindow::showView(View view)
{
    m_view = view;
    if (view == View::Scan)
        m_strip->clear();
    for (size_t i = 0; i < m_items.size(); ++i)
        m_items[i]->setChecked(i == size_t(view));
    m_views->setCurrentIndex(int(view));
    // What was hidden handed the focus on to whatever came next; no button is to be pressed by accident.
    if (view != View::Entries)
        m_views->currentWidget()->setFocus(Qt::OtherFocusReason);
    fillHelp();
    placeHelp();
    emit previewWantedChanged(view == View::Scan ? m_scan->shownDevice() : QString());
    if (const QString id(viewIds[size_t(view)]); m_preferences.view != id) {
        m_preferences.view = id;
        emit preferencesChanged(m_preferences);
    }
}

void MainWindow::showHelp(bool shown)
{
    m_help->setVisible(shown);
    m_helpItem->setChecked(shown);
    placeHelp();
}

void MainWindow::setDevice(const DeviceInfo &device)
{
    m_scan->setDevice(device);
    m_settings->setDevice(device);
}

void MainWindow::removeDevice(const QString &deviceId)
{
    m_scan->removeDevice(deviceId);
    m_settings->removeDevice(deviceId);
}

void MainWindow::setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize)
{
    m_scan->setPreview(deviceId, picture, frameSize);
}

void MainWindow::setCameras(const std::vector<CameraInfo> &cameras)
{
    m_settings->setCameras(cameras);
}

void MainWindow::setDataPlace(const QString &folder, KeyPlace keyPlace)
{
    m_settings->setDataPlace(folder, keyPlace);
}

void MainWindow::showOutcome(const ScanOutcome &announced)
{
    ScanOutcome outcome = announced;
    // While the records are not open a write fails for reasons of its own; the one to tell is why they are
    // not.
    if (outcome.kind == ScanOutcome::Kind::Failed && m_deskTrouble)
        outcome.error = m_deskTrouble;
    m_scan->showOutcome(outcome);
    const bool listSays = outcome.kind == ScanOutcome::Kind::Voided;
    if (m_view != View::Scan && !listSays)
        m_strip->showOutcome(outcome);
}

void MainWindow::setDeskState(DeskState state)
{
    m_top->setDeskState(state);
    m_scan->setDeskState(state);
}

void MainWindow::setDeskReady()
{
    m_deskTrouble.reset();
    setDeskState(DeskState::Ready);
    m_notice->clear();
    if (m_connection)
        m_connection->refresh();
}

void MainWindow::setDeskTrouble(const Error &error)
{
    m_deskTrouble = error;
    setDeskState(DeskState::Trouble);
    m_notice->show(error.code, {}, false);
}

void MainWindow::showTrouble(const QString &about, const Error &error)
{
    m_notice->show(error.code, about, true);
}

void MainWindow::setNow(const QDateTime &now)
{
    m_clock.stop();
    m_top->setNow(now);
    m_entries->setToday(now.date());
}

void MainWindow::tick()
{
    const QDateTime now = QDateTime::currentDateTime();
    m_top->setNow(now);
    m_entries->setToday(now.date());
}

void MainWindow::takePreferences(const DeskPreferences &preferences)
{
    m_preferences = preferences;
    m_language.apply(preferences.language);
    m_sounds->setVolume(preferences.volume);
    m_scan->setMirrored(preferences.mirrored);
    m_entries->setRefusedShown(preferences.refusedShown);
    m_top->setPlace(preferences.venue, preferences.location);
    m_settings->setPreferences(preferences);
}

void MainWindow::changePreferences(const DeskPreferences &preferences)
{
    if (preferences == m_preferences)
        return;
    const bool theme = preferences.theme != m_preferences.theme;
    takePreferences(preferences);
    if (theme)
        applyTheme(*qApp, preferences.theme);
    emit preferencesChanged(m_preferences);
}

void MainWindow::paste()
{
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    if (const QStringList paths = localFiles(copied); !paths.isEmpty())
        emit photosDropped(paths);
    else if (copied->hasImage())
        emit photoPasted(qvariant_cast<QImage>(copied->imageData()));
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    if (const QStringList paths = localFiles(event->mimeData()); !paths.isEmpty())
        emit photosDropped(paths);
    else if (event->mimeData()->hasImage())
        emit photoPasted(qvariant_cast<QImage>(event->mimeData()->imageData()));
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

/// Esc, where nothing that asks took it.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (m_help->isVisible())
        showHelp(false);
    else if (m_notice->canBeClosed())
        m_notice->clear();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_preferences.windowGeometry = saveGeometry();
    emit preferencesChanged(m_preferences);
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHelp();
}

void MainWindow::placeHelp()
{
    if (m_help->isHidden())
        return;
    // In the scan view over the preview, so that the result stays in sight.
    const int top = tokens::topLineHeight;
    const int left = m_view == View::Scan ? m_rail->width() + tokens::space16
                                          : width() - m_help->width() - tokens::space16;
    m_help->move(left, top);
    m_help->resize(m_help->width(), height() - top - tokens::space16);
    m_help->raise();
}

void MainWindow::fillHelp()
{
    switch (m_view) {
    case View::Scan:
        m_help->setHints(m_items[0]->text(), m_scan->keyHints());
        break;
    case View::Entries:
        m_help->setHints(m_items[1]->text(), m_entries->keyHints());
        break;
    case View::Settings:
        m_help->setHints(m_items[2]->text(), m_settings->keyHints());
        break;
    }
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Checkpoint Desk"));
    m_items[0]->setLabel(tr("Scan"));
    m_items[1]->setLabel(tr("Entries"));
    m_items[2]->setLabel(tr("Settings"));
    m_helpItem->setLabel(tr("Help"));
    m_strip->setAnswerHint(tr("Answer with F2"));
    fillHelp();
}

} // namespace checkpoint
