#include "core/posters/recoverysheet.h"

#include "core/barcode/qrencoder.h"
#include "core/posters/posterproof.h"
#include "core/posters/sheetwriter.h"
#include "core/posters/textblocks_p.h"

#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QSizeF page(210, 297);
constexpr double margin = 20;
constexpr double leastText = 2.8;
constexpr double symbolSide = 62;

/// The fixed wording, in one language.
struct RecoveryWording
{
    QString title;
    QString key;
    QString madeOn;
    QString purpose;
    QString keeping;
    QString use;
    QString words;
};

RecoveryWording vietnamese()
{
    return {
        u"Tờ khôi phục khóa dữ liệu"_s,
        u"Số hiệu khóa"_s,
        u"Ngày lập"_s,
        u"Dữ liệu khách của quầy được niêm phong bằng một khóa. Khi máy hỏng, mất máy hoặc máy không còn giữ "
        "khóa mã hóa của quầy, chỉ tờ này mở lại được dữ liệu. Khi quản trị viên quên mã PIN, tờ này cho "
        "phép đặt mã mới."_s,
        u"Cất trong tủ có khóa, xa máy tính. Không chụp ảnh, không gửi qua mạng, không để ở quầy. Ai có tờ "
        "này và có dữ liệu thì đọc được mọi thông tin của khách. Nếu tờ bị mất hoặc bị người khác nhìn "
        "thấy: đổi khóa trong Cài đặt (F10), mục Dữ liệu, rồi in tờ mới; giữ tờ này "
        "đến khi không còn bản sao lưu cũ, rồi hủy."_s,
        u"Khi cần: mở chương trình với thư mục dữ liệu, chọn “Dùng tờ khôi phục”, rồi quét mã bên dưới hoặc "
        "gõ các từ theo đúng thứ tự."_s,
        u"Các từ khôi phục"_s};
}

RecoveryWording english()
{
    return {
        u"Recovery sheet for the data key"_s,
        u"Key"_s,
        u"Made on"_s,
        u"The desk's data about visitors are sealed with a key. When the computer breaks, is lost or forgets "
        "the key, only this sheet opens the data again. When an administrator forgot the PIN, it allows a "
        "new one."_s,
        u"Keep it in a locked cupboard, away from the computer. Take no photo of it, send it nowhere, do not "
        "leave it at the desk. Whoever has this sheet and the data can read everything about visitors. If it "
        "is lost or was seen by somebody: change the key in Settings (F10), Data, then print a new sheet; "
        "destroy this one when no backup from before is left."_s,
        u"When it is needed: open the program with the data folder, choose “Use the recovery sheet”, then "
        "scan the code below or type the words in their order."_s,
        u"Recovery words"_s};
}

/// Puts a text under what is there already; false when it does not fit.
bool placeText(Sheet &sheet, QRectF &room, const QString &text, double size, bool bold, double gapBelow,
               Ink ink = Ink::Black)
{
    constexpr int mostLines = 8;
    const auto fitted =
        fitText(text, bold, {room.width(), room.height(), size, std::max(size * 0.7, leastText), mostLines});
    if (!fitted)
        return false;
    const TextBlock block{*fitted, bold, ink, 0};
    placeBlock(sheet, block, room, TextSide::Left);
    room.setTop(room.top() + block.height() + gapBelow);
    return true;
}

void placeWords(Sheet &sheet, const QRectF &room, const RecoverySheetContent &content)
{
    constexpr double size = 5.2;
    constexpr double lineStep = 10;
    constexpr double numberWidth = 12;
    const double column = (room.width() - numberWidth) / content.wordsALine;
    for (qsizetype i = 0; i < content.words.size(); ++i) {
        const int line = int(i) / content.wordsALine;
        const int place = int(i) % content.wordsALine;
        const double top = room.top() + line * lineStep;
        if (place == 0) {
            const auto number =
                fitText(QString::number(line + 1), false, {numberWidth, lineStep, size, size, 1});
            placeBlock(sheet, {*number, false, Ink::Accent, 0}, {room.left(), top, numberWidth, lineStep},
                       TextSide::Left);
        }
        const QRectF cell(room.left() + numberWidth + place * column, top, column, lineStep);
        if (const auto word = fitText(content.words[i], true, {column, lineStep, size, size, 1}))
            placeBlock(sheet, {*word, true, Ink::Black, 0}, cell, TextSide::Left);
    }
}

Result<Sheet> composed(const RecoverySheetContent &content, PosterLanguages languages)
{
    if (content.keyName.isEmpty() || content.words.isEmpty() || !content.madeOn.isValid())
        return Error{ErrorCode::WrongUse, u"the recovery sheet has no key or no date"_s};
    const Result<ModuleGrid> modules = encodeQr(content.codeText, QrErrorCorrection::Quartile);
    if (!modules)
        return modules.error();
    QList<RecoveryWording> wordings;
    if (languages != PosterLanguages::English)
        wordings.append(vietnamese());
    if (languages != PosterLanguages::Vietnamese)
        wordings.append(english());
    const bool both = wordings.size() > 1;
    const auto joined = [&wordings](QString RecoveryWording::*member) {
        QStringList all;
        for (const RecoveryWording &each : std::as_const(wordings))
            all.append(each.*member);
        return all.join(u" · "_s);
    };

    Sheet sheet;
    sheet.size = page;
    QRectF room(margin, margin, page.width() - 2 * margin, page.height() - 2 * margin);
    bool fits = placeText(sheet, room, joined(&RecoveryWording::title), 7.5, true, 2, Ink::Accent);
    if (!content.venueName.isEmpty())
        fits = fits && placeText(sheet, room, content.venueName, 5, true, 1.5);
    const QString about =
        u"%1: %2 – %3: %4"_s.arg(joined(&RecoveryWording::key), content.keyName,
                                 joined(&RecoveryWording::madeOn), content.madeOn.toString(u"dd/MM/yyyy"_s));
    fits = fits && placeText(sheet, room, about, 4.2, true, 4);
    const double size = both ? 3.1 : 3.9;
    for (const RecoveryWording &wording : std::as_const(wordings)) {
        for (const QString &text : {wording.purpose, wording.keeping, wording.use})
            fits = fits && placeText(sheet, room, text, size, false, 2);
    }
    const double quiet = quietZoneModules * symbolSide / modules->size();
    const QRectF square(room.left() + quiet, room.top() + quiet, symbolSide, symbolSide);
    sheet.symbols.push_back({*modules, square, content.codeText, {QPointF(0, 0), page}, symbolSide});
    room.setTop(square.bottom() + quiet + 3);
    fits = fits && placeText(sheet, room, joined(&RecoveryWording::words), 4.2, true, 3);
    const double wordsHeight = 10.0 * double(content.words.size()) / content.wordsALine;
    if (!fits || room.height() < wordsHeight)
        return Error{ErrorCode::DoesNotFit, u"the texts of the recovery sheet do not fit on it"_s};
    placeWords(sheet, room, content);
    return sheet;
}

} // namespace

Result<Sheet> provedRecoverySheet(const RecoverySheetContent &content, PosterLanguages languages)
{
    Result<Sheet> sheet = composed(content, languages);
    if (!sheet)
        return sheet;
    const auto findings = proveSheet(*sheet, passDemands);
    if (std::ranges::any_of(findings, [](const ProofFinding &found) { return forbidsPrinting(found.kind); }))
        return Error{ErrorCode::CodeUnreadable, u"the code of the recovery sheet cannot be read back"_s};
    return sheet;
}

Result<void> writeRecoveryPdf(const QString &path, const RecoverySheetContent &content,
                              PosterLanguages languages)
{
    const Result<Sheet> sheet = provedRecoverySheet(content, languages);
    if (!sheet)
        return sheet.error();
    PdfSheetWriter writer(path, content.keyName);
    if (auto added = writer.add(*sheet); !added)
        return added;
    if (auto finished = writer.finish(); !finished)
        return finished;
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

} // namespace checkpoint
