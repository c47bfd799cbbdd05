// Tables: rows stand whole on a page, heads repeat, and a row that is taller than a page goes on on the next.
#include <algorithm>

#include "shared/document/typeset/flow.h"

namespace plumb::document {
namespace {

constexpr double kPadX = 5, kPadY = 3;
constexpr double kTableAbove = 5;

std::vector<double> widthsOf(const Table& table) {
    std::vector<double> out = table.widths;
    double left = kInner - table.leadWidth;
    std::ptrdiff_t sharing = 0;
    for (const double width : out) {
        left -= width;
        sharing += width == 0;
    }
    for (double& width : out) {
        if (width == 0) width = std::max(left, 0.0) / static_cast<double>(sharing);
    }
    return out;
}

}  // namespace

struct Flow::SetRow {
    struct SetCell {
        Shared text;
        double x, width;  // from the table's edge
        bool shaded;
        std::size_t next = 0;  // line
    };
    std::vector<SetCell> cells;

    [[nodiscard]] double height() const {
        double most = 0;
        for (const auto& cell : cells) most = std::max(most, cell.text->heightOf(cell.next, cell.text->lines()));
        return most + 2 * kPadY;
    }
    [[nodiscard]] bool isDone() const {
        return std::all_of(cells.begin(), cells.end(),
                           [](const SetCell& cell) { return cell.next == cell.text->lines(); });
    }
};

Flow::SetRow Flow::setRow(const Row& row, const std::vector<double>& widths, bool head) {
    SetRow out;
    std::size_t column = 0;
    double x = 0;
    for (const auto& cell : row) {
        if (column == widths.size()) break;
        const auto end = std::min(widths.size(), column + static_cast<std::size_t>(std::max(cell.columns, 1)));
        double width = 0;
        for (; column < end; ++column) width += widths[column];
        out.cells.push_back(
            {set(cell.text, {kBodySize, cell.align}, width - 2 * kPadX), x, width, head || cell.shaded});
        x += width;
    }
    return out;
}

// Draws as many lines of each cell as `height` holds; the row's rest stays for the next page.
void Flow::drawRow(SetRow& row, const std::vector<double>& widths, double x, double height, bool middle) {
    double right = x;
    for (const double width : widths) right += width;
    for (auto& cell : row.cells) {
        if (cell.shaded) draw(PlacedShade{x + cell.x, m_y, cell.width, height});
        const auto lines = cell.text->fitting(cell.next, height - 2 * kPadY);
        const double taken = cell.text->heightOf(cell.next, cell.next + lines);
        put(cell.text, x + cell.x + kPadX, m_y + (middle ? (height - taken) / 2 : kPadY), cell.next, cell.next + lines);
        cell.next += lines;
        if (cell.x > 0) draw(PlacedLine{x + cell.x, m_y, x + cell.x, m_y + height, kInnerLine, kInnerGrey});
    }
    m_y += height;
    draw(PlacedLine{x, m_y, right, m_y, kInnerLine, kInnerGrey});
}

void Flow::closeGrid(const std::vector<double>& widths, double x) {
    double right = x;
    for (const double width : widths) right += width;
    frame(kSide, m_gridTop, right, m_y);
    if (x > kSide) draw(PlacedLine{x, m_gridTop, x, m_y, kInnerLine, kInnerGrey});
}

Result<void> Flow::place(const Table& table) {
    const auto widths = widthsOf(table);
    const double x = kSide + table.leadWidth;
    std::vector<SetRow> heads, rows;
    double headHeight = 0, whole = 0;
    for (const auto& row : table.head) {
        heads.push_back(setRow(row, widths, true));
        headHeight += heads.back().height();
    }
    for (const auto& row : table.rows) {
        rows.push_back(setRow(row, widths, false));
        whole += rows.back().height();
    }
    if (rows.empty() && heads.empty()) return {};
    Shared lead;
    double extra = 0;  // of the last row, where what stands beside them all is taller
    if (table.leadWidth > 0) {
        lead = set(table.lead, {}, table.leadWidth - 2 * kPadX);
        extra = std::max(0.0, lead->height() + 2 * kPadY - whole);
        whole += extra;
    }
    const auto drawHeads = [&] {
        openGrid();
        for (auto head : heads) drawRow(head, widths, x, head.height(), true);
    };
    m_y += kTableAbove;
    const double first = rows.empty() ? 0 : rows.front().height();
    need(headHeight + (table.leadWidth > 0 ? whole : first));
    const double top = m_y;
    drawHeads();
    for (auto& row : rows) {
        while (!row.isDone()) {
            const double room = kBottom - m_y, wanted = row.height();
            const bool fits = wanted <= room;
            // A row that a fresh page has no room for either begins here, if at least a few lines do.
            const bool never = wanted > kBottom - kTop - headHeight;
            if (!fits && (!never || room < 4 * kBodySize)) {
                closeGrid(widths, x);
                breakPage();
                drawHeads();
                continue;
            }
            const double more = &row == &rows.back() ? extra : 0;
            drawRow(row, widths, x, std::min(wanted + more, room), table.middle && fits);
            if (fits) break;
        }
    }
    if (lead) {
        draw(PlacedShade{kSide, top, table.leadWidth, m_y - top});
        put(lead, kSide + kPadX, top + (m_y - top - lead->height()) / 2);
    }
    closeGrid(widths, x);
    return {};
}

}  // namespace plumb::document
