// A log that began anew: what was proved under the lost one goes into history, and everything is offered again.
#include "shared/store/record_row.h"

namespace plumb::store {
namespace {

// Checklists before lines: the server takes their lines only with them.
bool goesFirst(const record::FileRef& file) {
    return file.role == "checklist" || file.role == "attachment";
}

void execWith(SQLite::Database& sql, const char* text, std::uint64_t number, std::uint64_t common) {
    SQLite::Statement run(sql, text);
    run.bind(":number", static_cast<std::int64_t>(number));
    if (std::string_view(text).find(":common") != std::string_view::npos)
        run.bind(":common", static_cast<std::int64_t>(common));
    run.exec();
}

}  // namespace

Result<void> TabletStore::beginAnew(const LogBreak& with, const crypto::Checkpoint& checkpoint,
                                    const std::string& note) {
    return m_database->write([&]() -> Result<void> {
        SQLite::Statement put(sql(),
                              "INSERT INTO log_break(number, line, kept, common, at) VALUES((SELECT "
                              "COALESCE(max(number), 0) + 1 FROM log_break), ?, ?, ?, ?)");
        bindBlob(put, 1, with.line.view());
        put.bind(2, static_cast<std::int64_t>(with.kept));
        put.bind(3, static_cast<std::int64_t>(with.common));
        put.bind(4, static_cast<std::int64_t>(with.at.time_since_epoch().count()));
        put.exec();
        const auto number = static_cast<std::uint64_t>(sql().getLastInsertRowid());
        // What a checkpoint of the common part proves holds in both logs; everything else is proved anew.
        execWith(sql(),
                 "INSERT INTO lost_place SELECT hash, :number, log_index, proved_size FROM record WHERE log_index IS "
                 "NOT NULL AND (log_index >= :common OR proved_size > :common)",
                 number, with.common);
        execWith(sql(),
                 "UPDATE record SET offered = (own = 0 AND doubt = ''), state = CASE own WHEN 1 THEN 0 ELSE state END, "
                 "log_index = NULL, proved_size = NULL, ask_at = 0, refusals = 0 WHERE hash IN (SELECT hash FROM "
                 "lost_place WHERE number = :number)",
                 number, 0);
        // What was said to be sent, and what the lost log refused, is for the new one to judge.
        sql().exec("UPDATE record SET state = 0 WHERE own = 1 AND state = 1 AND log_index IS NULL");
        sql().exec("UPDATE record SET ask_at = 0, refusals = 0 WHERE own = 1 AND state = 3");
        execWith(sql(),
                 "INSERT INTO lost_checkpoint SELECT :number, size, root, time, note FROM checkpoint WHERE size > "
                 ":common",
                 number, with.common);
        SQLite::Statement drop(sql(), "DELETE FROM checkpoint WHERE size > ?");
        drop.bind(1, static_cast<std::int64_t>(with.common));
        drop.exec();
        putCheckpoint(checkpoint, note);
        putSetting("feed_cursor", std::to_string(with.common));
        // Nothing that the server said of files before is held to be true now. Those that a line of others names are
        // sent too where they are here: whoever published them may be gone.
        sql().exec("UPDATE file SET there = 0 WHERE wanted = 1");
        SQLite::Statement lines(sql(), "SELECT hash FROM record WHERE offered = 1");
        SQLite::Statement want(sql(), "UPDATE file SET wanted = 1, first = max(first, ?) WHERE name = ?");
        while (lines.executeStep()) {
            const auto hash = Sha256::fromView(blobOf(lines.getColumn(0)));
            const auto said = hash ? payload(*hash) : Result<record::Payload>(fail(hash.error()));
            if (!said) continue;
            for (const auto& file : said->files) {
                want.bind(1, goesFirst(file) ? 1 : 0);
                bindBlob(want, 2, m_vault.nameOf(file.sha256).view());
                want.exec();
                want.reset();
            }
        }
        return {};
    });
}

std::vector<LogBreak> TabletStore::breaks() const {
    SQLite::Statement get(sql(), "SELECT number, line, kept, common, at FROM log_break ORDER BY number");
    std::vector<LogBreak> out;
    while (get.executeStep()) {
        LogBreak row;
        row.number = static_cast<std::uint64_t>(get.getColumn(0).getInt64());
        if (const auto hash = Sha256::fromView(blobOf(get.getColumn(1)))) row.line = *hash;
        row.kept = static_cast<std::uint64_t>(get.getColumn(2).getInt64());
        row.common = static_cast<std::uint64_t>(get.getColumn(3).getInt64());
        row.at = TimePoint(std::chrono::milliseconds(get.getColumn(4).getInt64()));
        out.push_back(row);
    }
    return out;
}

std::vector<LostPlace> TabletStore::lostPlacesOf(const Sha256& hash) const {
    SQLite::Statement get(sql(),
                          "SELECT number, log_index, proved_size FROM lost_place WHERE hash = ? ORDER BY number");
    bindBlob(get, 1, hash.view());
    std::vector<LostPlace> out;
    while (get.executeStep()) {
        LostPlace row{static_cast<std::uint64_t>(get.getColumn(0).getInt64()),
                      static_cast<std::uint64_t>(get.getColumn(1).getInt64()),
                      {}};
        if (!get.getColumn(2).isNull()) row.provedSize = static_cast<std::uint64_t>(get.getColumn(2).getInt64());
        out.push_back(row);
    }
    return out;
}

}  // namespace plumb::store
