// Publication on the server: what may be published, what is due, and what the public would be told that is not so.
#include <catch2/catch.hpp>

#include "shared/records/publication/published.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/published/published_rows.h"
#include "sync-server/projections/sites/site_line.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

struct Case {
    World world;
    Author inspector, supervisor, far;
    record::Line inspection;
    std::string id;

    Case()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          far(world.enrol(domain::Role::supervisor, {"63"})),
          inspection(inspector.say("inspection.submitted", inspectionBody(), kSite)),
          id(record::parsePayload(inspection.payload()).value().id) {
        REQUIRE(world.fate(inspection, inspector) == "accepted");
    }
    void accept() { REQUIRE(review("review.accepted") == "accepted"); }

    records::Publication says() {
        const auto reader = world.services().readers.borrow();
        const auto row = InspectionRows(*reader).find(id).value();
        const auto site = publishedSite(*reader, row.site).value();
        records::InspectedResult inspected;
        inspected.site = row.site;
        inspected.at = row.at;
        inspected.says = row.says;
        inspected.siteName = site.name;
        inspected.siteCode = site.code;
        return {id, row.hash, records::publicationOf(inspected), "县局网站", {}, {}};
    }
    std::string publish(const records::Publication& says, Author& by) {
        return world.fate(
            by.say(says.previous ? "publication.corrected" : "publication.made", records::toBody(says), kSite), by);
    }
    std::string withdraw(Sha256 previous, const std::string& reason = "检查记录已退回") {
        return world.fate(supervisor.say("publication.withdrawn",
                                         records::toBody(records::PublicationWithdrawn{id, previous, reason}), kSite),
                          supervisor);
    }
    std::string review(const char* type) {
        return world.fate(supervisor.say(type, {{"of", id}, {"hash", says().hash.hex()}, {"comment", "重填"}}, kSite),
                          supervisor);
    }
    std::optional<records::PublicationRow> row() { return PublishedRows(*world.services().readers.borrow()).find(id); }
    json::array list(const std::string& state, const Author& by, const char* today = "2026-11-25") {
        return world.answered(world.get("/v1/query/published?state=" + state + "&today=" + std::string(today), &by))
            .at("items")
            .as_array();
    }
};

}  // namespace

TEST_CASE("a result is published as the log has it, by a supervisor of its region, once") {
    Case c;
    const auto says = c.says();
    CHECK(c.publish(says, c.supervisor) == "publication_unready");
    c.accept();
    CHECK(c.publish(says, c.inspector) == "wrong_role");
    CHECK(c.publish(says, c.far) == "wrong_region");
    auto other = says;
    other.result.findings += 1;
    CHECK(c.publish(other, c.supervisor) == "publication_differs");
    other = says;
    other.hash.bytes[0] ^= 1;
    CHECK(c.publish(other, c.supervisor) == "publication_stale");
    other = says;
    other.of = "0198d2c4-7a10-7c3e-8f21-0000000000a9";
    CHECK(c.publish(other, c.supervisor) == "of_unknown");
    other = says;
    other.where = "来电 13800001234";
    CHECK(c.publish(other, c.supervisor) == "publication_personal");
    auto personal = records::toBody(says);
    personal["inspector"] = "王芳";
    CHECK(c.world.fate(c.supervisor.say("publication.made", personal, kSite), c.supervisor) == "bad_payload");
    CHECK(c.publish(says, c.supervisor) == "accepted");
    CHECK(c.publish(says, c.supervisor) == "publication_there");
}

TEST_CASE("what no review accepted, or one returned, is not published") {
    Case c;
    CHECK(c.publish(c.says(), c.supervisor) == "publication_unready");
    REQUIRE(c.review("review.returned") == "accepted");
    CHECK(c.publish(c.says(), c.supervisor) == "publication_unready");
    CHECK(c.list("pending", c.supervisor).empty());
}

TEST_CASE(
    "where the site is called otherwise what was published of it is corrected, or withdrawn and published again") {
    Case c;
    const auto says = c.says();
    c.accept();
    REQUIRE(c.publish(says, c.supervisor) == "accepted");
    CHECK(c.list("published", c.supervisor).size() == 1);
    auto& admin = c.world.admin();
    REQUIRE(c.world.fate(admin.say("site.published", siteBody("yongchang-veg", "丰乐农业公司", "620321"), kSite),
                         admin) == "accepted");
    CHECK(c.list("published", c.supervisor).empty());
    CHECK(c.list("stale", c.supervisor).size() == 1);
    auto again = says;
    again.previous = c.row()->hash;
    again.reason = "更正";
    CHECK(c.publish(again, c.supervisor) == "publication_differs");
    CHECK(c.withdraw(Sha256{}) == "publication_overtaken");
    CHECK(c.withdraw(c.row()->hash, "王芳 13800001234") == "publication_personal");
    CHECK(c.withdraw(c.row()->hash) == "accepted");
    CHECK(c.withdraw(c.row()->hash) == "publication_unknown");
    CHECK(c.list("withdrawn", c.supervisor).size() == 1);
    CHECK(c.list("stale", c.supervisor).empty());
    CHECK(c.publish(c.says(), c.supervisor) == "accepted");
    CHECK(c.list("withdrawn", c.supervisor).empty());
    CHECK(c.list("published", c.supervisor).size() == 1);
}

TEST_CASE("a correction takes the place of the newest publication alone") {
    Case c;
    auto says = c.says();
    c.accept();
    REQUIRE(c.publish(says, c.supervisor) == "accepted");
    const auto first = c.row()->hash;
    says.previous = first;
    says.reason = "公示栏目变更";
    says.where = "省局网站";
    CHECK(c.publish(says, c.supervisor) == "accepted");
    CHECK(c.publish(says, c.supervisor) == "publication_overtaken");
    CHECK(c.row()->version == 2);
    CHECK(c.row()->says.where == "省局网站");
}

TEST_CASE("what is due is listed with its day, and told when that has passed, to staff of the region") {
    Case c;
    const auto pending = c.list("pending", c.supervisor);
    REQUIRE(pending.size() == 1);
    const auto& one = pending[0].as_object();
    const auto due = textOr(one, "due");
    CHECK(textOr(one, "state") == "pending");
    CHECK_FALSE(one.at("ready").as_bool());
    CHECK(textOr(one, "inspection") == c.id);
    CHECK(one.at("says").at("result").at("name").as_string() == c.says().result.name);
    CHECK(c.list("overdue", c.supervisor, due.c_str()).empty());
    const auto after = dayText(parseDay(due).value() + std::chrono::days(1));
    CHECK(c.list("overdue", c.supervisor, after.c_str()).size() == 1);
    CHECK(c.list("pending", c.supervisor, after.c_str()).size() == 1);
    CHECK(c.list("pending", c.far).empty());
    CHECK(c.world.get("/v1/query/published?state=pending", &c.supervisor).status == 400);
    CHECK(c.world.get("/v1/query/published?state=all&today=2026-11-25", &c.supervisor).status == 400);
    REQUIRE(c.review("review.returned") == "accepted");
    CHECK(c.list("pending", c.supervisor).empty());
}
