#include "tests/architecture/arrows.h"
#include "tests/architecture/rules.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace checkpoint::architecture;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A small tree in which every library stands, and which keeps every rule.
class SmallTree
{
public:
    SmallTree()
    {
        for (const QString &name :
             {u"CMakeLists.txt"_s, u"CMakePresets.json"_s, u"README.md"_s, u"CONTRIBUTING.md"_s, u"LICENSE"_s,
              u".clang-format"_s, u".clang-tidy"_s, u".gitignore"_s, u".ci/run"_s,
              u"resources/icons/app.svg"_s, u"translations/checkpoint_vi.ts"_s, u"packaging/run"_s,
              u"build/dev/core/wrong.h"_s})
            write(name, u"\n"_s);
        for (const QString &library : requiredLibraries())
            writeLibrary(library);
        write(u"ui/common/ui.h"_s, u"#pragma once\n\n#include \"core/desk/desk.h\"\n"_s);
        write(u"ui/common/keys.cpp"_s,
              u"void k() { set({key(Qt::CTRL | Qt::Key_N), key(Qt::ALT | Qt::Key_M)}); }\n"_s);
        write(u"ui/CMakeLists.txt"_s,
              u"checkpoint_library(ui SOURCES common/ui.h USES desk reports settings)\n"_s);
        write(u"app/main.cpp"_s, u"#include \"ui/common/ui.h\"\n\n#include <QObject>\n"_s);
        write(u"app/CMakeLists.txt"_s,
              u"add_executable(checkpoint-desk main.cpp)\n"
              u"target_link_libraries(checkpoint-desk PRIVATE checkpoint_options checkpoint::ui)\n"_s);
        write(u"tests/unit/scan/tst_scan.cpp"_s,
              u"#include \"core/scan/scan.h\"\n#include \"core/base/base.h\"\n#include \"tst_scan.moc\"\n"_s);
        write(u"tests/unit/scan/CMakeLists.txt"_s,
              u"checkpoint_test(unit_scan SOURCES tst_scan.cpp USES scan barcode LINK Qt6::Sql)\n"_s);
    }

    void write(const QString &path, const QString &text)
    {
        const QString whole = m_folder.filePath(path);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }

    void remove(const QString &path)
    {
        const QString whole = m_folder.filePath(path);
        QVERIFY(QFileInfo(whole).isDir() ? QDir(whole).removeRecursively() : QFile::remove(whole));
    }

    SourceTree read() const { return SourceTree(m_folder.path()); }

private:
    void writeLibrary(const QString &library)
    {
        QString header = u"#pragma once\n\n"_s;
        QStringList uses;
        for (const QString &used : arrows().value(library)) {
            if (!requiredLibraries().contains(used))
                continue;
            uses << used;
            header += u"#include \"core/%1/%1.h\"\n"_s.arg(used);
        }
        write(u"core/%1/%1.h"_s.arg(library), header);
        write(u"core/%1/CMakeLists.txt"_s.arg(library),
              u"checkpoint_library(%1\n    SOURCES %1.h\n    USES %2\n    PUBLIC Qt6::Core)\n"_s.arg(
                  library, uses.join(u' ')));
    }

    QTemporaryDir m_folder;
};

/// The names of the rules that find something, each with its first finding.
QMap<QByteArray, QString> brokenRules(const SmallTree &small)
{
    const SourceTree tree = small.read();
    QMap<QByteArray, QString> broken;
    for (const Rule &rule : allRules()) {
        const Findings findings = rule.check(tree);
        if (!findings.isEmpty())
            broken.insert(rule.name, findings.first());
    }
    return broken;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void goodTreeBreaksNoRule();
    void badFileIsFound_data();
    void badFileIsFound();
    void removedFolderIsFound_data();
    void removedFolderIsFound();
    void everyRuleHasABadTree();
    void arrowsAreFollowedOverSeveralSteps();
    void commentsAndLiteralsAreNoCode();
};

void TestRules::goodTreeBreaksNoRule()
{
    const QMap<QByteArray, QString> broken = brokenRules(SmallTree());
    QVERIFY2(broken.isEmpty(),
             (broken.keys().join(' ') + ' ' + broken.values().join(u' ').toUtf8()).constData());
}

void TestRules::badFileIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArrayList>("rules");

    const auto header = [](const QString &line) { return u"#pragma once\n\n"_s + line + u'\n'; };
    const auto row = [](const char *name, const QString &path, const QString &text,
                        const QByteArrayList &rules) { QTest::newRow(name) << path << text << rules; };
    const QByteArrayList arrow{"includesFollowTheArrows", "librariesLinkWhatTheyInclude"};
    row("store uses scan", u"core/store/bad.h"_s, header(u"#include \"core/scan/scan.h\""_s), arrow);
    row("codes use barcode", u"core/codes/bad.h"_s, header(u"#include \"core/barcode/barcode.h\""_s), arrow);
    row("desk uses reports", u"core/desk/bad.h"_s, header(u"#include \"core/reports/reports.h\""_s), arrow);
    row("desk reads settings", u"core/desk/bad.h"_s, header(u"#include \"core/settings/settings.h\""_s),
        arrow);
    row("settings use domain", u"core/settings/bad.h"_s, header(u"#include \"core/domain/domain.h\""_s),
        arrow);
    row("core uses ui", u"core/desk/bad.h"_s, header(u"#include \"ui/common/ui.h\""_s), arrow);
    row("ui uses app", u"ui/common/bad.cpp"_s, u"#include \"app/main.cpp\"\n"_s, arrow);
    row("indented include", u"core/store/bad.cpp"_s, u"#if 1\n#  include \"core/scan/scan.h\"\n#endif\n"_s,
        arrow);
    row("test of scan uses store", u"tests/unit/scan/bad.cpp"_s, u"#include \"core/store/store.h\"\n"_s,
        {"includesFollowTheArrows"});

    const QByteArrayList root{"includesComeFromTheRoot"};
    row("include goes up", u"core/store/bad.h"_s, header(u"#include \"../base/base.h\""_s), root);
    row("include beside", u"core/store/bad.h"_s, header(u"#include \"store.h\""_s), root);
    row("missing header", u"core/store/bad.h"_s, header(u"#include \"core/base/none.h\""_s), root);
    row("angled own header", u"core/store/bad.h"_s, header(u"#include <core/base/base.h>"_s), root);
    row("missing header of a test", u"tests/flow/bad.cpp"_s, u"#include \"tests/support/none.h\"\n"_s, root);
    row("program uses a test", u"app/bad.cpp"_s, u"#include \"tests/unit/scan/tst_scan.cpp\"\n"_s, root);

    const QByteArrayList reserved{"reservedThingsStayHome"};
    row("ZXing in scan", u"core/scan/bad.cpp"_s, u"#include <ZXing/ReadBarcode.h>\n"_s, reserved);
    row("SQL in reports", u"core/reports/bad.cpp"_s, u"#include <QSqlQuery>\n"_s, reserved);
    row("SQL through QtSql", u"ui/common/bad.cpp"_s, u"#include <QtSql/QSqlQuery>\n"_s, reserved);
    row("sqlite in desk", u"core/desk/bad.cpp"_s, u"#include <sqlite3.h>\n"_s, reserved);
    row("network in ui", u"ui/common/bad.cpp"_s, u"#include <QNetworkAccessManager>\n"_s, reserved);
    row("network in app", u"app/bad.cpp"_s, u"#include <QtNetwork/QTcpSocket>\n"_s, reserved);
    row("SQL linked by desk", u"core/desk/CMakeLists.txt"_s,
        u"checkpoint_library(desk SOURCES desk.h USES base domain codes scan store PRIVATE Qt6::Sql)\n"_s,
        reserved);
    row("network linked by app", u"app/CMakeLists.txt"_s,
        u"target_link_libraries(checkpoint-desk PRIVATE checkpoint::ui Qt6::Network)\n"_s, reserved);

    const QByteArrayList words{"coreHasNoWordsForPeople"};
    row("tr in core", u"core/desk/bad.cpp"_s, u"auto s = QObject::tr(\"Hello\");\n"_s, words);
    row("translate in core", u"core/codes/bad.cpp"_s,
        u"auto s = QCoreApplication::translate(\"a\", \"b\");\n"_s, words);
    row("marked for translation in core", u"core/desk/bad.cpp"_s, u"auto s = QT_TR_NOOP(\"a\");\n"_s, words);

    const QByteArrayList single{"nothingIsASingleton"};
    row("static instance", u"ui/common/bad.h"_s, header(u"class A { static A &instance(); };"_s), single);
    row("global static", u"core/store/bad.cpp"_s, u"Q_GLOBAL_STATIC(Store, theStore)\n"_s, single);
    row("instance pointer", u"app/bad.h"_s, header(u"struct A { static A *self() { return 0; } };"_s),
        single);

    const QByteArrayList pressed{"scannersPressNoShortcut"};
    row("a key of scanners", u"ui/common/bad.cpp"_s, u"button->setKey(Qt::CTRL | Qt::Key_M);\n"_s, pressed);
    row("the same with Shift", u"ui/common/bad.cpp"_s,
        u"QKeySequence k(Qt::CTRL | Qt::SHIFT | Qt::Key_J);\n"_s, pressed);
    row("the same the other way round", u"ui/common/bad.cpp"_s,
        u"auto k = Qt::Key_I | Qt::ControlModifier;\n"_s, pressed);
    row("the same in two parts", u"ui/common/bad.cpp"_s,
        u"QKeyCombination k(Qt::ControlModifier, Qt::Key_M);\n"_s, pressed);

    row("no guard", u"core/scan/bad.h"_s, u"// #pragma twice\n"_s, {"headersAreGuarded"});
    row("no guard in a test", u"tests/support/bad.h"_s, u"\n"_s, {"headersAreGuarded"});
    row("long file", u"ui/common/bad.cpp"_s, QString(451, u'\n'), {"filesAreShort"});

    row("store links scan", u"core/store/CMakeLists.txt"_s,
        u"checkpoint_library(store SOURCES store.h USES base domain scan)\n"_s, {"librariesLinkWhatTheyMay"});
    row("core links ui by target name", u"core/desk/CMakeLists.txt"_s,
        u"checkpoint_library(desk SOURCES desk.h USES base domain codes scan store)\n"
        u"target_link_libraries(checkpoint_desk PRIVATE checkpoint_ui)\n"_s,
        {"librariesLinkWhatTheyMay"});
    row("use without link", u"core/desk/CMakeLists.txt"_s,
        u"checkpoint_library(desk SOURCES desk.h USES base domain codes scan) # store\n"_s,
        {"librariesLinkWhatTheyInclude"});
    row("test of scan links store", u"tests/unit/scan/CMakeLists.txt"_s,
        u"checkpoint_test(unit_scan SOURCES tst_scan.cpp USES scan store)\n"_s, {"unitTestsLinkOneLibrary"});
    row("test of scan links desk as LINK", u"tests/unit/scan/CMakeLists.txt"_s,
        u"checkpoint_test(unit_scan SOURCES tst_scan.cpp USES scan LINK checkpoint::desk)\n"_s,
        {"unitTestsLinkOneLibrary"});
    row("test of nothing", u"tests/unit/misc/CMakeLists.txt"_s,
        u"checkpoint_test(unit_misc SOURCES tst_misc.cpp USES base)\n"_s, {"unitTestsLinkOneLibrary"});

    row("folder at the top", u"src/bad.cpp"_s, u"\n"_s, {"topLevelIsAsAgreed"});
    row("file at the top", u"notes.txt"_s, u"\n"_s, {"topLevelIsAsAgreed"});
    row("library beside the table", u"core/helpers/bad.cpp"_s, u"\n"_s, {"foldersHaveSources"});
}

void TestRules::badFileIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(QByteArrayList, rules);
    SmallTree small;
    small.write(path, text);
    const QMap<QByteArray, QString> broken = brokenRules(small);
    QCOMPARE(broken.keys(), rules);
    for (const QString &finding : broken)
        QVERIFY2(finding.startsWith(path.section(u'/', 0, 0)), finding.toUtf8().constData());
}

void TestRules::removedFolderIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("rule");
    QTest::newRow("app") << u"app/main.cpp"_s << QByteArray("foldersHaveSources");
    QTest::newRow("reports") << u"core/reports/reports.h"_s << QByteArray("foldersHaveSources");
    QTest::newRow("store as a whole") << u"core/store"_s << QByteArray("foldersHaveSources");
    QTest::newRow("license") << u"LICENSE"_s << QByteArray("topLevelIsAsAgreed");
}

void TestRules::removedFolderIsFound()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, rule);
    SmallTree small;
    small.remove(path);
    QVERIFY(brokenRules(small).contains(rule));
}

void TestRules::everyRuleHasABadTree()
{
    // Each rule is named by a row of this file, so that none is added that never was seen to fail.
    QFile file(QStringLiteral(CHECKPOINT_SOURCE_DIR "/tests/architecture/tst_rules.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    for (const Rule &rule : allRules())
        QVERIFY2(text.contains('"' + rule.name + '"'), rule.name.constData());
}

void TestRules::arrowsAreFollowedOverSeveralSteps()
{
    QVERIFY(reachableFrom(u"ui"_s).contains(u"barcode"_s)); // ui → desk → scan → barcode
    QVERIFY(reachableFrom(u"app"_s).contains(u"signing"_s));
    QVERIFY(!reachableFrom(u"desk"_s).contains(u"settings"_s));
    QVERIFY(!reachableFrom(u"store"_s).contains(u"scan"_s));
    for (const QString &library : arrows().keys())
        QVERIFY2(!reachableFrom(library).contains(library), qPrintable(library)); // no circles
}

void TestRules::commentsAndLiteralsAreNoCode()
{
    const QString text =
        u"int a = 60'000; // tr(\"x\")\nchar q = '\"'; /* tr(\n */ auto s = \"tr(\\\"\"; b();\n"
        u"auto r = R\"x(tr(\")\")x\"; c();\n"_s;
    const QString code = withoutCommentsAndLiterals(text);
    QCOMPARE(code.size(), text.size());
    QCOMPARE(code.count(u'\n'), text.count(u'\n'));
    QVERIFY(!code.contains("tr("_L1));
    QVERIFY(code.contains("60'000"_L1));
    QVERIFY(code.contains("b();"_L1));
    QVERIFY(code.contains("c();"_L1));
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
