// 统一社会信用代码, the unified social credit code of GB 32100-2015: 18 characters of an alphabet of 31 (no I O S V Z):
// registering authority, kind of body, six digits of region, nine of the body's own code, a check character.
// Pure; any thread. Refusals have the code "bad_credit_code" and a sentence.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::domain {

struct CreditCode {
    std::string text;  // 18 characters, upper case

    // The place of registration at that time. Regions are renamed and merged, codes stay: an old one is no fault.
    [[nodiscard]] std::string_view region() const { return std::string_view(text).substr(2, 6); }
    // 主体标识码, the former organisation code.
    [[nodiscard]] std::string_view body() const { return std::string_view(text).substr(8, 9); }
    // Position 17 is the organisation code's own check (GB 11714). Codes in use exist that miss it: worth a warning, no
    // refusal.
    bool bodyCheckHolds = true;
};

// Blanks around it are dropped and lower case is raised, as people and scanners give it.
Result<CreditCode> parseCreditCode(std::string_view text);

// The check character that belongs to the first 17; '\0' where they are not of the alphabet.
char creditCheck(std::string_view first17);
// The check character that belongs to the first 8 of an organisation code.
char bodyCheck(std::string_view first8);

}  // namespace plumb::domain
