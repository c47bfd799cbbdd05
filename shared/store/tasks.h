// Tasks on this device: assigning, answering and cancelling them, and beginning the check for one. What may happen is
// asked of records::mayChangeTask, of the task as the lines here give it. Lists read the derived tables
// (derived/task_lists.h). The store's thread.
#pragma once

#include <optional>
#include <string>

#include "shared/records/planning/task.h"
#include "shared/store/inspection_draft.h"
#include "shared/store/tablet_store.h"

namespace plumb::store {

// A line that counts for a task: of the task family, or an inspection or its second signature that names one. In the
// order in which lines are folded; `visits`: the latter two, as far as the caller knows them.
std::optional<records::TaskRow> foldTaskLines(const TabletStore& store, const std::string& task,
                                              const std::vector<Sha256>& visits);
// As all lines on this device give it; none where no such task counts here.
std::optional<records::TaskRow> taskAt(const TabletStore& store, const std::string& task);

// Signs task.assigned for the site; `task.of` with `task.previous`: anew. `files` go along as instructions, with the
// role kInstructionRole. notFound "no_site", "no_checklist"; refused as records::mayChangeTask; what the rights and the
// book of trust say.
inline constexpr const char* kInstructionRole = "instruction";
Result<record::Line> assignTask(TabletStore& store, const std::string& site, const records::Task& task,
                                const std::vector<record::FileRef>& files = {});
// The newest version here, by the person of this device. notFound "task_unknown"; as records::mayChangeTask.
Result<record::Line> answerTask(TabletStore& store, const std::string& task, bool accepted,
                                const std::string& reason = "");
Result<record::Line> cancelTask(TabletStore& store, const std::string& task, const std::string& reason);
// The draft of a check for the task: the open one, or a new one on the newest version of its checklist, or of
// `checklist` where the task names only a programme. Its record will name the task. notFound "task_unknown"; refused
// "task_over", "task_not_yours"; as beginInspection.
Result<DraftRow> beginForTask(TabletStore& store, const std::string& task, const std::string& checklist = "");

// Whether the check of this draft would end the task that it names, as far as this device knows; none where it names
// none. It is signed either way.
Result<std::optional<records::VisitFault>> visitFaultOf(const TabletStore& store, const InspectionDraft& draft,
                                                        int signers);
// The same of a record that was signed, as the lines here give it: `waits` before the second signature.
struct TaskWord {
    std::string task;
    records::VisitFault fault = records::VisitFault::none;
    bool byOther = false;  // another check had ended it before
};
std::optional<TaskWord> taskWordOf(const TabletStore& store, const record::Payload& submitted);

}  // namespace plumb::store
