// A draw whose reveal the log lost with its end: the commitment comes back at another entry, other lines stand behind
// it, and the draw is made anew by them (records/planning/DRAW.md, "After a lost log").
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/store/draws.h"
#include "sync-server/setup/backup.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync::kit;
namespace fs = std::filesystem;

namespace {

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

struct Stand {
    World world;
    server::kit::TempFolder place;
    std::optional<Tablet> admin, supervisor;
    std::optional<server::kit::Author> first, second;
    store::DrawAsked asked;
    std::string draw;

    Stand() {
        world.publish();
        admin.emplace(world, inviteByRoot(world));
        REQUIRE(admin->fate().empty());
        supervisor.emplace(world, world.invite(domain::Role::supervisor, {"62"}, std::chrono::hours(24)));
        first.emplace(world.enrol(domain::Role::inspector, {"62"}));
        second.emplace(world.enrol(domain::Role::inspector, {"62"}));
        asked.region = "6203";
        asked.title = "抽查";
        for (int i = 1; i <= 6; ++i) {
            const auto site = "site-" + std::to_string(i);
            const auto line =
                world.admin().say("site.published", server::kit::siteBody(site, "示范区", "620321"), {site, "620321"});
            REQUIRE(world.fate(line, world.admin()) == "accepted");
            asked.pool.sites["B"].push_back(site);
        }
        asked.ratios = {{"B", 500}};
        for (const auto& author : {*first, *second})
            asked.pool.inspectors.push_back(world.services().trust.personId(author.kid()));
        std::ranges::sort(asked.pool.inspectors);
        REQUIRE(supervisor->fate().empty());
        REQUIRE(admin->fate().empty());
        REQUIRE(server::makeBackup(world.folder(), place.path / "backup"));
        world.pass(std::chrono::hours(24));
    }
    void somethingElse(server::kit::Author& by) {
        const auto line = by.say("standard.feedback", {{"text", "x"}}, {"", "6203"});
        REQUIRE(world.fate(line, by) == "accepted");
    }
    json::object told() { return world.answered(world.get("/v1/query/draws/" + draw, &world.admin())); }
    // By the server's word; it is judged by the server and by what the tablet holds.
    std::optional<records::DrawCheckpoint> deciding() {
        const auto answer = told();
        if (!answer.at("deciding").is_object()) return std::nullopt;
        const auto& object = answer.at("deciding").as_object();
        return records::DrawCheckpoint{object.at("size").to_number<std::uint64_t>(),
                                       Sha256::fromView(*fromBase64(textOr(object, "root"))).value()};
    }
    void loseTheEnd() {
        world.stop();
        fs::copy_file(world.folder().rootKey(), place.path / "root.key");
        fs::remove_all(world.folder().path);
        REQUIRE(server::restoreBackup(place.path / "backup", world.folder()));
        fs::copy_file(place.path / "root.key", world.folder().rootKey());
        world.restart();
        world.pass(std::chrono::hours(24));
        const auto opened =
            sync::Engine(*admin->store, {}, std::make_unique<ToWorld>(world)).recoverLog("the disk died");
        INFO((opened ? "" : opened.error().code + ": " + opened.error().detail));
        REQUIRE(opened);
    }
    store::RecordState stateOf(const record::Line& line) {
        return supervisor->store->recordByHash(line.hash()).value().state;
    }
};

}  // namespace

TEST_CASE("a draw that the log lost is revealed again by what decides it in the new one; the reveal of before is not") {
    Stand at;
    auto& store = *at.supervisor->store;
    const auto committed = store::commitDraw(store, at.asked).value();
    at.draw = idOf(committed);
    REQUIRE(at.supervisor->fate().empty());
    at.somethingElse(*at.first);
    const auto before = at.deciding();
    REQUIRE(before);
    REQUIRE(at.supervisor->fate().empty());
    const auto reveal = store::revealDraw(store, at.draw, *before, {}).value();
    REQUIRE(at.supervisor->fate().empty());
    REQUIRE(textOr(at.told(), "state") == "revealed");
    REQUIRE(at.admin->fate().empty());

    at.loseTheEnd();
    // She brings both back, as every tablet brings back its own lines: only the commitment is taken.
    for (int round = 0; round < 3; ++round) (void)at.supervisor->sync();
    CHECK(at.stateOf(reveal) == store::RecordState::refused);
    CHECK_THAT(store.recordByHash(reveal.hash())->problem, Catch::Contains("checkpoint"));
    CHECK(at.stateOf(committed) != store::RecordState::refused);
    CHECK(textOr(at.told(), "state") == "committed");
    const auto open = store::drawAt(store, at.draw);
    REQUIRE(open);
    CHECK_FALSE(open->revealed);

    // The colleague's line came back behind the commitment, too: it decides the draw anew, by the checkpoint of this
    // log. What decided it there is none of this one's.
    at.somethingElse(*at.second);
    const auto now = at.deciding();
    REQUIRE(now);
    CHECK_FALSE(*now == *before);
    REQUIRE(at.supervisor->fate().empty());
    CHECK(store::revealDraw(store, at.draw, *before, {}).error().code == "checkpoint_wrong");
    const auto again = store::revealDraw(store, at.draw, *now, {}).value();
    REQUIRE(at.supervisor->fate().empty());
    CHECK(at.stateOf(again) == store::RecordState::proved);
    CHECK(textOr(at.told(), "state") == "revealed");
    const auto counts = records::readDrawRevealed(at.told().at("revealed").as_object()).value();
    CHECK(counts.checkpoint == *now);
    CHECK(store::drawAt(store, at.draw)->revealed->checkpoint == *now);
    // It was drawn from the pool of before, by this log: anybody draws the same.
    CHECK(counts.result ==
          records::drawAgain(store::drawAt(store, at.draw)->says, at.asked.pool, *now, counts.excluded).value());
    // Once.
    CHECK(store::revealDraw(store, at.draw, *now, {}).error().code == "draw_revealed");
}
