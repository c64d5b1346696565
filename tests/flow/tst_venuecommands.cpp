#include "tests/flow/program.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

/// The commands around the venue, as a script uses them.
class TestVenueCommands : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aVenueIsSetPieceByPiece();
    void wrongUseIsExit2AndChangesNothing_data();
    void wrongUseIsExit2AndChangesNothing();
    void withoutAVenueItIsSaid();
    void locationsAreNamedInAnyCase();
    void anExistingCodeIsAdoptedFromATextOrAPicture();
    void aPassIsIssuedScannedAndRevoked();
    void aPassThatCannotBeWrittenIsNotIssued_data();
    void aPassThatCannotBeWrittenIsNotIssued();
    void aPosterHeldUpSaysWhoseItIs();
    void theVenueGoesToAnotherDesk();
    void aWrongPassphraseOrFileIsSaidAndChangesNothing();
    void anExportThatCannotBeWrittenIsExit4();
    void theTrustListIsImportedListedAndCleared();
    void nothingOfACertificateIsWrittenAnywhere();
    void besideAWritingProgramThereIsOnlyReading();

private:
    Run desk(const QStringList &arguments, const QByteArray &input = {}) const;
    Run deskIn(const QString &folder, const QStringList &arguments, const QByteArray &passphrase) const;
    QJsonObject shown(const QString &folder = {}) const;
    void setVenue() const;
    QString path(const QString &name) const { return m_home->filePath(name); }
    /// The text of a poster of the venue, read from its picture.
    QByteArray posterPicture(const QString &location) const;

    std::unique_ptr<QTemporaryDir> m_home;
};

namespace {

/// The public key of the sample certificate, base64 of its DER.
const QByteArray keyOfSample =
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAECqzYI0ZyMFq9RV6VEien2R054wv7BVWlefB7WfIs/z90TcoXME"
    "Rp7lNsFUrXflZznCkUe9im79+KuXZ/eVpzEA==";

const QStringList wholeVenue{u"venue"_s,      u"set"_s,
                             u"--name"_s,     u"Bệnh viện Mẫu"_s,
                             u"--category"_s, u"Hospital"_s,
                             u"--province"_s, u"Hà Nội"_s,
                             u"--commune"_s,  u"Phường Mẫu"_s,
                             u"--street"_s,   u"Số 1 Phố Giả Định"_s,
                             u"--contact"_s,  u"Lê Thị Giả Lập"_s,
                             u"--phone"_s,    u"0900 000 001"_s};

} // namespace

void TestVenueCommands::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

Run TestVenueCommands::desk(const QStringList &arguments, const QByteArray &input) const
{
    return runProgram(QStringList{u"--data"_s, path(u"desk"_s)} + arguments, input);
}

/// Runs the program with a passphrase behind descriptor 3.
Run TestVenueCommands::deskIn(const QString &folder, const QStringList &arguments,
                              const QByteArray &passphrase) const
{
    QProcess shell;
    shell.setProcessEnvironment(plainEnvironment());
    const QStringList words{u"-c"_s, u"\"$0\" --data \"$@\" --passphrase-fd 3 3<&0 </dev/null"_s,
                            programPath(), folder};
    shell.start(u"bash"_s, words + arguments);
    shell.write(passphrase + '\n');
    shell.closeWriteChannel();
    Run run;
    if (shell.waitForFinished(60'000) && shell.exitStatus() == QProcess::NormalExit)
        run.exitCode = shell.exitCode();
    run.output = shell.readAllStandardOutput();
    run.complaints = shell.readAllStandardError();
    return run;
}

QJsonObject TestVenueCommands::shown(const QString &folder) const
{
    const QString data = folder.isEmpty() ? path(u"desk"_s) : folder;
    const Run run = runProgram({u"--data"_s, data, u"venue"_s, u"show"_s, u"--json"_s});
    return run.objects().value(0);
}

void TestVenueCommands::setVenue() const
{
    const Run run = desk(wholeVenue);
    QVERIFY2(run.exitCode == 0, run.complaints.constData());
}

QByteArray TestVenueCommands::posterPicture(const QString &location) const
{
    const QString file = path(u"poster.png"_s);
    const Run run = desk({u"poster"_s, u"--location"_s, location, u"--dpi"_s, u"150"_s, u"-o"_s, file});
    return run.exitCode == 0 ? file.toUtf8() : QByteArray();
}

void TestVenueCommands::aVenueIsSetPieceByPiece()
{
    const Run first = desk(wholeVenue);
    QVERIFY2(first.exitCode == 0, first.complaints.constData());
    QJsonObject venue = shown();
    QCOMPARE(venue[u"name"_s].toString(), u"Bệnh viện Mẫu"_s);
    QCOMPARE(venue[u"category"_s].toString(), u"hospital"_s);
    QCOMPARE(venue[u"contact_phone"_s].toString(), u"+84900000001"_s);
    QCOMPARE(venue[u"district"_s], QJsonValue());
    QCOMPARE(venue[u"code_kind"_s].toString(), u"local"_s);
    const QString code = venue[u"venue_code"_s].toString();
    QCOMPARE(code.size(), 10);

    QCOMPARE(desk({u"venue"_s, u"set"_s, u"--district"_s, u"Quận Thử"_s, u"--capacity"_s, u"120"_s,
                   u"--hours"_s, u"T2-T6 7:00-17:00"_s})
                 .exitCode,
             0);
    venue = shown();
    QCOMPARE(venue[u"district"_s].toString(), u"Quận Thử"_s);
    QCOMPARE(venue[u"capacity"_s].toInt(), 120);
    QCOMPARE(venue[u"opening_hours"_s].toString(), u"Mo-Fr 07:00-17:00"_s);
    QCOMPARE(venue[u"name"_s].toString(), u"Bệnh viện Mẫu"_s);
    QCOMPARE(venue[u"venue_code"_s].toString(), code);
    QVERIFY(desk({u"venue"_s, u"show"_s}).output.contains("name: Bệnh viện Mẫu\n"));
}

void TestVenueCommands::wrongUseIsExit2AndChangesNothing_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto add = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
    add("no verb", {u"venue"_s});
    add("no such verb", {u"venue"_s, u"frobnicate"_s});
    add("nothing to set", {u"venue"_s, u"set"_s});
    add("empty name", {u"venue"_s, u"set"_s, u"--name"_s, QString()});
    add("blank name", {u"venue"_s, u"set"_s, u"--name"_s, u"  "_s});
    add("name of 10,000 characters", {u"venue"_s, u"set"_s, u"--name"_s, QString(10'000, u'ệ')});
    add("control characters", {u"venue"_s, u"set"_s, u"--name"_s, u"Cổng\nA"_s});
    add("no such kind", {u"venue"_s, u"set"_s, u"--category"_s, u"castle"_s});
    add("no phone number", {u"venue"_s, u"set"_s, u"--phone"_s, u"12345"_s});
    add("no hours", {u"venue"_s, u"set"_s, u"--hours"_s, u"always"_s});
    add("no capacity", {u"venue"_s, u"set"_s, u"--capacity"_s, u"-3"_s});
    add("a word too many", {u"venue"_s, u"set"_s, u"--name"_s, u"Bệnh"_s, u"viện"_s});
    add("nothing to adopt", {u"venue"_s, u"adopt"_s});
    add("an empty text to adopt", {u"venue"_s, u"adopt"_s, QString()});
    add("a person's code to adopt", {u"venue"_s, u"adopt"_s, QString::fromUtf8(cardOfNghiem)});
    add("no file to export to", {u"venue"_s, u"export"_s});
    add("no passphrase", {u"venue"_s, u"export"_s, u"x"_s, u"--passphrase-fd"_s, u"9"_s});
    add("no descriptor", {u"venue"_s, u"export"_s, u"x"_s, u"--passphrase-fd"_s, u"three"_s});
    add("location without a verb", {u"location"_s});
    add("location without a name", {u"location"_s, u"add"_s});
    add("location with an empty name", {u"location"_s, u"add"_s, QString()});
    add("location of two words", {u"location"_s, u"add"_s, u"Gate"_s, u"A"_s});
    add("location of 10,000 characters", {u"location"_s, u"add"_s, QString(10'000, u'x')});
    add("location with a tab", {u"location"_s, u"add"_s, u"Gate\tA"_s});
    add("pass without a name", {u"pass"_s, u"-o"_s, u"x.pdf"_s});
    add("pass with an empty name", {u"pass"_s, u"--name"_s, QString(), u"-o"_s, u"/tmp/x.pdf"_s});
    add("pass without a file", {u"pass"_s, u"--name"_s, u"Mẫu"_s});
    add("pass that is no PDF", {u"pass"_s, u"--name"_s, u"Mẫu"_s, u"-o"_s, u"x.png"_s});
    add("pass for no day",
        {u"pass"_s, u"--name"_s, u"Mẫu"_s, u"--valid-days"_s, u"0"_s, u"-o"_s, u"x.pdf"_s});
    add("pass for ever",
        {u"pass"_s, u"--name"_s, u"Mẫu"_s, u"--valid-days"_s, u"9999"_s, u"-o"_s, u"x.pdf"_s});
}

void TestVenueCommands::wrongUseIsExit2AndChangesNothing()
{
    QFETCH(const QStringList, arguments);
    setVenue();
    const QJsonObject before = shown();
    const Run run = desk(arguments);
    QVERIFY2(run.exitCode == 2, run.complaints.constData());
    QVERIFY(run.output.isEmpty());
    QVERIFY(run.complaints.contains("checkpoint-desk: "));
    QCOMPARE(shown(), before);
    QVERIFY(!QFile::exists(u"x.pdf"_s) && !QFile::exists(u"x"_s));
}

void TestVenueCommands::withoutAVenueItIsSaid()
{
    QCOMPARE(desk({u"venue"_s, u"show"_s}).exitCode, 4);
    QVERIFY(!QDir(path(u"desk"_s)).exists()); // looking makes nothing
    const Run partly = desk({u"venue"_s, u"set"_s, u"--name"_s, u"Bệnh viện Mẫu"_s});
    QCOMPARE(partly.exitCode, 2);
    QVERIFY(partly.complaints.contains("--phone"));
    QVERIFY(!partly.complaints.contains("--district"));
    const Run pass = desk({u"pass"_s, u"--name"_s, u"Mẫu"_s, u"-o"_s, path(u"p.pdf"_s)});
    QCOMPARE(pass.exitCode, 4);
    QVERIFY(!QFile::exists(path(u"p.pdf"_s)));
    QCOMPARE(deskIn(path(u"desk"_s), {u"venue"_s, u"export"_s, path(u"v"_s)}, "Cổng chính 2026").exitCode, 4);
    QVERIFY(!QFile::exists(path(u"v"_s)));
}

void TestVenueCommands::locationsAreNamedInAnyCase()
{
    QCOMPARE(desk({u"location"_s, u"add"_s, u"Cổng A"_s}).exitCode, 0);
    QCOMPARE(desk({u"location"_s, u"add"_s, u" CỔNG  A"_s}).exitCode, 0);
    QCOMPARE(desk({u"location"_s, u"add"_s, u"--"_s, u"-1 Floor"_s}).exitCode, 0);
    QList<QJsonObject> places = desk({u"location"_s, u"list"_s, u"--json"_s}).objects();
    QCOMPARE(places.size(), 2);
    QCOMPARE(places[0][u"name"_s].toString(), u"Cổng A"_s);
    QCOMPARE(places[0][u"code"_s].toString(), u"conga"_s);
    QCOMPARE(places[0][u"withdrawn"_s].toBool(), false);
    QCOMPARE(desk({u"location"_s, u"withdraw"_s, u"cổng a"_s}).exitCode, 0);
    QCOMPARE(desk({u"location"_s, u"list"_s, u"--json"_s}).objects().value(0)[u"withdrawn"_s].toBool(), true);
    QVERIFY(desk({u"location"_s, u"list"_s}).output.contains("Cổng A  (conga)  withdrawn\n"));
    const Run nowhere = desk({u"location"_s, u"withdraw"_s, u"Cổng B"_s});
    QCOMPARE(nowhere.exitCode, 4);
    QVERIFY(nowhere.complaints.contains("not-found"));
}

void TestVenueCommands::anExistingCodeIsAdoptedFromATextOrAPicture()
{
    const QString text = u"https://venue.example/qr?id=ABC"_s;
    QCOMPARE(desk({u"venue"_s, u"adopt"_s, text}).exitCode, 0);
    QCOMPARE(shown()[u"adopted_text"_s].toString(), text);
    QCOMPARE(shown()[u"code_kind"_s].toString(), u"adopted"_s);
    setVenue(); // the rest of the venue comes later and leaves the code alone
    QCOMPARE(shown()[u"adopted_text"_s].toString(), text);
    QCOMPARE(desk({u"scan"_s, u"--json"_s, u"-"_s}, text.toUtf8()).objects().value(0)[u"reason"_s].toString(),
             u"poster-shown"_s);

    QCOMPARE(desk({u"location"_s, u"add"_s, u"Cổng A"_s}).exitCode, 0);
    const QByteArray picture = posterPicture(u"cổng a"_s);
    QVERIFY(!picture.isEmpty());
    const QString other = path(u"other"_s);
    QCOMPARE(runProgram({u"--data"_s, other, u"venue"_s, u"adopt"_s, QString::fromUtf8(picture)}).exitCode,
             0);
    QCOMPARE(shown(other)[u"adopted_text"_s].toString(), text); // printed unchanged
    QFile noPicture(path(u"no.png"_s));
    QVERIFY(noPicture.open(QIODevice::WriteOnly) && noPicture.write("no picture") > 0);
    noPicture.close();
    QCOMPARE(desk({u"venue"_s, u"adopt"_s, path(u"no.png"_s)}).exitCode, 3);
    QCOMPARE(shown()[u"adopted_text"_s].toString(), text);
}

void TestVenueCommands::aPassIsIssuedScannedAndRevoked()
{
    setVenue();
    const QString file = path(u"pass.pdf"_s);
    const Run issued =
        desk({u"pass"_s, u"--name"_s, u"Trần Thị Mẫu"_s, u"--valid-days"_s, u"3"_s, u"-o"_s, file});
    QVERIFY2(issued.exitCode == 0, issued.complaints.constData());
    QVERIFY(issued.output.contains("T. T. Mẫu"));
    const QJsonObject pass = desk({u"pass"_s, u"list"_s, u"--json"_s}).objects().value(0);
    QCOMPARE(pass[u"state"_s].toString(), u"valid"_s);
    QCOMPARE(pass[u"name"_s].toString(), u"T. T. Mẫu"_s);
    QCOMPARE(QDate::fromString(pass[u"issued_on"_s].toString(), Qt::ISODate).addDays(2).toString(Qt::ISODate),
             pass[u"valid_until"_s].toString());

    QProcess render;
    render.start(u"pdftoppm"_s, {u"-r"_s, u"150"_s, u"-png"_s, u"-singlefile"_s, file, path(u"pass"_s)});
    if (!render.waitForFinished(60'000) || render.exitCode() != 0)
        QSKIP("pdftoppm is not installed");
    const QStringList scan{u"scan"_s, u"--json"_s, path(u"pass.png"_s)};
    const QJsonObject came = desk(scan).objects().value(0);
    QCOMPARE(came[u"outcome"_s].toString(), u"recorded"_s);
    QCOMPARE(came[u"format"_s].toString(), u"visitor-pass"_s);
    QCOMPARE(came[u"direction"_s].toString(), u"in"_s);
    QCOMPARE(came[u"visitor"_s][u"name"_s].toString(), u"T. T. Mẫu"_s);
    QCOMPARE(desk({u"pass"_s, u"revoke"_s, pass[u"number"_s].toString().toLower()}).exitCode, 0);
    const QJsonObject lost = desk(scan).objects().value(0);
    QCOMPARE(lost[u"outcome"_s].toString(), u"refused"_s);
    QCOMPARE(lost[u"reason"_s].toString(), u"pass-revoked"_s);
    QCOMPARE(desk({u"pass"_s, u"revoke"_s, u"0000000000"_s}).exitCode, 4);
}

void TestVenueCommands::aPassThatCannotBeWrittenIsNotIssued_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("no such folder") << u"/nonexistent/pass.pdf"_s;
    QTest::newRow("a folder in its place") << u"folder.pdf"_s;
}

void TestVenueCommands::aPassThatCannotBeWrittenIsNotIssued()
{
    QFETCH(const QString, file);
    setVenue();
    QVERIFY(QDir(m_home->path()).mkdir(u"folder.pdf"_s));
    const QString target = file.startsWith(u'/') ? file : path(file);
    const Run run = desk({u"pass"_s, u"--name"_s, u"Mẫu"_s, u"-o"_s, target});
    QCOMPARE(run.exitCode, 4);
    QVERIFY(run.complaints.contains("write-failed"));
    QVERIFY(desk({u"pass"_s, u"list"_s}).output.isEmpty());
}

void TestVenueCommands::aPosterHeldUpSaysWhoseItIs()
{
    setVenue();
    QCOMPARE(desk({u"location"_s, u"add"_s, u"Cổng A"_s}).exitCode, 0);
    const QString picture = QString::fromUtf8(posterPicture(u"CỔNG A"_s));
    QVERIFY(!picture.isEmpty());
    const auto reason = [&](const QString &folder) {
        return runProgram({u"--data"_s, folder, u"scan"_s, u"--json"_s, picture})
            .objects()
            .value(0)[u"reason"_s]
            .toString();
    };
    QCOMPARE(reason(path(u"desk"_s)), u"poster-shown"_s);
    QCOMPARE(reason(path(u"elsewhere"_s)), u"poster-unknown"_s);
    QCOMPARE(runProgram(QStringList{u"--data"_s, path(u"elsewhere"_s)} + wholeVenue).exitCode, 0);
    QCOMPARE(reason(path(u"elsewhere"_s)), u"poster-foreign"_s);
    QCOMPARE(desk({u"location"_s, u"withdraw"_s, u"Cổng A"_s}).exitCode, 0);
    QCOMPARE(reason(path(u"desk"_s)), u"poster-withdrawn"_s);
}

void TestVenueCommands::theVenueGoesToAnotherDesk()
{
    setVenue();
    QCOMPARE(desk({u"location"_s, u"add"_s, u"Cổng A"_s}).exitCode, 0);
    const QString picture = QString::fromUtf8(posterPicture(u"Cổng A"_s));
    const QString file = path(u"v.venue"_s);
    const QByteArray passphrase = "Cổng chính 2026";
    const Run exported = deskIn(path(u"desk"_s), {u"venue"_s, u"export"_s, file}, passphrase);
    QVERIFY2(exported.exitCode == 0, exported.complaints.constData());
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());

    const QString other = path(u"other"_s);
    const Run imported = deskIn(other, {u"venue"_s, u"import"_s, file}, passphrase);
    QVERIFY2(imported.exitCode == 0, imported.complaints.constData());
    QVERIFY(imported.output.contains("1 locations, 1 posters, 0 passes"));
    QCOMPARE(shown(other), shown());
    QCOMPARE(runProgram({u"--data"_s, other, u"scan"_s, u"--json"_s, picture})
                 .objects()
                 .value(0)[u"reason"_s]
                 .toString(),
             u"poster-shown"_s);
}

void TestVenueCommands::aWrongPassphraseOrFileIsSaidAndChangesNothing()
{
    setVenue();
    const QString file = path(u"v.venue"_s);
    QCOMPARE(deskIn(path(u"desk"_s), {u"venue"_s, u"export"_s, file}, "Cổng chính 2026").exitCode, 0);
    const QString other = path(u"other"_s);
    const auto import = [&](const QString &name, const QByteArray &passphrase) {
        return deskIn(other, {u"venue"_s, u"import"_s, name}, passphrase);
    };
    Run run = import(file, "Cổng chính 2025");
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.complaints.contains("passphrase-wrong"));
    run = import(path(u"missing"_s), "Cổng chính 2026");
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.complaints.contains("source-unreadable"));

    QFile whole(file);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile cut(path(u"cut"_s));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(whole.readAll().chopped(9)) > 0);
    cut.close();
    run = import(path(u"cut"_s), "Cổng chính 2026");
    QCOMPARE(run.exitCode, 3);
    QVERIFY(run.complaints.contains("file-damaged"));
    QVERIFY(shown(other).isEmpty());
    QCOMPARE(import(file, "").exitCode, 2); // no passphrase at all
}

void TestVenueCommands::anExportThatCannotBeWrittenIsExit4()
{
    setVenue();
    const Run run =
        deskIn(path(u"desk"_s), {u"venue"_s, u"export"_s, u"/nonexistent/v"_s}, "Cổng chính 2026");
    QCOMPARE(run.exitCode, 4);
    QVERIFY(run.complaints.contains("write-failed"));
    // What is no file is not replaced by one, whoever runs the program.
    const QString pipe = path(u"pipe"_s);
    QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    const Run intoPipe = deskIn(path(u"desk"_s), {u"venue"_s, u"export"_s, pipe}, "Cổng chính 2026");
    QCOMPARE(intoPipe.exitCode, 4);
    QVERIFY(!QFileInfo(pipe).isFile());
    const Run shortOne = deskIn(path(u"desk"_s), {u"venue"_s, u"export"_s, path(u"v"_s)}, "short");
    QCOMPARE(shortOne.exitCode, 2);
    QVERIFY(!QFile::exists(path(u"v"_s)));
}

void TestVenueCommands::theTrustListIsImportedListedAndCleared()
{
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(
        write(u"keys.pem"_s, "-----BEGIN PUBLIC KEY-----\n" + keyOfSample + "\n-----END PUBLIC KEY-----\n"));
    QVERIFY(write(u"broken.json"_s, R"([{"kid": "LML7JlBM11A=", "key": "AAAA"}])"));
    const Run broken = desk({u"trust"_s, u"import"_s, path(u"keys.pem"_s), path(u"broken.json"_s)});
    QCOMPARE(broken.exitCode, 2);
    QVERIFY(broken.complaints.contains("broken.json"));
    QCOMPARE(desk({u"trust"_s, u"import"_s, path(u"nowhere.pem"_s)}).exitCode, 3);
    QCOMPARE(desk({u"trust"_s}).exitCode, 2);

    const Run imported = desk({u"trust"_s, u"import"_s, path(u"keys.pem"_s)});
    QVERIFY2(imported.exitCode == 0, imported.complaints.constData());
    QVERIFY(imported.output.contains("1 new of 1"));
    const Run list = desk({u"trust"_s, u"list"_s, u"--json"_s});
    QCOMPARE(list.objects().size(), 1);
    QCOMPARE(list.objects().first().value(u"kid"_s).toString(), u"2cc2fb26504cd750"_s);
    QCOMPARE(list.objects().first().value(u"key"_s).toString().toLatin1(), keyOfSample);
    QCOMPARE(desk({u"trust"_s, u"remove"_s, u"LML7JlBM11A="_s}).exitCode, 0);
    QVERIFY(desk({u"trust"_s, u"list"_s}).output.isEmpty());
    QCOMPARE(desk({u"trust"_s, u"remove"_s, u"2cc2fb26504cd750"_s}).exitCode, 4);
}

void TestVenueCommands::nothingOfACertificateIsWrittenAnywhere()
{
    QFile file(QStringLiteral(CHECKPOINT_TEST_DATA "/codes/certificate/valid/p40-signed-certificate.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray certificate = file.readAll();
    const Run read = runProgram({u"read"_s, u"--json"_s, u"-"_s}, certificate);
    const QJsonObject said = read.objects().first().value(u"certificate"_s).toObject();
    QCOMPARE(said.value(u"signature"_s).toString(), u"not-checked"_s);
    QCOMPARE(said.value(u"validity"_s).toString(), u"expired"_s);
    QVERIFY(!read.output.contains("URN:UVCI"));

    setVenue();
    const Run scanned = desk({u"scan"_s, u"--json"_s, u"-"_s}, certificate);
    QCOMPARE(scanned.objects().first().value(u"outcome"_s).toString(), u"recorded"_s);
    const QString csv = path(u"entries.csv"_s);
    const QString report = path(u"report.csv"_s);
    QCOMPARE(desk({u"entries"_s, u"--csv"_s, csv, u"--reveal"_s}).exitCode, 0);
    QCOMPARE(desk({u"report"_s, u"entries"_s, u"--reveal"_s, u"-o"_s, report}).exitCode, 0);
    QByteArray written = scanned.output + scanned.complaints;
    QDirIterator files(m_home->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile each(files.next());
        QVERIFY(each.open(QIODevice::ReadOnly));
        written += each.readAll();
    }
    QVERIFY2(written.contains("NGUYỄN THỬ NGHIỆM"), "the revealed tables name the visitor");
    for (const QByteArray secret : {"Comirnaty", "EU/1/20/1528", "1119349007", "840539006", "2021-12-01",
                                    "SYNTHETIC", "URN:UVCI", "MAHN-HDQ8"})
        QVERIFY2(!written.contains(secret), secret.constData());
}

void TestVenueCommands::besideAWritingProgramThereIsOnlyReading()
{
    setVenue();
    QProcess writer;
    writer.setProcessEnvironment(plainEnvironment());
    writer.start(programPath(), {u"--data"_s, path(u"desk"_s), u"scan"_s, u"--json"_s, u"-"_s});
    writer.write(cardOfNghiem + "\n");
    QVERIFY(writer.waitForReadyRead(30'000));
    QCOMPARE(desk({u"venue"_s, u"set"_s, u"--name"_s, u"Khác"_s}).exitCode, 8);
    QCOMPARE(desk({u"location"_s, u"add"_s, u"Cổng A"_s}).exitCode, 8);
    QCOMPARE(shown()[u"name"_s].toString(), u"Bệnh viện Mẫu"_s);
    QCOMPARE(deskIn(path(u"desk"_s), {u"venue"_s, u"export"_s, path(u"v"_s)}, "Cổng chính 2026").exitCode, 0);
    writer.closeWriteChannel();
    QVERIFY(writer.waitForFinished(30'000));
}

QTEST_GUILESS_MAIN(TestVenueCommands)
#include "tst_venuecommands.moc"
