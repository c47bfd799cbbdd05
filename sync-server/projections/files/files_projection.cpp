#include "sync-server/projections/files/files_projection.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"files", R"sql(
CREATE TABLE files (
  idx {integer} NOT NULL,
  n {integer} NOT NULL,
  sha256 {bytes} NOT NULL,
  size {integer} NOT NULL,
  type {text} NOT NULL,
  PRIMARY KEY (idx, n)
){keyed})sql",
                              "SELECT idx, n, sha256, size, type FROM files ORDER BY idx, n", 2,
                              "CREATE INDEX IF NOT EXISTS files_hash ON files (sha256)"}};

}  // namespace

std::span<const Table> FilesProjection::tables() const {
    return kTables;
}

void FilesProjection::apply(const LoggedLine& line) {
    static constexpr const char* kSql = "INSERT INTO files (idx, n, sha256, size, type) VALUES (?1, ?2, ?3, ?4, ?5)";
    int n = 0;
    for (const auto& file : line.payload.files)
        m_sql.use(kSql).with(line.index, n++, file.sha256, file.size, file.type).run();
}

}  // namespace plumb::server
