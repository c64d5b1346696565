#include "ui/settingsview/settingsview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/currentpagelayout.h"
#include "ui/common/tabstops.h"
#include "ui/common/theme.h"
#include "ui/settingsview/appearancesettings.h"
#include "ui/settingsview/askingsettings.h"
#include "ui/settingsview/attentionpanel.h"
#include "ui/settingsview/backupsettings.h"
#include "ui/settingsview/certificatesettings.h"
#include "ui/settingsview/connectionsettings.h"
#include "ui/settingsview/datasettings.h"
#include "ui/settingsview/devicessettings.h"
#include "ui/settingsview/expectedpanel.h"
#include "ui/settingsview/keepingsettings.h"
#include "ui/settingsview/keptline.h"
#include "ui/settingsview/languagesettings.h"
#include "ui/settingsview/operatorsettings.h"
#include "ui/settingsview/rulessettings.h"
#include "ui/settingsview/sectionlist.h"
#include "ui/settingsview/settingrow.h"
#include "ui/settingsview/soundsettings.h"
#include "ui/settingsview/staffpanel.h"
#include "ui/settingsview/venuecodepanel.h"
#include "ui/settingsview/venuesettings.h"
#include "ui/settingsview/windowsettings.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int listWidth = 224;
constexpr int columnWidth = 1100; ///< wider than this a row is too long to read from its words to its control

QScrollArea *makeScroll(const QString &name, QWidget *page, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setObjectName(name);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    scroll->setAlignment(Qt::AlignHCenter | Qt::AlignTop); // on a wide screen in the middle
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return scroll;
}

} // namespace

SettingsView::SettingsView(QWidget *parent)
    : QWidget(parent)
    , m_pages(new CurrentPageLayout)
    , m_attention(new AttentionPanel(this))
    , m_expected(new ExpectedPanel(this))
    , m_staff(new StaffPanel(this))
    , m_venueCode(new VenueCodePanel(this))
{
    setObjectName(u"settingsView"_s);
    m_attention->hide();
    m_expected->hide();
    m_staff->hide();
    m_venueCode->hide();
    m_pages->addWidget(makeOverview());
    m_pages->addWidget(makePageFrame());
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addLayout(m_pages);

    connect(m_sounds, &SoundSettings::soundTested, this, &SettingsView::soundTested);
    connect(m_devices, &DevicesSettings::wantedPreviewsChanged, this, &SettingsView::wantedPreviewsChanged);
    connect(m_devices, &DevicesSettings::connectionsRequested, this, &SettingsView::showConnections);
    connect(m_devices, &DevicesSettings::selfTestRequested, this, &SettingsView::selfTestRequested);
    connect(m_devices, &DevicesSettings::diagnosticsRequested, this, &SettingsView::diagnosticsRequested);
    connect(m_venue, &VenueSettings::codeRequested, this, &SettingsView::showVenueCode);
    connect(m_rules, &RulesSettings::attentionRequested, this, &SettingsView::showAttention);
    connect(m_rules, &RulesSettings::staffRequested, this, &SettingsView::showStaff);
    connect(m_rules, &RulesSettings::expectedRequested, this, &SettingsView::showExpected);
    connectVenueAndRules();
    connect(this, &SettingsView::preferencesChanged, m_kept, &KeptLine::sayKept);
    connect(this, &SettingsView::venueChanged, m_kept, &KeptLine::sayKept);
    connect(this, &SettingsView::rulesChanged, m_kept, &KeptLine::sayKept);
    setPreferences({});
    retranslate();
    showOnly(0);
}

QWidget *SettingsView::makeOverview()
{
    auto *overview = new QWidget(this);
    m_search = new QLineEdit(overview);
    m_search->setObjectName(u"settingsSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setFont(textFont(tokens::bodyText));
    m_list = new SectionList(overview);
    auto *left = new QVBoxLayout;
    left->setSpacing(tokens::space12);
    m_search->setFixedWidth(textScaled(listWidth));
    m_kept = new KeptLine(overview);
    m_kept->setFixedWidth(textScaled(listWidth));
    left->addWidget(m_search);
    left->addWidget(m_kept);
    left->addWidget(m_list, 1);

    auto *page = new QWidget;
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(0, 0, tokens::space16, tokens::space16);
    m_column->setSpacing(tokens::space12);
    m_nothing = new QLabel(page);
    m_nothing->setObjectName(u"settingsNothing"_s);
    m_nothing->setFont(textFont(tokens::headingText));
    m_nothing->setWordWrap(true);
    setTone(m_nothing, "quiet"_L1);
    m_column->addWidget(m_nothing);
    addSection(m_devices = new DevicesSettings(page));
    addSection(m_connections = new ConnectionSettings(page));
    addSection(m_venue = new VenueSettings(page));
    addSection(m_rules = new RulesSettings(page));
    addSection(m_asking = new AskingSettings(page));
    addSection(m_certificates = new CertificateSettings(page));
    addSection(m_sounds = new SoundSettings(page));
    addSection(new AppearanceSettings(page));
    addSection(new LanguageSettings(page));
    addSection(new WindowSettings(page));
    addSection(m_operators = new OperatorSettings(page));
    addSection(m_keeping = new KeepingSettings(page));
    addSection(m_data = new DataSettings(page));
    connect(m_operators, &OperatorSettings::sheetWanted, this, [this] {
        showSection(m_data->objectName()); // where it is said what became of it
        emit m_data->sheetWanted();
    });
    addSection(m_backups = new BackupSettings(page));
    m_column->addStretch(1); // all of what is left: chapters keep their height
    page->setMaximumWidth(textScaled(columnWidth));
    m_scroll = makeScroll(u"settingsScroll"_s, page, overview);

    auto *row = new QHBoxLayout(overview);
    row->setContentsMargins(tokens::space16, 0, 0, 0);
    row->setSpacing(tokens::space16);
    row->addLayout(left);
    row->addWidget(m_scroll, 1);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsView::find);
    connect(m_list, &SectionList::chosen, this, [this](int index) {
        m_search->clear();
        showOnly(index);
    });
    // The focus of the view is where one types what one is looking for.
    setFocusProxy(m_search);
    m_search->installEventFilter(m_list); // from there Down goes on to the chapters
    auto *key = new QShortcut(QKeySequence(QKeySequence::Find), this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &SettingsView::beginSearch);
    return overview;
}

QWidget *SettingsView::makePageFrame()
{
    auto *frame = new QWidget(this);
    m_back = new ActionButton(ActionButton::Look::Quiet, frame);
    m_back->setObjectName(u"settingsBack"_s);
    m_back->setIconName("chevron-left"_L1);
    m_back->setKey(Qt::Key_Escape);
    m_pageTitle = new QLabel(frame);
    m_pageTitle->setObjectName(u"settingsPageTitle"_s);
    m_pageTitle->setFont(textFont(tokens::headingText, true));
    m_pageHead = new QHBoxLayout;
    m_pageHead->setSpacing(tokens::space12);
    m_pageHead->addWidget(m_back);
    m_pageHead->addWidget(m_pageTitle, 1);
    auto *inner = new QWidget;
    m_pageStack = new CurrentPageLayout; // has no regard for margins of its own
    auto *around = new QVBoxLayout(inner);
    around->setContentsMargins(0, 0, tokens::space16, tokens::space16);
    around->addLayout(m_pageStack);
    m_pageScroll = makeScroll(u"settingsPageScroll"_s, inner, frame);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(tokens::space16, 0, 0, 0);
    column->setSpacing(tokens::space8);
    column->addLayout(m_pageHead);
    column->addWidget(m_pageScroll, 1);
    connect(m_back, &QAbstractButton::clicked, this, &SettingsView::goBack);
    return frame;
}

/// The page first, in the order in which it is read.
bool SettingsView::focusNextPrevChild(bool next)
{
    return moveFocusAsSeen(this, next);
}

void SettingsView::addSection(SettingsSection *section)
{
    m_sections.push_back(section);
    m_list->add(u"section:"_s + section->objectName(), section->icon());
    m_column->addWidget(section);
    section->hide(); // until it is chosen: what is hidden is not measured
    section->retranslateAll();
    connect(section, &SettingsSection::pageWanted, this, &SettingsView::showPage);
    connect(section, &SettingsSection::preferencesChanged, this,
            [this, section](const DeskPreferences &preferences) { takeChange(section, preferences); });
}

void SettingsView::takeChange(SettingsSection *from, const DeskPreferences &preferences)
{
    m_preferences = preferences;
    for (SettingsSection *section : m_sections)
        if (section != from)
            section->setPreferences(preferences);
    emit preferencesChanged(m_preferences);
}

void SettingsView::setPreferences(const DeskPreferences &preferences)
{
    m_preferences = preferences;
    for (SettingsSection *section : m_sections)
        section->setPreferences(preferences);
}

void SettingsView::setCameras(const std::vector<CameraInfo> &cameras)
{
    m_connections->setCameras(cameras);
}

void SettingsView::setSerialPorts(const QList<SerialPortInfo> &ports)
{
    m_connections->setSerialPorts(ports);
}

void SettingsView::setDevice(const DeviceInfo &device)
{
    m_devices->setDevice(device);
}

void SettingsView::setDeviceHealth(const QString &deviceId, const QString &line)
{
    m_devices->setDeviceHealth(deviceId, line);
}

void SettingsView::removeDevice(const QString &deviceId)
{
    m_devices->removeDevice(deviceId);
}

void SettingsView::setPreview(const QString &deviceId, const QImage &picture, const QSize &frameSize)
{
    m_devices->setPreview(deviceId, picture, frameSize);
}

QStringList SettingsView::wantedPreviews() const
{
    return isVisible() && m_devices->isVisible() ? m_devices->wantedPreviews() : QStringList();
}

void SettingsView::setVenue(const Venue &venue)
{
    m_venue->setVenue(venue);
    m_rules->setVenue(venue);
}

void SettingsView::setRules(const VenueRules &rules)
{
    m_rules->setRules(rules);
    m_asking->setRules(rules);
}

void SettingsView::setListCounts(int attention, int expected)
{
    m_rules->setCounts(attention, expected);
}

QStringList SettingsView::sections() const
{
    QStringList names;
    for (const SettingsSection *section : m_sections)
        names << section->objectName();
    return names;
}

void SettingsView::showSection(const QString &name)
{
    closePage();
    m_search->clear();
    showOnly(int(qMax(qsizetype(0), sections().indexOf(name))));
}

void SettingsView::showPage(QWidget *page)
{
    if (m_wayBack != WayBack::Settings)
        closePage();
    if (m_pageStack->indexOf(page) < 0) {
        m_pageStack->addWidget(page);
        connect(page, &QWidget::windowTitleChanged, this, [this, page](const QString &title) {
            if (page == m_page)
                m_pageTitle->setText(title);
        });
    }
    m_page = page;
    m_pageStack->setCurrentWidget(page);
    m_pageStack->invalidate(); // another page has another height
    placePage();
    m_pageTitle->setText(page->windowTitle());
    m_pageScroll->verticalScrollBar()->setValue(0);
    m_pages->setCurrentIndex(1);
    page->setFocus(Qt::OtherFocusReason);
    emit wantedPreviewsChanged();
}

void SettingsView::closePage()
{
    if (m_pages->currentIndex() == 0) {
        m_search->selectAll(); // what was looked for last is typed over
        return;
    }
    setWayBack(WayBack::Settings);
    m_pages->setCurrentIndex(0);
    m_search->setFocus(Qt::OtherFocusReason);
    emit wantedPreviewsChanged();
}

void SettingsView::showOnly(int index)
{
    m_list->setIndex(index);
    m_nothing->hide();
    arrangeSections({});
    for (size_t i = 0; i < m_sections.size(); ++i) {
        m_sections[i]->filter({});
        m_sections[i]->setVisible(int(i) == index);
    }
    m_scroll->verticalScrollBar()->setValue(0);
    emit wantedPreviewsChanged();
}

/// What says just what was typed comes first.
void SettingsView::arrangeSections(const QString &typed)
{
    std::vector<SettingsSection *> order = m_sections;
    if (!typed.isEmpty())
        std::ranges::stable_partition(
            order, [&typed](const SettingsSection *section) { return section->saysTogether(typed); });
    int place = m_column->indexOf(m_nothing);
    for (SettingsSection *section : order) {
        if (m_column->indexOf(section) == ++place)
            continue;
        m_column->removeWidget(section);
        m_column->insertWidget(place, section);
    }
}

void SettingsView::find(const QString &typed)
{
    const QStringList words = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        showOnly(qMax(0, m_list->index()));
        return;
    }
    int found = 0;
    m_list->setIndex(-1);
    arrangeSections(words.join(u' '));
    for (SettingsSection *section : m_sections) {
        const int rows = section->filter(words);
        section->setVisible(rows > 0);
        found += rows;
    }
    m_nothing->setVisible(found == 0);
    m_scroll->verticalScrollBar()->setValue(0);
    emit wantedPreviewsChanged();
}

void SettingsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_search->selectAll(); // what was looked for last is typed over
    emit wantedPreviewsChanged();
    emit opened();
}

void SettingsView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_wayBack != WayBack::Settings && !event->spontaneous())
        closePage();
    emit wantedPreviewsChanged();
}

void SettingsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() != QEvent::FontChange)
        return;
    m_search->setFixedWidth(textScaled(listWidth));
    m_kept->setFixedWidth(textScaled(listWidth));
    m_scroll->widget()->setMaximumWidth(textScaled(columnWidth));
}

void SettingsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePage();
}

/// In the middle, as wide as it may be; the way back stands above its left edge.
void SettingsView::placePage()
{
    if (!m_page)
        return;
    const int widest = qMin(m_page->maximumWidth(), width()) + tokens::space16;
    m_pageScroll->widget()->setMaximumWidth(widest);
    m_pageHead->setContentsMargins(qMax(0, (width() - tokens::space16 - widest) / 2), 0, 0, 0);
}

void SettingsView::retranslate()
{
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_nothing->setText(tr("No setting found. Try another word."));
    nameWayBack();
    QStringList titles;
    for (const SettingsSection *section : m_sections)
        titles << section->title();
    m_list->setLabels(titles);
}

} // namespace checkpoint
