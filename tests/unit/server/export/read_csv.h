// Reads a CSV file that this server wrote.
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "sync-server/export/defuse.h"

namespace plumb::server::kit {

using Cells = std::vector<std::string>;

// RFC 4180, for texts that this program wrote.
inline std::vector<Cells> readCsv(std::string_view text) {
    REQUIRE(text.starts_with("\xEF\xBB\xBF"));
    text.remove_prefix(3);
    std::vector<Cells> rows(1);
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            cell += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == ',' || c == '\n')) {
            rows.back().emplace_back(undefused(cell));
            cell.clear();
            if (c == '\n') rows.emplace_back();
        } else if (quoted || c != '\r')
            cell += c;
    }
    rows.pop_back();
    return rows;
}

inline std::size_t column(const std::vector<Cells>& rows, const std::string& title) {
    const auto found = std::find(rows.at(0).begin(), rows.at(0).end(), title);
    INFO(title);
    REQUIRE(found != rows[0].end());
    return static_cast<std::size_t>(found - rows[0].begin());
}
inline std::string cell(const std::vector<Cells>& rows, std::size_t row, const std::string& title) {
    return rows.at(row).at(column(rows, title));
}

}  // namespace plumb::server::kit
