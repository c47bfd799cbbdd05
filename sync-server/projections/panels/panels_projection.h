// Panels of experts with their sheets, and where each sheet lies: whether it may be known yet is asked of every line
// that is given out (query/entry_rights.h).
#pragma once

#include "sync-server/projections/panels/panel_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class PanelsProjection final : public Projection {
  public:
    explicit PanelsProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "panels"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
    PanelRows m_rows;
};

}  // namespace plumb::server
