// A spreadsheet as sheets of texts: what a person sees in each cell, so that "0.010" typed as text stays and 1 is "1".
// Real .xlsx (ECMA-376: a ZIP of XML), through libzip and pugixml. Formulas give their last result; formats, charts and
// macros are not looked at. Hostile files (zip bombs, entities, depth) end in an error before they cost memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace plumb::form {

// A cell of which the text is not the whole truth.
struct CellFlaw {
    enum class Kind {
        error,    // #N/A, #REF! …: the text of the cell is blank
        noValue,  // a formula without its last result: the text of the cell is blank
        number,   // a number whose format shows it otherwise: `text` is the number as such
    };
    Kind kind = Kind::error;
    std::size_t row = 0, column = 0;  // from 0
    std::string text;                 // the error, the formula, the number
};

// From 0, both ends included.
struct MergedCells {
    std::size_t top = 0, left = 0, bottom = 0, right = 0;
};

struct Sheet {
    std::string name;
    bool hidden = false;
    // rows[0] is row 1 of the sheet; rows and cells at the ends that are blank, or only white space, are left out. Of
    // merged cells the first has the text.
    std::vector<std::vector<std::string>> rows;
    std::vector<CellFlaw> flaws = {};      // in the sheet's order
    std::vector<MergedCells> merged = {};  // those of more than one row
    // Of rows that were written out (loops): which row of the file each is, from 1. Blank: rows stand where they stood.
    std::vector<std::size_t> numbers = {};

    // The row of the file, from 1, of rows[row].
    [[nodiscard]] std::size_t numberOf(std::size_t row) const {
        return row < numbers.size() ? numbers[row] : row + 1;
    }

    // "" where there is no such cell. From 0.
    [[nodiscard]] std::string_view cell(std::size_t row, std::size_t column) const {
        return row < rows.size() && column < rows[row].size() ? std::string_view(rows[row][column])
                                                              : std::string_view();
    }
};

struct Workbook {
    std::vector<Sheet> sheets;

    // By name, whatever its capital letters and the white space around; null when there is none.
    [[nodiscard]] const Sheet* sheet(std::string_view name) const;
};

struct WorkbookLimits {
    std::uint64_t unpacked = 64ull * 1024 * 1024;  // of all parts that are read
    std::uint64_t ratio = 200;                     // unpacked to packed, of one part larger than a megabyte
    std::uint64_t entries = 2000;
    std::size_t cells = 1'000'000;  // blank ones between others included
};

// Malformed: "bad_xlsx"; too large (a cell far from all others is named) or suspiciously well packed: "xlsx_too_large"; an old .xls, a text or an encrypted
// file: unsupported "not_xlsx". `bytes` is the whole file.
Result<Workbook> readWorkbook(std::string_view bytes, const WorkbookLimits& limits = {});

// The bytes of a plain .xlsx: every cell a text, the first row bold and frozen, columns as wide as what is in them. The
// same sheets give the same bytes.
std::string writeWorkbook(const Workbook& workbook);

// "A1" → column 0, row 0; "AB12" → 27, 11. False for anything else.
bool parseCellName(std::string_view name, std::size_t& row, std::size_t& column);
// 0 → "A", 27 → "AB".
std::string columnName(std::size_t column);

}  // namespace plumb::form
