#include "ui/settingsview/devicerow.h"

#include "ui/common/choicerow.h"
#include "ui/common/deskpreferences.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"
#include "ui/scanview/previewpane.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr DirectionRule rules[] = {DirectionRule::Auto, DirectionRule::In, DirectionRule::Out};
constexpr QSize previewSize(320, 180);

QRgb Colours::*lightOf(const DeviceInfo &device)
{
    switch (device.state) {
    case DeviceState::Running:
        return device.isProven ? &Colours::in : &Colours::quiet;
    case DeviceState::Starting:
        return &Colours::ask;
    case DeviceState::Finished:
        return &Colours::quiet;
    case DeviceState::Missing:
    case DeviceState::Silent:
    case DeviceState::Failed:
        return &Colours::refused;
    }
    Q_UNREACHABLE();
}

} // namespace

DeviceRow::DeviceRow(const QString &deviceId, QWidget *parent)
    : QWidget(parent)
    , m_light(new SignLabel(tokens::space12, this))
    , m_direction(new ChoiceRow(int(std::size(rules)), this))
    , m_nameWord(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_nameFault(new QLabel(this))
    , m_look(new Toggle(this))
    , m_nameLine(makeNameLine(deviceId))
    , m_preview(new PreviewPane(this))
{
    m_direction->setObjectName(u"direction:"_s + deviceId);
    m_look->setObjectName(u"preview:"_s + deviceId);
    m_preview->setFixedSize(previewSize);
    m_preview->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(tokens::space12);
    line->addWidget(m_light);
    line->addWidget(m_direction, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(tokens::space8);
    column->addLayout(line);
    column->addWidget(m_nameLine);
    column->addWidget(m_preview);
    connect(m_direction, &ChoiceRow::chosen, this, [this](int index) { emit directionChosen(rules[index]); });
    connect(m_look, &QAbstractButton::toggled, this, [this](bool on) {
        m_preview->setVisible(on);
        emit previewWantedChanged();
    });
    retranslate();
}

QWidget *DeviceRow::makeNameLine(const QString &deviceId)
{
    auto *place = new QWidget(this);
    m_nameWord->setFont(textFont(tokens::bodyText));
    m_nameWord->setBuddy(m_name);
    setTone(m_nameWord, "quiet"_L1);
    m_name->setObjectName(u"deviceName:"_s + deviceId);
    m_name->setMaxLength(longestDeviceName);
    m_name->installEventFilter(this);
    m_nameFault->setFont(textFont(tokens::noteText));
    m_nameFault->setTextFormat(Qt::PlainText);
    m_nameFault->setWordWrap(true);
    setTone(m_nameFault, "refused"_L1);
    m_nameFault->hide();
    auto *grid = new QGridLayout(place);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(tokens::space12);
    grid->setVerticalSpacing(tokens::space4);
    grid->addWidget(m_nameWord, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_look, 0, 2);
    grid->addWidget(m_nameFault, 1, 1);
    grid->setColumnStretch(1, 1);
    connect(m_name, &QLineEdit::textEdited, this, [this] { sayFault({}); });
    connect(m_name, &QLineEdit::editingFinished, this, &DeviceRow::takeName);
    return place;
}

void DeviceRow::setDevice(const DeviceInfo &device)
{
    m_device = device;
    m_light->setSign("dot"_L1, lightOf(device));
    for (QWidget *each : {static_cast<QWidget *>(m_nameWord), static_cast<QWidget *>(m_name)})
        each->setVisible(!device.ownName.isEmpty());
    m_nameLine->setVisible(!device.ownName.isEmpty() || device.hasPicture);
    m_name->setPlaceholderText(device.ownName);
    m_look->setVisible(device.hasPicture);
    m_preview->setState(device.state);
    retranslate();
}

void DeviceRow::setDirection(DirectionRule rule)
{
    m_direction->setIndex(int(std::ranges::find(rules, rule) - std::begin(rules)));
}

void DeviceRow::setGivenName(const QString &name)
{
    m_givenName = name;
    const bool beingTyped = m_name->hasFocus() && m_name->isModified();
    if (!beingTyped && m_nameFault->text().isEmpty() && m_name->text() != name)
        m_name->setText(name);
}

void DeviceRow::refuseName(const QString &reason)
{
    sayFault(reason);
}

void DeviceRow::takeName()
{
    const QString typed = m_name->text().normalized(QString::NormalizationForm_C).simplified();
    const QString name = typed == m_device.ownName ? QString() : typed;
    if (name == m_givenName) {
        restoreName();
        return;
    }
    sayFault({});
    m_name->setModified(false); // it is taken, or refused with a reason
    emit nameChosen(name);
}

void DeviceRow::restoreName()
{
    sayFault({});
    m_name->setText(m_givenName);
}

void DeviceRow::sayFault(const QString &fault)
{
    m_nameFault->setText(fault);
    m_nameFault->setVisible(!fault.isEmpty());
    m_name->setAccessibleDescription(fault);
}

/// Esc is the field's own only while there is something to take back.
bool DeviceRow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched != m_name || !isKey || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape ||
        m_name->text() == m_givenName)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        restoreName();
    return true;
}

void DeviceRow::setMirrored(bool mirrored)
{
    m_preview->setMirrored(mirrored);
}

void DeviceRow::setPreview(const QImage &picture, const QSize &frameSize)
{
    if (previewWanted())
        m_preview->setPicture(picture, frameSize);
}

bool DeviceRow::previewWanted() const
{
    return m_device.hasPicture && m_look->isChecked();
}

QWidget *DeviceRow::directionChoice() const
{
    return m_direction;
}

void DeviceRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DeviceRow::retranslate()
{
    QStringList words;
    for (const DirectionRule rule : rules)
        words << directionRuleWord(rule);
    m_direction->setLabels(words);
    m_nameWord->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name of %1").arg(m_device.ownName));
    m_look->setLabel(tr("Show its picture"));
    m_look->setAccessibleName(tr("Show the picture of %1").arg(m_device.name));
}

} // namespace checkpoint
