// A projection: tables that are made from the lines of the log, one after the other in the log's order, and can be made
// again alone. Each is a folder of its own: the Projection, which the one writer applies lines to, and a reader class
// with its queries, which needs a StoreReader and nothing else. Projections know of each other nothing.
//
// How far each has come stands in the database and is committed with its rows (projection_states.h): none is ever short
// without saying so.
#pragma once

#include <optional>
#include <span>

#include "shared/checklist/model/scoring_model.h"
#include "shared/records/assessment/assessment.h"
#include "shared/records/believed.h"
#include "shared/records/rectification/case.h"
#include "sync-server/store/store.h"
#include "sync-server/store/table.h"

namespace plumb::server {

// How an item came out, as the record states it.
struct ItemOutcome {
    std::string id;
    checklist::Verdict verdict = checklist::Verdict::unanswered;
};

// What projections take from a line's body, read once: by the verify pool when the line comes, by a rebuild from the
// stored line. Whoever carries it does not look into it.
struct Reading {
    std::optional<records::InspectionSummary> summary;  // of a version of an inspection or assessment that can be read
    std::vector<records::FoundFinding> findings;        // of the same
    std::vector<ItemOutcome> items;                     // of the same, as its score states them; none in old records
    std::optional<records::Act> act;                    // of a rectification.* line
    std::optional<records::Contribution> contribution;  // of assessment.contributed
    std::optional<records::Assignment> assignment;      // of assessment.assigned

    [[nodiscard]] records::CaseReading forCase() const { return {summary, findings, act}; }
    [[nodiscard]] records::AssessmentReading forAssessment() const { return {contribution, assignment, summary}; }
};
// Of a line; cuts the body of a version as dropAnswers() does.
Reading takeReading(record::Payload& payload);
// Cuts an inspection's body down to what names other lines and what its history is judged by: it is large, and nobody
// needs it twice.
void dropAnswers(json::object& body);

// A line that stands in the log at `index`.
struct LoggedLine {
    std::uint64_t index = 0;
    Sha256 hash;
    std::string_view kid;            // its author
    const record::Payload& payload;  // an inspection's body without its answers
    const Reading& reading;

    [[nodiscard]] records::BelievedLine believed() const { return {payload, hash, kid, index}; }
};

// Used by the thread of the writer that it was made for. Between two transactions it keeps nothing of the rows in
// memory; after one that failed it is thrown away and made anew.
class Projection {
  public:
    virtual ~Projection() = default;

    // As the database and the command line call it.
    [[nodiscard]] virtual const char* name() const = 0;
    // Another one where the tables change, or what lines make of them: what another version made is made again.
    [[nodiscard]] virtual int version() const = 0;
    [[nodiscard]] virtual std::span<const Table> tables() const = 0;

    // REQUIRES: a transaction is open, and the index of the log holds the line.
    virtual void apply(const LoggedLine& line) = 0;
    // Writes what it has only gathered so far: counters that many lines of a group change are written once. Before each
    // commit; no other projection and no check of a line reads such rows in the meantime.
    virtual void settle() {}
};

// Drops the tables, whatever shape they have, and defines them anew. REQUIRES: a transaction is open; finish() follows
// when the rows hold what the log holds.
void clear(const Projection& projection, sql::Connection& connection);
// What queries need beside the rows, where it is not there yet. REQUIRES: a transaction is open.
void finish(const Projection& projection, sql::Connection& connection);

}  // namespace plumb::server
