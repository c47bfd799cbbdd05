#include "mobile/check/opening.h"

#include "mobile/ui/text.h"
#include "shared/store/draft_version.h"
#include "shared/store/tasks.h"
#include "shared/store/tuning.h"

namespace plumb::mobile {

namespace {

Result<void> addLastVisit(LocalStore& store, OpenedDraft& opened) {
    const auto& row = opened.draft.row;
    const auto& id = opened.checklist->id;
    const auto& derived = store.derived();
    auto visit = derived.complete()
                     ? store::newestVisitOf(**store.opened(), derived.visits(row.site, id, store::kVisitsLookedAt), id,
                                            row.amends)
                     : store::previousVisit(**store.opened(), row.site, id, row.amends);
    if (!visit) return fail(visit.error());
    opened.previous = std::move(*visit);
    if (!opened.previous) return {};
    // What its items came to is judged by the version under which it was signed; the answers are shown without it, too.
    const auto used = store.published().document(opened.previous->checklist);
    if (!used) return {};
    if (const auto score = checklist::scoreAnswers(**used, opened.previous->answers)) {
        for (const auto& item : score->items) opened.lastVerdicts[item.id] = item.verdict;
    }
    return {};
}

Result<std::optional<NewerInfo>> newerOf(LocalStore& store, const store::InspectionDraft& draft) {
    std::optional<NewerInfo> none;
    const auto newer = store::newerVersionOf(**store.opened(), draft);
    if (!newer) return fail(newer.error());
    if (!*newer) return none;
    const auto to = store.published().document((*newer)->sha256);
    if (!to) return none;  // damaged on this device: there is nothing to move to
    return std::optional(NewerInfo{(*newer)->sha256, *to});
}

Result<void> addVersions(LocalStore& store, OpenedDraft& opened) {
    for (const auto& left : opened.draft.left) {
        const auto known = store.published().document(left.sha256);
        opened.left.push_back(known ? *known : nullptr);
    }
    auto newer = newerOf(store, opened.draft);
    if (!newer) return fail(newer.error());
    opened.newer = std::move(*newer);
    const auto published = store.published().checklists();
    if (!published) return fail(published.error());
    for (const auto& one : *published) {
        if (one.sha256 == opened.draft.row.checklist) opened.withdrawn = qs(one.withdrawn);
    }
    return {};
}

}  // namespace

Result<OpenedDraft> openDraft(LocalStore& store, const QString& id) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto draft = store::openDraft(**tablet, ss(id));
    if (!draft) return fail(draft.error());
    auto checklist = store.published().document(draft->row.checklist);
    if (!checklist) return fail(checklist.error());
    auto options = store::sessionOptions(**tablet, *draft);
    if (!options) return fail(options.error());
    auto site = store::siteById(**tablet, draft->row.site);
    if (!site) return fail(site.error());
    const auto profile = (*tablet)->profile();
    if (!profile) return fail(profile.error());
    if (auto kept = (*tablet)->setSetting(kOpenDraft, ss(id)); !kept) return fail(kept.error());
    OpenedDraft out;
    out.draft = std::move(*draft);
    out.options = std::move(*options);
    out.checklist = *checklist;
    out.site = std::move(*site);
    out.signer = qs(profile->personName);
    auto ends = store::visitFaultOf(**tablet, out.draft, out.checklist->signers);
    if (!ends) return fail(ends.error());
    out.task = *ends;
    if (auto last = addLastVisit(store, out); !last) return fail(last.error());
    if (out.draft.row.round.empty()) {
        auto assessed = assessmentBeside(store, out.draft.row.site, out.checklist->id, out.draft.row.amends);
        if (!assessed) return fail(assessed.error());
        out.assessed = std::move(*assessed);
    }
    if (auto versions = addVersions(store, out); !versions) return fail(versions.error());
    return out;
}

Result<std::optional<NewerInfo>> newerVersion(LocalStore& store, const QString& draft) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto loaded = store::loadDraft(**tablet, ss(draft));
    if (!loaded) return fail(loaded.error());
    return newerOf(store, *loaded);
}

Result<OpenedDraft> moveToVersion(LocalStore& store, const QString& draft, const Sha256& newer) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (auto moved = store::moveToVersion(**tablet, ss(draft), newer); !moved) return fail(moved.error());
    return openDraft(store, draft);
}

Result<OpenedDraft> stayOnVersion(LocalStore& store, const QString& draft, const Sha256& newer) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    if (auto stayed = store::stayOnVersion(**tablet, ss(draft), newer); !stayed) return fail(stayed.error());
    return openDraft(store, draft);
}

}  // namespace plumb::mobile
