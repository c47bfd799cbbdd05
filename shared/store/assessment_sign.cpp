#include "shared/store/assessment_sign.h"

#include <algorithm>

#include "shared/store/assessment_round.h"
#include "shared/store/folded_rows.h"
#include "shared/store/inspection_fill.h"

namespace plumb::store {
namespace {

using KidByItem = std::map<std::string, std::string>;

void note(KidByItem& filledBy, const std::string& item, bool blank, const std::string& kid) {
    if (blank)
        filledBy.erase(item);
    else
        filledBy[item] = kid;
}

// What the version that is amended says, and who signed it when; none of a submission.
struct Amended {
    RecordRow line;
    std::vector<records::Contributor> contributors;
};
Result<std::optional<Amended>> amendedBy(const TabletStore& store, const Filled& filled,
                                         const std::optional<records::AssessmentRow>& row) {
    if (filled.draft.row.amends.empty() || !row || !row->submitted) return std::optional<Amended>{};
    const auto line = store.recordByHash(row->submitted->newest);
    const auto payload = store.payload(row->submitted->newest);
    if (!payload) return fail(payload.error());
    auto said = records::readVersion(payload->type, payload->body);
    if (!line || !said) return std::optional<Amended>{};
    return std::optional(Amended{*line, std::move(said->contributors)});
}

// Who filled which items: as the version before says, then as the lines after it tell, then who changed them here and
// could not contribute them, since what was submitted stands. Who put in nothing is none.
Result<std::vector<records::Contributor>> contributorsOf(TabletStore& store, const Filled& filled) {
    const auto& draft = filled.draft.row;
    const auto book = store.trust();
    if (!book) return fail(book.error());
    const auto key = store.deviceKey();
    if (!key) return fail(key.error());
    const auto row = filled.draft.test ? std::optional<records::AssessmentRow>()
                                       : assessmentAt(store, draft.site, draft.round, filled.checklist->id);
    const auto before = amendedBy(store, filled, row);
    if (!before) return fail(before.error());
    KidByItem filledBy;
    if (*before) {
        for (const auto& one : (*before)->contributors) {
            for (const auto& item : one.items) filledBy[item] = one.kid;
        }
    }
    if (row) {
        for (const auto& [item, answered] : row->items) {
            const auto line = store.recordByHash(answered.by);
            if (*before && line && isBefore(*line, (*before)->line)) continue;
            note(filledBy, item, answered.content.blank(), answered.kid);
        }
    }
    const auto changed = notContributed(store, draft.id);
    if (!changed) return fail(changed.error());
    for (const auto& [item, content] : *changed)
        note(filledBy, item, content.answers.blank() && content.files.empty(), key->kid());
    std::map<std::string, records::Contributor> byKey;
    for (const auto& [item, kid] : filledBy) {
        auto& one = byKey[kid];
        one.kid = kid;
        one.items.push_back(item);
        if (const auto* member = book->member(kid)) one.name = member->personName;
    }
    std::vector<records::Contributor> out;
    for (auto& [kid, one] : byKey) out.push_back(std::move(one));
    return out;
}

Result<records::InspectionBody> compose(TabletStore& store, const Filled& filled, const SubmitRequest& request) {
    const auto who = store.profile();
    if (!who) return fail(who.error());
    SignRequest as;
    as.kind = records::kSelfKind;
    as.team.push_back(who->personName);
    as.reason = request.reason;
    as.where = request.where;
    if (auto texts = checkTexts(filled, as); !texts) return fail(texts.error());
    auto body = bodyOf(filled, as);
    body.round = filled.draft.row.round;
    body.of = filled.draft.row.amends;
    body.reason = request.reason;
    body.replaces = filled.draft.replaces;
    auto contributors = contributorsOf(store, filled);
    if (!contributors) return fail(contributors.error());
    body.contributors = std::move(*contributors);
    for (const auto& one : body.contributors) {
        if (!one.name.empty() && std::find(body.team.begin(), body.team.end(), one.name) == body.team.end())
            body.team.push_back(one.name);
    }
    return body;
}

Result<void> checkSettled(const Merged& merged) {
    if (merged.divergent.empty()) return {};
    std::string items;
    for (const auto& one : merged.divergent) items += (items.empty() ? "" : ", ") + one.item;
    return fail(ErrorKind::refused, "divergent",
                "others have changed since what was changed here, too; choose what holds first: item " + items);
}

}  // namespace

Result<records::InspectionBody> previewAssessment(TabletStore& store, const std::string& draft) {
    const auto filled = fillIn(store, draft);
    if (!filled) return fail(filled.error());
    return compose(store, *filled, {draft, {}});
}

Result<record::Line> submitAssessment(TabletStore& store, const SubmitRequest& request) {
    const auto merged = takeContributions(store, request.draft);
    if (!merged) return fail(merged.error());
    if (auto settled = checkSettled(*merged); !settled) return fail(settled.error());
    const auto filled = fillIn(store, request.draft);
    if (!filled) return fail(filled.error());
    if (auto complete = checkComplete(*filled); !complete) return fail(complete.error());
    const auto& mine = filled->draft.row;
    const bool amends = !mine.amends.empty();
    if (amends && request.reason.empty())
        return fail(ErrorKind::refused, "reason_missing", "say why the record is amended");
    const auto site = siteById(store, mine.site);
    if (!site) return fail(site.error());
    const auto mayNow = [&]() -> Result<void> {
        if (const auto round = openRound(store, *site, mine.round, filled->checklist->id); !round)
            return fail(round.error());
        if (filled->draft.test) return {};
        const auto row = assessmentAt(store, mine.site, mine.round, filled->checklist->id);
        return amends ? records::mayAmend(row) : records::maySubmit(row);
    };
    if (auto may = mayNow(); !may) return fail(may.error());
    // While what was submitted stands unreturned, nobody contributes: the amendment alone says what changed.
    if (!filled->draft.test &&
        records::mayContribute(assessmentAt(store, mine.site, mine.round, filled->checklist->id))) {
        if (const auto given = contribute(store, request.draft); !given) return fail(given.error());
    }
    const auto body = compose(store, *filled, request);
    if (!body) return fail(body.error());

    NewRecord record;
    record.type = amends ? "assessment.amended" : "assessment.submitted";
    record.site = site->id;
    record.region = site->region;
    record.body = records::toBody(*body);
    record.endsDraft = request.draft;
    const auto known = filesOfContributions(store, mine.site, mine.round, filled->checklist->id);
    if (auto named = nameFiles(store, *filled, known, record); !named) return fail(named.error());
    record.judge = [&](const records::BelievedLine&) { return mayNow(); };
    return store.append(record);
}

}  // namespace plumb::store
