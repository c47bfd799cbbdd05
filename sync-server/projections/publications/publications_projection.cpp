#include "sync-server/projections/publications/publications_projection.h"

#include "shared/domain/rights.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"publications", R"sql(
CREATE TABLE publications (
  type {text} NOT NULL,
  id {text} NOT NULL,
  idx {integer} NOT NULL,
  PRIMARY KEY (type, id, idx)
){keyed})sql",
                              "SELECT type, id, idx FROM publications ORDER BY type, id, idx", 3}};

}  // namespace

std::span<const Table> PublicationsProjection::tables() const {
    return kTables;
}

void PublicationsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kSql = "INSERT INTO publications (type, id, idx) VALUES (?1, ?2, ?3)";
    if (domain::recordType(line.payload.type).place != domain::PlaceRule::publication) return;
    const auto id = domain::publishedId(line.payload);
    m_sql.use(kSql).with(line.payload.type, id, line.index).run();
}

}  // namespace plumb::server
