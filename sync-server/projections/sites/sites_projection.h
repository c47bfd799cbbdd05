// Each published site by what its newest line calls it.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class SitesProjection final : public Projection {
  public:
    explicit SitesProjection(StoreWriter& writer) : m_sql(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "sites"; }
    [[nodiscard]] int version() const override { return 5; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
