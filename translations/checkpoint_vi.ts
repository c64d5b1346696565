<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>AccessWords</name>
    <message>
        <source>Nobody</source>
        <translation>Chưa có ai</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Người trực</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Người giám sát</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Người quản trị</translation>
    </message>
    <message>
        <source>Sees nothing; scanning goes on.</source>
        <translation>Không xem được gì; việc quét vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Scans, sees masked data, voids own entries.</source>
        <translation>Quét, xem dữ liệu đã che, hủy các lượt do mình ghi.</translation>
    </message>
    <message>
        <source>Also shows data in full, voids others' entries, saves reports, prints posters and passes.</source>
        <translation>Ngoài ra được xem dữ liệu đầy đủ, hủy lượt do người khác ghi, lưu báo cáo, in áp phích và thẻ khách.</translation>
    </message>
    <message>
        <source>Also changes the venue, its rules and keys, and who the operators are.</source>
        <translation>Ngoài ra được sửa thông tin địa điểm, quy định, khóa và danh sách người trực.</translation>
    </message>
    <message>
        <source>Everybody may do this.</source>
        <translation>Ai cũng được làm việc này.</translation>
    </message>
    <message>
        <source>Sign in first (F8).</source>
        <translation>Hãy đăng nhập trước (F8).</translation>
    </message>
    <message>
        <source>Only a supervisor or an administrator may do this. Change the operator with F8.</source>
        <translation>Chỉ người giám sát hoặc người quản trị được làm việc này. Nhấn F8 để đổi người trực.</translation>
    </message>
    <message>
        <source>Only an administrator may do this. Change the operator with F8.</source>
        <translation>Chỉ người quản trị được làm việc này. Nhấn F8 để đổi người trực.</translation>
    </message>
    <message>
        <source>A PIN has at least %1 characters.</source>
        <translation>Mã PIN phải có ít nhất %1 ký tự.</translation>
    </message>
    <message>
        <source>PIN: at least %1 characters, not all the same and not a sequence such as 1234 or 9876.</source>
        <translation>Mã PIN: ít nhất %1 ký tự; không được giống nhau cả, không được là dãy liền nhau như 1234 hay 9876.</translation>
    </message>
    <message>
        <source>A PIN of one repeated character is too easy to guess.</source>
        <translation>Mã PIN chỉ gồm một ký tự lặp lại rất dễ bị đoán ra.</translation>
    </message>
    <message>
        <source>A sequence such as 1234 or 9876 is too easy to guess.</source>
        <translation>Mã PIN là dãy số liền nhau như 1234 hay 9876 rất dễ bị đoán ra.</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>Last time: %1 %2</source>
        <translation>Lần trước: %1 %2</translation>
    </message>
    <message>
        <source>AGAIN</source>
        <translation>ĐÃ QUÉT</translation>
    </message>
    <message>
        <source>REFUSED</source>
        <translation>TỪ CHỐI</translation>
    </message>
    <message>
        <source>CONFIRM</source>
        <translation>XÁC NHẬN</translation>
    </message>
    <message>
        <source>NOT RECORDED</source>
        <translation>CHƯA GHI ĐƯỢC</translation>
    </message>
    <message>
        <source>VOIDED</source>
        <translation>ĐÃ HỦY</translation>
    </message>
    <message>
        <source>Changed to: %1</source>
        <translation>Đã đổi chiều thành lượt %1</translation>
    </message>
    <message>
        <source>Was inside since %1</source>
        <translation>Đã vào từ %1</translation>
    </message>
    <message>
        <source>First time here</source>
        <translation>Lần đầu đến đây</translation>
    </message>
    <message>
        <source>Already inside since %1</source>
        <translation>Đã ở trong từ %1</translation>
    </message>
    <message>
        <source>This code has just been read. Nothing more was recorded.</source>
        <translation>Mã này vừa được quét. Không ghi thêm lượt nào.</translation>
    </message>
    <message>
        <source>This entry does not count any more: %1</source>
        <translation>Lượt %1 này không còn được tính.</translation>
    </message>
    <message>
        <source>Record IN</source>
        <translation>Ghi VÀO</translation>
    </message>
    <message>
        <source>Record OUT</source>
        <translation>Ghi RA</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Không ghi</translation>
    </message>
    <message>
        <source>SKIPPED</source>
        <translation>ĐÃ BỎ QUA</translation>
    </message>
    <message>
        <source>Visits %1</source>
        <translation>Gặp %1</translation>
    </message>
    <message>
        <source>Together with: %1</source>
        <translation>Cùng: %1</translation>
    </message>
    <message>
        <source>Still inside of the group: %1</source>
        <translation>Người đi cùng còn ở trong: %1</translation>
    </message>
    <message>
        <source>Noted: %1</source>
        <translation>Lưu ý: %1</translation>
    </message>
    <message>
        <source>Nothing was recorded.</source>
        <translation>Không ghi lượt nào.</translation>
    </message>
    <message>
        <source>NOT ALLOWED</source>
        <translation>KHÔNG ĐƯỢC PHÉP</translation>
    </message>
    <message>
        <source>Sign in (F8) to answer the question.</source>
        <translation>Người đăng nhập (F8) sẽ trả lời câu hỏi này.</translation>
    </message>
    <message>
        <source>Came with %1</source>
        <translation>Đi cùng %1</translation>
    </message>
    <message>
        <source>%1 is still inside.</source>
        <translation>%1 vẫn còn ở trong.</translation>
    </message>
    <message>
        <source>%1 left before.</source>
        <translation>%1 đã ra trước đó.</translation>
    </message>
    <message>
        <source>NOT RESTORED</source>
        <translation>CHƯA KHÔI PHỤC</translation>
    </message>
    <message>
        <source>Full house: %1 inside, %2 may be</source>
        <translation>Đã đủ người: đang có %1, sức chứa %2</translation>
    </message>
    <message>
        <source>The voided entry counts again, with its old time.</source>
        <translation>Lượt đã hủy được tính lại, với giờ cũ.</translation>
    </message>
    <message>
        <source>This person has come or left since, so the voided entry no longer fits.</source>
        <translation>Từ lúc hủy, người này đã vào hoặc ra nữa nên lượt cũ không còn khớp.</translation>
    </message>
    <message>
        <source>It stays voided; what was recorded since counts.</source>
        <translation>Lượt đó vẫn là đã hủy; các lượt ghi sau đó vẫn được tính.</translation>
    </message>
    <message>
        <source>If a passage is missing, write it down with its time (F5, paper day).</source>
        <translation>Nếu còn thiếu lượt nào thì ghi bổ sung kèm giờ (F5, Ngày ghi giấy).</translation>
    </message>
    <message>
        <source>This entry counts already, or another one stands in its place.</source>
        <translation>Lượt này đang được tính, hoặc đã có lượt khác thay thế.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Voided by mistake? Ctrl+Z restores it.</source>
        <translation>Hủy nhầm? Nhấn Ctrl+Z để khôi phục.</translation>
    </message>
    <message>
        <source>Left %1 s ago</source>
        <translation>Vừa ra cách đây %1 giây</translation>
    </message>
    <message>
        <source>ATTENTION</source>
        <translation>LƯU Ý</translation>
    </message>
    <message>
        <source>Do not let in</source>
        <translation>Không cho vào</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 giờ</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>The appointment was at %1: %2 late</source>
        <translation>Hẹn lúc %1: đến muộn %2</translation>
    </message>
    <message>
        <source>The appointment is at %1: %2 early</source>
        <translation>Hẹn lúc %1: đến sớm %2</translation>
    </message>
    <message>
        <source>The exit is recorded. If the person came in again meanwhile, record it.</source>
        <translation>Lượt ra đã được ghi. Nếu khách vừa vào lại, hãy ghi lượt đó.</translation>
    </message>
    <message>
        <source>Not let in. That this person was sent away is on record.</source>
        <translation>Không cho vào. Việc từ chối đã được lưu lại.</translation>
    </message>
    <message>
        <source>Purpose: %1</source>
        <translation>Mục đích: %1</translation>
    </message>
    <message>
        <source>Free some space on the disk, then scan again.</source>
        <translation>Hãy dọn bớt ổ đĩa rồi quét lại.</translation>
    </message>
    <message>
        <source>Scan again. If it fails again, restart the program and write visitors down on paper meanwhile.</source>
        <translation>Hãy quét lại. Nếu vẫn không ghi được, khởi động lại chương trình và tạm ghi khách ra giấy.</translation>
    </message>
    <message>
        <source>Refused at %1: %2. This question still waits.</source>
        <translation>Đã từ chối lúc %1: %2. Câu hỏi này vẫn chờ trả lời.</translation>
    </message>
</context>
<context>
    <name>CellWords</name>
    <message>
        <source>Voids another</source>
        <translation>Hủy một lượt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Đã ra</translation>
    </message>
    <message>
        <source>Left (estimated)</source>
        <translation>Đã ra (ước tính)</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Còn ở trong</translation>
    </message>
    <message>
        <source>Exit missing</source>
        <translation>Thiếu lượt ra</translation>
    </message>
    <message>
        <source>Entry missing</source>
        <translation>Thiếu lượt vào</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Lượt thăm</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Tiếp xúc</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Tổng cộng</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Quận, huyện</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
</context>
<context>
    <name>CertificateWords</name>
    <message>
        <source>Certificate: signature right, but expired.</source>
        <translation>Giấy chứng nhận: chữ ký đúng nhưng đã hết hạn.</translation>
    </message>
    <message>
        <source>Certificate expired; signature not checked.</source>
        <translation>Giấy chứng nhận đã hết hạn; chữ ký chưa được kiểm tra.</translation>
    </message>
    <message>
        <source>Certificate: signature right, but not valid yet.</source>
        <translation>Giấy chứng nhận: chữ ký đúng nhưng chưa có hiệu lực.</translation>
    </message>
    <message>
        <source>Certificate not valid yet; signature not checked.</source>
        <translation>Giấy chứng nhận chưa có hiệu lực; chữ ký chưa được kiểm tra.</translation>
    </message>
    <message>
        <source>Certificate verified.</source>
        <translation>Giấy chứng nhận đã được xác thực.</translation>
    </message>
    <message>
        <source>Certificate read, signature not checked: its key is missing here.</source>
        <translation>Đã đọc giấy chứng nhận, chưa kiểm tra được chữ ký: máy này không có khóa của nơi cấp.</translation>
    </message>
    <message>
        <source>Dose %1 of %2</source>
        <translation>Mũi %1/%2</translation>
    </message>
    <message>
        <source>Vaccination</source>
        <translation>Tiêm chủng</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Xét nghiệm</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>dương tính</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>âm tính</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Đã khỏi bệnh</translation>
    </message>
    <message>
        <source>More records: %1</source>
        <translation>Còn %1 mục khác</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Đến hết %1</translation>
    </message>
    <message>
        <source>Issued by %1, until %2</source>
        <translation>Nơi cấp: %1, đến hết %2</translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>Not named</source>
        <translation>Không ghi tên</translation>
    </message>
    <message>
        <source>%1: %2. </source>
        <translation>%1: %2. </translation>
    </message>
    <message>
        <source>Usual on this day of the week</source>
        <translation>Thường ngày cùng thứ</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Thường ngày</translation>
    </message>
    <message>
        <source>Busiest from %1:00 with %2 passages.</source>
        <translation>Đông nhất từ %1 giờ: %2 lượt.</translation>
    </message>
    <message>
        <source>People inside</source>
        <translation>Số người ở trong</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Capacity %1</source>
        <translation>Sức chứa %1</translation>
    </message>
    <message>
        <source>At most %1 people inside at once.</source>
        <translation>Đông nhất cùng lúc: %1 người ở trong.</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Lượt vào ra</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>%1 passages in thirty days.</source>
        <translation>%1 lượt trong ba mươi ngày.</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Loại mã</translation>
    </message>
</context>
<context>
    <name>ColumnWords</name>
    <message>
        <source>Entry no.</source>
        <translation>Mã lượt</translation>
    </message>
    <message>
        <source>Exit no.</source>
        <translation>Mã lượt ra</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Hướng</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>Loại mã</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>Ước tính</translation>
    </message>
    <message>
        <source>Voids another</source>
        <translation>Hủy lượt</translation>
    </message>
    <message>
        <source>Voided by</source>
        <translation>Bị hủy bởi</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Late entry</source>
        <translation>Ghi bổ sung</translation>
    </message>
    <message>
        <source>Clock in doubt</source>
        <translation>Đồng hồ không tin cậy</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>Người đi cùng</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Giờ vào</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Giờ ra</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Số phút</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
    <message>
        <source>Location in</source>
        <translation>Vị trí vào</translation>
    </message>
    <message>
        <source>Location out</source>
        <translation>Vị trí ra</translation>
    </message>
    <message>
        <source>Code in</source>
        <translation>Mã khi vào</translation>
    </message>
    <message>
        <source>Code out</source>
        <translation>Mã khi ra</translation>
    </message>
    <message>
        <source>Minutes inside</source>
        <translation>Số phút ở trong</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Số người</translation>
    </message>
    <message>
        <source>Visitor inside</source>
        <translation>Khách còn ở trong</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Mã khách</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Giới tính</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Former number</source>
        <translation>Số giấy tờ cũ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Issued on</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Platform id</source>
        <translation>Mã nền tảng</translation>
    </message>
    <message>
        <source>Health insurance</source>
        <translation>Thẻ BHYT</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Số văn bản</translation>
    </message>
    <message>
        <source>Visit or contact</source>
        <translation>Loại dòng</translation>
    </message>
    <message>
        <source>Visit no.</source>
        <translation>Lần đến</translation>
    </message>
    <message>
        <source>Minutes together</source>
        <translation>Số phút ở cùng</translation>
    </message>
    <message>
        <source>Together from</source>
        <translation>Ở cùng từ</translation>
    </message>
    <message>
        <source>Together until</source>
        <translation>Ở cùng đến</translation>
    </message>
    <message>
        <source>Same location</source>
        <translation>Cùng vị trí</translation>
    </message>
    <message>
        <source>Time assumed</source>
        <translation>Giờ ước đoán</translation>
    </message>
    <message>
        <source>Form version</source>
        <translation>Phiên bản mẫu</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Quận, huyện</translation>
    </message>
    <message>
        <source>Commune</source>
        <translation>Xã, phường</translation>
    </message>
    <message>
        <source>Venue code</source>
        <translation>Mã địa điểm</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Tên địa điểm</translation>
    </message>
    <message>
        <source>Kind of venue</source>
        <translation>Loại địa điểm</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>Contact's phone</source>
        <translation>Điện thoại liên hệ</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>Ngày đăng ký</translation>
    </message>
    <message>
        <source>Last scan</source>
        <translation>Lượt quét gần nhất</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Hoạt động</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Lượt vào</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Lượt ra</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Chưa có lượt ra</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Số người khác nhau</translation>
    </message>
    <message>
        <source>Citizen cards</source>
        <translation>Thẻ căn cước</translation>
    </message>
    <message>
        <source>Personal QR codes</source>
        <translation>Mã QR cá nhân</translation>
    </message>
    <message>
        <source>Health-insurance cards</source>
        <translation>Lượt thẻ BHYT</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Giấy chứng nhận</translation>
    </message>
    <message>
        <source>Travel documents</source>
        <translation>Hộ chiếu</translation>
    </message>
    <message>
        <source>Visitor passes</source>
        <translation>Thẻ khách</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Ghi bằng tay</translation>
    </message>
    <message>
        <source>Other codes</source>
        <translation>Mã khác</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Bị từ chối</translation>
    </message>
    <message>
        <source>Peak hour</source>
        <translation>Giờ cao điểm</translation>
    </message>
    <message>
        <source>In the peak hour</source>
        <translation>Lượt giờ cao điểm</translation>
    </message>
    <message>
        <source>Locations registered</source>
        <translation>Vị trí đăng ký</translation>
    </message>
    <message>
        <source>Locations active</source>
        <translation>Vị trí hoạt động</translation>
    </message>
    <message>
        <source>Sent %</source>
        <translation>Đã gửi %</translation>
    </message>
    <message>
        <source>Reported at</source>
        <translation>Lập lúc</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Points registered</source>
        <translation>Điểm đăng ký</translation>
    </message>
    <message>
        <source>Points that reported</source>
        <translation>Điểm có báo cáo</translation>
    </message>
    <message>
        <source>Active points</source>
        <translation>Điểm hoạt động</translation>
    </message>
    <message>
        <source>Against the day before</source>
        <translation>So với hôm trước</translation>
    </message>
    <message>
        <source>Mean of 7 days</source>
        <translation>Trung bình 7 ngày</translation>
    </message>
    <message>
        <source>Against the mean</source>
        <translation>So với trung bình</translation>
    </message>
    <message>
        <source>Population</source>
        <translation>Dân số</translation>
    </message>
    <message>
        <source>Per 100 people</source>
        <translation>Trên 100 người</translation>
    </message>
    <message>
        <source>Target met</source>
        <translation>Đạt chỉ tiêu</translation>
    </message>
    <message>
        <source>Communes without a scan</source>
        <translation>Số xã không có lượt quét</translation>
    </message>
    <message>
        <source>Their names</source>
        <translation>Tên các xã đó</translation>
    </message>
</context>
<context>
    <name>DeclarationText</name>
    <message>
        <source>Health declaration: declared</source>
        <translation>Khai báo y tế: đã khai báo</translation>
    </message>
    <message>
        <source>Health declaration: not declared</source>
        <translation>Khai báo y tế: chưa khai báo</translation>
    </message>
    <message>
        <source>Health declaration: SYMPTOMS or contact. Ask them to wait apart, and tell whoever is in charge of health.</source>
        <translation>Khai báo y tế: CÓ TRIỆU CHỨNG hoặc tiếp xúc. Mời khách chờ riêng và báo người phụ trách y tế.</translation>
    </message>
    <message>
        <source>Health declaration: unknown (offline), please ask</source>
        <translation>Khai báo y tế: không rõ (mất mạng), hãy hỏi khách</translation>
    </message>
</context>
<context>
    <name>DetailWords</name>
    <message>
        <source>estimated</source>
        <translation>ước tính</translation>
    </message>
    <message>
        <source>written down later</source>
        <translation>ghi bổ sung sau</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Former number</source>
        <translation>Số giấy tờ cũ</translation>
    </message>
    <message>
        <source>Health insurance</source>
        <translation>Bảo hiểm y tế</translation>
    </message>
    <message>
        <source>QID</source>
        <translation>Mã QID</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Ngày sinh</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Nationality</source>
        <translation>Quốc tịch</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Đã sửa</translation>
    </message>
    <message>
        <source>Left apart</source>
        <translation>Ra riêng</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Bổ sung</translation>
    </message>
    <message>
        <source>Shown in full</source>
        <translation>Đã hiện đầy đủ</translation>
    </message>
    <message>
        <source>Came in</source>
        <translation>Vào lúc</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Ra lúc</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Không rõ</translation>
    </message>
    <message>
        <source>Still inside</source>
        <translation>Còn ở trong</translation>
    </message>
    <message>
        <source>Stayed</source>
        <translation>Ở lại</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Gặp</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>Đi cùng</translation>
    </message>
    <message>
        <source>Still inside of the group</source>
        <translation>Người đi cùng còn ở trong</translation>
    </message>
    <message>
        <source>Announced</source>
        <translation>Đã hẹn</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Có</translation>
    </message>
    <message>
        <source>Attention list</source>
        <translation>Danh sách lưu ý</translation>
    </message>
    <message>
        <source>Identified by</source>
        <translation>Nhận biết qua</translation>
    </message>
    <message>
        <source>Visits before</source>
        <translation>Số lần đến trước đó</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>Traced, names masked</source>
        <translation>Truy vết, tên vẫn che</translation>
    </message>
    <message>
        <source>Card read later</source>
        <translation>Đã đọc thẻ sau đó</translation>
    </message>
    <message>
        <source>Sent away</source>
        <translation>Không cho vào</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Counts instead</source>
        <translation>Lượt được tính thay</translation>
    </message>
    <message>
        <source>This line was voided and does not count.</source>
        <translation>Dòng này đã bị hủy và không được tính.</translation>
    </message>
    <message>
        <source>This line was voided at %1 and does not count.</source>
        <translation>Dòng này đã bị hủy lúc %1 và không được tính.</translation>
    </message>
    <message>
        <source>This line was voided at %1 by %2 and does not count.</source>
        <translation>Dòng này đã bị hủy lúc %1 bởi %2 và không được tính.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Lý do: %1</translation>
    </message>
    <message>
        <source>On the attention list then</source>
        <translation>Lưu ý vào lúc đó</translation>
    </message>
    <message>
        <source>held until %1</source>
        <translation>có hiệu lực đến %1</translation>
    </message>
    <message>
        <source>%1 (held until %2)</source>
        <translation>%1 (có hiệu lực đến %2)</translation>
    </message>
</context>
<context>
    <name>EntryColumnWords</name>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>In/out</source>
        <translation>Lượt</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>Sex, year</source>
        <translation>Giới tính, năm sinh</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Loại mã</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Ghi chú</translation>
    </message>
    <message>
        <source>together with %1</source>
        <translation>cùng %1</translation>
    </message>
    <message>
        <source>on the attention list at that time</source>
        <translation>có trong danh sách lưu ý vào lúc đó</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Another program has this desk's records open.</source>
        <translation>Một chương trình khác đang mở dữ liệu của quầy này.</translation>
    </message>
    <message>
        <source>Nothing was changed. Nothing can be recorded here meanwhile.</source>
        <translation>Không có gì bị thay đổi. Trong lúc đó, ở đây chưa ghi được.</translation>
    </message>
    <message>
        <source>The key of the personal data is missing or locked.</source>
        <translation>Không mở được khóa của dữ liệu cá nhân.</translation>
    </message>
    <message>
        <source>All records are kept, but nothing can be read or recorded without the key.</source>
        <translation>Dữ liệu vẫn còn, nhưng thiếu khóa thì không đọc, không ghi được.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote these records.</source>
        <translation>Dữ liệu này do phiên bản mới hơn của chương trình ghi.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>Install the newer version of Checkpoint Desk on this computer.</source>
        <translation>Hãy cài phiên bản Checkpoint Desk mới hơn trên máy này.</translation>
    </message>
    <message>
        <source>The file of the records is damaged.</source>
        <translation>Tệp dữ liệu bị hỏng.</translation>
    </message>
    <message>
        <source>It was left as it is. Nothing can be recorded in it.</source>
        <translation>Tệp được giữ nguyên. Không ghi thêm được vào tệp này.</translation>
    </message>
    <message>
        <source>Write visitors down on paper and call the person who looks after this computer.</source>
        <translation>Hãy ghi khách ra giấy và gọi người phụ trách máy.</translation>
    </message>
    <message>
        <source>The folder of the records cannot be written.</source>
        <translation>Không ghi được vào thư mục dữ liệu.</translation>
    </message>
    <message>
        <source>What was recorded before is kept.</source>
        <translation>Những lượt đã ghi trước đó vẫn còn.</translation>
    </message>
    <message>
        <source>Check the rights of the folder, or whether the disk is write-protected.</source>
        <translation>Hãy kiểm tra quyền của thư mục, hoặc ổ đĩa có bị khóa ghi không.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Ổ đĩa đã đầy.</translation>
    </message>
    <message>
        <source>What was recorded before is kept; this was not.</source>
        <translation>Những lượt đã ghi trước đó vẫn còn; lượt này thì chưa được ghi.</translation>
    </message>
    <message>
        <source>The record could not be written.</source>
        <translation>Không ghi được dữ liệu.</translation>
    </message>
    <message>
        <source>A sealed record does not open with this desk's key.</source>
        <translation>Có một bản ghi đã mã hóa không mở được bằng khóa của quầy này.</translation>
    </message>
    <message>
        <source>The record was left as it is.</source>
        <translation>Bản ghi được giữ nguyên.</translation>
    </message>
    <message>
        <source>Call the person who looks after this computer.</source>
        <translation>Hãy gọi người phụ trách máy.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Không đọc được tệp.</translation>
    </message>
    <message>
        <source>Nothing was recorded from it.</source>
        <translation>Không có lượt nào được ghi từ tệp này.</translation>
    </message>
    <message>
        <source>Use a photo (JPEG, PNG) or a film that opens on this computer.</source>
        <translation>Hãy dùng ảnh (JPEG, PNG) hoặc đoạn phim mở được trên máy này.</translation>
    </message>
    <message>
        <source>The camera is not plugged in.</source>
        <translation>Camera chưa được cắm.</translation>
    </message>
    <message>
        <source>Other devices go on reading.</source>
        <translation>Các thiết bị khác vẫn đọc.</translation>
    </message>
    <message>
        <source>Plug the camera in; it starts by itself.</source>
        <translation>Hãy cắm camera; camera sẽ tự chạy.</translation>
    </message>
    <message>
        <source>The camera sends no picture.</source>
        <translation>Camera không gửi hình.</translation>
    </message>
    <message>
        <source>Close other programs that use the camera, or plug it in again; it starts by itself.</source>
        <translation>Hãy đóng chương trình khác đang dùng camera, hoặc cắm lại; camera sẽ tự chạy.</translation>
    </message>
    <message>
        <source>Look at the list of entries for what is recorded now.</source>
        <translation>Hãy xem danh sách lượt vào ra để biết lượt nào đang có hiệu lực.</translation>
    </message>
    <message>
        <source>The program was asked for something it cannot do.</source>
        <translation>Chương trình nhận một yêu cầu không thực hiện được.</translation>
    </message>
    <message>
        <source>Try again in another way.</source>
        <translation>Hãy thử cách khác.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Không ghi được tệp.</translation>
    </message>
    <message>
        <source>The records themselves are kept.</source>
        <translation>Bản thân dữ liệu vẫn còn nguyên.</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space on the disk.</source>
        <translation>Hãy chọn thư mục khác hoặc dọn bớt ổ đĩa.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>Đã dừng lại.</translation>
    </message>
    <message>
        <source>Start it again when needed.</source>
        <translation>Khi cần, hãy chạy lại.</translation>
    </message>
    <message>
        <source>The file does not open with this passphrase.</source>
        <translation>Cụm mật khẩu này không mở được tệp.</translation>
    </message>
    <message>
        <source>Type the passphrase again, as it was chosen when the file was made.</source>
        <translation>Hãy gõ lại đúng cụm mật khẩu đã chọn khi tạo tệp.</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete.</source>
        <translation>Tệp bị hỏng hoặc không đầy đủ.</translation>
    </message>
    <message>
        <source>Copy the file again, or make a new one at the other desk.</source>
        <translation>Hãy sao chép lại tệp, hoặc tạo tệp mới ở quầy kia.</translation>
    </message>
    <message>
        <source>A newer version of the program wrote this file.</source>
        <translation>Tệp này do phiên bản mới hơn của chương trình ghi.</translation>
    </message>
    <message>
        <source>A name is too long for this layout: it would not be readable.</source>
        <translation>Tên quá dài so với khổ in này: in ra sẽ không đọc được.</translation>
    </message>
    <message>
        <source>Nothing was printed or written.</source>
        <translation>Chưa in và chưa ghi gì.</translation>
    </message>
    <message>
        <source>Choose a larger layout, or shorten the name of the venue or location.</source>
        <translation>Hãy chọn khổ lớn hơn, hoặc rút ngắn tên địa điểm hay vị trí.</translation>
    </message>
    <message>
        <source>The code would not be readable once printed.</source>
        <translation>Mã in ra sẽ không đọc được.</translation>
    </message>
    <message>
        <source>Choose a larger layout, or a code with less text.</source>
        <translation>Hãy chọn khổ lớn hơn, hoặc mã có ít chữ hơn.</translation>
    </message>
    <message>
        <source>This printer is not set up on this computer any more.</source>
        <translation>Máy in này không còn được cài trên máy tính.</translation>
    </message>
    <message>
        <source>Nothing was printed.</source>
        <translation>Chưa in gì.</translation>
    </message>
    <message>
        <source>The printer is paused or takes no jobs now.</source>
        <translation>Máy in đang tạm dừng hoặc không nhận lệnh in.</translation>
    </message>
    <message>
        <source>Look at the printer and resume it, then print again.</source>
        <translation>Hãy kiểm tra máy in và cho chạy tiếp, rồi in lại.</translation>
    </message>
    <message>
        <source>The platform could not be reached.</source>
        <translation>Không kết nối được với nền tảng.</translation>
    </message>
    <message>
        <source>Check the network and the platform's address, then try again.</source>
        <translation>Kiểm tra mạng và địa chỉ của nền tảng, rồi thử lại.</translation>
    </message>
    <message>
        <source>The platform did not accept this.</source>
        <translation>Nền tảng không chấp nhận yêu cầu này.</translation>
    </message>
    <message>
        <source>Nothing was lost; entries wait here.</source>
        <translation>Không mất dữ liệu nào; các lượt ra vào chờ tại đây.</translation>
    </message>
    <message>
        <source>Check the enrolment code and the address with whoever runs the platform.</source>
        <translation>Kiểm tra mã đăng ký và địa chỉ với đơn vị vận hành nền tảng.</translation>
    </message>
    <message>
        <source>Ask a supervisor or an administrator to sign in.</source>
        <translation>Hãy nhờ người giám sát hoặc người quản trị đăng nhập.</translation>
    </message>
    <message>
        <source>Nobody was signed in.</source>
        <translation>Chưa có ai đăng nhập.</translation>
    </message>
    <message>
        <source>Type the PIN again. After each wrong one the next takes longer.</source>
        <translation>Hãy nhập lại mã PIN. Sau mỗi lần sai, thời gian chờ sẽ lâu hơn.</translation>
    </message>
    <message>
        <source>Wait a little, then type the PIN again.</source>
        <translation>Hãy chờ một lát rồi nhập lại mã PIN.</translation>
    </message>
    <message>
        <source>Unlock the keychain, bring the key file back, or use the recovery sheet.</source>
        <translation>Hãy mở kho lưu khóa của máy, đưa tệp khóa về chỗ cũ, hoặc dùng tờ khôi phục.</translation>
    </message>
    <message>
        <source>This is a backup of another desk's data folder.</source>
        <translation>Đây là bản sao lưu của thư mục dữ liệu thuộc một quầy khác.</translation>
    </message>
    <message>
        <source>Choose a backup of this folder, or open the data folder that it belongs to.</source>
        <translation>Hãy chọn bản sao lưu của thư mục này, hoặc mở thư mục dữ liệu mà bản sao lưu thuộc về.</translation>
    </message>
    <message>
        <source>The date or time of this computer may be wrong.</source>
        <translation>Ngày hoặc giờ của máy tính này có thể bị sai.</translation>
    </message>
    <message>
        <source>No data were destroyed: a clock that runs ahead would take them all.</source>
        <translation>Chưa xóa dữ liệu nào: nếu đồng hồ chạy nhanh, toàn bộ dữ liệu sẽ bị xóa nhầm.</translation>
    </message>
    <message>
        <source>Close the other program; this window then carries on by itself.</source>
        <translation>Hãy đóng chương trình kia; cửa sổ này sẽ tự ghi tiếp.</translation>
    </message>
    <message>
        <source>Free some space on the disk, then try again.</source>
        <translation>Hãy dọn bớt ổ đĩa rồi thử lại.</translation>
    </message>
    <message>
        <source>Try again. If it fails again, restart the program and write visitors down on paper meanwhile.</source>
        <translation>Hãy thử lại. Nếu vẫn không ghi được, khởi động lại chương trình và tạm ghi khách ra giấy.</translation>
    </message>
    <message>
        <source>This entry no longer counts.</source>
        <translation>Lượt này không còn hiệu lực.</translation>
    </message>
    <message>
        <source>Choose another printer, or save it as a PDF file.</source>
        <translation>Hãy chọn máy in khác, hoặc lưu thành tệp PDF.</translation>
    </message>
    <message>
        <source>Nothing was lost; entries wait here until the connection is back.</source>
        <translation>Không mất dữ liệu nào; các lượt ra vào chờ tại đây cho đến khi có mạng trở lại.</translation>
    </message>
    <message>
        <source>The person signed in may not do this.</source>
        <translation>Người đang đăng nhập không được phép làm việc này.</translation>
    </message>
    <message>
        <source>The name and PIN do not match.</source>
        <translation>Tên và mã PIN không khớp.</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>Trước đó mã PIN đã bị nhập sai.</translation>
    </message>
    <message>
        <source>This PIN was not checked.</source>
        <translation>Mã PIN lần này chưa được kiểm tra.</translation>
    </message>
    <message>
        <source>Part of the records has not been restored yet.</source>
        <translation>Một phần hồ sơ chưa được khôi phục xong.</translation>
    </message>
    <message>
        <source>No data were destroyed: what is still to be restored may belong to somebody who still visits.</source>
        <translation>Chưa xóa dữ liệu nào: phần sắp khôi phục có thể là của người vẫn còn ra vào.</translation>
    </message>
    <message>
        <source>Wait until everything is restored; if restoring was stopped, restore the backup again. Data past their term are then destroyed automatically.</source>
        <translation>Hãy đợi đến khi khôi phục xong; bản sao lưu đã dừng khôi phục giữa chừng thì khôi phục lại một lần nữa. Sau đó dữ liệu quá thời hạn lưu trữ sẽ tự động bị xóa.</translation>
    </message>
    <message>
        <source>Set the right date and time, preferably from a time server, and start the program again. After the computer was off for long, a correct date counts again once the desk has been in use for two weeks.</source>
        <translation>Hãy chỉnh lại đúng ngày giờ, tốt nhất là đồng bộ với máy chủ thời gian, rồi khởi động lại chương trình. Nếu máy tính đã tắt trong thời gian dài, ngày đúng sẽ được công nhận lại sau khi quầy hoạt động trở lại được hai tuần.</translation>
    </message>
</context>
<context>
    <name>ExpectedFileText</name>
    <message>
        <source>name</source>
        <translation>tên</translation>
    </message>
    <message>
        <source>time</source>
        <translation>giờ</translation>
    </message>
    <message>
        <source>whom they visit</source>
        <translation>người cần gặp</translation>
    </message>
    <message>
        <source>day</source>
        <translation>ngày</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>điện thoại</translation>
    </message>
    <message>
        <source>year of birth</source>
        <translation>năm sinh</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>mục đích</translation>
    </message>
    <message>
        <source>document number</source>
        <translation>số giấy tờ</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>thiếu %1</translation>
    </message>
    <message>
        <source>%1 is too long</source>
        <translation>%1 dài quá</translation>
    </message>
    <message>
        <source>%1 cannot be understood</source>
        <translation>không hiểu được %1</translation>
    </message>
    <message>
        <source>The file is too large. Take one with 2 MB at most.</source>
        <translation>Tệp lớn quá. Hãy dùng tệp không quá 2 MB.</translation>
    </message>
    <message>
        <source>There are too many lines in the file. Take 5000 at most.</source>
        <translation>Tệp có quá nhiều dòng. Hãy dùng không quá 5000 dòng.</translation>
    </message>
    <message>
        <source>The letters of this file cannot be read. Save it as CSV UTF-8.</source>
        <translation>Không đọc được chữ trong tệp này. Hãy lưu thành CSV UTF-8.</translation>
    </message>
    <message>
        <source>There is no column for the name. Call it “name”.</source>
        <translation>Không có cột họ tên. Hãy đặt tên cột là “Họ tên”.</translation>
    </message>
    <message>
        <source>A quotation mark in this file is never closed.</source>
        <translation>Trong tệp có dấu ngoặc kép không đóng.</translation>
    </message>
    <message>
        <source>The file cannot be opened.</source>
        <translation>Không mở được tệp.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Người cần gặp</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <source>Room 101</source>
        <translation>Phòng 101</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Họp</translation>
    </message>
    <message>
        <source>Room 202</source>
        <translation>Phòng 202</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Giao hàng</translation>
    </message>
    <message>
        <source>%1 contains invisible characters</source>
        <translation>%1 có ký tự không nhìn thấy được</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Tệp này trống.</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>The code cannot be read at %1 dpi. It is not printed.</source>
        <translation>Không đọc được mã ở %1 dpi. Mã không được in.</translation>
    </message>
    <message>
        <source>The code reads as something else. It is not printed.</source>
        <translation>Mã đọc ra nội dung khác. Mã không được in.</translation>
    </message>
    <message>
        <source>The code would be %1 mm wide; this layout needs %2 mm. Choose a larger one.</source>
        <translation>Mã sẽ chỉ rộng %1 mm; khổ này cần %2 mm. Hãy chọn khổ lớn hơn.</translation>
    </message>
    <message>
        <source>The code is %1 mm wide. On a wall %2 mm are advised.</source>
        <translation>Mã rộng %1 mm. Trên tường nên rộng %2 mm.</translation>
    </message>
    <message>
        <source>The squares of the code are %1 mm wide; telephones need %2 mm. Choose a larger layout.</source>
        <translation>Ô vuông của mã rộng %1 mm; điện thoại cần %2 mm. Hãy chọn khổ lớn hơn.</translation>
    </message>
    <message>
        <source>The contrast is too low for reading.</source>
        <translation>Độ tương phản quá thấp, không đọc được.</translation>
    </message>
    <message>
        <source>Something is printed too close to the code.</source>
        <translation>Có nội dung in quá sát mã.</translation>
    </message>
    <message>
        <source>Hold the printed poster up to the camera, so that all of it is in the picture.</source>
        <translation>Giơ tờ áp phích đã in trước camera, sao cho cả tờ nằm trong hình.</translation>
    </message>
    <message>
        <source>This is another poster of this venue.</source>
        <translation>Đây là áp phích khác của địa điểm này.</translation>
    </message>
    <message>
        <source>This code was not printed by this desk.</source>
        <translation>Mã này không phải do quầy này in.</translation>
    </message>
    <message>
        <source>Printed at %1 % of its size. Print again without “fit to page”.</source>
        <translation>Bản in chỉ bằng %1 % kích thước. Hãy in lại và tắt “vừa trang giấy”.</translation>
    </message>
    <message>
        <source>Printed at %1 % of its size. Print again at 100 %.</source>
        <translation>Bản in bằng %1 % kích thước. Hãy in lại ở 100 %.</translation>
    </message>
    <message>
        <source>The right poster, and readable. For its size, show the whole sheet before something dark.</source>
        <translation>Đúng áp phích và đọc được. Để kiểm tra kích thước, hãy giơ cả tờ trước nền tối.</translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message>
        <source>no answer</source>
        <translation>không phản hồi</translation>
    </message>
    <message>
        <source>Last read %1</source>
        <translation>Lần đọc cuối: %1</translation>
    </message>
    <message>
        <source>Nothing read yet</source>
        <translation>Chưa đọc gì</translation>
    </message>
    <message numerus="yes">
        <source>%n read(s) today</source>
        <translation>
            <numerusform>%n lượt đọc hôm nay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trouble(s) today</source>
        <translation>
            <numerusform>%n sự cố hôm nay</numerusform>
        </translation>
    </message>
    <message>
        <source>last: %1</source>
        <translation>gần nhất: %1</translation>
    </message>
    <message>
        <source>sends twice</source>
        <translation>gửi hai lần</translation>
    </message>
    <message>
        <source>This scanner sends every code twice. The desk counts it once; set the scanner to read a code only once with a code in its manual.</source>
        <translation>Máy quét này gửi mỗi mã hai lần. Quầy chỉ tính một lần; dùng mã trong sách hướng dẫn để đặt máy quét chỉ đọc mỗi mã một lần.</translation>
    </message>
</context>
<context>
    <name>ProofWords</name>
    <message>
        <source>the database file is damaged</source>
        <translation>tệp cơ sở dữ liệu bị hỏng</translation>
    </message>
    <message>
        <source>a line of the ledger was changed, taken out or put in</source>
        <translation>một dòng trong sổ nhật ký đã bị sửa, rút ra hoặc chèn vào</translation>
    </message>
    <message>
        <source>the ledger is not the one that a signed head was made of</source>
        <translation>sổ nhật ký không phải là sổ đã được ký chốt</translation>
    </message>
    <message>
        <source>an entry or a visitor is not as it was written</source>
        <translation>một lượt hoặc một khách không còn đúng như khi được ghi</translation>
    </message>
    <message>
        <source>an entry or a visitor is gone</source>
        <translation>một lượt hoặc một khách đã mất</translation>
    </message>
    <message>
        <source>there is an entry or a visitor that the ledger does not know</source>
        <translation>có một lượt hoặc một khách mà sổ nhật ký không biết</translation>
    </message>
    <message>
        <source>sealed data are not those that were written, or do not open</source>
        <translation>dữ liệu niêm phong không phải dữ liệu đã ghi hoặc không mở được</translation>
    </message>
    <message>
        <source>who is inside is not what the entries come to</source>
        <translation>số người đang ở trong không khớp với các lượt đã ghi</translation>
    </message>
    <message>
        <source>what was recorded is not what was sent, waits or was rejected</source>
        <translation>số lượt đã ghi không bằng tổng số đã gửi, chờ gửi và bị từ chối</translation>
    </message>
    <message>
        <source>The record is as it was written: %1 entries and %2 visitors, up to %3.</source>
        <translation>Dữ liệu còn nguyên như khi được ghi: %1 lượt và %2 khách, tính đến %3.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>bây giờ</translation>
    </message>
    <message>
        <source>Something is wrong with the record since %1: %2.</source>
        <translation>Dữ liệu có sai lệch từ %1: %2.</translation>
    </message>
    <message>
        <source>Something is wrong with the record: %1.</source>
        <translation>Dữ liệu có sai lệch: %1.</translation>
    </message>
    <message>
        <source>Further findings: %1.</source>
        <translation>Số phát hiện khác: %1.</translation>
    </message>
    <message>
        <source>Reading the database</source>
        <translation>Đang đọc cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>Following the ledger</source>
        <translation>Đang dò sổ nhật ký</translation>
    </message>
    <message>
        <source>Comparing entries and visitors</source>
        <translation>Đang đối chiếu lượt và khách</translation>
    </message>
    <message>
        <source>Opening the seals</source>
        <translation>Đang mở niêm phong</translation>
    </message>
    <message>
        <source>Counting who is inside</source>
        <translation>Đang đếm người ở trong</translation>
    </message>
    <message>
        <source>Counting what was sent</source>
        <translation>Đang đếm số đã gửi</translation>
    </message>
    <message>
        <source>the figures kept of a day are not what the record adds up to</source>
        <translation>số liệu lưu của một ngày không khớp với sổ ghi nhận</translation>
    </message>
    <message>
        <source>the database file</source>
        <translation>tệp cơ sở dữ liệu</translation>
    </message>
    <message>
        <source>the ledger</source>
        <translation>sổ nhật ký</translation>
    </message>
    <message>
        <source>entries and visitors</source>
        <translation>lượt và khách</translation>
    </message>
    <message>
        <source>the seals</source>
        <translation>niêm phong</translation>
    </message>
    <message>
        <source>who is inside</source>
        <translation>số người đang ở trong</translation>
    </message>
    <message>
        <source>what was sent</source>
        <translation>số đã gửi</translation>
    </message>
    <message>
        <source>Stopped before anything was checked to its end.</source>
        <translation>Đã dừng trước khi kiểm tra xong phần nào.</translation>
    </message>
    <message>
        <source>Stopped. Checked: %1. Not checked: %2.</source>
        <translation>Đã dừng. Đã kiểm tra: %1. Chưa kiểm tra: %2.</translation>
    </message>
    <message>
        <source>Nothing is wrong with what was checked.</source>
        <translation>Phần đã kiểm tra không có sai lệch.</translation>
    </message>
    <message>
        <source>The record lacks entries that the backup of %1 holds: %2. Restoring that backup brings them back. If nobody knows why they are missing, the end of the record may have been cut off.</source>
        <translation>Dữ liệu thiếu những lượt có trong bản sao lưu lúc %1: %2. Khôi phục bản sao lưu đó thì các lượt này trở lại. Nếu không ai biết vì sao thiếu, có thể phần cuối của dữ liệu đã bị cắt mất.</translation>
    </message>
    <message>
        <source>the backups</source>
        <translation>các bản sao lưu</translation>
    </message>
    <message>
        <source>Comparing with the backups</source>
        <translation>Đang so với các bản sao lưu</translation>
    </message>
    <message>
        <source>Delete nothing, tell the administrator, and compare with the last backup.</source>
        <translation>Đừng xóa gì; hãy báo người quản trị và đối chiếu với bản sao lưu gần nhất.</translation>
    </message>
</context>
<context>
    <name>PurposeWords</name>
    <message>
        <source>Visiting a patient</source>
        <translation>Thăm người bệnh</translation>
    </message>
    <message>
        <source>Medical examination</source>
        <translation>Khám bệnh</translation>
    </message>
    <message>
        <source>Fetching results</source>
        <translation>Lấy kết quả</translation>
    </message>
    <message>
        <source>Working appointment</source>
        <translation>Làm việc</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Giao hàng</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>Ổ đĩa</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Không rõ</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>&amp;Chọn tất cả</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>&amp;Tăng</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>&amp;Giảm</translation>
    </message>
</context>
<context>
    <name>QCupsJobWidget</name>
    <message>
        <source>Job</source>
        <translation>Lệnh in</translation>
    </message>
    <message>
        <source>Job Control</source>
        <translation>Điều khiển lệnh in</translation>
    </message>
    <message>
        <source>Scheduled printing:</source>
        <translation>Giờ in:</translation>
    </message>
    <message>
        <source>Billing information:</source>
        <translation>Thông tin thanh toán:</translation>
    </message>
    <message>
        <source>Job priority:</source>
        <translation>Mức ưu tiên:</translation>
    </message>
    <message>
        <source>Banner Pages</source>
        <translation>Trang bìa</translation>
    </message>
    <message>
        <source>End:</source>
        <translation>Cuối:</translation>
    </message>
    <message>
        <source>Start:</source>
        <translation>Đầu:</translation>
    </message>
    <message>
        <source>Print Immediately</source>
        <translation>In ngay</translation>
    </message>
    <message>
        <source>Hold Indefinitely</source>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Day (06:00 to 17:59)</source>
        <translation>Ban ngày (06:00 đến 17:59)</translation>
    </message>
    <message>
        <source>Night (18:00 to 05:59)</source>
        <translation>Ban đêm (18:00 đến 05:59)</translation>
    </message>
    <message>
        <source>Second Shift (16:00 to 23:59)</source>
        <translation>Ca hai (16:00 đến 23:59)</translation>
    </message>
    <message>
        <source>Third Shift (00:00 to 07:59)</source>
        <translation>Ca ba (00:00 đến 07:59)</translation>
    </message>
    <message>
        <source>Weekend (Saturday to Sunday)</source>
        <translation>Cuối tuần (Thứ Bảy đến Chủ Nhật)</translation>
    </message>
    <message>
        <source>Specific Time</source>
        <translation>Giờ khác</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Không có</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Thông thường</translation>
    </message>
    <message>
        <source>Unclassified</source>
        <translation>Không mật</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Lưu hành hạn chế</translation>
    </message>
    <message>
        <source>Classified</source>
        <translation>Có độ mật</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Tối mật</translation>
    </message>
    <message>
        <source>Top Secret</source>
        <translation>Tuyệt mật</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Tìm trong:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Tên tệp:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Loại tệp:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Mở</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Lưu</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Chọn</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>Lưu thành</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translation>Tìm thư mục</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Thư mục:</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Tiến tới</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Thư mục cấp trên</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translation>Thư mục mới</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Dạng danh sách</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Dạng chi tiết</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translation>%1 đã có.
Bạn có muốn ghi đè không?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Trở lại</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translation>Đi tiếp</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translation>Lên thư mục cha</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translation>Tạo thư mục mới</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translation>Xem dạng danh sách</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translation>Xem dạng chi tiết</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Thanh bên</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translation>Các nơi lưu thường dùng</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Show </source>
        <translation>Hiện </translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>Đổ&amp;i tên</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Xóa</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translation>Hiện tệp ẩ&amp;n</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translation>Thư mục &amp;mới</translation>
    </message>
    <message>
        <source>Directories</source>
        <translation>Thư mục</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Kích thước</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translation>Ngày sửa</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Máy tính</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Loại</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cắt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>QPageSetupWidget</name>
    <message>
        <source>Paper</source>
        <translation>Giấy</translation>
    </message>
    <message>
        <source>Page size:</source>
        <translation>Khổ giấy:</translation>
    </message>
    <message>
        <source>Width:</source>
        <translation>Chiều rộng:</translation>
    </message>
    <message>
        <source>Height:</source>
        <translation>Chiều cao:</translation>
    </message>
    <message>
        <source>Paper source:</source>
        <translation>Nguồn giấy:</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Hướng giấy</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dọc</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>Reverse landscape</source>
        <translation>Ngang, ngược đầu</translation>
    </message>
    <message>
        <source>Reverse portrait</source>
        <translation>Dọc, ngược đầu</translation>
    </message>
    <message>
        <source>Margins</source>
        <translation>Lề</translation>
    </message>
    <message>
        <source>top margin</source>
        <translation>lề trên</translation>
    </message>
    <message>
        <source>left margin</source>
        <translation>lề trái</translation>
    </message>
    <message>
        <source>right margin</source>
        <translation>lề phải</translation>
    </message>
    <message>
        <source>bottom margin</source>
        <translation>lề dưới</translation>
    </message>
    <message>
        <source>Page Layout</source>
        <translation>Bố trí trang</translation>
    </message>
    <message>
        <source>Page order:</source>
        <translation>Thứ tự trang:</translation>
    </message>
    <message>
        <source>Pages per sheet:</source>
        <translation>Số trang trên một tờ:</translation>
    </message>
    <message>
        <source>Millimeters (mm)</source>
        <translation>Milimét (mm)</translation>
    </message>
    <message>
        <source>Inches (in)</source>
        <translation>Inch (in)</translation>
    </message>
    <message>
        <source>Points (pt)</source>
        <translation>Điểm in (pt)</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Tự đặt</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Đồng ý</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy bỏ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Có</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Không</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Bỏ</translation>
    </message>
</context>
<context>
    <name>QPrintDialog</name>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;In</translation>
    </message>
    <message>
        <source>&amp;Options &gt;&gt;</source>
        <translation>&amp;Tùy chọn &gt;&gt;</translation>
    </message>
    <message>
        <source>&amp;Options &lt;&lt;</source>
        <translation>&amp;Tùy chọn &lt;&lt;</translation>
    </message>
    <message>
        <source>Print to File (PDF)</source>
        <translation>In ra tệp (PDF)</translation>
    </message>
    <message>
        <source>Local file</source>
        <translation>Tệp trên máy này</translation>
    </message>
    <message>
        <source>Write PDF file</source>
        <translation>Ghi tệp PDF</translation>
    </message>
    <message>
        <source>Print To File ...</source>
        <translation>In ra tệp…</translation>
    </message>
    <message>
        <source>%1 is a directory.
Please choose a different file name.</source>
        <translation>%1 là một thư mục.
Vui lòng chọn tên tệp khác.</translation>
    </message>
    <message>
        <source>File %1 is not writable.
Please choose a different file name.</source>
        <translation>Không ghi được vào tệp %1.
Vui lòng chọn tên tệp khác.</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to overwrite it?</source>
        <translation>%1 đã có.
Quý vị có muốn ghi đè không?</translation>
    </message>
    <message>
        <source>Options 'Pages Per Sheet' and 'Page Set' cannot be used together.
Please turn one of those options off.</source>
        <translation>Không dùng cùng lúc “Số trang trên một tờ” và “Nhóm trang” được.
Vui lòng tắt một trong hai.</translation>
    </message>
    <message>
        <source>The 'From' value cannot be greater than the 'To' value.</source>
        <translation>Trang bắt đầu không được lớn hơn trang kết thúc.</translation>
    </message>
    <message>
        <source>Invalid Pages Definition</source>
        <translation>Trang cần in không hợp lệ</translation>
    </message>
    <message>
        <source>%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define ranges and make sure ranges do not intersect with each other.</source>
        <translation>%1 không đúng cách viết. Vui lòng dùng dấu “,” giữa các trang và khoảng trang, dấu “-” cho một khoảng, và các khoảng không được trùng nhau.</translation>
    </message>
    <message>
        <source>Duplicate Pages</source>
        <translation>Trang bị trùng</translation>
    </message>
    <message>
        <source>Conflicts in Printer Options</source>
        <translation>Tùy chọn máy in mâu thuẫn nhau</translation>
    </message>
    <message>
        <source>There are conflicts in the printer options. Do you want to fix them?</source>
        <translation>Một số tùy chọn của máy in mâu thuẫn nhau. Quý vị có muốn sửa không?</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <source>All Pages</source>
        <translation>Mọi trang</translation>
    </message>
    <message>
        <source>Odd Pages</source>
        <translation>Trang lẻ</translation>
    </message>
    <message>
        <source>Even Pages</source>
        <translation>Trang chẵn</translation>
    </message>
    <message>
        <source>Left to Right, Top to Bottom</source>
        <translation>Trái sang phải, trên xuống dưới</translation>
    </message>
    <message>
        <source>Left to Right, Bottom to Top</source>
        <translation>Trái sang phải, dưới lên trên</translation>
    </message>
    <message>
        <source>Right to Left, Bottom to Top</source>
        <translation>Phải sang trái, dưới lên trên</translation>
    </message>
    <message>
        <source>Right to Left, Top to Bottom</source>
        <translation>Phải sang trái, trên xuống dưới</translation>
    </message>
    <message>
        <source>Bottom to Top, Left to Right</source>
        <translation>Dưới lên trên, trái sang phải</translation>
    </message>
    <message>
        <source>Bottom to Top, Right to Left</source>
        <translation>Dưới lên trên, phải sang trái</translation>
    </message>
    <message>
        <source>Top to Bottom, Left to Right</source>
        <translation>Trên xuống dưới, trái sang phải</translation>
    </message>
    <message>
        <source>Top to Bottom, Right to Left</source>
        <translation>Trên xuống dưới, phải sang trái</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesDialog</name>
    <message>
        <source>Printer Properties</source>
        <translation>Thuộc tính máy in</translation>
    </message>
    <message>
        <source>Job Options</source>
        <translation>Tùy chọn của lệnh in</translation>
    </message>
</context>
<context>
    <name>QPrintPropertiesWidget</name>
    <message>
        <source>Page</source>
        <translation>Trang</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Nâng cao</translation>
    </message>
    <message>
        <source>There are conflicts in some options. Please fix them.</source>
        <translation>Một số tùy chọn mâu thuẫn nhau. Vui lòng sửa lại.</translation>
    </message>
</context>
<context>
    <name>QPrintSettingsOutput</name>
    <message>
        <source>Print range</source>
        <translation>Phạm vi in</translation>
    </message>
    <message>
        <source>Print all</source>
        <translation>In tất cả</translation>
    </message>
    <message>
        <source>Pages from</source>
        <translation>Từ trang</translation>
    </message>
    <message>
        <source>to</source>
        <translation>đến</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Các trang</translation>
    </message>
    <message>
        <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
        <translation>Ghi các trang hoặc khoảng trang, cách nhau bằng dấu phẩy; khoảng trang là hai số nối bằng dấu gạch. Ví dụ: 3,5-7,9 in các trang 3, 5, 6, 7 và 9.</translation>
    </message>
    <message>
        <source>Current Page</source>
        <translation>Trang hiện tại</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Phần đã chọn</translation>
    </message>
    <message>
        <source>Page Set:</source>
        <translation>Nhóm trang:</translation>
    </message>
    <message>
        <source>Output Settings</source>
        <translation>Cách in</translation>
    </message>
    <message>
        <source>Copies:</source>
        <translation>Số bản:</translation>
    </message>
    <message>
        <source>Collate</source>
        <translation>In lần lượt từng bộ</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Thứ tự ngược</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Số bản</translation>
    </message>
    <message>
        <source>Color Mode</source>
        <translation>Màu</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>In màu</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>Thang xám</translation>
    </message>
    <message>
        <source>Double Sided Printing</source>
        <translation>In hai mặt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Long side binding</source>
        <translation>Lật theo cạnh dài</translation>
    </message>
    <message>
        <source>Short side binding</source>
        <translation>Lật theo cạnh ngắn</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tùy chọn</translation>
    </message>
</context>
<context>
    <name>QPrintWidget</name>
    <message>
        <source>Printer</source>
        <translation>Máy in</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>Tê&amp;n:</translation>
    </message>
    <message>
        <source>P&amp;roperties</source>
        <translation>Th&amp;uộc tính</translation>
    </message>
    <message>
        <source>Location:</source>
        <translation>Vị trí:</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>Type:</source>
        <translation>Loại:</translation>
    </message>
    <message>
        <source>Output &amp;file:</source>
        <translation>Tệp &amp;kết quả:</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translation>Cuộn sang trái</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translation>Cuộn sang phải</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Hoàn tác</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Làm lại</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Cắt</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Sao chép</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Dán</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Chọn tất cả</translation>
    </message>
</context>
<context>
    <name>ReadyWords</name>
    <message>
        <source>A photo can also be dropped on the window or pasted with Ctrl+V.</source>
        <translation>Cũng có thể thả ảnh vào cửa sổ hoặc dán bằng Ctrl+V.</translation>
    </message>
    <message>
        <source>CANNOT RECORD</source>
        <translation>KHÔNG GHI ĐƯỢC</translation>
    </message>
    <message>
        <source>Nothing that is scanned now is recorded.</source>
        <translation>Lượt quét lúc này không được ghi.</translation>
    </message>
    <message>
        <source>Write visitors down on paper until this is settled.</source>
        <translation>Hãy tạm ghi khách ra giấy cho đến khi xử lý xong.</translation>
    </message>
    <message>
        <source>OPENING</source>
        <translation>ĐANG MỞ</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Xin chờ giây lát.</translation>
    </message>
    <message>
        <source>No camera and no scanner is working.</source>
        <translation>Chưa có camera hay máy quét nào hoạt động.</translation>
    </message>
    <message>
        <source>READY</source>
        <translation>SẴN SÀNG</translation>
    </message>
    <message>
        <source>Citizen card, personal QR code, health-insurance card and passport are read.</source>
        <translation>Đọc được thẻ căn cước, mã QR cá nhân, thẻ bảo hiểm y tế và hộ chiếu.</translation>
    </message>
    <message>
        <source>SCAN A CODE</source>
        <translation>MỜI QUÉT MÃ</translation>
    </message>
    <message>
        <source>No device has read anything yet.</source>
        <translation>Chưa thiết bị nào đọc được mã.</translation>
    </message>
    <message>
        <source>A handheld scanner is known to work by its first scan.</source>
        <translation>Máy quét cầm tay có hoạt động hay không sẽ rõ ở lần quét đầu tiên.</translation>
    </message>
    <message>
        <source>Waiting for a code.</source>
        <translation>Đang chờ mã.</translation>
    </message>
    <message>
        <source>Forms to print: Reports (F5), Paper day, Ctrl+P. Once it works again, type them in there.</source>
        <translation>In phiếu giấy: Báo cáo (F5), Ngày ghi giấy, Ctrl+P. Khi ghi lại được, nhập các phiếu ở đó.</translation>
    </message>
    <message>
        <source>CANNOT SCAN</source>
        <translation>CHƯA QUÉT ĐƯỢC</translation>
    </message>
    <message>
        <source>Plug one in. Until then record by hand (Ctrl+N).</source>
        <translation>Hãy cắm camera hoặc máy quét. Trong lúc chờ, nhập tay (Ctrl+N).</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Unknown code</source>
        <translation>Mã không rõ</translation>
    </message>
    <message>
        <source>This is not a visitor's code.</source>
        <translation>Đây không phải mã của khách.</translation>
    </message>
    <message>
        <source>Venue's code</source>
        <translation>Mã địa điểm</translation>
    </message>
    <message>
        <source>This is a place's code or a web address, not a person's code.</source>
        <translation>Đây là mã địa điểm hoặc địa chỉ trang web, không phải mã của một người.</translation>
    </message>
    <message>
        <source>Ask the visitor for a code of their own.</source>
        <translation>Hãy đề nghị khách đưa mã của mình.</translation>
    </message>
    <message>
        <source>Payment code</source>
        <translation>Mã thanh toán</translation>
    </message>
    <message>
        <source>This is a payment code.</source>
        <translation>Đây là mã thanh toán.</translation>
    </message>
    <message>
        <source>Ask the visitor for the citizen card or the personal QR code.</source>
        <translation>Hãy xin thẻ căn cước hoặc mã QR cá nhân của khách.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Chứng nhận</translation>
    </message>
    <message>
        <source>Invalid number</source>
        <translation>Số không hợp lệ</translation>
    </message>
    <message>
        <source>The number in this code is not valid.</source>
        <translation>Số trong mã này không hợp lệ.</translation>
    </message>
    <message>
        <source>Scan again. If it stays, ask for another paper.</source>
        <translation>Hãy quét lại. Nếu vẫn vậy, xin giấy tờ khác.</translation>
    </message>
    <message>
        <source>Misread document</source>
        <translation>Giấy tờ bị đọc sai</translation>
    </message>
    <message>
        <source>A check digit of the document is wrong.</source>
        <translation>Số kiểm tra trên giấy tờ bị sai.</translation>
    </message>
    <message>
        <source>Scan the document again, flat and in good light.</source>
        <translation>Hãy quét lại giấy tờ, đặt phẳng và đủ sáng.</translation>
    </message>
    <message>
        <source>Two scans at once</source>
        <translation>Hai lượt quét dính nhau</translation>
    </message>
    <message>
        <source>Two scans ran together.</source>
        <translation>Hai lượt quét bị dính vào nhau.</translation>
    </message>
    <message>
        <source>Scan both codes again, one after the other.</source>
        <translation>Hãy quét lại cả hai mã, từng mã một.</translation>
    </message>
    <message>
        <source>No code</source>
        <translation>Không có mã</translation>
    </message>
    <message>
        <source>There is no code in this picture.</source>
        <translation>Trong ảnh này không có mã.</translation>
    </message>
    <message>
        <source>Take a sharp photo that shows the whole code.</source>
        <translation>Hãy chụp ảnh rõ nét, thấy trọn mã.</translation>
    </message>
    <message>
        <source>Two persons</source>
        <translation>Hai người</translation>
    </message>
    <message>
        <source>The codes of two persons are in the picture.</source>
        <translation>Có mã của hai người trong khung hình.</translation>
    </message>
    <message>
        <source>Nobody was recorded. Hold up one code at a time.</source>
        <translation>Chưa ghi ai cả. Hãy đưa từng mã một.</translation>
    </message>
    <message>
        <source>Already inside</source>
        <translation>Đã ở trong</translation>
    </message>
    <message>
        <source>This person is already inside.</source>
        <translation>Người này đã ở trong.</translation>
    </message>
    <message>
        <source>If the person is leaving, record that they leave.</source>
        <translation>Nếu khách đang ra về, hãy ghi lượt ra.</translation>
    </message>
    <message>
        <source>Leaves without an entry</source>
        <translation>Ra khi chưa ghi vào</translation>
    </message>
    <message>
        <source>Leaves, but no entry was recorded.</source>
        <translation>Ra khi chưa ghi lượt vào</translation>
    </message>
    <message>
        <source>Record that the person leaves, or that they come in.</source>
        <translation>Hãy ghi lượt ra, hoặc ghi lượt vào nếu khách đang vào.</translation>
    </message>
    <message>
        <source>Numbers do not match</source>
        <translation>Số giấy tờ không khớp</translation>
    </message>
    <message>
        <source>The numbers in this code belong to different people.</source>
        <translation>Các số trong mã này thuộc về nhiều người khác nhau.</translation>
    </message>
    <message>
        <source>Compare the card with the person, then record or leave it.</source>
        <translation>Hãy đối chiếu thẻ với người, rồi ghi hoặc bỏ qua.</translation>
    </message>
    <message>
        <source>The code is cut off; some data are missing.</source>
        <translation>Mã bị cắt mất một phần; thiếu một số thông tin.</translation>
    </message>
    <message>
        <source>The code hides a part of the number or of the date of birth.</source>
        <translation>Mã che một phần số hoặc ngày sinh.</translation>
    </message>
    <message>
        <source>The date of birth in the code does not exist; it was left out.</source>
        <translation>Ngày sinh trong mã không có thật; đã bỏ qua.</translation>
    </message>
    <message>
        <source>The date of issue in the code does not exist; it was left out.</source>
        <translation>Ngày cấp trong mã không có thật; đã bỏ qua.</translation>
    </message>
    <message>
        <source>The sex in the code cannot be read; it was left out.</source>
        <translation>Không đọc được giới tính trong mã; đã bỏ qua.</translation>
    </message>
    <message>
        <source>The name in the code cannot be read; it was left out.</source>
        <translation>Không đọc được họ tên trong mã; đã bỏ qua.</translation>
    </message>
    <message>
        <source>The address in the code cannot be read; it was left out.</source>
        <translation>Không đọc được địa chỉ trong mã; đã bỏ qua.</translation>
    </message>
    <message>
        <source>The phone number in the code is not valid; it was left out.</source>
        <translation>Số điện thoại trong mã không hợp lệ; đã bỏ qua.</translation>
    </message>
    <message>
        <source>The health-insurance number in the code is not valid; it was left out.</source>
        <translation>Số thẻ bảo hiểm y tế trong mã không hợp lệ; đã bỏ qua.</translation>
    </message>
    <message>
        <source>Left although no entry was recorded.</source>
        <translation>Đã ra khi chưa ghi lượt vào.</translation>
    </message>
    <message>
        <source>Citizen card</source>
        <translation>CCCD</translation>
    </message>
    <message>
        <source>Personal QR</source>
        <translation>QR cá nhân</translation>
    </message>
    <message>
        <source>Passport</source>
        <translation>Hộ chiếu</translation>
    </message>
    <message>
        <source>Visitor pass</source>
        <translation>Thẻ khách</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Nhập tay</translation>
    </message>
    <message>
        <source>The card number does not match the sex or year of birth: compare the card.</source>
        <translation>Số giấy tờ không khớp giới tính hoặc năm sinh: hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>The name was damaged and restored: compare with the card.</source>
        <translation>Họ tên bị lỗi chữ, đã khôi phục: hãy đối chiếu với thẻ.</translation>
    </message>
    <message>
        <source>The scanner garbled letters: turn off Vietnamese typing, scan again.</source>
        <translation>Máy quét gõ sai chữ: tắt bộ gõ tiếng Việt rồi quét lại.</translation>
    </message>
    <message>
        <source>Insurance card</source>
        <translation>BHYT</translation>
    </message>
    <message>
        <source>Our own poster</source>
        <translation>Áp phích của chính nơi này</translation>
    </message>
    <message>
        <source>This is this venue's poster, not a person's code.</source>
        <translation>Đây là áp phích của địa điểm này, không phải mã cá nhân.</translation>
    </message>
    <message>
        <source>Ask the visitor to show their personal code.</source>
        <translation>Đề nghị khách đưa mã cá nhân của mình.</translation>
    </message>
    <message>
        <source>Outdated poster</source>
        <translation>Áp phích đã cũ</translation>
    </message>
    <message>
        <source>This is a poster of this venue that a newer one has replaced.</source>
        <translation>Đây là áp phích của địa điểm này đã được thay bằng bản mới hơn.</translation>
    </message>
    <message>
        <source>Take it down and hang the newer one. Ask the visitor for a code of their own.</source>
        <translation>Hãy gỡ xuống và treo bản mới hơn. Đề nghị khách đưa mã của riêng mình.</translation>
    </message>
    <message>
        <source>Withdrawn poster</source>
        <translation>Áp phích đã thu hồi</translation>
    </message>
    <message>
        <source>This is a poster of this venue that was withdrawn.</source>
        <translation>Đây là áp phích của địa điểm này đã bị thu hồi.</translation>
    </message>
    <message>
        <source>Take it down. Ask the visitor for a code of their own.</source>
        <translation>Hãy gỡ xuống. Đề nghị khách đưa mã của riêng mình.</translation>
    </message>
    <message>
        <source>Forged poster</source>
        <translation>Áp phích giả</translation>
    </message>
    <message>
        <source>This poster names this venue, but the venue did not issue it.</source>
        <translation>Áp phích này ghi tên địa điểm này nhưng không do địa điểm phát hành.</translation>
    </message>
    <message>
        <source>Find out where it hangs and take it down.</source>
        <translation>Hãy tìm chỗ áp phích đang treo và gỡ xuống.</translation>
    </message>
    <message>
        <source>Another venue's poster</source>
        <translation>Áp phích của nơi khác</translation>
    </message>
    <message>
        <source>This is the poster of another venue.</source>
        <translation>Đây là áp phích của một địa điểm khác.</translation>
    </message>
    <message>
        <source>Poster not known here</source>
        <translation>Áp phích không rõ</translation>
    </message>
    <message>
        <source>This poster is not known at this desk.</source>
        <translation>Quầy này không biết áp phích này.</translation>
    </message>
    <message>
        <source>If another desk of the venue printed it, bring that desk's venue file here.</source>
        <translation>Nếu quầy khác của địa điểm đã in, hãy mang tệp địa điểm của quầy đó tới đây.</translation>
    </message>
    <message>
        <source>Forged pass</source>
        <translation>Thẻ khách giả</translation>
    </message>
    <message>
        <source>This pass looks like one of this venue, but the venue did not issue it.</source>
        <translation>Thẻ này trông giống thẻ của địa điểm này nhưng không do địa điểm phát hành.</translation>
    </message>
    <message>
        <source>Keep the pass and ask the visitor for the citizen card.</source>
        <translation>Giữ thẻ lại và đề nghị khách đưa căn cước công dân.</translation>
    </message>
    <message>
        <source>Pass not known here</source>
        <translation>Thẻ khách không rõ</translation>
    </message>
    <message>
        <source>This pass is not known at this desk.</source>
        <translation>Quầy này không biết thẻ này.</translation>
    </message>
    <message>
        <source>If another desk of the venue issued it, bring that desk's venue file here.</source>
        <translation>Nếu quầy khác của địa điểm đã cấp, hãy mang tệp địa điểm của quầy đó tới đây.</translation>
    </message>
    <message>
        <source>Pass has expired</source>
        <translation>Thẻ khách hết hạn</translation>
    </message>
    <message>
        <source>This visitor pass has expired.</source>
        <translation>Thẻ khách này đã hết hạn.</translation>
    </message>
    <message>
        <source>Issue a new pass, or ask for the citizen card.</source>
        <translation>Cấp thẻ mới hoặc đề nghị khách đưa căn cước công dân.</translation>
    </message>
    <message>
        <source>Pass was withdrawn</source>
        <translation>Thẻ khách đã thu hồi</translation>
    </message>
    <message>
        <source>This visitor pass was reported lost or withdrawn.</source>
        <translation>Thẻ khách này đã được báo mất hoặc bị thu hồi.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Lưu ý</translation>
    </message>
    <message>
        <source>This person is on the attention list.</source>
        <translation>Người này có trong danh sách lưu ý.</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Đã đủ người</translation>
    </message>
    <message>
        <source>As many people are inside as the venue may hold.</source>
        <translation>Số người bên trong đã đạt sức chứa.</translation>
    </message>
    <message>
        <source>Let people in as others leave.</source>
        <translation>Cho vào thêm khi có người ra.</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Ngoài giờ</translation>
    </message>
    <message>
        <source>The venue is closed at this hour.</source>
        <translation>Giờ này địa điểm không mở cửa.</translation>
    </message>
    <message>
        <source>Stay too short</source>
        <translation>Vừa vào</translation>
    </message>
    <message>
        <source>This person came in only a short while ago.</source>
        <translation>Người này mới vào cách đây ít phút.</translation>
    </message>
    <message>
        <source>If the person is leaving already, record that they leave.</source>
        <translation>Nếu người này đã về, hãy ghi là ra.</translation>
    </message>
    <message>
        <source>No declaration</source>
        <translation>Chưa khai báo</translation>
    </message>
    <message>
        <source>This person has not made a health declaration.</source>
        <translation>Người này chưa khai báo y tế.</translation>
    </message>
    <message>
        <source>Ask for the declaration, then let the person in or record nothing.</source>
        <translation>Đề nghị khai báo, rồi cho vào hoặc không ghi.</translation>
    </message>
    <message>
        <source>Declared symptoms</source>
        <translation>Khai có triệu chứng</translation>
    </message>
    <message>
        <source>This person's health declaration says symptoms or a contact.</source>
        <translation>Tờ khai y tế ghi có triệu chứng hoặc có tiếp xúc.</translation>
    </message>
    <message>
        <source>Follow the venue's rule for this, then let the person in or record nothing.</source>
        <translation>Làm theo quy định của địa điểm, rồi cho vào hoặc không ghi.</translation>
    </message>
    <message>
        <source>Own phone</source>
        <translation>Điện thoại cá nhân</translation>
    </message>
    <message>
        <source>This is a health certificate that cannot be read.</source>
        <translation>Đây là giấy chứng nhận y tế nhưng không đọc được.</translation>
    </message>
    <message>
        <source>Scan it again. If it stays, ask for the citizen card.</source>
        <translation>Hãy quét lại. Nếu vẫn vậy, đề nghị khách đưa căn cước công dân.</translation>
    </message>
    <message>
        <source>Forged certificate</source>
        <translation>Giấy chứng nhận giả</translation>
    </message>
    <message>
        <source>The signature of this certificate is wrong: it is forged or damaged.</source>
        <translation>Chữ ký trên giấy chứng nhận không đúng: giấy bị làm giả hoặc bị hỏng.</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>Không có giấy chứng nhận</translation>
    </message>
    <message>
        <source>No health certificate that is verified and valid was shown.</source>
        <translation>Khách chưa xuất trình giấy chứng nhận y tế đã được xác thực và còn hiệu lực.</translation>
    </message>
    <message>
        <source>Scan the certificate, or let the person in or record nothing.</source>
        <translation>Hãy quét giấy chứng nhận, hoặc cho khách vào, hoặc không ghi.</translation>
    </message>
    <message>
        <source>Just left</source>
        <translation>Vừa ra</translation>
    </message>
    <message>
        <source>This person left only a moment ago.</source>
        <translation>Người này vừa mới ra.</translation>
    </message>
    <message>
        <source>If the person is coming in again, record that they come in.</source>
        <translation>Nếu khách vào lại, hãy ghi lượt vào.</translation>
    </message>
    <message>
        <source>Read the note, then let the person in, or do not.</source>
        <translation>Đọc ghi chú, rồi cho vào hoặc không cho vào.</translation>
    </message>
    <message>
        <source>Ask for the citizen card, the personal QR code or the health-insurance card. Without any: record by hand (Ctrl+N).</source>
        <translation>Hãy xin thẻ căn cước, mã QR cá nhân hoặc thẻ bảo hiểm y tế. Khách không có thẻ nào: nhập tay (Ctrl+N).</translation>
    </message>
    <message>
        <source>Let the person in, or do not: then the refusal is kept.</source>
        <translation>Cho vào, hoặc không cho vào: khi đó việc từ chối được lưu lại.</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Entries</source>
        <translation>Lượt vào ra</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Lượt thăm</translation>
    </message>
    <message>
        <source>Report to the authorities</source>
        <translation>Báo cáo cấp trên</translation>
    </message>
    <message>
        <source>Who is inside</source>
        <translation>Người đang ở trong</translation>
    </message>
    <message>
        <source>One line per entry. Names and numbers are masked.</source>
        <translation>Mỗi lượt một dòng. Họ tên và số giấy tờ được che bớt.</translation>
    </message>
    <message>
        <source>In and out side by side, with the length of the stay. Estimated exits are marked.</source>
        <translation>Giờ vào và giờ ra trên một dòng, kèm thời gian ở lại. Lượt ra ước tính được đánh dấu.</translation>
    </message>
    <message>
        <source>One line for each day, without personal data: passages, persons, peak hour. A second file says what each column means.</source>
        <translation>Mỗi ngày một dòng, không có dữ liệu cá nhân: số lượt, số người, giờ cao điểm. Tệp thứ hai giải thích từng cột.</translation>
    </message>
    <message>
        <source>Everybody who is inside now; the time chosen does not matter.</source>
        <translation>Tất cả người đang ở trong lúc này, không phụ thuộc thời gian đã chọn.</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>See the data</source>
        <translation>Xem dữ liệu</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Chỉnh sửa</translation>
    </message>
    <message>
        <source>Withdraw consent</source>
        <translation>Rút đồng ý</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Xóa dữ liệu</translation>
    </message>
    <message>
        <source>Done on %1</source>
        <translation>Đã thực hiện ngày %1</translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n day(s)</source>
        <translation>
            <numerusform>Thực hiện chậm %n ngày</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n day(s) late</source>
        <translation>
            <numerusform>Trả lời chậm %n ngày</numerusform>
        </translation>
    </message>
    <message>
        <source>Do by %1</source>
        <translation>Hạn thực hiện %1</translation>
    </message>
    <message>
        <source>Answer by %1</source>
        <translation>Hạn trả lời %1</translation>
    </message>
    <message>
        <source>erased</source>
        <translation>đã xóa dữ liệu</translation>
    </message>
    <message>
        <source>nobody in the record</source>
        <translation>không có trong sổ</translation>
    </message>
    <message>
        <source>%1, received on %2 (%3)</source>
        <translation>%1, tiếp nhận ngày %2 (%3)</translation>
    </message>
    <message>
        <source>answered on %1</source>
        <translation>đã trả lời ngày %1</translation>
    </message>
    <message>
        <source>answer due on %1</source>
        <translation>hạn trả lời %1</translation>
    </message>
    <message>
        <source>done on %1</source>
        <translation>đã thực hiện ngày %1</translation>
    </message>
    <message>
        <source>to be done by %1</source>
        <translation>hạn thực hiện %1</translation>
    </message>
    <message>
        <source>Received on %1, %2, %3.</source>
        <translation>Tiếp nhận ngày %1, %2, %3.</translation>
    </message>
</context>
<context>
    <name>RescueWords</name>
    <message numerus="yes">
        <source>Entries that are missing: %n</source>
        <translation>
            <numerusform>Số lượt bị mất: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>(between %1 and %2).</source>
        <translation>(từ %1 đến %2).</translation>
    </message>
    <message>
        <source>(after %1).</source>
        <translation>(sau %1).</translation>
    </message>
    <message>
        <source>The database was damaged.</source>
        <translation>Cơ sở dữ liệu bị hỏng.</translation>
    </message>
    <message>
        <source>It was put aside unchanged, and what can be read of it is brought back now.</source>
        <translation>Tệp hỏng được giữ nguyên ở một nơi riêng; những gì còn đọc được đang được khôi phục.</translation>
    </message>
    <message>
        <source>Go on scanning.</source>
        <translation>Hãy tiếp tục quét.</translation>
    </message>
    <message numerus="yes">
        <source>The damaged database was read: entries that came back: %n.</source>
        <translation>
            <numerusform>Đã đọc xong cơ sở dữ liệu hỏng: số lượt đã khôi phục: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Some parts could not be read; no entry is known to be missing.</source>
        <translation>Một số phần không đọc được; không phát hiện lượt nào bị mất.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Không thiếu lượt nào.</translation>
    </message>
    <message>
        <source>The damaged file is kept in the data folder. Have the disk looked at.</source>
        <translation>Tệp hỏng được giữ trong thư mục dữ liệu. Hãy cho kiểm tra ổ đĩa.</translation>
    </message>
    <message>
        <source>The disk is nearly full: %1 are free.</source>
        <translation>Ổ đĩa sắp đầy: còn trống %1.</translation>
    </message>
    <message>
        <source>Everything is still recorded.</source>
        <translation>Mọi lượt vẫn được ghi.</translation>
    </message>
    <message>
        <source>Free some space. When the disk is full, scanning stops until there is room.</source>
        <translation>Hãy giải phóng dung lượng. Khi ổ đĩa đầy, việc quét dừng cho đến khi có chỗ trống.</translation>
    </message>
    <message numerus="yes">
        <source>The database had lost what was recorded last. Entries that came back: %n.</source>
        <translation>
            <numerusform>Cơ sở dữ liệu đã mất phần ghi nhận sau cùng. Số lượt được khôi phục: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Have the disk looked at.</source>
        <translation>Hãy cho kiểm tra ổ đĩa.</translation>
    </message>
</context>
<context>
    <name>ScannerWords</name>
    <message>
        <source>Every character arrived as it should.</source>
        <translation>Mọi ký tự đều đến đúng như trên mã.</translation>
    </message>
    <message>
        <source>The scanner and the computer use different keyboard layouts.</source>
        <translation>Máy quét và máy tính dùng hai kiểu bàn phím khác nhau.</translation>
    </message>
    <message>
        <source>Set the computer's keyboard to “English (US)”, or the scanner to the computer's layout with a code in its manual.</source>
        <translation>Đặt bàn phím của máy tính là “English (US)”, hoặc dùng mã trong sách hướng dẫn để đặt máy quét theo kiểu bàn phím của máy tính.</translation>
    </message>
    <message>
        <source>Small and capital letters are exchanged: Caps Lock is on.</source>
        <translation>Chữ thường và chữ hoa bị đổi chỗ: phím Caps Lock đang bật.</translation>
    </message>
    <message>
        <source>Press Caps Lock once, then scan the sheet again.</source>
        <translation>Nhấn Caps Lock một lần rồi quét lại tờ thử.</translation>
    </message>
    <message>
        <source>A typing tool rewrites the scan in the Telex way.</source>
        <translation>Bộ gõ tiếng Việt đang sửa nội dung quét theo kiểu Telex.</translation>
    </message>
    <message>
        <source>Switch the typing tool to English while scanning, or set the scanner to “USB serial” with a code in its manual.</source>
        <translation>Chuyển bộ gõ sang tiếng Anh khi quét, hoặc dùng mã trong sách hướng dẫn để đặt máy quét ở chế độ “USB serial”.</translation>
    </message>
    <message>
        <source>A typing tool rewrites the scan in the VNI way.</source>
        <translation>Bộ gõ tiếng Việt đang sửa nội dung quét theo kiểu VNI.</translation>
    </message>
    <message>
        <source>The scanner sends nothing behind a code, so the desk has to wait a moment.</source>
        <translation>Máy quét không gửi gì sau mỗi mã nên quầy phải chờ một chút.</translation>
    </message>
    <message>
        <source>Set the scanner to send Enter after each code.</source>
        <translation>Đặt máy quét gửi phím Enter sau mỗi mã.</translation>
    </message>
    <message>
        <source>The scanner sends a tab behind a code. The desk understands that.</source>
        <translation>Máy quét gửi phím Tab sau mỗi mã. Quầy vẫn hiểu.</translation>
    </message>
    <message>
        <source>The scanner types slowly.</source>
        <translation>Máy quét gõ chậm.</translation>
    </message>
    <message>
        <source>Set its delay between characters to none, or set it to “USB serial”.</source>
        <translation>Bỏ thời gian chờ giữa các ký tự, hoặc đặt máy quét ở chế độ “USB serial”.</translation>
    </message>
    <message>
        <source>The end of the text is missing.</source>
        <translation>Nội dung bị mất phần cuối.</translation>
    </message>
    <message>
        <source>Hold the scanner still and scan again; if it stays so, allow longer codes with a code in its manual.</source>
        <translation>Giữ yên máy quét và quét lại; nếu vẫn vậy, dùng mã trong sách hướng dẫn để cho phép mã dài hơn.</translation>
    </message>
    <message>
        <source>Vietnamese letters arrive without their marks.</source>
        <translation>Chữ tiếng Việt bị mất dấu.</translation>
    </message>
    <message>
        <source>Set the scanner to “USB serial”, or to UTF-8. Names cannot be trusted till then; numbers can.</source>
        <translation>Đặt máy quét ở chế độ “USB serial” hoặc UTF-8. Trước khi sửa, không nên tin vào tên; các con số vẫn đúng.</translation>
    </message>
    <message>
        <source>Vietnamese letters arrive damaged.</source>
        <translation>Chữ tiếng Việt bị hỏng.</translation>
    </message>
    <message>
        <source>Single characters were lost or are wrong.</source>
        <translation>Một vài ký tự bị mất hoặc sai.</translation>
    </message>
    <message>
        <source>Scan again; if it stays so, give the scanner a longer delay between characters, or set it to “USB serial”.</source>
        <translation>Quét lại; nếu vẫn vậy, tăng thời gian chờ giữa các ký tự của máy quét hoặc đặt ở chế độ “USB serial”.</translation>
    </message>
</context>
<context>
    <name>SheetWords</name>
    <message>
        <source>Scanner self-test</source>
        <translation>Tự kiểm tra máy quét</translation>
    </message>
    <message>
        <source>Scan this code with each scanner. The desk says what is wrong and what to do. Only this code is not recorded: visitors' codes are, as always.</source>
        <translation>Quét mã này bằng từng máy quét. Quầy sẽ cho biết lỗi gì và cách sửa. Chỉ mã này không được ghi lại: mã của khách vẫn được ghi như thường.</translation>
    </message>
</context>
<context>
    <name>SyncTextWords</name>
    <message>
        <source>All sent</source>
        <translation>Đã gửi hết</translation>
    </message>
    <message>
        <source>%1 to send</source>
        <translation>%1 lượt chờ gửi</translation>
    </message>
    <message>
        <source>Sending paused</source>
        <translation>Tạm dừng gửi</translation>
    </message>
    <message>
        <source>Clock is wrong</source>
        <translation>Đồng hồ sai giờ</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 lượt bị từ chối</translation>
    </message>
    <message>
        <source>Sending stopped</source>
        <translation>Đã ngừng gửi</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>Cần đăng ký lại</translation>
    </message>
    <message>
        <source>%1: %2 recorded = %3 acknowledged + %4 waiting + %5 rejected</source>
        <translation>%1: %2 đã ghi nhận = %3 đã được xác nhận + %4 đang chờ + %5 bị từ chối</translation>
    </message>
    <message>
        <source>This computer's clock is off by %1 minutes.</source>
        <translation>Đồng hồ của máy tính này lệch %1 phút.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) fast.</source>
        <translation>
            <numerusform>Đồng hồ của máy này nhanh %n phút.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) slow.</source>
        <translation>
            <numerusform>Đồng hồ của máy này chậm %n phút.</numerusform>
        </translation>
    </message>
    <message>
        <source>Recording goes on; entries keep the time of the scan and are marked.</source>
        <translation>Việc ghi vẫn tiếp tục; các lượt giữ nguyên giờ quét và được đánh dấu.</translation>
    </message>
    <message>
        <source>Set the clock of this computer, or let it set itself by the network.</source>
        <translation>Hãy chỉnh đồng hồ của máy, hoặc để máy tự lấy giờ qua mạng.</translation>
    </message>
    <message>
        <source>%1 waiting too long</source>
        <translation>%1 chờ gửi quá lâu</translation>
    </message>
    <message numerus="yes">
        <source>Entries have waited for %n day(s). The data of their visitors are destroyed; the entries will be sent without them.</source>
        <translation>
            <numerusform>Có lượt đã chờ gửi %n ngày. Dữ liệu của khách đã bị xóa; các lượt sẽ được gửi mà không kèm dữ liệu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries have waited for %n day(s).</source>
        <translation>
            <numerusform>Có lượt đã chờ gửi %n ngày.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>After %n day(s) the data of their visitors are destroyed, and they are sent without them.</source>
        <translation>
            <numerusform>Sau %n ngày dữ liệu của khách bị xóa và lượt được gửi mà không kèm dữ liệu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Nền tảng</translation>
    </message>
</context>
<context>
    <name>SyncViewWords</name>
    <message>
        <source>The platform does not know this desk any more: enrol it again. Recording goes on.</source>
        <translation>Nền tảng không còn nhận ra quầy này: cần đăng ký lại. Việc ghi vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Sending stopped. Recording goes on.</source>
        <translation>Đã ngừng gửi. Việc ghi vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Sending is paused. Recording goes on.</source>
        <translation>Đang tạm dừng gửi. Việc ghi vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Sending does not work now. Recording goes on.</source>
        <translation>Hiện chưa gửi được. Việc ghi vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Entries are being sent.</source>
        <translation>Đang gửi các lượt.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Đã gửi hết.</translation>
    </message>
    <message>
        <source>Ask whoever runs the platform for a new code.</source>
        <translation>Hãy xin mã mới từ đơn vị vận hành nền tảng.</translation>
    </message>
    <message>
        <source>Nothing is sent until it is resumed.</source>
        <translation>Không gửi gì cho đến khi tiếp tục.</translation>
    </message>
    <message>
        <source>Send now tries it again.</source>
        <translation>Bấm Gửi ngay để thử lại.</translation>
    </message>
    <message>
        <source>%1 Send now tries it again.</source>
        <translation>%1 Bấm Gửi ngay để thử lại.</translation>
    </message>
    <message>
        <source>Next try: %1.</source>
        <translation>Lần thử tiếp theo: %1.</translation>
    </message>
    <message>
        <source>Many desks come back at once; they take turns.</source>
        <translation>Nhiều quầy cùng kết nối lại một lúc nên gửi lần lượt.</translation>
    </message>
    <message>
        <source>Last success: %1.</source>
        <translation>Gửi thành công gần nhất: %1.</translation>
    </message>
    <message>
        <source>Nothing was sent yet.</source>
        <translation>Chưa gửi lần nào.</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Đang chờ trả lời</translation>
    </message>
    <message>
        <source>Refused as a whole, sent again in halves</source>
        <translation>Bị từ chối cả đợt, đã chia đôi để gửi lại</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Bị từ chối</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 lượt được nhận</translation>
    </message>
    <message>
        <source>%1 known already</source>
        <translation>%1 lượt đã có</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 lượt bị từ chối</translation>
    </message>
    <message>
        <source>%1 not named, sent again</source>
        <translation>%1 lượt không được nhắc đến, sẽ gửi lại</translation>
    </message>
    <message>
        <source>Rejected without a reason</source>
        <translation>Bị từ chối, không nêu lý do</translation>
    </message>
</context>
<context>
    <name>VenueText</name>
    <message>
        <source>Office</source>
        <translation>Cơ quan, văn phòng</translation>
    </message>
    <message>
        <source>Industrial park or factory</source>
        <translation>Khu công nghiệp, nhà máy</translation>
    </message>
    <message>
        <source>Food and drink</source>
        <translation>Ăn uống tại chỗ</translation>
    </message>
    <message>
        <source>Bar, club or karaoke</source>
        <translation>Quán bar, vũ trường, karaoke</translation>
    </message>
    <message>
        <source>Spa or massage</source>
        <translation>Spa, mát-xa</translation>
    </message>
    <message>
        <source>Gym or sports</source>
        <translation>Phòng tập, thể thao</translation>
    </message>
    <message>
        <source>Meeting, conference or training</source>
        <translation>Hội họp, hội nghị, tập huấn</translation>
    </message>
    <message>
        <source>Hospital or clinic</source>
        <translation>Bệnh viện, phòng khám</translation>
    </message>
    <message>
        <source>Apartment building</source>
        <translation>Chung cư</translation>
    </message>
    <message>
        <source>School</source>
        <translation>Trường học</translation>
    </message>
    <message>
        <source>Station, port or vehicle</source>
        <translation>Bến xe, nhà ga, cảng, phương tiện</translation>
    </message>
    <message>
        <source>Mall or supermarket</source>
        <translation>Trung tâm thương mại, siêu thị</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Chợ</translation>
    </message>
    <message>
        <source>Shop or service</source>
        <translation>Cửa hàng, dịch vụ thiết yếu</translation>
    </message>
    <message>
        <source>Wedding or funeral</source>
        <translation>Đám cưới, đám tang</translation>
    </message>
    <message>
        <source>Sight or entertainment</source>
        <translation>Tham quan, giải trí</translation>
    </message>
    <message>
        <source>Place of worship</source>
        <translation>Cơ sở tôn giáo</translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation>Không được để trống.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Dài quá.</translation>
    </message>
    <message>
        <source>This cannot be used here.</source>
        <translation>Không dùng được ở đây.</translation>
    </message>
    <message>
        <source>It contains invisible characters.</source>
        <translation>Có ký tự không nhìn thấy được.</translation>
    </message>
</context>
<context>
    <name>ViewFunctions</name>
    <message>
        <source>Choose a line of the list first.</source>
        <translation>Hãy chọn một dòng trong danh sách trước.</translation>
    </message>
    <message>
        <source>Record by hand</source>
        <translation>Nhập tay một lượt</translation>
    </message>
    <message>
        <source>no code no card type in visitor</source>
        <translation>không có mã không có thẻ quên giấy tờ gõ tên khách nhập tay</translation>
    </message>
    <message>
        <source>Void the last entry</source>
        <translation>Hủy lượt vừa ghi</translation>
    </message>
    <message>
        <source>undo cancel mistake</source>
        <translation>hoàn tác bỏ nhầm thu lại</translation>
    </message>
    <message>
        <source>Change the direction of the last entry</source>
        <translation>Đổi chiều lượt vừa ghi</translation>
    </message>
    <message>
        <source>direction wrong in out</source>
        <translation>nhầm chiều sai chiều vào ra</translation>
    </message>
    <message>
        <source>Write down a group or what is missing of the last entry</source>
        <translation>Ghi nhóm hoặc phần còn thiếu của lượt vừa ghi</translation>
    </message>
    <message>
        <source>companions children purpose host</source>
        <translation>người đi cùng trẻ em mục đích gặp ai bổ sung</translation>
    </message>
    <message>
        <source>Search the entries by name or last digits</source>
        <translation>Tìm lượt theo tên hoặc số cuối</translation>
    </message>
    <message>
        <source>find person who was here</source>
        <translation>tìm người tra cứu ai đã đến khách cũ</translation>
    </message>
    <message>
        <source>List who was refused</source>
        <translation>Xem lượt bị từ chối</translation>
    </message>
    <message>
        <source>filter denied turned away</source>
        <translation>lọc lượt từ chối không cho vào bị chặn</translation>
    </message>
    <message>
        <source>Entries of another day</source>
        <translation>Xem lượt của ngày khác</translation>
    </message>
    <message>
        <source>calendar date yesterday</source>
        <translation>lịch hôm qua chọn ngày sổ cũ</translation>
    </message>
    <message>
        <source>Copy the chosen entries</source>
        <translation>Sao chép các lượt đã chọn</translation>
    </message>
    <message>
        <source>clipboard lines</source>
        <translation>chép dòng bộ nhớ tạm</translation>
    </message>
    <message>
        <source>Void the chosen entry</source>
        <translation>Hủy lượt đã chọn</translation>
    </message>
    <message>
        <source>cancel delete mistake</source>
        <translation>bỏ xóa lượt nhầm</translation>
    </message>
    <message>
        <source>Restore the chosen entry</source>
        <translation>Khôi phục lượt đã hủy đang chọn</translation>
    </message>
    <message>
        <source>undo cancelled taken back void</source>
        <translation>hoàn tác phục hồi lượt hủy nhầm</translation>
    </message>
    <message>
        <source>Details of the chosen entry</source>
        <translation>Chi tiết lượt đã chọn</translation>
    </message>
    <message>
        <source>who what known</source>
        <translation>thông tin khách xem rõ</translation>
    </message>
    <message>
        <source>Show the data of the chosen entry in full</source>
        <translation>Hiện đầy đủ dữ liệu của lượt đã chọn</translation>
    </message>
    <message>
        <source>name number phone unmask</source>
        <translation>họ tên số giấy tờ số điện thoại địa chỉ bỏ che</translation>
    </message>
    <message>
        <source>Change the direction of the chosen entry</source>
        <translation>Đổi chiều lượt đã chọn</translation>
    </message>
    <message>
        <source>Record that the person of the entry leaves</source>
        <translation>Ghi RA cho khách của lượt đã chọn</translation>
    </message>
    <message>
        <source>exit out gone</source>
        <translation>ra về đã về rời đi</translation>
    </message>
    <message>
        <source>Correct the name or other data of the chosen entry</source>
        <translation>Sửa họ tên, dữ liệu khác của khách trong lượt đã chọn</translation>
    </message>
    <message>
        <source>spelling wrong edit</source>
        <translation>sai tên sai chính tả chỉnh sửa</translation>
    </message>
    <message>
        <source>Put the person of the entry on the attention list, or off it</source>
        <translation>Đưa khách của lượt vào danh sách lưu ý hoặc bỏ ra</translation>
    </message>
    <message>
        <source>ban warning watch black list</source>
        <translation>cảnh báo theo dõi danh sách đen cấm khách vào</translation>
    </message>
    <message>
        <source>Issue a pass for the person of the entry</source>
        <translation>Cấp thẻ cho khách của lượt đã chọn</translation>
    </message>
    <message>
        <source>card badge label</source>
        <translation>thẻ khách thẻ đeo nhãn in thẻ</translation>
    </message>
    <message>
        <source>Mark the person of the entry as staff, or no longer</source>
        <translation>Đặt khách của lượt là nhân viên hoặc thôi</translation>
    </message>
    <message>
        <source>employee colleague</source>
        <translation>cán bộ đồng nghiệp người của cơ quan</translation>
    </message>
    <message>
        <source>Print the list of who is inside, initials</source>
        <translation>In danh sách người đang ở trong, tên viết tắt</translation>
    </message>
    <message>
        <source>evacuation list fire drill roll call</source>
        <translation>danh sách sơ tán cháy thoát hiểm diễn tập điểm danh in danh sách</translation>
    </message>
    <message>
        <source>Print the list of who is inside, full names…</source>
        <translation>In danh sách người đang ở trong, đủ họ tên…</translation>
    </message>
    <message>
        <source>End of the day: everybody listed leaves</source>
        <translation>Kết thúc ngày: ghi mọi người trong danh sách ra</translation>
    </message>
    <message>
        <source>closing time all out</source>
        <translation>cuối ngày đóng cửa hết giờ ghi ra hết tan ca</translation>
    </message>
    <message>
        <source>Record that the chosen visitor leaves</source>
        <translation>Ghi RA cho khách đã chọn</translation>
    </message>
    <message>
        <source>Part of the chosen group leaves</source>
        <translation>Một phần của nhóm đã chọn ra</translation>
    </message>
    <message>
        <source>companions children out</source>
        <translation>người đi cùng trẻ em ra trước</translation>
    </message>
    <message>
        <source>Search among who is inside</source>
        <translation>Tìm trong những người đang ở trong</translation>
    </message>
    <message>
        <source>find person host location</source>
        <translation>tìm khách gặp ai vị trí phòng</translation>
    </message>
    <message>
        <source>Print the pictures of the day</source>
        <translation>In biểu đồ trong ngày</translation>
    </message>
    <message>
        <source>report chart statistics</source>
        <translation>báo cáo thống kê đồ thị số liệu</translation>
    </message>
    <message>
        <source>Save the pictures of the day as PDF</source>
        <translation>Lưu biểu đồ trong ngày thành PDF</translation>
    </message>
    <message>
        <source>Save a report as a file</source>
        <translation>Lưu báo cáo thành tệp</translation>
    </message>
    <message>
        <source>CSV Excel PDF export month district</source>
        <translation>xuất báo cáo tháng quận huyện CSV Excel PDF</translation>
    </message>
    <message>
        <source>Print a report</source>
        <translation>In báo cáo</translation>
    </message>
    <message>
        <source>summary month district</source>
        <translation>tổng hợp tháng quận huyện</translation>
    </message>
    <message>
        <source>Trace who was together with somebody</source>
        <translation>Truy vết người ở cùng một người</translation>
    </message>
    <message>
        <source>contacts infection F0 F1</source>
        <translation>tiếp xúc gần lây nhiễm dịch F0 F1</translation>
    </message>
    <message>
        <source>Find what is held on a person</source>
        <translation>Tìm dữ liệu đang lưu về một người</translation>
    </message>
    <message>
        <source>Write down what a person asks for</source>
        <translation>Ghi nhận yêu cầu của một người về dữ liệu</translation>
    </message>
    <message>
        <source>personal data request law</source>
        <translation>yêu cầu dữ liệu cá nhân luật nghị định rút đồng ý</translation>
    </message>
    <message>
        <source>Add up reports of many venues</source>
        <translation>Cộng báo cáo của nhiều địa điểm</translation>
    </message>
    <message>
        <source>district province files</source>
        <translation>tổng hợp quận huyện tỉnh tệp</translation>
    </message>
    <message>
        <source>Void the last line typed in from paper</source>
        <translation>Hủy dòng vừa nhập từ sổ giấy</translation>
    </message>
    <message>
        <source>power cut undo</source>
        <translation>mất điện hoàn tác sổ giấy</translation>
    </message>
    <message>
        <source>Print the poster with the QR code of a place</source>
        <translation>In áp phích có mã QR của vị trí</translation>
    </message>
    <message>
        <source>sign wall</source>
        <translation>biển dán tường tờ treo poster</translation>
    </message>
    <message>
        <source>Save the poster as a file</source>
        <translation>Lưu áp phích thành tệp</translation>
    </message>
    <message>
        <source>QR PDF picture</source>
        <translation>mã QR PDF ảnh poster</translation>
    </message>
    <message>
        <source>Show the poster on the second monitor</source>
        <translation>Hiện áp phích trên màn hình thứ hai</translation>
    </message>
    <message>
        <source>QR screen</source>
        <translation>mã QR màn hình phụ poster</translation>
    </message>
    <message>
        <source>Check a printed poster</source>
        <translation>Kiểm tra bản in áp phích</translation>
    </message>
    <message>
        <source>QR paper readable</source>
        <translation>mã QR giấy đọc được không poster</translation>
    </message>
    <message>
        <source>Add a place for a poster</source>
        <translation>Thêm vị trí treo áp phích</translation>
    </message>
    <message>
        <source>gate door location</source>
        <translation>cổng cửa vị trí</translation>
    </message>
    <message>
        <source>Take places for posters from a list</source>
        <translation>Lấy vị trí treo áp phích từ danh sách</translation>
    </message>
    <message>
        <source>gates doors locations file</source>
        <translation>nhiều cổng cửa vị trí tệp</translation>
    </message>
    <message>
        <source>Withdraw the chosen place of a poster</source>
        <translation>Bỏ vị trí áp phích đã chọn</translation>
    </message>
    <message>
        <source>gate door location remove</source>
        <translation>gỡ xóa cổng cửa vị trí</translation>
    </message>
    <message>
        <source>Print the chosen pass</source>
        <translation>In thẻ khách đã chọn</translation>
    </message>
    <message>
        <source>Save the chosen pass as PDF</source>
        <translation>Lưu thẻ khách đã chọn thành PDF</translation>
    </message>
    <message>
        <source>Withdraw the chosen pass</source>
        <translation>Thu hồi thẻ khách đã chọn</translation>
    </message>
    <message>
        <source>card badge lost revoke</source>
        <translation>mất thẻ khóa thẻ hủy thẻ</translation>
    </message>
    <message>
        <source>Send what waits now</source>
        <translation>Gửi ngay những lượt đang chờ</translation>
    </message>
    <message>
        <source>platform upload</source>
        <translation>nền tảng gửi dữ liệu đồng bộ</translation>
    </message>
    <message>
        <source>Pause or resume sending</source>
        <translation>Tạm dừng hoặc gửi tiếp</translation>
    </message>
    <message>
        <source>platform stop</source>
        <translation>nền tảng ngừng gửi dữ liệu</translation>
    </message>
    <message>
        <source>Connect to the platform</source>
        <translation>Kết nối với nền tảng</translation>
    </message>
    <message>
        <source>enrol code address</source>
        <translation>ghi danh mã địa chỉ máy chủ</translation>
    </message>
    <message>
        <source>Disconnect from the platform</source>
        <translation>Ngắt kết nối với nền tảng</translation>
    </message>
    <message>
        <source>end sending</source>
        <translation>thôi gửi dữ liệu</translation>
    </message>
    <message>
        <source>Correct a rejected entry and send it again</source>
        <translation>Sửa lượt bị từ chối rồi gửi lại</translation>
    </message>
    <message>
        <source>platform error</source>
        <translation>nền tảng báo lỗi</translation>
    </message>
    <message>
        <source>Send all rejected entries again</source>
        <translation>Gửi lại mọi lượt bị nền tảng từ chối</translation>
    </message>
    <message>
        <source>Put a person on the attention list</source>
        <translation>Đưa một người vào danh sách lưu ý</translation>
    </message>
    <message>
        <source>ban do not let in warning watch black list</source>
        <translation>cấm vào không cho vào cảnh báo theo dõi danh sách đen</translation>
    </message>
    <message>
        <source>Take a person off the attention list</source>
        <translation>Bỏ một người khỏi danh sách lưu ý</translation>
    </message>
    <message>
        <source>ban let in again</source>
        <translation>bỏ cấm cho vào lại</translation>
    </message>
    <message>
        <source>Announce a visitor</source>
        <translation>Báo trước một khách</translation>
    </message>
    <message>
        <source>expected appointment invited guest</source>
        <translation>khách hẹn trước lịch hẹn khách mời</translation>
    </message>
    <message>
        <source>Take expected visitors from a file</source>
        <translation>Lấy khách hẹn trước từ tệp</translation>
    </message>
    <message>
        <source>CSV list appointment import</source>
        <translation>nhập danh sách CSV lịch hẹn</translation>
    </message>
    <message>
        <source>Take an expected visitor off the list</source>
        <translation>Bỏ một khách hẹn trước khỏi danh sách</translation>
    </message>
    <message>
        <source>appointment cancelled</source>
        <translation>hủy hẹn</translation>
    </message>
    <message>
        <source>Mark somebody as staff, or no longer</source>
        <translation>Đặt một người là nhân viên hoặc thôi</translation>
    </message>
    <message>
        <source>Save the venue's file for another desk</source>
        <translation>Lưu tệp địa điểm cho quầy khác</translation>
    </message>
    <message>
        <source>export second computer</source>
        <translation>xuất sang máy thứ hai máy khác</translation>
    </message>
    <message>
        <source>Read the venue's file of another desk</source>
        <translation>Đọc tệp địa điểm của quầy khác</translation>
    </message>
    <message>
        <source>import second computer</source>
        <translation>nhập từ máy thứ hai máy khác</translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation>Thêm người trực</translation>
    </message>
    <message>
        <source>user account PIN person on duty</source>
        <translation>tài khoản người dùng mã PIN</translation>
    </message>
    <message>
        <source>Change the PIN of an operator</source>
        <translation>Đổi mã PIN của người trực</translation>
    </message>
    <message>
        <source>password user account</source>
        <translation>mật khẩu tài khoản người dùng</translation>
    </message>
    <message>
        <source>Change what an operator may do</source>
        <translation>Đổi quyền của người trực</translation>
    </message>
    <message>
        <source>role user account rights</source>
        <translation>vai trò tài khoản quyền hạn</translation>
    </message>
    <message>
        <source>Remove an operator</source>
        <translation>Bỏ một người trực</translation>
    </message>
    <message>
        <source>user account delete</source>
        <translation>xóa tài khoản người dùng</translation>
    </message>
    <message>
        <source>Choose a line in the list that this applies to.</source>
        <translation>Hãy chọn một dòng phù hợp trong danh sách.</translation>
    </message>
    <message>
        <source>There is nothing to do this with at the moment.</source>
        <translation>Hiện chưa có gì để làm việc này.</translation>
    </message>
    <message>
        <source>personal data print save correct destroy who looked</source>
        <translation>dữ liệu cá nhân in lưu chỉnh sửa xóa dữ liệu ai đã xem</translation>
    </message>
</context>
<context>
    <name>VisitorWindow</name>
    <message>
        <source>Recorded. Goodbye!</source>
        <translation>Đã ghi nhận. Xin chào và hẹn gặp lại!</translation>
    </message>
    <message>
        <source>Recorded. Please come in.</source>
        <translation>Đã ghi nhận. Mời vào.</translation>
    </message>
    <message>
        <source>READ ALREADY</source>
        <translation>ĐÃ ĐỌC RỒI</translation>
    </message>
    <message>
        <source>You need not scan again.</source>
        <translation>Quý khách không cần quét lại.</translation>
    </message>
    <message>
        <source>PLEASE WAIT</source>
        <translation>XIN CHỜ</translation>
    </message>
    <message>
        <source>The receptionist will help you.</source>
        <translation>Lễ tân sẽ hỗ trợ quý khách.</translation>
    </message>
    <message>
        <source>ONE AT A TIME</source>
        <translation>TỪNG NGƯỜI MỘT</translation>
    </message>
    <message>
        <source>Please hold up one code at a time.</source>
        <translation>Vui lòng đưa từng mã một.</translation>
    </message>
    <message>
        <source>NOT READ</source>
        <translation>CHƯA ĐỌC ĐƯỢC</translation>
    </message>
    <message>
        <source>Please hold up your citizen card or your personal QR code.</source>
        <translation>Vui lòng đưa thẻ căn cước hoặc mã QR cá nhân.</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>The platform does not know this desk any more.</source>
        <translation>Nền tảng không còn nhận ra quầy này.</translation>
    </message>
    <message>
        <source>The platform does not know this code, or it was used before.</source>
        <translation>Nền tảng không nhận mã này, hoặc mã đã được dùng.</translation>
    </message>
    <message>
        <source>The platform answered with an error (status %1).</source>
        <translation>Nền tảng trả lời bằng một lỗi (mã trạng thái %1).</translation>
    </message>
    <message>
        <source>The platform answered with an error (status %1): %2</source>
        <translation>Nền tảng trả lời bằng một lỗi (mã trạng thái %1): %2</translation>
    </message>
    <message>
        <source>What answered is not the platform: a sign-in page of the network, or another address.</source>
        <translation>Nơi trả lời không phải là nền tảng: có thể là trang đăng nhập của mạng, hoặc sai địa chỉ.</translation>
    </message>
    <message>
        <source>The platform answered, but named none of the entries.</source>
        <translation>Nền tảng có trả lời nhưng không nhắc đến lượt nào.</translation>
    </message>
    <message>
        <source>The venue has no name yet: describe it in the settings.</source>
        <translation>Địa điểm chưa có tên: hãy khai báo trong Cài đặt.</translation>
    </message>
    <message>
        <source>This is no address, such as https://platform.example</source>
        <translation>Đây không phải là địa chỉ, ví dụ https://platform.example</translation>
    </message>
    <message>
        <source>An address has no user, no “?” and no “#”.</source>
        <translation>Địa chỉ không có tên người dùng, không có “?” và “#”.</translation>
    </message>
    <message>
        <source>The address begins with https://, so that nobody listens.</source>
        <translation>Địa chỉ phải bắt đầu bằng https:// để không ai nghe lén được.</translation>
    </message>
    <message>
        <source>The file of the certificate authority holds no certificate.</source>
        <translation>Tệp đã chọn không chứa chứng thư số nào.</translation>
    </message>
    <message>
        <source>The pinned key has 64 digits, 0 to 9 and a to f.</source>
        <translation>Khóa ghim gồm 64 ký tự, từ 0 đến 9 và từ a đến f.</translation>
    </message>
    <message>
        <source>Type the code and a name.</source>
        <translation>Hãy nhập mã và tên.</translation>
    </message>
    <message>
        <source>This version of the program does not know such a platform.</source>
        <translation>Phiên bản này của chương trình không hỗ trợ nền tảng đó.</translation>
    </message>
    <message>
        <source>The platform was silent for %1 seconds.</source>
        <translation>Nền tảng im lặng suốt %1 giây.</translation>
    </message>
    <message>
        <source>No connection within %1 seconds.</source>
        <translation>Không kết nối được trong %1 giây.</translation>
    </message>
    <message>
        <source>The answer was not complete after %1 seconds.</source>
        <translation>Sau %1 giây vẫn chưa nhận đủ câu trả lời.</translation>
    </message>
    <message>
        <source>The answer is far too large.</source>
        <translation>Câu trả lời quá lớn.</translation>
    </message>
    <message>
        <source>It was stopped here.</source>
        <translation>Đã dừng tại máy này.</translation>
    </message>
    <message>
        <source>What answered is no web server.</source>
        <translation>Nơi trả lời không phải là máy chủ web.</translation>
    </message>
    <message>
        <source>The certificate of %1 (issued by %2, valid until %4) does not have the pinned key.</source>
        <translation>Chứng thư số của %1 (do %2 cấp, có hạn đến %4) không mang khóa đã ghim.</translation>
    </message>
    <message>
        <source>Nobody answers at this address.</source>
        <translation>Không có máy chủ nào trả lời tại địa chỉ này.</translation>
    </message>
    <message>
        <source>The name %1 is not found: no network, or a wrong address.</source>
        <translation>Không tìm thấy tên %1: mất mạng hoặc sai địa chỉ.</translation>
    </message>
    <message>
        <source>There is no network.</source>
        <translation>Không có mạng.</translation>
    </message>
    <message>
        <source>The platform hung up.</source>
        <translation>Nền tảng đã ngắt kết nối.</translation>
    </message>
    <message>
        <source>The platform did not answer in time.</source>
        <translation>Nền tảng không trả lời kịp.</translation>
    </message>
    <message>
        <source>No safe connection (TLS) could be made.</source>
        <translation>Không thiết lập được kết nối an toàn (TLS).</translation>
    </message>
    <message>
        <source>The proxy of this network did not let the desk through.</source>
        <translation>Máy chủ proxy của mạng này không cho quầy đi qua.</translation>
    </message>
    <message>
        <source>it has expired</source>
        <translation>đã hết hạn</translation>
    </message>
    <message>
        <source>it is not valid yet</source>
        <translation>chưa đến ngày có hiệu lực</translation>
    </message>
    <message>
        <source>it is another server's</source>
        <translation>là của máy chủ khác</translation>
    </message>
    <message>
        <source>nobody whom this computer trusts has issued it</source>
        <translation>không do nơi nào máy này tin cậy cấp</translation>
    </message>
    <message>
        <source>it was withdrawn</source>
        <translation>đã bị thu hồi</translation>
    </message>
    <message>
        <source>The certificate of %1 (issued by %2, valid until %3) was not accepted: %4.</source>
        <translation>Chứng thư số của %1 (do %2 cấp, có hạn đến %3) không được chấp nhận: %4.</translation>
    </message>
    <message>
        <source>Check the date and time of this computer; if they are right, tell whoever runs the platform.</source>
        <translation>Hãy kiểm tra ngày giờ của máy; nếu đúng, báo đơn vị vận hành nền tảng.</translation>
    </message>
</context>
<context>
    <name>WindowFunctions</name>
    <message>
        <source>Help</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Find a function by its name</source>
        <translation>Tìm chức năng theo tên</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Leave the full screen</source>
        <translation>Ra khỏi toàn màn hình</translation>
    </message>
    <message>
        <source>Read a photo that was copied</source>
        <translation>Đọc ảnh đã sao chép</translation>
    </message>
    <message>
        <source>Close the window for visitors</source>
        <translation>Đóng cửa sổ cho khách</translation>
    </message>
    <message>
        <source>Window for visitors on the second monitor</source>
        <translation>Cửa sổ cho khách trên màn hình thứ hai</translation>
    </message>
    <message>
        <source>Close the help or a message</source>
        <translation>Đóng hướng dẫn hoặc thông báo</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Thoát chế độ khóa màn hình (kiosk)</translation>
    </message>
    <message>
        <source>colours theme appearance</source>
        <translation>màu sắc giao diện hiển thị</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Nền sáng</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Nền tối</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Sounds on</source>
        <translation>Bật tiếng</translation>
    </message>
    <message>
        <source>Sounds off</source>
        <translation>Tắt tiếng</translation>
    </message>
    <message>
        <source>mute silent volume</source>
        <translation>im lặng âm lượng âm thanh</translation>
    </message>
    <message>
        <source>Text at %1 %</source>
        <translation>Cỡ chữ %1 %</translation>
    </message>
    <message>
        <source>size letters large small</source>
        <translation>chữ to nhỏ lớn</translation>
    </message>
    <message>
        <source>language</source>
        <translation>ngôn ngữ</translation>
    </message>
    <message>
        <source>Issue a pass for the chosen or the last visitor</source>
        <translation>Cấp thẻ cho khách đang chọn hoặc khách gần nhất</translation>
    </message>
    <message>
        <source>print label phone lost</source>
        <translation>in nhãn điện thoại mất</translation>
    </message>
    <message>
        <source>power cut late entries without computer</source>
        <translation>mất điện ghi bổ sung ghi sau giấy phiếu</translation>
    </message>
    <message>
        <source>Type in what was written on paper</source>
        <translation>Nhập từ phiếu giấy</translation>
    </message>
    <message>
        <source>Print the paper form for a power cut</source>
        <translation>In phiếu giấy phòng khi mất điện</translation>
    </message>
    <message>
        <source>Read a folder of photos of codes</source>
        <translation>Đọc thư mục ảnh chụp mã</translation>
    </message>
    <message>
        <source>Sign in, or change the operator</source>
        <translation>Đăng nhập hoặc đổi người trực</translation>
    </message>
    <message>
        <source>switch user PIN login</source>
        <translation>đổi người dùng mã PIN đăng nhập</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Khóa quầy</translation>
    </message>
    <message>
        <source>sign out hide data</source>
        <translation>đăng xuất ẩn dữ liệu</translation>
    </message>
    <message>
        <source>What is held on a person, and what they ask for</source>
        <translation>Dữ liệu đang lưu giữ về một người và yêu cầu của họ</translation>
    </message>
    <message>
        <source>personal data request correct erase delete withdraw consent privacy law</source>
        <translation>dữ liệu cá nhân yêu cầu chỉnh sửa xóa hủy rút đồng ý quyền riêng tư luật</translation>
    </message>
    <message>
        <source>first page start camera scanner</source>
        <translation>trang đầu bắt đầu camera máy quét</translation>
    </message>
    <message>
        <source>list of entries history log search who came today</source>
        <translation>danh sách lượt vào ra lịch sử nhật ký tìm ai đã đến hôm nay</translation>
    </message>
    <message>
        <source>list of people inside who is still here</source>
        <translation>danh sách người đang ở trong ai còn ở trong</translation>
    </message>
    <message>
        <source>figures statistics charts files</source>
        <translation>số liệu thống kê biểu đồ xuất tệp</translation>
    </message>
    <message>
        <source>print QR code passes</source>
        <translation>in mã QR thẻ khách</translation>
    </message>
    <message>
        <source>platform send connect</source>
        <translation>nền tảng gửi kết nối đồng bộ</translation>
    </message>
    <message>
        <source>options set up</source>
        <translation>tùy chọn thiết lập</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>In</source>
        <translation>Vào</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ra</translation>
    </message>
    <message>
        <source>IN</source>
        <translation>VÀO</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>RA</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Tự động</translation>
    </message>
    <message>
        <source>In only</source>
        <translation>Chỉ vào</translation>
    </message>
    <message>
        <source>Out only</source>
        <translation>Chỉ ra</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>đang mở</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>sẵn sàng</translation>
    </message>
    <message>
        <source>not plugged in</source>
        <translation>chưa cắm</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>không có hình</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>đã xong</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>không đọc được</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hôm nay %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hôm qua %1</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Chưa rõ tên</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>Nam</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>Nữ</translation>
    </message>
    <message numerus="yes">
        <source>%n adult(s)</source>
        <translation>
            <numerusform>%n người lớn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n child(ren)</source>
        <translation>
            <numerusform>%n trẻ em</numerusform>
        </translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>somebody of the house</source>
        <translation>người trong cơ quan</translation>
    </message>
    <message>
        <source>Announced for %1, visits %2</source>
        <translation>Đã hẹn lúc %1, gặp %2</translation>
    </message>
    <message>
        <source>Announced, visits %1</source>
        <translation>Đã hẹn, gặp %1</translation>
    </message>
    <message>
        <source>Two entries %1 in a row: the other one is of %2.</source>
        <translation>Người này có hai lượt %1 liền nhau: lượt kia là %2.</translation>
    </message>
    <message>
        <source>Void the wrong one in the entries (F3) or change its direction, or write down the one that is missing between them (F5, paper day).</source>
        <translation>Hãy đổi chiều hoặc hủy lượt sai trong danh sách (F3), hoặc ghi bổ sung lượt còn thiếu ở giữa (F5, Ngày ghi giấy).</translation>
    </message>
    <message>
        <source>nothing read since the start</source>
        <translation>chưa đọc từ lúc mở</translation>
    </message>
</context>
<context>
    <name>checkpoint::AppearanceSettings</name>
    <message>
        <source>Appearance</source>
        <translation>Hiển thị</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu sắc</translation>
    </message>
    <message>
        <source>theme night bright black white</source>
        <translation>giao diện ban đêm màu tối sáng đen trắng</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Tương phản cao</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Cỡ chữ</translation>
    </message>
    <message>
        <source>letters large small zoom</source>
        <translation>chữ to nhỏ lớn phóng</translation>
    </message>
</context>
<context>
    <name>checkpoint::Application</name>
    <message>
        <source>The backup could not be taken</source>
        <translation>Không thể dùng bản sao lưu này</translation>
    </message>
</context>
<context>
    <name>checkpoint::AskingSettings</name>
    <message>
        <source>Questions to visitors</source>
        <translation>Hỏi khách</translation>
    </message>
    <message>
        <source>Purpose of the visit</source>
        <translation>Mục đích đến</translation>
    </message>
    <message>
        <source>Whom they visit</source>
        <translation>Người cần gặp</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Năm sinh</translation>
    </message>
    <message>
        <source>Asked only where the code has none.</source>
        <translation>Chỉ hỏi khi mã không có.</translation>
    </message>
    <message>
        <source>“Required”: if the desk skips the question with Esc, the entry is still recorded and marked incomplete.</source>
        <translation>“Bắt buộc”: nếu quầy bỏ qua câu hỏi bằng phím Esc, lượt vẫn được ghi và được đánh dấu là chưa đủ thông tin.</translation>
    </message>
    <message>
        <source>ask field required</source>
        <translation>hỏi ô bắt buộc</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Không hỏi</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Có thể để trống</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Bắt buộc</translation>
    </message>
    <message>
        <source>Ready-made purposes</source>
        <translation>Mục đích soạn sẵn</translation>
    </message>
    <message>
        <source>Offered where a purpose is typed; commas between them.</source>
        <translation>Gợi ý khi gõ mục đích; cách nhau bằng dấu phẩy.</translation>
    </message>
    <message>
        <source>reason of the visit list offer</source>
        <translation>lý do đến danh sách gợi ý</translation>
    </message>
    <message>
        <source>None are offered</source>
        <translation>Không gợi ý mục đích nào</translation>
    </message>
    <message>
        <source>Health declaration</source>
        <translation>Khai báo y tế</translation>
    </message>
    <message>
        <source>Where the code says whether there is one.</source>
        <translation>Khi mã cho biết đã khai báo hay chưa.</translation>
    </message>
    <message>
        <source>epidemic admission</source>
        <translation>dịch bệnh cho vào</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Không xét</translation>
    </message>
    <message>
        <source>Tell the desk</source>
        <translation>Báo cho quầy</translation>
    </message>
    <message>
        <source>Ask the desk</source>
        <translation>Hỏi quầy</translation>
    </message>
    <message>
        <source>Health certificate</source>
        <translation>Giấy chứng nhận y tế</translation>
    </message>
    <message>
        <source>When somebody comes in without a verified, valid one.</source>
        <translation>Khi khách vào mà không có giấy đã được xác thực và còn hiệu lực.</translation>
    </message>
    <message>
        <source>epidemic vaccination admission</source>
        <translation>dịch bệnh tiêm chủng cho vào</translation>
    </message>
</context>
<context>
    <name>checkpoint::AttentionPanel</name>
    <message>
        <source>No document has such a number.</source>
        <translation>Không giấy tờ nào có số như thế.</translation>
    </message>
    <message>
        <source>The desk has to know why.</source>
        <translation>Quầy cần biết lý do.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến hết %1</translation>
    </message>
    <message>
        <source>until withdrawn</source>
        <translation>cho đến khi bỏ</translation>
    </message>
    <message>
        <source>Attention list</source>
        <translation>Danh sách lưu ý</translation>
    </message>
    <message>
        <source>Number of a document</source>
        <translation>Số giấy tờ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>Có thể để trống.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 ngày</translation>
    </message>
    <message>
        <source>One year</source>
        <translation>Một năm</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Vô hạn</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Thêm vào danh sách</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Needed: CCCD, CMND, passport or BHYT.</source>
        <translation>Bắt buộc: CCCD, CMND, hộ chiếu hoặc BHYT.</translation>
    </message>
    <message>
        <source>Needed: shown to the desk.</source>
        <translation>Bắt buộc: hiển thị cho người trực quầy.</translation>
    </message>
    <message>
        <source>Until tomorrow</source>
        <translation>Hết ngày mai</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 ngày</translation>
    </message>
    <message>
        <source>Added to the list.</source>
        <translation>Đã thêm vào danh sách.</translation>
    </message>
    <message>
        <source>That day is over. Write today or a later day.</source>
        <translation>Ngày này đã qua. Hãy ghi hôm nay hoặc một ngày sau đó.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>Known from the entry; no number is needed.</source>
        <translation>Đã biết từ lượt này; không cần số giấy tờ.</translation>
    </message>
    <message>
        <source>A date</source>
        <translation>Chọn ngày</translation>
    </message>
    <message>
        <source>Until the day</source>
        <translation>Đến hết ngày</translation>
    </message>
    <message>
        <source>%1 was taken off the list.</source>
        <translation>Đã bỏ %1 khỏi danh sách.</translation>
    </message>
    <message>
        <source>Hold up the code…</source>
        <translation>Hãy đưa mã lên…</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Quét mã</translation>
    </message>
    <message>
        <source>%1 is inside right now, since %2.</source>
        <translation>%1 đang ở trong, từ %2.</translation>
    </message>
    <message>
        <source>Write the last day as day/month/year, such as %1.</source>
        <translation>Hãy ghi ngày cuối theo dạng ngày/tháng/năm, ví dụ %1.</translation>
    </message>
    <message>
        <source>Take %1 off the list? The reason was: %2</source>
        <translation>Bỏ %1 khỏi danh sách? Lý do đã ghi: %2</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>This code has no number that identifies a person. Type the number of their card.</source>
        <translation>Mã này không có số giấy tờ để nhận ra một người. Hãy nhập số giấy tờ của họ.</translation>
    </message>
    <message>
        <source>Type a document number: the desk recognises the person by it.</source>
        <translation>Hãy ghi số giấy tờ: quầy dựa vào số này để biết ai đến.</translation>
    </message>
    <message>
        <source>When one of these people arrives, the desk asks and shows the reason. People leaving are never stopped. Numbers are stored sealed.</source>
        <translation>Khi một trong những người này đến, quầy hỏi và hiện lý do. Người đang ra không bao giờ bị giữ lại. Số giấy tờ được mã hóa.</translation>
    </message>
    <message>
        <source>The next code held up says who it is about; it does not record that person.</source>
        <translation>Mã đưa lên tiếp theo cho biết là ai; lần quét đó không thành lượt vào ra.</translation>
    </message>
    <message>
        <source>Day/month/year; valid until the end of that day.</source>
        <translation>Ngày/tháng/năm; có hiệu lực đến hết ngày đó.</translation>
    </message>
    <message>
        <source>Nobody is on the list. Fill in the form above, then press Ctrl+Enter.</source>
        <translation>Chưa có ai trong danh sách. Điền phần trên rồi nhấn Ctrl+Enter.</translation>
    </message>
    <message>
        <source>The next code is filled in here; it does not record that person.</source>
        <translation>Mã quét tiếp theo được điền vào đây, không ghi lượt vào ra.</translation>
    </message>
</context>
<context>
    <name>checkpoint::BackupSettings</name>
    <message>
        <source>Backups</source>
        <translation>Sao lưu</translation>
    </message>
    <message>
        <source>%1 entries of %2 visitors</source>
        <translation>%1 lượt của %2 khách</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>từ %1 đến %2</translation>
    </message>
    <message>
        <source>venue: %1</source>
        <translation>địa điểm: %1</translation>
    </message>
    <message>
        <source>desk: %1</source>
        <translation>quầy: %1</translation>
    </message>
    <message>
        <source>%1, format %2</source>
        <translation>%1, định dạng %2</translation>
    </message>
    <message numerus="yes">
        <source>Entries that came back: %n</source>
        <translation>
            <numerusform>Số lượt đã khôi phục: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was missing: the record had everything that the backup holds.</source>
        <translation>Không thiếu gì: dữ liệu đã có đủ mọi thứ trong bản sao lưu.</translation>
    </message>
    <message>
        <source>The folder for backups cannot be reached. It is tried again every ten minutes.</source>
        <translation>Không truy cập được thư mục sao lưu. Chương trình thử lại mỗi mười phút.</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>Thư mục sao lưu</translation>
    </message>
    <message>
        <source>Backup to bring back</source>
        <translation>Bản sao lưu cần khôi phục</translation>
    </message>
    <message>
        <source>Backups (checkpoint-*.db)</source>
        <translation>Bản sao lưu (checkpoint-*.db)</translation>
    </message>
    <message>
        <source>Last one: %1. The next is made tomorrow.</source>
        <translation>Bản gần nhất: %1. Bản tiếp theo được tạo vào ngày mai.</translation>
    </message>
    <message>
        <source>There is none yet. The first is made within minutes.</source>
        <translation>Chưa có bản nào. Bản đầu tiên được tạo trong vài phút tới.</translation>
    </message>
    <message>
        <source>Backup of each day</source>
        <translation>Sao lưu hằng ngày</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>copy save safety</source>
        <translation>sao chép lưu an toàn</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Sao lưu ngay</translation>
    </message>
    <message>
        <source>second disk share network</source>
        <translation>ổ đĩa thứ hai thư mục chia sẻ mạng</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Chọn thư mục</translation>
    </message>
    <message>
        <source>Bring back a backup</source>
        <translation>Khôi phục bản sao lưu</translation>
    </message>
    <message>
        <source>Shows what it holds first. Nothing that was recorded since is lost.</source>
        <translation>Cho xem nội dung trước. Không mất lượt nào đã ghi sau đó.</translation>
    </message>
    <message>
        <source>restore recover lost</source>
        <translation>khôi phục phục hồi mất</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Chọn bản sao lưu</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Khôi phục</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>The backup of %1 was made and checked.</source>
        <translation>Đã sao lưu lúc %1 và kiểm tra lại bản sao.</translation>
    </message>
    <message>
        <source>The backup was made and checked.</source>
        <translation>Đã tạo và kiểm tra bản sao lưu.</translation>
    </message>
    <message>
        <source>What is missing here is restored. What was recorded since stays.</source>
        <translation>Những gì còn thiếu ở đây sẽ được khôi phục. Những lượt ghi sau đó vẫn được giữ.</translation>
    </message>
    <message>
        <source>Best on another disk or computer: if this disk fails, a backup on it is lost too.</source>
        <translation>Nên để ở ổ đĩa hoặc máy khác: ổ đĩa này hỏng thì bản sao trên đó cũng mất.</translation>
    </message>
</context>
<context>
    <name>checkpoint::BatchModel</name>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Số lượt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Dung lượng</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Biên nhận</translation>
    </message>
</context>
<context>
    <name>checkpoint::CertificateSettings</name>
    <message>
        <source>Health certificates</source>
        <translation>Chứng nhận y tế</translation>
    </message>
    <message numerus="yes">
        <source>New keys: %n</source>
        <translation>
            <numerusform>Số khóa mới: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>All keys of the file were there already.</source>
        <translation>Danh sách đã có sẵn mọi khóa trong tệp.</translation>
    </message>
    <message>
        <source>No issuer named</source>
        <translation>Không ghi nơi cấp</translation>
    </message>
    <message>
        <source>no end named</source>
        <translation>không ghi thời hạn</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>hết hạn ngày %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến hết %1</translation>
    </message>
    <message>
        <source>File of keys</source>
        <translation>Tệp khóa</translation>
    </message>
    <message>
        <source>Keys and certificates (*.pem *.crt *.cer *.json)</source>
        <translation>Khóa và chứng thư (*.pem *.crt *.cer *.json)</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Nhập khóa</translation>
    </message>
    <message>
        <source>Certificates are checked with these. PEM or JSON; a file can be dropped here.</source>
        <translation>Dùng để kiểm tra chữ ký trên giấy chứng nhận. Tệp PEM hoặc JSON; có thể kéo thả tệp vào đây.</translation>
    </message>
    <message>
        <source>trust list vaccination signature</source>
        <translation>danh sách tin cậy tiêm chủng chữ ký</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Chọn tệp</translation>
    </message>
    <message>
        <source>None yet: certificates are read, but nobody checks their signatures.</source>
        <translation>Chưa có khóa nào: giấy chứng nhận vẫn được đọc nhưng chữ ký không được kiểm tra.</translation>
    </message>
    <message>
        <source>Keys: %1; expired: %2</source>
        <translation>Số khóa: %1; đã hết hạn: %2</translation>
    </message>
    <message>
        <source>Keys that are trusted</source>
        <translation>Khóa được tin cậy</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>Gỡ khóa</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Nơi cấp</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Key id</source>
        <translation>Mã khóa</translation>
    </message>
</context>
<context>
    <name>checkpoint::ChartCard</name>
    <message>
        <source>Picture</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Bảng số</translation>
    </message>
    <message>
        <source>Show the picture: %1</source>
        <translation>Xem biểu đồ: %1</translation>
    </message>
    <message>
        <source>Show the figures: %1</source>
        <translation>Xem bảng số: %1</translation>
    </message>
</context>
<context>
    <name>checkpoint::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Bạn muốn làm gì?</translation>
    </message>
    <message>
        <source>Find a function by its name</source>
        <translation>Tìm chức năng theo tên</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Các việc</translation>
    </message>
    <message>
        <source>No function found. Try another word.</source>
        <translation>Không có việc nào tên như vậy. Hãy thử từ khác.</translation>
    </message>
</context>
<context>
    <name>checkpoint::CompletionPanel</name>
    <message>
        <source>More about %1</source>
        <translation>Bổ sung cho %1</translation>
    </message>
    <message>
        <source>Recorded already. Who leaves together with them? Those who stay are still counted as inside.</source>
        <translation>Đã ghi rồi. Ai cùng ra? Người ở lại vẫn được tính là đang ở trong.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Recorded already. Companions without a code are counted with this person; if one of them leaves apart: Inside (F4), Ctrl+G.</source>
        <translation>Đã ghi rồi. Người đi cùng không có mã được tính cùng người này; ai ra về riêng: Đang ở trong (F4), Ctrl+G.</translation>
    </message>
</context>
<context>
    <name>checkpoint::ConnectPanel</name>
    <message>
        <source>Certificate of the platform</source>
        <translation>Chứng thư số của nền tảng</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Chứng thư số (*.pem *.crt *.cer);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Please fill in</source>
        <translation>Cần điền</translation>
    </message>
    <message>
        <source>This name is taken</source>
        <translation>Tên này đã được dùng</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed; the code can be used again.</source>
        <translation>Đã dừng. Không có gì thay đổi; mã vẫn dùng lại được.</translation>
    </message>
    <message>
        <source>The certificate's file cannot be read.</source>
        <translation>Không đọc được tệp chứng thư số.</translation>
    </message>
    <message>
        <source>Enrol again: %1</source>
        <translation>Đăng ký lại: %1</translation>
    </message>
    <message>
        <source>Connect to a platform</source>
        <translation>Kết nối với nền tảng</translation>
    </message>
    <message>
        <source>Whoever runs the platform tells you its address and gives you a code for this desk. Entries recorded before are sent as well.</source>
        <translation>Đơn vị vận hành nền tảng cho biết địa chỉ và cấp mã cho quầy này. Những lượt đã ghi trước cũng được gửi.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Enrolment code</source>
        <translation>Mã đăng ký</translation>
    </message>
    <message>
        <source>Name here (when there are several)</source>
        <translation>Tên tại quầy này (khi có nhiều nền tảng)</translation>
    </message>
    <message>
        <source>Certificate file (only if it has its own)</source>
        <translation>Tệp chứng thư số (nếu nền tảng dùng riêng)</translation>
    </message>
    <message>
        <source>Pinned key, SHA-256 (only if it has one)</source>
        <translation>Khóa ghim, SHA-256 (nếu có)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Chọn…</translation>
    </message>
    <message>
        <source>Choose the certificate file</source>
        <translation>Chọn tệp chứng thư số</translation>
    </message>
    <message>
        <source>The platform is being asked</source>
        <translation>Đang hỏi nền tảng</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Kết nối</translation>
    </message>
</context>
<context>
    <name>checkpoint::ConnectionSettings</name>
    <message>
        <source>Cameras and scanners</source>
        <translation>Camera, máy quét</translation>
    </message>
    <message>
        <source>The computer's default camera</source>
        <translation>Camera mặc định của máy tính</translation>
    </message>
    <message>
        <source>No second camera</source>
        <translation>Không có camera thứ hai</translation>
    </message>
    <message>
        <source>%1 (not plugged in)</source>
        <translation>%1 (chưa cắm)</translation>
    </message>
    <message>
        <source>Scanner at %1</source>
        <translation>Máy quét ở %1</translation>
    </message>
    <message>
        <source>The port is not there now.</source>
        <translation>Cổng này hiện không có.</translation>
    </message>
    <message>
        <source>serial COM USB baud</source>
        <translation>nối tiếp COM USB tốc độ baud</translation>
    </message>
    <message>
        <source>Speed of the scanner at %1, baud</source>
        <translation>Tốc độ của máy quét ở %1, baud</translation>
    </message>
    <message>
        <source>Speed, baud</source>
        <translation>Tốc độ, baud</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ</translation>
    </message>
    <message>
        <source>Remove the scanner at %1</source>
        <translation>Bỏ máy quét ở %1</translation>
    </message>
    <message>
        <source>No other serial port is there</source>
        <translation>Không còn cổng nối tiếp nào</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>webcam</source>
        <translation>webcam camera</translation>
    </message>
    <message>
        <source>Second camera</source>
        <translation>Camera thứ hai</translation>
    </message>
    <message>
        <source>For a second lane: one camera for in, one for out.</source>
        <translation>Cho làn thứ hai: một máy vào, một máy ra.</translation>
    </message>
    <message>
        <source>lane webcam</source>
        <translation>làn webcam camera</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Hình xem trước</translation>
    </message>
    <message>
        <source>Mirrored, as in a mirror</source>
        <translation>Lật như soi gương</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Add the scanner at this port</source>
        <translation>Thêm máy quét ở cổng này</translation>
    </message>
    <message>
        <source>Add a scanner at a serial port</source>
        <translation>Thêm máy quét ở cổng nối tiếp</translation>
    </message>
    <message>
        <source>Ports come and go by themselves.</source>
        <translation>Khi cắm máy, cổng tự hiện.</translation>
    </message>
    <message>
        <source>serial COM USB RS-232 baud</source>
        <translation>nối tiếp COM USB RS-232 baud</translation>
    </message>
    <message>
        <source>Scanner as a keyboard</source>
        <translation>Máy quét dạng bàn phím</translation>
    </message>
    <message>
        <source>Most USB scanners type what they read. The desk takes it, whatever is open.</source>
        <translation>Hầu hết máy quét USB gõ ra điều đọc được. Quầy ghi nhận, dù màn hình nào đang mở.</translation>
    </message>
    <message>
        <source>wedge HID USB typing</source>
        <translation>wedge HID USB gõ phím</translation>
    </message>
    <message>
        <source>Listen to scanners that type</source>
        <translation>Nhận máy quét gõ như bàn phím</translation>
    </message>
</context>
<context>
    <name>checkpoint::CorrectionForm</name>
    <message>
        <source>A year or a date, such as 1990 or 15/1/1990</source>
        <translation>Năm hoặc ngày, ví dụ 1990 hoặc 15/1/1990</translation>
    </message>
    <message>
        <source>Please fill in</source>
        <translation>Cần điền</translation>
    </message>
    <message>
        <source>This name cannot be kept</source>
        <translation>Không lưu được họ tên này</translation>
    </message>
    <message>
        <source>This is no mobile number</source>
        <translation>Không phải số di động</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Date or year of birth</source>
        <translation>Ngày hoặc năm sinh</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Điện thoại</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Hiện là: %1</translation>
    </message>
</context>
<context>
    <name>checkpoint::CorrectionPanel</name>
    <message>
        <source>Correct the data of %1</source>
        <translation>Sửa dữ liệu của %1</translation>
    </message>
    <message>
        <source>The platform says: %1</source>
        <translation>Nền tảng báo: %1</translation>
    </message>
    <message>
        <source>Time and direction stay as they were scanned. All rejected entries of this person are sent again.</source>
        <translation>Thời gian và chiều vào ra giữ nguyên như lúc quét. Mọi lượt bị từ chối của người này sẽ được gửi lại.</translation>
    </message>
    <message>
        <source>Correct and send again</source>
        <translation>Sửa và gửi lại</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
</context>
<context>
    <name>checkpoint::CounterRow</name>
    <message>
        <source>Inside now</source>
        <translation>Đang ở trong</translation>
    </message>
    <message>
        <source>In today</source>
        <translation>Vào hôm nay</translation>
    </message>
    <message>
        <source>Out today</source>
        <translation>Ra hôm nay</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message numerus="yes">
        <source>%n companion(s)</source>
        <translation>
            <numerusform>%n người đi cùng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There is room for %n people, companions counted.</source>
        <translation>
            <numerusform>Sức chứa %n người, tính cả người đi cùng.</numerusform>
        </translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Đã tắt tiếng</translation>
    </message>
    <message>
        <source>Results make no sound. Press to hear them again.</source>
        <translation>Kết quả không kêu thành tiếng. Bấm để bật lại âm thanh.</translation>
    </message>
    <message>
        <source>Visitors who are inside: those of this morning, and in today less out today.</source>
        <translation>Số khách đang ở trong: số có từ sáng, cộng vào hôm nay, trừ ra hôm nay.</translation>
    </message>
    <message>
        <source>Visitors who came in today; companions are not counted.</source>
        <translation>Số lượt khách vào hôm nay, không tính người đi cùng.</translation>
    </message>
    <message>
        <source>Visitors who left today; companions are not counted, even if they left apart.</source>
        <translation>Số lượt khách ra hôm nay, không tính người đi cùng, kể cả khi họ về riêng.</translation>
    </message>
</context>
<context>
    <name>checkpoint::DataSettings</name>
    <message>
        <source>Data</source>
        <translation>Dữ liệu</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>database disk backup</source>
        <translation>cơ sở dữ liệu ổ đĩa sao lưu</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>Chưa mở</translation>
    </message>
    <message>
        <source>Key of the data</source>
        <translation>Khóa dữ liệu</translation>
    </message>
    <message>
        <source>encryption keychain password</source>
        <translation>mã hóa kho lưu khóa chùm khóa mật khẩu</translation>
    </message>
    <message>
        <source>In this computer's keychain. A stolen disk cannot be read without it.</source>
        <translation>Trong kho lưu khóa của máy này. Không có khóa thì không đọc được ổ đĩa bị lấy cắp.</translation>
    </message>
    <message>
        <source>In a file beside the data. Someone who takes the disk can read the data.</source>
        <translation>Trong một tệp cạnh dữ liệu. Ai lấy được ổ đĩa thì đọc được dữ liệu.</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Tờ khôi phục</translation>
    </message>
    <message>
        <source>One page from which the key comes back. Print it and lock it away.</source>
        <translation>Một trang giấy để lấy lại khóa. Hãy in ra và cất trong tủ có khóa.</translation>
    </message>
    <message>
        <source>backup key words code lost computer PIN</source>
        <translation>sao lưu khóa từ mã mất máy mã PIN</translation>
    </message>
    <message>
        <source>Save the recovery sheet…</source>
        <translation>Lưu tờ khôi phục…</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>Đổi khóa</translation>
    </message>
    <message>
        <source>When a recovery sheet was lost or seen by somebody.</source>
        <translation>Khi tờ khôi phục bị mất hoặc bị người khác nhìn thấy.</translation>
    </message>
    <message>
        <source>change key stolen</source>
        <translation>đổi khóa bị mất cắp</translation>
    </message>
    <message>
        <source>Change the key…</source>
        <translation>Đổi khóa…</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Kiểm tra dữ liệu</translation>
    </message>
    <message>
        <source>Whether it is as it was written, and the signed head of the day.</source>
        <translation>Dữ liệu có còn nguyên như khi được ghi hay không, và dòng chốt có chữ ký của ngày.</translation>
    </message>
    <message>
        <source>verify ledger chain proof integrity head</source>
        <translation>xác minh sổ nhật ký toàn vẹn bằng chứng dòng chốt</translation>
    </message>
    <message>
        <source>Open the check</source>
        <translation>Mở phần kiểm tra</translation>
    </message>
</context>
<context>
    <name>checkpoint::DayChooser</name>
    <message>
        <source>Choose another day</source>
        <translation>Chọn ngày khác</translation>
    </message>
    <message>
        <source>The day before (Alt+Left)</source>
        <translation>Ngày trước (Alt+←)</translation>
    </message>
    <message>
        <source>The day after (Alt+Right)</source>
        <translation>Ngày sau (Alt+→)</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
</context>
<context>
    <name>checkpoint::DeskDevices</name>
    <message>
        <source>Keyboard scanner</source>
        <translation>Máy quét dạng bàn phím</translation>
    </message>
</context>
<context>
    <name>checkpoint::DeskKeys</name>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Lưu tờ khôi phục</translation>
    </message>
    <message>
        <source>recovery-sheet.pdf</source>
        <translation>to-khoi-phuc.pdf</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Tệp PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The recovery sheet is saved. Print it, lock it away, and delete the file.</source>
        <translation>Đã lưu tờ khôi phục. Hãy in ra, cất trong tủ có khóa, rồi xóa tệp.</translation>
    </message>
    <message>
        <source>Change the key</source>
        <translation>Đổi khóa</translation>
    </message>
    <message>
        <source>Give the personal data another key? Recovery sheets made so far are out of date then; scanning goes on.</source>
        <translation>Đổi khóa của dữ liệu cá nhân? Các tờ khôi phục đã lập sẽ hết hiệu lực; việc quét vẫn tiếp tục.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>The data have another key. Save a new recovery sheet now. Keep the old one locked away as long as there are backups from before.</source>
        <translation>Dữ liệu đã có khóa mới. Hãy lưu tờ khôi phục mới ngay. Vẫn cất giữ tờ cũ trong tủ có khóa chừng nào còn bản sao lưu từ trước khi đổi khóa.</translation>
    </message>
</context>
<context>
    <name>checkpoint::DeskMove</name>
    <message>
        <source>Backup of the former computer</source>
        <translation>Bản sao lưu của máy tính trước</translation>
    </message>
    <message>
        <source>Backups (checkpoint-*.db)</source>
        <translation>Bản sao lưu (checkpoint-*.db)</translation>
    </message>
    <message>
        <source>Continue with this backup</source>
        <translation>Tiếp tục từ bản sao lưu này</translation>
    </message>
    <message>
        <source>Shall this desk go on from this backup?</source>
        <translation>Quầy này sẽ tiếp tục từ bản sao lưu này chứ?</translation>
    </message>
    <message>
        <source>Go on from it</source>
        <translation>Tiếp tục từ đó</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>checkpoint::DetailsPanel</name>
    <message>
        <source>Details of the chosen entry</source>
        <translation>Chi tiết lượt đang chọn</translation>
    </message>
    <message>
        <source>Hide (%1 s)</source>
        <translation>Che lại (%1 giây)</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>Hiện đầy đủ</translation>
    </message>
    <message>
        <source>Record OUT</source>
        <translation>Ghi RA</translation>
    </message>
    <message>
        <source>Change direction</source>
        <translation>Đổi chiều</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Issue a pass</source>
        <translation>Cấp thẻ khách</translation>
    </message>
    <message>
        <source>Put right what is held on this person</source>
        <translation>Sửa thông tin đang lưu về người này</translation>
    </message>
    <message>
        <source>Correct the name or other data…</source>
        <translation>Sửa họ tên, dữ liệu khác…</translation>
    </message>
    <message>
        <source>No longer staff</source>
        <translation>Bỏ khỏi nhân viên</translation>
    </message>
    <message>
        <source>Mark as staff</source>
        <translation>Đặt là nhân viên</translation>
    </message>
    <message>
        <source>Staff come and go at any hour and are not asked about their visit.</source>
        <translation>Nhân viên ra vào bất cứ giờ nào, không phải khai mục đích hay người cần gặp.</translation>
    </message>
    <message>
        <source>Add to the attention list…</source>
        <translation>Đưa vào danh sách lưu ý…</translation>
    </message>
    <message>
        <source>Changed: this entry is %1 now. F9 changes it back.</source>
        <translation>Đã đổi chiều: lượt này bây giờ là %1. Nhấn F9 để đổi lại.</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>Đổi chiều: %1</translation>
    </message>
    <message>
        <source>Turn this entry into %1, %2 %3, %4?</source>
        <translation>Đổi chiều lượt này thành %1, %2 %3, %4?</translation>
    </message>
    <message>
        <source>It keeps its time; the time inside is recalculated. The entry as it was stays on record as voided.</source>
        <translation>Giờ giữ nguyên; thời gian khách này ở trong được tính lại. Lượt cũ vẫn được lưu là đã hủy.</translation>
    </message>
    <message>
        <source>Remove from the attention list…</source>
        <translation>Bỏ khỏi danh sách lưu ý…</translation>
    </message>
    <message>
        <source>Remove %1 from the attention list?</source>
        <translation>Bỏ %1 khỏi danh sách lưu ý?</translation>
    </message>
    <message>
        <source>The note “%1” holds no longer: whoever is at the desk is not told any more.</source>
        <translation>Lưu ý “%1” không còn hiệu lực: người trực sẽ không được báo nữa.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message>
        <source>This line was voided and does not count.</source>
        <translation>Dòng này đã bị hủy và không được tính.</translation>
    </message>
    <message>
        <source>Restore the entry</source>
        <translation>Khôi phục lượt đã hủy</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Việc khác…</translation>
    </message>
    <message>
        <source>Everything else that can be done with this entry</source>
        <translation>Mọi việc khác có thể làm với lượt này</translation>
    </message>
</context>
<context>
    <name>checkpoint::DeviceRow</name>
    <message>
        <source>Show its picture</source>
        <translation>Xem hình</translation>
    </message>
    <message>
        <source>Show the picture of %1</source>
        <translation>Xem hình của %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Name of %1</source>
        <translation>Tên của %1</translation>
    </message>
</context>
<context>
    <name>checkpoint::DevicesSettings</name>
    <message>
        <source>Devices</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Scanner self-test</source>
        <translation>Tự kiểm tra máy quét</translation>
    </message>
    <message>
        <source>One sheet to scan; it says what is set wrong on the scanner.</source>
        <translation>Quét một tờ mã, chương trình nói máy quét đặt sai điều gì.</translation>
    </message>
    <message>
        <source>check trouble Telex VNI Caps Lock layout</source>
        <translation>kiểm tra trục trặc lỗi Telex VNI Caps Lock bộ gõ</translation>
    </message>
    <message>
        <source>Open the self-test</source>
        <translation>Mở tự kiểm tra</translation>
    </message>
    <message>
        <source>Camera and reader</source>
        <translation>Camera và bộ đọc</translation>
    </message>
    <message>
        <source>What the reader sees, and why it does not read.</source>
        <translation>Bộ đọc thấy gì, và vì sao không đọc được.</translation>
    </message>
    <message>
        <source>diagnostics trouble slow blurred</source>
        <translation>chẩn đoán trục trặc chậm mờ</translation>
    </message>
    <message>
        <source>Reader diagnostics</source>
        <translation>Chẩn đoán bộ đọc</translation>
    </message>
    <message>
        <source>Not kept. Another device is called %1 already.</source>
        <translation>Chưa lưu. Đã có thiết bị khác mang tên %1.</translation>
    </message>
    <message>
        <source>direction in out lane preview name device</source>
        <translation>hướng chiều vào ra làn hình tên thiết bị máy</translation>
    </message>
    <message>
        <source>No camera and no scanner is connected. They are chosen under Cameras and scanners.</source>
        <translation>Chưa có camera hay máy quét nào. Chọn máy ở mục Camera, máy quét.</translation>
    </message>
    <message>
        <source>Cameras and scanners</source>
        <translation>Camera, máy quét</translation>
    </message>
</context>
<context>
    <name>checkpoint::DiagnosticsView</name>
    <message>
        <source>Picture</source>
        <translation>Hình</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Số khung hình mỗi giây</translation>
    </message>
    <message>
        <source>Frames looked at</source>
        <translation>Khung hình đã xem</translation>
    </message>
    <message>
        <source>Frames left out</source>
        <translation>Khung hình bỏ qua</translation>
    </message>
    <message>
        <source>Time for a frame</source>
        <translation>Thời gian cho một khung hình</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Mức dùng máy</translation>
    </message>
    <message>
        <source>Frames with a code</source>
        <translation>Khung hình đọc được mã</translation>
    </message>
    <message>
        <source>Advice now</source>
        <translation>Lời nhắc hiện tại</translation>
    </message>
    <message>
        <source>%1 × %2, %3</source>
        <comment>width, height, format of the pixels</comment>
        <translation>%1 × %2, %3</translation>
    </message>
    <message>
        <source>%1, and %2 that could not be unpacked</source>
        <translation>%1, và %2 không giải nén được</translation>
    </message>
    <message>
        <source>%1 ms; %2 ms are allowed beyond the first look</source>
        <translation>%1 ms; được thêm %2 ms ngoài lần xem đầu</translation>
    </message>
    <message>
        <source>%1 % of one processor core</source>
        <translation>%1 % một nhân bộ xử lý</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>What the reader does with the camera's frames, twice a second. Nothing here is about visitors.</source>
        <translation>Bộ đọc làm gì với hình từ máy quay, cập nhật hai lần mỗi giây. Ở đây không có thông tin về khách.</translation>
    </message>
    <message>
        <source>No camera is being read now.</source>
        <translation>Hiện không đọc từ máy quay nào.</translation>
    </message>
    <message>
        <source>Reader diagnostics</source>
        <translation>Chẩn đoán bộ đọc mã</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Chép thành văn bản</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Ways of looking at a frame</source>
        <translation>Các cách xem một khung hình</translation>
    </message>
    <message>
        <source>%1 % of one processor core; nothing moves, only the first look is taken</source>
        <translation>%1 % một nhân bộ xử lý; không có gì chuyển động, chỉ xem lượt đầu</translation>
    </message>
</context>
<context>
    <name>checkpoint::EntriesModel</name>
    <message>
        <source>Direction changed</source>
        <translation>Đã đổi chiều</translation>
    </message>
    <message>
        <source>Estimated time</source>
        <translation>Giờ ước tính</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Only companions</source>
        <translation>Chỉ người đi cùng</translation>
    </message>
    <message>
        <source>Together with: %1</source>
        <translation>Cùng: %1</translation>
    </message>
    <message>
        <source>Written down later</source>
        <translation>Ghi bổ sung sau</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Lý do: %1</translation>
    </message>
    <message>
        <source>The clock was in doubt</source>
        <translation>Đồng hồ có thể sai</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>%1 of those with %2</source>
        <translation>%1 đi cùng %2</translation>
    </message>
    <message>
        <source>Restored after it was voided</source>
        <translation>Khôi phục sau khi hủy</translation>
    </message>
    <message>
        <source>To see: %1</source>
        <translation>Gặp: %1</translation>
    </message>
    <message>
        <source>Another entry of the same time counts instead</source>
        <translation>Đã có lượt khác cùng giờ thay thế</translation>
    </message>
    <message>
        <source>On the attention list</source>
        <translation>Trong danh sách lưu ý</translation>
    </message>
</context>
<context>
    <name>checkpoint::EntriesView</name>
    <message>
        <source>Search by name or last digits</source>
        <translation>Tìm theo tên hoặc số cuối</translation>
    </message>
    <message>
        <source>Choose an entry</source>
        <translation>Chọn một lượt</translation>
    </message>
    <message>
        <source>Void the chosen entry</source>
        <translation>Hủy lượt đang chọn</translation>
    </message>
    <message>
        <source>The day before, the day after</source>
        <translation>Ngày trước, ngày sau</translation>
    </message>
    <message>
        <source>Nobody was recorded on this day</source>
        <translation>Ngày này chưa ghi lượt nào</translation>
    </message>
    <message>
        <source>People coming and leaving are listed here. Scan with F2.</source>
        <translation>Người vào, người ra được liệt kê ở đây. Nhấn F2 để quét.</translation>
    </message>
    <message>
        <source>Search a name or last digits (Ctrl+F)</source>
        <translation>Tìm tên hoặc số cuối (Ctrl+F)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Hủy lượt</translation>
    </message>
    <message>
        <source>Details of the chosen entry</source>
        <translation>Chi tiết lượt đang chọn</translation>
    </message>
    <message>
        <source>In the details: change the direction</source>
        <translation>Trong phần chi tiết: đổi chiều vào/ra</translation>
    </message>
    <message>
        <source>In the details: record that the person leaves</source>
        <translation>Trong phần chi tiết: ghi khách ra</translation>
    </message>
    <message>
        <source>In the details: show the data in full for 30 seconds</source>
        <translation>Trong phần chi tiết: hiện đầy đủ thông tin trong 30 giây</translation>
    </message>
    <message>
        <source>Copy the chosen lines, masked</source>
        <translation>Sao chép các dòng đang chọn, đã che thông tin</translation>
    </message>
    <message>
        <source>Leave the search, the details or the question</source>
        <translation>Rời ô tìm, phần chi tiết hoặc câu hỏi</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied, masked</source>
        <translation>
            <numerusform>Đã sao chép %n dòng, đã che thông tin</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không tìm thấy gì</translation>
    </message>
    <message>
        <source>Search by a part of the name, without diacritics if you like, or look at a longer time.</source>
        <translation>Tìm bằng một phần tên, có thể không dấu, hoặc xem khoảng thời gian dài hơn.</translation>
    </message>
    <message>
        <source>Nobody was recorded in this time</source>
        <translation>Khoảng thời gian này chưa ghi lượt nào</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 ngày</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 ngày</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>How long a time is listed</source>
        <translation>Khoảng thời gian liệt kê</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Chi tiết</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Các lượt ra vào</translation>
    </message>
    <message>
        <source>Reading the entries</source>
        <translation>Đang đọc các lượt vào ra</translation>
    </message>
    <message>
        <source>With many of them this takes a moment.</source>
        <translation>Dữ liệu nhiều thì mất một lúc.</translation>
    </message>
    <message>
        <source>Correct the name or other data of the person</source>
        <translation>Sửa họ tên hoặc dữ liệu khác của người đó</translation>
    </message>
    <message>
        <source>Everything that can be done with the chosen entry</source>
        <translation>Mọi việc làm được với lượt đang chọn</translation>
    </message>
    <message>
        <source>The entry counts again, with its old time. That it was voided stays on record.</source>
        <translation>Lượt được tính lại, với giờ cũ. Sổ vẫn giữ việc lượt này từng bị hủy.</translation>
    </message>
    <message>
        <source>Restore the entry</source>
        <translation>Khôi phục lượt đã hủy</translation>
    </message>
    <message>
        <source>%1 is on the attention list now.</source>
        <translation>Đã đưa %1 vào danh sách lưu ý.</translation>
    </message>
    <message>
        <source>%L1 refused</source>
        <translation>%L1 bị từ chối</translation>
    </message>
    <message>
        <source>%1 is no longer on the attention list.</source>
        <translation>%1 không còn trong danh sách lưu ý.</translation>
    </message>
    <message>
        <source>Changed: %1 is %2 now. Ctrl+Z changes it back.</source>
        <translation>Đã đổi chiều: lượt của %1 giờ là %2. Ctrl+Z để đổi lại.</translation>
    </message>
    <message>
        <source>Turned back: %1 is %2 again.</source>
        <translation>Đã đổi lại: lượt của %1 là %2 như cũ.</translation>
    </message>
    <message>
        <source>The entry of %1 counts again.</source>
        <translation>Lượt của %1 được tính lại.</translation>
    </message>
    <message>
        <source>Undo what was changed here last, or restore the chosen entry</source>
        <translation>Hoàn tác thay đổi gần nhất tại đây, hoặc khôi phục lượt đã chọn</translation>
    </message>
    <message numerus="yes">
        <source>%L1 entry(ies)</source>
        <translation>
            <numerusform>%L1 lượt</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 voided</source>
        <translation>%L1 đã hủy</translation>
    </message>
    <message>
        <source>In the details: everything else that can be done</source>
        <translation>Trong chi tiết: mọi việc khác có thể làm</translation>
    </message>
    <message>
        <source>filter on: %1</source>
        <translation>đang lọc: %1</translation>
    </message>
    <message>
        <source>Somebody who was refused neither came in nor left: “%1” lists none of them.</source>
        <translation>Lượt bị từ chối không phải lượt vào hay ra, nên bộ lọc “%1” không hiện lượt nào.</translation>
    </message>
    <message>
        <source>Look at a longer time, or show all.</source>
        <translation>Hãy xem khoảng thời gian dài hơn hoặc bỏ lọc.</translation>
    </message>
    <message>
        <source>Put on the attention list, or take off it…</source>
        <translation>Đưa vào hoặc bỏ khỏi danh sách lưu ý…</translation>
    </message>
    <message>
        <source>The filter hides it: “Clear filters” shows it.</source>
        <translation>Bộ lọc đang ẩn lượt này: bấm “Bỏ lọc” để xem.</translation>
    </message>
    <message>
        <source>%1 is staff now. To undo it: “More…” in the details, “No longer staff”.</source>
        <translation>%1 giờ là nhân viên. Muốn hoàn tác: trong phần chi tiết, “Việc khác…”, “Bỏ khỏi nhân viên”.</translation>
    </message>
    <message>
        <source>%1 is no longer staff. To undo it: “More…” in the details, “Mark as staff”.</source>
        <translation>%1 không còn là nhân viên. Muốn hoàn tác: trong phần chi tiết, “Việc khác…”, “Đặt là nhân viên”.</translation>
    </message>
    <message>
        <source>Nothing was changed in this list that could be undone. Delete voids the chosen entry.</source>
        <translation>Chưa có thay đổi nào trong danh sách này để hoàn tác. Nhấn Delete để hủy lượt đang chọn.</translation>
    </message>
    <message>
        <source>of these %L1 of companions alone</source>
        <translation>trong đó %L1 lượt chỉ của người đi cùng</translation>
    </message>
</context>
<context>
    <name>checkpoint::ErasurePanel</name>
    <message>
        <source>A note of the attention list that holds finds them until it ends.</source>
        <translation>Lưu ý còn hiệu lực trong danh sách lưu ý vẫn nhận ra người này cho đến khi hết hạn.</translation>
    </message>
    <message>
        <source>Entries that wait to be sent: %1. They go without the person.</source>
        <translation>Số lượt đang chờ gửi: %1. Các lượt này được gửi mà không kèm dữ liệu của người đó.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Không thể hoàn tác.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>This person is still inside. Record first that they leave (F4): afterwards nobody could tell who it is that is listed there.</source>
        <translation>Người này vẫn đang ở trong. Hãy ghi lượt ra trước (F4): sau khi xóa, không ai còn biết người trong danh sách đó là ai.</translation>
    </message>
    <message>
        <source>Erase everything held on %1?</source>
        <translation>Xóa toàn bộ dữ liệu đang lưu giữ về %1?</translation>
    </message>
    <message>
        <source>Erased: name, numbers, birth, address and phone, what was said of their visits, announcements, and by what they are recognised. If they come again, they are recorded as a new visitor.</source>
        <translation>Bị xóa: họ tên, các số giấy tờ, ngày sinh, địa chỉ, điện thoại, nội dung các lần đến, lịch hẹn và mọi dấu hiệu để nhận ra người này. Lần sau đến, người này được ghi nhận như khách mới.</translation>
    </message>
    <message>
        <source>Kept: the times of their entries and exits (%1), belonging to nobody, so that the counts and the proof of the record stay right; that a person's data were erased on request, so that no backup brings them back; and the request with its days, as proof that it was done.</source>
        <translation>Được giữ lại: thời điểm các lượt vào, ra (%1 lượt), không còn gắn với ai, để số liệu và việc kiểm chứng sổ ghi vẫn đúng; việc đã xóa theo yêu cầu, để không bản sao lưu nào khôi phục lại; và bản thân yêu cầu cùng các mốc thời gian, làm bằng chứng đã thực hiện.</translation>
    </message>
    <message>
        <source>Erase permanently</source>
        <translation>Xóa vĩnh viễn</translation>
    </message>
</context>
<context>
    <name>checkpoint::ExpectedPanel</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Dòng %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n visitor(s) can be taken over</source>
        <translation>
            <numerusform>%1: nhận được %n khách</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot</source>
        <translation>
            <numerusform>%n dòng không nhận được</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n visitor(s)</source>
        <translation>
            <numerusform>Nhận %n khách</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the time as 08:30.</source>
        <translation>Ghi giờ như 08:30.</translation>
    </message>
    <message>
        <source>File of expected visitors</source>
        <translation>Tệp khách hẹn trước</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt)</source>
        <translation>Bảng (*.csv *.txt)</translation>
    </message>
    <message>
        <source>has come</source>
        <translation>đã đến</translation>
    </message>
    <message>
        <source>Expected visitors</source>
        <translation>Khách hẹn trước</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Họ tên</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>May stay empty.</source>
        <translation>Có thể để trống.</translation>
    </message>
    <message>
        <source>Whom they visit</source>
        <translation>Người cần gặp</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>Thêm khách hẹn</translation>
    </message>
    <message>
        <source>From a file …</source>
        <translation>Lấy từ tệp…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>The day before</source>
        <translation>Ngày trước</translation>
    </message>
    <message>
        <source>The next day</source>
        <translation>Ngày sau</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Bỏ khỏi danh sách</translation>
    </message>
    <message>
        <source>Sample of a file of expected visitors</source>
        <translation>Tệp mẫu danh sách khách hẹn trước</translation>
    </message>
    <message>
        <source>expected-visitors-sample</source>
        <translation>khach-hen-truoc-mau</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>Tệp CSV (*.csv)</translation>
    </message>
    <message>
        <source>Days as %1, times as 08:30.</source>
        <translation>Ngày ghi dạng %1, giờ ghi dạng 08:30.</translation>
    </message>
    <message>
        <source>Save a sample file…</source>
        <translation>Lưu tệp mẫu…</translation>
    </message>
    <message>
        <source>Paste from Excel</source>
        <translation>Dán từ Excel</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) announced.</source>
        <translation>
            <numerusform>Đã thêm %n khách hẹn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: %1. Open it, replace the two sample visitors with yours, and import it here.</source>
        <translation>Đã lưu: %1. Hãy mở tệp, ghi khách của bạn thay cho hai người mẫu, rồi chọn “Lấy từ tệp” ở đây.</translation>
    </message>
    <message>
        <source>A name is needed to recognise the visitor.</source>
        <translation>Không có tên thì không nhận ra được ai.</translation>
    </message>
    <message>
        <source>It contains invisible characters.</source>
        <translation>Có ký tự không nhìn thấy được.</translation>
    </message>
    <message>
        <source>Nothing was copied: select the rows in the spreadsheet, copy them (Ctrl+C) and paste again.</source>
        <translation>Chưa chép gì: chọn các dòng trong bảng tính, chép (Ctrl+C) rồi dán lại.</translation>
    </message>
    <message>
        <source>Announced visitors are recognised on arrival, and the desk sees whom they visit. For several at once use a CSV file, or copy the rows in Excel and paste them here; the first row names the columns: name, day, time, host.</source>
        <translation>Khách hẹn trước được nhận ra khi đến, và quầy thấy khách gặp ai. Nhiều khách một lần: lấy từ tệp CSV, hoặc chép trong Excel rồi dán vào đây; dòng đầu ghi tên cột: tên, ngày, giờ, người gặp.</translation>
    </message>
    <message>
        <source>Contents of the file</source>
        <translation>Nội dung tệp</translation>
    </message>
    <message>
        <source>Nobody is expected on this day. Type a name above and press Ctrl+Enter, or paste a table with Ctrl+Shift+V.</source>
        <translation>Ngày này chưa có khách hẹn. Nhập họ tên ở trên rồi nhấn Ctrl+Enter, hoặc dán bảng bằng Ctrl+Shift+V.</translation>
    </message>
</context>
<context>
    <name>checkpoint::FileNotes</name>
    <message>
        <source>does not count</source>
        <translation>không được tính</translation>
    </message>
    <message>
        <source>a newer one counts</source>
        <translation>có bản mới hơn được tính</translation>
    </message>
    <message>
        <source>the same once more</source>
        <translation>trùng hoàn toàn</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>checkpoint::FilesPage</name>
    <message>
        <source>Nothing in this time</source>
        <translation>Không có gì trong thời gian này</translation>
    </message>
    <message>
        <source>Choose a longer time on the left.</source>
        <translation>Hãy chọn thời gian dài hơn ở bên trái.</translation>
    </message>
    <message>
        <source>Which report?</source>
        <translation>Báo cáo nào?</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>The whole record</source>
        <translation>Toàn bộ</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Dạng tệp</translation>
    </message>
    <message>
        <source>Form of the file</source>
        <translation>Dạng tệp</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>Write the days as 21/11/2026, the first one first.</source>
        <translation>Ghi ngày như 21/11/2026, ngày đầu trước, ngày cuối sau.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Từ ngày</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Đến ngày</translation>
    </message>
    <message>
        <source>Names and numbers in full</source>
        <translation>Hiện đầy đủ họ tên, số giấy tờ</translation>
    </message>
    <message>
        <source>Why persons are shown in full</source>
        <translation>Lý do hiện đầy đủ thông tin</translation>
    </message>
    <message>
        <source>Say why names are shown in full; the reason is logged.</source>
        <translation>Hãy ghi lý do hiện đầy đủ thông tin; lý do được lưu lại.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Thời gian</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>Nhập ngày…</translation>
    </message>
    <message>
        <source>Prepared by (shown on paper and PDF)</source>
        <translation>Người lập (ghi trên giấy và PDF)</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Người lập</translation>
    </message>
    <message>
        <source>Reason (logged)</source>
        <translation>Lý do (được lưu lại)</translation>
    </message>
    <message>
        <source>The venue's province or commune is not filled in: the receiver cannot count this report. Fill it in: Settings (F10), Venue.</source>
        <translation>Địa điểm chưa khai tỉnh, thành phố hoặc xã, phường: nơi nhận không tính được báo cáo này. Hãy khai trong Cài đặt (F10), mục Địa điểm.</translation>
    </message>
</context>
<context>
    <name>checkpoint::FilterBar</name>
    <message>
        <source>In and out</source>
        <translation>Vào và ra</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Chiều</translation>
    </message>
    <message>
        <source>All locations</source>
        <translation>Mọi vị trí</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>All codes</source>
        <translation>Mọi loại mã</translation>
    </message>
    <message>
        <source>Kind of code</source>
        <translation>Loại mã</translation>
    </message>
    <message>
        <source>Refused scans</source>
        <translation>Lượt bị từ chối</translation>
    </message>
    <message>
        <source>Still inside</source>
        <translation>Còn ở trong</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Mọi người</translation>
    </message>
    <message>
        <source>Staff only</source>
        <translation>Chỉ nhân viên</translation>
    </message>
    <message>
        <source>Visitors only</source>
        <translation>Chỉ khách</translation>
    </message>
    <message>
        <source>Visitors or staff</source>
        <translation>Khách hoặc nhân viên</translation>
    </message>
    <message>
        <source>Without refused</source>
        <translation>Ẩn lượt từ chối</translation>
    </message>
    <message>
        <source>Refused too</source>
        <translation>Kèm lượt từ chối</translation>
    </message>
    <message>
        <source>Refused only</source>
        <translation>Chỉ lượt từ chối</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ lọc</translation>
    </message>
</context>
<context>
    <name>checkpoint::FirstStartView</name>
    <message>
        <source>First start</source>
        <translation>Lần đầu sử dụng</translation>
    </message>
    <message>
        <source>What is the venue called?</source>
        <translation>Tên địa điểm là gì?</translation>
    </message>
    <message>
        <source>As it stands on the posters and in the reports.</source>
        <translation>Như ghi trên áp phích và trong báo cáo.</translation>
    </message>
    <message>
        <source>Such as: District General Hospital</source>
        <translation>Ví dụ: Bệnh viện Đa khoa huyện</translation>
    </message>
    <message>
        <source>Where does this desk stand?</source>
        <translation>Quầy này đặt ở đâu?</translation>
    </message>
    <message>
        <source>The place within the venue; it is kept with every entry.</source>
        <translation>Vị trí trong địa điểm; được ghi cùng mỗi lượt ra vào.</translation>
    </message>
    <message>
        <source>Such as: Gate A</source>
        <translation>Ví dụ: Cổng A</translation>
    </message>
    <message>
        <source>A camera, a handheld scanner, or both: all work at once.</source>
        <translation>Camera, máy quét cầm tay hoặc cả hai: tất cả hoạt động cùng lúc.</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>No camera is plugged in</source>
        <translation>Chưa cắm camera</translation>
    </message>
    <message>
        <source>Start scanning</source>
        <translation>Bắt đầu quét</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>The first one is an administrator, who adds the others in the settings.</source>
        <translation>Người đầu tiên là người quản trị và sẽ thêm những người khác trong phần cài đặt.</translation>
    </message>
    <message>
        <source>For an office of one: everybody at this computer may see, change and export everything.</source>
        <translation>Dành cho văn phòng một người: ai ngồi trước máy này cũng xem, sửa và xuất được mọi dữ liệu.</translation>
    </message>
    <message>
        <source>The administrator needs a name.</source>
        <translation>Người quản trị phải có tên.</translation>
    </message>
    <message>
        <source>The two PINs differ. Type both again.</source>
        <translation>Hai mã PIN không giống nhau. Hãy nhập lại cả hai.</translation>
    </message>
    <message>
        <source>Save the recovery sheet…</source>
        <translation>Lưu tờ khôi phục…</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>Nhập lại mã PIN</translation>
    </message>
    <message>
        <source>I have a backup…</source>
        <translation>Tôi có bản sao lưu…</translation>
    </message>
    <message>
        <source>Handheld scanner: plug it in and scan any code to try it. Nothing is recorded here.</source>
        <translation>Máy quét cầm tay: cắm vào và quét thử một mã bất kỳ. Ở trang này không có gì được ghi lại.</translation>
    </message>
    <message>
        <source>%1 works: a code has just been read. It was not recorded.</source>
        <translation>%1 hoạt động tốt: vừa đọc được một mã. Mã này không được ghi lại.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Nobody signs in</source>
        <translation>Không cần đăng nhập</translation>
    </message>
    <message>
        <source>Each with a PIN</source>
        <translation>Mỗi người một mã PIN</translation>
    </message>
    <message>
        <source>Three questions before scanning</source>
        <translation>Ba câu hỏi, rồi bắt đầu quét</translation>
    </message>
    <message>
        <source>You can skip any of them. Everything can be changed later in the settings (F10).</source>
        <translation>Câu nào cũng có thể bỏ qua. Mọi thứ đều có thể đổi sau trong phần Cài đặt (F10).</translation>
    </message>
    <message>
        <source>What do you scan with?</source>
        <translation>Quét bằng gì?</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Tên người quản trị</translation>
    </message>
</context>
<context>
    <name>checkpoint::HandEntryPanel</name>
    <message>
        <source>known</source>
        <translation>đã có</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Nhập tay</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Was here before, and is inside now</source>
        <translation>Đã từng đến, hiện đang ở trong</translation>
    </message>
    <message>
        <source>Was here before</source>
        <translation>Đã từng đến</translation>
    </message>
    <message>
        <source>Record OUT</source>
        <translation>Ghi RA</translation>
    </message>
    <message>
        <source>Record IN</source>
        <translation>Ghi VÀO</translation>
    </message>
    <message>
        <source>The same person as %1?</source>
        <translation>Cùng một người với %1?</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Cùng một người</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Người khác</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Not recorded yet · Ctrl+N: empty</source>
        <translation>Chưa ghi · Ctrl+N: nhập mới</translation>
    </message>
    <message>
        <source>Known, but by no entry that stands</source>
        <translation>Đã biết, nhưng chưa có lượt nào còn được tính</translation>
    </message>
    <message>
        <source>Announced for today</source>
        <translation>Khách hẹn hôm nay</translation>
    </message>
    <message>
        <source>Announced for today, and is inside now</source>
        <translation>Khách hẹn hôm nay, hiện đang ở trong</translation>
    </message>
    <message>
        <source>Announced for today, was here before</source>
        <translation>Khách hẹn hôm nay, đã từng đến</translation>
    </message>
</context>
<context>
    <name>checkpoint::HeldCard</name>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>personal-data</source>
        <translation>du-lieu-ca-nhan</translation>
    </message>
    <message>
        <source>Save what is held</source>
        <translation>Lưu bản dữ liệu đang lưu giữ</translation>
    </message>
    <message>
        <source>What is held on the person</source>
        <translation>Dữ liệu đang lưu giữ về người này</translation>
    </message>
    <message>
        <source>Hide (%1 s)</source>
        <translation>Che lại (%1 giây)</translation>
    </message>
    <message>
        <source>Show in full</source>
        <translation>Hiện đầy đủ</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Printed: %1</source>
        <translation>Đã in: %1</translation>
    </message>
    <message>
        <source>Fill in what needs correcting; the rest stays as it is.</source>
        <translation>Hãy điền phần cần sửa; phần còn lại giữ nguyên.</translation>
    </message>
    <message>
        <source>Corrected.</source>
        <translation>Đã chỉnh sửa.</translation>
    </message>
    <message>
        <source>Nobody looked up yet</source>
        <translation>Chưa tra cứu ai</translation>
    </message>
    <message>
        <source>Shown in full. Masked again in %1 s.</source>
        <translation>Đang hiện đầy đủ. Che lại sau %1 giây.</translation>
    </message>
    <message>
        <source>Masked. Shown in full only for a reason, which is logged.</source>
        <translation>Đã che. Chỉ hiện đầy đủ khi có lý do; lý do được lưu lại.</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Chỉnh sửa…</translation>
    </message>
    <message>
        <source>Correct what is held on %1</source>
        <translation>Chỉnh sửa dữ liệu về %1</translation>
    </message>
    <message>
        <source>Leave correct fields empty. What was already sent stays with the recipient.</source>
        <translation>Để trống phần đã đúng. Dữ liệu đã gửi đi vẫn nằm ở nơi nhận.</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Erased, in the file and in what is left of it as well. Tell the person, then mark the request as done.</source>
        <translation>Đã xóa, kể cả phần còn sót lại trong tệp. Hãy báo cho người yêu cầu, rồi đánh dấu yêu cầu là đã thực hiện.</translation>
    </message>
    <message>
        <source>Look up on the left who asks: everything held on them then appears here, masked, to be shown, printed, corrected or erased.</source>
        <translation>Hãy cho biết ở bên trái ai yêu cầu: mọi dữ liệu đang lưu giữ về người đó sẽ hiện ở đây ở dạng đã che, để xem đầy đủ, in, chỉnh sửa hoặc xóa.</translation>
    </message>
    <message>
        <source>Erased: what remains belongs to nobody.</source>
        <translation>Đã xóa: phần còn lại không gắn với ai.</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Xóa dữ liệu…</translation>
    </message>
</context>
<context>
    <name>checkpoint::HeldReasonPanel</name>
    <message>
        <source>The person asks for their data</source>
        <translation>Chính người đó yêu cầu</translation>
    </message>
    <message>
        <source>A correction is asked for</source>
        <translation>Có yêu cầu chỉnh sửa</translation>
    </message>
    <message>
        <source>Somebody asks in their name</source>
        <translation>Người được ủy quyền yêu cầu</translation>
    </message>
    <message>
        <source>An authority asks for it</source>
        <translation>Cơ quan chức năng yêu cầu</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
    <message>
        <source>Show everything held on %1 in full?</source>
        <translation>Hiện đầy đủ dữ liệu đang lưu giữ về %1?</translation>
    </message>
    <message>
        <source>Print everything held on %1 in full?</source>
        <translation>In đầy đủ dữ liệu đang lưu giữ về %1?</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save everything held on %1 in full?</source>
        <translation>Lưu đầy đủ dữ liệu đang lưu giữ về %1?</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Lưu…</translation>
    </message>
    <message>
        <source>Why? This is logged, and the person can ask to see it.</source>
        <translation>Vì sao? Việc xem được ghi lại, và người đó có quyền hỏi về việc này.</translation>
    </message>
</context>
<context>
    <name>checkpoint::HelpPanel</name>
    <message>
        <source>Keys: %1</source>
        <translation>Phím tắt: %1</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>Đóng trợ giúp</translation>
    </message>
    <message>
        <source>About this view</source>
        <translation>Về màn hình này</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Ở mọi màn hình</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Các mục khác</translation>
    </message>
    <message>
        <source>The manual does not say this. Try another word.</source>
        <translation>Hướng dẫn không có điều này. Hãy thử từ khác.</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>Tất cả các mục</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>Tìm trong hướng dẫn</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Sách hướng dẫn</translation>
    </message>
</context>
<context>
    <name>checkpoint::InsideModel</name>
    <message>
        <source>Came with %1, who has left</source>
        <translation>Đi cùng %1 (đã ra)</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ lúc</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>Identified by</source>
        <translation>Nhận biết qua</translation>
    </message>
    <message>
        <source>Companions</source>
        <translation>Đi cùng</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Gặp</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Vị trí</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) of yesterday left without being seen. Exits estimated: %1</source>
        <translation>
            <numerusform>%n khách hôm qua ra về không ai ghi nhận. Giờ ra ước tính: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the staff</source>
        <translation>
            <numerusform>%n nhân viên</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n of the staff</source>
        <translation>
            <numerusform>%1 trong %n nhân viên</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::InsidePrinting</name>
    <message>
        <source>Who is inside</source>
        <translation>Danh sách người còn ở trong</translation>
    </message>
    <message>
        <source>Printed at %1</source>
        <translation>In lúc %1</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 người</translation>
    </message>
    <message>
        <source>in at %1</source>
        <translation>vào lúc %1</translation>
    </message>
    <message>
        <source>only companions</source>
        <translation>chỉ còn người đi cùng</translation>
    </message>
    <message>
        <source>Nobody is inside.</source>
        <translation>Không còn ai ở trong.</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Trang %1</translation>
    </message>
    <message>
        <source>staff</source>
        <translation>nhân viên</translation>
    </message>
    <message>
        <source>visits %1</source>
        <translation>gặp %1</translation>
    </message>
    <message>
        <source>Print who is inside, with full names</source>
        <translation>In danh sách người bên trong, đủ họ tên</translation>
    </message>
    <message>
        <source>Print who is inside, with initials</source>
        <translation>In danh sách người bên trong, tên viết tắt</translation>
    </message>
    <message>
        <source>who-is-inside</source>
        <translation>nguoi-ben-trong</translation>
    </message>
</context>
<context>
    <name>checkpoint::InsideView</name>
    <message>
        <source>Search by name, host or location</source>
        <translation>Tìm theo tên, người cần gặp hoặc vị trí</translation>
    </message>
    <message>
        <source>Choose a person</source>
        <translation>Chọn một người</translation>
    </message>
    <message>
        <source>Record that the chosen person leaves</source>
        <translation>Ghi người đang chọn ra</translation>
    </message>
    <message>
        <source>Record that some of the companions leave</source>
        <translation>Ghi một số người đi cùng ra</translation>
    </message>
    <message>
        <source>End of the day: record that everybody listed leaves</source>
        <translation>Cuối ngày: ghi mọi người trong danh sách ra</translation>
    </message>
    <message>
        <source>Esc shows everybody again.</source>
        <translation>Nhấn Esc để xem lại tất cả.</translation>
    </message>
    <message>
        <source>Whoever came before today has left.</source>
        <translation>Những người đến trước hôm nay đều đã ra.</translation>
    </message>
    <message>
        <source>Nobody is inside</source>
        <translation>Không có ai ở trong</translation>
    </message>
    <message>
        <source>Whoever comes in is listed here until they leave.</source>
        <translation>Ai vào sẽ được liệt kê ở đây cho đến khi ra.</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s)</source>
        <translation>
            <numerusform>%n khách</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 và %2</translation>
    </message>
    <message numerus="yes">
        <source>%n companion(s)</source>
        <translation>
            <numerusform>%n người đi cùng</numerusform>
        </translation>
    </message>
    <message>
        <source>Inside now</source>
        <translation>Đang ở trong</translation>
    </message>
    <message>
        <source>Since before today</source>
        <translation>Từ trước hôm nay</translation>
    </message>
    <message>
        <source>Which visits are listed</source>
        <translation>Liệt kê những ai</translation>
    </message>
    <message>
        <source>Name, host or location</source>
        <translation>Tên, người cần gặp hoặc vị trí</translation>
    </message>
    <message>
        <source>Who is inside</source>
        <translation>Ai đang ở trong</translation>
    </message>
    <message>
        <source>Record OUT</source>
        <translation>Ghi RA</translation>
    </message>
    <message>
        <source>Part of the group leaves</source>
        <translation>Một phần nhóm ra</translation>
    </message>
    <message>
        <source>End of the day</source>
        <translation>Kết thúc ngày</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Record all</source>
        <translation>Ghi tất cả</translation>
    </message>
    <message>
        <source>Sent to %1.</source>
        <translation>Đã gửi đến %1.</translation>
    </message>
    <message>
        <source>Choose “Everybody” above.</source>
        <translation>Hãy chọn “Tất cả” ở trên.</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>Visitors or staff</source>
        <translation>Khách hoặc nhân viên</translation>
    </message>
    <message>
        <source>Nobody who came with %1 is inside any more; the question is closed.</source>
        <translation>Những người đi cùng %1 không còn ai ở trong; câu hỏi đã được đóng.</translation>
    </message>
    <message numerus="yes">
        <source>%n exit(s) recorded, marked as estimated. To void one: choose it in the entries (F3), Delete.</source>
        <translation>
            <numerusform>Đã ghi %n lượt ra, đánh dấu là ước tính. Để hủy một lượt: chọn lượt đó trong Lượt vào ra (F3), nhấn Delete.</numerusform>
        </translation>
    </message>
    <message>
        <source>Print it with full names, for a reason</source>
        <translation>In danh sách với họ tên đầy đủ, có nêu lý do</translation>
    </message>
    <message>
        <source>Expected visitors</source>
        <translation>Khách hẹn trước</translation>
    </message>
    <message>
        <source>Print the list of everybody inside, names as initials</source>
        <translation>In danh sách mọi người bên trong, tên viết tắt</translation>
    </message>
    <message>
        <source>Print initials</source>
        <translation>In tên viết tắt</translation>
    </message>
    <message>
        <source>Names stand on the list as initials. “Print full names” asks for a reason first.</source>
        <translation>Tên trong danh sách được viết tắt. “In đủ họ tên” sẽ hỏi lý do trước khi in.</translation>
    </message>
    <message>
        <source>Print full names…</source>
        <translation>In đủ họ tên…</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Đã lưu vào %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n visitor(s)</source>
        <translation>
            <numerusform>%1 trong %n khách</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing the day was undone</source>
        <translation>Hoàn tác việc kết thúc ngày</translation>
    </message>
    <message>
        <source>Undo the end of the day: all of its exits</source>
        <translation>Hoàn tác việc kết thúc ngày: hủy mọi lượt ra đã ghi</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message numerus="yes">
        <source>%n exit(s) recorded, marked as estimated.</source>
        <translation>
            <numerusform>Đã ghi %n lượt ra, đánh dấu là ước tính.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exit(s) voided.</source>
        <translation>
            <numerusform>Đã hủy %n lượt ra.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are: who came or left again since.</source>
        <translation>
            <numerusform>%n lượt giữ nguyên vì khách đã vào hoặc ra lại sau đó.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Không có ai khớp</translation>
    </message>
    <message>
        <source>Nobody is left from earlier days</source>
        <translation>Không còn ai từ những ngày trước</translation>
    </message>
    <message>
        <source>Who of %1's group is leaving?</source>
        <translation>Ai trong nhóm của %1 ra?</translation>
    </message>
    <message>
        <source>%1 stays inside. If they all leave: Esc, then Enter.</source>
        <translation>%1 vẫn ở trong. Nếu cả nhóm ra: nhấn Esc rồi Enter.</translation>
    </message>
    <message numerus="yes">
        <source>Record OUT for all %n listed and for those with them? The exits are marked as estimated.</source>
        <translation>
            <numerusform>Ghi RA cho tất cả %n người trong danh sách và những người đi cùng họ? Các lượt ra được đánh dấu là ước tính.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Everybody inside, %n line(s).</source>
        <translation>
            <numerusform>Tất cả người đang ở trong, %n dòng.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::KeepingSettings</name>
    <message>
        <source>Keeping data</source>
        <translation>Lưu giữ dữ liệu</translation>
    </message>
    <message>
        <source>Nothing had to be destroyed yet. It is done every night and when the program starts.</source>
        <translation>Chưa có dữ liệu nào phải xóa. Việc xóa được thực hiện mỗi đêm và khi chương trình khởi động.</translation>
    </message>
    <message numerus="yes">
        <source>Last on %1 at %2: the data of %n visitor(s). Entries and counts stay.</source>
        <translation>
            <numerusform>Lần gần nhất ngày %1 lúc %2: đã xóa dữ liệu của %n khách. Lượt ra vào và số liệu thống kê được giữ lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>retention erase delete personal data</source>
        <translation>thời hạn lưu giữ xóa dữ liệu cá nhân</translation>
    </message>
    <message>
        <source> days</source>
        <translation> ngày</translation>
    </message>
    <message>
        <source>Visitors' data</source>
        <translation>Dữ liệu của khách</translation>
    </message>
    <message>
        <source>After their last entry. Name, numbers and address are destroyed; entries and counts stay.</source>
        <translation>Tính từ lượt ra vào cuối cùng. Họ tên, các số và địa chỉ bị xóa; lượt ra vào và số liệu thống kê được giữ lại.</translation>
    </message>
    <message>
        <source>Purposes and hosts</source>
        <translation>Mục đích và người được gặp</translation>
    </message>
    <message>
        <source>After the entry.</source>
        <translation>Tính từ lượt ra vào.</translation>
    </message>
    <message>
        <source>Reasons for voiding</source>
        <translation>Lý do hủy lượt</translation>
    </message>
    <message>
        <source>After the entry was voided.</source>
        <translation>Tính từ khi lượt bị hủy.</translation>
    </message>
    <message>
        <source>Reasons for revealing</source>
        <translation>Lý do xem đầy đủ</translation>
    </message>
    <message>
        <source>After somebody looked at data in full.</source>
        <translation>Tính từ khi có người xem dữ liệu đầy đủ.</translation>
    </message>
    <message>
        <source>Refused scans</source>
        <translation>Lượt quét bị từ chối</translation>
    </message>
    <message>
        <source>Expected visitors</source>
        <translation>Khách hẹn trước</translation>
    </message>
    <message>
        <source>After the day they were announced for.</source>
        <translation>Tính từ ngày hẹn.</translation>
    </message>
    <message>
        <source>Attention list</source>
        <translation>Danh sách lưu ý</translation>
    </message>
    <message>
        <source>After a note has ended or was withdrawn.</source>
        <translation>Tính từ khi lưu ý hết hạn hoặc được gỡ bỏ.</translation>
    </message>
    <message>
        <source>Entries not sent yet</source>
        <translation>Lượt chưa gửi</translation>
    </message>
    <message>
        <source>Destroyed</source>
        <translation>Đã xóa</translation>
    </message>
    <message>
        <source>erase delete</source>
        <translation>xóa hủy</translation>
    </message>
    <message>
        <source>Notice for visitors</source>
        <translation>Thông báo cho khách</translation>
    </message>
    <message>
        <source>What for, on what basis, how long, whom to ask: on the wall and on the screen. The law asks for it.</source>
        <translation>Mục đích, căn cứ, thời hạn lưu giữ, nơi liên hệ: niêm yết và hiện trên màn hình. Pháp luật yêu cầu thông báo này.</translation>
    </message>
    <message>
        <source>privacy personal data poster wall version print</source>
        <translation>quyền riêng tư dữ liệu cá nhân niêm yết phiên bản in</translation>
    </message>
    <message>
        <source>The notice…</source>
        <translation>Thông báo…</translation>
    </message>
    <message>
        <source>After that nobody can tell what was scanned.</source>
        <translation>Sau thời hạn này không còn biết được nội dung đã quét.</translation>
    </message>
    <message>
        <source>Visitors' data are kept this long; after that entries are sent without them.</source>
        <translation>Thời gian còn giữ dữ liệu của khách; sau đó lượt được gửi mà không kèm dữ liệu.</translation>
    </message>
    <message>
        <source>Destroy data past their term now</source>
        <translation>Xóa ngay dữ liệu quá hạn</translation>
    </message>
</context>
<context>
    <name>checkpoint::KeptLine</name>
    <message>
        <source>Saved</source>
        <translation>Đã lưu</translation>
    </message>
    <message>
        <source>Every change is saved at once.</source>
        <translation>Mọi thay đổi được lưu ngay.</translation>
    </message>
</context>
<context>
    <name>checkpoint::LanguageSettings</name>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Takes effect at once, everywhere in the program.</source>
        <translation>Có hiệu lực ngay, trong cả chương trình.</translation>
    </message>
</context>
<context>
    <name>checkpoint::LockedPage</name>
    <message>
        <source>The desk is locked</source>
        <translation>Quầy đang khóa</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Scanning goes on. Sign in to see the data.</source>
        <translation>Việc quét vẫn tiếp tục. Muốn xem dữ liệu thì phải đăng nhập.</translation>
    </message>
</context>
<context>
    <name>checkpoint::MainWindow</name>
    <message>
        <source>Checkpoint Desk</source>
        <translation>Checkpoint Desk</translation>
    </message>
    <message>
        <source>Answer with F2</source>
        <translation>Nhấn F2 để trả lời</translation>
    </message>
    <message>
        <source>No second monitor is connected.</source>
        <translation>Chưa cắm màn hình thứ hai.</translation>
    </message>
    <message>
        <source>The window for visitors opens by itself as soon as there is one.</source>
        <translation>Cửa sổ cho khách sẽ tự mở ngay khi cắm màn hình thứ hai.</translation>
    </message>
    <message>
        <source>The kiosk is left until the program starts again.</source>
        <translation>Đã thoát chế độ khóa màn hình (kiosk) cho đến lần mở chương trình sau.</translation>
    </message>
    <message>
        <source>For good: Settings (F10), Window.</source>
        <translation>Muốn bỏ hẳn: Cài đặt (F10), Cửa sổ.</translation>
    </message>
    <message>
        <source>“%1” cannot be done now.</source>
        <translation>Chưa thể thực hiện “%1”.</translation>
    </message>
    <message>
        <source>Leave the kiosk first (Ctrl+Shift+F11).</source>
        <translation>Hãy thoát khóa màn hình trước (Ctrl+Shift+F11).</translation>
    </message>
    <message>
        <source>The window cannot be closed in kiosk mode.</source>
        <translation>Đang ở chế độ khóa màn hình (kiosk) nên không đóng cửa sổ được.</translation>
    </message>
</context>
<context>
    <name>checkpoint::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>Đóng thông báo này</translation>
    </message>
</context>
<context>
    <name>checkpoint::NoticePanel</name>
    <message>
        <source>Printed on %1. Hang it where visitors read it before they are scanned.</source>
        <translation>Đã in trên %1. Hãy niêm yết ở nơi khách đọc được trước khi quét mã.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Chưa ban hành</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Phiên bản %1, ngày %2</translation>
    </message>
    <message>
        <source>How long (as set under “Keeping data”): visitors' data %1 days, purposes and hosts %2 days, what waits to be sent %3 days.</source>
        <translation>Thời hạn lưu giữ (theo mục “Lưu giữ dữ liệu”): dữ liệu của khách %1 ngày, mục đích và người được gặp %2 ngày, dữ liệu chờ gửi %3 ngày.</translation>
    </message>
    <message>
        <source>The notice needs this text, in both languages.</source>
        <translation>Thông báo cần có nội dung này, bằng cả hai thứ tiếng.</translation>
    </message>
    <message>
        <source>This text is too long for one page.</source>
        <translation>Nội dung này quá dài so với một trang.</translation>
    </message>
    <message>
        <source>This text cannot be printed. Type it without special characters.</source>
        <translation>Nội dung này không in được. Hãy gõ lại, không dùng ký tự đặc biệt.</translation>
    </message>
    <message>
        <source>Version %1 is kept and shown to visitors. Print it and hang it up in place of the old one.</source>
        <translation>Phiên bản %1 đã được lưu và hiện cho khách. Hãy in và niêm yết thay bản cũ.</translation>
    </message>
    <message>
        <source>notice-version-%1</source>
        <translation>thong-bao-phien-ban-%1</translation>
    </message>
    <message>
        <source>Save the notice</source>
        <translation>Lưu thông báo</translation>
    </message>
    <message>
        <source>Save as version %1</source>
        <translation>Lưu thành phiên bản %1</translation>
    </message>
    <message>
        <source>Notice for visitors</source>
        <translation>Thông báo cho khách</translation>
    </message>
    <message>
        <source>What visitors are told before their data are taken: on the wall, and in short on the visitors' window. Every change that is saved is a version of its own; old ones stay.</source>
        <translation>Nội dung thông báo cho khách trước khi thu thập dữ liệu: bản niêm yết đầy đủ, và bản rút gọn trên cửa sổ dành cho khách. Mỗi lần lưu thay đổi là một phiên bản mới; các phiên bản cũ được giữ lại.</translation>
    </message>
    <message>
        <source>Language of the notice</source>
        <translation>Ngôn ngữ của thông báo</translation>
    </message>
    <message>
        <source>What the data are for</source>
        <translation>Mục đích xử lý dữ liệu</translation>
    </message>
    <message>
        <source>On what basis (law, rules of the venue)</source>
        <translation>Căn cứ xử lý (pháp luật, nội quy của địa điểm)</translation>
    </message>
    <message>
        <source>Whom visitors ask: office, phone, e-mail</source>
        <translation>Nơi khách liên hệ: bộ phận, điện thoại, thư điện tử</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Các phiên bản</translation>
    </message>
    <message>
        <source>Versions of the notice</source>
        <translation>Các phiên bản của thông báo</translation>
    </message>
    <message>
        <source>The notice as it will be printed</source>
        <translation>Thông báo như khi in</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Lưu PDF…</translation>
    </message>
</context>
<context>
    <name>checkpoint::OperatorForm</name>
    <message>
        <source>New PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>Mã PIN hoặc mật khẩu</translation>
    </message>
    <message>
        <source>The first operator is an administrator. From then on everybody signs in with a PIN.</source>
        <translation>Người đầu tiên là người quản trị. Từ đó ai cũng đăng nhập bằng mã PIN.</translation>
    </message>
    <message>
        <source>A new operator</source>
        <translation>Người trực mới</translation>
    </message>
    <message>
        <source>Begin with sign-in</source>
        <translation>Bắt đầu dùng đăng nhập</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>A new PIN for %1</source>
        <translation>Mã PIN mới cho %1</translation>
    </message>
    <message>
        <source>Set the PIN</source>
        <translation>Đặt mã PIN</translation>
    </message>
    <message>
        <source>What may %1 do?</source>
        <translation>%1 được làm những gì?</translation>
    </message>
    <message>
        <source>Set the role</source>
        <translation>Đặt vai trò</translation>
    </message>
    <message>
        <source>Remove %1? What they recorded stays.</source>
        <translation>Xóa %1? Các lượt người này đã ghi vẫn được giữ.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Work without sign-in? All operators and their PINs go, and everybody at this computer may then see, change and export everything.</source>
        <translation>Không dùng đăng nhập nữa? Toàn bộ người trực và mã PIN sẽ bị xóa; khi đó ai ngồi trước máy này cũng xem, sửa và xuất được mọi dữ liệu.</translation>
    </message>
    <message>
        <source>Work without sign-in</source>
        <translation>Không dùng đăng nhập</translation>
    </message>
    <message>
        <source>The operator needs a name.</source>
        <translation>Người trực phải có tên.</translation>
    </message>
    <message>
        <source>There is an operator of this name.</source>
        <translation>Đã có người trực mang tên này.</translation>
    </message>
    <message>
        <source>Type the PIN that you have now as well.</source>
        <translation>Hãy nhập cả mã PIN hiện tại của bạn.</translation>
    </message>
    <message>
        <source>%1 is the last administrator. Make somebody else an administrator first.</source>
        <translation>%1 là người quản trị cuối cùng. Hãy giao quyền quản trị cho người khác trước.</translation>
    </message>
    <message>
        <source>The two PINs differ. Type both again.</source>
        <translation>Hai mã PIN không giống nhau. Hãy nhập lại cả hai.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Your PIN so far</source>
        <translation>Mã PIN hiện tại của bạn</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Nhập lại lần nữa</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Thôi</translation>
    </message>
    <message>
        <source>Type the PIN a second time, to be sure of it.</source>
        <translation>Hãy nhập lại mã PIN lần nữa để chắc chắn.</translation>
    </message>
</context>
<context>
    <name>checkpoint::OperatorSettings</name>
    <message>
        <source>Operators</source>
        <translation>Người trực</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Work without sign-in</source>
        <translation>Không dùng đăng nhập</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>Đã xong.</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Ai trực tại đây</translation>
    </message>
    <message>
        <source>F8 changes who is signed in, Ctrl+L locks the desk.</source>
        <translation>F8 đổi người đăng nhập, Ctrl+L khóa quầy.</translation>
    </message>
    <message>
        <source>Nobody signs in: everybody at this computer may see, change and export everything.</source>
        <translation>Không ai phải đăng nhập: ai ngồi trước máy này cũng xem, sửa và xuất được mọi dữ liệu.</translation>
    </message>
    <message>
        <source>sign in login user password PIN role administrator supervisor rights</source>
        <translation>đăng nhập người dùng mật khẩu mã PIN vai trò quản trị giám sát phân quyền</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Vai trò</translation>
    </message>
    <message>
        <source>Add an operator</source>
        <translation>Thêm người trực</translation>
    </message>
    <message>
        <source>Set up sign-in</source>
        <translation>Thiết lập đăng nhập</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>Đổi vai trò</translation>
    </message>
    <message>
        <source>Lock by itself</source>
        <translation>Tự khóa</translation>
    </message>
    <message>
        <source>When nobody has touched keys or mouse for so long. Scanning goes on, the data are hidden.</source>
        <translation>Khi không ai chạm bàn phím hoặc chuột trong khoảng thời gian này. Việc quét vẫn tiếp tục, dữ liệu được ẩn.</translation>
    </message>
    <message>
        <source>idle timeout screen saver minutes</source>
        <translation>nhàn rỗi thời gian chờ bảo vệ màn hình phút</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Không bao giờ</translation>
    </message>
    <message>
        <source>After %1 min</source>
        <translation>Sau %1 phút</translation>
    </message>
    <message>
        <source>Without sign-in</source>
        <translation>Không đăng nhập</translation>
    </message>
    <message>
        <source>For an office where one person works.</source>
        <translation>Dành cho văn phòng chỉ có một người làm việc.</translation>
    </message>
    <message>
        <source>turn off sign-in single person</source>
        <translation>tắt đăng nhập một người</translation>
    </message>
    <message>
        <source>Setting up sign-in …</source>
        <translation>Đang thiết lập đăng nhập…</translation>
    </message>
    <message>
        <source>Setting the PIN …</source>
        <translation>Đang đặt mã PIN…</translation>
    </message>
    <message>
        <source>This is not your PIN so far. Nothing was changed. After each wrong one the next takes longer.</source>
        <translation>Đây không phải mã PIN hiện tại của bạn. Chưa có gì thay đổi. Sau mỗi lần sai, thời gian chờ lần sau sẽ lâu hơn.</translation>
    </message>
    <message>
        <source>My PIN</source>
        <translation>Mã PIN của tôi</translation>
    </message>
    <message>
        <source>Of whoever is signed in.</source>
        <translation>Mã của người đang đăng nhập.</translation>
    </message>
    <message>
        <source>change own PIN password</source>
        <translation>đổi mã PIN của mình mật khẩu cá nhân</translation>
    </message>
    <message>
        <source>Change my PIN…</source>
        <translation>Đổi mã PIN của tôi…</translation>
    </message>
</context>
<context>
    <name>checkpoint::OverviewPage</name>
    <message>
        <source>Nothing was recorded in these thirty days</source>
        <translation>Ba mươi ngày này chưa ghi lượt nào</translation>
    </message>
    <message>
        <source>As soon as visitors pass, the day is shown here in pictures.</source>
        <translation>Khi có khách vào ra, tình hình trong ngày hiện ở đây bằng biểu đồ.</translation>
    </message>
    <message>
        <source>In %1 · Out %2 · At most %3 inside at once</source>
        <translation>Lượt vào %1 · lượt ra %2 · Đông nhất %3 người cùng lúc</translation>
    </message>
    <message>
        <source>Passages by hour</source>
        <translation>Lượt theo giờ</translation>
    </message>
    <message>
        <source>People inside over the day</source>
        <translation>Số người ở trong suốt ngày</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>By location</source>
        <translation>Theo vị trí</translation>
    </message>
    <message>
        <source>By kind of code</source>
        <translation>Theo loại mã</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Số lượt</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Số người</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Loại mã</translation>
    </message>
    <message>
        <source>Save the pictures</source>
        <translation>Lưu biểu đồ</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Printed: %1</source>
        <translation>Đã in: %1</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu PDF</translation>
    </message>
</context>
<context>
    <name>checkpoint::PaperDayPage</name>
    <message>
        <source>typed wrongly from paper</source>
        <translation>nhập sai từ phiếu giấy</translation>
    </message>
    <message>
        <source>Next field; after the last one the line is recorded</source>
        <translation>Sang ô kế tiếp; hết ô cuối thì ghi cả dòng</translation>
    </message>
    <message>
        <source>Choose a visitor who was here before</source>
        <translation>Chọn khách đã từng đến</translation>
    </message>
    <message>
        <source>The day is none: write it as 21/11/2026</source>
        <translation>Ngày không đúng: hãy ghi như 21/11/2026</translation>
    </message>
    <message>
        <source>The time is none: write it as 8:15 or 815</source>
        <translation>Giờ không đúng: hãy ghi như 8:15 hoặc 815</translation>
    </message>
    <message>
        <source>A field cannot be kept as it is.</source>
        <translation>Có ô chưa đúng, hãy sửa lại.</translation>
    </message>
    <message>
        <source>This time has not come yet.</source>
        <translation>Thời điểm này chưa tới.</translation>
    </message>
    <message>
        <source>This desk records only since %1.</source>
        <translation>Quầy này chỉ có dữ liệu từ ngày %1.</translation>
    </message>
    <message>
        <source>the desk does not take it</source>
        <translation>quầy không nhận</translation>
    </message>
    <message>
        <source>Row %1 is not recorded.</source>
        <translation>Dòng %1 chưa được ghi.</translation>
    </message>
    <message>
        <source>Row %1 is voided and stands in the fields again.</source>
        <translation>Đã hủy dòng %1 và đưa trở lại các ô để sửa.</translation>
    </message>
    <message>
        <source>The form is printed: %1</source>
        <translation>Đã in phiếu: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) recorded as late entries</source>
        <translation>
            <numerusform>Đã ghi bổ sung %n dòng</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not recorded</source>
        <translation>
            <numerusform>%n dòng chưa ghi được</numerusform>
        </translation>
    </message>
    <message>
        <source>From the paper form</source>
        <translation>Nhập từ phiếu giấy</translation>
    </message>
    <message>
        <source>Day on the form</source>
        <translation>Ngày trên phiếu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Time (stays until changed)</source>
        <translation>Giờ (giữ tới khi đổi)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Change direction</source>
        <translation>Đổi chiều</translation>
    </message>
    <message>
        <source>Record the line</source>
        <translation>Ghi dòng này</translation>
    </message>
    <message>
        <source>Print the form…</source>
        <translation>In phiếu giấy…</translation>
    </message>
    <message>
        <source>Undo the last line</source>
        <translation>Hủy dòng cuối</translation>
    </message>
    <message>
        <source>Lines that were typed in</source>
        <translation>Các dòng đã nhập</translation>
    </message>
    <message>
        <source>No line is typed in yet</source>
        <translation>Chưa nhập dòng nào</translation>
    </message>
    <message>
        <source>Type the day once, then line by line what stands on the form. Print an empty form for the next power cut with Ctrl+P.</source>
        <translation>Nhập ngày một lần, rồi lần lượt từng dòng trên phiếu. Nhấn Ctrl+P để in phiếu trống cho lần mất điện sau.</translation>
    </message>
    <message>
        <source>Without phone and purpose</source>
        <translation>Không ghi điện thoại và mục đích</translation>
    </message>
</context>
<context>
    <name>checkpoint::PaperRowsModel</name>
    <message>
        <source>Being recorded …</source>
        <translation>Đang ghi…</translation>
    </message>
    <message>
        <source>Recorded, late</source>
        <translation>Đã ghi bổ sung</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Đã có trước</translation>
    </message>
    <message>
        <source>Not recorded: %1</source>
        <translation>Chưa ghi được: %1</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Dòng</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Chiều</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Năm sinh</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
</context>
<context>
    <name>checkpoint::PaperView</name>
    <message>
        <source>Posters</source>
        <translation>Áp phích</translation>
    </message>
    <message>
        <source>Passes for visitors without a phone</source>
        <translation>Thẻ cho khách không có điện thoại</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Thẻ khách</translation>
    </message>
    <message>
        <source>What is printed</source>
        <translation>Nội dung in</translation>
    </message>
</context>
<context>
    <name>checkpoint::PassModel</name>
    <message>
        <source>As it is</source>
        <translation>Để nguyên</translation>
    </message>
    <message>
        <source>Made smaller</source>
        <translation>Thu nhỏ</translation>
    </message>
    <message>
        <source>Against the brightness around</source>
        <translation>So với độ sáng xung quanh</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>Mã sáng trên nền tối</translation>
    </message>
    <message>
        <source>Sharpened gently</source>
        <translation>Làm nét nhẹ</translation>
    </message>
    <message>
        <source>Middle enlarged</source>
        <translation>Phóng to phần giữa</translation>
    </message>
    <message>
        <source>Straightened</source>
        <translation>Nắn thẳng</translation>
    </message>
    <message>
        <source>Straightened, light on dark</source>
        <translation>Nắn thẳng, mã sáng trên nền tối</translation>
    </message>
    <message>
        <source>Straightened, middle enlarged</source>
        <translation>Nắn thẳng, phóng to phần giữa</translation>
    </message>
    <message>
        <source>Module by module</source>
        <translation>Đọc từng ô</translation>
    </message>
    <message>
        <source>Module by module, made smaller</source>
        <translation>Đọc từng ô, thu nhỏ</translation>
    </message>
    <message>
        <source>Module by module, light on dark</source>
        <translation>Đọc từng ô, mã sáng trên nền tối</translation>
    </message>
    <message>
        <source>Where a code was last seen</source>
        <translation>Chỗ vừa thấy mã</translation>
    </message>
    <message>
        <source>Several frames together</source>
        <translation>Gộp nhiều khung hình</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How the frame is looked at</source>
        <translation>Cách xem khung hình</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Số lần</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Đọc được</translation>
    </message>
    <message>
        <source>Milliseconds each</source>
        <translation>Mili giây mỗi lần</translation>
    </message>
    <message>
        <source>Share of the time</source>
        <translation>Phần thời gian</translation>
    </message>
</context>
<context>
    <name>checkpoint::PassView</name>
    <message>
        <source>A new pass: type the name, or choose who was here before</source>
        <translation>Thẻ mới: gõ họ tên, hoặc chọn người đã từng đến</translation>
    </message>
    <message>
        <source>Issue the pass</source>
        <translation>Cấp thẻ</translation>
    </message>
    <message>
        <source>Search the passes by number or name</source>
        <translation>Tìm thẻ theo số thẻ hoặc họ tên</translation>
    </message>
    <message>
        <source>Choose several passes</source>
        <translation>Chọn nhiều thẻ</translation>
    </message>
    <message>
        <source>Print the chosen passes</source>
        <translation>In các thẻ đã chọn</translation>
    </message>
    <message>
        <source>Save the chosen passes as PDF</source>
        <translation>Lưu các thẻ đã chọn thành PDF</translation>
    </message>
    <message>
        <source>Withdraw the chosen pass, when it was lost</source>
        <translation>Thu hồi thẻ đang chọn khi bị mất</translation>
    </message>
    <message>
        <source>Let the pass that was withdrawn last count again</source>
        <translation>Khôi phục thẻ vừa thu hồi</translation>
    </message>
    <message>
        <source>inside now</source>
        <translation>đang ở trong</translation>
    </message>
    <message>
        <source>Today only</source>
        <translation>Chỉ hôm nay</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), until %1</source>
        <translation>
            <numerusform>%n ngày, đến %1</numerusform>
        </translation>
    </message>
    <message>
        <source>How long it counts</source>
        <translation>Thời hạn của thẻ</translation>
    </message>
    <message>
        <source>This name cannot be printed. No pass was issued. Type it without special characters.</source>
        <translation>Không in được họ tên này. Chưa cấp thẻ nào. Hãy gõ lại, không dùng ký tự đặc biệt.</translation>
    </message>
    <message>
        <source>Pass %1 was issued. Print it now.</source>
        <translation>Đã cấp thẻ %1. Hãy in thẻ ngay.</translation>
    </message>
    <message>
        <source>Choose a pass in the list, or issue one.</source>
        <translation>Hãy chọn một thẻ trong danh sách, hoặc cấp thẻ mới.</translation>
    </message>
    <message>
        <source>Save passes</source>
        <translation>Lưu thẻ khách</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The name must end in .pdf.</source>
        <translation>Tên tệp phải kết thúc bằng .pdf.</translation>
    </message>
    <message>
        <source>The venue has no name yet</source>
        <translation>Địa điểm chưa có tên</translation>
    </message>
    <message>
        <source>First say what the venue is called: Settings (F10), Venue.</source>
        <translation>Trước hết hãy đặt tên địa điểm: Cài đặt (F10), Địa điểm.</translation>
    </message>
    <message>
        <source>No pass fits these words</source>
        <translation>Không có thẻ nào khớp</translation>
    </message>
    <message>
        <source>Esc shows all of them again.</source>
        <translation>Nhấn Esc để xem lại tất cả.</translation>
    </message>
    <message>
        <source>No pass was issued yet</source>
        <translation>Chưa cấp thẻ nào</translation>
    </message>
    <message>
        <source>For a visitor without a phone: type the name at the right and press Enter.</source>
        <translation>Cho khách không có điện thoại: gõ họ tên ở bên phải rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>Pass %1 is no longer valid.</source>
        <translation>Thẻ %1 không còn hiệu lực.</translation>
    </message>
    <message>
        <source>Was here before</source>
        <translation>Đã từng đến</translation>
    </message>
    <message>
        <source>Shown when leaving and on later visits, instead of a phone or a card. Only the abbreviated name is printed.</source>
        <translation>Khách xuất trình thẻ khi ra và trong những lần đến sau, thay cho điện thoại hoặc giấy tờ. Trên thẻ chỉ in tên viết tắt.</translation>
    </message>
    <message>
        <source>Handed to the printer “%1”.</source>
        <translation>Đã gửi đến máy in “%1”.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Thẻ khách</translation>
    </message>
    <message>
        <source>New pass</source>
        <translation>Thẻ mới</translation>
    </message>
    <message>
        <source>Name of the visitor</source>
        <translation>Họ tên khách</translation>
    </message>
    <message>
        <source>Visitors who were here before</source>
        <translation>Khách đã từng đến</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Cấp</translation>
    </message>
    <message>
        <source>Search by number or name</source>
        <translation>Tìm theo số thẻ hoặc họ tên</translation>
    </message>
    <message>
        <source>The passes that were issued</source>
        <translation>Các thẻ đã cấp</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Withdraw the chosen pass</source>
        <translation>Thu hồi thẻ đang chọn</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>A4, eight</source>
        <translation>A4, tám thẻ</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Cả hai</translation>
    </message>
    <message>
        <source>Language of the pass</source>
        <translation>Ngôn ngữ của thẻ</translation>
    </message>
    <message>
        <source>The sheet as it will be printed</source>
        <translation>Tờ giấy như sẽ in ra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy bỏ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Lưu PDF</translation>
    </message>
    <message>
        <source>Only passes of this desk that still count are printed again.</source>
        <translation>Chỉ in lại thẻ do quầy này cấp và còn hiệu lực.</translation>
    </message>
    <message>
        <source>Choose one pass to withdraw it.</source>
        <translation>Chọn một thẻ để thu hồi.</translation>
    </message>
</context>
<context>
    <name>checkpoint::PassageFields</name>
    <message>
        <source>Please fill in</source>
        <translation>Cần điền</translation>
    </message>
    <message>
        <source>This is no mobile number</source>
        <translation>Không phải số di động</translation>
    </message>
    <message>
        <source>Four digits, such as 1990</source>
        <translation>Bốn chữ số, ví dụ 1990</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Họ và tên</translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation>Năm sinh</translation>
    </message>
    <message>
        <source>Mobile phone</source>
        <translation>Điện thoại di động</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Mục đích</translation>
    </message>
    <message>
        <source>Whom they visit</source>
        <translation>Gặp ai</translation>
    </message>
    <message>
        <source>Companions (adults)</source>
        <translation>Người lớn đi cùng</translation>
    </message>
    <message>
        <source>Children</source>
        <translation>Trẻ em</translation>
    </message>
    <message>
        <source>This year is still to come</source>
        <translation>Năm này chưa đến</translation>
    </message>
    <message>
        <source>At most %1</source>
        <translation>Nhiều nhất %1</translation>
    </message>
    <message>
        <source>At most two digits</source>
        <translation>Tối đa hai chữ số</translation>
    </message>
</context>
<context>
    <name>checkpoint::PersonDataPage</name>
    <message>
        <source>Entries</source>
        <translation>Lượt vào ra</translation>
    </message>
    <message>
        <source>Back to the entries</source>
        <translation>Về danh sách lượt vào ra</translation>
    </message>
</context>
<context>
    <name>checkpoint::PersonSearch</name>
    <message>
        <source>last here %1</source>
        <translation>đến lần cuối ngày %1</translation>
    </message>
    <message>
        <source>Nothing is held on anybody with that code, number or name.</source>
        <translation>Không lưu giữ dữ liệu nào về người có mã, số hoặc tên này.</translation>
    </message>
    <message numerus="yes">
        <source>Choose one of %n person(s).</source>
        <translation>
            <numerusform>Hãy chọn một trong %n người.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who asks? A code (paste it), a number or a name, then Enter</source>
        <translation>Ai yêu cầu? Mã (dán vào), số hoặc tên, rồi nhấn Enter</translation>
    </message>
    <message>
        <source>Person who asks</source>
        <translation>Người yêu cầu</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Hold up the code…</source>
        <translation>Hãy đưa mã lên…</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Quét mã</translation>
    </message>
    <message>
        <source>The next code that is held up says who it is about; that person is not recorded by it.</source>
        <translation>Mã đưa lên tiếp theo cho biết yêu cầu của ai; lần quét đó không được ghi nhận.</translation>
    </message>
    <message>
        <source>Who was found</source>
        <translation>Người tìm được</translation>
    </message>
</context>
<context>
    <name>checkpoint::PhotosPage</name>
    <message>
        <source>Recorded, late</source>
        <translation>Đã ghi bổ sung</translation>
    </message>
    <message>
        <source>Known already</source>
        <translation>Đã có trước</translation>
    </message>
    <message>
        <source>No picture that can be read</source>
        <translation>Không phải ảnh đọc được</translation>
    </message>
    <message>
        <source>No code is found in it</source>
        <translation>Không thấy mã trong ảnh</translation>
    </message>
    <message>
        <source>It does not say when it was taken</source>
        <translation>Ảnh không có giờ chụp</translation>
    </message>
    <message>
        <source>The code or its time does not count</source>
        <translation>Mã hoặc giờ chụp không hợp lệ</translation>
    </message>
    <message>
        <source>Choose a folder of photos</source>
        <translation>Chọn thư mục ảnh</translation>
    </message>
    <message>
        <source>Folder with photos of codes</source>
        <translation>Thư mục có ảnh chụp mã</translation>
    </message>
    <message>
        <source>%1 recorded as late entries, %2 known already, %3 not readable or left out.</source>
        <translation>Đã ghi bổ sung %1, đã có trước %2, không đọc được hoặc bỏ qua %3.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Đã dừng.</translation>
    </message>
    <message>
        <source>There is no photo in this folder</source>
        <translation>Thư mục này không có ảnh nào</translation>
    </message>
    <message>
        <source>Choose the folder in which they lie.</source>
        <translation>Hãy chọn thư mục chứa ảnh.</translation>
    </message>
    <message>
        <source>Photos of codes</source>
        <translation>Ảnh chụp mã</translation>
    </message>
    <message>
        <source>Codes that were photographed with a phone while the desk had no power become late entries at the time each photo was taken. The same folder may be read twice: nothing is recorded twice.</source>
        <translation>Mã đã chụp bằng điện thoại khi quầy mất điện được ghi bổ sung theo giờ chụp của từng ảnh. Có thể đọc lại cùng một thư mục: không ghi trùng.</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Chiều</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Tự xác định</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Choose the folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Photos that are read</source>
        <translation>Số ảnh đã đọc</translation>
    </message>
    <message>
        <source>What became of each photo</source>
        <translation>Kết quả của từng ảnh</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Ảnh</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Kết quả</translation>
    </message>
    <message>
        <source>No folder is chosen yet</source>
        <translation>Chưa chọn thư mục nào</translation>
    </message>
    <message>
        <source>Copy the photos from the phone into a folder, then choose it with Ctrl+O.</source>
        <translation>Chép ảnh từ điện thoại vào một thư mục rồi chọn thư mục đó bằng Ctrl+O.</translation>
    </message>
</context>
<context>
    <name>checkpoint::PosterScreen</name>
    <message>
        <source>Poster</source>
        <translation>Áp phích</translation>
    </message>
</context>
<context>
    <name>checkpoint::PosterView</name>
    <message>
        <source>Print the posters of the chosen places</source>
        <translation>In áp phích của các vị trí đã chọn</translation>
    </message>
    <message>
        <source>Save them as PDF, PNG or SVG</source>
        <translation>Lưu thành PDF, PNG hoặc SVG</translation>
    </message>
    <message>
        <source>On the sheet: larger, smaller</source>
        <translation>Trên tờ in: phóng to, thu nhỏ</translation>
    </message>
    <message>
        <source>On the sheet: the whole sheet, its true size</source>
        <translation>Trên tờ in: cả tờ, kích thước thật</translation>
    </message>
    <message>
        <source>Everything else by its name</source>
        <translation>Mọi chức năng khác theo tên</translation>
    </message>
    <message>
        <source>no poster yet</source>
        <translation>chưa có áp phích</translation>
    </message>
    <message>
        <source>poster %1, issued %2</source>
        <translation>áp phích %1, phát hành %2</translation>
    </message>
    <message>
        <source>The whole venue</source>
        <translation>Cả địa điểm</translation>
    </message>
    <message>
        <source>Choose a place at the left.</source>
        <translation>Hãy chọn một vị trí ở bên trái.</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PDF (*.pdf);;Ảnh PNG (*.png);;Bản vẽ SVG (*.svg)</translation>
    </message>
    <message>
        <source>Save posters</source>
        <translation>Lưu áp phích</translation>
    </message>
    <message>
        <source>posters</source>
        <translation>ap-phich</translation>
    </message>
    <message>
        <source>The name must end in .pdf, .png or .svg.</source>
        <translation>Tên tệp phải kết thúc bằng .pdf, .png hoặc .svg.</translation>
    </message>
    <message>
        <source>List of places</source>
        <translation>Danh sách vị trí</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Test-read at 72 and 300 dpi: correct.</source>
        <translation>Đã đọc thử ở 72 và 300 dpi: đúng.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved</source>
        <translation>
            <numerusform>Đã lưu %n tệp</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Thêm</translation>
    </message>
    <message>
        <source>Withdraw the place</source>
        <translation>Bỏ vị trí</translation>
    </message>
    <message>
        <source>From a list…</source>
        <translation>Từ danh sách…</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Khổ giấy</translation>
    </message>
    <message>
        <source>A4, one poster</source>
        <translation>A4, một áp phích</translation>
    </message>
    <message>
        <source>A5, one poster</source>
        <translation>A5, một áp phích</translation>
    </message>
    <message>
        <source>A4, two posters</source>
        <translation>A4, hai áp phích</translation>
    </message>
    <message>
        <source>A4, four posters</source>
        <translation>A4, bốn áp phích</translation>
    </message>
    <message>
        <source>Sticker, square</source>
        <translation>Nhãn dán vuông</translation>
    </message>
    <message>
        <source>Door sign</source>
        <translation>Biển cửa</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Dọc</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Ngang</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Hướng giấy</translation>
    </message>
    <message>
        <source>Language of the poster</source>
        <translation>Ngôn ngữ áp phích</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Cả hai</translation>
    </message>
    <message>
        <source>The sheet as it will be printed</source>
        <translation>Tờ giấy như sẽ in ra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy bỏ</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>On the second monitor</source>
        <translation>Trên màn hình thứ hai</translation>
    </message>
    <message>
        <source>Check the printout</source>
        <translation>Kiểm tra bản in</translation>
    </message>
    <message>
        <source>There is no second monitor. Esc closes the poster.</source>
        <translation>Không có màn hình thứ hai. Nhấn Esc để đóng áp phích.</translation>
    </message>
    <message>
        <source>The poster is on the second monitor. Esc or a click on it closes it.</source>
        <translation>Áp phích đang hiện trên màn hình thứ hai. Nhấn Esc hoặc nhấp vào áp phích để đóng.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) of the list can have posters now.</source>
        <translation>
            <numerusform>%n vị trí trong danh sách đã sẵn sàng có áp phích.</numerusform>
        </translation>
    </message>
    <message>
        <source>A place's name has at most %1 characters, none of them special. It was not added.</source>
        <translation>Tên vị trí dài tối đa %1 ký tự, không có ký tự đặc biệt. Vị trí chưa được thêm.</translation>
    </message>
    <message>
        <source>Stopped. The places added so far stay.</source>
        <translation>Đã dừng. Các vị trí đã thêm vẫn được giữ.</translation>
    </message>
    <message>
        <source>Print a poster of a chosen place first, then hold it up to the camera.</source>
        <translation>Trước hết hãy in áp phích của một vị trí đã chọn, rồi đưa ra trước camera.</translation>
    </message>
    <message>
        <source>Every poster names the national hotline %1.</source>
        <translation>Áp phích nào cũng ghi đường dây nóng toàn quốc %1.</translation>
    </message>
    <message>
        <source>this desk</source>
        <translation>quầy này</translation>
    </message>
    <message>
        <source>Show the poster on the second monitor</source>
        <translation>Hiện áp phích trên màn hình thứ hai</translation>
    </message>
    <message>
        <source>Check a printed poster with the camera</source>
        <translation>Kiểm tra áp phích đã in bằng camera</translation>
    </message>
    <message>
        <source>Take the places from a list</source>
        <translation>Lấy các vị trí từ danh sách</translation>
    </message>
    <message>
        <source>In the list: withdraw the place</source>
        <translation>Trong danh sách: bỏ vị trí</translation>
    </message>
    <message>
        <source>Tick or untick a place</source>
        <translation>Chọn hoặc bỏ chọn một vị trí</translation>
    </message>
    <message>
        <source>The print is right: %1, readable, at the right size.</source>
        <translation>Bản in đúng: %1, đọc được, đúng kích thước.</translation>
    </message>
    <message>
        <source>Name the venue first: Settings (F10), Venue.</source>
        <translation>Trước hết hãy đặt tên địa điểm: Cài đặt (F10), Địa điểm.</translation>
    </message>
    <message>
        <source>Choose a place in the list; the whole venue is none.</source>
        <translation>Hãy chọn một vị trí trong danh sách; “Cả địa điểm” không phải là vị trí.</translation>
    </message>
    <message>
        <source>Sent to the printer “%1”. Check the print before you hang it up.</source>
        <translation>Đã gửi đến máy in “%1”. Hãy kiểm tra bản in trước khi treo.</translation>
    </message>
    <message>
        <source>Where do the posters hang?</source>
        <translation>Áp phích treo ở đâu?</translation>
    </message>
    <message>
        <source>Another place, such as Gate B</source>
        <translation>Thêm vị trí, ví dụ Cổng B</translation>
    </message>
    <message>
        <source>Withdraw “%1”?</source>
        <translation>Bỏ vị trí “%1”?</translation>
    </message>
    <message>
        <source>Posters that hang there end, and are to be taken down. Entries stay.</source>
        <translation>Áp phích đang treo ở đó (nếu có) hết giá trị và phải gỡ xuống. Các lượt vào ra vẫn được giữ.</translation>
    </message>
</context>
<context>
    <name>checkpoint::PreviewPane</name>
    <message>
        <source>No camera</source>
        <translation>Chưa có camera</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <translation>Đang mở camera</translation>
    </message>
    <message>
        <source>The camera is not plugged in</source>
        <translation>Camera chưa được cắm</translation>
    </message>
    <message>
        <source>The camera sends no picture</source>
        <translation>Camera không gửi hình</translation>
    </message>
    <message>
        <source>The camera cannot be opened</source>
        <translation>Không mở được camera</translation>
    </message>
    <message>
        <source>Hold up one code at a time</source>
        <translation>Hãy đưa từng mã một</translation>
    </message>
    <message>
        <source>Hold the visitor's QR code in front of the camera</source>
        <translation>Đưa mã QR của khách vào trước camera</translation>
    </message>
    <message>
        <source>Plug in a camera or a scanner, or drop a photo of the code here.</source>
        <translation>Hãy cắm camera hoặc máy quét, hoặc thả ảnh chụp mã vào đây.</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Xin chờ giây lát.</translation>
    </message>
    <message>
        <source>Plug it in; it starts by itself.</source>
        <translation>Hãy cắm lại; camera sẽ tự chạy.</translation>
    </message>
    <message>
        <source>It is being opened again. Close other programs that use it, or plug it in again.</source>
        <translation>Đang mở lại. Hãy đóng chương trình khác đang dùng camera, hoặc rút ra cắm lại.</translation>
    </message>
    <message>
        <source>Choose another camera in the settings (F10), or drop a photo of the code here.</source>
        <translation>Hãy chọn camera khác trong Cài đặt (F10), hoặc thả ảnh chụp mã vào đây.</translation>
    </message>
    <message>
        <source>Camera picture</source>
        <translation>Hình từ camera</translation>
    </message>
    <message>
        <source>Hold the code a little closer</source>
        <translation>Đưa mã lại gần hơn một chút</translation>
    </message>
    <message>
        <source>Hold the code a little further away</source>
        <translation>Đưa mã ra xa một chút</translation>
    </message>
    <message>
        <source>Too little light</source>
        <translation>Thiếu sáng</translation>
    </message>
    <message>
        <source>Glare: tilt the code a little</source>
        <translation>Bị lóa, nghiêng mã đi một chút</translation>
    </message>
    <message>
        <source>Hold the code straight to the camera</source>
        <translation>Giữ mã thẳng với máy quay</translation>
    </message>
    <message>
        <source>Blurred: hold the code still, a little further away</source>
        <translation>Ảnh bị mờ, giữ yên và đưa ra xa một chút</translation>
    </message>
    <message>
        <source>Nothing is recorded at the moment</source>
        <translation>Hiện không ghi được lượt nào</translation>
    </message>
</context>
<context>
    <name>checkpoint::QuestionPanel</name>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
</context>
<context>
    <name>checkpoint::Rail</name>
    <message>
        <source>Scan</source>
        <translation>Quét mã</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Lượt vào ra</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Đang ở trong</translation>
    </message>
    <message>
        <source>Posters</source>
        <translation>Áp phích</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hướng dẫn</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Báo cáo</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Gửi dữ liệu</translation>
    </message>
    <message>
        <source>Find a function by its name</source>
        <translation>Tìm chức năng theo tên</translation>
    </message>
    <message>
        <source>Leave the kiosk:</source>
        <translation>Thoát khóa màn hình:</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Chức năng</translation>
    </message>
</context>
<context>
    <name>checkpoint::ReasonPanel</name>
    <message>
        <source>Or in your own words</source>
        <translation>Hoặc lý do khác</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
</context>
<context>
    <name>checkpoint::RecentList</name>
    <message>
        <source>Last scans</source>
        <translation>Các lượt quét gần nhất</translation>
    </message>
    <message>
        <source>Click an entry for all about it (F3).</source>
        <translation>Bấm vào một lượt để xem mọi chi tiết (F3).</translation>
    </message>
</context>
<context>
    <name>checkpoint::RecentModel</name>
    <message>
        <source>Voided</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Chưa ghi được</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Chưa trả lời</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Còn thiếu</translation>
    </message>
    <message>
        <source>%1 of those with %2</source>
        <translation>%1 đi cùng %2</translation>
    </message>
    <message>
        <source>mobile phone</source>
        <translation>điện thoại di động</translation>
    </message>
    <message>
        <source>year of birth</source>
        <translation>năm sinh</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>mục đích</translation>
    </message>
    <message>
        <source>whom they visit</source>
        <translation>gặp ai</translation>
    </message>
    <message>
        <source>lacks: %1</source>
        <translation>thiếu: %1</translation>
    </message>
    <message>
        <source>click to go on</source>
        <translation>bấm vào để làm tiếp</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n left open</source>
        <translation>
            <numerusform>%1 · còn %n việc dở</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::RecordCheckConnection</name>
    <message>
        <source>Checkpoint Desk: the head of %1</source>
        <translation>Checkpoint Desk: dòng chốt ngày %1</translation>
    </message>
    <message>
        <source>Signed line of the ledger. Keep it away from this computer. The code holds the same line; “checkpoint-desk verify --head-file” compares it with the record.</source>
        <translation>Dòng sổ nhật ký có chữ ký. Hãy cất ở nơi khác, không để cạnh máy tính này. Mã QR chứa đúng dòng này; lệnh “checkpoint-desk verify --head-file” đối chiếu nó với dữ liệu.</translation>
    </message>
</context>
<context>
    <name>checkpoint::RecordCheckPanel</name>
    <message>
        <source>Printed on %1.</source>
        <translation>Đã in trên %1.</translation>
    </message>
    <message>
        <source>Check the record</source>
        <translation>Kiểm tra dữ liệu</translation>
    </message>
    <message>
        <source>Reads the whole record and compares it with its ledger: whether something was changed, taken out or put in, beside the program as well. Scanning goes on meanwhile.</source>
        <translation>Đọc toàn bộ dữ liệu và đối chiếu với sổ nhật ký: có gì bị sửa, rút ra hoặc chèn vào hay không, kể cả từ bên ngoài chương trình. Trong lúc đó vẫn quét được.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Kiểm tra ngay</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>The head of %1</source>
        <translation>Dòng chốt ngày %1</translation>
    </message>
    <message>
        <source>The head of the day</source>
        <translation>Dòng chốt của ngày</translation>
    </message>
    <message>
        <source>One signed line for everything that was recorded up to now. Print it, or copy it, and keep it elsewhere: whoever cuts or rewrites the ledger later is found out by it.</source>
        <translation>Một dòng có chữ ký cho toàn bộ dữ liệu đã ghi đến lúc này. Hãy in hoặc chép lại và cất ở nơi khác: ai cắt bớt hoặc viết lại sổ nhật ký về sau sẽ bị phát hiện nhờ dòng này.</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>Chưa ghi nhận gì.</translation>
    </message>
    <message>
        <source>Print the head</source>
        <translation>In dòng chốt</translation>
    </message>
</context>
<context>
    <name>checkpoint::RecoveryDialog</name>
    <message>
        <source>This is not the code of a recovery sheet, or it is damaged.</source>
        <translation>Đây không phải mã của tờ khôi phục, hoặc mã bị hỏng.</translation>
    </message>
    <message>
        <source>A newer version of the program made this sheet.</source>
        <translation>Tờ này do phiên bản chương trình mới hơn lập.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is not a word of a recovery sheet.</source>
        <translation>Dòng %1: “%2” không phải là từ của tờ khôi phục.</translation>
    </message>
    <message>
        <source>Line %1: “%2” is not a word of a recovery sheet. Perhaps: %3.</source>
        <translation>Dòng %1: “%2” không phải là từ của tờ khôi phục. Có thể là: %3.</translation>
    </message>
    <message>
        <source>Line %1: a word is wrong, or two changed places.</source>
        <translation>Dòng %1: có một từ sai, hoặc hai từ bị đổi chỗ.</translation>
    </message>
    <message>
        <source>%1 of %2 words.</source>
        <translation>%1 trên %2 từ.</translation>
    </message>
    <message>
        <source>There are more than %1 words.</source>
        <translation>Có nhiều hơn %1 từ.</translation>
    </message>
    <message>
        <source>These lines are not those of one sheet.</source>
        <translation>Các dòng này không thuộc cùng một tờ.</translation>
    </message>
    <message>
        <source>This sheet is out of date: it is of the former key %1. The sheet of key %2 is wanted.</source>
        <translation>Tờ này đã hết hiệu lực: nó thuộc khóa cũ %1. Cần tờ của khóa %2.</translation>
    </message>
    <message>
        <source>This is the sheet of key %1. The sheet of key %2 is wanted.</source>
        <translation>Đây là tờ của khóa %1. Cần tờ của khóa %2.</translation>
    </message>
    <message>
        <source>The sheet is right. Now type a new PIN of at least %1 characters, twice.</source>
        <translation>Tờ đúng. Bây giờ hãy gõ mã PIN mới ít nhất %1 ký tự, hai lần.</translation>
    </message>
    <message>
        <source>The two PINs differ.</source>
        <translation>Hai mã PIN không giống nhau.</translation>
    </message>
    <message>
        <source>The sheet is right: key %1.</source>
        <translation>Tờ đúng: khóa %1.</translation>
    </message>
    <message>
        <source>Use the recovery sheet</source>
        <translation>Dùng tờ khôi phục</translation>
    </message>
    <message>
        <source>Scan the code on the recovery sheet of key %1, or type its words line by line. Then choose a new PIN.</source>
        <translation>Quét mã trên tờ khôi phục của khóa %1, hoặc gõ các từ theo từng dòng. Sau đó chọn mã PIN mới.</translation>
    </message>
    <message>
        <source>The key of the personal data is missing on this computer. Scan the code on the recovery sheet of key %1, or type its words line by line.</source>
        <translation>Máy này thiếu khóa của dữ liệu cá nhân. Quét mã trên tờ khôi phục của khóa %1, hoặc gõ các từ theo từng dòng.</translation>
    </message>
    <message>
        <source>Words of the recovery sheet</source>
        <translation>Các từ của tờ khôi phục</translation>
    </message>
    <message>
        <source>Set the new PIN</source>
        <translation>Đặt mã PIN mới</translation>
    </message>
    <message>
        <source>Open the data</source>
        <translation>Mở dữ liệu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Người quản trị</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>Mã PIN mới</translation>
    </message>
    <message>
        <source>New PIN, once more</source>
        <translation>Mã PIN mới, gõ lại</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Gõ lại</translation>
    </message>
    <message>
        <source>The code of a sheet was scanned.</source>
        <translation>Đã quét mã của một tờ khôi phục.</translation>
    </message>
</context>
<context>
    <name>checkpoint::RejectedModel</name>
    <message>
        <source>Voided</source>
        <translation>Đã hủy</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Chiều</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>What the platform says</source>
        <translation>Nền tảng báo</translation>
    </message>
</context>
<context>
    <name>checkpoint::ReportTable</name>
    <message numerus="yes">
        <source>The first %n row(s); the file has all.</source>
        <translation>
            <numerusform>%n dòng đầu; tệp lưu ra có đủ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n dòng</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Đã dừng. Chưa ghi tệp nào.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) saved in %1</source>
        <translation>
            <numerusform>Đã lưu %n dòng vào %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The summary is printed: %1</source>
        <translation>Đã in bản tổng hợp: %1</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Bảng CSV (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Sổ Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Lưu báo cáo</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>In…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>How much of the report is done</source>
        <translation>Báo cáo đã làm được bao nhiêu</translation>
    </message>
    <message>
        <source>The first rows of the report</source>
        <translation>Những dòng đầu của báo cáo</translation>
    </message>
    <message>
        <source>Click to sort; in the table Ctrl+↑ and Ctrl+↓ sort by the column.</source>
        <translation>Bấm để sắp xếp; trong bảng, Ctrl+↑ và Ctrl+↓ sắp xếp theo cột đang chọn.</translation>
    </message>
</context>
<context>
    <name>checkpoint::ReportsView</name>
    <message>
        <source>Stop a report that is being written</source>
        <translation>Dừng báo cáo đang ghi</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Nội dung hiển thị</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Biểu đồ</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Xuất tệp</translation>
    </message>
    <message>
        <source>Save the chosen report or the pictures as a file</source>
        <translation>Lưu báo cáo đang chọn hoặc biểu đồ thành tệp</translation>
    </message>
    <message>
        <source>Print the report's summary, the pictures or the paper form</source>
        <translation>In bản tổng hợp của báo cáo, biểu đồ hoặc phiếu giấy</translation>
    </message>
    <message>
        <source>Paper day</source>
        <translation>Ngày ghi giấy</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Ảnh chụp</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Truy vết</translation>
    </message>
    <message>
        <source>Many venues</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Pictures, files, trace, requests, many venues, paper day or photos</source>
        <translation>Biểu đồ, tệp, truy vết, yêu cầu, tổng hợp, ngày ghi giấy hoặc ảnh</translation>
    </message>
    <message>
        <source>Show everything held on a person in full, for a reason</source>
        <translation>Hiện đầy đủ dữ liệu về một người, có nêu lý do</translation>
    </message>
    <message>
        <source>Put right what is held on a person</source>
        <translation>Chỉnh sửa dữ liệu về một người</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>A request: mark it as answered</source>
        <translation>Yêu cầu: đánh dấu đã trả lời</translation>
    </message>
    <message>
        <source>A request: mark it as done</source>
        <translation>Yêu cầu: đánh dấu đã thực hiện</translation>
    </message>
    <message>
        <source>A request: show who asks</source>
        <translation>Yêu cầu: xem ai yêu cầu</translation>
    </message>
    <message>
        <source>Erase what is held on a person</source>
        <translation>Xóa dữ liệu về một người</translation>
    </message>
    <message>
        <source>Trace; a request: show what is held on that person</source>
        <translation>Truy vết; với yêu cầu: xem dữ liệu đang lưu giữ về người đó</translation>
    </message>
</context>
<context>
    <name>checkpoint::RequestList</name>
    <message numerus="yes">
        <source>What people asked for – %n overdue</source>
        <translation>
            <numerusform>Các yêu cầu – quá hạn: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>What people asked for</source>
        <translation>Các yêu cầu</translation>
    </message>
    <message>
        <source>Nobody wrote down who asks.</source>
        <translation>Chưa ghi ai yêu cầu.</translation>
    </message>
    <message>
        <source>Write down who asks and how to reach them, or look for the person first.</source>
        <translation>Hãy ghi ai yêu cầu và cách liên hệ, hoặc tìm người đó trước.</translation>
    </message>
    <message>
        <source>Written down. %1</source>
        <translation>Đã ghi nhận yêu cầu. %1</translation>
    </message>
    <message>
        <source>Done ones as well</source>
        <translation>Cả yêu cầu đã xong</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>Thời hạn</translation>
    </message>
    <message>
        <source>Nobody waits for an answer. When somebody asks for their data, write it down below: an answer is due within 2 working days.</source>
        <translation>Không có yêu cầu nào đang chờ. Khi có người yêu cầu về dữ liệu của mình, hãy ghi vào bên dưới: phải trả lời trong 2 ngày làm việc.</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Đã trả lời</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Đã thực hiện</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Ai yêu cầu</translation>
    </message>
    <message>
        <source>A new request of %1</source>
        <translation>Yêu cầu mới của %1</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Nội dung yêu cầu</translation>
    </message>
    <message>
        <source>Who asks, and how to reach them</source>
        <translation>Ai yêu cầu và cách liên hệ</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>Ghi nhận</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Về ai</translation>
    </message>
    <message>
        <source>What is held on them</source>
        <translation>Dữ liệu đang lưu</translation>
    </message>
    <message>
        <source>Marked as answered: %1</source>
        <translation>Đã đánh dấu là đã trả lời: %1</translation>
    </message>
    <message>
        <source>Mark as done</source>
        <translation>Đánh dấu đã thực hiện</translation>
    </message>
    <message>
        <source>Mark as done: %1?</source>
        <translation>Đánh dấu là đã thực hiện: %1?</translation>
    </message>
    <message>
        <source>Mark as answered: %1?</source>
        <translation>Đánh dấu là đã trả lời: %1?</translation>
    </message>
    <message>
        <source>Mark as answered</source>
        <translation>Đánh dấu đã trả lời</translation>
    </message>
    <message>
        <source>Choose a request to see its dates.</source>
        <translation>Chọn một yêu cầu để xem các thời hạn.</translation>
    </message>
    <message>
        <source>Marked as done: %1. You find it among the done requests.</source>
        <translation>Đã đánh dấu là đã thực hiện: %1. Bật “Cả yêu cầu đã xong” để xem lại.</translation>
    </message>
    <message>
        <source>New request, not about anybody on record</source>
        <translation>Yêu cầu mới, của người chưa có trong sổ ghi</translation>
    </message>
    <message>
        <source>What was written down about who asks and how to reach them is erased. The request and its days stay as proof. This cannot be undone.</source>
        <translation>Nội dung đã ghi về người yêu cầu và cách liên hệ sẽ bị xóa. Yêu cầu và các mốc ngày vẫn được giữ làm bằng chứng. Không thể hoàn tác.</translation>
    </message>
    <message>
        <source>The person was told what will be done; from now on the list watches the day by which it has to be done. Nothing is erased, but this cannot be undone.</source>
        <translation>Người yêu cầu đã được cho biết sẽ làm gì; từ nay danh sách theo dõi hạn phải thực hiện. Không xóa dữ liệu nào, nhưng không thể hoàn tác.</translation>
    </message>
</context>
<context>
    <name>checkpoint::ResultCard</name>
    <message>
        <source>Read again at %1: nothing more was recorded.</source>
        <translation>Quét lại lúc %1: không ghi thêm lượt nào.</translation>
    </message>
    <message>
        <source>%1 was read again at %2: nothing more was recorded.</source>
        <translation>%1 quét lại lúc %2: không ghi thêm lượt nào.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Đi cùng</translation>
    </message>
    <message>
        <source>Restore the entry</source>
        <translation>Khôi phục lượt đã hủy</translation>
    </message>
    <message>
        <source>The voided entry counts again, with its old time.</source>
        <translation>Lượt đã hủy được tính lại, với giờ cũ.</translation>
    </message>
    <message>
        <source>F9 changes the direction of the entry recorded last, and nothing was recorded here. An earlier one: choose it in the entries (F3), Enter, then F9.</source>
        <translation>F9 đổi chiều lượt vừa ghi, mà lần này chưa ghi lượt nào. Lượt cũ hơn: chọn trong Lượt vào ra (F3), nhấn Enter rồi F9.</translation>
    </message>
    <message>
        <source>F9 has no answer to this question: choose one of those below.</source>
        <translation>Câu hỏi này không trả lời bằng F9: hãy chọn một trong các câu trả lời bên dưới.</translation>
    </message>
    <message>
        <source>F9 cannot change the direction of this entry: only companions passed.</source>
        <translation>F9 không đổi chiều được lượt này: chỉ có người đi cùng ra vào.</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Hủy lượt</translation>
    </message>
    <message>
        <source>Void the entry before: %1, %2</source>
        <translation>Hủy lượt trước: %1, %2</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>Đổi chiều: %1</translation>
    </message>
    <message>
        <source>Ctrl+Z voids the entry recorded last here, and there is none. An earlier one: choose it in the entries (F3), then Delete.</source>
        <translation>Ctrl+Z hủy lượt vừa ghi tại đây, mà chưa có lượt nào. Lượt cũ hơn: chọn trong Lượt vào ra (F3) rồi nhấn Delete.</translation>
    </message>
</context>
<context>
    <name>checkpoint::RevealPanel</name>
    <message>
        <source>Show the data of %1 in full?</source>
        <translation>Hiện đầy đủ thông tin của %1?</translation>
    </message>
    <message>
        <source>Why? They are shown for 30 seconds, and it is kept that somebody looked.</source>
        <translation>Vì sao? Thông tin hiện trong 30 giây, và việc xem được ghi lại.</translation>
    </message>
    <message>
        <source>Checking a paper at the desk</source>
        <translation>Đối chiếu giấy tờ</translation>
    </message>
    <message>
        <source>The visitor asks for it</source>
        <translation>Khách yêu cầu</translation>
    </message>
    <message>
        <source>Looking for somebody</source>
        <translation>Tìm người</translation>
    </message>
    <message>
        <source>An authority asks for it</source>
        <translation>Cơ quan chức năng yêu cầu</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Hiện</translation>
    </message>
</context>
<context>
    <name>checkpoint::RollCallPanel</name>
    <message>
        <source>Print the full names of everybody inside?</source>
        <translation>In họ tên đầy đủ của mọi người đang ở trong?</translation>
    </message>
    <message>
        <source>Why? It is kept for each of them that somebody looked.</source>
        <translation>Vì sao? Việc xem được lưu lại với từng người.</translation>
    </message>
    <message>
        <source>Roll call: the building was left</source>
        <translation>Điểm danh sau khi sơ tán</translation>
    </message>
    <message>
        <source>Evacuation drill</source>
        <translation>Diễn tập sơ tán</translation>
    </message>
    <message>
        <source>Looking for somebody</source>
        <translation>Tìm người</translation>
    </message>
    <message>
        <source>An authority asks for it</source>
        <translation>Cơ quan chức năng yêu cầu</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>In</translation>
    </message>
</context>
<context>
    <name>checkpoint::RollupPage</name>
    <message>
        <source>Reports of venues</source>
        <translation>Báo cáo của các địa điểm</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>Bảng CSV (*.csv)</translation>
    </message>
    <message>
        <source>Folder of reports</source>
        <translation>Thư mục báo cáo</translation>
    </message>
    <message>
        <source>File of populations</source>
        <translation>Tệp dân số</translation>
    </message>
    <message>
        <source>Populations: %1</source>
        <translation>Dân số: %1</translation>
    </message>
    <message>
        <source>On %1: %2 of %3 points active</source>
        <translation>Ngày %1: %2 trên %3 điểm hoạt động</translation>
    </message>
    <message>
        <source>%1 against the day before</source>
        <translation>%1 so với ngày trước</translation>
    </message>
    <message>
        <source>%1 against the mean of seven days</source>
        <translation>%1 so với trung bình 7 ngày</translation>
    </message>
    <message>
        <source>%1 for each 100 people, the target of 1 is met</source>
        <translation>%1 điểm trên 100 dân, đạt chỉ tiêu 1</translation>
    </message>
    <message>
        <source>%1 for each 100 people, the target is 1</source>
        <translation>%1 điểm trên 100 dân, chỉ tiêu là 1</translation>
    </message>
    <message>
        <source>%1 persons, %2 in, %3 out</source>
        <translation>%1 người, %2 lượt vào, %3 lượt ra</translation>
    </message>
    <message>
        <source>Reports of many venues</source>
        <translation>Báo cáo của nhiều địa điểm</translation>
    </message>
    <message>
        <source>Drop the files that venues sent, or a folder of them, here. Each file is checked; of a venue's day the newest report counts.</source>
        <translation>Kéo thả vào đây các tệp mà địa điểm đã gửi, hoặc cả thư mục. Từng tệp được kiểm tra; mỗi ngày của một địa điểm tính báo cáo mới nhất.</translation>
    </message>
    <message>
        <source>Files that are added up</source>
        <translation>Các tệp được tổng hợp</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Chọn tệp…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Chọn thư mục…</translation>
    </message>
    <message>
        <source>Populations…</source>
        <translation>Tệp dân số…</translation>
    </message>
    <message>
        <source>Leave the chosen one out</source>
        <translation>Bỏ tệp đã chọn</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Dạng</translation>
    </message>
    <message>
        <source>Form of the file</source>
        <translation>Dạng tệp</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Nội dung hiển thị</translation>
    </message>
    <message>
        <source>Totals</source>
        <translation>Tổng hợp</translation>
    </message>
    <message>
        <source>Without a scan (%1)</source>
        <translation>Không có lượt quét (%1)</translation>
    </message>
    <message>
        <source>Notes on the files (%1)</source>
        <translation>Ghi chú về tệp (%1)</translation>
    </message>
    <message>
        <source>Sums of which areas</source>
        <translation>Tổng hợp theo cấp</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
    <message>
        <source>Provinces</source>
        <translation>Tỉnh</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Huyện</translation>
    </message>
    <message>
        <source>Communes</source>
        <translation>Xã</translation>
    </message>
    <message>
        <source>Communes without a scan</source>
        <translation>Các xã không có lượt quét</translation>
    </message>
    <message>
        <source>What was decided about the files</source>
        <translation>Kết quả kiểm tra các tệp</translation>
    </message>
    <message>
        <source>What many venues' reports add up to</source>
        <translation>Kết quả tổng hợp báo cáo của nhiều địa điểm</translation>
    </message>
    <message>
        <source>Begin by dropping files here, or with the buttons on the left.</source>
        <translation>Hãy kéo thả tệp vào đây, hoặc dùng các nút bên trái.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) do not count; why stands under “Notes on the files”.</source>
        <translation>
            <numerusform>%n dòng không được tính; lý do ở mục “Ghi chú về tệp”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>checkpoint::RulesSettings</name>
    <message>
        <source>Rules</source>
        <translation>Quy định</translation>
    </message>
    <message>
        <source>Open the list (%1)</source>
        <translation>Mở danh sách (%1)</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>Mở danh sách</translation>
    </message>
    <message>
        <source>Attention list</source>
        <translation>Danh sách lưu ý</translation>
    </message>
    <message>
        <source>Open the list (%1 today)</source>
        <translation>Mở danh sách (%1 hôm nay)</translation>
    </message>
    <message>
        <source>Expected visitors</source>
        <translation>Khách hẹn trước</translation>
    </message>
    <message>
        <source>warning ban watch</source>
        <translation>cảnh báo cấm theo dõi cấm vào, không cho vào, danh sách đen</translation>
    </message>
    <message>
        <source>guests appointment invited</source>
        <translation>khách mời lịch hẹn</translation>
    </message>
    <message>
        <source>minutes repeat</source>
        <translation>phút lặp lại</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Automatic exit</source>
        <translation>Tự ghi ra</translation>
    </message>
    <message>
        <source>closing evening estimated</source>
        <translation>cuối ngày đóng cửa ước tính</translation>
    </message>
    <message>
        <source>Every day at</source>
        <translation>Mỗi ngày lúc</translation>
    </message>
    <message>
        <source>Time of the automatic exit</source>
        <translation>Giờ tự ghi ra</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Sức chứa</translation>
    </message>
    <message>
        <source>Warn when the venue is full</source>
        <translation>Báo khi địa điểm đã đầy</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>They come and go at any hour and are not asked about their visit.</source>
        <translation>Ra vào bất cứ giờ nào, không phải khai mục đích hay người cần gặp.</translation>
    </message>
    <message>
        <source>employees colleagues mark who belongs to the venue</source>
        <translation>cán bộ đồng nghiệp đánh dấu người của cơ quan</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>Mở cửa: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) at once</source>
        <translation>
            <numerusform>%n người cùng lúc</numerusform>
        </translation>
    </message>
    <message>
        <source>17:30 or 17h30</source>
        <translation>17:30 hoặc 17h30</translation>
    </message>
    <message>
        <source>Typed in, pasted from Excel, or from a CSV file.</source>
        <translation>Gõ vào, dán từ Excel hoặc lấy từ tệp CSV.</translation>
    </message>
    <message>
        <source>Not saved. Write for example: 17:30 or 17h30</source>
        <translation>Chưa lưu. Hãy ghi ví dụ: 17:30 hoặc 17h30</translation>
    </message>
    <message>
        <source>No opening hours are set yet: nobody is asked.</source>
        <translation>Chưa ghi giờ mở cửa: quầy sẽ không hỏi.</translation>
    </message>
    <message>
        <source>No limit is set yet: nobody is warned.</source>
        <translation>Chưa ghi sức chứa: quầy sẽ không cảnh báo.</translation>
    </message>
    <message>
        <source>People the desk should be alerted to.</source>
        <translation>Những người mà khi đến quầy cần được báo.</translation>
    </message>
    <message>
        <source>Ask about a second scan within</source>
        <translation>Hỏi khi quét lại trong vòng</translation>
    </message>
    <message>
        <source>Whoever came in and scans again so soon is not written out: the desk asks first.</source>
        <translation>Khách đã vào mà quét lại sớm như vậy thì chưa ghi ra: quầy được hỏi trước.</translation>
    </message>
    <message>
        <source>Anyone still inside then is recorded as having left, marked as estimated.</source>
        <translation>Ai còn ở trong thì được ghi ra, có dấu ước tính.</translation>
    </message>
    <message>
        <source>Not saved: this is not clear. Use 24-hour times, for example: Mo-Su 7h-17h, or Mo-Fr 07:00-17:00; Sa 07:00-11:30; Su closed</source>
        <translation>Chưa lưu: chưa rõ nghĩa. Hãy ghi theo 24 giờ, ví dụ: hằng ngày 7h-17h, hoặc: thứ 2 đến thứ 6 7h30-16h30; thứ 7 7h-11h30; CN nghỉ</translation>
    </message>
    <message>
        <source>This is no number of people.</source>
        <translation>Đây không phải số người.</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Giờ mở cửa</translation>
    </message>
    <message>
        <source>Mo Tu We Th Fr Sa Su, or T2 to T7 and CN. Empty: nobody is asked.</source>
        <translation>Ghi như thường nói, ví dụ: thứ hai đến thứ bảy, 7h-17h. Để trống: quầy không hỏi.</translation>
    </message>
    <message>
        <source>outside open closed day night</source>
        <translation>ngoài giờ mở đóng ngày đêm</translation>
    </message>
    <message>
        <source>Mo-Fr 7h-17h; Sa 7h-11h30</source>
        <translation>T2-T6 7h-17h; T7 7h-11h30</translation>
    </message>
    <message>
        <source>How many people may be inside at once. Empty: nobody is warned.</source>
        <translation>Tối đa bao nhiêu người cùng lúc. Để trống: quầy không cảnh báo.</translation>
    </message>
    <message>
        <source>people limit full</source>
        <translation>số người giới hạn đầy</translation>
    </message>
    <message>
        <source>Tell the desk when they come</source>
        <translation>Báo cho quầy khi họ đến</translation>
    </message>
    <message>
        <source>When closed, ask the desk first</source>
        <translation>Ngoài giờ thì hỏi quầy trước</translation>
    </message>
    <message>
        <source>Outside these hours the desk is asked first.</source>
        <translation>Ngoài giờ này quầy được hỏi trước.</translation>
    </message>
    <message>
        <source>Switched off: nobody is asked outside these hours.</source>
        <translation>Đang tắt: ngoài giờ này không ai bị hỏi.</translation>
    </message>
    <message>
        <source>Not kept yet: give the venue a name first (Venue), then write this again.</source>
        <translation>Chưa được lưu: hãy đặt tên địa điểm trước (mục Địa điểm), rồi nhập lại ở đây.</translation>
    </message>
</context>
<context>
    <name>checkpoint::ScanView</name>
    <message>
        <source>Change the direction of the last entry: in or out</source>
        <translation>Đổi chiều lượt vừa ghi: vào hoặc ra</translation>
    </message>
    <message>
        <source>Choose the reason for voiding</source>
        <translation>Chọn lý do khi hủy</translation>
    </message>
    <message>
        <source>Read a photo that was copied</source>
        <translation>Đọc ảnh vừa sao chép</translation>
    </message>
    <message>
        <source>No camera and no scanner is connected.</source>
        <translation>Chưa có camera hay máy quét nào.</translation>
    </message>
    <message>
        <source>People coming and leaving are listed here.</source>
        <translation>Người vào, người ra được liệt kê ở đây.</translation>
    </message>
    <message>
        <source>A question: record nothing</source>
        <translation>Khi được hỏi: không ghi</translation>
    </message>
    <message>
        <source>Write down somebody who has no code</source>
        <translation>Ghi người không có mã</translation>
    </message>
    <message>
        <source>Add companions, or what is missing, to the last entry</source>
        <translation>Bổ sung người đi cùng hoặc thông tin còn thiếu cho lượt vừa ghi</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Nhập tay</translation>
    </message>
    <message>
        <source>Locked: scanning goes on. Sign in (F8) to see the list.</source>
        <translation>Đang khóa: việc quét vẫn tiếp tục. Đăng nhập (F8) để xem danh sách.</translation>
    </message>
    <message>
        <source>Go on with what was left open: a question, or an entry that lacks something</source>
        <translation>Làm tiếp việc còn dở: câu hỏi chưa trả lời hoặc lượt còn thiếu thông tin</translation>
    </message>
    <message>
        <source>A question: record the other direction</source>
        <translation>Khi được hỏi: ghi chiều ngược lại</translation>
    </message>
    <message>
        <source>Void the last entry; right after that, restore it</source>
        <translation>Hủy lượt vừa ghi; nhấn lần nữa ngay sau đó để khôi phục</translation>
    </message>
    <message>
        <source>By hand: record IN, whatever is proposed (F9: OUT)</source>
        <translation>Nhập tay: luôn ghi VÀO (F9: luôn ghi RA)</translation>
    </message>
    <message>
        <source>A question: record the direction that is named first</source>
        <translation>Khi được hỏi: ghi theo chiều nêu trước</translation>
    </message>
    <message>
        <source>Nothing is recorded at the moment. Write visitors down on paper: forms are printed in Reports (F5), Paper day, and typed in there later.</source>
        <translation>Hiện không ghi được lượt nào. Hãy ghi khách ra giấy: in phiếu ở Báo cáo (F5), Ngày ghi giấy, rồi nhập lại ở đó sau.</translation>
    </message>
</context>
<context>
    <name>checkpoint::SelfTestPanel</name>
    <message>
        <source>Print the sheet</source>
        <translation>In tờ thử</translation>
    </message>
    <message>
        <source>Code of the self-test</source>
        <translation>Mã tự kiểm tra</translation>
    </message>
    <message>
        <source>Waiting for a scan…</source>
        <translation>Đang chờ quét…</translation>
    </message>
    <message>
        <source>%1 works.</source>
        <translation>%1 hoạt động tốt.</translation>
    </message>
    <message>
        <source>%1 needs attention.</source>
        <translation>%1 cần được chỉnh.</translation>
    </message>
    <message>
        <source>Printed on %1.</source>
        <translation>Đã in trên %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>%1 has read a code, but not the one of this sheet.</source>
        <translation>%1 đã đọc được một mã, nhưng không phải mã trên tờ này.</translation>
    </message>
    <message>
        <source>The scanner works. That code was treated like a visitor's: see the main window. For the test, scan the code shown here.</source>
        <translation>Máy quét đọc được mã. Mã đó đã được xử lý như mã của khách: hãy xem cửa sổ chính. Để kiểm tra, hãy quét mã đang hiển thị ở đây.</translation>
    </message>
</context>
<context>
    <name>checkpoint::SettingsConnection</name>
    <message>
        <source>Pasted rows</source>
        <translation>Các dòng đã dán</translation>
    </message>
</context>
<context>
    <name>checkpoint::SettingsView</name>
    <message>
        <source>The next control</source>
        <translation>Mục kế tiếp</translation>
    </message>
    <message>
        <source>Change a choice or the volume</source>
        <translation>Đổi lựa chọn hoặc âm lượng</translation>
    </message>
    <message>
        <source>Turn a switch on or off, press a button</source>
        <translation>Bật, tắt công tắc; nhấn nút</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Tìm trong cài đặt</translation>
    </message>
    <message>
        <source>The next chapter, where the list has the focus</source>
        <translation>Mục kế tiếp, khi đang ở danh sách mục</translation>
    </message>
    <message>
        <source>Back from a page of its own</source>
        <translation>Từ trang riêng trở lại</translation>
    </message>
    <message>
        <source>Attention list</source>
        <translation>Danh sách lưu ý</translation>
    </message>
    <message>
        <source>Expected visitors</source>
        <translation>Khách hẹn trước</translation>
    </message>
    <message>
        <source>Scanner self-test</source>
        <translation>Tự kiểm tra máy quét</translation>
    </message>
    <message>
        <source>Reader diagnostics</source>
        <translation>Chẩn đoán bộ đọc</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>Cài đặt: %1</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Tìm cài đặt</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Back to the settings</source>
        <translation>Về cài đặt</translation>
    </message>
    <message>
        <source>Code and file of the venue</source>
        <translation>Mã và tệp của địa điểm</translation>
    </message>
    <message>
        <source>adopt import export passphrase another desk</source>
        <translation>tiếp nhận nhập xuất cụm mật khẩu quầy khác</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>employees colleagues mark who belongs to the venue</source>
        <translation>cán bộ đồng nghiệp đánh dấu người của cơ quan</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Lượt vào ra</translation>
    </message>
    <message>
        <source>Back to the entries</source>
        <translation>Về lượt vào ra</translation>
    </message>
    <message>
        <source>ban do not let in warning watch black list</source>
        <translation>cấm vào, không cho vào cảnh báo theo dõi danh sách đen</translation>
    </message>
    <message>
        <source>No setting found. Try another word.</source>
        <translation>Không tìm thấy mục nào có tên này. Hãy thử từ khác.</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Đang ở trong</translation>
    </message>
    <message>
        <source>Back to who is inside</source>
        <translation>Về danh sách người đang ở trong</translation>
    </message>
</context>
<context>
    <name>checkpoint::SheetReminder</name>
    <message>
        <source>Print the recovery sheet now and lock it away: when no administrator knows a PIN any more, it alone opens the desk.</source>
        <translation>Hãy in tờ khôi phục ngay bây giờ và cất vào nơi có khóa: khi không còn người quản trị nào nhớ mã PIN, chỉ tờ này mở được quầy.</translation>
    </message>
    <message>
        <source>Save the recovery sheet…</source>
        <translation>Lưu tờ khôi phục…</translation>
    </message>
    <message>
        <source>Do not remind me again</source>
        <translation>Không nhắc lại nữa</translation>
    </message>
</context>
<context>
    <name>checkpoint::SignInPanel</name>
    <message>
        <source>An administrator can give you a new PIN in the settings (F10). If no administrator's PIN is known, the recovery sheet opens the desk.</source>
        <translation>Người quản trị có thể đặt mã PIN mới cho bạn trong phần cài đặt (F10). Nếu không còn ai nhớ mã PIN của người quản trị, hãy dùng tờ khôi phục để mở quầy.</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>Mã PIN của %1</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>Mã PIN</translation>
    </message>
    <message>
        <source>Checking the PIN …</source>
        <translation>Đang kiểm tra mã PIN…</translation>
    </message>
    <message>
        <source>This is not the PIN of %1.</source>
        <translation>Đây không phải mã PIN của %1.</translation>
    </message>
    <message>
        <source>Type the PIN again.</source>
        <translation>Hãy nhập lại mã PIN.</translation>
    </message>
    <message>
        <source>%1 seconds</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 phút %2 giây</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Người trực</translation>
    </message>
    <message>
        <source>PIN or password</source>
        <translation>Mã PIN hoặc mật khẩu</translation>
    </message>
    <message>
        <source>Forgotten PIN?</source>
        <translation>Quên mã PIN?</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Khóa quầy</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Thoát khóa màn hình</translation>
    </message>
    <message>
        <source>Leave the kiosk: an administrator's PIN</source>
        <translation>Thoát khóa màn hình: mã PIN của người quản trị</translation>
    </message>
    <message>
        <source>Choose your name with the arrow keys, or with Alt and its number.</source>
        <translation>Chọn tên bằng phím mũi tên, hoặc nhấn Alt cùng chữ số đứng trước tên.</translation>
    </message>
    <message>
        <source>Whose PIN is this? Choose your name with the arrow keys, or with Alt and its number.</source>
        <translation>Mã PIN này của ai? Chọn tên bằng phím mũi tên, hoặc nhấn Alt cùng chữ số đứng trước tên.</translation>
    </message>
    <message>
        <source>Wrong PIN. You can try again in %1.</source>
        <translation>Mã PIN vừa rồi không đúng. Được nhập lại sau %1.</translation>
    </message>
    <message>
        <source>Who is on duty now?</source>
        <translation>Ai trực tại đây bây giờ?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Thôi</translation>
    </message>
</context>
<context>
    <name>checkpoint::SoundSettings</name>
    <message>
        <source>Sounds</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Âm lượng</translation>
    </message>
    <message>
        <source>loud quiet</source>
        <translation>to nhỏ</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Tắt tiếng</translation>
    </message>
    <message>
        <source>Results are then only seen.</source>
        <translation>Khi đó chỉ nhìn thấy kết quả.</translation>
    </message>
    <message>
        <source>silent off</source>
        <translation>im lặng</translation>
    </message>
    <message>
        <source>No sound at all</source>
        <translation>Không có tiếng nào</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Vào</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Ra</translation>
    </message>
    <message>
        <source>A question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Chưa ghi được</translation>
    </message>
    <message>
        <source>The desk waits for an answer.</source>
        <translation>Quầy chờ câu trả lời.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Có trục trặc.</translation>
    </message>
    <message>
        <source>Two notes up</source>
        <translation>Hai nốt lên</translation>
    </message>
    <message>
        <source>Two notes down</source>
        <translation>Hai nốt xuống</translation>
    </message>
    <message>
        <source>Four notes up</source>
        <translation>Bốn nốt lên</translation>
    </message>
    <message>
        <source>Four notes down</source>
        <translation>Bốn nốt xuống</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Tiếng chuông</translation>
    </message>
    <message>
        <source>Knocking</source>
        <translation>Tiếng gõ cửa</translation>
    </message>
    <message>
        <source>Rising like a question</source>
        <translation>Lên giọng như hỏi</translation>
    </message>
    <message>
        <source>Low note, three times</source>
        <translation>Nốt trầm ba lần</translation>
    </message>
    <message>
        <source>Rough and long</source>
        <translation>Tiếng rè dài</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Không có tiếng</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Listen: %1</source>
        <translation>Nghe thử: %1</translation>
    </message>
    <message>
        <source>sound tone</source>
        <translation>âm thanh tiếng</translation>
    </message>
    <message>
        <source>Sound: %1</source>
        <translation>Tiếng: %1</translation>
    </message>
    <message>
        <source>Sounds the same as: %1</source>
        <translation>Kêu giống: %1</translation>
    </message>
</context>
<context>
    <name>checkpoint::StaffPanel</name>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>Nobody is marked as staff yet. Look for somebody above.</source>
        <translation>Chưa ai được đánh dấu là nhân viên. Hãy tìm người ở trên.</translation>
    </message>
    <message>
        <source>No longer staff</source>
        <translation>Bỏ khỏi nhân viên</translation>
    </message>
    <message>
        <source>Mark as staff</source>
        <translation>Đặt là nhân viên</translation>
    </message>
    <message>
        <source>Staff come and go at any hour and are not asked about their visit; the lists can show them apart. Whoever has been here once can be marked, here or in the details of an entry.</source>
        <translation>Nhân viên ra vào bất cứ giờ nào, không phải khai mục đích hay người cần gặp; các danh sách có thể xem riêng họ. Ai đã đến một lần đều có thể được đánh dấu, tại đây hoặc trong chi tiết của một lượt.</translation>
    </message>
    <message>
        <source>Look for a person</source>
        <translation>Tìm người</translation>
    </message>
    <message>
        <source>A part of the name, or the last digits of a number.</source>
        <translation>Một phần của họ tên, hoặc các số cuối của giấy tờ.</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Người</translation>
    </message>
    <message>
        <source>Identified by</source>
        <translation>Nhận biết qua</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Nhóm</translation>
    </message>
    <message>
        <source>Nobody with this name has been here. Record their entry first.</source>
        <translation>Chưa có ai tên này đến đây. Hãy ghi nhận lượt vào của họ trước.</translation>
    </message>
</context>
<context>
    <name>checkpoint::SyncConnection</name>
    <message>
        <source>Rejected entry corrected</source>
        <translation>Sửa lượt bị từ chối</translation>
    </message>
</context>
<context>
    <name>checkpoint::SyncView</name>
    <message>
        <source>Connect to a platform</source>
        <translation>Kết nối với nền tảng</translation>
    </message>
    <message>
        <source>Send now, whatever is planned</source>
        <translation>Gửi ngay, bất kể lịch</translation>
    </message>
    <message>
        <source>Pause sending, or resume it</source>
        <translation>Tạm dừng hoặc tiếp tục gửi</translation>
    </message>
    <message>
        <source>Correct the chosen rejected entry</source>
        <translation>Sửa lượt bị từ chối đã chọn</translation>
    </message>
    <message>
        <source>Send the chosen rejected entry again as it is</source>
        <translation>Gửi lại nguyên trạng lượt bị từ chối đã chọn</translation>
    </message>
    <message>
        <source>Send all rejected entries again</source>
        <translation>Gửi lại mọi lượt bị từ chối</translation>
    </message>
    <message>
        <source>%1 recorded = %2 acknowledged + %3 waiting + %4 rejected</source>
        <translation>%1 đã ghi nhận = %2 đã được xác nhận + %3 đang chờ + %4 bị từ chối</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>Đã kết nối: %1</translation>
    </message>
    <message>
        <source>Rejected (%1)</source>
        <translation>Bị từ chối (%1)</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Nothing was rejected</source>
        <translation>Không có lượt bị từ chối</translation>
    </message>
    <message>
        <source>Nothing was sent yet</source>
        <translation>Chưa gửi lần nào</translation>
    </message>
    <message>
        <source>What the platform does not accept is kept and shown here.</source>
        <translation>Những gì nền tảng không nhận được giữ lại và hiện ở đây.</translation>
    </message>
    <message>
        <source>Every batch stands here with its receipt.</source>
        <translation>Mỗi đợt gửi hiện ở đây cùng biên nhận.</translation>
    </message>
    <message numerus="yes">
        <source>%n entry(ies) will be sent again.</source>
        <translation>
            <numerusform>%n lượt sẽ được gửi lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sending to the platform</source>
        <translation>Gửi lên nền tảng</translation>
    </message>
    <message>
        <source>Not connected to a platform</source>
        <translation>Chưa kết nối với nền tảng</translation>
    </message>
    <message>
        <source>Everything is recorded on this computer all the same. Once connected, entries are sent by themselves, those recorded before as well.</source>
        <translation>Mọi lượt vẫn được ghi trên máy này. Khi đã kết nối, các lượt được tự động gửi, kể cả những lượt đã ghi trước.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Kết nối…</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Nền tảng</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Gửi ngay</translation>
    </message>
    <message>
        <source>Connect another…</source>
        <translation>Kết nối thêm…</translation>
    </message>
    <message>
        <source>Disconnect…</source>
        <translation>Ngắt kết nối…</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>đã ghi nhận</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>đã được xác nhận</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>đang chờ</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>bị từ chối</translation>
    </message>
    <message>
        <source>Enrol again…</source>
        <translation>Đăng ký lại…</translation>
    </message>
    <message>
        <source>Describe the venue…</source>
        <translation>Khai báo địa điểm…</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Danh sách</translation>
    </message>
    <message>
        <source>Entries that were rejected</source>
        <translation>Các lượt bị từ chối</translation>
    </message>
    <message>
        <source>Batches that were sent</source>
        <translation>Các đợt đã gửi</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Gửi lại</translation>
    </message>
    <message>
        <source>Send all again</source>
        <translation>Gửi lại tất cả</translation>
    </message>
    <message>
        <source>Nothing more is sent there, and the desk forgets its token. All entries, receipts and the history are kept here. What is waiting is sent once the desk is connected again under the same name, with a new code.</source>
        <translation>Không gửi gì thêm đến đó, và quầy xóa mã truy cập của mình. Mọi lượt, biên nhận và lịch sử vẫn được giữ ở đây. Những lượt đang chờ sẽ được gửi khi quầy kết nối lại dưới cùng tên, bằng mã mới.</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Ngắt kết nối</translation>
    </message>
    <message>
        <source>Connect to another platform</source>
        <translation>Kết nối thêm nền tảng</translation>
    </message>
    <message>
        <source>Disconnect from the platform</source>
        <translation>Ngắt kết nối với nền tảng</translation>
    </message>
    <message>
        <source>Enrol the desk again, when the platform asks for it</source>
        <translation>Đăng ký lại quầy, khi nền tảng yêu cầu</translation>
    </message>
    <message>
        <source>Describe the venue, when the platform asks for it</source>
        <translation>Khai báo địa điểm, khi nền tảng yêu cầu</translation>
    </message>
    <message>
        <source>Disconnect from %1 (%2)?</source>
        <translation>Ngắt kết nối với %1 (%2)?</translation>
    </message>
    <message>
        <source>%1 waiting, %2 rejected.</source>
        <translation>%1 lượt đang chờ, %2 lượt bị từ chối.</translation>
    </message>
</context>
<context>
    <name>checkpoint::TopLine</name>
    <message>
        <source>Name this desk</source>
        <translation>Đặt tên cho quầy này</translation>
    </message>
    <message>
        <source>Change venue and location</source>
        <translation>Đổi địa điểm và vị trí</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Đang mở</translation>
    </message>
    <message>
        <source>Ready to record</source>
        <translation>Sẵn sàng ghi</translation>
    </message>
    <message>
        <source>Cannot record</source>
        <translation>Không ghi được</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Đăng nhập</translation>
    </message>
    <message>
        <source>Change the operator (F8), lock the desk (Ctrl+L)</source>
        <translation>Đổi người trực (F8), khóa quầy (Ctrl+L)</translation>
    </message>
    <message>
        <source>Nobody is signed in (F8)</source>
        <translation>Chưa có ai đăng nhập (F8)</translation>
    </message>
    <message>
        <source>Operator: %1</source>
        <translation>Người trực: %1</translation>
    </message>
</context>
<context>
    <name>checkpoint::TracePage</name>
    <message>
        <source>last here %1</source>
        <translation>đến lần cuối ngày %1</translation>
    </message>
    <message>
        <source>Nobody with that code, number or name was ever here.</source>
        <translation>Chưa từng có người nào có mã, số hoặc tên này đến đây.</translation>
    </message>
    <message>
        <source>This person is traced.</source>
        <translation>Truy vết người này.</translation>
    </message>
    <message numerus="yes">
        <source>Choose one of %n person(s).</source>
        <translation>
            <numerusform>Hãy chọn một trong %n người.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say first who is to be traced: a code, a number or a name, then Enter.</source>
        <translation>Trước hết hãy cho biết cần truy vết ai: mã, số hoặc tên, rồi nhấn Enter.</translation>
    </message>
    <message>
        <source>Write the days as 21/11/2026, the first one first.</source>
        <translation>Hãy viết ngày dạng 21/11/2026, ngày đầu trước ngày cuối.</translation>
    </message>
    <message>
        <source>A trace needs the number of the authority's letter; it is kept.</source>
        <translation>Truy vết cần có số văn bản yêu cầu; số này được lưu lại.</translation>
    </message>
    <message>
        <source>A trace needs a reason; it is kept.</source>
        <translation>Truy vết cần có lý do; lý do được lưu lại.</translation>
    </message>
    <message>
        <source>The person was not here in this time</source>
        <translation>Người này không đến trong thời gian đó</translation>
    </message>
    <message>
        <source>Choose other days above.</source>
        <translation>Hãy chọn ngày khác ở trên.</translation>
    </message>
    <message>
        <source>Whose contacts? A code (paste it), a number or a name, then Enter</source>
        <translation>Truy vết ai? Mã (dán vào), số hoặc tên, rồi nhấn Enter</translation>
    </message>
    <message>
        <source>Person to be traced</source>
        <translation>Người cần truy vết</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Tìm</translation>
    </message>
    <message>
        <source>Hold up the code…</source>
        <translation>Hãy đưa mã lên…</translation>
    </message>
    <message>
        <source>By code</source>
        <translation>Quét mã</translation>
    </message>
    <message>
        <source>The next code that is held up says who is traced; that person is not recorded by it.</source>
        <translation>Mã đưa lên tiếp theo cho biết truy vết ai; lần quét đó không được ghi nhận.</translation>
    </message>
    <message>
        <source>Who was found</source>
        <translation>Người tìm được</translation>
    </message>
    <message>
        <source>From and to, both included</source>
        <translation>Từ ngày đến ngày, tính cả hai ngày</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Together for at least</source>
        <translation>Cùng có mặt ít nhất</translation>
    </message>
    <message>
        <source>Least minutes together</source>
        <translation>Số phút ít nhất cùng có mặt</translation>
    </message>
    <message>
        <source>Margin before and after</source>
        <translation>Dự phòng trước và sau</translation>
    </message>
    <message>
        <source>Margin in minutes</source>
        <translation>Số phút dự phòng</translation>
    </message>
    <message>
        <source> min</source>
        <translation> phút</translation>
    </message>
    <message>
        <source>Only at the same location</source>
        <translation>Chỉ tính cùng vị trí</translation>
    </message>
    <message>
        <source>Number of the authority's letter</source>
        <translation>Số văn bản yêu cầu</translation>
    </message>
    <message>
        <source>Reason (kept with your name)</source>
        <translation>Lý do (được lưu cùng tên bạn)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
    <message>
        <source>Names and numbers in full</source>
        <translation>Hiện đầy đủ họ tên, số giấy tờ</translation>
    </message>
    <message>
        <source>Form of the file</source>
        <translation>Dạng tệp</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Truy vết</translation>
    </message>
    <message>
        <source>Who was here at the same time</source>
        <translation>Ai đã có mặt cùng lúc</translation>
    </message>
    <message>
        <source>Everybody who appears in the answer is noted in the access log, with reference and reason.</source>
        <translation>Mọi người xuất hiện trong kết quả đều được ghi vào nhật ký truy cập, kèm số văn bản và lý do.</translation>
    </message>
</context>
<context>
    <name>checkpoint::VenueCodePanel</name>
    <message>
        <source>Picture of the code</source>
        <translation>Ảnh chụp mã</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.webp *.bmp)</source>
        <translation>Ảnh (*.jpg *.jpeg *.png *.webp *.bmp)</translation>
    </message>
    <message>
        <source>The venue has no code yet. It gets one of its own with its name.</source>
        <translation>Địa điểm chưa có mã. Mã riêng được tạo khi địa điểm có tên.</translation>
    </message>
    <message>
        <source>Taken over, printed unchanged: %1</source>
        <translation>Mã được tiếp nhận, in nguyên như cũ: %1</translation>
    </message>
    <message>
        <source>The desk's own: %1</source>
        <translation>Mã riêng của quầy: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n poster(s) are hanging. When the code changes they are outdated and must be printed again.</source>
        <translation>
            <numerusform>Đang treo %n áp phích. Khi đổi mã, các áp phích này hết hiệu lực và phải in lại.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several codes are in view. Show the venue's alone.</source>
        <translation>Có nhiều mã trong khung hình. Chỉ đưa riêng mã của địa điểm.</translation>
    </message>
    <message>
        <source>Read. Press Enter to take it over.</source>
        <translation>Đã đọc. Nhấn Enter để tiếp nhận.</translation>
    </message>
    <message>
        <source>Kept. Print the posters again: Posters (F6).</source>
        <translation>Đã lưu. Hãy in lại áp phích: Áp phích (F6).</translation>
    </message>
    <message>
        <source>This is no venue's code: a person's, a payment code, or a poster that another desk signed. Nothing was changed. A signed poster's venue comes with that desk's file, below.</source>
        <translation>Đây không phải mã địa điểm mà là mã cá nhân, mã thanh toán, hoặc áp phích do quầy khác ký. Chưa có gì thay đổi. Với áp phích đã ký, hãy dùng tệp địa điểm của quầy đó ở bên dưới.</translation>
    </message>
    <message>
        <source>At least %1 characters.</source>
        <translation>Ít nhất %1 ký tự.</translation>
    </message>
    <message>
        <source>This is not the same.</source>
        <translation>Hai lần gõ không giống nhau.</translation>
    </message>
    <message>
        <source>Save the venue's file</source>
        <translation>Lưu tệp địa điểm</translation>
    </message>
    <message>
        <source>Venue's file (*.checkpoint);;All files (*)</source>
        <translation>Tệp địa điểm (*.checkpoint);;Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Sealing …</source>
        <translation>Đang niêm phong…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Đã lưu: %1</translation>
    </message>
    <message>
        <source>Type the passphrase of the file first.</source>
        <translation>Trước hết hãy gõ cụm mật khẩu của tệp.</translation>
    </message>
    <message>
        <source>The venue's file</source>
        <translation>Tệp địa điểm</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>Đang mở…</translation>
    </message>
    <message>
        <source>Taken over: %1. New at this desk: %2 places, %3 posters, %4 passes.</source>
        <translation>Đã tiếp nhận: %1. Mới ở quầy này: %2 vị trí, %3 áp phích, %4 thẻ khách.</translation>
    </message>
    <message>
        <source>This desk has printed posters or passes for another venue. Nothing was changed. To take this venue in its place, turn on the switch above.</source>
        <translation>Quầy này đã in áp phích hoặc thẻ cho địa điểm khác. Chưa có gì thay đổi. Để thay bằng địa điểm này, hãy bật công tắc ở trên.</translation>
    </message>
    <message>
        <source>This is no venue's file, or it cannot be opened. Nothing was changed.</source>
        <translation>Đây không phải tệp địa điểm, hoặc không mở được tệp. Chưa có gì thay đổi.</translation>
    </message>
    <message>
        <source>Code and file of the venue</source>
        <translation>Mã và tệp của địa điểm</translation>
    </message>
    <message>
        <source>The venue's code</source>
        <translation>Mã của địa điểm</translation>
    </message>
    <message>
        <source>Take over an existing code</source>
        <translation>Tiếp nhận mã đã có</translation>
    </message>
    <message>
        <source>Hold it up to the camera or the scanner now, paste its text, or type it.</source>
        <translation>Đưa mã ra trước camera hoặc máy quét ngay bây giờ, dán nội dung mã, hoặc gõ vào.</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Tiếp nhận</translation>
    </message>
    <message>
        <source>From a picture…</source>
        <translation>Từ ảnh…</translation>
    </message>
    <message>
        <source>Use an own code again</source>
        <translation>Dùng lại mã riêng</translation>
    </message>
    <message>
        <source>To another desk</source>
        <translation>Chuyển sang quầy khác</translation>
    </message>
    <message>
        <source>A file with the venue, its keys and the lists of posters and passes. The other desk then knows the same codes. Whoever has file and passphrase can sign for the venue.</source>
        <translation>Tệp gồm địa điểm, các khóa ký và danh sách áp phích, thẻ khách. Nhờ đó quầy kia nhận ra cùng các mã. Ai có tệp và cụm mật khẩu đều có thể ký thay địa điểm.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Cụm mật khẩu</translation>
    </message>
    <message>
        <source>The passphrase again</source>
        <translation>Nhập lại cụm mật khẩu</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>Lưu tệp…</translation>
    </message>
    <message>
        <source>From another desk</source>
        <translation>Nhận từ quầy khác</translation>
    </message>
    <message>
        <source>Take over the file that another desk of the venue saved. Nothing of this desk's record is lost.</source>
        <translation>Tiếp nhận tệp do quầy khác của địa điểm đã lưu. Dữ liệu của quầy này không bị mất.</translation>
    </message>
    <message>
        <source>Passphrase of the file</source>
        <translation>Cụm mật khẩu của tệp</translation>
    </message>
    <message>
        <source>In place of this desk's venue</source>
        <translation>Thay cho địa điểm của quầy này</translation>
    </message>
    <message>
        <source>Only where this desk has printed for another venue; its posters are outdated then.</source>
        <translation>Chỉ khi quầy này đã in cho địa điểm khác; các áp phích cũ sẽ hết hiệu lực.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Chọn tệp…</translation>
    </message>
</context>
<context>
    <name>checkpoint::VenueFileConnection</name>
    <message>
        <source>Nothing was taken over: the file is damaged, holds no keys for health certificates, or another key than the one that the list has.</source>
        <translation>Chưa nhập được gì: tệp bị hỏng, không chứa khóa dùng cho giấy chứng nhận y tế, hoặc chứa một khóa khác với khóa đang có trong danh sách.</translation>
    </message>
</context>
<context>
    <name>checkpoint::VenueSettings</name>
    <message>
        <source>This is no phone number.</source>
        <translation>Đây không phải số điện thoại.</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Chưa chọn</translation>
    </message>
    <message>
        <source>Kind of venue</source>
        <translation>Loại địa điểm</translation>
    </message>
    <message>
        <source>category</source>
        <translation>phân loại</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>place gate counter</source>
        <translation>nơi cổng quầy</translation>
    </message>
    <message>
        <source>Gate, building or counter of this desk</source>
        <translation>Cổng, tòa nhà hoặc quầy</translation>
    </message>
    <message>
        <source>Name of the venue</source>
        <translation>Tên địa điểm</translation>
    </message>
    <message>
        <source>Name of the office or hospital</source>
        <translation>Tên cơ quan hoặc bệnh viện</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Số nhà, đường</translation>
    </message>
    <message>
        <source>address</source>
        <translation>địa chỉ</translation>
    </message>
    <message>
        <source>Ward or commune</source>
        <translation>Phường, xã</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Quận, huyện</translation>
    </message>
    <message>
        <source>Empty where there are none any more.</source>
        <translation>Để trống ở nơi không còn cấp huyện.</translation>
    </message>
    <message>
        <source>Province or city</source>
        <translation>Tỉnh, thành phố</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Người liên hệ</translation>
    </message>
    <message>
        <source>responsible</source>
        <translation>phụ trách</translation>
    </message>
    <message>
        <source>Phone of the contact</source>
        <translation>Điện thoại liên hệ</translation>
    </message>
    <message>
        <source>number</source>
        <translation>số</translation>
    </message>
    <message>
        <source>Code and file</source>
        <translation>Mã và tệp</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Mở</translation>
    </message>
    <message>
        <source>Code and file of the venue</source>
        <translation>Mã và tệp của địa điểm</translation>
    </message>
    <message>
        <source>Appears in every entry of this desk.</source>
        <translation>Ghi trong mọi lượt của quầy này.</translation>
    </message>
    <message>
        <source>Take over a code; move the venue between desks.</source>
        <translation>Tiếp nhận mã; chuyển địa điểm giữa các quầy.</translation>
    </message>
    <message>
        <source>QR take over another desk import export passphrase</source>
        <translation>QR tiếp nhận nhập xuất cụm mật khẩu quầy khác</translation>
    </message>
</context>
<context>
    <name>checkpoint::VisitorOffers</name>
    <message>
        <source>inside now</source>
        <translation>đang ở trong</translation>
    </message>
    <message>
        <source>no entry that stands</source>
        <translation>không có lượt nào còn hiệu lực</translation>
    </message>
    <message>
        <source>Visitors who fit the name</source>
        <translation>Khách khớp với tên đang gõ</translation>
    </message>
</context>
<context>
    <name>checkpoint::VisitorPassModel</name>
    <message>
        <source>Issued at another desk</source>
        <translation>Do quầy khác cấp</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Còn hiệu lực</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Hết hạn</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Đã thu hồi</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Số thẻ</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Khách</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ngày cấp</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Hiệu lực đến</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tình trạng</translation>
    </message>
</context>
<context>
    <name>checkpoint::VisitorWindow</name>
    <message>
        <source>Welcome</source>
        <translation>Kính chào quý khách</translation>
    </message>
    <message>
        <source>Please hold your QR code in front of the camera or the scanner.</source>
        <translation>Mời đưa mã QR trước camera hoặc máy quét.</translation>
    </message>
    <message>
        <source>For visitors</source>
        <translation>Màn hình cho khách</translation>
    </message>
    <message>
        <source>Your data are recorded for who comes in and leaves, and destroyed after %1 days. Questions: %2. Notice version %3 of %4.</source>
        <translation>Dữ liệu cá nhân được dùng để ghi nhận người vào, ra và bị xóa sau %1 ngày. Liên hệ: %2. Thông báo phiên bản %3, ngày %4.</translation>
    </message>
</context>
<context>
    <name>checkpoint::VoidPanel</name>
    <message>
        <source>Void: %1, %2 at %3?</source>
        <translation>Hủy lượt %2 lúc %3 của %1?</translation>
    </message>
    <message>
        <source>Why? The entry stays on record as voided.</source>
        <translation>Vì sao? Lượt này vẫn được lưu là đã hủy.</translation>
    </message>
    <message>
        <source>Wrong person</source>
        <translation>Quét nhầm người</translation>
    </message>
    <message>
        <source>Scanned by mistake</source>
        <translation>Quét ngoài ý muốn</translation>
    </message>
    <message>
        <source>Visitor did not pass</source>
        <translation>Khách không qua cửa</translation>
    </message>
    <message>
        <source>Only a test</source>
        <translation>Chỉ quét thử</translation>
    </message>
    <message>
        <source>Void</source>
        <translation>Hủy lượt</translation>
    </message>
</context>
<context>
    <name>checkpoint::WindowSettings</name>
    <message>
        <source>Window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>screen monitor maximise</source>
        <translation>màn hình phóng to</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Toàn màn hình</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>Khóa màn hình (kiosk)</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Khi khởi động</translation>
    </message>
    <message>
        <source>For this user of the computer.</source>
        <translation>Cho người dùng này của máy tính.</translation>
    </message>
    <message>
        <source>autostart boot login</source>
        <translation>tự chạy bật máy đăng nhập</translation>
    </message>
    <message>
        <source>For visitors</source>
        <translation>Cho khách</translation>
    </message>
    <message>
        <source>second monitor customer display</source>
        <translation>màn hình thứ hai cửa sổ cho khách</translation>
    </message>
    <message>
        <source>Show a window to the visitors</source>
        <translation>Mở cửa sổ cho khách xem</translation>
    </message>
    <message>
        <source>Fills the second monitor: a welcome, IN or OUT, and what to do. Esc closes it.</source>
        <translation>Chiếm trọn màn hình thứ hai: lời chào, VÀO hoặc RA và việc khách cần làm. Nhấn Esc để đóng.</translation>
    </message>
    <message>
        <source>Not open yet: this computer has one monitor only. The window opens by itself as soon as a second one is connected.</source>
        <translation>Chưa mở: máy này chỉ có một màn hình. Cửa sổ sẽ tự mở khi cắm thêm màn hình thứ hai.</translation>
    </message>
    <message>
        <source>F11 turns full screen on and off. As a kiosk the window cannot be closed or left by accident; Ctrl+Shift+F11 leaves it until the next start.</source>
        <translation>F11 bật tắt toàn màn hình. Ở chế độ khóa màn hình (kiosk), cửa sổ không bị đóng hay thoát nhầm; Ctrl+Shift+F11 thoát chế độ này cho đến lần mở chương trình sau.</translation>
    </message>
    <message>
        <source>Open the desk when somebody logs in to this computer</source>
        <translation>Mở quầy khi có người đăng nhập vào máy tính</translation>
    </message>
</context>
</TS>
