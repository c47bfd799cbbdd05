// A published version of a checklist (checklist.published, RECORDS.md): the body; its document and the files that it
// needs are files of the record.
#pragma once

#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/base/sha256.h"

namespace plumb::records {

struct ChecklistPublication {
    std::string id, version;
    std::string titleZh, titleEn;
    Sha256 sha256;                                 // of the document's bytes
    std::vector<std::string> programmes, sectors;  // whose sites it is for, where it says so

    friend bool operator==(const ChecklistPublication&, const ChecklistPublication&) = default;
};

// Malformed ("bad_payload") with the member that is wrong.
Result<ChecklistPublication> readChecklistPublication(const json::object& body);
json::object toBody(const ChecklistPublication& publication);

}  // namespace plumb::records
