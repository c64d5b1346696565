#include "core/posters/noticesheet.h"

#include "core/posters/sheetwriter.h"
#include "core/posters/textblocks_p.h"

#include <QDateTime>
#include <QList>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr QSizeF noticePage(210, 297);
constexpr double noticeMargin = 18;
constexpr double largestNoticeText = 5.6;
constexpr double leastNoticeText = 3.4; ///< read at arm's length
constexpr double noticeTextStep = 0.1;
constexpr int mostNoticeLines = 40;

/// What a notice says in one language: a title, numbered parts, and a foot.
struct NoticeWords
{
    QString title;
    QString about;
    QString venue;
    QString address;
    QList<std::pair<QString, QString>> parts;
    QString foot;
};

QString dayOf(const Notice &notice)
{
    return notice.savedAt.toDateTime().toString(u"dd/MM/yyyy"_s);
}

/// Whom to ask: who was named, and the desk in any case.
QString contactOf(const Notice &notice, const QString &desk)
{
    const QString named = notice.contact.trimmed();
    return named.isEmpty() ? desk : named + u". "_s + desk;
}

NoticeWords vietnamese(const NoticeSheetContent &content)
{
    const Notice &notice = content.notice;
    return {
        u"THÔNG BÁO"_s,
        u"Về việc xử lý dữ liệu cá nhân của người vào, ra cơ sở"_s,
        content.venueName,
        content.address,
        {{u"Mục đích"_s, notice.vietnamese.purpose},
         {u"Căn cứ"_s, notice.vietnamese.basis},
         {u"Dữ liệu được xử lý"_s,
          u"Những gì mã được quét cho biết hoặc quý khách cung cấp: họ và tên; số và ngày cấp giấy tờ tùy "
          u"thân, số giấy tờ cũ; ngày, tháng, năm sinh; giới tính; quốc tịch; địa chỉ; số điện thoại; mã "
          u"định "
          u"danh trên nền tảng; số thẻ bảo hiểm y tế. Cùng với đó: thời điểm, vị trí vào, ra; số người đi "
          u"cùng; "
          u"mục đích đến, người cần gặp. Chỉ người có thẩm quyền của cơ sở được xem đầy đủ; mỗi lần xem đầy "
          u"đủ "
          u"đều được ghi lại."_s},
         {u"Thời hạn lưu giữ"_s, u"Dữ liệu của quý khách bị xóa sau %1 ngày kể từ lượt vào, ra cuối cùng; "
                                 u"mục đích đến và người cần gặp "
                                 "sau %2 ngày. Dữ liệu chưa gửi được cho cơ quan có thẩm quyền được giữ "
                                 "không quá %3 ngày. Sau đó chỉ "
                                 "còn số liệu thống kê không gắn với cá nhân nào."_s.arg(notice.visitorDays)
                                     .arg(notice.detailDays)
                                     .arg(notice.waitingDays)},
         {u"Quyền của quý khách"_s, u"Được biết, được xem và yêu cầu chỉnh sửa dữ liệu (thực hiện trong 10 "
                                    u"ngày); rút lại sự đồng ý, phản "
                                    "đối việc xử lý (15 ngày); yêu cầu xóa dữ liệu (20 ngày); khiếu nại, tố "
                                    "cáo, khởi kiện theo quy định "
                                    "của pháp luật. Yêu cầu được trả lời trong 02 ngày làm việc."_s},
         {u"Liên hệ"_s, contactOf(notice, u"Quý khách có thể hỏi trực tiếp tại quầy lễ tân."_s)}},
        notice.version > 0 ? u"Phiên bản %1, ngày %2"_s.arg(notice.version).arg(dayOf(notice))
                           : u"Bản dự thảo, chưa ban hành"_s};
}

NoticeWords english(const NoticeSheetContent &content)
{
    const Notice &notice = content.notice;
    return {
        u"NOTICE"_s,
        u"On the processing of visitors' personal data"_s,
        content.venueName,
        content.address,
        {{u"Purpose"_s, notice.english.purpose},
         {u"Basis"_s, notice.english.basis},
         {u"Data"_s,
          u"What the scanned code says or you tell us: name; number and date of issue of an identity "
          u"document, "
          u"its former number; date of birth; sex; nationality; address; phone; identifier on the platform; "
          u"health insurance number. Besides: time and place of entering and leaving; how many came along; "
          u"the "
          u"purpose of the visit and whom you see. Only those of the venue who are entitled to see them in "
          u"full; every such look is recorded."_s},
         {u"How long"_s,
          u"Your data are destroyed %1 days after you last entered or left, purpose and host after %2 days. "
          "Data that could not be sent to the competent authority yet are kept %3 days at most. Only "
          "statistics "
          "that belong to nobody stay."_s.arg(notice.visitorDays)
              .arg(notice.detailDays)
              .arg(notice.waitingDays)},
         {u"Your rights"_s,
          u"To know, to see and to have corrected (done within 10 days); to withdraw consent or object (15 "
          u"days); "
          "to have erased (20 days); to complain, denounce or sue as the law provides. Requests are answered "
          "within 2 working days."_s},
         {u"Contact"_s, contactOf(notice, u"You may ask at the reception desk."_s)}},
        notice.version > 0 ? u"Version %1 of %2"_s.arg(notice.version).arg(dayOf(notice))
                           : u"Draft, not issued yet"_s};
}

QList<NoticeWords> wordsOf(const NoticeSheetContent &content, PosterLanguages languages)
{
    QList<NoticeWords> words;
    if (languages != PosterLanguages::English)
        words.append(vietnamese(content));
    if (languages != PosterLanguages::Vietnamese)
        words.append(english(content));
    return words;
}

/// Puts texts below one another; knows whether all of them had room.
class Column
{
public:
    explicit Column(Sheet &sheet)
        : m_sheet(sheet)
        , m_room(noticeMargin, noticeMargin, noticePage.width() - 2 * noticeMargin,
                 noticePage.height() - 2 * noticeMargin)
    {
    }

    void put(const QString &text, double size, bool bold, TextSide side, double gapBelow,
             Ink ink = Ink::Black)
    {
        if (text.isEmpty())
            return;
        const auto fitted =
            fitText(text, bold, {m_room.width(), m_room.height(), size, size, mostNoticeLines});
        m_fits = m_fits && fitted;
        if (!m_fits)
            return;
        const TextBlock block{*fitted, bold, ink, 0};
        placeBlock(m_sheet, block, m_room, side);
        m_room.setTop(m_room.top() + block.height() + gapBelow);
    }

    /// At the foot of the page, whatever is above.
    void putFoot(const QString &text, double size)
    {
        const double top = noticePage.height() - noticeMargin - size * lineHeight;
        m_fits = m_fits && m_room.top() <= top;
        m_room.setTop(top);
        put(text, size, false, TextSide::Centre, 0);
    }

    bool fits() const { return m_fits; }

private:
    Sheet &m_sheet;
    QRectF m_room;
    bool m_fits = true;
};

/// The page in letters of that size; nothing when it does not hold them.
std::optional<Sheet> composed(const NoticeWords &words, double size)
{
    Sheet sheet;
    sheet.size = noticePage;
    Column column(sheet);
    column.put(words.venue, size * 1.2, true, TextSide::Centre, 0.8);
    column.put(words.address, size * 0.85, false, TextSide::Centre, 5);
    column.put(words.title, size * 2, true, TextSide::Centre, 0.5, Ink::Accent);
    column.put(words.about, size * 1.25, true, TextSide::Centre, size * 1.2);
    int number = 0;
    for (const auto &[heading, text] : words.parts) {
        column.put(u"%1. %2"_s.arg(++number).arg(heading), size * 1.1, true, TextSide::Left, 0.6);
        column.put(text, size, false, TextSide::Left, size * 0.75);
    }
    column.putFoot(words.foot, size * 0.8);
    return column.fits() ? std::optional(sheet) : std::nullopt;
}

Result<NoticeSheetContent> printable(NoticeSheetContent content)
{
    Notice &notice = content.notice;
    for (QString *text :
         {&content.venueName, &content.address, &notice.vietnamese.purpose, &notice.vietnamese.basis,
          &notice.english.purpose, &notice.english.basis, &notice.contact}) {
        // Line ends were typed to be read in a field, not on the wall.
        *text = text->simplified().normalized(QString::NormalizationForm_C);
        if (std::ranges::any_of(*text, [](QChar letter) { return !letter.isPrint(); }))
            return Error{ErrorCode::WrongUse, u"a text of the notice cannot be printed"_s};
    }
    while (notice.contact.endsWith(u'.'))
        notice.contact.chop(1);
    return content;
}

} // namespace

NoticeSheetContent noticeSheetContent(const std::optional<Venue> &venue, const Notice &notice)
{
    if (!venue)
        return {{}, {}, notice};
    QStringList address{venue->street, venue->commune, venue->district, venue->province};
    address.removeAll(QString());
    return {venue->name, address.join(u", "_s), notice};
}

Result<std::vector<Sheet>> noticeSheets(const NoticeSheetContent &content, PosterLanguages languages)
{
    const Result<NoticeSheetContent> said = printable(content);
    if (!said)
        return said.error();
    std::vector<Sheet> sheets;
    for (const NoticeWords &words : wordsOf(*said, languages)) {
        std::optional<Sheet> sheet;
        for (double size = largestNoticeText; !sheet && size >= leastNoticeText; size -= noticeTextStep)
            sheet = composed(words, size);
        if (!sheet)
            return Error{ErrorCode::DoesNotFit, u"the notice does not fit on a page"_s};
        sheets.push_back(std::move(*sheet));
    }
    return sheets;
}

QStringList noticeLines(const NoticeSheetContent &content, PosterLanguages languages)
{
    QStringList lines;
    for (const NoticeWords &words : wordsOf(content, languages)) {
        lines.append({words.title, words.about, words.venue, words.address});
        for (const auto &[heading, text] : words.parts)
            lines.append(heading + u": "_s + text);
        lines.append(words.foot);
    }
    lines.removeAll(QString());
    return lines;
}

Result<void> writeNoticePdf(const QString &path, const NoticeSheetContent &content, PosterLanguages languages)
{
    const Result<std::vector<Sheet>> sheets = noticeSheets(content, languages);
    if (!sheets)
        return sheets.error();
    PdfSheetWriter writer(path, wordsOf(content, languages).first().about);
    for (const Sheet &sheet : *sheets) {
        if (auto added = writer.add(sheet); !added)
            return added;
    }
    return writer.finish();
}

} // namespace checkpoint
