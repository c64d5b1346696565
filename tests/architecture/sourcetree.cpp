#include "tests/architecture/sourcetree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint::architecture {

namespace {

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll());
}

std::vector<Include> includesOf(const QString &text)
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*(["<])([^">]+)[">])"_s);
    std::vector<Include> includes;
    int line = 0;
    for (const QString &lineText : text.split(u'\n')) {
        ++line;
        const QRegularExpressionMatch match = pattern.match(lineText);
        if (match.hasMatch())
            includes.push_back({match.captured(2), match.captured(1) == "<"_L1, line});
    }
    return includes;
}

/// Where the literal that begins at `start` ends: the place after its closing quote.
qsizetype endOfLiteral(const QString &text, qsizetype start)
{
    const QChar quote = text[start];
    if (quote == u'"' && start > 0 && text[start - 1] == u'R') {
        const qsizetype bracket = text.indexOf(u'(', start);
        const QString closing = u')' + text.mid(start + 1, bracket - start - 1) + u'"';
        const qsizetype end = bracket < 0 ? -1 : text.indexOf(closing, bracket);
        return end < 0 ? text.size() : end + closing.size();
    }
    qsizetype at = start + 1;
    while (at < text.size() && text[at] != quote && text[at] != u'\n')
        at += text[at] == u'\\' ? 2 : 1;
    return std::min(at + 1, text.size());
}

qsizetype endOfComment(const QString &text, qsizetype start)
{
    if (text[start + 1] == u'/') {
        const qsizetype end = text.indexOf(u'\n', start);
        return end < 0 ? text.size() : end;
    }
    const qsizetype end = text.indexOf("*/"_L1, start + 2);
    return end < 0 ? text.size() : end + 2;
}

bool beginsComment(const QString &text, qsizetype at)
{
    return text[at] == u'/' && at + 1 < text.size() && (text[at + 1] == u'/' || text[at + 1] == u'*');
}

bool beginsLiteral(const QString &text, qsizetype at)
{
    if (text[at] == u'"')
        return true;
    // 60'000 is a number
    return text[at] == u'\'' && !(at > 0 && text[at - 1].isLetterOrNumber() && at + 1 < text.size() &&
                                  text[at + 1].isLetterOrNumber() && text.mid(at + 2, 1) != "'"_L1);
}

} // namespace

QString withoutCommentsAndLiterals(const QString &text)
{
    QString code = text;
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at;
        if (beginsComment(text, at))
            end = endOfComment(text, at);
        else if (beginsLiteral(text, at))
            end = endOfLiteral(text, at);
        if (end == at) {
            ++at;
            continue;
        }
        for (; at < end; ++at) {
            if (text[at] != u'\n')
                code[at] = u' ';
        }
    }
    return code;
}

std::vector<TargetUse> targetUses(const QString &path, const QString &text)
{
    static const QRegularExpression comment(u"#[^\\n]*"_s);
    static const QRegularExpression call(u"\\b(checkpoint_\\w+|target_link_libraries)\\s*\\(([^)]*)\\)"_s);
    static const QRegularExpression blanks(u"\\s+"_s);

    QString plain = text;
    plain.remove(comment);
    std::vector<TargetUse> uses;
    auto matches = call.globalMatch(plain);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        TargetUse use;
        use.path = path;
        use.line = int(plain.left(match.capturedStart()).count(u'\n')) + 1;
        use.command = match.captured(1);
        bool inUses = false;
        for (QString word : match.captured(2).split(blanks, Qt::SkipEmptyParts)) {
            word.remove(u'"');
            if (use.target.isEmpty())
                use.target = word.startsWith("checkpoint_"_L1) ? word.mid(11) : word;
            else if (word == word.toUpper() && !word.contains(u':') && !word.contains(u'.'))
                inUses = word == "USES"_L1;
            else if (word.startsWith("checkpoint::"_L1))
                use.projects << word.mid(12);
            else if (use.command == "target_link_libraries"_L1 && word.startsWith("checkpoint_"_L1) &&
                     word != "checkpoint_options"_L1)
                use.projects << word.mid(11);
            else if (inUses)
                use.projects << word;
            else if (word.contains("::"_L1))
                use.others << word;
        }
        uses.push_back(use);
    }
    return uses;
}

SourceTree::SourceTree(const QString &root) : m_root(root)
{
    for (const QString &folder : {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s})
        readFolder(folder);
}

void SourceTree::readFolder(const QString &folder)
{
    const QDir base(m_root);
    QStringList paths;
    QDirIterator files(base.filePath(folder), {u"*.h"_s, u"*.cpp"_s, u"CMakeLists.txt"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths << base.relativeFilePath(files.next());
    paths.sort();

    for (const QString &path : paths) {
        const QString text = textOf(base.filePath(path));
        if (path.endsWith("CMakeLists.txt"_L1)) {
            const std::vector<TargetUse> uses = architecture::targetUses(path, text);
            m_targetUses.insert(m_targetUses.end(), uses.begin(), uses.end());
            continue;
        }
        SourceFile source;
        source.path = path;
        source.code = withoutCommentsAndLiterals(text);
        source.includes = includesOf(text);
        source.lineCount = int(text.count(u'\n'));
        source.hasPragmaOnce = text.contains(
            QRegularExpression(u"^\\s*#\\s*pragma\\s+once\\s*$"_s, QRegularExpression::MultilineOption));
        m_sources.push_back(std::move(source));
    }
}

QStringList SourceTree::topLevel() const
{
    return QDir(m_root).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

QStringList SourceTree::coreFolders() const
{
    return QDir(m_root + "/core"_L1).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

bool SourceTree::hasSourcesIn(const QString &folder) const
{
    return std::any_of(m_sources.begin(), m_sources.end(),
                       [&folder](const SourceFile &source) { return source.path.startsWith(folder + u'/'); });
}

bool SourceTree::hasFile(const QString &path) const
{
    return QFileInfo(m_root + u'/' + path).isFile();
}

} // namespace checkpoint::architecture
