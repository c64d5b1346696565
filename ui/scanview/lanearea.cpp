#include "ui/scanview/lanearea.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/meaning.h"
#include "ui/common/signlabel.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/scanview/previewpane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

/// In before out, as people walk; automatic ones between.
int order(DirectionRule rule)
{
    switch (rule) {
    case DirectionRule::In:
        return 0;
    case DirectionRule::Auto:
        return 1;
    case DirectionRule::Out:
        return 2;
    }
    Q_UNREACHABLE();
}

} // namespace

LaneArea::LaneArea(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"laneArea"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(tokens::space8);
    for (Lane &lane : m_lanes) {
        lane.column = new QWidget(this);
        lane.head = new QWidget(lane.column);
        lane.sign = new SignLabel(tokens::smallIconSize, lane.head);
        lane.title = new ElidedLabel(tokens::bodyText, true, lane.head);
        lane.pane = new PreviewPane(lane.column);
        auto *head = new QHBoxLayout(lane.head);
        head->setContentsMargins(0, 0, 0, 0);
        head->setSpacing(tokens::space4);
        head->addWidget(lane.sign);
        head->addWidget(lane.title, 1);
        auto *column = new QVBoxLayout(lane.column);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(tokens::space4);
        column->addWidget(lane.head);
        column->addWidget(lane.pane, 1);
        row->addWidget(lane.column, 1);
    }
    fill();
}

PreviewPane *LaneArea::pane(const QString &deviceId) const
{
    const qsizetype index = m_shown.indexOf(deviceId);
    return index < 0 ? nullptr : m_lanes[size_t(index)].pane;
}

void LaneArea::setDevice(const DeviceInfo &device)
{
    if (!device.hasPicture)
        return;
    m_devices.insert(device.id, device);
    choose();
    if (PreviewPane *shown = pane(device.id))
        shown->setState(device.state);
}

void LaneArea::removeDevice(const QString &deviceId)
{
    if (m_devices.remove(deviceId) == 0)
        return;
    m_wanted.removeAll(deviceId);
    choose();
}

void LaneArea::showDevice(const QString &deviceId)
{
    if (!m_devices.contains(deviceId))
        return;
    m_wanted.removeAll(deviceId);
    m_wanted.append(deviceId);
    choose();
}

/// What was chosen last comes first to be shown, then the way in, then the way out.
void LaneArea::choose()
{
    QStringList ids = m_devices.keys();
    std::ranges::stable_sort(ids, {}, [this](const QString &id) {
        return std::pair(-m_wanted.indexOf(id), order(m_devices[id].direction));
    });
    ids = ids.mid(0, mostLanes);
    std::ranges::stable_sort(ids, {}, [this](const QString &id) { return order(m_devices[id].direction); });
    if (ids == m_shown) {
        fill();
        return;
    }
    m_shown = ids;
    fill();
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        m_lanes[i].pane->setState({});
        if (qsizetype(i) < m_shown.size())
            m_lanes[i].pane->setState(m_devices[m_shown[qsizetype(i)]].state);
    }
    emit shownDevicesChanged(m_shown);
}

void LaneArea::fill()
{
    for (size_t i = 0; i < m_lanes.size(); ++i) {
        const Lane &lane = m_lanes[i];
        // Without any camera the first pane says what to do.
        lane.column->setVisible(i == 0 || qsizetype(i) < m_shown.size());
        lane.head->setVisible(m_shown.size() > 1);
        if (qsizetype(i) >= m_shown.size())
            continue;
        const DeviceInfo &device = m_devices[m_shown[qsizetype(i)]];
        const bool fixed = device.direction != DirectionRule::Auto;
        const Meaning meaning =
            meaningOf(device.direction == DirectionRule::Out ? Direction::Out : Direction::In);
        lane.sign->setVisible(fixed);
        lane.sign->setSign(meaningSign(meaning), meaningInk(meaning));
        lane.title->setText(
            fixed ? u"%1 · %2"_s.arg(directionShout(meaning == Meaning::Out ? Direction::Out : Direction::In),
                                     device.name)
                  : device.name);
        setTone(lane.title, fixed ? meaningTone(meaning) : ""_L1);
    }
}

void LaneArea::setPicture(const QString &deviceId, const QImage &picture, const QSize &frameSize)
{
    if (PreviewPane *shown = pane(deviceId))
        shown->setPicture(picture, frameSize);
}

void LaneArea::showSighting(const RawScan &scan)
{
    if (PreviewPane *shown = pane(scan.deviceId))
        shown->showSighting(scan);
}

void LaneArea::showGuidance(const QString &deviceId, const Guidance &guidance)
{
    if (PreviewPane *shown = pane(deviceId))
        shown->showGuidance(guidance);
}

void LaneArea::setMirrored(bool mirrored)
{
    for (const Lane &lane : m_lanes)
        lane.pane->setMirrored(mirrored);
}

void LaneArea::setIdle(bool idle)
{
    for (const Lane &lane : m_lanes)
        lane.pane->setIdle(idle);
}

void LaneArea::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace checkpoint
