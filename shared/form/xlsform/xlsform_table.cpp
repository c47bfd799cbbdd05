#include "shared/form/xlsform/xlsform_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/form/xlsform/sheet_cleaning.h"

namespace plumb::form {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// What a column was also called → what it is called.
constexpr std::array kSurvey{Pair{"command", "type"},
                             Pair{"tag", "name"},
                             Pair{"value", "name"},
                             Pair{"caption", "label"},
                             Pair{"relevance", "relevant"},
                             Pair{"bind::relevant", "relevant"},
                             Pair{"bind::required", "required"},
                             Pair{"readonly", "read_only"},
                             Pair{"bind::readonly", "read_only"},
                             Pair{"bind::constraint", "constraint"},
                             Pair{"constraining_message", "constraint_message"},
                             Pair{"bind::jr:constraintmsg", "constraint_message"},
                             Pair{"jr:constraintmsg", "constraint_message"},
                             Pair{"requiredmsg", "required_message"},
                             Pair{"bind::jr:requiredmsg", "required_message"},
                             Pair{"calculate", "calculation"},
                             Pair{"bind::calculate", "calculation"},
                             Pair{"count", "repeat_count"},
                             Pair{"jr:count", "repeat_count"},
                             Pair{"control::jr:count", "repeat_count"},
                             Pair{"body::jr:count", "repeat_count"},
                             Pair{"control::appearance", "appearance"},
                             Pair{"body::appearance", "appearance"},
                             Pair{"guidance", "guidance_hint"},
                             Pair{"list_name", "list_name"}};
constexpr std::array kChoices{Pair{"caption", "label"}, Pair{"value", "name"}, Pair{"list", "list_name"}};
constexpr std::array kSettings{Pair{"title", "form_title"},        Pair{"set_form_title", "form_title"},
                               Pair{"id_string", "form_id"},       Pair{"set_form_id", "form_id"},
                               Pair{"xml_root", "name"},           Pair{"form_version", "version"},
                               Pair{"set_form_version", "version"}};

constexpr std::array<std::string_view, 31> kKnownSurvey{"type",
                                                        "name",
                                                        "label",
                                                        "hint",
                                                        "guidance_hint",
                                                        "image",
                                                        "big-image",
                                                        "audio",
                                                        "video",
                                                        "appearance",
                                                        "relevant",
                                                        "required",
                                                        "required_message",
                                                        "constraint",
                                                        "constraint_message",
                                                        "read_only",
                                                        "calculation",
                                                        "default",
                                                        "trigger",
                                                        "repeat_count",
                                                        "choice_filter",
                                                        "parameters",
                                                        "disabled",
                                                        "save_to",
                                                        "autoplay",
                                                        "rows",
                                                        "intent",
                                                        "noapperrorstring",
                                                        "no_app_error_string",
                                                        "compact_tag",
                                                        "query"};
constexpr std::array<std::string_view, 6> kKnownChoices{"list_name", "name", "label", "image", "audio", "video"};
constexpr std::array<std::string_view, 22> kKnownSettings{"form_title",
                                                          "form_id",
                                                          "version",
                                                          "default_language",
                                                          "instance_name",
                                                          "public_key",
                                                          "submission_url",
                                                          "auto_send",
                                                          "auto_delete",
                                                          "style",
                                                          "name",
                                                          "namespaces",
                                                          "instance_xmlns",
                                                          "allow_choice_duplicates",
                                                          "prefix",
                                                          "delimiter",
                                                          "clean_text_values",
                                                          "omit_instanceid",
                                                          "sms_keyword",
                                                          "sms_separator",
                                                          "sms_allow_media",
                                                          "attribute"};
constexpr std::array<std::string_view, 9> kTranslated{
    "label", "hint", "guidance_hint", "image", "big-image", "audio", "video", "constraint_message", "required_message"};

template <class List>
bool in(const List& list, std::string_view name) {
    return std::ranges::find(list, name) != list.end();
}

template <class List>
std::string_view aliased(const List& list, std::string_view name) {
    for (const auto& [old, now] : list) {
        if (old == name) return now;
    }
    return name;
}

std::string_view presentName(XlsformSheet kind, std::string_view name) {
    if (kind == XlsformSheet::survey) return aliased(kSurvey, name);
    return kind == XlsformSheet::choices ? aliased(kChoices, name) : aliased(kSettings, name);
}

bool isKnown(XlsformSheet kind, std::string_view name) {
    if (kind == XlsformSheet::choices) return in(kKnownChoices, name) || name == "big-image";
    if (kind == XlsformSheet::settings) return in(kKnownSettings, name) || name.starts_with("attribute::");
    return in(kKnownSurvey, name) || name.starts_with("bind::") || name.starts_with("body::") ||
           name.starts_with("instance::");
}

// "media::image::French"; and as it was once written: "media:image:French", "bind:jr:constraintMsg".
std::vector<std::string> partsOf(XlsformSheet kind, std::string_view written) {
    std::vector<std::string> parts;
    const auto split = [&](std::string_view mark) {
        std::string_view rest = written;
        for (std::size_t at; (at = rest.find(mark)) != std::string_view::npos; rest.remove_prefix(at + mark.size()))
            parts.emplace_back(withoutSpace(rest.substr(0, at)));
        parts.emplace_back(withoutSpace(rest));
    };
    const std::string_view whole = withoutSpace(written);
    if (whole.find("::") != std::string_view::npos || whole.find(':') == std::string_view::npos ||
        whole.starts_with("jr:")) {
        split("::");
        return parts;
    }
    const std::string before(presentName(kind, columnKey(whole.substr(0, whole.find(':')))));
    constexpr std::array<std::string_view, 6> kGroups{"media", "bind", "body", "control", "instance", "attribute"};
    if (!in(kTranslated, before) && !in(kGroups, before)) return {std::string(whole)};
    split(":");
    // "jr:constraintMsg" is one name.
    if (parts.size() > 2 && in(kGroups, before) && before != "media") {
        parts[1] += ":" + parts[2];
        parts.erase(parts.begin() + 2);
    }
    return parts;
}

// "media::image::French" → "image", "French".
XlsformColumn parseHeader(XlsformSheet kind, const std::string& written) {
    XlsformColumn column;
    column.written = written;
    std::vector<std::string> parts = partsOf(kind, written);
    std::string name = columnKey(parts[0]);
    std::size_t used = 1;
    if (name == "media" && parts.size() > 1) {
        name = columnKey(parts[1]);
        used = 2;
    } else if ((name == "bind" || name == "body" || name == "control" || name == "instance" || name == "attribute") &&
               parts.size() > 1) {
        if (name == "control") name = "body";
        const std::string small = name + "::" + columnKey(parts[1]);
        const std::string_view present = presentName(kind, small);
        // Names of attributes keep their capital letters.
        name = present != small ? std::string(present) : name + "::" + parts[1];
        used = 2;
    }
    column.name = presentName(kind, name);
    for (std::size_t i = used; i < parts.size(); ++i) column.language += (i > used ? "::" : "") + parts[i];
    column.known = isKnown(kind, column.name) && (column.language.empty() || in(kTranslated, column.name));
    return column;
}

// As a program writes it: "label::zh", and anything else by its whole name.
XlsformColumn exactHeader(XlsformSheet kind, const std::string& written) {
    XlsformColumn column;
    column.name = column.written = written;
    const auto colons = written.find("::");
    if (colons != std::string::npos && in(kTranslated, written.substr(0, colons))) {
        column.name = written.substr(0, colons);
        column.language = written.substr(colons + 2);
    }
    column.known = isKnown(kind, column.name);
    return column;
}

}  // namespace

std::string canonicalColumn(std::string_view sheet, std::string_view header) {
    return xlsformHeader(sheet, header).name;
}

XlsformColumn xlsformHeader(std::string_view sheet, std::string_view header) {
    const XlsformSheet kind = sheet == "survey"     ? XlsformSheet::survey
                              : sheet == "settings" ? XlsformSheet::settings
                                                    : XlsformSheet::choices;
    return parseHeader(kind, std::string(header));
}

bool isKnownXlsformColumn(XlsformSheet kind, std::string_view canonical) {
    return isKnown(kind, canonical);
}

bool isTranslatedColumn(std::string_view canonical) {
    return in(kTranslated, canonical);
}

std::string columnKey(std::string_view text) {
    std::string key;
    for (const char c : withoutSpace(text)) {
        if (c == ' ' || c == '\t' || c == '\n') {
            if (!key.ends_with('_')) key += '_';
        } else {
            key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return key;
}

const std::vector<std::string>& knownXlsformColumns(XlsformSheet kind) {
    static const std::vector<std::string> kOfSurvey(kKnownSurvey.begin(), kKnownSurvey.end());
    static const std::vector<std::string> kOfChoices(kKnownChoices.begin(), kKnownChoices.end());
    static const std::vector<std::string> kOfSettings(kKnownSettings.begin(), kKnownSettings.end());
    if (kind == XlsformSheet::survey) return kOfSurvey;
    return kind == XlsformSheet::choices ? kOfChoices : kOfSettings;
}

XlsformTable::XlsformTable(const Sheet& sheet, XlsformSheet kind, bool exact)
    : m_name(columnKey(sheet.name)), m_kind(kind), m_exact(exact) {
    if (sheet.rows.empty()) return;
    for (const std::string& header : sheet.rows.front())
        m_columns.push_back(exact ? exactHeader(kind, header) : parseHeader(kind, header));
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
        XlsformRow row;
        row.number = sheet.numberOf(i);
        bool blank = true;
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            row.cells.emplace_back(m_columns[c].name.empty() ? std::string_view() : sheet.cell(i, c));
            blank = blank && row.cells.back().empty();
        }
        if (!blank) m_rows.push_back(std::move(row));
    }
}

bool XlsformTable::has(std::string_view column) const {
    return std::ranges::any_of(m_columns, [&](const XlsformColumn& one) { return one.name == column; });
}

const std::string& XlsformTable::cell(const XlsformRow& row, std::string_view column) const {
    static const std::string kNothing;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        if (m_columns[c].name == column && m_columns[c].language.empty() && !row.cells[c].empty()) return row.cells[c];
    }
    return kNothing;
}

std::map<std::string, std::string> XlsformTable::texts(const XlsformRow& row, std::string_view column) const {
    std::map<std::string, std::string> all;
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        if (m_columns[c].name == column && !row.cells[c].empty()) all.emplace(m_columns[c].language, row.cells[c]);
    }
    return all;
}

std::string XlsformTable::origin(const XlsformRow& row, std::string_view column) const {
    std::string out = m_name + ", row " + std::to_string(row.number);
    if (column.empty()) return out;
    const auto found = std::ranges::find(m_columns, column, &XlsformColumn::name);
    if (found == m_columns.end()) return out + ", column " + std::string(column);
    out += ", column " + found->written;
    // A program's rows are no cells that anybody could look up.
    if (m_exact) return out;
    const auto at = static_cast<std::size_t>(found - m_columns.begin());
    return out + " (" + columnName(at) + std::to_string(row.number) + ")";
}

}  // namespace plumb::form
