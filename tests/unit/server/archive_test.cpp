// The archive's index: what was filed away, for how long, and whose term has passed.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/records/reference/retention.h"
#include "sync-server/projections/publications/retention_tables.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/whole_log.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

struct Office {
    World world;
    Author inspector, supervisor, far;

    Office()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          far(world.enrol(domain::Role::supervisor, {"63"})) {}

    std::string inspect(bool accepted = true) {
        const auto line = inspector.say("inspection.submitted", inspectionBody(), kSite);
        REQUIRE(world.fate(line, inspector) == "accepted");
        const auto id = record::parsePayload(line.payload()).value().id;
        if (accepted)
            REQUIRE(world.fate(supervisor.say("review.accepted",
                                              {{"of", id}, {"hash", line.hash().hex()}, {"comment", ""}}, kSite),
                               supervisor) == "accepted");
        return id;
    }
    void archive(const std::string& id, const char* term) {
        world.fate(supervisor.say("rectification.archived", {{"of", id}, {"term", term}}, kSite), supervisor);
    }
    json::array list(const std::string& query, const Author& by) {
        return world.answered(world.get("/v1/query/archive?today=2037-01-01" + query, &by)).at("items").as_array();
    }
};

}  // namespace

TEST_CASE("the index holds what was filed away, and says for how long and whether that has passed") {
    Office office;
    const auto ten = office.inspect(), ever = office.inspect(), open = office.inspect(false);
    CHECK(office.list("", office.supervisor).empty());
    office.archive(ten, "10");
    office.archive(ever, "permanent");
    office.archive(open, "10");  // out of turn: it was not accepted
    const auto all = office.list("", office.supervisor);
    REQUIRE(all.size() == 2);
    CHECK(all[0].at("case").as_string() == ever);
    CHECK(all[0].at("until").is_null());
    CHECK_FALSE(all[0].at("due").as_bool());
    CHECK(all[1].at("case").as_string() == ten);
    CHECK(all[1].at("until").as_string() == "2036-12-31");
    CHECK(all[1].at("archived").as_string() == "2026-11-22");
    CHECK(all[1].at("due").as_bool());
    const auto due = office.list("&due=1", office.supervisor);
    REQUIRE(due.size() == 1);
    CHECK(due[0].at("case").as_string() == ten);
    CHECK(office.world.answered(office.world.get("/v1/query/archive?today=2036-12-31&due=1", &office.supervisor))
              .at("items")
              .as_array()
              .empty());
}

TEST_CASE("nothing is archived for shorter than the terms that hold for its place say, and a term runs as they say") {
    Office office;
    auto& admin = office.world.admin();
    const auto publish = [&](const char* id, const char* region, const char* from, const char* term,
                             records::TermRuns runs = records::TermRuns::archiving) {
        records::Retention says;
        says.id = id;
        says.title = says.source = {"期限表", "Terms"};
        says.where = "档案室";
        says.from = parseDay(from).value();
        says.runs = runs;
        says.terms = {{"supervision", term}};
        return office.world.fate(admin.say("retention.published", records::toBody(says), {"", region}), admin);
    };
    const auto archive = [&](const std::string& id, const char* term) {
        return office.world.fate(office.supervisor.say("rectification.archived", {{"of", id}, {"term", term}}, kSite),
                                 office.supervisor);
    };
    CHECK(publish("qinghai", "63", "2026-01-01", "permanent") == "accepted");
    CHECK(publish("gansu", "62", "2027-01-01", "permanent") == "accepted");
    CHECK(archive(office.inspect(), "10") == "accepted");  // none holds for this place and day
    CHECK(publish("gansu", "62", "2026-01-01", "30") == "accepted");
    const auto one = office.inspect();
    CHECK(archive(one, "10") == "term_short");
    CHECK(archive(one, "30") == "accepted");
    const auto all = office.list("", office.supervisor);
    REQUIRE(all.size() == 2);
    CHECK(all[0].at("until").as_string() == "2056-11-21");
    CHECK(all[1].at("until").as_string() == "2036-11-21");
    const auto page = office.world.get("/v1/retentions?limit=2", &office.far);
    CHECK(page.header("Plumb-More") == "1");
    CHECK_THAT(page.body, Catch::Contains("retention.published") && Catch::Contains("\nproof"));
    CHECK(office.world.get("/v1/retentions").status == 401);
    for (const auto role : {domain::Role::supervisor, domain::Role::inspector}) {
        auto other = office.world.enrol(role, {"62"});
        CHECK(office.world.fate(other.say("retention.published",
                                          parseJson(R"({"id":"x","title":{"zh":"表"},"source":{"zh":"文"},"where":"处",
            "from":"2026-01-01","runs":"next_year","terms":[{"kind":"patrol","term":"10"}]})")
                                              ->get_object(),
                                          {"", "62"}),
                                other) == "wrong_role");
    }
}

TEST_CASE("it is asked by year, kind, term and region, and tells nobody of what she may not read") {
    Office office;
    office.archive(office.inspect(), "30");
    const auto& by = office.supervisor;
    CHECK(office.list("&year=2026&kind=supervision&term=30&region=6203", by).size() == 1);
    for (const auto* other : {"&year=2025", "&kind=acceptance", "&term=10", "&region=63"})
        CHECK(office.list(other, by).empty());
    CHECK(office.list("", office.far).empty());
    for (const auto* bad : {"&year=26", "&term=11", "&due=yes", "&region=x", "&limit=0"})
        CHECK(office.world.get("/v1/query/archive?today=2037-01-01" + std::string(bad), &by).status == 400);
    CHECK(office.world.get("/v1/query/archive", &by).status == 400);
    CHECK(office.world.get("/v1/query/archive?today=2037-01-01").status == 401);
}

TEST_CASE("terms that can be read no more are not passed over, or a case would be archived for too short") {
    WholeLog kept;
    records::Retention says;
    says.id = "gansu";
    says.title = says.source = {"期限表", "Terms"};
    says.where = "档案室";
    says.from = parseDay("2026-01-01").value();
    says.terms = {{"supervision", "permanent"}};
    auto& admin = kept.world.admin();
    REQUIRE(kept.world.fate(admin.say("retention.published", records::toBody(says), {"", "62"}), admin) == "accepted");
    const auto index = kept.world.services().head.get()->size - 1;
    kept.world.stop();
    auto text = kept.lineAt(index);
    text.replace(text.find("permanent"), 9, "sometimes");
    const auto at = " WHERE idx = " + std::to_string(index);
    kept.change("UPDATE lines SET line = " + quotedBytes(text) + at +
                "; UPDATE entries SET hash = " + hexBytes(crypto::sha256(text).hex()) + at);
    const auto store = kit::openAt(kept.world.folder().database());
    CHECK_THROWS_WITH(retentionTables("6203", *store->openReader()), Catch::Contains("retention.published"));
    CHECK(retentionTables("63", *store->openReader()).empty());
}
