#include "sync-server/store/sequencer_row.h"

namespace plumb::server {
namespace {

constexpr const char* kTable =
    "CREATE TABLE IF NOT EXISTS sequencer (one {integer} PRIMARY KEY, epoch {integer} NOT NULL, holder {text} NOT "
    "NULL, "
    "address {text} NOT NULL, since {integer} NOT NULL, beat {integer} NOT NULL, size {integer} NOT NULL, note {text} "
    "NOT NULL, cosigned_size {integer} NOT NULL, cosigned_note {text} NOT NULL, cosignatures {text} NOT NULL, cosigned "
    "{integer} NOT NULL){rows}";

}  // namespace

void SequencerTable::define() {
    static constexpr const char* kFirst =
        "INSERT INTO sequencer (one, epoch, holder, address, since, beat, size, note, cosigned_size, cosigned_note, "
        "cosignatures, cosigned) VALUES (1, 0, ?1, ?1, 0, 0, 0, ?1, 0, ?1, ?1, 0) ON CONFLICT (one) DO NOTHING";
    try {
        m_sql.define(kTable);
    } catch (const sql::Failed&) {
        m_sql.define(kTable);  // another process made it in the same moment
    }
    m_sql.use(kFirst).with(std::string_view()).run();
}

SequencerRow SequencerTable::read() {
    static constexpr const char* kSql =
        "SELECT epoch, holder, address, since, beat, size, note, cosigned_size, cosigned_note, cosignatures, cosigned "
        "FROM sequencer WHERE one = 1";
    auto row = m_sql.use(kSql);
    if (!row.step()) throw sql::Failed("the sequencer's row is not there");
    return {row.count(0),
            row.text(1),
            row.text(2),
            TimePoint(std::chrono::milliseconds(row.integer(3))),
            row.count(4),
            row.count(5),
            row.text(6),
            row.count(7),
            row.text(8),
            row.text(9),
            TimePoint(std::chrono::milliseconds(row.integer(10)))};
}

std::optional<std::uint64_t> SequencerTable::take(const SequencerRow& seen, std::string_view holder,
                                                  std::string_view address, TimePoint since) {
    static constexpr const char* kSql =
        "UPDATE sequencer SET epoch = epoch + 1, holder = ?1, address = ?2, since = ?3, beat = beat + 1 WHERE one = 1 "
        "AND epoch = ?4 AND beat = ?5 RETURNING epoch";
    auto row = m_sql.use(kSql);
    if (!row.with(holder, address, since.time_since_epoch().count(), seen.epoch, seen.beat).step()) return std::nullopt;
    const auto epoch = row.count(0);
    row.run();  // to its end: that is when it is committed
    return epoch;
}

bool SequencerTable::beat(std::uint64_t epoch) {
    static constexpr const char* kSql =
        "UPDATE sequencer SET beat = beat + 1 WHERE one = 1 AND epoch = ?1 RETURNING beat";
    auto row = m_sql.use(kSql);
    if (!row.with(epoch).step()) return false;
    row.run();
    return true;
}

void SequencerTable::hold(std::uint64_t epoch) {
    if (!beat(epoch)) throw TurnLost();
}

void SequencerTable::leave(std::uint64_t epoch) {
    static constexpr const char* kSql =
        "UPDATE sequencer SET holder = ?1, address = ?1, beat = beat + 1 WHERE one = 1 AND epoch = ?2";
    m_sql.use(kSql).with(std::string_view(), epoch).run();
}

void SequencerTable::putHead(std::uint64_t size, std::string_view note) {
    static constexpr const char* kSql = "UPDATE sequencer SET size = ?1, note = ?2 WHERE one = 1";
    m_sql.use(kSql).with(size, note).run();
}

void SequencerTable::putCosigned(std::uint64_t epoch, std::uint64_t size, std::string_view note,
                                 std::string_view cosignatures, TimePoint at) {
    static constexpr const char* kSql =
        "UPDATE sequencer SET cosigned_size = ?2, cosigned_note = ?3, cosignatures = ?4, cosigned = ?5 WHERE one = 1 "
        "AND "
        "epoch = ?1";
    m_sql.use(kSql).with(epoch, size, note, cosignatures, at.time_since_epoch().count()).run();
}

}  // namespace plumb::server
