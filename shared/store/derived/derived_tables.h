// What a person's lines come to, in tables that lists and searches read: inspections and where they stand, sites,
// checklists. Folded from the lines that are believed by the same code as the server's (shared/records); a truth of
// their own they have none. They are in memory, since what they hold is sealed on the disk; a sealed image of them
// (snapshot.h) is opened at unlocking and followed forward from there, and where there is none that holds, they are
// made again from the lines.
//
// An own line that waits is folded after all that the log has, and its row is made again when it gets its place or is
// refused. So the rows are always those that a fold of all lines from nothing gives.
//
// Threads: one object for a process and a vault, used by all its threads; each brings its own TabletStore, on the
// folder that the tables were opened with. Calls wait for each other: follow() for as long as it reads so many lines, a
// search some ten milliseconds. Failures of the machinery throw, and leave the tables as they were.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "shared/store/database.h"
#include "shared/store/derived/assessment_lists.h"
#include "shared/store/derived/case_lists.h"
#include "shared/store/derived/fold.h"
#include "shared/store/derived/task_lists.h"
#include "shared/store/derived/thread_lists.h"
#include "shared/store/reference.h"

namespace plumb::store {

class DerivedTables {
  public:
    // From the image that `store` has, or empty. Neither is followed forward yet.
    static std::shared_ptr<DerivedTables> open(TabletStore& store);

    // Takes in what the store has got since, at most so many lines. True: nothing is left.
    bool follow(const TabletStore& store, std::size_t most);
    // Whether all was followed, when follow() last looked.
    [[nodiscard]] bool complete() const;

    // Seals an image of the tables into the store's folder, durably, where at least `least` lines were folded since the
    // last one. Sealing and writing stop nobody else. full where the disk is; the image before stands then.
    Result<void> keepImage(TabletStore& store, std::size_t least);

    // --- inspections and self-assessments (their summary has a round); newest submission by the log first, what waits
    // here before all. What was made in test mode is in the list of tests alone, and nothing below finds it.
    struct Page {
        std::vector<FoldedInspection> rows;
        bool complete = true;  // everything that is stored was folded
    };
    enum class Whose { all, own, tests };
    [[nodiscard]] Page page(Whose whose, std::size_t offset, std::size_t limit) const;
    // In this order; ids that are not there are left out.
    [[nodiscard]] std::vector<FoldedInspection> inspections(const std::vector<std::string>& ids) const;
    // Ids of inspections at this site under any version of this checklist, the newest check first; self-assessments are
    // none.
    [[nodiscard]] std::vector<std::string> visits(const std::string& site, const std::string& checklist,
                                                  std::size_t limit) const;
    // Ids of inspections that wait for a second inspector's signature, oldest first; at most so many.
    [[nodiscard]] std::vector<std::string> incomplete(std::size_t most) const;
    // Every word must stand somewhere in the record: in the site's name, code, id or region (or its name's initials in
    // pinyin), the checklist's title or id, the people, the day; or be the begin of a version's fingerprint or of the
    // record's id, or "#12", the number in the log. Case does not matter in ASCII. REQUIRES: a store of this thread.
    struct Found {
        std::vector<std::string> ids;
        std::size_t total = 0;
        bool complete = true;
    };
    [[nodiscard]] Found find(const TabletStore& store, std::string_view query, std::size_t offset,
                             std::size_t limit) const;

    // --- cases and their findings (case_lists.h)
    [[nodiscard]] FindingPage findings(const FindingFilter& filter, std::size_t offset, std::size_t limit) const;
    [[nodiscard]] CasePage cases(const CaseFilter& filter, std::size_t offset, std::size_t limit) const;
    // By the id of the inspection; none where none counts.
    [[nodiscard]] std::optional<records::CaseRow> caseOf(const std::string& inspection) const;
    // `soon`: what is due before this day is due soon. `own`: only of inspections that were signed on this device, or
    // only of others.
    [[nodiscard]] Attention attention(Day today, Day soon, std::optional<bool> own = {}) const;

    // --- self-assessments and their rounds (assessment_lists.h)
    [[nodiscard]] std::optional<records::AssessmentRow> assessment(const std::string& site, const std::string& round,
                                                                   const std::string& checklist) const;
    [[nodiscard]] std::optional<records::AssessmentRow> assessmentOf(const std::string& submission) const;
    [[nodiscard]] AssessmentPage assessments(const AssessmentFilter& filter, std::size_t offset,
                                             std::size_t limit) const;
    // Rounds for this site that have opened by that day and are not closed, the first to end first; one that is past
    // its last day is late, and still taken.
    [[nodiscard]] std::vector<PublishedRound> roundsFor(const std::string& site, const std::string& siteRegion,
                                                        Day day) const;
    [[nodiscard]] std::optional<PublishedRound> round(const std::string& id) const;

    // --- what stands beside a record: of the other kind, at the same site and under the same checklist (any version),
    // what had begun, by the log's order, before that record was submitted; what waits here comes after all that the
    // log has. A self-assessment begins with its first line, an inspection with its submission. `record` "": one that
    // is not signed yet. The console goes by the same rule (record/beside.ts).
    // The one that began last, by the id of its submission.
    [[nodiscard]] std::optional<std::string> assessmentBeside(const std::string& site, const std::string& checklist,
                                                              const std::string& record) const;
    // Newest first; what the server refused is among them.
    [[nodiscard]] std::vector<std::string> inspectionsBeside(const std::string& site, const std::string& checklist,
                                                             const std::string& record, std::size_t limit) const;

    // --- tasks (task_lists.h)
    [[nodiscard]] TaskPage tasks(const TaskFilter& filter, std::size_t offset, std::size_t limit) const;
    [[nodiscard]] std::optional<ListedTask> task(const std::string& id) const;

    // --- threads at items (thread_lists.h)
    // Those that wait for a word of this person; none of a record that was accepted.
    [[nodiscard]] ThreadPage waitingThreads(const TabletStore& store, std::size_t limit) const;

    // --- what was published
    struct Sites {
        std::vector<Site> sites;
        std::size_t total = 0;  // that the words leave
    };
    // In order of name; every word must stand somewhere in what is known of it, or be initials of its name.
    [[nodiscard]] Sites sites(std::string_view query, std::size_t offset, std::size_t limit) const;
    [[nodiscard]] std::optional<Site> site(const std::string& id) const;
    // Newest publication first, each document once; `here` is asked of the vault now.
    [[nodiscard]] std::vector<PublishedChecklist> checklists(const FileVault& vault) const;
    struct Counts {
        std::size_t sites = 0, checklists = 0, inspections = 0;
    };
    [[nodiscard]] Counts counts() const;

    // Bytes of memory that the tables take.
    [[nodiscard]] std::size_t size() const;

  private:
    DerivedTables(std::unique_ptr<Database> tables, TabletStore::Position position);

    // Guards everything below.
    mutable std::mutex m_mutex;
    std::unique_ptr<Database> m_tables;
    TabletStore::Position m_position;
    std::size_t m_sinceImage = 0;  // lines folded
    bool m_complete = false;
};

}  // namespace plumb::store
