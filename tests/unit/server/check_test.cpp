// A log that somebody changed, or a disk: told by checking it, and never handed out by a server that runs.
#include <catch2/catch.hpp>

#include <SQLiteCpp/Database.h>

#include "shared/crypto/hash.h"
#include "sync-server/blobs/folder_blobs.h"
#include "tests/unit/server/kit/process.h"
#include "tests/unit/server/kit/whole_log.h"

using namespace plumb;
using namespace plumb::server;
using namespace plumb::server::kit;

TEST_CASE("a log that is as it was taken in passes, with its gaps, forks, revoked keys and files on their way") {
    WholeLog kept;
    kept.world.stop();
    const auto totals = kept.check();
    INFO(kept.said);
    CHECK(totals.wrong == 0);
    CHECK(totals.lines > 15);
    CHECK(totals.files == 2);  // the checklist and the photo
    CHECK(totals.filesMissing == 1);
    CHECK(totals.filesUnnamed == 1);
    CHECK(totals.chains.withGaps == 1);
    CHECK(totals.chains.withForks == 1);
    CHECK(kept.progress == totals.lines + 3);
    // And it is still the log that it was.
    kept.world.restart();
    CHECK(kept.world.get("/v1/records", &kept.world.admin()).status == 200);
}

TEST_CASE("whatever is changed in a log is found, and told with its place") {
    WholeLog kept;
    kept.world.stop();
    const auto at = std::to_string(kept.submission);
    const auto finds = [&](const std::string& place) {
        const auto totals = kept.check();
        INFO(kept.said);
        CHECK(totals.wrong > 0);
        CHECK_THAT(kept.said, Catch::Contains(place));
    };
    SECTION("one character of a line") {
        auto text = kept.lineAt(kept.submission);
        text[text.find("\"kind\":\"supervision\"") + 9] = 'S';
        kept.change("UPDATE lines SET line = " + quotedBytes(text) + " WHERE idx = " + at);
        finds("line " + at + " is not what was taken in");
    }
    SECTION("a line and its hash in the index, as somebody would who knows the tables") {
        auto text = kept.lineAt(kept.submission);
        text[text.find("\"kind\":\"supervision\"") + 9] = 'S';
        kept.change("UPDATE lines SET line = " + quotedBytes(text) + " WHERE idx = " + at +
                    "; UPDATE entries SET hash = " + hexBytes(crypto::sha256(text).hex()) + " WHERE idx = " + at);
        finds("line " + at + " is not signed as it must be");
    }
    SECTION("a line that is gone") {
        kept.change("DELETE FROM lines WHERE idx = " + at);
        finds("line " + at + " is missing");
    }
    SECTION("an inspection's state") {
        kept.change("UPDATE inspections SET status = 2");
        finds("table inspections: 1 rows");
    }
    SECTION("a node of the tree") {
        kept.change("UPDATE nodes SET hash = " + hexBytes(std::string(64, '0')) + " WHERE level = 1 AND idx = 0");
        finds("\"1/0\"");
    }
    SECTION("a chain's tip") {
        kept.change("UPDATE authors SET tip_seq = tip_seq + 1 WHERE forks > 0");
        finds("table authors");
    }
    SECTION("a row too many") {
        kept.change(
            "INSERT INTO sites (site, name, region, programme, code, idx) VALUES ('ghost', 'x', '', '', '', 0)");
        finds("\"ghost\"");
    }
    SECTION("a file") {
        const FolderBlobs blobs(kept.world.folder().blobs());
        std::filesystem::resize_file(blobs.pathOf(crypto::sha256(kept.photo)), 3);
        finds("file " + crypto::sha256(kept.photo).hex());
    }
}

TEST_CASE("a running server does not hand out a line that was changed under it") {
    WholeLog kept;
    const auto& admin = kept.world.admin();
    const auto at = std::to_string(kept.submission);
    const std::string good = "/v1/records?limit=1&after=" + at;
    REQUIRE(kept.world.get(good, &admin).status == 200);
    auto text = kept.lineAt(kept.submission);
    const auto id = record::parsePayload(record::Line::parse(text).value().payload()).value().id;
    text[text.find("\"kind\":\"supervision\"") + 9] = 'S';
    kept.change("UPDATE lines SET line = " + quotedBytes(text) + " WHERE idx = " + at);
    for (const auto& path : {good, std::string("/v1/records"), "/v1/query/records/" + id}) {
        const auto answer = kept.world.get(path, &admin);
        CHECK(answer.status == 500);
        CHECK(textOr(parseJson(answer.body).value().get_object(), "code") == "line_damaged");
    }
    // What does not need it is served on.
    CHECK(kept.world.get("/v1/records?after=" + std::to_string(kept.submission + 1), &admin).status == 200);
}

TEST_CASE("a server does not start on a trust line that was changed") {
    WholeLog kept;
    kept.world.stop();
    auto text = kept.lineAt(0);
    text[text.find("\"seq\"") + 1] = 'S';
    kept.change("UPDATE lines SET line = " + quotedBytes(text) + " WHERE idx = 0");
    CHECK_THROWS_WITH(kept.world.restart(), Catch::Contains("line 0") && Catch::Contains("plumbserver check"));
}

TEST_CASE("plumbserver check exits 0 where all is well and 3 where it is not", "[sqlite]") {
    ServerProcess process;
    process.start();
    Remote remote(process);
    auto admin = remote.enrol(process.invitation());
    remote.publish(admin);
    const std::string command = std::string(PLUMB_BIN_DIR) + "/plumbserver check --data " + process.data().string() +
                                " >" + (process.data() / "said").string() + " 2>&1";
    CHECK(WEXITSTATUS(std::system(command.c_str())) == 1);  // it runs
    CHECK(process.stop() == 0);
    CHECK(WEXITSTATUS(std::system(command.c_str())) == 0);
    CHECK_THAT(readWholeFile(process.data() / "said").value(), Catch::Contains("everything is as it was taken in"));
    {
        SQLite::Database database((process.data() / "log.db").string(), SQLite::OPEN_READWRITE);
        database.exec("DROP TRIGGER lines_no_update; UPDATE lines SET line = CAST(line || ' ' AS BLOB) WHERE idx = 1");
    }
    CHECK(WEXITSTATUS(std::system(command.c_str())) == 3);
    CHECK_THAT(readWholeFile(process.data() / "said").value(), Catch::Contains("line 1 is not what was taken in"));
    CHECK_FALSE(std::filesystem::exists(process.data() / "checking"));
}
