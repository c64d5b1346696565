#pragma once

#include "core/sync/target.h"

namespace checkpoint {

/// The national platform, and whoever implements its contract (resources/platform/openapi.json): a province's
/// gateway, a hospital's integration bus.
class PlatformTarget final : public Target
{
public:
    HttpRequest request(const SyncTarget &target, const TargetCall &call) const override;
    TargetAnswer interpret(const TargetCall &call, const HttpReply &reply) const override;
};

} // namespace checkpoint
