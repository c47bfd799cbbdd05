#include "shared/checklist/model/nearest.h"

#include <algorithm>

#include "shared/base/nearest.h"

namespace plumb::checklist {

std::string_view nearest(std::string_view name, const std::vector<std::string_view>& known) {
    const auto meant = plumb::nearest(name, std::vector<std::string>(known.begin(), known.end()));
    const auto found = std::find(known.begin(), known.end(), meant);
    return meant.empty() || found == known.end() ? std::string_view() : *found;
}

std::string didYouMean(std::string_view name, const std::vector<std::string_view>& known) {
    const auto meant = nearest(name, known);
    return meant.empty() ? std::string() : "; did you mean \"" + std::string(meant) + "\"?";
}

}  // namespace plumb::checklist
