// A workbook of an author (SHEETS.md: XLSForm's sheets with our columns) → the checklist document, checked by the same
// loader as every document. Pure; any thread. All problems at once, each with sheet, row, column, what stands there and
// a suggestion; what of XLSForm is not used is listed in the warnings.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "shared/base/json.h"
#include "shared/checklist/model/model.h"
#include "shared/checklist/sheets/places.h"
#include "shared/form/xlsx/workbook.h"

namespace plumb::checklist {

struct ImportedSheets {
    json::value document;                        // readableJson() of it is the compiled checklist
    std::shared_ptr<const Checklist> checklist;  // null when there are problems
    std::vector<SheetProblem> problems;          // in the order of the sheets
    std::vector<std::string> warnings;
    bool plain = false;  // an XLSForm without any column of ours: no checklist, but a form that can be run
};

// `fileName`: of the workbook, without its ending: the id of a form whose settings say none.
ImportedSheets importSheets(const form::Workbook& workbook, const std::string& fileName = {});

}  // namespace plumb::checklist
