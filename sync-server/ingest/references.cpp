#include "sync-server/ingest/references.h"

#include <algorithm>
#include <stdexcept>

#include "shared/record/line.h"
#include "shared/records/disposal/disposal.h"
#include "shared/records/document/issued.h"
#include "shared/records/inspection/cosignature.h"
#include "shared/records/inspection/result_delivery.h"
#include "shared/records/inspection/summary.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/records/panel/panel.h"
#include "shared/records/planning/check.h"
#include "shared/records/planning/draw_lines.h"
#include "shared/records/planning/plan.h"
#include "shared/records/planning/task.h"
#include "shared/records/publication/published.h"
#include "shared/records/rectification/referral.h"
#include "shared/records/reference/checklist_publication.h"
#include "shared/records/review/assignment.h"
#include "shared/records/review/remark.h"
#include "shared/records/review/second.h"
#include "shared/records/review/together.h"
#include "shared/records/voice/complaint.h"
#include "shared/records/voice/feedback.h"
#include "sync-server/ingest/burden_check.h"
#include "sync-server/ingest/checklist_check.h"
#include "sync-server/ingest/disposal_check.h"
#include "sync-server/ingest/draw_check.h"
#include "sync-server/ingest/drawn_check.h"
#include "sync-server/ingest/panel_check.h"
#include "sync-server/ingest/published_check.h"
#include "sync-server/ingest/referral_check.h"
#include "sync-server/ingest/register_check.h"
#include "sync-server/ingest/retention_check.h"
#include "sync-server/projections/assessments/assessment_rows.h"
#include "sync-server/projections/cases/case_rows.h"
#include "sync-server/projections/checklists/checklist_rows.h"
#include "sync-server/projections/checks/check_rows.h"
#include "sync-server/projections/complaints/complaint_rows.h"
#include "sync-server/projections/inspections/inspection_rows.h"
#include "sync-server/projections/inspections/thread_rows.h"
#include "sync-server/projections/line_at.h"
#include "sync-server/projections/plans/plan_rows.h"
#include "sync-server/projections/proposals/proposal_rows.h"
#include "sync-server/projections/rounds/round_rows.h"
#include "sync-server/projections/tasks/task_rows.h"

namespace plumb::server {
namespace {

tl::unexpected<Error> badPayload(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}

tl::unexpected<Error> unknownOf(const std::string& of, const char* what) {
    return fail(ErrorKind::notFound, "of_unknown",
                "no submitted " + std::string(what) + " " + of.substr(0, 40) + " is in this log; send it first");
}

// The inspection that an order is about; "" where the log has no such order.
std::string inspectionOfOrder(std::string_view order, StoreReader& reader) {
    const auto first = reader.firstOfRecord(order);
    if (!first || first->type != records::typeOf(records::ActKind::ordered)) return {};
    return textOr(payloadAt(first->index, reader).body, "of");
}

Result<void> checkRecheck(const LoggedLine& line, StoreReader& reader) {
    const auto& order = line.reading.summary->order;
    const auto inspection = inspectionOfOrder(order, reader);
    const auto found = inspection.empty() ? std::nullopt : CaseRows(reader).find(inspection);
    return records::mayRecheck({found ? &found->row : nullptr, order}, line.payload.site, line.reading.findings);
}

// Ids of the persons who made a visit: behind the keys that signed it first and second.
std::vector<std::string> visitorsOf(const records::InspectionRow& row, const ReferenceSources& sources) {
    std::vector<std::string> out{sources.trust.personId(row.kid)};
    const auto second = row.cosigned ? sources.reader.entryByHash(*row.cosigned) : std::nullopt;
    if (second) out.push_back(sources.trust.personId(second->author));
    return out;
}

Result<void> checkReview(const record::Payload& payload, const records::InspectionRow& row,
                         const ReferenceSources& sources) {
    const auto said = records::readReview(payload.body);
    if (!said) return fail(said.error());
    if (auto may = records::mayAcceptTogether(row, payload.type, *said); !may) return may;
    return records::mayAgree(records::standingOf(row), payload.type, *said, visitorsOf(row, sources));
}

Result<void> checkRemark(const record::Payload& payload, const ReferenceSources& sources) {
    const auto said = records::readRemark(payload.body);
    if (!said) return fail(said.error());
    const auto row = InspectionRows(sources.reader).find(said->of);
    if (!row) return unknownOf(said->of, "inspection");
    std::vector<records::Thread> threads;
    for (auto& known : ThreadRows(sources.reader).of(said->of)) threads.push_back(std::move(known.thread));
    const auto newest = payloadAt(*row->newest, sources.reader);
    const auto visitors = visitorsOf(*row, sources);
    const auto standing = records::standingOf(*row);
    return records::mayRemark({standing, newest.body, threads, visitors}, *said);
}

// What an amendment or a review speaks of. That it says so is the body's rule (records/rules.h), asked before.
Result<void> checkInspection(const LoggedLine& line, const ReferenceSources& sources) {
    auto& reader = sources.reader;
    const auto& payload = line.payload;
    const auto of = textOr(payload.body, "of");
    const auto row = InspectionRows(reader).find(of);
    const bool fits =
        row && (records::isReview(payload.type) || records::isAssessment(payload.type) == row->says.isAssessment());
    if (!fits) return unknownOf(of, records::isAssessment(payload.type) ? "self-assessment" : "inspection");
    if (records::isReview(payload.type) && row->status == records::InspectionStatus::incomplete) {
        return fail(ErrorKind::refused, "not_cosigned",
                    "the inspection waits for the second inspector's signature; there is nothing to review yet");
    }
    if (records::isReview(payload.type)) return checkReview(payload, *row, sources);
    if (payload.type != "inspection.amended" || !line.reading.summary) return {};
    // Whether it opened a case was settled when it was submitted.
    if (line.reading.summary->order != row->says.order)
        return fail(ErrorKind::refused, "order_unknown",
                    "an amendment is a re-check for the order for which the inspection was submitted, or for none");
    return row->says.isRecheck() ? checkRecheck(line, reader) : Result<void>();
}

Result<void> checkReviewAssignment(const record::Payload& payload, StoreReader& reader) {
    const auto said = records::readReviewAssignment(payload.body);
    if (!said) return fail(said.error());
    InspectionRows rows(reader);
    const auto row = rows.find(said->of);
    if (!row) return unknownOf(said->of, "inspection");
    return records::mayAssign(row->status, rows.assignee(said->of), *said);
}

// Who signs a check held a certificate on its day, as far as her invitations say. What says no day is older than that.
Result<void> checkCertificate(const LoggedLine& line, const record::Payload& version, const Trust& trust) {
    const auto day = parseDay(textOr(version.body, "day"));
    return day ? trust.checkCertified(std::string(line.kid), *day, line.index) : Result<void>();
}

// A second inspector's signature is the newest version's first, and over the very bytes that stand in this log.
Result<void> checkCosignature(const LoggedLine& line, StoreReader& reader, const Trust& trust) {
    const auto said = records::readCosignature(line.payload.body);
    if (!said) return fail(said.error());
    const auto row = InspectionRows(reader).find(said->of);
    if (!row) return unknownOf(said->of, "inspection");
    if (auto may = records::mayCosign(records::standingOf(*row), *said, line.kid); !may) return may;
    auto text = reader.line(*row->newest);
    const auto signedFirst = text ? record::Line::parse(std::move(*text)) : Result<record::Line>(fail(Error{}));
    if (!signedFirst) throw std::runtime_error("line " + std::to_string(*row->newest) + " is indexed but missing");
    if (auto good = records::checkContent(*said, signedFirst->payload()); !good) return good;
    const auto version = record::parsePayload(signedFirst->payload());
    if (!version) return fail(version.error());
    if (!said->task.empty() && said->task != textOr(version->body, "task"))
        return badPayload("\"body.task\" is not the task that the signed version names");
    return checkCertificate(line, *version, trust);
}

// The result of the newest version, which counts.
Result<void> checkDelivery(const LoggedLine& line, StoreReader& reader) {
    const auto said = records::readResultDelivery(line.payload.body);
    if (!said) return fail(said.error());
    const auto row = InspectionRows(reader).find(said->of);
    if (!row) return unknownOf(said->of, "inspection");
    return records::mayDeliverResult(records::standingOf(*row), *said);
}

// The act is the case's next, and by somebody who may judge.
Result<void> checkAct(const LoggedLine& line, const ReferenceSources& sources) {
    const auto& act = *line.reading.act;
    const auto found = CaseRows(sources.reader).find(act.of);
    if (!found && InspectionRows(sources.reader).find(act.of)) {
        return fail(ErrorKind::notFound, "of_unknown",
                    "inspection " + act.of.substr(0, 40) +
                        " opened no case: what a re-check found is said about the inspection whose order it looked at");
    }
    if (!found) return unknownOf(act.of, "inspection");
    if (auto good = records::mayHappen(found->row, act, line.believed()); !good) return good;
    if (auto good = checkKept(found->row, act, line.payload, sources.reader); !good) return good;
    return records::mayJudge(found->row, act, line.kid,
                             [&](std::string_view kid) { return sources.trust.personId(std::string(kid)); });
}

Result<void> checkRound(const std::string& id, const records::ChecklistRef& used, const LoggedLine& line,
                        StoreReader& reader) {
    const auto published = RoundRows(reader).find(id);
    if (!published || published->round.checklist.id != used.id ||
        !published->round.isFor(line.payload.site, line.payload.region, published->region)) {
        return fail(ErrorKind::refused, "round_unknown",
                    "no round " + id.substr(0, 80) + " of checklist " + used.id.substr(0, 80) +
                        " is open for this site; an administrator has to publish it first");
    }
    if (published->round.closed)
        return fail(ErrorKind::refused, "round_closed", "round " + id.substr(0, 80) + " was closed for all sites");
    return {};
}

// Somebody who can fill it: a person of the site's enterprise. "": nobody.
Result<void> checkPerson(const std::string& person, const LoggedLine& line, const Trust& trust) {
    const auto& payload = line.payload;
    if (person.empty() || trust.isOfSite(person, payload.site, payload.region, line.index)) return {};
    return fail(ErrorKind::refused, "person_unknown",
                "no person " + person.substr(0, 80) + " of this site's enterprise is enrolled in this log");
}

std::optional<records::AssessmentRow> rowAt(const records::AssessmentKey& key, StoreReader& reader) {
    auto found = AssessmentRows(reader).find(key);
    return found ? std::optional(std::move(found->row)) : std::nullopt;
}

Result<void> checkAssessment(const LoggedLine& line, const ReferenceSources& sources) {
    const auto reading = line.reading.forAssessment();
    if (reading.summary && reading.summary->test)
        return checkRound(reading.summary->round, reading.summary->checklist, line, sources.reader);
    const auto key = records::assessmentOf(line.payload, reading);
    if (!key) return badPayload("the self-assessment can not be read");
    const auto& used = reading.contribution ? reading.contribution->checklist
                       : reading.assignment ? reading.assignment->checklist
                                            : reading.summary->checklist;
    if (auto good = checkRound(key->round, used, line, sources.reader); !good) return good;
    if (reading.assignment) {
        if (auto good = checkPerson(reading.assignment->person, line, sources.trust); !good) return good;
    }
    const auto row = rowAt(*key, sources.reader);
    return line.payload.type == "assessment.submitted" ? records::maySubmit(row) : records::mayContribute(row);
}

// Of a self-assessment that is not accepted, in a round that still takes something.
Result<void> checkAmendedAssessment(const LoggedLine& line, StoreReader& reader) {
    const auto reading = line.reading.forAssessment();
    const auto key = records::assessmentOf(line.payload, reading);
    if (!key || !reading.summary) return badPayload("the self-assessment can not be read");
    const auto row = rowAt(*key, reader);
    if (!row) return unknownOf(key->submission, "self-assessment");
    if (auto may = records::mayAmend(row); !may) return may;
    return checkRound(row->round, reading.summary->checklist, line, reader);
}

// Its document is here, and is not brought again.
Result<void> checkWithdrawnChecklist(const records::ChecklistPublication& said, const ReferenceSources& sources) {
    const auto stands = ChecklistRows(sources.reader).find(said.id, said.version);
    if (stands && stands->sha256 == said.sha256) return {};
    return fail(ErrorKind::notFound, "checklist_unknown",
                "checklist " + said.id + " version " + said.version +
                    " with this document is not published here, and cannot be withdrawn");
}

Result<void> checkPublishedChecklist(const record::Payload& payload, const ReferenceSources& sources) {
    const auto said = records::readChecklistPublication(payload.body);
    if (!said) return fail(said.error());
    if (!said->withdrawn.empty()) return checkWithdrawnChecklist(*said, sources);
    const bool named = std::any_of(payload.files.begin(), payload.files.end(), [&](const auto& file) {
        return file.sha256 == said->sha256 && file.role == "checklist";
    });
    if (!named) return badPayload("\"files\" must name the checklist's document with role \"checklist\"");
    const auto document = sources.checklists.read(said->sha256);
    if (!document) return fail(document.error());
    if ((*document)->id != said->id || (*document)->version != said->version) {
        return fail(ErrorKind::malformed, "bad_checklist",
                    "the document calls itself " + (*document)->id + " version " + (*document)->version +
                        ", the line says " + said->id + " version " + said->version);
    }
    // Tablets fetch what the record names: a file that only the document names would never reach them.
    for (const auto& [name, hash] : (*document)->attachments) {
        const bool carried = std::any_of(payload.files.begin(), payload.files.end(), [&](const auto& file) {
            return file.sha256 == hash && file.role == "attachment";
        });
        if (!carried)
            return badPayload("\"files\" must name " + name + ", which the document needs, with role \"attachment\"");
    }
    const auto stands = ChecklistRows(sources.reader).find(said->id, said->version);
    if (stands && stands->sha256 != said->sha256) {
        return fail(ErrorKind::conflict, "bad_checklist",
                    "checklist " + said->id + " version " + said->version +
                        " is published with other contents; give the new one a new version");
    }
    if (stands && !stands->says.test && said->test) {
        return fail(ErrorKind::conflict, "checklist_counts",
                    "checklist " + said->id + " version " + said->version +
                        " is published for checks that count; what is to be tried gets a version of its own");
    }
    return {};
}

Result<void> checkIssued(const record::Payload& payload, StoreReader& reader) {
    const auto said = records::readIssued(payload.body);
    if (!said) return fail(said.error());
    if (auto good = records::checkIssuedFile(*said, payload.files); !good) return good;
    const auto first = reader.firstOfRecord(said->of);
    const auto version = reader.entryByHash(said->hash);
    if (!first) return unknownOf(said->of, "record");
    if (auto good = records::checkIssuedAs(payload.type, first->type); !good) return good;
    const auto row = InspectionRows(reader).find(said->of);
    if (row && row->status == records::InspectionStatus::incomplete) {
        return fail(ErrorKind::refused, "not_cosigned",
                    "the inspection waits for the second inspector's signature; no paper of it is issued before");
    }
    // Of an inspection its newest version; an act has one line.
    if (version && version->hash == (row ? row->hash : first->hash)) return {};
    return fail(ErrorKind::notFound, "version_unknown",
                "the paper says line " + said->hash.hex().substr(0, 16) +
                    "…, which is not the newest version of record " + said->of.substr(0, 40));
}

// A task that is assigned, answered or cancelled, or for which an inspection was made.
Result<void> checkTask(const record::Payload& payload, StoreReader& reader) {
    const auto found = TaskRows(reader).find(records::taskOf(payload));
    return records::mayChangeTask(found ? std::optional(found->row) : std::nullopt, payload);
}

// A check that is proposed or decided about, or that a task is for.
Result<void> checkPlanned(const record::Payload& payload, StoreReader& reader) {
    const auto found = CheckRows(reader).find(records::checkOf(payload));
    const auto may = records::mayChangeCheck(found ? std::optional(found->row) : std::nullopt, payload);
    if (may && payload.type == records::kCheckApproved) return checkItemsLeft(found->row, reader);
    if (!may || payload.type != records::kCheckProposed) return may;
    const auto said = records::readCheck(payload.body);
    if (!said) return fail(said.error());
    if (auto good = checkItemsRegistered(*said, payload.site, payload.region, reader); !good) return good;
    if (!said->urgent || said->urgent->inspection.empty()) return {};
    const auto made = InspectionRows(reader).find(said->urgent->inspection);
    if (made && !made->says.isAssessment() && made->site == payload.site) return {};
    return unknownOf(said->urgent->inspection, "inspection");
}

Result<void> checkFeedbackAnswered(const record::Payload& payload, StoreReader& reader) {
    const auto of = textOr(payload.body, "of");
    const auto said = reader.firstOfRecord(of);
    return said && said->type == records::kFeedback ? Result<void>() : unknownOf(of, "feedback");
}

// What is said about a complaint. A task that it led to is one of this log.
Result<void> checkComplaint(const record::Payload& payload, StoreReader& reader) {
    const auto found = ComplaintRows(reader).find(records::complaintOf(payload));
    const auto may = records::mayChangeComplaint(found ? std::optional(found->row) : std::nullopt, payload);
    if (!may || payload.type != domain::kComplaintTasked) return may;
    const auto task = textOr(payload.body, "task");
    const auto known = TaskRows(reader).find(task);
    if (!known)
        return fail(ErrorKind::notFound, "task_unknown",
                    "no task " + task.substr(0, 40) + " is in this log; send it first");
    if (records::tellsComplainer(found->row.says, known->row.says.instructions))
        return fail(ErrorKind::refused, "names_complainer",
                    "the task's instructions hold the complainer's contact; cancel it and assign another");
    return {};
}

// Whatever a line says of a record that was made in test mode.
Result<void> checkNotOfTest(const record::Payload& payload, StoreReader& reader) {
    const auto of = records::followedBy(payload);
    const auto row = of.empty() ? std::nullopt : InspectionRows(reader).find(of);
    return row ? records::mayFollow(row->status) : Result<void>();
}

std::optional<records::PlanRow> planRow(const std::string& id, StoreReader& reader) {
    auto found = PlanRows(reader).find(id);
    return found ? std::optional(std::move(found->row)) : std::nullopt;
}

// A plan that takes another one's place names one of this log, of its own region and year.
Result<void> checkSuperseded(const record::Payload& payload, StoreReader& reader) {
    const auto says = records::readPlan(payload.body);
    if (!says) return fail(says.error());
    if (!says->supersedes) return {};
    const auto other = planRow(says->supersedes->of, reader);
    if (other && other->region == payload.region && other->versions.back().says.year == says->year) return {};
    return fail(ErrorKind::refused, "plan_unknown",
                "no plan " + says->supersedes->of.substr(0, 40) + " of this region and year is in this log");
}

// A draw that names the batch of a plan.
Result<void> checkCommitted(const record::Payload& payload, StoreReader& reader) {
    const auto says = records::readDrawCommitted(payload.body);
    if (!says) return fail(says.error());
    if (!says->plan) return {};
    const auto row = planRow(says->plan->of, reader);
    if (auto may = records::mayDrawFor(row, *says, payload.region); !may) return may;
    const auto plans = PlanRows(reader).ofRegion(row->region);
    const auto* stands = records::regionsPlan(plans, records::inForce(*row)->says.year);
    if (stands && stands->id == row->id) return {};
    return fail(ErrorKind::refused, "plan_another",
                "plan " + row->id + " is not the one of region " + row->region + " for that year" +
                    (stands ? "; plan " + stands->id + " is" : std::string()));
}

// A line of a plan: its turn within the plan, and the only one of its region and year.
Result<void> checkPlan(const record::Payload& payload, const std::string& plan, StoreReader& reader) {
    const auto row = planRow(plan, reader);
    if (auto may = records::mayChangePlan(row, payload); !may) return may;
    if (payload.type == records::kPlanProposed) return checkSuperseded(payload, reader);
    return records::mayBeRegions(*row, payload, PlanRows(reader).ofRegion(row->region));
}

}  // namespace

bool leavesTaskOpen(const record::Payload& payload, StoreReader& reader) {
    if (payload.type != "inspection.submitted" && payload.type != "inspection.cosigned") return false;
    const auto task = records::taskOf(payload);
    if (task.empty()) return false;
    const auto found = TaskRows(reader).find(task);
    const auto fault = records::visitFault(found ? std::optional(found->row) : std::nullopt, payload);
    return fault != records::VisitFault::none && fault != records::VisitFault::waits;
}

Result<void> checkReferences(const LoggedLine& line, const ReferenceSources& sources) {
    const auto& payload = line.payload;
    if (auto good = checkNotOfTest(payload, sources.reader); !good) return good;
    if (auto good = checkNotDisposed(payload, sources.reader, sources.trust); !good) return good;
    if (auto good = checkChecklist(line, sources.reader); !good) return good;
    if (!records::taskOf(payload).empty()) {
        if (auto good = checkTask(payload, sources.reader); !good) return good;
    }
    if (payload.type == records::kTaskAssigned) {
        if (auto good = checkDrawnTask(payload, sources.reader); !good) return good;
        if (auto good = checkBurden(payload, sources.reader); !good) return good;
    }
    if (!records::checkOf(payload).empty()) return checkPlanned(payload, sources.reader);
    if (payload.type == records::kFeedbackAnswered) return checkFeedbackAnswered(payload, sources.reader);
    if (records::isReferral(payload.type)) return checkReferral(payload, sources.reader, sources.checklists);
    if (records::isDisposal(payload.type)) return checkDisposal(line, sources.reader, sources.trust, sources.now);
    if (records::isPanel(payload.type)) return checkPanel(payload, sources.reader, sources.trust);
    if (!records::complaintOf(payload).empty()) return checkComplaint(payload, sources.reader);
    if (const auto plan = records::planOf(payload); !plan.empty()) return checkPlan(payload, plan, sources.reader);
    if (payload.type == records::kDrawCommitted) return checkCommitted(payload, sources.reader);
    if (payload.type == records::kDrawRevealed)
        return checkReveal(payload, sources.reader, sources.checklists.blobs(), sources.trust);
    if (payload.type == "inspection.submitted" || payload.type == "inspection.amended") {
        if (auto good = checkCertificate(line, payload, sources.trust); !good) return good;
    }
    if (payload.type == "assessment.amended") return checkAmendedAssessment(line, sources.reader);
    if (records::isAmendment(payload.type) || records::isReview(payload.type)) return checkInspection(line, sources);
    if (payload.type == records::kRemarkAdded) return checkRemark(payload, sources);
    if (payload.type == records::kReviewAssigned) return checkReviewAssignment(payload, sources.reader);
    if (records::isCosignature(payload.type)) return checkCosignature(line, sources.reader, sources.trust);
    if (records::isDelivery(payload.type)) return checkDelivery(line, sources.reader);
    if (payload.type == "inspection.submitted" && line.reading.summary && line.reading.summary->isRecheck())
        return checkRecheck(line, sources.reader);
    if (payload.type == records::kSiteDeclined ||
        (payload.type == "site.published" && records::speaksOfProposals(payload)))
        return records::mayAnswer(ProposalRows(sources.reader).find(records::proposalOf(payload)), payload);
    if (line.reading.act) return checkAct(line, sources);
    if (line.reading.contribution || line.reading.assignment || payload.type == "assessment.submitted")
        return checkAssessment(line, sources);
    if (!records::publishedBy(payload).empty()) return checkPublication(payload, sources.reader);
    if (records::isIssued(payload.type)) return checkIssued(payload, sources.reader);
    if (payload.type == "checklist.published") return checkPublishedChecklist(payload, sources);
    return {};
}

}  // namespace plumb::server
