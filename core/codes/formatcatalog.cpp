#include "core/codes/formatcatalog.h"

#include "core/codes/fieldreading.h"
#include "core/codes/formats/certificateformat.h"
#include "core/codes/formats/citizencardformat.h"
#include "core/codes/formats/healthinsuranceformat.h"
#include "core/codes/formats/paymentcodeformat.h"
#include "core/codes/formats/personalqrformat.h"
#include "core/codes/formats/traveldocumentformat.h"
#include "core/codes/formats/venuecodeformat.h"
#include "core/codes/formats/visitorpassformat.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

std::vector<std::unique_ptr<VisitorCodeFormat>> makeCatalog()
{
    std::vector<std::unique_ptr<VisitorCodeFormat>> formats;
    formats.push_back(std::make_unique<CertificateFormat>());
    formats.push_back(std::make_unique<VenueCodeFormat>());
    formats.push_back(std::make_unique<PaymentCodeFormat>());
    formats.push_back(std::make_unique<VisitorPassFormat>());
    formats.push_back(std::make_unique<TravelDocumentFormat>());
    formats.push_back(std::make_unique<HealthInsuranceFormat>());
    formats.push_back(std::make_unique<PersonalQrFormat>());
    formats.push_back(std::make_unique<CitizenCardFormat>());
    return formats;
}

VisitorCode readText(const ScanText &text)
{
    for (const auto &format : formatCatalog()) {
        if (std::optional<VisitorCode> code = format->read(text))
            return *code;
    }
    return refusedCode(formatid::unknown, Reason::UnknownCode);
}

bool isPersonsCode(const VisitorCode &code)
{
    constexpr std::array persons{formatid::citizenCard,    formatid::personalQr,  formatid::healthInsurance,
                                 formatid::travelDocument, formatid::visitorPass, formatid::certificate};
    return std::ranges::any_of(persons, [&code](QLatin1StringView id) { return code.format == id; });
}

bool isSeparator(QChar c)
{
    return c == u'\r' || c == u'\n' || c == u'\t';
}

/// What a text of several lines is refused with, when a person's code is one of them: the other lines come
/// from another scan. Tabs alone part two scans only when both sides are codes. Nothing when the lines belong
/// together.
std::optional<VisitorCode> joinedScans(const ScanText &text)
{
    const QStringView whole = text.text;
    const bool lines = whole.contains(u'\r') || whole.contains(u'\n');
    std::optional<VisitorCode> known;
    for (qsizetype from = 0; from < whole.size();) {
        const auto end = std::find_if(whole.begin() + from, whole.end(), isSeparator);
        const qsizetype to = end - whole.begin();
        const VisitorCode code =
            readText({whole.mid(from, to - from).trimmed().toString(), text.repaired, text.undecodable});
        const bool person = isPersonsCode(code);
        if ((lines && person) || (known && (person || isPersonsCode(*known))))
            return refusedCode((person ? code : *known).format, Reason::TwoScans);
        if (code.format != formatid::unknown)
            known = code;
        from = to + 1;
    }
    return std::nullopt;
}

} // namespace

const std::vector<std::unique_ptr<VisitorCodeFormat>> &formatCatalog()
{
    static const std::vector<std::unique_ptr<VisitorCodeFormat>> catalog = makeCatalog();
    return catalog;
}

VisitorCode readCode(const QByteArray &payload)
{
    const ScanText text = scanText(payload);
    VisitorCode code = readText(text);
    // The lines of a machine-readable zone belong together.
    if (code.format == formatid::travelDocument || std::ranges::none_of(text.text, isSeparator))
        return code;
    return joinedScans(text).value_or(code);
}

} // namespace checkpoint
