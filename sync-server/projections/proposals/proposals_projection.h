// Proposals about sites, and which line answered each.
#pragma once

#include "sync-server/projections/projection.h"
#include "sync-server/projections/proposals/proposal_rows.h"

namespace plumb::server {

class ProposalsProjection final : public Projection {
  public:
    explicit ProposalsProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "proposals"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
    ProposalRows m_rows;
};

}  // namespace plumb::server
