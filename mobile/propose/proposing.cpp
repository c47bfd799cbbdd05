#include "mobile/propose/proposing.h"

#include <algorithm>

#include "mobile/people/unlocking.h"
#include "mobile/ui/text.h"
#include "shared/domain/record_types.h"
#include "shared/store/reference.h"

namespace plumb::mobile {

namespace {

// Calls `put` with the site's draft.
template <class Put>
Result<void> keep(LocalStore& store, const std::string& site, Put put) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto row = store::beginProposal(**tablet, site);
    if (!row) return fail(row.error());
    return put(**tablet, row->id);
}

}  // namespace

Result<SiteInfo> readSiteInfo(LocalStore& store, const std::string& site) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    auto found = store::siteById(**tablet, site);
    if (!found) return fail(found.error());
    auto rows = store::proposalsAbout(**tablet, site);
    if (!rows) return fail(rows.error());
    const auto book = (*tablet)->trust();
    const auto who = (*tablet)->profile();
    SiteInfo out;
    out.site = std::move(*found);
    const auto personOf = [&](const std::string& kid) { return book ? book->member(kid) : nullptr; };
    for (auto& row : *rows) {
        ProposalInfo info;
        const auto* by = personOf(row.kid);
        if (by) info.by = qs(by->personName);
        if (const auto* answerer = personOf(row.answeredBy)) info.answeredBy = qs(answerer->personName);
        info.own = by && who && by->personId == who->personId;
        info.waits = !row.place;
        info.row = std::move(row);
        out.proposals.push_back(std::move(info));
    }
    if (const auto open = store::openProposal(**tablet, site)) {
        auto draft = store::loadProposal(**tablet, open->id);
        if (!draft) return fail(draft.error());
        out.draft = std::move(*draft);
    }
    const auto& type = domain::recordType(records::kSiteProposed);
    out.mayPropose = who && std::ranges::any_of(who->grants, [&](const domain::Grant& grant) {
                         return type.mayBeBy(grant.role) && grant.coversPlace(out.site.region, out.site.id);
                     });
    return out;
}

Result<void> keepText(LocalStore& store, const std::string& site, const std::string& name, const std::string& text) {
    return keep(store, site, [&](store::TabletStore& tablet, const std::string& draft) {
        return store::putProposalText(tablet, draft, name, text);
    });
}

Result<void> keepPoint(LocalStore& store, const std::string& site, const std::optional<domain::Place>& point) {
    return keep(store, site, [&](store::TabletStore& tablet, const std::string& draft) {
        return store::putProposalPoint(tablet, draft, point);
    });
}

Result<void> keepWalk(LocalStore& store, const std::string& site, const domain::BoundaryWalk& walk, bool closed,
                      bool mocked, std::size_t kept, std::size_t gone) {
    return keep(store, site, [&](store::TabletStore& tablet, const std::string& draft) {
        return store::putProposalWalk(tablet, draft, walk, closed, mocked, kept, gone);
    });
}

Result<void> dropProposal(LocalStore& store, const std::string& site) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto open = store::openProposal(**tablet, site);
    return open ? (*tablet)->deleteDraft(open->id) : Result<void>();
}

Result<QString> signProposal(LocalStore& store, const std::string& site, const QString& pin) {
    const auto tablet = openedToSign(store, pin);
    if (!tablet) return fail(tablet.error());
    const auto open = store::openProposal(**tablet, site);
    if (!open)
        return fail(ErrorKind::notFound, "no_draft", "this draft is not here any more; it was signed or deleted");
    const auto line = store::signProposal(**tablet, open->id);
    if (!line) return fail(line.error());
    const auto row = (*tablet)->recordByHash(line->hash());
    return row ? qs(row->id) : QString();
}

}  // namespace plumb::mobile
