#include "core/domain/notice.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

bool Notice::saysAs(const Notice &other) const
{
    Notice same = other;
    same.version = version;
    same.savedAt = savedAt;
    return *this == same;
}

Notice Notice::withTerms(const RetentionTerms &terms) const
{
    Notice notice = *this;
    notice.visitorDays = terms.days(RetentionKind::Visitors);
    notice.detailDays = terms.days(RetentionKind::Details);
    notice.waitingDays = terms.days(RetentionKind::Waiting);
    return notice;
}

std::optional<NoticeFault> faultOf(const Notice &notice)
{
    using Field = NoticeFault::Field;
    const std::array fields{
        std::pair{Field::PurposeVietnamese, &notice.vietnamese.purpose},
        std::pair{Field::BasisVietnamese, &notice.vietnamese.basis},
        std::pair{Field::PurposeEnglish, &notice.english.purpose},
        std::pair{Field::BasisEnglish, &notice.english.basis},
        std::pair{Field::Contact, &notice.contact},
    };
    for (const auto &[field, text] : fields) {
        const int longest = field == Field::Contact ? longestNoticeContact : longestNoticeText;
        const QString said = text->simplified(); // line ends are blanks
        if (said.isEmpty())
            return NoticeFault{field, NoticeFault::Kind::Missing};
        if (text->size() > longest)
            return NoticeFault{field, NoticeFault::Kind::TooLong};
        if (std::ranges::any_of(said, [](QChar letter) { return !letter.isPrint(); }))
            return NoticeFault{field, NoticeFault::Kind::Unprintable};
    }
    return std::nullopt;
}

Notice proposedNotice(const std::optional<Venue> &venue, const RetentionTerms &terms)
{
    Notice notice;
    notice.vietnamese = {
        u"Ghi nhận người vào, ra cơ sở để bảo đảm an ninh, trật tự và an toàn cho người có mặt; để liên hệ, "
        u"sơ "
        "tán khi có sự cố; để cung cấp cho cơ quan có thẩm quyền khi pháp luật quy định."_s,
        u"Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; Nghị định số 356/2025/NĐ-CP; nội quy ra vào của cơ "
        "sở. Không dùng dữ liệu cho mục đích khác; không mua bán dữ liệu."_s};
    notice.english = {
        u"To record who enters and leaves, for the security and safety of everybody here; to reach people "
        u"and "
        "to evacuate in an emergency; to inform the competent authorities where the law requires it."_s,
        u"Law on Personal Data Protection No. 91/2025/QH15; Decree No. 356/2025/NĐ-CP; the venue's rules of "
        "access. The data serve no other purpose and are never sold."_s};
    if (venue) {
        QStringList parts{venue->contactName, venue->contactPhone};
        parts.removeAll(QString());
        notice.contact = parts.join(u", "_s).left(longestNoticeContact);
    }
    return notice.withTerms(terms);
}

} // namespace checkpoint
