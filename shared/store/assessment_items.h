// A draft of a self-assessment, item by item: what each holds, and what it held when it was last contributed or taken
// in (its base). For the parts of assessment_draft.h; same thread as the store.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/checklist/model/model.h"
#include "shared/store/assessment_draft.h"

namespace plumb::store {

using Items = std::map<std::string, ItemContent>;

// Facts of the site stand in contributions beside the items; the base of each stands under this and its name.
inline const std::string kFactBase = "fact/";

struct OpenedAssessment {
    InspectionDraft draft;
    std::shared_ptr<const checklist::Checklist> checklist;
    Items items;  // that hold something

    [[nodiscard]] ItemContent item(const std::string& id) const;
    // Whether it is the item's base; one that never was contributed or taken in held nothing.
    [[nodiscard]] bool isBase(const std::string& id, const ItemContent& content) const;
    // The text of its base.
    [[nodiscard]] std::string base(const std::string& id) const;
};

// Two contents are the same where their texts are.
std::string contentText(const ItemContent& content);

// malformed "bad_value" where it is the draft of something else; as loadDraft and loadDocument.
Result<OpenedAssessment> openAssessment(TabletStore& store, const std::string& draft);
// An amendment begins with what was submitted: that is the base of all its items, once.
Result<void> setFirstBase(TabletStore& store, OpenedAssessment& opened);

std::optional<records::AssessmentRow> rowFor(const TabletStore& store, const OpenedAssessment& opened);

DraftEntry baseEntry(const std::string& item, const ItemContent& content);
// Entries that turn one content of an item into another.
std::vector<DraftEntry> entriesBetween(const std::string& item, const ItemContent& from, const ItemContent& to,
                                       const Instant& at);
// What a contribution gave an item, as far as this version of the checklist knows its questions. Files that answers
// name are part of those.
ItemContent contentOf(const records::AnsweredItem& answered, const record::Payload& line, const std::string& item,
                      const checklist::Checklist& document);

}  // namespace plumb::store
