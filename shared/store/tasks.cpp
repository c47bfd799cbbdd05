#include "shared/store/tasks.h"

#include <algorithm>

#include "shared/store/checks.h"
#include "shared/store/folded_rows.h"
#include "shared/store/reference.h"

namespace plumb::store {
namespace {

tl::unexpected<Error> unknownTask(const std::string& task) {
    return fail(ErrorKind::notFound, "task_unknown", "no task " + task + " is on this device; sync first");
}

// Whether the check that a task is for lets it be assigned: as of the task's own line, or now where it is not here yet.
Result<void> mayUseCheck(const TabletStore& store, const record::Payload& payload, const Sha256* line) {
    const auto check = records::checkOf(payload);
    if (check.empty()) return {};
    return records::mayChangeCheck(checkAt(store, check, line), payload);
}

// The next line about a task that stands here.
Result<record::Line> sayAbout(TabletStore& store, const records::TaskRow& row, std::string_view type,
                              json::object body) {
    NewRecord record;
    record.type = type;
    record.site = row.site;
    record.region = row.region;
    record.body = std::move(body);
    record.judge = [&](const records::BelievedLine& line) {
        return records::mayChangeTask(taskAt(store, row.id), line.payload);
    };
    return store.append(record);
}

}  // namespace

std::optional<records::TaskRow> foldTaskLines(const TabletStore& store, const std::string& task,
                                              const std::vector<Sha256>& visits) {
    std::vector<ReadLine> lines;
    for (const auto& line : store.linesOf(task)) {
        if (!counts(line.row)) continue;
        if (auto payload = store.payload(line)) lines.push_back({line.row, std::move(*payload)});
    }
    for (const auto& hash : visits) {
        const auto row = store.recordByHash(hash);
        if (!row || !counts(*row)) continue;
        if (auto payload = store.payload(hash)) lines.push_back({*row, std::move(*payload)});
    }
    std::sort(lines.begin(), lines.end(), [](const ReadLine& a, const ReadLine& b) { return isBefore(a.row, b.row); });
    std::optional<records::TaskRow> out;
    for (const auto& [row, payload] : lines) {
        if (records::taskOf(payload) != task || !mayUseCheck(store, payload, &row.hash)) continue;
        (void)records::foldTask(out, {payload, row.hash, row.kid, row.logIndex});
    }
    return out;
}

std::optional<records::TaskRow> taskAt(const TabletStore& store, const std::string& task) {
    const auto first = store.recordById(task);
    if (!first || first->type != records::kTaskAssigned) return std::nullopt;
    std::vector<Sha256> visits;
    for (const char* type : {"inspection.submitted", "inspection.cosigned"}) {
        for (const auto& line : store.linesOfType(type, first->site)) {
            const auto payload = store.payload(line);
            if (payload && records::taskOf(*payload) == task) visits.push_back(line.row.hash);
        }
    }
    return foldTaskLines(store, task, visits);
}

Result<record::Line> assignTask(TabletStore& store, const std::string& site, const records::Task& task,
                                const std::vector<record::FileRef>& files) {
    const auto where = siteById(store, site);
    if (!where) return fail(where.error());
    if (!task.checklist.empty()) {
        const std::string kind(records::taskKindName(task.kind));
        if (const auto known = standingChecklist(store, task.checklist, {where->programme, where->sector, kind});
            !known)
            return fail(known.error());
    }
    NewRecord record;
    record.type = records::kTaskAssigned;
    record.site = where->id;
    record.region = where->region;
    record.files = files;
    record.body = records::toBody(task);
    record.judge = [&](const records::BelievedLine& line) {
        auto may = records::mayChangeTask(taskAt(store, records::taskOf(line.payload)), line.payload);
        return may ? mayUseCheck(store, line.payload, nullptr) : may;
    };
    return store.append(record);
}

Result<record::Line> answerTask(TabletStore& store, const std::string& task, bool accepted, const std::string& reason) {
    const auto row = taskAt(store, task);
    if (!row) return unknownTask(task);
    const auto who = store.profile();
    if (!who) return fail(who.error());
    const records::TaskAnswer answer{task, row->hash, who->personId, accepted, accepted ? std::string() : reason};
    return sayAbout(store, *row, records::kTaskAnswered, records::toBody(answer));
}

Result<record::Line> cancelTask(TabletStore& store, const std::string& task, const std::string& reason) {
    const auto row = taskAt(store, task);
    if (!row) return unknownTask(task);
    return sayAbout(store, *row, records::kTaskCancelled, records::toBody(records::TaskCancelled{task, reason}));
}

Result<DraftRow> beginForTask(TabletStore& store, const std::string& task, const std::string& checklist) {
    for (const auto& open : store.drafts()) {
        const auto draft = loadDraft(store, open.id);
        if (draft && draft->task == task) return open;
    }
    const auto row = taskAt(store, task);
    if (!row) return unknownTask(task);
    if (!records::isOpen(records::stateOf(*row)))
        return fail(ErrorKind::refused, "task_over", "task " + task + " was done or cancelled already");
    const auto who = store.profile();
    if (!who) return fail(who.error());
    if (!row->says.isFor(who->personId))
        return fail(ErrorKind::refused, "task_not_yours", "task " + task + " is not assigned to this person");
    const auto& by = row->says.checklist.empty() ? checklist : row->says.checklist;
    auto draft = beginInspection(store, row->site, by, {{}, std::string(records::taskKindName(row->says.kind))});
    if (!draft) return draft;
    if (auto done = store.putEntries(draft->id, {{"place", "task", task}}); !done) return fail(done.error());
    return draft;
}

Result<std::optional<records::VisitFault>> visitFaultOf(const TabletStore& store, const InspectionDraft& draft,
                                                        int signers) {
    std::optional<records::VisitFault> out;
    if (draft.task.empty() || !draft.row.amends.empty()) return out;
    const auto who = store.profile();
    if (!who) return fail(who.error());
    record::Payload visit;
    visit.type = "inspection.submitted";
    visit.site = draft.row.site;
    visit.body = {{"task", draft.task}, {"person", who->personId}, {"signers", signers}};
    out = records::visitFault(taskAt(store, draft.task), visit);
    return out;
}

std::optional<TaskWord> taskWordOf(const TabletStore& store, const record::Payload& submitted) {
    TaskWord out;
    out.task = textOr(submitted.body, "task");
    if (out.task.empty()) return std::nullopt;
    const auto row = taskAt(store, out.task);
    if (row && row->inspection == submitted.id) return out;
    out.byOther = row && !row->inspection.empty();
    const auto* visit = row ? row->visitOf(submitted.id) : nullptr;
    out.fault = visit ? visit->fault : records::visitFault(row, submitted);
    return out;
}

}  // namespace plumb::store
