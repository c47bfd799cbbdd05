// An item that cites several clauses falls under the strongest of them.
#include "shared/records/rectification/item_supervision.h"

#include <catch2/catch.hpp>

using namespace plumb;
using checklist::Force;
using domain::Supervision;

TEST_CASE("an item falls under the strongest clause that it cites, whatever their order") {
    checklist::Item item;
    CHECK(records::supervisionOf(item) == Supervision::improvement);
    const auto cite = [&](const char* ref, Force force) {
        checklist::StandardRef one;
        one.ref = ref;
        one.force = force;
        item.standards.push_back(std::move(one));
        return records::supervisionOf(item);
    };
    CHECK(cite("Q/ABC 001S-2021", Force::recommended) == Supervision::declaration);
    CHECK(cite("T/CAS 1-2020", Force::recommended) == Supervision::association);
    CHECK(cite("GB/T 31600-2015", Force::recommended) == Supervision::improvement);
    CHECK(cite("GB 2763-2026", Force::mandatory) == Supervision::enforcement);
    CHECK(cite("Q/ABC 002S-2021", Force::recommended) == Supervision::enforcement);
}
