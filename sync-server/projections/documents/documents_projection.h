// Which papers were issued of which record (document.issued), as shared/records/document folds them.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class DocumentsProjection final : public Projection {
  public:
    explicit DocumentsProjection(StoreWriter& writer) : m_sql(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "documents"; }
    [[nodiscard]] int version() const override { return 2; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
