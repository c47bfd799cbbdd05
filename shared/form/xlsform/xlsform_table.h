// A sheet of an XLSForm as rows of named cells: headers in any of the spellings that XLSForm has known, texts by
// language, cells without the white space around.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/xlsx/workbook.h"

namespace plumb::form {

enum class XlsformSheet { survey, choices, settings };

struct XlsformColumn {
    std::string name;      // "constraint_message", "image", "bind::foo"; of unknown ones their own, small, "_" for " "
    std::string language;  // of texts; "" where the header has none
    std::string written;   // the header
    bool known = false;

    // "finding::English", as extras are called.
    [[nodiscard]] std::string full() const { return language.empty() ? name : name + "::" + language; }
};

struct XlsformRow {
    std::size_t number = 0;  // in the sheet, from 1
    std::vector<std::string> cells;
};

class XlsformTable {
  public:
    XlsformTable() = default;
    // `exact`: headers and cells are what they are, as a program writes them, in no other spelling.
    XlsformTable(const Sheet& sheet, XlsformSheet kind, bool exact = false);

    [[nodiscard]] const std::vector<XlsformColumn>& columns() const { return m_columns; }
    // Those that are not blank.
    [[nodiscard]] const std::vector<XlsformRow>& rows() const { return m_rows; }
    [[nodiscard]] bool has(std::string_view column) const;
    // The cell without a language; "" where there is none.
    [[nodiscard]] const std::string& cell(const XlsformRow& row, std::string_view column) const;
    // By language ("" without), only those that say something.
    [[nodiscard]] std::map<std::string, std::string> texts(const XlsformRow& row, std::string_view column) const;
    // "survey, row 12, column relevant (D12)"; without the cell where cells are exact.
    [[nodiscard]] std::string origin(const XlsformRow& row, std::string_view column) const;
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] XlsformSheet kind() const { return m_kind; }

  private:
    std::string m_name;
    XlsformSheet m_kind = XlsformSheet::survey;
    bool m_exact = false;
    std::vector<XlsformColumn> m_columns;
    std::vector<XlsformRow> m_rows;
};

// A header of survey, choices, external_choices or settings (the sheet's name in small letters).
XlsformColumn xlsformHeader(std::string_view sheet, std::string_view header);
// A header of a sheet (its name in small letters) in the spelling of today: "Bind : Relevant" → "relevant", "label:fr"
// → "label".
std::string canonicalColumn(std::string_view sheet, std::string_view header);
// Whether it has a column for each language.
bool isTranslatedColumn(std::string_view canonical);
// The columns of XLSForm, for suggestions.
const std::vector<std::string>& knownXlsformColumns(XlsformSheet kind);
bool isKnownXlsformColumn(XlsformSheet kind, std::string_view canonical);
// Small letters, "_" for spaces.
std::string columnKey(std::string_view text);

}  // namespace plumb::form
