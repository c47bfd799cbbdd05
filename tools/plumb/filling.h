// What commands that fill a draft from files share: answers, photos and documents for items.
#pragma once

#include <string>
#include <vector>

#include "shared/store/attached_file.h"
#include "shared/store/inspection_draft.h"

namespace plumb::cli {

// "ITEM=VALUE" as options name it. Malformed "bad_file" or the code that is given.
Result<std::pair<std::string, std::string>> itemAnd(const std::string& option, const std::string& text,
                                                    const char* code = "bad_value");
// The media type that a file's name says; "application/octet-stream" where it says none that we know.
std::string mediaTypeOf(const std::string& path);
// ITEM=PATH: a picture is taken as what it is, anything else by its name.
Result<store::AttachedFile> importItemFile(store::TabletStore& store, const std::string& file);

struct Filling {
    std::string answers;             // file; may be empty
    std::vector<std::string> files;  // ITEM=PATH
    bool keepZone = false;           // of what is amended, whatever zone the answers name
};
// Lays the answers and files over what the draft holds, as one run of its trail. Unknown questions are refused: a
// session would set them aside silently.
Result<void> fillDraft(store::TabletStore& store, const store::DraftRow& draft, const Filling& filling);

}  // namespace plumb::cli
