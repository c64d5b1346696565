#include "core/codes/formatcatalog.h"
#include "core/codes/scantext.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <array>

using namespace checkpoint;
using namespace Qt::Literals::StringLiterals;

namespace {

/// tests/data/codes/<format>/valid/NAME.txt and invalid/NAME.txt hold the bytes of a scan, NAME.json beside
/// them what they say. "valid" is a code of that format that is whole enough to be used (for venue and
/// payment codes: a right one of its kind); "invalid" must not be used, whatever it is recognised as.
QDir root()
{
    return QDir(QStringLiteral(CHECKPOINT_TEST_DATA "/codes"));
}

constexpr std::array kinds{"valid"_L1, "invalid"_L1};

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList catalogFormats()
{
    QStringList ids;
    for (const auto &format : formatCatalog())
        ids.append(format->id());
    return ids;
}

/// Everything that a code says, as the command line names it.
QJsonObject described(const VisitorCode &code)
{
    const VisitorData &data = code.visitor;
    QJsonObject fields;
    const auto add = [&fields](QLatin1StringView name, const QString &value) {
        if (!value.isEmpty())
            fields.insert(name, value);
    };
    add("id_number"_L1, data.idNumber);
    add("old_id"_L1, data.oldId);
    add("name"_L1, data.name);
    add("birth_date"_L1, data.birthDate ? data.birthDate->toString() : QString());
    add("sex"_L1, data.sex ? sexId(*data.sex) : QString());
    add("address"_L1, data.address);
    add("issued"_L1, data.issued ? data.issued->toString() : QString());
    add("phone"_L1, data.phone);
    add("qid"_L1, data.qid);
    add("health_insurance"_L1, data.healthInsurance);
    add("nationality"_L1, data.nationality);
    add("pass"_L1, data.pass);
    QJsonArray warnings;
    for (const CodeWarning warning : code.warnings)
        warnings.append(warningId(warning));
    return {{u"format"_s, code.format},
            {u"fields"_s, fields},
            {u"warnings"_s, warnings},
            {u"error"_s, code.error ? QJsonValue(reasonId(*code.error)) : QJsonValue(QJsonValue::Null)}};
}

/// Warnings are a set: their order is the enum's, whatever the file says.
QJsonObject withSortedWarnings(QJsonObject object)
{
    QStringList ids;
    for (const QJsonValue &value : object.value(u"warnings"_s).toArray())
        ids.append(value.toString());
    ids.sort();
    object.insert(u"warnings"_s, QJsonArray::fromStringList(ids));
    return object;
}

QByteArray written(const QJsonObject &object)
{
    return QJsonDocument(withSortedWarnings(object)).toJson();
}

} // namespace

class TestCodeFixtures : public QObject
{
    Q_OBJECT

private slots:
    void everyFormatHasItsFolder();
    void everyFolderIsWhole_data();
    void everyFolderIsWhole();
    void everyTextSaysWhatItsFileExpects_data();
    void everyTextSaysWhatItsFileExpects();
    void warningsComeOnceInTheOrderOfTheEnum_data() { everyTextSaysWhatItsFileExpects_data(); }
    void warningsComeOnceInTheOrderOfTheEnum();
    void exactlyOneFormatClaimsAValidText_data() { addFixtures({"valid"_L1}); }
    void exactlyOneFormatClaimsAValidText();

private:
    static void addFixtures(const QList<QLatin1StringView> &wanted);
};

void TestCodeFixtures::addFixtures(const QList<QLatin1StringView> &wanted)
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("path");
    for (const QString &format : root().entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QLatin1StringView kind : wanted) {
            const QDir folder(root().filePath(format + u'/' + kind));
            for (const QString &file : folder.entryList({u"*.txt"_s}, QDir::Files)) {
                const QString tag = format + u'/' + kind + u'/' + file;
                QTest::newRow(qPrintable(tag)) << format << folder.filePath(file);
            }
        }
    }
}

void TestCodeFixtures::everyFormatHasItsFolder()
{
    QStringList expected = catalogFormats();
    expected.append(formatid::unknown);
    expected.sort();
    QCOMPARE(root().entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name), expected);
}

void TestCodeFixtures::everyFolderIsWhole_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &format : catalogFormats()) {
        for (const QLatin1StringView kind : kinds) {
            const QString name = format + u'/' + kind;
            QTest::newRow(qPrintable(name)) << root().filePath(name);
        }
    }
    QTest::newRow("unknown/invalid") << root().filePath(u"unknown/invalid"_s);
}

void TestCodeFixtures::everyFolderIsWhole()
{
    QFETCH(const QString, path);
    const QDir folder(path);
    QStringList texts = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    QStringList references = folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name);
    QVERIFY2(!texts.isEmpty(), "an empty folder tests nothing");
    QCOMPARE(folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(),
             texts.size() + references.size());
    texts.replaceInStrings(u".txt"_s, QString());
    references.replaceInStrings(u".json"_s, QString());
    QCOMPARE(references, texts);
    // Beside valid/ and invalid/ nothing lies unread.
    QDir format = folder;
    format.cdUp();
    for (const QString &name : format.entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        QVERIFY2(std::ranges::any_of(kinds, [&name](QLatin1StringView kind) { return name == kind; }),
                 qPrintable(name));
}

void TestCodeFixtures::everyTextSaysWhatItsFileExpects_data()
{
    addFixtures({kinds.begin(), kinds.end()});
}

void TestCodeFixtures::everyTextSaysWhatItsFileExpects()
{
    QFETCH(const QString, format);
    QFETCH(const QString, path);
    QJsonParseError error;
    const QString reference = QString(path).replace(QRegularExpression(u"\\.txt$"_s), u".json"_s);
    const QJsonObject expected = QJsonDocument::fromJson(contents(reference), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));

    const VisitorCode code = readCode(contents(path));
    QCOMPARE(written(described(code)), written(expected));

    constexpr std::array refusedKinds{formatid::venueCode, formatid::paymentCode};
    if (path.contains("/invalid/"_L1)) {
        QVERIFY(code.error.has_value());
        QVERIFY2(code.visitor == VisitorData(), "what is refused says nothing about anybody");
    } else {
        QCOMPARE(code.format, format);
        QCOMPARE(code.error.has_value(),
                 std::ranges::any_of(refusedKinds, [&format](QLatin1StringView id) { return format == id; }));
    }
}

void TestCodeFixtures::warningsComeOnceInTheOrderOfTheEnum()
{
    QFETCH(const QString, path);
    const QList<CodeWarning> warnings = readCode(contents(path)).warnings;
    QVERIFY(std::ranges::is_sorted(warnings));
    QVERIFY(std::ranges::adjacent_find(warnings) == warnings.end());
}

void TestCodeFixtures::exactlyOneFormatClaimsAValidText()
{
    QFETCH(const QString, format);
    QFETCH(const QString, path);
    const ScanText text = scanText(contents(path));
    QStringList claimed;
    for (const auto &candidate : formatCatalog()) {
        if (candidate->read(text))
            claimed.append(candidate->id());
    }
    QCOMPARE(claimed, QStringList{format});
}

QTEST_GUILESS_MAIN(TestCodeFixtures)
#include "tst_codefixtures.moc"
