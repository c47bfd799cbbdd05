// What the public page is told: proofs that hold, a statement, and nothing about anybody.
#include <catch2/catch.hpp>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/merkle.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

struct Public {
    World world;
    Author inspector = (world.publish(), world.enrol(domain::Role::inspector, {"62"}));

    record::Line submit() {
        auto line = inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"});
        if (world.fate(line, inspector) != "accepted") throw std::runtime_error("refused");
        return line;
    }
    Response ask(const std::string& fingerprint) { return world.get("/v1/public/records/" + fingerprint); }
    json::object answer(const record::Line& line) { return world.answered(ask(line.hash().hex().substr(0, 32))); }
};

std::vector<Sha256> hashesOf(const json::object& of, const char* name) {
    std::vector<Sha256> out;
    for (const auto& hash : of.at(name).get_array())
        out.push_back(Sha256::fromView(fromBase64(std::string(hash.get_string())).value()).value());
    return out;
}

}  // namespace

TEST_CASE("whoever holds a fingerprint gets proofs that hold, of the log as it was then and as it is now") {
    Public open;
    const auto line = open.submit();
    open.submit();
    open.world.enrol(domain::Role::auditor, {"62"});
    const auto answer = open.answer(line);
    const auto key = crypto::parseNoteKey(textOr(answer, "log_key")).value();
    const auto& first = answer.at("first").get_object();
    const auto& newest = answer.at("newest").get_object();
    const auto then = crypto::verifyCheckpoint(textOr(first, "checkpoint"), key).value();
    const auto now = crypto::verifyCheckpoint(textOr(newest, "checkpoint"), key).value();
    const auto index = answer.at("index").to_number<std::uint64_t>();
    CHECK(then.size == index + 1);
    CHECK(now.size > then.size);
    CHECK(crypto::verifyInclusion(crypto::leafHash(asBytes(line.text())), index, then.size,
                                  hashesOf(first, "inclusion"), then.root));
    CHECK(crypto::verifyConsistency(then.size, then.root, now.size, now.root, hashesOf(newest, "consistency")));
    // What a checkpoint of that size would have said of the trust lines, it says.
    REQUIRE(then.trust);
    CHECK(then.trust->count < now.trust->count);
}

TEST_CASE("who is named in the team and did not sign is not counted among the signatures") {
    Public open;
    auto body = inspectionBody();
    body["team"] = {{{"name", "one"}}, {{"name", "another"}}, {{"name", "a third"}}};
    const auto line = open.inspector.say("inspection.submitted", body, {"yongchang-veg", "620321"});
    REQUIRE(open.world.fate(line, open.inspector) == "accepted");
    CHECK(open.answer(line).at("says").at("signers").to_number<int>() == 1);
}

TEST_CASE("the statement names nobody, and says what came of the record since") {
    Public open;
    const auto line = open.submit();
    auto answer = open.answer(line);
    CHECK(answer.at("says").at("checklist").at("items").to_number<int>() > 0);
    CHECK(answer.at("since").get_array().empty());
    CHECK(answer.at("says").at("signers").to_number<int>() == 1);
    const auto text = toText(answer);
    for (const char* secret : {"yongchang", "620321", "points", "检查员"}) {
        INFO(secret);
        CHECK(text.find(secret) == std::string::npos);
    }
    auto body = inspectionBody();
    body["of"] = record::parsePayload(line.payload()).value().id;
    body["reason"] = "corrected";
    const auto amendment = open.inspector.say("inspection.amended", body, {"yongchang-veg", "620321"});
    REQUIRE(open.world.fate(amendment, open.inspector) == "accepted");
    answer = open.answer(line);
    REQUIRE(answer.at("since").get_array().size() == 1);
    CHECK(answer.at("since").at(0).at("what") == "amended");
    CHECK(textOr(answer.at("since").at(0).as_object(), "fingerprint") == amendment.hash().hex().substr(0, 32));
    CHECK(open.answer(amendment).at("since").get_array().empty());
}

TEST_CASE("what is no fingerprint, and one that nobody signed, are told apart") {
    Public open;
    const auto hex = open.submit().hash().hex();
    const auto code = [&](const std::string& asked) {
        return textOr(parseJson(open.ask(asked).body)->get_object(), "code");
    };
    for (const auto& bad : {hex, hex.substr(0, 31), std::string(32, 'G'), std::string(32, 'A'), std::string("%00")})
        CHECK(code(bad) == "bad_fingerprint");
    CHECK(code(std::string(32, '0')) == "fingerprint_unknown");
    CHECK(code(std::string(32, 'f')) == "fingerprint_unknown");
}

TEST_CASE("a shown credential is answered with the trust lines behind its key, from the root on, each proved") {
    Public open;
    open.submit();
    const auto kid = open.inspector.kid();
    const auto answer = open.world.answered(open.world.get("/v1/public/credentials/" + kid));
    const auto key = crypto::parseNoteKey(textOr(answer, "log_key")).value();
    const auto now = crypto::verifyCheckpoint(textOr(answer, "checkpoint"), key).value();
    domain::TrustBook book(open.world.firstInvitation().rootKid);
    for (const auto& value : answer.at("trust").as_array()) {
        const auto& proved = value.as_object();
        const auto line = record::Line::parse(textOr(proved, "line")).value();
        const auto index = proved.at("index").to_number<std::uint64_t>();
        CHECK(crypto::verifyInclusion(crypto::leafHash(asBytes(line.text())), index, now.size,
                                      hashesOf(proved, "inclusion"), now.root));
        CHECK(book.add(line, record::parsePayload(line.payload()).value(), index));
    }
    const auto* member = book.member(kid);
    REQUIRE(member);
    REQUIRE(member->grantsAt().size() == 1);
    CHECK(member->grantsAt().front().role == domain::Role::inspector);
    CHECK(member->grantsAt().front().regions == std::vector<std::string>{"62"});
    CHECK_FALSE(member->revoked());
    CHECK(answer.at("revoked") == false);

    const auto code = [&](const std::string& of) {
        const auto said = open.world.get("/v1/public/credentials/" + of);
        return std::pair(said.status, said.body.find("credential_unknown") != std::string::npos);
    };
    CHECK(code("x") == std::pair(404, true));
    CHECK(code(crypto::PrivateKey::generate(crypto::Suite::eddsa).kid()) == std::pair(404, true));
}
