#include "core/posters/passsheets.h"

#include "core/posters/posterproof.h"
#include "core/posters/sheetwriter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

int passSheetCount(int passes, PassLayout layout)
{
    const int each = passesPerSheet(layout);
    return (passes + each - 1) / each;
}

Result<Sheet> provedPassSheet(const QList<PassContent> &passes, int index, const PassOptions &options)
{
    const int each = passesPerSheet(options.layout);
    Result<Sheet> sheet =
        composePassSheet(passes.mid(qsizetype(index) * each, each), options.layout, options.languages);
    if (!sheet)
        return sheet;
    const auto findings = proveSheet(*sheet, passDemands);
    if (std::ranges::any_of(findings, [](const ProofFinding &found) { return forbidsPrinting(found.kind); }))
        return Error{ErrorCode::CodeUnreadable, u"the code of a pass cannot be read back"_s};
    return sheet;
}

Result<void> writePassPdf(const QString &path, const QList<PassContent> &passes, const PassOptions &options)
{
    PdfSheetWriter writer(path, passes.isEmpty() ? QString() : passes.first().number);
    for (int index = 0; index < passSheetCount(int(passes.size()), options.layout); ++index) {
        const Result<Sheet> sheet = provedPassSheet(passes, index, options);
        if (!sheet)
            return sheet.error();
        if (const Result<void> added = writer.add(*sheet); !added)
            return added;
    }
    return writer.finish();
}

} // namespace checkpoint
