// Simulates: plumb is killed (kill -9) before its n-th write, sync, rename or read, n drawn anew each time, while it
// signs an inspection with photos, while it syncs, and while a PIN is changed; and the wall clock jumps by days during
// a sync, the tablet's or the server's. Real programs over real TLS. Whatever plumb had printed as signed is there,
// once, and in the end proved; exactly one PIN opens the vault. PLUMB_FAULT_ROUNDS sets how often it dies.
#include <catch2/catch.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>

#include "shared/base/encoding.h"
#include "shared/checklist/load/loader.h"
#include "shared/crypto/hash.h"
#include "shared/store/tablet_store.h"
#include "shared/store/vault_store.h"
#include "shared/sync/enrolment.h"
#include "tests/faults/failing_access/failing_access.h"
#include "tests/unit/server/kit/inspections.h"
#include "tests/unit/server/kit/process.h"

using namespace plumb;
using namespace plumb::server::kit;
namespace fs = std::filesystem;

namespace {

constexpr unsigned kSeed = 20261128;
constexpr const char* kPin = "246810";
// 1 × 1, one grey pixel.
constexpr const char* kPhoto =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

int rounds() {
    const char* given = std::getenv("PLUMB_FAULT_ROUNDS");
    return given ? std::max(1, std::atoi(given)) : 6;
}

void preload(const std::optional<faults::Plan>& plan) {
    if (plan) {
        setenv("LD_PRELOAD", PLUMB_BIN_DIR "/libfailing_access.so", 1);
        setenv("PLUMB_FAULT", faults::toText(*plan).c_str(), 1);
    } else {
        unsetenv("LD_PRELOAD");
        unsetenv("PLUMB_FAULT");
    }
}

struct Ended {
    int status = 0;  // as waitpid gives it
    std::string out, err;
    [[nodiscard]] bool killed() const { return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL; }
    [[nodiscard]] int code() const { return WIFEXITED(status) ? WEXITSTATUS(status) : -1; }
};

struct Bench {
    ServerProcess server;
    TempFolder folder;
    std::vector<std::string> inspecting;

    Bench() {
        server.start();
        Remote remote(server);
        Author admin = remote.enrol(server.invitation());
        remote.publish(admin);
        const auto invitation = remote.inviteBy(admin, domain::Role::inspector, {"62"});
        const auto enrolled =
            sync::enrol({home(), invitation, kPin, "tablet", crypto::Suite::eddsa, kTestCost}, systemNow);
        REQUIRE(enrolled);
        REQUIRE(plumb({"sync"}).code() == 0);
        const auto photo = (folder.path / "photo.png").string();
        const auto bytes = fromBase64(kPhoto).value();
        std::ofstream(photo, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        inspecting = {"inspect",
                      "--checklist",
                      "6a",
                      "--site",
                      "yongchang-veg",
                      "--refused",
                      "absent",
                      "--witness",
                      "witness",
                      "--answers",
                      std::string(PLUMB_SOURCE_DIR) + "/tests/unit/checklist/fixtures/6a-pass.json"};
        const auto document = checklist::loadChecklist(checklistDocument()).value();
        for (const auto& item : document->items) {
            if (item.evidence.photos + item.evidence.photosWhenFailed == 0) continue;
            inspecting.emplace_back("--file");
            inspecting.push_back(item.id + "=" + photo);
        }
    }

    [[nodiscard]] std::string home() const { return (folder.path / "home").string(); }
    [[nodiscard]] fs::path person() const { return store::peopleOf(home()).at(0).folder; }

    Ended plumb(std::vector<std::string> words, const std::optional<faults::Plan>& plan = {}) const {
        words.insert(words.begin(), PLUMB_BIN_DIR "/plumb");
        words.insert(words.end(), {"--home", home()});
        const auto out = (folder.path / "out").string(), err = (folder.path / "err").string();
        std::fflush(nullptr);  // or the child says once more what waits here
        const pid_t pid = fork();
        if (pid == 0) {
            std::vector<char*> raw;
            for (auto& word : words) raw.push_back(word.data());
            raw.push_back(nullptr);
            if (!freopen(out.c_str(), "w", stdout) || !freopen(err.c_str(), "w", stderr)) _exit(126);
            setenv("PLUMB_PIN", kPin, 1);
            preload(plan);
            execv(raw[0], raw.data());
            _exit(127);
        }
        Ended ended;
        waitpid(pid, &ended.status, 0);
        ended.out = readText(out);
        ended.err = readText(err);
        return ended;
    }
    std::unique_ptr<store::TabletStore> open() const {
        const auto key = store::unlock(person(), kPin, systemNow()).value();
        return store::TabletStore::open(person(), key, systemNow).value();
    }
    // How much a run accesses when nothing is in its way.
    faults::Counts countOf(const std::vector<std::string>& words) const {
        faults::Plan plan;
        plan.folder = home();
        plan.report = (folder.path / "counts").string();
        REQUIRE(plumb(words, plan).code() == 0);
        return faults::Counts::fromText(readText(plan.report));
    }
};

std::vector<store::RecordRow> inspectionsOf(const store::TabletStore& store) {
    store::RecordFilter own;
    own.own = true;
    own.type = "inspection.submitted";
    return store.records(own);
}

// Everything that is signed here is proved after one sync that nothing disturbs, and nothing is there twice.
std::size_t unprovedAtLast(const Bench& bench) {
    const auto last = bench.plumb({"sync"});
    INFO(last.out << last.err);
    CHECK(last.code() == 0);
    const auto store = bench.open();
    CHECK(store->tally().missing == 0);
    std::size_t out = 0;
    for (const auto& row : inspectionsOf(*store)) out += row.state != store::RecordState::proved;
    return out;
}

constexpr faults::Access kAccesses[] = {faults::Access::write, faults::Access::sync, faults::Access::name,
                                        faults::Access::read, faults::Access::open};

}  // namespace

TEST_CASE("a tablet that is killed while it signs and syncs keeps what it said was signed, exactly once") {
    const Bench bench;
    const auto signing = bench.countOf(bench.inspecting), syncing = bench.countOf({"sync"});
    std::mt19937 random(kSeed);
    std::vector<std::string> promised;
    std::size_t died = 0, lost = 0, doubled = 0;
    for (int round = 0; round < rounds(); ++round) {
        for (const bool signs : {true, false}) {
            faults::Plan plan;
            plan.folder = bench.home();
            plan.how = faults::Plan::How::kill;
            plan.access = kAccesses[random() % std::size(kAccesses)];
            // A little beyond what was counted: then it is not killed.
            plan.nth = 1 + random() % ((signs ? signing : syncing).at(plan.access) * 10 / 9 + 1);
            const auto ended = bench.plumb(signs ? bench.inspecting : std::vector<std::string>{"sync"}, plan);
            INFO("round " << round << (signs ? ", signing" : ", syncing") << ", killed at "
                          << faults::nameOf(plan.access) << ' ' << plan.nth << ": " << ended.out << ended.err);
            CHECK((ended.killed() || ended.code() == 0 || ended.code() == 1));
            died += ended.killed();
            if (signs && !ended.out.empty()) promised.push_back(ended.out.substr(0, ended.out.find('\n')));
        }
    }
    CHECK(unprovedAtLast(bench) == 0);
    const auto store = bench.open();
    for (const auto& id : promised) lost += !store->recordById(id);
    const auto rows = inspectionsOf(*store);
    for (const auto& row : rows)
        doubled += std::count_if(rows.begin(), rows.end(), [&](const auto& other) { return other.id == row.id; }) > 1;
    CHECK(died > 0);
    CHECK(lost == 0);
    CHECK(doubled == 0);
    std::printf(
        "faults.kill-tablet.died %zu\nfaults.kill-tablet.promised %zu\nfaults.kill-tablet.lost %zu\n"
        "faults.kill-tablet.doubled %zu\n",
        died, promised.size(), lost, doubled);
}

TEST_CASE("whenever a change of the PIN is killed, one PIN opens the vault: the new one once it was said to") {
    const TempFolder folder;
    std::size_t shut = 0, both = 0, untrue = 0, died = 0;
    for (const auto access : kAccesses) {
        for (std::uint64_t nth = 1;; ++nth) {
            const auto home = folder.path / (faults::nameOf(access) + std::to_string(nth));
            const auto vault = store::createVault(home, "1111", systemNow(), kTestCost).value();
            int said[2];
            REQUIRE(pipe(said) == 0);
            const pid_t pid = fork();
            if (pid == 0) {
                faults::Plan plan;
                plan.folder = home.string();
                plan.access = access;
                plan.nth = nth;
                plan.how = faults::Plan::How::kill;
                faults::arm(plan);
                if (store::changePin(vault.folder, "1111", "2222", systemNow())) (void)!::write(said[1], "y", 1);
                _exit(0);
            }
            close(said[1]);
            char answer = 0;
            const bool changed = ::read(said[0], &answer, 1) == 1;
            close(said[0]);
            int status = 0;
            waitpid(pid, &status, 0);
            // Each with a folder of its own: the first wrong one would be counted.
            const bool fresh = store::unlock(vault.folder, "2222", systemNow()).has_value();
            const bool old = store::unlock(vault.folder, "1111", systemNow()).has_value();
            shut += !fresh && !old;
            both += fresh && old;
            untrue += changed && !fresh;
            died += WIFSIGNALED(status);
            if (!WIFSIGNALED(status)) break;
        }
    }
    CHECK(died > 10);
    CHECK(shut == 0);
    CHECK(both == 0);
    CHECK(untrue == 0);
    std::printf("faults.kill-pin.died %zu\nfaults.kill-pin.shut %zu\n", died, shut + both + untrue);
}

TEST_CASE("clocks that jump by days during a sync lose nothing, and the person is told") {
    Bench bench;
    std::size_t runs = 0, told = 0;
    for (const bool ofServer : {false, true}) {
        for (const int days : {-3, 3, 400}) {
            const auto signedNow = bench.plumb(bench.inspecting);
            INFO(signedNow.err);
            REQUIRE(signedNow.code() == 0);
            faults::Plan plan;
            plan.jump = std::chrono::hours(24) * days;
            plan.jumpAt = 60;
            plan.folder = ofServer ? bench.server.data().string() : bench.home();
            if (ofServer) {
                bench.server.kill();
                preload(plan);
                bench.server.start();
                preload({});
            }
            const auto jumped = bench.plumb({"sync"}, ofServer ? std::nullopt : std::optional(plan));
            // What the tablet makes of it at its next run is what a person sees.
            const auto after = bench.plumb({"sync"}, ofServer ? std::nullopt : std::optional(plan));
            INFO((ofServer ? "the server's" : "the tablet's")
                 << " clock jumps by " << days << " days: " << jumped.out << jumped.err << after.out << after.err);
            CHECK(jumped.code() >= 0);
            CHECK(after.code() >= 0);
            ++runs;
            const auto words = jumped.out + jumped.err + after.out + after.err;
            told += words.find("clock") != std::string::npos || (jumped.code() == 0 && after.code() == 0);
            if (ofServer) {
                bench.server.kill();
                bench.server.start();
            }
        }
    }
    const auto lost = unprovedAtLast(bench);
    CHECK(lost == 0);
    CHECK(told == runs);
    std::printf("faults.clock.jumps %zu\nfaults.clock.lost %zu\n", runs, lost);
}
