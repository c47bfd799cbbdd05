// Reads a checklist document (JSON, see CHECKLIST.md). Pure; any thread.
// A syntax error names line and column and is the only one. Otherwise *all* semantic problems are collected, each with
// the JSON path of what is wrong (sections[1].items[3].questions[0].choices) and the line and column where that stands.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/load/tuning.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// Where an attached file (a CSV list of choices, a picture) is on disk; none where it is not here.
using AttachmentFinder = std::function<std::optional<std::string>(const std::string& name, const Sha256& sha256)>;

struct Problem {
    std::string path;  // "" for a syntax error
    std::size_t line = 0, column = 0;
    std::string sentence;

    // "line 40, column 7: sections[0].items[2].points: must be …"
    [[nodiscard]] std::string text() const;
};

// Malformed, code "bad_json" or "bad_checklist"; the detail has a line per problem. With `find` every attachment that
// the document names must be found; without it lists of choices that stand in files are empty.
Result<std::shared_ptr<const Checklist>> loadChecklist(std::string_view jsonText, const AttachmentFinder& find = {});

struct Loaded {
    std::shared_ptr<const Checklist> checklist;  // null when there are problems
    std::vector<Problem> problems;
    std::vector<std::string> warnings;  // of the form inside it: what it asks for that is not done
};
Loaded readChecklist(std::string_view jsonText, const AttachmentFinder& find = {});

}  // namespace plumb::checklist
