#include "core/scan/scandevice.h"

namespace checkpoint {

ScanDevice::ScanDevice(QString id, QString name, RepeatPolicy repeatPolicy, QObject *parent)
    : QObject(parent), m_id(std::move(id)), m_name(std::move(name)), m_repeatPolicy(repeatPolicy)
{
}

void ScanDevice::setState(DeviceState state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace checkpoint
