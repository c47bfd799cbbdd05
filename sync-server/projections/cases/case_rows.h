// Queries of the projection of cases. For the thread of the reader.
#pragma once

#include <map>

#include "shared/records/rectification/column.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// The rank of what is due on no day: after every day that can be written.
inline constexpr std::int64_t kNoFindingDay = 4'000'000;

// One card.
struct BoardRow {
    std::uint64_t index = 0;  // of the case's submission
    std::string item;
    std::int64_t rank = 0;  // within the column: the day that is due, or, of what is closed, how long ago
    std::string site, region, author, severity;
};

// A place on a column of the board, to go on from.
struct BoardKey {
    std::int64_t rank = 0;
    std::uint64_t index = 0;
    std::string item;
};

struct BoardFilter {
    records::FindingColumn column = records::FindingColumn::withEnterprise;
    std::string region, site, author, severity;  // "" = any; a region and what lies in it
    std::optional<Day> dueBefore;                // of what is closed nothing is due
};

// All that the board shows of one case.
struct CaseCards {
    struct Card {
        std::string item, severity;
        records::FindingColumn column = records::FindingColumn::waits;
        std::int64_t rank = 0;
    };
    std::uint64_t index = 0, changed = 0;  // of the submission, and of the line that changed the case last
    std::string site, region, author;      // "" where there are no cards
    Sha256 checklist;                      // its document
    std::vector<Card> cards;
};

struct PlacedCase {
    records::CaseRow row;
    std::uint64_t index = 0;  // of the submission
};

// A finding by its case and its item.
struct FindingKey {
    std::uint64_t index = 0;  // of the case's submission
    std::string item;
};

struct FindingAt {
    FindingKey key;
    std::string record;  // the case: its inspection's id
    records::FindingColumn column = records::FindingColumn::waits;
    std::optional<Day> due;  // of what is not closed
    std::string site, region, author, severity;
};

// Of one state, or column and severity, at one site.
struct CaseTally {
    records::CaseState state = records::CaseState::submitted;
    std::string region, site;
    std::uint64_t count = 0, own = 0;  // of all authors, and of the one that was asked for
};
struct FindingTally {
    records::FindingColumn column = records::FindingColumn::waits;
    std::string severity, region, site;
    std::uint64_t count = 0, own = 0;
};

// Findings that were put right, by the year in which they were closed.
struct ClosingCount {
    std::int64_t n = 0;
    std::int64_t days = 0;  // all together, from the day of the check
    std::int64_t late = 0;  // reported after the day that was due, or failed again on the way

    void add(const ClosingCount& other) {
        n += other.n;
        days += other.days;
        late += other.late;
    }
};

class CaseRows {
  public:
    // `reader` outlives this.
    explicit CaseRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the submission's id.
    std::optional<PlacedCase> find(std::string_view id);
    std::optional<PlacedCase> at(std::uint64_t index);
    // By the submission's index, newest first, from below `before`, until `take` answers false.
    void each(std::optional<records::CaseState> state, std::uint64_t before,
              const std::function<bool(const PlacedCase&)>& take);

    // The same of every state, the oldest first, from behind `after` (none: from the first).
    void eachFrom(std::optional<std::uint64_t> after, const std::function<bool(const PlacedCase&)>& take);

    // Every finding by case and item, from behind `after` or, the other way, from before it; until `take` answers
    // false.
    void findings(const std::optional<FindingKey>& after, bool descending,
                  const std::function<bool(const FindingAt&)>& take);
    // None where the case states no such finding.
    std::optional<FindingAt> finding(const FindingKey& key);
    // How many there are, of all authors and of the one that is asked for.
    std::vector<CaseTally> tallies(std::string_view author);
    std::vector<FindingTally> findingTallies(std::string_view author);

    // In the board's order after `after`, until `take` answers false.
    void board(const BoardFilter& filter, const std::optional<BoardKey>& after,
               const std::function<bool(const BoardRow&)>& take);
    // Every case that a line at `from` or behind it changed, in the order of these lines.
    void changedFrom(std::uint64_t from, const std::function<void(const CaseCards&)>& take);

    // The rectification lines about the case, in log order, those that are ignored among them; those before `before`.
    std::vector<Entry> acts(std::string_view id, std::uint64_t before, std::size_t limit);

    // Of a province, prefecture or county; of all with "". `programme`: of sites of this one; none: of all.
    ClosingCount closings(std::string_view year, std::string_view region, const std::optional<std::string>& programme);
    // The same by programme.
    std::map<std::string, ClosingCount> closingsByProgramme(std::string_view year, std::string_view region);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
