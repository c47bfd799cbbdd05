#include "shared/base/nearest.h"

#include <algorithm>
#include <vector>

namespace plumb {
namespace {

constexpr std::size_t kLongest = 128;

char small(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Edits from one to the other, swaps of neighbours included; `most + 1` when there are more than `most`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > most) return most + 1;
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        std::size_t best = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = small(a[i - 1]) == small(b[j - 1]);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && small(a[i - 1]) == small(b[j - 2]) && small(a[i - 2]) == small(b[j - 1]))
                now[j] = std::min(now[j], before[j - 2] + 1);
            best = std::min(best, now[j]);
        }
        if (best > most) return most + 1;
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[b.size()];
}

}  // namespace

std::string nearest(std::string_view word, std::span<const std::string> words) {
    if (word.empty() || word.size() > kLongest) return {};
    std::size_t most = std::max<std::size_t>(1, word.size() / 3);
    std::string found;
    for (const std::string& one : words) {
        if (one == word) continue;
        const std::size_t far = distance(word, one, most);
        if (far > most) continue;
        found = one;
        if (far == 0) break;
        most = far - 1;
    }
    return found;
}

std::string didYouMean(std::string_view word, std::span<const std::string> words) {
    const std::string near = nearest(word, words);
    return near.empty() ? near : "did you mean '" + near + "'?";
}

}  // namespace plumb
