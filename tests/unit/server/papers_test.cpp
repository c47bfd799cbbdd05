// Papers that the server makes: whose they are to read, what names them, and how many at once. That the bytes are those
// of `plumb print` is held by tests/e2e/papers.mjs.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Printed {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));
    Author elsewhere = world.enrol(domain::Role::inspector, {"63"});
    std::string id;

    Printed() {
        const auto line = inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"});
        if (world.fate(line, inspector) != "accepted") throw std::runtime_error("refused");
        id = record::parsePayload(line.payload()).value().id;
    }
    Response paper(const std::string& name, const Author* caller, Headers headers = {}) {
        return world.call({Method::get, "/v1/query/records/" + id + "/papers/" + name, "", std::move(headers)}, caller);
    }
    std::string refusal(const Response& response) { return textOr(parseJson(response.body)->get_object(), "code"); }
};

}  // namespace

TEST_CASE("a paper is the record's own, named by its content and by its title") {
    Printed printed;
    const auto paper = printed.paper("inspection_record.pdf", &printed.inspector);
    REQUIRE(paper.status == 200);
    CHECK(paper.body.starts_with("%PDF-"));
    CHECK(paper.header("Content-Type") == "application/pdf");
    CHECK(paper.header("ETag") == "\"" + crypto::sha256(paper.body).hex() + "\"");
    const auto name = paper.header("Content-Disposition");
    CHECK(name.starts_with("inline; filename=\"inspection_record.pdf\"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA"));
    CHECK(name.ends_with(".pdf"));

    CHECK(printed.paper("inspection_record.pdf", &printed.inspector).body == paper.body);
    CHECK(printed.paper("all.pdf", &printed.inspector).body.size() > paper.body.size());
    CHECK(printed.paper("inspection_record.pdf?language=en", &printed.inspector).body != paper.body);
    const auto known = printed.paper("inspection_record.pdf", &printed.inspector,
                                     {{"if-none-match", std::string(paper.header("ETag"))}});
    CHECK(known.status == 304);
    CHECK(known.body.empty());
}

TEST_CASE("papers are for those who may read the record, and are those that there are") {
    Printed printed;
    CHECK(printed.paper("score_sheet.pdf", nullptr).status == 401);
    CHECK(printed.refusal(printed.paper("score_sheet.pdf", &printed.elsewhere)) == "record_unknown");
    CHECK(printed.refusal(printed.paper("rectification_order.pdf", &printed.inspector)) == "no_paper");
    CHECK(printed.refusal(printed.paper("score_sheet", &printed.inspector)) == "no_paper");
    CHECK(printed.refusal(printed.paper("score_sheet.pdf?language=fr", &printed.inspector)) == "bad_query");
    printed.id = "no-such-record";
    CHECK(printed.refusal(printed.paper("score_sheet.pdf", &printed.inspector)) == "record_unknown");
}

TEST_CASE("so many papers are made at once, and others are told to come back") {
    Printed printed;
    {
        const PaperRoom::Place one(printed.world.services().papers), two(printed.world.services().papers);
        REQUIRE(two.taken());
        const auto turnedAway = printed.paper("score_sheet.pdf", &printed.inspector);
        CHECK(turnedAway.status == 503);
        CHECK(turnedAway.header("Retry-After") == "2");
    }
    CHECK(printed.paper("score_sheet.pdf", &printed.inspector).status == 200);
}
