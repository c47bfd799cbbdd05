// What was made in test mode is in the log, proved and readable, and in no list, count or export but that of tests:
// every call is asked before and after, by everybody. And nothing follows it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <regex>
#include <set>

#include "shared/crypto/hash.h"
#include "shared/records/inspection/cosignature.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/task.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

json::object finding() {
    return {{"item", "1"}, {"severity", "minor"}, {"text", "缺记录"}, {"due", "2026-12-06"}};
}

// Calls that hand out lines, their proofs and files, by index, hash or id: there a test is like any other record.
const std::set<std::string_view> kOfLines{"/v1/records",
                                          "/v1/trust",
                                          "/v1/places",
                                          "/v1/proof/inclusion",
                                          "/v1/proof/consistency",
                                          "/v1/checkpoint",
                                          "/v1/files/*",
                                          "/v1/query/chain",
                                          "/v1/query/chains",
                                          "/v1/query/chains/*",
                                          "/v1/query/records/*",
                                          "/v1/query/records/*/previous",
                                          "/v1/query/records/*/papers/*",
                                          "/v1/public/records/*",
                                          "/v1/public/papers/*",
                                          "/log/checkpoint",
                                          "/log/tile/**",
                                          "/healthz",
                                          "/metrics",
                                          "/**"};

// Lists of lines that everybody may read, each page proved against the head.
bool comesWithProof(const std::string& target) {
    const auto path = target.substr(0, target.find('?'));
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"/v1/sites", "/v1/recoveries", "/v1/calendar", "/v1/registers",
                                                "/v1/proposals", "/v1/feedback"},
        [&](std::string_view one) { return path == one; });
}

// What tells of the log's size or proves by its head, and of the list of tests how many there are.
std::string withoutHead(std::string text) {
    static const std::regex tests(R"re("test":\d+)re"), size(R"re("(size|as_of|log_size)":\d+)re");
    text = std::regex_replace(text, tests, "");
    return std::regex_replace(text, size, "");
}

struct Scene {
    World world;
    Author inspector, second, supervisor, administrator, auditor, enterprise;
    std::string real, realHash;

    Scene()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          second(world.enrol(domain::Role::inspector, {"62"})),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})),
          administrator(world.enrol(domain::Role::administrator, {"62"})),
          auditor(world.enrol(domain::Role::auditor, {"62"})),
          enterprise(world.enrolAt("yongchang-veg")) {
        must(administrator.say("round.published",
                               {{"id", "gs-2026"},
                                {"title", {{"zh", "2026 年度自评"}}},
                                {"checklist", inspectionBody().at("checklist")},
                                {"opens", "2026-11-20"},
                                {"closes", "2026-12-05"}},
                               {"", "62"}),
             administrator);
        // Something real in every list.
        auto body = inspectionBody();
        body["findings"] = {finding()};
        const auto line = inspector.say("inspection.submitted", body, kSite);
        must(line, inspector);
        real = idOf(line);
        realHash = line.hash().hex();
        must(supervisor.say("review.accepted", {{"of", real}, {"hash", realHash}, {"comment", ""}}, kSite), supervisor);
    }
    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    void must(const record::Line& line, Author& by) {
        const auto fate = world.fate(line, by);
        INFO(fate);
        REQUIRE(fate == "accepted");
    }
    record::Line inspect(json::object more = {{"test", true}}) {
        auto body = inspectionBody();
        body["findings"] = {finding()};
        for (auto& member : more) body[member.key()] = member.value();
        return inspector.say("inspection.submitted", std::move(body), kSite);
    }
    record::Line assess() {
        auto body = inspectionBody();
        body["kind"] = "self";
        body["round"] = "gs-2026";
        body["party"] = {{"absent", "自评"}};
        body["test"] = true;
        return enterprise.say("assessment.submitted", std::move(body), kSite);
    }

    std::vector<std::string> targets(std::string_view pattern, const std::vector<std::string>& ids) const {
        std::vector<std::string> out{std::string(pattern)};
        for (auto star = out.front().find('*'); star != std::string::npos; star = out.front().find('*')) {
            std::vector<std::string> next, values = ids;
            for (const char* name :
                 {"inspections", "findings", "assessments", "sites", "inspections.csv", "findings.csv",
                  "assessments.csv", "Inspections", "Sites", "gs-2026", "yongchang-veg", "$metadata"})
                values.emplace_back(name);
            for (const auto& one : out) {
                for (const auto& value : values) {
                    auto made = one;
                    made.replace(made.find('*'), 1, value);
                    next.push_back(made);
                }
            }
            out = std::move(next);
        }
        return out;
    }
    // Every call that answers with a list, a count or a table, by its target.
    std::map<std::string, std::string> answers(const Author& reader, const std::vector<std::string>& ids = {}) {
        std::map<std::string, std::string> out;
        for (const auto& route : routes()) {
            if (route.method != Method::get || kOfLines.contains(route.pattern)) continue;
            for (const auto& target : targets(route.pattern, ids)) {
                for (const std::string query : {"",
                                                "?status=submitted",
                                                "?status=accepted",
                                                "?status=returned",
                                                "?status=incomplete",
                                                "?family=assessment",
                                                "?state=submitted",
                                                "?state=reviewed",
                                                "?state=pending&today=2026-12-31",
                                                "?state=overdue&today=2027-01-31",
                                                "?state=published&today=2026-12-31",
                                                "?column=to_order",
                                                "?column=waits",
                                                "?today=2026-12-31",
                                                "?year=2026",
                                                "?year=2026&today=2026-12-31",
                                                "?year=2026&site=yongchang-veg",
                                                "?year=2026&sites=yongchang-veg",
                                                "?region=62",
                                                "?step=submitted&today=2026-12-01",
                                                "?programme=x",
                                                "?$filter=Site%20eq%20%27yongchang-veg%27",
                                                "?after=0&limit=100"}) {
                    const auto response = world.get(target + query, &reader);
                    if (response.status == 200) out[target + query] = withoutHead(response.body);
                }
            }
        }
        return out;
    }
};

}  // namespace

TEST_CASE("a test is in no list, count or export of any call, whoever asks") {
    Scene s;
    const std::vector<const Author*> readers{&s.inspector,     &s.second,  &s.supervisor,
                                             &s.administrator, &s.auditor, &s.enterprise};
    std::vector<std::map<std::string, std::string>> before;
    for (const auto* reader : readers) before.push_back(s.answers(*reader));
    CHECK(before[2].size() > 60);

    const auto inspection = s.inspect();
    s.must(inspection, s.inspector);
    const auto assessment = s.assess();
    s.must(assessment, s.enterprise);
    const std::vector<std::string> ids{idOf(inspection), idOf(assessment)};
    for (std::size_t i = 0; i < readers.size(); ++i) {
        const auto after = s.answers(*readers[i]);
        CHECK(after.size() == before[i].size());
        for (const auto& [target, text] : after) {
            INFO(target);
            for (const auto& id : ids) CHECK(text.find(id) == std::string::npos);
            const auto was = before[i].find(target);
            REQUIRE(was != before[i].end());
            // Reference lists come with a proof against the head, which has moved.
            if (!comesWithProof(target)) CHECK(text == was->second);
        }
        // Nor by its own id.
        for (const auto& [target, text] : s.answers(*readers[i], ids)) {
            INFO(target);
            for (const auto& id : ids) CHECK(text.find("\"" + id + "\"") == std::string::npos);
        }
    }
}

TEST_CASE("tests are listed by their own status, counted there, and read and proved like other records") {
    Scene s;
    const auto inspection = s.inspect(), assessment = s.assess();
    s.must(inspection, s.inspector);
    s.must(assessment, s.enterprise);
    for (const auto& [family, line] : {std::pair{"inspection", &inspection}, std::pair{"assessment", &assessment}}) {
        const auto list = s.world.answered(
            s.world.get(std::string("/v1/query/inspections?status=test&family=") + family, &s.supervisor));
        REQUIRE(list.at("items").as_array().size() == 1);
        CHECK(textOr(list.at("items").at(0).as_object(), "id") == idOf(*line));
        CHECK(list.at("items").at(0).at("status") == "test");
        CHECK(list.at("counts").at("test") == 1u);
        const auto record = s.world.answered(s.world.get("/v1/query/records/" + idOf(*line), &s.supervisor));
        CHECK(record.at("status") == "test");
        CHECK(record.contains("proof"));
        CHECK_FALSE(record.contains("case"));
    }
    // Another province reads them no more than any record.
    const auto far = s.world.enrol(domain::Role::supervisor, {"63"});
    const auto list = s.world.answered(s.world.get("/v1/query/inspections?status=test", &far));
    CHECK(list.at("items").as_array().empty());
    CHECK(list.at("counts").at("test") == 0u);
    // The feed brings it to whoever may read it, and the public page says what it is.
    CHECK(s.world.get("/v1/records?after=0&limit=1000", &s.second).body.find(idOf(inspection)) != std::string::npos);
    const auto told = s.world.answered(s.world.get("/v1/public/records/" + inspection.hash().hex().substr(0, 32)));
    CHECK(told.at("says").at("test") == true);
}

TEST_CASE("whoever goes through all inspections meets no test, in whatever order") {
    Scene s;
    s.must(s.inspect(), s.inspector);
    const auto reader = s.world.services().readers.borrow();
    InspectionRows rows(*reader);
    std::vector<std::string> ids;
    const auto take = [&](const records::InspectionRow& row) {
        ids.push_back(row.id);
        return true;
    };
    rows.each({}, take);
    rows.eachBack({}, take);
    rows.eachByTime({}, false, take);
    rows.eachByTime({}, true, take);
    CHECK(ids == std::vector<std::string>(4, s.real));
}

TEST_CASE("whatever follows a test is refused, and says that it is one") {
    Scene s;
    const auto test = s.inspect();
    s.must(test, s.inspector);
    const auto id = idOf(test), hash = test.hash().hex();
    const auto fate = [&](Author& by, const std::string& type, json::object body) {
        return s.world.fate(by.say(type, std::move(body), kSite), by);
    };
    const json::object about{{"of", id}, {"hash", hash}, {"comment", "可"}};
    CHECK(fate(s.supervisor, "review.accepted", about) == "test_record");
    CHECK(fate(s.supervisor, "review.returned", about) == "test_record");
    CHECK(fate(s.supervisor, "review.assigned", {{"of", id}, {"to", s.person(s.supervisor)}}) == "test_record");
    auto body = inspectionBody();
    body["of"] = id;
    body["reason"] = "改为正式";
    CHECK(fate(s.inspector, "inspection.amended", body) == "test_record");
    body["test"] = true;
    CHECK(fate(s.inspector, "inspection.amended", body) == "bad_payload");
    CHECK(fate(s.second, "inspection.cosigned",
               records::toBody(records::Cosignature{id, test.hash(), records::contentDigest(test.payload())})) ==
          "test_record");
    CHECK(fate(s.inspector, "inspection.delivered",
               {{"of", id}, {"hash", hash}, {"way", "paper"}, {"at", "2026-11-22T08:15:00.000+08:00"}}) ==
          "test_record");
    CHECK(
        fate(s.supervisor, "rectification.ordered",
             {{"of", id},
              {"hash", hash},
              {"office", "永昌县市场监督管理局"},
              {"count", "calendar"},
              {"delivery", {{"how", "electronic"}}},
              {"findings", {{{"item", "1"}, {"facts", "缺记录"}, {"requirement", "补齐"}, {"due", "2026-12-06"}}}}}) ==
        "test_record");
    CHECK(fate(s.supervisor, "publication.made",
               {{"of", id},
                {"hash", hash},
                {"result",
                 {{"name", "Yongchang"},
                  {"checked", "2026-11-22"},
                  {"kind", "supervision"},
                  {"checklist", "6a"},
                  {"version", "1"},
                  {"findings", 1}}}}) == "test_record");
    records::PlannedCheck check;
    check.reason = "举报";
    check.basis = "标准化法第三十二条";
    check.checklist = "6a";
    check.planned = parseDay("2026-12-05").value();
    check.team = {s.person(s.inspector), s.person(s.second)};
    check.person = s.person(s.supervisor);
    check.year = {0, 2, true, {}};
    check.urgent = records::Urgent{"连夜举报", id};
    CHECK(fate(s.supervisor, "check.proposed", records::toBody(check)) == "test_record");
    // And none of it left a trace.
    const auto list = s.world.answered(s.world.get("/v1/query/inspections?status=test", &s.supervisor));
    CHECK(list.at("items").at(0).at("version") == 1);
}

TEST_CASE("a test submits no self-assessment: the round goes on, and the real one is taken") {
    Scene s;
    s.must(s.assess(), s.enterprise);
    s.must(s.assess(), s.enterprise);
    auto body = inspectionBody();
    body["kind"] = "self";
    body["round"] = "gs-2026";
    body["party"] = {{"absent", "自评"}};
    s.must(s.enterprise.say("assessment.submitted", body, kSite), s.enterprise);
    const auto sites = s.world.answered(s.world.get("/v1/query/rounds/gs-2026/sites?today=2026-12-01", &s.supervisor));
    CHECK(sites.at("counts").at("submitted") == 1u);
    body["test"] = true;
    body["round"] = "gs-2027";
    CHECK(s.world.fate(s.enterprise.say("assessment.submitted", body, kSite), s.enterprise) == "round_unknown");
}

TEST_CASE("projections of a log with tests are made again as they were") {
    Scene s;
    s.must(s.inspect(), s.inspector);
    s.must(s.assess(), s.enterprise);
    const auto before = s.answers(s.supervisor);
    s.world.restart();
    CHECK(s.answers(s.supervisor) == before);
}
