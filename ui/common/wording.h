#pragma once

#include "core/base/clock.h"
#include "core/domain/admission.h"
#include "core/domain/entry.h"
#include "core/domain/expected.h"
#include "core/domain/visitor.h"
#include "core/scan/scandevice.h"

#include <QDate>
#include <QString>

class QKeySequence;

namespace checkpoint {

/// "In", "Out".
QString directionWord(Direction direction);
/// "IN", "OUT": the word that is read from two metres.
QString directionShout(Direction direction);
/// "Automatic", "In only", "Out only".
QString directionRuleWord(DirectionRule rule);
/// How a device is doing, in two or three words; a scanner is known to work once it has read something.
QString deviceStateWord(DeviceState state, bool isProven = true);

/// "08:12:02", in the moment's own offset.
QString clockText(const Moment &moment);
/// "08:12".
QString shortClockText(const Moment &moment);
/// "20/11/2026", as dates are written here in every language of the program.
QString dateText(const QDate &date);
/// As far as it is known, in the same order.
QString dateText(const PartialDate &date);
/// "Thứ Sáu 20/11/2026".
QString weekdayText(const QDate &date);
/// "hôm nay 08:12", "hôm qua 09:40", "18/11/2026 09:40".
QString pastText(const Moment &moment, const QDate &today);

/// The abbreviated name, or words for a person whose name is not known.
QString personName(const VisitorData &visitor);
/// "Nam · 1990", or less when less is known. Never more: whatever is shown of a person goes through here.
QString personTraits(const VisitorData &visitor);
/// "Nam · 1990 · CCCD"; of the venue's own people that they are staff.
QString personLine(const VisitorData &visitor, const QString &source);

/// "Đã hẹn lúc 14:00, gặp Phòng 3": whom an announced visitor comes to, and when.
QString announcedText(const ExpectedVisitor &expected);

/// "2 người lớn, 1 trẻ em"; empty for nobody.
QString partyText(const Party &party);

/// Of an entry that was turned round: which other one of the person goes the same way right before or after
/// it, and what to do about it.
QString sameWayText(const Entry &other);
QString sameWayAdvice();

/// A key as it is written on a button: "Ctrl+Z", "F9".
QString keyText(const QKeySequence &key);

} // namespace checkpoint
