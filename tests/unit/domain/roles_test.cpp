#include "shared/domain/roles.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::domain;

namespace {
record::Payload payload(std::string type, std::string region = "620321", std::string site = "s1") {
    record::Payload out;
    out.type = std::move(type);
    out.region = std::move(region);
    out.site = std::move(site);
    return out;
}
std::string refusal(const Grant& grant, const record::Payload& p) {
    const auto allowed = mayAuthor({grant}, p);
    return allowed ? "" : allowed.error().code;
}
const Grant kInspector{Role::inspector, {"6203"}, {}}, kSupervisor{Role::supervisor, {"62"}, {}},
    kAdmin{Role::administrator, {"62"}, {}}, kAuditor{Role::auditor, {""}, {}},
    kEnterprise{Role::enterprise, {}, {"s1"}};
}  // namespace

TEST_CASE("who may write what is one table") {
    CHECK(refusal(kInspector, payload("inspection.submitted")).empty());
    CHECK(refusal(kInspector, payload("review.accepted")) == "wrong_role");
    CHECK(refusal(kInspector, payload("inspection.submitted", "620921")) == "wrong_region");
    CHECK(refusal(kSupervisor, payload("review.returned")).empty());
    CHECK(refusal(kSupervisor, payload("inspection.submitted")) == "wrong_role");
    CHECK(refusal(kSupervisor, payload("review.returned", "630100")) == "wrong_region");
    CHECK(refusal(kAdmin, payload("checklist.published", "")).empty());
    CHECK(refusal(kAdmin, payload("review.accepted")) == "wrong_role");
    CHECK(refusal(kEnterprise, payload("assessment.submitted")).empty());
    CHECK(refusal(kEnterprise, payload("assessment.submitted", "620321", "s2")) == "wrong_region");
    CHECK(refusal(kAuditor, payload("inspection.submitted")) == "wrong_role");
    CHECK(refusal(kAuditor, payload("key.enrolled")) == "wrong_role");
}

TEST_CASE("no role lets anybody enroll a key: only the chain of trust decides that") {
    for (const auto& grant : {kInspector, kSupervisor, kAdmin, kAuditor, kEnterprise})
        CHECK(refusal(grant, payload("key.enrolled")) == "wrong_role");
}

TEST_CASE(
    "whoever is enrolled may write a type that is not known yet, for any place, and it is read as what it may be") {
    CHECK(familyOf("weather.observed") == Family::unknown);
    CHECK(familyOf("inspection.submitted") == Family::field);
    for (const auto& grant : {kInspector, kSupervisor, kAdmin, kAuditor, kEnterprise}) {
        CHECK(refusal(grant, payload("weather.observed")).empty());
        CHECK(refusal(grant, payload("weather.observed", "110000", "s9")).empty());
        // The same place holds for a type that is known and regional.
        CHECK_FALSE(refusal(grant, payload("inspection.submitted", "110000", "s9")).empty());
    }
    // Passed on to whom the place concerns, never to everybody, as trust and reference are.
    CHECK(mayRead({kInspector}, "weather.observed", "620321", "s9", false));
    CHECK_FALSE(mayRead({kInspector}, "weather.observed", "620921", "s9", false));
    CHECK(mayRead({kEnterprise}, "weather.observed", "620921", "s1", false));
    CHECK_FALSE(mayRead({kEnterprise}, "weather.observed", "620321", "s2", false));
}

TEST_CASE("a region that is no code is a malformed record, not a right") {
    CHECK(refusal(kInspector, payload("inspection.submitted", "62032")) == "bad_payload");
    CHECK(refusal(kInspector, payload("inspection.submitted", "6203x1")) == "bad_payload");
}

TEST_CASE("readers see their own, their region, their site; everybody sees reference and trust") {
    CHECK(mayRead({kInspector}, "inspection.submitted", "620321", "s9", false));
    CHECK_FALSE(mayRead({kInspector}, "inspection.submitted", "620921", "s9", false));
    CHECK(mayRead({kInspector}, "inspection.submitted", "620921", "s9", true));
    CHECK(mayRead({kEnterprise}, "inspection.submitted", "620921", "s1", false));
    CHECK_FALSE(mayRead({kEnterprise}, "inspection.submitted", "620921", "s2", false));
    CHECK(mayRead({kEnterprise}, "checklist.published", "", "", false));
    CHECK(mayRead({kAuditor}, "complaint.received", "110000", "", false));
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
