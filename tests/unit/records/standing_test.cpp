#include "shared/records/inspection/standing.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::records;

namespace {
HistoryLine line(std::uint8_t hash, std::string type, std::string kid, json::object body = {}) {
    HistoryLine out;
    out.payload.id = "id" + std::to_string(hash);
    out.payload.type = std::move(type);
    out.payload.body = std::move(body);
    out.hash = Sha256{{hash}};
    out.kid = std::move(kid);
    return out;
}
json::object about(std::uint8_t hash) {
    return {{"of", "id1"}, {"hash", Sha256{{hash}}.hex()}};
}
}  // namespace

TEST_CASE("submitted, returned, amended, accepted") {
    std::vector<HistoryLine> lines{line(1, "inspection.submitted", "ann")};
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    lines.push_back(line(2, "review.returned", "bob", about(1)));
    CHECK(historyOf(lines).status == InspectionStatus::returned);
    lines.push_back(line(3, "inspection.amended", "ann", about(0)));
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
    CHECK(historyOf(lines).version == 2);
    lines.push_back(line(4, "review.accepted", "bob", about(3)));
    CHECK(historyOf(lines).status == InspectionStatus::accepted);
    CHECK(historyOf(lines).newest == 2);
    CHECK(historyOf(lines).reviews == std::vector<std::size_t>{1, 3});
}

TEST_CASE("a review counts only for the version that was read") {
    const std::vector<HistoryLine> lines{line(1, "inspection.submitted", "ann"),
                                         line(2, "inspection.amended", "ann", about(0)),
                                         line(3, "review.accepted", "bob", about(1))};
    CHECK(historyOf(lines).status == InspectionStatus::submitted);
}

TEST_CASE("nobody accepts her own work, nobody amends another's, nothing changes what was accepted") {
    CHECK(historyOf({line(1, "inspection.submitted", "ann"), line(2, "review.accepted", "ann", about(1))}).status ==
          InspectionStatus::submitted);
    CHECK(historyOf({line(1, "inspection.submitted", "ann"), line(2, "inspection.amended", "eve", about(0))}).version ==
          1);
    const auto closed =
        historyOf({line(1, "inspection.submitted", "ann"), line(2, "review.accepted", "bob", about(1)),
                   line(3, "inspection.amended", "ann", about(0)), line(4, "review.returned", "bob", about(1))});
    CHECK(closed.status == InspectionStatus::accepted);
    CHECK(closed.version == 1);
}

TEST_CASE("lines about other records are not part of the history") {
    auto other = about(1);
    other["of"] = "id9";
    CHECK(historyOf({line(1, "inspection.submitted", "ann"), line(2, "review.accepted", "bob", other)}).status ==
          InspectionStatus::submitted);
}
