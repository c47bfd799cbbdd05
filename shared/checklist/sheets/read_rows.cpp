#include "shared/checklist/sheets/read_rows.h"

#include <algorithm>
#include <set>

#include "shared/checklist/model/nearest.h"
#include "shared/form/xlsform/xlsform_table.h"

namespace plumb::checklist {
namespace {

constexpr std::string_view kJson = "json:";

bool isIndex(std::string_view step) {
    return !step.empty() && step.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string pathOf(const std::string& path, std::string_view member) {
    std::string out = path;
    while (!member.empty()) {
        const auto end = std::min(member.find('.'), member.size());
        const auto step = member.substr(0, end);
        if (isIndex(step)) {
            out.append("[").append(step).append("]");
        } else {
            out.append(out.empty() ? "" : ".").append(step);
        }
        member.remove_prefix(std::min(end + 1, member.size()));
    }
    return out;
}

bool isXlsformSheet(std::string_view sheet) {
    return sheet == "survey" || sheet == "choices" || sheet == "external_choices" || sheet == "settings";
}

// Those of XLSForm, whatever the sheet: "appearance", "media::image", "bind::odk:length".
bool isOfXlsform(const SheetTable& table, const Header& header) {
    for (const std::string_view prefix : {"media", "bind", "body", "control", "instance", "attribute"}) {
        if (header.name == prefix) return isXlsformSheet(table.name());
    }
    return isXlsformColumn(table.name(), header.name);
}

bool isTranslated(std::span<const RowKind> kinds, std::string_view name) {
    for (const auto kind : kinds) {
        for (const auto& column : columnsOf(kind)) {
            if (column.name == name && column.kind == CellKind::local) return true;
        }
    }
    return false;
}

void readLocal(const SheetTable& table, std::size_t row, const Column& column, const std::string& path,
               json::object& out, SheetNotes& notes) {
    std::size_t plain = SheetTable::npos;
    json::object texts;
    for (const auto c : table.columns(column.name)) {
        const auto text = table.cell(row, c);
        if (text.empty()) continue;
        const auto& language = table.headers()[c].language;
        if (language.empty()) {
            plain = c;
        } else {
            texts[language] = json::string(text);
        }
        notes.places.addCell(pathOf(path, column.path) + (language.empty() ? "" : "." + language), table, row, c);
    }
    if (plain != SheetTable::npos && !texts.empty())
        return notes.add(table, row, plain, "stands beside the same text in a language: only one of both");
    if (plain == SheetTable::npos && texts.empty()) return;
    json::value value;
    if (plain != SheetTable::npos) {
        value = json::string(table.cell(row, plain));
    } else {
        json::object sorted;  // in the document's order of languages
        for (const auto& language : notes.languages) {
            if (const auto* text = texts.if_contains(language)) sorted[language] = *text;
        }
        value = std::move(sorted);
    }
    if (!setMember(out, column.path, std::move(value)))
        notes.add(table, row, table.columns(column.name).front(), "says again what a json: column says");
}

}  // namespace

bool setMember(json::object& object, std::string_view path, json::value value) {
    const auto end = path.find('.');
    if (end == std::string_view::npos) {
        object[path] = std::move(value);
        return true;
    }
    auto& inner = object[path.substr(0, end)];
    std::string_view rest = path.substr(end + 1);
    const auto next = rest.find('.');
    if (isIndex(rest.substr(0, next))) {  // always of one element: the first
        if (inner.is_null()) inner = json::array{json::object{}};
        if (!inner.is_array() || inner.get_array().empty() || !inner.get_array()[0].is_object()) return false;
        return setMember(inner.get_array()[0].get_object(), rest.substr(next + 1), std::move(value));
    }
    if (inner.is_null()) inner = json::object{};
    return inner.is_object() && setMember(inner.get_object(), rest, std::move(value));
}

const json::value* memberAt(const json::object& object, std::string_view path) {
    const auto end = path.find('.');
    const auto* inner = object.if_contains(path.substr(0, end));
    if (!inner || end == std::string_view::npos) return inner;
    std::string_view rest = path.substr(end + 1);
    const auto next = rest.find('.');
    if (isIndex(rest.substr(0, next))) {
        if (!inner->is_array() || inner->get_array().empty() || !inner->get_array()[0].is_object()) return nullptr;
        return memberAt(inner->get_array()[0].get_object(), rest.substr(next + 1));
    }
    return inner->is_object() ? memberAt(inner->get_object(), rest) : nullptr;
}

bool isXlsformColumn(std::string_view sheet, std::string_view name) {
    return isXlsformSheet(sheet) && form::isKnownXlsformColumn(sheet == "survey"     ? form::XlsformSheet::survey
                                                               : sheet == "settings" ? form::XlsformSheet::settings
                                                                                     : form::XlsformSheet::choices,
                                                               name);
}

void checkHeaders(const SheetTable& table, std::span<const RowKind> kinds, SheetNotes& notes) {
    std::vector<std::string_view> known;
    for (const auto kind : kinds) {
        // In a public form what only checklists have is the author's own.
        const auto take = [&](std::string_view name) {
            if (!notes.plain || name == "comment" || isXlsformColumn(table.name(), name)) known.push_back(name);
        };
        for (const auto& column : columnsOf(kind)) take(column.name);
        for (const auto name : structuralColumnsOf(kind)) take(name);
    }
    std::set<std::pair<std::string, std::string>> seen;
    for (std::size_t c = 0; c < table.headers().size(); ++c) {
        const Header& header = table.headers()[c];
        if (header.name.empty()) continue;
        if (!seen.emplace(header.name, header.language).second) {
            if (notes.plain) {
                notes.warn(table.name() + ", row 1: the column \"" + header.written +
                           "\" is there twice; the first that says something counts");
                continue;
            }
            notes.add(table, 1, c, "there are two columns \"" + header.written + "\"");
            continue;
        }
        if (header.name.starts_with(kJson) || notes.isFilterColumn(table, header.name)) continue;
        if (std::ranges::find(known, header.name) != known.end()) {
            if (header.language.empty()) continue;
            if (!isTranslated(kinds, header.name)) {
                notes.add(table, 1, c,
                          "\"" + header.name + "\" is the same in every language: write it without \"::\"");
            } else if (std::ranges::find(notes.languages, header.language) == notes.languages.end()) {
                std::vector<std::string_view> all(notes.languages.begin(), notes.languages.end());
                notes.add(table, 1, c,
                          "\"" + header.language.substr(0, 80) + "\" is not one of the document's languages" +
                              didYouMean(header.language, all));
            }
            continue;
        }
        if (isOfXlsform(table, header)) {
            const auto filled =
                std::ranges::count_if(table.rows(), [&](auto row) { return !table.cell(row, c).empty(); });
            if (filled > 0)
                notes.warn(table.name() + ", column " + header.written +
                           ": is XLSForm's, and checklists do not use it: " + std::to_string(filled) +
                           (filled == 1 ? " cell is" : " cells are") + " not read");
            continue;
        }
        // An author's own column is kept out, and listed; one that is nearly ours would lose points in silence.
        const std::string meant = didYouMean(header.name, known);
        if (!meant.empty() && !notes.plain) {
            notes.add(table, 1, c, "\"" + header.name.substr(0, 80) + "\" is no column of this sheet" + meant);
        } else {
            notes.warn(table.name() + ", row 1: the column \"" + header.written.substr(0, 80) +
                       "\" is the author's own and is not read" + meant);
        }
    }
    if (notes.plain) {
        if (!table.headless().empty())
            notes.warn(table.name() + ": " + std::to_string(table.headless().size()) +
                       " cells stand in columns without a name in row 1 and are not read");
        return;
    }
    for (const auto& [row, c] : table.headless())
        notes.add(table, row, c, "stands in a column without a name in row 1");
}

void readRow(const SheetTable& table, std::size_t row, RowKind kind, const std::string& path, json::object& out,
             SheetNotes& notes) {
    notes.places.addRow(path, kind, table, row);
    for (const auto c : table.jsonColumns()) {
        const std::string_view name = table.headers()[c].name;
        const auto text = table.cell(row, c);
        if (text.empty()) continue;
        const auto member = name.substr(kJson.size());
        auto value = parseJson(text);
        if (!value) {
            notes.add(table, row, c, "is no JSON: " + value.error().detail);
            continue;
        }
        out[member] = std::move(*value);
        notes.places.addCell(pathOf(path, member), table, row, c);
    }
    for (const auto& column : columnsOf(kind)) {
        if (notes.plain && column.name != "comment" && !isXlsformColumn(table.name(), column.name)) continue;
        if (column.kind == CellKind::local) {
            readLocal(table, row, column, path, out, notes);
            continue;
        }
        const auto c = table.column(column.name);
        const auto text = table.cell(row, c);
        if (text.empty()) continue;
        auto read = readCell(column.kind, text);
        if (!read.good()) {
            notes.add(table, row, c, std::move(read.problem));
        } else if (!setMember(out, column.path, std::move(read.value))) {
            notes.add(table, row, c, "says again what a json: column says");
        } else {
            notes.places.addCell(pathOf(path, column.path), table, row, c);
        }
    }
}

}  // namespace plumb::checklist
