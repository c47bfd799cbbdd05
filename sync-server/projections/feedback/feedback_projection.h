// What people say of how standards work in practice (standard.feedback) and what was answered (feedback.answered):
// where the lines stand, clause by clause; every word with its newest answer; and how many words of each clause, region
// and class there are, so that no list is counted by reading all of it.
#pragma once

#include "sync-server/projections/feedback/feedback_rows.h"
#include "sync-server/projections/projection.h"

namespace plumb::server {

class FeedbackProjection final : public Projection {
  public:
    explicit FeedbackProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "feedback"; }
    [[nodiscard]] int version() const override { return 3; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    void count(const records::FeedbackRow& row, int by);

    sql::Connection& m_sql;
    FeedbackRows m_rows;
};

}  // namespace plumb::server
