// The two lines of a draw: draw.committed, which freezes the pool by its hash and says how much is drawn, and
// draw.revealed, which names the checkpoint that decides it and states what came of it (RECORDS.md); and a draw as
// both give it. Pure; any thread.
#pragma once

#include "shared/base/civil_date.h"
#include "shared/records/believed.h"
#include "shared/records/planning/draw.h"

namespace plumb::records {

inline constexpr std::string_view kDrawCommitted = "draw.committed", kDrawRevealed = "draw.revealed";
inline constexpr std::string_view kPoolRole = "pool";  // of the pool's text among the files of draw.committed

struct DrawStratum {
    std::string name;
    std::int64_t of = 0;  // sites in the pool
    int permille = 0;     // that are drawn

    friend bool operator==(const DrawStratum&, const DrawStratum&) = default;
};

// The batch of a published plan that a draw is of (plan.h).
struct DrawPlan {
    std::string of, batch;  // the plan's id, and the batch's name

    friend bool operator==(const DrawPlan&, const DrawPlan&) = default;
};

// Who of the pool is passed over, and why.
struct Excluded {
    std::string id, reason;         // a site or a person
    std::optional<Day> arose = {};  // of one that is excluded by the reveal: when the reason arose

    friend bool operator==(const Excluded&, const Excluded&) = default;
};

struct DrawCommitted {
    std::string title;
    Sha256 pool;
    std::vector<DrawStratum> strata;  // ascending by name
    std::int64_t inspectors = 0;      // in the pool
    int teamSize = 2;
    std::optional<DrawPlan> plan;  // none: outside any plan
    // Bound before anybody knows the seed. None: the line is of before this was asked, and its reveal says all of it.
    std::optional<std::vector<Excluded>> excluded = {};

    [[nodiscard]] DrawRatios ratios() const;

    friend bool operator==(const DrawCommitted&, const DrawCommitted&) = default;
};
// bad_payload with the member's path.
Result<DrawCommitted> readDrawCommitted(const json::object& body);
json::object toBody(const DrawCommitted& committed);

struct DrawRevealed {
    std::string of;
    DrawCheckpoint checkpoint;
    std::vector<Excluded> excluded;  // beside those of the commitment: for reasons that arose after it
    DrawResult result;

    friend bool operator==(const DrawRevealed&, const DrawRevealed&) = default;
};
Result<DrawRevealed> readDrawRevealed(const json::object& body);
json::object toBody(const DrawRevealed& revealed);

// Whether the pool is the one that was committed: its hash, its strata and how many are in each. Refused
// "pool_differs"; bad_pool.
Result<DrawPool> committedPool(const DrawCommitted& committed, std::string_view text);
// Whether it can be drawn at all with those that it excludes, whatever the seed. As draw().
Result<void> checkDrawable(const DrawCommitted& committed, const DrawPool& pool);
// What the reveal has to state. `late`: those that it excludes beside the commitment's. As draw().
Result<DrawResult> drawAgain(const DrawCommitted& committed, const DrawPool& pool, const DrawCheckpoint& checkpoint,
                             const std::vector<Excluded>& late);
// Whether it states that. Refused "draw_differs"; as drawAgain().
Result<void> checkDraw(const DrawCommitted& committed, const DrawPool& pool, const DrawRevealed& revealed);

struct DrawRow {
    std::string id, region, kid;
    Instant at;
    DrawCommitted says;
    domain::LogPlace place;
    std::string reveal;  // record id; "" before it
    std::optional<DrawRevealed> revealed;

    friend bool operator==(const DrawRow&, const DrawRow&) = default;
};

// The draw that a line is about: the id of its commitment; "": none.
std::string drawOf(const record::Payload& payload);
// Whether a reveal may follow, as far as the two lines tell. Refused draw_unknown, draw_revealed, checkpoint_old (the
// checkpoint stood when the pool was committed), exclusion_late (where the commitment says who is excluded, a further
// one says when its reason arose, on the day of the commitment or later and not after the reveal's own, stands once,
// and is none of the commitment's).
Result<void> mayReveal(const std::optional<DrawRow>& row, const record::Payload& payload);
// The first reveal counts. True: the row is another now.
bool foldDraw(std::optional<DrawRow>& row, const BelievedLine& line);

}  // namespace plumb::records
