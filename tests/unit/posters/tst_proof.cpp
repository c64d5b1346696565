#include "core/barcode/qrencoder.h"
#include "core/posters/postercomposer.h"
#include "core/posters/posterproof.h"
#include "tests/unit/posters/venues.h"

#include <QTest>

#include <algorithm>

using namespace checkpoint;
using namespace checkpoint::test;
using namespace Qt::Literals::StringLiterals;

namespace {

Sheet posterSheet(PosterLayout layout = PosterLayout::A5)
{
    const Result<Sheet> sheet = composePosterSheet({venueFixtures().first().content}, {layout, {}, {}});
    return sheet.ok() ? *sheet : Sheet();
}

bool has(const std::vector<ProofFinding> &findings, ProofKind kind)
{
    return std::any_of(findings.begin(), findings.end(),
                       [kind](const ProofFinding &finding) { return finding.kind == kind; });
}

bool mayBePrinted(const std::vector<ProofFinding> &findings)
{
    return std::none_of(findings.begin(), findings.end(),
                        [](const ProofFinding &finding) { return forbidsPrinting(finding.kind); });
}

} // namespace

/// Every fault that can be on a sheet is found before it is printed.
class TestProof : public QObject
{
    Q_OBJECT

private slots:
    void everyLayoutMayBePrinted()
    {
        const QList<VenueFixture> venues = venueFixtures();
        int i = 0;
        for (const auto &[name, options] : allPosterOptions()) {
            if (options.languages == PosterLanguages::English)
                continue;
            const VenueFixture &venue = venues[++i % venues.size()];
            const Result<Sheet> sheet = composePosterSheet({venue.content}, options);
            QVERIFY(sheet.ok());
            const std::vector<ProofFinding> findings = proveSheet(*sheet);
            QVERIFY2(mayBePrinted(findings), qPrintable(name + u", "_s + venue.name));
            // Fifteen centimetres are asked for on a wall: smaller layouts say that they are smaller.
            QCOMPARE(has(findings, ProofKind::SymbolUnadvised), options.layout != PosterLayout::A4);
        }
    }

    void aCodeThatSaysSomethingElseIsFound()
    {
        Sheet sheet = posterSheet();
        sheet.symbols.front().bytes += "x";
        const std::vector<ProofFinding> findings = proveSheet(sheet);
        QVERIFY(has(findings, ProofKind::ReadsOther));
        QVERIFY(!mayBePrinted(findings));
    }

    void aDamagedCodeIsFound()
    {
        Sheet sheet = posterSheet();
        ModuleGrid &modules = sheet.symbols.front().modules;
        for (int row = 0; row < modules.size(); ++row) {
            for (int column = 0; column < modules.size() / 2; ++column)
                modules.setDark(column, row, false);
        }
        QVERIFY(has(proveSheet(sheet), ProofKind::NotReadable));
    }

    void inkInTheQuietZoneIsFound()
    {
        Sheet sheet = posterSheet();
        const SheetSymbol &symbol = sheet.symbols.front();
        QPainterPath dot;
        dot.addRect(symbol.square.left() - 2 * symbol.moduleSize(), symbol.square.center().y(), 0.5, 0.5);
        sheet.shapes.push_back({dot, Ink::Black, std::nullopt, 0, false});
        QVERIFY(has(proveSheet(sheet), ProofKind::QuietZoneInked));
    }

    void aQuietZoneBeyondThePaperIsFound()
    {
        Sheet sheet = posterSheet();
        sheet.symbols.front().square.moveLeft(sheet.symbols.front().moduleSize());
        QVERIFY(has(proveSheet(sheet), ProofKind::QuietZoneInked));
    }

    void aSymbolSmallerThanItsLayoutPromisesIsFound()
    {
        Sheet sheet = posterSheet(PosterLayout::A4);
        QRectF &square = sheet.symbols.front().square;
        const QPointF middle = square.center();
        square.setSize({154, 154});
        square.moveCenter(middle);
        const std::vector<ProofFinding> findings = proveSheet(sheet);
        QVERIFY(has(findings, ProofKind::SymbolTooSmall));
        QVERIFY(!has(findings, ProofKind::SymbolUnadvised));
    }

    void modulesTooSmallForATelephoneAreFound()
    {
        Sheet sheet = posterSheet(PosterLayout::Sticker);
        // A text that nobody would sign: version 33 on a sticker.
        sheet.symbols.front().bytes = QByteArray(1100, 'a');
        sheet.symbols.front().modules = *encodeQr(sheet.symbols.front().bytes, QrErrorCorrection::Quartile);
        QVERIFY(has(proveSheet(sheet), ProofKind::ModulesTooSmall));
    }

    void paleInkIsFound()
    {
        Sheet sheet = posterSheet();
        QPainterPath veil;
        veil.addRect(QRectF(QPointF(), sheet.size));
        // Only the paper can be made darker: the symbol is painted over everything else.
        sheet.shapes.push_back({veil, Ink::Accent, std::nullopt, 0, false});
        QVERIFY(has(proveSheet(sheet), ProofKind::LowContrast));
    }

    void everyCodeOfASheetIsProved()
    {
        Sheet sheet = posterSheet(PosterLayout::A4Four);
        sheet.symbols[2].bytes = "another";
        int found = 0;
        for (const ProofFinding &finding : proveSheet(sheet)) {
            if (finding.kind == ProofKind::ReadsOther) {
                QCOMPARE(finding.symbol, 2);
                ++found;
            }
        }
        QCOMPARE(found, 2); // at both resolutions
    }
};

QTEST_MAIN(TestProof)

#include "tst_proof.moc"
