// The tablet's records as derived tables follow them, and as a search asks for them by what stands open.
#include <sqlite3.h>

#include "shared/store/record_row.h"

namespace plumb::store {
namespace {

std::vector<std::string> idsOf(SQLite::Statement& get) {
    std::vector<std::string> out;
    while (get.executeStep()) out.push_back(get.getColumn(0).getString());
    return out;
}

// The submission that a line is or speaks of.
constexpr const char* kOf =
    "SELECT DISTINCT CASE about WHEN '' THEN id ELSE about END FROM record WHERE doubt = '' AND ";

}  // namespace

void TabletStore::atOnce(const std::function<void()>& read) const {
    SQLite::Transaction state(sql());
    read();
    state.commit();
}

void TabletStore::forgetPages() {
    sqlite3_db_release_memory(sql().getHandle());
}

TabletStore::Position TabletStore::newestPosition() const {
    const auto get = m_database->kept(
        "SELECT (SELECT COALESCE(max(rowid), 0) FROM record), (SELECT COALESCE(max(number), 0) FROM changed)");
    get->executeStep();
    return {get->getColumn(0).getInt64(), get->getColumn(1).getInt64()};
}

std::vector<TabletStore::StoredLine> TabletStore::linesAfter(std::int64_t line, std::size_t most) const {
    static const std::string text =
        "SELECT " + std::string(kRecordColumns) + ", line FROM record WHERE rowid > ? ORDER BY rowid LIMIT ?";
    const auto get = m_database->kept(text);
    get->bind(1, line);
    get->bind(2, static_cast<std::int64_t>(most));
    std::vector<StoredLine> out;
    while (get->executeStep()) out.push_back({recordRowOf(*get), blobOf(get->getColumn(17))});
    return out;
}

std::vector<TabletStore::Change> TabletStore::changesAfter(std::int64_t change, std::size_t most) const {
    static const std::string text =
        "SELECT " + std::string(kRecordColumns) +
        ", line, number FROM changed JOIN record USING(hash) WHERE number > ? ORDER BY number "
        "LIMIT ?";
    const auto get = m_database->kept(text);
    get->bind(1, change);
    get->bind(2, static_cast<std::int64_t>(most));
    std::vector<Change> out;
    while (get->executeStep())
        out.push_back({get->getColumn(18).getInt64(), {recordRowOf(*get), blobOf(get->getColumn(17))}});
    return out;
}

std::vector<TabletStore::StoredLine> TabletStore::linesOf(const std::string& id) const {
    // Said twice: the index of those that speak of one has it only so.
    static const std::string text = "SELECT " + std::string(kRecordColumns) +
                                    ", line FROM record WHERE doubt = '' AND (id = ?1 OR (about = ?1 AND about <> '')) "
                                    "ORDER BY COALESCE(log_index, 9223372036854775807), rowid";
    const auto get = m_database->kept(text);
    get->bind(1, id);
    std::vector<StoredLine> out;
    while (get->executeStep()) out.push_back({recordRowOf(*get), blobOf(get->getColumn(17))});
    return out;
}

std::vector<TabletStore::StoredLine> TabletStore::linesOfType(std::string_view type, std::string_view site) const {
    static const std::string text =
        "SELECT " + std::string(kRecordColumns) + ", line FROM record WHERE doubt = '' AND ";
    static const std::string order = " ORDER BY COALESCE(log_index, 9223372036854775807), rowid";
    static const std::string all = text + "type = ?1" + order;
    // Said twice: the index of those alone holds them only so.
    static const std::string here = text +
                                    "type = ?1 AND type IN ('assessment.contributed', 'assessment.assigned', "
                                    "'assessment.submitted') AND site = ?2" +
                                    order;
    static const std::string other = text + "type = ?1 AND site = ?2" + order;
    const bool indexed =
        type == "assessment.contributed" || type == "assessment.assigned" || type == "assessment.submitted";
    const auto get = m_database->kept(site.empty() ? all : indexed ? here : other);
    get->bind(1, std::string(type));
    if (!site.empty()) get->bind(2, std::string(site));
    std::vector<StoredLine> out;
    while (get->executeStep()) out.push_back({recordRowOf(*get), blobOf(get->getColumn(17))});
    return out;
}

bool TabletStore::isSpokenOfBefore(const std::string& id, std::int64_t line) const {
    const auto get = m_database->kept("SELECT 1 FROM record WHERE about = ? AND about <> '' AND rowid < ? LIMIT 1");
    get->bind(1, id);
    get->bind(2, line);
    return get->executeStep();
}

// The seal vouches for the bytes: their hash is not computed again.
Result<record::Payload> TabletStore::payload(const StoredLine& line) const {
    const auto plain = m_key.open(line.sealed, "line/" + line.row.hash.hex());
    if (!plain) return fail(plain.error());
    const auto text = asText(*plain);
    const auto space = text.find(' ');
    if (space == std::string_view::npos)
        return fail(ErrorKind::broken, "store_broken", "the stored record is not the one that was stored");
    return record::parsePayload(text.substr(space + 1));
}

std::optional<Sha256> TabletStore::hashAt(std::int64_t line) const {
    const auto get = m_database->kept("SELECT hash FROM record WHERE rowid = ?");
    get->bind(1, line);
    if (!get->executeStep()) return std::nullopt;
    const auto hash = Sha256::fromView(blobOf(get->getColumn(0)));
    return hash ? std::optional(*hash) : std::nullopt;
}

std::vector<std::string> TabletStore::idsByFingerprint(std::string_view hex, std::size_t most) const {
    if (hex.size() > 64) return {};
    std::string first(hex), last(hex);
    first.resize(64, '0');
    last.resize(64, 'f');
    const auto from = Sha256::fromHex(first), to = Sha256::fromHex(last);
    if (!from || !to) return {};
    static const std::string text = std::string(kOf) + "hash BETWEEN ? AND ? LIMIT ?";
    const auto get = m_database->kept(text);
    bindBlob(*get, 1, from->view());
    bindBlob(*get, 2, to->view());
    get->bind(3, static_cast<std::int64_t>(most));
    return idsOf(*get);
}

std::vector<std::string> TabletStore::idsByIdPrefix(std::string_view id, std::size_t most) const {
    static const std::string text = std::string(kOf) + "id >= ?1 AND id < ?1 || '~' LIMIT ?2";
    const auto get = m_database->kept(text);
    get->bind(1, std::string(id));
    get->bind(2, static_cast<std::int64_t>(most));
    return idsOf(*get);
}

std::optional<std::string> TabletStore::authorAt(std::uint64_t index) const {
    const auto get = m_database->kept("SELECT kid FROM record WHERE log_index = ? LIMIT 1");
    get->bind(1, static_cast<std::int64_t>(index));
    return get->executeStep() ? std::optional(get->getColumn(0).getString()) : std::nullopt;
}

std::vector<std::string> TabletStore::idsByPlace(std::uint64_t index) const {
    static const std::string text = std::string(kOf) + "log_index = ?";
    const auto get = m_database->kept(text);
    get->bind(1, static_cast<std::int64_t>(index));
    return idsOf(*get);
}

}  // namespace plumb::store
