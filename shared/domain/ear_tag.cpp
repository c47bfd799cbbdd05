#include "shared/domain/ear_tag.h"

#include <algorithm>

#include "shared/domain/code_text.h"

namespace plumb::domain {

std::string_view speciesName(Species species) {
    switch (species) {
        case Species::pig:
            return "pig";
        case Species::cattle:
            return "cattle";
        case Species::sheep:
            return "sheep";
    }
    return "";
}

Result<EarTag> parseEarTag(std::string_view text) {
    const auto bad = [&](const char* why) {
        return fail(ErrorKind::malformed, "bad_ear_tag", "\"" + shortened(text) + "\" is no ear tag's code: " + why);
    };
    EarTag out;
    out.text = std::string(trimmed(text));
    if (out.text.size() != 15 || !std::all_of(out.text.begin(), out.text.end(), isDigit))
        return bad("it has 15 digits");
    if (out.text[0] < '1' || out.text[0] > '3') return bad("it begins with 1 (pig), 2 (cattle) or 3 (sheep)");
    out.species = static_cast<Species>(out.text[0] - '0');
    return out;
}

}  // namespace plumb::domain
