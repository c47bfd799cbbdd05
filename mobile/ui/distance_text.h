// Distances and directions as people read them. UI thread (it translates).
#pragma once

#include <QString>

namespace plumb::mobile {

// "320 m", "4.6 km", "12 km"; no more figures than a place is worth.
QString distanceText(double metres);
// "北", "东北" …, of degrees clockwise from north.
QString directionText(double bearing);
// "1,240 亩 · 82.7 ha", of square metres.
QString areaText(double squareMetres);

// How long the bar of a scale is at most, in pixels.
inline constexpr double kScaleWish = 110;
// What it stands for: the largest 1, 2 or 5 times a power of ten that is not more than `most`. REQUIRES: `most` > 0.
double roundLength(double most);

}  // namespace plumb::mobile
