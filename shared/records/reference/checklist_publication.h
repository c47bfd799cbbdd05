// A published version of a checklist (checklist.published, RECORDS.md): the body; its document and the files that it
// needs are files of the record. Pure; any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/checklist/model/local_text.h"

namespace plumb::records {

// For which kinds of check a checklist may be published: those of tasks (planning/task.h), and a self-assessment.
inline constexpr std::array<std::string_view, 4> kCheckKinds{"routine", "individual", "special", "self"};

struct ChecklistPublication {
    std::string id, version;
    checklist::LocalText title;                    // in all languages of the document
    Sha256 sha256;                                 // of the document's bytes
    std::vector<std::string> programmes, sectors;  // whose sites it is for, where it says so
    std::string withdrawn = {};                    // why nothing is to begin on it any more; "": it stands
    std::vector<std::string> kinds = {};           // of kCheckKinds, for which it is; none named: for all
    bool test = false;                             // a draft version: only what counts for nothing begins on it

    friend bool operator==(const ChecklistPublication&, const ChecklistPublication&) = default;
};

// bad_payload with the member's path.
Result<ChecklistPublication> readChecklistPublication(const json::object& body);
json::object toBody(const ChecklistPublication& publication);

}  // namespace plumb::records
