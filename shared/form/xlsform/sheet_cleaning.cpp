#include "shared/form/xlsform/sheet_cleaning.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "shared/form/xlsform/tuning.h"
#include "shared/form/xlsform/xlsform_table.h"

namespace plumb::form {
namespace {

std::string shown(const std::string& text) {
    if (text.size() <= kShownText) return text;
    std::size_t end = kShownText;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end) + "…";
}

// A default is an expression where it calls or refers to something.
bool looksComputed(std::string_view text) {
    if (text.find("${") != std::string_view::npos) return true;
    const auto open = text.find('(');
    if (open == 0 || open == std::string_view::npos) return false;
    const char before = text[open - 1];
    return (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z') || (before >= '0' && before <= '9') ||
           before == '-' || before == '_';
}

template <class List>
bool in(const List& list, std::string_view name) {
    return std::ranges::find(list, name) != list.end();
}

constexpr std::array<std::string_view, 10> kExpressions{"relevant",    "required",     "constraint", "read_only",
                                                        "calculation", "trigger",      "when",       "repeat_count",
                                                        "namespaces",  "choice_filter"};
// Of checklists: what one reckons with.
constexpr std::array<std::string_view, 22> kNumbers{"points",
                                                    "share",
                                                    "deduct",
                                                    "weight",
                                                    "min",
                                                    "above",
                                                    "max",
                                                    "below",
                                                    "each",
                                                    "most",
                                                    "part",
                                                    "days",
                                                    "target",
                                                    "full",
                                                    "base",
                                                    "key_floor",
                                                    "fails_below",
                                                    "bonus_most",
                                                    "bonus_capped_at",
                                                    "panel_drop_from",
                                                    "panel_alert_total",
                                                    "panel_alert_item_share"};
constexpr std::array<std::string_view, 14> kNames{"id",         "type",      "name",     "appearance", "disabled",
                                                  "kind",       "item",      "autoplay", "rows",       "save_to",
                                                  "parameters", "list_name", "form_id",  "version"};

}  // namespace

CellUse useOf(std::string_view sheet, std::string_view name, std::string_view cell) {
    if (in(kNames, name))
        return name == "name" && (sheet == "choices" || sheet == "external_choices") ? CellUse::choice : CellUse::name;
    if (sheet != "external_choices" && in(kNumbers, name)) return CellUse::number;
    if (sheet == "survey" && name == "default") return looksComputed(cell) ? CellUse::expression : CellUse::text;
    if (sheet == "settings" && name == "instance_name") return CellUse::expression;
    // Of grades it is no expression.
    if (in(kExpressions, name) && (name != "when" || sheet == "survey")) return CellUse::expression;
    if (name.starts_with("bind::")) return CellUse::expression;
    // What choice filters compare with an answer.
    const bool compared = sheet == "choices" || sheet == "external_choices";
    const bool forPeople = isTranslatedColumn(name) || name == "comment" || name.starts_with("json:");
    return compared && !forPeople ? CellUse::choice : CellUse::text;
}

std::vector<std::string> cleanSheets(Workbook& workbook) {
    std::vector<std::string> notes;
    std::size_t more = 0;
    const auto note = [&](std::string sentence) {
        if (notes.size() < kMostSheetNotes) {
            notes.push_back(std::move(sentence));
        } else {
            ++more;
        }
    };
    for (Sheet& sheet : workbook.sheets) {
        sheet.name = cleanCell(sheet.name, CellUse::name).text;
        if (sheet.rows.empty()) continue;
        const std::string key = columnKey(sheet.name);
        std::vector<std::string>& headers = sheet.rows.front();
        std::vector<std::string> names;  // of the columns, as useOf() knows them
        for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
            for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
                std::string& cell = sheet.rows[r][c];
                if (isAscii(cell)) {
                    if (!cell.empty()) cell = withoutSpace(cell);
                    continue;
                }
                if (r > 0 && names.empty()) {
                    for (const std::string& header : headers) names.push_back(canonicalColumn(key, header));
                }
                const CellUse use = r == 0             ? CellUse::choice
                                    : c < names.size() ? useOf(key, names[c], cell)
                                                       : CellUse::text;
                CleanCell clean = cleanCell(cell, use);
                const auto where = [&] {
                    return key + ", row " + std::to_string(r + 1) + ", column " +
                           (c < headers.size() ? headers[c] : columnName(c)) + " (" + columnName(c) +
                           std::to_string(r + 1) + "): ";
                };
                if (!clean.dropped.empty())
                    note(where() + describeAll(clean.dropped) + ", which nobody sees, is left out; it is '" +
                         shown(clean.text) + "' now");
                if (!clean.spaces.empty() && r > 0)
                    note(where() + describeAll(clean.spaces) + " is read as a space; it is '" + shown(clean.text) +
                         "' now");
                if (!clean.inConstant.empty())
                    note(where() + "a text in it holds " + describeAll(clean.inConstant) +
                         ", which looks like a space and is another character");
                cell = std::move(clean.text);
            }
        }
    }
    if (more > 0) notes.push_back("and " + std::to_string(more) + " cells more with characters that nobody sees");
    return notes;
}

}  // namespace plumb::form
