#pragma once

#include "core/store/outbox.h"
#include "ui/common/tokens.h"

#include <QDate>
#include <QLatin1StringView>
#include <QString>

namespace checkpoint {

/// A moment of the past or of the next hours, in local time: "today 08:12", "20/11/2026 08:12".
QString whenText(qint64 utcMs, const QDate &today);

/// How it stands with a target, for its card.
struct TargetWords
{
    QLatin1StringView sign; ///< icon
    QRgb Colours::*ink = &Colours::quiet;
    QLatin1StringView tone;
    QString state;       ///< "Everything is sent" …
    QString lastSuccess; ///< "Last success: today 08:12"
    QString next;        ///< when it is tried again and why, or what somebody has to do
};

TargetWords targetWords(const TargetRecord &record, const QDate &today);

/// "12 accepted, 1 known already", "Refused as a whole, sent again in halves" …
QString batchOutcomeText(const BatchRecord &batch);

/// What a target said of an entry, with its code.
QString rejectionText(const RejectedEntry &rejected);

} // namespace checkpoint
