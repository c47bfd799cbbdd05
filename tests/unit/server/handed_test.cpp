// What goes from one front end to another, and what is refused of it.
#include <catch2/catch.hpp>

#include "sync-server/http/handed_lines.h"
#include "sync-server/http/sequencer_link.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

TEST_CASE("handed lines come out as they went in, vouched for where signature and score were found good") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    Author stranger(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const auto good = inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"}),
               unknown = stranger.say("standard.feedback", {{"text", "x"}});
    auto forged = good.text();
    auto& changed = forged[forged.size() - 20];
    changed = changed == 'A' ? 'Q' : 'A';
    const auto trust = world.admin().say("invite.issued", json::object{});
    std::vector<Candidate> candidates;
    for (const auto& text : {std::string("no line"), good.text(), unknown.text(), forged, trust.text()})
        candidates.push_back(world.services().stateless.validate(text));
    const auto body = handedBody(candidates);
    const auto lines = readHanded(body, 10).value();
    REQUIRE(lines.size() == 4);
    CHECK(lines[0].text == good.text());
    CHECK(lines[0].vouched);
    CHECK(lines[1].text == unknown.text());
    CHECK_FALSE(lines[1].vouched);
    CHECK_FALSE(lines[2].vouched);
    // The trust book alone judges what it is made of.
    CHECK(lines[3].text == trust.text());
    CHECK_FALSE(lines[3].vouched);
    CHECK_FALSE(readHanded(body, 3));
    CHECK(readHanded("", 3).value().empty());
}

TEST_CASE("a line that is vouched for is judged in everything but signature and score") {
    World world;
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    const auto& stateless = world.services().stateless;
    const auto good = inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321"});
    const auto taken = stateless.validateVouched(good.text());
    CHECK_FALSE(taken.refusal);
    CHECK(taken.verified);
    CHECK(taken.leaf == stateless.validate(good.text()).leaf);
    CHECK(taken.hash == good.hash());
    // Form.
    CHECK(stateless.validateVouched("no line").refusal->code == "bad_line");
    // Body.
    const auto bad = inspector.say("inspection.submitted", json::object{}, {"yongchang-veg", "620321"});
    CHECK(stateless.validateVouched(bad.text()).refusal->code == "bad_payload");
    // A key that the log does not know, whoever vouches.
    Author stranger(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const auto unknown = stateless.validateVouched(stranger.say("standard.feedback", {{"text", "x"}}).text());
    REQUIRE(unknown.refusal);
    CHECK(unknown.refusal->code == "key_unknown");
    CHECK_FALSE(unknown.verified);
}

TEST_CASE("handed lines of another form are refused") {
    for (const auto* body : {"x", "v 3", "v 3\n", "v 3\nabc", "v 3\nabcd\n", "v -1\n\n", "v 3x\nabc\n", "w 3\nabc\n",
                             "v \nabc\n", "v 99999999999999999999\nabc\n", "v 3\nabc\nrest"})
        CHECK_FALSE(readHanded(body, 10));
    CHECK(readHanded("v 3\nabc\nn 0\n\n", 10).value().size() == 2);
}

TEST_CASE("what became of handed lines is told back whole") {
    PushOutcome outcome;
    Head head;
    head.size = 9;
    outcome.head = std::make_shared<const Head>(head);
    Decision accepted, refused, known;
    accepted.outcome = Outcome::accepted;
    accepted.hash.bytes[0] = 1;
    accepted.id = "one";
    accepted.index = 8;
    accepted.notes = {"gap", "clock"};
    refused.hash.bytes[0] = 2;
    refused.error = {ErrorKind::forbidden, "wrong_role", "not she"};
    known.outcome = Outcome::known;
    known.index = 3;
    outcome.decisions = {accepted, refused, known};
    const auto back = readHandedAnswer(toText(describeHanded(outcome))).value();
    CHECK(back.head->size == 9);
    REQUIRE(back.decisions.size() == 3);
    CHECK(back.decisions[0].outcome == Outcome::accepted);
    CHECK(back.decisions[0].hash == accepted.hash);
    CHECK(back.decisions[0].id == "one");
    CHECK(back.decisions[0].index == 8);
    CHECK(back.decisions[0].notes == accepted.notes);
    CHECK(back.decisions[1].error.kind == ErrorKind::forbidden);
    CHECK(back.decisions[1].error.code == "wrong_role");
    CHECK(back.decisions[1].error.detail == "not she");
    CHECK(back.decisions[2].outcome == Outcome::known);

    for (const auto* body : {"", "[]", "{}", R"({"size":1})", R"({"size":-1,"results":[]})",
                             R"({"size":1,"results":[1]})", R"({"size":1,"results":[{"status":"accepted"}]})"})
        CHECK_FALSE(readHandedAnswer(body));
}

TEST_CASE("a handed call and its answer come out as they went in; the token stays where it came") {
    Request request;
    request.method = Method::post;
    request.path = "/v1/hooks/x";
    request.query = {{"a", "b c"}};
    request.headers = {{"authorization", "Bearer secret"}, {"content-type", "application/json"}};
    request.body = std::string("{}\n\0x", 5);
    request.peer = "10.0.0.1";
    request.caller = Principal{"kid", "person", "name", {}};
    const auto text = handedCall(request);
    CHECK(text.find("secret") == std::string::npos);
    std::string caller;
    const auto back = readHandedCall(text, caller).value();
    CHECK(back.method == Method::post);
    CHECK(back.path == request.path);
    CHECK(back.query == request.query);
    CHECK(back.header("content-type") == "application/json");
    CHECK(back.body == request.body);
    CHECK(back.peer == "10.0.0.1");
    CHECK(caller == "kid");
    for (const auto* body : {"", "{}", "[]\n", "x\ny"}) CHECK_FALSE(readHandedCall(body, caller));

    const auto response = jsonResponse(json::object{{"a", 1}}, 201);
    const auto same = readHandedResponse(handedResponse(response)).value();
    CHECK(same.status == 201);
    CHECK(same.headers == response.headers);
    CHECK(same.body == response.body);
    for (const auto* body : {"", "{}\n", "{\"status\":99}\n", "{\"status\":\"200\"}\n"})
        CHECK_FALSE(readHandedResponse(body));
}
