// Which line names which file, in the line's order.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class FilesProjection final : public Projection {
  public:
    explicit FilesProjection(StoreWriter& writer) : m_sql(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "files"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
