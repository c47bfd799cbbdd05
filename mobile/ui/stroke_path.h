// The curve through the points of one stroke, as pads draw it and pages show it. Pure.
#pragma once

#include <QPainterPath>
#include <QPolygonF>

namespace plumb::mobile {

// Quadratic curves through the midpoints: what the hand meant, without the corners of the sampling. A single point is a
// line of no length, which a round pen makes a dot.
inline QPainterPath strokePath(const QPolygonF& stroke, qreal scale) {
    if (stroke.isEmpty()) return {};
    QPainterPath path(stroke.first() * scale);
    for (qsizetype i = 1; i + 1 < stroke.size(); ++i)
        path.quadTo(stroke[i] * scale, (stroke[i] + stroke[i + 1]) / 2 * scale);
    path.lineTo(stroke.last() * scale);
    return path;
}

}  // namespace plumb::mobile
