#include "mobile/record/record_info.h"

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

// What the document calls itself, and the grade.
void addGrade(Published& published, RecordInfo& out, const Sha256& checklist, const std::string& grade) {
    const auto document = published.document(checklist);
    if (!document) return;
    out.title = (*document)->title;
    if (const auto* found = (*document)->grade(grade)) {
        out.grade = found->label;
        out.tone = found->tone;
    }
}

}  // namespace

RecordInfo factOf(Published& published, const RecordVersions& versions) {
    const auto& submission = versions.rows.front();
    const auto& newest = versions.newest();
    const auto& newestRow = versions.newestRow();
    RecordInfo out;
    out.id = qs(submission.id);
    out.site = qs(submission.site);
    out.siteName = qs(published.siteName(submission.site));
    out.atMs = msOf(newest.at.utc);
    out.own = submission.own;
    out.assessment = records::isAssessment(submission.type);
    out.version = versions.history.version;
    out.status = versions.history.status;
    out.state = newestRow.state;
    out.problem = qs(newestRow.problem);
    if (const auto score = objectAt(newest.body, "score", "body")) {
        if (const auto points = integerAt(**score, "points")) out.points = *points;
        if (const auto max = integerAt(**score, "max")) out.max = *max;
        if (const auto vetoes = arrayAt(**score, "vetoes")) out.vetoes = static_cast<int>((*vetoes)->size());
        if (const auto used = objectAt(newest.body, "checklist", "body")) {
            if (const auto hash = Sha256::fromHex(textOr(**used, "sha256")))
                addGrade(published, out, *hash, textOr(**score, "grade"));
        }
    }
    if (const auto findings = arrayAt(newest.body, "findings")) out.findings = static_cast<int>((*findings)->size());
    if (!versions.history.reviews.empty()) {
        const auto& review = versions.lines[versions.history.reviews.back()].payload;
        out.reviewComment = qs(textOr(review.body, "comment"));
        out.reviewMs = msOf(review.at.utc);
    }
    return out;
}

namespace {

RecordInfo factOf(LocalStore& store, const store::FoldedInspection& folded) {
    const auto& row = folded.row;
    RecordInfo out;
    out.id = qs(row.id);
    out.site = qs(row.site);
    out.siteName = qs(store.published().siteName(row.site));
    out.atMs = msOf(row.at.utc);
    out.own = folded.own;
    out.assessment = row.says.isAssessment();
    out.version = row.version;
    out.status = row.status;
    out.points = row.says.points;
    out.max = row.says.max;
    out.vetoes = row.says.vetoes;
    out.findings = row.says.findings;
    out.threads = folded.threads;
    out.waitsForSecond = row.waitsForSecond();
    addGrade(store.published(), out, row.says.checklist.sha256, row.says.grade);
    // How far a line is delivered is the store's own, and open.
    if (const auto line = (*store.opened())->recordByHash(row.hash)) {
        out.state = line->state;
        out.problem = qs(line->problem);
    }
    out.reviewComment = qs(folded.comment);
    if (folded.reviewed) out.reviewMs = msOf(*folded.reviewed);
    return out;
}

}  // namespace

Result<RecordPage> readRecords(LocalStore& store, store::DerivedTables::Whose whose, std::size_t offset,
                               std::size_t limit) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    const auto page = store.derived().page(whose, offset, limit);
    RecordPage out;
    out.complete = page.complete;
    for (const auto& row : page.rows) out.records.push_back(factOf(store, row));
    return out;
}

Result<std::vector<RecordInfo>> readRecordsOf(LocalStore& store, const QStringList& ids) {
    if (const auto tablet = store.opened(); !tablet) return fail(tablet.error());
    std::vector<std::string> wanted;
    for (const auto& id : ids) wanted.push_back(ss(id));
    std::vector<RecordInfo> out;
    for (const auto& row : store.derived().inspections(wanted)) out.push_back(factOf(store, row));
    return out;
}

}  // namespace plumb::mobile
