// Self-assessments as records/assessment/assessment.h folds them, and which contributions and assignments belong to
// which.
#pragma once

#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class AssessmentsProjection final : public Projection {
  public:
    explicit AssessmentsProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "assessments"; }
    [[nodiscard]] int version() const override { return 4; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
    AssessmentRows m_rows;
};

}  // namespace plumb::server
