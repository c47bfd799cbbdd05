#include "shared/domain/conformity.h"

#include <algorithm>

namespace plumb::domain {

Result<ConformityRate> conformityRate(const CampaignCount& count) {
    constexpr std::int64_t kMost = 1'000'000'000;
    const auto bad = [](std::string why) { return fail(ErrorKind::malformed, "bad_count", std::move(why)); };
    for (const auto number : {count.drawn, count.excluded, count.conforming, count.flawed, count.failing}) {
        if (number < 0 || number > kMost) return bad("a campaign counts from 0 to 1000000000");
    }
    const auto checked = count.conforming + count.flawed + count.failing;
    if (count.drawn != count.excluded + checked) {
        return bad("of " + std::to_string(count.drawn) + " drawn, " + std::to_string(count.excluded) +
                   " are excluded and " + std::to_string(checked) + " have a verdict: these do not add up");
    }
    if (checked == 0) return bad("nothing was checked, so there is no rate");
    return ConformityRate{count.conforming + count.flawed, checked};
}

std::string ConformityRate::percent(int decimals) const {
    decimals = std::clamp(decimals, 0, 6);
    std::int64_t scale = 1;
    for (int i = 0; i < decimals; ++i) scale *= 10;
    // conforming ≤ 2 × 10⁹, so the product stays below 10¹⁸.
    const std::int64_t rounded = (2 * conforming * 100 * scale + checked) / (2 * checked);
    std::string out = std::to_string(rounded / scale);
    if (decimals > 0) out += "." + std::to_string(scale + rounded % scale).substr(1);
    return out;
}

}  // namespace plumb::domain
