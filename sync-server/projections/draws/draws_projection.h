// Draws: what was committed, and what came of it.
#pragma once

#include "sync-server/projections/draws/draw_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class DrawsProjection final : public Projection {
  public:
    explicit DrawsProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "draws"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
    DrawRows m_rows;
};

}  // namespace plumb::server
