// What a record with very many versions costs those who did not write it.
#include <catch2/catch.hpp>

#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

constexpr std::size_t kLong = 190'000;
const Said kSite{"yongchang-veg", "620321"};

struct LongHistory {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author supervisor = world.enrol(domain::Role::supervisor, {"62"});
    record::Line submission = inspector.say("inspection.submitted", inspectionBody(), kSite);
    std::string id = record::parsePayload(submission.payload()).value().id;
    json::object body = inspectionBody(kLong);

    LongHistory() {
        if (world.fate(submission, inspector) != "accepted") throw std::runtime_error("refused");
        body["of"] = id;
        body["reason"] = "corrected";
    }
    record::Line amendment() { return inspector.say("inspection.amended", body, kSite); }
    void amend(int count) {
        std::vector<record::Line> lines;
        for (int i = 0; i < count; ++i) lines.push_back(amendment());
        const auto answer = world.push(lines, inspector);
        for (const auto& result : answer.at("results").get_array()) {
            if (textOr(result.get_object(), "status") != "accepted") throw std::runtime_error(toText(result));
        }
    }
    json::object page() { return world.answered(world.get("/v1/query/records/" + id, &supervisor)); }
};

}  // namespace

// What they cost is a bench: server.amend.growth (tests/bench).
TEST_CASE("a record is amended a hundred and fifty times") {
    LongHistory record;
    record.amend(10);
    record.amend(10);
    for (int i = 0; i < 12; ++i) record.amend(10);
    record.amend(10);
    CHECK(InspectionRows(*record.world.services().readers.borrow()).find(record.id)->version == 151);
}

TEST_CASE("a record's page stays small: what has no room is told by hash, and can be had one by one") {
    LongHistory record;
    for (int i = 0; i < 3; ++i) record.amend(10);
    const auto answer = record.world.get("/v1/query/records/" + record.id, &record.supervisor);
    REQUIRE(answer.status == 200);
    CHECK(answer.body.size() < 4'000'000);
    const auto page = record.page();
    CHECK(page.at("version") == 31);
    CHECK(page.at("earlier") == 0);
    const auto& versions = page.at("versions").get_array();
    REQUIRE(versions.size() == 31);
    CHECK(textOr(versions.front().get_object(), "line") == record.submission.text());
    CHECK(textOr(versions.back().get_object(), "line") == textOr(page, "line"));
    std::size_t told = 0;
    for (const auto& version : versions) {
        const auto& place = version.get_object();
        if (place.contains("line")) continue;
        ++told;
        const auto feed =
            record.world.get("/v1/records?limit=1&after=" + toText(place.at("index")), &record.supervisor);
        const auto space = feed.body.find(' ');
        CHECK(feed.body.substr(0, space) == toText(place.at("index")));
        const auto line = record::Line::parse(feed.body.substr(space + 1, feed.body.find('\n') - space - 1)).value();
        CHECK(line.hash().hex() == textOr(place, "hash"));
    }
    CHECK(told > 15);
    CHECK(told < 25);
}

TEST_CASE("the review that decided has its text however much was written after it") {
    LongHistory record;
    const auto review = [&](const char* type, std::size_t size) {
        return record.supervisor.say(type,
                                     {{"of", record.id},
                                      {"hash", record.submission.hash().hex()},
                                      {"comment", std::string(size, 'x')},
                                      {"items", json::array{}}},
                                     kSite);
    };
    std::vector<record::Line> lines{review("review.accepted", 10)};
    for (int i = 0; i < 20; ++i) lines.push_back(review(i % 2 == 0 ? "review.returned" : "review.accepted", 200'000));
    record.world.push(lines, record.supervisor);
    const auto page = record.page();
    CHECK(textOr(page, "status") == "accepted");
    const auto& reviews = page.at("reviews").get_array();
    REQUIRE(reviews.size() == 21);
    CHECK(textOr(reviews.front().get_object(), "line") == lines.front().text());
    CHECK_FALSE(reviews.at(1).get_object().contains("line"));
}

TEST_CASE("a page lists the newest of very many reviews, and says how many there are beside") {
    LongHistory record;
    const json::object verdict{
        {"of", record.id}, {"hash", record.submission.hash().hex()}, {"comment", "x"}, {"items", json::array{}}};
    std::vector<record::Line> lines;
    for (int i = 0; i < 600; ++i) lines.push_back(record.supervisor.say("review.returned", verdict, kSite));
    record.world.push(lines, record.supervisor);
    for (auto& line : lines) line = record.supervisor.say("review.returned", verdict, kSite);
    record.world.push(lines, record.supervisor);
    const auto page = record.page();
    CHECK(page.at("reviews").get_array().size() == 1000);
    CHECK(page.at("earlier") == 200);
    CHECK(textOr(page.at("reviews").get_array().back().get_object(), "line") == lines.back().text());
    CHECK(textOr(page, "status") == "returned");
}
