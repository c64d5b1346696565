#pragma once

#include "core/desk/scanoutcome.h"
#include "core/domain/entry.h"
#include "core/domain/visitorcode.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace checkpoint {

// What the commands print: one JSON object a line, or one line of text. Names and values are stable.

/// The fields that are said, by their stable names; absent ones are left out.
QJsonObject visitorJson(const VisitorData &visitor);

QJsonObject readJson(const QString &source, const QByteArray &payload, const VisitorCode &code);
QString readText(const QString &source, const VisitorCode &code);

/// The visitor in it is masked.
QJsonObject outcomeJson(const ScanOutcome &outcome);
QString outcomeText(const ScanOutcome &outcome);

QJsonObject entryJson(const EntryRow &row, bool revealed);
QString entryText(const EntryRow &row, bool revealed);
QJsonObject refusedJson(const RefusedScan &scan);
QString refusedText(const RefusedScan &scan);

/// The object on one line.
QByteArray jsonLine(const QJsonObject &object);

} // namespace checkpoint
