// Where in the log somebody said how a standard works in practice (standard.feedback), and what was answered
// (feedback.answered).
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class FeedbackProjection final : public Projection {
  public:
    explicit FeedbackProjection(StoreWriter& writer) : m_sql(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "feedback"; }
    [[nodiscard]] int version() const override { return 2; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
