#include "app/commands/passcommand.h"

#include "app/commands/arguments.h"
#include "app/commands/output.h"
#include "core/posters/passsheets.h"
#include "core/posters/sheetwriter.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QJsonObject passJson(const RegisteredPass &each, const QDate &today, bool revealed)
{
    const VisitorPass &pass = each.pass;
    const QString expired = today > pass.validUntil ? u"expired"_s : u"valid"_s;
    return {
        {u"number"_s, pass.number},
        {u"issued_on"_s, pass.issuedOn.toString(Qt::ISODate)},
        {u"valid_until"_s, pass.validUntil.toString(Qt::ISODate)},
        {u"state"_s, pass.revoked ? u"revoked"_s : expired},
        {u"name"_s, revealed ? each.visitor.name : abbreviatedName(each.visitor.name)},
    };
}

QString passText(const QJsonObject &pass)
{
    return u"%1  %2  until %3  %4"_s.arg(
        pass.value(u"number"_s).toString(), pass.value(u"state"_s).toString(),
        pass.value(u"valid_until"_s).toString(), pass.value(u"name"_s).toString());
}

} // namespace

void PassCommand::start(const QStringList &arguments)
{
    const QString verb = arguments.value(0);
    QCommandLineParser parser;
    if (verb == "list"_L1) {
        parser.addOptions({{u"json"_s, {}}, {u"reveal"_s, {}}, {u"reason"_s, {}, u"text"_s}});
        if (!parse(parser, u"pass list"_s, arguments.mid(1), 0))
            return;
        const bool revealed = parser.isSet(u"reveal"_s);
        const auto work = [this, json = parser.isSet(u"json"_s), revealed] { list(json, revealed); };
        revealed ? openRevealing(StoreMode::ReadOnly, u"pass list"_s, parser.value(u"reason"_s), work)
                 : open(StoreMode::ReadOnly, work);
    } else if (verb == "revoke"_L1) {
        if (parse(parser, u"pass revoke"_s, arguments.mid(1), 1))
            open(StoreMode::ReadWrite,
                 [this, number = parser.positionalArguments().first()] { revoke(number); });
    } else {
        startIssue(arguments);
    }
}

void PassCommand::startIssue(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"name"_s, {}, u"name"_s},
                       {u"valid-days"_s, {}, u"number"_s, u"1"_s},
                       {u"layout"_s, {}, u"label|a4"_s, u"label"_s},
                       {u"language"_s, {}, u"vi|en|both"_s, u"both"_s},
                       {{u"o"_s, u"output"_s}, {}, u"file"_s}});
    if (!parse(parser, u"pass"_s, arguments, 0))
        return;
    bool isNumber = false;
    const int days = parser.value(u"valid-days"_s).toInt(&isNumber);
    const auto languages = posterLanguagesFromId(parser.value(u"language"_s));
    const QString layout = parser.value(u"layout"_s);
    m_path = parser.value(u"o"_s);
    if (!parser.isSet(u"name"_s))
        return endWrong(u"pass needs --name"_s);
    if (!isNumber || days < 1 || days > VenueOffice::mostPassDays)
        return endWrong(u"--valid-days is a number from 1 to %1"_s.arg(VenueOffice::mostPassDays));
    if (!languages || (layout != "label"_L1 && layout != "a4"_L1))
        return endWrong(u"--language is vi, en or both; --layout is label or a4"_s);
    if (sheetFileOf(m_path) != SheetFile::Pdf)
        return endWrong(u"pass needs -o FILE.pdf"_s);
    m_languages = *languages;
    m_layout = layout == "a4"_L1 ? PassLayout::A4Eight : PassLayout::Label;
    // A file that cannot be written is said before a pass is issued.
    QSaveFile probe(m_path);
    if (!probe.open(QIODevice::WriteOnly))
        return fail({ErrorCode::WriteFailed, probe.errorString()});
    probe.cancelWriting();
    open(StoreMode::ReadWrite, [this, name = parser.value(u"name"_s), days] { issue(name, days); });
}

void PassCommand::issue(const QString &name, int days)
{
    PassDraft draft;
    draft.visitor.name = name;
    office()->issuePass(draft, days).then(this, [this](const Result<SignedPass> &pass) {
        if (pass)
            print(*pass);
        else
            fail(pass.error());
    });
}

void PassCommand::print(const SignedPass &pass)
{
    const RegisteredPass &issued = pass.issued;
    const PassContent content{abbreviatedName(issued.visitor.name),
                              pass.venueName,
                              issued.pass.number,
                              issued.pass.issuedOn,
                              issued.pass.validUntil,
                              pass.codeText};
    const Result<void> written = writePassPdf(m_path, {content}, {m_layout, m_languages});
    if (!written)
        return takeBack(pass, written.error());
    end(passText(passJson(issued, issued.pass.issuedOn, false)).toUtf8());
}

/// A pass that was never printed must not count.
void PassCommand::takeBack(const SignedPass &pass, const Error &error)
{
    office()
        ->venueRegister()
        ->revokePass(pass.issued.pass.number, clock().now())
        .then(this, [this, error](const Result<void> &) { fail(error); });
}

void PassCommand::list(bool json, bool revealed)
{
    office()->venueRegister()->passes().then(
        this, [this, json, revealed](const Result<QList<RegisteredPass>> &passes) {
            if (!passes)
                return fail(passes.error());
            const QDate today = clock().now().toDateTime().date();
            for (const RegisteredPass &pass : *passes) {
                const QJsonObject object = passJson(pass, today, revealed);
                if (!printLine(json ? jsonLine(object) : passText(object).toUtf8())) {
                    emit finished(ExitNotRecorded);
                    return;
                }
            }
            emit finished(ExitDone);
        });
}

void PassCommand::revoke(const QString &number)
{
    QString plain = number.toUpper();
    plain.remove(u' ').remove(u'-');
    office()
        ->venueRegister()
        ->revokePass(plain, clock().now())
        .then(this, [this, plain](const Result<void> &revoked) {
            if (revoked)
                end("revoked: "_ba + plain.toUtf8());
            else
                fail(revoked.error());
        });
}

} // namespace checkpoint
