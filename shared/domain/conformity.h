// The conformity rate of a campaign of checks with a verdict of three classes, such as the supervision of declared
// enterprise standards: what was excluded leaves the number checked, what conforms with flaws still conforms.
// Exact: rounded once, half up, when it is shown. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

#include "shared/base/result.h"

namespace plumb::domain {

struct CampaignCount {
    std::int64_t drawn = 0;
    std::int64_t excluded = 0;    // such as a standard withdrawn before the check
    std::int64_t conforming = 0;  // 符合
    std::int64_t flawed = 0;      // 符合但存在瑕疵
    std::int64_t failing = 0;     // 不符合
};

struct ConformityRate {
    std::int64_t conforming = 0, checked = 1;

    // In percent with so many decimals (0 to 6), e.g. "63.2"; "100.0".
    [[nodiscard]] std::string percent(int decimals = 1) const;
};

// bad_count where a number is negative or beyond a thousand million, the classes do not add up to what was drawn, or
// nothing was checked.
Result<ConformityRate> conformityRate(const CampaignCount& count);

}  // namespace plumb::domain
