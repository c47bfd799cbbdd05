#include "mobile/record/record_info.h"

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

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
    out.version = versions.history.version;
    out.status = versions.history.status;
    out.state = newestRow.state;
    out.problem = qs(newestRow.problem);
    if (const auto score = objectAt(newest.body, "score", "body")) {
        if (const auto points = integerAt(**score, "points")) out.points = *points;
        if (const auto max = integerAt(**score, "max")) out.max = *max;
        if (const auto vetoes = arrayAt(**score, "vetoes")) out.vetoes = static_cast<int>((*vetoes)->size());
        const std::string grade = textOr(**score, "grade");
        if (const auto used = objectAt(newest.body, "checklist", "body")) {
            const auto hash = Sha256::fromHex(textOr(**used, "sha256"));
            if (const auto document = hash ? published.document(*hash)
                                           : Result<std::shared_ptr<const checklist::Checklist>>(fail(hash.error()))) {
                out.title = (*document)->title;
                if (const auto* found = (*document)->grade(grade)) {
                    out.grade = found->label;
                    out.tone = found->tone;
                }
            }
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

Result<RecordInfo> readFact(LocalStore& store, const store::RecordRow& submission) {
    const auto versions = versionsOf(**store.opened(), submission);
    if (!versions) return fail(versions.error());
    return factOf(store.published(), *versions);
}

}  // namespace

Result<std::vector<RecordInfo>> readRecords(LocalStore& store, std::size_t offset, std::size_t limit) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    store::RecordFilter filter;
    filter.type = "inspection.submitted";
    filter.offset = offset;
    filter.limit = limit;
    std::vector<RecordInfo> out;
    for (const auto& row : (*tablet)->records(filter)) {
        auto fact = readFact(store, row);
        if (!fact) return fail(fact.error());
        out.push_back(std::move(*fact));
    }
    return out;
}

Result<std::vector<RecordInfo>> readRecordsOf(LocalStore& store, const QStringList& ids) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    std::vector<RecordInfo> out;
    for (const auto& id : ids) {
        const auto row = (*tablet)->recordById(ss(id));
        if (!row) continue;
        auto fact = readFact(store, *row);
        if (!fact) return fail(fact.error());
        out.push_back(std::move(*fact));
    }
    return out;
}

}  // namespace plumb::mobile
