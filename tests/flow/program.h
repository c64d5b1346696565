#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QJsonObject>
#include <QList>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace checkpoint::test {

/// What one run of the program gave.
struct Run
{
    int exitCode = -1; ///< -1 when it crashed or did not end
    QByteArray output;
    QByteArray complaints;

    QList<QByteArray> lines() const;
    /// Every line of the output as a JSON object; an empty one stands for a line that is none.
    QList<QJsonObject> objects() const;
};

/// Without a display, without a session bus, so that the key lies in a file, and without proxies.
QProcessEnvironment plainEnvironment();

/// Runs the program to its end, at most two minutes.
Run runProgram(const QStringList &arguments, const QByteArray &input = {},
               const QProcessEnvironment &environment = plainEnvironment());

QString programPath();

/// What of these cards, names and other data stands in what the program said; empty: nothing of them. Data
/// are looked for in parts, as a card is made of them; parts shorter than six bytes are too common to tell.
QByteArray foundOf(const QByteArrayList &data, const QByteArray &said);

/// The environment in which the program says all it can.
QProcessEnvironment talkative(QProcessEnvironment environment);

// Synthetic persons.
inline const QByteArray cardOfNghiem =
    "001090999991|010000001|Nguyễn Thử Nghiệm|15011990|Nam|Số 1 Phố Giả Định, Phường Mẫu, "
    "Quận Thử, Hà Nội|01052021";
inline const QByteArray cardOfMau =
    "079300999992||Trần Thị Mẫu|29022000|Nữ|12/3 Đường Không Có, Phường Mẫu, TP. Thử, Hồ Chí "
    "Minh|12082021";
inline const QByteArray cardOfLap =
    "031195999993||Lê Thị Giả Lập|02031995|Nữ|Thôn Mẫu, Xã Thử, Hải Phòng|15082024||||";
inline const QByteArray starredQrOfMau = "******999992|TRAN THI MAU|2000-**-**|0|162999999999999992|<2<<";
inline const QByteArray qrOfMau =
    "079300999992|TRAN THI MAU|2000-02-29|1|162999999999999992|162999999999999991<2<00<0900000001";

} // namespace checkpoint::test
