#include "shared/form/data/path_step.h"

#include <algorithm>
#include <charconv>

namespace plumb::form {

std::optional<PathStep> takeStep(std::string_view& path) {
    if (!path.starts_with('/')) return std::nullopt;
    path.remove_prefix(1);
    PathStep step;
    step.name = path.substr(0, path.find('/'));
    path.remove_prefix(step.name.size());
    if (const auto open = step.name.find('['); open != std::string_view::npos) {
        if (!step.name.ends_with(']')) return std::nullopt;
        const auto digits = step.name.substr(open + 1, step.name.size() - open - 2);
        const auto end = digits.data() + digits.size();
        const auto [last, problem] = std::from_chars(digits.data(), end, step.position);
        if (problem != std::errc() || last != end || step.position == 0) return std::nullopt;
        step.name = step.name.substr(0, open);
    }
    step.attribute = step.name.starts_with('@');
    if (step.attribute) step.name.remove_prefix(1);
    return step;
}

}  // namespace plumb::form
