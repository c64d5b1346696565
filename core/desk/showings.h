#pragma once

#include "core/domain/admission.h"
#include "core/scan/rawscan.h"
#include "core/scan/repeatfilter.h"
#include "core/scan/scandevice.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QUuid>

namespace checkpoint {

/// How a device takes part at the desk.
struct DeviceSetup
{
    QString deviceId;
    QString name;
    DirectionRule direction = DirectionRule::Auto;
    RepeatPolicy repeatPolicy = RepeatPolicy::InView;
};

/// Tells a new showing of a code from the same code still, or again, in view; one for all devices of the
/// desk. A showing is known by its payload and, once the person is known, by the person, each together with
/// the device's direction: leaving by the other lane right away is no repeat. Lives with the desk.
class Showings
{
public:
    enum class Verdict {
        Counts,   ///< a new showing: remembered from now on
        Repeated, ///< the same again: say so
        InView,   ///< the same code in a further frame: say nothing
    };

    /// A gap in the frames shorter than this is the reader's, not the visitor's.
    static constexpr qint64 flickerMs = 1'000;
    /// Codes that were in view together do not count alone until they have been apart for this long.
    static constexpr qint64 togetherMs = 1'500;

    Verdict see(const DeviceSetup &setup, const QByteArray &payload, qint64 steadyMs);

    /// Several persons' codes are in view together.
    Verdict seeTogether(const DeviceSetup &setup, const QList<QByteArray> &payloads, qint64 steadyMs);

    /// The payload's showing is this person's: true when the person was showing another code already.
    bool isPersonRepeated(const DeviceSetup &setup, const QByteArray &payload, const QUuid &visitorId,
                          qint64 steadyMs);
    void rememberPerson(const DeviceSetup &setup, const QByteArray &payload, const QUuid &visitorId);

    /// The showing was not recorded, or taken back: the code counts again as soon as it has left the view for
    /// a moment.
    void giveBack(const DeviceSetup &setup, const QByteArray &payload, qint64 steadyMs);

private:
    RepeatFilter m_filter;
    QHash<QString, QByteArray> m_lastPayload; ///< by device, for RepeatPolicy::Successive
    QHash<QByteArray, qint64> m_givenBack; ///< showings that were not recorded, with when they were last seen
    struct Together
    {
        QSet<QByteArray> payloads;
        qint64 untilMs = 0;
    };
    QHash<QString, Together> m_together; ///< by device
};

} // namespace checkpoint
