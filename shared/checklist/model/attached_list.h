// Choices that stand in an attached file: which row a name is, and what it is called. Nothing is loaded but the rows
// that are asked for. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/checklist/model/model.h"

namespace plumb::checklist {

// The row whose value ("name", or the column that parameters name: value=code) it is; none where the file is not here,
// has no such row, or is no table.
std::optional<std::uint32_t> listedRow(const FormPart& part, std::string_view name);

// What that choice is called: column "label" (or label=… of parameters); the name itself where there is none.
std::string listedLabel(const FormPart& part, std::string_view name);

}  // namespace plumb::checklist
