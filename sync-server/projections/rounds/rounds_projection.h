// Each round of self-assessment as its newest line publishes it.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class RoundsProjection final : public Projection {
  public:
    explicit RoundsProjection(StoreWriter& writer) : m_sql(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "rounds"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
