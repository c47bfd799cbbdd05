#include "shared/checklist/nearest.h"

#include <algorithm>

namespace plumb::checklist {
namespace {

// Insertions, deletions, substitutions and swaps of neighbours, each one edit.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        before.swap(above);
        above.swap(row);
    }
    return above[b.size()];
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
