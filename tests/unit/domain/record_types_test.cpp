#include "shared/domain/record_types.h"

#include <catch2/catch.hpp>
#include <set>

#include "shared/domain/trust.h"

using namespace plumb;
using namespace plumb::domain;

namespace {
const Grant kInspector{Role::inspector, {"6203"}, {}}, kSupervisor{Role::supervisor, {"62"}, {}},
    kAdmin{Role::administrator, {"62"}, {}}, kAuditor{Role::auditor, {""}, {}},
    kEnterprise{Role::enterprise, {"62"}, {"s1"}};
}  // namespace

TEST_CASE("the table has each family, and a role for every type but the two that the chain of trust decides") {
    CHECK(recordTypes().size() >= 26);
    std::set<Family> families;
    for (const auto& type : recordTypes()) {
        families.insert(type.family);
        CHECK(type.authors.empty() == (type.name == "key.enrolled" || type.name == kDocumentsCertified));
        CHECK(&recordType(type.name) == &type);
    }
    CHECK(families.size() == 9);
    CHECK(familyOf("inspection.submitted") == Family::field);
    CHECK(familyOf("weather.observed") == Family::unknown);
}

TEST_CASE("readers see their own, their region, their site; everybody sees reference and trust") {
    CHECK(mayRead({kInspector}, "inspection.submitted", "620321", "s9", false));
    CHECK_FALSE(mayRead({kInspector}, "inspection.submitted", "620921", "s9", false));
    CHECK(mayRead({kInspector}, "inspection.submitted", "620921", "s9", true));
    CHECK(mayRead({kEnterprise}, "inspection.submitted", "620321", "s1", false));
    CHECK_FALSE(mayRead({kEnterprise}, "inspection.submitted", "630121", "s1", false));
    CHECK_FALSE(mayRead({kEnterprise}, "inspection.submitted", "620921", "s2", false));
    CHECK(mayRead({kEnterprise}, "checklist.published", "", "", false));
    CHECK(mayRead({kEnterprise}, "site.published", "620321", "s1", false));
    CHECK_FALSE(mayRead({kEnterprise}, "site.published", "620321", "s2", false));
    CHECK(mayRead({kInspector}, "site.published", "620921", "s2", false));
    CHECK(mayRead({kEnterprise, kInspector}, "site.published", "620921", "s2", false));
    CHECK(mayRead({kAuditor}, "review.accepted", "110000", "", false));
}

TEST_CASE("an enterprise reads neither complaints nor tasks, and nobody but staff what is not known") {
    for (const char* type : {"standard.feedback", "task.assigned", "draw.revealed", "weather.observed"}) {
        CHECK_FALSE(mayRead({kEnterprise}, type, "620321", "s1", false));
        CHECK(mayRead({kEnterprise}, type, "620321", "s1", true));
        CHECK(mayRead({kInspector}, type, "620321", "s1", false));
        CHECK_FALSE(mayRead({kInspector}, type, "620921", "s1", false));
    }
}

TEST_CASE("grants come back from JSON, and damaged ones are refused") {
    const auto grants = parseGrants(grantsToJson({kInspector, kEnterprise})).value();
    CHECK(grants[0].regions == kInspector.regions);
    CHECK(grants[1].sites == kEnterprise.sites);
    CHECK_FALSE(parseGrants({}));
    CHECK_FALSE(parseGrants(json::array{json::object{{"role", "king"}}}));
    CHECK_FALSE(parseGrants(json::array{json::object{{"role", "inspector"}, {"regions", json::array{"6"}}}}));
    CHECK_FALSE(parseGrants(json::array{json::object{{"role", "inspector"}, {"regions", "62"}}}));
}
