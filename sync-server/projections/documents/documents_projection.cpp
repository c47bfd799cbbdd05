#include "sync-server/projections/documents/documents_projection.h"

#include "shared/records/document/issued.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"documents", R"sql(
CREATE TABLE documents (
  record {text} NOT NULL,
  pdf {text} NOT NULL,
  idx {integer} NOT NULL,
  PRIMARY KEY (record, pdf)
){keyed})sql",
                              "SELECT record, pdf, idx FROM documents ORDER BY record, pdf", 2,
                              "CREATE INDEX IF NOT EXISTS documents_by_pdf ON documents (pdf)"}};

}  // namespace

std::span<const Table> DocumentsProjection::tables() const {
    return kTables;
}

void DocumentsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kSql =
        "INSERT INTO documents (record, pdf, idx) VALUES (?1, ?2, ?3) ON CONFLICT (record, pdf) DO NOTHING";
    std::vector<records::IssuedDocument> one;
    if (!records::foldIssued(one, line.believed())) return;
    const auto& says = one.front().says;
    const auto pdf = says.pdf.hex();
    m_sql.use(kSql).with(says.of, pdf, line.index).run();
}

}  // namespace plumb::server
