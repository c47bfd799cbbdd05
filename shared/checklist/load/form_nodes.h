// Builds the form inside a checklist (model/form_nodes.h).
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "shared/checklist/model/form_nodes.h"

namespace plumb::checklist {

struct FormProblem {
    enum class Of : std::uint8_t { document, section, item, question, choice };
    Of of = Of::document;
    std::size_t index = 0;  // of the section, item or question; of a choice: its question
    std::string column;     // XLSForm's name: "relevant", "choice_filter"
    std::string sentence;
};

struct BuiltForm {
    std::shared_ptr<const FormNodes> nodes;  // null when there are problems
    std::vector<FormProblem> problems;
    std::vector<std::string> warnings;
};

// `files`: attached files by name, where they are on disk.
BuiltForm buildForm(const Checklist& checklist, const std::map<std::string, std::string>& files = {});

// Whether the checklist's own evaluation of plain questions is not enough.
bool asksForForm(const Checklist& checklist);

}  // namespace plumb::checklist
