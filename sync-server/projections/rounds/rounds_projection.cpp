#include "sync-server/projections/rounds/rounds_projection.h"

#include "shared/records/reference/round.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"rounds", R"sql(
CREATE TABLE rounds (
  id {text} PRIMARY KEY,
  idx {integer} NOT NULL,
  region {text} NOT NULL,
  body {text} NOT NULL
){keyed})sql",
                              "SELECT id, idx, region, body FROM rounds ORDER BY id", 1}};

}  // namespace

std::span<const Table> RoundsProjection::tables() const {
    return kTables;
}

void RoundsProjection::apply(const LoggedLine& line) {
    static constexpr const char* kSql =
        "INSERT INTO rounds (id, idx, region, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET idx = "
        "excluded.idx, region = excluded.region, body = excluded.body";
    if (line.payload.type != "round.published") return;
    const auto round = records::readRound(line.payload.body);
    if (!round) return;
    const auto text = toText(records::toBody(*round));
    m_sql.use(kSql).with(round->id, line.index, line.payload.region, text).run();
}

}  // namespace plumb::server
