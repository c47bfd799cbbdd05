// A self-assessment that is being filled, by several people on several devices: each fills a draft of her own, an
// ordinary draft of an inspection with a round (inspection_draft.h), contributes whole items of it as they are done,
// and takes in what others contributed. What a draft last gave or took of an item is its base: what differs from it was
// changed here since. Same thread as the store.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/records/assessment/assessment.h"
#include "shared/store/inspection_draft.h"

namespace plumb::store {

// All of an item as it is contributed.
struct ItemContent {
    records::ItemAnswers answers;
    std::vector<record::FileRef> files;  // in order of role and hash

    friend bool operator==(const ItemContent& a, const ItemContent& b);
};

// A draft of this person for the site's self-assessment in this round, on the version of the checklist that the round
// asks for or the newest one; filled with what was contributed already. The open one where there is one. notFound
// round_unknown, no_checklist; refused round_closed (nothing is taken any more), round_submitted. `test`: one to try
// the checklist by, which takes and gives no contributions and is of no account to the round.
Result<DraftRow> beginAssessment(TabletStore& store, const std::string& site, const std::string& round,
                                 bool test = false);
// The one of them that is open; none where none is.
Result<std::optional<DraftRow>> openAssessmentDraft(const TabletStore& store, const std::string& site,
                                                    const std::string& round, bool test = false);

// Changed here since it was last contributed or taken in; what these items hold now.
Result<std::map<std::string, ItemContent>> notContributed(TabletStore& store, const std::string& draft);

// An item that was changed here and by somebody else since.
struct Divergence {
    std::string item;
    ItemContent mine, theirs;
    records::AnsweredItem from;  // whose, and when
};
struct Merged {
    std::vector<std::string> taken;     // items that now hold what others contributed
    std::vector<Divergence> divergent;  // untouched: the person chooses
};
// Takes in what others contributed since, item by item; never over what was changed here and not contributed. On disk
// when it returns: open editors read the draft again where `taken` is not empty.
Result<Merged> takeContributions(TabletStore& store, const std::string& draft);

// Takes in what others contributed, and signs one assessment.contributed of all that notContributed() gives; no line
// where that is nothing. Items that diverge are left out of it until they are settled. The codes of
// records::mayContribute, round_unknown, round_closed; tooLarge line_too_long. `where`: of this device now, none where
// nobody asks; a place that is not of this moment any more is stated as stale.
struct Contributed {
    std::optional<record::Line> line;
    Merged merged;
};
Result<Contributed> contribute(TabletStore& store, const std::string& draft,
                               const std::optional<records::Whereabouts>& where = {});

// Files that the lines of an assessment name: what a record may name without having them on this device.
std::vector<record::FileRef> filesOfContributions(const TabletStore& store, const std::string& site,
                                                  const std::string& round, const std::string& checklist);

enum class Keep { mine, theirs };
// Settles a divergence. Mine stands in the draft and is contributed next, after theirs; theirs replaces it here.
// notFound "no_divergence" where there is none (any more).
Result<void> settle(TabletStore& store, const std::string& draft, const std::string& item, Keep keep);

}  // namespace plumb::store
