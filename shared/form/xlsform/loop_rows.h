// Loops of XLSForm ("begin loop over LIST"): their rows once for each choice of the list, in a group that has the
// choice's name and label, as pyxform writes them. %(name)s and %(label)s in a cell are the choice's.
#pragma once

#include <vector>

#include "shared/form/xlsform/sheet_preparing.h"

namespace plumb::form {

// Writes out the loops of the sheet survey; Sheet::numbers then says which row each was. What cannot be done is told.
std::vector<SheetNote> expandLoops(Workbook& workbook);

}  // namespace plumb::form
