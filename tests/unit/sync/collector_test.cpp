// The server and its witnesses: those that cosign, one that is dead, those that lie; and what outsiders are given
// meanwhile.
#include "sync-server/witness/collector.h"

#include <catch2/catch.hpp>

#include "shared/crypto/add_checkpoint.h"
#include "shared/crypto/cosignature.h"
#include "shared/sync/compare_checkpoints.h"
#include "shared/sync/log_follower.h"
#include "shared/sync/witness.h"
#include "sync-server/witness/tuning.h"
#include "tests/unit/sync/kit/tablet.h"

using namespace plumb;
using namespace plumb::sync;
using namespace plumb::sync::kit;
using server::kit::TempFolder;

namespace {

// Witnesses by the hosts that they have, and what a test has one answer in its place.
class Calls : public server::WitnessCall {
  public:
    Result<server::WitnessAnswer> post(const std::string& url, const std::string& body) override {
        const std::lock_guard lock(m_mutex);
        const auto host = url.substr(7, url.find('/', 7) - 7);
        ++asked[host];
        if (lies.contains(host)) return lies[host](body);
        auto reply = witnesses.at(host)->addCheckpoint(body);
        return server::WitnessAnswer{reply.status, reply.type, reply.body};
    }
    void cancel() override {}

    std::map<std::string, Witness*> witnesses;
    std::map<std::string, std::function<Result<server::WitnessAnswer>(const std::string&)>> lies;
    std::map<std::string, int> asked;

  private:
    std::mutex m_mutex;
};

struct Stage {
    Stage() {
        for (const std::string name : {"w1", "w2"}) {
            auto identity = makeWitnessIdentity(folder.path / (name + ".key"), name).value();
            keys[name] = identity.verifierKey();
            books[name] = store::WitnessBook::open(folder.path / (name + ".db")).value();
            REQUIRE(books[name]->addLog(logKey()));
            witnesses.emplace(name, std::make_unique<Witness>(*books[name], std::move(identity), world.clock()));
        }
        auto own = std::make_unique<Calls>();
        calls = own.get();
        for (auto& [name, witness] : witnesses) calls->witnesses[name] = witness.get();
        const std::string policy =
            "witness one " + keys["w1"] + " http://w1/\nwitness two " + keys["w2"] + " http://w2\nquorum none\n";
        auto& services = world.services();
        collector.emplace(server::CollectorPlace{services.readers, services.head, services.cosigned, world.clock()},
                          server::witnessesOf(policy).value(), std::move(own));
    }
    crypto::NoteKey logKey() { return crypto::parseNoteKey(world.firstInvitation().logKey).value(); }
    void grow(int lines = 1) {
        for (int i = 0; i < lines; ++i)
            world.push({world.admin().say("standard.feedback", {{"text", std::to_string(++said)}})}, world.admin());
    }
    std::string shown() { return world.get("/log/checkpoint").body; }
    crypto::Cosigned judged(const std::string& note) {
        return crypto::WitnessPolicy::of({keys["w1"], keys["w2"]}, 2).value().judge(note, logKey());
    }
    std::uint64_t sizeShown() { return crypto::verifyTreeHead(shown(), logKey()).value().size; }
    const server::WitnessState& state(std::size_t i) {
        states = world.services().cosigned.states();
        return states.at(i);
    }

    World world;
    TempFolder folder;
    int said = 0;
    std::map<std::string, std::string> keys;
    std::map<std::string, std::unique_ptr<store::WitnessBook>> books;
    std::map<std::string, std::unique_ptr<Witness>> witnesses;
    Calls* calls = nullptr;
    std::optional<server::Collector> collector;
    std::vector<server::WitnessState> states;
};

}  // namespace

TEST_CASE("the log's checkpoint is served with its witnesses' cosignatures") {
    Stage it;
    it.grow(3);
    CHECK(it.judged(it.shown()).by.empty());
    CHECK(it.collector->step());
    CHECK(it.judged(it.shown()).enough);
    CHECK(it.sizeShown() == it.world.services().head.get()->size);
    CHECK(it.world.get("/log/checkpoint").header("Cache-Control") == "public, max-age=2");
    // A device that asks for the head is given them, too; one that pushes is not held up for them.
    const auto& admin = it.world.admin();
    const auto asked = it.world.answered(it.world.get("/v1/checkpoint?have=0", &admin));
    CHECK(it.judged(textOr(asked, "checkpoint")).enough);
    // Nothing new: nobody is asked; then the next state, proved to follow.
    CHECK_FALSE(it.collector->step());
    it.grow(300);
    CHECK(it.collector->step());
    CHECK(it.calls->asked["w1"] == 2);
    CHECK(it.judged(it.shown()).enough);
    CHECK(it.books["w1"]->log(it.logKey().name)->size == it.sizeShown());
    // After a while a head that does not change is cosigned anew.
    it.world.pass(server::kCosignAgain);
    CHECK(it.collector->step());
    CHECK(it.judged(it.shown()).by[0].at >= std::chrono::floor<std::chrono::seconds>(it.world.now()));
}

TEST_CASE(
    "while the log grows outsiders are given what was cosigned, for a minute at most, and never less than before") {
    Stage it;
    it.grow(2);
    REQUIRE(it.collector->step());
    const auto cosigned = it.sizeShown();
    it.grow(1);
    CHECK(it.sizeShown() == cosigned);
    it.world.pass(server::kShowCosigned + std::chrono::seconds(1));
    CHECK(it.sizeShown() == cosigned + 1);
    CHECK(it.judged(it.shown()).by.empty());
    REQUIRE(it.collector->step());
    CHECK(it.judged(it.shown()).enough);
    CHECK(it.sizeShown() == cosigned + 1);
}

TEST_CASE("a dead witness costs the others nothing and is asked ever more seldom") {
    Stage it;
    it.calls->lies["w2"] = [](const std::string&) {
        return fail(ErrorKind::offline, "witness_unreachable", "no route");
    };
    it.grow();
    CHECK(it.collector->step());
    CHECK(it.judged(it.shown()).by.size() == 1);
    CHECK(it.state(1).error == "no route");
    it.grow();
    CHECK(it.collector->step());
    CHECK(it.calls->asked["w2"] == 1);
    it.world.pass(server::kWitnessFirstWait);
    CHECK(it.collector->step());
    CHECK(it.calls->asked["w2"] == 2);
    CHECK(it.calls->asked["w1"] == 2);
    // It comes back, and what it missed does not matter.
    it.calls->lies.clear();
    it.world.pass(server::kWitnessLongestWait);
    CHECK(it.collector->step());
    CHECK(it.judged(it.shown()).enough);
    CHECK(it.state(1).error.empty());
    CHECK(it.state(1).failures == 2);
}

TEST_CASE("nothing that a witness says is believed") {
    using Answer = server::WitnessAnswer;
    Stage it;
    it.grow(5);
    const auto honest = [&](const std::string& body) {
        auto reply = it.witnesses["w2"]->addCheckpoint(body);
        return Answer{reply.status, reply.type, reply.body};
    };
    const std::pair<std::function<Result<Answer>(const std::string&)>, const char*> lies[] = {
        {[](const std::string&) {
             return Answer{200, "text/plain", ""};
         },
         "no signature by the key"},
        {[](const std::string&) {
             return Answer{200, "text/plain", "words\n"};
         },
         "no signature lines"},
        {[&](const std::string& body) {
             auto reply = it.witnesses["w1"]->addCheckpoint(body);
             return Answer{reply.status, reply.type, reply.body};
         },
         "no signature by the key"},
        {[&](const std::string& body) {
             auto answer = honest(body);
             if (answer.status != 200) return answer;
             answer.body[answer.body.size() - 10] = answer.body[answer.body.size() - 10] == 'A' ? 'B' : 'A';
             return answer;
         },
         "was not made by its key"},
        {[&](const std::string& body) {
             // A good signature of its own, under more than the log signed.
             const auto w2 = loadWitnessIdentity(it.folder.path / "w2.key").value();
             const auto longer = crypto::parseAddCheckpoint(body).value().note + "more\n";
             const auto at = std::chrono::floor<std::chrono::seconds>(it.world.now());
             return Answer{200, "text/plain", "more\n\n" + crypto::cosign(longer, w2.name, w2.key, at)};
         },
         "no signature lines"},
        {[](const std::string&) {
             return Answer{409, "text/x.tlog.size", "9999\n"};
         },
         "put back from a backup"},
        {[](const std::string&) {
             return Answer{409, "text/plain", "1\n"};
         },
         "does not say what size"},
        {[n = 0](const std::string&) mutable {
             return Answer{409, "text/x.tlog.size", std::to_string(++n) + "\n"};
         },
         "another size each time"},
        {[](const std::string&) {
             return Answer{422, "text/plain", ""};
         },
         "does not continue"},
        {[](const std::string&) {
             return Answer{404, "text/plain", ""};
         },
         "does not know this log"},
        {[](const std::string&) {
             return Answer{500, "text/html", "<html>"};
         },
         "answers 500"},
    };
    for (const auto& [lie, word] : lies) {
        INFO(word);
        it.calls->lies["w2"] = lie;
        it.grow();
        it.world.pass(server::kWitnessLongestWait);
        CHECK(it.collector->step());
        const auto judged = it.judged(it.shown());
        CHECK(judged.by.size() == 1);
        CHECK(judged.bad.empty());
        CHECK_THAT(it.state(1).error, Catch::Contains(word));
    }
    it.calls->lies.clear();
    it.grow();
    it.world.pass(server::kWitnessLongestWait);
    CHECK(it.collector->step());
    CHECK(it.judged(it.shown()).enough);
}

TEST_CASE("a server that forks finds no witness, and whoever follows it finds the fork") {
    Stage it;
    it.grow(20);
    REQUIRE(it.collector->step());
    const auto seen = it.shown();
    // The log's own key over another history, at a witness's door: of the same size, and of a larger one.
    const auto key = server::loadLogKey(it.world.folder()).value();
    const auto size = it.world.services().head.get()->size;
    const auto forged = [&](std::uint64_t at) {
        const auto root = toBase64(crypto::leafHash(asBytes(std::to_string(at))).view());
        return crypto::signNote(it.logKey().name + "\n" + std::to_string(at) + "\n" + root + "\n", it.logKey().name,
                                key);
    };
    const auto old = "old " + std::to_string(size) + "\n\n";
    CHECK(it.witnesses["w1"]->addCheckpoint(old + forged(size)).status == 409);
    CHECK(it.witnesses["w1"]->addCheckpoint(old + forged(size + 5)).status == 422);
    REQUIRE(it.books["w1"]->contradictions().size() == 1);
    const auto found = it.books["w1"]->contradictions()[0];
    CHECK(verifyEvidence({"", found.cosigned, found.note}, it.logKey()));
    // From outside: the walk over the real server's tiles, before and after it grew.
    ToWorld caller(it.world);
    TileLog tiles(caller, "/log", [](std::chrono::seconds) {});
    LogFollower follower(tiles, it.logKey(), [](const SeenLog&) { return Result<void>(); });
    const auto first = follower.follow(std::nullopt);
    REQUIRE(first);
    CHECK(first->seen.note == seen);
    it.grow(300);
    REQUIRE(it.collector->step());
    const auto second = follower.follow(first->seen);
    REQUIRE(second);
    CHECK(second->seen.walked == 1);
    CHECK(it.judged(second->seen.note).enough);
}

TEST_CASE("whom the server asks is named by a file") {
    const std::string key =
        crypto::formatWitnessKey("w", crypto::PrivateKey::generate(crypto::Suite::eddsa).publicKey());
    CHECK(server::witnessesOf("witness a " + key + " https://w.example/log/\nquorum none\n").value().at(0).url ==
          "https://w.example/log");
    CHECK_FALSE(server::witnessesOf(""));
    CHECK_FALSE(server::witnessesOf("quorum none\n"));
    CHECK_FALSE(server::witnessesOf("witness a " + key + "\nquorum none\n"));
    CHECK_FALSE(server::witnessesOf("witness a " + key + " ftp://w.example\nquorum none\n"));
    CHECK_FALSE(server::witnessesOf("witness a\" " + key + " https://w.example\nquorum none\n"));
}
