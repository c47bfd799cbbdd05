// Draws on the server: decided by a line that is not the drawer's, drawn again at ingest, taken once.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "sync-server/projections/draws/draw_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kHere{"", "6203"};

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

struct Case {
    World world;
    Author supervisor, first, second;
    records::DrawPool pool;
    std::string id;

    Case()
        : supervisor((world.publish(), world.enrol(domain::Role::supervisor, {"62"}))),
          first(world.enrol(domain::Role::inspector, {"6203"})),
          second(world.enrol(domain::Role::inspector, {"62"})) {
        for (int i = 1; i <= 6; ++i) {
            const auto site = "site-" + std::to_string(i);
            const auto line = world.admin().say("site.published", siteBody(site, "示范区", "620321"), {site, "620321"});
            if (world.fate(line, world.admin()) != "accepted") throw std::runtime_error("no site");
            pool.sites[i <= 4 ? "B" : "D"].push_back(site);
        }
        for (const auto* author : {&first, &second}) pool.inspectors.push_back(person(*author));
        std::sort(pool.inspectors.begin(), pool.inspectors.end());
    }
    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    records::DrawCommitted asked() {
        records::DrawCommitted out;
        out.title = "抽查";
        out.pool = crypto::sha256(records::poolText(pool));
        out.strata = {{"B", 4, 250}, {"D", 2, 500}};
        out.inspectors = 2;
        return out;
    }
    void commit(bool withPool = true) {
        const auto text = records::poolText(pool);
        Said said = kHere;
        said.files = {{crypto::sha256(text), text.size(), "text/plain", "pool", {}}};
        const auto line = supervisor.say("draw.committed", records::toBody(asked()), said);
        REQUIRE(world.fate(line, supervisor) == "accepted");
        id = idOf(line);
        if (withPool) world.upload(text, supervisor);
    }
    json::object told() { return world.answered(world.get("/v1/query/draws/" + id, &supervisor)); }
    std::optional<records::DrawCheckpoint> deciding() {
        const auto answer = told();
        if (!answer.at("deciding").is_object()) return std::nullopt;
        const auto& object = answer.at("deciding").as_object();
        return records::DrawCheckpoint{object.at("size").to_number<std::uint64_t>(),
                                       Sha256::fromView(*fromBase64(textOr(object, "root"))).value()};
    }
    void somethingElse(Author& by) {
        const auto line = by.say("standard.feedback", {{"text", "x"}}, kHere);
        REQUIRE(world.fate(line, by) == "accepted");
    }
    records::DrawRevealed drawn(const records::DrawCheckpoint& checkpoint, std::vector<records::Excluded> out = {}) {
        records::DrawRevealed reveal{id, checkpoint, std::move(out), {}};
        reveal.result = records::drawAgain(asked(), pool, checkpoint, reveal.excluded).value();
        return reveal;
    }
    std::string fate(const records::DrawRevealed& reveal) {
        return world.fate(supervisor.say("draw.revealed", records::toBody(reveal), kHere), supervisor);
    }
};

}  // namespace

TEST_CASE("a draw waits for somebody else's line, and is drawn by the log just after it") {
    Case c;
    c.commit();
    CHECK_FALSE(c.deciding());
    CHECK(textOr(c.told(), "state") == "committed");
    c.somethingElse(c.supervisor);  // her own line decides nothing
    CHECK_FALSE(c.deciding());
    c.somethingElse(c.first);
    const auto checkpoint = c.deciding();
    REQUIRE(checkpoint);
    c.somethingElse(c.second);  // nor does a later one change it
    CHECK(c.deciding() == checkpoint);

    auto late = *checkpoint;
    ++late.size;
    CHECK(c.fate(c.drawn(late)) == "checkpoint_wrong");
    auto forged = *checkpoint;
    forged.root.bytes[0] ^= 1;
    CHECK(c.fate(c.drawn(forged)) == "checkpoint_wrong");
    auto old = *checkpoint;
    old.size = 3;
    CHECK(c.fate(c.drawn(old)) == "checkpoint_old");
    auto picked = c.drawn(*checkpoint);
    for (auto& site : picked.result.sites) {
        if (site.stratum == "B") site.site = site.site == "site-1" ? "site-2" : "site-1";
    }
    CHECK(c.fate(picked) == "draw_differs");
    auto reveal = c.drawn(*checkpoint, {{c.drawn(*checkpoint).result.sites[0].site, "已注销"}});
    CHECK(c.fate(reveal) == "accepted");
    CHECK(c.fate(c.drawn(*checkpoint)) == "draw_revealed");
    CHECK(textOr(c.told(), "state") == "revealed");
    CHECK(records::readDrawRevealed(c.told().at("revealed").as_object()).value() == reveal);
    const auto before = c.told();
    c.world.restart();
    CHECK(c.told() == before);
}

TEST_CASE("without its pool, or with another one, nothing is drawn") {
    Case c;
    c.commit(false);
    c.somethingElse(c.first);
    const auto reveal = c.drawn(*c.deciding());
    CHECK(c.fate(reveal) == "file_missing");
    c.world.upload(records::poolText(c.pool), c.supervisor);
    CHECK(c.fate(reveal) == "accepted");
    auto nowhere = reveal;
    nowhere.of = "0198d2c4-7a10-7c3e-8f21-0000000000a1";
    CHECK(c.fate(nowhere) == "of_unknown");
}

TEST_CASE("a pool with sites of other regions or people who do not inspect there is no pool") {
    SECTION("a site that nobody published") {
        Case c;
        c.pool.sites["D"][1] = "site-9";
        c.commit();
        c.somethingElse(c.first);
        CHECK(c.fate(c.drawn(*c.deciding())) == "site_unknown");
    }
    SECTION("a supervisor among the inspectors") {
        Case c;
        c.pool.inspectors = {c.person(c.first), c.person(c.supervisor)};
        std::sort(c.pool.inspectors.begin(), c.pool.inspectors.end());
        c.commit();
        c.somethingElse(c.first);
        CHECK(c.fate(c.drawn(*c.deciding())) == "person_not_inspector");
    }
}

TEST_CASE("draws are listed for staff of the region, newest first") {
    Case c;
    c.commit();
    const auto older = c.id;
    c.commit();
    const auto list = [&](const Author& by, const std::string& more = "") {
        return c.world.answered(c.world.get("/v1/query/draws?limit=1" + more, &by));
    };
    const auto page = list(c.first);
    REQUIRE(page.at("items").as_array().size() == 1);
    CHECK(textOr(page.at("items").as_array()[0].as_object(), "id") == c.id);
    const auto next = list(c.first, "&after=" + std::string(page.at("next").as_string()));
    CHECK(textOr(next.at("items").as_array()[0].as_object(), "id") == older);
    CHECK(next.at("next").is_null());
    const auto far = c.world.enrol(domain::Role::auditor, {"63"});
    CHECK(list(far).at("items").as_array().empty());
    CHECK(c.world.get("/v1/query/draws/" + c.id, &far).status == 404);
    CHECK(c.world.get("/v1/query/draws/none", &c.first).status == 404);
}
