// Complaints with what was said about them; and of each line about one which it is about, and whom that complains of,
// which decides who may read it (query/entry_rights.h).
#pragma once

#include "sync-server/projections/complaints/complaint_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class ComplaintsProjection final : public Projection {
  public:
    explicit ComplaintsProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "complaints"; }
    [[nodiscard]] int version() const override { return 2; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
    ComplaintRows m_rows;
};

}  // namespace plumb::server
