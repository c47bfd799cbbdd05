#include "sync-server/check/check_log.h"

#include <algorithm>

#include "shared/crypto/hash.h"
#include "sync-server/auth/trust.h"
#include "sync-server/blobs/folder_blobs.h"
#include "sync-server/blobs/s3_blobs.h"
#include "sync-server/check/check_files.h"
#include "sync-server/ingest/log_replay.h"
#include "sync-server/ingest/rebuild.h"
#include "sync-server/projections/compare.h"
#include "sync-server/projections/projection_states.h"
#include "sync-server/store/sqlite_check.h"

namespace plumb::server {
namespace {

// Lines in one transaction of the scratch store.
constexpr std::uint64_t kPart = 2000;
constexpr const char* kFromBackup =
    " The log cannot mend that by itself: stop here, keep this folder as it is, and bring log.db back from the newest "
    "backup in which this line is good; devices send what came later again.";

class LinesCheck {
  public:
    LinesCheck(Store& log, Store& anew, std::string rootKid, const CheckVoice& voice, CheckTotals& totals)
        : m_reader(log.openReader()),
          m_lines(log.openReader()),
          m_size(m_reader->size()),
          m_writer(anew.writer()),
          m_replay(m_writer, *m_lines, m_size),
          m_trust(std::move(rootKid)),
          m_voice(voice),
          m_totals(totals) {}

    void run() {
        m_writer.begin();
        m_reader->eachLine(0, [&](RawLine line) {
            while (m_replay.next() < line.index) missing();
            look(line);
            ++m_totals.lines;
            m_voice.progress("lines", line.index + 1, m_size);
            if (m_totals.lines % kPart == 0) {
                m_replay.save();
                m_writer.commit();
                m_writer.begin();
            }
            return true;
        });
        m_replay.save();
        m_writer.commit();
    }

  private:
    void wrong(std::uint64_t index, const std::string& what) {
        ++m_totals.wrong;
        m_voice.wrong("line " + std::to_string(index) + " " + what + "." + kFromBackup);
    }

    void missing() {
        wrong(m_replay.next(), "is missing, later ones are there");
        m_replay.takeDamaged(m_replay.next(), {});
    }

    void look(const RawLine& raw) {
        const bool changed = raw.hash && *raw.hash != crypto::sha256(raw.text);
        if (changed)
            wrong(raw.index, "is not what was taken in: its bytes have another hash than the index kept (" +
                                 raw.hash->hex() + ")");
        const auto line = record::Line::parse(raw.text);
        auto payload = line ? record::parsePayload(line->payload()) : Result<record::Payload>(fail(line.error()));
        if (!payload) {
            if (!changed) wrong(raw.index, "cannot be read: " + payload.error().detail);
            m_replay.takeDamaged(raw.index, raw.text);
            return;
        }
        const auto good = verify(*line, *payload, raw);
        if (!good && !changed) wrong(raw.index, "is not signed as it must be: " + good.error().detail);
        auto stored = storedLine(raw.index, raw.received, *line, std::move(*payload));
        stored.leaf = crypto::leafHash(asBytes(raw.text));
        m_replay.take(stored);
    }

    // Authors are judged as they stood at this place in the log.
    Result<void> verify(const record::Line& line, const record::Payload& payload, const RawLine& raw) {
        if (domain::isTrustType(payload.type)) return m_trust.add(line, payload, raw.index, raw.received);
        const auto key = m_trust.authorKey(line, payload);
        if (!key) return fail(key.error());
        return line.verify(*key);
    }

    std::unique_ptr<StoreReader> m_reader, m_lines;
    std::uint64_t m_size;
    StoreWriter& m_writer;
    LogReplay m_replay;
    Trust m_trust;
    const CheckVoice& m_voice;
    CheckTotals& m_totals;
};

class TablesCheck {
  public:
    TablesCheck(sql::Connection& log, sql::Connection& anew, const CheckVoice& voice, CheckTotals& totals)
        : m_log(log), m_anew(anew), m_voice(voice), m_totals(totals) {}

    void compare(std::span<const Table> tables, const std::string& command) {
        for (const auto& table : tables) {
            const auto difference = compareTable(table, m_log, m_anew);
            if (!difference) continue;
            ++m_totals.wrong;
            m_voice.wrong(std::string("table ") + table.name + ": " + std::to_string(difference->missing) +
                          " rows that follow from the lines are missing or other, " + std::to_string(difference->odd) +
                          " rows do not follow from them; the first is \"" + difference->first +
                          "\". Where the lines are good, " + command + " makes the table again.");
        }
    }

  private:
    sql::Connection& m_log;
    sql::Connection& m_anew;
    const CheckVoice& m_voice;
    CheckTotals& m_totals;
};

void checkTables(Store& log, Store& anew, const CheckVoice& voice, CheckTotals& totals) {
    const auto there = log.openReader(), here = anew.openReader();
    TablesCheck check(there->connection(), here->connection(), voice, totals);
    totals.stale = staleProjections(log);
    const auto size = there->size(), held = mostHeld(projectionStates(there->connection()));
    if (held > size) {
        ++totals.wrong;
        voice.wrong(lostLines(held, size));
    }
    const auto isStale = [&](std::string_view name) {
        return std::find(totals.stale.begin(), totals.stale.end(), name) != totals.stale.end();
    };
    if (!isStale(kIndexName)) check.compare(indexTables(), "plumbserver rebuild");
    for (const auto& projection : allProjections(anew.writer())) {
        const std::string name = projection->name();
        if (!isStale(name)) check.compare(projection->tables(), "plumbserver rebuild " + name);
    }
}

}  // namespace

CheckTotals checkLog(const CheckPlaces& places, const CheckVoice& voice) {
    CheckTotals totals;
    // PostgreSQL looks after its own structure (pg_amcheck, checksums).
    if (!places.log.isShared()) {
        for (const auto& fault : structuralFaults(places.log.file)) {
            ++totals.wrong;
            voice.wrong(places.log.name() + " is damaged as a database: " + fault + "." + kFromBackup);
        }
    }
    auto log = openStore(places.log);
    if (!log) {
        ++totals.wrong;
        voice.wrong(log.error().detail);
        return totals;
    }
    const auto anew = openSqliteStore(places.scratch / "anew.db").value();
    LinesCheck(**log, *anew, places.rootKid, voice, totals).run();
    const auto reader = anew->openReader();
    totals.chains = reader->chainTotals();
    // The lines themselves are in the log alone.
    const auto own = (*log)->openReader();
    std::unique_ptr<S3Store> files;
    std::unique_ptr<BlobStore> blobs;
    if (places.files) {
        files = std::make_unique<S3Store>(*places.files);
        blobs = std::make_unique<S3Blobs>(*files, places.scratch / "copies");
    } else {
        blobs = std::make_unique<FolderBlobs>(places.blobs);
    }
    checkFiles(*reader, staleProjections(**log).empty() ? own.get() : nullptr, *blobs, voice, totals);
    checkTables(**log, *anew, voice, totals);
    return totals;
}

}  // namespace plumb::server
