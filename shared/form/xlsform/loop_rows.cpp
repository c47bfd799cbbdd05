#include "shared/form/xlsform/loop_rows.h"

#include <algorithm>
#include <map>
#include <optional>

#include "shared/form/xlsform/sheet_cleaning.h"
#include "shared/form/xlsform/tuning.h"
#include "shared/form/xlsform/xlsform_table.h"
#include "shared/form/xlsform/xlsform_types.h"

namespace plumb::form {
namespace {

using Cells = std::vector<std::string>;

struct LoopChoice {
    std::string name;
    std::map<std::string, std::string> labels;  // by language
};

std::string replaced(std::string text, std::string_view what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

class Loops {
  public:
    Loops(Sheet& survey, const Sheet* choices) : m_survey(survey), m_table(survey, XlsformSheet::survey) {
        if (choices) readChoices(*choices);
        for (std::size_t c = 0; c < m_table.columns().size(); ++c) {
            const XlsformColumn& one = m_table.columns()[c];
            if (one.name == "type" && !m_type) m_type = c;
            if (one.name == "name" && !m_name) m_name = c;
        }
    }

    std::vector<SheetNote> run() {
        if (!m_type || !m_name) return {};
        const bool any =
            std::ranges::any_of(m_survey.rows, [&](const Cells& row) { return whatOf(row) == What::loop; });
        if (!any) return {};
        m_rows.push_back(m_survey.rows.front());
        m_numbers.push_back(1);
        take(1, m_survey.rows.size(), nullptr, 0);
        if (!m_notes.empty()) {
            // Said once: what stands in the loop is read as if it stood alone.
            for (Cells& row : m_survey.rows) {
                if (whatOf(row) == What::loop) row.clear();
            }
            return std::move(m_notes);
        }
        m_survey.rows = std::move(m_rows);
        m_survey.numbers = std::move(m_numbers);
        return {};
    }

  private:
    using What = TypeCell::What;

    [[nodiscard]] std::string_view type(const Cells& row) const {
        return *m_type < row.size() ? std::string_view(row[*m_type]) : std::string_view();
    }
    [[nodiscard]] What whatOf(const Cells& row) const {
        return type(row).empty() ? What::question : parseTypeCell(type(row)).what;
    }

    void readChoices(const Sheet& sheet) {
        const XlsformTable table(sheet, XlsformSheet::choices);
        for (const XlsformRow& row : table.rows()) {
            LoopChoice choice{table.cell(row, "name"), table.texts(row, "label")};
            if (!choice.name.empty()) m_lists[table.cell(row, "list_name")].push_back(std::move(choice));
        }
    }

    void problem(std::size_t row, std::string sentence, std::string suggestion) {
        m_notes.push_back({"survey", row + 1, *m_type, m_table.columns()[*m_type].written, std::move(sentence),
                           std::move(suggestion)});
    }

    // A row as it is, or with the choice of the loop around in it.
    void copy(std::size_t row, const LoopChoice* choice) {
        if (isFull(row)) return;
        Cells cells = m_survey.rows[row];
        for (std::size_t c = 0; choice && c < std::min(cells.size(), m_table.columns().size()); ++c) {
            if (cells[c].find("%(") == std::string::npos) continue;
            cells[c] = replaced(std::move(cells[c]), "%(name)s", choice->name);
            cells[c] = replaced(std::move(cells[c]), "%(label)s", labelIn(*choice, m_table.columns()[c].language));
        }
        m_rows.push_back(std::move(cells));
        m_numbers.push_back(row + 1);
    }

    // Loops in loops may make any number of rows of a few.
    bool isFull(std::size_t row) {
        if (m_rows.size() <= kMostLoopRows) return false;
        if (m_notes.empty()) problem(row, "the loops make more than " + std::to_string(kMostLoopRows) + " rows", "");
        return true;
    }

    static std::string labelIn(const LoopChoice& choice, const std::string& language) {
        if (const auto found = choice.labels.find(language); found != choice.labels.end()) return found->second;
        return choice.labels.empty() ? choice.name : choice.labels.begin()->second;
    }

    // Rows [from, to).
    void take(std::size_t from, std::size_t to, const LoopChoice* choice, std::size_t depth) {
        for (std::size_t r = from; r < to && m_notes.empty(); ++r) {
            if (whatOf(m_survey.rows[r]) != What::loop) {
                copy(r, choice);
                continue;
            }
            const std::size_t end = endOf(r, to);
            if (m_notes.empty()) loop(r, end, choice, depth);
            r = end;
        }
    }

    // The row that ends the loop of row `from`.
    std::size_t endOf(std::size_t from, std::size_t to) {
        if (columnKey(type(m_survey.rows[from])).starts_with("end")) {
            problem(from, "'end loop' ends nothing: no loop is open", "");
            return from;
        }
        std::size_t open = 0;
        for (std::size_t r = from; r < to; ++r) {
            if (whatOf(m_survey.rows[r]) != What::loop) continue;
            if (!columnKey(type(m_survey.rows[r])).starts_with("end")) {
                ++open;
            } else if (--open == 0) {
                return r;
            }
        }
        problem(from, "the loop does not end", "add a row 'end loop'");
        return from;
    }

    void loop(std::size_t begin, std::size_t end, const LoopChoice* around, std::size_t depth) {
        const std::string list = parseTypeCell(type(m_survey.rows[begin])).list;
        const auto found = m_lists.find(list);
        if (list.empty() || found == m_lists.end())
            return problem(begin, "the loop goes over no list of the sheet choices", "write 'begin loop over LIST'");
        if (depth >= kMostLoopDepth) return problem(begin, "loops lie too deep in one another", "");
        copy(begin, around);
        m_rows.back()[*m_type] = "begin group";
        for (const LoopChoice& choice : found->second) {
            if (isFull(begin) || !m_notes.empty()) return;
            if (choice.name == "none") continue;  // pyxform leaves it out, too
            group(begin, choice);
            take(begin + 1, end, &choice, depth + 1);
            endGroup(end);
        }
        endGroup(end);
    }

    void group(std::size_t row, const LoopChoice& choice) {
        Cells cells(m_table.columns().size());
        cells[*m_type] = "begin group";
        cells[*m_name] = choice.name;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const XlsformColumn& one = m_table.columns()[c];
            if (one.name == "label") cells[c] = labelIn(choice, one.language);
        }
        m_rows.push_back(std::move(cells));
        m_numbers.push_back(row + 1);
    }

    void endGroup(std::size_t row) {
        Cells cells(m_table.columns().size());
        cells[*m_type] = "end group";
        m_rows.push_back(std::move(cells));
        m_numbers.push_back(row + 1);
    }

    Sheet& m_survey;
    XlsformTable m_table;
    std::map<std::string, std::vector<LoopChoice>> m_lists;
    std::optional<std::size_t> m_type, m_name;
    std::vector<Cells> m_rows;
    std::vector<std::size_t> m_numbers;
    std::vector<SheetNote> m_notes;
};

}  // namespace

std::vector<SheetNote> expandLoops(Workbook& workbook) {
    const auto survey =
        std::ranges::find_if(workbook.sheets, [](const Sheet& one) { return columnKey(one.name) == "survey"; });
    if (survey == workbook.sheets.end() || survey->rows.empty()) return {};
    return Loops(*survey, workbook.sheet("choices")).run();
}

}  // namespace plumb::form
