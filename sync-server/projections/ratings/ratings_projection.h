// By which code a visit is rated, and what the intake said of ratings (records/voice/rating.h): how often each answer
// was given, and what was written.
#pragma once

#include "sync-server/projections/projection.h"

namespace plumb::server {

class RatingsProjection final : public Projection {
  public:
    explicit RatingsProjection(StoreWriter& writer) : m_sql(writer.connection()) {}

    [[nodiscard]] const char* name() const override { return "ratings"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
