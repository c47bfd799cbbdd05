#include "shared/store/draft_version.h"

#include <algorithm>

#include "shared/store/draft_audit_trail.h"

namespace plumb::store {
namespace {

using checklist::VersionChange;
using Values = std::map<std::string, std::string>;

// What of `given` is not among what is carried. A value that only changed its form (another order of choices) is.
Values without(const Values& given, const Values& carried) {
    Values out;
    for (const auto& [name, value] : given) {
        if (!carried.contains(name)) out[name] = value;
    }
    return out;
}

checklist::Answers asideOf(const checklist::Answers& given, const checklist::Answers& carried) {
    return {without(given.values, carried.values),
            without(given.na, carried.na),
            without(given.notes, carried.notes),
            without(given.facts, carried.facts),
            {}};
}

// Rows that take away what is aside and put what is carried.
std::vector<DraftEntry> rowsFor(const checklist::Answers& aside, const checklist::Answers& carried) {
    auto out = answerEntries(aside);
    for (auto& entry : out) entry.value.clear();
    for (auto& entry : answerEntries(carried)) out.push_back(std::move(entry));
    return out;
}

}  // namespace

Result<std::optional<PublishedChecklist>> newerVersionOf(TabletStore& store, const InspectionDraft& draft) {
    std::optional<PublishedChecklist> none;
    if (!draft.row.amends.empty()) return none;
    const auto published = checklistsOf(store);  // the newest first
    if (!published) return fail(published.error());
    // What was published says which checklist it is; the document itself takes long to load.
    const auto own = std::ranges::find(*published, draft.row.checklist, &PublishedChecklist::sha256);
    std::string id;
    if (own != published->end()) {
        id = own->id;
    } else {
        const auto document = loadDocument(store, draft.row.checklist);
        if (!document) return fail(document.error());
        id = (*document)->id;
    }
    for (auto entry = published->begin(); entry != own; ++entry) {
        const bool stands = entry->withdrawn.empty() && (draft.test || !entry->test);
        if (entry->id == id && entry->here && stands) return std::optional(*entry);
    }
    return none;
}

Result<checklist::VersionDiff> diffToVersion(TabletStore& store, const InspectionDraft& draft, const Sha256& newer) {
    const auto from = loadDocument(store, draft.row.checklist), to = loadDocument(store, newer);
    if (!from) return fail(from.error());
    if (!to) return fail(to.error());
    return checklist::diffVersions(**from, **to, draft.answers);
}

Result<void> moveToVersion(TabletStore& store, const std::string& id, const Sha256& newer) {
    const auto draft = openDraft(store, id);
    if (!draft) return fail(draft.error());
    if (!draft->row.amends.empty())
        return fail(ErrorKind::refused, "amending", "an amendment stays on the version of the record that it amends");
    if (draft->row.checklist == newer)
        return fail(ErrorKind::refused, "same_version", "the draft stands on this version already");
    const auto from = loadDocument(store, draft->row.checklist), to = loadDocument(store, newer);
    if (!from) return fail(from.error());
    if (!to) return fail(to.error());
    if ((*from)->id != (*to)->id)
        return fail(ErrorKind::refused, "other_checklist",
                    "\"" + (*to)->id + "\" is another checklist than the draft's \"" + (*from)->id + "\"");
    const auto carried = checklist::diffVersions(**from, **to, draft->answers).carried;
    const LeftVersion left{(*from)->version, draft->row.checklist, store.now(), asideOf(draft->answers, carried)};
    auto rows = rowsFor(left.aside, carried);
    rows.push_back(leftVersionEntry(left, draft->left.size() + 1));
    const auto known = draft->trail.entries().size();
    const auto trail = trailLeadingTo(draft->trail, carried, photosPerItem(draft->photos), store.now());
    for (auto& row : trailRows(trail, known)) rows.push_back(std::move(row));
    return store.moveDraft(id, newer, rows);
}

Result<void> stayOnVersion(TabletStore& store, const std::string& draft, const Sha256& newer) {
    return store.putEntries(draft, {staysEntry(newer)});
}

}  // namespace plumb::store
