// Queries of the projection of what was said about standards. For the thread of the reader.
#pragma once

#include <functional>

#include "shared/records/voice/feedback_row.h"
#include "sync-server/store/store.h"

namespace plumb::server {

struct PlacedFeedback {
    records::FeedbackRow row;
    std::uint64_t index = 0;  // of the word, not of its answer
};

// Of which standard, by records::standardKey(); "" is what names none. And of which of its clauses; "": as a whole.
struct FeedbackClause {
    std::string standard, clause;
};

struct FeedbackCount {
    FeedbackClause of;
    std::string region, as;  // "": not answered yet
    std::int64_t n = 0;
};

// The class that its newest answer gave it; "" before it has one.
std::string_view classOf(const records::FeedbackRow& row);

class FeedbackRows {
  public:
    // `reader` outlives this.
    explicit FeedbackRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // Lines of standard.feedback and feedback.answered from `after` on, below `before`, in log order, whoever may read
    // them. `of`: those about one clause.
    std::vector<Entry> lines(const std::optional<FeedbackClause>& of, std::uint64_t after, std::uint64_t before,
                             std::size_t limit);

    std::optional<PlacedFeedback> find(std::string_view id);
    // Newest first, from below `before`, until `take` answers false.
    void each(const std::optional<FeedbackClause>& of, std::uint64_t before,
              const std::function<bool(const PlacedFeedback&)>& take);
    // What one author said, newest first.
    void saidBy(std::string_view kid, const std::function<void(const PlacedFeedback&)>& take);
    // By standard and clause.
    void counts(const std::function<void(const FeedbackCount&)>& take);
    // The newest word on a clause.
    std::optional<PlacedFeedback> newest(const FeedbackClause& of);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
