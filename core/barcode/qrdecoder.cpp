#include "core/barcode/qrdecoder.h"

#include "core/barcode/readpass.h"

#include <chrono>

namespace checkpoint {

namespace {

using Clock = std::chrono::steady_clock;

/// The decoding library takes seconds for a picture with hundreds of finder patterns, in each pass.
constexpr std::chrono::seconds patience(3);

} // namespace

DecodedCodes QrDecoder::decode(const LuminanceView &picture) const
{
    DecodedCodes codes;
    if (picture.isEmpty())
        return codes;
    const Clock::time_point deadline = Clock::now() + patience;
    const auto isLate = [deadline] { return Clock::now() > deadline; };
    ReadPasses passes;
    passes.begin(picture);
    // A second code in the picture may need another of the cheap passes than the first one.
    for (const auto pass :
         {ReadPass::Midpoint, ReadPass::MidpointSmaller, ReadPass::LocalAverage, ReadPass::Inverted}) {
        if (isLate())
            break;
        addNewCodes(codes, passes.run(pass));
    }
    for (const auto pass : {ReadPass::Rectified, ReadPass::BlurredSmaller, ReadPass::Blurred,
                            ReadPass::EnlargedCentre, ReadPass::RectifiedInverted, ReadPass::BlurredInverted,
                            ReadPass::SharpenedGently, ReadPass::RectifiedCentre}) {
        if (!codes.empty() || isLate())
            break;
        codes = passes.run(pass);
    }
    return codes;
}

} // namespace checkpoint
