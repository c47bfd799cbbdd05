// Where in the log each site, checklist, programme and standard was published, also formerly.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class PublicationsProjection final : public Projection {
  public:
    explicit PublicationsProjection(StoreWriter& writer) : m_sql(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "publications"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
