// A checklist document → the workbook of its author (SHEETS.md). What is written imports to the same document again:
// that is checked before it is given. Pure; any thread.
#pragma once

#include <string_view>

#include "shared/base/result.h"
#include "shared/form/xlsx/workbook.h"

namespace plumb::checklist {

// Malformed where the document does not load ("bad_json", "bad_checklist"); unsupported "not_in_sheets" where something
// in it cannot stand in a sheet, with the way to it.
Result<form::Workbook> exportSheets(std::string_view document);

}  // namespace plumb::checklist
