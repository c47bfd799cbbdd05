#include "shared/checklist/sheets/table.h"

#include <algorithm>

#include "shared/checklist/sheets/columns.h"
#include "shared/form/xlsform/xlsform_table.h"

namespace plumb::checklist {
namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::string_view(" \t\r\n").find(text.front()) != std::string_view::npos)
        text.remove_prefix(1);
    while (!text.empty() && std::string_view(" \t\r\n").find(text.back()) != std::string_view::npos)
        text.remove_suffix(1);
    return text;
}

std::string key(std::string_view text) {
    std::string out;
    for (const char c : trimmed(text)) {
        if (c == ' ' || c == '\t' || c == '\n') {
            if (!out.ends_with('_')) out += '_';
        } else {
            out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return out;
}

// "English (en)" → "en".
std::string languageOf(std::string_view text) {
    std::string_view language = trimmed(text);
    const auto open = language.rfind('(');
    if (language.ends_with(')') && open != std::string_view::npos && open + 2 < language.size())
        language = trimmed(language.substr(open + 1, language.size() - open - 2));
    return std::string(language);
}

Header headerOf(std::string_view sheet, std::string_view written) {
    Header out;
    out.written = trimmed(written);
    if (sheet == "survey" || sheet == "choices" || sheet == "external_choices" || sheet == "settings") {
        // As XLSForm's authors have always spelled it.
        const form::XlsformColumn column = form::xlsformHeader(sheet, out.written);
        if (column.known && !column.name.starts_with("attribute::")) {
            out.name = column.name;
            out.language = languageOf(column.language);
            return out;
        }
    }
    if (out.written.starts_with("json:")) {  // members keep their capital letters
        out.name = out.written;
        return out;
    }
    std::string_view rest = out.written;
    if (key(rest.substr(0, rest.find("::"))) == "media" && rest.find("::") != std::string_view::npos)
        rest.remove_prefix(rest.find("::") + 2);  // "media::image::en" is the column "image::en"
    const auto colons = rest.find("::");
    out.name = presentColumn(key(rest.substr(0, colons)));
    if (colons == std::string_view::npos) return out;
    out.language = languageOf(rest.substr(colons + 2));
    return out;
}

}  // namespace

SheetTable::SheetTable(const form::Sheet& sheet)
    : m_name(key(sheet.name)), m_numbers(sheet.numbers), m_cells(sheet.rows) {
    if (sheet.rows.empty()) return;
    for (const auto& written : sheet.rows.front()) m_headers.push_back(headerOf(m_name, written));
    for (std::size_t c = 0; c < m_headers.size(); ++c) {
        if (m_headers[c].name.starts_with("json:")) m_json.push_back(c);
        if (!m_headers[c].name.empty()) m_by[m_headers[c].name].push_back(c);
    }
    for (std::size_t r = 1; r < m_cells.size(); ++r) {
        bool says = false;
        for (std::size_t c = 0; c < m_cells[r].size(); ++c) {
            auto& text = m_cells[r][c];
            text = std::string(trimmed(text));
            if (text.empty()) continue;
            says = true;
            if (c >= m_headers.size() || m_headers[c].name.empty()) m_headless.emplace_back(r + 1, c);
        }
        if (says) m_rows.push_back(r + 1);
    }
}

void SheetTable::forget(std::size_t column) {
    std::erase(m_by[m_headers[column].name], column);
    m_headers[column].name.clear();
}

std::string_view SheetTable::cell(std::size_t row, std::size_t column) const {
    if (row == 0 || row > m_cells.size() || column >= m_cells[row - 1].size()) return {};
    return m_cells[row - 1][column];
}

std::span<const std::size_t> SheetTable::columns(std::string_view name) const {
    const auto found = m_by.find(name);
    return found == m_by.end() ? std::span<const std::size_t>() : std::span<const std::size_t>(found->second);
}

std::size_t SheetTable::column(std::string_view name, std::string_view language) const {
    for (const auto c : columns(name)) {
        if (m_headers[c].language == language) return c;
    }
    return npos;
}

}  // namespace plumb::checklist
