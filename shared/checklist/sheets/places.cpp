#include "shared/checklist/sheets/places.h"

#include <algorithm>
#include <array>

#include "shared/checklist/sheets/table.h"

namespace plumb::checklist {
namespace {

// "standards.0.ref" as paths of the loader have it: "standards[0].ref".
std::string loaderPath(std::string_view path) {
    std::string out;
    while (!path.empty()) {
        const auto end = std::min(path.find('.'), path.size());
        const auto step = path.substr(0, end);
        if (step.find_first_not_of("0123456789") == std::string_view::npos) {
            out.append("[").append(step).append("]");
        } else {
            out.append(out.empty() ? "" : ".").append(step);
        }
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return out;
}

std::string shortened(std::string_view text) {
    constexpr std::size_t kMost = 60;
    if (text.size() <= kMost) return std::string(text);
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return std::string(text.substr(0, end)) + "…";
}

}  // namespace

std::string SheetProblem::text() const {
    std::string out = sheet;
    if (row > 0) out += ", row " + std::to_string(row);
    if (!column.empty()) out += ", column " + column + (cell.empty() ? "" : " (" + cell + ")");
    if (!out.empty()) out += ": ";
    const std::string shown = shortened(found);
    if (!found.empty() && sentence.find("\"" + shown + "\"") == std::string::npos) out += "\"" + shown + "\": ";
    return out + sentence;
}

void Places::addRow(const std::string& path, RowKind kind, const SheetTable& table, std::size_t row) {
    m_places[path] = {&table, row, SheetTable::npos, kind};
}

void Places::addCell(const std::string& path, const SheetTable& table, std::size_t row, std::size_t column) {
    m_places[path] = {&table, row, column, std::nullopt};
}

SheetProblem Places::at(const SheetTable& table, std::size_t row, std::size_t column, std::string sentence) {
    SheetProblem out{table.name(), row, "", "", "", std::move(sentence)};
    if (column != SheetTable::npos) {
        if (column < table.headers().size()) out.column = table.headers()[column].written;
        if (out.column.empty()) out.column = form::columnName(column);
        if (row > 0) out.cell = form::columnName(column) + std::to_string(row);
        if (row > 1) out.found = table.cell(row, column);
    }
    return out;
}

void Places::renumber(SheetProblem& problem, const SheetTable& table) {
    const std::size_t number = table.numberOf(problem.row);
    if (problem.row == 0 || number == problem.row) return;
    problem.row = number;
    if (!problem.cell.empty())
        problem.cell = problem.cell.substr(0, problem.cell.find_first_of("0123456789")) + std::to_string(number);
}

// What whole sheets say.
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSheetOf{
    {{"sections", "survey"}, {"choices", "choices"}, {"grades", "grades"}, {"levels", "levels"}, {"facts", "facts"}}};

SheetProblem Places::resolve(std::string_view path) const {
    std::string_view rest = path;
    while (true) {
        const auto found = m_places.find(rest);
        if (found != m_places.end()) {
            const Place& place = found->second;
            SheetProblem out = at(*place.table, place.row, place.column, "");
            if (!place.kind) return out;
            // Something of the row that no cell says: the column in which it would stand.
            std::string_view below = path.substr(rest.size());
            if (below.starts_with('.')) below.remove_prefix(1);
            const Column* best = nullptr;
            std::size_t most = 0;
            for (const auto& column : columnsOf(*place.kind)) {
                const std::string whole = loaderPath(column.path);
                const bool fits =
                    !below.empty() && (below == whole || below.starts_with(whole + ".") ||
                                       below.starts_with(whole + "[") || whole.starts_with(std::string(below) + "."));
                if (fits && (!best || whole.size() > most)) {
                    best = &column;
                    most = below == whole ? std::string::npos : whole.size();
                }
            }
            if (!best && (below == "type" || below == "choices") && place.kind == RowKind::question) {
                out.column = "type";
            } else if (best) {
                out.column = best->name;
                if (best->kind == CellKind::local) {
                    // The first language in which there is nothing.
                    for (const auto c : place.table->columns(best->name)) {
                        if (place.table->cell(place.row, c).empty()) return at(*place.table, place.row, c, "");
                    }
                }
            }
            for (const auto c : place.table->columns(out.column)) return at(*place.table, place.row, c, "");
            return out;
        }
        const auto cut = rest.find_last_of(".[");
        if (cut == std::string_view::npos) {
            for (const auto& [member, sheet] : kSheetOf) {
                if (rest == member) return {std::string(sheet), 0, "", "", "", ""};
            }
            if (rest.empty()) return {"settings", 0, "", "", "", ""};
        }
        rest = rest.substr(0, cut == std::string_view::npos ? 0 : cut);
    }
}

SheetProblem Places::problemOf(const Problem& problem) const {
    SheetProblem out = resolve(problem.path);
    out.sentence = problem.sentence;
    constexpr std::string_view kTaken = " is taken by ";
    if (const auto at = out.sentence.rfind(kTaken); at != std::string::npos) {
        const auto other = resolve(std::string_view(out.sentence).substr(at + kTaken.size()));
        if (other.row > 0)
            out.sentence.replace(at + kTaken.size(), std::string::npos,
                                 other.sheet + ", row " + std::to_string(other.row));
    }
    return out;
}

}  // namespace plumb::checklist
