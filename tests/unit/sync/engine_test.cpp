#include "shared/sync/engine.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "shared/crypto/hash.h"
#include "shared/store/key_history.h"
#include "shared/sync/bundle.h"
#include "shared/sync/enrolment.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server::kit;
using namespace std::chrono_literals;

namespace {

constexpr auto kDay = std::chrono::hours(24);

struct Deployment {
    ServerProcess process;
    std::optional<Remote> remote;
    std::optional<Author> admin;

    Deployment() {
        process.start();
        remote.emplace(process);
        admin.emplace(remote->enrol(process.invitation()));
        remote->publish(*admin);
    }
    [[nodiscard]] std::filesystem::path blob(const Sha256& hash) const {
        return process.data() / "blobs" / hash.hex().substr(0, 2) / hash.hex();
    }
};

// An inspector's tablet whose clock is wrong by `wrong`.
struct Tablet {
    std::chrono::milliseconds wrong{0};
    TempFolder home;
    std::unique_ptr<store::TabletStore> store;

    explicit Tablet(Deployment& at, std::chrono::milliseconds wrongBy = 0ms) : wrong(wrongBy) {
        const auto invitation = at.remote->inviteBy(*at.admin, domain::Role::inspector, {"62"});
        const auto done =
            sync::enrol({home.path, invitation, "246810", "tablet", crypto::Suite::eddsa, kTestCost}, clock());
        if (!done) throw std::runtime_error(done.error().detail);
        store = store::TabletStore::open(done->folder, done->key, clock()).value();
    }
    Clock clock() {
        return [this] {
            auto now = systemNow();
            now.utc += wrong;
            return now;
        };
    }
    sync::Report sync() {
        auto report = sync::Engine(*store).run();
        if (!report) throw std::runtime_error(report.error().detail);
        return *report;
    }
    record::Line sign(const std::vector<std::string>& contents) {
        store::NewRecord record{"inspection.submitted", "yongchang-veg", "620321", {}, inspectionBody(), {}};
        for (const auto& content : contents) {
            const auto file = store->importFile(asBytes(content), "application/octet-stream").value();
            record.files.push_back({file.sha256, file.size, file.type, "evidence", "2"});
        }
        return store->append(record).value();
    }
};

}  // namespace

TEST_CASE("a file counts as there when the server has said so, and not before") {
    Deployment at;
    Tablet tablet(at);
    tablet.sync();
    const std::string content = "what was seen";
    tablet.sign({content});
    const auto hash = crypto::sha256(content);
    CHECK_FALSE(tablet.store->file(hash)->isThere());
    CHECK(tablet.store->tally().missing == 1);
    const auto report = tablet.sync();
    CHECK(report.filesSent == 1);
    CHECK(report.files.missing == 0);
    CHECK(report.problems.empty());
    const auto row = tablet.store->file(hash).value();
    CHECK(row.isThere());
    CHECK(std::chrono::abs(row.there - systemNow().utc) < 1min);
    CHECK(tablet.sync().filesSent == 0);
    CHECK(at.process.stop() == 0);
}

TEST_CASE("a file that the server lost is noticed at the next run and sent again") {
    Deployment at;
    Tablet tablet(at);
    const std::string kept = "a file that stays", lost = "a file that is lost";
    tablet.sync();
    tablet.sign({kept, lost});
    CHECK(tablet.sync().files.missing == 0);
    REQUIRE(std::filesystem::remove(at.blob(crypto::sha256(lost))));
    const auto report = tablet.sync();
    CHECK(report.filesLost == 1);
    CHECK(report.filesSent == 1);
    CHECK(report.files.missing == 0);
    CHECK(readText(at.blob(crypto::sha256(lost))) == lost);
    CHECK(at.process.stop() == 0);
}

TEST_CASE("a file of which the server has only a part is sent again, and the part is set aside") {
    Deployment at;
    Tablet tablet(at);
    const std::string content = "a file of which the disk lost the end";
    tablet.sync();
    tablet.sign({content});
    tablet.sync();
    const auto place = at.blob(crypto::sha256(content));
    std::filesystem::resize_file(place, 10);
    const auto report = tablet.sync();
    CHECK(report.filesLost == 1);
    CHECK(report.files.missing == 0);
    CHECK(readText(place) == content);
    CHECK(readText(place.string() + ".damaged") == content.substr(0, 10));
    CHECK(at.process.stop() == 0);
}

TEST_CASE("what an older version took for sent is asked about before it is believed") {
    Deployment at;
    Tablet tablet(at);
    const std::string content = "bytes that went nowhere";
    tablet.sync();
    tablet.sign({content});
    REQUIRE(tablet.store->markUploaded(crypto::sha256(content)));
    CHECK(tablet.store->filesToUpload().empty());
    CHECK(tablet.store->tally().missing == 1);
    const auto report = tablet.sync();
    CHECK(report.files.missing == 0);
    CHECK(readText(at.blob(crypto::sha256(content))) == content);
    CHECK(at.process.stop() == 0);
}

TEST_CASE("a tablet three days ahead or behind knows it after one sync, and corrects what it does from then on") {
    Deployment at;
    for (const auto wrong : {3 * kDay, -3 * kDay}) {
        Tablet tablet(at, wrong);
        const auto report = tablet.sync();
        CHECK(report.clock.off());
        CHECK(report.clock.basis == store::ClockState::Basis::measured);
        CHECK(std::chrono::abs(report.clock.offset + wrong) < 1min);
        CHECK(std::chrono::abs(tablet.store->now().utc - systemNow().utc) < 1min);
        const auto payload = record::parsePayload(tablet.sign({}).payload()).value();
        CHECK(std::chrono::abs(payload.at.utc - (systemNow().utc + wrong)) < 1min);
        REQUIRE(payload.clock);
        CHECK(std::chrono::abs(record::correctedAt(payload) - systemNow().utc) < 1min);
        CHECK(tablet.sync().refused == 0);
        // The clock is set right: nothing has to be asked for it to be believed.
        tablet.wrong = 0ms;
        CHECK_FALSE(tablet.store->clock().off());
        CHECK_FALSE(record::parsePayload(tablet.sign({}).payload()).value().clock);
    }
    CHECK(at.process.stop() == 0);
}

TEST_CASE("a tablet whose clock is right says nothing of it") {
    Deployment at;
    Tablet tablet(at);
    const auto report = tablet.sync();
    CHECK(report.clock.basis == store::ClockState::Basis::measured);
    CHECK_FALSE(report.clock.off());
    CHECK(at.process.stop() == 0);
}

TEST_CASE("a revoked device says what it leaves unsent, keeps it, and lets it out as a bundle that claims no proof") {
    Deployment at;
    Tablet tablet(at);
    tablet.sync();
    const auto line = tablet.sign({"what was seen"});
    const auto kid = tablet.store->deviceKey().value().kid();
    const auto said = at.remote->call("POST", "/v1/records", at.remote->token(*at.admin),
                                      at.admin->say("key.revoked", {{"key", kid}, {"reason", "lost"}}).text() + "\n");
    REQUIRE(said.body.find("accepted") != std::string::npos);
    const auto refused = sync::Engine(*tablet.store).run();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "key_revoked");
    CHECK_THAT(refused.error().detail, Catch::Contains("1 records and 1 files"));
    const auto waiting = tablet.store->waiting();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.front().state == store::RecordState::signedHere);
    CHECK_THAT(waiting.front().problem, Catch::StartsWith("key_revoked"));
    const auto history = store::keyHistory(tablet.store->folder());
    CHECK(history.device == "tablet");
    CHECK(history.revoked);
    CHECK(history.unsentRecords == 1);
    CHECK(history.unsentFiles == 1);

    const auto bundle = sync::makeUnloggedBundle(*tablet.store, waiting.front().id).value();
    const auto read = sync::parseBundle(sync::formatBundle(bundle)).value();
    CHECK_FALSE(read.logged);
    CHECK(read.line.text == line.text());
    const auto verdict = sync::verifyBundle(read, tablet.store->profile().value().rootKid);
    CHECK_FALSE(verdict.good);
    for (const auto& check : verdict.checks) {
        if (check.name == "trail") continue;  // the kit's inspection states one that is not there
        INFO(check.name << ": " << check.detail);
        // The tablet holds the line that revoked the key: of what stands outside of the log nobody can say that it came
        // before.
        CHECK(check.good == (check.name != "inclusion" && check.name != "rights"));
    }
    CHECK(at.process.stop() == 0);
}
