#include "ui/settingsview/expectedfiletext.h"

#include <QCoreApplication>

namespace checkpoint {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ExpectedFileText
{
    Q_DECLARE_TR_FUNCTIONS(ExpectedFileText)
};

QString columnText(ExpectedColumn column)
{
    switch (column) {
    case ExpectedColumn::Name:
        return ExpectedFileText::tr("name");
    case ExpectedColumn::Time:
        return ExpectedFileText::tr("time");
    case ExpectedColumn::Host:
        return ExpectedFileText::tr("whom they visit");
    case ExpectedColumn::Date:
        return ExpectedFileText::tr("day");
    case ExpectedColumn::Phone:
        return ExpectedFileText::tr("phone");
    case ExpectedColumn::BirthYear:
        return ExpectedFileText::tr("year of birth");
    case ExpectedColumn::Purpose:
        return ExpectedFileText::tr("purpose");
    case ExpectedColumn::IdNumber:
        return ExpectedFileText::tr("document number");
    }
    Q_UNREACHABLE();
}

QString faultText(const ExpectedRowFault &fault)
{
    const QString column = columnText(fault.column);
    switch (fault.fault) {
    case TextFault::Empty:
        return ExpectedFileText::tr("%1 is missing").arg(column);
    case TextFault::TooLong:
        return ExpectedFileText::tr("%1 is too long").arg(column);
    case TextFault::ControlCharacters:
        return ExpectedFileText::tr("%1 contains invisible characters").arg(column);
    case TextFault::Invalid:
        return ExpectedFileText::tr("%1 cannot be understood").arg(column);
    }
    Q_UNREACHABLE();
}

QString fileFaultText(ExpectedFileFault fault)
{
    switch (fault) {
    case ExpectedFileFault::Empty:
        return ExpectedFileText::tr("This file is empty.");
    case ExpectedFileFault::TooLarge:
        return ExpectedFileText::tr("The file is too large. Take one with 2 MB at most.");
    case ExpectedFileFault::TooManyRows:
        return ExpectedFileText::tr("There are too many lines in the file. Take 5000 at most.");
    case ExpectedFileFault::NotUtf8:
        return ExpectedFileText::tr("The letters of this file cannot be read. Save it as CSV UTF-8.");
    case ExpectedFileFault::NoNameColumn:
        return ExpectedFileText::tr("There is no column for the name. Call it “name”.");
    case ExpectedFileFault::QuoteNotClosed:
        return ExpectedFileText::tr("A quotation mark in this file is never closed.");
    }
    Q_UNREACHABLE();
}

} // namespace

ExpectedFile expectedFile(const QString &name, const ExpectedCsv &csv)
{
    ExpectedFile file{name, csv.visitors, {}, {}};
    if (csv.fileFault)
        file.wholeFault = fileFaultText(*csv.fileFault);
    for (const ExpectedRowFault &fault : csv.faults)
        file.faults << ExpectedFile::Fault{fault.line, faultText(fault)};
    return file;
}

QByteArray expectedSample(const QDate &day)
{
    const QString date = day.toString(u"dd/MM/yyyy"_s);
    const QStringList rows[] = {{ExpectedFileText::tr("Name"), ExpectedFileText::tr("Day"),
                                 ExpectedFileText::tr("Time"), ExpectedFileText::tr("Host"),
                                 ExpectedFileText::tr("Phone"), ExpectedFileText::tr("Purpose")},
                                {u"Nguyễn Văn Mẫu"_s, date, u"08:30"_s, ExpectedFileText::tr("Room 101"),
                                 u"0900000001"_s, ExpectedFileText::tr("Meeting")},
                                {u"Trần Thị Ví Dụ"_s, date, u"14:00"_s, ExpectedFileText::tr("Room 202"),
                                 u"0900000002"_s, ExpectedFileText::tr("Delivery")}};
    QString table(QChar::ByteOrderMark); // without it a spreadsheet takes the letters for others
    for (const QStringList &row : rows)
        table += row.join(u',') + "\r\n"_L1;
    return table.toUtf8();
}

QString fileNotOpenedText()
{
    return ExpectedFileText::tr("The file cannot be opened.");
}

} // namespace checkpoint
