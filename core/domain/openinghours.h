#pragma once

#include <QMetaType>
#include <QString>

#include <compare>
#include <optional>
#include <vector>

class QDateTime;

namespace checkpoint {

constexpr int minutesOfDay = 24 * 60;

/// A stretch of a day on which the venue is open.
struct OpeningSpan
{
    int day = 1;  ///< the day on which it begins, 1 Monday … 7 Sunday
    int from = 0; ///< minutes after midnight
    int to = 0;   ///< minutes after the same midnight; more than 1440 when it lasts past the next one

    auto operator<=>(const OpeningSpan &) const = default;
};

/// The hours at which a venue is open in every week; none said means that nothing is known.
class OpeningHours
{
public:
    OpeningHours() = default;

    /// Reads "Mo-Fr 07:00-17:00; Sa 07:00-11:30,13:00-17:00", "Fr-Su 18:00-02:00" (past midnight) or "24/7".
    /// Days are Mo Tu We Th Fr Sa Su, or T2 … T7 CN, in any case; a list may have ranges and commas. As
    /// people in Vietnam write hours, with diacritics or without: "T2-CN 7h-17h", "thứ hai đến thứ sáu: 7 giờ
    /// sáng - 5 giờ chiều", "7h-17h hằng ngày, CN nghỉ", "cả ngày"; hours without days hold on every day. An
    /// empty text gives no hours. Nothing when a word is not understood, spans overlap, or the text may mean
    /// two things, as "6h-10h tối" does.
    static std::optional<OpeningHours> fromString(const QString &text);

    /// The text form, days of the same hours together; what fromString() reads.
    QString toString() const;

    bool isEmpty() const { return m_spans.empty(); }
    /// In the order of the week.
    const std::vector<OpeningSpan> &spans() const { return m_spans; }

    /// Whether the venue is open at a moment, in that moment's local time. Without hours always.
    bool isOpenAt(const QDateTime &moment) const;

    bool operator==(const OpeningHours &) const = default;

private:
    std::vector<OpeningSpan> m_spans;
};

} // namespace checkpoint

Q_DECLARE_METATYPE(checkpoint::OpeningHours)
