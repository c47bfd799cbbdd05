// Objects of the document → rows of a sheet. A member that no column can say goes to a "json:MEMBER" column; nothing is
// lost. Used by exportSheets() only.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "shared/checklist/sheets/columns.h"
#include "shared/form/xlsx/workbook.h"

namespace plumb::checklist {

// (column, language) → text.
using RowCells = std::map<std::pair<std::string, std::string>, std::string>;

// `object` without what other rows or sheets say of it.
RowCells writeRow(RowKind kind, const json::object& object, const std::vector<std::string>& languages);

// Gathers rows and gives the sheet: columns in the order of `kinds`, only those in which something stands.
class SheetWriter {
  public:
    SheetWriter(std::string name, std::vector<RowKind> kinds, std::vector<std::string> languages);

    void add(RowCells cells) { m_rows.push_back(std::move(cells)); }
    [[nodiscard]] bool empty() const { return m_rows.empty(); }
    [[nodiscard]] form::Sheet sheet() const;

  private:
    std::string m_name;
    std::vector<RowKind> m_kinds;
    std::vector<std::string> m_languages;
    std::vector<RowCells> m_rows;
};

}  // namespace plumb::checklist
