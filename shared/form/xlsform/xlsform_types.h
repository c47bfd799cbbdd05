// The question types of XLSForm: how each is asked and kept.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/definition/definition.h"

namespace plumb::form {

struct XlsformType {
    std::string_view name;
    std::optional<ControlKind> control;  // none: nobody is asked
    DataType data = DataType::string;
    std::string_view bind = "string";  // the type as a bind names it
    std::string_view media = {};
    std::string_view preload = {}, preloadParameters = {};
    std::string_view constraint = {};
};

// By any of its names, whatever the capital letters ("photo", "q date"); null when there is none.
const XlsformType* findXlsformType(std::string_view name);
// All names that may begin a type's cell, for suggestions.
const std::vector<std::string>& xlsformTypeNames();

// A type's cell: "select_one yes_no or_other", "begin repeat", "integer".
struct TypeCell {
    enum class What {
        question,
        choose,
        chooseFromFile,
        chooseExternal,
        beginGroup,
        beginRepeat,
        endGroup,
        endRepeat,
        loop
    };
    What what = What::question;
    ControlKind control = ControlKind::input;  // of choices
    std::string name;                          // the type, of a question
    std::string list;                          // of choices: the list, the file, or "${question}"
    bool orOther = false;
};
TypeCell parseTypeCell(std::string_view text);

}  // namespace plumb::form
