<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
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
        <source>TAKEN BACK</source>
        <translation>ĐÃ HỦY</translation>
    </message>
    <message>
        <source>Turned round to: %1</source>
        <translation>Đã đổi thành lượt %1</translation>
    </message>
    <message>
        <source>Was inside since %1</source>
        <translation>Đã ở trong từ %1</translation>
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
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Another program has this desk&apos;s records open.</source>
        <translation>Một chương trình khác đang mở dữ liệu của bàn này.</translation>
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
        <source>Unlock the keychain or bring the key file back, then open the desk again.</source>
        <translation>Hãy mở chùm khóa của máy hoặc đưa tệp khóa về chỗ cũ, rồi mở lại chương trình.</translation>
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
        <source>Free some space on the disk, then scan again.</source>
        <translation>Hãy dọn bớt ổ đĩa rồi quét lại.</translation>
    </message>
    <message>
        <source>The record could not be written.</source>
        <translation>Không ghi được dữ liệu.</translation>
    </message>
    <message>
        <source>Scan again. If it fails again, restart the program and write visitors down on paper meanwhile.</source>
        <translation>Hãy quét lại. Nếu vẫn không được, khởi động lại chương trình và tạm ghi khách ra giấy.</translation>
    </message>
    <message>
        <source>A sealed record does not open with this desk&apos;s key.</source>
        <translation>Có một bản ghi đã mã hóa không mở được bằng khóa của bàn này.</translation>
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
        <source>This entry does not stand any more.</source>
        <translation>Lượt này không còn hiệu lực.</translation>
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
        <source>Close the other one; this window then goes on by itself.</source>
        <translation>Hãy đóng chương trình kia; cửa sổ này sẽ tự ghi tiếp.</translation>
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
        <source>NOT READY</source>
        <translation>CHƯA SẴN SÀNG</translation>
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
        <source>Nobody scanned yet.</source>
        <translation>Chưa quét lượt nào.</translation>
    </message>
    <message>
        <source>Citizen card, personal QR code, health-insurance card and passport are read.</source>
        <translation>Đọc được thẻ căn cước, mã QR cá nhân, thẻ bảo hiểm y tế và hộ chiếu.</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Unknown code</source>
        <translation>Mã không rõ</translation>
    </message>
    <message>
        <source>This is not a visitor&apos;s code.</source>
        <translation>Đây không phải mã của khách.</translation>
    </message>
    <message>
        <source>Ask for the citizen card, the personal QR code or the health-insurance card.</source>
        <translation>Hãy xin thẻ căn cước, mã QR cá nhân hoặc thẻ bảo hiểm y tế.</translation>
    </message>
    <message>
        <source>Venue&apos;s code</source>
        <translation>Mã địa điểm</translation>
    </message>
    <message>
        <source>This is the code of a place, not of a person.</source>
        <translation>Đây là mã của địa điểm, không phải mã của người.</translation>
    </message>
    <message>
        <source>Ask the visitor for a code of their own.</source>
        <translation>Hãy xin mã của chính khách.</translation>
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
        <source>This is a health certificate; the desk does not read it.</source>
        <translation>Đây là chứng nhận y tế; chương trình không đọc loại này.</translation>
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
        <translation>Số không khớp</translation>
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
        <source>Number and sex or year of birth differ: compare the card.</source>
        <translation>Số không khớp giới tính hoặc năm sinh: hãy đối chiếu với thẻ.</translation>
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
    <name>checkpoint::EntriesModel</name>
    <message>
        <source>Turned round</source>
        <translation>Đã đổi hướng</translation>
    </message>
    <message>
        <source>Estimated time</source>
        <translation>Giờ ước tính</translation>
    </message>
    <message>
        <source>The clock was set</source>
        <translation>Đồng hồ máy vừa bị chỉnh</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Đã hủy</translation>
    </message>
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
        <source>Take the chosen entry back</source>
        <translation>Hủy lượt đang chọn</translation>
    </message>
    <message>
        <source>The day before, the day after</source>
        <translation>Ngày trước, ngày sau</translation>
    </message>
    <message>
        <source>Choose the reason when taking back</source>
        <translation>Chọn lý do khi hủy</translation>
    </message>
    <message>
        <source>Leave the search or the question</source>
        <translation>Bỏ tìm kiếm hoặc bỏ câu hỏi</translation>
    </message>
    <message>
        <source>In: %1</source>
        <translation>Vào: %1</translation>
    </message>
    <message>
        <source>Out: %1</source>
        <translation>Ra: %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Đã hủy: %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Từ chối: %1</translation>
    </message>
    <message>
        <source>Scroll down for earlier ones</source>
        <translation>Kéo xuống để xem các lượt trước</translation>
    </message>
    <message>
        <source>Nobody found on this day</source>
        <translation>Không tìm thấy ai trong ngày này</translation>
    </message>
    <message>
        <source>Search by a part of the name, without diacritics if you like, or look on another day.</source>
        <translation>Hãy tìm bằng một phần của tên, không dấu cũng được, hoặc xem ngày khác.</translation>
    </message>
    <message>
        <source>Nobody was recorded on this day</source>
        <translation>Ngày này chưa ghi lượt nào</translation>
    </message>
    <message>
        <source>Who comes and leaves is listed here. Scan with F2.</source>
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
        <source>Refused scans too</source>
        <translation>Cả lượt bị từ chối</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Hủy lượt</translation>
    </message>
    <message>
        <source>Entries of the day</source>
        <translation>Các lượt trong ngày</translation>
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
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Lượt vào ra</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Full screen on and off</source>
        <translation>Bật, tắt toàn màn hình</translation>
    </message>
    <message>
        <source>This help on and off</source>
        <translation>Bật, tắt trợ giúp này</translation>
    </message>
    <message>
        <source>Close this help or a message</source>
        <translation>Đóng trợ giúp hoặc thông báo</translation>
    </message>
</context>
<context>
    <name>checkpoint::MainWindow</name>
    <message>
        <source>Checkpoint Desk</source>
        <translation>Checkpoint Desk</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Quét</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Lượt vào ra</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Trợ giúp</translation>
    </message>
    <message>
        <source>Answer with F2</source>
        <translation>Nhấn F2 để trả lời</translation>
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
        <source>Hold the visitor&apos;s QR code before the camera</source>
        <translation>Đưa mã QR của khách trước camera</translation>
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
</context>
<context>
    <name>checkpoint::RecentModel</name>
    <message>
        <source>Taken back</source>
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
</context>
<context>
    <name>checkpoint::ResultCard</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Hoàn tác: %1</translation>
    </message>
    <message>
        <source>Change to %1</source>
        <translation>Đổi thành %1</translation>
    </message>
    <message>
        <source>Read again at %1: nothing more was recorded.</source>
        <translation>Quét lại lúc %1: không ghi thêm lượt nào.</translation>
    </message>
    <message>
        <source>%1 was read again at %2: nothing more was recorded.</source>
        <translation>%1 quét lại lúc %2: không ghi thêm lượt nào.</translation>
    </message>
</context>
<context>
    <name>checkpoint::ScanView</name>
    <message>
        <source>Take back the last entry</source>
        <translation>Hủy lượt vừa ghi</translation>
    </message>
    <message>
        <source>Turn the last entry round: in or out</source>
        <translation>Đổi hướng lượt vừa ghi: vào hoặc ra</translation>
    </message>
    <message>
        <source>Choose the reason when taking back</source>
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
        <source>Who comes and leaves is listed here.</source>
        <translation>Người vào, người ra được liệt kê ở đây.</translation>
    </message>
    <message>
        <source>Last scans</source>
        <translation>Các lượt quét gần nhất</translation>
    </message>
    <message>
        <source>A question: take the answer that stands first</source>
        <translation>Khi được hỏi: chọn câu trả lời đầu tiên</translation>
    </message>
    <message>
        <source>A question: take the other direction</source>
        <translation>Khi được hỏi: ghi hướng còn lại</translation>
    </message>
    <message>
        <source>A question: record nothing</source>
        <translation>Khi được hỏi: không ghi</translation>
    </message>
</context>
<context>
    <name>checkpoint::SettingsView</name>
    <message>
        <source>The computer&apos;s default camera</source>
        <translation>Camera mặc định của máy</translation>
    </message>
    <message>
        <source>%1 (not plugged in)</source>
        <translation>%1 (chưa cắm)</translation>
    </message>
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
        <source>This desk</source>
        <translation>Bàn này</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Địa điểm</translation>
    </message>
    <message>
        <source>Name of the office or hospital</source>
        <translation>Tên cơ quan hoặc bệnh viện</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Vị trí</translation>
    </message>
    <message>
        <source>Gate, building or counter of this desk</source>
        <translation>Cổng, tòa nhà hoặc quầy của bàn này</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Thiết bị</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Camera</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Hình xem trước</translation>
    </message>
    <message>
        <source>Mirrored, as in a mirror</source>
        <translation>Lật ngang như soi gương</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Âm thanh</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Âm lượng</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Nghe thử</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Chú ý</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Ngôn ngữ và giao diện</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Màu nền</translation>
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
        <source>Data</source>
        <translation>Dữ liệu</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Thư mục</translation>
    </message>
    <message>
        <source>Not open yet</source>
        <translation>Chưa mở</translation>
    </message>
    <message>
        <source>Key of the data</source>
        <translation>Khóa của dữ liệu</translation>
    </message>
    <message>
        <source>In this computer&apos;s keychain. A stolen disk cannot be read without it.</source>
        <translation>Nằm trong chùm khóa của máy này. Thiếu khóa thì không đọc được dữ liệu trên ổ đĩa bị lấy cắp.</translation>
    </message>
    <message>
        <source>In a file beside the data. Someone who takes the disk can read the data.</source>
        <translation>Nằm trong tệp cạnh dữ liệu. Ai lấy được ổ đĩa thì đọc được dữ liệu.</translation>
    </message>
    <message>
        <source>Direction: %1</source>
        <translation>Hướng: %1</translation>
    </message>
</context>
<context>
    <name>checkpoint::TopLine</name>
    <message>
        <source>Name this desk</source>
        <translation>Đặt tên cho bàn này</translation>
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
</context>
<context>
    <name>checkpoint::VoidPanel</name>
    <message>
        <source>Take back: %1, %2 at %3?</source>
        <translation>Hủy lượt %2 lúc %3 của %1?</translation>
    </message>
    <message>
        <source>Why? The entry stays on record as taken back.</source>
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
        <source>Or in your own words</source>
        <translation>Hoặc ghi lý do khác</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <translation>Lý do khác</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Hủy lượt</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Để nguyên</translation>
    </message>
</context>
</TS>
