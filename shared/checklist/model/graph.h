// Who depends on whom. A node is a section's relevance, an item's relevance, a question (its relevance and value
// together) or an item's outcome. Built once by the loader in a stable topological order, so that one pass over the
// nodes that a change reached, in ascending order, recomputes each of them once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace plumb::checklist {

struct Node {
    enum class Kind : std::uint8_t { section, item, question, outcome };
    Kind kind = Kind::section;
    std::size_t index = 0;  // into the checklist's list of that kind

    friend bool operator==(const Node&, const Node&) = default;
};

struct Graph {
    std::vector<Node> order;  // topological
    // Per place in `order`: the places to recompute after it, ascending.
    [[nodiscard]] std::span<const std::uint32_t> readersOf(std::size_t place) const {
        return std::span(readers).subspan(readersFrom[place], readersFrom[place + 1] - readersFrom[place]);
    }
    std::vector<std::uint32_t> readers, readersFrom;  // all of them in one list, and where each place's begin
    std::vector<std::uint32_t> sectionPlace, itemPlace, questionPlace, outcomePlace;
};

}  // namespace plumb::checklist
