// Complaints at the server: taken from people without an account, by hand, classified, tasked, answered, told by code;
// and what floods, forges and guesses come to.
#include <catch2/catch.hpp>
#include <fstream>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/picture/jpeg_writer.h"
#include "shared/records/planning/task.h"
#include "shared/records/voice/complaint.h"
#include "sync-server/intake/tuning.h"
#include "sync-server/intake/work.h"
#include "sync-server/setup/backup.h"
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

struct Office {
    World world;
    Author inspector, county, prefecture, auditor;

    Office()
        : inspector((world.publish(), world.enrol(domain::Role::inspector, {"620321"}))),
          county(world.enrol(domain::Role::supervisor, {"620321"})),
          prefecture(world.enrol(domain::Role::supervisor, {"6203"})),
          auditor(world.enrol(domain::Role::auditor, {""})) {
        world.openIntake();
    }

    std::string person(const Author& author) { return world.services().trust.personId(author.kid()); }
    Response get(const char* path) { return world.get(path); }
    // As the page does it.
    std::string worked(const std::string& body) {
        const auto told = world.answered(world.get("/v1/public/complaints/challenge"));
        const auto challenge = textOr(told, "challenge");
        const auto bits = told.at("bits").to_number<int>();
        // As workHash() has it, without hashing the content anew each time.
        const auto begun = "plumb-work-v1." + challenge + "." + crypto::sha256(body).hex() + ".";
        for (std::uint64_t counter = 0;; ++counter) {
            const auto text = std::to_string(counter);
            if (zeroBits(crypto::sha256(begun + text)) >= bits) return challenge + ":" + text;
        }
    }
    Response send(const std::string& body, const std::string& work, const std::string& peer = "10.0.0.1") {
        return world.call({Method::post, "/v1/public/complaints", body, {{"plumb-work", work}}, peer});
    }
    Response send(const json::object& says, const std::string& peer = "10.0.0.1") {
        const auto body = toText(says);
        return send(body, worked(body), peer);
    }
    std::string code(const json::object& says, const std::string& peer = "10.0.0.1") {
        return textOr(world.answered(send(says, peer), 201), "code");
    }
    std::string refusal(const json::object& says, const std::string& peer = "10.0.0.1") {
        return textOr(parseJson(send(says, peer).body).value().as_object(), "code");
    }
    Response ask(const std::string& code, const std::string& peer = "10.0.0.9") {
        return world.call(
            {Method::post, "/v1/public/complaints/state", toText(json::object{{"code", code}}), {}, peer});
    }
    json::array list(const Author& by, const std::string& more = "") {
        return world.answered(world.get("/v1/query/complaints?today=2026-11-22" + more, &by)).at("items").as_array();
    }
    std::string fate(Author& by, std::string_view type, const json::object& body, const Said& said) {
        return world.fate(by.say(std::string(type), body, said), by);
    }
};

json::object about(const char* kind, const std::string& key, const char* text = "废膜露天堆放") {
    return {{"about", kind}, {"key", key}, {"text", text}};
}

std::string photo() {
    const picture::Rgb grey{8, 8, std::vector<std::uint8_t>(8 * 8 * 3, 128)};
    return toBase64(picture::writeJpeg(grey).value());
}

json::object takenDown(const json::object& about) {
    return {{"channel", "visit"},
            {"received", "2026-11-20"},
            {"about", about},
            {"text", "来访反映"},
            {"vouched", "taken_down"}};
}

}  // namespace

TEST_CASE("nothing is taken where no intake was opened") {
    World world;
    CHECK(world.get("/v1/public/complaints/challenge").status == 404);
    CHECK(world.call({Method::post, "/v1/public/complaints", "{}"}).status == 404);
    CHECK(world.call({Method::post, "/v1/public/complaints/state", "{}"}).status == 404);
}

TEST_CASE("somebody without an account complains, and reads the answer by a code") {
    Office o;
    auto says = about("site", kSite.site);
    says["contact"] = "13900001111";
    says["photos"] = json::array{photo()};
    const auto code = o.code(says);
    CHECK(textOr(o.world.answered(o.ask(code)), "state") == "received");
    CHECK(o.world.answered(o.ask(code)).at("due").at("counted").as_string() == "working");

    const auto rows = o.list(o.county);
    REQUIRE(rows.size() == 1);
    const auto& row = rows.front().as_object();
    CHECK(textOr(row, "region") == "620321");
    CHECK(textOr(row.at("says").as_object(), "vouched") == "came_in");
    CHECK(textOr(row, "author") == "网上受理 (public page)");
    CHECK(row.at("photos").as_array().size() == 1);
    const auto id = textOr(row, "id");

    records::ComplaintClassified accept{id, o.person(o.county), records::ComplaintClass::environment, true, {}, 15};
    REQUIRE(o.fate(o.county, domain::kComplaintClassified, records::toBody(accept), kSite) == "accepted");
    CHECK(textOr(o.world.answered(o.ask(code)), "state") == "accepted");

    records::Task task;
    task.kind = records::TaskKind::individual;
    task.checklist = "6a";
    task.team = {o.person(o.inspector)};
    task.due = parseDay("2026-12-05").value();
    task.asked = parseDay("2026-11-22").value();
    const auto assigned = o.county.say("task.assigned", records::toBody(task), kSite);
    const records::ComplaintTasked tasked{id, o.person(o.county), idOf(assigned)};
    CHECK(o.fate(o.county, domain::kComplaintTasked, records::toBody(tasked), kSite) == "task_unknown");
    REQUIRE(o.world.fate(assigned, o.county) == "accepted");
    REQUIRE(o.fate(o.county, domain::kComplaintTasked, records::toBody(tasked), kSite) == "accepted");

    const records::ComplaintAnswered answer{id, o.person(o.county), records::ComplaintOutcome::founded, "已清运"};
    auto forged = answer;
    forged.person = o.person(o.prefecture);
    CHECK(o.fate(o.county, domain::kComplaintAnswered, records::toBody(forged), kSite) == "wrong_person");
    REQUIRE(o.fate(o.county, domain::kComplaintAnswered, records::toBody(answer), kSite) == "accepted");
    const auto told = o.world.answered(o.ask(code));
    CHECK(textOr(told, "state") == "answered");
    CHECK(textOr(told, "answer") == "已清运");
    // Of who answered and what was sent it says nothing.
    const auto text = toText(told);
    for (const auto& secret : {o.person(o.county), std::string("13900001111"), std::string("废膜"), id})
        CHECK(text.find(secret) == std::string::npos);
    CHECK(o.list(o.county, "&state=answered").size() == 1);
    CHECK(o.list(o.county, "&state=received").empty());
    CHECK(o.list(o.county, "&class=safety").empty());
}

TEST_CASE("the log is the same after it was made again, and the intake goes on with its chain") {
    Office o;
    const auto code = o.code(about("other", "620321"));
    o.world.restart();
    CHECK(textOr(o.world.answered(o.ask(code)), "state") == "received");
    o.code(about("other", "620321"));
    CHECK(o.list(o.county).size() == 2);
}

TEST_CASE("the intake's key goes into a backup with the folder") {
    Office o;
    const auto to = o.world.folder().path.parent_path() / "backup";
    REQUIRE(makeBackup(o.world.folder(), to));
    CHECK(loadIntakeKey({to}).value()->kid() == o.world.services().intake->kid());
}

TEST_CASE("whom it is about decides who answers: strictly above a person and an office") {
    Office o;
    o.code(about("person", o.inspector.kid()));
    CHECK(o.list(o.county).empty());
    CHECK(o.list(o.prefecture).size() == 1);
    o.code(about("office", "620321"));
    CHECK(o.list(o.county).empty());
    CHECK(o.list(o.prefecture).size() == 2);
    CHECK(o.refusal(about("office", "62")) == "nobody_above");
    CHECK(o.refusal(about("person", "nobody"), "10.0.0.2") == "about_unknown");
    CHECK(o.refusal(about("site", "nowhere"), "10.0.0.2") == "about_unknown");
    CHECK(o.refusal(about("other", "999"), "10.0.0.2") == "about_unknown");
    CHECK(o.list(o.auditor).empty());
    CHECK(o.list(o.inspector).empty());
}

TEST_CASE("work is done for each complaint anew, for its content") {
    Office o;
    const auto body = toText(about("other", "620321"));
    const auto work = o.worked(body);
    CHECK(o.send(toText(about("other", "620321", "another")), work).status == 422);
    CHECK(o.send(body, work).status == 201);
    CHECK(o.send(body, work).status == 409);
    CHECK(o.send(body, "").status == 422);
    CHECK(o.list(o.county).size() == 1);
}

TEST_CASE("a flood from one address stops, and others still complain") {
    Office o;
    int taken = 0;
    for (int i = 0; i < 12; ++i) taken += o.send(about("other", "620321")).status == 201 ? 1 : 0;
    CHECK(taken == 5);
    const auto refused = o.send(about("other", "620321"));
    CHECK(refused.status == 429);
    CHECK(refused.header("Retry-After") == "900");
    CHECK(o.send(about("other", "620321"), "10.0.0.2").status == 201);
    CHECK(o.list(o.county).size() == 6);
    o.world.pass(std::chrono::minutes(13));
    CHECK(o.send(about("other", "620321")).status == 201);
}

TEST_CASE("a thousand pushes without work cost nothing and leave nothing") {
    Office o;
    const auto body = toText(about("other", "620321"));
    for (int i = 0; i < 1000; ++i) REQUIRE(o.send(body, "AAAA:" + std::to_string(i)).status == 422);
    CHECK(o.list(o.county).empty());
    CHECK(o.send(about("other", "620321")).status == 201);
}

TEST_CASE("photos are JPEGs that decode, within a size, and what is refused leaves none behind") {
    Office o;
    const auto with = [](std::string base64) {
        auto out = about("other", "620321");
        out["photos"] = json::array{std::move(base64)};
        return out;
    };
    CHECK(o.refusal(with(toBase64(asBytes("GIF89a, or so")))) == "no_image");
    CHECK(o.refusal(with(toBase64(asBytes("\xFF\xD8\xFF\xE0 cut")))) == "no_image");
    CHECK(o.refusal(with(toBase64(Bytes(kMostPhotoBytes + 1, 0)))) == "bad_request");
    CHECK(o.list(o.county).empty());
    CHECK(std::filesystem::is_empty(o.world.folder().uploads()));
    const std::string huge(kMostSubmissionBytes + 1, ' ');
    CHECK(o.send(huge, "x:1").status == 413);
}

TEST_CASE("script is text, control characters are refused") {
    Office o;
    o.code(about("other", "620321", "<script>alert(1)</script>"));
    CHECK(textOr(o.list(o.county).front().at("says").as_object(), "text") == "<script>alert(1)</script>");
    CHECK(o.refusal(about("other", "620321", "a\u202eb")) == "bad_payload");
    CHECK(o.refusal(about("other", "620321", "a\u0001b")) == "bad_payload");
    // Nothing, and blanks alone, say nothing.
    for (const char* blank : {"", " \n", "\u3000\u00a0"})
        CHECK(o.refusal(about("other", "620321", blank), "10.0.0.2") == "bad_request");
}

TEST_CASE("codes are not guessed: the answer is one for all, and few are asked") {
    Office o;
    o.code(about("other", "620321"));
    const auto unknown = o.ask("0000-0000-0000-0000-0000").body;
    CHECK(unknown.find("code_unknown") != std::string::npos);
    CHECK(o.ask("not a code").body == unknown);
    CHECK(o.ask("' OR 1=1 --").body == unknown);
    int asked = 0;
    for (int i = 0; i < 100; ++i) asked += o.ask("1111-2222-3333-4444-5555").status == 404 ? 1 : 0;
    CHECK(asked < 20);
    CHECK(o.ask("1111-2222-3333-4444-5555").status == 429);
}

TEST_CASE("an official takes one down; what came through the page is the intake's to say") {
    Office o;
    CHECK(o.fate(o.county, domain::kComplaintReceived, takenDown({{"kind", "site"}}), kSite) == "accepted");
    auto forged = takenDown({{"kind", "other"}});
    forged["channel"] = "page";
    forged["vouched"] = "came_in";
    forged["receipt"] = Sha256().hex();
    CHECK(o.fate(o.county, domain::kComplaintReceived, forged, {"", "620321"}) == "intake_only");
    // A complaint against her own office is not hers to take.
    CHECK(o.fate(o.county, domain::kComplaintReceived, takenDown({{"kind", "office"}, {"office", "620321"}}),
                 {"", "620321"}) == "complaint_office");
    const json::object accused{{"kind", "person"}, {"person", o.person(o.inspector)}};
    CHECK(o.fate(o.county, domain::kComplaintReceived, takenDown(accused), {"", "620321"}) == "complaint_office");
    CHECK(o.fate(o.prefecture, domain::kComplaintReceived, takenDown(accused), {"", "6203"}) == "accepted");
    const json::object herself{{"kind", "person"}, {"person", o.person(o.prefecture)}};
    CHECK(o.fate(o.prefecture, domain::kComplaintReceived, takenDown(herself), {"", "6203"}) == "complaint_own");
    const json::object nobody{{"kind", "person"}, {"person", "nobody"}};
    CHECK(o.fate(o.prefecture, domain::kComplaintReceived, takenDown(nobody), {"", "6203"}) == "accused_unknown");
}

TEST_CASE("what is overdue by working days is told, and only that is listed when it is asked for") {
    Office o;
    auto old = takenDown({{"kind", "other"}});
    old["received"] = "2026-11-02";
    REQUIRE(o.fate(o.county, domain::kComplaintReceived, old, {"", "620321"}) == "accepted");
    REQUIRE(o.fate(o.county, domain::kComplaintReceived, takenDown({{"kind", "other"}}), {"", "620321"}) == "accepted");
    const auto overdue = o.list(o.county, "&overdue=true");
    REQUIRE(overdue.size() == 1);
    CHECK(overdue.front().at("due").at("day").as_string() == "2026-11-11");
    CHECK(overdue.front().at("overdue").as_bool());
    CHECK(o.list(o.county).size() == 2);
    for (const char* bad :
         {"?today=x", "?today=2026-11-22&state=x", "?today=2026-11-22&class=x", "?today=2026-11-22&overdue=perhaps"})
        CHECK(o.world.get(std::string("/v1/query/complaints") + bad, &o.county).status == 400);
}

TEST_CASE("a link tells what it leads to, and nothing of what it does not know") {
    Office o;
    const auto site = o.world.answered(o.get("/v1/public/complaints/about?kind=site&key=yongchang-veg"));
    CHECK_FALSE(textOr(site, "name").empty());
    const auto path = "/v1/public/complaints/about?kind=person&key=" + o.inspector.kid();
    CHECK_FALSE(textOr(o.world.answered(o.get(path.c_str())), "name").empty());
    for (const char* none : {"?kind=site&key=x", "?kind=person&key=x", "?kind=programme&key=x", "?kind=king&key=x", ""})
        CHECK(o.get((std::string("/v1/public/complaints/about") + none).c_str()).status == 404);
}
