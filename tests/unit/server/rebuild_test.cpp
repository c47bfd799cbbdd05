#include <catch2/catch.hpp>

#include "sync-server/ingest/rebuild.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// Everything that a supervisor and an inspector can see of a log.
std::string everything(World& world, const Author& inspector, const Author& supervisor, const std::string& id) {
    std::string out;
    for (const char* target : {"/v1/records", "/v1/query/inspections?status=submitted",
                               "/v1/query/inspections?status=returned", "/v1/query/inspections?status=accepted",
                               "/v1/query/chain", "/log/checkpoint", "/v1/proof/inclusion?index=0"}) {
        out += world.get(target, &inspector).body + world.get(target, &supervisor).body;
    }
    return out + world.get("/v1/query/records/" + id, &supervisor).body;
}

}  // namespace

TEST_CASE("every projection can be made again from the lines alone") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    auto supervisor = world.enrol(domain::Role::supervisor, {"62"});
    std::vector<record::Line> submissions;
    for (int i = 0; i < 4; ++i)
        submissions.push_back(inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"}));
    world.push(submissions, inspector);
    const auto id = record::parsePayload(submissions[1].payload()).value().id;
    for (const char* type : {"review.returned", "review.accepted"}) {
        world.push(
            {supervisor.say(
                type, {{"of", id}, {"hash", submissions[1].hash().hex()}, {"comment", ""}, {"items", json::array{}}},
                {"yongchang-veg", "620321"})},
            supervisor);
    }
    auto again = inspectionBody();
    again["of"] = record::parsePayload(submissions[2].payload()).value().id;
    again["reason"] = "a note was missing";
    REQUIRE(world.fate(inspector.say("inspection.amended", std::move(again), {"yongchang-veg", "620321"}), inspector) ==
            "accepted");
    auto lost = world.enrol(domain::Role::inspector, {"63"});
    auto& admin = world.admin();
    REQUIRE(world.fate(admin.say("key.revoked", {{"key", lost.kid()}, {"reason", "lost"}}), admin) == "accepted");
    inspector.say("standard.feedback", {{"text", "lost: a gap"}});
    world.push({inspector.say("standard.feedback", {{"text", "x"}})}, inspector);
    const auto before = everything(world, inspector, supervisor, id);

    world.stop();
    {
        auto store = kit::openAt(world.folder().database());
        std::uint64_t told = 0;
        const auto read = rebuild(*store, {}, [&](const auto& names, std::uint64_t done, std::uint64_t total) {
            CHECK(names.size() == 23);
            CHECK(done <= total);
            told = done;
        });
        CHECK(read.value() == store->writer().reader().size());
        CHECK(told == *read);
    }
    world.restart();
    CHECK(everything(world, inspector, supervisor, id) == before);
    CHECK(world.services().readers.borrow()->chainTotals().withGaps == 1);
    const auto amended = InspectionRows(*world.services().readers.borrow())
                             .find(record::parsePayload(submissions[2].payload()).value().id);
    REQUIRE(amended);
    CHECK(amended->version == 2);
    CHECK(world.fate(lost.say("standard.feedback", {{"text", "x"}}), admin) == "key_revoked");
}
