#include "shared/store/assessment_sign.h"

#include <algorithm>

#include "shared/store/folded_rows.h"
#include "shared/store/inspection_fill.h"

namespace plumb::store {
namespace {

// Who filled which items, as the lines tell; who put in nothing is none.
std::vector<records::Contributor> contributorsOf(const records::AssessmentRow& row, const domain::TrustBook& book) {
    std::map<std::string, records::Contributor> byKey;
    for (const auto& [item, answered] : row.items) {
        if (answered.content.blank()) continue;
        auto& one = byKey[answered.kid];
        one.kid = answered.kid;
        one.items.push_back(item);
        if (const auto* member = book.member(answered.kid)) one.name = member->personName;
    }
    std::vector<records::Contributor> out;
    for (auto& [kid, one] : byKey) out.push_back(std::move(one));
    return out;
}

Result<records::InspectionBody> compose(TabletStore& store, const Filled& filled, const SubmitRequest& request) {
    const auto who = store.profile();
    if (!who) return fail(who.error());
    const auto book = store.trust();
    if (!book) return fail(book.error());
    SignRequest as;
    as.kind = records::kSelfKind;
    as.team.push_back(who->personName);
    as.reason = request.reason;
    if (auto texts = checkTexts(filled, as); !texts) return fail(texts.error());
    auto body = bodyOf(filled, as);
    body.round = filled.draft.row.round;
    body.of = filled.draft.row.amends;
    body.reason = request.reason;
    body.replaces = filled.draft.replaces;
    if (const auto row = assessmentAt(store, filled.draft.row.site, body.round, filled.checklist->id))
        body.contributors = contributorsOf(*row, *book);
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
    const auto rowNow = [&] { return assessmentAt(store, mine.site, mine.round, filled->checklist->id); };
    if (!amends) {
        if (auto may = records::maySubmit(rowNow()); !may) return fail(may.error());
    }
    if (const auto given = contribute(store, request.draft); !given) return fail(given.error());
    const auto body = compose(store, *filled, request);
    if (!body) return fail(body.error());
    const auto site = siteById(store, mine.site);
    if (!site) return fail(site.error());

    NewRecord record;
    record.type = amends ? "assessment.amended" : "assessment.submitted";
    record.site = site->id;
    record.region = site->region;
    record.body = records::toBody(*body);
    record.endsDraft = request.draft;
    const auto known = filesOfContributions(store, mine.site, mine.round, filled->checklist->id);
    if (auto named = nameFiles(store, *filled, known, record); !named) return fail(named.error());
    if (!amends) record.judge = [&](const records::BelievedLine&) { return records::maySubmit(rowNow()); };
    return store.append(record);
}

}  // namespace plumb::store
