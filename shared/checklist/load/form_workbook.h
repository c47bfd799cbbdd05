// A checklist as an XLSForm: its sections, items and questions in rows, so that the reader that knows all of XLSForm
// makes the form inside it. Inside the room only (form_nodes.h is its door).
#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "shared/checklist/load/form_nodes.h"
#include "shared/form/xlsx/workbook.h"

namespace plumb::checklist {

struct FormWorkbook {
    form::Workbook workbook;
    struct Place {
        FormProblem::Of of = FormProblem::Of::document;
        std::size_t index = 0;
    };
    std::map<std::size_t, Place> survey, choices;  // what a row speaks of, by its number
    // Rows by index of the checklist's lists; 0 where there is none.
    std::vector<std::size_t> questionRow, sectionRow, itemRow, sectionGateRow, itemGateRow, fittingRow, factRow;
    std::size_t startGateRow = 0;
};

FormWorkbook writeForm(const Checklist& checklist);

}  // namespace plumb::checklist
