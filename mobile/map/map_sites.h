// The published sites with what is due at each, as the map takes them. Facts; blocking, on the vault thread.
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "mobile/store/local_store.h"

namespace plumb::mobile {

enum class SiteState { overdue, today, later, none };  // in order of urgency

struct MapSite {
    QString id, name, region, facts, code, scale;
    std::optional<domain::GeoPoint> point;  // where one arrives; the middle of the boundary where only that is known
    domain::Ring boundary;
    std::optional<Day> due;  // the first of what has to be put right there
    int findings = 0;        // that wait to be put right or looked at again
    QString draft;           // of a check that was begun there
};

struct MapSites {
    std::vector<MapSite> sites;
    int placeless = 0;  // published without a point or a boundary
    Day today{};
};

Result<MapSites> readMapSites(LocalStore& store);

SiteState stateOf(const MapSite& site, Day today);
// "overdue", "today", "later", "none".
QString stateName(SiteState state);

}  // namespace plumb::mobile
