#include "shared/store/durable_file.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "shared/store/folder_lock.h"
#include "shared/store/vault_store.h"
#include "tests/unit/store/store_fixture.h"

using namespace plumb;
using namespace plumb::store;
namespace fs = std::filesystem;

namespace {

// Each in a process of its own, all at once; whether all of them did it.
template <class Work>
bool together(int processes, Work work) {
    std::vector<pid_t> children;
    for (int number = 0; number < processes; ++number) {
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            bool good = false;
            try {
                good = work(number);
            } catch (...) {
            }
            _exit(good ? 0 : 1);
        }
        children.push_back(child);
    }
    bool all = true;
    for (const auto child : children) {
        int status = 0;
        waitpid(child, &status, 0);
        all = all && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    return all;
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator{}));
}

}  // namespace

TEST_CASE("processes that write one file at once each succeed, and one of their contents stands whole") {
    test::TemporaryFolder folder;
    const auto file = folder.path / "vault.json";
    const bool all = together(4, [&](int number) {
        const std::string content(20'000, static_cast<char>('a' + number));
        for (int i = 0; i < 100; ++i) {
            if (!writeDurably(file, asBytes(content))) return false;
            const auto read = test::readFile(file);
            if (read.size() != 20'000 || read.find_first_not_of(read[0]) != std::string::npos) return false;
        }
        return true;
    });
    CHECK(all);
    CHECK(filesIn(folder.path) == 1);
}

TEST_CASE("what a killed process left half written is taken over by the next who writes") {
    test::TemporaryFolder folder;
    std::ofstream(folder.path / "key.json.new") << std::string(5000, '?');
    REQUIRE(writeDurably(folder.path / "key.json", asBytes("short")));
    CHECK(test::readFile(folder.path / "key.json") == "short");
    CHECK(filesIn(folder.path) == 1);
}

TEST_CASE("two programs that name a vault's person and device lose nothing of each other's") {
    test::TemporaryFolder home;
    const auto now = parseInstant("2026-11-22T08:00:00.000+08:00").value();
    const auto folder = createVault(home.path, "2468", now, {.logN = 10}).value().folder;
    const bool all = together(2, [&](int number) {
        for (int i = 0; i < 100; ++i) {
            const auto text = std::to_string(i);
            if (number == 0 && !nameDevice(folder, "tablet " + text)) return false;
            if (number == 1 && !nameVault(folder, "name " + text, "inspector", "kid")) return false;
        }
        return true;
    });
    CHECK(all);
    const auto person = peopleOf(home.path).at(0);
    CHECK(person.device == "tablet 99");
    CHECK(person.name == "name 99");
    CHECK(unlock(folder, "2468", now));
}

TEST_CASE("a folder's lock goes with the process that held it") {
    test::TemporaryFolder folder;
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    const pid_t child = fork();
    if (child == 0) {
        const auto held = FolderLock::take(folder.path);
        (void)!write(ready[1], held ? "y" : "n", 1);
        pause();
        _exit(0);
    }
    char answer = 0;
    REQUIRE(read(ready[0], &answer, 1) == 1);
    CHECK(answer == 'y');
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    CHECK(FolderLock::take(folder.path));
    close(ready[0]);
    close(ready[1]);
}
