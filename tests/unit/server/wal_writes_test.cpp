// The writer's write-ahead log is written in few pieces: what a commit wrote is there all the same, for readers beside
// it and for whoever opens the files after a crash.
#include <catch2/catch.hpp>

#include <SQLiteCpp/Database.h>
#include <sys/resource.h>

#include <csignal>

#include "sync-server/store/sqlite_store.h"
#include "tests/unit/server/kit/world.h"

using namespace plumb;
using namespace plumb::server;
using kit::TempFolder;

namespace fs = std::filesystem;

namespace {

// The files as a crash at this moment would leave them: lines, and whether the database is whole.
std::pair<std::uint64_t, std::string> afterCrash(const fs::path& file) {
    TempFolder folder;
    for (const char* end : {"", "-wal"}) {
        if (fs::exists(file.string() + end))
            fs::copy_file(file.string() + end, (folder.path / "log.db").string() + end);
    }
    SQLite::Database database((folder.path / "log.db").string(), SQLite::OPEN_READWRITE);
    return {static_cast<std::uint64_t>(database.execAndGet("SELECT count(*) FROM lines").getInt64()),
            database.execAndGet("PRAGMA integrity_check").getString()};
}

void append(StoreWriter& writer, std::uint64_t index, std::size_t bytes) {
    writer.appendLine(index, TimePoint(std::chrono::milliseconds(index)), std::string(bytes, 'x'));
}

}  // namespace

TEST_CASE("each commit is there whole for a reader and after a crash, whatever its size", "[sqlite]") {
    TempFolder folder;
    const auto file = folder.path / "log.db";
    const auto store = openSqliteStore(file).value();
    const auto reader = store->openReader();
    auto& writer = store->writer();
    std::uint64_t index = 0;
    // From one page to far more than goes at once.
    for (const std::size_t bytes : {1u, 3000u, 100'000u, 115'000u, 130'000u, 262'000u, 262'000u, 10u}) {
        for (const int lines : {1, 7, 40}) {
            writer.begin();
            for (int i = 0; i < lines; ++i) append(writer, index++, bytes);
            CHECK(reader->size() == index - static_cast<std::uint64_t>(lines));
            writer.commit();
            CHECK(reader->size() == index);
            CHECK(reader->line(index - 1) == std::string(bytes, 'x'));
            CHECK(afterCrash(file) == std::pair(index, std::string("ok")));
        }
    }
}

TEST_CASE("a log that was carried over into the database many times is whole", "[sqlite]") {
    TempFolder folder;
    const auto file = folder.path / "log.db";
    std::uint64_t index = 0;
    {
        const auto store = openSqliteStore(file).value();
        auto& writer = store->writer();
        for (int round = 0; round < 30; ++round) {  // 40 MB: the WAL holds sixteen
            writer.begin();
            for (int i = 0; i < 200; ++i) append(writer, index++, 6000);
            if (round % 7 == 3) {
                writer.rollback();
                index -= 200;
                continue;
            }
            writer.commit();
        }
        CHECK(afterCrash(file) == std::pair(index, std::string("ok")));
    }
    CHECK(afterCrash(file) == std::pair(index, std::string("ok")));
}

TEST_CASE("a commit that the disk does not take is told as a full disk, and leaves nothing", "[sqlite]") {
    TempFolder folder;
    const auto file = folder.path / "log.db";
    const auto store = openSqliteStore(file).value();
    auto& writer = store->writer();
    writer.begin();
    append(writer, 0, 6000);
    writer.commit();
    // A limit on the size of files stands for the disk; the WAL is the only one that grows here.
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto signals = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{fs::file_size(file.string() + "-wal") + 200'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &little);
    writer.begin();
    for (std::uint64_t i = 1; i < 100; ++i) append(writer, i, 6000);
    CHECK_THROWS_AS(writer.commit(), StoreFull);
    writer.rollback();
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, signals);
    CHECK(store->openReader()->size() == 1);
    CHECK(afterCrash(file) == std::pair(std::uint64_t{1}, std::string("ok")));
    writer.begin();
    append(writer, 1, 6000);
    writer.commit();
    CHECK(afterCrash(file) == std::pair(std::uint64_t{2}, std::string("ok")));
}
