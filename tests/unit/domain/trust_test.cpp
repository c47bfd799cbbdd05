#include "shared/domain/trust.h"

#include <catch2/catch.hpp>

#include "shared/base/uuid.h"
#include "shared/domain/trust_body.h"

using namespace plumb;
using namespace plumb::domain;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:00:00.000+08:00").value();
const Instant kLater{kNow.utc + std::chrono::hours(24), kNow.offset};

record::Payload payloadOf(std::string type, json::object body, std::uint64_t seq = 1) {
    record::Payload payload;
    payload.id = makeUuid7(kNow.utc);
    payload.type = std::move(type);
    payload.seq = seq;
    if (seq > 1) payload.prev = Sha256{};
    payload.at = kNow;
    payload.body = std::move(body);
    return payload;
}

struct World {
    crypto::PrivateKey root = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    crypto::PrivateKey adminInvite = crypto::PrivateKey::generate(crypto::Suite::es256),
                       admin = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    crypto::PrivateKey invite = crypto::PrivateKey::generate(crypto::Suite::es256),
                       device = crypto::PrivateKey::generate(crypto::Suite::sm2);
    TrustBook book{root.kid()};

    FactBook facts;
    std::uint64_t next = 0;  // log index of the next line

    World() {
        // A site of 620321, as if somebody had published it before all else.
        auto site = payloadOf("site.published", {{"id", "s1"}});
        site.region = "620321";
        facts.add(site, "admin", std::uint64_t{0});
    }

    std::string add(const record::Line& line, std::optional<TimePoint> now = kNow.utc) {
        const auto done = book.add(line, record::parsePayload(line.payload()).value(), next, now);
        next += done.has_value();
        return done ? "" : done.error().code;
    }
    static record::Line line(const crypto::PrivateKey& key, const record::Payload& payload) {
        return record::Line::sign(key, record::formatPayload(payload));
    }

    record::Line rootInvite() const {
        const auto key = root.publicKey();
        return line(
            root, payloadOf("invite.issued", inviteBody(adminInvite.publicKey(), "p1", "管理员",
                                                        {{Role::administrator, {"62"}, {}}}, kLater, &key, "log+key")));
    }
    record::Line inspectorInvite(std::vector<std::string> regions = {"6203"}) const {
        return line(admin, payloadOf("invite.issued", inviteBody(invite.publicKey(), "p2", "检查员",
                                                                 {{Role::inspector, std::move(regions), {}}}, kLater)));
    }
    void enrolAll() {
        REQUIRE(add(rootInvite()).empty());
        REQUIRE(add(enrolLine(adminInvite, admin, "desk", kNow)).empty());
        REQUIRE(add(inspectorInvite()).empty());
        REQUIRE(add(enrolLine(invite, device, "tablet", kNow)).empty());
    }
};

}  // namespace

TEST_CASE("the root's thumbprint leads to every enrolled device") {
    World world;
    world.enrolAll();
    const auto* member = world.book.member(world.device.kid());
    REQUIRE(member);
    CHECK(member->personName == "检查员");
    CHECK(member->grantsAt().at(0).regions == std::vector<std::string>{"6203"});
    CHECK(world.book.logKey() == "log+key");
    TrustBook other(world.root.kid());
    for (const auto& [index, text] : world.book.proofFor({world.device.kid()})) {
        const auto line = record::Line::parse(text).value();
        REQUIRE(other.add(line, record::parsePayload(line.payload()).value(), index));
    }
    CHECK(other.member(world.device.kid()));
}

TEST_CASE("a person's certificate is what her invitation states, and nobody's where it states none") {
    World world;
    REQUIRE(world.add(world.rootInvite()).empty());
    REQUIRE(world.add(enrolLine(world.adminInvite, world.admin, "desk", kNow)).empty());
    const PersonCertificate certificate{"甘620300-017", "2028-06"};
    const auto body = inviteBody(world.invite.publicKey(), "p2", "检查员", {{Role::inspector, {"6203"}, {}}}, kLater,
                                 nullptr, "", false, certificate);
    REQUIRE(world.add(World::line(world.admin, payloadOf("invite.issued", body))).empty());
    REQUIRE(world.add(enrolLine(world.invite, world.device, "tablet", kNow)).empty());
    CHECK(world.book.member(world.device.kid())->certificate == certificate);
    CHECK_FALSE(world.book.member(world.admin.kid())->certificate);
    auto blank = body;
    blank["person"].as_object()["certificate"] = json::object{{"number", ""}};
    CHECK_FALSE(readInviteBody(blank).value().certificate);
    blank["person"].as_object()["certificate"] = "甘620300-017";
    CHECK_FALSE(readInviteBody(blank).value().certificate);
}

TEST_CASE("nothing is believed without the root") {
    World world;
    CHECK(world.add(enrolLine(world.adminInvite, world.admin, "desk", kNow)) == "invite_unknown");
    CHECK(world.add(world.inspectorInvite()) == "key_unknown");
    World impostor;
    CHECK(world.add(impostor.rootInvite()) == "key_unknown");
    // A line that names the true root's kid but carries another key.
    const auto key = impostor.root.publicKey();
    const auto payload = payloadOf("invite.issued", inviteBody(impostor.adminInvite.publicKey(), "p", "x",
                                                               {{Role::administrator, {"62"}, {}}}, kLater, &key));
    const std::string forged =
        crypto::protectedHeader(world.root.publicKey(), crypto::kRecordTyp) +
        World::line(impostor.root, payload).text().substr(World::line(impostor.root, payload).text().find(".."));
    CHECK(world.add(record::Line::parse(forged).value()) == "bad_signature");
}

TEST_CASE("an invitation is good once and until its end") {
    World world;
    REQUIRE(world.add(world.rootInvite()).empty());
    CHECK(world.add(enrolLine(world.adminInvite, world.admin, "desk", kNow),
                    kLater.utc + std::chrono::milliseconds(1)) == "invite_expired");
    REQUIRE(world.add(enrolLine(world.adminInvite, world.admin, "desk", kNow)).empty());
    CHECK(world.add(enrolLine(world.adminInvite, world.device, "second", kNow)) == "invite_used");
    CHECK_FALSE(world.book.member(world.device.kid()));
}

TEST_CASE("an enrolment whose inner signature is not the device's is refused") {
    World world;
    REQUIRE(world.add(world.rootInvite()).empty());
    auto body = json::object{
        {"key", world.device.publicKey().jwk()},
        {"device", "x"},
        {"proof", crypto::signDetached(world.admin, crypto::kEnrolTyp,
                                       "plumb-enrol-v1\n" + world.adminInvite.kid() + "\n" + world.device.kid())}};
    CHECK(world.add(World::line(world.adminInvite, payloadOf("key.enrolled", body))) == "bad_proof");
    body["proof"] = crypto::signDetached(world.device, crypto::kEnrolTyp,
                                         "plumb-enrol-v1\n" + world.invite.kid() + "\n" + world.device.kid());
    CHECK(world.add(World::line(world.adminInvite, payloadOf("key.enrolled", body))) == "bad_proof");
    body.erase("proof");
    CHECK(world.add(World::line(world.adminInvite, payloadOf("key.enrolled", body))) == "bad_payload");
    body["proof"] = 7;
    CHECK(world.add(World::line(world.adminInvite, payloadOf("key.enrolled", body))) == "bad_payload");
    body["key"] = json::object{{"crv", "Ed25519"}, {"kty", "OKP"}, {"x", "AAAA"}};
    CHECK(world.add(World::line(world.adminInvite, payloadOf("key.enrolled", body))) == "bad_payload");
}

TEST_CASE("no administrator gives what lies outside her own regions") {
    World world;
    REQUIRE(world.add(world.rootInvite()).empty());
    REQUIRE(world.add(enrolLine(world.adminInvite, world.admin, "desk", kNow)).empty());
    CHECK(world.add(world.inspectorInvite({"63"})) == "wrong_region");
    CHECK(world.add(world.inspectorInvite({""})) == "wrong_region");
}

TEST_CASE("an inspector cannot invite, and a revoked key writes no more") {
    World world;
    world.enrolAll();
    const auto another = crypto::PrivateKey::generate(crypto::Suite::es256);
    CHECK(world.add(World::line(world.device, payloadOf("invite.issued", inviteBody(another.publicKey(), "p3", "x",
                                                                                    {{Role::inspector, {"6203"}, {}}},
                                                                                    kLater)))) == "wrong_role");
    auto inspection = payloadOf("inspection.submitted", {});
    inspection.region = "620321";
    inspection.site = "s1";
    const auto line = World::line(world.device, inspection);
    CHECK(world.book.checkAuthor(line, inspection, {}, world.facts));
    REQUIRE(world
                .add(World::line(world.admin,
                                 payloadOf("key.revoked", {{"key", world.device.kid()}, {"reason", "lost"}}, 2)))
                .empty());
    CHECK(world.book.checkAuthor(line, inspection, {}, world.facts).error().code == "key_revoked");
}

TEST_CASE("a revocation works from its own index on, for ever, and never before") {
    World world;
    world.enrolAll();
    auto inspection = payloadOf("inspection.submitted", {});
    inspection.region = "620321";
    inspection.site = "s1";
    const auto line = World::line(world.device, inspection);
    const auto before = world.next++, alsoBefore = world.next++;
    const auto revocation = world.next;
    REQUIRE(world.add(World::line(world.admin, payloadOf("key.revoked", {{"key", world.device.kid()}}, 2))).empty());
    CHECK(world.book.checkAuthor(line, inspection, before, world.facts));
    CHECK(world.book.checkAuthor(line, inspection, alsoBefore, world.facts));
    CHECK(world.book.checkAuthor(line, inspection, revocation + 1, world.facts).error().code == "key_revoked");
    CHECK(world.book.checkAuthor(line, inspection, {}, world.facts).error().code == "key_revoked");
    // Nor does a line count that stands before its author's enrolment.
    CHECK(world.book.checkAuthor(line, inspection, 2, world.facts).error().code == "key_unknown");
    // A second revocation takes nothing back of the first.
    REQUIRE(world.add(World::line(world.admin, payloadOf("key.revoked", {{"key", world.device.kid()}}, 3))).empty());
    CHECK(world.book.member(world.device.kid())->revokedAt == revocation);
}

TEST_CASE("what a revoked administrator did before stands: whom she invited, and the proof of it") {
    World world;
    REQUIRE(world.add(world.rootInvite()).empty());
    REQUIRE(world.add(enrolLine(world.adminInvite, world.admin, "desk", kNow)).empty());
    const auto second = crypto::PrivateKey::generate(crypto::Suite::eddsa),
               secondInvite = crypto::PrivateKey::generate(crypto::Suite::es256);
    REQUIRE(world
                .add(World::line(world.admin,
                                 payloadOf("invite.issued", inviteBody(secondInvite.publicKey(), "p9", "second",
                                                                       {{Role::administrator, {"62"}, {}}}, kLater))))
                .empty());
    REQUIRE(world.add(enrolLine(secondInvite, second, "desk 2", kNow)).empty());
    REQUIRE(world.add(world.inspectorInvite()).empty());
    REQUIRE(world.add(World::line(second, payloadOf("key.revoked", {{"key", world.admin.kid()}}))).empty());
    // Her invitation, issued while she was an administrator, is claimed after her revocation.
    REQUIRE(world.add(enrolLine(world.invite, world.device, "tablet", kNow)).empty());
    CHECK(world.add(World::line(world.admin, payloadOf("key.revoked", {{"key", second.kid()}}, 4))) == "key_revoked");
    TrustBook other(world.root.kid());
    for (const auto& [index, text] : world.book.proofFor({world.device.kid()})) {
        const auto line = record::Line::parse(text).value();
        REQUIRE(other.add(line, record::parsePayload(line.payload()).value(), index));
    }
    CHECK(other.member(world.device.kid()));
    CHECK(other.member(world.admin.kid())->revokedAt == world.book.member(world.admin.kid())->revokedAt);
}

TEST_CASE("what a role gives counts from its own index to the index at which it is taken") {
    World world;
    world.enrolAll();
    auto inspection = payloadOf("inspection.submitted", {});
    inspection.region = "620921";
    inspection.site = "s2";
    auto site = payloadOf("site.published", {{"id", "s2"}});
    site.region = "620921";
    world.facts.add(site, "admin", std::uint64_t{0});
    const auto line = World::line(world.device, inspection);
    const auto change = [&](const char* type, std::vector<Grant> grants, std::uint64_t seq) {
        return world.add(World::line(
            world.admin,
            payloadOf(type, {{"key", world.device.kid()}, {"grants", grantsToJson(grants)}, {"reason", "x"}}, seq)));
    };
    const Grant more{Role::inspector, {"6209"}, {}};
    CHECK(world.book.checkAuthor(line, inspection, {}, world.facts).error().code == "wrong_region");
    CHECK(change("role.withdrawn", {more}, 2) == "bad_payload");
    CHECK(change("role.granted", {{Role::inspector, {"63"}, {}}}, 2) == "wrong_region");
    const auto granted = world.next;
    REQUIRE(change("role.granted", {more}, 2).empty());
    world.next += 5;
    const auto withdrawn = world.next;
    REQUIRE(change("role.withdrawn", {more}, 3).empty());
    CHECK(world.book.checkAuthor(line, inspection, granted, world.facts).error().code == "wrong_region");
    CHECK(world.book.checkAuthor(line, inspection, granted + 1, world.facts));
    CHECK(world.book.checkAuthor(line, inspection, withdrawn - 1, world.facts));
    CHECK(world.book.checkAuthor(line, inspection, withdrawn + 1, world.facts).error().code == "wrong_region");
    CHECK(world.book.checkAuthor(line, inspection, {}, world.facts).error().code == "wrong_region");
    // The proof of the key carries both.
    CHECK(world.book.proofFor({world.device.kid()}).size() == 6);
}

TEST_CASE("an administrator gives and takes only within her own regions") {
    World world;
    world.enrolAll();
    const auto otherInvite = crypto::PrivateKey::generate(crypto::Suite::es256),
               other = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    const auto key = world.root.publicKey();
    REQUIRE(world
                .add(World::line(world.root, payloadOf("invite.issued",
                                                       inviteBody(otherInvite.publicKey(), "p7", "青海管理员",
                                                                  {{Role::administrator, {"63"}, {}}}, kLater, &key),
                                                       2)))
                .empty());
    REQUIRE(world.add(enrolLine(otherInvite, other, "desk", kNow)).empty());
    for (const auto& kid : {world.device.kid(), world.admin.kid()}) {
        CHECK(world.add(World::line(other, payloadOf("key.revoked", {{"key", kid}, {"reason", "x"}}))) ==
              "wrong_region");
        CHECK(world.add(World::line(
                  other, payloadOf("role.withdrawn",
                                   {{"key", kid}, {"grants", grantsToJson({{Role::inspector, {"6203"}, {}}})}}))) ==
              "wrong_region");
    }
    // The root takes whatever it wants.
    CHECK(world.add(World::line(world.root, payloadOf("key.revoked", {{"key", other.kid()}}, 3))).empty());
}

TEST_CASE("an enterprise that is given no region has its inviter's, and only its own site within them") {
    World world;
    world.enrolAll();
    const auto invite = crypto::PrivateKey::generate(crypto::Suite::es256),
               device = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    REQUIRE(world
                .add(World::line(world.admin, payloadOf("invite.issued",
                                                        inviteBody(invite.publicKey(), "p5", "企业",
                                                                   {{Role::enterprise, {}, {"s1", "s63"}}}, kLater),
                                                        4)))
                .empty());
    REQUIRE(world.add(enrolLine(invite, device, "phone", kNow)).empty());
    auto far = payloadOf("site.published", {{"id", "s63"}});
    far.region = "630121";
    world.facts.add(far, "admin63", std::uint64_t{0});
    const auto fate = [&](std::string site, std::string region) {
        auto assessment = payloadOf("assessment.submitted", {});
        assessment.site = std::move(site);
        assessment.region = std::move(region);
        const auto done = world.book.checkRights(device.kid(), assessment, {}, world.facts);
        return done ? "" : done.error().code;
    };
    CHECK(fate("s1", "620321").empty());
    CHECK(fate("s63", "630121") == "wrong_region");
    CHECK(fate("s63", "620321") == "wrong_region");
    CHECK(fate("s9", "620321") == "site_unknown");
}

TEST_CASE("one person has one id: a second invitation under the same name says which it is") {
    World world;
    world.enrolAll();
    const auto again = [&](const std::string& person, bool namesake, std::uint64_t seq) {
        const auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
        return world.add(World::line(
            world.admin, payloadOf("invite.issued",
                                   inviteBody(key.publicKey(), person, "检查员", {{Role::supervisor, {"6203"}, {}}},
                                              kLater, nullptr, "", namesake),
                                   seq)));
    };
    CHECK(again("p8", false, 2) == "namesake");
    CHECK(again("p8", true, 2).empty());
    CHECK(again("p2", false, 3).empty());
}

TEST_CASE("nobody reviews a record of her own, whichever of her devices signs") {
    World world;
    world.enrolAll();
    const auto invite = crypto::PrivateKey::generate(crypto::Suite::es256),
               second = crypto::PrivateKey::generate(crypto::Suite::eddsa);
    REQUIRE(world
                .add(World::line(world.admin, payloadOf("invite.issued",
                                                        inviteBody(invite.publicKey(), "p2", "检查员",
                                                                   {{Role::supervisor, {"6203"}, {}}}, kLater),
                                                        4)))
                .empty());
    REQUIRE(world.add(enrolLine(invite, second, "desk", kNow)).empty());
    auto inspection = payloadOf("inspection.submitted", {});
    inspection.region = "620321";
    inspection.site = "s1";
    world.facts.add(inspection, world.device.kid(), std::uint64_t{6});
    auto review = payloadOf("review.accepted", {{"of", inspection.id}});
    review.region = "620321";
    review.site = "s1";
    CHECK(world.book.checkRights(second.kid(), review, {}, world.facts).error().code == "wrong_role");
    review.body["of"] = "another";
    CHECK(world.book.checkRights(second.kid(), review, {}, world.facts).error().code == "of_unknown");
}

TEST_CASE("the root alone names who certifies document keys, and every name stands") {
    World world;
    const auto certified = [&](const crypto::PrivateKey& by, const crypto::PrivateKey& says, std::uint64_t seq) {
        return World::line(
            by, payloadOf("documents.certified", toBody(AuthorityBody{says.publicKey(), Bytes{1, 2, 3}}), seq));
    };
    REQUIRE(world.add(world.rootInvite()).empty());
    const auto first = certified(world.root, world.root, 2), second = certified(world.root, world.root, 3);
    CHECK(world.add(first).empty());
    CHECK(world.add(second).empty());
    CHECK(world.add(certified(world.root, world.admin, 4)) == "bad_payload");
    CHECK(world.add(certified(world.admin, world.root, 1)) == "key_unknown");
    REQUIRE(world.add(enrolLine(world.adminInvite, world.admin, "办公室", kNow)).empty());
    CHECK(world.add(certified(world.admin, world.root, 1)) == "wrong_role");
    REQUIRE(world.book.documentAuthorities().size() == 2);
    CHECK(world.book.documentAuthorities()[0].text == first.text());
    CHECK(world.book.documentAuthorities()[1].text == second.text());
}
