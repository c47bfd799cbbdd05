// A published version of a checklist (checklist.published, RECORDS.md): the body; its document and the files that it
// needs are files of the record. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/sha256.h"
#include "shared/checklist/model/local_text.h"

namespace plumb::records {

struct ChecklistPublication {
    std::string id, version;
    checklist::LocalText title;                    // in all languages of the document
    Sha256 sha256;                                 // of the document's bytes
    std::vector<std::string> programmes, sectors;  // whose sites it is for, where it says so
    std::string withdrawn = {};                    // why nothing is to begin on it any more; "": it stands

    friend bool operator==(const ChecklistPublication&, const ChecklistPublication&) = default;
};

// bad_payload with the member's path.
Result<ChecklistPublication> readChecklistPublication(const json::object& body);
json::object toBody(const ChecklistPublication& publication);

}  // namespace plumb::records
