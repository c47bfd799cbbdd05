#include "shared/store/inspection_history.h"

#include <algorithm>

#include "shared/records/inspection/summary.h"
#include "shared/records/inspection/test_mode.h"
#include "shared/records/review/second.h"

namespace plumb::store {

Result<InspectionHistory> historyOf(const TabletStore& store, const std::string& id) {
    auto first = store.recordById(id);
    if (first && !records::isSubmission(first->type) && !first->about.empty()) first = store.recordById(first->about);
    if (!first || !records::isSubmission(first->type)) {
        return fail(ErrorKind::notFound, "no_record", "no inspection " + id + " is on this device; sync first");
    }
    InspectionHistory out;
    out.rows.push_back(*first);
    RecordFilter filter;
    filter.about = first->id;
    filter.newestFirst = false;
    for (auto& row : store.records(filter)) {
        // The acts that followed are the case's (folded_rows.h).
        const bool belongs = records::isVersion(row.type) || records::isReview(row.type) ||
                             records::isCosignature(row.type) || records::isDelivery(row.type);
        if (belongs && row.state != RecordState::refused) out.rows.push_back(std::move(row));
    }
    for (const auto& row : out.rows) {
        auto payload = store.payload(row.hash);
        if (!payload) return fail(payload.error());
        out.lines.push_back({std::move(*payload), row.hash, row.kid});
    }
    out.history = records::historyOf(out.lines);
    return out;
}

std::vector<std::string> visitorsOf(const TabletStore& store, const InspectionHistory& history) {
    std::vector<std::string> out;
    const auto book = store.trust();
    const auto add = [&](const records::HistoryLine& line) {
        const auto* member = book ? book->member(line.kid) : nullptr;
        if (member) out.push_back(member->personId);
    };
    add(history.lines.front());
    if (history.history.cosigned) add(history.lines[*history.history.cosigned]);
    return out;
}

Result<record::Line> signReview(TabletStore& store, const std::string& id, bool accept, const std::string& comment,
                                const std::vector<ItemComment>& items) {
    const auto history = historyOf(store, id);
    if (!history) return fail(history.error());
    if (auto may = records::mayFollow(history->history.status); !may) return fail(may.error());
    if (history->history.status == records::InspectionStatus::accepted)
        return fail(ErrorKind::refused, "already_accepted", "this inspection was accepted already");
    if (history->history.status == records::InspectionStatus::incomplete)
        return fail(ErrorKind::refused, "not_cosigned",
                    "the inspection waits for the second inspector's signature; there is nothing to review yet");
    if (history->rows.front().own)
        return fail(ErrorKind::forbidden, "own_record", "nobody reviews a record that she signed herself");
    if (!accept && comment.empty() && items.empty())
        return fail(ErrorKind::refused, "comment_missing", "say what is to be mended");
    const auto who = store.profile();
    if (!who) return fail(who.error());
    const records::ReviewBody said{history->rows.front().id, history->newest().hash, comment, items, {}, who->personId};
    if (const auto may = records::mayAgree(history->history.standing, accept ? "review.accepted" : "review.returned",
                                           said, visitorsOf(store, *history));
        !may)
        return fail(may.error());
    NewRecord record;
    record.type = accept ? "review.accepted" : "review.returned";
    record.site = history->newest().site;
    record.region = history->newest().region;
    record.body = records::toBody(said);
    return store.append(record);
}

}  // namespace plumb::store
