// An act of a rectification while it is written: texts, days, photos with their marks and documents of each finding,
// sealed as drafts of inspections are, a small entry for each change; on disk when a call returns. Kinds of entries:
// act, finding, form, document, and photo and marks as inspections have them (inspection_draft.h). Same thread as the
// store.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/store/act_sign.h"

namespace plumb::store {

struct ActDraft {
    DraftRow row;
    records::Act act;  // as far as it is written: members may be missing
    std::vector<Photo> photos;
    std::vector<AttachedFile> files;          // documents; pictures too, that were added before photos could be marked
    std::map<std::string, std::string> form;  // what a form says beside the act, by names of its own

    // The entry of a finding; null where there is none.
    [[nodiscard]] const records::ActEntry* entry(std::string_view item) const;
};

// Begins with what `act` says: its kind, the inspection and the order at least. One of a kind at a time for an order
// (of orders: for an inspection): the open one is given where there is one, as it stands. notFound "no_record".
Result<DraftRow> beginAct(TabletStore& store, const records::Act& act);
// notFound "no_draft".
Result<ActDraft> loadActDraft(const TabletStore& store, const std::string& id);
// Everything but the findings.
Result<void> putAct(TabletStore& store, const std::string& draft, const records::Act& act);
// Adds or replaces a finding's entry.
Result<void> putFinding(TabletStore& store, const std::string& draft, const records::ActEntry& entry);
// Everything but the files at once: findings and parts of the form that are not in these are taken away.
Result<void> putWhole(TabletStore& store, const std::string& draft, const records::Act& act,
                      const std::map<std::string, std::string>& form);
// Parts of the form; "" takes one away.
Result<void> putForm(TabletStore& store, const std::string& draft, const std::map<std::string, std::string>& form);
// The finding's entry and its files.
Result<void> removeFinding(TabletStore& store, const std::string& draft, const std::string& item);
Result<void> attach(TabletStore& store, const std::string& draft, const AttachedFile& file);
Result<void> detach(TabletStore& store, const std::string& draft, const AttachedFile& file);

// Adds a photo, or keeps what was changed of it: its words and its marks.
Result<void> attachPhoto(TabletStore& store, const std::string& draft, const Photo& photo);
Result<void> detachPhoto(TabletStore& store, const std::string& draft, const Photo& photo);

// Signs it as it stands (act_sign.h); the draft ends in the same transaction.
Result<record::Line> signActDraft(TabletStore& store, const std::string& draft);

}  // namespace plumb::store
