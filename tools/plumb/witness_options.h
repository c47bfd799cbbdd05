// The witnesses that whoever verifies something names: --witness KEY, --quorum N, or --policy FILE.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "shared/crypto/witness_policy.h"

namespace plumb::cli {

struct WitnessOptions {
    std::vector<std::string> keys;
    std::string policy;
    std::size_t quorum = 1;
};
void addWitnesses(CLI::App& command, WitnessOptions& options);
// None where nobody is named. Errors: those of WitnessPolicy, of reading the file.
Result<std::optional<crypto::WitnessPolicy>> policyOf(const WitnessOptions& options);
json::array cosignedArray(const crypto::Cosigned& cosigned);

}  // namespace plumb::cli
