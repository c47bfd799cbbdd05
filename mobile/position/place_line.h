// Where the tablet is in regard to the site that is checked, in words. UI thread (it translates).
#pragma once

#include <QString>
#include <optional>

#include "mobile/position/position_source.h"
#include "shared/domain/place.h"
#include "shared/store/reference.h"

namespace plumb::mobile {

struct PlaceLine {
    QString text;
    QString tone;  // pass inside, part outside, "" where nothing can be said

    friend bool operator==(const PlaceLine&, const PlaceLine&) = default;
};

// "±4 m · 在示范区内", "±4 m · 界外 320 m", "未定位：正在搜索卫星". What lies nearer to the boundary than the place is
// exact is "at" it, neither in nor out.
PlaceLine placeLine(const domain::Whereabouts& where, const store::Site& site);

// What a signature will say of where it is made: "签名时记下位置，±4 m", "签名时没有位置：正在搜索卫星"; "" where
// nobody asks for positions.
QString signedPlaceWords(const std::optional<domain::Whereabouts>& where);

// "12 km 东北", "约 12 km 东北" by a last place that is older; "" where there never was one.
QString awayText(const PositionSource& position, const domain::GeoPoint& point);

}  // namespace plumb::mobile
