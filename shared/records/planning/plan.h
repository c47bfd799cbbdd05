// The annual plan of inspections (年度行政检查计划): proposed with its batches (plan.proposed), approved or refused by
// somebody who did not propose it (plan.approved, plan.refused), and published (plan.published); RECORDS.md. A plan is
// corrected by a whole new version that names the one before it, goes the same way, and leaves all versions to be read:
// until the new one is published, the old one is in force. A draw that names a batch takes its strata
// (draw_lines.h). What is asked: 国办发〔2024〕54号 (plans and yearly caps are published) and the Ministry of Justice's
// answers on kinds of inspection. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/civil_date.h"
#include "shared/records/believed.h"
#include "shared/records/decision.h"
#include "shared/records/planning/draw_lines.h"
#include "shared/records/planning/task.h"
#include "shared/records/planning/visits.h"

namespace plumb::records {

inline constexpr std::string_view kPlanProposed = "plan.proposed", kPlanApproved = "plan.approved",
                                  kPlanRefused = "plan.refused", kPlanPublished = "plan.published";

// How many of the checks are planned for each month, January first; empty: that is not said. As many as the quota.
using MonthQuotas = std::vector<std::int64_t>;

struct PlanStratum {
    std::string name;  // a risk class, as the pool of the draw names it
    int permille = 0;  // that are drawn
    MonthQuotas months = {};

    friend bool operator==(const PlanStratum&, const PlanStratum&) = default;
};

// One line of the plan: checks of a kind, by a checklist or programme, within some days.
struct PlanBatch {
    std::string name;  // of this plan only once
    TaskKind kind = TaskKind::routine;
    std::string checklist, programme;  // ids; one at least
    Day from{}, until{};               // first and last day, within the plan's year
    std::int64_t quota = 0;            // checks to be made
    int teamSize = 2;
    std::vector<PlanStratum> strata;  // ascending by name; none: nothing is drawn
    MonthQuotas months = {};          // of a batch whose strata say none

    friend bool operator==(const PlanBatch&, const PlanBatch&) = default;
};

// The version that a version takes the place of.
struct PlanBefore {
    std::string of;  // id of the plan: of the line that proposed it first
    Sha256 version;  // line hash of its newest version
    std::string why;

    friend bool operator==(const PlanBefore&, const PlanBefore&) = default;
};

// Another plan of the same region and year, whose place this one takes when it is published.
struct PlanSuperseded {
    std::string of;  // its id
    std::string why;

    friend bool operator==(const PlanSuperseded&, const PlanSuperseded&) = default;
};

struct AnnualPlan {
    std::string title, basis;
    std::int64_t year = 0;
    std::string person;                // who proposes: the author herself (persons.h)
    std::optional<std::int64_t> most;  // visits of one site in the year; none: no cap is planned
    std::vector<PlanBatch> batches;
    std::optional<PlanBefore> before;
    VisitRule visits = {};  // what counts towards `most`
    std::optional<PlanSuperseded> supersedes = {};

    [[nodiscard]] const PlanBatch* batch(std::string_view name) const;

    friend bool operator==(const AnnualPlan&, const AnnualPlan&) = default;
};
// bad_payload with the member's path.
Result<AnnualPlan> readPlan(const json::object& body);
json::object toBody(const AnnualPlan& plan);

using PlanDecision = Decision;
// The type of the line says which of the two it is.
Result<PlanDecision> readPlanApproval(const json::object& body);
Result<PlanDecision> readPlanRefusal(const json::object& body);

struct PlanPublished {
    std::string of;
    Sha256 version;
    std::string where;  // where the public finds it, in words

    friend bool operator==(const PlanPublished&, const PlanPublished&) = default;
};
Result<PlanPublished> readPlanPublished(const json::object& body);
json::object toBody(const PlanPublished& published);

enum class PlanState { proposed, approved, refused, published };
std::string_view planStateName(PlanState state);
std::optional<PlanState> planStateNamed(std::string_view name);

struct PlanDecided {
    std::string id, kid;
    PlanDecision says;
    Instant at;
    domain::LogPlace place = {};

    friend bool operator==(const PlanDecided&, const PlanDecided&) = default;
};
struct PlanShown {
    std::string id, kid;
    PlanPublished says;
    Instant at;
    domain::LogPlace place = {};

    friend bool operator==(const PlanShown&, const PlanShown&) = default;
};

struct PlanVersion {
    std::string id;  // of its line
    AnnualPlan says;
    Sha256 hash;
    std::string kid;
    Instant at;
    std::optional<PlanDecided> decided;
    std::optional<PlanShown> published;

    friend bool operator==(const PlanVersion&, const PlanVersion&) = default;
};
PlanState stateOf(const PlanVersion& version);

struct PlanRow {
    std::string id, region;
    std::vector<PlanVersion> versions;  // the oldest first; one at least

    friend bool operator==(const PlanRow&, const PlanRow&) = default;
};
// Of the newest version.
PlanState stateOf(const PlanRow& row);
// The newest version that was published; null: none was.
const PlanVersion* inForce(const PlanRow& row);

// The plan that a line is about; "": none. A draw that names a batch is not about the plan.
std::string planOf(const record::Payload& payload);
// Whether the line may follow. No row: no such plan is known. Refused: plan_unknown (no such plan, region or version),
// plan_waits (the version before is not decided yet), plan_decided, plan_unapproved, plan_published; forbidden:
// plan_own (who proposed the version decides).
Result<void> mayChangePlan(const std::optional<PlanRow>& row, const record::Payload& payload);
// Takes the line in, where it may. True: the row is another now.
bool foldPlan(std::optional<PlanRow>& row, const BelievedLine& line);

// Whether a draw is of the batch that it names: one that is published, of its region, with the same strata and team.
// Refused: plan_unknown, plan_unapproved (none is published), plan_differs.
Result<void> mayDrawFor(const std::optional<PlanRow>& row, const DrawCommitted& draw, std::string_view region);

}  // namespace plumb::records
