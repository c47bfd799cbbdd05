#include "mobile/check/draft_info.h"

#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "shared/checklist/session/session.h"

namespace plumb::mobile {

DraftInfo draftFact(const store::TabletStore& store, const store::InspectionDraft& draft,
                    const checklist::Checklist& checklist, const std::string& siteName) {
    checklist::SessionOptions options;
    options.trail = draft.trail;  // a form whose defaults were cleared is not a form that nobody filled yet
    checklist::Session session(
        std::shared_ptr<const checklist::Checklist>(std::shared_ptr<void>(), &checklist),
        [&store] { return store.now(); }, draft.answers, std::move(options));
    for (const auto& [item, count] : store::photosPerItem(draft.photos)) (void)session.setEvidenceCount(item, count);
    const auto totals = session.totals();
    DraftInfo out;
    out.id = qs(draft.row.id);
    out.site = qs(draft.row.site);
    out.siteName = qs(siteName);
    out.title = checklist.title;
    out.answered = totals.answered;
    out.total = totals.total;
    out.missing = totals.missing;
    for (const auto& missing : session.missing()) out.photosMissing += missing.what == checklist::Missing::What::photo;
    out.earned = totals.earned;
    out.judged = totals.judged;
    out.updatedMs = msOf(draft.row.updated);
    out.amends = qs(draft.row.amends);
    out.test = draft.test;
    return out;
}

}  // namespace plumb::mobile
