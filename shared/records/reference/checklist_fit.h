// Whether a published version of a checklist is for a check: for the site's programme and sector, and for the kind of
// check. Asked by lists that offer checklists, by whoever assigns or plans a check, and by the server. What a
// publication does not name speaks against nothing, and neither does what is not known of the check. Pure; any thread.
#pragma once

#include <string>

#include "shared/records/reference/checklist_publication.h"

namespace plumb::records {

// Of the check that is to begin; "": not known, or none.
struct CheckAsked {
    std::string programme = {}, sector = {};  // of its site, as published
    std::string kind = {};                    // of kCheckKinds; of an inspection that nobody sent for ""
    bool test = false;                        // it is made in test mode
};

// `stated` where it names the programme or the sector, `any` where nothing speaks against it, `other` where it is for
// another programme, sector or kind of check.
enum class Fit { other, any, stated };
Fit fitOf(const ChecklistPublication& publication, const CheckAsked& asked);
// By the kind alone. An inspection that nobody sent for goes by every checklist but one for self-assessments alone.
bool isForKind(const ChecklistPublication& publication, std::string_view kind);

// Whether the check may go by that version. Refused, each with what to do: checklist_withdrawn, checklist_testing (a
// draft version, and the check would count), checklist_kind, checklist_site.
Result<void> mayGoBy(const ChecklistPublication& publication, const CheckAsked& asked);

}  // namespace plumb::records
