// The derived row of an inspection: folded line by line it says what its whole history says.
#include "shared/records/inspection/fold.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::records;

namespace {

struct Line {
    record::Payload payload;
    Sha256 hash;
    std::string kid;
    InspectionSummary summary;
};

Line line(std::uint8_t hash, std::string type, std::string kid, std::int64_t points = 0, json::object body = {}) {
    Line out;
    out.payload.id = "id" + std::to_string(hash);
    out.payload.type = std::move(type);
    out.payload.body = std::move(body);
    out.hash = Sha256{{hash}};
    out.kid = std::move(kid);
    out.summary.points = points;
    return out;
}

bool fold(std::optional<InspectionRow>& row, const Line& line, std::uint64_t place) {
    return foldInspection(row, {line.payload, line.hash, line.kid, place}, &line.summary);
}

json::object about(std::uint8_t hash) {
    return {{"of", "id1"}, {"hash", Sha256{{hash}}.hex()}};
}

}  // namespace

TEST_CASE("the row shows the newest version and the review that it rests on") {
    std::optional<InspectionRow> row;
    REQUIRE(fold(row, line(1, "inspection.submitted", "ann", 70), 4));
    CHECK((row->first == 4 && row->newest == 4 && row->says.points == 70 && !row->decided));
    REQUIRE(fold(row, line(2, "review.returned", "bob", 0, about(1)), 7));
    CHECK(row->status == InspectionStatus::returned);
    CHECK(row->decided == Sha256{{2}});
    REQUIRE(fold(row, line(3, "inspection.amended", "ann", 90, about(0)), 9));
    CHECK((row->first == 4 && row->newest == 9 && row->says.points == 90 && row->version == 2 && !row->decided));
}

TEST_CASE("what is not its turn changes nothing") {
    std::optional<InspectionRow> row;
    CHECK_FALSE(fold(row, line(2, "review.accepted", "bob", 0, about(1)), 1));  // of nothing
    REQUIRE(fold(row, line(1, "inspection.submitted", "ann"), 2));
    const auto before = row;
    CHECK_FALSE(fold(row, line(1, "inspection.submitted", "ann"), 3));             // a second time
    CHECK_FALSE(fold(row, line(4, "inspection.amended", "eve", 1, about(0)), 4));  // not her own
    CHECK_FALSE(fold(row, line(5, "review.accepted", "ann", 0, about(1)), 5));     // her own
    CHECK_FALSE(fold(row, line(6, "review.accepted", "bob", 0, about(9)), 6));     // of another version
    CHECK(row == before);
}

TEST_CASE("which row a line may change") {
    CHECK(inspectionOf(line(1, "inspection.submitted", "ann").payload) == "id1");
    CHECK(inspectionOf(line(2, "review.accepted", "bob", 0, about(1)).payload) == "id1");
    CHECK(inspectionOf(line(2, "site.published", "bob", 0, about(1)).payload).empty());
}
