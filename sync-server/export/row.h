// One row of a table that is taken away, as its source fills it and a writer reads it: cells in the order of the
// table's columns. Reused from row to row: thirty thousand inspections of a hundred cells cost no allocation each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/checklist/model/points.h"

namespace plumb::server {

enum class CellKind : std::uint8_t {
    empty,
    text,    // whatever people wrote
    number,  // a canonical decimal (checklist/model/decimal.h): of digits, a minus sign and a point alone
    moment,  // ISO 8601 with the offset from UTC; or a day, YYYY-MM-DD
};

// Degrees, WGS 84.
struct Position {
    double latitude = 0, longitude = 0;
};

class ExportRow {
  public:
    void clear() {
        m_bytes.clear();
        m_cells.clear();
        position.reset();
        boundary.clear();
    }

    void empty() { add(CellKind::empty, {}); }
    // An empty text is an empty cell.
    void text(std::string_view text) { add(text.empty() ? CellKind::empty : CellKind::text, text); }
    void moment(std::string_view text) { add(text.empty() ? CellKind::empty : CellKind::moment, text); }
    // REQUIRES: a canonical decimal, or "".
    void number(std::string_view decimal) { add(decimal.empty() ? CellKind::empty : CellKind::number, decimal); }
    void count(std::uint64_t count) { number(std::to_string(count)); }
    // Of thousandths, as points are kept: 83333 is 83.333.
    void points(checklist::Points thousandths) { number(checklist::pointsText(thousandths)); }

    [[nodiscard]] std::size_t size() const { return m_cells.size(); }
    [[nodiscard]] CellKind kind(std::size_t cell) const { return m_cells[cell].kind; }
    // Valid until the row changes.
    [[nodiscard]] std::string_view view(std::size_t cell) const {
        return std::string_view(m_bytes).substr(m_cells[cell].at, m_cells[cell].size);
    }

    // Where the row is on a map: its ground, else its point.
    std::vector<Position> boundary;  // closed, counterclockwise; empty: none
    std::optional<Position> position;

  private:
    struct Cell {
        CellKind kind;
        std::size_t at, size;
    };
    void add(CellKind kind, std::string_view text) {
        m_cells.push_back({kind, m_bytes.size(), text.size()});
        m_bytes.append(text);
    }

    std::string m_bytes;
    std::vector<Cell> m_cells;
};

}  // namespace plumb::server
