#include "mobile/map/clusters.h"

#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace plumb::mobile {

namespace {

std::uint64_t cellOf(std::int64_t column, std::int64_t row) {
    return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(column)) << 32) | static_cast<std::uint32_t>(row);
}

}  // namespace

std::vector<Cluster> clustered(const std::vector<QPointF>& points, double reach) {
    std::vector<Cluster> out;
    // By cell of the width of `reach`: the clusters that began there. Whatever is near enough began in one of nine.
    std::unordered_map<std::uint64_t, std::vector<int>> cells;
    cells.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto column = static_cast<std::int64_t>(std::floor(points[i].x() / reach)),
                   row = static_cast<std::int64_t>(std::floor(points[i].y() / reach));
        int joined = -1;
        for (std::int64_t y = row - 1; y <= row + 1; ++y) {
            for (std::int64_t x = column - 1; x <= column + 1; ++x) {
                const auto cell = cells.find(cellOf(x, y));
                if (cell == cells.end()) continue;
                for (const int known : cell->second) {
                    if (joined >= 0 && known > joined) break;
                    const QPointF away = out[static_cast<std::size_t>(known)].at - points[i];
                    if (QPointF::dotProduct(away, away) < reach * reach) joined = known;
                }
            }
        }
        if (joined >= 0) {
            ++out[static_cast<std::size_t>(joined)].count;
            continue;
        }
        cells[cellOf(column, row)].push_back(static_cast<int>(out.size()));
        out.push_back({points[i], static_cast<int>(i), 1});
    }
    return out;
}

}  // namespace plumb::mobile
