#include "app/commands/noticecommand.h"

#include "core/store/noticeregister.h"
#include "core/store/retention.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

void NoticeCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    if (verb == "show"_L1)
        return startShow(arguments.mid(1));
    if (verb == "set"_L1)
        return startSet(arguments.mid(1));
    endWrong(u"“notice” is followed by show or set"_s);
}

void NoticeCommand::load(const Loaded &goOn)
{
    office()->load().then(this, [this, goOn](const Result<VenueRecord> &venue) {
        if (!venue)
            return fail(venue.error());
        NoticeRegister(store()).versions().then(
            this, [this, goOn, venue = venue->venue](const Result<QList<Notice>> &versions) {
                versions ? goOn(*versions, venue) : fail(versions.error());
            });
    });
}

// ---- show

void NoticeCommand::startShow(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"language"_s, {}, u"vi|en|both"_s, u"vi"_s},
                       {u"version"_s, {}, u"number"_s},
                       {{u"o"_s, u"output"_s}, {}, u"file"_s}});
    if (!parse(parser, u"notice show"_s, arguments, 0))
        return;
    const auto languages = posterLanguagesFromId(parser.value(u"language"_s));
    if (!languages)
        return endWrong(u"--language is vi, en or both"_s);
    const QString path = parser.value(u"o"_s);
    if (parser.isSet(u"o"_s) && !path.endsWith(".pdf"_L1, Qt::CaseInsensitive))
        return endWrong(u"“notice show” needs -o FILE.pdf"_s);
    const int version = parser.value(u"version"_s).toInt();
    if (parser.isSet(u"version"_s) && version < 1)
        return endWrong(u"--version is a number from 1 on"_s);
    open(StoreMode::ReadOnly, [this, languages = *languages, path, version] {
        load([=, this](const QList<Notice> &versions, const std::optional<Venue> &venue) {
            const auto wanted = std::ranges::find_if(
                versions, [version](const Notice &each) { return version == 0 || each.version == version; });
            if (wanted == versions.end())
                return fail({ErrorCode::NotFound, u"there is no such notice; “notice set” makes one"_s});
            show(noticeSheetContent(venue, *wanted), languages, path);
        });
    });
}

void NoticeCommand::show(const NoticeSheetContent &content, PosterLanguages languages, const QString &path)
{
    if (path.isEmpty())
        return end(noticeLines(content, languages).join(u'\n').toUtf8());
    const Result<void> written = writeNoticePdf(path, content, languages);
    written ? end(path.toUtf8()) : fail(written.error());
}

// ---- set

void NoticeCommand::startSet(const QStringList &arguments)
{
    auto parser = std::make_shared<QCommandLineParser>();
    parser->addOption({u"language"_s, {}, u"vi|en"_s, u"vi"_s});
    for (const auto &option : {"purpose"_L1, "basis"_L1, "contact"_L1})
        parser->addOption({option, {}, u"text"_s});
    if (!parse(*parser, u"notice set"_s, arguments, 0))
        return;
    const auto language = posterLanguagesFromId(parser->value(u"language"_s));
    if (!language || language == PosterLanguages::Both)
        return endWrong(u"--language is vi or en"_s);
    const auto change = [parser, language](Notice notice) {
        NoticeText &text = language == PosterLanguages::English ? notice.english : notice.vietnamese;
        for (const auto &[option, said] :
             {std::pair{u"purpose"_s, &text.purpose}, std::pair{u"basis"_s, &text.basis},
              std::pair{u"contact"_s, &notice.contact}}) {
            if (parser->isSet(option))
                *said = parser->value(option).simplified();
        }
        return notice;
    };
    open(StoreMode::ReadWrite, [this, change] {
        load([this, change](const QList<Notice> &versions, const std::optional<Venue> &venue) {
            const Notice before =
                versions.isEmpty() ? proposedNotice(venue, RetentionTerms()) : versions.first();
            NoticeRegister(store())
                .save(change(before), clock().now())
                .then(this, [this](const Result<Notice> &saved) {
                    saved ? end("version " + QByteArray::number(saved->version)) : fail(saved.error());
                });
        });
    });
}

} // namespace checkpoint
