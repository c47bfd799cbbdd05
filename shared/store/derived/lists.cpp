// The lists of the derived tables.
#include "shared/store/derived/derived_tables.h"
#include "shared/store/derived/inspection_columns.h"
#include "shared/store/derived/keys.h"
#include "shared/store/derived/row_scan.h"
#include "shared/store/derived/schema.h"
#include "shared/store/derived/words.h"

namespace plumb::store {
namespace {

// What lists show of a site; its line says more.
constexpr const char* kSiteColumns =
    "id, name, code, region, address, programme, sector, contact, latitude, longitude, products, scale, "
    "scale_unit, level, boundary";

std::vector<std::string> textsOf(const std::string& text);

Site siteOf(SQLite::Statement& get) {
    Site out;
    int at = 0;
    for (auto* text :
         {&out.id, &out.name, &out.code, &out.region, &out.address, &out.programme, &out.sector, &out.contact})
        *text = get.getColumn(at++).getString();
    for (auto* degrees : {&out.latitude, &out.longitude}) {
        if (const auto column = get.getColumn(at++); !column.isNull()) *degrees = column.getDouble();
    }
    out.products = textsOf(get.getColumn(at++).getString());
    if (const auto scale = get.getColumn(at++); !scale.isNull())
        out.scale = records::SiteScale{scale.getDouble(), get.getColumn(at).getString()};
    out.level = get.getColumn(++at).getString();
    if (const auto boundary = parseJson(get.getColumn(++at).getString()); boundary && boundary->is_object()) {
        if (auto ring = records::readBoundary(*boundary)) out.boundary = std::move(*ring);
    }
    return out;
}

std::vector<std::string> textsOf(const std::string& text) {
    std::vector<std::string> out;
    const auto value = parseJson(text);
    if (!value || !value->is_array()) return out;
    for (const auto& one : value->get_array()) {
        if (one.is_string()) out.emplace_back(one.get_string());
    }
    return out;
}

std::vector<Sha256> hashesOf(const Bytes& bytes) {
    std::vector<Sha256> out;
    for (std::size_t at = 0; at + 32 <= bytes.size(); at += 32) {
        if (const auto hash = Sha256::fromView(ByteView(bytes).subspan(at, 32))) out.push_back(*hash);
    }
    return out;
}

std::size_t countOf(Database& tables, std::string_view text) {
    const auto get = tables.kept(text);
    get->executeStep();
    return static_cast<std::size_t>(get->getColumn(0).getInt64());
}

}  // namespace

// As the texts below say them.
static_assert(static_cast<int>(records::InspectionStatus::incomplete) == 3);
static_assert(static_cast<int>(records::InspectionStatus::test) == 4);

std::vector<std::string> DerivedTables::incomplete(std::size_t most) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept("SELECT id FROM inspection WHERE status = 3 ORDER BY rank LIMIT ?");
    get->bind(1, static_cast<std::int64_t>(most));
    std::vector<std::string> out;
    while (get->executeStep()) out.push_back(idOf(get->getColumn(0)));
    return out;
}

DerivedTables::Page DerivedTables::page(Whose whose, std::size_t offset, std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    static const std::string all = std::string(kInspectionSelect) +
                                   " WHERE inspection.rank IN (SELECT rank FROM listed WHERE test = 0 ORDER BY rank "
                                   "DESC LIMIT ? OFFSET ?) ORDER BY inspection.rank DESC";
    static const std::string own = std::string(kInspectionSelect) +
                                   " WHERE inspection.rank IN (SELECT rank FROM listed WHERE own = 1 AND test = 0 "
                                   "ORDER BY rank DESC LIMIT ? OFFSET ?) ORDER BY inspection.rank DESC";
    static const std::string tests = std::string(kInspectionSelect) +
                                     " WHERE inspection.rank IN (SELECT rank FROM listed WHERE test = 1 ORDER BY rank "
                                     "DESC LIMIT ? OFFSET ?) ORDER BY inspection.rank DESC";
    const auto get = m_tables->kept(whose == Whose::own ? own : whose == Whose::tests ? tests : all);
    get->bind(1, static_cast<std::int64_t>(limit));
    get->bind(2, static_cast<std::int64_t>(offset));
    Page out;
    out.complete = m_complete;
    while (get->executeStep()) out.rows.push_back(inspectionOf(*get));
    return out;
}

std::vector<FoldedInspection> DerivedTables::inspections(const std::vector<std::string>& ids) const {
    const std::lock_guard guard(m_mutex);
    static const std::string text = std::string(kInspectionSelect) + " WHERE inspection.id = ?";
    std::vector<FoldedInspection> out;
    for (const auto& id : ids) {
        const auto get = m_tables->kept(text);
        bindId(*get, 1, id);
        if (get->executeStep()) out.push_back(inspectionOf(*get));
    }
    return out;
}

std::vector<std::string> DerivedTables::visits(const std::string& site, const std::string& checklist,
                                               std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept(
        "SELECT id FROM inspection WHERE site = (SELECT key FROM site WHERE id = ?) AND document IN (SELECT key FROM "
        "document WHERE id = ?) AND round = '' AND status <> 4 ORDER BY at DESC, rank DESC LIMIT ?");
    get->bind(1, site);
    get->bind(2, checklist);
    get->bind(3, static_cast<std::int64_t>(limit));
    std::vector<std::string> out;
    while (get->executeStep()) out.push_back(idOf(get->getColumn(0)));
    return out;
}

std::vector<std::string> DerivedTables::inspectionsBeside(const std::string& site, const std::string& checklist,
                                                          const std::string& record, std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    const auto get = m_tables->kept(
        "SELECT id FROM inspection WHERE site = (SELECT key FROM site WHERE id = ?1) AND document IN (SELECT key FROM "
        "document WHERE id = ?2) AND round = '' AND status <> 4 AND rank < COALESCE((SELECT rank FROM inspection WHERE "
        "id = ?3), "
        "9223372036854775807) ORDER BY rank DESC LIMIT ?4");
    get->bind(1, site);
    get->bind(2, checklist);
    bindId(*get, 3, record);
    get->bind(4, static_cast<std::int64_t>(limit));
    std::vector<std::string> out;
    while (get->executeStep()) out.push_back(idOf(get->getColumn(0)));
    return out;
}

DerivedTables::Sites DerivedTables::sites(std::string_view query, std::size_t offset, std::size_t limit) const {
    const std::lock_guard guard(m_mutex);
    const auto words = wordsOf(query);
    const auto holdsWord = [](const ScannedRow& row, std::string_view word) {
        if (nameHolds(row.text(0), word)) return true;
        for (int column = 1; column <= 6; ++column) {
            if (textHolds(row.text(column), word)) return true;
        }
        return false;
    };
    Sites out;
    std::vector<std::int64_t> keys;
    scan(
        *m_tables,
        "SELECT key FROM site WHERE rank IS NOT NULL AND wanted(?1, name, id, code, region, address, programme, "
        "sector) ORDER BY name, id",
        [&](const ScannedRow& row) {
            return std::ranges::all_of(words, [&](const auto& word) { return holdsWord(row, word); });
        },
        [&](std::int64_t key) {
            if (out.total >= offset && keys.size() < limit) keys.push_back(key);
            ++out.total;
        });
    static const std::string text = "SELECT " + std::string(kSiteColumns) + " FROM site WHERE key = ?";
    for (const auto key : keys) {
        const auto get = m_tables->kept(text);
        get->bind(1, key);
        if (get->executeStep()) out.sites.push_back(siteOf(*get));
    }
    return out;
}

std::optional<Site> DerivedTables::site(const std::string& id) const {
    const std::lock_guard guard(m_mutex);
    static const std::string text =
        "SELECT " + std::string(kSiteColumns) + " FROM site WHERE id = ? AND rank IS NOT NULL";
    const auto get = m_tables->kept(text);
    get->bind(1, id);
    return get->executeStep() ? std::optional(siteOf(*get)) : std::nullopt;
}

std::vector<PublishedChecklist> DerivedTables::checklists(const FileVault& vault) const {
    std::vector<PublishedChecklist> out;
    {
        const std::lock_guard guard(m_mutex);
        const auto get = m_tables->kept(
            "SELECT id, version, title_zh, title_en, sha256, attachments, programmes, sectors, withdrawn, kinds, test "
            "FROM publication ORDER BY rank DESC");
        while (get->executeStep()) {
            const auto hash = Sha256::fromView(blobOf(get->getColumn(4)));
            if (!hash || std::ranges::any_of(out, [&](const auto& one) { return one.sha256 == *hash; })) continue;
            out.push_back({get->getColumn(0).getString(), get->getColumn(1).getString(), get->getColumn(2).getString(),
                           get->getColumn(3).getString(), *hash, hashesOf(blobOf(get->getColumn(5))), false,
                           textsOf(get->getColumn(6).getString()), textsOf(get->getColumn(7).getString()),
                           get->getColumn(8).getString(), textsOf(get->getColumn(9).getString()),
                           get->getColumn(10).getInt() != 0});
        }
    }
    for (auto& one : out) one.here = isHere(one, vault);
    return out;
}

DerivedTables::Counts DerivedTables::counts() const {
    const std::lock_guard guard(m_mutex);
    return {countOf(*m_tables, "SELECT count(*) FROM site WHERE rank IS NOT NULL"),
            countOf(*m_tables, "SELECT count(DISTINCT sha256) FROM publication"),
            countOf(*m_tables, "SELECT count(*) FROM listed WHERE test = 0")};
}

}  // namespace plumb::store
