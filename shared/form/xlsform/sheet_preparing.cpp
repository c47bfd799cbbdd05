#include "shared/form/xlsform/sheet_preparing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "shared/form/xlsform/loop_rows.h"
#include "shared/form/xlsform/sheet_cleaning.h"
#include "shared/form/xlsform/tuning.h"
#include "shared/form/xlsform/xlsform_table.h"

namespace plumb::form {
namespace {

class Preparer {
  public:
    Preparer(Workbook& workbook, const IsRead& isRead) : m_workbook(workbook), m_isRead(isRead) {}

    PreparedSheets run() {
        loneSheet();
        const auto cleaned = cleanSheets(m_workbook);
        m_out.warnings.insert(m_out.warnings.end(), cleaned.begin(), cleaned.end());
        for (Sheet& sheet : m_workbook.sheets) {
            m_sheet = columnKey(sheet.name);
            if (sheet.rows.empty() || !headerIsThere(sheet)) continue;
            m_names.clear();
            for (const std::string& header : sheet.rows.front()) m_names.push_back(canonicalColumn(m_sheet, header));
            merged(sheet);
            flaws(sheet);
            if (m_sheet == "survey") questionNames(sheet);
        }
        if (m_out.problems.empty()) {
            for (SheetNote& one : expandLoops(m_workbook)) problem(std::move(one));
        }
        return std::move(m_out);
    }

  private:
    void problem(SheetNote note) {
        if (m_out.problems.size() < kMostSheetProblems) m_out.problems.push_back(std::move(note));
    }

    [[nodiscard]] SheetNote at(const Sheet& sheet, std::size_t row, std::size_t column, std::string sentence) const {
        const auto& headers = sheet.rows.front();
        return {
            m_sheet, row + 1, column, column < headers.size() ? headers[column] : std::string(), std::move(sentence),
            {}};
    }

    void loneSheet() {
        if (m_workbook.sheets.size() != 1) return;
        Sheet& only = m_workbook.sheets.front();
        if (columnKey(cleanCell(only.name, CellUse::name).text) == "survey") return;
        m_out.warnings.push_back("the sheet '" + only.name + "' is the only one: it is read as the sheet survey");
        only.name = "survey";
    }

    static bool names(const std::string& sheet, const std::vector<std::string>& row, std::string_view one,
                      std::string_view other) {
        const auto has = [&](std::string_view name) {
            return std::ranges::any_of(
                row, [&](const std::string& cell) { return cell.size() < 64 && canonicalColumn(sheet, cell) == name; });
        };
        return has(one) && has(other);
    }

    // A title above the names of the columns would make every column unknown.
    bool headerIsThere(const Sheet& sheet) {
        // A sheet, a column that it cannot do without, and another one that names its header beyond doubt.
        constexpr std::array<std::array<std::string_view, 3>, 10> kNeeded{{{"survey", "type", "name"},
                                                                           {"choices", "list_name", "name"},
                                                                           {"settings", "form_id", "form_title"},
                                                                           {"grades", "name", "label"},
                                                                           {"levels", "name", "label"},
                                                                           {"facts", "name", "type"},
                                                                           {"standards", "item", "standard"},
                                                                           {"bands", "item", "points"},
                                                                           {"reasons", "item", "label"},
                                                                           {"bonus", "name", "label"}}};
        const auto needed = std::ranges::find(kNeeded, m_sheet, [](const auto& one) { return one[0]; });
        if (needed == kNeeded.end() || names(m_sheet, sheet.rows.front(), (*needed)[1], (*needed)[1])) return true;
        for (std::size_t r = 1; r < std::min(sheet.rows.size(), kTitleRows); ++r) {
            if (!names(m_sheet, sheet.rows[r], (*needed)[1], (*needed)[2])) continue;
            problem({m_sheet,
                     1,
                     std::string::npos,
                     {},
                     "row 1 must name the columns, and here row " + std::to_string(r + 1) + " does",
                     r == 1 ? "delete row 1" : "delete rows 1 to " + std::to_string(r)});
            return false;
        }
        return true;
    }

    // The first cell has the text; a person sees it beside all rows.
    void merged(Sheet& sheet) {
        for (const MergedCells& one : sheet.merged) {
            const std::size_t bottom = std::min(one.bottom, sheet.rows.size() - 1);
            if (one.top == 0 || one.left >= m_names.size() || m_names[one.left].empty() || bottom <= one.top) continue;
            const std::string text(sheet.cell(one.top, one.left));
            if (text.empty() || !m_isRead(m_sheet, m_names[one.left])) continue;
            m_mergedRows += bottom - one.top;
            if (m_mergedRows > kMostMergedRows) {
                m_out.warnings.push_back(m_sheet + ": more merged cells than are looked at");
                return;
            }
            const bool own = m_names[one.left] == "type" || m_names[one.left] == "name";
            bool filled = false;
            for (std::size_t r = one.top + 1; r <= bottom && !own; ++r) {
                auto& row = sheet.rows[r];
                const bool says = std::ranges::any_of(row, [](const std::string& cell) { return !cell.empty(); });
                if (!says) continue;
                if (row.size() <= one.left) row.resize(one.left + 1);
                if (!row[one.left].empty()) continue;
                row[one.left] = text;
                filled = true;
            }
            const std::string range = columnName(one.left) + std::to_string(one.top + 1) + ":" + columnName(one.right) +
                                      std::to_string(one.bottom + 1);
            const std::string where = m_sheet + ", column " + sheet.rows.front()[one.left] + " (" + range + "): ";
            if (own) {
                m_out.warnings.push_back(where + "merged cells say what they say for the first row alone");
            } else if (filled) {
                m_out.warnings.push_back(where + "merged cells say the same for each of their rows");
            }
        }
    }

    void flaws(Sheet& sheet) {
        for (const CellFlaw& one : sheet.flaws) {
            if (one.column >= m_names.size() || m_names[one.column].empty()) continue;
            if (one.row > 0 && !m_isRead(m_sheet, m_names[one.column])) continue;
            switch (one.kind) {
                case CellFlaw::Kind::error: {
                    SheetNote note =
                        at(sheet, one.row, one.column, "the cell holds " + one.text + ", the error of a formula");
                    note.suggestion = "mend the formula, or write what it should say";
                    problem(std::move(note));
                    break;
                }
                case CellFlaw::Kind::noValue: {
                    SheetNote note = at(sheet, one.row, one.column,
                                        "the formula =" + one.text.substr(0, 60) + " has no result in the file");
                    note.suggestion = "open the file in a spreadsheet program and save it, or write the result itself";
                    problem(std::move(note));
                    break;
                }
                case CellFlaw::Kind::number:
                    number(sheet, one);
                    break;
            }
        }
    }

    // A space of another kind than " " looks like part of a name, or like nothing.
    void questionNames(const Sheet& sheet) {
        const auto column = static_cast<std::size_t>(std::ranges::find(m_names, "name") - m_names.begin());
        if (column == m_names.size()) return;
        for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
            const std::string name(sheet.cell(r, column));
            const CleanCell clean = cleanCell(name, CellUse::choice);
            if (clean.spaces.empty()) continue;
            std::string better = clean.text;
            std::ranges::replace(better, ' ', '_');
            SheetNote note = at(sheet, r, column, "'" + name + "' cannot be a name: it holds " + invisibleIn(name));
            note.suggestion = "write '" + better + "'";
            problem(std::move(note));
        }
    }

    // "1,234" and "50%" are for eyes; where one reckons with a number it stands as such. "007" is as good as 7.
    void number(Sheet& sheet, const CellFlaw& flaw) const {
        if (flaw.row >= sheet.rows.size() || flaw.column >= sheet.rows[flaw.row].size()) return;
        std::string& cell = sheet.rows[flaw.row][flaw.column];
        const CellUse use = useOf(m_sheet, m_names[flaw.column], cell);
        if (use != CellUse::expression && use != CellUse::number && m_names[flaw.column] != "default") return;
        double shown = 0, meant = 0;
        const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), shown);
        std::from_chars(flaw.text.data(), flaw.text.data() + flaw.text.size(), meant);
        const bool same = end.ec == std::errc() && end.ptr == cell.data() + cell.size() && shown == meant;
        if (!same) cell = flaw.text;
    }

    Workbook& m_workbook;
    const IsRead& m_isRead;
    PreparedSheets m_out;
    std::string m_sheet;
    std::size_t m_mergedRows = 0;
    std::vector<std::string> m_names;  // of the columns of the sheet at hand
};

}  // namespace

std::string SheetNote::where() const {
    std::string out = sheet + ", row " + std::to_string(row);
    if (column == std::string::npos) return out;
    return out + ", column " + (header.empty() ? columnName(column) : header) + " (" + columnName(column) +
           std::to_string(row) + ")";
}

PreparedSheets prepareSheets(Workbook& workbook, const IsRead& isRead) {
    return Preparer(workbook, isRead).run();
}

}  // namespace plumb::form
