#include "core/store/lastcommit.h"

#include "core/store/connection.h"

#include <QByteArray>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

// Always of one length, so that it is replaced whole.
constexpr qsizetype numberSize = 20;
constexpr qsizetype textSize = 3 * (numberSize + 1);
constexpr qsizetype sumSize = 5;

QString noteFile(const QString &folder)
{
    return QDir(folder).filePath(u"checkpoint.last"_s);
}

QByteArray sumOf(const QByteArray &text)
{
    return QByteArray::number(qChecksum(text)).rightJustified(sumSize, '0');
}

} // namespace

RecordEnd recordEnd(Connection &connection)
{
    RecordEnd end;
    Statement row = connection.query(u"SELECT (SELECT max(seq) FROM ledger), seq, at_ms FROM entry "
                                     "ORDER BY seq DESC LIMIT 1"_s);
    if (row.next())
        return {row.integer(0), row.integer(1), row.integer(2)};
    Statement lines = connection.query(u"SELECT coalesce(max(seq), 0) FROM ledger"_s);
    if (lines.next())
        end.ledgerLine = lines.integer(0);
    return end;
}

void LastCommit::begin(const QString &folder)
{
    m_file.close();
    m_file.setFileName(noteFile(folder));
    if (m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void LastCommit::note(Connection &connection)
{
    if (!m_file.isOpen())
        return;
    const RecordEnd end = recordEnd(connection);
    if (connection.failure())
        return;
    QByteArray text;
    for (const qint64 number : {end.ledgerLine, end.entry, end.atUtcMs})
        text += QByteArray::number(number).rightJustified(numberSize, ' ') + ' ';
    m_file.seek(0);
    m_file.write(text + sumOf(text) + '\n');
}

std::optional<RecordEnd> LastCommit::noted(const QString &folder)
{
    QFile file(noteFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = file.read(textSize + sumSize);
    const QByteArray text = line.first(qMin(line.size(), textSize));
    const QList<QByteArray> numbers = text.simplified().split(' ');
    if (numbers.size() != 3 || line != text + sumOf(text))
        return std::nullopt;
    return RecordEnd{numbers[0].toLongLong(), numbers[1].toLongLong(), numbers[2].toLongLong()};
}

void LastCommit::forget(const QString &folder)
{
    QFile::remove(noteFile(folder));
}

} // namespace checkpoint
