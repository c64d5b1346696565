#include "core/reports/districtform.h"

#include "core/domain/visitorcode.h"

namespace checkpoint::districtform {

const QStringList &sources()
{
    static const QStringList ids{formatid::citizenCard,
                                 formatid::personalQr,
                                 formatid::healthInsurance,
                                 formatid::certificate,
                                 formatid::travelDocument,
                                 formatid::visitorPass,
                                 u"manual"_s};
    return ids;
}

QString sourceColumn(const QString &source)
{
    return u"scans_"_s + QString(source).replace(u'-', u'_');
}

namespace {

QList<Column> placeColumns()
{
    return {
        {formVersion, u"Phiên bản của mẫu báo cáo"_s, u"Version of this form"_s},
        {day, u"Ngày báo cáo, theo giờ địa phương"_s, u"The day that is reported, in local time"_s},
        {province, u"Tỉnh, thành phố"_s, u"Province or city"_s},
        {district, u"Quận, huyện; trống nơi không còn cấp huyện"_s,
         u"District; empty where there are none"_s},
        {commune, u"Xã, phường, thị trấn"_s, u"Commune or ward"_s},
        {venueCode, u"Mã địa điểm"_s, u"Code of the venue"_s},
        {venueName, u"Tên địa điểm"_s, u"Name of the venue"_s},
        {u"venue_kind"_s, u"Loại địa điểm theo công văn 2278/BTTTT-THH"_s,
         u"Kind of venue as letter 2278/BTTTT-THH names them"_s},
        {u"address"_s, u"Số nhà, đường, thôn"_s, u"House and street"_s},
        {u"contact_name"_s, u"Người liên hệ (viết tắt nếu báo cáo được che)"_s,
         u"Contact (abbreviated in a masked report)"_s},
        {u"contact_phone"_s, u"Điện thoại liên hệ (chỉ còn ba số cuối nếu báo cáo được che)"_s,
         u"Phone of the contact (its last three digits in a masked report)"_s},
        {u"registered_on"_s,
         u"Ngày đăng ký: ngày phát hành mã địa điểm đầu tiên hoặc ngày có lượt quét đầu tiên, lấy ngày sớm hơn"_s,
         u"Registered on: the day of the first poster or of the first scan, whichever was earlier"_s},
        {u"last_scan_at"_s, u"Lượt quét gần nhất tính đến hết ngày báo cáo"_s,
         u"The last scan up to the end of the day"_s},
    };
}

QList<Column> countColumns()
{
    QList<Column> columns{
        {active,
         u"Điểm hoạt động: yes nếu trong ngày có ít nhất một lượt ghi nhận. Đăng ký nhiều mà không quét thì "
         u"không phải "
         "điểm hoạt động; nhiều lượt quét vẫn chỉ là một điểm"_s,
         u"Active point: yes when at least one passage was recorded on the day. However many scans there "
         u"are, the "
         "venue is one point"_s},
        {entriesIn, u"Số lượt vào (không tính lượt đã hủy)"_s,
         u"Passages in; those taken back do not count"_s},
        {entriesOut, u"Số lượt ra (không tính lượt đã hủy)"_s,
         u"Passages out; those taken back do not count"_s},
        {u"open_visits"_s, u"Số lần đến bắt đầu trong ngày mà đến hết ngày chưa có lượt ra"_s,
         u"Visits that began on the day and had no exit by its end"_s},
        {persons, u"Số người khác nhau đã đi qua trong ngày"_s, u"Different persons who passed on the day"_s},
    };
    for (const QString &source : sources())
        columns.append({sourceColumn(source), u"Số lượt vào và ra ghi bằng loại mã “%1”"_s.arg(source),
                        u"Passages in and out by the kind of code “%1”"_s.arg(source)});
    columns += {
        {otherSources, u"Số lượt vào và ra bằng loại mã khác"_s, u"Passages by any other kind of code"_s},
        {refused, u"Số lượt quét bị từ chối; không tính vào lượt vào, ra"_s,
         u"Refused scans; they are no passages"_s},
        {u"peak_hour"_s, u"Giờ cao điểm: 8 nghĩa là từ 8 giờ đến trước 9 giờ"_s,
         u"Hour with most passages: 8 is from 8:00 until 9:00"_s},
        {u"peak_hour_scans"_s, u"Số lượt trong giờ cao điểm"_s, u"Passages in that hour"_s},
        {locationsRegistered, u"Số vị trí đã đăng ký trong địa điểm"_s,
         u"Places of the venue that are registered"_s},
        {locationsActive, u"Số vị trí có lượt ghi nhận trong ngày"_s,
         u"Places at which somebody passed on the day"_s},
        {u"synced_percent"_s,
         u"Phần trăm lượt trong ngày (kể cả lượt hủy) đã được nền tảng quốc gia xác nhận; trống nếu chưa kết "
         u"nối nền tảng hoặc trong ngày không có lượt nào phải gửi"_s,
         u"Share in percent of the day's entries (voids too) that the national platform has acknowledged; "
         u"empty without a platform or when nothing was to be sent"_s},
        {reportedAt, u"Thời điểm lập báo cáo; nếu trùng địa điểm và ngày thì bản lập sau được dùng"_s,
         u"When the report was made; of two about the same venue and day the later one counts"_s},
    };
    return columns;
}

} // namespace

QList<Column> columns()
{
    return placeColumns() + countColumns();
}

} // namespace checkpoint::districtform
