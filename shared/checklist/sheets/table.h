// A sheet as rows of cells under headers, as authors write them: "Label :: zh" is the column label in the language zh.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/xlsx/workbook.h"

namespace plumb::checklist {

struct Header {
    std::string name;      // small letters, "_" for spaces; "" where the column has no header
    std::string language;  // "" where the header has none; of "English (en)" what stands in brackets
    std::string written;
};

class SheetTable {
  public:
    static constexpr std::size_t npos = std::string::npos;

    SheetTable() = default;
    explicit SheetTable(const form::Sheet& sheet);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::vector<Header>& headers() const { return m_headers; }
    // Rows that say something, as the sheet counts them, from 1; the headers stand in row 1.
    [[nodiscard]] const std::vector<std::size_t>& rows() const { return m_rows; }
    // Without the white space around; "" where there is no such cell.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const;
    // The column of that name and language, npos when there is none.
    [[nodiscard]] std::size_t column(std::string_view name, std::string_view language = "") const;
    [[nodiscard]] std::string_view cell(std::size_t row, std::string_view name) const {
        return cell(row, column(name));
    }
    // As far as a row reaches.
    [[nodiscard]] std::size_t width(std::size_t row) const { return m_cells[row - 1].size(); }
    // Columns "json:MEMBER".
    [[nodiscard]] const std::vector<std::size_t>& jsonColumns() const { return m_json; }
    // All columns of that name, with and without languages.
    [[nodiscard]] std::span<const std::size_t> columns(std::string_view name) const;
    // Says it otherwise; the cell must be there.
    void setCell(std::size_t row, std::size_t column, std::string text) { m_cells[row - 1][column] = std::move(text); }
    // As if the column had no header; nothing of it is read.
    void forget(std::size_t column);
    // Says the language of a column whose header has none.
    void setLanguage(std::size_t column, const std::string& language) { m_headers[column].language = language; }
    // The row of the file that a row is: another one where loops were written out.
    [[nodiscard]] std::size_t numberOf(std::size_t row) const {
        return row > 0 && row - 1 < m_numbers.size() ? m_numbers[row - 1] : row;
    }
    // Columns that reach further than the headers, with a cell that says something.
    [[nodiscard]] const std::vector<std::pair<std::size_t, std::size_t>>& headless() const { return m_headless; }

  private:
    std::string m_name;
    std::vector<Header> m_headers;
    std::vector<std::size_t> m_rows, m_json, m_numbers;
    std::vector<std::vector<std::string>> m_cells;                      // by row - 1
    std::map<std::string, std::vector<std::size_t>, std::less<>> m_by;  // name → columns
    std::vector<std::pair<std::size_t, std::size_t>> m_headless;        // row, column
};

}  // namespace plumb::checklist
