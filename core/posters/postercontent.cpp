#include "core/posters/postercontent.h"

#include <QList>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

const QList<std::pair<PosterLayout, QString>> &layoutIds()
{
    static const QList<std::pair<PosterLayout, QString>> ids{
        {PosterLayout::A4, u"a4"_s},           {PosterLayout::A5, u"a5"_s},
        {PosterLayout::A4Two, u"a4x2"_s},      {PosterLayout::A4Four, u"a4x4"_s},
        {PosterLayout::Sticker, u"sticker"_s}, {PosterLayout::Door, u"door"_s}};
    return ids;
}

bool isPrintable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

} // namespace

QString posterLayoutId(PosterLayout layout)
{
    for (const auto &[each, id] : layoutIds()) {
        if (each == layout)
            return id;
    }
    Q_UNREACHABLE();
}

std::optional<PosterLayout> posterLayoutFromId(const QString &id)
{
    for (const auto &[layout, each] : layoutIds()) {
        if (each == id)
            return layout;
    }
    return std::nullopt;
}

std::optional<PosterOrientation> posterOrientationFromId(const QString &id)
{
    if (id == "portrait"_L1)
        return PosterOrientation::Portrait;
    if (id == "landscape"_L1)
        return PosterOrientation::Landscape;
    return std::nullopt;
}

std::optional<PosterLanguages> posterLanguagesFromId(const QString &id)
{
    if (id == "vi"_L1)
        return PosterLanguages::Vietnamese;
    if (id == "en"_L1)
        return PosterLanguages::English;
    if (id == "both"_L1)
        return PosterLanguages::Both;
    return std::nullopt;
}

Result<QString> printableText(const QString &text, const QString &what)
{
    const QString normal = text.normalized(QString::NormalizationForm_C).trimmed();
    if (normal.size() > longestPrintedName)
        return Error{ErrorCode::WrongUse, u"%1 has %2 characters; a poster takes at most %3"_s.arg(what)
                                              .arg(normal.size())
                                              .arg(longestPrintedName)};
    if (!normal.isValidUtf16())
        return Error{ErrorCode::WrongUse, u"%1 holds half a character"_s.arg(what)};
    for (const char32_t c : normal.toUcs4()) {
        if (!isPrintable(c))
            return Error{ErrorCode::WrongUse,
                         u"%1 holds a character that cannot be printed (U+%2)"_s.arg(
                             what, QString::number(uint(c), 16).toUpper().rightJustified(4, u'0'))};
    }
    return normal.simplified();
}

Result<PosterContent> checkedPosterContent(const PosterContent &content)
{
    PosterContent checked = content;
    const std::pair<QString PosterContent::*, QString> texts[] = {
        {&PosterContent::venueName, u"the venue's name"_s},
        {&PosterContent::locationName, u"the location's name"_s},
        {&PosterContent::serial, u"the serial"_s}};
    for (const auto &[member, what] : texts) {
        const Result<QString> text = printableText(content.*member, what);
        if (!text)
            return text.error();
        checked.*member = *text;
    }
    if (checked.venueName.isEmpty())
        return Error{ErrorCode::WrongUse, u"the venue has no name"_s};
    if (!checked.issuedOn.isValid())
        return Error{ErrorCode::WrongUse, u"the poster has no day of issue"_s};
    return checked;
}

} // namespace checkpoint
