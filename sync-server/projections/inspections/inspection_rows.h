// Queries of the projection of inspections and submitted self-assessments. For the thread of the reader.
#pragma once

#include "shared/base/civil_date.h"
#include "shared/records/inspection/fold.h"
#include "sync-server/store/store.h"

namespace plumb::server {

// Which versions a list is of.
enum class Family { inspection, assessment };

// How many inspections stand where: rights are judged per group, so that counting never walks all rows.
// Of one status, at one site.
struct Tally {
    records::InspectionStatus status = records::InspectionStatus::submitted;
    std::string region, site;
    std::uint64_t count = 0, own = 0;  // of all authors, and of the one that was asked for
};

// Of a record that waits for its review, or did until a moment ago, what lists of them are told apart by.
struct Waiting {
    std::uint64_t index = 0, changed = 0;  // of the submission, and of the line that changed it last
    bool waits = false;                    // it is submitted; where not, the rest is blank
    Family family = Family::inspection;
    std::string site, region, author, checklist, kind, grade;
    Sha256 document;  // of the checklist
    int vetoes = 0, findings = 0;
    std::int64_t points = 0, max = 0;  // thousandths; of a checklist that does not score, 0
    TimePoint since{};                 // when what waits came into this log
    std::string assignee;              // a person's id; "": nobody's
    std::string agreed;                // the person who accepted it first, where two have to; "": nobody yet
    std::string cosigner;              // the key of the colleague who signed second; "": nobody did
    std::vector<std::string> asked;    // of each thread that is open, the person who wrote last
};

class InspectionRows {
  public:
    // `reader` outlives this.
    explicit InspectionRows(StoreReader& reader) : m_sql(reader.connection()) {}

    // By the submission's id.
    std::optional<records::InspectionRow> find(std::string_view id);
    std::optional<records::InspectionRow> at(std::uint64_t index);
    // Who is to review it; "": nobody was named.
    std::string assignee(std::string_view id);
    std::optional<Waiting> waitingAt(std::uint64_t index);
    // The place of the log behind the last line that changed a record.
    std::uint64_t nextChange();
    // Every record that waits; every record that a line at `from` or behind it changed, in the order of these lines.
    void waiting(const std::function<void(const Waiting&)>& take);
    void changedFrom(std::uint64_t from, const std::function<void(const Waiting&)>& take);
    // By submission's index, from `after` (exclusive; none: from the first), until `take` answers false.
    void each(Family family, records::InspectionStatus status, std::optional<std::uint64_t> after,
              const std::function<bool(const records::InspectionRow&)>& take);
    // The same of every status, but what was made in test mode: that is listed by its own status alone.
    void each(std::optional<std::uint64_t> after, const std::function<bool(const records::InspectionRow&)>& take);
    // The same the other way, from `before` (exclusive; none: from the last).
    void eachBack(std::optional<std::uint64_t> before, const std::function<bool(const records::InspectionRow&)>& take);
    // Inspections (no self-assessments, no tests) by the time at which they were made, then by submission's index.
    struct TimeKey {
        TimePoint at{};
        std::uint64_t index = 0;
    };
    void eachByTime(std::optional<TimeKey> after, bool descending,
                    const std::function<bool(const records::InspectionRow&)>& take);
    // Inspections (no self-assessments, no tests) of a site, made from the beginning of one day of UTC to that of the
    // other.
    void ofSite(std::string_view site, Day from, Day until,
                const std::function<void(const records::InspectionRow&)>& take);
    std::vector<Tally> tallies(Family family, std::string_view author);

    // The amendments and reviews that name the submission, newest first, without the submission itself; at most `limit`
    // of those below log index `before`.
    std::vector<Entry> history(std::string_view id, std::uint64_t before, std::size_t limit);
    std::uint64_t countHistory(std::string_view id, std::uint64_t before);

  private:
    sql::Connection& m_sql;
};

}  // namespace plumb::server
