#include "core/posters/sheetpainter.h"
#include "core/posters/sheetsvg_p.h"
#include "core/posters/textfit.h"

#include <QColor>
#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace checkpoint {

namespace {

QString number(double value)
{
    return QString::number(value, 'f', 3);
}

QString point(double x, double y)
{
    return number(x) + u' ' + number(y);
}

QString pathData(const QPainterPath &path)
{
    QString data;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            data += u'M' + point(element.x, element.y);
            break;
        case QPainterPath::LineToElement:
            data += u'L' + point(element.x, element.y);
            break;
        case QPainterPath::CurveToElement:
            data += u'C' + point(element.x, element.y);
            break;
        case QPainterPath::CurveToDataElement:
            data += u' ' + point(element.x, element.y);
            break;
        }
    }
    return data;
}

void writeShape(QXmlStreamWriter &xml, const SheetShape &shape)
{
    xml.writeEmptyElement(u"path"_s);
    xml.writeAttribute(u"d"_s, pathData(shape.path));
    xml.writeAttribute(u"fill"_s, shape.fill ? inkColour(*shape.fill).name() : u"none"_s);
    if (!shape.stroke)
        return;
    xml.writeAttribute(u"stroke"_s, inkColour(*shape.stroke).name());
    xml.writeAttribute(u"stroke-width"_s, number(shape.lineWidth));
    if (shape.dashed) {
        const QString dash = number(8 * shape.lineWidth);
        xml.writeAttribute(u"stroke-dasharray"_s, dash + u' ' + dash);
    } else {
        xml.writeAttribute(u"stroke-linecap"_s, u"round"_s);
        xml.writeAttribute(u"stroke-linejoin"_s, u"round"_s);
    }
}

void writeText(QXmlStreamWriter &xml, const SheetText &text)
{
    xml.writeStartElement(u"text"_s);
    xml.writeAttribute(u"x"_s, number(text.baseline.x()));
    xml.writeAttribute(u"y"_s, number(text.baseline.y()));
    xml.writeAttribute(u"font-size"_s, number(text.size));
    if (text.bold)
        xml.writeAttribute(u"font-weight"_s, u"bold"_s);
    xml.writeAttribute(u"fill"_s, inkColour(text.ink).name());
    xml.writeAttribute(u"textLength"_s, number(text.width));
    xml.writeAttribute(u"lengthAdjust"_s, u"spacingAndGlyphs"_s);
    xml.writeCharacters(text.text);
    xml.writeEndElement();
}

} // namespace

QByteArray sheetSvg(const Sheet &sheet)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(1);
    xml.writeStartDocument();
    xml.writeStartElement(u"svg"_s);
    xml.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
    xml.writeAttribute(u"width"_s, number(sheet.size.width()) + "mm"_L1);
    xml.writeAttribute(u"height"_s, number(sheet.size.height()) + "mm"_L1);
    xml.writeAttribute(u"viewBox"_s,
                       u"0 0 %1 %2"_s.arg(number(sheet.size.width()), number(sheet.size.height())));
    xml.writeAttribute(u"font-family"_s, u"'Noto Sans', 'DejaVu Sans', Arial, sans-serif"_s);
    xml.writeEmptyElement(u"rect"_s);
    xml.writeAttribute(u"width"_s, u"100%"_s);
    xml.writeAttribute(u"height"_s, u"100%"_s);
    xml.writeAttribute(u"fill"_s, u"#ffffff"_s);
    for (const SheetShape &shape : sheet.shapes)
        writeShape(xml, shape);
    for (const SheetSymbol &symbol : sheet.symbols) {
        xml.writeEmptyElement(u"path"_s);
        xml.writeAttribute(u"d"_s, pathData(symbolPath(symbol)));
        xml.writeAttribute(u"fill"_s, u"#000000"_s);
        xml.writeAttribute(u"shape-rendering"_s, u"crispEdges"_s);
    }
    for (const SheetText &text : sheet.texts)
        writeText(xml, text);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace checkpoint
