// What others contributed comes into the draft, and what two people changed is settled.
#include <algorithm>

#include "shared/checklist/session/item_merge.h"
#include "shared/store/assessment_items.h"
#include "shared/store/folded_rows.h"

namespace plumb::store {
namespace {

// What each item holds by the contributions that this device has.
struct Theirs {
    Items items;
    std::optional<records::AssessmentRow> row;
};

Result<Theirs> theirsOf(const TabletStore& store, const OpenedAssessment& opened) {
    if (opened.draft.test) return Theirs{};  // what counts is none of a test's matter
    Theirs out{{}, rowFor(store, opened)};
    if (!out.row) return out;
    // An amendment begins with a version of the whole: what was contributed before that is in it, or was changed since.
    const auto& row = opened.draft.row;
    const auto version = row.amends.empty() || !out.row->submitted ? std::optional<RecordRow>()
                                                                   : store.recordByHash(out.row->submitted->newest);
    std::map<Sha256, record::Payload> lines;
    for (const auto& [item, answered] : out.row->items) {
        if (!opened.checklist->itemIndex(item)) continue;
        const auto given = version ? store.recordByHash(answered.by) : std::optional<RecordRow>();
        if (given && isBefore(*given, *version)) continue;
        auto line = lines.find(answered.by);
        if (line == lines.end()) {
            auto payload = store.payload(answered.by);
            if (!payload) return fail(payload.error());
            line = lines.emplace(answered.by, std::move(*payload)).first;
        }
        out.items[item] = contentOf(answered, line->second, item, *opened.checklist);
    }
    return out;
}

std::vector<DraftEntry> takeFacts(const OpenedAssessment& opened, const records::AssessmentRow& row) {
    std::vector<DraftEntry> out;
    for (const auto& [fact, text] : row.facts) {
        const auto mine = opened.draft.answers.facts.find(fact);
        const auto base = opened.draft.base.find(kFactBase + fact);
        const std::string now = mine == opened.draft.answers.facts.end() ? "" : mine->second;
        const std::string before = base == opened.draft.base.end() ? "" : base->second;
        if (now != before) continue;  // changed here since: it is contributed next
        if (now != text) out.push_back(factEntry(fact, text));
        if (before != text) out.push_back({"base", kFactBase + fact, text});
    }
    return out;
}

}  // namespace

Result<Merged> takeContributions(TabletStore& store, const std::string& draft) {
    auto opened = openAssessment(store, draft);
    if (!opened) return fail(opened.error());
    if (auto set = setFirstBase(store, *opened); !set) return fail(set.error());
    const auto theirs = theirsOf(store, *opened);
    if (!theirs) return fail(theirs.error());
    Merged out;
    if (!theirs->row) return out;
    auto entries = takeFacts(*opened, *theirs->row);
    for (const auto& [item, content] : theirs->items) {
        const auto mine = opened->item(item);
        switch (checklist::mergeItem(opened->base(item), contentText(mine), contentText(content))) {
            case checklist::ItemMerge::stands:
                break;
            case checklist::ItemMerge::agreed:
                entries.push_back(baseEntry(item, content));
                break;
            case checklist::ItemMerge::taken:
                for (auto& entry : entriesBetween(item, mine, content, store.now()))
                    entries.push_back(std::move(entry));
                entries.push_back(baseEntry(item, content));
                out.taken.push_back(item);
                break;
            case checklist::ItemMerge::divergent:
                out.divergent.push_back({item, mine, content, theirs->row->items.at(item)});
                break;
        }
    }
    if (entries.empty()) return out;
    if (auto done = store.putEntries(draft, entries); !done) return fail(done.error());
    return out;
}

Result<void> settle(TabletStore& store, const std::string& draft, const std::string& item, Keep keep) {
    const auto merged = takeContributions(store, draft);
    if (!merged) return fail(merged.error());
    const auto found = std::find_if(merged->divergent.begin(), merged->divergent.end(),
                                    [&](const Divergence& one) { return one.item == item; });
    if (found == merged->divergent.end())
        return fail(ErrorKind::notFound, "no_divergence", "item " + item + " stands as it was contributed");
    std::vector<DraftEntry> entries;
    if (keep == Keep::theirs) entries = entriesBetween(item, found->mine, found->theirs, store.now());
    entries.push_back(baseEntry(item, found->theirs));
    return store.putEntries(draft, entries);
}

}  // namespace plumb::store
