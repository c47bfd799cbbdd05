#include "shared/domain/supervision.h"

#include <algorithm>
#include <array>

#include "shared/domain/standard_number.h"

namespace plumb::domain {
namespace {

constexpr std::array<std::string_view, kSupervisions> kNames{"enforcement", "improvement", "association",
                                                             "declaration"};

}  // namespace

std::string_view supervisionName(Supervision supervision) {
    return kNames[static_cast<std::size_t>(supervision)];
}

std::optional<Supervision> supervisionNamed(std::string_view name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) return std::nullopt;
    return static_cast<Supervision>(found - kNames.begin());
}

Supervision supervisionOf(std::string_view ref, bool mandatory) {
    const auto number = parseStandardNumber(ref);
    if (number && number->family == StandardFamily::association) return Supervision::association;
    if (number && number->family == StandardFamily::enterprise) return Supervision::declaration;
    const bool can = !number || number->mayBeMandatory();
    return mandatory && can ? Supervision::enforcement : Supervision::improvement;
}

}  // namespace plumb::domain
