// Checks that were proposed, and what their heads decided.
#pragma once

#include "sync-server/projections/checks/check_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class ChecksProjection final : public Projection {
  public:
    explicit ChecksProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "checks"; }
    [[nodiscard]] int version() const override { return 2; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
    CheckRows m_rows;
};

}  // namespace plumb::server
