#include "sync-server/store/compare_projections.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "sync-server/store/schema.h"

namespace plumb::server {
namespace {

// A table's contents as they follow from the lines: authors by their keys, since their numbers do not. "%" stands for
// the database.
struct Contents {
    const char* table;
    const char* rows;
};
constexpr Contents kContents[] = {
    {"nodes", "SELECT level || '/' || idx, hash FROM %.nodes"},
    {"entries",
     "SELECT e.idx, e.hash, a.kid, e.seq, e.record, e.type, e.region, e.site, e.trust FROM %.entries e LEFT JOIN "
     "%.authors a ON a.id = e.author"},
    {"authors", "SELECT kid, tip_seq, tip_hash, places, forks FROM %.authors"},
    {"story", "SELECT record, idx FROM %.story"},
    {"inspections",
     "SELECT i.record, i.idx, i.newest, i.hash, a.kid, i.site, i.region, i.checklist, i.checklist_version, "
     "i.checklist_hash, i.kind, i.at, i.points, i.max, i.grade, i.vetoes, i.findings, i.files, i.version, i.status "
     "FROM %.inspections i LEFT JOIN %.authors a ON a.id = i.author"},
    {"tallies",
     "SELECT t.status || ' ' || t.region || ' ' || t.site, a.kid, t.n FROM %.tallies t LEFT JOIN %.authors a ON a.id "
     "= t.author WHERE t.n <> 0"},
    {"files", "SELECT idx, n, sha256, size, type FROM %.files"},
    {"sites", "SELECT site, name, idx FROM %.sites"},
    {"checklists", "SELECT id || ' ' || version, sha256, title, idx FROM %.checklists"},
    {"publications", "SELECT type || ' ' || id, idx FROM %.publications"},
};
static_assert(std::size(kContents) == std::size(kProjectionTables));

std::string rowsOf(const Contents& contents, const std::string& database) {
    std::string out;
    for (const char* at = contents.rows; *at != '\0'; ++at) {
        if (*at == '%')
            out += database;
        else
            out += *at;
    }
    return out;
}

// How many rows stand in one and not in the other; notes the first.
std::uint64_t beyond(SQLite::Database& database, const std::string& rows, const std::string& others,
                     std::string& first) {
    SQLite::Statement statement(database, rows + " EXCEPT " + others + " ORDER BY 1");
    std::uint64_t count = 0;
    while (statement.executeStep()) {
        if (count++ == 0 && first.empty()) first = statement.getColumn(0).getString();
    }
    return count;
}

}  // namespace

std::vector<TableDifference> compareProjections(const std::filesystem::path& log, const std::filesystem::path& anew) {
    SQLite::Database database(anew.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement attach(database, "ATTACH ? AS log");
    attach.bind(1, log.string());
    attach.exec();
    std::vector<TableDifference> out;
    for (const auto& contents : kContents) {
        const auto here = rowsOf(contents, "main"), there = rowsOf(contents, "log");
        TableDifference difference{contents.table, 0, 0, {}};
        difference.missing = beyond(database, here, there, difference.first);
        difference.odd = beyond(database, there, here, difference.first);
        if (difference.missing + difference.odd > 0) out.push_back(std::move(difference));
    }
    return out;
}

std::vector<std::string> structuralFaults(const std::filesystem::path& log) {
    SQLite::Database database(log.string(), SQLite::OPEN_READWRITE);
    SQLite::Statement statement(database, "PRAGMA integrity_check(20)");
    std::vector<std::string> out;
    while (statement.executeStep()) {
        const auto said = statement.getColumn(0).getString();
        if (said != "ok") out.push_back(said);
    }
    return out;
}

}  // namespace plumb::server
