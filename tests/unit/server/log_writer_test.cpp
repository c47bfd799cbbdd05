// The one writer without the rest of a server: what stands between a line and its answer.
#include "sync-server/ingest/log_writer.h"

#include <catch2/catch.hpp>

#include "shared/crypto/checkpoint.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/ingest/tuning.h"
#include "sync-server/setup/data_folder.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

namespace {

// A key that may be out of reach.
class Signer final : public LogSigner {
  public:
    using LogSigner::LogSigner;
    using LogSigner::sign;
    [[nodiscard]] HeadPtr sign(std::uint64_t size, const Sha256& root, TimePoint time,
                               const crypto::TrustDigest& trust) const override {
        if (fails) throw std::runtime_error("the key is out of reach");
        return LogSigner::sign(size, root, time, trust);
    }
    std::atomic<bool> fails{false};
};

// A writer over the folder of a stopped world.
struct Writing {
    World& world;
    ServerConfig config = loadConfig(world.folder()).value();
    std::unique_ptr<Store> store = kit::openAt(world.folder().database());
    Trust trust{config.rootKid};
    FolderBlobs blobs{world.folder().blobs()};
    Checklists checklists{blobs};
    StatelessValidator stateless{trust, checklists};
    Signer signer{config.origin, loadLogKey(world.folder()).value()};
    HeadHolder head;
    ClockGuard clock{world.clock(), kClockBound, std::nullopt};
    RecoveryGate gate{{}, crypto::parseNoteKey(signer.verifierKey()).value(), trust};

    explicit Writing(World& given) : world(given) {
        trust.load(store->writer().reader());
        checklists.reload(store->writer().reader());
    }
    [[nodiscard]] std::unique_ptr<LogWriter> writer() {
        return std::make_unique<LogWriter>(*store, trust, checklists, stateless, signer, head, clock, gate, [] {});
    }
    Result<PushOutcome> push(LogWriter& to, const record::Line& line) {
        std::vector<Candidate> candidates;
        candidates.push_back(stateless.validate(line.text()));
        return to.push(std::move(candidates)).get();
    }
};

}  // namespace

TEST_CASE("where the new checkpoint cannot be signed nothing of its group is committed") {
    World world;
    auto& admin = world.admin();
    const auto line = admin.say("standard.feedback", {{"text", "t"}});
    world.stop();
    Writing writing(world);
    const auto writer = writing.writer();
    const auto before = writing.head.get();
    const auto reader = writing.store->openReader();
    REQUIRE(reader->size() == before->size);

    writing.signer.fails = true;
    const auto refused = writing.push(*writer, line);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "internal");
    CHECK(reader->size() == before->size);
    CHECK_FALSE(reader->entryByHash(line.hash()));
    CHECK(writing.head.get()->note == before->note);
    CHECK(staleProjections(*writing.store).empty());

    writing.signer.fails = false;
    const auto taken = writing.push(*writer, line);
    REQUIRE(taken);
    CHECK(taken->decisions.front().outcome == Outcome::accepted);
    CHECK(taken->decisions.front().index == before->size);
    CHECK(taken->head->size == before->size + 1);
    CHECK(reader->size() == before->size + 1);
}

TEST_CASE("the checkpoint of a group counts the group's own trust lines") {
    World world;
    const auto invitation = world.invite(domain::Role::inspector, {"62"});
    Author device(crypto::PrivateKey::generate(crypto::Suite::eddsa), world.clock());
    const auto line = claim(invitation, device.key(), world.clock()());
    world.stop();
    Writing writing(world);
    const auto writer = writing.writer();
    const auto trusted = [&] {
        const auto key = crypto::parseNoteKey(writing.signer.verifierKey()).value();
        return crypto::verifyCheckpoint(writing.head.get()->note, key).value().trust->count;
    };
    const auto before = trusted();
    REQUIRE(writing.push(*writer, line));
    CHECK(trusted() == before + 1);
    CHECK(trusted() == writing.trust.digest().count);
}

TEST_CASE("no writer works on a store whose projections lack lines") {
    World world;
    world.stop();
    Writing writing(world);
    auto& connection = writing.store->writer().connection();
    connection.use("UPDATE projections SET upto = 0 WHERE name = 'sites'").run();
    CHECK_THROWS_WITH(writing.writer(), Catch::Contains("sites"));
    CHECK(bringUpToDate(*writing.store, [](const auto&, std::uint64_t, std::uint64_t) {}) > 0);
    CHECK_NOTHROW(writing.writer());
}

TEST_CASE("a push is not kept waiting by others that are said to come and do not, nor by the end of the writer") {
    World world;
    auto& admin = world.admin();
    const auto first = admin.say("standard.feedback", {{"text", "t"}}),
               second = admin.say("standard.feedback", {{"text", "u"}});
    world.stop();
    Writing writing(world);
    auto writer = writing.writer();
    std::future<Result<PushOutcome>> last;
    {
        const LogWriter::Coming coming(*writer);
        const auto pushed = writing.push(*writer, first);
        REQUIRE(pushed);
        CHECK(pushed->decisions.front().outcome == Outcome::accepted);
        std::vector<Candidate> candidates;
        candidates.push_back(writing.stateless.validate(second.text()));
        last = writer->push(std::move(candidates));
    }
    writer.reset();
    const auto outcome = last.get();
    REQUIRE(outcome);
    CHECK(outcome->decisions.front().outcome == Outcome::accepted);
    CHECK(outcome->head->size == writing.head.get()->size);
}
