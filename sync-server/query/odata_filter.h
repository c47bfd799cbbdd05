// $filter of OData 4.01 (Part 2: URL Conventions, §5.1.1), as far as it is offered: `and`, `or`, `not`, parentheses;
// `eq`, `ne`, `gt`, `ge`, `lt`, `le` between a property and a literal; `contains`, `startswith`, `endswith` of a
// property and a text. Anything else is refused by a sentence that says what there is. Bounded in length, depth and
// terms before it is worked on; what a text says is data and never a query of ours. Pure; any thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"

namespace plumb::server {

enum class ODataType { text, integer, decimal, moment, day };
struct ODataProperty {
    std::string_view name;
    ODataType type = ODataType::text;
};

// Of a row, in the order of its entity's properties; none: null. A day is a text, as 2026-11-29.
using ODataValue = std::variant<std::monostate, std::string, std::int64_t, double, TimePoint>;
using ODataRow = std::vector<ODataValue>;

inline constexpr std::size_t kMostFilterBytes = 2'000, kMostFilterDepth = 20, kMostFilterTerms = 50;

class ODataFilter {
  public:
    // Malformed "bad_query"; unsupported "not_offered" for what the standard has and is not here; both with the place.
    static Result<ODataFilter> parse(std::string_view text, std::span<const ODataProperty> properties);

    // What null is compared with is neither more nor less than it (§5.1.1.1).
    [[nodiscard]] bool holds(const ODataRow& row) const;
    // The text that a property has to be equal to wherever the whole holds; none where nothing says so. By it a list is
    // read from its own index.
    [[nodiscard]] std::optional<std::string> mustEqual(std::size_t property) const;

    // Whether it speaks of these properties alone: then a row needs no other to be judged.
    [[nodiscard]] bool usesOnly(std::span<const std::size_t> properties) const;

  private:
    friend class ODataFilterParser;
    enum class Op { conjunction, disjunction, negation, eq, ne, gt, ge, lt, le, contains, startsWith, endsWith };
    struct Node {
        Op op = Op::eq;
        std::size_t left = 0, right = 0;  // of and, or, not: nodes
        std::size_t property = 0;
        ODataValue value;
    };
    [[nodiscard]] bool holds(const ODataRow& row, std::size_t node) const;

    std::vector<Node> m_nodes;
    std::size_t m_root = 0;
};

}  // namespace plumb::server
