// What followed failed items under their kinds of supervision: the paper, the answers, and how many there are.
#include <catch2/catch.hpp>

#include "shared/records/rectification/referral.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

record::Payload payloadOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value();
}

struct Office {
    World world;
    Author inspector, head;
    std::string person;
    record::Line version;
    std::string id;

    Office()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          head(world.enrol(domain::Role::supervisor, {"62"})),
          person(world.services().trust.personId(head.kid())),
          version(inspector.say("inspection.submitted", body(), kSite)),
          id(payloadOf(version).id) {
        if (world.fate(version, inspector) != "accepted") throw std::runtime_error("the submission was refused");
    }
    // Item 2 cites a statute that binds, item 8 nothing.
    static json::object body() {
        auto out = inspectionBody();
        json::array findings;
        for (const auto* item : {"2", "5", "8"})
            findings.push_back(
                json::object{{"item", item}, {"severity", "minor"}, {"text", "不符合"}, {"due", "2026-12-06"}});
        out["findings"] = std::move(findings);
        return out;
    }
    json::object referral(json::array items, const char* kind = "enforcement", const char* day = "2026-11-22") const {
        return {{"of", id},
                {"hash", version.hash().hex()},
                {"items", std::move(items)},
                {"kind", kind},
                {"to", "市场监管综合行政执法大队"},
                {"number", "永市监移〔2026〕12号"},
                {"day", day},
                {"person", person}};
    }
    std::string refer(json::object body, record::Line* line = nullptr) {
        auto said = head.say(std::string(records::kFindingReferred), std::move(body), kSite);
        if (line) *line = said;
        return world.fate(said, head);
    }
    std::string answer(const record::Line& of, const char* as, const char* text, const char* day = "2026-11-22") {
        json::object body{{"of", payloadOf(of).id}, {"as", as}, {"day", day}, {"person", person}};
        if (*text) body["text"] = text;
        return world.fate(head.say(std::string(records::kReferralAnswered), std::move(body), kSite), head);
    }
    json::object list(const std::string& query = {}) {
        return world.answered(world.get("/v1/query/referrals" + query, &head));
    }
};

}  // namespace

TEST_CASE("an item is referred under the kind of supervision that its standards give it, and under no other") {
    Office office;
    CHECK(office.refer(office.referral({"2"}, "improvement")) == "supervision_differs");
    CHECK(office.refer(office.referral({"8"}, "enforcement")) == "supervision_differs");
    CHECK(office.refer(office.referral({"2", "8"}, "enforcement")) == "supervision_differs");
    CHECK(office.refer(office.referral({"3"})) == "finding_unknown");
    CHECK(office.refer(office.referral({"none"})) == "finding_unknown");
    CHECK(office.refer(office.referral({"2"}, "enforcement", "2026-11-21")) == "referral_day");
    CHECK(office.refer(office.referral({"2"}, "enforcement", "2026-11-24")) == "referral_day");
    auto old = office.referral({"2"});
    old["hash"] = std::string(64, '0');
    CHECK(office.refer(old) == "version_old");
    auto nowhere = office.referral({"2"});
    nowhere["of"] = "0198d2c4-7a10-7c3e-8f21-0000000000ff";
    CHECK(office.refer(nowhere) == "of_unknown");
    auto other = office.referral({"2"});
    other["person"] = "somebody";
    CHECK(office.refer(other) == "wrong_person");
    const auto line = office.inspector.say(std::string(records::kFindingReferred), office.referral({"2"}), kSite);
    CHECK(office.world.fate(line, office.inspector) == "wrong_role");
    CHECK(office.refer(office.referral({"2", "5"})) == "accepted");
    CHECK(office.refer(office.referral({"5"})) == "referral_twice");
    CHECK(office.refer(office.referral({"8"}, "improvement")) == "accepted");
}

TEST_CASE("what was returned to its author is referred to nobody") {
    Office office;
    REQUIRE(office.world.fate(office.head.say("review.returned",
                                              {{"of", office.id},
                                               {"hash", office.version.hash().hex()},
                                               {"comment", "补充照片"},
                                               {"items", json::array{}}},
                                              kSite),
                              office.head) == "accepted");
    CHECK(office.refer(office.referral({"2"})) == "not_reviewable");
}

TEST_CASE("a referral is received, and concluded or declined once") {
    Office office;
    record::Line paper = office.version, again = office.version;
    REQUIRE(office.refer(office.referral({"2"}), &paper) == "accepted");
    CHECK(office.answer(office.version, "received", "") == "referral_unknown");
    CHECK(office.answer(paper, "concluded", "") == "bad_payload");
    CHECK(office.answer(paper, "received", "", "2026-11-21") == "referral_day");
    CHECK(office.answer(paper, "received", "", "2026-12-21") == "referral_day");
    CHECK(office.answer(paper, "received", "") == "accepted");
    CHECK(office.answer(paper, "received", "") == "not_its_turn");
    CHECK(office.answer(paper, "declined", "不属于本机关管辖") == "accepted");
    CHECK(office.answer(paper, "concluded", "已立案") == "referral_over");
    // What was declined may be sent elsewhere.
    REQUIRE(office.refer(office.referral({"2"}), &again) == "accepted");
    CHECK(office.answer(again, "concluded", "已立案") == "accepted");
}

TEST_CASE("referrals are listed with their answers, and counted by kind as far as one reads them") {
    Office office;
    record::Line paper = office.version;
    REQUIRE(office.refer(office.referral({"2", "5"}), &paper) == "accepted");
    REQUIRE(office.refer(office.referral({"8"}, "improvement")) == "accepted");
    REQUIRE(office.answer(paper, "concluded", "已立案") == "accepted");
    const auto all = office.list();
    REQUIRE(all.at("items").as_array().size() == 2);
    const auto& newest = all.at("items").as_array()[0].get_object();
    CHECK(newest.at("kind").as_string() == "improvement");
    CHECK(newest.at("state").as_string() == "referred");
    const auto& first = all.at("items").as_array()[1].get_object();
    CHECK(first.at("state").as_string() == "concluded");
    CHECK(first.at("answers").at(0).at("text").as_string() == "已立案");
    CHECK(first.at("site_name").as_string() != "");
    CHECK(toText(all.at("counts").at("enforcement").as_object()) ==
          R"({"items":2,"referred":0,"received":0,"concluded":1,"declined":0})");
    CHECK(all.at("counts").at("improvement").at("referred").to_number<int>() == 1);
    CHECK(all.at("counts").at("association").at("items").to_number<int>() == 0);
    const auto size = [&](const std::string& query) { return office.list(query).at("items").as_array().size(); };
    CHECK(size("?kind=enforcement") == 1);
    CHECK(size("?open=1") == 1);
    CHECK(size("?state=concluded&year=2026&region=6203&site=yongchang-veg&of=" + office.id) == 1);
    CHECK(size("?year=2025") == 0);
    CHECK(size("?region=63") == 0);
    CHECK(office.list("?year=2025").at("counts").at("enforcement").at("concluded").to_number<int>() == 0);
    for (const auto* bad : {"?kind=gentle", "?state=gone", "?open=yes", "?year=26", "?region=x", "?limit=0"})
        CHECK(office.world.get("/v1/query/referrals" + std::string(bad), &office.head).status == 400);
    const auto far = office.world.enrol(domain::Role::supervisor, {"63"});
    const auto none = office.world.answered(office.world.get("/v1/query/referrals", &far));
    CHECK(none.at("items").as_array().empty());
    CHECK(none.at("counts").at("enforcement").at("concluded").to_number<int>() == 0);
    const auto operatorOfSite = office.world.enrolAt("yongchang-veg");
    CHECK(
        office.world.answered(office.world.get("/v1/query/referrals", &operatorOfSite)).at("items").as_array().empty());
    const auto record = office.world.answered(office.world.get("/v1/query/records/" + office.id, &office.head));
    CHECK(record.at("referrals").as_array().size() == 3);
    CHECK(record.at("disposed").is_null());
}
