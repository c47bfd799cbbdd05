#include "shared/crypto/hash.h"
#include "sync-server/store/entry_columns.h"
#include "sync-server/store/store.h"

namespace plumb::server {
namespace {

TimePoint timeAt(sql::Use& row, int column) {
    return TimePoint(std::chrono::milliseconds(row.integer(column)));
}

// A line as it was taken in, or nothing: a disk, a restored page or somebody with the file in hand may have changed it.
// While the index is made again there is no hash to hold it against.
std::string wholeLine(sql::Use& row, std::uint64_t index, int line, int hash) {
    auto text = row.text(line);
    if (!row.isNull(hash) && crypto::sha256(text) != row.hash(hash)) throw DamagedLine(index);
    return text;
}

}  // namespace

Entry entryAt(sql::Use& row) {
    Entry out;
    out.index = row.count(0);
    out.hash = row.hash(1);
    out.author = row.text(2);
    out.seq = row.count(3);
    out.record = row.text(4);
    out.type = row.text(5);
    out.region = row.text(6);
    out.site = row.text(7);
    out.received = timeAt(row, 8);
    return out;
}

std::vector<Entry> entriesOf(sql::Use& rows) {
    std::vector<Entry> out;
    while (rows.step()) out.push_back(entryAt(rows));
    return out;
}

std::uint64_t StoreReader::size() {
    static constexpr const char* kSql = "SELECT coalesce(max(idx) + 1, 0) FROM lines";
    auto row = m_sql.use(kSql);
    row.step();
    return row.count(0);
}

std::optional<TimePoint> StoreReader::receivedAt(std::uint64_t index) {
    static constexpr const char* kSql = "SELECT received FROM lines WHERE idx = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(index).step()) return std::nullopt;
    return timeAt(row, 0);
}

std::optional<std::string> StoreReader::line(std::uint64_t index) {
    static constexpr const char* kSql =
        "SELECT l.line, e.hash FROM lines l LEFT JOIN entries e ON e.idx = l.idx WHERE l.idx = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(index).step()) return std::nullopt;
    return wholeLine(row, index, 0, 1);
}

std::optional<Entry> StoreReader::entry(std::uint64_t index) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE e.idx = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(index).step()) return std::nullopt;
    return entryAt(row);
}

std::optional<Entry> StoreReader::entryByHash(const Sha256& hash) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE e.hash = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(hash).step()) return std::nullopt;
    return entryAt(row);
}

std::optional<Entry> StoreReader::entryFrom(const Sha256& hash) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE e.hash >= ?1 ORDER BY e.hash LIMIT 1";
    auto row = m_sql.use(kSql);
    if (!row.with(hash).step()) return std::nullopt;
    return entryAt(row);
}

Sha256 StoreReader::node(crypto::NodeId id) {
    static constexpr const char* kSql = "SELECT hash FROM nodes WHERE level = ?1 AND idx = ?2";
    auto row = m_sql.use(kSql);
    if (!row.with(id.level, id.index).step()) {
        throw std::runtime_error("node " + std::to_string(id.level) + "/" + std::to_string(id.index) +
                                 " of the log's tree is missing; run plumbserver rebuild");
    }
    return row.hash(0);
}

void StoreReader::eachLine(std::uint64_t from, const std::function<bool(RawLine)>& take) {
    static constexpr const char* kSql =
        "SELECT l.idx, l.received, l.line, e.hash FROM lines l LEFT JOIN entries e ON e.idx = l.idx WHERE l.idx >= ?1 "
        "ORDER BY l.idx";
    auto row = m_sql.use(kSql);
    row.with(from);
    while (row.step()) {
        RawLine line{row.count(0), timeAt(row, 1), row.text(2), {}};
        if (!row.isNull(3)) line.hash = row.hash(3);
        if (!take(std::move(line))) break;
    }
}

void StoreReader::eachTrustLine(const std::function<void(std::uint64_t, TimePoint, std::string)>& take) {
    static constexpr const char* kSql =
        "SELECT l.received, l.line, e.hash, e.idx FROM entries e JOIN lines l ON l.idx = e.idx WHERE e.trust = 1 "
        "ORDER BY e.idx";
    auto row = m_sql.use(kSql);
    while (row.step()) {
        const auto index = row.count(3);
        take(index, timeAt(row, 0), wholeLine(row, index, 1, 2));
    }
}

void StoreReader::eachTrustHash(std::uint64_t index, const std::function<void(const Sha256&)>& take) {
    static constexpr const char* kSql = "SELECT hash FROM entries WHERE trust = 1 AND idx < ?1 ORDER BY idx";
    auto row = m_sql.use(kSql);
    row.with(index);
    while (row.step()) take(row.hash(0));
}

std::vector<std::uint64_t> StoreReader::trustIndexes(std::uint64_t from, std::size_t limit) {
    static constexpr const char* kSql = "SELECT idx FROM entries WHERE trust = 1 AND idx >= ?1 ORDER BY idx LIMIT ?2";
    auto row = m_sql.use(kSql);
    row.with(from, limit);
    std::vector<std::uint64_t> out;
    while (row.step()) out.push_back(row.count(0));
    return out;
}

void StoreReader::scan(std::uint64_t from, std::size_t limit, const std::function<bool(const Entry&)>& take) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY_ONLY "WHERE e.idx >= ?1 ORDER BY e.idx LIMIT ?2";
    auto row = m_sql.use(kSql);
    row.with(from, limit);
    while (row.step()) {
        if (!take(entryAt(row))) break;
    }
}

std::optional<Entry> StoreReader::firstOfRecord(std::string_view record) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE e.record = ?1 ORDER BY e.idx LIMIT 1";
    auto row = m_sql.use(kSql);
    if (!row.with(record).step()) return std::nullopt;
    return entryAt(row);
}

std::optional<ChainState> StoreReader::chain(std::string_view kid) {
    static constexpr const char* kSql = "SELECT tip_seq, tip_hash, places, forks FROM authors WHERE kid = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(kid).step()) return std::nullopt;
    return ChainState{row.count(0), row.hash(1), row.count(2), row.count(3)};
}

std::vector<Entry> StoreReader::placesOf(std::string_view kid, std::uint64_t seq, std::size_t limit) {
    static constexpr const char* kSql = PLUMB_SELECT_ENTRY "WHERE a.kid = ?1 AND e.seq = ?2 ORDER BY e.idx LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(kid, seq, limit);
    return entriesOf(row);
}

std::vector<Entry> StoreReader::chainFrom(std::string_view kid, std::uint64_t seq, std::size_t limit) {
    static constexpr const char* kSql =
        PLUMB_SELECT_ENTRY "WHERE a.kid = ?1 AND e.seq >= ?2 ORDER BY e.seq, e.idx LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(kid, seq, limit);
    return entriesOf(row);
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> StoreReader::missingPlaces(std::string_view kid,
                                                                                std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT before + 1, seq - 1 FROM (SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS before FROM (SELECT e.seq "
        "FROM entries e JOIN authors a ON a.id = e.author WHERE a.kid = ?1 UNION SELECT r.seq FROM refused r JOIN "
        "authors a ON a.kid = r.kid WHERE r.kid = ?1 AND r.seq < a.tip_seq) AS places) AS steps WHERE seq > before + 1 "
        "ORDER BY seq LIMIT ?2";
    auto row = m_sql.use(kSql);
    row.with(kid, limit);
    std::vector<std::pair<std::uint64_t, std::uint64_t>> out;
    while (row.step()) out.emplace_back(row.count(0), row.count(1));
    return out;
}

std::vector<std::uint64_t> StoreReader::doubledPlaces(std::string_view kid, std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT e.seq FROM entries e JOIN authors a ON a.id = e.author WHERE a.kid = ?1 GROUP BY e.seq HAVING count(*) "
        "> 1 ORDER BY e.seq LIMIT ?2";
    auto row = m_sql.use(kSql);
    row.with(kid, limit);
    std::vector<std::uint64_t> out;
    while (row.step()) out.push_back(row.count(0));
    return out;
}

ChainTotals StoreReader::chainTotals() {
    // A number whose line was refused is no gap.
    static constexpr const char* kSql =
        "SELECT count(*), count(*) FILTER (WHERE places < tip_seq AND places + (SELECT count(DISTINCT r.seq) FROM "
        "refused r WHERE r.kid = a.kid AND r.seq < a.tip_seq AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.author = "
        "a.id AND e.seq = r.seq)) < tip_seq), count(*) FILTER (WHERE forks > 0) FROM authors a";
    auto row = m_sql.use(kSql);
    row.step();
    return {row.count(0), row.count(1), row.count(2)};
}

std::uint64_t StoreReader::refusedPlaces(std::string_view kid, std::uint64_t tip) {
    static constexpr const char* kSql =
        "SELECT count(DISTINCT r.seq) FROM refused r WHERE r.kid = ?1 AND r.seq < ?2 AND NOT EXISTS (SELECT 1 FROM "
        "entries e JOIN authors a ON a.id = e.author WHERE a.kid = r.kid AND e.seq = r.seq)";
    auto row = m_sql.use(kSql);
    row.with(kid, tip).step();
    return row.count(0);
}

crypto::NodeReader nodesOf(StoreReader& reader) {
    struct Hasher {
        std::size_t operator()(const std::pair<int, std::uint64_t>& id) const {
            return std::hash<std::uint64_t>()((id.second << 6) ^ static_cast<std::uint64_t>(id.first));
        }
    };
    auto known = std::make_shared<std::unordered_map<std::pair<int, std::uint64_t>, Sha256, Hasher>>();
    return [&reader, known](crypto::NodeId id) {
        const auto [at, fresh] = known->try_emplace({id.level, id.index});
        if (fresh) at->second = reader.node(id);
        return at->second;
    };
}

}  // namespace plumb::server
