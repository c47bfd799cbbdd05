#include "sync-server/query/small_cells.h"

#include <cstddef>

namespace plumb::server {

std::string_view shownName(Shown shown) {
    switch (shown) {
        case Shown::yes:
            return "yes";
        case Shown::few:
            return "few";
        case Shown::beside:
            return "beside";
    }
    return "";
}

std::vector<Shown> guardCells(std::span<const std::int64_t> counts) {
    std::vector<Shown> out(counts.size(), Shown::yes);
    std::int64_t held = 0;
    std::size_t cells = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] <= 0 || counts[i] >= kFewest) continue;
        out[i] = Shown::few;
        held += counts[i];
        ++cells;
    }
    while (cells > 0 && (cells < 2 || held < kFewest)) {
        std::size_t least = counts.size();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (out[i] == Shown::yes && counts[i] > 0 && (least == counts.size() || counts[i] < counts[least]))
                least = i;
        }
        if (least == counts.size()) break;
        out[least] = Shown::beside;
        held += counts[least];
        ++cells;
    }
    return out;
}

}  // namespace plumb::server
