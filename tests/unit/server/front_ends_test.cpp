// Several front ends over one log: one appends, the others follow; none hands out less than another did; who was asleep
// while another took over appends nothing more.
#include <catch2/catch.hpp>

#include "shared/crypto/checkpoint.h"
#include "sync-server/log/past_head.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/front_ends.h"
#include "tests/unit/server/kit/inspections.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

constexpr auto kAsleep = std::chrono::milliseconds(4000);

// A world that was stopped, and two front ends on its log: "a" is the sequencer.
struct Two {
    explicit Two(bool threads = false) : ends((admin.emplace(prepared(world)), world), threads) {
        REQUIRE(ends.open("a"));
        REQUIRE(ends.open("b"));
    }
    static Author prepared(World& world) {
        auto author = world.admin();
        world.publish();
        author = world.admin();
        world.stop();
        return author;
    }
    record::Line line() { return admin->say("standard.feedback", {{"text", "t" + std::to_string(++said)}}); }

    World world;
    std::optional<Author> admin;
    FrontEnds ends;
    int said = 0;
};

std::string codeOf(const Response& response) {
    return textOr(parseJson(response.body).value().get_object(), "code");
}

std::vector<Candidate> judged(Services& services, const record::Line& line) {
    std::vector<Candidate> out;
    out.push_back(services.stateless.validate(line.text()));
    return out;
}

}  // namespace

TEST_CASE("one front end is the sequencer, the others follow the log") {
    Two two;
    auto& [world, admin, ends, said] = two;
    CHECK(ends.frontEnd("a").sequencing());
    CHECK_FALSE(ends.frontEnd("b").sequencing());
    CHECK(ends.frontEnd("b").state().sequencer == "a");

    CHECK(ends.fate("a", two.line(), *admin) == "accepted");
    const auto note = ends.checkpoint("a", *admin);
    CHECK(ends.checkpoint("b", *admin) == note);
    const auto feed = ends.get("b", "/v1/records?after=0", &*admin);
    CHECK(feed.body == ends.get("a", "/v1/records?after=0", &*admin).body);
}

TEST_CASE("a push at a follower is appended by the sequencer, once however often it comes") {
    Two two;
    auto& [world, admin, ends, said] = two;
    const auto line = two.line();
    CHECK(ends.fate("b", line, *admin) == "accepted");
    CHECK(ends.frontEnd("b").handedOver() == 1);
    CHECK(ends.fate("b", line, *admin) == "known");
    CHECK(ends.fate("a", line, *admin) == "known");
    CHECK(ends.checkpoint("a", *admin) == ends.checkpoint("b", *admin));
    CHECK(ends.at("a").head.get()->size == ends.at("b").head.get()->size);
}

TEST_CASE("what a follower's push came to is told line by line, as the sequencer would") {
    Two two;
    auto& [world, admin, ends, said] = two;
    const auto good = two.line(), other = two.line();
    auto forged = good.text();
    auto& changed = forged[forged.size() - 20];
    changed = changed == 'A' ? 'Q' : 'A';
    // Somebody whom the log does not know.
    Author stranger(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const std::string body = "no line\n" + good.text() + "\n" + forged + "\n" +
                             stranger.say("standard.feedback", {{"text", "x"}}).text() + "\n" + other.text() + "\n";
    const auto told = [&](const std::string& name) {
        const auto answer = ends.answered(ends.call(name, {Method::post, "/v1/records", body}, &*admin));
        std::string out;
        for (const auto& one : answer.at("results").get_array()) {
            const auto& object = one.get_object();
            out += textOr(object, "status") + " " + textOr(object, "code") + " " + textOr(object, "hash") + "\n";
        }
        return out;
    };
    const auto atFollower = told("b");
    auto known = atFollower;
    for (auto at = known.find("accepted"); at != std::string::npos; at = known.find("accepted"))
        known.replace(at, 8, "known");
    CHECK(told("a") == known);
    CHECK(atFollower.find("refused key_unknown") != std::string::npos);
    CHECK(atFollower.find("refused bad_line") != std::string::npos);
}

TEST_CASE("who is enrolled through one front end is known to all of them at once") {
    Two two;
    auto& [world, admin, ends, said] = two;
    const auto key = crypto::PrivateKey::generate(crypto::Suite::es256);
    const auto at = world.clock()();
    auto body = domain::inviteBody(key.publicKey(), "p", "person p", {{domain::Role::inspector, {"62"}, {}}},
                                   Instant{at.utc + std::chrono::hours(24), at.offset});
    REQUIRE(ends.fate("b", admin->say("invite.issued", std::move(body)), *admin) == "accepted");
    auto invitation = world.firstInvitation();
    invitation.suite = key.suite();
    invitation.secret = key.secret();
    Author inspector(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    ends.answered(ends.call("b", {Method::post, "/v1/enrol", claim(invitation, inspector.key(), at).text()}));
    // The token comes from "a", the call goes to "b", and the other way round.
    CHECK(ends.get("b", "/v1/query/me", &inspector).status == 200);
    CHECK(ends.get("a", "/v1/query/me", &inspector).status == 200);
    CHECK(ends.checkpoint("a", *admin) == ends.checkpoint("b", *admin));
}

TEST_CASE("a sequencer that slept while another took over appends nothing, and follows") {
    Two two;
    auto& [world, admin, ends, said] = two;
    REQUIRE(ends.fate("a", two.line(), *admin) == "accepted");
    const auto epoch = ends.frontEnd("a").state().epoch;
    ends.step("b");
    ends.passSteady(kAsleep);
    ends.step("b");
    REQUIRE(ends.frontEnd("b").sequencing());
    const auto size = ends.at("b").head.get()->size;

    // It does not know yet, and the database tells it: nothing of the group is stored.
    REQUIRE(ends.frontEnd("a").sequencing());
    const auto line = two.line();
    const auto refused = ends.frontEnd("a").takeOver(judged(ends.at("a"), line));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "busy");
    CHECK(ends.at("b").readers.borrow()->size() == size);

    ends.step("a");
    CHECK_FALSE(ends.frontEnd("a").sequencing());
    CHECK(ends.fate("a", line, *admin) == "accepted");
    CHECK(ends.frontEnd("a").handedOver() == 1);
    CHECK(ends.checkpoint("a", *admin) == ends.checkpoint("b", *admin));
    CHECK(ends.frontEnd("a").state().epoch == epoch + 1);
}

TEST_CASE("a sequencer that slept hands out nothing older than what the next one handed out") {
    Two two;
    auto& [world, admin, ends, said] = two;
    ends.token(*admin);
    ends.passSteady(kAsleep);
    ends.step("b");
    REQUIRE(ends.fate("b", two.line(), *admin) == "accepted");
    const auto note = ends.checkpoint("b", *admin);
    REQUIRE(ends.frontEnd("a").sequencing());
    CHECK(ends.checkpoint("a", *admin) == note);
    CHECK_FALSE(ends.frontEnd("a").sequencing());
}

TEST_CASE("a sequencer that is stopped leaves its turn to the next at once") {
    Two two;
    auto& [world, admin, ends, said] = two;
    REQUIRE(ends.fate("b", two.line(), *admin) == "accepted");
    ends.close("a");
    ends.step("b");
    CHECK(ends.frontEnd("b").sequencing());
    CHECK(ends.fate("b", two.line(), *admin) == "accepted");
    REQUIRE(ends.open("a"));
    CHECK_FALSE(ends.frontEnd("a").sequencing());
    CHECK(ends.checkpoint("a", *admin) == ends.checkpoint("b", *admin));
}

TEST_CASE("while the sequencer cannot be reached a push is told to come again, and reading goes on") {
    Two two;
    auto& [world, admin, ends, said] = two;
    ends.token(*admin);
    ends.deafen("a");
    const auto line = two.line();
    const auto refused = ends.push("b", {line}, *admin);
    CHECK(refused.status == 503);
    CHECK(codeOf(refused) == "busy");
    CHECK(refused.header("Retry-After") == "2");
    CHECK(ends.get("b", "/v1/query/me", &*admin).status == 200);
    ends.passSteady(kAsleep);
    ends.step("b");
    CHECK(ends.fate("b", line, *admin) == "accepted");
}

TEST_CASE("a front end without the others' secret hands nothing over, and with another log's key serves nothing") {
    Two two;
    auto& [world, admin, ends, said] = two;
    FrontEnds::Given given;
    given.secret = "another secret of more than thirty-two characters";
    REQUIRE(ends.open("c", given));
    ends.token(*admin);
    // Tokens are made from the secret: it knows none of the others'.
    CHECK(codeOf(ends.get("c", "/v1/query/me", &*admin)) == "token_expired");
    const auto line = two.line();
    std::vector<Candidate> candidates = judged(ends.at("c"), line);
    const auto refused = ends.frontEnd("c").push(std::move(candidates));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "busy");
    CHECK(callAt(ends.at("a"), {Method::post, "/internal/lines", "", {{"authorization", "Front-End 00"}}}, "").status ==
          404);

    given = {};
    given.otherKey = true;
    const auto lost = ends.open("d", given);
    REQUIRE_FALSE(lost);
    CHECK(lost.error().code == "front_end_lost");
    CHECK(lost.error().detail.find("log.key") != std::string::npos);

    given = {};
    given.secret = "short";
    const auto bad = ends.open("e", given);
    REQUIRE_FALSE(bad);
    CHECK(bad.error().code == "bad_secret");
}

TEST_CASE("what the sequencer alone keeps is asked of it by every front end") {
    Two two;
    auto& [world, admin, ends, said] = two;
    const auto hook = toText(json::object{
        {"name", "province"}, {"url", "https://hooks.example.org/plumb"}, {"region", ""}, {"types", json::array{}}});
    CHECK(ends.call("b", {Method::post, "/v1/hooks", hook}, &*admin).status == 201);
    const auto atA = ends.answered(ends.get("a", "/v1/hooks", &*admin));
    CHECK(atA.at("items").get_array().size() == 1);
    CHECK(ends.answered(ends.get("b", "/v1/hooks", &*admin)) == atA);
    // A refusal is the sequencer's own.
    CHECK(codeOf(ends.call("b", {Method::post, "/v1/hooks", "{}"}, &*admin)) == "bad_hook");
    // Handed over by whom it is, not by what it says.
    CHECK(codeOf(ends.get("b", "/v1/hooks")) == "token_missing");
}

TEST_CASE("a front end tells its role and how far it is behind") {
    Two two;
    auto& [world, admin, ends, said] = two;
    REQUIRE(ends.fate("a", two.line(), *admin) == "accepted");
    const auto first = ends.answered(ends.get("a", "/healthz")), second = ends.answered(ends.get("b", "/healthz"));
    CHECK(textOr(first, "role") == "sequencer");
    CHECK(textOr(second, "role") == "follower");
    CHECK(textOr(second, "sequencer") == "a");
    CHECK(first.at("epoch") == ends.frontEnd("a").state().epoch);
    CHECK(second.at("epoch") == first.at("epoch"));
    const auto metrics = ends.get("b", "/metrics").body;
    CHECK(metrics.find("plumb_sequencer 0\n") != std::string::npos);
    CHECK(metrics.find("plumb_front_end_lost 0\n") != std::string::npos);
}

TEST_CASE("what witnesses said to the sequencer every front end hands on") {
    Two two;
    auto& [world, admin, ends, said] = two;
    REQUIRE(ends.fate("a", two.line(), *admin) == "accepted");
    const auto head = ends.at("a").head.get();
    const auto store = openAt(world.folder().database());
    const auto connection = store->connect();
    const auto epoch = ends.frontEnd("a").state().epoch;
    SequencerTable(*connection).putCosigned(epoch, head->size, head->note, "a witness's line\n", world.now());
    ends.step("b");
    CHECK(ends.checkpoint("b", *admin) == head->note + "a witness's line\n");
    CHECK(ends.get("b", "/log/checkpoint").body == head->note + "a witness's line\n");
    // Of an older round nothing is taken.
    SequencerTable(*connection).putCosigned(epoch, 1, "one\n", "another line\n", world.now() - std::chrono::hours(1));
    ends.step("b");
    CHECK(ends.get("b", "/log/checkpoint").body == head->note + "a witness's line\n");
}

TEST_CASE("a token of one front end is good at all of them, and none that was changed is") {
    Two two;
    auto& [world, admin, ends, said] = two;
    const auto token = ends.token(*admin);
    CHECK(callAt(ends.at("a"), {Method::get, "/v1/query/me"}, token).status == 200);
    CHECK(callAt(ends.at("b"), {Method::get, "/v1/query/me"}, token).status == 200);
    auto later = token;
    const auto dot = later.find('.');
    later[dot + 1] = later[dot + 1] == '9' ? '8' : '9';
    for (const auto& wrong : {later, token.substr(1), token + "A", token.substr(0, token.size() - 1), std::string("."),
                              std::string(60, '.')})
        CHECK(codeOf(callAt(ends.at("b"), {Method::get, "/v1/query/me"}, wrong)) == "token_expired");
    world.pass(std::chrono::minutes(16));
    CHECK(codeOf(callAt(ends.at("b"), {Method::get, "/v1/query/me"}, token)) == "token_expired");
}

TEST_CASE("an assertion that one front end took is used at all of them") {
    Two two;
    auto& [world, admin, ends, said] = two;
    const Call call{Method::post, "/v1/token", tokenForm(admin->assertion("test.log", world.now()))};
    CHECK(ends.call("a", call).status == 200);
    CHECK(codeOf(ends.call("b", call)) == "assertion_replayed");
}

// The property that everything above serves: whatever changes hands while lines come in from everywhere, each line that
// was acknowledged stands in the log once, and every checkpoint that anybody was given is one of this log's.
TEST_CASE("roles change under load: nothing acknowledged is lost, nothing doubled, one tree") {
    Two two(true);
    auto& [world, admin, ends, said] = two;
    FrontEnds::Given given;
    given.pace = std::chrono::milliseconds(30);
    given.lapse = std::chrono::milliseconds(300);
    REQUIRE(ends.open("c", given));
    std::vector<record::Line> lines;
    for (int i = 0; i < 1500; ++i) lines.push_back(two.line());
    ends.token(*admin);

    std::mutex mutex;
    std::vector<std::string> notes;
    std::vector<std::string> acknowledged;
    std::atomic<std::size_t> next{0};
    std::atomic<bool> failed{false}, enough{false};
    const auto work = [&](std::string name) {
        for (auto i = enough ? lines.size() : next++; i < lines.size(); i = enough ? lines.size() : next++) {
            for (int tries = 0;; ++tries) {
                if (tries > 400) {
                    failed = true;
                    return;
                }
                const auto response = ends.push(name, {lines[i]}, *admin);
                const auto answer = parseJson(response.body).value().get_object();
                if (response.status == 200) {
                    const auto status = textOr(answer.at("results").get_array().at(0).get_object(), "status");
                    const std::lock_guard lock(mutex);
                    notes.push_back(textOr(answer, "checkpoint"));
                    if (status == "accepted" || status == "known") acknowledged.push_back(lines[i].hash().hex());
                    break;
                }
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
            }
        }
    };
    std::vector<std::thread> threads;
    for (const auto* name : {"a", "b", "c", "b"}) threads.emplace_back(work, name);
    // Somebody takes the turn in the middle of whatever is under way, and leaves it to whoever is there first.
    {
        const auto store = openAt(world.folder().database());
        const auto connection = store->connect();
        SequencerTable table(*connection);
        for (int round = 0; round < 8 && next < lines.size() && !failed; ++round) {
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
            // Each group changes the row: what was read of it is often old when it is to be taken.
            std::optional<std::uint64_t> epoch;
            for (int i = 0; !epoch && i < 200; ++i)
                connection->transact([&] { epoch = table.take(table.read(), "ghost", "", world.now()); });
            if (epoch) table.leave(*epoch);
        }
        enough = true;
    }
    for (auto& thread : threads) thread.join();
    REQUIRE_FALSE(failed);
    CHECK(acknowledged.size() == std::min(next.load(), lines.size()));

    const auto store = openAt(world.folder().database());
    const auto reader = store->openReader();
    std::map<std::string, int> stored;
    reader->eachLine(0, [&](const RawLine& line) {
        ++stored[record::Line::parse(line.text).value().hash().hex()];
        return true;
    });
    for (const auto& hash : acknowledged) CHECK(stored[hash] == 1);
    for (const auto& [hash, count] : stored) CHECK(count == 1);
    const LogSigner signer("test.log", loadLogKey(world.folder()).value());
    const auto key = crypto::parseNoteKey(signer.verifierKey()).value();
    std::uint64_t epoch = 0;
    for (const auto* name : {"a", "b", "c"}) epoch = std::max(epoch, ends.frontEnd(name).state().epoch);
    CHECK(epoch > 3);
    for (const auto& note : notes) {
        const auto checkpoint = crypto::verifyCheckpoint(note, key).value();
        CHECK(pastHead(checkpoint.size, *reader, signer)->note == note);
    }
}
