#include "shared/store/assessment_draft.h"

#include "shared/records/inspection/test_mode.h"
#include "shared/store/assessment_items.h"
#include "shared/store/assessment_round.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_fill.h"
#include "shared/store/reference.h"

namespace plumb::store {

Result<std::optional<DraftRow>> openAssessmentDraft(const TabletStore& store, const std::string& site,
                                                    const std::string& round, bool test) {
    for (const auto& open : store.drafts()) {
        if (open.site != site || open.round != round) continue;
        const auto draft = loadDraft(store, open.id);
        if (!draft) return fail(draft.error());
        if (draft->test == test) return std::optional(open);
    }
    return std::optional<DraftRow>{};
}

Result<DraftRow> beginAssessment(TabletStore& store, const std::string& site, const std::string& round, bool test) {
    const auto where = siteById(store, site);
    if (!where) return fail(where.error());
    const auto asked = openRound(store, *where, round);
    if (!asked) return fail(asked.error());
    const auto open = openAssessmentDraft(store, site, round, test);
    if (!open) return fail(open.error());
    if (*open) return **open;
    if (test) {  // of what the round goes by, not of a draft version that is tried beside it
        const auto list = checklistById(store, asked->checklist.id);
        if (!list) return fail(list.error());
        return beginInspection(store, site, list->id + "@" + list->version, {round, {}, true});
    }
    const auto row = assessmentAt(store, site, round, asked->checklist.id);
    if (auto may = records::mayContribute(row); !may) return fail(may.error());
    const auto submission = row && row->submitted ? store.recordById(row->submitted->id) : std::nullopt;
    auto draft = submission && submission->own ? beginAmendment(store, submission->id)
                                               : beginInspection(store, site, asked->checklist.id, {round});
    if (!draft) return draft;
    if (const auto merged = takeContributions(store, draft->id); !merged) return fail(merged.error());
    return draft;
}

Result<std::map<std::string, ItemContent>> notContributed(TabletStore& store, const std::string& draft) {
    auto opened = openAssessment(store, draft);
    if (!opened) return fail(opened.error());
    if (auto set = setFirstBase(store, *opened); !set) return fail(set.error());
    Items out;
    for (const auto& [item, content] : opened->items) {
        if (!opened->isBase(item, content)) out[item] = content;
    }
    for (const auto& [item, text] : opened->draft.base) {  // emptied since
        const bool isItem = opened->checklist->itemIndex(item).has_value();
        if (isItem && !opened->items.contains(item) && !opened->isBase(item, {})) out[item] = {};
    }
    return out;
}

namespace {

// Whether anything may be contributed at all: said also where there is nothing to give.
Result<void> mayGive(TabletStore& store, const std::string& draft) {
    const auto opened = openAssessment(store, draft);
    if (!opened) return fail(opened.error());
    if (opened->draft.test) return records::mayFollow(records::InspectionStatus::test);
    const auto site = siteById(store, opened->draft.row.site);
    if (!site) return fail(site.error());
    if (const auto round = openRound(store, *site, opened->draft.row.round, opened->checklist->id); !round)
        return fail(round.error());
    return records::mayContribute(rowFor(store, *opened));
}

}  // namespace

Result<Contributed> contribute(TabletStore& store, const std::string& draft,
                               const std::optional<records::Whereabouts>& where) {
    if (auto may = mayGive(store, draft); !may) return fail(may.error());
    auto merged = takeContributions(store, draft);
    if (!merged) return fail(merged.error());
    Contributed out{std::nullopt, std::move(*merged)};
    auto changed = notContributed(store, draft);
    if (!changed) return fail(changed.error());
    for (const auto& one : out.merged.divergent) changed->erase(one.item);
    const auto opened = openAssessment(store, draft);
    if (!opened) return fail(opened.error());
    const auto& mine = opened->draft;
    records::Contribution contribution;
    contribution.round = mine.row.round;
    contribution.checklist = {opened->checklist->id, opened->checklist->version, mine.row.checklist};
    NewRecord record;
    record.draft = draft;
    for (const auto& [item, content] : *changed) {
        contribution.items[item] = content.answers;
        record.entries.push_back(baseEntry(item, content));
    }
    for (const auto& [fact, text] : mine.answers.facts) {
        const auto base = mine.base.find(kFactBase + fact);
        if (base != mine.base.end() && base->second == text) continue;
        contribution.facts[fact] = text;
        record.entries.push_back({"base", kFactBase + fact, text});
    }
    if (contribution.items.empty() && contribution.facts.empty()) return out;
    const auto known = filesOfContributions(store, mine.row.site, mine.row.round, opened->checklist->id);
    for (const auto& [item, content] : *changed) {
        for (const auto& file : content.files) {
            if (auto named = nameFile(store, file, known, record); !named) return fail(named.error());
        }
        if (auto named = nameAnswerFiles(store, *opened->checklist, content.answers.answers, known, record); !named)
            return fail(named.error());
    }
    const auto site = siteById(store, mine.row.site);
    if (!site) return fail(site.error());
    if (where) contribution.place = domain::asOf(*where, store.now());
    record.type = "assessment.contributed";
    record.site = site->id;
    record.region = site->region;
    record.body = records::toBody(contribution);
    record.judge = [&](const records::BelievedLine&) { return records::mayContribute(rowFor(store, *opened)); };
    auto line = store.append(record);
    if (!line) return fail(line.error());
    out.line = std::move(*line);
    return out;
}

std::vector<record::FileRef> filesOfContributions(const TabletStore& store, const std::string& site,
                                                  const std::string& round, const std::string& checklist) {
    std::vector<record::FileRef> out;
    for (const auto& line : linesOfAssessment(store, site, round, checklist))
        out.insert(out.end(), line.payload.files.begin(), line.payload.files.end());
    return out;
}

}  // namespace plumb::store
