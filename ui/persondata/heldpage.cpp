#include "ui/persondata/heldpage.h"

#include "core/reports/summary/summary.h"

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

QString heldPage(const Summary &summary)
{
    QString page;
    const auto cell = [](const QString &tag, const QString &words) {
        return u"<%1 align=\"left\" style=\"padding-right: 16px\">%2</%1>"_s.arg(
            tag, words.isEmpty() ? u"&nbsp;"_s : words.toHtmlEscaped());
    };
    page += u"<table cellspacing=\"0\" cellpadding=\"3\">"_s;
    for (const auto &[name, value] : summary.totals)
        page += u"<tr>"_s + cell(u"td"_s, name) + cell(u"th"_s, value) + u"</tr>"_s;
    page += u"</table>"_s;
    for (const SummaryPart &part : summary.parts) {
        page +=
            u"<h4>%1</h4><table cellspacing=\"0\" cellpadding=\"3\"><tr>"_s.arg(part.title.toHtmlEscaped());
        for (const QString &head : part.table.header)
            page += cell(u"th"_s, head);
        page += u"</tr>"_s;
        for (const QStringList &row : part.table.rows) {
            page += u"<tr>"_s;
            for (const QString &words : row)
                page += cell(u"td"_s, words);
            page += u"</tr>"_s;
        }
        page += u"</table>"_s;
    }
    for (const auto &[term, meaning] : summary.terms)
        page += u"<p><b>%1</b>: %2.</p>"_s.arg(term.toHtmlEscaped(), meaning.toHtmlEscaped());
    return page;
}

} // namespace checkpoint
