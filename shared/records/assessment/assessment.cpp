#include "shared/records/assessment/assessment.h"

namespace plumb::records {
namespace {

void merge(AssessmentRow& row, const Contribution& contribution, const BelievedLine& line) {
    for (const auto& [id, content] : contribution.items) {
        auto& item = row.items[id];
        if (!item.kid.empty()) item.before.push_back(item.by);
        item.content = content;
        item.by = line.hash;
        item.kid = line.kid;
        item.at = line.payload.at;
        item.place = line.place;
    }
    for (const auto& [fact, text] : contribution.facts) row.facts[fact] = text;
}

void assign(AssessmentRow& row, const Assignment& assignment, const BelievedLine& line) {
    row.assigned[assignment.section] = {assignment.person, line.hash, std::string(line.kid), line.payload.at,
                                        line.place};
}

AssessmentRow& begin(std::optional<AssessmentRow>& row, const BelievedLine& line, const std::string& round,
                     const std::string& checklist) {
    if (!row) {
        row.emplace();
        row->site = line.payload.site;
        row->region = line.payload.region;
        row->round = round;
        row->checklist = checklist;
    }
    return *row;
}

}  // namespace

std::optional<AssessmentKey> assessmentOf(const record::Payload& payload, const AssessmentReading& reading) {
    if (reading.contribution)
        return AssessmentKey{payload.site, reading.contribution->round, reading.contribution->checklist.id, {}};
    if (reading.assignment)
        return AssessmentKey{payload.site, reading.assignment->round, reading.assignment->checklist.id, {}};
    if (payload.type == "assessment.submitted") {
        if (!reading.summary || reading.summary->test) return std::nullopt;
        return AssessmentKey{payload.site, reading.summary->round, reading.summary->checklist.id, payload.id};
    }
    if (payload.type == "assessment.amended" || isReview(payload.type))
        return AssessmentKey{{}, {}, {}, textOr(payload.body, "of")};
    return std::nullopt;
}

Result<void> mayContribute(const std::optional<AssessmentRow>& row) {
    if (!row || !row->submitted || row->submitted->status == InspectionStatus::returned) return {};
    return fail(ErrorKind::refused, "round_closed",
                "this self-assessment was submitted already; what is to be changed goes into an amendment of it");
}

Result<void> maySubmit(const std::optional<AssessmentRow>& row) {
    if (!row || !row->submitted) return {};
    return fail(ErrorKind::refused, "round_submitted",
                "this site's self-assessment in this round was submitted already, as " + row->submitted->id +
                    "; amend that one");
}

Result<void> mayAmend(const std::optional<AssessmentRow>& row) {
    if (!row || !row->submitted)
        return fail(ErrorKind::notFound, "of_unknown", "no self-assessment was submitted that could be amended");
    if (row->submitted->status != InspectionStatus::accepted) return {};
    return fail(ErrorKind::refused, "record_accepted",
                "this self-assessment was accepted; what was accepted is amended no more");
}

bool foldAssessment(std::optional<AssessmentRow>& row, const BelievedLine& line, const AssessmentReading& reading) {
    if (reading.contribution || reading.assignment) {
        if (!mayContribute(row)) {
            row->tooLate.push_back(line.hash);
            return false;
        }
        if (reading.assignment) {
            const auto& said = *reading.assignment;
            assign(begin(row, line, said.round, said.checklist.id), said, line);
            return true;
        }
        merge(begin(row, line, reading.contribution->round, reading.contribution->checklist.id), *reading.contribution,
              line);
        return true;
    }
    if (line.payload.type == "assessment.submitted") {
        if (!reading.summary || reading.summary->test || !maySubmit(row)) return false;
        auto standing = firstStanding(line.payload, line.hash, line.kid);
        standing.status = InspectionStatus::submitted;  // one person signs it, whatever it says
        begin(row, line, reading.summary->round, reading.summary->checklist.id).submitted = std::move(standing);
        return true;
    }
    if (!row || !row->submitted || (isAmendment(line.payload.type) && !reading.summary)) return false;
    return advance(*row->submitted, line.payload, line.hash, line.kid) != Step::none;
}

checklist::Answers mergedAnswers(const AssessmentRow& row) {
    checklist::Answers out;
    out.facts = row.facts;
    for (const auto& [id, item] : row.items) {
        for (const auto& [question, value] : item.content.answers) {
            if (!value.empty()) out.values[question] = value;
        }
        if (!item.content.na.empty()) out.na[id] = item.content.na;
        if (!item.content.note.empty()) out.notes[id] = item.content.note;
    }
    return out;
}

}  // namespace plumb::records
