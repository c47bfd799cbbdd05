#include "sync-server/projections/ratings/ratings_projection.h"

#include "shared/records/voice/rating.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"visit_codes", R"sql(
CREATE TABLE visit_codes (
  code {text} PRIMARY KEY,
  inspection {text} NOT NULL,
  kid {text} NOT NULL,
  region {text} NOT NULL,
  at {text} NOT NULL
){keyed})sql",
                              "SELECT code, inspection, kid, region, at FROM visit_codes ORDER BY code", 1},
                             {"rating_counts", R"sql(
CREATE TABLE rating_counts (
  idx {integer} PRIMARY KEY,
  year {integer} NOT NULL,
  quarter {integer} NOT NULL,
  region {text} NOT NULL,
  row {text} NOT NULL
){rows})sql",
                              "SELECT idx, year, quarter, region, row FROM rating_counts ORDER BY idx", 1,
                              "CREATE INDEX IF NOT EXISTS rating_counts_year ON rating_counts (year, quarter, region)"},
                             {"rating_texts", R"sql(
CREATE TABLE rating_texts (
  idx {integer} PRIMARY KEY,
  region {text} NOT NULL,
  row {text} NOT NULL
){rows})sql",
                              "SELECT idx, region, row FROM rating_texts ORDER BY idx", 1}};

// Of a submission; "": it left none.
std::string codeOf(const record::Payload& payload) {
    if (payload.type != "inspection.submitted") return {};
    const auto* rating = payload.body.if_contains("rating");
    return rating && rating->is_object() ? textOr(rating->get_object(), "code") : std::string();
}

}  // namespace

std::span<const Table> RatingsProjection::tables() const {
    return kTables;
}

void RatingsProjection::apply(const LoggedLine& line) {
    // The first visit that names a code has it.
    static constexpr const char* kVisit =
        "INSERT INTO visit_codes (code, inspection, kid, region, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (code) DO "
        "NOTHING";
    static constexpr const char* kCount =
        "INSERT INTO rating_counts (idx, year, quarter, region, row) VALUES (?1, ?2, ?3, ?4, ?5)";
    static constexpr const char* kText = "INSERT INTO rating_texts (idx, region, row) VALUES (?1, ?2, ?3)";
    const auto& payload = line.payload;
    if (const auto code = codeOf(payload); !code.empty()) {
        const auto at = formatInstant(payload.at);
        m_sql.use(kVisit).with(code, payload.id, line.kid, payload.region, at).run();
    } else if (payload.type == records::kRatingCounted) {
        const auto says = records::readRatingCounted(payload.body);
        if (!says) return;
        const auto text = toText(records::toBody(*says));
        m_sql.use(kCount).with(line.index, says->quarter.year, says->quarter.number, payload.region, text).run();
    } else if (payload.type == records::kRatingSaid) {
        const auto text = toText(payload.body);
        if (records::readRatingSaid(payload.body)) m_sql.use(kText).with(line.index, payload.region, text).run();
    }
}

}  // namespace plumb::server
