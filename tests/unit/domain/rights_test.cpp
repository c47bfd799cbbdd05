// Rights are judged against what was established before, never against what a line says of its own place.
#include "shared/domain/rights.h"

#include <catch2/catch.hpp>

using namespace plumb;
using namespace plumb::domain;

namespace {

const Grant kInspector{Role::inspector, {"63"}, {}}, kSupervisor{Role::supervisor, {"62"}, {}},
    kAdmin62{Role::administrator, {"62"}, {}}, kAdmin63{Role::administrator, {"63"}, {}},
    kEnterprise{Role::enterprise, {"62"}, {"s1"}}, kAuditor{Role::auditor, {""}, {}};

record::Payload payload(std::string type, std::string region = "620321", std::string site = "s1") {
    record::Payload out;
    out.type = std::move(type);
    out.region = std::move(region);
    out.site = std::move(site);
    return out;
}

// Sites s1 (published in 620321 at 10, moved to 630106 at 20) and s2 of 620321; an inspection of s2.
struct World {
    FactBook facts;

    World() {
        for (const auto& [site, region, at] :
             {std::tuple("s1", "620321", 10), std::tuple("s2", "620321", 11), std::tuple("s1", "630106", 20)}) {
            auto published = payload("site.published", region, site);
            published.body = {{"id", site}};
            facts.add(published, "admin", static_cast<std::uint64_t>(at));
        }
        auto inspection = payload("inspection.submitted", "620321", "s2");
        inspection.id = "i1";
        facts.add(inspection, "ann", std::uint64_t{12});
    }
    [[nodiscard]] std::string fate(const Grant& grant, const record::Payload& said, LogPlace place = {},
                                   bool ofRoot = false) const {
        const auto grantsOf = [](const std::string&, LogPlace) { return std::vector<Grant>{kAdmin62}; };
        const auto allowed = mayAuthor({"bob", {grant}, ofRoot}, said, place, facts, grantsOf);
        return allowed ? "" : allowed.error().code;
    }
};

record::Payload about(record::Payload line, const char* of) {
    line.body = {{"of", of}};
    return line;
}

}  // namespace

TEST_CASE("who may write what is one table") {
    const World world;
    CHECK(world.fate(kInspector, payload("review.accepted")) == "wrong_role");
    CHECK(world.fate(kSupervisor, payload("inspection.submitted")) == "wrong_role");
    CHECK(world.fate(kAuditor, payload("inspection.submitted")) == "wrong_role");
    CHECK(world.fate(kAdmin62, payload("review.accepted")) == "wrong_role");
    for (const auto& grant : {kInspector, kSupervisor, kAdmin62, kAuditor, kEnterprise})
        CHECK(world.fate(grant, payload("key.enrolled")) == "wrong_role");
}

TEST_CASE("an inspector does not reach a site by writing her own region") {
    const World world;
    CHECK(world.fate(kInspector, payload("inspection.submitted", "630106", "s2")) == "wrong_region");
    CHECK(world.fate(kInspector, payload("inspection.submitted", "620321", "s2")) == "wrong_region");
    CHECK(world.fate(kInspector, payload("inspection.submitted", "630106", "nowhere")) == "site_unknown");
    CHECK(world.fate(kInspector, payload("inspection.submitted", "630106", "")) == "bad_payload");
    CHECK(world.fate(kInspector, payload("inspection.submitted", "6301x6", "s1")) == "bad_payload");
    CHECK(world.fate(kInspector, payload("inspection.submitted", "630106", "s1")).empty());
}

TEST_CASE("whoever was without a network while a site moved did nothing wrong; who knew of the move did") {
    const World world;
    const Grant old{Role::inspector, {"62"}, {}};
    auto line = payload("inspection.submitted", "620321", "s1");
    CHECK(world.fate(old, line, 15).empty());
    line.seen = record::Seen{15, {}};
    CHECK(world.fate(old, line, 30).empty());
    line.seen = record::Seen{21, {}};
    CHECK(world.fate(old, line, 30) == "wrong_region");
    // Before it was published there was no site.
    line.seen.reset();
    CHECK(world.fate(old, line, 10) == "site_unknown");
}

TEST_CASE("what speaks of a record lies where that record lies") {
    const World world;
    CHECK(world.fate(kSupervisor, about(payload("review.accepted", "620321", "s2"), "i1")).empty());
    CHECK(world.fate(kSupervisor, about(payload("review.accepted", "62", "s2"), "i1")) == "wrong_region");
    CHECK(world.fate(kSupervisor, about(payload("review.accepted", "620321", "s1"), "i1")) == "wrong_region");
    CHECK(world.fate(kSupervisor, about(payload("review.accepted", "620321", "s2"), "i2")) == "of_unknown");
    CHECK(world.fate(kSupervisor, payload("review.accepted", "620321", "s2")) == "bad_payload");
    // An amendment moves nothing, and is by the key that signed the record.
    const Grant inspector{Role::inspector, {"62"}, {}};
    CHECK(world.fate(inspector, about(payload("inspection.amended", "620321", "s1"), "i1")) == "wrong_region");
    CHECK(world.fate(inspector, about(payload("inspection.amended", "620321", "s2"), "i1")) == "wrong_role");
}

TEST_CASE("an administrator publishes within her regions, and moves a site only with the right over both") {
    const World world;
    const auto site = [](const char* id, const char* region) {
        auto line = payload("site.published", region, id);
        line.body = {{"id", id}, {"region", region}};
        return line;
    };
    CHECK(world.fate(kAdmin62, site("s9", "620321")).empty());
    CHECK(world.fate(kAdmin62, site("s9", "630106")) == "wrong_region");
    CHECK(world.fate(kAdmin63, site("s2", "630106")) == "wrong_region");
    CHECK(world.fate({Role::administrator, {"62", "63"}, {}}, site("s2", "630106")).empty());
    // A checklist that states no region counts for all that its author administers; another's cannot be taken over.
    auto checklist = payload("checklist.published", "", "");
    checklist.body = {{"id", "c"}};
    CHECK(world.fate(kAdmin63, checklist).empty());
    World later;
    later.facts.add(checklist, "admin", std::uint64_t{40});
    CHECK(later.fate(kAdmin63, checklist) == "wrong_region");
    CHECK(later.fate(kAdmin62, checklist).empty());
    checklist.body.clear();
    CHECK(world.fate(kAdmin63, checklist) == "bad_payload");
}

TEST_CASE("a site lies where its line is judged: what the line publishes is what it says of itself") {
    const World world;
    auto line = payload("site.published", "630106", "s9");
    line.body = {{"id", "s9"}, {"region", "630106"}};
    CHECK(world.fate(kAdmin63, line).empty());
    // Readers take the site from the body.
    line.body["region"] = "620321";
    CHECK(world.fate(kAdmin63, line) == "bad_payload");
    line.body = {{"id", "s2"}, {"region", "630106"}};
    CHECK(world.fate(kAdmin63, line) == "bad_payload");
    line.body = {{"id", "s9"}, {"region", ""}};
    line.region.clear();
    CHECK(world.fate(kAdmin63, line) == "bad_payload");
}

TEST_CASE("a complaint says where it belongs, and is answered from there") {
    World world;
    CHECK(world.fate(kEnterprise, payload("complaint.received", "", "")) == "bad_payload");
    CHECK(world.fate(kSupervisor, payload("complaint.received", "620321", "")).empty());
    CHECK(world.fate(kEnterprise, payload("complaint.received", "620321", "s2")) == "wrong_region");
    auto complaint = payload("complaint.received", "620321", "s2");
    complaint.id = "c1";
    world.facts.add(complaint, "ann", std::uint64_t{30});
    CHECK(world.fate(kSupervisor, about(payload("complaint.answered", "620321", "s2"), "c1")).empty());
    CHECK(world.fate(kAdmin63, about(payload("complaint.answered", "620321", "s2"), "c1")) == "wrong_role");
}

TEST_CASE("what concerns the whole log is written by an administrator whom the root invited") {
    const World world;
    CHECK(world.fate(kAdmin62, payload("log.recovered", "", ""), {}, true).empty());
    CHECK(world.fate(kAdmin62, payload("log.recovered", "", "")) == "wrong_region");
    CHECK(world.fate(kSupervisor, payload("log.recovered", "", ""), {}, true) == "wrong_role");
}

TEST_CASE("a type that is not known may be written by whoever is enrolled, within their own regions") {
    const World world;
    for (const auto& grant : {kInspector, kSupervisor, kAdmin62, kAuditor, kEnterprise}) {
        CHECK(world.fate(grant, payload("weather.observed", "", "")).empty());
        CHECK(world.fate(grant, payload("weather.observed", grant.regions.front(), "")).empty());
    }
    CHECK(world.fate(kInspector, payload("weather.observed", "620321", "s2")) == "wrong_region");
}
