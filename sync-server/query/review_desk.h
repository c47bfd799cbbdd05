// What waits for a review, kept in memory: a page costs one pass over small cards, whatever filters stand, and its
// counts are of the very cards that its pages list. Derived from the projections of inspections and sites, which it
// follows by the log: every asker brings it as far as her reader sees before she is answered. Thread-safe.
//
// A card takes 56 bytes: 50,000 records that wait 2.8 MB. What was decided has none.
#pragma once

#include <array>
#include <map>
#include <shared_mutex>
#include <unordered_map>

#include "sync-server/auth/trust.h"
#include "sync-server/projections/inspections/inspection_rows.h"

namespace plumb::server {

// What a list of waiting records is told apart by.
enum class Facet {
    programme,
    region,
    checklist,
    grade,
    kind,
    inspector,
    findings,
    veto,
    days,
    assigned,
    second,   // whether it waits for the second of two who have to accept it
    threads,  // that are open, and that those who made the visit wrote last in
};
inline constexpr std::size_t kFacets = 12;
// Waiting for so many days at least.
inline constexpr std::array kWaitingDays{3, 7, 15, 30};

// What comes first of a list. Whatever is alike comes by its place in the log.
enum class ReviewOrder {
    waits,      // what came first
    newest,     // what came last
    score,      // the least share of its points; what scores none at the end
    scoreDown,  // the most
    risk,       // the most vetoes, then the most findings
};
std::optional<ReviewOrder> reviewOrderNamed(std::string_view name);

// Where a record stands in a list of some order: what was given to the caller before all others.
struct ReviewKey {
    int rank = 0;             // 0: the caller's own, 1: all others
    std::uint64_t place = 0;  // by the order; 0: by the log
    std::uint64_t index = 0;

    friend auto operator<=>(const ReviewKey&, const ReviewKey&) = default;
};

// What is asked of a record's threads: that one is open, or that one is whose last word is its inspectors', so that a
// reviewer is waited for.
enum class ThreadState { any, open, answered };

// Facets that are not set take everything. A programme or a grade may be "": of sites and records without one.
struct ReviewFilter {
    Family family = Family::inspection;
    std::optional<std::string> programme = {}, grade = {};
    std::string region = {};     // a prefix
    std::string checklist = {};  // its id, of any version
    std::string kind = {};
    std::string inspector = {};  // a person's id; of a key that is nobody's, itself
    std::optional<bool> findings = {}, veto = {}, second = {};
    int days = 0;  // waits for so many at least
    // These two take, and count, nothing of places where the caller is no staff.
    ThreadState threads = ThreadState::any;
    std::string assigned = {};  // kMine, kNobodys, or a person's id
};
inline constexpr std::string_view kMine = "me", kNobodys = "nobody";

struct ReviewQuestion {
    ReviewFilter filter;
    std::optional<ReviewKey> after;
    std::size_t limit = 50;
    TimePoint now{};
    ReviewOrder order = ReviewOrder::waits;
};

struct ReviewPage {
    std::vector<ReviewKey> cards;
    bool more = false;
    std::uint64_t total = 0;  // of all pages
    // Of each value of a facet how many there are under all other filters: what choosing it would show. Days by their
    // threshold, findings, veto and second as "1" and "0", threads as "open" and "answered", persons by id,
    // "" where nobody is assigned.
    std::array<std::map<std::string, std::uint64_t>, kFacets> counts;
    std::map<std::string, Sha256> documents;  // of each checklist counted one document, for its title
};

// Threads that are open and whose last word is by whoever made the visit.
std::size_t answeredByVisitors(const Waiting& one, const Trust& trust);

class ReviewDesk {
  public:
    // Makes it what `reader` sees; done before the first question, that one is as fast as the next.
    void bringUpTo(StoreReader& reader, const Trust& trust);
    // What the caller may read of it.
    ReviewPage ask(const ReviewQuestion& question, const Principal& caller, StoreReader& reader, const Trust& trust);

  private:
    struct Card {
        std::uint64_t index = 0;
        std::int64_t since = 0;  // milliseconds
        std::uint32_t site = 0, author = 0, checklist = 0, grade = 0, kind = 0, assignee = 0;
        std::uint32_t score = 0, risk = 0;  // as ReviewOrder places them: the less, the earlier
        bool waits = false, findings = false, veto = false, assessment = false;
        bool second = false, asked = false, answered = false;
    };
    // Cards share these: rights and places are judged once for all of them.
    struct Site {
        std::string site, region;  // a site that moved to another region stands here twice
    };
    struct Author {
        std::string kid, person;
    };
    class Names {
      public:
        std::uint32_t of(const std::string& name);
        [[nodiscard]] std::optional<std::uint32_t> find(std::string_view name) const;
        [[nodiscard]] const std::vector<std::string>& all() const { return m_names; }

      private:
        std::vector<std::string> m_names;
        std::unordered_map<std::string, std::uint32_t> m_numbers;
    };
    class Pass;

    void put(const Waiting& one, const Trust& trust);

    std::shared_mutex m_mutex;  // guards all of the below
    bool m_begun = false;
    std::uint64_t m_next = 0, m_nextSite = 0;  // places of the log from which on changes are not yet known
    std::vector<Card> m_cards;
    std::vector<std::uint32_t> m_free;
    std::unordered_map<std::uint64_t, std::uint32_t> m_slots;  // by index
    std::vector<Site> m_sites;
    std::vector<Author> m_authors;
    std::unordered_map<std::string, std::uint32_t> m_siteNumbers, m_authorNumbers;
    Names m_checklists, m_grades, m_kinds, m_assignees;
    std::unordered_map<std::uint32_t, Sha256> m_documents;      // by checklist
    std::unordered_map<std::string, std::string> m_programmes;  // by site
};

}  // namespace plumb::server
