// The list beside the map: which sites, in which order, and the numbers that marks on the map share with it. Texts are
// in the language of the app; UI thread.
#pragma once

#include <vector>

#include "mobile/map/map_rows.h"
#include "mobile/map/map_sites.h"
#include "mobile/position/position_source.h"

namespace plumb::mobile {

enum class ListedBy { due, distance, all };

struct MapList {
    std::vector<MapRow> rows;
    std::vector<QString> numbers;  // of every site, by its place among them; "" where it has none
};

// Every word of `filter` must stand somewhere in a site's name, code or facts. At most 200 rows.
MapList listSites(const MapSites& sites, ListedBy order, const QString& filter, const PositionSource& position);
// In order of name the sites were read; this puts what is due before it.
bool moreUrgent(const MapSite& a, const MapSite& b, Day today);

}  // namespace plumb::mobile
