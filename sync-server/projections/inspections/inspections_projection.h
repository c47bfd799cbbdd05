// Inspections and submitted self-assessments as records/inspection/fold.h folds them, how many stand where, which
// lines speak of which inspection, since when each waits for its review, and whose that is.
#pragma once

#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class InspectionsProjection final : public Projection {
  public:
    explicit InspectionsProjection(StoreWriter& writer)
        : m_writer(writer), m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "inspections"; }
    [[nodiscard]] int version() const override { return 8; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    void put(const records::InspectionRow& row, std::int64_t author, std::uint64_t changed);
    void begin(const records::InspectionRow& row, const LoggedLine& line);
    void assign(const LoggedLine& line);
    void tally(const records::InspectionRow& row, std::int64_t author, int by);

    StoreWriter& m_writer;
    sql::Connection& m_sql;
    InspectionRows m_rows;
};

}  // namespace plumb::server
