// The second inspector's signature at the server: a record of two counts for nothing before it is there.
#include <catch2/catch.hpp>

#include "shared/crypto/hash.h"
#include "shared/records/inspection/cosignature.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

const Said kSite{"yongchang-veg", "620321"};

// The checklist 6a as a document of another id that asks for two inspectors.
std::string forTwo() {
    auto document = parseJson(checklistDocument()).value().as_object();
    document["id"] = "two";
    document["signers"] = 2;
    return toText(document);
}

json::object bodyForTwo(const std::string& document, int signers = 2) {
    auto body = inspectionBody();
    body["checklist"].as_object()["id"] = "two";
    body["checklist"].as_object()["sha256"] = crypto::sha256(document).hex();
    body["findings"] = {{{"item", "1"}, {"severity", "minor"}, {"text", "t"}, {"due", "2026-12-06"}}};
    if (signers > 1) body["signers"] = signers;
    return body;
}

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

struct Pair {
    World world;
    std::string document = forTwo();
    Author first, second, supervisor;

    Pair()
        : first((world.publish(), world.enrol(domain::Role::inspector, {"62"}))),
          second(world.enrol(domain::Role::inspector, {"62"})),
          supervisor(world.enrol(domain::Role::supervisor, {"62"})) {
        world.upload(document, world.admin());
        Said said;
        said.files = {checklistFile(document)};
        REQUIRE(world.fate(world.admin().say("checklist.published", checklistBody(document), said), world.admin()) ==
                "accepted");
    }
    record::Line submit() {
        auto line = first.say("inspection.submitted", bodyForTwo(document), kSite);
        REQUIRE(world.fate(line, first) == "accepted");
        return line;
    }
    static json::object over(const record::Line& version, const std::string& id) {
        return records::toBody(records::Cosignature{id, version.hash(), records::contentDigest(version.payload())});
    }
    std::string cosign(Author& by, const record::Line& version, const std::string& id) {
        return world.fate(by.say("inspection.cosigned", over(version, id), kSite), by);
    }
    std::string review(const record::Line& version, const std::string& id) {
        return world.fate(
            supervisor.say("review.accepted", {{"of", id}, {"hash", version.hash().hex()}, {"comment", ""}}, kSite),
            supervisor);
    }
    std::string order(const record::Line& version, const std::string& id) {
        return world.fate(
            supervisor.say(
                "rectification.ordered",
                {{"of", id},
                 {"hash", version.hash().hex()},
                 {"office", "o"},
                 {"count", "working"},
                 {"delivery", {{"how", "post"}, {"tracking", "1"}}},
                 {"findings", {{{"item", "1"}, {"facts", "f"}, {"requirement", "r"}, {"due", "2027-06-06"}}}}},
                kSite),
            supervisor);
    }
    // Another device of the same person.
    Author sameAs(const Author& who) {
        const auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
        auto& book = world.services().trust;
        const auto at = world.clock()();
        REQUIRE(world.fate(world.admin().say(
                               "invite.issued",
                               domain::inviteBody(key.publicKey(), book.personId(who.kid()), book.personName(who.kid()),
                                                  {{domain::Role::inspector, {"62"}, {}}},
                                                  Instant{at.utc + std::chrono::hours(1), at.offset})),
                           world.admin()) == "accepted");
        Author out(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
        world.answered(
            world.call({Method::post, "/v1/enrol", domain::enrolLine(key, out.key(), "tablet 2", at).text()}));
        return out;
    }
    json::object counts() {
        return world.answered(world.get("/v1/query/inspections?status=incomplete", &supervisor))
            .at("counts")
            .as_object();
    }
    json::object record(const std::string& id) {
        return world.answered(world.get("/v1/query/records/" + id, &supervisor));
    }
};

}  // namespace

TEST_CASE("a record of two waits for the second signature, and counts for nothing before") {
    Pair it;
    const auto submitted = it.submit();
    const auto id = idOf(submitted);
    CHECK(textOr(it.record(id), "status") == "incomplete");
    const auto said = [&] {
        const auto answer =
            it.world.answered(it.world.get("/v1/public/records/" + submitted.hash().hex().substr(0, 32)));
        return answer.at("says").get_object();
    };
    CHECK(said().at("signers").to_number<int>() == 1);
    CHECK(said().contains("waits"));
    CHECK(it.counts().at("incomplete").as_int64() == 1);
    CHECK(it.counts().at("submitted").as_int64() == 0);
    CHECK(it.review(submitted, id) == "not_cosigned");
    CHECK(it.order(submitted, id) == "not_cosigned");
    CHECK(records::stateName(records::stateOf(CaseRows(*it.world.services().readers.borrow()).find(id)->row)) ==
          "incomplete");

    CHECK(it.cosign(it.second, submitted, id) == "accepted");
    const auto answer = it.record(id);
    CHECK(textOr(answer, "status") == "submitted");
    CHECK(answer.at("cosignatures").as_array().size() == 1);
    CHECK(said().at("signers").to_number<int>() == 2);
    CHECK_FALSE(said().contains("waits"));
    CHECK(it.counts().at("submitted").as_int64() == 1);
    CHECK(it.counts().at("incomplete").as_int64() == 0);
    CHECK(it.review(submitted, id) == "accepted");
    CHECK(it.order(submitted, id) == "accepted");
    const auto row = InspectionRows(*it.world.services().readers.borrow()).find(id).value();
    CHECK(row.status == records::InspectionStatus::accepted);
    CHECK(row.cosigned.has_value());
    CHECK(row.says.signers == 2);
}

TEST_CASE("who may sign second: another person, of the role, of the region, whose key stands") {
    Pair it;
    const auto submitted = it.submit();
    const auto id = idOf(submitted);
    CHECK(it.cosign(it.first, submitted, id) == "wrong_role");
    // Her own other device: another key, the same person.
    auto otherDevice = it.sameAs(it.first);
    CHECK(it.cosign(otherDevice, submitted, id) == "wrong_role");
    CHECK(it.cosign(it.supervisor, submitted, id) == "wrong_role");
    auto elsewhere = it.world.enrol(domain::Role::inspector, {"63"});
    CHECK(it.cosign(elsewhere, submitted, id) == "wrong_region");
    auto revoked = it.world.enrol(domain::Role::inspector, {"62"});
    const auto late = revoked.say("inspection.cosigned", Pair::over(submitted, id), kSite);
    REQUIRE(it.world.fate(it.world.admin().say("key.revoked", {{"key", revoked.kid()}, {"reason", "lost"}}),
                          it.world.admin()) == "accepted");
    CHECK(it.world.fate(late, it.second) == "key_revoked");
    CHECK(textOr(it.record(id), "status") == "incomplete");
}

TEST_CASE("one second signature, over exactly these bytes, of the newest version") {
    Pair it;
    const auto submitted = it.submit();
    const auto id = idOf(submitted);
    auto other = Pair::over(submitted, id);
    other["content"] = std::string(64, 'a');
    CHECK(it.world.fate(it.second.say("inspection.cosigned", other, kSite), it.second) == "content_differs");
    CHECK(it.cosign(it.second, submitted, id) == "accepted");
    auto third = it.world.enrol(domain::Role::inspector, {"62"});
    CHECK(it.cosign(third, submitted, id) == "already_cosigned");
    CHECK(it.cosign(it.second, submitted, id) == "already_cosigned");

    auto body = bodyForTwo(it.document);
    body["of"] = id;
    body["reason"] = "补充";
    const auto amended = it.first.say("inspection.amended", body, kSite);
    CHECK(it.world.fate(amended, it.first) == "accepted");
    CHECK(textOr(it.record(id), "status") == "incomplete");
    CHECK(it.review(amended, id) == "not_cosigned");
    CHECK(it.cosign(it.second, submitted, id) == "version_old");
    CHECK(it.cosign(it.second, amended, id) == "accepted");
    CHECK(it.review(amended, id) == "accepted");
    CHECK(it.cosign(third, amended, id) == "not_cosignable");
}

TEST_CASE("a body says how many sign as its checklist does, or is refused") {
    Pair it;
    CHECK(it.world.fate(it.first.say("inspection.submitted", bodyForTwo(it.document, 1), kSite), it.first) ==
          "bad_payload");
    auto one = inspectionBody();
    one["signers"] = 2;
    CHECK(it.world.fate(it.first.say("inspection.submitted", one, kSite), it.first) == "bad_payload");
    // Where one is enough, a second may sign all the same.
    const auto plain = it.first.say("inspection.submitted", inspectionBody(), kSite);
    REQUIRE(it.world.fate(plain, it.first) == "accepted");
    CHECK(it.cosign(it.second, plain, idOf(plain)) == "accepted");
    CHECK(textOr(it.record(idOf(plain)), "status") == "submitted");
    CHECK(it.cosign(it.second, plain, std::string("0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f")) == "of_unknown");
}

TEST_CASE("neither of the two who made a visit accepts its veto, whatever else they may do") {
    Pair it;
    auto body = vetoedBody();
    body["checklist"] = bodyForTwo(it.document).at("checklist");
    body["signers"] = 2;
    const auto submitted = it.first.say("inspection.submitted", body, kSite);
    REQUIRE(it.world.fate(submitted, it.first) == "accepted");
    const auto id = idOf(submitted);
    REQUIRE(it.cosign(it.second, submitted, id) == "accepted");
    auto& admin = it.world.admin();
    const json::object supervises{{"role", "supervisor"}, {"regions", {"62"}}, {"sites", json::array{}}};
    REQUIRE(it.world.fate(
                admin.say("role.granted",
                          {{"key", it.second.kid()}, {"grants", json::array{supervises}}, {"reason", "兼任审核"}}),
                admin) == "accepted");
    const auto accept = [&](Author& by) {
        return it.world.fate(by.say("review.accepted",
                                    {{"of", id},
                                     {"hash", submitted.hash().hex()},
                                     {"comment", ""},
                                     {"person", it.world.services().trust.personId(by.kid())}},
                                    kSite),
                             by);
    };
    CHECK(accept(it.second) == "own_record");
    CHECK(accept(it.supervisor) == "accepted");
    CHECK(accept(it.second) == "own_record");
    CHECK(InspectionRows(*it.world.services().readers.borrow()).find(id)->waitsForSecond());
}

TEST_CASE("the tables of second signatures are made again from the lines") {
    Pair it;
    const auto submitted = it.submit();
    const auto id = idOf(submitted);
    REQUIRE(it.cosign(it.second, submitted, id) == "accepted");
    const auto before = InspectionRows(*it.world.services().readers.borrow()).find(id).value();
    it.world.restart();
    CHECK(InspectionRows(*it.world.services().readers.borrow()).find(id).value() == before);
}

TEST_CASE(
    "how a result came to the party is said of what counts, as often as it happens, and is handed out with the "
    "record") {
    Pair it;
    const auto submitted = it.submit();
    const auto id = idOf(submitted);
    const auto deliver = [&](Author& by, const record::Line& version, const std::string& of,
                             const char* way = "paper") {
        return it.world.fate(
            by.say(
                "inspection.delivered",
                {{"of", of}, {"hash", version.hash().hex()}, {"way", way}, {"at", formatInstant(it.world.clock()())}},
                kSite),
            by);
    };
    CHECK(deliver(it.first, submitted, id) == "not_cosigned");
    REQUIRE(it.cosign(it.second, submitted, id) == "accepted");
    CHECK(deliver(it.first, submitted, id) == "accepted");
    CHECK(deliver(it.second, submitted, id, "left") == "accepted");
    CHECK(deliver(it.supervisor, submitted, id) == "wrong_role");
    CHECK(deliver(it.first, submitted, id, "carried") == "bad_payload");
    // Nor what came after it was said, or was said somewhere at another time.
    json::object later{{"of", id}, {"hash", submitted.hash().hex()}, {"way", "paper"}};
    auto ahead = it.world.clock()();
    ahead.utc += std::chrono::hours(1);
    later["at"] = formatInstant(ahead);
    CHECK(it.world.fate(it.first.say("inspection.delivered", later, kSite), it.first) == "bad_payload");
    later["at"] = formatInstant(it.world.clock()());
    later["place"] = {{"lat", 38.2}, {"lon", 101.9}, {"acc", 4}, {"at", formatInstant(ahead)}, {"source", "satellite"}};
    CHECK(it.world.fate(it.first.say("inspection.delivered", later, kSite), it.first) == "bad_payload");
    later["place"] = {{"none", "searching"}};
    CHECK(it.world.fate(it.first.say("inspection.delivered", later, kSite), it.first) == "accepted");
    CHECK(deliver(it.first, submitted, "0198d2c4-7a10-7c3e-8f21-5b6a7c8d9e0f") == "of_unknown");
    const auto amended = it.first.say(
        "inspection.amended",
        [&] {
            auto body = bodyForTwo(it.document);
            body["of"] = id;
            body["reason"] = "r";
            return body;
        }(),
        kSite);
    REQUIRE(it.world.fate(amended, it.first) == "accepted");
    CHECK(deliver(it.first, amended, id) == "not_cosigned");
    REQUIRE(it.cosign(it.second, amended, id) == "accepted");
    CHECK(deliver(it.first, submitted, id) == "version_old");
    CHECK(deliver(it.first, amended, id) == "accepted");
    const auto answer = it.record(id);
    CHECK(answer.at("deliveries").as_array().size() == 4);
    CHECK(textOr(answer, "status") == "submitted");
}
