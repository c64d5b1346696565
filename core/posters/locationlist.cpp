#include "core/posters/locationlist.h"

#include "core/posters/postercontent.h"

#include <QFile>
#include <QList>
#include <QSet>
#include <QStringDecoder>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

struct Record
{
    int line = 1; ///< where it begins
    QStringList cells;

    bool isBlank() const { return cells.size() == 1 && cells.first().trimmed().isEmpty(); }
};

Error wrongLine(int line, const QString &problem)
{
    return {ErrorCode::WrongUse, u"line %1: %2"_s.arg(line).arg(problem)};
}

/// The records of a CSV text, quotes taken off.
Result<QList<Record>> parsedCsv(const QString &text)
{
    QList<Record> records;
    Record record;
    QString cell;
    bool quoted = false;
    int line = 1;
    const auto endCell = [&] {
        record.cells.append(cell);
        cell.clear();
    };
    const auto endRecord = [&] {
        endCell();
        records.append(record);
        record = {line + 1, {}};
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c == u'"' && i + 1 < text.size() && text[i + 1] == u'"')
                cell += text[++i];
            else if (c == u'"')
                quoted = false;
            else
                cell += c;
            line += c == u'\n' ? 1 : 0;
        } else if (c == u'"' && cell.isEmpty()) {
            quoted = true;
        } else if (c == u',') {
            endCell();
        } else if (c == u'\n' || (c == u'\r' && (i + 1 == text.size() || text[i + 1] != u'\n'))) {
            endRecord();
            ++line;
        } else if (c != u'\r') {
            cell += c;
        }
    }
    if (quoted)
        return wrongLine(record.line, u"a quotation mark is not closed"_s);
    if (!cell.isEmpty() || !record.cells.isEmpty())
        endRecord();
    records.removeIf([](const Record &each) { return each.isBlank(); });
    return records;
}

bool isNameOfColumn(const QString &cell)
{
    static const QStringList names{u"name"_s, u"location"_s, u"tên"_s, u"địa điểm"_s, u"vị trí"_s};
    return names.contains(cell.normalized(QString::NormalizationForm_C).trimmed().toLower());
}

/// The column with the names; -1 when there is no header.
int columnOfHeader(const Record &first)
{
    for (qsizetype column = 0; column < first.cells.size(); ++column) {
        if (isNameOfColumn(first.cells[column]))
            return int(column);
    }
    return -1;
}

} // namespace

Result<QStringList> locationsFromCsv(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    if (decoder.hasError())
        return Error{ErrorCode::WrongUse, u"the list is not UTF-8 text"_s};
    Result<QList<Record>> parsed = parsedCsv(text);
    if (!parsed)
        return parsed.error();
    QList<Record> records = *std::move(parsed);
    int column = records.isEmpty() ? -1 : columnOfHeader(records.first());
    const bool hasHeader = column >= 0;
    if (hasHeader)
        records.removeFirst();
    else
        column = 0;

    QStringList names;
    QSet<QString> known;
    for (const Record &record : records) {
        if (!hasHeader && record.cells.size() > 1)
            return wrongLine(record.line, u"several columns, and no header that calls one “name”"_s);
        const Result<QString> name = printableText(record.cells.value(column), u"the location's name"_s);
        if (!name)
            return wrongLine(record.line, name.error().detail);
        if (name->isEmpty())
            return wrongLine(record.line, u"the name is empty"_s);
        if (known.contains(name->toLower()))
            return wrongLine(record.line, u"the name is there twice"_s);
        known.insert(name->toLower());
        names.append(*name);
    }
    if (names.isEmpty())
        return Error{ErrorCode::WrongUse, u"the list has no names"_s};
    return names;
}

Result<QStringList> readLocationList(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::SourceUnreadable, u"%1: %2"_s.arg(path, file.errorString())};
    if (file.size() > largestFile)
        return Error{ErrorCode::WrongUse, u"%1 is no list of locations: it is too large"_s.arg(path)};
    const Result<QStringList> names = locationsFromCsv(file.readAll());
    if (!names)
        return Error{names.error().code, path + u": "_s + names.error().detail};
    return names;
}

} // namespace checkpoint
