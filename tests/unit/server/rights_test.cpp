// What people at a real server tried with lines that say of themselves what is not so: each is refused by what the log
// has established, and what others may read does not grow by it.
#include <catch2/catch.hpp>

#include "shared/base/uuid.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/receipt.h"
#include "shared/domain/trust.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

constexpr const char* kSite = "yongchang-veg";
const Said kHere{kSite, "620321"};

struct Province {
    World world;
    Author& root;  // an administrator of everything
    Author admin63, inspector62, inspector63, supervisor62;

    Province()
        : root((world.publish(), world.admin())),
          admin63(world.enrol(domain::Role::administrator, {"63"})),
          inspector62(world.enrol(domain::Role::inspector, {"62"})),
          inspector63(world.enrol(domain::Role::inspector, {"63"})),
          supervisor62(world.enrol(domain::Role::supervisor, {"62"})) {}

    std::string fate(Author& author, const std::string& type, json::object body, Said said = {}) {
        return world.fate(author.say(type, std::move(body), std::move(said)), author);
    }
    record::Line submitted(std::vector<record::FileRef> files = {}) {
        auto line = inspector62.say("inspection.submitted", inspectionBody(), {kSite, "620321", std::move(files)});
        REQUIRE(world.fate(line, inspector62) == "accepted");
        return line;
    }
    // Someone whom `by` invites with these grants.
    Author invitedBy(Author& by, const std::vector<domain::Grant>& grants) {
        const auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
        const auto at = world.clock()();
        const auto person = makeUuid7(at.utc);
        REQUIRE(fate(by, "invite.issued",
                     domain::inviteBody(key.publicKey(), person, person, grants,
                                        {at.utc + std::chrono::hours(1), at.offset})) == "accepted");
        auto invitation = world.firstInvitation();
        invitation.suite = key.suite();
        invitation.secret = key.secret();
        Author out(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
        world.answered(world.call({Method::post, "/v1/enrol", claim(invitation, out.key(), at).text()}));
        return out;
    }
    bool reads(const record::Line& line, const Author& reader) {
        return world.get("/v1/records?after=0&limit=1000", &reader).body.find(line.text()) != std::string::npos;
    }
};

std::string idOf(const record::Line& line) {
    return record::parsePayload(line.payload()).value().id;
}

record::FileRef photo(const std::string& content) {
    return {crypto::sha256(content), content.size(), "image/jpeg", "evidence", ""};
}

}  // namespace

TEST_CASE("an inspection lies where its site was published, whatever it says") {
    Province p;
    CHECK(p.fate(p.inspector63, "inspection.submitted", inspectionBody(), {kSite, "630106"}) == "wrong_region");
    CHECK(p.fate(p.inspector63, "inspection.submitted", inspectionBody(), kHere) == "wrong_region");
    CHECK(p.fate(p.inspector62, "inspection.submitted", inspectionBody(), {"nobody's", "620321"}) == "site_unknown");
    CHECK(p.fate(p.inspector62, "inspection.submitted", inspectionBody(), {"", "620321"}) == "bad_payload");
    CHECK(p.fate(p.inspector62, "inspection.submitted", inspectionBody(), kHere) == "accepted");
}

TEST_CASE("nobody takes a site into her own province") {
    Province p;
    CHECK(p.fate(p.admin63, "site.published", siteBody(kSite, "taken", "630106"), {kSite, "630106"}) == "wrong_region");
    CHECK(p.fate(p.inspector62, "inspection.submitted", inspectionBody(), kHere) == "accepted");
    // With the right over both it moves, and what was signed before the move was known is still taken.
    REQUIRE(p.fate(p.root, "site.published", siteBody(kSite, "moved", "620921"), {kSite, "620921"}) == "accepted");
    CHECK(p.fate(p.inspector62, "inspection.submitted", inspectionBody(), kHere) == "accepted");
    CHECK(p.fate(p.inspector62, "inspection.submitted", inspectionBody(), {kSite, "620921"}) == "accepted");
    auto knowing = kHere;
    knowing.seen = record::Seen{p.world.services().head.get()->size, p.world.services().head.get()->root};
    CHECK(p.fate(p.inspector62, "inspection.submitted", inspectionBody(), knowing) == "wrong_region");
}

TEST_CASE("nobody revokes or changes whom she could not have invited") {
    Province p;
    for (const auto& kid : {p.supervisor62.kid(), p.root.kid()})
        CHECK(p.fate(p.admin63, "key.revoked", {{"key", kid}, {"reason", "x"}}) == "wrong_region");
    CHECK(p.fate(p.admin63, "role.granted",
                 {{"key", p.inspector63.kid()},
                  {"grants", domain::grantsToJson({{domain::Role::supervisor, {"62"}, {}}})}}) == "wrong_region");
    CHECK(p.fate(p.admin63, "key.revoked", {{"key", p.inspector63.kid()}, {"reason", "left"}}) == "accepted");
}

TEST_CASE("an enterprise reads its own site, and only where its inviter could") {
    Province p;
    const auto line = p.submitted();
    const auto own = p.invitedBy(p.root, {{domain::Role::enterprise, {}, {kSite}}});
    const auto foreign = p.invitedBy(p.admin63, {{domain::Role::enterprise, {}, {kSite}}});
    CHECK(p.reads(line, own));
    CHECK_FALSE(p.reads(line, foreign));
    const auto task = p.supervisor62.say("task.assigned",
                                         {{"kind", "routine"},
                                          {"checklist", "6a"},
                                          {"team", json::array{p.world.services().trust.personId(p.inspector62.kid())}},
                                          {"due", "2026-12-05"},
                                          {"avoidance", {{"asked", "2026-11-25"}}}},
                                         kHere);
    REQUIRE(p.world.fate(task, p.supervisor62) == "accepted");
    const json::object told{{"channel", "phone"},
                            {"received", "2026-11-22"},
                            {"about", {{"kind", "site"}}},
                            {"text", "smell"},
                            {"vouched", "taken_down"}};
    const auto complaint = p.inspector62.say("complaint.received", told, kHere);
    REQUIRE(p.world.fate(complaint, p.inspector62) == "accepted");
    CHECK_FALSE(p.reads(task, own));
    CHECK_FALSE(p.reads(complaint, own));
    CHECK(p.reads(complaint, p.supervisor62));
    CHECK(p.fate(p.inspector62, "complaint.received", told) == "bad_payload");
}

TEST_CASE("what speaks of an inspection stays with it, so that its author receives it") {
    Province p;
    const auto line = p.submitted();
    const json::object review{{"of", idOf(line)}, {"hash", line.hash().hex()}, {"comment", "x"}};
    CHECK(p.fate(p.supervisor62, "review.returned", review, {kSite, "62"}) == "wrong_region");
    const auto good = p.supervisor62.say("review.returned", review, kHere);
    REQUIRE(p.world.fate(good, p.supervisor62) == "accepted");
    CHECK(p.reads(good, p.inspector62));
    REQUIRE(p.fate(p.root, "site.published", siteBody("other", "Other", "620322"), {"other", "620322"}) == "accepted");
    auto amended = inspectionBody();
    amended["of"] = idOf(line);
    amended["reason"] = "x";
    CHECK(p.fate(p.inspector62, "inspection.amended", amended, {"other", "620322"}) == "wrong_region");
    CHECK(p.fate(p.inspector62, "inspection.amended", amended, kHere) == "accepted");
}

TEST_CASE("knowing a file's hash gives nothing: not the file, nor that it is there") {
    Province p;
    const std::string content = "a photo of the greenhouse";
    const auto file = photo(content);
    p.submitted({file});
    p.world.upload(content, p.inspector62);
    auto enterprise = p.invitedBy(p.root, {{domain::Role::enterprise, {"62"}, {"other"}}});
    REQUIRE(p.fate(enterprise, "standard.feedback", {{"text", "mine"}}, {"", "", {file}}) == "accepted");
    const auto get = [&](const Author& reader) {
        return p.world.get("/v1/files/" + file.sha256.hex(), &reader).status;
    };
    CHECK(get(p.supervisor62) == 200);
    CHECK(get(enterprise) == 404);
    const auto asked = [&](const Author& caller) {
        const auto answer = p.world.answered(p.world.call(
            {Method::post, "/v1/receipt",
             toText(json::object{{"nonce", "AAAAAAAAAAAAAAAAAAAAAA"}, {"files", json::array{file.sha256.hex()}}})},
            &caller));
        return textOr(answer, "receipt").size();
    };
    CHECK(asked(p.inspector62) > asked(enterprise));
    // It sends every byte like whoever has them; then the file is its own to read.
    const std::string metadata = "sha256 " + toBase64(asBytes(file.sha256.hex()));
    const Headers headers{
        {"tus-resumable", "1.0.0"}, {"upload-length", std::to_string(content.size())}, {"upload-metadata", metadata}};
    const auto begun = p.world.call({Method::post, "/v1/uploads", {}, headers}, &enterprise);
    CHECK(begun.status == 201);
    CHECK(begun.header("Upload-Offset") == "0");
    const auto known = p.world.call({Method::post, "/v1/uploads", {}, headers}, &p.supervisor62);
    CHECK(known.header("Upload-Offset") == std::to_string(content.size()));
    p.world.upload(content, enterprise);
    CHECK(get(enterprise) == 200);
}

TEST_CASE("so many lines of others that name a checklist's file hide it from nobody") {
    World world;
    const auto file = checklistFile(checklistDocument());
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    std::vector<record::Line> lines;
    for (int i = 0; i < 300; ++i)
        lines.push_back(inspector.say("standard.feedback", {{"text", "x"}}, {"", "62", {file}}));
    world.push(lines, inspector);
    world.publish();
    const auto enterprise = world.enrol(domain::Role::enterprise, {"63"}, crypto::Suite::eddsa, {"s"});
    CHECK(world.get("/v1/files/" + file.sha256.hex(), &enterprise).status == 200);
}

TEST_CASE("a line that was refused leaves no gap behind; one that never came does") {
    Province p;
    const auto notesOf = [&](const record::Line& line, const Author& carrier) {
        const auto answer = p.world.push({line}, carrier);
        const auto* notes = answer.at("results").get_array().at(0).get_object().if_contains("notes");
        return notes ? toText(*notes) : std::string("[]");
    };
    CHECK(p.fate(p.inspector62, "site.published", siteBody("a", "A", "620321"), {"a", "620321"}) == "wrong_role");
    CHECK(notesOf(p.inspector62.say("standard.feedback", {{"text", "x"}}), p.inspector62) == "[]");
    CHECK(p.world.services().readers.borrow()->chainTotals().withGaps == 0);
    p.inspector62.say("standard.feedback", {{"text", "never sent"}});
    CHECK(notesOf(p.inspector62.say("standard.feedback", {{"text", "y"}}), p.inspector62) == "[\"gap\"]");
    CHECK(p.world.services().readers.borrow()->chainTotals().withGaps == 1);
    // Nobody hides another's gap with a line that the author did not sign.
    const auto missing = p.inspector63.next("standard.feedback", {{"text", "z"}});
    Author stranger(crypto::PrivateKey::generate(crypto::Suite::eddsa), p.world.clock());
    const auto forged = stranger.sign(record::formatPayload(missing)).text();
    p.inspector63.say("standard.feedback", {{"text", "never sent"}});
    p.world.push({record::Line::parse(crypto::protectedHeader(p.inspector63.key().publicKey(), crypto::kRecordTyp) +
                                      forged.substr(forged.find("..")))
                      .value()},
                 p.inspector63);
    CHECK(notesOf(p.inspector63.say("standard.feedback", {{"text", "w"}}), p.inspector63) == "[\"gap\"]");
}
