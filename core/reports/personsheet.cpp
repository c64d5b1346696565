#include "core/reports/personsheet.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString when(const Moment &at)
{
    return at.toDateTime().toString(u"dd/MM/yyyy HH:mm"_s);
}

QString dayText(const std::optional<PartialDate> &date)
{
    if (!date)
        return {};
    const QDate whole = QDate::fromString(date->toString(), Qt::ISODate);
    return date->isWhole() && whole.isValid() ? whole.toString(u"dd/MM/yyyy"_s) : date->toString();
}

bool isOwnPassage(const EntryRow &row)
{
    return row.entry.kind != EntryKind::Void && !row.entry.apart && !row.voidedBy;
}

/// Writes the parts in one language.
class PersonWords
{
public:
    PersonWords(const PersonRecord &record, const RetentionTerms &terms, SheetLanguage language)
        : m_record(record), m_terms(terms), m_words{language}
    {
    }

    QList<std::pair<QString, QString>> known() const
    {
        const VisitorData &data = m_record.data;
        QList<std::pair<QString, QString>> lines;
        const auto say = [&lines](const QString &name, const QString &value) {
            if (!value.isEmpty())
                lines.append({name, value});
        };
        if (m_record.erased)
            say(m_words(u"Tình trạng"_s, u"State"_s),
                m_words(u"Dữ liệu cá nhân đã được xóa"_s, u"The personal data were destroyed"_s));
        say(m_words(u"Họ và tên"_s, u"Full name"_s), data.name);
        say(m_words(u"Số giấy tờ"_s, u"Document number"_s), data.idNumber);
        say(m_words(u"Số giấy tờ cũ"_s, u"Former document number"_s), data.oldId);
        say(m_words(u"Ngày, năm sinh"_s, u"Born"_s), dayText(data.birthDate));
        if (data.sex)
            say(m_words(u"Giới tính"_s, u"Sex"_s),
                *data.sex == Sex::Male ? m_words(u"Nam"_s, u"Male"_s) : m_words(u"Nữ"_s, u"Female"_s));
        say(m_words(u"Quốc tịch"_s, u"Nationality"_s), data.nationality);
        say(m_words(u"Địa chỉ"_s, u"Address"_s), data.address);
        say(m_words(u"Ngày cấp giấy tờ"_s, u"Document issued"_s), dayText(data.issued));
        say(m_words(u"Điện thoại"_s, u"Phone"_s), data.phone);
        say(m_words(u"Mã định danh trên nền tảng"_s, u"Number on the platform"_s), data.qid);
        say(m_words(u"Số thẻ bảo hiểm y tế"_s, u"Health insurance number"_s), data.healthInsurance);
        if (data.staff)
            say(m_words(u"Ghi chú"_s, u"Note"_s),
                m_words(u"Nhân viên của địa điểm"_s, u"Belongs to the staff"_s));
        say(m_words(u"Số lượt ra vào"_s, u"Entries and exits"_s),
            QString::number(std::ranges::count_if(m_record.entries, isOwnPassage)));
        return lines;
    }

    SummaryPart entries() const
    {
        QList<QStringList> rows;
        for (const EntryRow &row : m_record.entries) {
            QStringList said{row.details.purpose, row.details.host, row.entry.reason};
            said += notes(row.entry);
            said.removeAll(QString());
            rows.append({when(row.entry.at), kindText(row), row.entry.location, said.join(u"; "_s)});
        }
        return {m_words(u"Các lượt ra vào"_s, u"Entries and exits"_s),
                {},
                {{m_words(u"Thời điểm"_s, u"Time"_s), m_words(u"Vào / Ra"_s, u"In / out"_s),
                  m_words(u"Vị trí"_s, u"Place"_s),
                  m_words(u"Mục đích, gặp ai, ghi chú"_s, u"Purpose, host, notes"_s)},
                 rows,
                 {},
                 {}}};
    }

    SummaryPart refusals() const
    {
        QList<QStringList> rows;
        for (const RefusedScan &refusal : m_record.refusals)
            rows.append({when(refusal.at), refusal.location, whyRefused(refusal.reason)});
        return {m_words(u"Những lần không được vào"_s, u"When they were not let in"_s),
                {},
                {{m_words(u"Thời điểm"_s, u"Time"_s), m_words(u"Vị trí"_s, u"Place"_s),
                  m_words(u"Lý do"_s, u"Reason"_s)},
                 rows,
                 {},
                 {}}};
    }

    SummaryPart reveals() const
    {
        return looks(
            m_words(u"Những lần dữ liệu được xem đầy đủ"_s, u"When the data were looked at in full"_s),
            m_record.reveals);
    }

    SummaryPart traces() const
    {
        return looks(m_words(u"Những lần được truy vết khi tên vẫn che"_s,
                             u"When they were traced with names masked"_s),
                     m_record.traces);
    }

    SummaryPart looks(const QString &title, const QList<Reveal> &looks) const
    {
        QList<QStringList> rows;
        for (const Reveal &look : looks)
            rows.append({when(look.at),
                         look.reason == maskedReason ? m_words(u"(ẩn)"_s, u"(hidden)"_s) : look.reason});
        return {title,
                {},
                {{m_words(u"Thời điểm"_s, u"Time"_s), m_words(u"Lý do"_s, u"Reason"_s)}, rows, {}, {}}};
    }

    SummaryPart sent() const
    {
        QList<QStringList> rows;
        for (const PersonRecord::Sent &sent : m_record.sent)
            rows.append({sent.target, QString::number(sent.acknowledged), QString::number(sent.waiting),
                         QString::number(sent.rejected)});
        return {m_words(u"Dữ liệu được gửi tới"_s, u"Sent to"_s),
                {},
                {{m_words(u"Nơi nhận"_s, u"Receiver"_s), m_words(u"Đã nhận"_s, u"Received"_s),
                  m_words(u"Chờ gửi"_s, u"Waiting"_s), m_words(u"Từ chối"_s, u"Rejected"_s)},
                 rows,
                 {1, 2, 3},
                 {}}};
    }

    SummaryPart others() const
    {
        QList<QStringList> rows;
        for (const AttentionNote &note : m_record.attention)
            rows.append({m_words(u"Danh sách lưu ý"_s, u"Attention list"_s), note.reason});
        for (const ExpectedVisitor &expected : m_record.expected)
            rows.append({m_words(u"Hẹn trước"_s, u"Announced"_s), expected.day.toString(u"dd/MM/yyyy"_s)});
        for (const PersonRecord::Pass &pass : m_record.passes)
            rows.append({m_words(u"Thẻ khách"_s, u"Visitor pass"_s), pass.number});
        return {m_words(u"Danh sách và thẻ"_s, u"Lists and passes"_s),
                {},
                {{m_words(u"Loại"_s, u"Kind"_s), m_words(u"Nội dung"_s, u"Content"_s)}, rows, {}, {}}};
    }

    QList<std::pair<QString, QString>> rights() const
    {
        const auto days = [this](RetentionKind kind) { return QString::number(m_terms.days(kind)); };
        return {{m_words(u"Thời hạn lưu giữ"_s, u"How long it is kept"_s),
                 m_words(u"Dữ liệu của khách bị xóa %1 ngày sau lượt ra vào cuối cùng; mục đích và người "
                         u"được gặp sau %2 "
                         u"ngày. Lượt ra vào và số liệu thống kê không còn gắn với người nào được giữ lại"_s,
                         u"The visitor's data are destroyed %1 days after the last entry, purpose and host "
                         u"after %2 days. "
                         u"Entries and counts that belong to nobody any more stay"_s)
                     .arg(days(RetentionKind::Visitors), days(RetentionKind::Details))},
                {m_words(u"Quyền của quý khách"_s, u"Your rights"_s),
                 m_words(u"Được xem và chỉnh sửa (10 ngày), rút lại sự đồng ý (15 ngày), yêu cầu xóa (20 "
                         u"ngày); được trả "
                         u"lời trong 2 ngày làm việc"_s,
                         u"To see and correct (10 days), to withdraw consent (15 days), to have erased (20 "
                         u"days); with an "
                         u"answer within 2 working days"_s)}};
    }

    QString title() const
    {
        return m_words(u"Dữ liệu cá nhân đang lưu giữ"_s, u"Personal data that are held"_s);
    }

private:
    QString partyText(const Party &party) const
    {
        QStringList parts;
        if (party.companions > 0)
            parts.append((party.companions == 1 ? m_words(u"%1 người lớn"_s, u"%1 adult"_s)
                                                : m_words(u"%1 người lớn"_s, u"%1 adults"_s))
                             .arg(party.companions));
        if (party.children > 0)
            parts.append((party.children == 1 ? m_words(u"%1 trẻ em"_s, u"%1 child"_s)
                                              : m_words(u"%1 trẻ em"_s, u"%1 children"_s))
                             .arg(party.children));
        return parts.join(m_words(u" và "_s, u" and "_s));
    }

    /// What a passage is beside its direction: for whom it was, and how its time is known.
    QStringList notes(const Entry &entry) const
    {
        if (entry.kind == EntryKind::Void)
            return {};
        const bool out = entry.kind == EntryKind::Out;
        QStringList said;
        if (entry.apart && out)
            said.append(entry.party.isEmpty()
                            ? m_words(u"chỉ người đi cùng ra"_s, u"only those who came along left"_s)
                            : m_words(u"chỉ %1 ra"_s, u"only %1 left"_s).arg(partyText(entry.party)));
        else if (entry.apart)
            said.append(m_words(u"chỉ người đi cùng vào"_s, u"only those who came along went in"_s));
        else if (!entry.party.isEmpty())
            said.append(m_words(u"cùng %1"_s, u"together with %1"_s).arg(partyText(entry.party)));
        if (entry.estimated)
            said.append(out ? m_words(u"giờ ra ước tính"_s, u"time of leaving estimated"_s)
                            : m_words(u"giờ vào ước tính"_s, u"time of arrival estimated"_s));
        if (entry.late)
            said.append(m_words(u"ghi bổ sung sau"_s, u"written down later"_s));
        return said;
    }

    /// A code that names nobody is refused for other reasons.
    QString whyRefused(Reason reason) const
    {
        switch (reason) {
        case Reason::OnAttentionList:
            return m_words(u"Có trong danh sách lưu ý"_s, u"On the attention list"_s);
        case Reason::OutsideOpeningHours:
            return m_words(u"Ngoài giờ mở cửa"_s, u"Outside the opening hours"_s);
        case Reason::NotDeclared:
            return m_words(u"Chưa khai báo y tế"_s, u"No health declaration"_s);
        case Reason::ReportsSymptoms:
            return m_words(u"Khai báo có triệu chứng"_s, u"Declared symptoms"_s);
        case Reason::NoCertificate:
            return m_words(u"Không có chứng nhận y tế còn giá trị"_s, u"No valid health certificate"_s);
        case Reason::IdentityConflict:
            return m_words(u"Các số trong mã thuộc về nhiều người"_s,
                           u"The numbers in the code belong to different people"_s);
        case Reason::PassExpired:
        case Reason::PassRevoked:
            return m_words(u"Thẻ khách không còn giá trị"_s, u"The visitor pass holds no longer"_s);
        default:
            return m_words(u"Không ghi được lượt"_s, u"Could not be recorded"_s);
        }
    }

    QString kindText(const EntryRow &row) const
    {
        QString text;
        switch (row.entry.kind) {
        case EntryKind::In:
            text = m_words(u"Vào"_s, u"In"_s);
            break;
        case EntryKind::Out:
            text = m_words(u"Ra"_s, u"Out"_s);
            break;
        case EntryKind::Void:
            text = m_words(u"Hủy lượt"_s, u"Taken back"_s);
            break;
        }
        if (row.entry.apart)
            text += m_words(u" (người đi cùng)"_s, u" (came along)"_s);
        return row.voidedBy ? text + m_words(u" (đã hủy)"_s, u" (taken back)"_s) : text;
    }

    const PersonRecord &m_record;
    const RetentionTerms &m_terms;
    const SheetWords m_words;
};

} // namespace

Summary personSummary(const PersonRecord &record, const RetentionTerms &terms, SheetLanguage language)
{
    const PersonWords words(record, terms, language);
    Summary summary;
    summary.title = words.title();
    summary.totals = words.known();
    for (const SummaryPart &part :
         {words.entries(), words.refusals(), words.reveals(), words.traces(), words.sent(), words.others()}) {
        if (!part.table.rows.isEmpty())
            summary.parts.append(part);
    }
    summary.terms = words.rights();
    return summary;
}

QStringList personLines(const Summary &summary)
{
    QStringList lines{summary.title};
    for (const auto &[name, value] : summary.totals)
        lines.append(u"  %1: %2"_s.arg(name, value));
    for (const SummaryPart &part : summary.parts) {
        lines.append({QString(), part.title});
        for (const QStringList &row : part.table.rows)
            lines.append(u"  "_s + row.join(u"  "_s).trimmed());
    }
    lines.append(QString());
    for (const auto &[name, value] : summary.terms)
        lines.append(u"%1: %2"_s.arg(name, value));
    return lines;
}

} // namespace checkpoint
