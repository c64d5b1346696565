#include "ui/posterview/findingtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace checkpoint {

namespace {

struct FindingWords
{
    Q_DECLARE_TR_FUNCTIONS(FindingWords)
};

QString figure(double value, int decimals = 1)
{
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

QString proofText(const ProofFinding &finding)
{
    switch (finding.kind) {
    case ProofKind::NotReadable:
        return FindingWords::tr("The code cannot be read at %1 dpi. It is not printed.")
            .arg(figure(finding.measured, 0));
    case ProofKind::ReadsOther:
        return FindingWords::tr("The code reads as something else. It is not printed.");
    case ProofKind::SymbolTooSmall:
        return FindingWords::tr("The code would be %1 mm wide; this layout needs %2 mm. Choose a larger one.")
            .arg(figure(finding.measured), figure(finding.wanted));
    case ProofKind::SymbolUnadvised:
        return FindingWords::tr("The code is %1 mm wide. On a wall %2 mm are advised.")
            .arg(figure(finding.measured, 0), figure(finding.wanted, 0));
    case ProofKind::ModulesTooSmall:
        return FindingWords::tr("The squares of the code are %1 mm wide; telephones need %2 mm. Choose a "
                                "larger layout.")
            .arg(figure(finding.measured, 2), figure(finding.wanted, 2));
    case ProofKind::LowContrast:
        return FindingWords::tr("The contrast is too low for reading.");
    case ProofKind::QuietZoneInked:
        return FindingWords::tr("Something is printed too close to the code.");
    }
    Q_UNREACHABLE();
}

QString paperText(const PaperFinding &finding)
{
    switch (finding.kind) {
    case PaperKind::NotReadable:
        return FindingWords::tr(
            "Hold the printed poster up to the camera, so that all of it is in the picture.");
    case PaperKind::OtherPoster:
        return FindingWords::tr("This is another poster of this venue.");
    case PaperKind::UnknownCode:
        return FindingWords::tr("This code was not printed by this desk.");
    case PaperKind::PrintedSmall:
        return FindingWords::tr("Printed at %1 % of its size. Print again without “fit to page”.")
            .arg(figure(finding.scale * 100, 0));
    case PaperKind::PrintedLarge:
        return FindingWords::tr("Printed at %1 % of its size. Print again at 100 %.")
            .arg(figure(finding.scale * 100, 0));
    case PaperKind::SizeUnknown:
        return FindingWords::tr("The right poster, and readable. For its size, show the whole sheet before "
                                "something dark.");
    }
    Q_UNREACHABLE();
}

} // namespace checkpoint
