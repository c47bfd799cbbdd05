// Inspections and submitted self-assessments as records/inspection/fold.h folds them, those made in test mode under a
// status of their own; how many stand where, which lines speak of which inspection, since when each waits for its
// review, whose that is, and what its supervisor and its inspector write to each other.
#pragma once

#include <map>
#include <tuple>

#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/inspections/thread_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class InspectionsProjection final : public Projection {
  public:
    explicit InspectionsProjection(StoreWriter& writer)
        : m_writer(writer), m_sql(writer.connection()), m_rows(writer.reader()), m_threads(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "inspections"; }
    [[nodiscard]] int version() const override { return 8; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;
    void settle() override;

  private:
    void put(const records::InspectionRow& row, std::int64_t author, std::uint64_t changed);
    void begin(const records::InspectionRow& row, const LoggedLine& line);
    void assign(const LoggedLine& line);
    void remark(const LoggedLine& line);
    void tally(const records::InspectionRow& row, std::int64_t author, int by);

    StoreWriter& m_writer;
    sql::Connection& m_sql;
    InspectionRows m_rows;
    ThreadRows m_threads;
    // Of the lines since the last settle(), by the key of their row.
    std::map<std::tuple<bool, records::InspectionStatus, std::string, std::string, std::int64_t>, std::int64_t>
        m_tallies;
};

}  // namespace plumb::server
