#include "mobile/assess/assess_work.h"

#include "mobile/assess/assess_reader.h"
#include "mobile/ui/text.h"
#include "shared/store/assessment_assign.h"
#include "shared/store/assessment_draft.h"

namespace plumb::mobile {

Result<AssessInfo> readAssess(LocalStore& store, const AssessChoice& wanted) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return AssessReader(store, **tablet).read(wanted);
}

Result<QString> openAssessment(LocalStore& store, const AssessChoice& chosen, const QString& item, bool test) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto draft = store::beginAssessment(**tablet, ss(chosen.site), ss(chosen.round), test);
    if (!draft) return fail(draft.error());
    if (const auto merged = store::takeContributions(**tablet, draft->id); !merged) return fail(merged.error());
    if (!item.isEmpty())
        if (auto placed = (*tablet)->putEntries(draft->id, {store::placeEntry(ss(item))}); !placed)
            return fail(placed.error());
    return qs(draft->id);
}

Result<int> handOver(LocalStore& store, const QString& draft, const std::optional<domain::Whereabouts>& where) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto items = store::notContributed(**tablet, ss(draft));
    if (!items) return fail(items.error());
    if (items->empty()) return 0;
    if (const auto line = store::contribute(**tablet, ss(draft), where); !line) return fail(line.error());
    return static_cast<int>(items->size());
}

Result<bool> assignSection(LocalStore& store, const AssessChoice& chosen, const QString& section,
                           const QString& person) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    const auto published = store.derived().round(ss(chosen.round));
    if (!published) return fail(ErrorKind::notFound, "round_unknown", "this round is not on this device; sync first");
    const auto& round = published->round;
    const auto line =
        store::assignSection(**tablet, {ss(chosen.site), round.id, round.checklist, ss(section), ss(person)});
    if (!line) return fail(line.error());
    return line->has_value();
}

Result<void> decideConflict(LocalStore& store, const QString& draft, const QString& item, bool mine) {
    const auto tablet = store.opened();
    if (!tablet) return fail(tablet.error());
    return store::settle(**tablet, ss(draft), ss(item), mine ? store::Keep::mine : store::Keep::theirs);
}

}  // namespace plumb::mobile
