#include "tests/benchmarks/readersets.h"

namespace checkpoint::test {

using namespace Qt::Literals::StringLiterals;

std::vector<Degradation> degradations()
{
    const auto nothing = [](CameraShot &, double) {};
    return {
        {u"clean"_s, nothing},
        {u"turned 30"_s, nothing, 30},
        {u"turned 45, small tilt"_s, nothing, 45, 0.08},
        {u"tilt 15 %"_s, nothing, 8, 0.15},
        {u"tilt 22 %"_s, nothing, -12, 0.22},
        {u"tilt 30 %"_s, nothing, 10, 0.30},
        {u"Gaussian 0.4 module"_s, [](CameraShot &shot, double m) { shot.gaussianBlur = 0.4 * m; }},
        {u"Gaussian 0.6 module"_s, [](CameraShot &shot, double m) { shot.gaussianBlur = 0.6 * m; }},
        {u"Gaussian 0.8 module"_s, [](CameraShot &shot, double m) { shot.gaussianBlur = 0.8 * m; }},
        {u"disc 0.6 module"_s, [](CameraShot &shot, double m) { shot.discBlur = 0.6 * m; }},
        {u"disc 0.8 module"_s, [](CameraShot &shot, double m) { shot.discBlur = 0.8 * m; }},
        {u"disc 1.0 module"_s, [](CameraShot &shot, double m) { shot.discBlur = 1.0 * m; }},
        {u"motion 1 module"_s,
         [](CameraShot &shot, double m) {
             shot.motion = m;
             shot.motionDegrees = 20;
         }},
        {u"motion 1.5 modules"_s,
         [](CameraShot &shot, double m) {
             shot.motion = 1.5 * m;
             shot.motionDegrees = 70;
         }},
        {u"dim"_s,
         [](CameraShot &shot, double) {
             shot.fullWell = 250;
             shot.readNoise = 8;
         }},
        {u"very dim"_s,
         [](CameraShot &shot, double) {
             shot.fullWell = 60;
             shot.readNoise = 5;
         }},
        {u"glare"_s, [](CameraShot &shot, double) { shot.glare = 0.8; }},
        {u"strong glare"_s, [](CameraShot &shot, double) { shot.glare = 2.0; }},
        {u"gradient"_s,
         [](CameraShot &shot, double) {
             shot.gradient = 0.9;
             shot.fullWell = 2000;
         }},
        {u"JPEG 30"_s, [](CameraShot &shot, double) { shot.jpegQuality = 30; }},
        {u"JPEG 15"_s, [](CameraShot &shot, double) { shot.jpegQuality = 15; }},
        {u"light on dark"_s, [](CameraShot &shot, double) { shot.lightOnDark = true; }},
        {u"light on dark, disc 0.6"_s,
         [](CameraShot &shot, double m) {
             shot.lightOnDark = true;
             shot.discBlur = 0.6 * m;
         }},
        {u"dim, disc 0.6, motion 0.7"_s,
         [](CameraShot &shot, double m) {
             shot.fullWell = 400;
             shot.discBlur = 0.6 * m;
             shot.motion = 0.7 * m;
         }},
    };
}

QByteArray cardPayload(int number)
{
    static const QByteArrayList addresses{"Số 1 Phố Giả Định, Phường Mẫu, Quận Thử, Hà Nội",
                                          "Thôn Mẫu, Xã Thử, Huyện Giả Định, Hải Phòng",
                                          "Khóm 1, Phường Mẫu, Quận Giả Định, Thành Phố Thử, Cần Thơ"};
    return "001090999991|01" + QByteArray::number(number).rightJustified(7, '0') +
           "|Nguyễn Thử Nghiệm|15011990|Nam|" + addresses[number % addresses.size()] + "|01052021";
}

CameraShot shotOf(int number, QSize size, double module, const Degradation &degradation)
{
    CameraShot shot;
    shot.size = size;
    shot.seed = quint32(number);
    shot.payload = cardPayload(number);
    const double room = 0.06 * (number % 5 - 2);
    shot.place({0.5 + room, 0.5 - room / 2}, module, degradation.degrees + number % 7,
               degradation.distortion);
    degradation.apply(shot, module);
    return shot;
}

CameraShot roomOf(int number, QSize size)
{
    CameraShot shot;
    shot.size = size;
    shot.seed = quint32(5000 + number);
    shot.fullWell = number % 3 ? 4000 : 150;
    shot.discBlur = number % 4;
    return shot;
}

} // namespace checkpoint::test
