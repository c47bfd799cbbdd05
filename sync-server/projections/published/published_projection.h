// What was published of inspections, by the programme that their site belongs to now.
#pragma once

#include "sync-server/projections/projection.h"
#include "sync-server/projections/published/published_rows.h"

namespace plumb::server {

class PublishedProjection final : public Projection {
  public:
    explicit PublishedProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "published"; }
    [[nodiscard]] int version() const override { return 2; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    void takeSite(const LoggedLine& line);

    sql::Connection& m_sql;
    PublishedRows m_rows;
};

}  // namespace plumb::server
