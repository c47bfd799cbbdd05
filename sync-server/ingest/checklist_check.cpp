#include "sync-server/ingest/checklist_check.h"

#include <algorithm>

#include "shared/records/inspection/body.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/plan.h"
#include "shared/records/planning/task.h"
#include "shared/records/reference/checklist_fit.h"
#include "shared/records/reference/round.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/plans/plan_rows.h"
#include "sync-server/projections/publications/publications.h"
#include "sync-server/projections/rounds/round_rows.h"
#include "sync-server/projections/sites/site_line.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {
namespace {

// By its id, for a check that is to count. What this log does not publish is judged where it is used.
Result<void> mayGoById(const std::string& checklist, const records::CheckAsked& asked, StoreReader& reader) {
    const auto row = checklist.empty() ? std::nullopt : ChecklistRows(reader).newest(checklist);
    return row ? records::mayGoBy(row->says, asked) : Result<void>();
}

records::CheckAsked at(const std::string& site, records::TaskKind kind, StoreReader& reader) {
    const auto known = publishedSite(reader, site).value_or(records::Site{});
    return {known.programme, known.sector, std::string(records::taskKindName(kind))};
}

// Whether any publication of this version that its author may have had was for it.
bool wasFor(const ChecklistRow& row, const records::CheckAsked& asked, std::uint64_t seen, StoreReader& reader) {
    bool fits = false;
    for (const auto& entry : Publications(reader).of("checklist.published", row.id)) {
        const auto said = records::readChecklistPublication(payloadAt(entry.index, reader).body);
        if (!said || said->version != row.version || !said->withdrawn.empty()) continue;
        const bool good = records::mayGoBy(*said, asked).has_value();
        // Of those that she had seen the newest alone.
        fits = entry.index < seen ? good : fits || good;
    }
    return fits;
}

Result<void> checkMade(const LoggedLine& line, StoreReader& reader) {
    const auto& says = *line.reading.summary;
    // What was filled under an earlier version, and is put right or looked at again, goes by it whatever it is for.
    if (says.isRecheck()) return {};
    const auto row = ChecklistRows(reader).find(says.checklist.id, says.checklist.version);
    if (!row) return {};
    records::CheckAsked asked{{}, {}, says.isAssessment() ? std::string(records::kSelfKind) : "", says.test};
    if (const auto task = TaskRows(reader).find(textOr(line.payload.body, "task")))
        asked.kind = records::taskKindName(task->row.says.kind);
    auto published = row->says;
    published.withdrawn.clear();
    const auto may = records::mayGoBy(published, asked);
    if (may) return {};
    const auto seen = line.payload.seen ? line.payload.seen->size : 0;
    return wasFor(*row, asked, seen, reader) ? Result<void>() : may;
}

// Of the version that a correction puts right, and repeats where it leaves them as they were.
std::vector<records::PlanBatch> batchesBefore(const records::AnnualPlan& plan, StoreReader& reader) {
    const auto found = plan.before ? PlanRows(reader).find(plan.before->of) : std::nullopt;
    if (!found) return {};
    for (const auto& version : found->row.versions) {
        if (version.hash == plan.before->version) return version.says.batches;
    }
    return {};
}

Result<void> checkPlan(const record::Payload& payload, StoreReader& reader) {
    const auto plan = records::readPlan(payload.body);
    if (!plan) return fail(plan.error());
    const auto before = batchesBefore(*plan, reader);
    for (const auto& batch : plan->batches) {
        if (std::find(before.begin(), before.end(), batch) != before.end()) continue;
        const records::CheckAsked asked{{}, {}, std::string(records::taskKindName(batch.kind))};
        if (auto may = mayGoById(batch.checklist, asked, reader); !may) return may;
    }
    return {};
}

// A round that is closed takes nothing more, by whatever it went.
Result<void> checkRound(const record::Payload& payload, StoreReader& reader) {
    const auto round = records::readRound(payload.body);
    if (!round) return fail(round.error());
    const auto row = ChecklistRows(reader).find(round->checklist.id, round->checklist.version);
    if (round->closed || !row) return {};
    // One that is open and gets another last day, or other sites, goes on with what it asked.
    const auto open = RoundRows(reader).find(round->id);
    if (open && !open->round.closed && open->round.checklist.id == round->checklist.id &&
        open->round.checklist.version == round->checklist.version)
        return {};
    return records::mayGoBy(row->says, {{}, {}, std::string(records::kSelfKind)});
}

}  // namespace

Result<void> checkChecklist(const LoggedLine& line, StoreReader& reader) {
    const auto& payload = line.payload;
    if (records::isSubmission(payload.type) && line.reading.summary) return checkMade(line, reader);
    if (payload.type == records::kTaskAssigned) {
        const auto task = records::readTask(payload.body);
        if (!task) return fail(task.error());
        return mayGoById(task->checklist, at(payload.site, task->kind, reader), reader);
    }
    if (payload.type == records::kCheckProposed) {
        const auto check = records::readCheck(payload.body);
        if (!check) return fail(check.error());
        // Made already: its inspection was judged when it came.
        if (check->urgent && !check->urgent->inspection.empty()) return {};
        return mayGoById(check->checklist, at(payload.site, check->kind, reader), reader);
    }
    if (payload.type == records::kPlanProposed) return checkPlan(payload, reader);
    return payload.type == "round.published" ? checkRound(payload, reader) : Result<void>();
}

}  // namespace plumb::server
