#include <algorithm>

#include "mobile/store/local_store.h"
#include "mobile/ui/text.h"
#include "shared/store/image_type.h"
#include "shared/store/key_story.h"

namespace plumb::mobile {

namespace {

constexpr std::size_t kRecent = 3;
constexpr std::size_t kNewestLookedAt = 200;  // for what needs a person; older ones were dealt with or will not be

std::uint64_t sizeOfLine(store::TabletStore& store, const Sha256& hash) {
    const auto line = store.line(hash);
    return line ? line->text().size() : 0;
}

}  // namespace

Result<Desk::Versions> Desk::versionsOf(const store::RecordRow& submission) {
    Versions out;
    out.rows.push_back(submission);
    store::RecordFilter filter;
    filter.about = submission.id;
    filter.newestFirst = false;
    for (auto& row : m_store->records(filter)) {
        if (row.state != store::RecordState::refused) out.rows.push_back(std::move(row));
    }
    // Log order; what the log does not have yet comes last, in the order in which it was signed.
    std::stable_sort(out.rows.begin() + 1, out.rows.end(), [](const auto& a, const auto& b) {
        if (a.logIndex && b.logIndex) return *a.logIndex < *b.logIndex;
        if (a.logIndex.has_value() != b.logIndex.has_value()) return a.logIndex.has_value();
        return a.seq < b.seq;
    });
    for (const auto& row : out.rows) {
        auto payload = m_store->payload(row.hash);
        if (!payload) return fail(payload.error());
        out.lines.push_back({std::move(*payload), row.hash, row.kid});
    }
    out.story = domain::tellStory(out.lines);
    return out;
}

Result<RecordFact> Desk::factOf(const store::RecordRow& submission) {
    auto versions = versionsOf(submission);
    if (!versions) return fail(versions.error());
    const auto& newest = versions->lines[versions->story.newest].payload;
    const auto& newestRow = versions->rows[versions->story.newest];
    RecordFact out;
    out.id = qs(submission.id);
    out.site = qs(submission.site);
    out.siteName = qs(siteName(submission.site));
    out.atMs = msOf(newest.at.utc);
    out.own = submission.own;
    out.version = versions->story.version;
    out.status = versions->story.status;
    out.state = newestRow.state;
    out.problem = qs(newestRow.problem);
    if (const auto score = objectAt(newest.body, "score", "body")) {
        if (const auto points = integerAt(**score, "points")) out.points = *points;
        if (const auto max = integerAt(**score, "max")) out.max = *max;
        if (const auto vetoes = arrayAt(**score, "vetoes")) out.vetoes = static_cast<int>((*vetoes)->size());
        const std::string grade = textOr(**score, "grade");
        if (const auto used = objectAt(newest.body, "checklist", "body")) {
            const auto hash = Sha256::fromHex(textOr(**used, "sha256"));
            if (const auto document = hash ? this->document(*hash)
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
    if (!versions->story.reviews.empty()) {
        const auto& review = versions->lines[versions->story.reviews.back()].payload;
        out.reviewComment = qs(textOr(review.body, "comment"));
        out.reviewMs = msOf(review.at.utc);
    }
    return out;
}

Result<std::vector<RecordFact>> Desk::records(std::size_t offset, std::size_t limit) {
    const auto store = opened();
    if (!store) return fail(store.error());
    store::RecordFilter filter;
    filter.type = "inspection.submitted";
    filter.offset = offset;
    filter.limit = limit;
    std::vector<RecordFact> out;
    for (const auto& row : (*store)->records(filter)) {
        auto fact = factOf(row);
        if (!fact) return fail(fact.error());
        out.push_back(std::move(*fact));
    }
    return out;
}

Result<std::vector<RecordFact>> Desk::recordsOf(const QStringList& ids) {
    const auto store = opened();
    if (!store) return fail(store.error());
    std::vector<RecordFact> out;
    for (const auto& id : ids) {
        const auto row = (*store)->recordById(ss(id));
        if (!row) continue;
        auto fact = factOf(*row);
        if (!fact) return fail(fact.error());
        out.push_back(std::move(*fact));
    }
    return out;
}

Result<TodayFact> Desk::today() {
    const auto store = opened();
    if (!store) return fail(store.error());
    TodayFact out;
    for (const auto& row : (*store)->drafts()) {
        const auto draft = store::loadDraft(**store, row.id);
        if (!draft) return fail(draft.error());
        const auto checklist = document(row.checklist);
        if (!checklist) return fail(checklist.error());
        out.drafts.push_back(factOf(*draft, **checklist, qs(siteName(row.site))));
    }
    auto records = this->records(0, kNewestLookedAt);
    if (!records) return fail(records.error());
    for (auto& record : *records) {
        if (out.recent.size() < kRecent) out.recent.push_back(record);
        if (!record.own) continue;
        if (record.state == store::RecordState::refused)
            out.refused.push_back(record);
        else if (record.status == domain::InspectionStatus::returned)
            out.returned.push_back(record);
    }
    out.waitingRecords = static_cast<int>((*store)->waiting().size());
    out.waitingFiles = static_cast<int>((*store)->tally().missing);
    store::RecordFilter own;
    own.own = true;
    out.records = static_cast<int>((*store)->countRecords(own));
    if (const auto seen = (*store)->newestCheckpoint()) {
        out.checkpointSize = seen->checkpoint.size;
        out.checkpointMs = msOf(seen->checkpoint.time.utc);
    }
    // Judging every published line from the root again is for when something was published, not for each look at today.
    if (!m_siteCount) {
        if (const auto sites = this->sites(); !sites) return fail(sites.error());
    }
    if (!m_checklistCount) {
        if (const auto lists = checklists(); !lists) return fail(lists.error());
    }
    out.sites = m_siteCount.value_or(0);
    out.checklists = m_checklistCount.value_or(0);
    return out;
}

Result<QueueFact> Desk::queue() {
    const auto store = opened();
    if (!store) return fail(store.error());
    QueueFact out;
    for (const auto& row : (*store)->waiting()) {
        WaitingFact fact;
        fact.id = qs(row.hash.hex());
        fact.title = qs(row.type);
        if (!row.site.empty()) fact.title += QStringLiteral(" ") + qs(siteName(row.site));
        fact.bytes = sizeOfLine(**store, row.hash);
        fact.problem = qs(row.problem);
        ++out.unsentRecords;
        out.bytesLeft += fact.bytes;
        out.waiting.push_back(std::move(fact));
    }
    for (const auto& file : (*store)->filesNotThere()) {
        WaitingFact fact;
        fact.id = qs(file.sha256.hex());
        fact.title = qs(file.type);
        fact.file = true;
        fact.bytes = file.size;
        fact.sent = file.sent;
        fact.acknowledged = file.uploaded;
        out.bytesLeft += file.size - std::min(file.size, file.sent);
        out.waiting.push_back(std::move(fact));
    }
    store::RecordFilter filter;
    filter.own = true;
    filter.state = store::RecordState::proved;
    out.proved = static_cast<int>((*store)->countRecords(filter));
    filter.state = store::RecordState::sent;
    out.sent = static_cast<int>((*store)->countRecords(filter));
    filter.state = store::RecordState::refused;
    out.refused = static_cast<int>((*store)->countRecords(filter));
    for (const auto& row : (*store)->records(filter)) {
        WaitingFact fact;
        fact.id = qs(row.hash.hex());
        fact.title = qs(row.type) + QStringLiteral(" ") + qs(siteName(row.site));
        fact.bytes = sizeOfLine(**store, row.hash);
        fact.problem = qs(row.problem);
        out.waiting.push_back(std::move(fact));
    }
    // What is not one's own was pulled; counting both reads indexes alone, and no line.
    store::RecordFilter own;
    own.own = true;
    out.pulled = static_cast<int>((*store)->countRecords({}) - (*store)->countRecords(own));
    if (const auto seen = (*store)->newestCheckpoint()) {
        out.checkpointSize = seen->checkpoint.size;
        out.checkpointMs = msOf(seen->checkpoint.time.utc);
        out.origin = qs(seen->checkpoint.origin);
        out.root = qs(seen->checkpoint.root.hex());
    }
    if (const auto profile = (*store)->profile()) out.server = qs(profile->server);
    const auto files = (*store)->tally();
    out.files = static_cast<int>(files.total);
    out.filesMissing = static_cast<int>(files.missing);
    if (files.missing > 0) {
        const auto count = [&](const store::FileRow& file) {
            if (!store::isPhotoType(file.type)) return;
            ++out.photos;
            out.photosMissing += !file.isThere();
        };
        for (const auto& file : (*store)->filesToUpload()) count(file);
        for (const auto& file : (*store)->filesToAskAbout(files.total)) count(file);
    }
    if (const auto story = store::keyStory((*store)->folder()); story.revoked) out.revokedMs = msOf(story.revoked->utc);
    out.time = {(*store)->clockMeasure(), (*store)->provedTime()};
    return out;
}

}  // namespace plumb::mobile
