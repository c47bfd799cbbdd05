// A checklist as bureaus write them, of any size: groups of items, each with an answer by choice, what is asked only
// where that is bad, guidance and standards in both languages; every fifth item measures something against limits,
// every seventh computes a value from others, one of each group is asked only where an earlier one was answered so.
#pragma once

#include <string>

namespace plumb::bench {

// `groups` of about the same size. Items are "i0", "i1" …, the first question of each "q0", "q1" ….
std::string fieldChecklist(const std::string& id, int items, int groups);

}  // namespace plumb::bench
