#include "sync-server/projections/feedback/feedback_projection.h"

#include "shared/records/voice/feedback.h"

namespace plumb::server {
namespace {

constexpr Table kTables[] = {{"feedback", R"sql(
CREATE TABLE feedback (
  idx {integer} PRIMARY KEY
){rows})sql",
                              "SELECT idx FROM feedback ORDER BY idx", 1}};

}  // namespace

std::span<const Table> FeedbackProjection::tables() const {
    return kTables;
}

void FeedbackProjection::apply(const LoggedLine& line) {
    static constexpr const char* kPut = "INSERT INTO feedback (idx) VALUES (?1)";
    const auto& type = line.payload.type;
    if (type == records::kFeedback || type == records::kFeedbackAnswered) m_sql.use(kPut).with(line.index).run();
}

}  // namespace plumb::server
