// plumb checklist import FILE.xlsx and export FILE.json: between an author's workbook and the document.
#pragma once

#include <string>

namespace plumb::cli {

// Each writes `to` ("-": standard output) and gives the exit code. Problems are printed all at once, one a line.
int importChecklist(const std::string& file, const std::string& to, bool json);
int exportChecklist(const std::string& file, const std::string& to, bool json);

}  // namespace plumb::cli
