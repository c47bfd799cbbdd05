// What becomes of own lines at the server: which of them are offered, and what it said of them.
#include "shared/store/record_row.h"
#include "shared/store/tuning.h"

namespace plumb::store {
namespace {

constexpr const char* kRuns = "sync_runs";

std::uint64_t runsOf(const TabletStore& store) {
    const std::string text = store.setting(kRuns);
    return text.empty() ? 0 : std::stoull(text);
}

}  // namespace

std::vector<RecordRow> TabletStore::waiting(std::size_t limit) const {
    SQLite::Statement get(sql(), "SELECT " + std::string(kRecordColumns) +
                                     " FROM record WHERE own = 1 AND state = 0 ORDER BY seq LIMIT ?");
    get.bind(1, static_cast<std::int64_t>(limit));
    std::vector<RecordRow> out;
    while (get.executeStep()) out.push_back(recordRowOf(get));
    return out;
}

Result<void> TabletStore::beginRun() {
    return setSetting(kRuns, std::to_string(runsOf(*this) + 1));
}

std::vector<RecordRow> TabletStore::toOffer(bool all) const {
    // What is carried was in no log that was lost.
    const std::string which = "((own = 1 AND state = 0) OR (own = 1 AND state = 3) OR (offered = 1" +
                              std::string(all ? "))"
                                              : " AND NOT EXISTS (SELECT 1 FROM lost_place WHERE lost_place.hash = "
                                                "record.hash)))");
    // A line of a lost log goes where it stood: what it rests on stood before it.
    SQLite::Statement get(
        sql(), "SELECT " + std::string(kRecordColumns) +
                   ", (SELECT log_index FROM lost_place WHERE lost_place.hash = record.hash ORDER BY number DESC LIMIT "
                   "1) AS place FROM record WHERE " +
                   which +
                   " AND ask_at <= ? ORDER BY COALESCE(place, 9223372036854775807),"
                   // A colleague's part goes before the whole that names it, after which no part is taken.
                   " (own = 0 AND type = 'assessment.contributed') DESC, own DESC, seq");
    get.bind(1, static_cast<std::int64_t>(runsOf(*this)));
    std::vector<RecordRow> out;
    while (get.executeStep()) out.push_back(recordRowOf(get));
    return out;
}

std::size_t TabletStore::countOffered() const {
    SQLite::Statement get(sql(), "SELECT count(*) FROM record WHERE offered = 1");
    get.executeStep();
    return static_cast<std::size_t>(get.getColumn(0).getInt64());
}

std::size_t TabletStore::countUnproved() const {
    std::size_t out = 0;
    for (const char* state : {"0", "1", "3"}) {
        SQLite::Statement get(sql(), "SELECT count(*) FROM record WHERE own = 1 AND state = " + std::string(state));
        get.executeStep();
        out += static_cast<std::size_t>(get.getColumn(0).getInt64());
    }
    return out;
}

Result<void> TabletStore::markSent(const Sha256& hash) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(),
                               "UPDATE record SET state = 1, problem = '', refusals = 0, ask_at = 0 WHERE hash = ? AND "
                               "own = 1 AND state IN (0, 3)");
        bindBlob(mark, 1, hash.view());
        mark.exec();
        return {};
    });
}

Result<void> TabletStore::markRefused(const Sha256& hash, const std::string& problem) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(
            sql(),
            "UPDATE record SET state = CASE own WHEN 1 THEN 3 ELSE state END, problem = ?1, refusals = refusals + 1,"
            " ask_at = ?2 + min(?3, 1 << min(refusals, 16))"
            " WHERE hash = ?4 AND ((own = 1 AND state IN (0, 3)) OR offered = 1)");
        mark.bind(1, problem);
        mark.bind(2, static_cast<std::int64_t>(runsOf(*this)));
        mark.bind(3, static_cast<std::int64_t>(kMostRunsApart));
        bindBlob(mark, 4, hash.view());
        mark.exec();
        return {};
    });
}

Result<void> TabletStore::markUnproved(const Sha256& hash, const std::string& problem) {
    return m_database->write([&]() -> Result<void> {
        // Where the feed proved the line's place, it is in the log whatever is answered.
        SQLite::Statement mark(sql(),
                               "UPDATE record SET state = CASE WHEN log_index IS NULL THEN 0 ELSE state END, problem = "
                               "? WHERE hash = ? AND own = 1 AND state = 1");
        mark.bind(1, problem);
        bindBlob(mark, 2, hash.view());
        mark.exec();
        return {};
    });
}

Result<void> TabletStore::markHeldUp(const std::string& problem) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(sql(), "UPDATE record SET problem = ? WHERE own = 1 AND state = 0");
        mark.bind(1, problem);
        mark.exec();
        return {};
    });
}

Result<void> TabletStore::markProved(const Sha256& hash, std::uint64_t index, std::uint64_t size) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement mark(
            sql(),
            "UPDATE record SET state = CASE own WHEN 1 THEN 2 ELSE state END, log_index = ?1, problem = '', refusals = "
            "0, ask_at = 0, offered = 0, proved_size = CASE own WHEN 1 THEN COALESCE(proved_size, ?2) END WHERE hash = "
            "?3");
        mark.bind(1, static_cast<std::int64_t>(index));
        mark.bind(2, static_cast<std::int64_t>(size));
        bindBlob(mark, 3, hash.view());
        mark.exec();
        return {};
    });
}

}  // namespace plumb::store
