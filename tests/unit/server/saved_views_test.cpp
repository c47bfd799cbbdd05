// Saved views belong to a person, on every machine of hers, and no machine undoes what another one saved.
#include <catch2/catch.hpp>

#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

json::object viewOf(const std::string& name, const std::string& query) {
    return {{"name", name}, {"query", query}};
}

Response save(World& world, const Author& by, std::int64_t version, json::array views) {
    const auto body = toText(json::object{{"version", version}, {"reviews", std::move(views)}});
    return world.call({Method::post, "/v1/views", body, {{"content-type", "application/json"}}}, &by);
}

}  // namespace

TEST_CASE("views are kept for their person alone, and over a restart") {
    World world;
    const auto one = world.enrol(domain::Role::supervisor, {"62"}),
               other = world.enrol(domain::Role::supervisor, {"62"});
    CHECK(world.answered(world.get("/v1/views", &one)) == json::object{{"version", 0}, {"reviews", json::array{}}});
    const json::array views{viewOf("我的否决", "veto=1&assigned=me"), viewOf("金昌", "region=6203")};
    CHECK(world.answered(save(world, one, 0, views)).at("version") == 1);
    world.restart();
    CHECK(world.answered(world.get("/v1/views", &one)).at("reviews") == json::value(views));
    CHECK(world.answered(world.get("/v1/views", &other)).at("reviews").get_array().empty());
    CHECK(world.get("/v1/views").status == 401);
}

TEST_CASE("a machine that has not seen the last change does not undo it") {
    World world;
    const auto one = world.enrol(domain::Role::supervisor, {"62"});
    REQUIRE(save(world, one, 0, {viewOf("甲", "veto=1")}).status == 200);
    const auto late = save(world, one, 0, {viewOf("乙", "veto=0")});
    CHECK(late.status == 409);
    CHECK(textOr(world.answered(late, 409), "code") == "views_newer");
    CHECK(save(world, one, 1, {}).status == 200);
    CHECK(world.answered(world.get("/v1/views", &one)).at("reviews").get_array().empty());
}

TEST_CASE("views that are none are refused, and nothing is kept of them") {
    World world;
    const auto one = world.enrol(domain::Role::supervisor, {"62"});
    json::array many;
    for (int i = 0; i < 41; ++i) many.push_back(viewOf(std::to_string(i), ""));
    for (const auto& views :
         {json::array{"veto=1"}, json::array{viewOf("", "veto=1")}, json::array{json::object{{"name", "甲"}}},
          json::array{viewOf("甲", "a"), viewOf("甲", "b")}, json::array{viewOf("甲", std::string(2'001, 'x'))},
          json::array{viewOf(std::string(121, 'x'), "")}, many}) {
        CHECK(textOr(world.answered(save(world, one, 0, views), 400), "code") == "bad_views");
    }
    for (const char* body : {"", "[]", "{", "{\"version\":\"0\",\"reviews\":[]}", "{\"version\":0}"})
        CHECK(world.call({Method::post, "/v1/views", body, {}}, &one).status == 400);
    CHECK(world.answered(world.get("/v1/views", &one)).at("version") == 0);
}
