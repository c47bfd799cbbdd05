// The outlines of counties, as the replaceable asset has them (assets/map/README.md): a sketch for finding one's way,
// no survey map. Values; read on any thread.
#pragma once

#include <QByteArray>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <vector>

#include "shared/base/result.h"

namespace plumb::mobile {

struct Outline {
    QString code, name;            // GB/T 2260; "" of what has no county's code
    std::vector<QPolygonF> rings;  // of the world (mercator.h); the even-odd rule says what is inside
    QRectF bounds;
    QPointF label;  // where its name stands
};

// Of a FeatureCollection of GeoJSON whose features have `code` and `name`. Malformed "bad_outlines".
Result<std::vector<Outline>> readOutlines(const QByteArray& text);

}  // namespace plumb::mobile
