// XLSForm (https://xlsform.org, as pyxform reads it): the sheets survey, choices, settings, external_choices of a
// workbook → Definition. All problems at once, each with sheet, row, column, the offending text and a suggestion. What
// XLSForm has and this engine does not do is listed in Definition::notSupported.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "shared/form/xform/read_xform.h"
#include "shared/form/xlsx/workbook.h"

namespace plumb::form {

// What stands in columns that XLSForm does not have, for whom they are meant. Rows as the sheet counts them, from 1.
// Columns by name in small letters, "_" for spaces, the language as written: "finding::English (en)".
struct XlsformExtra {
    using Cells = std::map<std::string, std::string>;
    std::map<std::size_t, Cells> survey;
    Cells settings;
    std::map<std::uint32_t, std::size_t> rowOf;             // node of the definition → its row of survey
    std::map<std::size_t, std::uint32_t> nodeOf;            // and back
    std::map<std::string, std::string> writtenSurveyNames;  // column → its header as written
};

// Whose cells they are: people's, which are cleaned first (sheet_cleaning.h; what that changes is told in the warnings)
// and whose headers have many spellings; or a program's, where every character is meant.
enum class XlsformCells { ofPeople, exact };

// `files`: attached files by name, where they are on disk. `extra` may be null. `fallbackId`: what the form is called
// where settings do not say (the name of its file).
ReadForm readXlsform(const Workbook& workbook, const std::map<std::string, std::string>& files = {},
                     XlsformExtra* extra = nullptr, XlsformCells cells = XlsformCells::ofPeople,
                     const std::string& fallbackId = {});

}  // namespace plumb::form
