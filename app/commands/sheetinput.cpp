#include "app/commands/sheetinput.h"

#include "core/barcode/luminance.h"
#include "core/barcode/qrdecoder.h"

#include <QCommandLineParser>
#include <QFile>
#include <QFileInfo>
#include <QImage>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 longestText = 4096;

/// What the one recovery code in a picture says; its text otherwise.
RecoveryReading readCodeOrPicture(const QString &textOrPath)
{
    const QImage picture = QFileInfo(textOrPath).isFile() ? QImage(textOrPath) : QImage();
    if (picture.isNull())
        return readRecoveryText(textOrPath.toUtf8());
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    RecoveryReading reading;
    for (const DecodedCode &code :
         QrDecoder().decode({grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()), 1})) {
        reading = readRecoveryText(code.bytes);
        if (reading.key)
            break;
    }
    return reading;
}

RecoveryReading readTyped()
{
    std::fputs("The words of the recovery sheet, then Ctrl+D:\n", stderr);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return readRecovery(QString::fromUtf8(input.read(longestText)));
}

} // namespace

QList<QCommandLineOption> sheetOptions()
{
    return {{u"qr"_s, {}, u"text or picture"_s}, {u"words"_s, {}, u"words"_s}};
}

bool isSheetGiven(const QCommandLineParser &parser)
{
    return parser.isSet(u"qr"_s) || parser.isSet(u"words"_s);
}

Result<Secret> sheetKey(const QCommandLineParser &parser)
{
    if (parser.isSet(u"qr"_s) && parser.isSet(u"words"_s))
        return Error{ErrorCode::WrongUse, u"give --qr or --words, not both"_s};
    const RecoveryReading reading = parser.isSet(u"qr"_s)      ? readCodeOrPicture(parser.value(u"qr"_s))
                                    : parser.isSet(u"words"_s) ? readRecoveryWords(parser.value(u"words"_s))
                                                               : readTyped();
    return reading.key ? Result<Secret>(*reading.key)
                       : Error{ErrorCode::SourceUnreadable, recoveryProblem(reading)};
}

} // namespace checkpoint
