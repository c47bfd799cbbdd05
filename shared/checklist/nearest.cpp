#include "shared/checklist/nearest.h"

#include <algorithm>

namespace plumb::checklist {
namespace {

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view name, const std::vector<std::string_view>& known) {
    if (name.size() > 64) return {};
    const std::size_t bound = std::max<std::size_t>(1, name.size() / 3);
    std::string_view best;
    std::size_t least = bound + 1;
    for (const auto candidate : known) {
        if (candidate.size() > name.size() + bound || candidate.size() + bound < name.size()) continue;
        const auto edits = distance(name, candidate);
        if (edits < least) {
            least = edits;
            best = candidate;
        }
    }
    return best;
}

std::string didYouMean(std::string_view name, const std::vector<std::string_view>& known) {
    const auto meant = nearest(name, known);
    return meant.empty() ? std::string() : "; did you mean \"" + std::string(meant) + "\"?";
}

}  // namespace plumb::checklist
