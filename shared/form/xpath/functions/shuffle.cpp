#include "shared/form/xpath/functions/shuffle.h"

#include <cmath>
#include <limits>

#include "shared/crypto/hash.h"

namespace plumb::form::xpath {
namespace {

constexpr std::int64_t kModulus = 2'147'483'647;
constexpr std::int64_t kMultiplier = 16'807;

}  // namespace

std::int64_t seedOf(double number) {
    if (std::isnan(number)) return 0;
    if (number >= 9223372036854775807.0) return std::numeric_limits<std::int64_t>::max();
    if (number <= -9223372036854775808.0) return std::numeric_limits<std::int64_t>::min();
    return static_cast<std::int64_t>(number);
}

std::int64_t seedOf(std::string_view text) {
    if (text.empty()) return 0;
    const auto hash = crypto::sha256(text);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = bits << 8 | hash.bytes[i];
    return static_cast<std::int64_t>(bits);
}

NodeSet shuffled(const NodeSet& nodes, std::int64_t seed) {
    std::int64_t state = seed % kModulus;
    if (state <= 0) state += kModulus - 1;
    NodeSet out(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        state = state * kMultiplier % kModulus;
        const double chance = static_cast<double>(state - 1) / static_cast<double>(kModulus - 1);
        // A state of the modulus less one makes the chance 1; the place stays inside all the same.
        const auto place = std::min(static_cast<std::size_t>(chance * static_cast<double>(i + 1)), i);
        out[i] = out[place];
        out[place] = nodes[i];
    }
    return out;
}

}  // namespace plumb::form::xpath
