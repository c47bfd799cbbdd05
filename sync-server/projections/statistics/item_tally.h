// How often each item of a checklist was asked and how it came out, as one text that a row of a table holds: a line an
// item, "<id>\t<asked>\t<part>\t<failed>\n", in the order of the ids, none that was asked nowhere. One row instead of
// one a clause: what an inspection costs the one writer does not grow with its clauses. Pure; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "sync-server/projections/projection.h"

namespace plumb::server {

struct ItemCount {
    std::int64_t asked = 0;  // that came out as pass, part or fail
    std::int64_t part = 0, failed = 0;

    friend bool operator==(const ItemCount&, const ItemCount&) = default;
};
using ItemTally = std::map<std::string, ItemCount, std::less<>>;

// Throws std::runtime_error for what keptText() did not give.
ItemTally readItemTally(std::string_view text);
std::string keptText(const ItemTally& tally);
// Takes in, or (-1) out again, what one record states; what is asked nowhere is not in it.
void count(ItemTally& tally, const ItemTally& record, int by);
// Of one record.
ItemTally tallyOf(std::span<const ItemOutcome> items);

}  // namespace plumb::server
