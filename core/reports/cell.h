#pragma once

#include "core/base/clock.h"

#include <QByteArrayView>
#include <QDate>
#include <QList>
#include <QString>
#include <QUuid>

#include <array>
#include <variant>

namespace checkpoint {

/// One cell of a report: nothing, text, a whole number, a number, yes or no, a day, a moment, an id. Text is
/// what has no other kind; numbers that are names (of documents, phones) are text.
using Cell = std::variant<std::monostate, QString, qint64, double, bool, QDate, Moment, QUuid>;
using CellRow = QList<Cell>;

/// A column of a report, with what it means: in Vietnamese for the offices that receive the file, and in
/// English for those who write programs.
struct Column
{
    QString name; ///< lower case, words joined by "_"; stable, programs read it
    QString meaningVi;
    QString meaningEn;
};

/// "2026-11-20T08:15:02.481+07:00": ISO 8601 with the offset that the desk's clock had.
QString isoTime(const Moment &moment);

/// The same without memory of its own.
class IsoTime
{
public:
    explicit IsoTime(const Moment &moment);
    QByteArrayView text() const { return {m_text.data(), qsizetype(m_text.size())}; }

private:
    std::array<char, 29> m_text;
};

} // namespace checkpoint
