#include "ui/common/whytext.h"

#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct WhyWords
{
    Q_DECLARE_TR_FUNCTIONS(WhyWords)
};

struct Sentence
{
    const char *pattern;  ///< what core/sync, or Qt's network, says
    const char *sentence; ///< with %1, %2 … for what the pattern caught
};

// Patterns are matched as a whole.
constexpr Sentence sentences[] = {
    {"the platform does not know this desk's token \\(status 401\\)",
     QT_TRANSLATE_NOOP("WhyWords", "The platform does not know this desk any more.")},
    {"the platform does not know the enrolment code \\(status 403\\)(?:: .+)?",
     QT_TRANSLATE_NOOP("WhyWords", "The platform does not know this code, or it was used before.")},
    {"the platform answered with status (\\d+)",
     QT_TRANSLATE_NOOP("WhyWords", "The platform answered with an error (status %1).")},
    {"the platform answered with status (\\d+): (.+)",
     QT_TRANSLATE_NOOP("WhyWords", "The platform answered with an error (status %1): %2")},
    {"the answer is not the platform's: .*",
     QT_TRANSLATE_NOOP("WhyWords",
                       "What answered is not the platform: a sign-in page of the network, or another "
                       "address.")},
    {"the platform's answer settled nothing",
     QT_TRANSLATE_NOOP("WhyWords", "The platform answered, but named none of the entries.")},
    {"the venue has not been described yet.*",
     QT_TRANSLATE_NOOP("WhyWords", "The venue has no name yet: describe it in the settings.")},
    {"this is no address of a server",
     QT_TRANSLATE_NOOP("WhyWords", "This is no address, such as https://platform.example")},
    {"an address has no user, .*",
     QT_TRANSLATE_NOOP("WhyWords", "An address has no user, no “?” and no “#”.")},
    {"only https:// is spoken, .*",
     QT_TRANSLATE_NOOP("WhyWords", "The address begins with https://, so that nobody listens.")},
    {"the file of the certificate authority holds no certificate",
     QT_TRANSLATE_NOOP("WhyWords", "The file of the certificate authority holds no certificate.")},
    {"a pinned key is 64 hexadecimal digits",
     QT_TRANSLATE_NOOP("WhyWords", "The pinned key has 64 digits, 0 to 9 and a to f.")},
    {"an enrolment needs a name and a code", QT_TRANSLATE_NOOP("WhyWords", "Type the code and a name.")},
    {"this version of the program does not know targets of this kind",
     QT_TRANSLATE_NOOP("WhyWords", "This version of the program does not know such a platform.")},
    {"no byte came or went for (\\d+) s",
     QT_TRANSLATE_NOOP("WhyWords", "The platform was silent for %1 seconds.")},
    {"no connection within (\\d+) s", QT_TRANSLATE_NOOP("WhyWords", "No connection within %1 seconds.")},
    {"the answer was not whole after (\\d+) s",
     QT_TRANSLATE_NOOP("WhyWords", "The answer was not complete after %1 seconds.")},
    {"the answer has more than \\d+ bytes", QT_TRANSLATE_NOOP("WhyWords", "The answer is far too large.")},
    {"it was stopped here", QT_TRANSLATE_NOOP("WhyWords", "It was stopped here.")},
    {"no HTTP answer", QT_TRANSLATE_NOOP("WhyWords", "What answered is no web server.")},
    {"the certificate of (.+), issued by (.+), valid from (.+) to (.+) does not have the pinned key",
     QT_TRANSLATE_NOOP("WhyWords",
                       "The certificate of %1 (issued by %2, valid until %4) does not have the pinned key.")},
    {"Connection refused", QT_TRANSLATE_NOOP("WhyWords", "Nobody answers at this address.")},
    {"Host (.+) not found",
     QT_TRANSLATE_NOOP("WhyWords", "The name %1 is not found: no network, or a wrong address.")},
    {"(?:Network unreachable|Host unreachable|Network error|Network access is disabled\\.?)",
     QT_TRANSLATE_NOOP("WhyWords", "There is no network.")},
    {"(?:Connection closed|.*remote host closed.*|.*Connection reset.*)",
     QT_TRANSLATE_NOOP("WhyWords", "The platform hung up.")},
    {"(?:Connection timed out|Socket operation timed out|Operation timed out)",
     QT_TRANSLATE_NOOP("WhyWords", "The platform did not answer in time.")},
    {"(?:SSL handshake failed.*|Unable to init SSL Context.*)",
     QT_TRANSLATE_NOOP("WhyWords", "No safe connection (TLS) could be made.")},
    {".*[Pp]roxy.*",
     QT_TRANSLATE_NOOP("WhyWords", "The proxy of this network did not let the desk through.")},
};

// What is wrong with a certificate; Qt's words.
constexpr Sentence certificateFaults[] = {
    {"The certificate has expired", QT_TRANSLATE_NOOP("WhyWords", "it has expired")},
    {"The certificate is not yet valid", QT_TRANSLATE_NOOP("WhyWords", "it is not valid yet")},
    {"The host name did not match any of the valid hosts for this certificate",
     QT_TRANSLATE_NOOP("WhyWords", "it is another server's")},
    {"(?:The issuer certificate of a locally looked up certificate could not be found|The root certificate "
     "of "
     "the certificate chain is self-signed, and untrusted|The certificate is self-signed, and untrusted|No "
     "certificates could be verified|The root CA certificate is not trusted for this purpose|The issuer "
     "certificate could not be found)",
     QT_TRANSLATE_NOOP("WhyWords", "nobody whom this computer trusts has issued it")},
    {"The certificate has been revoked.*", QT_TRANSLATE_NOOP("WhyWords", "it was withdrawn")},
};

/// "2026-11-01T00:00:00Z" as dates are written here.
QString dayText(const QString &iso)
{
    const QDate day = QDate::fromString(iso.section(u'T', 0, 0), Qt::ISODate);
    return day.isValid() ? dateText(day) : iso;
}

/// The sentence for what fits as a whole; empty when nothing does.
template <typename Table> QString sentenceOf(const Table &table, const QString &said)
{
    for (const Sentence &each : table) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(QString::fromUtf8(each.pattern)),
                                         QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = pattern.match(said);
        if (!match.hasMatch())
            continue;
        QString sentence = WhyWords::tr(each.sentence);
        for (int i = 1; i <= match.lastCapturedIndex(); ++i)
            sentence.replace(u"%%1"_s.arg(i), dayText(match.captured(i)));
        return sentence;
    }
    return {};
}

/// Which certificate failed, and why.
QString certificateSentence(const QString &why)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(
        u"the certificate of (.+), issued by (.+), valid from (.+) to (.+) does not count: (.+)"_s));
    const QRegularExpressionMatch match = pattern.match(why);
    if (!match.hasMatch())
        return {};
    QStringList faults;
    QString rest = match.captured(5);
    for (const Sentence &each : certificateFaults) {
        const QRegularExpression fault(QString::fromUtf8(each.pattern));
        if (!rest.contains(fault))
            continue;
        rest.remove(fault);
        faults << WhyWords::tr(each.sentence);
    }
    faults.removeDuplicates();
    if (const QString unknown = rest.simplified(); !unknown.isEmpty())
        faults << unknown;
    const QString sentence =
        WhyWords::tr("The certificate of %1 (issued by %2, valid until %3) was not accepted: %4.")
            .arg(match.captured(1), match.captured(2), dayText(match.captured(4)), faults.join(u", "_s));
    static const QRegularExpression byClock(u"has expired|is not yet valid"_s);
    if (!match.captured(5).contains(byClock))
        return sentence;
    return sentence + u' ' +
           WhyWords::tr("Check the date and time of this computer; if they are right, tell whoever runs the "
                        "platform.");
}

} // namespace

QString whyText(const QString &why)
{
    if (const QString certificate = certificateSentence(why); !certificate.isEmpty())
        return certificate;
    const QString sentence = sentenceOf(sentences, why);
    return sentence.isEmpty() ? why : sentence;
}

} // namespace checkpoint
