#include "sync-server/projections/plans/plans_projection.h"

#include "shared/records/planning/plan_json.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"plans", R"sql(
CREATE TABLE plans (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  state {integer} NOT NULL,
  region {text} NOT NULL,
  row {text} NOT NULL
){keyed})sql",
                              "SELECT id, idx, state, region, row FROM plans ORDER BY id", 1,
                              "CREATE INDEX IF NOT EXISTS plans_idx ON plans (idx);"
                              "CREATE INDEX IF NOT EXISTS plans_region ON plans (region, idx);"
                              "CREATE INDEX IF NOT EXISTS plans_state ON plans (state, idx)"},
                             {"plan_draws", R"sql(
CREATE TABLE plan_draws (
  draw {text} PRIMARY KEY,
  plan {text} NOT NULL,
  batch {text} NOT NULL,
  drawn {integer}
){keyed})sql",
                              "SELECT draw, plan, batch, drawn FROM plan_draws ORDER BY draw", 1,
                              "CREATE INDEX IF NOT EXISTS plan_draws_batch ON plan_draws (plan, batch)"}};

}  // namespace

std::span<const Table> PlansProjection::tables() const {
    return kTables;
}

void PlansProjection::apply(const LoggedLine& line) {
    if (const auto plan = records::planOf(line.payload); !plan.empty()) return applyPlan(line, plan);
    if (const auto draw = records::drawOf(line.payload); !draw.empty()) applyDraw(line, draw);
}

void PlansProjection::applyPlan(const LoggedLine& line, const std::string& id) {
    static constexpr const char* kPut =
        "INSERT INTO plans (id, idx, state, region, row) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (id) DO UPDATE SET "
        "state = excluded.state, row = excluded.row";
    auto before = m_rows.find(id);
    std::optional<records::PlanRow> row;
    if (before) row = std::move(before->row);
    if (!records::foldPlan(row, line.believed())) return;
    const auto text = toText(records::toJson(*row));
    m_sql.use(kPut).with(row->id, before ? before->index : line.index, records::stateOf(*row), row->region, text).run();
}

// The first reveal counts; that it is one of the commitment's was asked before it was taken.
void PlansProjection::applyDraw(const LoggedLine& line, const std::string& id) {
    static constexpr const char* kCommit =
        "INSERT INTO plan_draws (draw, plan, batch, drawn) VALUES (?1, ?2, ?3, NULL) ON CONFLICT (draw) DO NOTHING";
    static constexpr const char* kReveal = "UPDATE plan_draws SET drawn = ?2 WHERE draw = ?1 AND drawn IS NULL";
    if (line.payload.type == records::kDrawCommitted) {
        const auto says = records::readDrawCommitted(line.payload.body);
        if (says && says->plan) m_sql.use(kCommit).with(id, says->plan->of, says->plan->batch).run();
        return;
    }
    const auto says = records::readDrawRevealed(line.payload.body);
    if (says) m_sql.use(kReveal).with(id, says->result.sites.size()).run();
}

}  // namespace plumb::server
