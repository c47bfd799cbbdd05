// PIN tries, against who kills, fills the disk, copies files back or tries in several processes at once.
#include "shared/store/pin_attempts.h"

#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <functional>

#include "shared/store/pin_record.h"
#include "shared/store/tuning.h"
#include "shared/store/vault_store.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
namespace fs = std::filesystem;

namespace {

const Instant kNow = parseInstant("2026-11-22T08:00:00.000+08:00").value();
Instant after(int seconds) {
    return {kNow.utc + std::chrono::seconds(seconds), kNow.offset};
}
constexpr crypto::PinCost kCheap{10};

std::string codeOf(const Result<crypto::DataKey>& tried) {
    return tried ? "" : tried.error().code;
}

// Runs `work` in a process of its own, which gives its result by its exit code.
pid_t begin(const std::function<int()>& work) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int code = 99;
        try {
            code = work();
        } catch (...) {
        }
        _exit(code);
    }
    return child;
}

int end(pid_t child) {
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A process that dies in the middle of scrypt, after its try was noted.
void killedTry(const fs::path& folder, const char* pin, const Instant& now) {
    const auto before = readAttempts(folder).value().generation;
    const pid_t child = begin([&] { return unlock(folder, pin, now) ? 0 : 1; });
    while (readAttempts(folder).value().generation == before) usleep(200);
    kill(child, SIGKILL);
    REQUIRE(end(child) == -1);
}

// Dear enough to be killed in: about half a second.
constexpr crypto::PinCost kDear{17};

}  // namespace

TEST_CASE("a try that was killed before its verdict is no wrong PIN") {
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kDear).value().folder;
    for (int i = 0; i < kFreeUnjudged; ++i) killedTry(folder, "2468", kNow);
    const auto person = peopleOf(home.path).at(0);
    CHECK(person.failures == 0);
    CHECK(person.unjudged == kFreeUnjudged);
    CHECK(person.notBefore == TimePoint{});
    CHECK(unlock(folder, "2468", kNow));
    CHECK(peopleOf(home.path).at(0).unjudged == 0);
}

TEST_CASE("who kills the process each time has three tries, and then waits as for wrong PINs") {
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kDear).value().folder;
    for (int i = 0; i < kFreeUnjudged + kFreeAttempts; ++i) killedTry(folder, "0000", kNow);
    CHECK(codeOf(unlock(folder, "2468", after(4))) == "pin_wait");
    killedTry(folder, "0000", after(5));
    CHECK(codeOf(unlock(folder, "2468", after(14))) == "pin_wait");
    CHECK(unlock(folder, "2468", after(15)));
}

TEST_CASE("killed tries and wrong PINs add up, whatever their order") {
    PinAttempts killedFirst, wrongFirst;
    for (int i = 0; i < 5; ++i) killedFirst = noted(killedFirst, kNow.utc);
    killedFirst = judgedWrong(noted(killedFirst, kNow.utc), kNow.utc);
    wrongFirst = judgedWrong(noted(wrongFirst, kNow.utc), kNow.utc);
    for (int i = 0; i < 5; ++i) wrongFirst = noted(wrongFirst, kNow.utc);
    CHECK(killedFirst.notBefore == wrongFirst.notBefore);
    CHECK(waitOf(killedFirst, kNow.utc) == kFirstWait);
    CHECK(killedFirst.generation == 7);
}

TEST_CASE("where a try cannot be counted the PIN is not tried") {
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kCheap).value().folder;
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    rlimit none = before;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_FSIZE, &none);
    const auto wrong = unlock(folder, "0000", kNow), right = unlock(folder, "2468", kNow);
    setrlimit(RLIMIT_FSIZE, &before);
    CHECK(codeOf(wrong) == "pin_uncounted");
    CHECK(codeOf(right) == "pin_uncounted");
    CHECK(wrong.error().kind == ErrorKind::full);
    CHECK(unlock(folder, "2468", kNow));
}

TEST_CASE("on a full disk wrong PINs count and the right one opens") {
    test::TemporaryFolder home;
    const auto done = end(begin([&] {
        // A disk of our own, which only this process sees.
        if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return 50;
        if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return 50;
        if (mount("none", home.path.c_str(), "tmpfs", 0, "size=256k") != 0) return 50;
        const auto folder = createVault(home.path, "2468", kNow, kCheap).value().folder;
        {
            std::ofstream filler(home.path / "filler", std::ios::binary);
            while (filler.put('x')) {
            }
        }
        for (int i = 0; i < kFreeAttempts; ++i)
            if (codeOf(unlock(folder, "0000", kNow)) != "wrong_pin") return 1;
        if (codeOf(unlock(folder, "2468", kNow)) != "pin_wait") return 2;
        if (!unlock(folder, "2468", after(5))) return 3;
        return peopleOf(home.path).at(0).failures == 0 ? 0 : 4;
    }));
    if (done == 50)
        WARN("this machine lets nobody mount a small disk; not tried");
    else
        CHECK(done == 0);
}

TEST_CASE("vault.json copied back sets no count back, nor does the count's own file, nor the whole folder") {
    const std::string back = GENERATE("vault.json", "attempts", "");
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kCheap).value().folder;
    const auto aside = home.path / "aside";
    fs::copy(folder, aside, fs::copy_options::recursive);
    for (int i = 0; i < kFreeAttempts; ++i) CHECK(codeOf(unlock(folder, "0000", kNow)) == "wrong_pin");
    if (back.empty()) {
        fs::remove_all(folder);
        fs::copy(aside, folder, fs::copy_options::recursive);
    } else {
        fs::copy_file(aside / back, folder / back, fs::copy_options::overwrite_existing);
    }
    CHECK(codeOf(unlock(folder, "2468", kNow)) == "pin_wait");
    CHECK(peopleOf(home.path).at(0).failures == kFreeAttempts);
    CHECK(unlock(folder, "2468", after(5)));
}

TEST_CASE("a count that was removed costs the longest wait; one of its two copies is enough") {
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kCheap).value().folder;
    fs::remove(folder / "attempts");
    CHECK(unlock(folder, "2468", kNow));
    fs::remove_all(home.path / "attempts");
    CHECK(unlock(folder, "2468", kNow));
    CHECK(fs::exists(home.path / "attempts" / folder.filename()));
    fs::remove(folder / "attempts");
    fs::remove_all(home.path / "attempts");
    CHECK(codeOf(unlock(folder, "2468", kNow)) == "pin_wait");
    CHECK(codeOf(unlock(folder, "2468", after(5 * 512 - 1))) == "pin_wait");
    CHECK(unlock(folder, "2468", after(5 * 512)));
}

TEST_CASE("a slot that a cut spoilt leaves the other one") {
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kCheap).value().folder;
    CHECK_FALSE(unlock(folder, "0000", kNow));
    fs::remove_all(home.path / "attempts");
    const auto newest = readAttempts(folder).value();
    {
        std::fstream file(folder / "attempts", std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(newest.generation % 2 == 0 ? 0 : 4096);
        file.put('?');
    }
    // The try was noted, and stays so; its verdict is what was lost.
    const auto left = readAttempts(folder).value();
    CHECK(left.generation == newest.generation - 1);
    CHECK(left.unjudged == 1);
}

TEST_CASE("a damaged key is said to be so however often it is tried, and counts as no PIN") {
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kCheap).value().folder;
    CHECK(codeOf(unlock(folder, "0000", kNow)) == "wrong_pin");
    std::ofstream(folder / "vault.json") << R"({"v":2,"wrapped":"AAAA"})";
    for (int i = 0; i < 10; ++i) CHECK(codeOf(unlock(folder, "2468", kNow)) == "vault_broken");
    CHECK(peopleOf(home.path).at(0).failures == 1);
    CHECK(peopleOf(home.path).at(0).unjudged == 0);
}

TEST_CASE("tries of several processes at once are counted one by one") {
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kCheap).value().folder;
    std::vector<pid_t> children;
    for (int i = 0; i < 8; ++i)
        children.push_back(begin([&] {
            const auto code = codeOf(unlock(folder, "0000", kNow));
            return code == "wrong_pin" ? 1 : code == "pin_wait" ? 2 : 3;
        }));
    int wrong = 0, waited = 0;
    for (const auto child : children) {
        const int code = end(child);
        wrong += code == 1;
        waited += code == 2;
    }
    CHECK(wrong == kFreeAttempts);
    CHECK(waited == 8 - kFreeAttempts);
    CHECK(peopleOf(home.path).at(0).failures == kFreeAttempts);
}

TEST_CASE("a vault of the first form keeps its count, and one copied back afterwards sets nothing back") {
    test::TemporaryFolder home;
    const auto folder = createVault(home.path, "2468", kNow, kCheap).value().folder;
    // As the first form wrote it: the count in vault.json, nothing beside it.
    const auto wrapped =
        std::string(textOr(parseJson(test::readFile(folder / "vault.json")).value().get_object(), "wrapped"));
    const json::object first{{"v", 1},
                             {"wrapped", wrapped},
                             {"failures", 2},
                             {"not_before", 0},
                             {"last_used", kNow.utc.time_since_epoch().count()}};
    const auto write = [&] { std::ofstream(folder / "vault.json") << toText(first); };
    write();
    fs::remove(folder / "attempts");
    fs::remove_all(home.path / "attempts");
    CHECK(peopleOf(home.path).at(0).failures == 2);
    CHECK(peopleOf(home.path).at(0).lastUse == kNow.utc);
    CHECK(codeOf(unlock(folder, "0000", kNow)) == "wrong_pin");
    CHECK(codeOf(unlock(folder, "2468", kNow)) == "pin_wait");
    CHECK_FALSE(parseJson(test::readFile(folder / "vault.json")).value().get_object().contains("failures"));
    write();
    CHECK(codeOf(unlock(folder, "2468", kNow)) == "pin_wait");
    CHECK(unlock(folder, "2468", after(5)));
}
