// 畜禽标识, the code on an ear tag: one digit of species, six of the county that issued it, eight of serial number.
// Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace plumb::domain {

enum class Species { pig = 1, cattle = 2, sheep = 3 };
std::string_view speciesName(Species species);

struct EarTag {
    std::string text;  // 15 digits
    Species species = Species::pig;

    // Six digits, as issued: a county may have another code today.
    [[nodiscard]] std::string_view region() const { return std::string_view(text).substr(1, 6); }
    [[nodiscard]] std::string_view serial() const { return std::string_view(text).substr(7); }
};

// Blanks around it are dropped. bad_ear_tag with a sentence otherwise.
Result<EarTag> parseEarTag(std::string_view text);

}  // namespace plumb::domain
