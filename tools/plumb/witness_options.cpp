#include "tools/plumb/witness_options.h"

#include "shared/base/clock.h"
#include "shared/store/durable_file.h"

namespace plumb::cli {

void addWitnesses(CLI::App& command, WitnessOptions& options) {
    auto* keys = command.add_option("--witness", options.keys,
                                    "Verifier key of a witness that you trust, <name>+<id>+<key>; may be given again");
    command.add_option("--quorum", options.quorum, "How many of them have to have cosigned")
        ->needs(keys)
        ->capture_default_str();
    command.add_option("--policy", options.policy, "The same as a policy file (c2sp.org/tlog-policy)")->excludes(keys);
}

Result<std::optional<crypto::WitnessPolicy>> policyOf(const WitnessOptions& options) {
    if (options.policy.empty() && options.keys.empty()) return std::optional<crypto::WitnessPolicy>();
    auto policy = Result<crypto::WitnessPolicy>(fail(Error{}));
    if (options.policy.empty()) {
        policy = crypto::WitnessPolicy::of(options.keys, options.quorum);
    } else {
        const auto text = store::readWhole(options.policy, 1 << 20);
        if (!text) return fail(text.error());
        policy = crypto::WitnessPolicy::parse(asText(*text));
    }
    if (!policy) return fail(policy.error());
    return std::optional(std::move(*policy));
}

json::array cosignedArray(const crypto::Cosigned& cosigned) {
    json::array out;
    for (const auto& one : cosigned.by)
        out.push_back({{"name", one.name}, {"at", formatInstant({one.at, std::chrono::minutes{0}})}});
    return out;
}

}  // namespace plumb::cli
