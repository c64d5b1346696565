#include "tests/architecture/rules.h"

#include "tests/architecture/arrows.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::architecture {

namespace {

constexpr int longestFile = 450; ///< lines

QString finding(const QString &path, int line, const QString &text)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(text);
}

bool isProduct(const SourceFile &source)
{
    return !source.path.startsWith("tests/"_L1);
}

/// The library that a unit test's folder is about, or nothing.
std::optional<QString> testedLibrary(const QString &path)
{
    const QStringList parts = path.split(u'/');
    if (parts.size() < 4 || parts[0] != "tests"_L1 || parts[1] != "unit"_L1)
        return std::nullopt;
    return parts[2];
}

Findings foldersHaveSources(const SourceTree &tree)
{
    QStringList folders{u"app"_s, u"ui"_s};
    for (const QString &library : requiredLibraries())
        folders << "core/"_L1 + library;
    for (const QString &library : tree.coreFolders())
        folders << "core/"_L1 + library;
    folders.removeDuplicates();
    Findings findings;
    for (const QString &folder : folders) {
        if (!tree.hasSourcesIn(folder))
            findings << folder + ": has no sources"_L1;
        if (folder.startsWith("core/"_L1) && !arrows().contains(folder.mid(5)))
            findings << folder + ": is no library of the table of arrows"_L1;
    }
    return findings;
}

Findings includesFollowTheArrows(const SourceTree &tree)
{
    Findings findings;
    for (const SourceFile &source : tree.sources()) {
        const QString library = libraryOf(source.path);
        const std::optional<QString> tested = testedLibrary(source.path);
        if (library.isEmpty() && !tested)
            continue;
        QSet<QString> allowed = reachableFrom(tested.value_or(library));
        allowed.insert(tested.value_or(library));
        for (const Include &include : source.includes) {
            const QString used = libraryOf(include.target);
            if (!used.isEmpty() && !allowed.contains(used))
                findings << finding(source.path, include.line,
                                    u"%1 may not use %2"_s.arg(tested.value_or(library), used));
        }
    }
    return findings;
}

Findings includesComeFromTheRoot(const SourceTree &tree)
{
    static const QRegularExpression fromRoot(u"^(app|core|ui|tests)/"_s);
    Findings findings;
    for (const SourceFile &source : tree.sources()) {
        for (const Include &include : source.includes) {
            const bool rooted = fromRoot.match(include.target).hasMatch();
            QString wrong;
            if (include.target.contains("../"_L1))
                wrong = u"goes up with ../"_s;
            else if (include.angled)
                wrong = rooted ? u"a header of the project belongs in quotes"_s : QString();
            else if (include.target.endsWith(".moc"_L1))
                continue;
            else if (!rooted)
                wrong = u"does not begin at the root"_s;
            else if (!tree.hasFile(include.target))
                wrong = u"does not exist"_s;
            else if (isProduct(source) && include.target.startsWith("tests/"_L1))
                wrong = u"the program may not use its tests"_s;
            if (!wrong.isEmpty())
                findings << finding(source.path, include.line, include.target + ": "_L1 + wrong);
        }
    }
    return findings;
}

/// What only one library of core may touch.
struct Reserved
{
    QString library;
    QRegularExpression headers;
    QRegularExpression targets;
};

const std::vector<Reserved> &reservedThings()
{
    static const std::vector<Reserved> things{
        {u"barcode"_s, QRegularExpression(u"^ZXing/"_s), QRegularExpression(u"^ZXing::"_s)},
        {u"store"_s, QRegularExpression(u"^(QSql|QtSql|sqlite3)"_s),
         QRegularExpression(u"^(Qt6?::Sql|SQLite3?::.*)$"_s)},
        {u"sync"_s,
         QRegularExpression(
             u"^(QtNetwork|QNetwork|QHttp|QTcp|QUdp|QSsl|QAbstractSocket|QHostAddress|QHostInfo|curl/)"_s),
         QRegularExpression(u"^(Qt6?::Network|CURL::.*)$"_s)},
    };
    return things;
}

Findings reservedThingsStayHome(const SourceTree &tree)
{
    Findings findings;
    for (const Reserved &thing : reservedThings()) {
        const QString where = u"only core/%1 may use it"_s.arg(thing.library);
        for (const SourceFile &source : tree.sources()) {
            if (!isProduct(source) || libraryOf(source.path) == thing.library)
                continue;
            for (const Include &include : source.includes) {
                if (thing.headers.match(include.target).hasMatch())
                    findings << finding(source.path, include.line, include.target + ": "_L1 + where);
            }
        }
        for (const TargetUse &use : tree.targetUses()) {
            if (use.path.startsWith("tests/"_L1) || libraryOf(use.path) == thing.library)
                continue;
            for (const QString &other : use.others) {
                if (thing.targets.match(other).hasMatch())
                    findings << finding(use.path, use.line, other + ": "_L1 + where);
            }
        }
    }
    return findings;
}

Findings codeMatching(const SourceTree &tree, const QRegularExpression &pattern, const QString &folder,
                      const QString &wrong)
{
    Findings findings;
    for (const SourceFile &source : tree.sources()) {
        if (!isProduct(source) || !source.path.startsWith(folder))
            continue;
        auto matches = pattern.globalMatch(source.code);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const int line = int(source.code.left(match.capturedStart()).count(u'\n')) + 1;
            findings << finding(source.path, line, match.captured().trimmed() + ": "_L1 + wrong);
        }
    }
    return findings;
}

Findings coreHasNoWordsForPeople(const SourceTree &tree)
{
    static const QRegularExpression pattern(
        u"\\btr\\s*\\(|\\btranslate\\s*\\(|\\bQT_TR(ANSLATE)?_N?O?OP\\w*|\\bQ_DECLARE_TR_FUNCTIONS\\b|\\bqtTrId\\b"_s);
    return codeMatching(tree, pattern, u"core/"_s, u"sentences belong in ui and app"_s);
}

Findings nothingIsASingleton(const SourceTree &tree)
{
    static const QRegularExpression pattern(
        u"\\bstatic\\s+[\\w:<>*& ]*\\b(instance|self|singleton|global\\w*)\\s*\\("
        u"|^[\\w:<>*& ]+\\b\\w+::(instance|self|singleton)\\s*\\(\\s*\\)\\s*$"
        u"|\\bQ_GLOBAL_STATIC\\w*|\\bQ_APPLICATION_STATIC\\w*"_s,
        QRegularExpression::MultilineOption);
    return codeMatching(tree, pattern, {}, u"objects are made in app and handed down"_s);
}

/// Some scanners send line ends and tabs as Ctrl+M, Ctrl+J and Ctrl+I.
Findings scannersPressNoShortcut(const SourceTree &tree)
{
    static const QRegularExpression pattern(u"\\b(CTRL|ControlModifier)\\b[^;(){}]*\\bKey_[MIJ]\\b"
                                            u"|\\bKey_[MIJ]\\b[^;(){}]*\\b(CTRL|ControlModifier)\\b"_s);
    return codeMatching(tree, pattern, u"ui/"_s, u"some scanners send it for a line end or a tab"_s);
}

Findings headersAreGuarded(const SourceTree &tree)
{
    Findings findings;
    for (const SourceFile &source : tree.sources()) {
        if (source.isHeader() && !source.hasPragmaOnce)
            findings << finding(source.path, 1, u"has no #pragma once"_s);
    }
    return findings;
}

Findings filesAreShort(const SourceTree &tree)
{
    Findings findings;
    for (const SourceFile &source : tree.sources()) {
        if (isProduct(source) && source.lineCount > longestFile)
            findings << finding(
                source.path, longestFile,
                u"%1 lines; more than %2 are two files"_s.arg(source.lineCount).arg(longestFile));
    }
    return findings;
}

/// Libraries that a folder's CMakeLists.txt makes available to its sources, over any number of steps.
QSet<QString> linkedBy(const SourceTree &tree, const QString &library)
{
    QSet<QString> linked;
    QStringList open{library};
    while (!open.isEmpty()) {
        const QString next = open.takeLast();
        for (const TargetUse &use : tree.targetUses()) {
            if (libraryOf(use.path) != next)
                continue;
            for (const QString &project : use.projects) {
                if (!linked.contains(project)) {
                    linked.insert(project);
                    open << project;
                }
            }
        }
    }
    return linked;
}

Findings librariesLinkWhatTheyMay(const SourceTree &tree)
{
    Findings findings;
    for (const TargetUse &use : tree.targetUses()) {
        const QString library = libraryOf(use.path);
        if (library.isEmpty())
            continue;
        QSet<QString> allowed = reachableFrom(library);
        allowed.insert(library); // an alias, or one target of a folder that has several
        for (const QString &project : use.projects) {
            if (!allowed.contains(project))
                findings << finding(use.path, use.line, u"%1 may not link %2"_s.arg(library, project));
        }
    }
    return findings;
}

Findings librariesLinkWhatTheyInclude(const SourceTree &tree)
{
    QMap<QString, QSet<QString>> linked;
    Findings findings;
    for (const SourceFile &source : tree.sources()) {
        const QString library = libraryOf(source.path);
        if (library.isEmpty())
            continue;
        if (!linked.contains(library))
            linked.insert(library, linkedBy(tree, library));
        for (const Include &include : source.includes) {
            const QString used = libraryOf(include.target);
            if (!used.isEmpty() && used != library && !linked.value(library).contains(used))
                findings << finding(source.path, include.line,
                                    u"%1 uses %2, its CMakeLists.txt does not"_s.arg(library, used));
        }
    }
    return findings;
}

Findings unitTestsLinkOneLibrary(const SourceTree &tree)
{
    Findings findings;
    for (const TargetUse &use : tree.targetUses()) {
        const std::optional<QString> tested = testedLibrary(use.path);
        if (!tested)
            continue;
        if (!arrows().contains(*tested)) {
            findings << finding(use.path, use.line, *tested + ": is no library of the table of arrows"_L1);
            continue;
        }
        QSet<QString> allowed = reachableFrom(*tested);
        allowed.insert(*tested);
        for (const QString &project : use.projects) {
            if (arrows().contains(project) && !allowed.contains(project))
                findings << finding(use.path, use.line,
                                    u"a test of %1 may not link %2"_s.arg(*tested, project));
        }
    }
    return findings;
}

Findings topLevelIsAsAgreed(const SourceTree &tree)
{
    static const QSet<QString> agreed{u"CMakeLists.txt"_s,
                                      u"CMakePresets.json"_s,
                                      u"README.md"_s,
                                      u"CONTRIBUTING.md"_s,
                                      u"LICENSE"_s,
                                      u".clang-format"_s,
                                      u".clang-tidy"_s,
                                      u".gitignore"_s,
                                      u".ci"_s,
                                      u"app"_s,
                                      u"core"_s,
                                      u"ui"_s,
                                      u"resources"_s,
                                      u"translations"_s,
                                      u"tests"_s,
                                      u"packaging"_s};
    // what git, a build and an editor may add, and git does not take
    static const QRegularExpression added(
        u"^(\\.git|build(-.*)?|CMakeUserPresets\\.json|\\.cache|\\.vscode|\\.idea)$"_s);
    const QStringList present = tree.topLevel();
    Findings findings;
    for (const QString &name : present) {
        if (!agreed.contains(name) && !added.match(name).hasMatch())
            findings << name + ": is no part of the agreed layout"_L1;
    }
    for (const QString &name : agreed) {
        if (!present.contains(name))
            findings << name + ": is missing"_L1;
    }
    return findings;
}

} // namespace

const std::vector<Rule> &allRules()
{
    static const std::vector<Rule> rules{
        {"foldersHaveSources", foldersHaveSources},
        {"includesFollowTheArrows", includesFollowTheArrows},
        {"includesComeFromTheRoot", includesComeFromTheRoot},
        {"reservedThingsStayHome", reservedThingsStayHome},
        {"coreHasNoWordsForPeople", coreHasNoWordsForPeople},
        {"nothingIsASingleton", nothingIsASingleton},
        {"scannersPressNoShortcut", scannersPressNoShortcut},
        {"headersAreGuarded", headersAreGuarded},
        {"filesAreShort", filesAreShort},
        {"librariesLinkWhatTheyMay", librariesLinkWhatTheyMay},
        {"librariesLinkWhatTheyInclude", librariesLinkWhatTheyInclude},
        {"unitTestsLinkOneLibrary", unitTestsLinkOneLibrary},
        {"topLevelIsAsAgreed", topLevelIsAsAgreed},
    };
    return rules;
}

} // namespace checkpoint::architecture
