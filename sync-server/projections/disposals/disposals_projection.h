// Lists of archived cases that somebody proposed to dispose of, which cases stand on one that waits, and which were
// disposed of.
#pragma once

#include "sync-server/projections/disposals/disposal_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class DisposalsProjection final : public Projection {
  public:
    explicit DisposalsProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "disposals"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    void putCases(const records::DisposalRow& row, const LoggedLine& line);

    sql::Connection& m_sql;
    DisposalRows m_rows;
};

}  // namespace plumb::server
