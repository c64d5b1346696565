#include "ui/settingsview/devicerow.h"

#include "ui/common/choicerow.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/toggle.h"
#include "ui/common/wording.h"
#include "ui/scanview/previewpane.h"

#include <QEvent>
#include <QHBoxLayout>

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
    , m_look(new Toggle(this))
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
    column->addWidget(m_look);
    column->addWidget(m_preview);
    connect(m_direction, &ChoiceRow::chosen, this, [this](int index) { emit directionChosen(rules[index]); });
    connect(m_look, &QAbstractButton::toggled, this, [this](bool on) {
        m_preview->setVisible(on);
        emit previewWantedChanged();
    });
    retranslate();
}

void DeviceRow::setDevice(const DeviceInfo &device)
{
    m_device = device;
    m_light->setSign("dot"_L1, lightOf(device));
    m_look->setVisible(device.hasPicture);
    m_preview->setState(device.state);
    retranslate();
}

void DeviceRow::setDirection(DirectionRule rule)
{
    m_direction->setIndex(int(std::ranges::find(rules, rule) - std::begin(rules)));
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
    m_look->setLabel(tr("Show its picture"));
    m_look->setAccessibleName(tr("Show the picture of %1").arg(m_device.name));
}

} // namespace checkpoint
