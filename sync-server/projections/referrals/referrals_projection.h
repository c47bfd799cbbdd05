// Referrals with what was answered to them, where their lines lie, and how many of each kind stand where.
#pragma once

#include "sync-server/projections/projection.h"
#include "sync-server/projections/referrals/referral_rows.h"

namespace plumb::server {

class ReferralsProjection final : public Projection {
  public:
    explicit ReferralsProjection(StoreWriter& writer) : m_sql(writer.connection()), m_rows(writer.reader()) {}

    [[nodiscard]] const char* name() const override { return "referrals"; }
    [[nodiscard]] int version() const override { return 1; }
    [[nodiscard]] std::span<const Table> tables() const override;
    void apply(const LoggedLine& line) override;

  private:
    void count(const records::ReferralRow& row, int by);

    sql::Connection& m_sql;
    ReferralRows m_rows;
};

}  // namespace plumb::server
