// Annual plans with all their versions, and the draws that name one of their batches.
#pragma once

#include "sync-server/projections/plans/plan_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class PlansProjection final : public Projection {
  public:
    explicit PlansProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "plans"; }
    [[nodiscard]] int version() const override { return 4; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    void applyPlan(const LoggedLine& line, const std::string& id);
    void applyDraw(const LoggedLine& line, const std::string& id);

    sql::Connection& m_sql;
    PlanRows m_rows;
};

}  // namespace plumb::server
