// What becomes of an item that several people fill, each on a device of her own. What a device last gave or took of it
// is its base; the three are compared as texts of one form. One rule for tablet (store/assessment_merge) and browser
// (engine). Pure; any thread.
#pragma once

#include <string_view>

namespace plumb::checklist {

enum class ItemMerge {
    stands,     // nobody else changed it
    agreed,     // changed to the same on both sides
    taken,      // changed elsewhere alone: theirs takes the place of mine
    divergent,  // changed here and elsewhere: a person chooses
};

constexpr ItemMerge mergeItem(std::string_view base, std::string_view mine, std::string_view theirs) {
    if (theirs == base) return ItemMerge::stands;
    if (mine == theirs) return ItemMerge::agreed;
    return mine == base ? ItemMerge::taken : ItemMerge::divergent;
}

}  // namespace plumb::checklist
