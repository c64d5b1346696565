#include "ui/scanview/readiness.h"

#include <QCoreApplication>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReadyWords
{
    Q_DECLARE_TR_FUNCTIONS(ReadyWords)
};

} // namespace

Readiness readiness(DeskState desk, std::optional<DeviceState> device, bool isProven)
{
    const QString photo = ReadyWords::tr("A photo can also be dropped on the window or pasted with Ctrl+V.");
    if (desk == DeskState::Trouble)
        return {
            "cross"_L1,
            "onAlarm"_L1,
            &Colours::onAlarm,
            ReadyWords::tr("CANNOT RECORD"),
            ReadyWords::tr("Nothing that is scanned now is recorded."),
            {ReadyWords::tr("Write visitors down on paper until this is settled."),
             ReadyWords::tr("Forms to print: Reports (F5), Paper day, Ctrl+P. Once it works again, type them "
                            "in there.")},
            true};
    if (desk == DeskState::Opening || device == DeviceState::Starting)
        return {"scan"_L1,
                "quiet"_L1,
                &Colours::quiet,
                ReadyWords::tr("OPENING"),
                ReadyWords::tr("This takes a moment."),
                {},
                false};
    if (device != DeviceState::Running && device != DeviceState::Finished)
        return {"warning"_L1,
                "ask"_L1,
                &Colours::ask,
                ReadyWords::tr("CANNOT SCAN"),
                ReadyWords::tr("No camera and no scanner is working."),
                {ReadyWords::tr("Plug one in. Until then record by hand (Ctrl+N)."), photo},
                false};
    if (!isProven)
        return {"scan"_L1,
                "quiet"_L1,
                &Colours::quiet,
                ReadyWords::tr("SCAN A CODE"),
                ReadyWords::tr("No device has read anything yet."),
                {ReadyWords::tr("A handheld scanner is known to work by its first scan."), photo},
                false};
    return {"scan"_L1,
            "accent"_L1,
            &Colours::accent,
            ReadyWords::tr("READY"),
            ReadyWords::tr("Waiting for a code."),
            {ReadyWords::tr("Citizen card, personal QR code, health-insurance card and passport are read."),
             photo},
            false};
}

} // namespace checkpoint
