#include "sync-server/projections/published/published_rows.h"

#include <stdexcept>

#include "shared/records/publication/published_json.h"

namespace plumb::server {
namespace {

records::PublicationRow read(std::string_view text) {
    const auto kept = parseJson(text);
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept publication can not be read");
    return records::publicationFromJson(kept->get_object());
}

}  // namespace

std::optional<records::PublicationRow> PublishedRows::find(std::string_view inspection) {
    static constexpr const char* kSql = "SELECT row FROM published WHERE inspection = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(inspection).step()) return std::nullopt;
    return read(row.view(0));
}

std::vector<std::string> PublishedRows::programmes(std::string_view after, std::size_t limit) {
    // One step of the index each: never a walk over all that was published.
    static constexpr const char* kSql =
        "SELECT programme FROM published WHERE programme > ?1 ORDER BY programme LIMIT 1";
    std::vector<std::string> out;
    std::string last(after);
    while (out.size() < limit) {
        auto row = m_sql.use(kSql);
        if (!row.with(last).step()) break;
        last = row.text(0);
        out.push_back(last);
    }
    return out;
}

std::vector<PublishedAt> PublishedRows::ofProgramme(std::string_view programme, std::uint64_t before,
                                                    std::size_t limit) {
    static constexpr const char* kSql =
        "SELECT idx, row FROM published WHERE programme = ?1 AND idx < ?2 ORDER BY idx DESC LIMIT ?3";
    auto row = m_sql.use(kSql);
    row.with(programme, before, limit);
    std::vector<PublishedAt> out;
    while (row.step()) out.push_back({row.count(0), read(row.view(1))});
    return out;
}

std::string PublishedRows::programmeOf(std::string_view inspection) {
    static constexpr const char* kSql = "SELECT programme FROM published WHERE inspection = ?1";
    auto row = m_sql.use(kSql);
    return row.with(inspection).step() ? row.text(0) : std::string();
}

}  // namespace plumb::server
