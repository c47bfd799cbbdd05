#include "shared/checklist/model/attached_list.h"

#include <sstream>

namespace plumb::checklist {
namespace {

// "value=code label=title": what parameters call a column; its usual name otherwise.
std::string columnFor(const FormPart& part, const std::string& what, const std::string& usual) {
    std::istringstream words(part.parameters);
    for (std::string word; words >> word;) {
        if (word.starts_with(what + "=")) return word.substr(what.size() + 1);
    }
    return usual;
}

std::optional<std::size_t> columnNamed(const FormPart& part, const std::string& name) {
    const auto* rows = part.list.tree ? part.list.tree->rows() : nullptr;
    for (std::size_t c = 0; rows && c < rows->columns(); ++c) {
        if (part.list.tree->names().text(rows->columnName(c)) == name) return c;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> listedRow(const FormPart& part, std::string_view name) {
    const auto column = columnNamed(part, columnFor(part, "value", "name"));
    if (!column) return std::nullopt;
    const auto found = part.list.tree->rows()->rowsWhere(*column, name);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::string listedLabel(const FormPart& part, std::string_view name) {
    const auto row = listedRow(part, name);
    const auto column = row ? columnNamed(part, columnFor(part, "label", "label")) : std::nullopt;
    std::string label = column ? part.list.tree->rows()->cell(*row, *column) : std::string();
    return label.empty() ? std::string(name) : label;
}

}  // namespace plumb::checklist
