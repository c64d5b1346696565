#pragma once

#include <QByteArray>
#include <QList>

namespace checkpoint::test {

/// What is held before the camera in the sample clip, in its order: synthetic persons, and a venue's poster.
inline const QList<QByteArray> samplePayloads{
    "001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà "
    "Nội|01052021",
    "079300999992|TRAN THI MAU|2000-02-29|0|162999999999999992|<2<00<0900000001",
    "031195999993||Lê Thị Giả Lập|02031995|Nữ|Thôn Mẫu, Xã Thử, Hải Phòng|15082024||||",
    "https://example.invalid/v/VENUE-0001",
    "HS4019999999994|5068e1baa16d2042c3a9204de1baab75|01/06/2020|1|-|01 - 001|24/01/2024|-|24/01/2024|$",
    "092088999995|360000002|Huỳnh Ước Định|05051988|Nam|Khóm 1, Phường Mẫu, Cần Thơ|10012025|092088999905|||",
};

} // namespace checkpoint::test
