#include "shared/domain/complaint_rights.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::domain;

namespace {

using Regions = std::vector<std::string>;

bool reads(const std::vector<Grant>& grants, std::string_view person, std::string_view against, std::string_view region,
           bool own = false) {
    return mayReadComplaint({grants, person}, {kComplaintReceived, region, "s1", against, own});
}

}  // namespace

TEST_CASE("a complaint about people is answered strictly above all their regions, or by nobody here") {
    CHECK(regionAbove({"620321"}) == "6203");
    CHECK(regionAbove({"6203"}) == "62");
    CHECK(regionAbove({"620321", "620322"}) == "6203");
    CHECK(regionAbove({"6203", "620321"}) == "62");
    CHECK(regionAbove({"620321", "620921"}) == "62");
    CHECK_FALSE(regionAbove({"62"}));
    CHECK_FALSE(regionAbove({"620321", "630121"}));
    CHECK_FALSE(regionAbove({""}));
    CHECK_FALSE(regionAbove(Regions{}));
}

TEST_CASE("supervisors of the region read a complaint; no other role, no other region, never whom it is about") {
    const Grant supervisor{Role::supervisor, {"6203"}, {}}, above{Role::supervisor, {"62"}, {}};
    CHECK(reads({supervisor}, "a", "", "620321"));
    CHECK(reads({above}, "a", "b", "6203"));
    CHECK_FALSE(reads({supervisor}, "a", "b", "62"));
    CHECK_FALSE(reads({above}, "b", "b", "6203"));
    CHECK_FALSE(reads({above}, "b", "b", "6203", true));
    for (const auto role : {Role::inspector, Role::administrator, Role::auditor})
        CHECK_FALSE(reads({{role, {""}, {}}}, "a", "", "620321"));
    CHECK_FALSE(reads({{Role::enterprise, {"62"}, {"s1"}}}, "a", "", "620321"));
    CHECK(reads({{Role::inspector, {"62"}, {}}}, "a", "b", "620321", true));
}

TEST_CASE("whom a body complains of is a person only where it says so") {
    CHECK(complainedOf({{"about", {{"kind", "person"}, {"person", "x"}}}}) == "x");
    CHECK(complainedOf({{"about", {{"kind", "office"}, {"person", "x"}}}}).empty());
    CHECK(complainedOf({{"about", 7}}).empty());
    CHECK(complainedOf({}).empty());
}

TEST_CASE("every type of a complaint is read by those who answer alone") {
    for (const auto type : {kComplaintReceived, kComplaintClassified, kComplaintTasked, kComplaintAnswered}) {
        CHECK(isComplaint(type));
        CHECK(recordType(type).family == Family::voice);
        CHECK_FALSE(mayRead({{Role::auditor, {""}, {}}}, type, "620321", "", false));
        CHECK(mayRead({{Role::supervisor, {"62"}, {}}}, type, "620321", "", false));
    }
    CHECK_FALSE(isComplaint("standard.feedback"));
}
