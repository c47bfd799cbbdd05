#include "sync-server/check/check_log.h"

#include "shared/crypto/hash.h"
#include "sync-server/auth/trust.h"
#include "sync-server/check/check_files.h"
#include "sync-server/ingest/log_replay.h"
#include "sync-server/store/compare_projections.h"
#include "sync-server/store/sqlite_store.h"

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
          m_writer(anew.writer()),
          m_replay(m_writer, *m_lines),
          m_trust(std::move(rootKid)),
          m_voice(voice),
          m_totals(totals) {}

    void run() {
        const auto size = m_reader->size();
        m_writer.begin();
        m_reader->eachLine([&](std::uint64_t index, TimePoint received, std::string text) {
            while (m_replay.size() < index) missing();
            look(index, received, std::move(text));
            ++m_totals.lines;
            m_voice.progress("lines", index + 1, size);
            if (m_totals.lines % kPart == 0) {
                m_replay.save();
                m_writer.commit();
                m_writer.begin();
            }
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
        wrong(m_replay.size(), "is missing, later ones are there");
        m_replay.takeDamaged({});
    }

    void look(std::uint64_t index, TimePoint received, std::string text) {
        const auto entry = m_lines->entry(index);
        const bool changed = entry && entry->hash != crypto::sha256(text);
        if (changed)
            wrong(index, "is not what was taken in: its bytes have another hash than the index kept (" +
                             entry->hash.hex() + ")");
        const auto read = LogReplay::read(text);
        if (!read) {
            if (!changed) wrong(index, "cannot be read: " + read.error().detail);
            m_replay.takeDamaged(text);
            return;
        }
        const auto good = verify(*read, index, received);
        if (!good && !changed) wrong(index, "is not signed as it must be: " + good.error().detail);
        m_replay.take(index, received, *read);
    }

    // Authors are judged as they stood at this place in the log.
    Result<void> verify(const LogReplay::Read& read, std::uint64_t index, TimePoint received) {
        if (domain::isTrustType(read.payload.type)) return m_trust.add(read.line, read.payload, index, received);
        const auto key = m_trust.authorKey(read.line, read.payload);
        if (!key) return fail(key.error());
        return read.line.verify(*key);
    }

    std::unique_ptr<StoreReader> m_reader, m_lines;
    StoreWriter& m_writer;
    LogReplay m_replay;
    Trust m_trust;
    const CheckVoice& m_voice;
    CheckTotals& m_totals;
};

void checkProjections(const CheckPlaces& places, const std::filesystem::path& anew, const CheckVoice& voice,
                      CheckTotals& totals) {
    for (const auto& difference : compareProjections(places.database, anew)) {
        ++totals.wrong;
        voice.wrong("table " + difference.table + ": " + std::to_string(difference.missing) +
                    " rows that follow from the lines are missing or other, " + std::to_string(difference.odd) +
                    " rows do not follow from them; the first is \"" + difference.first +
                    "\". Where the lines are good, plumbserver rebuild makes the table again.");
    }
}

}  // namespace

CheckTotals checkLog(const CheckPlaces& places, const CheckVoice& voice) {
    CheckTotals totals;
    for (const auto& fault : structuralFaults(places.database)) {
        ++totals.wrong;
        voice.wrong(places.database.string() + " is damaged as a database: " + fault + "." + kFromBackup);
    }
    auto opened = openSqliteStore(places.database);
    if (!opened) {
        ++totals.wrong;
        voice.wrong(opened.error().detail);
        return totals;
    }
    const auto anew = places.scratch / "anew.db";
    {
        auto scratch = openSqliteStore(anew).value();
        LinesCheck(**opened, *scratch, places.rootKid, voice, totals).run();
        const auto reader = scratch->openReader();
        totals.chains = reader->chainTotals();
        checkFiles(*reader, places.blobs, voice, totals);
    }
    opened->reset();
    checkProjections(places, anew, voice, totals);
    return totals;
}

}  // namespace plumb::server
