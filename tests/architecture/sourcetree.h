#pragma once

#include <QMap>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace checkpoint::architecture {

/// An #include line.
struct Include
{
    QString target; ///< what stands between the quotes or the angles
    bool angled = false;
    int line = 0; ///< from 1
};

/// One source or header file of the tree.
struct SourceFile
{
    QString path; ///< from the root: "core/store/entrystore.h"
    QString code; ///< its text with comments and literals blanked, so that line numbers stay
    std::vector<Include> includes;
    int lineCount = 0;
    bool hasPragmaOnce = false;

    bool isHeader() const { return path.endsWith(QLatin1String(".h")); }
};

/// What one CMakeLists.txt says about who uses what.
struct TargetUse
{
    QString path;         ///< of the CMakeLists.txt, from the root
    int line = 0;         ///< where the call begins
    QString command;      ///< "checkpoint_library", "checkpoint_test", "target_link_libraries" …
    QString target;       ///< the target's name, without "checkpoint_"
    QStringList projects; ///< libraries of the project: "store" for USES store and for checkpoint::store
    QStringList others;   ///< everything else with "::" in it: "Qt6::Sql"
};

/// The sources below one root, read once: what the rules of architecture look at.
class SourceTree
{
public:
    explicit SourceTree(const QString &root);

    QString root() const { return m_root; }
    /// Of app, core, ui and tests.
    const std::vector<SourceFile> &sources() const { return m_sources; }
    const std::vector<TargetUse> &targetUses() const { return m_targetUses; }
    /// Names in the root folder, hidden ones included.
    QStringList topLevel() const;
    /// Folders directly in core.
    QStringList coreFolders() const;
    /// True when a source file lies in the folder or below it.
    bool hasSourcesIn(const QString &folder) const;
    bool hasFile(const QString &path) const;

private:
    void readFolder(const QString &folder);

    QString m_root;
    std::vector<SourceFile> m_sources;
    std::vector<TargetUse> m_targetUses;
};

/// The text with comments, strings and characters replaced by blanks; line ends stay.
QString withoutCommentsAndLiterals(const QString &text);

/// The calls of a CMakeLists.txt that name libraries.
std::vector<TargetUse> targetUses(const QString &path, const QString &text);

} // namespace checkpoint::architecture
