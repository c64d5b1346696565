#include "core/posters/posterwords.h"

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

const PosterWords &posterWords(PosterLanguage language)
{
    static const PosterWords vietnamese{
        u"Quét mã khi vào và khi ra"_s,
        u"Mở ứng dụng"_s,
        u"Quét mã này"_s,
        u"Xác nhận vào hoặc ra"_s,
        u"Đường dây nóng"_s,
        u"Ngày phát hành"_s,
        u"Số"_s,
        u"Phiên bản"_s,
        u"Thẻ khách"_s,
        u"Số thẻ"_s,
        u"Ngày cấp"_s,
        u"Có giá trị đến"_s,
    };
    static const PosterWords english{
        u"Scan when you come in and go out"_s,
        u"Open the app"_s,
        u"Scan this code"_s,
        u"Confirm in or out"_s,
        u"Hotline"_s,
        u"Issued"_s,
        u"No."_s,
        u"Version"_s,
        u"Visitor pass"_s,
        u"No."_s,
        u"Issued"_s,
        u"Valid until"_s,
    };
    return language == PosterLanguage::Vietnamese ? vietnamese : english;
}

} // namespace checkpoint
