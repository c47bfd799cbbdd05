#include "tests/unit/server/kit/whole_log.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "shared/base/encoding.h"
#include "shared/crypto/hash.h"
#include "tests/unit/server/kit/databases.h"
#include "tests/unit/server/kit/inspections.h"

namespace plumb::server::kit {
namespace {

void must(const std::string& fate) {
    if (fate != "accepted") throw std::runtime_error(fate);
}

}  // namespace

WholeLog::WholeLog() {
    world.publish();
    auto inspector = world.enrol(domain::Role::inspector, {"62"});
    auto supervisor = world.enrol(domain::Role::supervisor, {"62"});
    auto lost = world.enrol(domain::Role::inspector, {"63"});
    const record::FileRef there{crypto::sha256(photo), photo.size(), "image/jpeg", "evidence", "2"},
        coming{crypto::sha256("coming"), 6, "image/jpeg", "evidence", "2"};
    const auto line =
        inspector.say("inspection.submitted", inspectionBody(), {"yongchang-veg", "620321", {there, coming}});
    submission = world.services().head.get()->size;
    must(world.fate(line, inspector));
    world.upload(photo, inspector);
    world.upload("named by nobody", inspector);
    must(world.fate(supervisor.say("review.returned",
                                   {{"of", record::parsePayload(line.payload()).value().id},
                                    {"hash", line.hash().hex()},
                                    {"comment", "again"},
                                    {"items", json::array{}}},
                                   {"yongchang-veg", "620321"}),
                    supervisor));
    auto amended = inspectionBody(100);
    amended["of"] = record::parsePayload(line.payload()).value().id;
    amended["reason"] = "a note was missing";
    must(world.fate(inspector.say("inspection.amended", amended, {"yongchang-veg", "620321"}), inspector));
    // A gap that is filled later, a gap that stays, a fork.
    const auto two = inspector.say("standard.feedback", {{"text", "2"}}),
               three = inspector.say("standard.feedback", {{"text", "3"}});
    must(world.fate(three, inspector));
    must(world.fate(two, inspector));
    inspector.say("standard.feedback", {{"text", "never sent"}});
    must(world.fate(inspector.say("standard.feedback", {{"text", "5"}}), inspector));
    auto clone = supervisor;
    supervisor.say("standard.feedback", {{"text", "never sent"}});
    must(world.fate(supervisor.say("standard.feedback", {{"text", "x"}}), supervisor));
    must(world.fate(clone.say("standard.feedback", {{"text", "y"}}), supervisor));
    clone.tip.seq = 1;
    must(world.fate(clone.say("standard.feedback", {{"text", "z"}}), supervisor));
    auto& admin = world.admin();
    must(world.fate(lost.say("standard.feedback", {{"text", "before"}}), lost));
    must(world.fate(admin.say("key.revoked", {{"key", lost.kid()}, {"reason", "lost"}}), admin));
}

void WholeLog::change(const std::string& sql) {
    if (onPostgres()) {
        const auto connection = openAt(world.folder().database())->connect();
        connection->define("ALTER TABLE lines DISABLE TRIGGER lines_append_only");
        connection->define(sql);
        return;
    }
    SQLite::Database database(world.folder().database().string(), SQLite::OPEN_READWRITE, 5000);
    database.exec("DROP TRIGGER IF EXISTS lines_no_update; DROP TRIGGER IF EXISTS lines_no_delete");
    database.exec(sql);
}

std::vector<std::string> WholeLog::ask(const std::string& sql) {
    std::vector<std::string> out;
    if (onPostgres()) {
        const auto connection = openAt(world.folder().database())->connect();
        const auto rows = connection->prepare(sql);
        while (rows->step()) {
            const bool counts = rows->type(0) == sql::Statement::Type::integer;
            out.push_back(counts ? std::to_string(rows->integer(0)) : std::string(rows->view(0)));
        }
        return out;
    }
    SQLite::Database database(world.folder().database().string(), SQLite::OPEN_READONLY, 5000);
    SQLite::Statement statement(database, sql);
    while (statement.executeStep()) out.push_back(statement.getColumn(0).getString());
    return out;
}

std::string WholeLog::lineAt(std::uint64_t index) {
    return ask("SELECT line FROM lines WHERE idx = " + std::to_string(index)).at(0);
}

CheckTotals WholeLog::check() {
    TempFolder scratch;
    said.clear();
    progress = 0;
    return checkLog(
        {placeOf(world.folder().database()), world.folder().blobs(), scratch.path, world.firstInvitation().rootKid},
        {[&](const std::string& sentence) { said += sentence + "\n"; },
         [&](const char*, std::uint64_t done, std::uint64_t total) { progress += done <= total; }});
}

std::string quotedBytes(std::string text) {
    if (onPostgres()) return "CAST('\\x" + toHex(asBytes(text)) + "' AS bytea)";
    for (std::size_t at = 0; (at = text.find('\'', at)) != std::string::npos; at += 2) text.insert(at, 1, '\'');
    return "CAST('" + text + "' AS BLOB)";
}

std::string hexBytes(const std::string& hex) {
    return onPostgres() ? "CAST('\\x" + hex + "' AS bytea)" : "x'" + hex + "'";
}

}  // namespace plumb::server::kit
