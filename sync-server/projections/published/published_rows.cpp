#include "sync-server/projections/published/published_rows.h"

#include <stdexcept>

#include "shared/records/publication/published_json.h"

namespace plumb::server {

std::optional<records::PublicationRow> PublishedRows::find(std::string_view inspection) {
    static constexpr const char* kSql = "SELECT row FROM published WHERE inspection = ?1";
    auto row = m_sql.use(kSql);
    if (!row.with(inspection).step()) return std::nullopt;
    const auto kept = parseJson(row.view(0));
    if (!kept || !kept->is_object()) throw std::runtime_error("a kept publication can not be read");
    return records::publicationFromJson(kept->get_object());
}

}  // namespace plumb::server
