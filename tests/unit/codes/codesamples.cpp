#include "tests/unit/codes/codesamples.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

QList<QByteArray> codeSamples()
{
    QStringList paths;
    QDirIterator files(QStringLiteral(CHECKPOINT_TEST_DATA "/codes"), {u"*.txt"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    QList<QByteArray> samples;
    for (const QString &path : std::as_const(paths)) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            samples.append(file.readAll());
    }
    return samples;
}

} // namespace checkpoint
