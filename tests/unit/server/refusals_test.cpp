// Bad input, named: what a line can have wrong, and the code with which it comes back. Nothing that was stored suffers.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/base/uuid.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

json::object resultOf(World& world, const std::string& text) {
    const auto answer = world.answered(world.call({Method::post, "/v1/records", text + "\n"}, &world.admin()));
    return answer.at("results").get_array().at(0).get_object();
}
std::string codeOf(World& world, const std::string& text) {
    return textOr(resultOf(world, text), "code");
}
std::string problemCode(const Response& response) {
    return textOr(parseJson(response.body).value().get_object(), "code");
}

const Said kSite{"yongchang-veg", "620321"};

}  // namespace

TEST_CASE("a line over 256 KiB is refused") {
    World world;
    auto& admin = world.admin();
    CHECK(codeOf(world, admin.say("standard.feedback", {{"text", std::string(300'000, 'x')}}).text()) ==
          "line_too_long");
}

TEST_CASE("a batch over its limit is refused as a whole") {
    Limits limits;
    limits.batchLines = 3;
    World world(limits);
    auto& admin = world.admin();
    const auto before = world.services().head.get()->size;
    std::vector<record::Line> lines;
    for (int i = 0; i < 4; ++i) lines.push_back(admin.say("standard.feedback", {{"text", "x"}}));
    const auto response = world.call({Method::post, "/v1/records", joined(lines)}, &admin);
    CHECK(response.status == 413);
    CHECK(problemCode(response) == "batch_too_large");
    CHECK(world.services().head.get()->size == before);
}

TEST_CASE("a body over its limit is refused before it is read") {
    Limits limits;
    limits.body = 1000;
    World world(limits);
    const auto response = world.call({Method::post, "/v1/records", std::string(2000, 'x')}, &world.admin());
    CHECK(response.status == 413);
    CHECK(problemCode(response) == "body_too_large");
}

TEST_CASE("what is not UTF-8, has a line break inside, or is no line, is refused and named by its hash") {
    World world;
    auto& admin = world.admin();
    auto text = admin.say("standard.feedback", {{"text", "x"}}).text();
    CHECK(codeOf(world, text + "\xff") == "not_utf8");
    CHECK(codeOf(world, text + "\r") == "bad_line");
    CHECK(codeOf(world, "abc") == "bad_line");
    const auto halves =
        world.answered(world.call({Method::post, "/v1/records", text.substr(0, 50) + "\n" + text.substr(50)}, &admin));
    REQUIRE(halves.at("results").get_array().size() == 2);
    for (const auto& half : halves.at("results").get_array()) {
        CHECK(half.get_object().at("code") == "bad_line");
        CHECK(half.get_object().at("hash").get_string().size() == 64);
    }
}

TEST_CASE("an unknown alg is refused") {
    World world;
    auto& admin = world.admin();
    const auto text = admin.say("standard.feedback", {{"text", "x"}}).text();
    const auto header = toBase64Url(asBytes(R"({"alg":"RS256","kid":")" + admin.kid() + R"(","typ":"plumb+json"})"));
    CHECK(codeOf(world, header + text.substr(text.find(".."))) == "unknown_alg");
}

TEST_CASE("a wrong kid is refused: a stranger's is unknown, another member's does not fit the signature") {
    World world;
    auto& admin = world.admin();
    const auto inspector = world.enrol(domain::Role::inspector, {"62"});
    const auto text = admin.say("standard.feedback", {{"text", "x"}}).text();
    const auto with = [&](const std::string& kid) {
        return toBase64Url(asBytes(R"({"alg":"EdDSA","kid":")" + kid + R"(","typ":"plumb+json"})")) +
               text.substr(text.find(".."));
    };
    CHECK(codeOf(world, with(inspector.kid())) == "bad_signature");
    const auto stranger = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    CHECK(codeOf(world, with(stranger.kid())) == "key_unknown");
}

TEST_CASE("a changed byte is refused, in every suite") {
    World world;
    for (const auto suite : {crypto::Suite::eddsa, crypto::Suite::es256, crypto::Suite::sm2}) {
        auto device = world.enrol(domain::Role::inspector, {"62"}, suite);
        auto text = device.say("standard.feedback", {{"text", "seven days"}}).text();
        text.replace(text.find("seven"), 5, "eight");
        CHECK(codeOf(world, text) == "bad_signature");
    }
}

TEST_CASE("a payload with a member missing or wrong is refused with the member's name") {
    World world;
    auto& admin = world.admin();
    const auto good = record::formatPayload(admin.next("standard.feedback", {{"text", "x"}}));
    const auto without = [&](const char* name) {
        auto value = parseJson(good).value();
        value.get_object().erase(name);
        return admin.sign(toText(value)).text();
    };
    for (const char* name : {"v", "id", "type", "seq", "prev", "at", "body"}) {
        const auto result = resultOf(world, without(name));
        CHECK(textOr(result, "code") == "bad_payload");
        CHECK_THAT(textOr(result, "detail"), Catch::Contains(std::string("\"") + name + "\""));
    }
    CHECK(codeOf(world, admin.sign("[1,2]").text()) == "bad_payload");
    CHECK(codeOf(world, admin.sign("{").text()) == "bad_payload");
}

TEST_CASE("a role says only what is its own, and only in its regions") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"6203"});
    auto elsewhere = world.enrol(domain::Role::inspector, {"63"});
    auto supervisor = world.enrol(domain::Role::supervisor, {"62"});
    CHECK(world.fate(inspector.say("site.published", siteBody("a", "A", "620321"), {"a", "620321"}), inspector) ==
          "wrong_role");
    CHECK(world.fate(supervisor.say("inspection.submitted", inspectionBody(), kSite), supervisor) == "wrong_role");
    CHECK(world.fate(elsewhere.say("inspection.submitted", inspectionBody(), kSite), elsewhere) == "wrong_region");
    CHECK(world.fate(inspector.say("inspection.submitted", inspectionBody(), kSite), inspector) == "accepted");
}

TEST_CASE("any enrolled device may carry another's lines: the author's rights count") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    const auto auditor = world.enrol(domain::Role::auditor, {"63"});
    CHECK(world.fate(inspector.say("inspection.submitted", inspectionBody(), kSite), auditor) == "accepted");
}

TEST_CASE("a stated score that the answers do not give is refused with the first difference") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    auto body = inspectionBody();
    body["score"].get_object()["points"] = 99'999;
    const auto result = resultOf(world, inspector.say("inspection.submitted", body, kSite).text());
    CHECK(textOr(result, "code") == "bad_score");
    CHECK_THAT(textOr(result, "detail"), Catch::Contains("points"));
}

TEST_CASE("an inspection on a checklist that is not published here may be sent again after it is") {
    World world;
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    const auto line = inspector.say("inspection.submitted", inspectionBody(), kSite);
    CHECK(world.fate(line, inspector) == "checklist_unknown");
    world.publish();
    CHECK(world.fate(line, inspector) == "accepted");
}

TEST_CASE("a checklist's line is taken only after its document, and only when they agree") {
    World world;
    auto& admin = world.admin();
    const auto& document = checklistDocument();
    const auto publish = [&](const std::string& text, json::object body) {
        return world.fate(admin.say("checklist.published", std::move(body), {{}, {}, {checklistFile(text)}}), admin);
    };
    CHECK(publish(document, checklistBody(document)) == "file_missing");
    world.upload(document, admin);
    auto other = checklistBody(document);
    other["version"] = "99";
    CHECK(publish(document, other) == "bad_checklist");
    CHECK(publish(document, checklistBody(document)) == "accepted");

    SECTION("a syntax error names its line") {
        std::string broken;
        for (int i = 1; i < 40; ++i) broken += "\n";
        broken += "{\"format\": 1,, }";
        world.upload(broken, admin);
        json::object body{
            {"id", "x"}, {"version", "1"}, {"title", {{"en", "X"}}}, {"sha256", checklistFile(broken).sha256.hex()}};
        const auto line = admin.say("checklist.published", std::move(body), {{}, {}, {checklistFile(broken)}});
        const auto result = resultOf(world, line.text());
        CHECK(textOr(result, "code") == "bad_checklist");
        CHECK_THAT(textOr(result, "detail"), Catch::Contains("line 40"));
    }
    SECTION("a version is published once: other contents need another version") {
        const auto changed = document + "\n";
        world.upload(changed, admin);
        CHECK(publish(changed, checklistBody(changed)) == "bad_checklist");
    }
}

TEST_CASE("a version that stands is withdrawn by a line without files, and told; what was filled under it is taken") {
    World world;
    auto& admin = world.admin();
    auto body = checklistBody(checklistDocument());
    body["withdrawn"] = "第 3 项的限量有误";
    CHECK(world.fate(admin.say("checklist.published", body), admin) == "checklist_unknown");
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    auto other = body;
    other["version"] = "99";
    CHECK(world.fate(admin.say("checklist.published", other), admin) == "checklist_unknown");
    CHECK(world.fate(inspector.say("checklist.published", body), inspector) == "wrong_role");
    CHECK(world.fate(admin.say("checklist.published", body), admin) == "accepted");
    const auto told = [&] {
        const auto all = world.answered(world.get("/v1/query/rounds", &admin));
        return textOr(all.at("checklists").as_array().at(0).as_object(), "withdrawn");
    };
    CHECK(told() == "第 3 项的限量有误");
    CHECK(world.fate(inspector.say("inspection.submitted", inspectionBody(), kSite), inspector) == "accepted");
    // Published once more, with its document, it stands.
    CHECK(world.fate(admin.say("checklist.published", checklistBody(checklistDocument()),
                               {{}, {}, {checklistFile(checklistDocument())}}),
                     admin) == "accepted");
    CHECK(told().empty());
}

TEST_CASE("a malformed body of any known type is refused with a sentence, and its number is no gap") {
    World world;
    auto& admin = world.admin();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    for (const auto& type : domain::recordTypes()) {
        if (domain::isTrustType(type.name)) continue;
        INFO(type.name);
        auto& author = type.name == "log.recovered" ? admin : inspector;  // judged before by the gate of recovery
        const auto result = resultOf(world, author.say(type.name, {{"text", nullptr}}, kSite).text());
        CHECK(textOr(result, "code") == "bad_payload");
        CHECK_FALSE(textOr(result, "detail").empty());
    }
    for (const char* type : {"invite.issued", "key.revoked", "role.granted", "role.withdrawn"}) {
        INFO(type);
        CHECK(world.fate(admin.say(type, {{"key", nullptr}}), admin) == "bad_payload");
    }
    const auto good = inspector.say("standard.feedback", {{"text", "x"}}, {"", "62"}).text();
    const auto result = resultOf(world, good);
    CHECK(textOr(result, "status") == "accepted");
    CHECK_FALSE(result.contains("notes"));
}

TEST_CASE("an inspection whose stated items are not those of its answers is refused with the item and the member") {
    World world;
    auto& admin = world.admin();
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    auto body = inspectionBody();
    auto& item = body["score"].as_object()["items"].as_array()[3].as_object();
    const std::string id(item.at("id").as_string());
    item["points"] = 1;
    const auto result = resultOf(world, inspector.say("inspection.submitted", body, kSite).text());
    CHECK(textOr(result, "code") == "bad_score");
    CHECK_THAT(textOr(result, "detail"),
               Catch::Contains("score.items[3] (item " + id + ").points is stated as 1, it is"));
    // As every device signed before: without them.
    body["score"].as_object().erase("items");
    CHECK(world.fate(inspector.say("inspection.submitted", body, kSite), admin) == "accepted");
}

TEST_CASE("a site's line must agree with itself") {
    World world;
    auto& admin = world.admin();
    CHECK(world.fate(admin.say("site.published", siteBody("a", "A", "620321"), {"b", "620321"}), admin) ==
          "bad_payload");
    CHECK(world.fate(admin.say("site.published", siteBody("a", "A", "620321"), {"a", "620322"}), admin) ==
          "bad_payload");
}

TEST_CASE("an unknown record type is kept and passed on, with members that nobody knows") {
    World world;
    auto& admin = world.admin();
    auto payload = parseJson(record::formatPayload(admin.next("drone.flown", {{"height", 30}}))).value();
    payload.get_object()["later"] = "a member of a later version";
    const auto line = admin.sign(toText(payload));
    CHECK(world.fate(line, admin) == "accepted");
    const auto feed = world.get("/v1/records?after=0", &admin);
    CHECK_THAT(feed.body, Catch::Contains(line.text() + "\n"));
}

TEST_CASE("an id that belongs to another author's record is refused") {
    World world;
    auto& admin = world.admin();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    const auto first = admin.say("standard.feedback", {{"text", "x"}});
    REQUIRE(world.fate(first, admin) == "accepted");
    const auto id = record::parsePayload(first.payload()).value().id;
    CHECK(world.fate(inspector.sayAs(id, "standard.feedback", {{"text", "y"}}), admin) == "bad_payload");
}

TEST_CASE("one refused line does not hold up the others") {
    World world;
    auto& admin = world.admin();
    auto bad = admin.say("standard.feedback", {{"text", "seven"}}).text();
    bad.replace(bad.find("seven"), 5, "eight");
    const auto good = admin.say("standard.feedback", {{"text", "x"}});
    const auto answer =
        world.answered(world.call({Method::post, "/v1/records", bad + "\n" + good.text() + "\n"}, &admin));
    CHECK(answer.at("results").get_array().at(0).get_object().at("code") == "bad_signature");
    CHECK(answer.at("results").get_array().at(1).get_object().at("status") == "accepted");
}

TEST_CASE("an id stands for one line: another under it is refused, the very same bytes are known") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    const auto id = makeUuid7(world.now());
    const auto first = inspector.sayAs(id, "inspection.submitted", inspectionBody(), kSite);
    CHECK(world.fate(first, inspector) == "accepted");
    auto clone = inspector;
    const auto second = clone.sayAs(id, "inspection.submitted", inspectionBody(10), kSite);
    CHECK(world.fate(second, inspector) == "id_used");
    CHECK(world.fate(clone.sayAs(id, "standard.feedback", {{"text", "x"}}), inspector) == "id_used");
    CHECK(world.fate(first, inspector) == "known");
    CHECK(InspectionRows(*world.services().readers.borrow()).find(id)->hash == first.hash());
    // The same in one push.
    const auto other = makeUuid7(world.now());
    const auto answer = world.push({inspector.sayAs(other, "inspection.submitted", inspectionBody(), kSite),
                                    inspector.sayAs(other, "inspection.submitted", inspectionBody(), kSite)},
                                   inspector);
    CHECK(textOr(answer.at("results").get_array().at(0).get_object(), "status") == "accepted");
    CHECK(textOr(answer.at("results").get_array().at(1).get_object(), "code") == "id_used");
}

TEST_CASE("the other form of an ES256 signature is no second line and no fork") {
    World world;
    auto device = world.enrol(domain::Role::inspector, {"62"}, crypto::Suite::es256);
    const auto line = device.say("standard.feedback", {{"text", "x"}});
    CHECK(world.fate(line, device) == "accepted");
    // r‖(n − s) with n the order of P-256, as anybody can make it.
    const auto order = fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551").value();
    const auto& text = line.text();
    const auto from = text.find("..") + 2, space = text.find(' ');
    auto signature = fromBase64Url(text.substr(from, space - from)).value();
    int carry = 1;
    for (std::size_t i = 32; i-- > 0;) {
        const int sum = order[i] + (255 - signature[32 + i]) + carry;
        signature[32 + i] = static_cast<std::uint8_t>(sum);
        carry = sum >> 8;
    }
    CHECK(codeOf(world, text.substr(0, from) + toBase64Url(signature) + text.substr(space)) == "bad_signature");
    CHECK(world.services().readers.borrow()->chainTotals().withForks == 0);
}

TEST_CASE("a key of small order cannot be enrolled") {
    World world;
    const auto invitation = world.invite(domain::Role::inspector, {"62"});
    const Author device(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const auto good = claim(invitation, device.key(), world.clock()());
    auto body = parseJson(good.payload()).value().get_object();
    // The identity: under it every message has the same good signature.
    body["body"].get_object()["key"].get_object()["x"] = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    const auto inviteKey = crypto::PrivateKey::fromSecret(invitation.suite, invitation.secret).value();
    const auto response = world.call({Method::post, "/v1/enrol", record::Line::sign(inviteKey, toText(body)).text()});
    CHECK(response.status == 400);
    CHECK_THAT(response.body, Catch::Contains("not a point"));
    CHECK(world.call({Method::post, "/v1/enrol", good.text()}).status == 200);
}
