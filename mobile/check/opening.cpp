// Opening a draft: with it comes what stands beside it on the screen, the visit before and the versions of its
// checklist.
#include "mobile/store/local_store.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

Result<OpenedDraft> Desk::open(const QString& id) {
    const auto store = opened();
    if (!store) return fail(store.error());
    auto draft = store::openDraft(**store, ss(id));
    if (!draft) return fail(draft.error());
    auto checklist = document(draft->row.checklist);
    if (!checklist) return fail(checklist.error());
    auto site = store::siteById(**store, draft->row.site);
    if (!site) return fail(site.error());
    const auto profile = (*store)->profile();
    if (!profile) return fail(profile.error());
    if (auto kept = (*store)->setSetting(kOpenDraft, ss(id)); !kept) return fail(kept.error());
    OpenedDraft out;
    out.draft = std::move(*draft);
    out.checklist = *checklist;
    out.site = std::move(*site);
    out.signer = qs(profile->personName);
    if (auto last = addLastVisit(out); !last) return fail(last.error());
    if (auto versions = addVersions(out); !versions) return fail(versions.error());
    return out;
}

Result<void> Desk::addLastVisit(OpenedDraft& opened) {
    const auto& row = opened.draft.row;
    auto visit = store::previousVisit(*m_store, row.site, opened.checklist->id, row.amends);
    if (!visit) return fail(visit.error());
    opened.previous = std::move(*visit);
    if (!opened.previous) return {};
    // What its items came to is judged by the version under which it was signed; the answers are shown without it, too.
    const auto used = document(opened.previous->checklist);
    if (!used) return {};
    if (const auto score = checklist::scoreAnswers(**used, opened.previous->answers)) {
        for (const auto& item : score->items) opened.lastVerdicts[item.id] = item.verdict;
    }
    return {};
}

Result<void> Desk::addVersions(OpenedDraft& opened) {
    for (const auto& left : opened.draft.left) {
        const auto known = document(left.sha256);
        opened.left.push_back(known ? *known : nullptr);
    }
    auto newer = newerOf(opened.draft);
    if (!newer) return fail(newer.error());
    opened.newer = std::move(*newer);
    return {};
}

Result<std::optional<NewerFact>> Desk::newerOf(const store::InspectionDraft& draft) {
    std::optional<NewerFact> none;
    const auto newer = store::newerVersionOf(*m_store, draft);
    if (!newer) return fail(newer.error());
    if (!*newer) return none;
    const auto to = document((*newer)->sha256);
    if (!to) return none;  // damaged on this device: there is nothing to move to
    return std::optional(NewerFact{(*newer)->sha256, *to});
}

Result<std::optional<NewerFact>> Desk::newerVersion(const QString& draft) {
    const auto store = opened();
    if (!store) return fail(store.error());
    const auto loaded = store::loadDraft(**store, ss(draft));
    if (!loaded) return fail(loaded.error());
    return newerOf(*loaded);
}

Result<OpenedDraft> Desk::moveToVersion(const QString& draft, const Sha256& newer) {
    const auto store = opened();
    if (!store) return fail(store.error());
    if (auto moved = store::moveToVersion(**store, ss(draft), newer); !moved) return fail(moved.error());
    return open(draft);
}

Result<OpenedDraft> Desk::stayOnVersion(const QString& draft, const Sha256& newer) {
    const auto store = opened();
    if (!store) return fail(store.error());
    if (auto stayed = store::stayOnVersion(**store, ss(draft), newer); !stayed) return fail(stayed.error());
    return open(draft);
}

}  // namespace plumb::mobile
