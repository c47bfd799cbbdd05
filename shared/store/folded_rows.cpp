#include "shared/store/folded_rows.h"

#include <algorithm>

#include "shared/records/inspection/summary.h"

namespace plumb::store {
namespace {

void addLine(std::vector<ReadLine>& out, const TabletStore& store, const TabletStore::StoredLine& line) {
    if (!counts(line.row)) return;
    if (auto payload = store.payload(line)) out.push_back({line.row, std::move(*payload)});
}

records::AssessmentReading readingOf(const record::Payload& payload) {
    records::AssessmentReading out;
    if (payload.type == "assessment.contributed") {
        if (auto read = records::readContribution(payload.body)) out.contribution = std::move(*read);
    } else if (payload.type == "assessment.assigned") {
        if (auto read = records::readAssignment(payload.body)) out.assignment = std::move(*read);
    } else if (records::isAssessment(payload.type)) {
        if (auto read = records::readSummary(payload.body)) out.summary = std::move(*read);
    }
    return out;
}

}  // namespace

bool counts(const RecordRow& row) {
    return row.doubt.empty() && row.state != RecordState::refused;
}

bool isBefore(const RecordRow& a, const RecordRow& b) {
    const auto placeOf = [](const RecordRow& row) { return row.logIndex.value_or(UINT64_MAX); };
    return std::pair(placeOf(a), a.number) < std::pair(placeOf(b), b.number);
}

std::vector<ReadLine> linesOfCase(const TabletStore& store, const std::string& inspection) {
    std::vector<ReadLine> out;
    for (const auto& line : store.linesOf(inspection)) addLine(out, store, line);
    std::erase_if(out, [&](const ReadLine& line) { return records::caseOf(line.payload) != inspection; });
    return out;
}

std::vector<ReadLine> linesOfAssessment(const TabletStore& store, const std::string& site, const std::string& round,
                                        const std::string& checklist) {
    std::vector<ReadLine> out;
    for (const auto* type : {"assessment.contributed", "assessment.assigned", "assessment.submitted"}) {
        for (const auto& line : store.linesOfType(type, site)) addLine(out, store, line);
    }
    std::erase_if(out, [&](const ReadLine& line) {
        const auto key = assessmentOf(line.payload);
        return !key || key->round != round || key->checklist != checklist;
    });
    std::vector<std::string> submissions;
    for (const auto& line : out) {
        if (line.row.type == "assessment.submitted") submissions.push_back(line.row.id);
    }
    for (const auto& id : submissions) {
        for (const auto& line : store.linesOf(id)) {
            if (line.row.id != id) addLine(out, store, line);
        }
    }
    std::sort(out.begin(), out.end(), [](const ReadLine& a, const ReadLine& b) { return isBefore(a.row, b.row); });
    return out;
}

bool foldCaseLine(std::optional<records::CaseRow>& row, const RecordRow& line, const record::Payload& payload) {
    records::CaseReading reading;
    if (records::isInspection(payload.type)) {
        if (auto read = records::readSummary(payload.body)) reading.summary = std::move(*read);
        reading.findings = records::findingsOf(payload.body);
    } else if (const auto kind = records::actKindOf(payload.type)) {
        auto act = records::readAct(*kind, payload.body);
        if (!act) return false;
        reading.act = std::move(*act);
    } else if (!records::isReview(payload.type) && !records::isCosignature(payload.type)) {
        return false;
    }
    return records::foldCase(row, {payload, line.hash, line.kid, line.logIndex}, reading);
}

bool foldAssessmentLine(std::optional<records::AssessmentRow>& row, const RecordRow& line,
                        const record::Payload& payload) {
    return records::foldAssessment(row, {payload, line.hash, line.kid, line.logIndex}, readingOf(payload));
}

std::optional<records::AssessmentKey> assessmentOf(const record::Payload& payload) {
    return records::assessmentOf(payload, readingOf(payload));
}

std::optional<records::CaseRow> caseOf(const TabletStore& store, const std::string& inspection) {
    std::optional<records::CaseRow> row;
    for (const auto& line : linesOfCase(store, inspection)) (void)foldCaseLine(row, line.row, line.payload);
    return row;
}

std::optional<records::AssessmentRow> assessmentAt(const TabletStore& store, const std::string& site,
                                                   const std::string& round, const std::string& checklist) {
    std::optional<records::AssessmentRow> row;
    for (const auto& line : linesOfAssessment(store, site, round, checklist))
        (void)foldAssessmentLine(row, line.row, line.payload);
    return row;
}

}  // namespace plumb::store
