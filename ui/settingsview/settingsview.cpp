#include "ui/settingsview/settingsview.h"

#include "ui/common/actionbutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/language.h"
#include "ui/common/picker.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSlider>
#include <QVBoxLayout>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int wordsWidth = 176;
constexpr int columnWidth = 760;
constexpr int twoColumnsFrom = 1120; ///< from this width on the sections stand in two columns
constexpr QLatin1StringView languages[] = {"vi"_L1, "en"_L1};
constexpr DirectionRule rules[] = {DirectionRule::Auto, DirectionRule::In, DirectionRule::Out};

QLabel *plainText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumHeight(tokens::controlHeight);
    label->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    return label;
}

} // namespace

SettingsView::SettingsView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"settingsView"_s);
    auto *page = new QWidget;
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom, page);
    m_columns->setContentsMargins(tokens::space16, 0, tokens::space16, tokens::space16);
    m_columns->setSpacing(tokens::space12);
    QVBoxLayout *columns[] = {new QVBoxLayout, new QVBoxLayout};
    for (QVBoxLayout *column : columns) {
        column->setSpacing(tokens::space12);
        m_columns->addLayout(column, 1);
    }
    makeDesk(columns[0]);
    makeCamera(columns[0]);
    makeSound(columns[1]);
    makeLook(columns[1]);
    makeData(columns[1]);
    columns[0]->addStretch();
    columns[1]->addStretch();

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"settingsScroll"_s);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    // Wider than this a row is too long to read from its words to its control: the rest stays empty.
    scroll->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    page->setMaximumWidth(2 * columnWidth + tokens::space12 + 2 * tokens::space16);
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(scroll);
    setPreferences({});
    retranslate();
}

QGridLayout *SettingsView::addSection(QVBoxLayout *column, QLabel *&heading)
{
    auto *card = new QFrame(this);
    card->setProperty("card", true);
    card->setMaximumWidth(columnWidth);
    auto *grid = new QGridLayout(card);
    grid->setContentsMargins(tokens::space24, tokens::space12, tokens::space24, tokens::space12);
    grid->setHorizontalSpacing(tokens::space16);
    grid->setVerticalSpacing(tokens::space8);
    grid->setColumnMinimumWidth(0, wordsWidth);
    grid->setColumnStretch(1, 1);
    heading = new QLabel(card);
    heading->setFont(textFont(tokens::headingText, true));
    grid->addWidget(heading, 0, 0, 1, 2);
    column->addWidget(card);
    return grid;
}

QLabel *SettingsView::addRow(QGridLayout *grid, QWidget *control)
{
    auto *words = new QLabel(grid->parentWidget());
    words->setFont(textFont(tokens::bodyText));
    words->setBuddy(control);
    const int row = grid->rowCount();
    grid->addWidget(words, row, 0);
    grid->addWidget(control, row, 1);
    return words;
}

void SettingsView::makeDesk(QVBoxLayout *column)
{
    QGridLayout *grid = addSection(column, m_deskHeading);
    m_venue = new QLineEdit(this);
    m_venue->setObjectName(u"venueEdit"_s);
    m_location = new QLineEdit(this);
    m_location->setObjectName(u"locationEdit"_s);
    for (QLineEdit *edit : {m_venue, m_location}) {
        edit->setMaxLength(120);
    }
    m_venueLabel = addRow(grid, m_venue);
    m_locationLabel = addRow(grid, m_location);
    connect(m_venue, &QLineEdit::textEdited, this, [this](const QString &text) {
        change([&](DeskPreferences &preferences) { preferences.venue = text.simplified(); });
    });
    connect(m_location, &QLineEdit::textEdited, this, [this](const QString &text) {
        change([&](DeskPreferences &preferences) { preferences.location = text.simplified(); });
    });
}

void SettingsView::makeCamera(QVBoxLayout *column)
{
    m_directionGrid = addSection(column, m_cameraHeading);
    m_camera = new Picker(this);
    m_camera->setObjectName(u"cameraPicker"_s);
    m_mirrored = new Toggle(this);
    m_mirrored->setObjectName(u"mirrorToggle"_s);
    m_cameraLabel = addRow(m_directionGrid, m_camera);
    m_mirrorLabel = addRow(m_directionGrid, m_mirrored);
    connect(m_camera, &QComboBox::activated, this, [this](int index) {
        change(
            [&](DeskPreferences &preferences) { preferences.camera = m_camera->itemData(index).toString(); });
    });
    connect(m_mirrored, &QAbstractButton::toggled, this,
            [this](bool on) { change([&](DeskPreferences &preferences) { preferences.mirrored = on; }); });
}

void SettingsView::makeSound(QVBoxLayout *column)
{
    QGridLayout *grid = addSection(column, m_soundHeading);
    auto *level = new QWidget(this);
    m_volume = new QSlider(Qt::Horizontal, level);
    m_volume->setObjectName(u"volumeSlider"_s);
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_volumeFigure = new QLabel(level);
    m_volumeFigure->setFont(textFont(tokens::bodyText));
    m_volumeFigure->setFixedWidth(48); // "100 %"
    m_volumeFigure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *levelRow = new QHBoxLayout(level);
    levelRow->setContentsMargins(0, 0, 0, 0);
    levelRow->addWidget(m_volume, 1);
    levelRow->addWidget(m_volumeFigure);
    m_volumeLabel = addRow(grid, level);
    m_volumeLabel->setBuddy(m_volume);

    auto *tests = new QWidget(this);
    auto *testRow = new QHBoxLayout(tests);
    testRow->setContentsMargins(0, 0, 0, 0);
    testRow->setSpacing(tokens::space8);
    constexpr QLatin1StringView names[] = {"testIn"_L1, "testOut"_L1, "testAttention"_L1};
    constexpr Sound sounds[] = {Sound::In, Sound::Out, Sound::Attention};
    for (size_t i = 0; i < m_tests.size(); ++i) {
        m_tests[i] = new ActionButton(ActionButton::Look::Plain, tests);
        m_tests[i]->setObjectName(QString(names[i]));
        m_tests[i]->setIconName("sound"_L1);
        connect(m_tests[i], &QAbstractButton::clicked, this,
                [this, sound = sounds[i]] { emit soundTested(sound); });
        testRow->addWidget(m_tests[i]);
    }
    testRow->addStretch();
    m_testLabel = addRow(grid, tests);
    connect(m_volume, &QSlider::valueChanged, this, [this](int value) {
        m_volumeFigure->setText(u"%1 %"_s.arg(value));
        change([&](DeskPreferences &preferences) { preferences.volume = value; });
    });
}

void SettingsView::makeLook(QVBoxLayout *column)
{
    QGridLayout *grid = addSection(column, m_lookHeading);
    m_language = new ChoiceRow(int(std::size(languages)), this);
    m_language->setObjectName(u"languageChoice"_s);
    m_theme = new ChoiceRow(2, this);
    m_theme->setObjectName(u"themeChoice"_s);
    m_languageLabel = addRow(grid, m_language);
    m_themeLabel = addRow(grid, m_theme);
    connect(m_language, &ChoiceRow::chosen, this, [this](int index) {
        change([&](DeskPreferences &preferences) { preferences.language = languages[index]; });
    });
    connect(m_theme, &ChoiceRow::chosen, this, [this](int index) {
        change([&](DeskPreferences &preferences) {
            preferences.theme = index == 1 ? ThemeKind::Dark : ThemeKind::Light;
        });
    });
}

void SettingsView::makeData(QVBoxLayout *column)
{
    QGridLayout *grid = addSection(column, m_dataHeading);
    m_folderText = plainText(this);
    m_folderText->setObjectName(u"dataFolder"_s);
    m_keyText = plainText(this);
    m_keyText->setObjectName(u"keyPlace"_s);
    m_folderLabel = addRow(grid, m_folderText);
    m_keyLabel = addRow(grid, m_keyText);
    for (QLabel *label : {m_folderLabel, m_keyLabel}) {
        label->setMinimumHeight(tokens::controlHeight);
    }
}

void SettingsView::setPreferences(const DeskPreferences &preferences)
{
    m_preferences = preferences;
    const QSignalBlocker blockers[] = {QSignalBlocker(m_volume), QSignalBlocker(m_mirrored)};
    if (m_venue->text().simplified() != preferences.venue)
        m_venue->setText(preferences.venue);
    if (m_location->text().simplified() != preferences.location)
        m_location->setText(preferences.location);
    m_mirrored->setChecked(preferences.mirrored);
    m_mirrored->update();
    m_volume->setValue(preferences.volume);
    m_volumeFigure->setText(u"%1 %"_s.arg(preferences.volume));
    m_language->setIndex(preferences.language == languages[1] ? 1 : 0);
    m_theme->setIndex(preferences.theme == ThemeKind::Dark ? 1 : 0);
    fillCameras();
    fillDirections();
}

void SettingsView::setCameras(const std::vector<CameraInfo> &cameras)
{
    m_cameras = cameras;
    fillCameras();
}

void SettingsView::fillCameras()
{
    const QSignalBlocker blocker(m_camera);
    m_camera->clear();
    m_camera->addItem(tr("The computer's default camera"), QString());
    bool found = m_preferences.camera.isEmpty();
    for (const CameraInfo &camera : m_cameras) {
        m_camera->addItem(camera.description, camera.description);
        found = found || camera.description == m_preferences.camera;
    }
    // A camera that is unplugged stays chosen: it is used again when it comes back.
    if (!found)
        m_camera->addItem(tr("%1 (not plugged in)").arg(m_preferences.camera), m_preferences.camera);
    m_camera->setCurrentIndex(m_camera->findData(m_preferences.camera));
}

void SettingsView::setDevice(const DeviceInfo &device)
{
    const bool known = m_directions.contains(device.id);
    m_devices.insert(device.id, device);
    if (!known) {
        DirectionRow row;
        row.choice = new ChoiceRow(int(std::size(rules)), this);
        row.choice->setObjectName(u"direction:"_s + device.id);
        row.label = addRow(m_directionGrid, row.choice);
        row.label->setWordWrap(true);
        connect(row.choice, &ChoiceRow::chosen, this, [this, id = device.id](int index) {
            change([&](DeskPreferences &preferences) { preferences.directions.insert(id, rules[index]); });
        });
        m_directions.insert(device.id, row);
    }
    fillDirections();
}

void SettingsView::removeDevice(const QString &deviceId)
{
    const DirectionRow row = m_directions.take(deviceId);
    delete row.label;
    delete row.choice;
    m_devices.remove(deviceId);
}

void SettingsView::fillDirections()
{
    for (auto row = m_directions.cbegin(); row != m_directions.cend(); ++row) {
        row->label->setText(tr("Direction: %1").arg(m_devices.value(row.key()).name));
        QStringList words;
        for (const DirectionRule rule : rules)
            words << directionRuleWord(rule);
        row->choice->setLabels(words);
        const auto *chosen =
            std::find(std::begin(rules), std::end(rules), m_preferences.direction(row.key()));
        row->choice->setIndex(int(chosen - std::begin(rules)));
    }
}

void SettingsView::setDataPlace(const QString &folder, KeyPlace keyPlace)
{
    m_folder = folder;
    m_keyPlace = keyPlace;
    retranslate();
}

void SettingsView::editLocation()
{
    QLineEdit *edit = m_venue->text().isEmpty() ? m_venue : m_location;
    edit->setFocus(Qt::OtherFocusReason);
    edit->selectAll();
}

QList<KeyHint> SettingsView::keyHints() const
{
    return {
        {u"Tab"_s, tr("The next control")},
        {u"← →"_s, tr("Change a choice or the volume")},
        {u"Space"_s, tr("Turn a switch on or off, press a button")},
    };
}

void SettingsView::change(const std::function<void(DeskPreferences &)> &edit)
{
    edit(m_preferences);
    emit preferencesChanged(m_preferences);
}

void SettingsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_columns->setDirection(width() >= twoColumnsFrom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void SettingsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SettingsView::retranslate()
{
    m_deskHeading->setText(tr("This desk"));
    m_venueLabel->setText(tr("Venue"));
    m_venue->setAccessibleName(tr("Venue"));
    m_venue->setPlaceholderText(tr("Name of the office or hospital"));
    m_locationLabel->setText(tr("Location"));
    m_location->setAccessibleName(tr("Location"));
    m_location->setPlaceholderText(tr("Gate, building or counter of this desk"));
    m_cameraHeading->setText(tr("Devices"));
    m_cameraLabel->setText(tr("Camera"));
    m_camera->setAccessibleName(tr("Camera"));
    m_mirrorLabel->setText(tr("Preview"));
    m_mirrored->setLabel(tr("Mirrored, as in a mirror"));
    m_soundHeading->setText(tr("Sounds"));
    m_volumeLabel->setText(tr("Volume"));
    m_volume->setAccessibleName(tr("Volume"));
    m_testLabel->setText(tr("Listen"));
    m_tests[0]->setLabel(directionWord(Direction::In));
    m_tests[1]->setLabel(directionWord(Direction::Out));
    m_tests[2]->setLabel(tr("Attention"));
    m_lookHeading->setText(tr("Language and look"));
    m_languageLabel->setText(tr("Language"));
    m_language->setLabels({Language::ownName(languages[0]), Language::ownName(languages[1])});
    m_themeLabel->setText(tr("Colours"));
    m_theme->setLabels({tr("Light"), tr("Dark")});
    m_dataHeading->setText(tr("Data"));
    m_folderLabel->setText(tr("Folder"));
    m_folderText->setText(m_folder.isEmpty() ? tr("Not open yet") : QDir::toNativeSeparators(m_folder));
    m_keyLabel->setText(tr("Key of the data"));
    m_keyText->setText(m_folder.isEmpty() ? tr("Not open yet")
                       : m_keyPlace == KeyPlace::Keychain
                           ? tr("In this computer's keychain. A stolen disk cannot be read without it.")
                           : tr("In a file beside the data. Someone who takes the disk can read the data."));
    fillCameras();
    fillDirections();
}

} // namespace checkpoint
