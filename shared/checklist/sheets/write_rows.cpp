#include "shared/checklist/sheets/write_rows.h"

#include <algorithm>

#include "shared/checklist/sheets/json_text.h"
#include "shared/checklist/sheets/read_rows.h"
#include "shared/form/xlsform/sheet_cleaning.h"

namespace plumb::checklist {
namespace {

// Whether a cell gives the text back: readers clean it, and blank cells say nothing.
bool stands(std::string_view sheet, std::string_view column, const std::string& text) {
    return !text.empty() && form::isClean(text, form::useOf(sheet, column, text));
}

bool writeLocal(std::string_view sheet, const Column& column, const json::value& value,
                const std::vector<std::string>& languages, RowCells& out) {
    const std::string name(column.name);
    if (value.is_string()) {
        out[{name, ""}] = std::string(value.get_string());
        return stands(sheet, name, out[{name, ""}]);
    }
    if (!value.is_object() || value.get_object().empty()) return false;
    for (const auto& text : value.get_object()) {
        if (!text.value().is_string()) return false;
        if (std::find(languages.begin(), languages.end(), std::string_view(text.key())) == languages.end())
            return false;
        auto& cell = out[{name, std::string(text.key())}];
        cell = std::string(text.value().get_string());
        if (!stands(sheet, name, cell)) return false;
    }
    return true;
}

std::string_view topOf(std::string_view path) {
    return path.substr(0, path.find('.'));
}

// The sheet in which the rows of a kind stand, as far as it matters for what its columns are for.
std::string_view sheetOf(RowKind kind) {
    switch (kind) {
        case RowKind::section:
        case RowKind::item:
        case RowKind::question:
            return "survey";
        case RowKind::choice:
            return "choices";
        case RowKind::settings:
            return "settings";
        case RowKind::grade:
        case RowKind::level:
        case RowKind::fact:
        case RowKind::standard:
        case RowKind::band:
        case RowKind::reason:
        case RowKind::bonusGroup:
            break;
    }
    return {};
}

}  // namespace

RowCells writeRow(RowKind kind, const json::object& object, const std::vector<std::string>& languages) {
    // Each member is tried by itself: what its columns give back must be what it was.
    const std::string_view sheet = sheetOf(kind);
    RowCells out;
    for (const auto& member : object) {
        RowCells cells;
        json::object alone, again;
        alone[member.key()] = member.value();
        bool good = true;
        for (const auto& column : columnsOf(kind)) {
            if (topOf(column.path) != member.key()) continue;
            const auto* value = memberAt(alone, column.path);
            if (!value) continue;
            if (column.kind == CellKind::local) {
                good = good && writeLocal(sheet, column, *value, languages, cells) &&
                       setMember(again, column.path, *value);
                continue;
            }
            const std::string text = writeCell(column.kind, *value);
            const auto read =
                stands(sheet, column.name, text) ? readCell(column.kind, text) : CellValue{nullptr, "blank"};
            good = good && read.good() && setMember(again, column.path, read.value);
            cells[{std::string(column.name), ""}] = text;
        }
        if (good && canonicalJson(again) == canonicalJson(alone)) {
            out.merge(cells);
        } else {
            out[{"json:" + std::string(member.key()), ""}] = canonicalJson(member.value());
        }
    }
    return out;
}

SheetWriter::SheetWriter(std::string name, std::vector<RowKind> kinds, std::vector<std::string> languages)
    : m_name(std::move(name)), m_kinds(std::move(kinds)), m_languages(std::move(languages)) {}

form::Sheet SheetWriter::sheet() const {
    std::vector<std::string> order;
    const auto add = [&](std::string name) {
        if (std::find(order.begin(), order.end(), name) == order.end()) order.push_back(std::move(name));
    };
    for (const auto kind : m_kinds) {
        for (const auto name : structuralColumnsOf(kind)) {
            if (name != "appearance") add(std::string(name));
        }
    }
    for (const auto kind : m_kinds) {
        for (const auto& column : columnsOf(kind)) {
            if (column.name != "comment") add(std::string(column.name));
        }
    }
    add("appearance");
    add("comment");
    for (const auto& row : m_rows) {
        for (const auto& [place, text] : row) add(place.first);
    }
    std::vector<std::pair<std::string, std::string>> columns;
    std::vector<std::string> languages{""};
    languages.insert(languages.end(), m_languages.begin(), m_languages.end());
    for (const auto& name : order) {
        for (const auto& language : languages) {
            const bool used = std::any_of(m_rows.begin(), m_rows.end(), [&](const RowCells& row) {
                return row.contains({name, language});
            });
            if (used) columns.emplace_back(name, language);
        }
    }
    form::Sheet out{m_name, false, {}};
    auto& headers = out.rows.emplace_back();
    for (const auto& [name, language] : columns) headers.push_back(language.empty() ? name : name + "::" + language);
    for (const auto& row : m_rows) {
        auto& cells = out.rows.emplace_back();
        for (const auto& column : columns) {
            const auto found = row.find(column);
            cells.push_back(found == row.end() ? std::string() : found->second);
        }
    }
    return out;
}

}  // namespace plumb::checklist
