// Tasks on the server: to whom one may be assigned, who answers it, what follows, and the list of them.
#include <catch2/catch.hpp>

#include "shared/base/uuid.h"

#include "sync-server/projections/tasks/task_rows.h"
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

std::string fateOf(const json::object& result) {
    const auto status = textAt(result, "status").value();
    return status == "refused" ? textAt(result, "code").value() : status;
}

struct Case {
    World world;
    Author inspector, second, far, supervisor;
    std::vector<std::unique_ptr<Author>> more = {};

    Case()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          second(world.enrol(domain::Role::inspector, {"6203"})),
          far(world.enrol(domain::Role::inspector, {"63"})),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})) {}

    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    records::Task task(const std::vector<const Author*>& team, const char* due = "2026-12-05") {
        records::Task out;
        out.checklist = "6a";
        for (const auto* one : team) out.team.push_back(person(*one));
        out.due = parseDay(due).value();
        out.asked = parseDay("2026-11-25").value();
        return out;
    }
    record::Line assign(const records::Task& task, Said said = kSite) {
        return supervisor.say("task.assigned", records::toBody(task), std::move(said));
    }
    // An inspector whose invitation states until when her certificate holds; `person`: who has one already.
    Author& certified(const char* until, std::string person = {}) {
        const auto inviteKey = crypto::PrivateKey::generate(crypto::Suite::es256);
        const auto at = world.clock()();
        if (person.empty()) person = makeUuid7(at.utc);
        auto& admin = world.admin();
        REQUIRE(fate(admin.say("invite.issued",
                               domain::inviteBody(inviteKey.publicKey(), person, "检查员庚",
                                                  {{domain::Role::inspector, {"62"}, {}}},
                                                  Instant{at.utc + std::chrono::hours(48), at.offset}, nullptr, "",
                                                  false, domain::PersonCertificate{"甘 0016", until})),
                     admin) == "accepted");
        auto invitation = world.firstInvitation();
        invitation.suite = inviteKey.suite();
        invitation.secret = inviteKey.secret();
        auto& out = *more.emplace_back(
            std::make_unique<Author>(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock()));
        (void)world.answered(world.call({Method::post, "/v1/enrol", claim(invitation, out.key(), at).text()}));
        return out;
    }
    json::object result(const record::Line& line, const Author& by) {
        return world.push({line}, by).at("results").as_array().at(0).as_object();
    }
    std::string fate(const record::Line& line, const Author& by) { return world.fate(line, by); }
    std::string answer(Author& by, const record::Line& version, const std::string& of, bool accepted,
                       std::string person = {}) {
        if (person.empty()) person = this->person(by);
        return fate(by.say("task.answered",
                           records::toBody(records::TaskAnswer{of, version.hash(), person, accepted, "出差"}), kSite),
                    by);
    }
    std::string state(const std::string& of) {
        const auto row = TaskRows(*world.services().readers.borrow()).find(of);
        return row ? std::string(records::taskStateName(records::stateOf(row->row))) : std::string();
    }
    json::array list(const std::string& query, const Author& by) {
        return world.answered(world.get("/v1/query/tasks" + query, &by)).at("items").as_array();
    }
};

}  // namespace

TEST_CASE("a task is for inspectors whose regions cover the site") {
    Case c;
    CHECK(c.fate(c.assign(c.task({&c.inspector, &c.second})), c.supervisor) == "accepted");
    CHECK(c.fate(c.assign(c.task({&c.far})), c.supervisor) == "person_not_inspector");
    CHECK(c.fate(c.assign(c.task({&c.supervisor})), c.supervisor) == "person_not_inspector");
    CHECK(c.fate(c.assign(c.task({&c.inspector}), {"", "620321"}), c.supervisor) == "bad_payload");
    CHECK(c.fate(c.assign(c.task({&c.inspector}), {"nowhere", "620321"}), c.supervisor) == "site_unknown");
    CHECK(c.fate(c.inspector.say("task.assigned", records::toBody(c.task({&c.inspector})), kSite), c.inspector) ==
          "wrong_role");
    const auto left = c.world.admin().say("key.revoked", {{"key", c.second.kid()}, {"reason", "调离"}});
    REQUIRE(c.fate(left, c.world.admin()) == "accepted");
    CHECK(c.fate(c.assign(c.task({&c.inspector, &c.second})), c.supervisor) == "person_not_inspector");
}

TEST_CASE("the team answers for itself, the newest version alone") {
    Case c;
    const auto first = c.assign(c.task({&c.inspector, &c.second}));
    const auto id = idOf(first);
    REQUIRE(c.fate(first, c.supervisor) == "accepted");
    CHECK(c.state(id) == "assigned");
    CHECK(c.answer(c.inspector, first, id, true, c.person(c.second)) == "wrong_person");
    CHECK(c.answer(c.inspector, first, id, true) == "accepted");
    CHECK(c.answer(c.second, first, id, false) == "accepted");
    CHECK(c.state(id) == "declined");

    auto anew = c.task({&c.inspector});
    anew.of = id;
    anew.previous = first.hash();
    const auto second = c.assign(anew);
    REQUIRE(c.fate(second, c.supervisor) == "accepted");
    CHECK(c.fate(c.assign(anew), c.supervisor) == "task_overtaken");
    CHECK(c.answer(c.inspector, first, id, true) == "task_overtaken");
    CHECK(c.answer(c.second, second, id, true) == "task_not_yours");
    CHECK(c.answer(c.inspector, second, id, true) == "accepted");
    CHECK(c.state(id) == "accepted");

    const auto cancel = [&](Author& by) {
        return c.fate(by.say("task.cancelled", {{"of", id}, {"reason", "已注销"}}, kSite), by);
    };
    CHECK(cancel(c.inspector) == "wrong_role");
    CHECK(cancel(c.supervisor) == "accepted");
    CHECK(c.answer(c.inspector, second, id, true) == "task_over");
    CHECK(cancel(c.supervisor) == "task_over");
}

TEST_CASE("an inspection that names a task is taken whatever it names; its team's ends it, another's is told") {
    Case c;
    const auto line = c.assign(c.task({&c.inspector}));
    REQUIRE(c.fate(line, c.supervisor) == "accepted");
    const auto id = idOf(line);
    const auto inspect = [&](Author& by, const std::string& task, const std::string& person) {
        auto body = inspectionBody();
        body["task"] = task;
        if (!person.empty()) body["person"] = person;
        return c.result(by.say("inspection.submitted", body, kSite), by);
    };
    const auto notes = [](const json::object& result) {
        const auto* found = result.if_contains("notes");
        return found ? toText(found->as_array()) : std::string();
    };
    CHECK(fateOf(inspect(c.inspector, "x", "")) == "bad_payload");
    CHECK(fateOf(inspect(c.inspector, id, c.person(c.second))) == "wrong_person");
    for (const auto& [by, task, person] :
         {std::tuple{&c.inspector, std::string("0198d2c4-7a10-7c3e-8f21-0000000000a1"), c.person(c.inspector)},
          std::tuple{&c.inspector, id, std::string()}, std::tuple{&c.second, id, c.person(c.second)}}) {
        const auto result = inspect(*by, task, person);
        CHECK(fateOf(result) == "accepted");
        CHECK(notes(result) == R"(["task"])");
        CHECK(c.state(id) == "assigned");
    }
    const auto ended = inspect(c.inspector, id, c.person(c.inspector));
    CHECK(fateOf(ended) == "accepted");
    CHECK(notes(ended).empty());
    CHECK(c.state(id) == "done");
    CHECK(fateOf(inspect(c.inspector, id, c.person(c.inspector))) == "accepted");  // a second visit is nobody's fault
}

TEST_CASE("a certificate that is over by the day that is due, or on the day of the check, is refused until it is new") {
    Case c;
    auto& one = c.certified("2026-11");
    CHECK(c.fate(c.assign(c.task({&one}, "2026-11-30")), c.supervisor) == "accepted");
    CHECK(c.fate(c.assign(c.task({&one}, "2026-12-01")), c.supervisor) == "certificate_over");
    const auto inspect = [&](const char* day, Author& by) {
        auto body = inspectionBody();
        body["zone"] = "+08:00";
        body["day"] = day;
        body["started"] = std::string(day) + "T09:00:00.000+08:00";
        body["finished"] = std::string(day) + "T09:30:00.000+08:00";
        return c.fate(by.say("inspection.submitted", body, kSite), by);
    };
    CHECK(inspect("2026-11-22", one) == "accepted");
    CHECK(inspect("2026-12-01", one) == "certificate_over");
    // The same person is invited again, with the new one.
    auto& again = c.certified("2030-05-31", c.person(one));
    CHECK(c.fate(c.assign(c.task({&one}, "2026-12-01")), c.supervisor) == "accepted");
    CHECK(inspect("2026-12-01", again) == "accepted");
}

TEST_CASE(
    "tasks of one site that are due within a month of each other are named beside each other while they are open") {
    Case c;
    const auto assigned = [&](const char* due) {
        const auto line = c.assign(c.task({&c.inspector}, due));
        REQUIRE(c.fate(line, c.supervisor) == "accepted");
        return idOf(line);
    };
    const auto first = assigned("2026-12-05"), near = assigned("2027-01-05"), late = assigned("2027-02-06");
    const auto beside = [&](const std::string& id) {
        for (const auto& one : c.list("?site=yongchang-veg", c.supervisor)) {
            if (textOr(one.as_object(), "id") != id) continue;
            const auto* found = one.as_object().if_contains("beside");
            return found ? toText(*found) : std::string("[]");
        }
        return std::string("none");
    };
    CHECK(beside(first) == "[\"" + near + "\"]");
    CHECK(beside(near) == "[\"" + first + "\"]");  // 32 days lie between it and the last one
    CHECK(beside(late) == "[]");
    REQUIRE(c.fate(c.supervisor.say("task.cancelled", {{"of", first}, {"reason", "已注销"}}, kSite), c.supervisor) ==
            "accepted");
    CHECK(beside(first) == "[]");
    CHECK(beside(near) == "[]");
}

TEST_CASE("visits of a site in a year: checks that were made, and tasks that are open; for who may read") {
    Case c;
    const auto visits = [&](const std::string& query, const Author& by) {
        json::array out;
        auto told = c.world.answered(c.world.get("/v1/query/visits?" + query, &by));
        for (auto& item : told.at("items").as_array()) {
            CHECK(item.as_object().erase("kinds") == 1);
            CHECK(item.as_object().erase("items") == 1);
            out.push_back(std::move(item));
        }
        return toText(out);
    };
    const std::string year = "year=2026&sites=yongchang-veg,nowhere";
    CHECK(visits(year, c.supervisor) == R"([{"site":"yongchang-veg","made":0,"uncounted":0,"open":0}])");
    const auto line = c.assign(c.task({&c.inspector}));
    REQUIRE(c.fate(line, c.supervisor) == "accepted");
    REQUIRE(c.fate(c.assign(c.task({&c.inspector}, "2027-01-05")), c.supervisor) == "accepted");
    CHECK(visits(year, c.supervisor) == R"([{"site":"yongchang-veg","made":0,"uncounted":0,"open":1}])");
    auto body = inspectionBody();
    body["task"] = idOf(line);
    body["person"] = c.person(c.inspector);
    REQUIRE(c.fate(c.inspector.say("inspection.submitted", body, kSite), c.inspector) == "accepted");
    CHECK(visits(year, c.supervisor) == R"([{"site":"yongchang-veg","made":1,"uncounted":0,"open":0}])");
    CHECK(visits("year=2025&sites=yongchang-veg", c.supervisor) ==
          R"([{"site":"yongchang-veg","made":0,"uncounted":0,"open":0}])");
    CHECK(visits(year, c.far) == "[]");
    for (const char* bad : {"year=2026", "sites=a", "year=26&sites=a", "year=2026&sites=,",
                            "year=2026&sites=a&day=2026-13-01", "year=2026&sites=a&day=soon"})
        CHECK(c.world.get(std::string("/v1/query/visits?") + bad, &c.supervisor).status == 400);
}

TEST_CASE("the list is paged by the day that is due, for who may read") {
    Case c;
    std::vector<std::string> ids;
    for (const char* due : {"2026-12-09", "2026-12-01", "2026-12-05", "2026-12-01"}) {
        const auto line = c.assign(c.task({ids.size() % 2 ? &c.second : &c.inspector}, due));
        REQUIRE(c.fate(line, c.supervisor) == "accepted");
        ids.push_back(idOf(line));
    }
    const auto paged = [&](const std::string& asked) {
        std::vector<std::string> seen;
        std::string after;
        for (;;) {
            const auto page = c.world.answered(c.world.get("/v1/query/tasks?limit=1" + asked + after, &c.supervisor));
            for (const auto& one : page.at("items").as_array()) seen.push_back(textOr(one.as_object(), "id"));
            if (!page.at("next").is_string()) return seen;
            after = "&after=" + std::string(page.at("next").as_string());
        }
    };
    const std::vector<std::string> up{ids[1], ids[3], ids[2], ids[0]}, down{ids[0], ids[2], ids[3], ids[1]};
    for (const char* of : {"", "&state=assigned", "&site=yongchang-veg"}) {
        CAPTURE(of);
        CHECK(paged(of) == up);
        CHECK(paged(std::string(of) + "&order=due") == up);
        CHECK(paged(std::string(of) + "&order=due_down") == down);
    }
    CHECK(c.world.get("/v1/query/tasks?order=name", &c.supervisor).status == 400);
    CHECK(c.list("?person=" + c.person(c.second), c.supervisor).size() == 2);
    CHECK(c.list("?state=done", c.supervisor).empty());
    CHECK(c.list("?state=assigned&region=6203", c.inspector).size() == 4);
    CHECK(c.list("", c.far).empty());
    CHECK(c.list("", c.world.enrolAt("yongchang-veg")).empty());
    CHECK(c.world.get("/v1/query/tasks?state=open", &c.supervisor).status == 400);
    CHECK(c.world.get("/v1/query/tasks?after=5", &c.supervisor).status == 400);
    const auto people = c.world.answered(c.world.get("/v1/query/inspectors?region=620321", &c.supervisor));
    CHECK(people.at("items").as_array().size() == 2);
    CHECK(c.world.get("/v1/query/inspectors?region=630000", &c.supervisor).status == 403);

    // Made again from the lines they are the same.
    const auto before = c.list("", c.supervisor);
    c.world.restart();
    CHECK(c.list("", c.supervisor) == before);
}
