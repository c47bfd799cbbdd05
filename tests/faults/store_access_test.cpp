// Simulates: the n-th access to the disk fails, for every n along one signing and one sync, on the tablet and on the
// server; once or from then on; by an error of the device, a full disk, half a write. The program says so and goes on,
// or is started anew. And: the disk is full after n more bytes. Then nothing that was acknowledged is lost, nothing is
// there twice, and what both sides hold is what they hold after a run that nothing disturbed. PLUMB_FAULT_STRIDE tries
// every n-th place only.
#include <catch2/catch.hpp>

#include <cstdlib>

#include "tests/faults/failing_access/failing_access.h"
#include "tests/faults/kit/stand.h"

using namespace plumb;
using namespace plumb::faults;

namespace {

struct Kind {
    Access access;
    Plan::How how;
    int error;
    bool onwards;
};

constexpr Kind kKinds[] = {
    {Access::write, Plan::How::fail, EIO, false},    {Access::write, Plan::How::fail, EIO, true},
    {Access::write, Plan::How::fail, ENOSPC, false}, {Access::write, Plan::How::fail, ENOSPC, true},
    {Access::write, Plan::How::half, EIO, false},    {Access::sync, Plan::How::fail, EIO, false},
    {Access::sync, Plan::How::fail, EIO, true},      {Access::read, Plan::How::fail, EIO, false},
    {Access::read, Plan::How::fail, EIO, true},      {Access::read, Plan::How::half, EIO, false},
    {Access::open, Plan::How::fail, EMFILE, false},  {Access::open, Plan::How::fail, EMFILE, true},
    {Access::open, Plan::How::fail, EIO, false},     {Access::name, Plan::How::fail, EIO, false},
    {Access::name, Plan::How::fail, ENOSPC, true},
};

std::string told(const Kind& kind) {
    static constexpr const char* kHow[] = {"fails", "does half", "kills"};
    return nameOf(kind.access) + " " + kHow[static_cast<int>(kind.how)] + " with " + std::to_string(kind.error) +
           (kind.onwards ? " from then on" : " once");
}

// What a part of the program said: "" that it is done, else the sentence. What is no sentence fails the test by itself.
template <class Work>
std::string said(Work work) {
    try {
        const auto done = work();
        return done ? std::string() : done.error().code + ": " + done.error().detail;
    } catch (const std::exception& broken) {
        return std::string("broken: ") + broken.what();
    }
}

struct Phase {
    const char* name;
    bool server;  // whose disk
    bool signs;   // else: syncs
};

struct Sum {
    std::size_t runs = 0, struck = 0, lost = 0, doubled = 0, wrong = 0;
};

void tryOne(Stand& stand, const Phase& phase, const Plan& plan, bool restarts, const std::string& undisturbed,
            Sum& sum) {
    stand.reset();
    std::string signing, syncing;
    std::optional<Sha256> acknowledged;
    const auto sign = [&] {
        auto line = stand.sign();
        if (line) acknowledged = line->hash();
        return line;
    };
    if (!phase.signs) signing = said(sign);
    arm(plan);
    if (phase.signs)
        signing = said(sign);
    else
        syncing = said([&] { return stand.sync(); });
    const auto counts = disarm();
    ++sum.runs;
    sum.struck += counts.failed > 0;
    INFO("then it was said: " << signing << syncing);
    if (restarts && phase.server) stand.restartServer();
    if (restarts && !phase.server) stand.restartTablet();
    // Whoever was told that it did not work does it again.
    if (!acknowledged && !stand.inspections().empty()) ++sum.doubled;
    INFO("told as failed, and yet " << stand.inspections().size() << " there");
    if (!acknowledged && stand.hasDraft()) signing = said(sign);
    INFO("signed at last: " << signing);
    // The second has nothing to do where the first went through.
    for (int again = 0; again < 2; ++again) {
        syncing = said([&] { return stand.sync(); });
        CHECK(syncing.empty());
    }
    INFO("synced at last: " << syncing);
    if (acknowledged && !stand.store().recordByHash(*acknowledged)) ++sum.lost;
    sum.doubled += stand.inspections().size() > 1;
    const auto account = stand.account();
    sum.wrong += account != undisturbed;
    CHECK(account == undisturbed);
}

std::uint64_t strideOr(int otherwise) {
    const char* given = std::getenv("PLUMB_FAULT_STRIDE");
    return static_cast<std::uint64_t>(given ? std::max(1, std::atoi(given)) : otherwise);
}

void everyAccess(const Phase& phase) {
    const auto stride = strideOr(23);
    Stand stand;
    stand.reset();
    REQUIRE(stand.sign());
    REQUIRE(stand.sync());
    REQUIRE(stand.sync());
    const auto undisturbed = stand.account();
    REQUIRE(undisturbed.find("WRONG") == std::string::npos);
    Plan plan;
    plan.folder = (phase.server ? stand.serverFolder() : stand.tabletFolder()).string();
    Sum sum;
    for (const auto& kind : kKinds) {
        plan.access = kind.access;
        plan.how = kind.how;
        plan.error = kind.error;
        plan.onwards = kind.onwards;
        plan.nth = 0;
        stand.reset();
        if (!phase.signs) REQUIRE(stand.sign());
        arm(plan);
        if (phase.signs)
            REQUIRE(stand.sign());
        else
            REQUIRE(stand.sync());
        const auto total = disarm().at(kind.access);
        std::uint64_t at = stride == 1 ? 1 : 1 + (sum.runs * 7) % stride;
        for (; at <= total; at += stride) {
            for (const bool restarts : {false, true}) {
                plan.nth = at;
                INFO(phase.name << ": " << told(kind) << ", number " << at << " of " << total
                                << (restarts ? ", started anew" : ", going on"));
                tryOne(stand, phase, plan, restarts, undisturbed, sum);
            }
        }
    }
    CHECK(sum.struck == sum.runs);
    CHECK(sum.lost == 0);
    CHECK(sum.doubled == 0);
    CHECK(sum.wrong == 0);
    std::printf(
        "faults.access.%s.runs %zu\nfaults.access.%s.lost %zu\nfaults.access.%s.doubled %zu\n"
        "faults.access.%s.wrong %zu\n",
        phase.name, sum.runs, phase.name, sum.lost, phase.name, sum.doubled, phase.name, sum.wrong);
}

// The disk has room for n more bytes, for n in steps of `stride` up to what the phase needs.
void everySpace(const Phase& phase) {
    const auto stride = strideOr(40'000);
    Stand stand;
    stand.reset();
    Plan plan;
    plan.folder = (phase.server ? stand.serverFolder() : stand.tabletFolder()).string();
    if (!phase.signs) REQUIRE(stand.sign());
    arm(plan);
    if (phase.signs) {
        REQUIRE(stand.sign());
    } else {
        REQUIRE(stand.sync());
    }
    const auto needed = disarm().grown;
    if (phase.signs) REQUIRE(stand.sync());
    REQUIRE(stand.sync());
    const auto undisturbed = stand.account();
    Sum sum;
    for (std::uint64_t space = 0; space < needed; space += stride) {
        for (const bool restarts : {false, true}) {
            plan.space = space;
            INFO(phase.name << ": room for " << space << " of " << needed << " bytes"
                            << (restarts ? ", started anew" : ", going on"));
            tryOne(stand, phase, plan, restarts, undisturbed, sum);
        }
    }
    CHECK(sum.runs > 0);
    CHECK(sum.lost == 0);
    CHECK(sum.doubled == 0);
    CHECK(sum.wrong == 0);
    std::printf(
        "faults.disk.%s.runs %zu\nfaults.disk.%s.lost %zu\nfaults.disk.%s.doubled %zu\nfaults.disk.%s.wrong %zu\n",
        phase.name, sum.runs, phase.name, sum.lost, phase.name, sum.doubled, phase.name, sum.wrong);
}

}  // namespace

TEST_CASE(
    "the tablet's disk is full at its n-th byte: what was stored stays, the rest is done when there is room again") {
    everySpace({"sign", false, true});
    everySpace({"sync", false, false});
}

TEST_CASE("the server's disk is full at its n-th byte: the next sync ends as if nothing had been") {
    everySpace({"server", true, false});
}

TEST_CASE("the n-th access fails while an inspection is signed: it is signed or it is not, and nothing is lost") {
    everyAccess({"sign", false, true});
}

TEST_CASE("the n-th access of the tablet fails during a sync: the next one ends as if nothing had been") {
    everyAccess({"sync", false, false});
}

TEST_CASE("the n-th access of the server fails during a sync: what it answered for is there, once") {
    everyAccess({"server", true, false});
}
