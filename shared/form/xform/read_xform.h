// XForms XML (the ODK XForms specification) → Definition. Hostile input ends in problems, never in a crash: no DTDs, no
// entities beyond XML's five, depth and size bounded.
#pragma once

#include <string_view>

#include "shared/form/definition/finish.h"
#include "shared/form/xform/tuning.h"

namespace plumb::form {

struct ReadForm {
    std::shared_ptr<const Definition> definition;  // null when there are problems
    std::vector<Problem> problems;
    std::vector<std::string> warnings;
};

// `files`: attached files by name (jr://file-csv/NAME …), where they are on disk.
ReadForm readXform(std::string_view xml, const std::map<std::string, std::string>& files = {});

}  // namespace plumb::form
