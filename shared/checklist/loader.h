// Reads a checklist document (JSON, see CHECKLIST.md). Pure; any thread.
// A syntax error names line and column and is the only one. Otherwise *all* semantic problems are collected, each with
// the JSON path of what is wrong (sections[1].items[3].questions[0].choices) and the line and column where that stands.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/model.h"

namespace plumb::checklist {

// Larger documents are refused unread.
inline constexpr std::size_t kMaxDocumentBytes = 8 * 1024 * 1024;

struct Problem {
    std::string path;  // "" for a syntax error
    std::size_t line = 0, column = 0;
    std::string sentence;

    // "line 40, column 7: sections[0].items[2].points: must be …"
    [[nodiscard]] std::string text() const;
};

// Malformed, code "bad_json" or "bad_checklist"; the detail has a line per problem.
Result<std::shared_ptr<const Checklist>> loadChecklist(std::string_view jsonText);

struct Loaded {
    std::shared_ptr<const Checklist> checklist;  // null when there are problems
    std::vector<Problem> problems;
    std::vector<std::string> warnings;  // of the form inside it: what it asks for that is not done
};
Loaded readChecklist(std::string_view jsonText);

}  // namespace plumb::checklist
