#include "core/barcode/qrdecoder.h"

#include "core/barcode/readpass.h"

namespace checkpoint {

DecodedCodes QrDecoder::decode(const LuminanceView &picture) const
{
    DecodedCodes codes;
    if (picture.isEmpty())
        return codes;
    ReadPasses passes;
    passes.begin(picture);
    // A second code in the picture may need another of the cheap passes than the first one.
    for (const auto pass :
         {ReadPass::Midpoint, ReadPass::MidpointSmaller, ReadPass::LocalAverage, ReadPass::Inverted})
        addNewCodes(codes, passes.run(pass));
    for (const auto pass : {ReadPass::Rectified, ReadPass::SharpenedGently, ReadPass::Sharpened,
                            ReadPass::SharpenedHalf, ReadPass::SharpenedMore, ReadPass::SharpenedHalfMore,
                            ReadPass::EnlargedCentre, ReadPass::RectifiedCentre}) {
        if (!codes.empty())
            break;
        codes = passes.run(pass);
    }
    return codes;
}

} // namespace checkpoint
